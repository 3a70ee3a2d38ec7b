"""The hourly routine entry."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.acts import Routine
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.vault.problems import VaultProblem

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


async def test_files_that_cannot_be_removed_yet_keep_no_hour_from_being_entered(
    world: World, routine: RoutineBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.record(NOON, 10)
    world.machine.pass_time(timedelta(days=8))

    def refuse() -> None:
        raise VaultProblem("vault_failing", error="EIO")

    with monkeypatch.context() as broken:
        broken.setattr(world.vault, "sweep", refuse)
        assert await world.erasure.run() == 1
        world.record(world.machine.wall, 5)
        world.machine.pass_time(HOUR)
        await routine.enter(world.machine.wall)
    (entered,) = routines(world)
    assert [hour.chunks for hour in entered.chunks] == [15]
    assert not entered.erasures
    await routine.enter(world.machine.wall)
    (fact,) = routines(world)[-1].erasures
    assert (fact.files, fact.confirmed) == (10, True)


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


async def test_what_a_long_outage_left_is_entered_in_several_entries(
    world: World, routine: RoutineBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.routine.BATCH", 3)
    for hour in range(7):
        world.record(NOON + hour * HOUR, 1)
        routine.note(replace(GAP, start=NOON + hour * HOUR))
    world.machine.pass_time(timedelta(days=8))
    assert await world.erasure.run() == 7
    await routine.enter(world.machine.wall)
    entered = routines(world)
    assert [(len(e.erasures), len(e.gaps)) for e in entered] == [(3, 3), (3, 3), (1, 1)]
    assert len({fact.slot for entry in entered for fact in entry.erasures}) == 7
    await routine.enter(world.machine.wall + HOUR)
    assert len(routines(world)) == 3


async def test_a_book_that_fails_between_two_entries_loses_and_doubles_nothing(
    world: World, routine: RoutineBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.routine.BATCH", 2)
    for second in range(3):
        routine.note(replace(GAP, end=NOON + timedelta(seconds=5 + second)))
    append, left = world.book.append, [1]

    def full(*args: Any, **kwargs: Any) -> Any:
        if not left.pop():
            left.append(0)
            raise BookProblem("book_full")
        left.append(0)
        return append(*args, **kwargs)

    world.book.append = full  # type: ignore[method-assign]
    with pytest.raises(Problem):
        await routine.enter(NOON + HOUR)
    world.book.append = append  # type: ignore[method-assign]
    await routine.enter(NOON + HOUR)
    lengths = [gap.end.second for entry in routines(world) for gap in entry.gaps]
    assert lengths == [5, 6, 7]


async def test_a_long_gap_is_entered_as_soon_as_it_has_ended(
    world: World, routine: RoutineBook
) -> None:
    world.record(NOON, 1)
    world.machine.pass_time(HOUR)
    await routine.enter(world.machine.wall)
    routine.note(GAP)
    routine.note(replace(GAP, end=NOON + timedelta(minutes=5)))
    routine.note(replace(GAP, end=NOON + timedelta(minutes=9)))
    world.record(NOON + HOUR, 1)
    await world.pass_time(timedelta(0))
    assert [len(entry.gaps) for entry in routines(world)] == [0, 3]
    assert routines(world)[-1].hour == NOON + HOUR
    world.machine.pass_time(HOUR)
    await routine.enter(world.machine.wall)
    assert [len(entry.chunks) for entry in routines(world)] == [1, 0, 1]


async def test_a_long_gap_that_cannot_be_entered_at_once_waits_for_its_hour(
    world: World, routine: RoutineBook, caplog: pytest.LogCaptureFixture
) -> None:
    world.record(NOON, 1)
    world.machine.pass_time(HOUR)
    await routine.enter(world.machine.wall)
    routine.note(replace(GAP, end=NOON + HOUR))
    world.book.close()
    await world.pass_time(timedelta(0))
    assert "could not be entered in the book yet" in caplog.text
    world.restart()
    routine._desk = world.desk
    await routine.enter(world.machine.wall + HOUR)
    assert len(routines(world)[-1].gaps) == 1


async def test_a_long_gap_at_the_stop_is_entered_once(world: World, routine: RoutineBook) -> None:
    routine.note(replace(GAP, end=NOON + HOUR))
    await routine.close()
    assert not world.timers
    await routine.enter(world.machine.wall)
    assert [len(entry.gaps) for entry in routines(world)] == [1]


async def test_what_else_the_site_does_by_itself_follows_the_hour(world: World) -> None:
    done: list[int] = []

    async def task() -> None:
        done.append(len(routines(world)))

    routine = RoutineBook(world.desk, slot=HOUR, patience=timedelta(0), then=[task])
    routine.arm()
    routine.note(GAP)
    await world.pass_time(HOUR)
    assert done == [1]
    await routine.close()


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
