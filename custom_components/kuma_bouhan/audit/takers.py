"""Automations and scripts that do something with what a camera sees: save it, show it, send it.

Looked at is what they do, step by step, not what sets them off: an automation that notices that a camera is unavailable takes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
import re
from typing import Any

from homeassistant.core import HomeAssistant

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
ONLY_SAYS = "logbook.log"
"""An action that is told what it writes about, and takes nothing from there."""
PICTURES = ("/api/camera_proxy", "entity_picture", "access_token", "media-source://camera")
"""How a text says that a picture goes with it; of which camera, a template may say."""

_CALLS = ("action", "service", "service_template")
_SAID = frozenset({"message", "title", "alias"})
"""Words for people: a camera's name in them is no picture."""
_GIVEN = ("variables", "trigger_variables", "for_each")
_ASKED = re.compile(
    r"\b(?:states|has_value|is_state|is_state_attr|state_attr)\(\s*['\"][\w.]+['\"]"
)
"""A template that asks how a camera is; with a picture of it, `PICTURES` says so."""
_OF = re.compile(
    r"(?:\bstate_attr\(\s*['\"]|\bstates\.|/api/camera_proxy\w*/|media-source://camera/)"
    r"(\w+\.\w+)(?![\w{])(?:['\"]\s*,\s*['\"]\w+|\.attributes\.\w+)?"
)
"""A picture of an entity that the text itself names."""


async def async_takers(hass: HomeAssistant, sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the entity ids of automations and scripts, and what in each takes pictures: actions, `event` or `variables`.

    Only what they were written as is gathered in the event loop: reading it all takes tens of milliseconds.
    """
    if not sources.entities:
        return {}
    return await hass.async_add_executor_job(takers, list(_written(hass)), sources)


def _written(hass: HomeAssistant) -> Iterator[tuple[str, Any]]:
    """Yield what each automation and script was written as, blueprints filled in."""
    for domain in ("automation", "script"):
        component = hass.data.get(domain)
        for entity in getattr(component, "entities", ()):
            yield entity.entity_id, getattr(entity, "raw_config", None)


def takers(written: Iterable[tuple[str, Any]], sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return which of these take pictures, and by what. Long: call it on a thread."""
    found = {}
    for entity_id, config in written:
        steps = list(_steps(config))
        cameras = frozenset(chain.from_iterable(_held(step, sources) for _, step in steps))
        if taken := [name for name, step in steps if takes(name, step, sources, cameras)]:
            found[entity_id] = tuple(dict.fromkeys(taken))
    return dict(sorted(found.items()))


def takes(
    name: str, step: Mapping[str, Any], sources: Sources, cameras: frozenset[str] = frozenset()
) -> bool:
    """Say whether a step takes pictures from a camera under the rules; `cameras` are variables that hold one's name."""
    if name in HARMLESS or name.startswith(f"{DOMAIN}."):
        return False
    if name in TAKE:
        return any(sources.reaches(text) or _is_template(text) for text in _aimed(step))
    told = {key: what for key, what in step.items() if key not in _CALLS}
    if any(_shows(text, sources) for text in texts(told)):
        return True
    if name in (ONLY_SAYS, "variables"):
        return False
    return any(_names(text, sources, cameras) for text in texts(told, but=_SAID))


def _shows(text: str, sources: Sources) -> bool:
    """Say whether a picture of a camera goes with a text, as far as the text itself says of which."""
    if not any(picture in text for picture in PICTURES):
        return False
    ours = sources.entities.values()
    open_ones = _OF.sub(lambda found: found[0] if found[1] in ours else "", text)
    return sources.means(text) or (
        _is_template(text) and any(picture in open_ones for picture in PICTURES)
    )


def _names(text: str, sources: Sources, cameras: frozenset[str]) -> bool:
    """Say whether a text names a camera, itself or by a variable, and does not only ask how it is."""
    if not _is_template(text):
        return sources.means(text)
    return sources.means(_ASKED.sub("", text)) or not cameras.isdisjoint(re.findall(r"\w+", text))


def _held(step: Mapping[str, Any], sources: Sources) -> Iterator[str]:
    """Yield the variables of a step that hold the name of a camera."""
    for given in _GIVEN:
        what = step.get(given)
        for name, value in (what if isinstance(what, Mapping) else {"repeat": what}).items():
            if any(_names(text, sources, frozenset()) for text in texts(value)):
                yield name


def _steps(config: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every step that does something, and what it is called, at whatever depth; what is disabled is left out."""
    if isinstance(config, list):
        yield from chain.from_iterable(map(_steps, config))
    if not isinstance(config, Mapping) or config.get("enabled") is False:
        return
    if given := {name: config[name] for name in _GIVEN if name in config}:
        yield "variables", given
    if (name := _called(config)) is not None:
        yield name, config
    elif not _asks(config):
        yield from chain.from_iterable(map(_steps, config.values()))


def _called(config: Mapping[str, Any]) -> str | None:
    """Return the name of an action, a device's action or an event."""
    for call in _CALLS:
        action = config.get(call)
        if isinstance(action, str) and ("." in action or _is_template(action)):
            return action
    if _asks(config):
        return None
    match config:
        case {"domain": str(domain), "type": str(kind)}:
            return f"{domain}.{kind}"
        case {"event": str()}:
            return "event"
    return None


def _asks(config: Mapping[str, Any]) -> bool:
    """Say whether this is a trigger or a condition: it does nothing."""
    asks = (config.get(name) for name in ("trigger", "platform", "condition"))
    return any(isinstance(one, str) for one in asks) and config.keys().isdisjoint(
        ("action", "actions")
    )


def _aimed(step: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a step is aimed at."""
    for place in (step.get("target"), step.get("data"), step):
        if isinstance(place, Mapping):
            for name in ("entity_id", "device_id", "area_id", "floor_id", "label_id"):
                yield from texts(place.get(name))
        elif isinstance(place, str):
            yield place


def texts(value: Any, but: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every text in a value, at whatever depth, but those under these names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, what in value.items():
            if name not in but:
                yield from texts(what, but)
    elif isinstance(value, list | tuple | set):
        for what in value:
            yield from texts(what, but)


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text
