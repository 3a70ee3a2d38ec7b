"""What all entities share, and the devices they belong to.

Entities hold no facts of their own: the site tells that something changed, each looks, and
writes only what is new, from what it saw. A camera's entities belong to the device of its source, where that has one;
else to a device of our own. Which one that is is looked at anew whenever the registry of
entities or our own settings change (`async_link_devices`), so that a rename, another source or a
source that goes away moves them and never those of another camera.
"""

from collections.abc import Callable, Iterable
from typing import Any, override

from homeassistant.core import Event, callback
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity import Entity, EntityDescription
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .guideline.errors import Problem
from .site import CameraStatus, KumaConfigEntry, Site

OF_THE_VAULT = frozenset({"kept", "next_erasure", "oldest_footage", "space_forecast", "storage"})
"""Keys of what the vault alone knows: unavailable while its folder is away."""


class SiteEntity(Entity):
    """An entity of the whole site."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, site: Site, description: EntityDescription) -> None:
        """Belong to the site's own device."""
        self.site = site
        self.entity_description = description
        self.device_entry = async_site_device(site)
        self._attr_unique_id = f"{site.desk.book.site}_{description.key}"
        self._was_available = True
        self.shown: Any = None
        """The facts that the state was made of last. What Home Assistant asks for again and again reads these."""

    @property
    def facts(self) -> object:
        """Return everything the state is made of; it is written when this changes."""
        return None

    @property
    @override
    def available(self) -> bool:
        """Say whether it can be known."""
        return not (self.site.watch.is_away and self.entity_description.key in OF_THE_VAULT)

    async def async_added_to_hass(self) -> None:
        """Listen to the site."""
        self._was_available, self.shown = self.available, self.facts
        self.async_on_remove(
            async_dispatcher_connect(self.hass, self.site.signal_state, self._async_look)
        )

    @callback
    def _async_look(self) -> None:
        looked = self.available, self.facts
        if looked != (self._was_available, self.shown):
            self._was_available, self.shown = looked
            self.async_write_ha_state()


class CameraEntity(SiteEntity):
    """An entity of one camera."""

    def __init__(self, site: Site, camera: str, description: EntityDescription) -> None:
        """Belong to the device of the camera's source."""
        super().__init__(site, description)
        self.camera = camera
        self.device_entry = async_camera_device(site, camera)
        self._attr_unique_id = f"{camera}_{description.key}"
        self._last = site.cameras[camera]

    @property
    def status(self) -> CameraStatus:
        """Return what the site knows of the camera; the last of it while it is being taken away."""
        self._last = self.site.cameras.get(self.camera, self._last)
        return self._last


@callback
def async_add_per_camera(
    entry: KumaConfigEntry,
    add: AddConfigEntryEntitiesCallback,
    make: Callable[[Site, str], Iterable[Entity]],
) -> None:
    """Add the entities of every camera, now and whenever one joins."""
    site = entry.runtime_data

    @callback
    def joined(camera: str) -> None:
        # One that was taken away again while it joined gets none: they would be the site's, for good.
        if subentry := _subentry_id(site, camera):
            add(make(site, camera), config_subentry_id=subentry)

    entry.async_on_unload(site.async_each_camera(joined))


@callback
def async_camera_of(site: Site, entity_id: str) -> str:
    """Return the camera that an entity stands for: an entity of ours, or the camera's source. Problem: unknown_camera."""
    registry = er.async_get(site.hass)
    entry = registry.async_get(entity_id)
    if entry is not None and entry.platform == DOMAIN:
        camera = entry.unique_id.partition("_")[0]
        if camera in site.cameras:
            return camera
    for camera, status in site.cameras.items():
        if er.async_resolve_entity_id(registry, status.settings.source) == entity_id:
            return camera
    raise Problem("unknown_camera")


# Devices -----------------------------------------------------------------------------------


@callback
def async_site_device(site: Site) -> dr.DeviceEntry:
    """Return the site's own device."""
    return dr.async_get(site.hass).async_get_or_create(
        config_entry_id=site.entry.entry_id,
        identifiers={(DOMAIN, site.entry.entry_id)},
        entry_type=dr.DeviceEntryType.SERVICE,
        name=site.entry.title,
    )


@callback
def async_camera_device(site: Site, camera: str) -> dr.AnyDeviceEntry:
    """Return the device of the camera's source; one of our own where that has none."""
    devices = dr.async_get(site.hass)
    settings = site.cameras[camera].settings
    source = er.async_get(site.hass).async_get(settings.source)
    if source is not None and source.device_id is not None:
        if device := devices.async_get(source.device_id):
            return device
    return devices.async_get_or_create(
        config_entry_id=site.entry.entry_id,
        config_subentry_id=_subentry_id(site, camera),
        identifiers={(DOMAIN, camera)},
        name=settings.place,
        via_device_id=async_site_device(site).id,
    )


@callback
def async_link_devices(site: Site) -> None:
    """Name the site's device, put every camera's entities on the device they belong to, and drop devices left empty."""
    entities, devices = er.async_get(site.hass), dr.async_get(site.hass)
    async_site_device(site)
    for camera in site.cameras:
        subentry = _subentry_id(site, camera)
        if subentry is None:
            continue  # It was taken away, and is recorded until the site has followed.
        device = async_camera_device(site, camera)
        for entry in er.async_entries_for_config_entry(entities, site.entry.entry_id):
            if entry.config_subentry_id == subentry and entry.device_id != device.id:
                entities.async_update_entity(entry.entity_id, device_id=device.id)
        own = devices.async_get_device_by_identifier((DOMAIN, camera), site.entry.entry_id)
        if own is not None and own.id != device.id:
            devices.async_remove_device(own.id)


@callback
def async_follow_devices(entry: KumaConfigEntry) -> None:
    """Keep the links right while the registry of entities changes."""
    site = entry.runtime_data

    @callback
    def concerns_us(data: er.EventEntityRegistryUpdatedData) -> bool:
        if data["action"] == "update" and not data["changes"].keys() & {"device_id", "entity_id"}:
            return False
        if data["entity_id"].startswith("camera."):
            return True
        entry = er.async_get(site.hass).async_get(data["entity_id"])
        return data["action"] == "update" and entry is not None and entry.platform == DOMAIN

    @callback
    def changed(_event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        async_link_devices(site)

    entry.async_on_unload(
        site.hass.bus.async_listen(er.EVENT_ENTITY_REGISTRY_UPDATED, changed, concerns_us)
    )


def _subentry_id(site: Site, camera: str) -> str | None:
    """Return the id of the subentry that holds a camera; None where it was taken away."""
    for subentry in site.entry.subentries.values():
        if subentry.data.get("camera") == camera:
            return subentry.subentry_id
    return None
