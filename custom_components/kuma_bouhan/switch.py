"""Switches: a camera's recording, on and off. 運用基準例 2(4)."""

from typing import Any, override

from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .actor import actor_of_context, translated
from .entity import CameraEntity, async_add_per_camera
from .guideline.people import Door
from .site import KumaConfigEntry

PARALLEL_UPDATES = 0

RECORDING = SwitchEntityDescription(key="recording", translation_key="recording")


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the switch of each camera as it joins."""
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda site, camera: [RecordingSwitch(site, camera, RECORDING)],
    )


class RecordingSwitch(CameraEntity, SwitchEntity):
    """Whether a camera is meant to record."""

    @property
    @override
    def facts(self) -> bool:
        """Return whether it is meant to."""
        return self.status.on

    @property
    @override
    def is_on(self) -> bool:
        """Return whether it is meant to."""
        return self.facts

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Record."""
        await self._async_switch(on=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Record no more."""
        await self._async_switch(on=False)

    async def _async_switch(self, *, on: bool) -> None:
        # Home Assistant sets the command's context right before it calls.
        actor = actor_of_context(self._context or Context(), Door.ENTITY)
        with translated():
            await self.site.async_switch(actor, self.camera, on=on)
