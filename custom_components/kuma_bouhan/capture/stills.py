"""Footage from a camera without a stream: a still every few seconds.

One still is asked for at each tick of a fixed grid, so the interval does not drift; a tick
that passes while the camera or the disk still answers is left out. The same picture to the
last byte for a while is not the camera's: integrations return their last picture, or a
placeholder, when there is none. It is no footage.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2b

from homeassistant.components.camera import async_get_image
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError

from ..guideline.recording import GapReason, RecordingState
from .intake import Run
from .pace import Pace
from .sink import Sink, Stretch
from .source import Found, GivesStream, Seen

_JPEG = b"\xff\xd8\xff"

REPEATS = 5
REPEATING = timedelta(seconds=60)
"""A picture that came more than `REPEATS` times over more than `REPEATING` is a placeholder."""


class StillsCapture:
    """Takes stills from one camera. Used by its supervisor's task only."""

    def __init__(
        self,
        hass: HomeAssistant,
        sink: Sink,
        *,
        run: Run,
        interval: float,
        kept: Callable[[Stretch], None],
        wake: Callable[[], None],
        now: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        """Take nothing yet; `interval` in seconds."""
        self._hass = hass
        self._sink = sink
        self._run = run
        self._interval = interval
        self._kept = kept
        self._wake = wake
        self._now = now
        self._pace = pace
        self._entity_id = ""
        self._stopped = self._writing = False
        self._task: asyncio.Task[None] | None = None
        self._seen = Seen(RecordingState.CONNECTING)
        self._last: tuple[bytes, datetime, int] | None = None
        """The last picture's digest, when it first came, and how often."""

    @property
    def settled(self) -> bool:
        """Say whether nothing waits to be written."""
        return not self._writing

    async def check(self, found: Found, _camera: GivesStream) -> Seen:
        """See that stills are taken, and say what is seen."""
        self._entity_id = found.entity_id or ""
        if self._task is None or self._task.done():
            self._stopped = False
            self._task = self._hass.async_create_background_task(self._take(), "kuma_bouhan stills")
        if self._seen.state is RecordingState.NO_PICTURE:
            return Seen(found.state, self._seen.detail)
        return self._seen

    async def leave(self) -> None:
        """Take no more, and finish the chunk."""
        task, self._task = self._task, None
        if task is None:
            return
        # Home Assistant swallows a cancellation while it waits for an image.
        self._stopped = True
        if not self._writing:
            task.cancel()
        done, _ = await asyncio.wait({task}, timeout=self._pace.answer)
        self._seen, self._last = Seen(RecordingState.CONNECTING), None
        if done:
            await self._run(self._sink.give_up)

    async def close(self) -> None:
        """Leave, for good."""
        await self.leave()

    async def _take(self) -> None:
        loop = self._hass.loop
        due = loop.time()
        while not self._stopped:
            seen = await self._one()
            if self._stopped:
                return
            if seen != self._seen:
                self._seen = seen
                self._wake()
            due += self._interval * max(1, -(-(loop.time() - due) // self._interval))
            await asyncio.sleep(due - loop.time())

    async def _one(self) -> Seen:
        """Take one still and keep it."""
        try:
            image = await async_get_image(
                self._hass, self._entity_id, timeout=max(1, int(self._pace.answer))
            )
        except HomeAssistantError:
            return Seen(RecordingState.NO_PICTURE)
        except Exception as error:  # noqa: BLE001 - any integration's code may stand behind it
            return Seen(RecordingState.NO_PICTURE, type(error).__name__)
        at = self._now()
        if not image.content.startswith(_JPEG):
            return Seen(RecordingState.NO_PICTURE, "not_jpeg")
        if self._is_placeholder(image.content, at):
            return Seen(RecordingState.NO_PICTURE, "same_picture")
        if self._stopped:
            return self._seen
        self._writing = True
        try:
            fault = await self._run(self._sink.still, image.content, at)
        finally:
            self._writing = False
        if fault:
            return Seen(fault.state, fault.detail)
        until = at + timedelta(seconds=self._interval)
        self._kept(Stretch(at, until, GapReason.NO_PICTURE))
        return Seen(RecordingState.RECORDING)

    def _is_placeholder(self, content: bytes, at: datetime) -> bool:
        digest = blake2b(content, digest_size=16).digest()
        if self._last is None or self._last[0] != digest:
            self._last = (digest, at, 1)
            return False
        _, first, times = self._last
        self._last = (digest, first, times + 1)
        return times >= REPEATS and at - first > REPEATING
