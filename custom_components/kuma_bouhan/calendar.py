"""Calendar: what falls due and what ends at the site, without names and without reasons.

The next erasure of each camera stands in it, too, but never as *the* event of the calendar: with cameras that record, there is
one every hour.
"""

from datetime import date as Date, datetime, timedelta
from typing import override

from homeassistant.components.calendar import (
    CalendarEntity,
    CalendarEntityDescription,
    CalendarEvent,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .duty_words import DutyWords, when
from .entity import SiteEntity
from .procedure.agenda import Coming, End, Ending, coming
from .site import KumaConfigEntry, Site

PARALLEL_UPDATES = 0

SHOWN_FOR = timedelta(minutes=15)
"""How long a moment is in the calendar, which has no moments."""

AGENDA = CalendarEntityDescription(key="duties", translation_key="duties")


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's calendar."""
    site = entry.runtime_data
    async_add_entities([Agenda(site, await DutyWords.async_load(hass, site))])


class Agenda(SiteEntity, CalendarEntity):
    """What is due and what ends."""

    entity_description: CalendarEntityDescription

    def __init__(self, site: Site, words: DutyWords) -> None:
        """Take the words."""
        super().__init__(site, AGENDA)
        self._words = words

    @property
    @override
    def facts(self) -> tuple[Coming, ...]:
        """Return everything that is to come."""
        return coming(
            self.site.desk,
            self.site.duties.standing,
            {camera: one.summary.next_erasure for camera, one in self.site.cameras.items()},
        )

    @property
    @override
    def event(self) -> CalendarEvent | None:
        """Return what is on now, or comes next."""
        now = self.site.desk.clock.now()
        # Home Assistant asks several times for each state, and checks each event that is made: only one is.
        spans = [(*self._span(one), one) for one in self.facts if not _is_routine(one)]
        ahead = [(start, one) for start, end, one in spans if _moment(end) > now]
        first = min(ahead, key=lambda found: _moment(found[0]), default=None)
        return None if first is None else self._event(first[1])

    @override
    async def async_get_events(
        self, hass: HomeAssistant, start_date: datetime, end_date: datetime
    ) -> list[CalendarEvent]:
        """Return what lies between two moments, in order."""
        events = [self._event(one) for one in self.facts]
        inside = [
            event
            for event in events
            if event.start_datetime_local < end_date and event.end_datetime_local > start_date
        ]
        return sorted(inside, key=lambda event: (event.start_datetime_local, event.uid or ""))

    def _event(self, one: Coming) -> CalendarEvent:
        start, end = self._span(one)
        return CalendarEvent(
            start=start,
            end=end,
            summary=self._words.summary(one),
            description=self._words.description(one),
            uid=one.id,
        )

    def _span(self, one: Coming) -> tuple[Date, Date]:
        """Return how long it is in the calendar: a day, or a while from a moment on."""
        start = when(self.site, one)
        return start, start + (SHOWN_FOR if isinstance(start, datetime) else timedelta(days=1))


def _moment(day: Date) -> datetime:
    """Return when a day begins; a moment is one already."""
    return day if isinstance(day, datetime) else dt_util.start_of_local_day(day)


def _is_routine(one: Coming) -> bool:
    return isinstance(one, End) and one.what is Ending.RETENTION
