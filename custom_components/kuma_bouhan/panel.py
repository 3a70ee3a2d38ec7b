"""The panel in the sidebar, and cards for dashboards: where their files are served, and that they are there while a site runs.

The build's hash is a folder of its address, not a query: Home Assistant's service worker keeps
files for a day and looks at the path only.
"""

from functools import partial
import json
from pathlib import Path
from typing import Final

from homeassistant.components import frontend, panel_custom
from homeassistant.components.http import StaticPathConfig
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN, PANEL

ELEMENT: Final = "kuma-bouhan-panel"
BUILT: Final = Path(__file__).parent / "frontend"

TITLES: Final = {"ja": "防犯カメラ運用"}
TITLE: Final = "Security cameras"
"""What the sidebar says; it has one title for everybody, in Home Assistant's own language."""

_VERSION: HassKey[str] = HassKey(f"{DOMAIN}_panel_version")


async def async_setup_panel(hass: HomeAssistant) -> None:
    """Serve the panel's files, for as long as Home Assistant runs."""
    version = await hass.async_add_executor_job(_built_version)
    hass.data[_VERSION] = version
    await hass.http.async_register_static_paths([StaticPathConfig(_folder(version), str(BUILT))])


async def async_show_panel(hass: HomeAssistant, entry: ConfigEntry) -> None:
    """Put the panel into the sidebar, for as long as the entry is loaded."""
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=PANEL,
        webcomponent_name=ELEMENT,
        sidebar_title=TITLES.get(hass.config.language, TITLE),
        sidebar_icon="mdi:cctv",
        module_url=f"{_folder(panel_version(hass))}/panel.js",
        embed_iframe=False,
        require_admin=False,
        handle_safe_area=False,
    )
    entry.async_on_unload(partial(frontend.async_remove_panel, hass, PANEL))
    cards = f"{_folder(panel_version(hass))}/cards.js"
    frontend.add_extra_js_url(hass, cards)
    entry.async_on_unload(partial(frontend.remove_extra_js_url, hass, cards))


@callback
def panel_version(hass: HomeAssistant) -> str:
    """Return the hash of the build that is served: a page of another one should reload."""
    return hass.data[_VERSION]


def _folder(version: str) -> str:
    return f"/{DOMAIN}_static/{version}"


def _built_version() -> str:
    version: str = json.loads((BUILT / "build.json").read_text())["version"]
    return version
