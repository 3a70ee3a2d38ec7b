"""Button: lock the vault at once, for everybody. 4(4)ウ."""

from typing import override

from homeassistant.components.button import ButtonEntity, ButtonEntityDescription
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .actor import actor_of_context, translated
from .entity import SiteEntity
from .guideline.people import Door
from .site import KumaConfigEntry

PARALLEL_UPDATES = 0

LOCK = ButtonEntityDescription(key="lock", translation_key="lock")


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's button."""
    async_add_entities([LockButton(entry.runtime_data, LOCK)])


class LockButton(SiteEntity, ButtonEntity):
    """Locks the vault."""

    @override
    async def async_press(self) -> None:
        """Lock."""
        actor = actor_of_context(self._context or Context(), Door.ENTITY)
        with translated():
            await self.site.lock.lock(actor)
