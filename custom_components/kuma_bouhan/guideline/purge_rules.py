"""Rules by which footage goes early, by itself: 4(4)エ, 保存の必要がなくなった画像データは確実に消去.

Only under a rule that the manager signed may an automation have footage erased before its period ends: of these cameras, what
was recorded within these hours of the day. Held and requested footage stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from .recording import Hours
from .viewing import Span


@dataclass(frozen=True, slots=True)
class PurgeRule:
    """Which footage a rule lets go early."""

    cameras: tuple[str, ...]
    hours: Hours


def windows(hours: Hours, since: datetime, until: datetime, zone: tzinfo) -> Iterator[Span]:
    """Yield the stretches (UTC) between two moments that lie within these hours of local time, oldest first.

    Where the clocks change, a bound that does not exist, or exists twice, is taken so that less goes, never more.
    """
    # A window that passes midnight may have opened the day before.
    day = since.astimezone(zone).date() - timedelta(days=1)
    while day <= until.astimezone(zone).date():
        if day.weekday() in hours.weekdays:
            closes = day if hours.start < hours.end else day + timedelta(days=1)
            start = max(since, *_moments(day, hours.start, zone))
            end = min(until, *_moments(closes, hours.end, zone))
            if start < end:
                yield start, end
        day += timedelta(days=1)


def _moments(day: date, wall: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the moments that a wall clock may mean on a day: the same twice, but for where the clocks change."""
    first, second = (datetime.combine(day, wall, zone).replace(fold=fold) for fold in (0, 1))
    return first.astimezone(UTC), second.astimezone(UTC)
