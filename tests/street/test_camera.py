import asyncio
from collections.abc import Callable
from dataclasses import replace
import io

from aiohttp import ClientError, ClientSession
import av
import numpy as np
from PIL import Image
import pytest

from .camera import StreetCamera
from .encode import Format, VideoCodec
from .process import StreetProcess
from .scene import read_number
from .watching import watch

SMALL = Format(width=320, height=180, fps=10)
FAST = 5.0  # times real time


@pytest.mark.parametrize("way", ["rtsp", "ts"])
@pytest.mark.parametrize("codec", list(VideoCodec))
async def test_a_player_sees_every_frame_and_hears_the_street(way: str, codec: VideoCodec) -> None:
    async with StreetCamera(replace(SMALL, codec=codec), rate=FAST) as camera:
        seen = await watch(getattr(camera.urls, way), 25)
    assert seen.codecs == (codec.value, "aac")
    assert seen.width == 320
    assert seen.numbers == tuple(
        range(seen.numbers[0] or 0, (seen.numbers[0] or 0) + len(seen.numbers))
    )
    assert seen.sounds > 20


@pytest.mark.parametrize("way", ["rtsp", "ts"])
async def test_a_looping_camera_serves_the_same_way(way: str) -> None:
    async with StreetCamera(SMALL, rate=FAST, loop=True) as camera:
        seen = await watch(getattr(camera.urls, way), 100)
    assert seen.codecs == ("h264", "aac")
    assert None not in seen.numbers
    times = [at for at in seen.pts if at is not None]
    assert all(0.05 < b - a < 0.15 for a, b in zip(times, times[1:], strict=False))


async def test_a_camera_without_sound_offers_none() -> None:
    async with StreetCamera(replace(SMALL, audio=False), rate=FAST) as camera:
        assert (await watch(camera.urls.rtsp, 3)).codecs == ("h264",)
        assert (await watch(camera.urls.ts, 3)).codecs == ("h264",)


async def test_it_draws_only_while_somebody_watches() -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        assert camera.viewers == 0
        player = asyncio.create_task(watch(camera.urls.rtsp, 20))
        await _until(lambda: camera.viewers == 1)
        await player
        await _until(lambda: camera.viewers == 0)


async def test_stills_and_mjpeg_are_jpeg_pictures_of_now() -> None:
    async with StreetCamera(SMALL) as camera, ClientSession() as session:
        async with session.get(camera.urls.still) as response:
            picture = Image.open(io.BytesIO(await response.read()))
        assert picture.size == (320, 180)
        assert read_number(np.asarray(picture)) is not None
        async with session.get(camera.urls.mjpeg) as response:
            assert "multipart/x-mixed-replace" in response.headers["Content-Type"]
            assert b"image/jpeg" in await response.content.readuntil(b"\xff\xd8")


async def test_udp_is_declined_and_strange_requests_too() -> None:
    async with StreetCamera(SMALL) as camera:
        port = int(camera.urls.rtsp.split(":")[2].split("/")[0])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)

        async def ask(request: str) -> str:
            writer.write(request.replace("\n", "\r\n").encode() + b"\r\n\r\n")
            return (await reader.readuntil(b"\r\n\r\n")).decode()

        url = camera.urls.rtsp
        assert "DESCRIBE" in await ask("OPTIONS * RTSP/1.0\nCSeq: 1")
        udp = "Transport: RTP/AVP;unicast;client_port=5000-5001"
        assert "461" in await ask(f"SETUP {url}/video RTSP/1.0\nCSeq: 2\n{udp}")
        assert "404" in await ask(f"SETUP {url}/smell RTSP/1.0\nCSeq: 3\n{udp}")
        assert "405" in await ask(f"RECORD {url} RTSP/1.0\nCSeq: 4")
        assert "200" in await ask(f"GET_PARAMETER {url} RTSP/1.0\nCSeq: 5")
        writer.write(b"$\x01\x00\x04abcd")
        assert "CSeq: 6" in await ask(f"TEARDOWN {url} RTSP/1.0\nCSeq: 6")
        assert await reader.read() == b""
        writer.close()


@pytest.mark.parametrize("way", ["rtsp", "ts"])
async def test_dropped_players_lose_the_camera_and_find_it_again(way: str) -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        url = getattr(camera.urls, way)
        player = asyncio.create_task(watch(url, 10**6))
        await _until(lambda: camera.viewers == 1)
        camera.drop()
        with pytest.raises((OSError, av.FFmpegError, IndexError)):
            await _ended(player)
        assert len((await watch(url, 3)).numbers) >= 3


@pytest.mark.parametrize("way", ["rtsp", "ts", "mjpeg", "still"])
async def test_a_refusing_camera_lets_nobody_in_until_it_accepts(way: str) -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        url = getattr(camera.urls, way)
        await camera.refuse()
        with pytest.raises((OSError, av.FFmpegError)):
            await watch(url, 1)
        await camera.accept()
        assert (await watch(url, 1)).width == 320


@pytest.mark.parametrize("way", ["rtsp", "ts"])
async def test_a_stalled_camera_keeps_the_connection_and_sends_nothing(way: str) -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        url = getattr(camera.urls, way)
        player = asyncio.create_task(watch(url, 10**6, wait=0.6))
        await _until(lambda: camera.viewers == 1)
        camera.stall()
        with pytest.raises((OSError, av.FFmpegError)):
            await player
        camera.resume()
        assert (await watch(url, 3)).numbers


async def test_what_a_stall_kept_back_is_missing_for_good() -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        player = asyncio.create_task(watch(camera.urls.rtsp, 60))
        await _until(lambda: camera.viewers == 1)
        await asyncio.sleep(0.3)
        camera.stall()
        await _until(lambda: camera.kept_back > 30)
        camera.resume()
        seen = await player
    assert max(_steps(seen.pts)) > 0.9
    assert min(_steps(seen.pts)) > 0


async def test_what_is_held_comes_late_and_whole() -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        player = asyncio.create_task(watch(camera.urls.rtsp, 60))
        await _until(lambda: camera.viewers == 1)
        await asyncio.sleep(0.3)
        camera.hold()
        await asyncio.sleep(0.5)
        assert not player.done()
        camera.release()
        seen = await player
    assert max(_steps(seen.pts)) < 1.5


@pytest.mark.parametrize("way", ["mjpeg", "still"])
async def test_a_stalled_camera_gives_no_stills_either(way: str) -> None:
    async with StreetCamera(SMALL) as camera, ClientSession() as session:
        camera.stall()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3), session.get(getattr(camera.urls, way)) as response:
                await response.content.readany()


async def test_the_codec_changes_for_the_next_connection() -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        assert (await watch(camera.urls.rtsp, 2)).codecs[0] == "h264"
        await camera.change(codec=VideoCodec.H265)
        assert (await watch(camera.urls.rtsp, 2)).codecs[0] == "hevc"
        await camera.change(width=640, height=360, audio=False)
        seen = await watch(camera.urls.ts, 2)
        assert (seen.codecs, seen.width) == (("hevc",), 640)


@pytest.mark.parametrize("way", ["rtsp", "ts"])
async def test_the_size_changes_within_a_connection_when_told_not_to_drop(way: str) -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        connected = camera.connected
        player = asyncio.create_task(watch(getattr(camera.urls, way), 60))
        await _until(lambda: camera.viewers == 1)
        await asyncio.sleep(0.2)
        await camera.change(drop=False, width=480, height=270, audio=False, fps=20)
        seen = await player
        assert camera.connected == connected + 1
    assert seen.width == 480


async def test_timestamps_jump() -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera:
        player = asyncio.create_task(watch(camera.urls.rtsp, 50))
        await _until(lambda: camera.viewers == 1)
        await asyncio.sleep(0.2)
        camera.jump(100)
        seen = await player
    assert 99 < max(_steps(seen.pts)) < 102


@pytest.mark.parametrize("way", ["rtsp", "ts"])
@pytest.mark.parametrize("wire", [False, True])
async def test_a_garbage_camera_sends_bytes_that_are_no_picture(way: str, wire: bool) -> None:
    async with StreetCamera(SMALL, rate=FAST) as camera, ClientSession() as session:
        camera.garbage(wire=wire)
        with pytest.raises((OSError, av.FFmpegError, IndexError, ValueError)):
            await watch(getattr(camera.urls, way), 5, wait=0.7)
        async with session.get(camera.urls.still) as response:
            assert not (await response.read()).startswith(b"\xff\xd8")
        await camera.restore()
        assert (await watch(getattr(camera.urls, way), 3)).numbers


async def test_every_fault_is_told_over_http_even_while_refusing() -> None:
    async with StreetCamera(SMALL) as camera, ClientSession() as session:

        async def do(**command: object) -> dict[str, object]:
            async with session.post(camera.urls.control, json=command) as response:
                assert response.status == 200, await response.text()
                return dict(await response.json())

        assert (await do(do="refuse"))["refusing"] is True
        with pytest.raises(ClientError):
            await session.get(camera.urls.still)
        assert (await do(do="accept"))["refusing"] is False
        assert (await do(do="stall"))["stalled"] is True
        assert (await do(do="resume"))["stalled"] is False
        await do(do="jump", seconds=5)
        await do(do="garbage", seconds=1, wire=True)
        await do(do="drop")
        state = await do(do="change", codec="hevc", width=640, height=360)
        assert state["format"] == {**state["format"], "codec": "hevc", "width": 640}  # type: ignore[dict-item]
        await do(do="restore")
        async with session.get(camera.urls.control) as response:
            assert (await response.json())["name"] == "KUMA STREET"
        for wrong in (
            {"do": "explode"},
            {"do": "change", "colour": 1},
            {"do": "change", "codec": "vp8"},
        ):
            async with session.post(camera.urls.control, json=wrong) as response:
                assert response.status == 400


async def test_a_process_of_its_own_says_where_it_is_and_obeys() -> None:
    async with StreetProcess("--cameras", "2", "--size", "320x180", "--rate", "4") as street:
        assert len({urls.rtsp for urls in street.urls}) == 2
        assert (await watch(street.urls[1].ts, 3)).width == 320
        assert (await street.control({"do": "stall"}, camera=1))["stalled"] is True
        assert (await street.control({"do": "resume"}))["stalled"] is False


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 - a camera's state has no event
            await asyncio.sleep(0.01)


async def _ended(player: asyncio.Task[object]) -> None:
    await player
    raise ConnectionResetError("the stream ended quietly")


def _steps(stamps: tuple[float | None, ...]) -> list[float]:
    known = [at for at in stamps if at is not None]
    return [b - a for a, b in zip(known, known[1:], strict=False)]
