"""When something was or is to be, as a person says it: read here for all doors, and nowhere else.

Problem of everything here: viewing_unreadable (field), year_out_of_range (first, last).
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from homeassistant.util import dt as dt_util

from .guideline.errors import Problem
from .procedure.entered import YEARS


def moment_in(given: datetime | str) -> datetime:
    """Return the moment that a person gives, in UTC; without an offset it is in Home Assistant's time zone."""
    return dt_util.as_utc(_near(_read(dt_util.parse_datetime, given, "time")))


def moment_or_none(data: Mapping[str, Any], name: str) -> datetime | None:
    """Return the moment that is given under a name, in UTC; None where none is."""
    return None if data.get(name) is None else moment_in(data[name])


def day_in(given: date | str) -> date:
    """Return the day that a person gives."""
    return _near(_read(dt_util.parse_date, given, "date"))


def _read[D: date](parse: Callable[[str], D | None], given: D | str, field: str) -> D:
    if not isinstance(given, str):
        return given
    try:
        found = parse(given)
    except ValueError:
        found = None
    if found is None:
        raise Problem("viewing_unreadable", field=field)
    return found


def _near[D: date](given: D) -> D:
    if given.year not in YEARS:
        raise Problem("year_out_of_range", first=YEARS[0], last=YEARS[-1])
    return given
