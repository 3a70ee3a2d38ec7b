"""Footage from a camera's stream: the tap put on it, kept on it, taken off it.

Live view and recording share one worker: Home Assistant's `Stream` of the camera entity. That of an address is ours alone.
What has to be known of it that it does not say in public stands in the four functions
below the invariants; everything else uses its public side.

Invariants of an attachment, looked at by `check` at every wake-up and every few seconds:
1. the camera is the same object,
2. the camera's stream is the one the tap was put on,
3. the tap is registered with it,
4. its worker is alive,
5. pieces come: after `stalled` seconds of silence (`lost` before the first one, or while
   Home Assistant waits longer and longer between its own attempts) the stream is stopped,
   whoever watches, and begun anew a little later.
When one is broken the tap is taken off, and put on again. Taking off stops the worker
where nobody else uses it, so none is left behind.
"""

import asyncio
from collections.abc import Callable
import contextlib
from dataclasses import dataclass
from datetime import datetime
import logging
from random import random

from homeassistant.components.stream import Stream
from homeassistant.core import HomeAssistant

from ..guideline.recording import RecordingState
from .intake import Intake
from .pace import Pace
from .sink import Mark
from .source import Found, GivesStream, Seen, answers
from .tap import NAME, Tap

_LOGGER = logging.getLogger(__name__)


_SILENT = "silent"
_ANSWERS = "answers again"
_NO_ANSWER = "no_answer"


def _alive(stream: Stream) -> bool:
    """Say whether the worker's thread runs."""
    thread = stream._thread  # noqa: SLF001
    return thread is not None and thread.is_alive()


def _forget_fast_restart(stream: Stream) -> None:
    """Make a stop final.

    `update_source` leaves a note for the worker to begin again; a worker that was waiting
    ends without reading it, and the next one would read it at its stop and never end.
    """
    stream._fast_restart_once = False  # noqa: SLF001


def _is_stopping(stream: Stream) -> bool:
    """Say whether somebody waits for the worker's end; whoever starts waits behind them."""
    return stream._start_stop_lock.locked()  # noqa: SLF001


def _end_worker(stream: Stream) -> None:
    """Tell the worker once more to end, and not to begin again."""
    _forget_fast_restart(stream)
    stream._thread_quit.set()  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class _Attachment:
    camera: GivesStream
    stream: Stream
    tap: Tap
    at: float


class StreamCapture:
    """Keeps a tap on one camera's stream. Used by its supervisor's task only."""

    def __init__(
        self,
        hass: HomeAssistant,
        intake: Intake,
        *,
        wake: Callable[[], None],
        now: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        """Attach to nothing yet."""
        self._hass = hass
        self._intake = intake
        self._wake = wake
        self._now = now
        self._pace = pace
        self._attachment: _Attachment | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._not_before = 0.0
        self._trouble: Seen | None = None
        """Stays said, through all attempts, until something new is written."""
        self._troubled_at = 0.0
        self._probed: tuple[float, bool] = (0.0, True)

    @property
    def settled(self) -> bool:
        """Say whether nothing waits to be written."""
        return not self._intake.waiting

    async def check(self, found: Found, camera: GivesStream) -> Seen:
        """Mend what is broken and say what is seen."""
        if attachment := self._attachment:
            broken = self._broken(attachment, camera) or await self._answers_again(attachment)
            if broken:
                await self._mend(broken, found)
        if self._attachment is None and not await self._attach(camera):
            return self._trouble or Seen(RecordingState.CONNECTING)
        return await self._look(found)

    async def leave(self) -> None:
        """Take the tap off and finish the chunk."""
        self._trouble, self._not_before = None, 0.0
        if self._attachment:
            await self._detach(stop=False)
            await self._intake.finish(self._pace.answer)

    async def close(self) -> None:
        """Leave, for good."""
        await self.leave()
        await self._intake.close(self._pace.answer)

    def _silence(self, attachment: _Attachment) -> float:
        """Return the seconds since the last piece, beyond what its length excuses."""
        last = self._intake.arrived or attachment.at
        return self._hass.loop.time() - last - 2 * self._intake.longest

    def _broken(self, attachment: _Attachment, camera: GivesStream) -> str | None:
        stream = attachment.stream
        if attachment.camera is not camera:
            return "another camera object"
        if camera.stream is not stream:
            return "another stream"
        if stream.outputs().get(NAME) is not attachment.tap:
            return "not registered"
        if not _alive(stream):
            return "no worker"
        patient = self._intake.arrived is None or not stream.available
        if self._silence(attachment) > (self._pace.lost if patient else self._pace.stalled):
            return _SILENT
        return None

    async def _answers_again(self, attachment: _Attachment) -> str | None:
        """Notice a camera that is back while Home Assistant still waits to ask it."""
        away = self._trouble is not None and self._trouble.detail == _NO_ANSWER
        if away and not attachment.stream.available:
            if await self._reached(attachment.stream.source):
                return _ANSWERS
        return None

    async def _mend(self, broken: str, found: Found) -> None:
        _LOGGER.debug("%s: attaching anew: %s", found.entity_id, broken)
        self._intake.mark(Mark.CUT)
        if broken not in {_SILENT, _ANSWERS}:
            await self._detach(stop=False)
            return
        if self._trouble is None:
            self._in_trouble(found.state, None)
        await self._detach(stop=True)
        # Not in step with all the other cameras of a recorder that hangs.
        self._not_before = self._hass.loop.time() + self._pace.retry * random()

    async def _look(self, found: Found) -> Seen:
        attachment, intake = self._attachment, self._intake
        assert attachment is not None
        silence = self._silence(attachment)
        now = self._hass.loop.time()
        patience = self._pace.first if intake.arrived is None else self._pace.quiet
        # What was said of the stream before it was begun anew says nothing yet.
        fails = not attachment.stream.available and now - attachment.at > self._pace.check
        if fails or silence > patience:
            if await self._reached(attachment.stream.source):
                return self._in_trouble(found.state, None)
            return self._in_trouble(RecordingState.CAMERA_UNAVAILABLE, _NO_ANSWER)
        if intake.fault:
            return Seen(intake.fault.state, intake.fault.detail)
        if intake.slow:
            return Seen(RecordingState.TOO_SLOW)
        if now - (intake.wrote or attachment.at) > self._pace.first + 2 * intake.longest:
            return self._in_trouble(RecordingState.NO_PICTURE, "nothing_to_keep")
        if intake.wrote is None or intake.arrived is None:
            return self._trouble or Seen(RecordingState.CONNECTING)
        # What came before the trouble may be written after it.
        if self._trouble and min(intake.wrote, intake.arrived) <= self._troubled_at:
            return self._trouble
        self._trouble = None
        return Seen(RecordingState.RECORDING)

    def _in_trouble(self, state: RecordingState, detail: str | None) -> Seen:
        if self._trouble is None:
            self._troubled_at = self._hass.loop.time()
            self._intake.mark(Mark.CUT)
        self._trouble = Seen(state, detail)
        return self._trouble

    async def _reached(self, source: str) -> bool:
        """Say whether anything answers at the camera's address; asked rarely."""
        at, reached = self._probed
        if at and self._hass.loop.time() - at < self._pace.retry:
            return reached
        reached = await answers(source, self._pace.probe)
        self._probed = (self._hass.loop.time(), reached)
        return reached

    async def _attach(self, camera: GivesStream) -> bool:
        loop = self._hass.loop
        if self._leaving or loop.time() < self._not_before:
            return False
        self._not_before = loop.time() + self._pace.retry
        try:
            async with asyncio.timeout(self._pace.answer):
                stream = await camera.async_create_stream()
        except Exception as error:
            _LOGGER.debug("%s: no stream", camera.entity_id, exc_info=error)
            stream = None
        if stream is None:
            self._in_trouble(RecordingState.NO_PICTURE, "no_stream")
            return False
        if (other := stream.outputs().get(NAME)) is not None:
            assert isinstance(other, Tap)
            if other.in_use:
                self._in_trouble(RecordingState.NO_PICTURE, "already_recorded")
                return False
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._pace.answer):
                    await self._let_go(stream, other, stop=False)
        tap = stream.add_provider(NAME)
        assert isinstance(tap, Tap)
        self._intake.fresh()
        tap.open(self._intake.offer, self._wake, self._now)
        self._attachment = _Attachment(camera, stream, tap, loop.time())
        if not _alive(stream):
            _forget_fast_restart(stream)
        try:
            async with asyncio.timeout(self._pace.answer):
                await stream.start()
        except TimeoutError:
            # Somebody's stop hangs, and holds the lock: help it to its end, then try again.
            _end_worker(stream)
        return True

    async def _detach(self, *, stop: bool) -> None:
        attachment, self._attachment = self._attachment, None
        assert attachment is not None
        attachment.tap.close()
        # At once, unless it was put on just now: something breaks it each time.
        self._not_before = attachment.at + self._pace.retry
        task = self._hass.async_create_background_task(
            self._let_go(attachment.stream, attachment.tap, stop=stop), "kuma_bouhan detach"
        )
        done, _ = await asyncio.wait({task}, timeout=self._pace.answer)
        if not done:
            # The worker waits for the camera and does not look up: it ends after Home
            # Assistant's own 30 seconds, and until then nothing is attached.
            if _is_stopping(attachment.stream):
                _end_worker(attachment.stream)
            self._leaving = task
            task.add_done_callback(self._left)

    def _left(self, _task: asyncio.Task[None]) -> None:
        self._leaving = None
        self._wake()

    async def _let_go(self, stream: Stream, tap: Tap, *, stop: bool) -> None:
        """Take a tap off its stream; `stop`: even where somebody watches."""
        outputs = stream.outputs()
        if outputs.get(NAME) is not tap:
            return
        if stop or len(outputs) == 1:
            _forget_fast_restart(stream)
        if stop:
            await stream.stop()
        else:
            await stream.remove_provider(tap)
