"""Which stretches a rule of early erasure lets go: 4(4)エ."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as some
import pytest

from custom_components.kuma_bouhan.guideline.purge_rules import windows
from custom_components.kuma_bouhan.guideline.recording import Hours

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, tzinfo=TOKYO)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def of(hours: Hours, since: datetime, until: datetime) -> list[tuple[str, str]]:
    """Return the windows in local time."""
    zone = since.tzinfo
    assert zone is not None
    return [
        (f"{start.astimezone(zone):%d %H:%M}", f"{end.astimezone(zone):%d %H:%M}")
        for start, end in windows(hours, since, until, zone)
    ]


def test_an_hour_of_every_day_is_cut_where_the_rule_was_signed_and_where_it_is_now() -> None:
    hours = Hours(time(9), time(10))
    assert of(hours, MONDAY + 9.5 * HOUR, MONDAY + 2 * DAY + 9.25 * HOUR) == [
        ("23 09:30", "23 10:00"),
        ("24 09:00", "24 10:00"),
        ("25 09:00", "25 09:15"),
    ]


def test_a_window_past_midnight_belongs_to_the_day_it_opened_on() -> None:
    hours = Hours(time(22), time(5), frozenset({6}))
    assert of(hours, MONDAY, MONDAY + 7 * DAY) == [
        ("23 00:00", "23 05:00"),
        ("29 22:00", "30 00:00"),
    ]


def test_the_same_hour_twice_is_the_whole_day() -> None:
    hours = Hours(time(0), time(0), frozenset({0}))
    assert of(hours, MONDAY - DAY, MONDAY + 7 * DAY) == [("23 00:00", "24 00:00")]


def test_before_it_was_signed_there_is_nothing() -> None:
    hours = Hours(time(9), time(10))
    assert of(hours, MONDAY + 10 * HOUR, MONDAY + DAY + 9 * HOUR) == []
    assert of(hours, MONDAY + DAY, MONDAY) == []


@given(
    start=some.times(),
    end=some.times(),
    weekdays=some.frozensets(some.integers(0, 6)),
    month=some.sampled_from([3, 6, 11]),
    zone=some.sampled_from([TOKYO, NEW_YORK]),
)
def test_nothing_outside_the_hours_ever_goes_also_where_the_clocks_change(
    start: time, end: time, weekdays: frozenset[int], month: int, zone: ZoneInfo
) -> None:
    hours = Hours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
    hours = Hours(hours.start, hours.end, weekdays)
    since = datetime(2026, month, 1, tzinfo=UTC)
    for opens, closes in windows(hours, since, since + 14 * DAY, zone):
        moment = opens
        while moment < closes:
            assert hours.cover(moment.astimezone(zone))
            moment += 7 * MINUTE


@pytest.mark.parametrize(
    ("day", "hours", "goes"),
    [
        (8, Hours(time(2, 15), time(2, 45)), []),
        (8, Hours(time(1), time(4)), [("08 01:00", "08 04:00")]),
    ],
)
def test_an_hour_that_the_clocks_skip_is_nobodys(
    day: int, hours: Hours, goes: list[tuple[str, str]]
) -> None:
    midnight = datetime(2026, 3, day, tzinfo=NEW_YORK)
    assert of(hours, midnight, midnight + DAY) == goes
