"""What is done about people by action and by the panel: appoint, release, hand over, object.

Actions take ids, offices and times: Home Assistant stores what they are called with, so the name is the user's
own. A name as it is written on paper and a title (職名) are given through the flow or the panel (`NAMED`).
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from homeassistant.helpers import config_validation as cv
import voluptuous as vol

from .guideline.people import HANDED_OVER, Actor, Role
from .procedure import appointments, regaining
from .site import Site
from .users import async_person
from .when import moment_or_none

ATTR_USER = "user_id"
ATTR_ROLE = "role"
ATTR_SINCE = "since"
ATTR_UNTIL = "until"
ATTR_SECRECY = "secrecy_acknowledged"
ATTR_NAME = "name"
ATTR_TITLE = "title"

_USER = {vol.Required(ATTR_USER): cv.string}
_ROLE = {vol.Required(ATTR_ROLE): vol.In([role.value for role in Role])}
_SECRECY = {vol.Required(ATTR_SECRECY): cv.boolean}
_WORDS = vol.All(cv.string, vol.Length(max=100))
NAMED = {vol.Optional(ATTR_NAME): _WORDS, vol.Optional(ATTR_TITLE): _WORDS}
"""What says more of a person than their user does, for a door that stores nothing it is sent."""

type Given = Mapping[str, Any]
type OfPeople = Callable[[Site, Actor, Given], Awaitable[None]]


async def _appoint(site: Site, actor: Actor, data: Given) -> None:
    await appointments.appoint(
        site.desk,
        actor,
        Role(data[ATTR_ROLE]),
        await async_person(site.hass, data[ATTR_USER]),
        name=data.get(ATTR_NAME, ""),
        title=data.get(ATTR_TITLE, ""),
        since=moment_or_none(data, ATTR_SINCE),
        until=moment_or_none(data, ATTR_UNTIL),
    )


async def _end(site: Site, actor: Actor, data: Given) -> None:
    await appointments.end(
        site.desk,
        actor,
        Role(data[ATTR_ROLE]),
        data[ATTR_USER],
        until=moment_or_none(data, ATTR_UNTIL),
        secrecy_acknowledged=data[ATTR_SECRECY],
    )


async def _hand_over(site: Site, actor: Actor, data: Given) -> None:
    await appointments.hand_over(
        site.desk,
        actor,
        Role(data[ATTR_ROLE]),
        await async_person(site.hass, data[ATTR_USER]),
        name=data.get(ATTR_NAME, ""),
        title=data.get(ATTR_TITLE, ""),
        since=moment_or_none(data, ATTR_SINCE),
        secrecy_acknowledged=data[ATTR_SECRECY],
    )


async def _object(site: Site, actor: Actor, data: Given) -> None:
    await regaining.object_to(site.desk, actor)


ACTIONS: Mapping[str, tuple[OfPeople, vol.Schema]] = {
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
