"""Buttons: lock the vault at once, for everybody, 4(4)ウ; say that a camera's sign hangs there, 4(3)."""

from typing import override

from homeassistant.components.button import ButtonEntity, ButtonEntityDescription
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .actor import actor_of_context, translated
from .entity import CameraEntity, SiteEntity, async_add_per_camera
from .guideline.people import Door
from .procedure import signs
from .site import KumaConfigEntry

PARALLEL_UPDATES = 0

LOCK = ButtonEntityDescription(key="lock", translation_key="lock")
CONFIRM_SIGN = ButtonEntityDescription(key="confirm_sign", translation_key="confirm_sign")


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's button, and those of each camera as it joins."""
    async_add_entities([LockButton(entry.runtime_data, LOCK)])
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda site, camera: [ConfirmSignButton(site, camera, CONFIRM_SIGN)],
    )


class LockButton(SiteEntity, ButtonEntity):
    """Locks the vault."""

    @override
    async def async_press(self) -> None:
        """Lock."""
        actor = actor_of_context(self._context or Context(), Door.ENTITY)
        with translated():
            await self.site.lock.lock(actor)


class ConfirmSignButton(CameraEntity, ButtonEntity):
    """Says, for the person who presses it, that the sign hangs there and can be read."""

    @override
    async def async_press(self) -> None:
        """Confirm the sign."""
        actor = actor_of_context(self._context or Context(), Door.ENTITY)
        with translated():
            await signs.confirm(self.site.desk, actor, self.camera)
