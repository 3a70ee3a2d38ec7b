"""What is done by action about what is kept beside footage: a sign is confirmed, a rule of early erasure is run.

Ids and times only: Home Assistant stores what actions are called with. Where a sign hangs, a photo of it, and why a rule was signed are given in
the panel.
"""

from collections.abc import Mapping

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.helpers import config_validation as cv
import voluptuous as vol

from .deeds import purge_rules
from .entity import async_camera_of
from .guideline.people import Actor
from .procedure import signs
from .request_actions import ATTR_CAMERA, Handler
from .site import Site
from .when import moment_or_none

ATTR_SEEN = "seen"
ATTR_RULE = "rule"


async def _confirm_sign(site: Site, actor: Actor, call: ServiceCall) -> None:
    seen = moment_or_none(call.data, ATTR_SEEN)
    cameras = [async_camera_of(site, entity_id) for entity_id in call.data[ATTR_CAMERA]]
    for camera in dict.fromkeys(cameras):
        await signs.confirm(site.desk, actor, camera, seen=seen)


async def _run_purge_rule(site: Site, actor: Actor, call: ServiceCall) -> ServiceResponse:
    rule = site.desk.registers.purge_rules.called(call.data[ATTR_RULE])
    return await purge_rules.async_run(site, actor, rule)


ACTIONS: Mapping[str, tuple[Handler, vol.Schema, SupportsResponse]] = {
    "confirm_sign": (
        _confirm_sign,
        vol.Schema(
            {vol.Required(ATTR_CAMERA): cv.entity_ids, vol.Optional(ATTR_SEEN): cv.datetime}
        ),
        SupportsResponse.NONE,
    ),
    "run_purge_rule": (
        _run_purge_rule,
        vol.Schema({vol.Required(ATTR_RULE): cv.string}),
        SupportsResponse.OPTIONAL,
    ),
}
"""What each action does, takes, and whether it answers."""
