"""Calendar: what falls due and what ends at the site, without names and without reasons.

The next erasure of each camera stands in it, too, but never as *the* event of the calendar: with cameras that record, there is
one every hour.
"""

from datetime import date as Date, datetime, time, timedelta
from operator import itemgetter
from typing import cast, override

from homeassistant.components.calendar import (
    CalendarEntity,
    CalendarEntityDescription,
    CalendarEvent,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .duty_words import DutyWords, when
from .entity import SiteEntity
from .procedure.agenda import Coming, End, Ending, coming
from .site import KumaConfigEntry, Site

PARALLEL_UPDATES = 0

SHOWN_FOR = timedelta(minutes=15)
"""How long a moment is in the calendar, which has no moments."""

type Stay = tuple[datetime, datetime, Coming]
"""From when and until when something is in the calendar."""

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
    def facts(self) -> list[Stay]:
        """Return everything that is to come, and how long it is in the calendar; what begins first first."""
        found = coming(
            self.site.desk,
            self.site.duties.standing,
            {camera: one.summary.next_erasure for camera, one in self.site.cameras.items()},
        )
        return sorted(map(self._stay, found), key=itemgetter(0))

    @property
    @override
    def event(self) -> CalendarEvent | None:
        """Return what is on now, or comes next."""
        now, shown = self.site.desk.clock.now(), cast("list[Stay]", self.shown)
        ahead = (one for _, end, one in shown if end > now and not _is_routine(one))
        first = next(ahead, None)
        return None if first is None else self._event(first)

    @override
    async def async_get_events(
        self, hass: HomeAssistant, start_date: datetime, end_date: datetime
    ) -> list[CalendarEvent]:
        """Return what lies between two moments, in order."""
        events = [
            self._event(one)
            for start, end, one in self.facts
            if start < end_date and end > start_date
        ]
        return sorted(events, key=lambda event: (event.start_datetime_local, event.uid or ""))

    def _event(self, one: Coming) -> CalendarEvent:
        start, end = self._span(one)
        return CalendarEvent(
            start=start,
            end=end,
            summary=self._words.summary(one),
            description=self._words.description(one),
            uid=one.id,
        )

    def _stay(self, one: Coming) -> Stay:
        start, end = map(self._moment, self._span(one))
        return start, end, one

    def _span(self, one: Coming) -> tuple[Date, Date]:
        """Return how long it is in the calendar: a day, or a while from a moment on."""
        start = when(self.site, one)
        return start, start + (SHOWN_FOR if isinstance(start, datetime) else timedelta(days=1))

    def _moment(self, day: Date) -> datetime:
        """Return when a day begins; a moment is one already."""
        if isinstance(day, datetime):
            return day
        return datetime.combine(day, time(), tzinfo=self.site.desk.zone)


def _is_routine(one: Coming) -> bool:
    return isinstance(one, End) and one.what is Ending.RETENTION
