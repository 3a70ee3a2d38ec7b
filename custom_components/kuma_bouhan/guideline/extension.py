"""Keeping footage beyond its period: 4(4)イ, 運用基準例 4(2), 参考様式1.

Two things make footage outlast its period, and nothing else. *Provisional protection*: somebody asked for an extension
or a disclosure, or an operator protected footage at once; it ends when that is decided, and at the latest
`PROVISIONAL` after the footage's own end, and footage that lost such protection never gets it again. An *approved
extension*: of exactly the footage that was asked for, until a day that is written down.
"""

from datetime import UTC, date as Date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from .errors import Problem

PROVISIONAL = timedelta(hours=72)
"""How long undecided footage outlasts its own end at the most."""
LONGEST_EXTENSION = timedelta(days=90)
"""From its approval on; longer by a new approval only."""
PERMITTED_FOR = timedelta(days=30)
"""A permitted disclosure keeps its footage this long at the most; a permission that was not used by then is void."""


class HoldKind(StrEnum):
    """Why footage outlasts its period."""

    PROTECTION = "protection"
    """An operator protected it at once."""
    REQUEST = "request"
    """An extension or a disclosure was asked for and is not decided."""
    EXTENSION = "extension"
    """An extension was approved: form 1."""
    DISCLOSURE = "disclosure"
    """A disclosure was permitted and is not provided: form 1."""

    @property
    def provisional(self) -> bool:
        """Say whether nobody has decided yet."""
        return self in (HoldKind.PROTECTION, HoldKind.REQUEST)


class Wanted(StrEnum):
    """What a draft is to become."""

    EXTENSION = "extension"
    DISCLOSURE = "disclosure"


def kept_until(day: Date, zone: tzinfo) -> datetime:
    """Return the moment (UTC) after a last day (延長後の保存期間終了年月日): the midnight that ends it."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)


def last_day(until: datetime, zone: tzinfo) -> Date:
    """Return the day that a period which ends at a moment ends on, as form 1 writes it."""
    return (until - timedelta(microseconds=1)).astimezone(zone).date()


def check_until(until: datetime, latest_end: datetime, now: datetime) -> None:
    """Raise `Problem` where an extension would extend nothing, or for too long.

    `latest_end`: the latest end that the footage has without it. Keys: extension_not_longer, extension_too_long (days).
    """
    if until <= latest_end or until <= now:
        raise Problem("extension_not_longer")
    if until - now > LONGEST_EXTENSION + timedelta(days=1):
        raise Problem("extension_too_long", days=LONGEST_EXTENSION.days)
