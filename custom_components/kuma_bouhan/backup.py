"""Home Assistant's backups: the book is copied while it goes on being written.

Nobody waits for a backup, which takes minutes: acts are entered all the while. What is laid beside the book
says from where on the copy may be torn, and opening a restored copy mends it there (`records/copying.py`). Only
overwriting personal data waits, and a site that starts anew meanwhile goes on with that. The vault is in no backup.
"""

import logging

from homeassistant.core import HomeAssistant

from .const import DOMAIN
from .guideline.errors import Problem
from .site import BACKUP_RUNS, KumaConfigEntry

_LOGGER = logging.getLogger(__name__)


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Make ready for the book's file to be copied."""
    hass.data[BACKUP_RUNS] = True
    entry: KumaConfigEntry
    for entry in hass.config_entries.async_loaded_entries(DOMAIN):
        desk = entry.runtime_data.desk
        try:
            await desk.run(desk.book.begin_copy)
        except Problem as problem:
            # A backup without our mark is better than none: at worst its end is said to be damaged.
            _LOGGER.warning("The book could not be made ready for a backup: %s", problem)


async def async_post_backup(hass: HomeAssistant) -> None:
    """Go on as before."""
    hass.data.pop(BACKUP_RUNS, None)
    entry: KumaConfigEntry
    for entry in hass.config_entries.async_loaded_entries(DOMAIN):
        desk = entry.runtime_data.desk
        await desk.run(desk.book.end_copy)
