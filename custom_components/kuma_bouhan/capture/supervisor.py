"""One camera's recorder: sees to it that what should be recorded is, and says what is not.

Level-triggered: one task looks at everything at every wake-up (a change of the source's
state or registry entry, the switch, the settings, a lost stream, a fault) and every few
seconds, and mends what it finds. No wake-up carries a meaning of its own, so none can be
missed.

        switch off ──► SWITCHED_OFF            outside the hours ──► OUTSIDE_HOURS
        no sign, and the site records only with one ──► NO_SIGN
        no such entity ──► CAMERA_GONE         entity not loaded, off ──► CAMERA_UNAVAILABLE
        attached, no picture yet ──► CONNECTING ──► RECORDING
        silent, failing ──► NO_PICTURE / CAMERA_UNAVAILABLE ──► RECORDING
        cannot write ──► DISK_FULL / VAULT_MISSING / TOO_SLOW ──► RECORDING

Invariants
1. Footage is taken if and only if the switch is on, the hours cover the moment, the sign lets it,
   the source is a camera and Home Assistant is not stopping; then those of `attachment` hold, too.
2. Where it is not taken, the chunk is finished, nothing of ours is on the stream, and a
   worker that nobody else uses has ended.
3. Every change of state is reported once; every gap is reported once (`gaps`).
4. Only the task touches the stream. Nothing here waits longer than `Pace.answer` at a time.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import logging
from typing import Protocol

from homeassistant.const import EVENT_HOMEASSISTANT_FINAL_WRITE
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..guideline.recording import Gap, GapReason, RecordingState
from ..guideline.settings import CameraSettings, CaptureMode
from ..vault.writer import CameraWriter
from .address import Address, AddressSource, is_address
from .attachment import StreamCapture
from .gaps import Gaps
from .intake import LIMIT, Intake, Run
from .pace import Pace
from .sink import Sink, Stretch
from .source import Found, GivesStream, Seen, Source
from .stills import StillsCapture

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StateReport:
    """A camera does something else now."""

    camera: str
    state: RecordingState
    at: datetime
    detail: str | None


type Report = StateReport | Gap


class _Source(Protocol):
    """Where footage comes from: an entity, or an address."""

    def find(self) -> Found: ...
    def close(self) -> None: ...


class _Capture(Protocol):
    """A way of taking footage: from the stream, or as stills."""

    @property
    def settled(self) -> bool: ...
    async def check(self, found: Found, camera: GivesStream) -> Seen: ...
    async def leave(self) -> None: ...
    async def close(self) -> None: ...


class CameraRecorder:
    """Records one camera. Everything here is called on the event loop."""

    def __init__(
        self,
        hass: HomeAssistant,
        settings: CameraSettings,
        *,
        writer: Callable[[], CameraWriter],
        run: Run,
        report: Callable[[Report], None],
        now: Callable[[], datetime],
        since: datetime | None,
        on: bool,
        sign_lets: Callable[[], bool] = lambda: True,
        address: Address | None = None,
        pace: Pace | None = None,
        limit: int = LIMIT,
    ) -> None:
        """Take what it needs; nothing begins before `async_start`.

        `writer` opens the vault's writer (on an executor thread), `run` calls a function
        there, `report` is told states and gaps. `since` is the later of the end of the last
        footage and the end of the last gap entered. `address`: where the camera is found, if it is no
        entity. `sign_lets` says whether the camera's sign lets it record. `limit`: bytes that may wait for the disk.
        """
        self._hass = hass
        self._settings = settings
        self._writer = writer
        self._run = run
        self._report = report
        self._now = now
        self._since = since
        self._on = on
        self._sign_lets = sign_lets
        self._address = address
        self._pace = pace or Pace()
        self._limit = limit
        self._woken = asyncio.Event()
        self._stopping = False
        self._change = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._unlisten: Callable[[], None] | None = None
        self._state = RecordingState.CONNECTING
        self._detail: str | None = None

    @property
    def state(self) -> RecordingState:
        """Return what the camera is doing."""
        return self._state

    @property
    def detail(self) -> str | None:
        """Return what more is known about it: a key, never text for people."""
        return self._detail

    @property
    def settings(self) -> CameraSettings:
        """Return the settings in force."""
        return self._settings

    @property
    def missing(self) -> Gap | None:
        """Return the stretch without footage that is not over yet, if it is known why."""
        return self._gaps.open(self._now()) if self._task is not None else None

    async def async_start(self) -> None:
        """Begin to record, if it should."""
        self._gaps = Gaps(self._settings.camera, self._tell, since=self._since, at=self._now())
        self._source = self._find_source()
        self._capture = self._make_capture()
        self._unlisten = self._hass.bus.async_listen_once(
            EVENT_HOMEASSISTANT_FINAL_WRITE, self._on_final_write
        )
        self._tell(StateReport(self._settings.camera, self._state, self._now(), None))
        self._task = self._hass.async_create_background_task(
            self._supervise(), f"kuma_bouhan recorder {self._settings.camera}"
        )

    async def async_stop(self, *, reason: GapReason = GapReason.NOT_RUNNING) -> None:
        """Finish the chunk and leave nothing behind; safe to call twice.

        Footage missing until now is told, for `reason` where no other is known.
        """
        self._stopping = True
        self.wake()
        async with self._change:
            task, self._task = self._task, None
            if task is None:
                return
            await asyncio.wait({task})
            if self._unlisten:
                self._unlisten()
            self._source.close()
            await self._capture.close()
            self._gaps.close(reason, self._now())

    @callback
    def switch(self, on: bool) -> None:
        """Turn recording on or off."""
        self._on = on
        self.wake()

    async def async_change(self, settings: CameraSettings, address: Address | None = None) -> None:
        """Put other settings in force; footage is interrupted only where it must be."""
        async with self._change:
            before, self._settings = self._settings, settings
            found, self._address = self._address, address
            if self._task is None or self._stopping:
                return
            moved = settings.source != before.source or address != found
            if moved:
                self._source.close()
                self._source = self._find_source()
            if moved or _taking(settings) != _taking(before):
                old, self._capture = self._capture, self._make_capture()
                await old.close()
        self.wake()

    @callback
    def wake(self) -> None:
        """Have everything looked at now."""
        self._woken.set()

    def _find_source(self) -> _Source:
        if is_address(self._settings.source):
            return AddressSource(self._hass, self._address, self.wake)
        return Source(self._hass, self._settings.source, self.wake)

    def _make_capture(self) -> _Capture:
        settings = self._settings
        sink = Sink(self._writer, audio=settings.hears)
        if settings.mode is CaptureMode.STILLS:
            return StillsCapture(
                self._hass,
                sink,
                run=self._run,
                interval=settings.still_interval,
                kept=self._kept,
                wake=self.wake,
                now=self._now,
                pace=self._pace,
            )
        intake = Intake(
            self._hass,
            sink,
            run=self._run,
            kept=self._kept,
            trouble=self.wake,
            gather=self._pace.gather,
            retry=self._pace.retry,
            limit=self._limit,
        )
        return StreamCapture(self._hass, intake, wake=self.wake, now=self._now, pace=self._pace)

    async def _supervise(self) -> None:
        while not self._stopping:
            self._woken.clear()
            try:
                async with self._change:
                    await self._check()
            except Exception:  # the next look may go better; without one nothing is recorded
                _LOGGER.exception("Looking after a camera failed")
            timer = self._hass.loop.call_later(self._until_next_look(), self._woken.set)
            try:
                await self._woken.wait()
            finally:
                timer.cancel()

    async def _check(self) -> None:
        if self._stopping or self._hass.is_stopping:
            return
        if intended := self._intended():
            await self._capture.leave()
            self._show(Seen(intended))
            return
        found = self._source.find()
        if found.camera is None:
            await self._capture.leave()
            self._show(Seen(found.state, found.detail))
            return
        self._show(await self._capture.check(found, found.camera))

    def _intended(self) -> RecordingState | None:
        """Return why nothing should be recorded now, if that is so."""
        if not self._on:
            return RecordingState.SWITCHED_OFF
        hours = self._settings.hours
        if hours is not None and not hours.cover(dt_util.as_local(self._now())):
            return RecordingState.OUTSIDE_HOURS
        return None if self._sign_lets() else RecordingState.NO_SIGN

    def _until_next_look(self) -> float:
        """Return seconds: hours begin and end with a minute."""
        if self._settings.hours is None:
            return self._pace.check
        now = self._now()
        return min(self._pace.check, 60.0 - now.second - now.microsecond / 1e6 + 0.001)

    def _show(self, seen: Seen) -> None:
        at = self._now()
        if self._capture.settled:  # else what is missing is not known yet
            self._gaps.see(seen.state, at)
        if (seen.state, seen.detail) == (self._state, self._detail):
            return
        self._state, self._detail = seen.state, seen.detail
        self._tell(StateReport(self._settings.camera, seen.state, at, seen.detail))

    def _kept(self, stretch: Stretch) -> None:
        self._gaps.footage(stretch.start, stretch.end, stretch.reason)
        if self._state is not RecordingState.RECORDING:
            self.wake()

    def _tell(self, report: Report) -> None:
        """Report; whatever becomes of it, recording goes on."""
        try:
            self._report(report)
        except Exception:
            _LOGGER.exception("A report about a camera was not taken")

    async def _on_final_write(self, _event: Event) -> None:
        self._unlisten = None
        await self.async_stop()


def _taking(settings: CameraSettings) -> tuple[object, ...]:
    """Return what footage is taken by; a change of anything else interrupts nothing."""
    return (settings.mode, settings.still_interval, settings.hears)
