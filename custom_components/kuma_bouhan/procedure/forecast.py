"""How long the disk lasts: said days before it is full, so that nothing is ever erased early for space."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

LONGEST = 365.0
"""Days; a disk that never fills at today's pace is said to last this long."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """One camera: bytes stored now, the span of time they cover, and the period they are kept."""

    stored: int
    covers: timedelta
    kept: timedelta


def days_left(free: int, paces: Iterable[Pace]) -> float | None:
    """Return the days until `free` bytes are used up; None until there is footage to judge by.

    A camera grows until it holds its whole period; from then on it erases what it records.
    """
    daily = growing = 0.0
    judged = False
    for pace in paces:
        if pace.covers <= timedelta(0):
            continue
        judged = True
        per_day = pace.stored * (_DAY / pace.covers)
        if pace.covers < pace.kept:
            daily += per_day
            growing += per_day * ((pace.kept - pace.covers) / _DAY)
    if not judged:
        return None
    if growing <= free:
        return LONGEST
    return min(LONGEST, free / daily)
