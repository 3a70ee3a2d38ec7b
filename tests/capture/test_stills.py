"""Stills from a camera without a stream."""

import asyncio
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from homeassistant.components.camera import Image
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.capture import stills
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import GapReason, RecordingState
from custom_components.kuma_bouhan.guideline.settings import CaptureMode
from tests.street.camera import StreetCamera

from .conftest import Rig, replace

RECORDING = RecordingState.RECORDING


async def begin(rig: Rig, street: StreetCamera, **settings: Any) -> Any:
    entry = await rig.camera("", still=street.urls.still)
    return await rig.recorder(
        rig.entity(entry).id, mode=CaptureMode.STILLS, still_interval=1, **settings
    )


async def test_a_still_is_kept_at_each_interval(rig: Rig, street: StreetCamera) -> None:
    recorder = await begin(rig, street)
    await rig.state(recorder, RECORDING)
    await rig.until(lambda: len(rig.tape.stills) == 4)
    await recorder.async_stop()
    times = [at for _, at in rig.tape.stills]
    assert times[-1] - times[0] > timedelta(seconds=2)
    assert all(jpeg.startswith(b"\xff\xd8") for jpeg, _ in rig.tape.stills)
    assert rig.tape.closed == 1


async def test_a_picture_that_is_no_jpeg_is_no_footage(rig: Rig, street: StreetCamera) -> None:
    street.garbage()
    recorder = await begin(rig, street, since=dt_util.utcnow() - timedelta(seconds=10))
    await rig.state(recorder, RecordingState.NO_PICTURE)
    assert recorder.detail == "not_jpeg" and rig.tape.stills == []
    await street.restore()
    await rig.state(recorder, RECORDING)
    assert rig.gaps[0].reason is GapReason.NOT_RUNNING


async def test_the_same_picture_over_and_over_is_a_placeholder(
    rig: Rig, street: StreetCamera
) -> None:
    picture = await street.still()
    with patch.object(stills, "async_get_image", return_value=Image("image/jpeg", picture)):
        shift = timedelta(0)
        rig.now = lambda: dt_util.utcnow() + shift
        with patch.object(stills, "REPEATS", 1):
            recorder = await begin(rig, street)
            await rig.state(recorder, RECORDING)
            shift = timedelta(seconds=30)
            await rig.until(lambda: len(rig.tape.stills) > 1)
            assert recorder.state is RECORDING  # a still scene, perhaps
            shift = timedelta(seconds=90)
            await rig.state(recorder, RecordingState.NO_PICTURE)
            assert recorder.detail == "same_picture"


@pytest.mark.parametrize("error", [HomeAssistantError("no image"), ValueError("a surprise")])
async def test_a_camera_that_gives_no_still_has_no_picture_until_it_does(
    rig: Rig, street: StreetCamera, error: Exception
) -> None:
    with patch.object(stills, "async_get_image", side_effect=error):
        recorder = await begin(rig, street)
        await rig.state(recorder, RecordingState.NO_PICTURE)
    await rig.state(recorder, RECORDING)


async def test_a_full_disk_is_said_and_tried_again(rig: Rig, street: StreetCamera) -> None:
    recorder = await begin(rig, street)
    await rig.state(recorder, RECORDING)
    rig.tape.failing = Problem("disk_full")
    await rig.state(recorder, RecordingState.DISK_FULL)
    rig.tape.failing = None
    await rig.state(recorder, RECORDING)


async def test_stopping_ends_although_the_camera_is_still_asked(
    rig: Rig, street: StreetCamera
) -> None:
    async def swallow(*args: Any, **kwargs: Any) -> Image:
        asked.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise HomeAssistantError("Unable to get image") from None
        raise AssertionError

    asked = asyncio.Event()
    with patch.object(stills, "async_get_image", swallow):
        recorder = await begin(rig, street)
        await asked.wait()
        async with asyncio.timeout(2):
            await recorder.async_stop()


async def test_stopping_waits_for_a_still_that_is_being_written(
    rig: Rig, street: StreetCamera
) -> None:
    rig.tape.flowing.clear()
    recorder = await begin(rig, street)
    await rig.until(rig.tape.reached.is_set)
    stopping = asyncio.create_task(recorder.async_stop())
    await asyncio.sleep(0.2)
    assert not stopping.done()
    rig.tape.flowing.set()
    await stopping
    assert len(rig.tape.stills) == 1 and rig.tape.closed == 1


async def test_a_camera_may_change_from_stills_to_its_stream(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp, still=street.urls.still)
    recorder = await rig.recorder(rig.entity(entry).id, mode=CaptureMode.STILLS, still_interval=1)
    await rig.state(recorder, RECORDING)
    await recorder.async_change(replace(recorder.settings, mode=CaptureMode.STREAM))
    await rig.until(lambda: rig.tape.fragments)
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
