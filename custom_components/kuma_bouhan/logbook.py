"""The logbook: acts in plain words, in the language Home Assistant is set to, without anybody's name."""

from collections.abc import Callable, Mapping
from typing import Any

from homeassistant.components.logbook import (
    LOGBOOK_ENTRY_ENTITY_ID,
    LOGBOOK_ENTRY_MESSAGE,
    LOGBOOK_ENTRY_NAME,
    LazyEventPartialState,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.helpers.translation import async_get_cached_translations

from .bus import EVENT_ACT
from .const import DOMAIN
from .records.entry import Phase

type Describe = Callable[[LazyEventPartialState], dict[str, Any]]


@callback
def async_describe_events(
    hass: HomeAssistant, async_describe_event: Callable[[str, str, Describe], None]
) -> None:
    """Describe the event of an act."""

    @callback
    def describe(event: LazyEventPartialState) -> dict[str, Any]:
        return _described(hass, event.data)

    async_describe_event(DOMAIN, EVENT_ACT, describe)


def _described(hass: HomeAssistant, told: Mapping[str, Any]) -> dict[str, Any]:
    # The logbook translates nothing itself; these texts lie beside those that it would show.
    words = async_get_cached_translations(hass, hass.config.language, "common", DOMAIN)

    def say(key: str) -> str:
        return words.get(f"component.{DOMAIN}.common.{key}", key)

    key = f"act_{told['kind']}"
    if "on" in told:
        key += "_on" if told["on"] else "_off"
    message = say(key).format(count=told.get("count", 0), number=told.get("number", 0))
    if told["phase"] == Phase.FAILED:
        message = say("act_failed").format(act=message)
    described = {
        LOGBOOK_ENTRY_NAME: say("name"),
        LOGBOOK_ENTRY_MESSAGE: message,
    }
    if entity_id := told.get("entity_id"):
        described[LOGBOOK_ENTRY_ENTITY_ID] = entity_id
        if "camera" in told:
            described[LOGBOOK_ENTRY_NAME] = _device_name(hass, entity_id) or say("name")
    return described


def _device_name(hass: HomeAssistant, entity_id: str) -> str | None:
    """Return what the camera's device is called in Home Assistant."""
    entity = er.async_get(hass).async_get(entity_id)
    device = entity and entity.device_id and dr.async_get(hass).async_get(entity.device_id)
    return (device.name_by_user or device.name) if device else None
