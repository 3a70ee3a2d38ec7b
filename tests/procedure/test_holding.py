"""What is held beyond its period: its own end, the timeline, what is not in the vault any more, what may not be erased."""

from datetime import datetime
import shutil

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.extension import PROVISIONAL, HoldKind
from custom_components.kuma_bouhan.procedure import (
    day as day_of,
    extension,
    footage,
    holding,
    protection,
    recovery,
    retention,
)
from custom_components.kuma_bouhan.procedure.holding import HeldStretch
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.acts import ErasureAsked
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.writer import Fragment

from ..vault.pieces import open_apart
from .conftest import CAMERA, MANAGER, NOON, TOKYO, World
from .extending import (
    DAY,
    DECIDER,
    HOUR,
    MINUTE,
    OPERATOR,
    OTHER,
    PERIOD,
    SECOND,
    apart,
    ask,
    days_pass,
    held,
    minutes,
    ready,
    scope,
    unlock,
)

LAST = datetime(2026, 12, 14, tzinfo=TOKYO)


@pytest.fixture
async def site(world: World) -> World:
    """Ten minutes of footage, an hour ago."""
    await ready(world)
    world.record(NOON, 10)
    world.machine.pass_time(HOUR)
    return world


def stretch(start: datetime, end: datetime, until: datetime, kind: HoldKind) -> HeldStretch:
    return HeldStretch(start=start, end=end, until=until, kind=kind)


async def original_ends(world: World, start: int, end: int) -> set[datetime]:
    plan = await holding.plan(world.desk, scope(start, end), HoldKind.EXTENSION, LAST)
    return {piece.original_end for piece in plan.pieces}


async def shorten(world: World, days: int, camera: str | None = None) -> None:
    seen = await retention.preview(world.desk, camera, days)
    await retention.change(world.desk, MANAGER, camera, days, seen=seen)


async def test_shortening_a_period_leaves_holds_and_brings_own_ends_nearer(site: World) -> None:
    await ask(site, 0, 3)
    until = NOON + PERIOD + PROVISIONAL
    await shorten(site, 3)
    assert held(site) == dict.fromkeys(range(3), until)
    assert await original_ends(site, 0, 10) == {NOON + HOUR + 3 * DAY}
    await days_pass(site, 4)
    assert minutes(site) == [0, 1, 2]
    assert await original_ends(site, 0, 10) == {NOON + HOUR + 3 * DAY}, "its slot is gone"
    site.restart()
    assert await original_ends(site, 0, 10) == {NOON + HOUR + 3 * DAY}


async def test_a_longer_period_makes_no_own_end_later(site: World) -> None:
    await ask(site, 0, 3)
    await shorten(site, 14)
    await days_pass(site, 8)
    await shorten(site, 2)  # after it was over
    assert await original_ends(site, 0, 10) == {NOON + PERIOD}


async def test_a_period_of_another_camera_says_nothing_of_this_one(site: World) -> None:
    await site.add_camera(OTHER, retention_days=5)
    site.record(NOON, 3, OTHER)
    await ask(site, 0, 3, changes={"scope": scope(0, 3, OTHER)})
    await shorten(site, 1)
    await days_pass(site, 6)
    plan = await holding.plan(site.desk, scope(0, 3, OTHER), HoldKind.EXTENSION, LAST)
    assert {piece.original_end for piece in plan.pieces} == {NOON + HOUR + 5 * DAY}


async def test_held_footage_has_its_own_period_back_though_its_hour_was_erased_in_part(
    site: World,
) -> None:
    number = await ask(site, 0, 3)
    for minute in (5, 8):
        start = NOON + minute * MINUTE
        await site.erasure.erase(MANAGER, CAMERA, start, start + SECOND, "誤って撮影した")
    await extension.deny(site.desk, DECIDER, number)
    assert held(site) == {}
    assert minutes(site) == [0, 1, 2, 3, 4, 6, 7, 9]
    assert await original_ends(site, 0, 10) == {NOON + PERIOD}
    await shorten(site, 6)
    await days_pass(site, 6.1)
    assert minutes(site) == []


async def test_a_book_that_does_not_know_a_hold_says_when_its_period_was_over_at_the_latest(
    site: World,
) -> None:
    slot = open_apart(site.vault, CAMERA, NOON, LAST)
    site.vault.rewrap([site.vault.chunks(CAMERA, NOON, LAST, now=NOON)[0].id], slot)
    await days_pass(site, 9)
    assert await original_ends(site, 0, 10) == {NOON + PERIOD}


@pytest.mark.parametrize("approved", [False, True])
async def test_held_and_requested_footage_is_not_erased_on_request(
    site: World, approved: bool
) -> None:
    number = await ask(site, 2, 5)
    if approved:
        await extension.approve(site.desk, DECIDER, number)
    for start, end in ((2, 3), (0, 10), (4, 9)):
        span = NOON + start * MINUTE, NOON + end * MINUTE
        with pytest.raises(Problem, match="footage_held"):
            await site.erasure.erase(MANAGER, CAMERA, *span, "不要")
    await site.erasure.erase(MANAGER, CAMERA, NOON + 5 * MINUTE, NOON + 9 * MINUTE, "不要")
    assert minutes(site) == [0, 1, 2, 3, 4, 9]


async def test_requested_footage_is_not_erased_where_it_cannot_be_protected_again(
    site: World,
) -> None:
    await extension.withdraw(site.desk, OPERATOR, await ask(site, 2, 5))
    number = await ask(site, 2, 5)
    assert held(site) == {}
    span = NOON + 2 * MINUTE, NOON + 3 * MINUTE
    with pytest.raises(Problem, match="footage_held"):
        await site.erasure.erase(MANAGER, CAMERA, *span, "不要")
    await extension.deny(site.desk, DECIDER, number)
    await site.erasure.erase(MANAGER, CAMERA, *span, "不要")
    assert 2 not in minutes(site)


async def test_an_erasure_that_is_taken_up_again_spares_what_is_held_since(site: World) -> None:
    span = NOON + 2 * MINUTE, NOON + 5 * MINUTE
    order = ErasureAsked(camera=CAMERA, start=span[0], end=span[1], reason_text="不要")
    await site.desk.append(order, MANAGER, Phase.ORDERED)
    await protection.protect(site.desk, OPERATOR, scope(3, 4))
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert minutes(site) == [0, 1, 3, 5, 6, 7, 8, 9]


async def test_a_hold_that_an_older_copy_of_the_vault_lacks_is_made_again(site: World) -> None:
    site.stop()
    shutil.copytree(site.vault_path, site.folder / "copy")
    site.start()
    unlock(site)
    number = await ask(site, 2, 5)
    await extension.approve(site.desk, DECIDER, number)
    gone = await ask(site, 7, 9)
    await extension.withdraw(site.desk, OPERATOR, gone)
    site.stop()
    shutil.rmtree(site.vault_path)
    (site.folder / "copy").rename(site.vault_path)
    site.start()
    assert held(site) == {}
    site.machine.pass_time(DAY)
    await recovery.begin(site.desk, site.erasure)
    assert held(site) == dict.fromkeys((2, 3, 4), LAST)
    found = site.desk.registers.requests.extensions[number]
    assert {slot.id for slot in apart(site)} == {piece.slot for piece in found.held}


async def test_a_hold_that_a_copy_brings_back_after_it_was_let_go_goes_again(site: World) -> None:
    number = await ask(site, 2, 5)
    await days_pass(site, 8)
    site.stop()
    shutil.copytree(site.vault_path, site.folder / "copy")
    site.start()
    unlock(site)
    await extension.deny(site.desk, DECIDER, number)
    await RoutineBook(site.desk, slot=HOUR, patience=MINUTE).enter(site.machine.now())
    assert minutes(site) == []
    site.stop()
    shutil.rmtree(site.vault_path)
    (site.folder / "copy").rename(site.vault_path)
    site.start()
    assert minutes(site) == [2, 3, 4]
    await recovery.begin(site.desk, site.erasure)
    assert minutes(site) == []


async def test_a_slot_that_the_book_does_not_know_is_left_alone(site: World) -> None:
    slot = open_apart(site.vault, CAMERA, NOON, LAST)
    site.vault.rewrap([site.vault.chunks(CAMERA, NOON, LAST, now=NOON)[0].id], slot)
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert [one.id for one in apart(site)] == [slot]


async def test_the_timeline_shows_what_is_held_and_until_when(site: World) -> None:
    site.record(NOON + HOUR, 10)
    site.machine.pass_time(HOUR)
    await protection.protect(site.desk, OPERATOR, scope(9, 62))
    await extension.approve(site.desk, DECIDER, await ask(site, 8, 62))
    start, end = NOON, NOON + DAY
    ends = [NOON + hour * HOUR + 7 * DAY + PROVISIONAL for hour in (1, 2)]
    expected = [
        stretch(NOON + 8 * MINUTE, NOON + 10 * MINUTE, LAST, HoldKind.EXTENSION),
        stretch(NOON + 9 * MINUTE, NOON + 10 * MINUTE, ends[0], HoldKind.PROTECTION),
        stretch(NOON + HOUR, NOON + 62 * MINUTE, LAST, HoldKind.EXTENSION),
        stretch(NOON + HOUR, NOON + 62 * MINUTE, ends[1], HoldKind.PROTECTION),
    ]
    assert holding.holds(site.desk, CAMERA, start, end) == expected
    assert holding.holds(site.desk, CAMERA, NOON + HOUR, end) == expected[2:]
    assert holding.holds(site.desk, OTHER, start, end) == []
    assert holding.held_until(site.desk, CAMERA) == LAST
    today = await day_of.day(site.desk, DECIDER, CAMERA, NOON.astimezone(TOKYO).date())
    assert list(today.holds) == expected


async def test_hours_that_are_held_alike_are_one_stretch(site: World) -> None:
    site.record(NOON + 10 * MINUTE, 60)
    site.machine.pass_time(HOUR)
    await extension.approve(site.desk, DECIDER, await ask(site, 8, 62))
    (found,) = holding.holds(site.desk, CAMERA, NOON, NOON + DAY)
    assert (found.start, found.end) == (NOON + 8 * MINUTE, NOON + 62 * MINUTE)


async def test_what_is_being_recorded_is_held_up_to_the_span_and_no_further(world: World) -> None:
    await ready(world)
    world.record(NOON, 3)
    writer = world.vault.writer(CAMERA, due=lambda end: retention.due_of(world.desk, CAMERA, end))
    writer.start(b"init", orientation=1)
    for number in range(18, 27):
        writer.fragment(_piece(number))
    world.machine.pass_time(270 * SECOND)
    done = await protection.protect(world.desk, OPERATOR, scope(2, 4))
    assert [piece.chunks for piece in done.pieces] == [2]
    assert done.pieces[0].end == NOON + 4 * MINUTE, "whole chunks"
    for number in range(27, 30):
        writer.fragment(_piece(number))
    writer.close()
    assert sorted(held(world)) == [2, 3]


def _piece(number: int) -> Fragment:
    start = NOON + number * 10 * SECOND
    return Fragment(b"x" * 500, start, 10 * SECOND, True, start + 10 * SECOND)


async def test_what_is_held_still_tells_the_end_of_its_own_period(site: World) -> None:
    world = site
    number = await ask(world, 0, 5)
    await extension.approve(world.desk, DECIDER, number)

    async def ends() -> list[datetime | None]:
        found = await footage.stretches(world.desk, OPERATOR, CAMERA, NOON, NOON + HOUR)
        return [one.due for one in found]

    assert await ends() == [NOON + PERIOD], "held and not held alike"
    await days_pass(world, 8)
    (until,) = await ends()
    assert until == held(world)[0], "its own is over: the hold's is told"
