"""What triggers and conditions let an automation choose, and what that comes to at a site."""

from collections.abc import Iterable
from typing import Any

from homeassistant.helpers import config_validation as cv
import voluptuous as vol

from .entity import async_camera_of
from .guideline.errors import Problem
from .guideline.signs import SignState
from .procedure import signs
from .site import Site

CONF_AT_LEAST = "at_least"
CONF_CAMERA = "camera"
CONF_DAYS = "days"
CONF_KIND = "kind"
CONF_REASON = "reason"
CONF_WANTED = "wanted"


def some_of(words: Iterable[str]) -> Any:
    """Return what takes a list of these words; none of them means any."""
    return vol.All(cv.ensure_list, [vol.In([str(word) for word in words])])


def chosen_cameras(site: Site, entities: Iterable[str]) -> set[str]:
    """Return the cameras that these entities stand for, every one where there are none; one that is gone stands for none."""
    chosen = tuple(entities)
    found = set[str]()
    for entity_id in chosen:
        try:
            found.add(async_camera_of(site, entity_id))
        except Problem:
            continue
    return found if chosen else {*site.cameras}


def sign_states(site: Site) -> dict[str, SignState]:
    """Return how the sign of each camera is."""
    return {camera: signs.state_of(site.desk, camera) for camera in site.cameras}
