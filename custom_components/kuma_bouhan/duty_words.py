"""What is due, in words and as a date: for everybody who uses Home Assistant, so without a name and without a reason.

A camera is called by its place, which is what its device is called; a request by its number.
"""

from collections.abc import Mapping
from datetime import date as Date, datetime, time, timedelta
from typing import Self

from homeassistant.core import HomeAssistant
from homeassistant.helpers.translation import async_get_translations

from .const import DOMAIN, PANEL_LINK, REQUESTS_LINK
from .deeds.duties import DUTIES_LINK, path_of
from .guideline.duties import Duty, DutyKind
from .guideline.extension import last_day
from .procedure.agenda import Coming, Ending
from .site import Site

_TO_THE_MINUTE = {
    DutyKind.DECISION,
    DutyKind.COPY_RETURN,
    DutyKind.PERMISSION_AFTERWARDS,
    Ending.RETENTION,
    Ending.HOLD,
}
"""What is a matter of hours; everything else, of days."""


class DutyWords:
    """The words of one site, in the language Home Assistant is set to."""

    def __init__(self, site: Site, words: Mapping[str, str]) -> None:
        """Know them."""
        self._site = site
        self._words = words

    @classmethod
    async def async_load(cls, hass: HomeAssistant, site: Site) -> Self:
        """Load them."""
        return cls(
            site, await async_get_translations(hass, hass.config.language, "common", {DOMAIN})
        )

    def summary(self, one: Coming) -> str:
        """Return what is to be done, or ends."""
        what = one.kind if isinstance(one, Duty) else one.what
        said = self._say(f"{'duty' if isinstance(one, Duty) else 'end'}_{what}")
        status = self._site.cameras.get(one.camera or "")
        if status is not None:
            return self._say("due_place").format(what=said, place=status.settings.place)
        if one.number is not None:
            return self._say("due_number").format(what=said, number=one.number)
        return said

    def description(self, one: Coming) -> str:
        """Return where it is seen to."""
        return self._say("due_path").format(path=link_of(one))

    def _say(self, key: str) -> str:
        return self._words.get(f"component.{DOMAIN}.common.{key}", key)


def link_of(one: Coming) -> str:
    """Return the page of the panel that it leads to."""
    if isinstance(one, Duty):
        return path_of(one)
    match one.what:
        case Ending.HOLD:
            return f"{REQUESTS_LINK}/{one.number}"
        case Ending.CONTRACT:
            return f"{DUTIES_LINK}/contracts/{one.about}"
        case Ending.RETENTION:
            return PANEL_LINK


def when(site: Site, one: Coming) -> Date | datetime:
    """Return the day on which it is due or ends, or the moment where hours count: in the site's own time.

    What ends with a day, at the midnight after it, ends on that day.
    """
    what, moment = (one.kind, one.due) if isinstance(one, Duty) else (one.what, one.at)
    if what in _TO_THE_MINUTE:
        local = moment.astimezone(site.desk.zone)
        if local.time() != time():
            return local - timedelta(seconds=local.second, microseconds=local.microsecond)
    return last_day(moment, site.desk.zone)
