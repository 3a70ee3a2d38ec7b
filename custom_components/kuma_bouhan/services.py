"""Actions: for people and for automations.

What is asked for holds ids, times, counts and words of a fixed list only: Home Assistant fires what
actions are called with as an event and its recorder stores it. What is answered it does not store: the answer
goes to the caller alone (and, as everything that is sent, into the debug log of the websocket where somebody
has turned that on). So names and reasons stand in the answer of `get_register`, for those who may read them, and
nowhere else.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.helpers import config_validation as cv, entity_registry as er
from homeassistant.util import dt as dt_util
import voluptuous as vol

from . import people_actions
from .actor import actor_of_context, translated
from .const import DOMAIN
from .guideline.errors import Problem
from .guideline.people import Actor, Door
from .guideline.registers import Register
from .guideline.retention import ErasureCause
from .procedure import footage, registers
from .procedure.registers import Line, Page, Query
from .site import Site, async_running_site

ATTR_CAMERA = "camera"
ATTR_START = "start"
ATTR_END = "end"
ATTR_LIMIT = "limit"
ATTR_OFFSET = "offset"
ATTR_REASON = "reason"
ATTR_REGISTER = "register"

_CAMERAS = vol.Schema({vol.Required(ATTR_CAMERA): cv.entity_ids})
_SPAN = vol.Schema(
    {
        vol.Required(ATTR_CAMERA): cv.entity_id,
        vol.Required(ATTR_START): cv.datetime,
        vol.Required(ATTR_END): cv.datetime,
    }
)
_ERASE = _SPAN.extend({vol.Required(ATTR_REASON): vol.Coerce(ErasureCause)})
_REGISTER = vol.Schema(
    {
        vol.Required(ATTR_REGISTER): vol.Coerce(Register),
        vol.Optional(ATTR_CAMERA): cv.entity_id,
        vol.Optional(ATTR_START): cv.datetime,
        vol.Optional(ATTR_END): cv.datetime,
        vol.Optional(ATTR_OFFSET, default=0): vol.All(vol.Coerce(int), vol.Range(min=0)),
        vol.Optional(ATTR_LIMIT, default=registers.USUAL): vol.All(
            vol.Coerce(int), vol.Range(min=1, max=registers.MOST)
        ),
    }
)

type Handler = Callable[[Site, Actor, ServiceCall], Awaitable[ServiceResponse]]


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register the actions; they answer that the site is not running while it is not."""

    def register(
        name: str, handler: Handler, schema: vol.Schema, response: SupportsResponse
    ) -> None:
        async def handle(call: ServiceCall) -> ServiceResponse:
            with translated():
                return await handler(
                    async_running_site(hass), actor_of_context(call.context, Door.ACTION), call
                )

        hass.services.async_register(DOMAIN, name, handle, schema, response)

    register("start_recording", _start_recording, _CAMERAS, SupportsResponse.NONE)
    register("stop_recording", _stop_recording, _CAMERAS, SupportsResponse.NONE)
    register("erase", _erase, _ERASE, SupportsResponse.OPTIONAL)
    register("purge_expired", _purge_expired, vol.Schema({}), SupportsResponse.OPTIONAL)
    register("list_footage", _list_footage, _SPAN, SupportsResponse.ONLY)
    for name, (handler, schema) in people_actions.ACTIONS.items():
        register(name, handler, schema, SupportsResponse.NONE)
    register("get_register", _get_register, _REGISTER, SupportsResponse.ONLY)


async def _start_recording(site: Site, actor: Actor, call: ServiceCall) -> None:
    await _switch(site, actor, call, on=True)


async def _stop_recording(site: Site, actor: Actor, call: ServiceCall) -> None:
    await _switch(site, actor, call, on=False)


async def _switch(site: Site, actor: Actor, call: ServiceCall, *, on: bool) -> None:
    cameras = [_camera(site, entity_id) for entity_id in call.data[ATTR_CAMERA]]
    for camera in dict.fromkeys(cameras):
        await site.async_switch(actor, camera, on=on)


async def _erase(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    done = await site.erasure.erase(
        actor,
        _camera(site, call.data[ATTR_CAMERA]),
        dt_util.as_utc(call.data[ATTR_START]),
        dt_util.as_utc(call.data[ATTR_END]),
        call.data[ATTR_REASON],
    )
    return {
        "start": _told(done.true_start),
        "end": _told(done.true_end),
        "chunks": done.chunks,
        "bytes": done.bytes,
    }


async def _purge_expired(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    return {"hours": await site.erasure.purge(actor)}


async def _list_footage(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    found = await footage.stretches(
        site.desk,
        actor,
        _camera(site, call.data[ATTR_CAMERA]),
        dt_util.as_utc(call.data[ATTR_START]),
        dt_util.as_utc(call.data[ATTR_END]),
    )
    return {
        "footage": [
            {
                "start": _told(stretch.start),
                "end": _told(stretch.end),
                "bytes": stretch.bytes,
                "complete": stretch.complete,
                "due": _told(stretch.due),
            }
            for stretch in found
        ]
    }


async def _get_register(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    data = call.data
    camera = _camera(site, data[ATTR_CAMERA]) if ATTR_CAMERA in data else None
    page = await registers.read(
        site.desk,
        actor,
        Query(
            register=data[ATTR_REGISTER],
            camera=camera,
            start=_utc(data.get(ATTR_START)),
            end=_utc(data.get(ATTR_END)),
            offset=data[ATTR_OFFSET],
            limit=data[ATTR_LIMIT],
        ),
    )
    # A thousand lines take their time, too.
    return await site.desk.run(_told_page, page)


def _told_page(page: Page) -> ServiceResponse:
    return {"entries": [_line(line) for line in page.lines], "more": page.more}


def _line(line: Line) -> dict[str, Any]:
    """Return a line of a register: the entry it stands in, and what it says."""
    entry = line.entry
    return {
        "seq": entry.seq,
        "entered": entry.local,
        "phase": entry.phase,
        "door": entry.actor.door,
        "automated": entry.actor.automated,
        "user_id": entry.actor.user_id,
        "signed": bool(entry.signature),
        "erased": _told(line.erased_at) or entry.erased,
        "kind": line.kind,
        **({"by": line.by} if line.by else {}),
        "facts": _plain(line.facts),
        **({"personal": _plain(line.personal)} if line.personal else {}),
    }


def _plain(value: Any) -> Any:
    """Return a fact as JSON has it, moments in the site's own time."""
    match value:
        case datetime():
            return _told(value)
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
    return value


def _camera(site: Site, entity_id: str) -> str:
    """Return the camera that an entity stands for: an entity of ours, or the camera's source."""
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


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else dt_util.as_utc(moment)


def _told(moment: datetime | None) -> str | None:
    """Return a moment in the site's own time."""
    return None if moment is None else dt_util.as_local(moment).isoformat()
