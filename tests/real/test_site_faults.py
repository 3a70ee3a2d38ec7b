"""Everything that can go wrong with cameras, to many cameras at once; told by states, gaps and films."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import av
import pytest
import pytest_asyncio

from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.records.routine import GapFact
from custom_components.kuma_bouhan.vault.reading import read_header
from scripts.house.client import Json
from tests.street.process import StreetProcess

from .walk import Camera, Film, Site, add_stream, house_in, set_up_home, street_status, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMES = (
    "healthy",
    "stalled",
    "off",
    "garbage",
    "wire",
    "codec",
    "grown",
    "sound",
    "mute",
    "jump",
    "late",
    "renamed",
    "reloaded",
)
FPS = 12
GARBAGE = 3
"""Seconds."""
SLACK = timedelta(seconds=1.5)
"""A keyframe each second; a film begins at one."""
HELD_BACK = timedelta(seconds=20 / FPS)
"""Home Assistant's worker looks at twenty pictures before it gives the first: they arrive that late."""


@dataclass(slots=True)
class Night:
    """What happened to the cameras, by their names."""

    site: Site
    cameras: dict[str, Camera]
    states: dict[str, list[str]]
    """All states since the fault began."""
    gaps: dict[str, list[GapFact]] = field(default_factory=dict)
    """As the book has them, but for the end of the night."""
    films: dict[str, list[Film]] = field(default_factory=dict)
    """What the command-line reader makes of them, without a complaint of ffprobe's."""
    watched: tuple[dict[str, Json], dict[str, Json]] = ({}, {})
    """The healthy camera before and while it was watched live."""
    clean_from: datetime = datetime.max.replace(tzinfo=UTC)
    """When the first chunk without garbage begins, of the camera that sent some."""


class Street:
    """The cameras of the street, by name."""

    def __init__(self, process: StreetProcess) -> None:
        self.process = process

    async def do(self, name: str, do: str, **more: Any) -> None:
        await self.process.control({"do": do, **more}, NAMES.index(name))

    async def status(self, name: str) -> dict[str, Json]:
        return await street_status(self.process, NAMES.index(name))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def night(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Night]:
    folder = tmp_path_factory.mktemp("faults")
    async with AsyncExitStack() as stack:
        # From a loop, so that they keep time on a busy machine: where a camera is silent for five
        # seconds, Home Assistant's worker drops a picture, and films are clean no longer.
        format_ = ("--size", "320x180", "--fps", str(FPS), "--bitrate", "200000", "--loop")
        process = StreetProcess("--cameras", str(len(NAMES)), *format_)
        house = await stack.enter_async_context(house_in(folder / "config"))
        street = Street(await stack.enter_async_context(process))
        sources = await asyncio.gather(*(add_stream(house, urls) for urls in process.urls))
        site = await set_up_home(house, folder / "vault", sources[0])
        await street.do("late", "stall")
        cameras = {"healthy": next(iter(site.cameras.values()))}
        for name, source in zip(NAMES[1:], sources[1:], strict=True):
            picture = {"audio": name in {"sound", "mute"}}
            cameras[name] = await site.join(source, name, picture=picture)
        living = [camera for name, camera in cameras.items() if name != "late"]
        await asyncio.gather(*(site.wait(camera) for camera in living))
        await asyncio.gather(*(site.wait_for_growth(camera, 50_000) for camera in living))
        found = Night(site, cameras, {name: [] for name in NAMES})
        async with asyncio.timeout(150), asyncio.TaskGroup() as faults:
            hears = asyncio.Event()
            listening = faults.create_task(_listen(found, hears))
            await hears.wait()
            await _at_once(found, street, dict(zip(NAMES, sources, strict=True)))
            await asyncio.gather(*(site.wait_for_growth(one, 75_000) for one in cameras.values()))
            await asyncio.gather(*(site.wait(one) for one in cameras.values()))
            listening.cancel()
        assert await house.stop() == 0
        clean = [("--camera", cameras[name].id) for name in NAMES if name != "garbage"]
        films = await site.open(folder / "films", *(word for words in clean for word in words))
        garbage = ("--camera", cameras["garbage"].id, "--from", found.clean_from.isoformat())
        films += await site.open(folder / "after", *garbage)
        for name, camera in cameras.items():
            gaps = site.gaps(camera)
            # Home Assistant's end may cost what its worker still holds back.
            found.gaps[name] = [gap for gap in gaps if gap.reason is not GapReason.NOT_RUNNING]
            found.films[name] = [film for film in films if film.is_of(camera)]
        yield found


async def _listen(night: Night, hears: asyncio.Event) -> None:
    names = {camera.entities["recording_state"]: name for name, camera in night.cameras.items()}
    async with night.site.client.subscribed(
        "subscribe_events", event_type="state_changed"
    ) as events:
        hears.set()
        while True:
            data = (await events.get())["data"]
            if name := names.get(data["entity_id"]):
                night.states[name].append(data["new_state"]["state"])


async def _at_once(night: Night, street: Street, sources: dict[str, str]) -> None:
    site, cameras, client = night.site, night.cameras, night.site.client

    async def stalled() -> None:
        await street.do("stalled", "stall")
        await site.wait(cameras["stalled"], "no_picture")
        await street.do("stalled", "resume")

    async def off() -> None:
        await street.do("off", "refuse")
        await street.do("off", "drop")
        await site.wait(cameras["off"], "camera_unavailable")
        await street.do("off", "accept")

    async def garbage() -> None:
        await street.do("garbage", "garbage", seconds=GARBAGE)
        # The worker holds some back; what is written to one chunk is opened together.
        await asyncio.sleep(GARBAGE + 4)
        chunk = await site.wait_for_new_chunk(cameras["garbage"])
        await until(lambda: chunk.stat().st_size)
        night.clean_from = read_header(chunk).start

    async def late() -> None:
        await site.wait(cameras["late"], "no_picture")
        await street.do("late", "resume")

    async def reloaded() -> None:
        entity = await client.command("config/entity_registry/get", entity_id=sources["reloaded"])
        entry = entity["config_entry_id"]
        await client.post(f"/api/config/config_entries/entry/{entry}/reload")

    async def watched() -> None:
        before = await street.status("healthy")
        live = await client.command("camera/stream", entity_id=sources["healthy"])
        playlist = await client.get(live["url"])
        assert b"EXT-X-STREAM-INF" in playlist
        night.watched = before, await street.status("healthy")

    await asyncio.gather(
        stalled(),
        off(),
        garbage(),
        street.do("wire", "garbage", seconds=8, wire=True),
        street.do("codec", "change", codec="hevc", width=480, height=272),
        street.do("grown", "change", width=480, height=272, drop=False),
        street.do("sound", "change", audio=False),
        street.do("mute", "change", audio=False, drop=False),
        street.do("jump", "jump", seconds=40),
        late(),
        reloaded(),
        watched(),
        client.command(
            "config/entity_registry/update",
            entity_id=sources["renamed"],
            new_entity_id="camera.renamed",
        ),
    )


async def test_a_healthy_camera_is_not_touched_by_the_others_faults(night: Night) -> None:
    assert night.states["healthy"] == night.gaps["healthy"] == []
    (film,) = night.films["healthy"]
    assert film.frames == pytest.approx(film.length.total_seconds() * FPS, abs=2)


async def test_live_view_and_recording_share_one_worker(night: Night) -> None:
    before, watched = night.watched
    assert watched["viewers"] == before["viewers"] == 1
    assert watched["connected"] == before["connected"]


@pytest.mark.parametrize(
    ("name", "state"),
    {
        "stalled": "no_picture",
        "off": "camera_unavailable",
        "wire": "no_picture",
        "codec": "no_picture",
        "sound": "no_picture",
        "jump": "no_picture",
    }.items(),
)
async def test_a_fault_is_said_and_recording_goes_on_by_itself(
    night: Night, name: str, state: str
) -> None:
    _went_through(night.states[name], state)
    (gap,) = night.gaps[name]
    assert gap.reason == GapReason(state)
    before, after = night.films[name]
    assert gap.start - SLACK < before.end < gap.start + SLACK + HELD_BACK
    assert gap.end - SLACK < after.start < gap.end + SLACK
    assert min(before.frames, after.frames) > FPS


async def test_a_camera_that_never_delivers_says_so_and_is_recorded_once_it_does(
    night: Night,
) -> None:
    _went_through(night.states["late"], "no_picture")
    assert [gap.reason for gap in night.gaps["late"]] == [GapReason.NO_PICTURE]
    assert [film.frames > 3 * FPS for film in night.films["late"]] == [True]


@pytest.mark.parametrize("name", ["grown", "renamed"])
async def test_what_needs_no_new_connection_leaves_no_gap(night: Night, name: str) -> None:
    assert night.states[name] == night.gaps[name] == []
    assert _frames(night, name) == pytest.approx(_frames(night, "healthy"), abs=3 * FPS)


async def test_a_sound_that_falls_silent_costs_no_picture(night: Night) -> None:
    """Home Assistant's worker waits for it: pictures come late, the last segment whole or not."""
    assert not night.gaps["mute"]
    assert _frames(night, "mute") == pytest.approx(_frames(night, "healthy"), abs=8 * FPS)


async def test_a_reloaded_source_is_taken_up_again_at_once(night: Night) -> None:
    _went_through(night.states["reloaded"], "connecting")
    assert {gap.reason for gap in night.gaps["reloaded"]} <= {GapReason.RECONNECTED}
    assert all(gap.end - gap.start < 3 * SLACK for gap in night.gaps["reloaded"])


async def test_what_follows_garbage_is_clean(night: Night) -> None:
    assert [film.frames > 3 * FPS for film in night.films["garbage"]] == [True]
    assert {gap.reason for gap in night.gaps["garbage"]} <= {GapReason.NO_PICTURE}


async def test_footage_is_what_the_camera_sent(night: Night) -> None:
    def tracks(name: str) -> list[list[str]]:
        return [_tracks(film) for film in night.films[name]]

    assert tracks("healthy") == [["h264 320"]]
    assert tracks("codec") == [["h264 320"], ["hevc 480"]]
    assert tracks("sound") == [["h264 320", "aac"], ["h264 320"]]


async def test_nothing_of_ours_went_wrong(night: Night) -> None:
    assert night.site.house.log_errors() == []


def _went_through(states: list[str], first: str) -> None:
    """Assert that this was said first, and that it then recorded and stayed at it."""
    assert states[0] == first
    assert states.index("recording") == len(states) - 1


def _frames(night: Night, name: str) -> int:
    return sum(film.frames for film in night.films[name])


def _tracks(film: Film) -> list[str]:
    with av.open(str(film.path), "r") as container:
        return [f"{one.codec_context.name} {one.width}" for one in container.streams.video] + [
            one.codec_context.name for one in container.streams.audio
        ]
