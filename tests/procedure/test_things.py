"""Custody of things, taking out, other copies, disposal: where footage physically is, and who may carry it away."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
import shutil
import tempfile
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
import pytest

from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Hands, Role
from custom_components.kuma_bouhan.guideline.things import CopyKind, Method, TakingState, ThingKind
from custom_components.kuma_bouhan.procedure import other_copies, personal_data, taking_out, things
from custom_components.kuma_bouhan.procedure.clock import Clock
from custom_components.kuma_bouhan.procedure.desk import Desk
from custom_components.kuma_bouhan.procedure.duties import every_duty
from custom_components.kuma_bouhan.procedure.things import Disposal, Place
from custom_components.kuma_bouhan.records.acts import Appointed, CameraRemoved
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.records.thing import (
    MediumDisposed,
    MediumReturned,
    OtherCopyNoted,
    TakingOutDenied,
    TakingOutPermitted,
    TakingOutRequested,
    ThingChecked,
    ThingNoted,
)

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, TOKYO, Machine, World, _at_once

OWNER = Actor("manager", Door.FLOW)
GUARD = Actor("guard", Door.PANEL)
DAY = timedelta(days=1)
TODAY = NOON.astimezone(TOKYO).date()
HOST = Place(
    what=ThingKind.HOST,
    name=" 録画用の機器 ",
    place="事務室の保管庫",
    lock="シリンダー錠",
    key_keeper="運用責任者",
    anti_theft="ワイヤー錠",
)
CARD = Place(what=ThingKind.MEDIUM, name="USBメモリー 1号", place="事務室の保管庫")
LONG = "長" * 2001


async def with_guard(world: World) -> None:
    """Have somebody who only operates."""
    act = Appointed(role=Role.OPERATOR, user_id="guard", since=NOON, name="警備 一郎", title="")
    await world.desk.append(act, MANAGER, Phase.DONE)


async def noted(world: World, place: Place = CARD) -> str:
    return await things.note(world.desk, OWNER, place)


async def asked(world: World, thing: str, actor: Actor = OWNER, days: int = 3) -> int:
    return await taking_out.request(
        world.desk, actor, thing, due=TODAY + days * DAY, reason="修理", where_to="熊本電機"
    )


async def out(world: World, thing: str) -> int:
    number = await asked(world, thing)
    await taking_out.permit(world.desk, OWNER, number)
    return number


async def refused(key: str, *attempts: Awaitable[object]) -> None:
    for attempt in attempts:
        with pytest.raises(Problem, match=key):
            await attempt


def due(world: World) -> dict[str, Any]:
    """Return what is due of things, of everything that is."""
    kinds = ("custody_check", "taking_out")
    return {one.id: one.due for one in every_duty(world.desk) if one.id.startswith(kinds)}


# --- Where things stand


async def test_a_thing_says_where_it_stands_behind_which_lock_and_who_has_the_key(
    world: World,
) -> None:
    thing = await noted(world, HOST)
    act = world.acts("thing_noted")[-1].act
    assert act == ThingNoted(
        thing=thing,
        what=ThingKind.HOST,
        name="録画用の機器",
        place="事務室の保管庫",
        lock="シリンダー錠",
        key_keeper="運用責任者",
        anti_theft="ワイヤー錠",
    )
    found = world.desk.registers.things.by_id[thing]
    assert (found.noted, found.checked) == (NOON, None)


async def test_there_is_one_host_and_it_can_move(world: World) -> None:
    thing = await noted(world, HOST)
    await refused("host_noted_already", noted(world, HOST))
    other = await noted(world)
    await refused("host_noted_already", things.note(world.desk, OWNER, HOST, other))
    await things.note(world.desk, OWNER, replace(HOST, place="管理室"), thing)
    assert [entry.act.place for entry in world.acts("thing_noted")][-1] == "管理室"  # type: ignore[attr-defined]
    assert set(world.desk.registers.things.by_id) == {thing, other}


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (replace(CARD, name=" "), "text_missing"),
        (replace(CARD, place=""), "text_missing"),
        (replace(CARD, lock=LONG), "text_too_long"),
    ],
)
async def test_a_thing_without_name_or_place_is_none(world: World, place: Place, key: str) -> None:
    before = world.book.size
    await refused(key, noted(world, place))
    assert world.book.size == before


async def test_a_thing_is_looked_at_and_what_is_wrong_is_said_in_words(world: World) -> None:
    thing = await noted(world)
    await world.pass_time(DAY)
    await refused("remarks_missing", things.check(world.desk, OWNER, thing, fine=False))
    await things.check(world.desk, OWNER, thing, fine=False, remarks=" 扉が開いていた ")
    assert world.acts("thing_checked")[-1].act == ThingChecked(
        thing=thing, fine=False, remarks="扉が開いていた"
    )
    found = world.desk.registers.things.by_id[thing]
    assert (found.checked, found.fine) == (NOON + DAY, False)
    await things.check(world.desk, OWNER, thing, fine=True)
    assert world.desk.registers.things.by_id[thing].fine


async def test_to_note_a_thing_anew_is_no_look_at_it_and_mends_no_fault(world: World) -> None:
    thing = await noted(world, HOST)
    await world.pass_time(DAY)
    await things.note(world.desk, OWNER, replace(HOST, place="管理室"), thing)
    assert due(world) == {f"custody_check:{thing}": NOON + 365 * DAY}
    await things.check(world.desk, OWNER, thing, fine=False, remarks="扉が開いていた")
    await world.pass_time(DAY)
    await things.note(world.desk, OWNER, HOST, thing)
    found = world.desk.registers.things.by_id[thing]
    assert (found.noted, found.checked, found.fine) == (NOON, NOON + DAY, False)
    assert due(world) == {f"custody_check:{thing}": NOON + 366 * DAY}


async def test_what_is_gone_is_nothing_to_be_seen_to(world: World) -> None:
    thing = await noted(world)
    assert due(world) == {f"custody_check:{thing}": NOON + 365 * DAY}
    await things.gone(world.desk, OWNER, thing)
    assert due(world) == {}
    await refused(
        "thing_unknown",
        things.gone(world.desk, OWNER, thing),
        things.check(world.desk, OWNER, thing, fine=True),
        things.note(world.desk, OWNER, CARD, thing),
        asked(world, thing),
    )


async def test_who_operates_looks_at_things_and_does_not_say_where_they_stand(
    world: World,
) -> None:
    await with_guard(world)
    thing = await noted(world)
    await things.check(world.desk, GUARD, thing, fine=True)
    for attempt in (
        things.note(world.desk, GUARD, CARD),
        things.gone(world.desk, GUARD, thing),
        other_copies.none(world.desk, GUARD, CAMERA),
    ):
        with pytest.raises(Refused, match="role_needed_keep_things"):
            await attempt
    for actor in (STRANGER, AUTOMATION):
        with pytest.raises(Refused):
            await things.check(world.desk, actor, thing, fine=True)


# --- Taking out


async def test_a_medium_goes_out_by_permission_and_comes_back(world: World) -> None:
    await with_guard(world)
    thing = await noted(world)
    number = await asked(world, thing, GUARD)
    assert world.acts("taking_out_requested")[-1].act == TakingOutRequested(
        number=1,
        thing=thing,
        due=(NOON.astimezone(TOKYO) + 4 * DAY).replace(hour=0),
        reason_text="修理",
        where_to="熊本電機",
    )
    taking = world.desk.registers.things.takings
    assert (number, taking[1].state, taking[1].by) == (1, TakingState.REQUESTED, "guard")
    with pytest.raises(Refused, match="role_needed_permit_taking_out"):
        await taking_out.permit(world.desk, GUARD, number)
    with pytest.raises(Refused, match="unlock_first"):
        await taking_out.permit(world.desk, Actor("manager", Door.PANEL), number)
    await world.pass_time(DAY)
    await taking_out.permit(world.desk, OWNER, number)
    assert world.acts("taking_out_permitted")[-1].act == TakingOutPermitted(
        number=1, requested_by="guard", one_person=False
    )
    assert (taking[1].state, taking[1].hands) == (TakingState.OUT, Hands("guard", "manager"))
    await taking_out.returned(world.desk, GUARD, number, fine=True)
    assert (taking[1].state, taking[1].back) == (TakingState.BACK, NOON + DAY)
    # And out again, under another number.
    assert await asked(world, thing) == 2


async def test_it_is_said_where_one_person_asked_and_permitted(world: World) -> None:
    await out(world, await noted(world))
    act = world.acts("taking_out_permitted")[-1].act
    assert isinstance(act, TakingOutPermitted)
    assert act.one_person


async def test_what_is_denied_stays_where_it_is(world: World) -> None:
    thing = await noted(world)
    number = await asked(world, thing)
    await taking_out.deny(world.desk, OWNER, number, " 修理は立会いで ")
    assert world.acts("taking_out_denied")[-1].act == TakingOutDenied(
        number=1, requested_by="manager", reason_text="修理は立会いで"
    )
    assert world.desk.registers.things.takings[1].state is TakingState.DENIED
    await refused(
        "taking_out_decided",
        taking_out.permit(world.desk, OWNER, number),
        taking_out.deny(world.desk, OWNER, number),
    )
    await refused("thing_not_out", taking_out.returned(world.desk, OWNER, number, fine=True))
    await refused("taking_out_unknown", taking_out.permit(world.desk, OWNER, 9))


async def test_what_is_out_or_asked_for_is_asked_for_no_second_time_and_goes_nowhere_else(
    world: World,
) -> None:
    thing = await noted(world)
    disposal = Disposal(
        medium="USB", serial="1", method=Method.CRUSHED, on=TODAY, witness="花子", thing=thing
    )

    def attempts() -> tuple[Awaitable[object], ...]:
        return (
            asked(world, thing),
            things.gone(world.desk, OWNER, thing),
            things.dispose(world.desk, OWNER, disposal),
        )

    number = await asked(world, thing)
    await refused("taking_out_waits", *attempts())
    await taking_out.permit(world.desk, OWNER, number)
    await refused("thing_is_out", *attempts())
    await taking_out.returned(world.desk, OWNER, number, fine=True)
    await things.dispose(world.desk, OWNER, disposal)


async def test_what_comes_back_otherwise_than_it_went_is_said_in_words(world: World) -> None:
    number = await out(world, await noted(world))
    await refused("remarks_missing", taking_out.returned(world.desk, OWNER, number, fine=False))
    await taking_out.returned(world.desk, OWNER, number, fine=False, remarks="封が切れていた")
    assert world.acts("medium_returned")[-1].act == MediumReturned(
        number=number, fine=False, remarks="封が切れていた"
    )
    assert not world.desk.registers.things.takings[number].fine


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"due": TODAY - DAY}, "return_in_past"),
        ({"reason": " "}, "text_missing"),
        ({"where_to": ""}, "text_missing"),
        ({"reason": LONG}, "text_too_long"),
    ],
)
async def test_whoever_takes_out_says_until_when_why_and_to_whom(
    world: World, wrong: dict[str, Any], key: str
) -> None:
    wish: dict[str, Any] = {"due": TODAY, "reason": "修理", "where_to": "熊本電機"}
    thing = await noted(world)
    await refused(key, taking_out.request(world.desk, OWNER, thing, **wish | wrong))


async def test_nothing_is_permitted_once_it_should_be_back(world: World) -> None:
    number = await asked(world, await noted(world), days=0)
    await world.pass_time(DAY)
    await refused("return_in_past", taking_out.permit(world.desk, OWNER, number))
    await taking_out.deny(world.desk, OWNER, number)


async def test_a_taking_out_is_due_to_be_decided_before_its_day_of_return_then_to_come_back(
    world: World,
) -> None:
    thing = await noted(world)
    number = await asked(world, thing)
    back = world.desk.registers.things.takings[number].due
    assert back > NOON + timedelta(hours=1)
    check = {f"custody_check:{thing}": NOON + 365 * DAY}
    assert due(world) == check | {f"taking_out_decision:{number}": back}
    await taking_out.permit(world.desk, OWNER, number)
    assert due(world) == check | {f"taking_out_return:{number}": back}
    await taking_out.returned(world.desk, OWNER, number, fine=True)
    assert due(world) == check


async def test_however_far_off_its_return_a_decision_stands_on_the_list_at_once(
    world: World,
) -> None:
    number = await asked(world, await noted(world), days=90)
    (duty,) = [one for one in taking_out.duties(world.desk) if one.number == number]
    assert duty.is_ahead(NOON)
    assert not duty.is_overdue(NOON + 29 * DAY)
    assert duty.is_overdue(NOON + 30 * DAY)


# --- Media that are made unreadable


async def test_a_medium_is_disposed_of_with_serial_method_and_witness(world: World) -> None:
    thing = await noted(world)
    await things.dispose(
        world.desk,
        OWNER,
        Disposal(
            medium=" USBメモリー ",
            serial="SN-1",
            method=Method.CRUSHED,
            on=TODAY - DAY,
            witness="阿蘇 花子",
            thing=thing,
        ),
    )
    act = world.acts("medium_disposed")[-1].act
    assert isinstance(act, MediumDisposed)
    assert (act.medium, act.serial, act.witness) == ("USBメモリー", "SN-1", "阿蘇 花子")
    assert act.on.astimezone(TOKYO).date() == TODAY - DAY
    known = world.desk.registers.things
    assert known.by_id == {}
    assert known.disposals == [world.acts("medium_disposed")[-1].seq]


@pytest.mark.parametrize("method", Method)
async def test_however_it_is_disposed_of_a_witness_or_a_certificate_shows_it(
    world: World, method: Method
) -> None:
    disposal = Disposal(medium="ディスク", serial="SN-2", method=method, on=TODAY, witness=" ")
    await refused("text_missing", things.dispose(world.desk, OWNER, disposal))
    await things.dispose(world.desk, OWNER, replace(disposal, witness="証明書 第1号"))


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"medium": ""}, "text_missing"),
        ({"serial": " "}, "text_missing"),
        ({"witness": LONG}, "text_too_long"),
        ({"on": TODAY + DAY}, "moment_in_future"),
        ({"thing": "ff" * 16}, "thing_unknown"),
    ],
)
async def test_what_makes_no_disposal_is_said(
    world: World, wrong: dict[str, Any], key: str
) -> None:
    whole: dict[str, Any] = {
        "medium": "ディスク",
        "serial": "SN-2",
        "method": Method.SHREDDED,
        "on": TODAY,
        "witness": "花子",
    }
    await refused(key, things.dispose(world.desk, OWNER, Disposal(**whole | wrong)))


# --- Other copies


def note_copy(world: World, days: int | None = 7, **more: Any) -> Awaitable[str]:
    wish: dict[str, Any] = {"place": "カメラの中", "who_sees": "だれも"} | more
    camera = wish.pop("camera", CAMERA)
    return other_copies.note(world.desk, OWNER, camera, CopyKind.SD_CARD, days, **wish)


@pytest.mark.parametrize(("days", "wrong"), [(7, False), (8, True), (1, False), (None, True)])
async def test_what_is_kept_elsewhere_longer_than_here_or_nobody_knows_how_long_is_too_long(
    world: World, days: int | None, wrong: bool
) -> None:
    copy = await note_copy(world, days)
    found = world.desk.registers.things.copies[copy]
    assert other_copies.allowed_days(world.desk, CAMERA) == 7
    assert other_copies.too_long(world.desk, found) is wrong


async def test_a_camera_with_a_period_of_its_own_is_measured_by_that(world: World) -> None:
    camera = "d0" * 16
    await world.add_camera(camera, retention_days=3)
    copy = await note_copy(world, 4, camera=camera)
    found = world.desk.registers.things.copies[copy]
    assert other_copies.too_long(world.desk, found)
    # It lies there still when the camera is gone.
    await world.desk.append(CameraRemoved(camera=camera), OWNER, Phase.NOTED)
    assert other_copies.allowed_days(world.desk, camera) == 3
    # Of what nobody knows the period of, nothing is said to be too long.
    assert other_copies.allowed_days(world.desk, "ff" * 16) is None
    assert not other_copies.too_long(world.desk, replace(found, camera="ff" * 16))
    await note_copy(world, 2, camera=camera, copy=copy)


async def test_nobody_says_nowhere_else_while_a_copy_stands(world: World) -> None:
    looked = world.desk.registers.things.copies_looked
    assert CAMERA not in looked
    await other_copies.none(world.desk, OWNER, CAMERA)
    assert looked[CAMERA] == NOON
    copy = await note_copy(world)
    await refused("other_copy_stands", other_copies.none(world.desk, OWNER, CAMERA))
    await world.pass_time(DAY)
    await other_copies.gone(world.desk, OWNER, copy)
    assert looked[CAMERA] == NOON + DAY
    await other_copies.none(world.desk, OWNER, CAMERA)
    await refused("unknown_camera", other_copies.none(world.desk, OWNER, "ff" * 16))


async def test_where_else_pictures_are_kept_is_looked_at_soon_and_then_every_year(
    world: World,
) -> None:
    def looks() -> dict[str | None, datetime]:
        found = every_duty(world.desk)
        return {one.camera: one.due for one in found if one.kind is DutyKind.OTHER_COPIES}

    assert looks() == {CAMERA: NOON + 30 * DAY}
    await world.pass_time(DAY)
    await other_copies.none(world.desk, OWNER, CAMERA)
    assert looks() == {CAMERA: NOON + 366 * DAY}
    copy = await note_copy(world)
    await world.pass_time(DAY)
    # While a copy stands, to note it anew is to have looked.
    await note_copy(world, copy=copy)
    assert looks() == {CAMERA: NOON + 367 * DAY}
    await world.desk.append(CameraRemoved(camera=CAMERA), OWNER, Phase.NOTED)
    assert looks() == {}


async def test_a_copy_is_noted_anew_and_stays_one(world: World) -> None:
    copy = await note_copy(world, 30)
    assert await note_copy(world, 5, copy=copy, place="録画機") == copy
    assert list(world.desk.registers.things.copies) == [copy]
    act = world.acts("other_copy_noted")[-1].act
    assert isinstance(act, OtherCopyNoted)
    assert (act.days, act.place, act.who_sees) == (5, "録画機", "だれも")


async def test_what_makes_no_copy_is_said(world: World) -> None:
    copy = await note_copy(world)
    await world.add_camera("d0" * 16)
    await refused("unknown_camera", note_copy(world, camera="ff" * 16))
    await refused("copy_days_out_of_range", note_copy(world, 0), note_copy(world, 3651))
    await refused("text_missing", note_copy(world, place=""), note_copy(world, who_sees=""))
    await refused(
        "other_copy_unknown",
        note_copy(world, copy="ff" * 16),
        note_copy(world, copy=copy, camera="d0" * 16),
        other_copies.gone(world.desk, OWNER, "ff" * 16),
    )


# --- Whatever is asked in whatever order


class TakingOut(RuleBasedStateMachine):
    """The model: what each of two things is in, and the states of all takings out."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        machine = Machine()
        self.desk = Desk(
            book=Book.create(self.folder / "book", site="ab" * 16),
            registers=Registers(),
            vault=None,  # type: ignore[arg-type]
            clock=Clock(
                now=machine.now,
                since_boot=machine.since_boot,
                synchronised=lambda: True,
                boot_id="boot",
            ),
            zone=TOKYO,
            run=_at_once,
            schedule=lambda _moment, _then: lambda: None,
        )
        act = Appointed(role=Role.MANAGER, user_id="manager", since=NOON, name="", title="")
        asyncio.run(self.desk.append(act, OWNER, Phase.DONE))
        self.things = [asyncio.run(things.note(self.desk, OWNER, CARD)) for _ in range(2)]
        self.kept = {0, 1}
        self.model: dict[int, tuple[int, TakingState]] = {}

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.book.close()
            again = Registers()
            Book.open(self.folder / "book", fold=again.fold).close()
            assert again.things == self.desk.registers.things
            shutil.rmtree(self.folder)

    def open_of(self, thing: int) -> list[TakingState]:
        return [
            state
            for of, state in self.model.values()
            if of == thing and state in {TakingState.REQUESTED, TakingState.OUT}
        ]

    def passes(self, may: bool, act: Callable[[], Awaitable[object]]) -> bool:
        async def attempt() -> None:
            await act()

        if may:
            asyncio.run(attempt())
        else:
            with pytest.raises(Problem):
                asyncio.run(attempt())
        return may

    @rule(thing=st.integers(0, 1))
    def ask(self, thing: int) -> None:
        may = thing in self.kept and not self.open_of(thing)
        wish = {"due": TODAY, "reason": "修理", "where_to": "熊本電機"}
        if self.passes(
            may,
            lambda: taking_out.request(self.desk, OWNER, self.things[thing], **wish),  # type: ignore[arg-type]
        ):
            self.model[len(self.model) + 1] = (thing, TakingState.REQUESTED)

    @rule(number=st.integers(1, 5), deny=st.booleans())
    def decide(self, number: int, deny: bool) -> None:
        thing, state = self.model.get(number, (0, None))
        decision = taking_out.deny if deny else taking_out.permit
        if self.passes(state is TakingState.REQUESTED, lambda: decision(self.desk, OWNER, number)):
            self.model[number] = (thing, TakingState.DENIED if deny else TakingState.OUT)

    @rule(number=st.integers(1, 5))
    def come_back(self, number: int) -> None:
        thing, state = self.model.get(number, (0, None))
        if self.passes(
            state is TakingState.OUT,
            lambda: taking_out.returned(self.desk, OWNER, number, fine=True),
        ):
            self.model[number] = (thing, TakingState.BACK)

    @rule(thing=st.integers(0, 1))
    def go(self, thing: int) -> None:
        may = thing in self.kept and not self.open_of(thing)
        if self.passes(may, lambda: things.gone(self.desk, OWNER, self.things[thing])):
            self.kept.discard(thing)

    @invariant()
    def the_book_says_what_the_model_says(self) -> None:
        if not hasattr(self, "desk"):
            return
        known = self.desk.registers.things
        assert {n: one.state for n, one in known.takings.items()} == {
            n: state for n, (_, state) in self.model.items()
        }
        assert set(known.by_id) == {self.things[thing] for thing in self.kept}
        assert all(len(self.open_of(thing)) <= 1 for thing in (0, 1))


TestTakingOut = TakingOut.TestCase
TestTakingOut.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)


async def test_where_a_medium_went_is_known_until_it_is_back_and_forgotten_when_its_period_is_over(
    world: World,
) -> None:
    number = await out(world, await noted(world))
    world.machine.pass_time(11 * 366 * DAY)
    await personal_data.erase_due(world.desk)
    assert where_to(world) == "熊本電機"
    await taking_out.returned(world.desk, OWNER, number, fine=True)
    world.machine.pass_time(11 * 366 * DAY)
    await personal_data.erase_due(world.desk)
    assert where_to(world) == ""


def where_to(world: World) -> str:
    act = world.acts("taking_out_requested")[-1].act
    assert isinstance(act, TakingOutRequested)
    return act.where_to
