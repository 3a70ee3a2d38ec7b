"""Actions about people: appoint, release, hand over, object.

They take ids, offices and times. Home Assistant stores what actions are called with, so the name is the user's
own, and a title (職名) is given through the flow.
"""

from datetime import datetime

from homeassistant.core import ServiceCall
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import voluptuous as vol

from .guideline.people import HANDED_OVER, Actor, Role
from .procedure import appointments, regaining
from .site import Site
from .users import async_person

ATTR_USER = "user_id"
ATTR_ROLE = "role"
ATTR_SINCE = "since"
ATTR_UNTIL = "until"
ATTR_SECRECY = "secrecy_acknowledged"

_USER = {vol.Required(ATTR_USER): cv.string}
_ROLE = {vol.Required(ATTR_ROLE): vol.In([role.value for role in Role])}
_SECRECY = {vol.Required(ATTR_SECRECY): cv.boolean}


async def _appoint(site: Site, actor: Actor, call: ServiceCall) -> None:
    await appointments.appoint(
        site.desk,
        actor,
        Role(call.data[ATTR_ROLE]),
        await async_person(site.hass, call.data[ATTR_USER]),
        since=_moment(call, ATTR_SINCE),
        until=_moment(call, ATTR_UNTIL),
    )


async def _end(site: Site, actor: Actor, call: ServiceCall) -> None:
    await appointments.end(
        site.desk,
        actor,
        Role(call.data[ATTR_ROLE]),
        call.data[ATTR_USER],
        until=_moment(call, ATTR_UNTIL),
        secrecy_acknowledged=call.data[ATTR_SECRECY],
    )


async def _hand_over(site: Site, actor: Actor, call: ServiceCall) -> None:
    await appointments.hand_over(
        site.desk,
        actor,
        Role(call.data[ATTR_ROLE]),
        await async_person(site.hass, call.data[ATTR_USER]),
        since=_moment(call, ATTR_SINCE),
        secrecy_acknowledged=call.data[ATTR_SECRECY],
    )


async def _object(site: Site, actor: Actor, call: ServiceCall) -> None:
    await regaining.object_to(site.desk, actor)


def _moment(call: ServiceCall, name: str) -> datetime | None:
    return dt_util.as_utc(call.data[name]) if name in call.data else None


ACTIONS = {
    "appoint": (
        _appoint,
        vol.Schema(
            {
                **_USER,
                **_ROLE,
                vol.Optional(ATTR_SINCE): cv.datetime,
                vol.Optional(ATTR_UNTIL): cv.datetime,
            }
        ),
    ),
    "end_appointment": (
        _end,
        vol.Schema({**_USER, **_ROLE, vol.Optional(ATTR_UNTIL): cv.datetime, **_SECRECY}),
    ),
    "hand_over": (
        _hand_over,
        vol.Schema(
            {
                **_USER,
                vol.Required(ATTR_ROLE): vol.In([role.value for role in HANDED_OVER]),
                vol.Optional(ATTR_SINCE): cv.datetime,
                **_SECRECY,
            }
        ),
    ),
    "object_to_refounding": (_object, vol.Schema({})),
}
"""What each action does and takes."""
