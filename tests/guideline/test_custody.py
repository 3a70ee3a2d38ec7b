"""The lock in numbers."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.custody import (
    FIRST_WAIT,
    FREE_FAILURES,
    IDLE,
    LONGEST_OPEN,
    LONGEST_WAIT,
    Failures,
    idle_for,
    wait_after,
)
from custom_components.kuma_bouhan.guideline.settings import Profile, SiteSettings

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_the_vault_locks_itself_after_ten_minutes_and_in_a_home_after_thirty() -> None:
    def minutes(profile: Profile) -> float:
        return idle_for(SiteSettings(profile=profile, facility="x")) / timedelta(minutes=1)

    assert {profile: minutes(profile) for profile in Profile} == {
        Profile.HOME: 30,
        Profile.SMALL_BUILDING: 10,
        Profile.ASSOCIATION: 10,
    }
    assert idle_for(None) == IDLE
    assert timedelta(hours=1) == LONGEST_OPEN


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900)],
)
def test_five_failures_wait_half_a_minute_and_then_twice_as_long_each_time(
    failures: int, seconds: int
) -> None:
    assert wait_after(failures) == timedelta(seconds=seconds)


@given(st.integers(0, 10**9))
def test_no_wait_is_longer_than_a_quarter_of_an_hour(failures: int) -> None:
    wait = wait_after(failures)
    assert wait <= wait_after(failures + 1) <= LONGEST_WAIT
    assert bool(wait) == (failures >= FREE_FAILURES)
    assert not wait or wait >= FIRST_WAIT


def test_a_wait_begins_with_the_last_failure_and_ends() -> None:
    failures = Failures()
    assert (failures.until(), failures.left(NOW)) == (None, timedelta(0))
    for number in range(FREE_FAILURES):
        assert failures.left(NOW) == timedelta(0)
        failures = failures.another(NOW)
        assert failures.count == number + 1
    assert failures.until() == NOW + FIRST_WAIT
    assert failures.left(NOW + SECOND) == FIRST_WAIT - SECOND
    assert failures.left(NOW + FIRST_WAIT) == timedelta(0)


def test_a_failure_that_a_wrong_clock_put_in_the_future_keeps_nobody_out() -> None:
    failures = Failures(FREE_FAILURES, NOW + timedelta(days=400))
    assert failures.left(NOW) == timedelta(0)
    assert failures.another(NOW).until() == NOW + 2 * FIRST_WAIT
