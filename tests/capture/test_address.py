"""A camera that is an address of its own, recorded over real RTSP; its password is seen by the camera alone."""

from collections.abc import AsyncIterator
from dataclasses import replace
import logging
from typing import Any
from unittest.mock import patch

from homeassistant.components import stream
from homeassistant.components.stream import set_pyav_logging
import pytest

from custom_components.kuma_bouhan.capture import address as addresses
from custom_components.kuma_bouhan.capture.address import Address, AddressedCamera, read, try_out
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import GapReason, RecordingState
from tests.street.camera import StreetCamera

from .conftest import SMALL, Rig, workers

RECORDING = RecordingState.RECORDING
USER, PASSWORD = "kuma", "p@ss/word#1"


@pytest.fixture
async def guarded(socket_enabled: None) -> AsyncIterator[StreetCamera]:
    """Give a camera that asks who comes."""
    async with StreetCamera(SMALL, login=f"{USER}:{PASSWORD}") as camera:
        yield camera


def of(street: StreetCamera, password: str = PASSWORD) -> Address:
    return read(street.urls.rtsp, USER, password)


def streams(rig: Rig) -> list[stream.Stream]:
    """Return what Home Assistant holds of streams."""
    held: list[stream.Stream] = rig.hass.data["stream"]["streams"]
    return held


# --- Reading what was typed


@pytest.mark.parametrize(
    "url",
    [
        "rtsp://192.168.1.5/h264",
        "rtsps://camera.local:322/cam/realmonitor?channel=1&subtype=0",
        "http://[fe80::1]:8080/live.ts",
        "https://camera.example/hls/index.m3u8",
    ],
)
def test_an_address_is_kept_as_it_was_typed(url: str) -> None:
    found = read(f" {url}\n", " kuma ", PASSWORD)
    assert found == Address(url, "kuma", PASSWORD)
    assert Address.from_dict(found.as_dict()) == found


def test_user_and_password_in_an_address_are_set_apart() -> None:
    found = read("rtsp://kuma:p%40ss@192.168.1.5:554/h264")
    assert found == Address("rtsp://192.168.1.5:554/h264", "kuma", "p@ss")
    assert found.whole == "rtsp://kuma:p%40ss@192.168.1.5:554/h264"
    assert read("rtsp://kuma:old@192.168.1.5/x", "other", "new").password == "new"
    assert read("rtsp://192.168.1.5/x", "", "alone") == Address("rtsp://192.168.1.5/x")
    assert read("rtsp://192.168.1.5/x").whole == "rtsp://192.168.1.5/x"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("", "address_unreadable"),
        ("192.168.1.5/h264", "address_unreadable"),
        ("rtsp:///h264", "address_unreadable"),
        ("rtsp://camera:port/h264", "address_unreadable"),
        ("rtsp://camera:0/h264", "address_unreadable"),
        # What is left where a password holds what has a meaning in addresses.
        ("rtsp://kuma:12/34@camera/h264", "address_unreadable"),
        ("rtsp://kuma:12?34@camera/h264", "address_unreadable"),
        ("rtsp://kuma:12#34@camera/h264", "address_unreadable"),
        ("rtsp://camera/h264#x", "address_unreadable"),
        ("rtmp://camera/live", "address_scheme"),
        ("file:///etc/passwd", "address_scheme"),
        ("http://camera/flv?User=kuma&stream=1", "address_with_secret"),
        ("http://camera/videostream.cgi?pwd=secret", "address_with_secret"),
        ("http://camera/live?access_token=secret", "address_with_secret"),
        ("http://camera/live?stream=1&UserPwd=secret", "address_with_secret"),
        ("http://camera/live?apikey=secret", "address_with_secret"),
        ("rtsp://camera/user=admin&password=secret&channel=1", "address_with_secret"),
        ("rtsp://camera/user=admin_password=secret_channel=1", "address_with_secret"),
        ("rtsp://camera/live%3Fpassword%3Dsecret", "address_with_secret"),
        ("rtsp://camera/" + "x" * 2000, "text_too_long"),
    ],
)
def test_what_is_no_address_is_named_and_not_repeated(url: str, key: str) -> None:
    with pytest.raises(Problem) as caught:
        read(url)
    assert (caught.value.key, caught.value.placeholders) == (key, {})
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_its_id_says_nothing_of_user_and_password() -> None:
    plain = read("rtsp://192.168.1.5/h264")
    assert plain.source == replace(plain, user=USER, password=PASSWORD).source
    assert plain.source != read("rtsp://192.168.1.5/h265").source
    assert addresses.is_address(plain.source)
    assert len(plain.source) == len("url:") + 12
    assert not addresses.is_address("camera.url")


def test_no_secret_shows_where_it_is_printed() -> None:
    found = read("rtsp://192.168.1.5/h264", USER, PASSWORD)
    assert USER not in repr(found)
    assert PASSWORD not in f"{found} {found!r}"


# --- Recording


async def test_an_address_is_recorded_and_leaves_nothing_behind(
    rig: Rig, guarded: StreetCamera
) -> None:
    address = of(guarded)
    recorder = await rig.recorder(address.source, address=address)
    await rig.state(recorder, RECORDING)
    await rig.grows()
    assert len(workers()) == len(streams(rig)) == 1
    assert not rig.hass.states.async_all()
    await recorder.async_stop()
    assert not workers() and not streams(rig)
    assert rig.gaps == []


async def test_its_password_is_in_no_log_however_much_is_logged(
    rig: Rig, guarded: StreetCamera, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    set_pyav_logging(True)
    try:
        address = of(guarded)
        recorder = await rig.recorder(address.source, address=address)
        await rig.state(recorder, RECORDING)
        await guarded.refuse()
        guarded.drop()
        await rig.state(recorder, RecordingState.CAMERA_UNAVAILABLE)
        await guarded.restore()
        guarded.login = "kuma:another"
        await rig.until(lambda: "Unauthorized" in caplog.text, "a refusal")
        await recorder.async_stop()
    finally:
        set_pyav_logging(False)
    for secret in (PASSWORD, "p%40ss", "word%231", "a3VtYTpwQHNzL3dvcmQjMQ"):
        assert secret not in caplog.text


async def test_a_machine_that_goes_away_and_comes_back_is_recorded_again(
    rig: Rig, guarded: StreetCamera
) -> None:
    address = of(guarded)
    recorder = await rig.recorder(address.source, address=address)
    await rig.state(recorder, RECORDING)
    await guarded.refuse()
    guarded.drop()
    await rig.state(recorder, RecordingState.CAMERA_UNAVAILABLE)
    await guarded.restore()
    await rig.state(recorder, RECORDING)
    await rig.grows()
    (gap,) = rig.gaps
    assert gap.reason is GapReason.CAMERA_UNAVAILABLE
    assert len(workers()) == 1


async def test_switched_off_the_camera_is_left_alone(rig: Rig, guarded: StreetCamera) -> None:
    address = of(guarded)
    recorder = await rig.recorder(address.source, address=address)
    await rig.state(recorder, RECORDING)
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    assert not workers()
    recorder.switch(True)
    await rig.state(recorder, RECORDING)


async def test_another_password_or_address_is_used_from_then_on(
    rig: Rig, guarded: StreetCamera, street: StreetCamera
) -> None:
    wrong, right = of(guarded, "old"), of(guarded)
    recorder = await rig.recorder(wrong.source, address=wrong)
    await rig.state(recorder, RecordingState.NO_PICTURE)
    await recorder.async_change(recorder.settings, right)
    await rig.state(recorder, RECORDING)
    await recorder.async_change(replace(recorder.settings, place="gate"), right)
    await rig.grows()
    assert rig.tape.opened == 1
    other = read(street.urls.ts)
    await recorder.async_change(replace(recorder.settings, source=other.source), other)
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    await rig.state(recorder, RECORDING)
    assert [held.source for held in streams(rig)] == [street.urls.ts]
    await rig.until(lambda: len(workers()) == 1)


async def test_a_camera_goes_from_its_entity_to_an_address_and_back(
    rig: Rig, street: StreetCamera
) -> None:
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    address = read(street.urls.ts)
    entity = recorder.settings.source
    await recorder.async_change(replace(recorder.settings, source=address.source), address)
    await rig.until(lambda: len(rig.tape.chunks) == 2)
    await rig.state(recorder, RECORDING)
    await recorder.async_change(replace(recorder.settings, source=entity))
    await rig.until(lambda: len(rig.tape.chunks) == 3)
    await rig.state(recorder, RECORDING)
    await rig.until(lambda: len(workers()) == 1)


async def test_an_address_that_was_not_kept_is_gone_and_said_so(rig: Rig) -> None:
    recorder = await rig.recorder("url:0123456789ab")
    await rig.state(recorder, RecordingState.CAMERA_GONE)
    assert recorder.detail == addresses.MISSING


# --- Trying it


async def test_an_address_that_gives_a_picture_is_good_and_let_go_of(
    rig: Rig, guarded: StreetCamera
) -> None:
    await try_out(rig.hass, of(guarded))
    assert not workers() and not streams(rig)


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("password", "address_refused"),
        ("path", "address_not_found"),
        ("picture", "address_no_picture"),
        ("garbage", "address_no_picture"),
        ("machine", "address_no_answer"),
    ],
)
async def test_why_an_address_gives_no_picture_is_told(
    rig: Rig, guarded: StreetCamera, what: str, key: str
) -> None:
    address = of(guarded)
    match what:
        case "password":
            address = of(guarded, "wrong")
        case "path":
            address = read(guarded.urls.still.replace("still", "nothing"))
        case "picture":
            guarded.stall()
        case "garbage":
            address = read(guarded.urls.still)
        case "machine":
            await guarded.refuse()
    with pytest.raises(Problem) as caught:
        await try_out(rig.hass, address, patience=3)
    assert (caught.value.key, caught.value.placeholders) == (key, {})
    assert not streams(rig)
    guarded.drop()
    await rig.until(lambda: not workers(), "the end of the worker")


async def test_a_camera_that_does_not_say_why_is_not_waited_for(rig: Rig) -> None:
    async def silent(*_: Any) -> None:
        raise TimeoutError

    address = read("http://127.0.0.1/nothing")
    with patch.object(addresses, "async_check_stream_client_error", silent):
        assert await addresses._why(rig.hass, address, 1) == "address_no_picture"


async def test_a_stream_that_is_forgotten_already_is_no_matter(
    rig: Rig, street: StreetCamera
) -> None:
    camera = AddressedCamera(rig.hass, read(street.urls.rtsp), lambda: None)
    camera.forget()
    first = await camera.async_create_stream()
    assert await camera.async_create_stream() is first
    streams(rig).clear()
    camera.forget()
    assert camera.stream is None
