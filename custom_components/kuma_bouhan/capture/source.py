"""Which camera entity footage comes from, through renames, reloads and absence.

A camera without an entity is an address of its own (`address`).
"""

import asyncio
from collections.abc import Callable
import contextlib
from dataclasses import dataclass
from typing import Protocol

from homeassistant.components.camera import DATA_COMPONENT, Camera
from homeassistant.components.stream import Stream
from homeassistant.core import CoreState, Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event
from yarl import URL

from ..guideline.recording import RecordingState


class GivesStream(Protocol):
    """What a stream comes from: a camera entity of Home Assistant's, or an address."""

    entity_id: str
    stream: Stream | None

    async def async_create_stream(self) -> Stream | None:
        """Return the one stream there is; None where there can be none."""


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of the source now: a camera, or why there is none."""

    entity_id: str | None
    camera: GivesStream | None
    state: RecordingState = RecordingState.CONNECTING
    """Without a camera: why. With one: what it is called while it gives no picture."""
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the camera found."""

    state: RecordingState
    detail: str | None = None


class Source:
    """Follows one entity, by its registry id where it has one."""

    def __init__(self, hass: HomeAssistant, source: str, wake: Callable[[], None]) -> None:
        """Name the entity; `wake` is called at each of its changes."""
        self._hass = hass
        self._source = source
        self._wake = wake
        self._followed: str | None = None
        self._unfollow: Callable[[], None] | None = None
        self._unlisten = hass.bus.async_listen(
            er.EVENT_ENTITY_REGISTRY_UPDATED, self._on_registry, self._concerns_us
        )

    def close(self) -> None:
        """Follow no longer."""
        self._unlisten()
        self._follow(None)

    def find(self) -> Found:
        """Look the entity up."""
        registry = er.async_get(self._hass)
        entry = registry.async_get(self._source)
        entity_id = entry.entity_id if entry else self._source
        if entry is None and "." not in self._source:
            self._follow(None)
            return Found(None, None, RecordingState.CAMERA_GONE)
        self._follow(entity_id)
        component = self._hass.data.get(DATA_COMPONENT)
        camera = component.get_entity(entity_id) if component else None
        if camera is not None:
            if not camera.is_on:
                return Found(entity_id, None, RecordingState.CAMERA_UNAVAILABLE, "off")
            return Found(entity_id, camera, _while_silent(camera))
        if self._hass.state in (CoreState.not_running, CoreState.starting):
            return Found(entity_id, None)  # it may still be coming
        if entry is None and self._hass.states.get(entity_id) is None:
            return Found(entity_id, None, RecordingState.CAMERA_GONE)
        detail = "disabled" if entry and entry.disabled_by else None
        return Found(entity_id, None, RecordingState.CAMERA_UNAVAILABLE, detail)

    def _follow(self, entity_id: str | None) -> None:
        if entity_id == self._followed:
            return
        if self._unfollow:
            self._unfollow()
        self._followed = entity_id
        self._unfollow = (
            async_track_state_change_event(self._hass, entity_id, self._on_state)
            if entity_id
            else None
        )

    @callback
    def _on_state(self, _event: Event[EventStateChangedData]) -> None:
        self._wake()

    @callback
    def _concerns_us(self, data: er.EventEntityRegistryUpdatedData) -> bool:
        return self._followed is None or self._followed in {
            data["entity_id"],
            data.get("old_entity_id"),
        }

    @callback
    def _on_registry(self, _event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        self._wake()


def _while_silent(camera: Camera) -> RecordingState:
    """Tell a camera that its own integration calls unavailable from one without a picture.

    A camera whose stream fails counts as unavailable in Home Assistant for that alone.
    """
    stream_fails = camera.stream is not None and not camera.stream.available
    if camera.available or stream_fails:
        return RecordingState.NO_PICTURE
    return RecordingState.CAMERA_UNAVAILABLE


async def answers(source: str, patience: float) -> bool:
    """Say whether a connection to the address of a stream can be opened.

    What has no address of that kind is believed to answer.
    """
    with contextlib.suppress(ValueError):
        url = URL(source)
        port = url.port or {"rtsp": 554, "rtsps": 322, "rtmp": 1935}.get(url.scheme)
        if url.host and port and url.scheme != "udp":
            try:
                async with asyncio.timeout(patience):
                    _, writer = await asyncio.open_connection(url.host, port)
            except OSError, TimeoutError:
                return False
            writer.close()
    return True
