"""A camera's day: footage, gaps with their reasons, and when each part goes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.guideline.settings import CaptureMode
from custom_components.kuma_bouhan.procedure.day import bounds, day
from custom_components.kuma_bouhan.records.acts import Routine
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.routine import GapFact

from .conftest import CAMERA, MANAGER, NOON, STRANGER, World

TODAY = date(2026, 11, 23)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OTHER = "0d" * 16
START = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


async def gaps(world: World, at: datetime, *found: tuple[datetime, datetime, str]) -> None:
    """Enter gaps of the camera, or of another, in a routine entry."""
    world.machine.set_wall(at)
    facts = tuple(GapFact(camera, start, end, GapReason.NO_PICTURE) for start, end, camera in found)
    await world.desk.append(Routine(hour=at, gaps=facts), MANAGER, Phase.NOTED)


async def test_a_day_is_the_sites_own(world: World) -> None:
    world.record(START - MINUTE, 3)
    found = await day(world.desk, MANAGER, CAMERA, TODAY)
    assert (found.start, found.end) == (START, START + DAY)
    assert found.mode is CaptureMode.STREAM
    assert [(one.start, one.end) for one in found.stretches] == [(START, START + 2 * MINUTE)]
    assert all(one.due is not None for one in found.stretches)
    assert found.gaps == ()


@pytest.mark.parametrize(
    ("zone", "when", "hours"),
    [
        ("Asia/Tokyo", date(2026, 3, 29), 24),
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),
        ("Atlantic/Azores", date(2026, 3, 29), 23),
    ],
)
def test_a_day_has_as_many_hours_as_it_has(zone: str, when: date, hours: int) -> None:
    start, end = bounds(when, ZoneInfo(zone))
    assert end - start == hours * HOUR
    assert bounds(when + DAY, ZoneInfo(zone))[0] == end


async def test_gaps_are_told_with_their_reason_and_cut_to_the_day(world: World) -> None:
    await gaps(
        world,
        START + 3 * HOUR,
        (START - HOUR, START + HOUR, CAMERA),
        (START + 2 * HOUR, START + 3 * HOUR, OTHER),
        (START + 2 * HOUR, START + 2 * HOUR + MINUTE, CAMERA),
    )
    await gaps(world, START + 3 * DAY, (START + 23 * HOUR, START + 2 * DAY, CAMERA))
    await gaps(world, START + 4 * DAY, (START + 3 * DAY, START + 4 * DAY, CAMERA))
    found = await day(world.desk, MANAGER, CAMERA, TODAY)
    assert [(gap.start, gap.end) for gap in found.gaps] == [
        (START, START + HOUR),
        (START + 2 * HOUR, START + 2 * HOUR + MINUTE),
        (START + 23 * HOUR, START + DAY),
    ]
    assert {gap.reason for gap in found.gaps} == {GapReason.NO_PICTURE}
    (whole,) = (await day(world.desk, MANAGER, CAMERA, TODAY + DAY)).gaps
    assert (whole.start, whole.end) == (START + DAY, START + 2 * DAY)
    assert (await day(world.desk, MANAGER, CAMERA, TODAY - DAY)).gaps[0].start == START - HOUR


async def test_what_the_book_does_not_have_yet_is_told_too(world: World) -> None:
    now = Gap(CAMERA, NOON - HOUR, NOON, GapReason.SWITCHED_OFF)
    tomorrow = Gap(CAMERA, START + DAY, START + DAY + HOUR, GapReason.SWITCHED_OFF)
    found = await day(world.desk, MANAGER, CAMERA, TODAY, [tomorrow, now, now])
    assert found.gaps == (now,)


async def test_who_may_not_list_footage_is_told_nothing(world: World) -> None:
    with pytest.raises(Refused, match="role_needed_list_footage"):
        await day(world.desk, STRANGER, CAMERA, TODAY)
    with pytest.raises(Problem, match="unknown_camera"):
        await day(world.desk, MANAGER, OTHER, TODAY)
