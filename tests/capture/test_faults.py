"""What may befall a camera, its stream, the vault and those around them."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any, cast
from unittest.mock import patch

from homeassistant.components import stream
from homeassistant.components.stream.worker import StreamMuxer
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.capture.source import Source
from custom_components.kuma_bouhan.capture.tap import NAME
from custom_components.kuma_bouhan.capture.tracks import Cut, Tracks
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import GapReason, RecordingState
from tests.street.camera import StreetCamera

from .conftest import FAST, SMALL, Rig, replace, tapped, workers
from .media import joined, packets

RECORDING, CONNECTING = RecordingState.RECORDING, RecordingState.CONNECTING


async def test_a_stream_stopped_by_somebody_is_begun_again(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    await shared.stop()
    await rig.until(lambda: tapped(rig.its(entry)) and len(rig.tape.chunks) == 2)
    await rig.state(recorder, RECORDING)
    assert len(workers()) == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_a_worker_that_crashed_is_replaced(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    with patch.object(StreamMuxer, "mux_packet", side_effect=AssertionError("a crash")):
        await rig.until(lambda: not workers(), "the crash")
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    await rig.state(recorder, RECORDING)
    assert len(workers()) == 1


async def test_a_silent_stall_is_noticed_begun_anew_and_told_once(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.ts)
    recorder = await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    with patch.object(type(shared), "stop", autospec=True, side_effect=type(shared).stop) as stop:
        street.stall()
        await rig.state(recorder, RecordingState.NO_PICTURE)
        await rig.until(lambda: stop.called, "a restart")
    await street.restore()
    street.drop()
    await rig.state(recorder, RECORDING)
    (gap,) = rig.gaps
    assert gap.reason is GapReason.NO_PICTURE
    assert gap.end == rig.tape.chunks[1].fragments[0].start


async def test_a_network_that_stalls_costs_one_picture(rig: Rig, street: StreetCamera) -> None:
    """FFmpeg forgets the picture it waited in; Home Assistant's worker drops what then has no time."""

    def patient(*args: Any) -> Any:
        options, settings = convert(*args)
        return {**options, "stimeout": "300000"}, settings

    convert = stream._convert_stream_options
    with patch.object(stream, "_convert_stream_options", patient):
        entry = await rig.camera(street.urls.rtsp)
        await rig.recording(entry)
    await rig.grows()
    street.hold()
    await asyncio.sleep(0.6)
    street.release()
    await rig.grows(12)
    (chunk,) = rig.tape.chunks
    assert chunk.fragments[0].keyframe
    assert not rig.gaps
    pictures = packets(joined(chunk.init, [fragment.data for fragment in chunk.fragments]))
    times = [at for at, _ in pictures]
    steps = [(after - at) * SMALL.fps for at, after in pairwise(times)]
    assert [step for step in steps if step > 1.5] == [pytest.approx(2, abs=0.1)]


async def test_what_came_before_a_trouble_and_is_written_after_it_does_not_end_it(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry, pace=replace(FAST, gather=3.0))
    await asyncio.sleep(1)
    written = len(rig.tape.fragments)
    street.stall()
    street.drop()
    await rig.state(recorder, RecordingState.NO_PICTURE)
    await asyncio.sleep(2)
    assert len(rig.tape.fragments) > written
    assert rig.states[-2:] == [RECORDING, RecordingState.NO_PICTURE]
    assert rig.states.count(RECORDING) == 1
    street.resume()
    await rig.state(recorder, RECORDING)


async def test_a_camera_that_goes_and_comes_back_is_told_once(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    await rig.grows()
    with patch.object(stream, "STREAM_RESTART_INCREMENT", 600):
        await street.refuse()
        street.drop()
        await rig.state(recorder, RecordingState.CAMERA_UNAVAILABLE)
        assert recorder.detail == "no_answer"
        last = rig.tape.fragments[-1]
        await asyncio.sleep(1.5)
        await street.accept()
        await rig.state(recorder, RECORDING)  # without waiting for ten minutes
    assert [gap.reason for gap in rig.gaps] == [GapReason.CAMERA_UNAVAILABLE], rig.reports
    (gap,) = rig.gaps
    assert gap.start == last.start + last.duration
    assert gap.end == rig.tape.chunks[-1].fragments[0].start
    assert rig.states[1:] == [RECORDING, RecordingState.CAMERA_UNAVAILABLE, RECORDING]


async def test_a_camera_that_gives_garbage_has_no_picture(rig: Rig, street: StreetCamera) -> None:
    street.garbage(wire=True)
    entry = await rig.camera(street.urls.ts)
    recorder = await rig.recorder(rig.entity(entry).id)
    await rig.state(recorder, RecordingState.NO_PICTURE)
    await street.restore()
    street.drop()
    await rig.state(recorder, RECORDING)
    (gap,) = rig.gaps
    assert gap.reason is GapReason.NO_PICTURE


async def test_a_camera_that_never_delivers_has_no_picture(rig: Rig, street: StreetCamera) -> None:
    street.stall()
    entry = await rig.camera(street.urls.ts)
    recorder = await rig.recorder(
        rig.entity(entry).id, pace=replace(FAST, first=0.5), since=dt_util.utcnow()
    )
    await rig.state(recorder, RecordingState.NO_PICTURE)
    street.drop()
    await recorder.async_stop()
    assert not workers()


@pytest.mark.parametrize("jump", [15.0, 600.0, -600.0])
async def test_a_camera_that_jumps_in_time_stays_near_its_arrival(
    rig: Rig, street: StreetCamera, jump: float
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    await rig.recording(entry)
    street.jump(jump)
    await rig.grows(4)
    for fragment in rig.tape.fragments:
        end = fragment.start + fragment.duration
        assert abs(fragment.arrived - end) < timedelta(seconds=2.1)


async def test_a_disk_too_slow_costs_footage_and_never_memory(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry, limit=6_000)
    await rig.grows()
    rig.tape.flowing.clear()
    await rig.state(recorder, RecordingState.TOO_SLOW)
    await asyncio.sleep(1)
    rig.tape.flowing.set()
    await rig.state(recorder, RECORDING)
    await rig.grows()
    gap = next(gap for gap in rig.gaps if gap.reason is GapReason.TOO_SLOW)
    assert gap.length > timedelta(seconds=1)
    first = next(fragment for fragment in rig.tape.fragments if fragment.start == gap.end)
    assert first.keyframe
    for fragment in rig.tape.fragments:  # what was still waiting is not told as missing
        assert fragment.start + fragment.duration <= gap.start or fragment.start >= gap.end


@pytest.mark.parametrize(
    ("error", "state", "detail"),
    [
        (Problem("disk_full"), RecordingState.DISK_FULL, "disk_full"),
        (Problem("vault_not_writable"), RecordingState.VAULT_MISSING, "vault_not_writable"),
    ],
)
async def test_a_vault_that_cannot_be_written_is_tried_again_until_it_can(
    rig: Rig, street: StreetCamera, error: Exception, state: RecordingState, detail: str
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    rig.tape.failing = error
    await rig.state(recorder, state)
    assert recorder.detail == detail
    assert tapped(rig.its(entry))  # live view and recording go on together
    await asyncio.sleep(1)
    rig.tape.failing = None
    await rig.state(recorder, RECORDING)
    (gap,) = rig.gaps
    assert gap.reason.value == state.value
    assert rig.tape.chunks[1].fragments[0].keyframe


async def test_a_camera_switched_off_or_without_a_stream_says_so(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera("", still=street.urls.still)
    recorder = await rig.recorder(rig.entity(entry).id)
    await rig.state(recorder, RecordingState.NO_PICTURE)
    assert recorder.detail == "no_stream"
    camera = rig.its(entry)
    camera._attr_is_on = False
    camera.async_write_ha_state()
    await rig.state(recorder, RecordingState.CAMERA_UNAVAILABLE)
    assert recorder.detail == "off"


async def test_two_recorders_do_not_share_a_camera(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    first = await rig.recording(entry)
    second = await rig.recorder(rig.entity(entry).id)
    await rig.state(second, RecordingState.NO_PICTURE)
    assert second.detail == "already_recorded"
    await second.async_stop()
    await rig.grows()
    assert first.state is RECORDING


async def test_a_source_updated_while_home_assistant_waits_does_not_hang_the_next_stop(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    await street.refuse()
    street.drop()
    await rig.until(lambda: not shared.available)
    shared.update_source(street.urls.rtsp)  # ends the waiting worker and leaves its note behind
    await street.accept()
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    async with asyncio.timeout(5):
        await recorder.async_stop()
    assert not workers()


async def test_somebody_elses_hanging_stop_is_helped_to_its_end(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry, pace=replace(FAST, answer=1.0))
    shared = rig.its(entry).stream
    assert shared is not None
    shared._fast_restart_once = True
    hanging = asyncio.create_task(shared.stop())
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    await hanging
    await recorder.async_stop()
    assert not workers()


async def test_an_integration_that_raises_is_asked_again(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    with patch.object(type(rig.its(entry)), "stream_source", side_effect=ValueError("its own bug")):
        recorder = await rig.recorder(rig.entity(entry).id)
        await rig.state(recorder, RecordingState.NO_PICTURE)
        assert recorder.detail == "no_stream"
    await rig.state(recorder, RECORDING)


async def test_a_tap_that_nobody_uses_any_more_is_replaced(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    shared = await rig.its(entry).async_create_stream()
    assert shared is not None
    left_over = shared.add_provider(NAME)
    await rig.recording(entry)
    assert shared.outputs()[NAME] is not left_over


async def test_a_worker_that_does_not_look_up_holds_up_nothing_else(
    rig: Rig, street: StreetCamera
) -> None:
    street.garbage(wire=True)
    entry = await rig.camera(street.urls.ts)
    pace = replace(FAST, first=0.2, lost=0.5, answer=0.3)
    recorder = await rig.recorder(rig.entity(entry).id, pace=pace)
    await rig.state(recorder, RecordingState.NO_PICTURE)
    await rig.until(lambda: not tapped(rig.its(entry)), "taken off")
    assert workers()  # still reading
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    recorder.switch(True)
    await street.restore()
    street.drop()
    recorder._pace = FAST
    await rig.until(lambda: tapped(rig.its(entry)), "put on again")


async def test_pieces_without_a_picture_are_no_footage(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    nothing = Cut(b"", 0.0, 0.0, keyframe=False)
    with patch.object(Tracks, "cut", return_value=nothing):
        recorder = await rig.recorder(rig.entity(entry).id, pace=replace(FAST, first=1.0))
        await rig.until(lambda: recorder.detail == "nothing_to_keep")
        assert recorder.state is RecordingState.NO_PICTURE
    await rig.state(recorder, RECORDING)


async def test_neither_a_report_nor_a_look_that_fails_ends_the_recording(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    rig.reports = cast("Any", FullReports())
    with patch.object(Source, "find", side_effect=ValueError("a bug of ours")):
        recorder = await rig.recorder(rig.entity(entry).id)
        await asyncio.sleep(0.2)
    await rig.state(recorder, RECORDING)
    rig.reports = []


class FullReports:
    """Somebody who takes no reports."""

    def append(self, report: object) -> None:
        raise ValueError("a bug of theirs")
