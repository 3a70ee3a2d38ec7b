"""Complaints and inquiries: taken down by anybody, answered and closed by who may, forgotten in time: 4(5), 運用基準例 7."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.complaints import (
    LONGEST_EXPLANATION,
    ComplaintKind,
    ComplaintState,
    Outcome,
    Way,
    due_after,
)
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.procedure import complaints, duties, personal_data
from custom_components.kuma_bouhan.procedure.complaints import Brought, Item
from custom_components.kuma_bouhan.procedure.permission import LONGEST_TEXT
from custom_components.kuma_bouhan.records.acts import Appointed, AppointmentEnded, SiteChanged
from custom_components.kuma_bouhan.records.complaint import ComplaintClosed, ComplaintReceived
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, TOKYO, World

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
STAFF = Actor("staff", Door.PANEL)
OFFICER = Actor("officer", Door.PANEL)
BROUGHT = Brought(
    what=ComplaintKind.COMPLAINT,
    way=Way.IN_PERSON,
    cameras=(CAMERA,),
    received=NOON - HOUR,
    text="玄関のカメラに、家の中まで写っているのではないか。",
    name="阿蘇 次郎",
    contact="096-333-3333",
)


async def appoint(world: World, role: Role, user: str) -> None:
    act = Appointed(
        role=role, user_id=user, since=world.machine.wall, name=f"氏名 {user}", title=""
    )
    await world.desk.append(act, MANAGER, Phase.DONE)


async def leave(world: World, role: Role, user: str) -> None:
    act = AppointmentEnded(
        role=role, user_id=user, until=world.machine.wall, secrecy_acknowledged=True
    )
    await world.desk.append(act, MANAGER, Phase.DONE)


async def change(world: World, **changes: object) -> None:
    settings = world.desk.registers.settings
    assert settings is not None
    act = SiteChanged(fields=tuple(changes), settings=settings.as_dict() | changes)
    await world.desk.append(act, MANAGER, Phase.DONE)


@pytest.fixture
async def site(world: World) -> World:
    """Have somebody at the counter, who sees nothing."""
    await appoint(world, Role.STAFF, "staff")
    return world


async def receive(site: World, actor: Actor = STAFF, **changes: Any) -> int:
    return await complaints.receive(site.desk, actor, replace(BROUGHT, **changes))


async def answer(site: World, number: int, **changes: Any) -> None:
    said: dict[str, Any] = {
        "answered": site.machine.wall,
        "way": Way.TELEPHONE,
        "explained": "撮影範囲を画面でお見せした。",
    }
    await complaints.answer(site.desk, MANAGER, number, **said | changes)


async def item(site: World, number: int, actor: Actor = MANAGER) -> Item:
    listing = await complaints.listed(site.desk, actor)
    (found,) = (one for one in listing.complaints if one.complaint.number == number)
    return found


def due(site: World) -> list[tuple[DutyKind, datetime, int | None]]:
    return [(one.kind, one.due, one.number) for one in complaints.duties(site.desk)]


# --- Taking down


async def test_whoever_stands_at_the_counter_takes_it_down_and_reads_none(site: World) -> None:
    assert await receive(site) == 1
    assert await receive(site, what=ComplaintKind.INQUIRY) == 2
    (_, entry, *_) = site.acts("complaint_received")
    assert entry.actor == STAFF
    listing = await complaints.listed(site.desk, STAFF)
    assert (listing.answer_days, listing.closing_days) == (7, 30)
    assert (listing.complaints, listing.officers, listing.names) == ((), (), {})
    listing = await complaints.listed(site.desk, MANAGER)
    assert [one.complaint.number for one in listing.complaints] == [2, 1]
    found = listing.complaints[1]
    assert (found.name, found.contact, found.text) == (
        BROUGHT.name,
        BROUGHT.contact,
        BROUGHT.text,
    )
    assert listing.names["staff"] == "氏名 staff"
    assert (found.complaint.by, found.can) == ("staff", ("answer", "close"))


async def test_days_count_from_when_it_was_received_and_end_with_the_day(site: World) -> None:
    midnight = datetime(2026, 11, 22, 15, 0, tzinfo=NOON.tzinfo)  # the 23rd begins in Kumamoto
    late = await receive(site, received=midnight - timedelta(seconds=1))
    early = await receive(site, received=midnight)
    found = site.desk.registers.complaints.by_number
    assert found[late].answer_due == datetime(2026, 11, 30, tzinfo=TOKYO)
    assert found[early].answer_due == datetime(2026, 12, 1, tzinfo=TOKYO)
    assert found[early].closing_due == datetime(2026, 12, 24, tzinfo=TOKYO)


async def test_the_site_says_how_many_days_and_what_was_taken_down_keeps_its_own(
    site: World,
) -> None:
    before = await receive(site)
    await change(site, answer_days=2, closing_days=5)
    after = await receive(site)
    found = site.desk.registers.complaints.by_number
    assert found[after].answer_due == due_after(BROUGHT.received, 2, TOKYO)
    assert found[after].closing_due == due_after(BROUGHT.received, 5, TOKYO)
    assert found[before].answer_due == due_after(BROUGHT.received, 7, TOKYO)


async def test_the_complaint_officer_sees_to_it_and_where_there_is_none_the_manager(
    site: World,
) -> None:
    first = await receive(site)
    await appoint(site, Role.COMPLAINT_OFFICER, "officer")
    second = await receive(site)
    third = await receive(site, officer="manager")
    found = site.desk.registers.complaints.by_number
    assert [found[one].officer for one in (first, second, third)] == [
        "manager",
        "officer",
        "manager",
    ]
    assert (await complaints.listed(site.desk, OFFICER)).officers == ("officer", "manager")
    for role in (Role.MANAGER, Role.SITE_OWNER, Role.OPERATOR):
        await leave(site, role, "manager")
    await leave(site, Role.COMPLAINT_OFFICER, "officer")
    assert found[await receive(site)].officer is None


@pytest.mark.parametrize("unfit", ["staff", "stranger", ""])
async def test_nobody_sees_to_it_who_may_not_answer(site: World, unfit: str) -> None:
    with pytest.raises(Problem, match="officer_unfit"):
        await receive(site, officer=unfit)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": " \n"}, "complaint_text_missing"),
        ({"text": "あ" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"name": "あ" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"cameras": ("e" * 32,)}, "unknown_camera"),
        ({"received": NOON + timedelta(minutes=2)}, "moment_in_future"),
    ],
)
async def test_what_cannot_be_is_not_taken_down(
    site: World, changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Problem, match=problem):
        await receive(site, **changes)
    assert not site.acts("complaint_received")


async def test_who_came_may_stay_unnamed_and_speak_of_no_camera(site: World) -> None:
    number = await receive(site, name="  ", contact="", cameras=())
    assert (await item(site, number)).name == ""


# --- Answering and closing


async def test_it_is_answered_as_often_as_needed_and_closed_once(site: World) -> None:
    number = await receive(site)
    await answer(site, number)
    await answer(site, number, way=Way.LETTER, explained=" 書面をお渡しした。 ")
    found = await item(site, number)
    assert found.complaint.state is ComplaintState.ANSWERED
    assert [(one.way, one.explained, one.by) for one in found.answers] == [
        (Way.TELEPHONE, "撮影範囲を画面でお見せした。", "manager"),
        (Way.LETTER, "書面をお渡しした。", "manager"),
    ]
    await complaints.close(site.desk, MANAGER, number, Outcome.CHANGED, "カメラの向きを変えた。")
    found = await item(site, number)
    assert (found.complaint.state, found.complaint.outcome, found.remarks, found.can) == (
        ComplaintState.CLOSED,
        Outcome.CHANGED,
        "カメラの向きを変えた。",
        (),
    )
    with pytest.raises(Problem, match="complaint_closed"):
        await answer(site, number)
    with pytest.raises(Problem, match="complaint_closed"):
        await complaints.close(site.desk, MANAGER, number, Outcome.UNDERSTOOD)
    site.restart()
    assert await item(site, number) == found


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"answered": BROUGHT.received - timedelta(seconds=1)}, "answer_too_early"),
        ({"answered": NOON + timedelta(minutes=2)}, "moment_in_future"),
        ({"explained": ""}, "explained_missing"),
        ({"explained": "あ" * (LONGEST_EXPLANATION + 1)}, "text_too_long"),
    ],
)
async def test_an_answer_comes_after_it_was_received_and_says_something(
    site: World, changes: dict[str, Any], problem: str
) -> None:
    number = await receive(site)
    with pytest.raises(Problem, match=problem):
        await answer(site, number, **changes)
    await answer(site, number, answered=BROUGHT.received)  # on the spot


async def test_what_nobody_took_down_is_not_answered(site: World) -> None:
    with pytest.raises(Problem, match="complaint_unknown"):
        await answer(site, 1)
    with pytest.raises(Problem, match="complaint_unknown"):
        await complaints.close(site.desk, MANAGER, 1, Outcome.PASSED_ON)


@pytest.mark.parametrize(
    ("outcome", "remarks", "problem"),
    [
        (Outcome.PASSED_ON, "", None),
        (Outcome.NO_ANSWER_POSSIBLE, "", None),
        (Outcome.UNDERSTOOD, "その場で撮影範囲を説明した。", None),
        (Outcome.UNDERSTOOD, " ", "explained_on_the_spot_missing"),
        (Outcome.CHANGED, "向きを変えた。", "complaint_not_answered"),
        (Outcome.NOT_UNDERSTOOD, "説明した。", "complaint_not_answered"),
    ],
)
async def test_without_an_answer_it_is_closed_only_where_none_is_left_out(
    site: World, outcome: Outcome, remarks: str, problem: str | None
) -> None:
    number = await receive(site)
    if problem is None:
        await complaints.close(site.desk, MANAGER, number, outcome, remarks)
        return
    with pytest.raises(Problem, match=problem):
        await complaints.close(site.desk, MANAGER, number, outcome, remarks)
    await answer(site, number)
    await complaints.close(site.desk, MANAGER, number, outcome)


@pytest.mark.parametrize("actor", [STAFF, STRANGER, AUTOMATION])
async def test_who_may_not_answer_neither_answers_nor_closes(site: World, actor: Actor) -> None:
    number = await receive(site)
    doings: list[Callable[[], Any]] = [
        lambda: complaints.answer(
            site.desk, actor, number, answered=NOON, way=Way.MAIL, explained="説明"
        ),
        lambda: complaints.close(site.desk, actor, number, Outcome.PASSED_ON),
    ]
    for doing in doings:
        with pytest.raises(Refused):
            await doing()
    (refused,) = site.acts("refusal")[-1:]
    assert refused.act.act is Act.ANSWER_COMPLAINT  # type: ignore[attr-defined]
    assert (await item(site, number)).answers == ()


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_nobody_without_an_office_takes_one_down_or_sees_any(
    site: World, actor: Actor
) -> None:
    with pytest.raises(Refused):
        await receive(site, actor)
    with pytest.raises(Refused):
        await complaints.listed(site.desk, actor)


async def test_what_is_closed_for_long_is_left_to_the_register(site: World) -> None:
    number = await receive(site)
    await complaints.close(site.desk, MANAGER, number, Outcome.PASSED_ON)
    left = await receive(site)
    site.machine.pass_time(401 * DAY)
    listing = await complaints.listed(site.desk, MANAGER)
    assert [one.complaint.number for one in listing.complaints] == [left]


# --- What is due


async def test_an_answer_is_due_until_there_is_one_and_an_end_until_it_is_closed(
    site: World,
) -> None:
    number = await receive(site)
    found = site.desk.registers.complaints.by_number[number]
    closing = (DutyKind.COMPLAINT_CLOSING, found.closing_due, number)
    assert due(site) == [(DutyKind.COMPLAINT_ANSWER, found.answer_due, number), closing]
    assert {one.act for one in complaints.duties(site.desk)} == {Act.ANSWER_COMPLAINT}
    assert set(complaints.duties(site.desk)) <= set(duties.duties(site.desk))
    await answer(site, number)
    assert due(site) == [closing]
    await complaints.close(site.desk, MANAGER, number, Outcome.UNDERSTOOD)
    assert due(site) == []


async def test_it_is_overdue_from_the_midnight_after_its_last_day(site: World) -> None:
    number = await receive(site)
    found = site.desk.registers.complaints.by_number[number]
    site.machine.set_wall(found.answer_due - timedelta(seconds=1))
    assert complaints.overdue(site.desk) == ()
    site.machine.set_wall(found.answer_due)
    assert complaints.overdue(site.desk) == (number,)
    assert (await item(site, number)).overdue
    await answer(site, number)
    assert complaints.overdue(site.desk) == ()
    site.machine.set_wall(found.closing_due)
    assert complaints.overdue(site.desk) == (number,)
    await complaints.close(site.desk, MANAGER, number, Outcome.UNDERSTOOD)
    assert complaints.overdue(site.desk) == ()
    assert complaints.open_numbers(site.desk) == ()


async def test_an_end_that_is_over_before_the_answer_is_overdue_too(site: World) -> None:
    await change(site, answer_days=30, closing_days=7)
    number = await receive(site)
    site.machine.pass_time(9 * DAY)
    assert complaints.overdue(site.desk) == (number,)


# --- What is forgotten


def said(site: World) -> list[str]:
    """Return the texts of everybody who came."""
    acts = [entry.act for entry in site.acts("complaint_received") if entry.phase is Phase.DONE]
    return [act.text for act in acts if isinstance(act, ComplaintReceived)]


async def test_whoever_came_is_forgotten_three_years_after_it_was_closed(site: World) -> None:
    number = await receive(site)
    site.machine.pass_time(300 * DAY)
    await answer(site, number)
    site.machine.pass_time(300 * DAY)
    await complaints.close(site.desk, MANAGER, number, Outcome.UNDERSTOOD, "納得された。")
    site.machine.pass_time(timedelta(days=3 * 365 - 1))
    await personal_data.erase_due(site.desk)
    assert said(site) == [BROUGHT.text]
    site.machine.pass_time(2 * DAY)
    await personal_data.erase_due(site.desk)
    for text in (BROUGHT.text, BROUGHT.name, "撮影範囲を画面で", "納得された"):
        written = text.encode("unicode_escape")
        assert written not in site.book_path.read_bytes()
    (closed,) = (one.act for one in site.acts("complaint_closed") if one.phase is Phase.DONE)
    assert isinstance(closed, ComplaintClosed)
    assert (closed.outcome, closed.remarks) == (Outcome.UNDERSTOOD, "")


async def test_what_is_listed_after_that_says_that_it_was_erased(site: World) -> None:
    await change(site, complaint_years=1)
    number = await receive(site)
    await answer(site, number)
    await complaints.close(site.desk, MANAGER, number, Outcome.UNDERSTOOD)
    site.machine.pass_time(368 * DAY)
    await personal_data.erase_due(site.desk)
    for _ in range(2):
        found = await item(site, number)
        assert found.erased
        assert (found.name, found.contact, found.text, found.remarks) == ("", "", "", "")
        assert [one.explained for one in found.answers] == [""]
        site.restart()


async def test_what_nobody_has_closed_is_never_forgotten(site: World) -> None:
    number = await receive(site)
    site.machine.pass_time(DAY)
    await answer(site, number)
    site.machine.pass_time(timedelta(days=20 * 365))
    for _ in range(2):
        await personal_data.erase_due(site.desk)
        found = await item(site, number)
        assert (found.name, found.answers[0].explained) == (
            BROUGHT.name,
            "撮影範囲を画面でお見せした。",
        )
        site.restart()


async def test_one_complaint_does_not_keep_another(site: World) -> None:
    first, second = await receive(site), await receive(site, text="別の人の問合せ")
    await complaints.close(site.desk, MANAGER, first, Outcome.PASSED_ON)
    site.machine.pass_time(timedelta(days=3 * 365 + 2))
    await complaints.close(site.desk, MANAGER, second, Outcome.PASSED_ON)
    await personal_data.erase_due(site.desk)
    assert said(site) == ["", "別の人の問合せ"]


async def test_where_a_sign_hung_is_forgotten_once_another_look_says_it_anew(site: World) -> None:
    def confirmed(place: str) -> SignConfirmed:
        return SignConfirmed(
            camera=CAMERA,
            means=SignMeans.PERSON,
            seen=site.machine.wall,
            place=place,
            photo_jpeg="",
        )

    await site.desk.append(confirmed("門の右"), MANAGER, Phase.DONE)
    missing = SignMissing(
        camera=CAMERA, means=SignMeans.PERSON, seen=site.machine.wall, remarks="風で落ちた"
    )
    await site.desk.append(missing, MANAGER, Phase.DONE)
    site.machine.pass_time(timedelta(days=3 * 365 + 2))
    await personal_data.erase_due(site.desk)
    placed = [entry.act.place for entry in site.acts("sign_confirmed")]  # type: ignore[attr-defined]
    assert placed == ["門の右"]  # stands until somebody says it anew
    assert [entry.act.remarks for entry in site.acts("sign_missing")] == [""]  # type: ignore[attr-defined]
    await site.desk.append(confirmed("門の左"), MANAGER, Phase.DONE)
    site.machine.pass_time(timedelta(days=3 * 365 + 2))
    await personal_data.erase_due(site.desk)
    placed = [entry.act.place for entry in site.acts("sign_confirmed")]  # type: ignore[attr-defined]
    assert placed == ["", "門の左"]
