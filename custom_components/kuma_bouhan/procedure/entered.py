"""What a person typed for an entry in the book: texts, and days of the site's calendar."""

from datetime import UTC, date as Date, datetime, time, timedelta
from typing import Final

from ..guideline.application import LONGEST_TEXT
from ..guideline.errors import Problem
from ..guideline.extension import kept_until
from .desk import Desk

YEARS: Final = range(1971, 9999)
"""Of what can be reckoned with: a day, a zone or a period more leads out of the calendar elsewhere."""
CLOCKS_APART: Final = timedelta(minutes=1)
"""By how much the clock of whoever says "now" may be ahead of the site's."""


def text(field: str, given: str, *, needed: bool = True) -> str:
    """Return a text without blanks around it. Problem: text_missing (field), text_too_long (field)."""
    found = given.strip()
    if needed and not found:
        raise Problem("text_missing", field=field)
    if len(found) > LONGEST_TEXT:
        raise Problem("text_too_long", field=field)
    return found


def remarks(given: str, *, fine: bool) -> str:
    """Return remarks, which what is not fine cannot do without. Problem: remarks_missing, text_too_long."""
    found = text("remarks", given, needed=False)
    if not fine and not found:
        raise Problem("remarks_missing")
    return found


def first_moment(desk: Desk, day: Date) -> datetime:
    """Return the moment (UTC) a day begins with, at the site."""
    return datetime.combine(day, time(), tzinfo=desk.zone).astimezone(UTC)


def last_moment(desk: Desk, day: Date) -> datetime:
    """Return the moment (UTC) after a last day, at the site."""
    return kept_until(day, desk.zone)


def past(desk: Desk, moment: datetime, problem: str = "moment_in_future") -> datetime:
    """Return a moment that has come; what another clock calls now is now. Raises `problem`."""
    now = desk.clock.now()
    if moment > now + CLOCKS_APART:
        raise Problem(problem)
    return min(moment, now)


def past_day(desk: Desk, day: Date) -> datetime:
    """Return the moment a day begins with that has begun already. Problem: moment_in_future."""
    found = first_moment(desk, day)
    if found > desk.clock.now():
        raise Problem("moment_in_future")
    return found
