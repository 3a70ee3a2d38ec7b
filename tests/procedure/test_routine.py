"""The hourly routine entry."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.acts import Routine

from .conftest import CAMERA, NOON, World

HOUR = timedelta(hours=1)
GAP = Gap(CAMERA, NOON, NOON + timedelta(seconds=9), GapReason.CAMERA_UNAVAILABLE)


def routines(world: World) -> list[Routine]:
    acts = [entry.act for entry in world.acts("routine")]
    assert all(isinstance(act, Routine) for act in acts)
    return acts  # type: ignore[return-value]


@pytest.fixture
def routine(world: World) -> RoutineBook:
    return RoutineBook(world.desk, slot=HOUR, patience=timedelta(minutes=2))


async def test_an_hour_is_entered_some_moments_after_its_end(
    world: World, routine: RoutineBook
) -> None:
    routine.arm()
    world.record(NOON, 55)
    routine.note(GAP)
    await world.pass_time(HOUR + timedelta(minutes=1))
    assert not routines(world)
    await world.pass_time(timedelta(minutes=1))
    (entered,) = routines(world)
    (hour,) = entered.chunks
    assert (hour.camera, hour.chunks) == (CAMERA, 55)
    assert entered.gaps[0].reason is GapReason.CAMERA_UNAVAILABLE
    await routine.close()


async def test_each_chunk_is_entered_once_and_none_is_lost_by_a_stop(
    world: World, routine: RoutineBook
) -> None:
    world.record(NOON, 30)
    world.machine.pass_time(HOUR / 2)
    await routine.enter(world.machine.wall)
    world.record(NOON + HOUR / 2, 20)
    world.restart()
    world.machine.pass_time(HOUR)
    after = RoutineBook(world.desk, slot=HOUR, patience=timedelta(minutes=2))
    await after.enter(world.machine.wall)
    counts = [hour.chunks for entered in routines(world) for hour in entered.chunks]
    assert sum(counts) == 50


async def test_an_erasure_is_entered_even_when_the_site_stopped_in_between(
    world: World, routine: RoutineBook
) -> None:
    world.record(NOON, 10)
    world.machine.pass_time(timedelta(days=8))
    await world.erasure.run()
    world.restart()
    after = RoutineBook(world.desk, slot=HOUR, patience=timedelta(minutes=2))
    await after.enter(world.machine.wall)
    (fact,) = [fact for entered in routines(world) for fact in entered.erasures]
    assert fact.camera == CAMERA
    assert fact.confirmed
    assert fact.start == NOON
    assert fact.slot in world.desk.registers.erased_slots()
    await after.enter(world.machine.wall + HOUR)
    assert len(routines(world)) == 1


async def test_nothing_is_entered_where_nothing_happened(
    world: World, routine: RoutineBook
) -> None:
    await routine.enter(NOON + HOUR)
    assert not routines(world)


async def test_a_book_that_cannot_be_written_stops_no_timer(
    world: World, routine: RoutineBook, caplog: pytest.LogCaptureFixture
) -> None:
    routine.arm()
    routine.note(GAP)
    world.book.close()
    await world.pass_time(HOUR + timedelta(minutes=2))
    assert "could not be entered" in caplog.text
    assert world.timers


async def test_a_gap_waits_while_the_book_cannot_be_written(
    world: World, routine: RoutineBook
) -> None:
    routine.note(GAP)
    world.book.close()
    with pytest.raises(Problem):
        await routine.enter(NOON + HOUR)
    world.restart()
    routine._desk = world.desk
    await routine.enter(NOON + HOUR)
    assert len(routines(world)[0].gaps) == 1
