"""Papers out of a real book: what is done is on them, as it was then, for whoever may read it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
import re
from typing import Any

import pytest

from custom_components.kuma_bouhan.documents.facts import Erasures, Viewings
from custom_components.kuma_bouhan.guideline.disclosure import (
    Answer,
    Asks,
    CopyForm,
    Danger,
    Duty,
    Fate,
    Medium,
)
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR, kept_until
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.purge_rules import PurgeRule
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.viewing import Purpose, ViewingEnd
from custom_components.kuma_bouhan.procedure import cameras, paper_registers, papers, purge_rules
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.paper_facts import Gathering
from custom_components.kuma_bouhan.procedure.papers import (
    LONGEST_SPAN,
    LONGEST_TEXT,
    Paper,
    Wanted,
    make,
    package_papers,
)
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    AppointmentEnded,
    PersonalDataErased,
)
from custom_components.kuma_bouhan.records.disclosure import (
    AccessAnswered,
    CopyConfirmed,
    CopyDownloaded,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosurePrepared,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
    FootageSeized,
    MaskedCopyMade,
)
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.extension import (
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
    HeldPiece,
)
from custom_components.kuma_bouhan.records.note import printed
from custom_components.kuma_bouhan.records.viewing import (
    FootagePlayed,
    Played,
    ViewingBegan,
    ViewingEnded,
)
from tests.documents.test_papers import FORM_1, FORM_2, Form
from tests.documents.test_recovery_paper import Read

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, PASSPHRASE, STRANGER, TOKYO, World

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
VIEWER = Actor("manager", Door.PANEL, session="a browser")
OPERATOR = Actor("operator", Door.PANEL, session="theirs")
OFFICER = Actor("officer", Door.PANEL, session="another")
START = NOON - 5 * HOUR
UNTIL = kept_until(date(2027, 1, 31), TOKYO)


@pytest.fixture
async def people(world: World) -> World:
    """Have an operator and a complaint officer, beside the owner who is manager too."""
    for user, role, name in (
        ("operator", Role.OPERATOR, "阿蘇 太郎"),
        ("officer", Role.COMPLAINT_OFFICER, "玉名 さくら"),
    ):
        act = Appointed(role=role, user_id=user, since=NOON, name=name, title="職員")
        await world.desk.append(act, MANAGER, Phase.DONE)
    return world


def piece(start: datetime, end: datetime, slot: str = "a" * 32, **changes: Any) -> HeldPiece:
    hour = start.replace(minute=0, second=0)
    given: dict[str, Any] = {
        "slot": slot,
        "camera": CAMERA,
        "hour": hour,
        "original_end": hour + HOUR + 7 * DAY,
        "until": UNTIL,
        "start": start,
        "end": end,
        "chunks": int((end - start) / MINUTE),
        "bytes": 1000,
    }
    return HeldPiece(**given | changes)


PIECES = (
    piece(START - 10 * SECOND, START + 59 * MINUTE),
    piece(START + HOUR, START + 2 * HOUR, "b" * 32),
)
DECIDED = tuple(replace(one, slot=slot * 32) for one, slot in zip(PIECES, "cd", strict=True))
"""The same footage, held by a decision: every hold has slots of its own."""


async def ask_extension(world: World, **changes: Any) -> int:
    act = ExtensionRequested(
        number=1,
        cameras=(CAMERA,),
        start=START,
        end=START + 2 * HOUR,
        until=UNTIL,
        pieces=PIECES,
        reason_text="車上荒らしの捜査のため",
        remarks="担当：刑事課",
    )
    await world.desk.append(replace(act, **changes), OPERATOR, Phase.DONE)
    return 1


async def approve(world: World, number: int, pieces: Sequence[HeldPiece] = DECIDED) -> Entry:
    act = ExtensionApproved(
        number=number, requested_by="operator", one_person=False, until=UNTIL, pieces=pieces
    )
    return await world.desk.append(act, VIEWER, Phase.DONE)


async def ask_disclosure(world: World, **changes: Any) -> int:
    act = DisclosureRequested(
        number=2,
        asks=Asks.DISCLOSURE,
        ground=Ground.LAW,
        cameras=(CAMERA,),
        start=START,
        end=START + 2 * HOUR,
        written=True,
        pieces=PIECES,
        affiliation="熊本東警察署",
        title="巡査部長",
        name="八代 次郎",
        contact="096-000-0000",
        purpose_text="窃盗事件の捜査のため",
        content_text="白い車",
        remarks="",
        document="捜査関係事項照会書",
        document_number="第456号",
        identity_check="警察手帳",
        exception_text="",
        urgency_text="",
        no_other_way_text="",
    )
    await world.desk.append(replace(act, **changes), OPERATOR, Phase.DONE)
    return 2


async def permit(world: World, number: int, **changes: Any) -> Entry:
    act = DisclosurePermitted(
        number=number,
        requested_by="operator",
        one_person=False,
        ground=Ground.LAW,
        cameras=(CAMERA,),
        start=START,
        end=START + 2 * HOUR,
        masked=False,
        binds="00" * 32,
        until=world.desk.clock.now() + PERMITTED_FOR,
        pieces=DECIDED,
    )
    return await world.desk.append(replace(act, **changes), VIEWER, Phase.DONE)


async def provide(world: World, number: int, **changes: Any) -> None:
    act = DisclosureProvided(
        number=number,
        at=NOON + HOUR + 42 * SECOND,
        medium=Medium.USB,
        copies=2,
        receipt=True,
        duty=Duty.RETURN,
        due=NOON + 30 * DAY,
        medium_text="",
        received_by="八代 次郎",
    )
    await world.desk.append(replace(act, **changes), OPERATOR, Phase.DONE)


async def paper(world: World, paper: Paper, actor: Actor = VIEWER, **wanted: Any) -> str:
    return await make(world.desk, actor, Wanted(paper=paper, **wanted), "ja")


async def told(world: World, paper_: Paper, actor: Actor = VIEWER, **wanted: Any) -> str:
    """Return what a person reads on a paper, without spaces."""
    return re.sub(r"\s+", "", Read(await paper(world, paper_, actor, **wanted)).text)


# --- Extension


async def test_form_1_is_made_of_what_was_approved(people: World) -> None:
    number = await ask_extension(people)
    with pytest.raises(Problem, match="paper_too_early"):
        await paper(people, Paper.FORM_1, number=number)
    people.machine.pass_time(DAY)
    await approve(people, number)
    form = Form(await paper(people, Paper.FORM_1, number=number))
    assert [form.headings, form.tables] == [[FORM_1[0]], 1]
    assert form.texts[:4] == [
        "令和8年11月24日（2026-11-24）",
        "車上荒らしの捜査のため",
        "令和8年11月30日（2026-11-30）まで",
        "令和9年1月31日（2027-01-31）まで",
    ]
    # The true bounds: not what was asked for, and apart where something is missing between.
    assert "担当：刑事課" in form.texts[4]
    assert "玄関　令和8年11月23日（2026-11-23）\n6時59分50秒から7時59分まで" in form.texts[4]
    assert "8時00分から9時00分まで" in form.texts[4]


async def test_pieces_that_go_on_from_each_other_are_one(people: World) -> None:
    number = await ask_extension(people)
    seamless = (piece(START, START + HOUR), piece(START + HOUR, START + 2 * HOUR, "b" * 32))
    await approve(people, number, seamless)
    form = Form(await paper(people, Paper.FORM_1, number=number))
    assert form.texts[4].endswith("玄関　令和8年11月23日（2026-11-23）\n7時00分から9時00分まで")


async def test_there_is_a_form_1_for_each_original_end(people: World) -> None:
    number = await ask_extension(people)
    later = piece(START + HOUR, START + 2 * HOUR, "b" * 32, original_end=NOON + 9 * DAY)
    await approve(people, number, (PIECES[0], later))
    both = Form(await paper(people, Paper.FORM_1, number=number))
    assert both.headings == [FORM_1[0]] * 2
    one = Form(await paper(people, Paper.FORM_1, number=number, original_end=date(2026, 12, 2)))
    assert one.texts[2] == "令和8年12月2日（2026-12-02）まで"
    with pytest.raises(Problem, match="paper_unknown"):
        await paper(people, Paper.FORM_1, number=number, original_end=date(2026, 12, 3))


async def test_the_annex_of_an_extension_says_who_decided_and_proves_it(people: World) -> None:
    await Lock(people.desk).unlock(VIEWER, PASSPHRASE)
    number = await ask_extension(people)
    entry = await approve(people, number)
    found = await told(people, Paper.ANNEX, number=number)
    assert "熊本花子（設置者、運用責任者、運用従事者）" in found
    assert "職員阿蘇太郎（運用従事者）" in found and "別の人" in found
    assert f"{entry.seq}番の記録" in found
    assert people.book.stored(entry.seq).leaf.hex() in found
    assert "確認済：決定した人の鍵で署名されています。" in found
    assert people.vault.host_fingerprint.replace(" ", "") in found
    root = people.book.root()
    assert printed(people.book.size, root).replace(" ", "") in found


async def test_an_unsigned_decision_is_said_to_be_one(people: World) -> None:
    await approve(people, await ask_extension(people))
    found = await told(people, Paper.ANNEX, number=1)
    assert "署名なし" in found and "署名した鍵の指紋" not in found


@pytest.mark.parametrize("how", ["denied", "withdrawn", "ended"])
async def test_how_an_extension_went_on_is_on_its_annex(people: World, how: str) -> None:
    number = await ask_extension(people)
    other = replace(PIECES[0], slot="d" * 32)
    await ask_extension(people, number=7, pieces=(other,))
    await people.desk.append(ExtensionWithdrawn(number=7), MANAGER, Phase.DONE)
    if how == "denied":
        act = ExtensionDenied(number=number, requested_by="operator", reason_text="必要がない")
        await people.desk.append(act, VIEWER, Phase.DONE)
        words = ("却下", "必要がない")
    elif how == "withdrawn":
        await people.desk.append(ExtensionWithdrawn(number=number), OPERATOR, Phase.DONE)
        words = ("取下げ", "令和8年11月23日（2026-11-23）12時00分職員阿蘇太郎")
    else:
        await approve(people, number)
        end = ExtensionEnded(number=number, reason_text="犯人が捕まった")
        await people.desk.append(end, VIEWER, Phase.DONE)
        words = ("延長の終了", "犯人が捕まった")
        form = Form(await paper(people, Paper.FORM_1, number=number))
        assert "延長を終了（理由：犯人が捕まった）" in form.texts[4]
    found = await told(people, Paper.ANNEX, number=number)
    assert all(word in found for word in words), found
    assert words[0] in found
    assert "承認" in await told(people, Paper.REQUEST, number=number)


async def test_a_request_is_printed_before_it_is_decided(people: World) -> None:
    number = await ask_extension(people, renews=9)
    found = await told(people, Paper.REQUEST, number=number)
    assert "画像保存期間延長承認申請書" in found and "□承認□却下" in found
    assert "職員阿蘇太郎" in found and "第1号" in found


# --- Disclosure


async def test_form_2_is_blank_until_the_hand_over_and_then_says_its_minute(people: World) -> None:
    number = await ask_disclosure(people)
    for early in (Paper.FORM_2, Paper.RECEIPT, Paper.FORM_1):
        with pytest.raises(Problem, match="paper_too_early"):
            await paper(people, early, number=number)
    await permit(people, number)
    form = Form(await paper(people, Paper.FORM_2, number=number))
    assert re.sub(r"\s+", "", form.texts[0]) == "令和年月日時分"
    await provide(people, number)
    form = Form(await paper(people, Paper.FORM_2, number=number))
    assert form.headings == [FORM_2[0]]
    assert form.texts == [
        "令和8年11月23日（2026-11-23）13時00分",
        "熊本東警察署",
        "巡査部長　八代 次郎",
        "096-000-0000",
        "窃盗事件の捜査のため",
        "白い車\n玄関　令和8年11月23日（2026-11-23）7時00分から9時00分まで",
        "根拠、許可、コピーの扱いは、別紙のとおり。",
    ]


async def test_a_permitted_disclosure_has_form_1_too(people: World) -> None:
    number = await ask_disclosure(people)
    await permit(people, number)
    form = Form(await paper(people, Paper.FORM_1, number=number))
    assert form.texts[0] == "令和8年11月23日（2026-11-23）"
    assert "第2号の画像の提供を許可したため" in form.texts[1]
    assert form.texts[3] == "令和8年12月23日（2026-12-23）まで"


async def test_the_annex_tells_the_whole_of_a_disclosure(people: World) -> None:
    number, desk = await ask_disclosure(people), people.desk
    await permit(people, number)
    for act in (
        MaskedCopyMade(number=number, camera=CAMERA, derived="e" * 32, masks=3, digest="f" * 64),
        DisclosurePrepared(number=number, manifest="3c" * 32, files=4, bytes=5_000_000),
        CopyDownloaded(
            number=number, copy=1, form=CopyForm.SEALED_PACKAGE, bytes=5, due=NOON + DAY
        ),
        CopyDownloaded(number=number, copy=2, form=CopyForm.VIDEO, bytes=5, due=NOON + DAY),
        CopyConfirmed(number=number, copy=1, fate=Fate.DELETED, at=NOON + 2 * HOUR),
    ):
        await desk.append(act, OPERATOR, Phase.DONE)
    await provide(people, number)
    done = CopyConfirmed(number=number, copy=None, fate=Fate.RETURNED, at=NOON + 3 * HOUR)
    await desk.append(done, OPERATOR, Phase.DONE)
    found = await told(people, Paper.ANNEX, number=number)
    for word in (
        "（ア）法令に基づく場合",
        "捜査関係事項照会書第456号",
        "警察手帳",
        "許可の有効期限令和8年12月23日（2026-12-23）12時00分",
        "玄関：3か所",
        "ファイル4個（5MB）",
        "3c" * 32,
        "一式（zip、パスフレーズ付き）",
        "削除を確認令和8年11月23日（2026-11-23）14時00分",
        "未確認",
        "USBメモリー2部",
        "返却を確認令和8年11月23日（2026-11-23）15時00分",
        "受け取った人八代次郎",
    ):
        assert word in found, word
    receipt = await told(people, Paper.RECEIPT, number=number)
    assert "水前寺の家設置者様" in receipt and "令和8年11月23日（2026-11-23）13時00分" in receipt


async def test_a_denied_or_withdrawn_disclosure_has_no_form_2(people: World) -> None:
    number = await ask_disclosure(people, number=2)
    await ask_disclosure(people, number=3, pieces=())
    denied = DisclosureDenied(
        number=number, requested_by="operator", reason_text="相手を確認できない"
    )
    await people.desk.append(denied, VIEWER, Phase.DONE)
    await people.desk.append(DisclosureWithdrawn(number=3), OPERATOR, Phase.DONE)
    for one in (number, 3):
        with pytest.raises(Problem, match="paper_too_early"):
            await paper(people, Paper.FORM_2, number=one)
    assert "相手を確認できない" in await told(people, Paper.ANNEX, number=number)
    assert "却下（理由：相手を確認できない）" in await told(people, Paper.REQUEST, number=number)
    assert "取下げ" in await told(people, Paper.ANNEX, number=3)


async def test_what_was_handed_over_before_it_was_permitted_says_so(people: World) -> None:
    number = await ask_disclosure(
        people, ground=Ground.EMERGENCY, danger=Danger.LIFE, urgency_text="行方不明"
    )
    await provide(people, number)
    assert "13時00分" in Form(await paper(people, Paper.FORM_2, number=number)).texts[0]
    assert "まだ受けていません" in await told(people, Paper.ANNEX, number=number)
    await permit(people, number, afterwards=True, ground=Ground.EMERGENCY)
    found = await told(people, Paper.ANNEX, number=number)
    assert "提供のあとに許可したものです" in found and "行方不明" in found


async def test_an_access_request_says_what_the_site_answered(people: World) -> None:
    number = await ask_disclosure(people, asks=Asks.ACCESS, ground=None)
    found = await told(people, Paper.ANNEX, number=number)
    assert "該当する根拠はありません" in found and "未回答" in found
    answer = AccessAnswered(
        number=number, business=Answer.YES, retained=Answer.UNKNOWN, obliged=True
    )
    await people.desk.append(answer, VIEWER, Phase.DONE)
    found = await told(people, Paper.ANNEX, number=number)
    assert "（ア）法令に基づく場合" in found and "義務があると設置者側が判断" in found
    assert "マスクして提供する" in await told(people, Paper.REQUEST, number=number)


async def test_a_seizure_is_on_form_2_and_asked_of_nobody(people: World) -> None:
    act = FootageSeized(
        number=4,
        at=NOON - HOUR,
        cameras=(CAMERA,),
        start=START,
        end=START + HOUR,
        affiliation="熊本東警察署",
        title="警部補",
        name="荒尾 三郎",
        contact="096-000-0001",
        document="捜索差押許可状",
        document_number="第9号",
        content_text="録画装置一式",
        remarks="",
    )
    await people.desk.append(act, OPERATOR, Phase.NOTED)
    form = Form(await paper(people, Paper.FORM_2, number=4))
    assert form.texts[0] == "令和8年11月23日（2026-11-23）11時00分"
    assert form.texts[4] == "差押えによる。"
    found = await told(people, Paper.ANNEX, number=4)
    assert "捜索差押許可状第9号" in found and "許可の手続きはありません" in found
    for none in (Paper.REQUEST, Paper.RECEIPT, Paper.FORM_1):
        with pytest.raises(Problem, match="paper_unknown"):
            await paper(people, none, number=4)


async def test_the_package_takes_form_2_and_annex_of_one_head(people: World) -> None:
    number = await ask_disclosure(people)
    with pytest.raises(Problem, match="paper_too_early"):
        await package_papers(people.desk, None, number, "ja")
    await permit(people, number)
    found = await package_papers(people.desk, None, number, "ja")
    assert list(found) == ["form_2", "annex"]
    line = printed(people.book.size, people.book.root())
    assert all(line in html for html in found.values())
    assert found == await package_papers(people.desk, OPERATOR, number, "ja")
    with pytest.raises(Refused, match="role_needed_read_requests"):
        await package_papers(people.desk, OFFICER, number, "ja")


# --- As it was then


async def test_papers_say_where_the_camera_stood_and_who_was_who_then(people: World) -> None:
    number, desk = await ask_disclosure(people), people.desk
    await permit(people, number)
    people.machine.pass_time(DAY)
    settings = desk.registers.standing_cameras()[CAMERA]
    await cameras.took_effect(desk, {CAMERA: replace(settings, place="勝手口")})
    act = AppointmentEnded(
        role=Role.OPERATOR,
        user_id="operator",
        until=people.machine.now(),
        secrecy_acknowledged=True,
    )
    await desk.append(act, MANAGER, Phase.DONE)
    found = await told(people, Paper.ANNEX, number=number)
    assert "玄関" in found and "勝手口" not in found
    assert "職員阿蘇太郎（運用従事者）" in found
    # Who holds no office any more is still told by name.
    await people.desk.append(DisclosureWithdrawn(number=number), OPERATOR, Phase.DONE)
    assert "阿蘇太郎" in await told(people, Paper.ANNEX, number=number)


async def test_what_was_overwritten_is_said_to_be(people: World) -> None:
    number = await ask_disclosure(people)
    await permit(people, number)
    seqs = tuple(entry.seq for entry in people.acts("disclosure_requested"))
    added = tuple(entry.seq for entry in people.acts("camera_added"))
    for seq in (*seqs, *added):
        people.book.erase_personal(seq)
    gone = PersonalDataErased(acts=(*seqs, *added), reason=PersonalPeriod.DISCLOSURE)
    await people.desk.append(gone, Actor(None, Door.ITSELF), Phase.DONE)
    form = Form(await paper(people, Paper.FORM_2, number=number))
    assert form.texts[1] == "（記録の期間が終わったため消去済み）"
    assert CAMERA[:8] in form.texts[5]


# --- The viewing register


async def view(
    world: World, session: str, at: datetime, *, why: ViewingEnd | None = ViewingEnd.PERSON
) -> None:
    world.machine.set_wall(at)
    began = ViewingBegan(
        session=session,
        purpose=Purpose.INCIDENT,
        cameras=(CAMERA,),
        start=START,
        end=START + HOUR,
        attendees=("operator",),
    )
    await world.desk.append(began, VIEWER, Phase.DONE)
    played = FootagePlayed(
        session=session,
        camera=CAMERA,
        stretches=(
            Played(START, START + MINUTE),
            Played(START + MINUTE, START + 2 * MINUTE),
            Played(START + 9 * MINUTE, START + 10 * MINUTE),
        ),
    )
    await world.desk.append(played, VIEWER, Phase.NOTED)
    world.machine.set_wall(at + 20 * MINUTE)
    if why is not None:
        await world.desk.append(ViewingEnded(session=session, reason=why), VIEWER, Phase.NOTED)


async def test_the_viewing_register_has_the_viewings_of_its_span_oldest_first(
    people: World,
) -> None:
    for day, why in enumerate((ViewingEnd.PERSON, ViewingEnd.INTERRUPTED, None, ViewingEnd.LOCKED)):
        await view(people, f"{day:032x}", NOON + day * DAY, why=why)
    found = paper_registers.viewings(Gathering(people.desk), NOON, NOON + 3 * DAY)
    assert isinstance(found, Viewings)
    assert [one.began for one in found.viewed] == [NOON, NOON + DAY, NOON + 2 * DAY]
    first, second, third = found.viewed
    assert first.ended == NOON + 20 * MINUTE and first.why is ViewingEnd.PERSON
    # When a sudden stop was nobody knows.
    assert (second.ended, second.why) == (None, ViewingEnd.INTERRUPTED)
    assert (third.ended, third.why) == (None, None)
    assert [(one.place, one.start, one.end) for one in first.played] == [
        ("玄関", START, START + 2 * MINUTE),
        ("玄関", START + 9 * MINUTE, START + 10 * MINUTE),
    ]
    assert [who.name for who in first.attendees] == ["阿蘇 太郎"]
    told_ = await told(people, Paper.VIEWING_REGISTER, start=NOON, end=NOON + 3 * DAY)
    assert "3件" in told_ and "熊本花子" in told_ and "突然の停止" in told_
    assert "すべてのカメラ" in told_


async def test_the_viewing_register_can_be_of_one_camera(people: World) -> None:
    other = "0d" * 16
    await people.add_camera(other)
    await view(people, "1" * 32, NOON)
    span: dict[str, Any] = {"start": NOON, "end": NOON + DAY}
    of_it = await told(people, Paper.VIEWING_REGISTER, camera=CAMERA, **span)
    assert "1件" in of_it and "カメラ（設置場所）玄関" in of_it
    assert "0件" in await told(people, Paper.VIEWING_REGISTER, camera=other, **span)


# --- The erasure record


async def test_an_erasure_record_says_what_went_by_itself_and_what_is_left(people: World) -> None:
    people.record(START, 120)
    await people.erasure.run()
    await people.pass_time(8 * DAY - 4 * HOUR)
    await people.erasure.run()
    await RoutineBook(people.desk, slot=HOUR, patience=MINUTE).enter(people.machine.now())
    people.record(people.machine.now() - 10 * MINUTE, 5)
    found = _erasures(people, START, people.machine.now())
    (went,) = found.erased
    assert (went.start, went.end) == (START, START + 2 * HOUR)
    assert went.reason is ErasureReason.PERIOD_OVER
    assert went.confirmed and went.files > 100 and went.bytes > 0
    assert went.first.date() == date(2026, 11, 30)
    (left,) = found.left
    assert left.until is not None and left.end - left.start == 5 * MINUTE
    told_ = await told(
        people,
        Paper.ERASURE_RECORD,
        camera=CAMERA,
        start=START,
        end=people.machine.now(),
        others="警備会社の録画装置",
    )
    assert "保存期間の終了" in told_ and "警備会社の録画装置" in told_ and "確認済" in told_


def _erasures(world: World, start: datetime, end: datetime, *, names: bool = True) -> Erasures:
    gathering = Gathering(world.desk)
    made_by = gathering.person("manager", world.machine.now())
    return paper_registers.erasures(
        gathering, CAMERA, start, end, others="", made_by=made_by, names=names
    )


async def test_what_a_person_had_erased_stands_once_with_its_true_bounds(people: World) -> None:
    people.record(START, 60)
    await people.erasure.erase(
        VIEWER, CAMERA, START + 10 * MINUTE, START + 20 * MINUTE, "試験のための録画"
    )
    await RoutineBook(people.desk, slot=HOUR, patience=MINUTE).enter(people.machine.now())
    found = _erasures(people, START, START + HOUR)
    (went,) = found.erased
    assert went.start <= START + 10 * MINUTE < START + 20 * MINUTE <= went.end
    assert went.end - went.start < 15 * MINUTE
    assert went.why == "試験のための録画" and went.by is not None and went.by.name == "熊本 花子"
    # What is left lies around it.
    before, after = found.left
    assert (before.end, after.start) == (went.start, went.end)
    # Whoever may not read names is told of it without.
    told_ = await told(
        people, Paper.ERASURE_RECORD, OFFICER, camera=CAMERA, start=START, end=START + HOUR
    )
    assert "保存の必要がなくなったため" in told_
    assert "試験のための録画" not in told_ and "熊本花子" not in told_
    assert "玉名さくら" in told_  # who made the record is who asks for it


async def test_what_went_under_a_rule_stands_with_its_true_bounds_and_why_it_was_signed(
    people: World,
) -> None:
    people.desk.unlocked = lambda _: True
    hours = Hours(time(12), time(23, 30))
    rule = await purge_rules.sign(
        people.desk, VIEWER, PurgeRule((CAMERA,), hours), "開店準備", "従業員しか映らないため"
    )
    other = await purge_rules.sign(
        people.desk, VIEWER, PurgeRule((CAMERA,), hours), "夜間", "無人のため"
    )
    began = people.machine.now()
    people.record(began, 10)
    people.machine.pass_time(5 * MINUTE)
    await purge_rules.run(people.desk, people.erasure, AUTOMATION, rule)
    people.machine.pass_time(HOUR)
    await purge_rules.run(people.desk, people.erasure, VIEWER, other)
    await RoutineBook(people.desk, slot=HOUR, patience=MINUTE).enter(people.machine.now())
    first, second = _erasures(people, began, began + HOUR).erased
    assert (first.start, first.files, first.reason) == (began, 5, ErasureReason.PURGE_RULE)
    assert first.end <= began + 5 * MINUTE <= second.start
    assert (first.why, first.by) == ("従業員しか映らないため", None)
    assert (second.why, second.by and second.by.name) == ("無人のため", "熊本 花子")
    assert _erasures(people, began + HOUR, began + 2 * HOUR).erased == ()
    span: dict[str, Any] = {"camera": CAMERA, "start": began, "end": began + HOUR}
    told_ = await told(people, Paper.ERASURE_RECORD, **span)
    assert "早期消去の規則による消去" in told_ and "従業員しか映らないため" in told_
    told_ = await told(people, Paper.ERASURE_RECORD, OFFICER, **span)
    assert "早期消去の規則による消去" in told_ and "従業員しか映らないため" not in told_


async def test_what_is_outside_the_span_or_of_another_camera_is_no_part_of_it(
    people: World,
) -> None:
    other = "0d" * 16
    await people.add_camera(other)
    people.record(START, 60)
    people.record(START, 60, other)
    await people.pass_time(8 * DAY)
    await people.erasure.run()
    await RoutineBook(people.desk, slot=HOUR, patience=MINUTE).enter(people.machine.now())
    assert _erasures(people, START + HOUR, START + 2 * HOUR).erased == ()
    (one,) = _erasures(people, START, START + HOUR).erased
    assert one.files < 100


# --- Who may, and what is asked for


@pytest.mark.parametrize(
    ("wanted", "actor", "key"),
    [
        (Wanted(paper=Paper.FORM_2, number=2), OFFICER, "role_needed_read_requests"),
        (Wanted(paper=Paper.ANNEX, number=2), STRANGER, "role_needed_read_requests"),
        (Wanted(paper=Paper.FORM_2, number=2), AUTOMATION, "person_needed"),
        (Wanted(paper=Paper.VIEWING_REGISTER), OPERATOR, "role_needed_read_supervision"),
        (Wanted(paper=Paper.ERASURE_RECORD), STRANGER, "role_needed_read_operation"),
    ],
)
async def test_who_may_not_read_it_gets_no_paper(
    people: World, wanted: Wanted, actor: Actor, key: str
) -> None:
    await ask_disclosure(people)
    size = people.book.size
    with pytest.raises(Refused, match=key):
        await make(people.desk, actor, wanted, "ja")
    assert [entry.act.kind for entry in people.book.entries(size)] == ["refusal"]


SPAN = {"start": START, "end": NOON}


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ({"paper": Paper.FORM_2, "number": 99}, "request_unknown"),
        ({"paper": Paper.FORM_2}, "request_unknown"),
        ({"paper": Paper.FORM_2, "number": 1}, "paper_unknown"),
        ({"paper": Paper.RECEIPT, "number": 1}, "paper_unknown"),
        ({"paper": Paper.VIEWING_REGISTER}, "span_empty"),
        ({"paper": Paper.VIEWING_REGISTER, "start": NOON, "end": NOON}, "span_empty"),
        (
            {"paper": Paper.VIEWING_REGISTER, "start": NOON, "end": NOON + LONGEST_SPAN + DAY},
            "paper_span_too_long",
        ),
        ({"paper": Paper.VIEWING_REGISTER, "camera": "0d" * 16, **SPAN}, "unknown_camera"),
        ({"paper": Paper.ERASURE_RECORD, **SPAN}, "unknown_camera"),
        ({"paper": Paper.ERASURE_RECORD, "camera": "0d" * 16, **SPAN}, "unknown_camera"),
        (
            {
                "paper": Paper.ERASURE_RECORD,
                "camera": CAMERA,
                "others": "x" * (LONGEST_TEXT + 1),
                **SPAN,
            },
            "text_too_long",
        ),
    ],
)
async def test_what_there_is_no_paper_of_is_said(
    people: World, wanted: dict[str, Any], key: str
) -> None:
    await ask_extension(people)
    with pytest.raises(Problem, match=key):
        await make(people.desk, VIEWER, Wanted(**wanted), "ja")


async def test_making_a_paper_enters_nothing(people: World) -> None:
    number = await ask_disclosure(people)
    await permit(people, number)
    size = people.book.size
    for one in (Paper.FORM_2, Paper.ANNEX, Paper.REQUEST, Paper.RECEIPT, Paper.FORM_1):
        assert await papers.make(people.desk, OPERATOR, Wanted(paper=one, number=number), "en")
    assert people.book.size == size
