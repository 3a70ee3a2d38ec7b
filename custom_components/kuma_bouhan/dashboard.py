"""What a dashboard is made of: the ids of our entities, by what they are. `kuma_bouhan/dashboard`.

It tells nothing but ids and the places that cameras' devices are called by, which everybody who uses Home Assistant sees anyway;
and which of what cards offer the person may do: what they may not is neither offered nor asked for, and so no refusal is entered.
"""

from typing import Any, Final

from homeassistant.core import callback
from homeassistant.helpers import entity_registry as er

from .guideline.people import Act, Actor
from .people_actions import Given
from .site import Site

OFFERED: Final = (Act.READ_DUTIES, Act.CONFIRM_SIGN)

type Ids = dict[str, str]
"""Entity ids by domain and key: `sensor.recording_state`."""


async def tell(site: Site, actor: Actor, _given: Given) -> dict[str, Any]:
    """Return the ids of the site's entities, and of each camera's; what is disabled is left out."""
    known = _ids(site)
    registry = er.async_get(site.hass)
    return {
        "may": [act for act in OFFERED if site.desk.could(act, actor)],
        "entities": known.get(site.desk.book.site, {}),
        "cameras": [
            {
                "camera": camera,
                "place": status.settings.place,
                "source": er.async_resolve_entity_id(registry, status.settings.source),
                "entities": known.get(camera, {}),
            }
            for camera, status in site.cameras.items()
        ],
    }


@callback
def _ids(site: Site) -> dict[str, Ids]:
    """Return what entities there are, by the id of the site or of the camera that they are of."""
    found: dict[str, Ids] = {}
    for entry in er.async_entries_for_config_entry(er.async_get(site.hass), site.entry.entry_id):
        if entry.disabled_by is None:
            of, _, key = entry.unique_id.partition("_")
            found.setdefault(of, {})[f"{entry.domain}.{key}"] = entry.entity_id
    return found
