"""What a clock may do to footage: nothing goes early, and what is due goes once the clock is trusted.

Footage is recorded at noon for seven days. In each story the machine's clock goes its own way;
after each step the site looks at everything, as it does every minute.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from custom_components.kuma_bouhan.procedure import clock
from custom_components.kuma_bouhan.procedure.watch import Watch
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from .conftest import CAMERA, MANAGER, NOON, World

SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
DUE = NOON + HOUR + 7 * DAY
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")

type Do = Callable[[World], None]


@dataclass(frozen=True)
class Step:
    """Something happens; then footage is there or not, told of or not, and the clock trusted or not.

    Where the clock is not trusted, nobody may view: `told` None says that its own word does not count.
    """

    do: Do
    there: bool
    told: bool | None
    trusted: bool = True


def passes(length: timedelta) -> Do:
    return lambda world: world.machine.pass_time(length)


def doubted(moment: datetime | None = None) -> Do:
    """Return what loses the time servers, and sets the clock."""

    def do(world: World) -> None:
        world.machine.synchronised = False
        if moment is not None:
            world.machine.set_wall(moment)

    return do


def right(moment: datetime) -> Do:
    """Return what finds the time servers again, and sets the clock by them."""

    def do(world: World) -> None:
        world.machine.synchronised = True
        world.machine.set_wall(moment)

    return do


def off(length: timedelta, wall: datetime | None = None, *, synchronised: bool = False) -> Do:
    """Return what cuts the power for a while; the clock then says `wall`, or is right."""

    def do(world: World) -> None:
        world.stop()
        world.machine.reboot(length, "boot-2")
        world.machine.synchronised = synchronised
        if wall is not None:
            world.machine.set_wall(wall)
        world.start()

    return do


STORIES: dict[str, list[Step]] = {
    "a clock that is right": [
        Step(passes(7 * DAY), there=True, told=True),
        Step(passes(HOUR - SECOND), there=True, told=True),
        Step(passes(SECOND), there=False, told=False),
    ],
    "forwards": [
        Step(doubted(NOON + 60 * DAY), there=True, told=False, trusted=False),
        Step(passes(2 * DAY), there=True, told=False, trusted=False),
        Step(right(NOON + 2 * DAY), there=True, told=True),
        Step(right(DUE - SECOND), there=True, told=True),
        Step(right(DUE), there=False, told=False),
    ],
    "backwards": [
        Step(doubted(NOON - 60 * DAY), there=True, told=None, trusted=False),
        Step(passes(8 * DAY), there=True, told=None, trusted=False),
        Step(right(NOON + 8 * DAY), there=False, told=False),
    ],
    "backwards, by the time servers": [
        Step(right(NOON - DAY), there=True, told=True),
        Step(passes(8 * DAY), there=True, told=True),
        Step(passes(HOUR), there=False, told=False),
    ],
    "time servers out of reach": [
        Step(doubted(), there=True, told=True, trusted=False),
        Step(passes(9 * DAY), there=True, told=False, trusted=False),
        Step(right(NOON + 9 * DAY), there=False, told=False),
    ],
    "1970 at boot": [
        Step(off(HOUR, LONG_AGO), there=True, told=None, trusted=False),
        Step(passes(DAY), there=True, told=None, trusted=False),
        Step(right(NOON + DAY + HOUR), there=True, told=True),
        Step(right(DUE), there=False, told=False),
    ],
    "weeks powered off": [
        Step(off(21 * DAY), there=True, told=False, trusted=False),
        Step(right(NOON + 21 * DAY), there=False, told=False),
    ],
    "weeks powered off, trusted at once": [
        Step(off(21 * DAY, synchronised=True), there=False, told=False),
    ],
    "weeks powered off, and 1970 at boot": [
        Step(off(21 * DAY, LONG_AGO), there=True, told=None, trusted=False),
        Step(passes(30 * DAY), there=True, told=None, trusted=False),
        Step(right(NOON + 51 * DAY), there=False, told=False),
    ],
}


def slots(world: World) -> int:
    return len(world.vault.slots())


def told(world: World) -> bool:
    now = world.machine.now()
    return bool(world.vault.chunks(CAMERA, LONG_AGO, NOON + 99 * DAY, now=now))


async def look(world: World) -> None:
    """Look at everything, as a site does every minute."""
    watch = Watch(
        world.desk,
        world.erasure,
        cameras=lambda: [CAMERA],
        seen=lambda _: None,
        away=lambda: None,
        replaced=lambda: None,
        patience=SECOND,
    )
    await watch.look()


@pytest.mark.parametrize("story", STORIES)
async def test_footage_goes_neither_early_nor_late(world: World, story: str) -> None:
    world.record(NOON, 5)
    for number, step in enumerate(STORIES[story]):
        step.do(world)
        await look(world)
        assert world.desk.clock.trusted is step.trusted, number
        assert bool(slots(world)) is step.there, number
        if step.told is not None:
            assert told(world) is step.told, number


async def test_a_persons_word_erases_what_is_due_and_moving_the_clock_takes_it_back(
    world: World,
) -> None:
    world.record(NOON, 5)
    off(21 * DAY)(world)
    await look(world)
    assert slots(world) == 1
    world.record(world.machine.wall, 5)
    await clock.confirm(world.desk, MANAGER)
    await look(world)
    (young,) = world.vault.slots()
    assert young.due == NOON + 21 * DAY + HOUR + 7 * DAY
    world.machine.set_wall(NOON + 60 * DAY)
    await look(world)
    assert slots(world) == 1
    world.machine.set_wall(NOON + 22 * DAY)
    await look(world)
    assert slots(world) == 1


async def test_footage_of_a_clock_in_1970_stands_its_period_from_when_it_really_was(
    world: World,
) -> None:
    off(21 * DAY, LONG_AGO)(world)
    world.record(LONG_AGO, 5)
    await look(world)
    assert world.vault.undated()
    assert told(world)
    world.machine.pass_time(2 * DAY)
    right(NOON + 23 * DAY)(world)
    await look(world)
    due = NOON + 21 * DAY + HOUR + 7 * DAY
    assert [slot.due for slot in world.vault.slots()] == [due]
    right(due - SECOND)(world)
    await look(world)
    assert told(world)
    right(due)(world)
    await look(world)
    assert not slots(world)


async def test_a_disk_that_refuses_the_dating_changes_no_date(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    off(21 * DAY, LONG_AGO)(world)
    world.record(LONG_AGO, 5)
    right(NOON + 21 * DAY)(world)

    def refuse(_due: object) -> None:
        raise VaultProblem("disk_full")

    with monkeypatch.context() as full:
        full.setattr(world.vault, "set_due", refuse)
        await look(world)
        assert "could not be dated yet" in caplog.text
    world.machine.pass_time(2 * DAY)
    await look(world)
    assert [slot.due for slot in world.vault.slots()] == [NOON + 21 * DAY + HOUR + 7 * DAY]


@pytest.mark.parametrize(
    ("recorded", "hours"),
    [
        # The night of 25 October 2026 is an hour longer, that of 29 March 2026 an hour shorter.
        (datetime(2026, 10, 22, 12, 0, tzinfo=BERLIN), 7 * 24 + 1),
        (datetime(2026, 3, 26, 12, 0, tzinfo=BERLIN), 7 * 24 - 1),
        (datetime(2026, 11, 22, 12, 0, tzinfo=BERLIN), 7 * 24),
        # An hour that is skipped falls later; one that happens twice falls on the first.
        (datetime(2026, 3, 22, 1, 30, tzinfo=BERLIN), 7 * 24),
        (datetime(2026, 10, 18, 1, 30, tzinfo=BERLIN), 7 * 24),
    ],
)
async def test_days_are_those_of_the_wall_clock_where_it_is_set_for_summer(
    world: World, recorded: datetime, hours: int
) -> None:
    world.desk.zone = BERLIN
    world.machine.set_wall(recorded.astimezone(UTC))
    world.record(recorded.astimezone(UTC), 5)
    (slot,) = world.vault.slots()
    assert slot.due == slot.end + hours * HOUR
    right(slot.due - SECOND)(world)
    await look(world)
    assert told(world)
    right(slot.due)(world)
    await look(world)
    assert not slots(world)
