"""Papers of what is kept beside footage, out of a real book: each says what was entered, to whoever may read it, and to nobody else."""

import csv
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
import io
import json
from typing import Any

import pytest

from custom_components.kuma_bouhan.documents.signs import Size, sign_tag
from custom_components.kuma_bouhan.documents.words import Words
from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.contracts import Task
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind, Informed
from custom_components.kuma_bouhan.guideline.instruction import Topic
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.self_check import Report
from custom_components.kuma_bouhan.guideline.settings import CaptureMode, OwnerKind
from custom_components.kuma_bouhan.guideline.signs import SignMeans, tag_of
from custom_components.kuma_bouhan.guideline.standard import Adoption
from custom_components.kuma_bouhan.guideline.surroundings import Surroundings
from custom_components.kuma_bouhan.guideline.things import CopyKind, Inspection, Method
from custom_components.kuma_bouhan.guideline.viewing import Purpose
from custom_components.kuma_bouhan.procedure import checking, register_papers, standard
from custom_components.kuma_bouhan.procedure.papers import Paper, Wanted, make
from custom_components.kuma_bouhan.procedure.register_papers import BOM, Exported, table
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    ErasureAsked,
    Refusal,
    RetentionChanged,
    Routine,
)
from custom_components.kuma_bouhan.records.assessment import AssessmentReviewed, CameraAssessed
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.contract import ContractMade
from custom_components.kuma_bouhan.records.disclosure import DisclosureDenied, FootageSeized
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.incident import (
    IncidentClosed,
    IncidentFollowed,
    IncidentNoted,
)
from custom_components.kuma_bouhan.records.instruction import Instructed
from custom_components.kuma_bouhan.records.purge_rule import PurgeRuleRun
from custom_components.kuma_bouhan.records.routine import ErasureFact, GapFact
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing
from custom_components.kuma_bouhan.records.standard import StandardAdopted
from custom_components.kuma_bouhan.records.thing import Inspected, MediumDisposed, OtherCopyNoted
from custom_components.kuma_bouhan.records.viewing import ViewingBegan
from tests.documents.test_papers import Form
from tests.documents.test_recovery_paper import Read

from .conftest import CAMERA, MANAGER, NOON, STRANGER, World
from .extending import settle
from .test_papers import approve, ask_disclosure, ask_extension, permit, provide

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPERATOR = Actor("operator", Door.PANEL)
CONTRACT = "c7" * 16
ANSWERS = {
    "purpose": "空き巣の防止",
    "crimes": "空き巣",
    "why": "留守が多い",
    "milder": "照明を増やした",
    "view": "玄関前",
    "range_kept": "道路を写さない",
    "hours": "終日",
    "excluded": [[0, 0, 0.5, 0.25]],
}


class Told(str):
    """What stands on a paper; spaces do not matter."""

    __slots__ = ()

    def __contains__(self, part: object, /) -> bool:
        return "".join(str(part).split()) in "".join(self.split())


@dataclass
class Reader:
    """Makes papers, and reads what stands on them."""

    world: World

    async def __call__(
        self, paper: Paper, actor: Actor = MANAGER, language: str = "ja", **wanted: Any
    ) -> Told:
        html = await make(self.world.desk, actor, Wanted(paper=paper, **wanted), language)
        assert "<script" not in html
        return Told(Read(html).text)

    async def enter(self, *acts: RecordedAct, actor: Actor = MANAGER) -> None:
        for act in acts:
            await self.world.desk.append(act, actor, Phase.DONE)


@pytest.fixture
async def read(world: World) -> Reader:
    """Have people in every office, and a reader of papers."""
    reader = Reader(world)
    for user, role, name, title in (
        ("operator", Role.OPERATOR, "阿蘇 太郎", "管理員"),
        ("officer", Role.COMPLAINT_OFFICER, "玉名 さくら", "受付"),
        ("guard", Role.OPERATOR, "天草 次郎", "警備員"),
    ):
        contract = CONTRACT if user == "guard" else None
        until = NOON + 100 * DAY if user == "guard" else None
        await reader.enter(
            Appointed(
                role=role,
                user_id=user,
                since=NOON,
                until=until,
                contract=contract,
                name=name,
                title=title,
            )
        )
    return reader


# The standard, the chart, the procedure ------------------------------------------------------------


async def adopt(world: World) -> None:
    shown, _ = await standard.shown(world.desk, MANAGER, "ja")
    await standard.adopt(
        world.desk, MANAGER, Adoption.BOARD, date(2026, 11, 20), shown.digest, "第3回理事会"
    )


async def test_a_standard_that_nobody_adopted_is_a_draft(read: Reader) -> None:
    text = await read(Paper.STANDARD)
    assert "現在の設定から作成した案です" in text
    assert "設置者（署名）" in text and "［未定］などの犯罪" in text
    assert "DRAFT" in await read(Paper.STANDARD, language="en")


async def test_an_adopted_standard_says_since_when(read: Reader) -> None:
    await adopt(read.world)
    text = await read(Paper.STANDARD)
    assert "第1版" in text and "令和8年11月20日" in text and "理事会の決議" in text
    assert "第3回理事会" in text and "熊本 花子" in text
    assert "案です" not in text and "設置者（署名）" not in text
    assert "Edition 1" in await read(Paper.STANDARD, language="en")


async def test_in_force_it_is_printed_as_adopted_however_this_version_words_it(
    read: Reader,
) -> None:
    await adopt(read.world)
    act = read.world.acts("standard_adopted")[-1].act
    assert isinstance(act, StandardAdopted)
    older = json.loads(json.dumps(act.text, ensure_ascii=False).replace("間とする", "間と定める"))
    await read.enter(replace(act, edition=2, text=older, digest="ab" * 32))
    text = await read(Paper.STANDARD)
    assert "7日間と定める" in text and "第2版" in text and "案です" not in text
    english = await read(Paper.STANDARD, language="en")
    assert "Edition 2" in english and "DRAFT" not in english


async def test_what_left_it_is_a_draft_and_the_edition_still_says_what_it_said(
    read: Reader,
) -> None:
    await adopt(read.world)
    await settle(read.world, retention_days=10)
    text = await read(Paper.STANDARD)
    assert "10日間とする" in text and "第1版の制定後に変わった" in text
    old = await read(Paper.STANDARD, edition=1)
    assert "案です" not in old and "7日間とする" in old
    # What was adopted is Japanese, whoever reads it.
    assert "7日間とする" in await read(Paper.STANDARD, language="en", edition=1)
    with pytest.raises(Problem, match="edition_unknown"):
        await read(Paper.STANDARD, edition=2)


async def test_an_overwritten_edition_says_that_it_was(read: Reader) -> None:
    await adopt(read.world)
    adopted = read.world.desk.registers.standards.adopted
    assert adopted is not None
    read.world.book.erase_personal(adopted.seq)
    await settle(read.world, retention_days=10)
    text = await read(Paper.STANDARD, edition=1)
    assert "期間が終わったため消去済み" in text and "日間とする" not in text


async def test_the_chart_is_drawn_from_the_appointments(read: Reader) -> None:
    text = await read(Paper.ORGANISATION_CHART)
    for told in (
        "設置者 熊本 花子",
        "運用責任者 熊本 花子",
        "管理員 阿蘇 太郎",
        "警備員 天草 次郎（委託先） 令和9年3月3日",
        "苦情対応担当者 受付 玉名 さくら",
        "その他の従業員 （未指定）",
        "複数の役割を兼ねている人：熊本 花子",
        "目的外利用、外部提供の禁止",
    ):
        assert told in text, (told, text)
    await settle(read.world, owner_kind=OwnerKind.BODY, owner_name="水前寺自治会")
    assert "設置者 水前寺自治会 代表 熊本 花子" in await read(Paper.ORGANISATION_CHART)


async def test_the_complaint_procedure_says_who_and_until_when(read: Reader) -> None:
    await settle(read.world, contact="096-000-0000", answer_days=5, closing_days=20)
    text = await read(Paper.COMPLAINT_PROCEDURE)
    assert "受付 玉名 さくら" in text and "096-000-0000" in text
    assert "5日以内" in text and "20日以内" in text
    assert "玄関：撮影範囲は「［未定］」、撮影時間は24時間、保存期間は7日間" in text


async def test_the_complaint_procedure_says_what_was_done(read: Reader) -> None:
    text = await read(Paper.COMPLAINT_PROCEDURE)
    assert "必要最小限の撮影範囲" not in text and "録画装置" not in text
    assert "運用基準を定め、" not in text and "運用責任者を置き、" in text
    await read.enter(
        CameraAssessed(camera=CAMERA, edition=1, answers=ANSWERS),
        OtherCopyNoted(
            copy="a" * 32, camera=CAMERA, what=CopyKind.NVR, days=14, place="", who_sees=""
        ),
    )
    await adopt(read.world)
    text = await read(Paper.COMPLAINT_PROCEDURE)
    assert "必要最小限の撮影範囲" in text and "別の録画装置にも画像が14日間残る" in text
    assert "運用基準を定め、運用責任者を置き、閲覧と提供をすべて" in text


# Signs -------------------------------------------------------------------------------------------


async def test_a_sign_says_what_a_passer_by_may_want_to_know(read: Reader) -> None:
    world = read.world
    await settle(world, owner_name="水前寺自治会", crimes="空き巣", manager_title="会長")
    text = await read(Paper.SIGN, camera=CAMERA, languages=("ja", "en", "zh", "ko"))
    for told in (
        "防犯カメラ 作動中",
        "Security cameras in operation",
        "监控摄像头运行中",
        "방범 카메라 작동 중",
        "空き巣などの防止",
        "水前寺自治会",
        "会長",
        "24時間 24 hours a day",
        "7日間 7 days",
    ):
        assert told in text, (told, text)
    # Nobody is named on it, and it carries no book.
    assert "熊本 花子" not in text and "照合値" not in text and "録音" not in text


async def test_sound_is_named_where_any_camera_records_it(read: Reader) -> None:
    await read.world.add_camera("ab" * 16, audio=True, retention_days=14)
    text = await read(Paper.SIGN, languages=("ja",))
    assert "録音あり" in text and "最長14日間" in text
    assert "録音" not in await read(Paper.SIGN, camera=CAMERA, languages=("ja",))
    # Stills have no sound.
    await read.world.add_camera("ab" * 16, audio=True, mode=CaptureMode.STILLS)
    assert "録音" not in await read(Paper.SIGN, languages=("ja",))


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("管理人室 096-000-0000", "電話で連絡"),
        ("kanri@example.jp まで", "メールで連絡"),
        ("1階の窓口", "この表示の内容"),
        ("", "この表示の内容"),
    ],
)
async def test_its_code_leads_to_whoever_answers(read: Reader, contact: str, told: str) -> None:
    await settle(read.world, contact=contact)
    for size in Size:
        assert told in await read(Paper.SIGN, size=size, languages=("ja",))


async def test_a_tag_names_the_camera_and_opens_home_assistant(read: Reader) -> None:
    text = await read(Paper.SIGN_TAG, camera=CAMERA)
    assert "玄関" in text and "担当者" in text
    for paper in (Paper.SIGN, Paper.SIGN_TAG):
        with pytest.raises(Problem, match="unknown_camera"):
            await read(paper, camera="ff" * 16)


async def test_what_is_scanned_at_a_tag_is_what_a_sign_is_confirmed_by(read: Reader) -> None:
    html = await make(read.world.desk, MANAGER, Wanted(paper=Paper.SIGN_TAG, camera=CAMERA), "ja")
    assert html == sign_tag(Words("ja"), "玄関", tag_of(CAMERA))


# Sheets -------------------------------------------------------------------------------------------


async def test_an_assessment_draws_what_is_left_out(read: Reader) -> None:
    assert "まだ検討が記載されていません" in await read(Paper.ASSESSMENT, camera=CAMERA)
    await read.enter(
        CameraAssessed(camera=CAMERA, edition=1, answers=ANSWERS),
        AssessmentReviewed(camera=CAMERA, edition=1),
        CameraAssessed(camera="ff" * 16, edition=1, answers=ANSWERS),
    )
    html = await make(read.world.desk, MANAGER, Wanted(paper=Paper.ASSESSMENT, camera=CAMERA), "ja")
    assert 'width="80.00" height="22.50"' in html
    text = Told(Read(html).text)
    assert "道路を写さない" in text and "見直し（変更なし）" in text
    assert text.count("検討を記載") == 1
    with pytest.raises(Problem, match="unknown_camera"):
        await read(Paper.ASSESSMENT)


async def test_where_nothing_is_left_out_of_the_picture_a_row_says_so_once(read: Reader) -> None:
    nothing = CameraAssessed(camera=CAMERA, edition=1, answers=ANSWERS | {"excluded": []})
    await read.enter(nothing)
    text = await read(Paper.ASSESSMENT, camera=CAMERA)
    assert text.count("写さない部分") == 1 and "写さない部分 なし" in text


async def test_every_edition_of_an_assessment_can_be_read(read: Reader) -> None:
    for edition, why in enumerate(("留守が多い", "空き巣に入られた"), 1):
        answers = ANSWERS | {"why": why}
        await read.enter(CameraAssessed(camera=CAMERA, edition=edition, answers=answers))
    newest = await read(Paper.ASSESSMENT, camera=CAMERA)
    assert "空き巣に入られた" in newest and "以前の版" not in newest
    assert newest == await read(Paper.ASSESSMENT, camera=CAMERA, edition=2)
    oldest = await read(Paper.ASSESSMENT, camera=CAMERA, edition=1)
    assert "留守が多い" in oldest and "空き巣に入られた" not in oldest
    assert "現在の検討は第2版です" in oldest
    with pytest.raises(Problem, match="edition_unknown"):
        await read(Paper.ASSESSMENT, camera=CAMERA, edition=3)


async def test_an_edition_that_was_overwritten_says_so(read: Reader) -> None:
    for edition in (1, 2):
        await read.enter(CameraAssessed(camera=CAMERA, edition=edition, answers=ANSWERS))
    desk = read.world.desk
    desk.book.erase_personal(desk.registers.assessments.by_camera[CAMERA].editions[0].seq)
    oldest = await read(Paper.ASSESSMENT, camera=CAMERA, edition=1)
    assert "消去済み" in oldest and "留守が多い" not in oldest
    assert "留守が多い" in await read(Paper.ASSESSMENT, camera=CAMERA)


async def note_incident(read: Reader, number: int = 1) -> None:
    await read.enter(
        IncidentNoted(
            number=number,
            what=IncidentKind.LEAK,
            cameras=(CAMERA,),
            happened=NOON - DAY,
            learned=NOON,
            text="USBメモリーの紛失",
            measures="警察に届出",
        ),
        IncidentFollowed(number=number, informed=(Informed.POLICE,), text="受理番号12"),
    )


async def test_an_incident_is_reported_without_a_conclusion(read: Reader) -> None:
    await note_incident(read)
    text = await read(Paper.INCIDENT, number=1)
    for told in ("漏えい", "USBメモリーの紛失", "警察に届出", "受理番号12", "玄関"):
        assert told in text
    assert "5日目は令和8年11月27日" in text and "30日目は令和8年12月22日" in text
    assert "報告が必要かどうかは、このソフトウェアでは判断しません。" in text
    await read.enter(IncidentClosed(number=1, prevention="媒体を使わない"))
    assert "媒体を使わない" in await read(Paper.INCIDENT, number=1)
    with pytest.raises(Problem, match="incident_unknown"):
        await read(Paper.INCIDENT, number=2)


async def receive(read: Reader, number: int = 1, received: datetime = NOON) -> None:
    await read.enter(
        ComplaintReceived(
            number=number,
            what=ComplaintKind.COMPLAINT,
            way=Way.TELEPHONE,
            cameras=(CAMERA,),
            received=received,
            officer="officer",
            answer_due=received + 7 * DAY,
            closing_due=received + 30 * DAY,
            name="宇土 健一",
            contact="090-0000-0000",
            text="窓が写っていないか",
        )
    )


async def test_a_complaint_has_its_answers_and_its_end(read: Reader) -> None:
    await receive(read)
    assert "まだ回答していません" in await read(Paper.COMPLAINT, number=1)
    await read.enter(
        ComplaintAnswered(
            number=1, answered=NOON + DAY, way=Way.IN_PERSON, explained="範囲を見せた"
        ),
        ComplaintClosed(number=1, outcome=Outcome.UNDERSTOOD, remarks="礼状を受領"),
    )
    text = await read(Paper.COMPLAINT, number=1)
    for told in ("宇土 健一", "窓が写っていないか", "範囲を見せた", "理解を得た", "玉名 さくら"):
        assert told in text
    with pytest.raises(Problem, match="complaint_unknown"):
        await read(Paper.COMPLAINT, number=2)


async def test_a_certificate_and_a_clause_name_the_contractor(read: Reader) -> None:
    await read.enter(
        ContractMade(
            contract=CONTRACT,
            task=Task.GUARDING,
            clause=True,
            start=NOON,
            until=NOON + 100 * DAY,
            company="火の国警備",
            contact="",
            task_text="夜間の巡回",
            reason_text="夜間は人がいない",
        )
    )
    text = await read(Paper.CERTIFICATE, contract=CONTRACT)
    assert "火の国警備" in text and "夜間の巡回" in text and "□ すべて返却した" in text
    # What is certified follows; no “記” stands between.
    assert "次のとおり証明します" in text and "下記" not in text
    text = await read(Paper.CONTRACT_CLAUSE, contract=CONTRACT)
    assert "火の国警備" in text and "第1条" in text
    assert "受託者" in await read(Paper.CONTRACT_CLAUSE)
    for paper in (Paper.CERTIFICATE, Paper.CONTRACT_CLAUSE):
        with pytest.raises(Problem, match="contract_unknown"):
            await read(paper, contract="ff" * 16)


async def test_the_self_check_is_printed_line_by_line(read: Reader) -> None:
    async def check() -> Report:
        return await checking.run_checks(read.world.desk, Surroundings())

    wanted = Wanted(paper=Paper.SELF_CHECK)
    for language, heading in (("ja", "運用指針の自己点検"), ("en", "Self-check")):
        html = await make(read.world.desk, MANAGER, wanted, language, check)
        text = Read(html).text
        assert heading in text and len(Form(html).texts) > 4 * len(checking.CHECKS)
    with pytest.raises(Problem, match="paper_unknown"):
        await make(read.world.desk, MANAGER, wanted, "ja")


@pytest.mark.parametrize("paper", Paper)
async def test_who_is_nobody_reads_none_of_them(read: Reader, paper: Paper) -> None:
    with pytest.raises(Refused):
        await read(paper, STRANGER, number=1, camera=CAMERA, contract=CONTRACT)


async def test_naming_a_register_beside_another_paper_opens_nothing(read: Reader) -> None:
    await note_incident(read)
    with pytest.raises(Refused):
        await read(Paper.INCIDENT, OPERATOR, number=1, register=Register.SIGNS)
    assert Wanted(paper=Paper.REGISTER, register=Register.SIGNS).act is Act.READ_OPERATION


# The year -----------------------------------------------------------------------------------------


def slot(name: str, at: datetime, **changes: Any) -> ErasureFact:
    given: dict[str, Any] = {
        "slot": name * 32,
        "camera": CAMERA,
        "start": at - 8 * DAY,
        "end": at - 8 * DAY + HOUR,
        "due": at,
        "erased_at": at,
        "reason": ErasureReason.PERIOD_OVER,
        "files": 60,
        "bytes": 1_000_000_000,
        "confirmed": True,
    }
    return ErasureFact(**given | changes)


async def test_a_year_is_told_in_numbers_and_names_nobody(read: Reader) -> None:
    late = NOON + DAY
    gap = GapFact(CAMERA, NOON, NOON + HOUR, GapReason.CAMERA_UNAVAILABLE)
    await read.enter(
        Routine(
            hour=NOON,
            gaps=(
                gap,
                replace(gap, end=NOON + 2 * HOUR, reason=GapReason.OUTSIDE_HOURS),
                # Of another year: only what reaches into this one counts.
                replace(gap, start=NOON - 800 * DAY, end=NOON - 799 * DAY),
            ),
            erasures=(
                slot("a", NOON),
                slot("b", NOON),
                # These stand in the acts of a person, and of a rule.
                slot("c", NOON, reason=ErasureReason.NO_LONGER_NEEDED),
                slot("d", NOON, reason=ErasureReason.PURGE_RULE),
            ),
        ),
        ErasureAsked(
            camera=CAMERA,
            start=NOON,
            end=late,
            slots=("c" * 32,),
            bytes=3_000_000,
            reason_text="秘密の理由",
        ),
        PurgeRuleRun(rule="x", since=None, until=NOON, slots=("d" * 32,), bytes=5_000_000),
        ViewingBegan(
            session="s",
            purpose=Purpose.INCIDENT,
            ground=None,
            cameras=(CAMERA,),
            start=NOON,
            end=late,
            attendees=(),
        ),
        SignConfirmed(
            camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="門柱", photo_jpeg=""
        ),
        SignMissing(camera=CAMERA, means=SignMeans.PERSON, seen=NOON, remarks=""),
        Inspected(what=Inspection.RETENTION, fine=False, remarks=""),
        Instructed(
            number=1,
            users=("operator", "officer"),
            topics=(Topic.PRIVACY,),
            held=NOON,
            text="",
        ),
        MediumDisposed(
            thing=None,
            method=Method.CRUSHED,
            on=NOON,
            medium="HDD",
            serial="S-1",
            witness="立会 人",
        ),
        Refusal(act=Act.VIEW, key="unlock_first", count=4),
        FootageSeized(
            number=1,
            at=NOON,
            cameras=(CAMERA,),
            start=NOON,
            end=late,
            affiliation="警察署",
            title="",
            name="八代 次郎",
            contact="",
            document="",
            document_number="",
            content_text="",
            remarks="",
        ),
    )
    await receive(read)
    await receive(read, 2, NOON - 20 * DAY)
    await read.enter(ComplaintClosed(number=1, outcome=Outcome.CHANGED, remarks=""))
    await note_incident(read)
    await adopt(read.world)
    await read.world.pass_time(DAY)
    text = await read(Paper.ANNUAL_REPORT, year=2026)
    for told in (
        "年次報告（2026年・途中経過）",
        "集計：2026年11月23日〜2026年11月24日（まだ終わっていません）",
        "事件・事故の確認 1件",
        "保存期間の終了 2時間分（2.0 GB）",
        "保存の必要がなくなったため 1時間分（3 MB）",
        "早期消去の規則による消去 1時間分（5 MB）",
        "苦情 2件",
        "改めた 1件",
        "期限後の最初の回答 1件",
        "対応中 1件",
        "漏えい 1件",
        "点検で異常あり 1件",
        "設置表示の確認 1件",
        "設置表示がない、読めない 1件",
        "指導を受けた人 2人",
        "媒体の廃棄（破砕・裁断等） 1件",
        "拒否した操作 4件",
        "差押え 1件",
        "第1版",
        "玄関 1時間 1件 2時間",
    ):
        assert told in text, (told, text)
    for name in ("花子", "太郎", "宇土", "八代", "秘密の理由", "立会 人", "S-1", "門柱"):
        assert name not in text
    assert "report for 2026" in await read(Paper.ANNUAL_REPORT, language="en")
    for year in (2025, 2027, 1, 99999):
        with pytest.raises(Problem, match="year_unknown"):
            await read(Paper.ANNUAL_REPORT, year=year)


async def test_the_year_begins_with_the_month_that_the_person_says(read: Reader) -> None:
    world = read.world
    for held in (NOON, datetime(2027, 3, 31, 14, 59, tzinfo=UTC), datetime(2027, 4, 1, tzinfo=UTC)):
        world.machine.set_wall(held)
        sign = SignConfirmed(
            camera=CAMERA, means=SignMeans.PERSON, seen=held, place="", photo_jpeg=""
        )
        await read.enter(sign)
    world.machine.pass_time(HOUR)
    # In Japan it is nine hours later: the second is the last minute of March, the third is in April.
    text = await read(Paper.ANNUAL_REPORT, month=4, year=2026)
    assert "令和8年度（2026年4月1日〜2027年3月31日）" in text and "設置表示の確認 2件" in text
    assert "途中" not in text
    text = await read(Paper.ANNUAL_REPORT, month=4)
    assert "令和9年度" in text and "設置表示の確認 1件" in text and "途中経過" in text
    # The calendar's year is what is meant where nobody says otherwise.
    assert "設置表示の確認 1件" in await read(Paper.ANNUAL_REPORT, year=2026)
    # Of a year that has not come to its month the one before is the present one.
    text = await read(Paper.ANNUAL_REPORT, month=5)
    assert "令和8年度（2026年5月1日〜2027年4月30日）" in text and "設置表示の確認 3件" in text
    for month in (0, 13, -1):
        with pytest.raises(Problem, match="year_unknown"):
            await read(Paper.ANNUAL_REPORT, month=month)


async def test_only_who_supervises_reads_the_year(read: Reader) -> None:
    with pytest.raises(Refused):
        await read(Paper.ANNUAL_REPORT, OPERATOR)


# Registers ----------------------------------------------------------------------------------------

SPAN: dict[str, Any] = {"start": NOON - 2 * DAY, "end": NOON + 2 * DAY}


async def cells(read: Reader, actor: Actor = MANAGER, **wanted: Any) -> list[dict[str, str]]:
    language = wanted.pop("language", "ja")
    text = await table(read.world.desk, actor, Exported(**wanted), language)
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


async def test_a_register_is_printed_with_its_facts_in_words(read: Reader) -> None:
    await read.enter(
        SignConfirmed(
            camera=CAMERA, means=SignMeans.TAG, seen=NOON, place="門柱", photo_jpeg="xyzzy"
        ),
        actor=OPERATOR,
    )
    text = await read(Paper.REGISTER, register=Register.SIGNS, **SPAN)
    for told in ("設置表示の確認", "カメラ：玄関", "タグの読み取り", "場所：門柱", "阿蘇 太郎"):
        assert told in text, (told, text)
    assert "xyzzy" not in text and CAMERA not in text
    # Who reads no names sees none, and is told so.
    text = await read(Paper.REGISTER, OPERATOR, register=Register.SIGNS, **SPAN)
    assert "門柱" not in text and "阿蘇" not in text and "氏名と理由は" in text
    assert "Register: Signs" in await read(
        Paper.REGISTER, language="en", register=Register.SIGNS, **SPAN
    )


async def test_footage_that_is_asked_for_or_given_out_is_told_with_its_hours(read: Reader) -> None:
    await approve(read.world, await ask_extension(read.world))
    await permit(read.world, await ask_disclosure(read.world))
    for register in (Register.EXTENSIONS, Register.DISCLOSURES):
        text = await read(Paper.REGISTER, register=register, **SPAN)
        assert "7時00分から9時00分まで" in text
        cells = await table(read.world.desk, MANAGER, Exported(register=register), "ja")
        assert '"2026-11-23 07:00:00","2026-11-23 09:00:00"' in cells
    assert "終期：令和9年1月31日（2027-01-31）" in await read(
        Paper.REGISTER, register=Register.EXTENSIONS, **SPAN
    )


@pytest.mark.parametrize("register", Register)
async def test_every_register_can_be_printed_and_taken(read: Reader, register: Register) -> None:
    for language in ("ja", "en"):
        await read(Paper.REGISTER, language=language, register=register, **SPAN)
        await cells(read, register=register, language=language)


async def test_what_a_print_of_a_register_needs(read: Reader) -> None:
    for wanted, key in (
        ({}, "register_missing"),
        ({"register": Register.SIGNS}, "span_empty"),
        (
            {"register": Register.SIGNS, "start": NOON - 400 * DAY, "end": NOON},
            "paper_span_too_long",
        ),
        ({"register": Register.SIGNS, "camera": "ff" * 16, **SPAN}, "unknown_camera"),
    ):
        with pytest.raises(Problem, match=key):
            await read(Paper.REGISTER, **wanted)
    for exported, key in (
        ({"camera": "ff" * 16}, "unknown_camera"),
        ({"start": NOON, "end": NOON}, "span_empty"),
    ):
        with pytest.raises(Problem, match=key):
            await cells(read, register=Register.SIGNS, **exported)


async def test_a_table_has_a_line_for_each_line_of_the_register(read: Reader) -> None:
    gap = GapFact(CAMERA, NOON - HOUR, NOON, GapReason.DISK_FULL)
    await read.enter(Routine(hour=NOON, gaps=(gap, gap)))
    rows = await cells(read, register=Register.GAPS)
    assert len(rows) == 2
    assert rows[0]["内容"] == "録画の欠落" and rows[0]["カメラ"] == "玄関"
    assert rows[0]["範囲の始め"] == "2026-11-23 11:00:00"
    assert rows[0]["事項"] == "理由：ディスク満杯"
    assert await cells(read, register=Register.GAPS, start=NOON + DAY) == []


async def test_no_cell_begins_a_formula(read: Reader) -> None:
    for place in ('=HYPERLINK("http://x")', "+81", "-1", "@x", "＝x", " =x", "\t=x", "\n=x"):
        await read.enter(
            SignConfirmed(
                camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place=place, photo_jpeg=""
            )
        )
    await read.enter(
        Appointed(role=Role.STAFF, user_id="bad", since=NOON, name="=cmd()", title="x")
    )
    await read.enter(
        Inspected(what=Inspection.MEDIA, fine=True, remarks="a\nb"), actor=Actor("bad", Door.PANEL)
    )
    text = await table(read.world.desk, MANAGER, Exported(register=Register.ALL), "ja")
    found = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'=cmd()" in found
    assert not [cell for cell in found if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))]
    assert not any("\n" in cell or "\t" in cell for cell in found)


async def test_names_are_in_a_table_only_for_who_may_read_them(read: Reader) -> None:
    await receive(read)
    (row,) = await cells(read, register=Register.COMPLAINTS)
    assert row["記載した人"] == "熊本 花子" and "宇土 健一" in row["氏名・理由など"]
    (row,) = await cells(read, OPERATOR, register=Register.COMPLAINTS)
    assert row["記載した人"] == "担当者" and row["氏名・理由など"] == ""
    assert "玉名" not in str(row) and row["号"] == "1"
    with pytest.raises(Refused):
        await cells(read, OPERATOR, register=Register.APPOINTMENTS)


async def test_what_was_overwritten_failed_or_came_by_itself_is_told(read: Reader) -> None:
    desk = read.world.desk
    await receive(read)
    read.world.book.erase_personal(desk.registers.complaints.by_number[1].seq)
    (row,) = await cells(read, register=Register.COMPLAINTS)
    assert "消去済み" in row["氏名・理由など"]
    change = RetentionChanged(camera=None, days_before=7, days_after=9, slots=0, due_now=0)
    order = await desk.append(change, MANAGER, Phase.ORDERED)
    await desk.append(change, MANAGER, Phase.FAILED, order.seq)
    await desk.append(
        Refusal(act=Act.VIEW, key="role_needed_view"), Actor(None, Door.ACTION, True), Phase.NOTED
    )
    rows = await cells(read, register=Register.ALL)
    assert [row["段階"] for row in rows[:3]] == ["", "実施できず", "指示"]
    assert rows[0]["記載した人"] == "オートメーション"
    assert "拒否の理由：必要な役割がありません" in rows[0]["事項"]
    assert "消去済み" in await read(Paper.REGISTER, register=Register.COMPLAINTS, **SPAN)
    assert "(実施できず)" in await read(Paper.REGISTER, register=Register.ALL, **SPAN)


async def test_of_too_many_lines_the_newest_are_told_and_that_there_are_more(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_papers, "MOST_CELLS", 3)
    monkeypatch.setattr(register_papers, "MOST_PRINTED", 3)
    rows = await cells(read, register=Register.ALL)
    assert len(rows) == 4 and "最も新しい3件" in rows[-1]["番号"]
    assert "最も新しい3件" in await read(Paper.REGISTER, register=Register.ALL, **SPAN)


async def test_disclosures_and_extensions_are_counted_by_what_was_decided(read: Reader) -> None:
    world = read.world
    await ask_extension(world)
    await approve(world, 1)
    for number, ground in ((2, Ground.LAW), (3, Ground.EMERGENCY)):
        await ask_disclosure(world, number=number, ground=ground)
        await permit(world, number, ground=ground)
        await provide(world, number)
    await ask_disclosure(world, number=4)
    await world.desk.append(
        DisclosureDenied(number=4, requested_by="operator", reason_text=""), MANAGER, Phase.DONE
    )
    await world.pass_time(DAY)
    text = await read(Paper.ANNUAL_REPORT)
    for told in ("法令に基づく場合 1件", "緊急やむを得ない場合 1件", "却下 1件", "承認 1件"):
        assert told in text
