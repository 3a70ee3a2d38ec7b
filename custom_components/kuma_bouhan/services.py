"""Actions: for people and for automations.

What is asked for holds ids, times, counts and words of a fixed list only: Home Assistant fires what
actions are called with as an event and its recorder stores it. What is answered it does not store: the answer
goes to the caller alone (and, as everything that is sent, into the debug log of the websocket where somebody
has turned that on). So names and reasons stand in the answer of `get_register`, for those who may read them, and
nowhere else.
"""

from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.helpers import config_validation as cv
import voluptuous as vol

from . import kept_actions, people_actions, request_actions
from .actor import actor_of_context, translated
from .const import DOMAIN, PANEL_LINK, REQUESTS_LINK
from .entity import async_camera_of
from .guideline.people import Actor, Door
from .guideline.retention import ErasureCause
from .lines import PAGE, async_page, told
from .procedure import footage
from .request_actions import ATTR_CAMERA, ATTR_END, ATTR_NUMBER, ATTR_START, SPAN, Handler
from .site import Site, async_running_site
from .when import moment_in

ATTR_REASON = "reason"

_CAMERAS = vol.Schema({vol.Required(ATTR_CAMERA): cv.entity_ids})
_SPAN = vol.Schema(SPAN)
_ERASE = vol.Schema({**SPAN, vol.Required(ATTR_REASON): vol.Coerce(ErasureCause)})
_REGISTER = vol.Schema({**PAGE, vol.Optional(ATTR_CAMERA): cv.entity_id})


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register the actions; they answer that the site is not running while it is not."""

    def register(
        name: str, handler: Handler, schema: vol.Schema, response: SupportsResponse
    ) -> None:
        async def handle(call: ServiceCall) -> ServiceResponse:
            number = call.data.get(ATTR_NUMBER)
            with translated(PANEL_LINK if number is None else f"{REQUESTS_LINK}/{number}"):
                return await handler(
                    async_running_site(hass), actor_of_context(call.context, Door.ACTION), call
                )

        hass.services.async_register(DOMAIN, name, handle, schema, response)

    register("start_recording", _start_recording, _CAMERAS, SupportsResponse.NONE)
    register("stop_recording", _stop_recording, _CAMERAS, SupportsResponse.NONE)
    register("erase", _erase, _ERASE, SupportsResponse.OPTIONAL)
    register("purge_expired", _purge_expired, vol.Schema({}), SupportsResponse.OPTIONAL)
    register("list_footage", _list_footage, _SPAN, SupportsResponse.ONLY)
    for name, (act, schema) in people_actions.ACTIONS.items():
        register(name, _of_people(act), schema, SupportsResponse.NONE)
    for actions in (request_actions.ACTIONS, kept_actions.ACTIONS):
        for name, (handler, schema, response) in actions.items():
            register(name, handler, schema, response)
    register("get_register", _get_register, _REGISTER, SupportsResponse.ONLY)


async def _start_recording(site: Site, actor: Actor, call: ServiceCall) -> None:
    await _switch(site, actor, call, on=True)


async def _stop_recording(site: Site, actor: Actor, call: ServiceCall) -> None:
    await _switch(site, actor, call, on=False)


async def _switch(site: Site, actor: Actor, call: ServiceCall, *, on: bool) -> None:
    cameras = [async_camera_of(site, entity_id) for entity_id in call.data[ATTR_CAMERA]]
    for camera in dict.fromkeys(cameras):
        await site.async_switch(actor, camera, on=on)


async def _erase(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    done = await site.erasure.erase(
        actor,
        async_camera_of(site, call.data[ATTR_CAMERA]),
        moment_in(call.data[ATTR_START]),
        moment_in(call.data[ATTR_END]),
        call.data[ATTR_REASON],
    )
    return {
        "start": told(done.true_start),
        "end": told(done.true_end),
        "chunks": done.chunks,
        "bytes": done.bytes,
    }


async def _purge_expired(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    return {"hours": await site.erasure.purge(actor)}


async def _list_footage(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    found = await footage.stretches(
        site.desk,
        actor,
        async_camera_of(site, call.data[ATTR_CAMERA]),
        moment_in(call.data[ATTR_START]),
        moment_in(call.data[ATTR_END]),
    )
    return {
        "footage": [
            {
                "start": told(stretch.start),
                "end": told(stretch.end),
                "bytes": stretch.bytes,
                "complete": stretch.complete,
                "due": told(stretch.due),
            }
            for stretch in found
        ]
    }


async def _get_register(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    data = call.data
    camera = async_camera_of(site, data[ATTR_CAMERA]) if ATTR_CAMERA in data else None
    page = await async_page(site, actor, data, camera)
    return {"entries": page["lines"], "more": page["more"]}


def _of_people(act: people_actions.OfPeople) -> Handler:
    async def handle(site: Site, actor: Actor, call: ServiceCall) -> None:
        await act(site, actor, call.data)

    return handle
