"""Changing how long footage is kept, 4(4)イ."""

from datetime import UTC, datetime

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import HoldKind
from custom_components.kuma_bouhan.procedure import holding, recovery, retention
from custom_components.kuma_bouhan.records.acts import RetentionChanged
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, MANAGER, NOON, STRANGER, World
from .extending import DAY, HOUR, MINUTE, ask, ready, scope

OTHER = "d1" * 16


def dues(world: World) -> dict[str, datetime | None]:
    return {slot.camera: slot.due for slot in world.vault.slots()}


async def test_shortening_brings_footage_that_is_there_nearer_to_its_end(world: World) -> None:
    world.record(NOON, 5)
    seen = await retention.preview(world.desk, None, 3)
    assert (seen.days_before, seen.days_after, seen.sooner, seen.due_now) == (7, 3, 1, 0)
    await retention.change(world.desk, MANAGER, None, 3, seen=seen)
    assert dues(world) == {CAMERA: NOON + HOUR + 3 * DAY}
    assert retention.days_of(world.desk, CAMERA) == 3


async def test_lengthening_applies_to_new_footage_only(world: World) -> None:
    world.record(NOON, 5)
    seen = await retention.preview(world.desk, None, 14)
    assert seen.sooner == 0
    await retention.change(world.desk, MANAGER, None, 14, seen=seen)
    assert dues(world) == {CAMERA: NOON + HOUR + 7 * DAY}
    world.record(NOON + HOUR, 5)
    assert NOON + 2 * HOUR + 14 * DAY in {slot.due for slot in world.vault.slots()}


async def test_shortening_and_lengthening_again_revives_nothing(world: World) -> None:
    world.record(NOON, 5)
    for days in (2, 30):
        seen = await retention.preview(world.desk, None, days)
        await retention.change(world.desk, MANAGER, None, days, seen=seen)
    assert dues(world) == {CAMERA: NOON + HOUR + 2 * DAY}


async def test_more_footage_than_was_shown_is_not_erased_on_that_yes(world: World) -> None:
    world.record(NOON, 5)
    seen = await retention.preview(world.desk, None, 1)
    world.machine.pass_time(2 * DAY)
    with pytest.raises(Problem) as problem:
        await retention.change(world.desk, MANAGER, None, 1, seen=seen)
    assert problem.value.key == "more_footage_than_shown"
    assert dues(world) == {CAMERA: NOON + HOUR + 7 * DAY}


async def test_a_camera_with_a_period_of_its_own_is_left_alone_by_the_sites(world: World) -> None:
    await world.add_camera(OTHER, retention_days=5)
    world.record(NOON, 5)
    world.record(NOON, 5, OTHER)
    seen = await retention.preview(world.desk, None, 2)
    await retention.change(world.desk, MANAGER, None, 2, seen=seen)
    assert dues(world) == {CAMERA: NOON + HOUR + 2 * DAY, OTHER: NOON + HOUR + 5 * DAY}


async def test_a_camera_can_be_put_back_on_the_sites_period(world: World) -> None:
    await world.add_camera(OTHER, retention_days=14)
    world.record(NOON, 5, OTHER)
    seen = await retention.preview(world.desk, OTHER, 7)
    await retention.change(world.desk, MANAGER, OTHER, None, seen=seen)
    assert dues(world) == {OTHER: NOON + HOUR + 7 * DAY}
    assert world.desk.registers.standing_cameras()[OTHER].retention_days is None


@pytest.mark.parametrize("days", [0, 31])
async def test_a_period_that_is_not_the_shortest_necessary_is_refused(
    world: World, days: int
) -> None:
    seen = await retention.preview(world.desk, None, 7)
    with pytest.raises(Problem) as problem:
        await retention.change(world.desk, MANAGER, None, days, seen=seen)
    assert problem.value.key == "retention_out_of_range"


async def test_a_stranger_does_not_change_a_period(world: World) -> None:
    seen = await retention.preview(world.desk, None, 3)
    with pytest.raises(Refused):
        await retention.change(world.desk, STRANGER, None, 3, seen=seen)


async def test_a_change_that_a_stop_interrupted_is_finished_at_the_next_start(
    world: World,
) -> None:
    world.record(NOON, 5)
    order = RetentionChanged(camera=None, days_before=7, days_after=3, slots=1, due_now=0)
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    assert dues(world) == {CAMERA: NOON + HOUR + 3 * DAY}
    assert retention.days_of(world.desk, CAMERA) == 3


async def test_a_change_that_is_finished_days_later_counts_from_when_it_was_ordered(
    world: World,
) -> None:
    """What is held past its own end is protected by when that was: not by how long the site stood still."""
    await ready(world)
    world.record(NOON, 5)
    world.machine.pass_time(6 * MINUTE)
    await ask(world, 0, 5)
    order = RetentionChanged(camera=None, days_before=7, days_after=2, slots=1, due_now=0)
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    world.machine.pass_time(9 * DAY)
    world.restart()
    await recovery.begin(world.desk, world.erasure)
    plan = await holding.plan(world.desk, scope(0, 5), HoldKind.REQUEST)
    assert plan.latest_end == NOON + HOUR + 2 * DAY
    assert (plan.pieces, plan.left_out) == ((), 5)


async def test_footage_under_a_doubtful_clock_is_dated_once_the_clock_is_trusted(
    world: World,
) -> None:
    world.machine.synchronised = False
    world.record(NOON, 5)
    assert dues(world) == {CAMERA: None}
    assert await retention.date_slots(world.desk) == 1
    assert dues(world) == {CAMERA: NOON + HOUR + 7 * DAY}


async def test_footage_from_1970_counts_its_period_from_when_it_really_was(world: World) -> None:
    world.machine.synchronised = False
    really = world.machine.wall
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    world.machine.set_wall(epoch)
    world.record(epoch, 5)
    world.machine.set_wall(really)
    await retention.date_slots(world.desk)
    assert dues(world) == {CAMERA: really + HOUR + 7 * DAY}


async def test_footage_of_a_doubtful_clock_of_another_start_counts_from_now(world: World) -> None:
    world.machine.synchronised = False
    world.record(NOON, 5)
    world.restart()
    world.machine.pass_time(2 * DAY)
    await retention.date_slots(world.desk)
    assert dues(world) == {CAMERA: NOON + 9 * DAY}
