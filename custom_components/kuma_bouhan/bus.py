"""What Home Assistant's bus hears of an act, for the logbook and for automations.

Everybody who uses Home Assistant can see events, and its recorder stores them: they carry ids, times and counts. No
name, no reason, and no user either: who did it stands in the registers, for those who may read them.
"""

from typing import Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from .const import CONF_SITE, DOMAIN
from .records.act import RecordedAct
from .records.acts import (
    CameraAdded,
    CameraRemoved,
    ErasureAsked,
    FootagePlayed,
    HostKeyNoted,
    PersonalDataErased,
    PurgeAsked,
    RecordingSwitched,
    Refusal,
    RefusalsLeftOut,
    RetentionChanged,
    Routine,
    SigningKeyNoted,
    Started,
    Stopped,
    UnlockFailed,
)
from .records.entry import Entry, Phase
from .records.purge_rule import PurgeRuleRun
from .site import KumaConfigEntry

EVENT_ACT = f"{DOMAIN}_act"

QUIET: tuple[type[RecordedAct], ...] = (
    Started,
    Stopped,
    Routine,
    HostKeyNoted,
    SigningKeyNoted,
    FootagePlayed,
)
"""Acts of the house itself, which nobody looks for in the logbook."""


@callback
def async_tell(hass: HomeAssistant, config_entry: KumaConfigEntry, entry: Entry) -> None:
    """Fire an event for an act that is done, noted or failed."""
    act = entry.act
    if entry.phase is Phase.ORDERED or isinstance(act, QUIET):
        return
    told: dict[str, Any] = {
        "kind": act.kind,
        "phase": entry.phase.value,
        "seq": entry.seq,
        "at": entry.at.isoformat(),
    }
    camera: str | None = getattr(act, "camera", None)
    if camera is not None:
        told["camera"] = camera
    if isinstance(act, RecordingSwitched):
        told["on"] = act.on
    number: int | None = getattr(act, "number", None)
    if number is not None:
        told["number"] = number
    if (count := _count(act)) is not None:
        told["count"] = count
    entity_id = _entity_id(hass, config_entry, camera)
    # A camera that comes or goes has no entity yet, or soon has none.
    if entity_id is not None and not isinstance(act, CameraAdded | CameraRemoved):
        told["entity_id"] = entity_id
    hass.bus.async_fire(EVENT_ACT, told)


def _count(act: RecordedAct) -> int | None:
    match act:
        case ErasureAsked() | PurgeRuleRun():
            return act.chunks
        case PurgeAsked() | RetentionChanged():
            return act.slots
        case Refusal() | RefusalsLeftOut() | UnlockFailed():
            return act.count
        case PersonalDataErased():
            return len(act.acts)
    return None


@callback
def _entity_id(hass: HomeAssistant, entry: KumaConfigEntry, camera: str | None) -> str | None:
    """Return the entity on whose page the act is looked for: the camera's switch, or the book."""
    registry = er.async_get(hass)
    if camera is not None:
        return registry.async_get_entity_id("switch", DOMAIN, f"{camera}_recording")
    book = f"{entry.data[CONF_SITE]}_book_intact"
    return registry.async_get_entity_id("binary_sensor", DOMAIN, book)
