"""Home Assistant's users: who they are, and who is none any more.

An office belongs to an active user. Who is deleted or deactivated loses theirs at once, also when it
happened while the site did not run; coming back gives nothing back.
"""

import asyncio
import logging

from homeassistant.auth import EVENT_USER_REMOVED, EVENT_USER_UPDATED
from homeassistant.auth.models import User
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send

from .guideline.errors import Problem
from .guideline.people import Absence, Person
from .procedure import appointments
from .records.appointments import ABOUT_PEOPLE
from .records.entry import Entry
from .site import KumaConfigEntry, Site

_LOGGER = logging.getLogger(__name__)


async def async_person(hass: HomeAssistant, user_id: str) -> Person | None:
    """Return who a user is, or None where there is no such user."""
    user = await hass.auth.async_get_user(user_id)
    return None if user is None else person_of(user)


def person_of(user: User) -> Person:
    """Return what counts of a user of Home Assistant."""
    return Person(user.id, user.name or "", user.is_active, not user.system_generated)


async def async_people(hass: HomeAssistant) -> list[Person]:
    """Return the users who can hold an office, by name."""
    users = [person_of(user) for user in await hass.auth.async_get_users()]
    return sorted(
        (person for person in users if person.is_active and person.is_person),
        key=lambda person: person.name,
    )


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Take offices from users who are gone, now and whenever one goes; tell of every change."""
    site = entry.runtime_data
    looking = asyncio.Lock()

    async def look(_event: Event | None = None) -> None:
        async with looking:
            await _async_take_from_absent(hass, site)

    @callback
    def heard(done: Entry) -> None:
        if isinstance(done.act, ABOUT_PEOPLE) and done.phase.counts:
            async_dispatcher_send(hass, site.signal_state)

    site.desk.listeners.append(heard)
    for event in (EVENT_USER_REMOVED, EVENT_USER_UPDATED):
        entry.async_on_unload(hass.bus.async_listen(event, look))
    await look()


async def _async_take_from_absent(hass: HomeAssistant, site: Site) -> None:
    """Take every office from whoever is no active user."""
    desk = site.desk
    now = desk.clock.now()
    held = {found.user_id for found in desk.registers.appointments if found.overlaps(now, None)}
    for user_id in held | desk.absent:
        person = await async_person(hass, user_id)
        if person is not None and person.is_active and user_id not in desk.absent:
            continue
        absence = Absence.DELETED if person is None else Absence.DEACTIVATED
        try:
            await appointments.lose(desk, site.lock, user_id, absence)
        except Problem as problem:
            _LOGGER.warning("A lost office could not be entered in the book: %s", problem)
