"""Automations and scripts that do something with what a camera sees: save it, show it, send it.

Looked at is what they do, step by step, not what sets them off: an automation that notices that a camera is unavailable takes nothing.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from homeassistant.core import HomeAssistant, callback

from ..const import DOMAIN
from .sources import Sources

TAKE = frozenset({"camera.record", "camera.snapshot", "camera.play_stream"})
"""Actions that take pictures from whatever camera they are aimed at."""
HARMLESS = frozenset(
    {
        "camera.turn_on",
        "camera.turn_off",
        "camera.enable_motion_detection",
        "camera.disable_motion_detection",
        "homeassistant.turn_on",
        "homeassistant.turn_off",
        "homeassistant.toggle",
        "homeassistant.update_entity",
        "homeassistant.reload_config_entry",
    }
)
"""Actions that a camera is aimed at without its pictures going anywhere."""
PICTURES = ("/api/camera_proxy", "entity_picture", "media-source://camera")
"""How a step says that a picture goes with it; of which camera, a template may say."""


type Written = list[tuple[str, Any]]
"""Entity ids of automations and scripts, and what each was written as, blueprints filled in."""


@callback
def async_written(hass: HomeAssistant) -> Written:
    """Return what is to be looked through."""
    return [
        (entity.entity_id, getattr(entity, "raw_config", None))
        for domain in ("automation", "script")
        for entity in getattr(hass.data.get(domain), "entities", ())
    ]


def takers(written: Written, sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the entity ids of automations and scripts, and the actions in each that take pictures.

    Takes long where there are many: call it on a thread.
    """
    found = {}
    if sources.entities:
        for entity_id, raw in written:
            if taken := tuple(dict.fromkeys(_taking(raw, sources))):
                found[entity_id] = taken
    return dict(sorted(found.items()))


def _taking(config: Any, sources: Sources) -> Iterator[str]:
    """Yield the actions of every step that takes pictures from one of our cameras."""
    for step in _steps(config):
        action = step.get("action", step.get("service"))
        if takes(str(action), step, sources):
            yield str(action)


def takes(action: str, step: Mapping[str, Any], sources: Sources) -> bool:
    """Say whether a step takes pictures from a camera under the rules."""
    if action in HARMLESS or action.startswith(f"{DOMAIN}."):
        return False
    told = list(texts({name: what for name, what in step.items() if name not in _CALLS}))
    if action in TAKE:
        return any(sources.reaches(text) or _is_template(text) for text in _aimed(step))
    return any(sources.means(text) for text in told) or any(
        picture in text and _is_template(text) for text in told for picture in PICTURES
    )


_CALLS = ("action", "service", "alias")


def _steps(config: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every step that calls an action, at whatever depth; what is disabled is left out."""
    if isinstance(config, Mapping):
        if config.get("enabled") is False:
            return
        action = config.get("action", config.get("service"))
        if isinstance(action, str) and ("." in action or _is_template(action)):
            yield config
        yield from chain.from_iterable(map(_steps, config.values()))
    elif isinstance(config, list):
        yield from chain.from_iterable(map(_steps, config))


def _aimed(step: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a step is aimed at."""
    for place in (step.get("target"), step.get("data"), step):
        if isinstance(place, Mapping):
            for name in ("entity_id", "device_id", "area_id", "floor_id", "label_id"):
                yield from texts(place.get(name))
        elif isinstance(place, str):
            yield place


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a value, at whatever depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(texts, value.values()))
    elif isinstance(value, list | tuple | set):
        yield from chain.from_iterable(map(texts, value))


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text
