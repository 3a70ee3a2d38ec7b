"""Looking after a running site."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
import shutil

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.procedure.watch import Seen, Watch

from .conftest import CAMERA, NOON, World

HOUR = timedelta(hours=1)
PATIENCE = timedelta(seconds=6)


class Looker:
    """A site that keeps what its watch tells."""

    def __init__(self, world: World) -> None:
        self.seen: list[Seen] = []
        self.away = self.replaced = 0
        self.watch = Watch(
            world.desk,
            world.erasure,
            cameras=lambda: [CAMERA],
            seen=self.seen.append,
            away=self._was_away,
            replaced=self._was_replaced,
            patience=PATIENCE,
        )

    def _was_away(self) -> None:
        self.away += 1

    def _was_replaced(self) -> None:
        self.replaced += 1


@pytest.fixture
def looker(world: World) -> Looker:
    return Looker(world)


async def test_a_look_erases_what_is_due_and_tells_what_is_left(
    world: World, looker: Looker
) -> None:
    world.record(NOON - timedelta(days=8), 1)
    world.record(NOON - HOUR, 1)
    await looker.watch.look()
    assert len(world.told) == 1
    assert looker.seen[-1].footage[CAMERA].oldest == NOON - HOUR
    assert looker.seen[-1].free > 0


async def test_a_clock_that_becomes_trusted_dates_what_waited_for_it(world: World) -> None:
    world.machine.synchronised = False
    looker = Looker(world)
    world.record(NOON, 1)
    await looker.watch.look()
    assert len(world.vault.undated()) == 1
    world.machine.synchronised = True
    await looker.watch.look()
    assert not world.vault.undated()


async def test_a_folder_that_went_away_is_told_and_nothing_else_is_tried(
    world: World, looker: Looker
) -> None:
    away = world.folder / "away"
    world.vault_path.rename(away)
    await looker.watch.look()
    assert (looker.away, looker.seen, looker.watch.is_away) == (1, [], True)
    away.rename(world.vault_path)
    await looker.watch.look()
    assert (looker.away, len(looker.seen), looker.watch.is_away) == (1, 1, False)
    assert looker.replaced == 0


async def test_another_folder_in_its_place_is_told(world: World, looker: Looker) -> None:
    away = world.vault_path.rename(world.folder / "away")
    shutil.copytree(away, world.vault_path)
    await looker.watch.look()
    assert (looker.away, looker.replaced, looker.seen) == (0, 1, [])


async def test_what_changes_in_a_moment_is_looked_at_once(world: World, looker: Looker) -> None:
    for _ in range(5):
        looker.watch.refresh_soon()
    await world.pass_time(PATIENCE)
    assert len(looker.seen) == 1
    looker.watch.refresh_soon()
    await world.pass_time(PATIENCE)
    assert len(looker.seen) == 2


async def test_a_vault_that_does_not_answer_is_asked_again_the_next_time(
    world: World, looker: Looker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_camera: str) -> None:
        raise Problem("vault_failing", error="EIO")

    with monkeypatch.context() as patched:
        patched.setattr(world.vault, "summary", fails)
        await looker.watch.look()
    assert not looker.seen
    assert "vault_failing" in caplog.text
    await looker.watch.look()
    assert len(looker.seen) == 1


async def test_reconciling_ends_with_a_look(world: World, looker: Looker) -> None:
    await looker.watch.reconcile()
    assert len(looker.seen) == 1


async def test_files_that_cannot_be_compared_yet_are_said_and_looked_at_all_the_same(
    world: World, looker: Looker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise Problem("vault_failing", error="EIO")

    monkeypatch.setattr(world.vault, "reconcile", refuse)
    monkeypatch.setattr(world.vault, "sweep", refuse)
    await looker.watch.reconcile()
    assert "could not be compared yet" in caplog.text
    assert "could not be removed yet" in caplog.text
    assert len(looker.seen) == 1


async def test_closed_it_touches_the_vault_no_more(world: World, looker: Looker) -> None:
    looker.watch.refresh_soon()
    await looker.watch.close()
    assert not world.timers
    world.vault.close()
    for touch in (looker.watch.look, looker.watch.refresh, looker.watch.reconcile):
        await touch()
    looker.watch.refresh_soon()
    assert (world.timers, looker.seen, looker.away) == ([], [], 0)


async def test_closing_waits_for_a_look_that_is_under_way(world: World, looker: Looker) -> None:
    go_on, ended = await held(world, looker.watch.look)
    closing = asyncio.ensure_future(looker.watch.close())
    await asyncio.sleep(0)
    assert not closing.done()
    go_on()
    await closing
    assert ended.done()


async def test_an_erasure_under_way_arms_nothing_once_it_is_closed(world: World) -> None:
    world.record(NOON, 1)
    go_on, ended = await held(world, world.erasure.run)
    closing = asyncio.ensure_future(world.erasure.close())
    await asyncio.sleep(0)
    go_on()
    await closing
    await ended
    assert not world.timers
    assert await world.erasure.run() == 0


async def test_a_routine_entry_under_way_arms_nothing_once_it_is_closed(world: World) -> None:
    routine = RoutineBook(world.desk, slot=HOUR, patience=timedelta(minutes=2))
    world.record(NOON, 1)
    routine.arm()
    ((_, on_time),) = world.timers
    world.timers.clear()
    go_on, ended = await held(world, on_time)
    closing = asyncio.ensure_future(routine.close())
    await asyncio.sleep(0)
    assert not closing.done()
    go_on()
    await closing
    await ended
    assert not world.timers


async def held(
    world: World, begin: Callable[[], object]
) -> tuple[Callable[[], None], asyncio.Future[object]]:
    """Begin something and hold it at its first hop to a thread."""
    gate, reached = asyncio.Event(), asyncio.Event()
    run = world.desk.run

    class Held:
        async def __call__[**P, T](
            self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
        ) -> T:
            reached.set()
            await gate.wait()
            return await run(function, *args, **kwargs)

    world.desk.run = Held()
    ended = asyncio.ensure_future(begin())  # type: ignore[call-overload]
    await reached.wait()
    return gate.set, ended
