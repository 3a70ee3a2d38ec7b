"""A Home Assistant with cameras that stream, and recorders at its side."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
import threading
from typing import Any, cast
from unittest.mock import patch

from homeassistant.components import stream
from homeassistant.components.camera import DATA_COMPONENT, Camera
from homeassistant.components.stream.core import StreamSettings
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.kuma_bouhan.capture import gaps, sink
from custom_components.kuma_bouhan.capture.address import Address
from custom_components.kuma_bouhan.capture.pace import Pace
from custom_components.kuma_bouhan.capture.supervisor import CameraRecorder, Report, StateReport
from custom_components.kuma_bouhan.capture.tap import NAME
from custom_components.kuma_bouhan.guideline.recording import Gap, RecordingState
from custom_components.kuma_bouhan.guideline.settings import CameraSettings
from custom_components.kuma_bouhan.vault.writer import CameraWriter
from tests.street.camera import StreetCamera
from tests.street.encode import Format

from .tape import Tape

CAMERA = "c" * 32

FAST = Pace(
    check=0.1,
    first=3.0,
    quiet=1.0,
    stalled=2.0,
    lost=4.0,
    answer=8.0,
    gather=0.2,
    retry=0.2,
    probe=0.5,
)
"""A pace at which tests need not wait."""

SMALL = Format(width=160, height=96, fps=15, gop=0.5, bitrate=100_000, audio=False)


class Rig:
    """Home Assistant, its cameras, and the recorders that follow them."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.hass = hass
        self.tape = Tape()
        self.open_writer: Callable[[], CameraWriter] = cast("Any", self.tape.writer)
        self.reports: list[Report] = []
        self.recorders: list[CameraRecorder] = []
        self.now: Callable[[], datetime] = dt_util.utcnow

    async def camera(self, url: str, *, still: str | None = None) -> MockConfigEntry:
        """Add a camera as a person would: the generic integration."""
        options: dict[str, Any] = {
            "authentication": "basic",
            "content_type": "image/jpeg",
            "advanced": {"framerate": 10.0, "verify_ssl": False, "rtsp_transport": "tcp"},
        }
        if url:
            options["stream_source"] = url
        if still:
            options["still_image_url"] = still
        entry = MockConfigEntry(domain="generic", title="Street", options=options, version=2)
        entry.add_to_hass(self.hass)
        assert await self.hass.config_entries.async_setup(entry.entry_id)
        await self.hass.async_block_till_done()
        return entry

    def clock(self) -> datetime:
        """Return what the recorder takes for the time."""
        return self.now()

    def entity(self, entry: MockConfigEntry) -> er.RegistryEntry:
        registry = er.async_get(self.hass)
        return er.async_entries_for_config_entry(registry, entry.entry_id)[0]

    def its(self, entry: MockConfigEntry) -> Camera:
        camera = self.hass.data[DATA_COMPONENT].get_entity(self.entity(entry).entity_id)
        assert camera is not None
        return camera

    async def recorder(
        self,
        source: str,
        *,
        pace: Pace = FAST,
        since: datetime | None = None,
        on: bool = True,
        sign_lets: Callable[[], bool] = lambda: True,
        limit: int = 1 << 20,
        address: Address | None = None,
        **settings: Any,
    ) -> CameraRecorder:
        recorder = CameraRecorder(
            self.hass,
            CameraSettings(camera=CAMERA, source=source, place="street", **settings),
            writer=self.open_writer,
            run=self.hass.async_add_executor_job,
            report=self.reports.append,
            now=self.clock,
            since=since,
            on=on,
            address=address,
            sign_lets=sign_lets,
            pace=pace,
            limit=limit,
        )
        self.recorders.append(recorder)
        await recorder.async_start()
        return recorder

    async def recording(self, entry: MockConfigEntry, **settings: Any) -> CameraRecorder:
        """Begin to record a camera, and wait until it does."""
        recorder = await self.recorder(self.entity(entry).id, **settings)
        await self.state(recorder, RecordingState.RECORDING)
        return recorder

    async def state(self, recorder: CameraRecorder, state: RecordingState) -> None:
        await self.until(lambda: recorder.state is state, state.value)

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for something that happens in real time."""
        try:
            async with asyncio.timeout(20):
                while not condition():  # noqa: ASYNC110 - it happens elsewhere
                    await asyncio.sleep(0.02)
        except TimeoutError:
            pytest.fail(f"never: {what}; {self.reports}")

    async def grows(self, by: int = 2) -> None:
        """Wait until that many more fragments are written."""
        until = len(self.tape.fragments) + by
        await self.until(lambda: len(self.tape.fragments) >= until, "more footage")

    @property
    def states(self) -> list[RecordingState]:
        return [report.state for report in self.reports if isinstance(report, StateReport)]

    @property
    def gaps(self) -> list[Gap]:
        return [report for report in self.reports if isinstance(report, Gap)]


def workers() -> list[threading.Thread]:
    """Return the stream workers that live."""
    return [thread for thread in threading.enumerate() if thread.name == "stream_worker"]


def tapped(camera: Camera) -> bool:
    return camera.stream is not None and NAME in camera.stream.outputs()


@pytest.fixture
def impatient() -> Iterator[None]:
    """Have streams opened without watching them for two seconds first, and reopened soon."""

    def convert(*args: Any) -> tuple[dict[str, str], StreamSettings]:
        options, settings = real(*args)
        return {**options, "fpsprobesize": "0", "analyzeduration": "100000"}, settings

    real = stream._convert_stream_options
    with (
        patch.object(stream, "_convert_stream_options", convert),
        patch.object(stream, "STREAM_RESTART_INCREMENT", 0.5),
    ):
        yield


@pytest.fixture
def short_gaps() -> Iterator[timedelta]:
    """Note gaps that are shorter, so that tests need not wait."""
    longest = timedelta(seconds=0.8)
    with (
        patch.object(gaps, "LONGEST_UNNOTED_GAP", longest),
        patch.object(sink, "LONGEST_UNNOTED_GAP", longest),
    ):
        yield longest


@pytest.fixture
async def rig(
    hass: HomeAssistant, socket_enabled: None, impatient: None, short_gaps: timedelta
) -> AsyncIterator[Rig]:
    assert await async_setup_component(
        hass, "stream", {"stream": {"part_duration": 0.25, "segment_duration": 2}}
    )
    rig = Rig(hass)
    yield rig
    for recorder in rig.recorders:
        await recorder.async_stop()
    with suppress(Exception):
        for each in hass.data["stream"]["streams"]:
            for output in each.outputs().values():
                await each.remove_provider(output)


@pytest.fixture
async def street(socket_enabled: None) -> AsyncIterator[StreetCamera]:
    """Give a small street camera in real time."""
    async with StreetCamera(SMALL) as camera:
        yield camera


__all__ = ["CAMERA", "FAST", "SMALL", "Rig", "replace", "tapped", "workers"]
