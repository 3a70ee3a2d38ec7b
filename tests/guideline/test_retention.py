"""The arithmetic of periods, 4(4)イ."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from custom_components.kuma_bouhan.guideline.retention import due, shortened, slot_start

TOKYO = ZoneInfo("Asia/Tokyo")
BERLIN = ZoneInfo("Europe/Berlin")

moments = st.datetimes(datetime(2007, 2, 1), datetime(2060, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)


def test_seven_days_in_kumamoto_end_at_the_same_wall_clock_a_week_later() -> None:
    end = datetime(2026, 11, 23, 15, 0, tzinfo=TOKYO)
    assert due(end, 7, TOKYO) == datetime(2026, 11, 30, 15, 0, tzinfo=TOKYO)


def test_a_day_is_a_local_day_when_the_clocks_go_forward() -> None:
    end = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)
    assert due(end, 1, BERLIN) - end.astimezone(UTC) == timedelta(hours=23)


def test_a_day_is_a_local_day_when_the_clocks_go_back() -> None:
    end = datetime(2026, 10, 24, 12, 0, tzinfo=BERLIN)
    assert due(end, 1, BERLIN) - end.astimezone(UTC) == timedelta(hours=25)


def test_a_wall_time_that_is_skipped_falls_after_the_skip() -> None:
    end = datetime(2026, 3, 28, 2, 30, tzinfo=BERLIN)
    assert due(end, 1, BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert due(end, 1, BERLIN).astimezone(BERLIN).hour == 3


def test_a_wall_time_that_happens_twice_is_the_first() -> None:
    end = datetime(2026, 10, 24, 2, 30, tzinfo=BERLIN)
    assert due(end, 1, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(moments, st.integers(1, 30), st.sampled_from([TOKYO, BERLIN, UTC]))
def test_a_period_is_never_off_by_more_than_a_change_of_clocks(
    end: datetime, days: int, zone: timezone
) -> None:
    length = due(end, days, zone) - end
    assert abs(length - timedelta(days=days)) <= timedelta(hours=1)


@given(moments, moments)
def test_a_change_of_period_only_ever_brings_the_end_nearer(
    standing: datetime, proposed: datetime
) -> None:
    assert shortened(standing, proposed) <= standing
    assert shortened(None, proposed) == proposed


@given(moments, st.sampled_from([10, 60, 3600]))
def test_slots_tile_time(moment: datetime, seconds: int) -> None:
    length = timedelta(seconds=seconds)
    start = slot_start(moment, length)
    assert start <= moment < start + length
    assert slot_start(start, length) == start
    assert slot_start(start + length, length) == start + length
