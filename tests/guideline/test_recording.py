"""撮影時間 and the states of a camera."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason, Hours, RecordingState

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_a_window_by_day_opens_at_its_start_and_is_shut_at_its_end() -> None:
    hours = Hours(time(9), time(17))
    assert not hours.cover(at(0, 8, 59))
    assert hours.cover(at(0, 9))
    assert hours.cover(at(0, 16, 59))
    assert not hours.cover(at(0, 17))


def test_a_window_past_midnight_belongs_to_the_day_it_opened_on() -> None:
    fridays = Hours(time(22), time(6), frozenset({4}))
    assert fridays.cover(at(4, 23))
    assert fridays.cover(at(5, 5, 59))
    assert not fridays.cover(at(5, 6))
    assert not fridays.cover(at(4, 5))
    assert not fridays.cover(at(5, 23))


def test_sunday_night_reaches_into_monday() -> None:
    assert Hours(time(22), time(6), frozenset({6})).cover(at(0, 3))


@given(st.datetimes(), st.times(), st.times())
def test_a_window_and_its_opposite_cover_every_moment_once(
    moment: datetime, start: time, end: time
) -> None:
    if start == end:
        return
    assert Hours(start, end).cover(moment) != Hours(end, start).cover(moment)


def test_equal_start_and_end_mean_the_whole_day() -> None:
    hours = Hours(time(7), time(7))
    assert all(hours.cover(at(0, hour)) for hour in range(24))


@pytest.mark.parametrize("state", RecordingState)
def test_a_camera_that_does_what_was_asked_is_no_problem(state: RecordingState) -> None:
    as_asked = {"recording", "connecting", "switched_off", "outside_hours"}
    assert state.is_problem == (state.value not in as_asked)


def test_a_gap_knows_its_length() -> None:
    gap = Gap("c", at(0, 1), at(0, 2), GapReason.NOT_RUNNING)
    assert gap.length == timedelta(hours=1)
