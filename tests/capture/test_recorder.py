"""A camera recorded through Home Assistant's own stream worker, through all its changes."""

import asyncio
from datetime import time, timedelta
from unittest.mock import patch

from homeassistant.components.stream.core import Orientation
from homeassistant.const import EVENT_HOMEASSISTANT_FINAL_WRITE
from homeassistant.core import CoreState
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.capture.tap import NAME
from custom_components.kuma_bouhan.guideline.recording import GapReason, Hours, RecordingState
from tests.street.camera import StreetCamera
from tests.street.encode import VideoCodec

from .conftest import SMALL, Rig, replace, tapped, workers
from .media import joined, packets, pictures

RECORDING, CONNECTING = RecordingState.RECORDING, RecordingState.CONNECTING


async def test_an_rtsp_camera_is_recorded_and_leaves_nothing_behind(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    await rig.until(lambda: len(rig.tape.fragments) > 5)
    assert len(workers()) == 1
    await recorder.async_stop()
    await recorder.async_stop()
    assert not workers() and not tapped(rig.its(entry))
    assert rig.states == [CONNECTING, RECORDING]
    assert rig.gaps == []
    assert len(rig.tape.chunks) == 1 and rig.tape.closed == 1
    fragments = rig.tape.fragments
    assert fragments[0].keyframe
    for before, after in zip(fragments, fragments[1:], strict=False):
        assert abs((after.start - before.start - before.duration).total_seconds()) < 0.3


@pytest.mark.parametrize("codec", list(VideoCodec))
@pytest.mark.parametrize("audio", [False, True])
async def test_mpeg_ts_is_kept_with_and_without_its_sound_in_one_chunk(
    rig: Rig, codec: VideoCodec, audio: bool
) -> None:
    async with StreetCamera(replace(SMALL, codec=codec, audio=True)) as street:
        entry = await rig.camera(street.urls.ts)
        recorder = await rig.recording(entry, audio=audio)
        await rig.until(lambda: len(rig.tape.fragments) > 5)
        await recorder.async_stop()
    (chunk,) = rig.tape.chunks
    kept = joined(chunk.init, [fragment.data for fragment in chunk.fragments])
    assert pictures(kept) == len(packets(kept)) > 12
    assert bool(packets(kept, "audio")) is audio


async def test_live_view_shares_the_worker_and_recording_keeps_no_token_alive(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    live = shared.add_provider("hls", timeout=1)
    await shared.start()
    assert shared.endpoint_url("hls") and shared.access_token
    await rig.until(lambda: live.last_segment)
    assert len(workers()) == 1
    await rig.grows()
    with patch.object(type(live), "idle", True):  # nobody has asked for a while
        shared.check_idle()
    assert shared.access_token is None
    # While somebody watches, recording may end and the picture stays.
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    assert len(workers()) == 1 and NAME not in shared.outputs()
    await shared.remove_provider(live)


async def test_switched_off_nothing_is_recorded_and_the_worker_ends(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recorder(rig.entity(entry).id, on=False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    assert not workers()
    recorder.switch(True)
    await rig.state(recorder, RECORDING)
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    assert not workers() and rig.tape.closed == 1
    await asyncio.sleep(1)
    recorder.switch(True)
    await rig.state(recorder, RECORDING)
    gap = rig.gaps[-1]
    assert gap.reason is GapReason.SWITCHED_OFF
    assert gap.end == rig.tape.chunks[-1].fragments[0].start
    last = rig.tape.chunks[0].fragments[-1]
    assert gap.start == last.start + last.duration


async def test_where_the_sign_does_not_let_it_nothing_is_recorded_and_it_is_said_why(
    rig: Rig, street: StreetCamera
) -> None:
    hangs = True
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recorder(rig.entity(entry).id, sign_lets=lambda: hangs)
    await rig.state(recorder, RECORDING)
    hangs = False
    recorder.wake()
    await rig.state(recorder, RecordingState.NO_SIGN)
    assert not workers() and rig.tape.closed == 1
    # Who switched it off wants to know that, and nothing of signs.
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    recorder.switch(True)
    await rig.state(recorder, RecordingState.NO_SIGN)
    await asyncio.sleep(1)
    hangs = True
    recorder.wake()
    await rig.state(recorder, RECORDING)
    assert GapReason.NO_SIGN in {gap.reason for gap in rig.gaps}


async def test_only_the_hours_are_recorded(rig: Rig, street: StreetCamera) -> None:
    today = dt_util.now().replace(hour=12, minute=0, second=0)
    shift = today - dt_util.now()
    rig.now = lambda: dt_util.utcnow() + shift
    entry = await rig.camera(street.urls.rtsp)
    hours = Hours(time(22), time(6))
    recorder = await rig.recorder(rig.entity(entry).id, hours=hours)
    await rig.state(recorder, RecordingState.OUTSIDE_HOURS)
    shift += timedelta(hours=11)
    await rig.state(recorder, RECORDING)
    shift += timedelta(hours=8)
    await rig.state(recorder, RecordingState.OUTSIDE_HOURS)
    assert not workers()


async def test_a_reloaded_entity_is_recorded_again_by_one_worker(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    before = rig.its(entry)
    await rig.hass.config_entries.async_reload(entry.entry_id)
    assert rig.its(entry) is not before
    await rig.until(lambda: tapped(rig.its(entry)))
    await rig.state(recorder, RECORDING)
    await rig.until(lambda: len(workers()) == 1 and len(rig.tape.chunks) == 2)
    assert not tapped(before)


async def test_a_renamed_entity_goes_on_being_recorded(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    er.async_get(rig.hass).async_update_entity(
        rig.entity(entry).entity_id, new_entity_id="camera.other"
    )
    await rig.hass.async_block_till_done()
    assert rig.entity(entry).entity_id == "camera.other"
    await rig.grows(4)
    await rig.state(recorder, RECORDING)
    assert rig.gaps == []


async def test_another_url_is_recorded_from_then_on(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    options = {**entry.options, "stream_source": street.urls.ts}
    rig.hass.config_entries.async_update_entry(entry, options=options)
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    await rig.state(recorder, RECORDING)
    shared = rig.its(entry).stream
    assert shared is not None and shared.source == street.urls.ts


async def test_another_size_mid_stream_begins_another_chunk(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.ts)
    recorder = await rig.recording(entry)
    await street.change(width=192, height=112, codec=VideoCodec.H265)
    await rig.until(lambda: len(rig.tape.chunks) >= 2)
    await rig.grows(4)
    await recorder.async_stop()
    first, second = rig.tape.chunks[0], rig.tape.chunks[-1]
    assert b"avc1" in first.init and b"hvc1" in second.init
    for chunk in (first, second):
        assert pictures(joined(chunk.init, [f.data for f in chunk.fragments]))


async def test_the_time_across_a_restart_is_told(rig: Rig, street: StreetCamera) -> None:
    since = dt_util.utcnow() - timedelta(minutes=3)
    entry = await rig.camera(street.urls.rtsp)
    await rig.recording(entry, since=since)
    (gap,) = rig.gaps
    assert (gap.start, gap.reason) == (since, GapReason.NOT_RUNNING)
    assert gap.end == rig.tape.fragments[0].start


async def test_while_home_assistant_stops_nothing_is_begun_and_the_chunk_is_finished(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    rig.hass.set_state(CoreState.stopping)
    await shared.stop()
    await asyncio.sleep(0.5)
    assert not tapped(rig.its(entry)) and rig.tape.closed == 0
    rig.hass.bus.async_fire(EVENT_HOMEASSISTANT_FINAL_WRITE)
    await rig.until(lambda: rig.tape.closed == 1)
    await recorder.async_stop()
    rig.hass.set_state(CoreState.running)


async def test_a_removed_entity_is_gone_and_its_worker_with_it(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    await rig.hass.config_entries.async_remove(entry.entry_id)
    await rig.state(recorder, RecordingState.CAMERA_GONE)
    assert not workers()
    assert RecordingState.CAMERA_GONE.is_problem


async def test_an_entity_without_a_registry_entry_is_followed_by_its_id(
    rig: Rig, street: StreetCamera
) -> None:
    recorder = await rig.recorder("camera.nowhere")
    await rig.state(recorder, RecordingState.CAMERA_GONE)
    rig.hass.set_state(CoreState.starting)
    await rig.state(recorder, CONNECTING)
    rig.hass.set_state(CoreState.running)


async def test_an_unloaded_camera_is_unavailable_until_it_returns(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    await rig.hass.config_entries.async_unload(entry.entry_id)
    await rig.state(recorder, RecordingState.CAMERA_UNAVAILABLE)
    assert not workers()
    await rig.hass.config_entries.async_setup(entry.entry_id)
    await rig.state(recorder, RECORDING)


async def test_other_settings_interrupt_only_what_they_must(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    await recorder.async_change(replace(recorder.settings, place="gate", retention_days=3))
    await rig.grows()
    assert rig.tape.opened == 1 and recorder.settings.place == "gate"
    other = await rig.camera(street.urls.ts)
    await recorder.async_change(replace(recorder.settings, source=rig.entity(other).id))
    await rig.until(lambda: tapped(rig.its(other)) and len(rig.tape.chunks) == 2)
    assert not tapped(rig.its(entry)) and len(workers()) == 1


async def test_the_orientation_is_kept_with_the_footage(rig: Rig, street: StreetCamera) -> None:
    entry = await rig.camera(street.urls.rtsp)
    await rig.recording(entry)
    shared = rig.its(entry).stream
    assert shared is not None
    shared.dynamic_stream_settings.orientation = Orientation.ROTATE_180
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    assert [chunk.orientation for chunk in rig.tape.chunks] == [1, 3]


async def test_the_stop_of_home_assistant_finishes_the_chunk(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    await rig.recording(entry)
    await rig.grows()
    await rig.hass.async_stop(force=True)
    assert rig.tape.closed == 1 and not workers()
