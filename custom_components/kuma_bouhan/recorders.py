"""What records the cameras of a running site, and how each of them stands.

Follows what the config entry says, touching only what differs. One camera after the other: whoever calls sees to that.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
import logging

from homeassistant.core import HomeAssistant, callback

from .capture.address import Address
from .capture.supervisor import CameraRecorder, Report, StateReport
from .guideline.errors import Problem
from .guideline.people import Actor
from .guideline.recording import Gap
from .guideline.settings import CameraSettings
from .procedure import recording, retention, signs
from .procedure.desk import Desk
from .procedure.recording import CameraStatus
from .vault.facts import CameraSummary

_LOGGER = logging.getLogger(__name__)


class Recorders:
    """What records the cameras of a site."""

    def __init__(
        self,
        hass: HomeAssistant,
        desk: Desk,
        *,
        report: Callable[[Report], None],
        joined: Callable[[str], None],
    ) -> None:
        """Begin with none. `report` hears of states and gaps, `joined` of every camera that is new."""
        self.status: dict[str, CameraStatus] = {}
        """How each camera stands."""
        self._hass = hass
        self._desk = desk
        self._report = report
        self._joined = joined
        self._recorders: dict[str, CameraRecorder] = {}
        self._addresses: dict[str, Address | None] = {}

    async def async_follow(
        self, wanted: Mapping[str, CameraSettings], addresses: Mapping[str, Address]
    ) -> None:
        """Record exactly these cameras, as they are settled; some are at addresses of their own."""
        for camera in self._recorders.keys() - wanted.keys():
            await self._recorders.pop(camera).async_stop()
            self.status.pop(camera, None)
            self._addresses.pop(camera, None)
        for camera, settings in wanted.items():
            await self._async_follow_camera(camera, settings, addresses.get(camera))

    async def async_stop(self) -> None:
        """Record nothing any more."""
        await asyncio.gather(*(recorder.async_stop() for recorder in self._recorders.values()))
        self._recorders.clear()

    async def async_switch(self, actor: Actor, camera: str, *, on: bool) -> None:
        """Switch a camera's recording. Problem: site_not_running, and what `recording.switch` raises."""

        async def effect() -> None:
            recorder = self._recorders.get(camera)
            if recorder is None:  # the site has stopped since it was asked for
                raise Problem("site_not_running")
            recorder.switch(on)
            self.status[camera] = replace(self.status[camera], on=on)

        await recording.switch(self._desk, actor, camera, on=on, effect=effect)

    @callback
    def wake(self) -> None:
        """Have every camera looked at now: something changed that lets it record, or does not."""
        for recorder in self._recorders.values():
            recorder.wake()

    def missing(self, camera: str) -> Gap | None:
        """Return the stretch without footage that is not over yet, where it is known why."""
        recorder = self._recorders.get(camera)
        return recorder.missing if recorder else None

    @callback
    def reported(self, report: Report) -> None:
        """Take in what a recorder says; of a camera that is gone it changes nothing."""
        status = self.status.get(report.camera)
        if status is None:
            return
        if isinstance(report, StateReport):
            if report.state.is_problem != status.state.is_problem:
                level = logging.WARNING if report.state.is_problem else logging.INFO
                _LOGGER.log(level, "%s: %s", status.settings.place, report.state)
            self.status[report.camera] = replace(status, state=report.state, detail=report.detail)
        else:
            self.status[report.camera] = replace(status, last_gap=report)

    @callback
    def seen(self, footage: Mapping[str, CameraSummary]) -> None:
        """Take in what there is of each camera now."""
        for camera, summary in footage.items():
            if status := self.status.get(camera):
                self.status[camera] = replace(status, summary=summary)

    async def _async_follow_camera(
        self, camera: str, settings: CameraSettings, address: Address | None
    ) -> None:
        status, days = self.status.get(camera), retention.days_of(self._desk, camera)
        before, self._addresses[camera] = self._addresses.get(camera), address
        if status is None:
            await self._async_begin(camera, settings, days)
        elif (status.settings, before) != (settings, address):
            self.status[camera] = replace(status, settings=settings, days=days)
            await self._recorders[camera].async_change(settings, address)
        else:
            self.status[camera] = replace(status, days=days)

    async def _async_begin(self, camera: str, settings: CameraSettings, days: int) -> None:
        desk = self._desk
        summary = await desk.run(desk.vault.summary, camera)
        on = camera not in desk.registers.switched_off
        gap = recording.last_gap(desk.registers, camera)
        self.status[camera] = CameraStatus(settings, on, days, summary, last_gap=gap)
        recorder = CameraRecorder(
            self._hass,
            settings,
            writer=partial(
                desk.vault.writer, camera, due=partial(retention.due_when_opened, desk, camera)
            ),
            run=desk.run,
            report=self._report,
            now=desk.clock.now,
            since=recording.known_until(summary, gap),
            on=on,
            sign_lets=partial(signs.lets_record, desk, camera),
            address=self._addresses[camera],
        )
        self._recorders[camera] = recorder
        await recorder.async_start()
        self._joined(camera)
