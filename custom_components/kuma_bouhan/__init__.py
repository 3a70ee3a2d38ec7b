"""Kuma Bouhan: security cameras run as the Kumamoto guideline asks."""

from functools import partial
import logging
from pathlib import Path

from homeassistant.const import EVENT_CORE_CONFIG_UPDATE, Platform
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.exceptions import ConfigEntryError, ConfigEntryNotReady
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.typing import ConfigType
from homeassistant.util import dt as dt_util

from . import contractors, notices, repairs, sign_sources, users
from .audit.look import async_follow as async_follow_check
from .bus import async_tell
from .const import BOOK_FILE, DOMAIN
from .deed_views import async_setup_deed_views
from .disclosure_views import async_setup_disclosure_views
from .entity import async_follow_devices, async_link_devices
from .extension_views import async_setup_extension_views
from .giving_views import async_setup_giving_views
from .guideline.errors import Problem
from .key_views import async_setup_key_views
from .llm import async_setup_llm
from .package_views import async_setup_package_views
from .panel import async_setup_panel, async_show_panel
from .paper_views import async_setup_paper_views
from .playback_views import async_setup_playback_views
from .procedure.founding import enter_removal
from .services import async_setup_services
from .site import KumaConfigEntry, Site
from .viewing_views import async_setup_viewing_views
from .views import async_setup_views
from .websocket_api import async_setup_websocket

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)

PLATFORMS = [
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.CALENDAR,
    Platform.EVENT,
    Platform.SENSOR,
    Platform.SWITCH,
    Platform.TODO,
]

COMES_BACK = {
    "book_full",
    "book_in_use",
    "book_missing",
    "book_not_writable",
    "book_version",
    "disk_full",
    "vault_failing",
    "vault_in_use",
    "vault_missing",
    "vault_not_writable",
}
"""Problems that may pass by themselves, so that Home Assistant tries again.

Without a book each attempt still erases what is due.
"""

open_site = Site.async_open
"""Starts a site; the demonstration hands in shorter times than anybody can choose."""

_LOGGER = logging.getLogger(__name__)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Set up what stays for as long as Home Assistant runs."""
    async_setup_services(hass)
    async_setup_views(hass)
    async_setup_websocket(hass)
    await async_setup_panel(hass)
    async_setup_viewing_views(hass)
    async_setup_playback_views(hass)
    async_setup_key_views(hass)
    async_setup_extension_views(hass)
    async_setup_deed_views(hass)
    async_setup_disclosure_views(hass)
    async_setup_giving_views(hass)
    async_setup_package_views(hass)
    async_setup_paper_views(hass)
    async_setup_llm(hass)
    return True


async def async_setup_entry(hass: HomeAssistant, entry: KumaConfigEntry) -> bool:
    """Start the site."""
    try:
        site = await open_site(hass, entry, listeners=[partial(async_tell, hass, entry)])
    except Problem as problem:
        repairs.async_report_start(hass, entry, problem)
        error = ConfigEntryNotReady if problem.key in COMES_BACK else ConfigEntryError
        raise error(
            translation_domain=DOMAIN,
            translation_key=problem.key,
            translation_placeholders=problem.placeholders,
        ) from problem
    entry.runtime_data = site
    try:
        await _async_open_doors(hass, entry)
    except BaseException:
        # Whoever tries again finds the vault's folder free.
        await site.async_close()
        raise
    return True


async def _async_open_doors(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Open every door of a site that runs."""
    await users.async_follow(hass, entry)
    await contractors.async_follow(hass, entry)
    await notices.async_follow(hass, entry)
    await repairs.async_follow(hass, entry)
    await async_show_panel(hass, entry)
    # Nothing that may fail comes after it: Home Assistant sets platforms up once, and takes none of them back.
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    async_follow_devices(entry)
    sign_sources.async_follow(hass, entry)
    await async_follow_check(hass, entry)
    _async_follow_home_assistant(hass, entry)
    entry.async_on_unload(entry.add_update_listener(_async_entry_changed))


@callback
def _async_follow_home_assistant(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Open the site anew where Home Assistant's time zone or language becomes another: the site took both at its start."""
    taken = entry.runtime_data.desk.zone, hass.config.language

    @callback
    def changed(_event: Event) -> None:
        # Home Assistant tells of both whenever any of its settings is saved.
        if (dt_util.get_default_time_zone(), hass.config.language) != taken:
            hass.config_entries.async_schedule_reload(entry.entry_id)

    entry.async_on_unload(hass.bus.async_listen(EVENT_CORE_CONFIG_UPDATE, changed))


async def async_unload_entry(hass: HomeAssistant, entry: KumaConfigEntry) -> bool:
    """Stop the site."""
    unloaded = await hass.config_entries.async_unload_platforms(entry, PLATFORMS)
    if unloaded:
        await entry.runtime_data.async_close()
    return unloaded


async def async_remove_entry(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Enter the removal in the book; the book, the vault and its periods stay."""
    repairs.async_forget(hass, entry)
    try:
        await hass.async_add_executor_job(
            partial(
                enter_removal,
                Path(hass.config.path(BOOK_FILE)),
                now=dt_util.utcnow(),
                zone=dt_util.get_default_time_zone(),
            )
        )
    except Problem as problem:
        _LOGGER.warning("The removal could not be entered in the book: %s", problem)


async def _async_entry_changed(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    await entry.runtime_data.async_follow_entry()
    async_link_devices(entry.runtime_data)
