"""The operating standard out of a real book: what it says, how it is adopted, and when the settings have left it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from custom_components.kuma_bouhan.documents.standard import Article
from custom_components.kuma_bouhan.documents.words import Words
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.settings import CaptureMode
from custom_components.kuma_bouhan.guideline.standard import LONGEST_CLAUSE, Adoption
from custom_components.kuma_bouhan.guideline.things import ThingKind
from custom_components.kuma_bouhan.procedure import cameras, standard
from custom_components.kuma_bouhan.procedure.duties import duties
from custom_components.kuma_bouhan.procedure.standard import Shown
from custom_components.kuma_bouhan.procedure.standard_watch import StandardWatch
from custom_components.kuma_bouhan.records.acts import Appointed, PersonalDataErased
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.standard import StandardAdopted
from custom_components.kuma_bouhan.records.thing import ThingGone, ThingNoted

from .conftest import AUTOMATION, MANAGER, NOON, STRANGER, World
from .extending import settle

DAY = timedelta(days=1)
TODAY = date(2026, 11, 23)
STAFF = Actor("staff", Door.PANEL)


async def show(world: World, language: str = "ja") -> Shown:
    shown, _ = await standard.shown(world.desk, MANAGER, language)
    return shown


async def article(world: World, number: int, language: str = "ja") -> Article:
    _, text = await standard.shown(world.desk, MANAGER, language)
    return text.articles[number - 1]


async def said(world: World, number: int, language: str = "ja") -> str:
    return "\n".join(part.whole for part in (await article(world, number, language)).paragraphs)


async def adopt(world: World, on: date = TODAY) -> int:
    seen = (await show(world)).digest
    return await standard.adopt(
        world.desk, MANAGER, Adoption.GENERAL_MEETING, on, seen, " 定期総会 "
    )


async def note_thing(world: World, thing: str, what: ThingKind, place: str) -> None:
    act = ThingNoted(
        thing=thing, what=what, name="x", place=place, lock="y", key_keeper="z", anti_theft=""
    )
    await world.desk.append(act, MANAGER, Phase.DONE)


async def appoint(world: World, role: Role, user: str, title: str) -> None:
    act = Appointed(role=role, user_id=user, since=NOON, name="阿蘇 太郎", title=title)
    await world.desk.append(act, MANAGER, Phase.DONE)


async def test_the_guidelines_own_sentences_stand_in_it_as_they_are(world: World) -> None:
    guideline = "".join(
        (Path(__file__).parents[1] / "documents" / "standard_example.txt")
        .read_text("utf-8")
        .split()
    )
    await settle(world, crimes="空き巣", rules_by="設置者", manager_title="家主")
    await note_thing(world, "aa", ThingKind.HOST, "物置")
    blanks = {
        "水前寺の家": "・・・施設",
        "空き巣": "（主として防止の対象とする犯罪の名称）",
        "家主": "（職名を記載）",
        "7日間": "・・・日間",
        "運用責任者の承認": "・・・の承認",
        "設置者が別に": "・・・が別に",
        "物置に": "事務室の保管庫に",
    }
    shared = 0
    _, text = await standard.shown(world.desk, MANAGER, "ja")
    for one in text.articles:
        assert f"{one.number}{one.title}" in guideline
        for part in one.paragraphs:
            line = part.text
            for ours, theirs in blanks.items():
                line = line.replace(ours, theirs)
            shared += (
                "".join(line.split()).removeprefix("撮影時間　").removeprefix("録画　") in guideline
            )
    assert shared >= 22


async def test_what_is_not_settled_is_printed_as_such_and_listed(world: World) -> None:
    undecided = {
        one.number: one.undecided for one in (await show(world)).live.articles if one.undecided
    }
    assert undecided == {
        1: ("主として防止する犯罪", "設置目的"),
        2: ("撮影範囲",),
        3: ("運用責任者の職名",),
        4: ("媒体の保管場所",),
        8: ("必要な事項を別に定める人",),
    }
    assert "未定などの犯罪を防止" in await said(world, 1)
    assert "not settled" in await said(world, 8, "en")


async def test_a_site_without_a_camera_says_so(world: World) -> None:
    await cameras.took_effect(world.desk, {})
    assert (await article(world, 2)).undecided == ("設置場所", "撮影時間")


async def test_cameras_stand_with_what_is_their_own(world: World) -> None:
    hours = {"start": "22:00", "end": "06:00", "weekdays": [4, 5]}
    await world.add_camera("a1" * 16)
    for name, changes in (
        ("車庫", {"retention_days": 14, "audio": True, "view": "車庫の前"}),
        ("裏口", {"mode": CaptureMode.STILLS, "still_interval": 10, "audio": True}),
    ):
        camera = {"車庫": "a1" * 16, "裏口": "a2" * 16}[name]
        settings = await world.add_camera(camera, **changes)
        settings = type(settings).from_dict(
            settings.as_dict() | {"place": name} | ({"hours": hours} if name == "裏口" else {})
        )
        await cameras.order_changed(world.desk, MANAGER, settings)
        await cameras.took_effect(
            world.desk, world.desk.registers.standing_cameras() | {camera: settings}
        )
    text = await said(world, 2)
    assert "玄関、車庫、裏口　台数　3台" in text
    assert "車庫　車庫の前" in text and "玄関　未定" in text
    assert "玄関　24時間" in text
    assert "裏口　22時から翌日の6時まで（金曜日、土曜日）" in text
    assert "とする。\n車庫の防犯カメラは、音声も録音する" in text
    assert "裏口の防犯カメラは、10秒ごとの静止画" in text
    assert "7日間（車庫は14日間）とする。ただし" in await said(world, 4)
    assert "22:00 to 06:00 of the next day (Friday, Saturday)" in await said(world, 2, "en")


async def test_settings_and_offices_fill_the_rest(world: World) -> None:
    await settle(
        world, approver="site_owner", permission_afterwards=True, sign_interlock=True, contact="x@y"
    )
    await appoint(world, Role.COMPLAINT_OFFICER, "officer", "")
    assert "設置者の承認を得て" in await said(world, 4)
    assert "（3） （1）イの場合であって" in await said(world, 5)
    assert "録画を行わない" in await said(world, 6)
    assert "苦情対応担当者を置く。\n（4） 苦情や問合せの連絡先は、x@y" in await said(world, 7)
    await appoint(world, Role.COMPLAINT_OFFICER, "other", "管理員")
    assert "苦情対応担当者は、管理員をもって充てる" in await said(world, 7)
    # Titles, never names.
    _, text = await standard.shown(world.desk, MANAGER, "ja")
    assert "阿蘇" not in str(text)


async def test_media_are_named_by_where_they_stand_and_keys_are_not(world: World) -> None:
    await note_thing(world, "aa", ThingKind.HOST, "1階の機械室")
    await note_thing(world, "bb", ThingKind.DISK, "1階の機械室")
    await note_thing(world, "cc", ThingKind.BACKUP, "管理人室の金庫")
    await note_thing(world, "dd", ThingKind.RECOVERY_PAPER, "理事長の家")
    assert "画像を記録した媒体は、1階の機械室、管理人室の金庫に施錠" in await said(world, 4)
    await world.desk.append(ThingGone(thing="cc"), MANAGER, Phase.DONE)
    assert "媒体は、1階の機械室に施錠" in await said(world, 4)


async def test_erasure_destroys_the_key_and_media_are_crushed(world: World) -> None:
    text = await said(world, 4)
    assert "暗号鍵を上書きして復元できなくし、ファイルを削除する" in text
    assert "破砕のうえ、廃棄" in text
    assert "画像を上書き" not in text and "初期化" not in text


async def test_clauses_stand_under_their_article_until_they_are_written_anew(world: World) -> None:
    await standard.write(world.desk, MANAGER, {7: " 回答は書面でも行う。 ", 2: "", 1: "x"})
    assert (await article(world, 7)).clause == "回答は書面でも行う。"
    await standard.write(world.desk, MANAGER, {2: "夜間は照明を点ける。"})
    assert (await article(world, 7)).clause == ""
    assert (await article(world, 2)).clause == "夜間は照明を点ける。"
    acts = [entry.act for entry in world.acts("clauses_written") if entry.phase.counts]
    assert [getattr(act, "articles") for act in acts] == [(1, 7), (2,)]  # noqa: B009
    with pytest.raises(Problem, match="text_too_long"):
        await standard.write(world.desk, MANAGER, {1: "x" * (LONGEST_CLAUSE + 1)})


async def test_an_edition_keeps_its_whole_text(world: World) -> None:
    assert await adopt(world) == 1
    await settle(world, crimes="空き巣")
    assert await adopt(world) == 2
    first, second = world.desk.registers.standards.editions
    assert (first.edition, second.edition) == (1, 2)
    assert first.adoption is Adoption.GENERAL_MEETING
    assert first.on.astimezone(world.desk.zone).date() == TODAY
    text, remarks = standard.edition(world.desk, first)
    assert remarks == "定期総会"
    assert "未定などの犯罪" in text.articles[0].paragraphs[0].text
    (*_, entry) = world.acts("standard_adopted")
    act = entry.act
    assert isinstance(act, StandardAdopted)
    assert len(act.text["articles"]) == 8 and act.digest == second.digest


async def test_nothing_is_adopted_that_nobody_saw(world: World) -> None:
    seen = (await show(world)).digest
    await settle(world, retention_days=10)
    with pytest.raises(Problem, match="standard_changed"):
        await standard.adopt(world.desk, MANAGER, Adoption.BOARD, TODAY, seen)
    assert world.desk.registers.standards.adopted is None


async def test_nothing_is_adopted_tomorrow(world: World) -> None:
    with pytest.raises(Problem, match="adoption_in_future"):
        await adopt(world, TODAY + DAY)
    assert await adopt(world, TODAY - DAY) == 1


async def test_the_digest_is_of_the_text_and_not_of_the_day(world: World) -> None:
    before = (await show(world)).digest
    await world.pass_time(40 * DAY)
    world.restart()
    assert (await show(world, "en")).digest == before
    await settle(world, answer_days=8)
    assert (await show(world)).digest != before


async def test_what_differs_is_told_article_by_article(world: World) -> None:
    await adopt(world)
    assert not (await show(world)).drifted and (await show(world)).differences == ()
    await settle(world, retention_days=10, owner_name="熊本 花子")
    await standard.write(world.desk, MANAGER, {8: "細則は掲示する。"})
    shown = await show(world)
    assert shown.drifted
    title, kept, others = shown.differences
    assert (title.number, kept.number, others.number) == (0, 4, 8)
    assert "熊本 花子の設置する" in title.after[0] and "水前寺の家の設置する" in title.before[0]
    assert [one for one in kept.before if one not in kept.after] == [
        one.replace("10日間", "7日間") for one in kept.after if one not in kept.before
    ]
    assert others.after == (*others.before, "細則は掲示する。")


async def test_that_another_version_words_it_otherwise_leaves_no_standard(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await adopt(world)
    before = (await show(world)).digest
    worded = "custom_components.kuma_bouhan.documents.words.Words.__call__"
    said = Words.__call__
    monkeypatch.setattr(worded, lambda self, key, **blanks: said(self, key, **blanks) + "。")
    shown = await show(world)
    assert shown.digest != before
    assert not shown.drifted and shown.differences == ()
    await settle(world, retention_days=10)
    assert (await show(world)).drifted


async def test_of_an_overwritten_edition_nothing_is_compared(world: World) -> None:
    await adopt(world)
    adopted = world.desk.registers.standards.adopted
    assert adopted is not None
    world.book.erase_personal(adopted.seq)
    erased = PersonalDataErased(acts=(adopted.seq,), reason=PersonalPeriod.DISCLOSURE)
    await world.desk.append(erased, MANAGER, Phase.DONE)
    await settle(world, retention_days=10)
    shown = await show(world)
    assert shown.drifted and shown.differences == ()


@pytest.mark.parametrize("actor", [STAFF, STRANGER, AUTOMATION])
async def test_who_reads_it_may_not_therefore_write_it(world: World, actor: Actor) -> None:
    await appoint(world, Role.STAFF, "staff", "")
    digest = (await show(world)).digest
    for attempt in (
        lambda: standard.write(world.desk, actor, {1: "x"}),
        lambda: standard.adopt(world.desk, actor, Adoption.OTHER, TODAY, digest),
    ):
        with pytest.raises(Refused):
            await attempt()
    if actor is STAFF:
        await standard.shown(world.desk, STAFF, "ja")
    else:
        with pytest.raises(Refused):
            await standard.shown(world.desk, actor, "ja")


# Leaving it -------------------------------------------------------------------------------------


@pytest.fixture
async def watch(world: World) -> StandardWatch:
    """Have somebody notice."""
    made = StandardWatch(world.desk, lambda: told.append(world.desk.left_standard() is not None))
    told: list[bool] = []
    made.told = told  # type: ignore[attr-defined]
    await made.look()
    return made


def due(world: World) -> list[str]:
    return [f"{one.due:%m-%d %H:%M}" for one in duties(world.desk) if one.kind is DutyKind.STANDARD]


async def test_a_first_edition_is_due_a_month_after_the_founding(world: World) -> None:
    assert due(world) == ["12-23 03:00"]
    await adopt(world)
    assert due(world) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda world: settle(world, retention_days=10),
        lambda world: settle(world, rules_by="理事会"),
        lambda world: note_thing(world, "aa", ThingKind.HOST, "物置"),
        lambda world: standard.write(world.desk, MANAGER, {1: "x"}),
        lambda world: appoint(world, Role.COMPLAINT_OFFICER, "officer", "管理員"),
        lambda world: world.add_camera("a1" * 16),
    ],
)
async def test_whatever_it_says_may_be_left(
    world: World, watch: StandardWatch, change: Callable[[World], object]
) -> None:
    await adopt(world)
    await world.pass_time(DAY)
    assert world.desk.left_standard() is None
    await change(world)  # type: ignore[misc]
    await world.pass_time(DAY)
    assert world.desk.left_standard() == NOON + DAY
    assert due(world) == ["11-24 03:00"]
    await adopt(world)
    await world.pass_time(DAY)
    assert world.desk.left_standard() is None and due(world) == []
    assert watch.told == [True, False]  # type: ignore[attr-defined]


async def test_what_is_changed_back_is_as_it_was(world: World, watch: StandardWatch) -> None:
    await adopt(world)
    for days in (10, 7):
        await settle(world, retention_days=days)
        await world.pass_time(DAY)
    assert world.desk.left_standard() is None
    assert watch.told == [True, False]  # type: ignore[attr-defined]


async def test_it_is_looked_at_only_when_something_it_rests_on_has_changed(
    world: World, watch: StandardWatch
) -> None:
    await adopt(world)
    await world.pass_time(DAY)
    await appoint(world, Role.STAFF, "staff", "x")
    await settle(world, disclosure_years=6)
    assert [when for when, _ in world.timers] == [world.machine.wall]
    await world.pass_time(DAY)
    await appoint(world, Role.STAFF, "other", "x")
    assert world.timers == []


async def test_what_is_closed_hears_nothing(world: World, watch: StandardWatch) -> None:
    await adopt(world)
    await settle(world, retention_days=10)
    assert world.timers
    watch.close()
    assert world.timers == []
    await settle(world, retention_days=11)
    assert world.timers == [] and world.desk.left_standard() is None
