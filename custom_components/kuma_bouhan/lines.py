"""Lines of a register as a door tells them: an action and the panel alike.

What is told goes to the caller alone. Names and reasons are in it only where `procedure/registers.py` has let them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import voluptuous as vol

from .guideline.people import Actor
from .guideline.registers import Register
from .procedure import registers
from .procedure.registers import Line, Page, Query
from .site import Site
from .when import moment_or_none

ATTR_REGISTER = "register"
ATTR_START = "start"
ATTR_END = "end"
ATTR_OFFSET = "offset"
ATTR_LIMIT = "limit"

PAGE = {
    vol.Required(ATTR_REGISTER): vol.Coerce(Register),
    vol.Optional(ATTR_START): cv.datetime,
    vol.Optional(ATTR_END): cv.datetime,
    vol.Optional(ATTR_OFFSET, default=0): vol.All(vol.Coerce(int), vol.Range(min=0)),
    vol.Optional(ATTR_LIMIT, default=registers.USUAL): vol.All(
        vol.Coerce(int), vol.Range(min=1, max=registers.MOST)
    ),
}
"""What every door takes that a page is asked of; how it names a camera is its own affair."""


async def async_page(
    site: Site, actor: Actor, data: Mapping[str, Any], camera: str | None
) -> dict[str, Any]:
    """Return a page of a register, as JSON has it; `data` is what `PAGE` took."""
    page = await registers.read(
        site.desk,
        actor,
        Query(
            register=data[ATTR_REGISTER],
            camera=camera,
            start=moment_or_none(data, ATTR_START),
            end=moment_or_none(data, ATTR_END),
            offset=data[ATTR_OFFSET],
            limit=data[ATTR_LIMIT],
        ),
    )
    # A thousand lines take their time, too.
    return await site.desk.run(_told_page, page)


def told_line(line: Line) -> dict[str, Any]:
    """Return a line of a register: the entry it stands in, and what it says."""
    entry = line.entry
    return {
        "seq": entry.seq,
        "entered": entry.local,
        "phase": entry.phase,
        **({"order": entry.order} if entry.order is not None else {}),
        "door": entry.actor.door,
        "automated": entry.actor.automated,
        "user_id": entry.actor.user_id,
        "signed": bool(entry.signature),
        "erased": told(line.erased_at) or entry.erased,
        "kind": line.kind,
        **({"by": line.by} if line.by else {}),
        "facts": _plain(line.facts),
        **({"personal": _plain(line.personal)} if line.personal else {}),
    }


def told(moment: datetime | None) -> str | None:
    """Return a moment in the site's own time."""
    return None if moment is None else dt_util.as_local(moment).isoformat()


def _told_page(page: Page) -> dict[str, Any]:
    return {"lines": [told_line(line) for line in page.lines], "more": page.more}


def _plain(value: Any) -> Any:
    """Return a fact as JSON has it, moments in the site's own time."""
    match value:
        case datetime():
            return told(value)
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
    return value
