"""How long footage is kept, 4(4)イ: the arithmetic of periods.

A period is counted in the site's local days from the end of the slot (the hour) in which
footage was recorded, so footage stands its period and at most one slot more. The wall
clock of the due moment equals that of the slot's end; where daylight saving makes that
moment not exist it falls as much later as the clock skips, and where it happens twice it is
the first.

Shortening a period applies to footage that is already there, lengthening never does:
a due moment can come nearer, and can go further only by an approved extension.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

SHORTEST_DAYS = 1
LONGEST_DAYS = 30
"""Newer practice asks for 3 to 14 days and treats a month as the exception."""


class ErasureReason(StrEnum):
    """Why a key was destroyed."""

    PERIOD_OVER = "period_over"
    """4(4)エ: the retention period has ended."""
    NO_LONGER_NEEDED = "no_longer_needed"
    """4(4)エ: 保存の必要がなくなった, asked for by a person."""
    RESTORED = "restored"
    """It had been erased before; a restored copy brought it back, and it was erased again."""
    HOLD_OVER = "hold_over"
    """4(4)イ: it was held beyond its period, and that ended early; where its own period was not over, it stands on under it."""
    PURGE_RULE = "purge_rule"
    """4(4)エ: 保存の必要がなくなった, under a rule that the manager signed."""


class ErasureCause(StrEnum):
    """Why a person says that footage is no longer needed, where no free text may be asked for."""

    NO_LONGER_NEEDED = "no_longer_needed"
    """What it was kept for is settled."""
    TAKEN_BY_MISTAKE = "taken_by_mistake"
    """4(3): it shows what should not have been filmed."""
    TEST_RECORDING = "test_recording"
    ASKED_FOR = "asked_for"
    """4(5): a person who is seen in it asked for it."""


def due(end: datetime, days: int, zone: tzinfo) -> datetime:
    """Return when footage of a slot that ended at `end` has outlived its period, in UTC."""
    local = end.astimezone(zone)
    wall = (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=zone, fold=0)
    # A wall time that a clock change skips keeps the old offset, and so falls after the skip.
    return wall.astimezone(UTC)


def shortened(standing: datetime | None, proposed: datetime) -> datetime:
    """Return the due moment after a change of period: the nearer of the two."""
    return proposed if standing is None else min(standing, proposed)


def slot_start(moment: datetime, length: timedelta) -> datetime:
    """Return the start of the slot that `moment` falls into; slots tile UTC from its epoch."""
    seconds = int(length.total_seconds())
    return datetime.fromtimestamp(int(moment.timestamp()) // seconds * seconds, UTC)
