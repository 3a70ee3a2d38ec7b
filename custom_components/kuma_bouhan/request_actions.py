"""What is done about requests by action: drafts are opened, what waits is decided, hand-overs and copies are entered.

Ids, times, counts and words of fixed lists only: Home Assistant stores what actions are called with. Names, reasons and whatever form 2
asks for are given in the panel.
"""

from collections.abc import Awaitable, Callable, Mapping

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.helpers import config_validation as cv
import voluptuous as vol

from .entity import async_camera_of
from .guideline.disclosure import Duty, Fate, Medium
from .guideline.extension import Wanted
from .guideline.grounds import Ground
from .guideline.people import Actor
from .guideline.viewing import Scope
from .procedure import disclosure, extension, protection, provision
from .procedure.provision import Handover
from .site import Site
from .when import day_in, moment_in, moment_or_none

ATTR_NUMBER = "number"
ATTR_CAMERA = "camera"
ATTR_START = "start"
ATTR_END = "end"

_WHOLE = vol.All(vol.Coerce(int), vol.Range(min=1))
_NUMBER = {vol.Required(ATTR_NUMBER): _WHOLE}
SPAN = {
    vol.Required(ATTR_CAMERA): cv.entity_id,
    vol.Required(ATTR_START): cv.datetime,
    vol.Required(ATTR_END): cv.datetime,
}

type Handler = Callable[[Site, Actor, ServiceCall], Awaitable[ServiceResponse]]


async def _request_extension(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    scope = _scope(site, call)
    return {ATTR_NUMBER: await protection.draft(site.desk, actor, Wanted.EXTENSION, scope)}


async def _request_disclosure(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    number = await protection.draft(
        site.desk, actor, Wanted.DISCLOSURE, _scope(site, call), call.data.get("ground")
    )
    return {ATTR_NUMBER: number}


async def _approve_extension(site: Site, actor: Actor, call: ServiceCall) -> None:
    await extension.approve(site.desk, actor, call.data[ATTR_NUMBER])


async def _permit_disclosure(site: Site, actor: Actor, call: ServiceCall) -> None:
    await disclosure.permit(site.desk, actor, call.data[ATTR_NUMBER])


async def _deny(site: Site, actor: Actor, call: ServiceCall) -> None:
    number = call.data[ATTR_NUMBER]
    if number in site.desk.registers.requests.extensions:
        await extension.deny(site.desk, actor, number)
    else:
        await disclosure.deny(site.desk, actor, number)


async def _record_handover(site: Site, actor: Actor, call: ServiceCall) -> None:
    data = call.data
    handover = Handover(
        at=moment_or_none(data, "at") or site.desk.clock.now(),
        medium=data["medium"],
        copies=data["copies"],
        receipt=data["receipt"],
        duty=data["duty"],
        due=day_in(data["due"]) if "due" in data else None,
    )
    await provision.provide(site.desk, actor, data[ATTR_NUMBER], handover)


async def _confirm_return(site: Site, actor: Actor, call: ServiceCall) -> None:
    data = call.data
    await provision.confirm(site.desk, actor, data[ATTR_NUMBER], data.get("copy"), data["fate"])


def _scope(site: Site, call: ServiceCall) -> Scope:
    return Scope(
        (async_camera_of(site, call.data[ATTR_CAMERA]),),
        moment_in(call.data[ATTR_START]),
        moment_in(call.data[ATTR_END]),
    )


ACTIONS: Mapping[str, tuple[Handler, vol.Schema, SupportsResponse]] = {
    "request_extension": (_request_extension, vol.Schema(SPAN), SupportsResponse.OPTIONAL),
    "request_disclosure": (
        _request_disclosure,
        vol.Schema({**SPAN, vol.Optional("ground"): vol.Coerce(Ground)}),
        SupportsResponse.OPTIONAL,
    ),
    "approve_extension": (_approve_extension, vol.Schema(_NUMBER), SupportsResponse.NONE),
    "permit_disclosure": (_permit_disclosure, vol.Schema(_NUMBER), SupportsResponse.NONE),
    "deny": (_deny, vol.Schema(_NUMBER), SupportsResponse.NONE),
    "record_handover": (
        _record_handover,
        vol.Schema(
            {
                **_NUMBER,
                vol.Optional("at"): cv.datetime,
                vol.Required("medium"): vol.Coerce(Medium),
                vol.Required("copies"): _WHOLE,
                vol.Required("receipt"): cv.boolean,
                vol.Required("duty"): vol.Coerce(Duty),
                vol.Optional("due"): cv.date,
            }
        ),
        SupportsResponse.NONE,
    ),
    "confirm_return": (
        _confirm_return,
        vol.Schema(
            {**_NUMBER, vol.Optional("copy"): _WHOLE, vol.Required("fate"): vol.Coerce(Fate)}
        ),
        SupportsResponse.NONE,
    ),
}
"""What each action does, takes, and whether it answers."""
