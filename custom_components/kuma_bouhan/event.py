"""Events: footage was erased, footage is missing, the steps of extensions, disclosures and complaints, and what becomes of signs.

They carry ids, times, counts and reasons of a fixed list: Home Assistant stores events and shows them to
every user, so nothing about a person may stand in them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, override

from homeassistant.components.event import (
    ATTR_EVENT_TYPE,
    EventEntity,
    EventEntityDescription,
    EventExtraStoredData,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util.signal_type import SignalType

from .entity import CameraEntity, SiteEntity, async_add_per_camera
from .guideline.recording import Gap, GapReason
from .guideline.retention import ErasureReason
from .guideline.signs import SignState
from .procedure import complaints, signs
from .procedure.erasure import Erased
from .records.act import RecordedAct
from .records.complaint import ComplaintAnswered, ComplaintClosed, ComplaintReceived
from .records.disclosure import (
    CopyConfirmed,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosurePrepared,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
    FootageSeized,
)
from .records.entry import Entry
from .records.extension import (
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
    FootageProtected,
)
from .records.sign import SignConfirmed, SignMissing
from .site import KumaConfigEntry, Site

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class KumaEventDescription[T: (Erased, Gap)](EventEntityDescription):
    """A kind of event; its types are the reasons there are."""

    signal: Callable[[Site], SignalType[T]]
    attributes: Callable[[T], dict[str, Any]]


def _erased(erased: Erased) -> dict[str, Any]:
    return {
        "cameras": sorted({slot.camera for slot in erased.slots}),
        "hours": len(erased.slots),
        "start": erased.start.isoformat(),
        "end": erased.end.isoformat(),
        "erased_at": erased.at.isoformat(),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "camera": gap.camera,
        "start": gap.start.isoformat(),
        "end": gap.end.isoformat(),
        "seconds": round(gap.length.total_seconds()),
    }


@dataclass(frozen=True, kw_only=True)
class ActEventDescription(EventEntityDescription):
    """A kind of event that acts make; `steps` says which."""

    steps: Mapping[type[RecordedAct], str]


ERASURE = KumaEventDescription[Erased](
    key="erasure",
    translation_key="erasure",
    event_types=[reason.value for reason in ErasureReason],
    signal=lambda site: site.signal_erased,
    attributes=_erased,
)
GAP = KumaEventDescription[Gap](
    key="gap",
    translation_key="gap",
    event_types=[reason.value for reason in GapReason],
    signal=lambda site: site.signal_gap,
    attributes=_gap,
)


EXTENSION = ActEventDescription(
    key="extension",
    translation_key="extension",
    steps={
        FootageProtected: "protected",
        ExtensionRequested: "requested",
        ExtensionApproved: "approved",
        ExtensionDenied: "denied",
        ExtensionWithdrawn: "withdrawn",
        ExtensionEnded: "ended",
    },
)
DISCLOSURE = ActEventDescription(
    key="disclosure",
    translation_key="disclosure",
    steps={
        DisclosureRequested: "requested",
        DisclosurePermitted: "permitted",
        DisclosureDenied: "denied",
        DisclosureWithdrawn: "withdrawn",
        DisclosurePrepared: "prepared",
        DisclosureProvided: "provided",
        CopyConfirmed: "confirmed",
        FootageSeized: "seized",
    },
)

SIGN = ActEventDescription(
    key="sign",
    translation_key="sign",
    steps={SignConfirmed: "confirmed", SignMissing: "missing"},
)
INSPECTION_DUE = "inspection_due"
"""What a sign's event tells beside acts: nobody has looked for too long."""

_TOLD = (
    "number",
    "cameras",
    "start",
    "end",
    "at",
    "until",
    "files",
    "copies",
    "copy",
    "due",
    "means",
    "seen",
)
"""What of an act may be told: ids, times, counts."""

COMPLAINT = ActEventDescription(
    key="complaint",
    translation_key="complaint",
    steps={
        ComplaintReceived: "received",
        ComplaintAnswered: "answered",
        ComplaintClosed: "closed",
    },
)
OVERDUE = "overdue"
"""What is told of a complaint beside its steps."""


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's events, and those of each camera as it joins."""
    site = entry.runtime_data
    async_add_entities(
        [
            SiteEvent(site, ERASURE),
            SiteEvent(site, GAP),
            ActEvent(site, EXTENSION),
            ActEvent(site, DISCLOSURE),
            ComplaintEvent(site, COMPLAINT),
        ]
    )
    async_add_per_camera(
        entry, async_add_entities, lambda site, camera: [SignEvent(site, camera, SIGN)]
    )


class SiteEvent[T: (Erased, Gap)](SiteEntity, EventEntity):
    """Tells of one kind of event."""

    entity_description: KumaEventDescription[T]

    @override
    async def async_added_to_hass(self) -> None:
        """Listen for what there is to tell."""
        signal = self.entity_description.signal(self.site)
        self.async_on_remove(async_dispatcher_connect(self.hass, signal, self._happened))

    @callback
    def _happened(self, fact: T) -> None:
        self._trigger_event(fact.reason.value, self.entity_description.attributes(fact))
        self.async_write_ha_state()


class ActEvent(SiteEntity, EventEntity):
    """Tells of the steps of one procedure."""

    entity_description: ActEventDescription

    def __init__(self, site: Site, description: ActEventDescription) -> None:
        """Know the steps."""
        super().__init__(site, description)
        self._attr_event_types = list(description.steps.values())

    @override
    async def async_added_to_hass(self) -> None:
        """Listen for acts that are done."""
        listeners = self.site.desk.listeners
        listeners.append(self._heard)
        self.async_on_remove(lambda: listeners.remove(self._heard))

    @callback
    def _heard(self, entry: Entry) -> None:
        step = self.entity_description.steps.get(type(entry.act))
        if step is not None and entry.phase.counts:
            self._trigger_event(step, self._told_of(entry.act))
            self.async_write_ha_state()

    def _told_of(self, act: RecordedAct) -> dict[str, Any]:
        return _told(act)


@dataclass
class ComplaintsTold(EventExtraStoredData):
    """What Home Assistant keeps while it is restarted: the last event, and which complaints were told to be overdue."""

    overdue: list[int]


class ComplaintEvent(ActEvent):
    """Tells of complaints by number and counts alone; of each that is overdue once."""

    def __init__(self, site: Site, description: ActEventDescription) -> None:
        """Know the steps, and that time may be over."""
        super().__init__(site, description)
        self._attr_event_types = [*description.steps.values(), OVERDUE]
        self._said: set[int] = set()

    @override
    async def async_added_to_hass(self) -> None:
        """Listen, and say what fell overdue while nobody did."""
        await super().async_added_to_hass()
        if (kept := await self.async_get_last_extra_data()) is not None:
            self._said = set(kept.as_dict().get("overdue", ()))
        self.async_on_remove(
            async_dispatcher_connect(self.hass, self.site.signal_state, self._look_soon)
        )
        self._look()

    @property
    @override
    def extra_restore_state_data(self) -> ComplaintsTold:
        """Return what is kept."""
        last = super().extra_restore_state_data
        return ComplaintsTold(last.last_event_type, last.last_event_attributes, sorted(self._said))

    @callback
    def _look_soon(self) -> None:
        """Look once an act that is being told has been told: what is received comes before what is overdue."""
        self.hass.loop.call_soon(self._look)

    @callback
    def _look(self) -> None:
        """Tell of what is overdue and was not told; what is settled need not be remembered."""
        desk = self.site.desk
        self._said &= set(complaints.open_numbers(desk))
        for number in complaints.overdue(desk):
            if number not in self._said:
                self._said.add(number)
                self._trigger_event(OVERDUE, self._counted(number))
                self.async_write_ha_state()

    @override
    def _told_of(self, act: RecordedAct) -> dict[str, Any]:
        assert isinstance(act, ComplaintReceived | ComplaintAnswered | ComplaintClosed)
        return self._counted(act.number)

    def _counted(self, number: int) -> dict[str, Any]:
        desk = self.site.desk
        return {
            "number": number,
            "open": len(complaints.open_numbers(desk)),
            "overdue": len(complaints.overdue(desk)),
        }


class SignEvent(CameraEntity, EventEntity):
    """Tells what becomes of a camera's sign: somebody saw it or did not, or nobody has looked for too long."""

    entity_description: ActEventDescription

    def __init__(self, site: Site, camera: str, description: ActEventDescription) -> None:
        """Know the steps."""
        super().__init__(site, camera, description)
        self._attr_event_types = [*description.steps.values(), INSPECTION_DUE]

    @override
    async def async_added_to_hass(self) -> None:
        """Listen for acts that are done, and see what came due while nobody looked."""
        await super().async_added_to_hass()
        listeners = self.site.desk.listeners
        listeners.append(self._heard)
        self.async_on_remove(lambda: listeners.remove(self._heard))
        self._look_due()

    @callback
    @override
    def _async_look(self) -> None:
        if self._look_due():
            self.async_write_ha_state()

    @callback
    def _heard(self, entry: Entry) -> None:
        step = self.entity_description.steps.get(type(entry.act))
        if step and entry.phase.counts and getattr(entry.act, "camera", None) == self.camera:
            self._trigger_event(step, _told(entry.act))
            self.async_write_ha_state()

    def _look_due(self) -> bool:
        """Tell once that the sign is to be looked at; what was told last outlasts a restart."""
        is_due = signs.state_of(self.site.desk, self.camera) is SignState.INSPECTION_DUE
        if not is_due or self.state_attributes.get(ATTR_EVENT_TYPE) == INSPECTION_DUE:
            return False
        due = signs.due_of(self.site.desk, self.camera)
        self._trigger_event(INSPECTION_DUE, {"due": due.isoformat()})
        return True


def _told(act: RecordedAct) -> dict[str, Any]:
    """Return what may be told of an act."""
    said = {name: getattr(act, name, None) for name in _TOLD}
    return {name: _plain(value) for name, value in said.items() if value is not None}


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case tuple():
            return list(value)
    return value
