"""Which entities of ours belong together, for cards and the ready dashboard: `kuma_bouhan/dashboard`.

Ids and the places of cameras only: what an entity says, Home Assistant itself shows to whom it will.
"""

from typing import Any

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
import voluptuous as vol

from .const import CONF_SITE, DOMAIN
from .guideline.errors import Problem
from .site import async_running_site


@callback
def async_setup_dashboard(hass: HomeAssistant) -> None:
    """Register the command: it stays until Home Assistant stops."""
    websocket_api.async_register_command(hass, _dashboard)


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/dashboard"})
@callback
def _dashboard(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
    """Answer the cameras, each with its entities, and those of the site: by domain and key (`sensor.sign`)."""
    try:
        site = async_running_site(hass)
    except Problem:
        connection.send_result(msg["id"], {"cameras": [], "entities": {}})
        return
    found = er.async_entries_for_config_entry(er.async_get(hass), site.entry.entry_id)
    shown = [entity for entity in found if entity.disabled_by is None]

    def of(owner: str) -> dict[str, str]:
        start = f"{owner}_"
        return {
            f"{entity.domain}.{entity.unique_id.removeprefix(start)}": entity.entity_id
            for entity in shown
            if entity.unique_id.startswith(start)
        }

    connection.send_result(
        msg["id"],
        {
            "cameras": [
                {"camera": camera, "place": status.settings.place, "entities": of(camera)}
                for camera, status in site.cameras.items()
            ],
            "entities": of(site.entry.data[CONF_SITE]),
        },
    )
