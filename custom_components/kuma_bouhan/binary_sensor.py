"""Binary sensors: what is open, damaged or not recording."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from homeassistant.components.binary_sensor import (
    BinarySensorDeviceClass,
    BinarySensorEntity,
    BinarySensorEntityDescription,
)
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import CameraEntity, SiteEntity, async_add_per_camera
from .procedure import signs
from .records.book import BookState
from .site import CameraStatus, KumaConfigEntry, Site

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class CameraBinarySensorDescription(BinarySensorEntityDescription):
    """A binary sensor of one camera."""

    is_on: Callable[[CameraStatus], bool]


@dataclass(frozen=True, kw_only=True)
class SiteBinarySensorDescription(BinarySensorEntityDescription):
    """A binary sensor of the whole site."""

    is_on: Callable[[Site], bool]


CAMERA_BINARY_SENSORS = (
    CameraBinarySensorDescription(
        key="recording_problem",
        translation_key="recording_problem",
        device_class=BinarySensorDeviceClass.PROBLEM,
        is_on=lambda status: status.state.is_problem,
    ),
)

SIGN_PROBLEM = BinarySensorEntityDescription(
    key="sign_problem",
    translation_key="sign_problem",
    device_class=BinarySensorDeviceClass.PROBLEM,
)

SITE_BINARY_SENSORS = (
    SiteBinarySensorDescription(
        key="vault",
        translation_key="vault",
        # Of this class "on" means open.
        device_class=BinarySensorDeviceClass.LOCK,
        is_on=lambda site: not site.lock.is_locked,
    ),
    SiteBinarySensorDescription(
        key="book_intact",
        translation_key="book_intact",
        # No class: "problem" would turn the name's meaning round.
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on=lambda site: site.desk.book.state is not BookState.DAMAGED,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's binary sensors, and those of each camera as it joins."""
    async_add_entities(SiteBinarySensor(entry.runtime_data, kind) for kind in SITE_BINARY_SENSORS)
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda site, camera: [
            *(CameraBinarySensor(site, camera, kind) for kind in CAMERA_BINARY_SENSORS),
            SignProblem(site, camera, SIGN_PROBLEM),
        ],
    )


class CameraBinarySensor(CameraEntity, BinarySensorEntity):
    """One yes or no about a camera."""

    entity_description: CameraBinarySensorDescription

    @property
    @override
    def facts(self) -> bool:
        """Return the answer."""
        return self.entity_description.is_on(self.status)

    @property
    @override
    def is_on(self) -> bool:
        """Return the answer."""
        return self.facts


class SignProblem(CameraEntity, BinarySensorEntity):
    """Whether a camera's sign cannot be relied on: it is missing, to be looked at, or nobody ever saw it."""

    @property
    @override
    def facts(self) -> bool:
        """Return the answer."""
        return signs.state_of(self.site.desk, self.camera).is_problem

    @property
    @override
    def is_on(self) -> bool:
        """Return the answer."""
        return self.facts


class SiteBinarySensor(SiteEntity, BinarySensorEntity):
    """One yes or no about the site."""

    entity_description: SiteBinarySensorDescription

    @property
    @override
    def facts(self) -> bool:
        """Return the answer."""
        return self.entity_description.is_on(self.site)

    @property
    @override
    def is_on(self) -> bool:
        """Return the answer."""
        return self.facts
