"""What says by itself that a sign hangs there: a tag that a person scans at it, an entity that knows: 4(3).

Whoever scans a tag does it under their own user; a reader on a wall, or an automation, has none, and is refused like anybody without
an office. What an entity says is looked at whenever it changes and with every look at the site.
"""

import asyncio
from functools import partial
import logging

from homeassistant.core import CALLBACK_TYPE, Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_state_change_event

from .actor import actor_of_context
from .const import DOMAIN
from .guideline.errors import Problem
from .guideline.people import Actor, Door
from .guideline.signs import SignMeans, camera_of_tag
from .procedure import signs
from .site import KumaConfigEntry, Site

TAG_SCANNED = "tag_scanned"
"""The event that Home Assistant's tags fire."""

SAYS = {
    "on": True,
    "home": True,
    "displayed": True,
    "off": False,
    "not_home": False,
    "missing": False,
}
"""What states say of a sign; others, an unavailable entity's among them, say nothing."""

_LOGGER = logging.getLogger(__name__)


@callback
def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Have the site hear of tags and entities for as long as it runs."""
    site = entry.runtime_data

    @callback
    def scanned(event: Event) -> None:
        camera = camera_of_tag(str(event.data.get("tag_id")))
        if camera is not None and camera in site.cameras:
            actor = actor_of_context(event.context, Door.TAG)
            entry.async_create_task(hass, _async_confirm(site, actor, camera), f"{DOMAIN} tag")

    entry.async_on_unload(hass.bus.async_listen(TAG_SCANNED, scanned))
    entities = SignEntities(hass, entry)
    entities.look()
    entry.async_on_unload(async_dispatcher_connect(hass, site.signal_state, entities.look))
    entry.async_on_unload(entities.close)


async def _async_confirm(site: Site, actor: Actor, camera: str) -> None:
    try:
        await signs.confirm(site.desk, actor, camera, means=SignMeans.TAG)
    except Problem as problem:
        _LOGGER.warning("The scan of a sign's tag does not count: %s", problem)


class SignEntities:
    """Listens to the entities that know of signs."""

    def __init__(self, hass: HomeAssistant, entry: KumaConfigEntry) -> None:
        """Begin to listen to none."""
        self._hass = hass
        self._entry = entry
        self._site = entry.runtime_data
        self._entering = asyncio.Lock()
        self._listens_to: set[str] = set()
        self._stop: CALLBACK_TYPE | None = None

    @callback
    def look(self) -> None:
        """Listen to whom there is to listen to now, and have entered what they say, where it is news."""
        bound = self._bound()
        if set(bound.values()) != self._listens_to:
            self._listen(set(bound.values()))
        for camera, entity_id in bound.items():
            state = self._hass.states.get(entity_id)
            shown = SAYS.get(state.state) if state else None
            if shown is not None and signs.is_news(self._site.desk, camera, shown=shown):
                entering = self._async_enter(camera, shown=shown)
                self._entry.async_create_task(self._hass, entering, f"{DOMAIN} sign")

    @callback
    def close(self) -> None:
        """Listen no more."""
        self._listen(set())

    def _bound(self) -> dict[str, str]:
        """Return the entity (its id now) of each camera that has one."""
        registry = er.async_get(self._hass)
        resolve = partial(er.async_resolve_entity_id, registry)
        known = {
            camera: entity
            for camera, status in self._site.cameras.items()
            if (entity := status.settings.sign_entity) is not None
        }
        return {camera: found for camera, one in known.items() if (found := resolve(one))}

    def _listen(self, entities: set[str]) -> None:
        if self._stop is not None:
            self._stop()
        self._listens_to, self._stop = entities, None
        if entities:
            self._stop = async_track_state_change_event(self._hass, entities, self._changed)

    @callback
    def _changed(self, _event: Event[EventStateChangedData]) -> None:
        self.look()

    async def _async_enter(self, camera: str, *, shown: bool) -> None:
        async with self._entering:
            try:
                await signs.enter_entity(self._site.desk, camera, shown=shown)
            except Problem as problem:
                _LOGGER.warning("What is known of a sign could not be entered yet: %s", problem)
