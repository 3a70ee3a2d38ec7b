"""Viewing: what footage may be looked at for, and within which bounds: 4(4)ア, ウ, 運用基準例 3 to 5.

Footage is looked at in sessions: for one purpose, of some cameras and a span, by one person and those who
attend with a role of their own. Purposes within the operating standard need no permission; a use beyond the
purpose (目的外利用) needs one of the three grounds and the manager's permission. Somebody without a role who
looks on is given footage: that is a disclosure, and form 2 comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .errors import Problem

LONGEST_SPAN = timedelta(days=7)
"""Of one session: more is asked for when it is needed, not ahead. It bounds a playlist's length, too: about 6 MB."""
LONGEST_VIEWING = timedelta(minutes=60)
PERMITTED_FOR = timedelta(hours=24)
"""A permission is used within this, once."""


class Purpose(StrEnum):
    """What a session is for."""

    INCIDENT = "incident"
    """事件・事故の確認: what the cameras are there for, 1."""
    INSPECTION = "inspection"
    """録画状態の点検: whether cameras record what they should, 運用体制の概要図."""
    INQUIRY = "inquiry"
    """苦情・問合せへの対応, 4(5)."""
    BEYOND = "beyond"
    """目的外利用, on one of the three grounds."""

    @property
    def needs_permission(self) -> bool:
        """Say whether it is outside the operating standard."""
        return self is Purpose.BEYOND


class ViewingEnd(StrEnum):
    """Why a session ended."""

    PERSON = "person"
    REPLACED = "replaced"
    """The same login session began another."""
    LOCKED = "locked"
    """The vault was locked for this person, for whatever reason."""
    LIMIT = "limit"
    IDLE = "idle"
    ROLE = "role"
    """They may view no more."""
    STOP = "stop"
    INTERRUPTED = "interrupted"
    """Home Assistant stopped without a word; noticed at the next start."""
    BOOK = "book"
    """What was played could not be entered in the book."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which footage: some cameras, from a moment until before another."""

    cameras: tuple[str, ...]
    start: datetime
    end: datetime

    def check(self) -> None:
        """Raise `Problem` where there is nothing to see in it, or too much.

        Keys: no_cameras, span_empty, span_too_long (days).
        """
        if not self.cameras:
            raise Problem("no_cameras")
        if self.start >= self.end:
            raise Problem("span_empty")
        if self.end - self.start > LONGEST_SPAN:
            raise Problem("span_too_long", days=LONGEST_SPAN.days)

    def is_that_of(self, other: Scope) -> bool:
        """Say whether both are of the same footage."""
        return (set(self.cameras), self.start, self.end) == (
            set(other.cameras),
            other.start,
            other.end,
        )


type Span = tuple[datetime, datetime]


def merged(spans: Sequence[Span], apart: timedelta) -> list[Span]:
    """Return spans in order, those joined that overlap or lie no further apart than this."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] <= apart:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
