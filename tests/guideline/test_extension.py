"""Keeping footage beyond its period: 4(4)イ, 参考様式1."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.extension import (
    LONGEST_EXTENSION,
    HoldKind,
    check_until,
    kept_until,
    last_day,
)

TOKYO = ZoneInfo("Asia/Tokyo")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "zone", "until"),
    [
        (date(2026, 11, 30), TOKYO, datetime(2026, 11, 30, 15, 0, tzinfo=UTC)),
        (date(2026, 12, 31), TOKYO, datetime(2026, 12, 31, 15, 0, tzinfo=UTC)),
        (date(2026, 10, 24), BERLIN, datetime(2026, 10, 24, 22, 0, tzinfo=UTC)),
        (date(2026, 10, 25), BERLIN, datetime(2026, 10, 25, 23, 0, tzinfo=UTC)),
    ],
)
def test_footage_is_kept_until_the_midnight_that_ends_the_last_day(
    day: date, zone: ZoneInfo, until: datetime
) -> None:
    assert kept_until(day, zone) == until
    assert last_day(until, zone) == day
    assert last_day(until + timedelta(minutes=1), zone) == day + DAY


def test_an_extension_extends() -> None:
    own = NOW + 5 * DAY
    check_until(own + timedelta(seconds=1), own, NOW)
    check_until(NOW + DAY, NOW - DAY, NOW)
    for until, latest in ((own, own), (NOW, NOW - DAY), (NOW + DAY, own)):
        with pytest.raises(Problem, match="extension_not_longer"):
            check_until(until, latest, NOW)


def test_an_extension_is_of_ninety_days_and_what_is_left_of_the_last_one() -> None:
    check_until(NOW + LONGEST_EXTENSION + DAY, NOW, NOW)
    with pytest.raises(Problem) as problem:
        check_until(NOW + LONGEST_EXTENSION + DAY + timedelta(seconds=1), NOW, NOW)
    assert (problem.value.key, problem.value.placeholders) == ("extension_too_long", {"days": "90"})


def test_what_nobody_has_decided_is_provisional() -> None:
    assert {kind for kind in HoldKind if kind.provisional} == {
        HoldKind.PROTECTION,
        HoldKind.REQUEST,
    }
