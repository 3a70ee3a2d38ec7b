"""The camera entities that footage comes from, under every name by which Home Assistant's settings may mean them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
import re

from homeassistant.const import ATTR_ENTITY_ID
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import area_registry as ar, device_registry as dr, entity_registry as er

from ..guideline.settings import CameraSettings

EVERYTHING = "all"
"""What a target may say instead of names."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What is looked for. A camera that is an address of its own has no entity, and is in none of it."""

    entities: Mapping[str, str]
    """Entity id by camera."""
    ids: Mapping[str, str]
    """Entity id by the entity's id in the registry."""
    around: frozenset[str]
    """What a target can name instead: devices, areas, floors, labels and groups with such an entity."""

    def named(self, text: str) -> Iterator[str]:
        """Yield the entities that a text names, by itself or within something longer."""
        if text in self.ids:
            yield self.ids[text]
        for entity in self.entities.values():
            if entity in text and re.search(rf"(?<![\w.]){re.escape(entity)}(?!\w)", text):
                yield entity

    def means(self, text: str) -> bool:
        """Say whether a text names one of the entities."""
        return any(self.named(text))

    def reaches(self, text: str) -> bool:
        """Say whether a text, as part of a target, leads to one of them."""
        names = {part.strip() for part in text.split(",")}
        return self.means(text) or not names.isdisjoint(self.around | {EVERYTHING})


@callback
def async_sources(hass: HomeAssistant, cameras: Mapping[str, CameraSettings]) -> Sources:
    """Return what the cameras of a site are known by."""
    registry = er.async_get(hass)
    found = {
        camera: entity_id
        for camera, settings in cameras.items()
        if (entity_id := er.async_resolve_entity_id(registry, settings.source)) is not None
    }
    entries = [entry for entity_id in found.values() if (entry := registry.async_get(entity_id))]
    return Sources(
        entities=found,
        ids={entry.id: entry.entity_id for entry in entries},
        around=frozenset([*_around(hass, entries), *_groups(hass, found.values())]),
    )


def _around(hass: HomeAssistant, entries: Iterable[er.RegistryEntry]) -> Iterator[str]:
    areas, devices = ar.async_get(hass), dr.async_get(hass)
    for entry in entries:
        device = devices.async_get(entry.device_id) if entry.device_id else None
        yield from entry.labels
        if device is not None:
            yield from (device.id, *device.labels)
        area_id = entry.area_id or (device.area_id if device else None)
        if area_id is not None and (area := areas.async_get_area(area_id)) is not None:
            yield from (area.id, *area.labels)
            if area.floor_id is not None:
                yield area.floor_id


def _groups(hass: HomeAssistant, entities: Iterable[str]) -> Iterator[str]:
    wanted = set(entities)
    for state in hass.states.async_all("group"):
        if not wanted.isdisjoint(state.attributes.get(ATTR_ENTITY_ID, ())):
            yield state.entity_id
