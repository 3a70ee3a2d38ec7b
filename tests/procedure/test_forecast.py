"""How long the disk lasts."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.procedure.forecast import LONGEST, Pace, days_left

DAY = timedelta(days=1)
GIB = 2**30


def test_there_is_no_forecast_before_there_is_footage() -> None:
    assert days_left(GIB, []) is None
    assert days_left(GIB, [Pace(0, timedelta(0), 7 * DAY)]) is None


def test_a_disk_with_room_for_the_whole_period_never_fills() -> None:
    assert days_left(7 * GIB, [Pace(GIB, DAY, 7 * DAY)]) == LONGEST


def test_a_disk_that_is_too_small_says_when() -> None:
    assert days_left(3 * GIB, [Pace(GIB, DAY, 7 * DAY)]) == pytest.approx(3.0)


def test_cameras_that_hold_their_whole_period_need_no_more() -> None:
    full = Pace(7 * GIB, 7 * DAY, 7 * DAY)
    assert days_left(0, [full]) == LONGEST
    assert days_left(GIB, [full, Pace(GIB, DAY, 7 * DAY)]) == pytest.approx(1.0)
