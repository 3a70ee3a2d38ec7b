"""The notice that everybody is given of what can be objected to: a re-founding, or new keys in the place of keys that stand.

It is counted by a clock that somebody vouches for, at its beginning and at its end: moving the clock ahead
shortens nothing unless the kernel, or a person with a role, says that it is right.
"""

from datetime import datetime

from ..guideline.custody import NOTICE
from ..guideline.errors import Problem
from ..records.offices import Notice
from .desk import Desk


def over_at(desk: Desk) -> datetime:
    """Return when a notice is over that is given now. Problem: notice_needs_clock."""
    _check_clock(desk)
    return desk.clock.now() + NOTICE


def check_over(desk: Desk, notice: Notice, too_early: str) -> None:
    """Raise unless a notice is over. Problem: notice_needs_clock, and the one for what comes too early."""
    _check_clock(desk)
    if desk.clock.now() < notice.ready:
        raise Problem(too_early, ready=f"{notice.ready.astimezone(desk.zone):%Y-%m-%d %H:%M}")


def _check_clock(desk: Desk) -> None:
    if not desk.clock.trusted:
        raise Problem("notice_needs_clock")
