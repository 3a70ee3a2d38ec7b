"""Sensors: what each camera records and keeps, how long the disk lasts, what waits and what is out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory, UnitOfInformation, UnitOfTime
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType

from .entity import CameraEntity, SiteEntity, async_add_per_camera
from .guideline import self_check
from .guideline.recording import Gap, RecordingState
from .guideline.signs import SignState
from .procedure import signs
from .procedure.holding import held_until
from .procedure.open_requests import open_requests
from .site import CameraStatus, KumaConfigEntry, Site

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class CameraSensorDescription(SensorEntityDescription):
    """A sensor of one camera."""

    value: Callable[[CameraStatus], StateType | datetime]
    attributes: Callable[[CameraStatus], Mapping[str, Any] | None] = lambda _: None


@dataclass(frozen=True, kw_only=True)
class SiteSensorDescription(SensorEntityDescription):
    """A sensor of the whole site."""

    value: Callable[[Site], StateType]
    attributes: Callable[[Site], Mapping[str, Any] | None] = lambda _: None


def _about(value: float) -> float:
    """Return three digits of a value that moves all the time: every change is stored."""
    return float(f"{value:.3g}")


def _about_gap(gap: Gap) -> dict[str, Any]:
    """Return why there is nothing, and for how long."""
    return {"reason": gap.reason.value, "seconds": round(gap.length.total_seconds())}


def _of_all(report: self_check.Report) -> dict[str, Any]:
    """Return of how many duties that apply, as a number and as a tile can show it."""
    return {"all": report.all, "of_all": f"{report.holds}/{report.all}"}


CAMERA_SENSORS = (
    CameraSensorDescription(
        key="recording_state",
        translation_key="recording_state",
        device_class=SensorDeviceClass.ENUM,
        options=[state.value for state in RecordingState],
        value=lambda status: status.state.value,
    ),
    CameraSensorDescription(
        key="oldest_footage",
        translation_key="oldest_footage",
        device_class=SensorDeviceClass.TIMESTAMP,
        value=lambda status: status.summary.oldest,
    ),
    CameraSensorDescription(
        key="next_erasure",
        translation_key="next_erasure",
        device_class=SensorDeviceClass.TIMESTAMP,
        value=lambda status: status.summary.next_erasure,
    ),
    CameraSensorDescription(
        key="kept",
        translation_key="kept",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.SECONDS,
        suggested_unit_of_measurement=UnitOfTime.DAYS,
        suggested_display_precision=1,
        value=lambda status: _about(status.summary.kept.total_seconds()),
    ),
    CameraSensorDescription(
        key="storage",
        translation_key="storage",
        device_class=SensorDeviceClass.DATA_SIZE,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfInformation.BYTES,
        suggested_unit_of_measurement=UnitOfInformation.GIBIBYTES,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda status: _about(status.summary.bytes),
    ),
    CameraSensorDescription(
        key="last_gap",
        translation_key="last_gap",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda status: None if status.last_gap is None else status.last_gap.start,
        attributes=lambda status: None if status.last_gap is None else _about_gap(status.last_gap),
    ),
    CameraSensorDescription(
        key="retention_period",
        translation_key="retention_period",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.DAYS,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda status: status.days,
    ),
)

HELD_UNTIL = SensorEntityDescription(
    key="held_until",
    translation_key="held_until",
    device_class=SensorDeviceClass.TIMESTAMP,
)

SIGN = SensorEntityDescription(
    key="sign",
    translation_key="sign",
    device_class=SensorDeviceClass.ENUM,
    options=[state.value for state in SignState],
)

SITE_SENSORS = (
    SiteSensorDescription(
        key="space_forecast",
        translation_key="space_forecast",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.DAYS,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda site: None if site.free_days is None else _about(site.free_days),
    ),
    SiteSensorDescription(
        key="requests_waiting",
        translation_key="requests_waiting",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda site: len(open_requests(site.desk).waiting),
    ),
    SiteSensorDescription(
        key="copies_out",
        translation_key="copies_out",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda site: open_requests(site.desk).copies_out,
        attributes=lambda site: {"overdue": open_requests(site.desk).copies_overdue},
    ),
    SiteSensorDescription(
        key="self_check",
        translation_key="self_check",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda site: None if site.report is None else site.report.holds,
        attributes=lambda site: None if site.report is None else _of_all(site.report),
    ),
    SiteSensorDescription(
        key="duties_overdue",
        translation_key="duties_overdue",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda site: len(site.duties.overdue),
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's sensors, and those of each camera as it joins."""
    async_add_entities(SiteSensor(entry.runtime_data, kind) for kind in SITE_SENSORS)
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda site, camera: [
            *(CameraSensor(site, camera, kind) for kind in CAMERA_SENSORS),
            HeldUntilSensor(site, camera, HELD_UNTIL),
            SignSensor(site, camera, SIGN),
        ],
    )


class CameraSensor(CameraEntity, SensorEntity):
    """One fact about a camera."""

    entity_description: CameraSensorDescription

    @property
    @override
    def facts(self) -> tuple[StateType | datetime, Mapping[str, Any] | None]:
        """Return the value, and what is said with it."""
        return (
            self.entity_description.value(self.status),
            self.entity_description.attributes(self.status),
        )

    @property
    @override
    def native_value(self) -> StateType | datetime:
        """Return the value."""
        return self.facts[0]

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        """Return what is said with the value: reasons and lengths, nothing about people."""
        return self.facts[1]


class HeldUntilSensor(CameraEntity, SensorEntity):
    """Until when footage of a camera outlasts its period; why stands in the register only."""

    @property
    @override
    def facts(self) -> datetime | None:
        """Return until when."""
        return held_until(self.site.desk, self.camera)

    @property
    @override
    def native_value(self) -> datetime | None:
        """Return until when."""
        return self.facts


class SignSensor(CameraEntity, SensorEntity):
    """What is known of a camera's sign, and by when somebody is to look at it."""

    @property
    @override
    def facts(self) -> tuple[str, datetime]:
        """Return both."""
        desk = self.site.desk
        return signs.state_of(desk, self.camera).value, signs.due_of(desk, self.camera)

    @property
    @override
    def native_value(self) -> str:
        """Return what is known."""
        return self.facts[0]

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """Return by when."""
        return {"due": self.facts[1].isoformat()}


class SiteSensor(SiteEntity, SensorEntity):
    """One fact about the site."""

    entity_description: SiteSensorDescription

    @property
    @override
    def facts(self) -> tuple[StateType, Mapping[str, Any] | None]:
        """Return the value, and what is said with it."""
        return (
            self.entity_description.value(self.site),
            self.entity_description.attributes(self.site),
        )

    @property
    @override
    def native_value(self) -> StateType:
        """Return the value."""
        return self.facts[0]

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        """Return what is said with the value: counts."""
        return self.facts[1]
