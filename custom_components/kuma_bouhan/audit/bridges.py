"""What hands cameras on to something outside: bridges, other integrations, voice assistants, streaming servers."""

from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from typing import Any

from homeassistant.components.homeassistant.exposed_entities import (
    DATA_EXPOSED_ENTITIES,
    KNOWN_ASSISTANTS,
    async_get_assistant_settings,
)
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.entityfilter import FILTER_SCHEMA
import voluptuous as vol
from yarl import URL

from ..const import DOMAIN
from .sources import Sources
from .takers import texts

HOMEKIT = "homekit"
ASSISTANTS = {
    "cloud.alexa": "Alexa",
    "cloud.google_assistant": "Google",
    "conversation": "Assist",
}
"""What people call them; one that is new to Home Assistant is called by its id."""
GO2RTC = "go2rtc"
OWN_GO2RTC_PORT = 11984
"""Of the server that Home Assistant runs by itself: nobody but it can ask that one."""
STREAMING = "webrtc"
"""An integration that runs a server of its own beside Home Assistant's sign-in."""


@callback
def async_bridges(hass: HomeAssistant, sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the cameras that each integration hands on, by its domain."""
    found: dict[str, set[str]] = {}
    own = _platforms(hass, sources)
    for entry in hass.config_entries.async_entries(include_ignore=False, include_disabled=False):
        if entry.domain == DOMAIN or entry.entry_id in own:
            continue
        if handed := set(_handed(entry, sources)):
            found.setdefault(entry.domain, set()).update(handed)
    for entity in getattr(hass.data.get("image_processing"), "entities", ()):
        camera = str(getattr(entity, "camera_entity", None))
        if camera in sources.entities.values():
            found.setdefault("image_processing", set()).add(camera)
    return {domain: tuple(sorted(what)) for domain, what in sorted(found.items())}


def _platforms(hass: HomeAssistant, sources: Sources) -> set[str | None]:
    """Return the config entries that the cameras themselves come from."""
    registry = er.async_get(hass)
    entries = map(registry.async_get, sources.entities.values())
    return {entry.config_entry_id for entry in entries if entry is not None}


def _handed(entry: ConfigEntry, sources: Sources) -> Iterator[str]:
    """Yield the cameras (entity ids) that a config entry hands on."""
    if entry.domain == HOMEKIT:
        yield from _by_homekit(entry, sources)
        return
    for text in texts(
        [
            dict(entry.data),
            dict(entry.options),
            *(dict(one.data) for one in entry.subentries.values()),
        ]
    ):
        yield from sources.named(text)


def _by_homekit(entry: ConfigEntry, sources: Sources) -> Iterator[str]:
    settings: Mapping[str, Any] = {**entry.data, **entry.options}
    try:
        shown = FILTER_SCHEMA(dict(settings.get("filter", {})))
    except vol.Invalid:
        return
    yield from filter(shown, sources.entities.values())


@callback
def async_assistants(hass: HomeAssistant, sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the cameras that each voice assistant is given. Looks only at what is settled, and settles nothing."""
    found: dict[str, set[str]] = {}
    wanted = set(sources.entities.values())
    for assistant in KNOWN_ASSISTANTS if DATA_EXPOSED_ENTITIES in hass.data else ():
        settings = async_get_assistant_settings(hass, assistant)
        found[ASSISTANTS.get(assistant, assistant)] = {
            one for one in wanted if settings.get(one, {}).get("should_expose") is True
        }
    for entry in hass.config_entries.async_loaded_entries("google_assistant"):
        shows = getattr(getattr(entry, "runtime_data", None), "should_expose", None)
        if shows is not None:
            found.setdefault("Google", set()).update(one for one in wanted if shows(one))
    return {name: tuple(sorted(what)) for name, what in sorted(found.items()) if what}


@callback
def async_streams_elsewhere(hass: HomeAssistant) -> bool:
    """Say whether a streaming server is in use that can be asked past Home Assistant's sign-in."""
    if hass.config_entries.async_loaded_entries(STREAMING):
        return True
    url = getattr(hass.data.get(GO2RTC), "url", None)
    if not url or not hass.config_entries.async_loaded_entries(GO2RTC):
        return False
    server = URL(url)
    return not (_is_here(server.host or "") and server.port == OWN_GO2RTC_PORT)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
