"""Playing over real sockets: what is served plays, only to whom it is served, and costs nothing once they are gone."""

import asyncio
import contextlib
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote

from aiohttp import web
import av
from av.container import InputContainer
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
from homeassistant.util import dt as dt_util
from hypothesis import HealthCheck, given, settings, strategies as st
import numpy as np
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan import playback_views
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.pictures import jpeg_of
from custom_components.kuma_bouhan.procedure import playback
from custom_components.kuma_bouhan.procedure.playback import Keyframe
from custom_components.kuma_bouhan.records.viewing import FootagePlayed
from custom_components.kuma_bouhan.vault import playing
from custom_components.kuma_bouhan.vault.playing import Slice
from tests.procedure import hls
from tests.vault.conftest import Film, make_film

from .conftest import CAMERA, OTHER, House
from .viewer import BASE, HOUR, Viewer, film_at

SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def film() -> Film:
    """Seventy seconds: more than a chunk."""
    return make_film(70)


@pytest.fixture(scope="module")
def heavy() -> Film:
    """Six seconds of 8 MB each, as no camera sends them."""
    made = make_film(6)
    fragments = []
    for one in made.fragments:
        free = 8_000_000
        fragments.append(one + free.to_bytes(4) + b"free" + bytes(free - 8))
    return replace(made, fragments=tuple(fragments))


@pytest.fixture
def start() -> datetime:
    """Return a moment of the last hour: here time goes on."""
    return dt_util.utcnow().replace(minute=0, second=0, microsecond=0) - 2 * HOUR


@pytest.fixture
async def viewer(house: House, hass_client: ClientSessionGenerator) -> Viewer:
    """Sign the one person of the home in, with the vault open."""
    found = Viewer(await hass_client())
    await found.unlock()
    return found


async def test_a_span_with_a_reconnect_plays_to_its_end(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film), (start + 200 * SECOND, film), orientation=3)
    await viewer.begin(start, start + HOUR)
    answer = await viewer.get("playlist.m3u8")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.content_type == "application/vnd.apple.mpegurl"
    found = await viewer.playlist()
    runs = found.runs()
    assert [len(run) for run in runs] == [12, 12]
    assert found.times()[12][0] == start + 200 * SECOND
    for run in runs:
        seen = await hls.play(run, viewer.fetch)
        assert seen.decoded == len(seen.pictures) == film.frames
        assert len(seen.sounds) > 1000
    await viewer.post("viewing/end", session=viewer.session)
    stretches = [
        (one.start, one.end)
        for entry in house.acts("footage_played")
        if isinstance(entry.act, FootagePlayed)
        for one in entry.act.stretches
    ]
    assert stretches == [
        (start, start + 70 * SECOND),
        (start + 200 * SECOND, start + 270 * SECOND),
    ]


async def test_a_session_cannot_be_used_by_another_login(
    house: House, viewer: Viewer, hass_client: ClientSessionGenerator, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    auth = house.hass.auth
    refresh = await auth.async_create_refresh_token(
        house.owner,
        client_name="another browser",
        token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
        access_token_expiration=timedelta(days=1),
    )
    other = Viewer(await hass_client(auth.async_create_access_token(refresh)), viewer.session)
    paths = ("playlist.m3u8", segment.map, segment.uri, "stills", "still.jpg?at=2026-01-01")
    for path in paths:
        assert await other.error(path) == (403, "unlock_first")
    await other.unlock()
    for path in paths:
        assert await other.error(path) == (404, "viewing_over")
    assert (await viewer.get(segment.uri)).status == HTTPStatus.OK


async def test_locking_ends_all_of_it(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    await viewer.fetch(segment.uri)
    await viewer.post("lock")
    assert await viewer.error(segment.uri) == (403, "unlock_first")
    assert house.site.desk.vault.playing.bytes == 0
    await viewer.unlock()
    assert await viewer.error(segment.uri) == (404, "viewing_over")


async def test_what_was_erased_is_gone(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    vault = house.site.desk.vault
    (slot,) = (slot for slot in vault.slots() if slot.start == start)
    await house.hass.async_add_executor_job(
        vault.destroy, [slot.id], ErasureReason.PERIOD_OVER, dt_util.utcnow()
    )
    for path in (segment.uri, segment.map):
        assert await viewer.error(path) == (410, "footage_gone")
    assert (await viewer.playlist()).segments == ()


@pytest.mark.parametrize("how", ["lock", "erasure"])
async def test_what_is_being_sent_breaks_off(
    house: House, viewer: Viewer, start: datetime, heavy: Film, how: str
) -> None:
    await film_at(house, (start, heavy))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    answer = await viewer.get(segment.uri)
    assert answer.content_length == sum(map(len, heavy.fragments))
    await answer.content.readexactly(100_000)
    vault = house.site.desk.vault
    if how == "lock":
        await viewer.post("lock")
    else:
        (slot,) = (slot for slot in vault.slots() if slot.start == start)
        await house.hass.async_add_executor_job(
            vault.destroy, [slot.id], ErasureReason.PERIOD_OVER, dt_util.utcnow()
        )
    with pytest.raises(Exception, match=r"payload|reset|closed"):
        await answer.read()


async def test_what_was_decrypted_already_is_not_sent_once_it_is_locked(
    house: House, viewer: Viewer, start: datetime, heavy: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    await film_at(house, (start, heavy))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    written: list[int] = []
    real = web.StreamResponse.write

    async def write(response: web.StreamResponse, data: Any) -> None:
        await real(response, data)
        if response.content_type == "video/mp4":
            written.append(len(data))
            house.site.lock.end_keys()

    monkeypatch.setattr(web.StreamResponse, "write", write)
    answer = await viewer.get(segment.uri)
    with pytest.raises(Exception, match=r"payload|reset|closed"):
        await answer.read()
    assert len(written) == 1
    assert written[0] < playing.PIECE / 2


async def test_a_picture_that_was_being_made_is_not_given_once_it_is_locked(
    house: House, viewer: Viewer, start: datetime, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)

    def meanwhile(keyframe: Keyframe, width: int) -> bytes:
        house.hass.loop.call_soon_threadsafe(house.site.lock.end_keys)
        return jpeg_of(keyframe, width)

    monkeypatch.setattr(playback_views, "jpeg_of", meanwhile)
    path = f"still.jpg?at={quote(start.isoformat())}"
    assert await viewer.error(path) == (404, "viewing_over")


def read_pieces(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count what is decrypted from here on."""
    read: list[int] = []
    real = Slice.read

    def counted(part: Slice) -> list[bytes | memoryview]:
        found = real(part)
        read.append(sum(map(len, found)))
        return found

    monkeypatch.setattr(Slice, "read", counted)
    return read


async def test_a_client_that_takes_nothing_has_one_piece_in_memory(
    house: House, viewer: Viewer, start: datetime, heavy: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playback_views, "PATIENCE", 1.0)
    await film_at(house, (start, heavy))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    read = read_pieces(monkeypatch)
    reader, writer = await raw_get(viewer, segment.uri)
    await asyncio.sleep(2.5)  # the sockets between are full, and patience is over
    assert max(read) <= playing.PIECE
    assert sum(read) < 24_000_000
    pieces, got = len(read), 0
    async with asyncio.timeout(20):
        with contextlib.suppress(ConnectionResetError):
            while data := await reader.read(1 << 20):
                got += len(data)
    # The connection was closed meanwhile, though the client never did.
    assert got < sum(map(len, heavy.fragments))
    assert len(read) == pieces
    writer.close()


async def test_a_client_that_is_gone_costs_nothing(
    house: House, viewer: Viewer, start: datetime, heavy: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    await film_at(house, (start, heavy))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    read = read_pieces(monkeypatch)
    for _ in range(5):
        reader, writer = await raw_get(viewer, segment.uri)
        await reader.read(10_000)
        writer.transport.abort()
    before = -1
    while len(read) != before:
        before = len(read)
        await asyncio.sleep(0.3)
    assert sum(read) < 5 * 24_000_000
    assert (await viewer.get(segment.uri)).status == HTTPStatus.OK


async def raw_get(viewer: Viewer, path: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Ask, and read nothing: as a socket of our own."""
    token = viewer.client.session.headers["Authorization"]
    reader, writer = await asyncio.open_connection("127.0.0.1", viewer.client.port, limit=4096)
    url = f"{BASE}/viewing/{viewer.session}/{CAMERA}/{path}"
    writer.write(f"GET {url} HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\n\r\n".encode())
    await writer.drain()
    return reader, writer


async def test_ten_players_of_one_camera_hold(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, *((start + number * 100 * SECOND, film) for number in range(6)))
    await viewer.begin(start, start + HOUR)
    found = await viewer.playlist()
    assert len(found.segments) == 72
    most = 0

    async def play(number: int) -> int:
        nonlocal most
        size = 0
        for one in found.segments[number:] + found.segments[:number]:
            size += len(await viewer.fetch(one.uri))
            most = max(most, house.site.desk.vault.playing.bytes)
        return size

    sizes = await asyncio.gather(*(play(7 * number) for number in range(10)))
    assert len(set(sizes)) == 1
    assert most < playing.LIMIT // 10


async def test_the_stop_of_the_site_ends_it_and_it_stays_over(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)
    segment = (await viewer.playlist()).segments[0]
    await viewer.fetch(segment.uri)
    await house.stop()
    assert await viewer.error(segment.uri) == (422, "site_not_running")
    assert await house.start()
    kinds = [entry.act.kind for entry in house.site.desk.book.entries()]
    assert kinds.index("footage_played") < kinds.index("viewing_ended") < kinds.index("stopped")
    await viewer.unlock()
    assert await viewer.error(segment.uri) == (404, "viewing_over")


async def test_what_still_waits_when_the_site_stops_is_told_so(
    house: House,
    viewer: Viewer,
    start: datetime,
    film: Film,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await film_at(house, (start, film))
    await viewer.begin(start, start + HOUR)
    asked = playback.picture

    async def late(*wish: Any) -> bytes | Keyframe:
        await house.stop()
        return await asked(*wish)

    monkeypatch.setattr(playback, "picture", late)
    at = quote(start.isoformat())
    assert await viewer.error(f"still.jpg?at={at}") == (422, "vault_closed")
    assert "Traceback" not in caplog.text


# --- Pictures


async def test_a_picture_of_any_moment(
    house: House, viewer: Viewer, start: datetime, film: Film
) -> None:
    await film_at(house, (start, film), orientation=6)
    await viewer.begin(start, start + HOUR)
    at = quote((start + timedelta(seconds=12.5)).isoformat())
    answer = await viewer.get(f"still.jpg?at={at}")
    assert answer.content_type == "image/jpeg"
    assert answer.headers["Cache-Control"] == "private, no-store"
    pixels = picture(await answer.read())
    assert pixels.shape == (64, 48, 3)  # turned
    assert abs(int(pixels.mean()) - 120) < 8  # picture 120 of the film is that bright
    at = quote((start + HOUR - SECOND).isoformat())
    assert await viewer.error(f"still.jpg?at={at}") == (422, "no_footage_in_span")


def picture(jpeg: bytes) -> Any:
    with cast("InputContainer", av.open(BytesIO(jpeg))) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


@pytest.mark.parametrize(
    "width", ["", "0", "63", "1921", "-1", "x", "²", "9" * 5000, "000064" + "9" * 5000]
)
async def test_what_is_no_width_is_told_so(
    house: House, viewer: Viewer, start: datetime, width: str
) -> None:
    await viewer.begin(start, start + HOUR)
    at = quote(start.isoformat())
    assert await viewer.error(f"still.jpg?at={at}&width={quote(width)}") == (
        422,
        "viewing_unreadable",
    )


def test_pictures_are_made_no_wider_than_wanted() -> None:
    film = make_film(1, width=640)
    found = picture(jpeg_of(Keyframe(film.init, 1, film.fragments[0]), 100))
    assert found.shape == (6, 100, 3)
    assert picture(jpeg_of(Keyframe(film.init, 1, film.fragments[0]), 1920)).shape == (48, 640, 3)


@pytest.mark.parametrize("orientation", range(9))
def test_a_picture_is_turned_as_home_assistant_turns_it(orientation: int) -> None:
    film = make_film(1)
    turned = picture(jpeg_of(Keyframe(film.init, orientation, film.fragments[0]), 64))
    assert turned.shape == ((64, 48, 3) if orientation >= 5 else (48, 64, 3))
    assert np.isfinite(turned).all()


@pytest.mark.parametrize("fragment", [b"", b"nothing of the kind", bytes(4000)])
def test_what_cannot_be_decoded_is_damaged(fragment: bytes) -> None:
    with pytest.raises(Problem, match="footage_damaged"):
        jpeg_of(Keyframe(make_film(1).init, 1, fragment), 320)
    with pytest.raises(Problem, match="footage_damaged"):
        jpeg_of(Keyframe(b"", 1, fragment), 320)


async def test_stills_play_as_a_sequence(house: House, viewer: Viewer, start: datetime) -> None:
    await house.record(CAMERA, start)
    await viewer.begin(start, start + HOUR)
    answer = await viewer.get("stills")
    listed = await answer.json()
    assert len(listed) == 12
    assert datetime.fromisoformat(listed[3]["at"]) == start + 15 * SECOND
    shown = await viewer.get(listed[3]["url"])
    assert shown.content_type == "image/jpeg"
    assert (await shown.read()).startswith(b"\xff\xd8\xff")
    at = quote((start + 16 * SECOND).isoformat())
    assert (await viewer.fetch(f"still.jpg?at={at}")).startswith(b"\xff\xd8\xff")
    gone = listed[3]["url"].replace("/3.jpg", "/99.jpg")
    assert await viewer.error(gone) == (410, "footage_gone")


# --- What stands in a path


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    session=st.sampled_from(["", "f" * 32, "F" * 32, "..", "%2e%2e", "x" * 32, "5" * 33]),
    camera=st.sampled_from([CAMERA, OTHER, "..", "%00", "c" * 31, "门"]),
    rest=st.sampled_from(
        [
            "playlist.m3u8",
            "stills",
            "still.jpg",
            "still.jpg?at=%00",
            "still.jpg?at=2026-11-23",
            "still.jpg?at=0001-01-01T00:00:00%2B14:00",
            "f" * 32 + "/0.m4s",
            "f" * 32 + "/-1.m4s",
            "f" * 32 + "/9999999.m4s",
            "f" * 32 + "/99999.jpg",
            "f" * 32 + "/init.mp4",
            "../../../lock/init.mp4",
            "..%2f..%2fvault.json",
        ]
    )
    | st.text(st.characters(categories=("L", "N", "P")), max_size=20).map(quote),
)
async def test_whatever_stands_in_the_path_nothing_is_given(
    viewer: Viewer, session: str, camera: str, rest: str
) -> None:
    if not viewer.session:
        now = dt_util.utcnow()
        await viewer.begin(now - HOUR, now)
    for one in (viewer.session, session):
        answer = await viewer.client.get(f"{BASE}/viewing/{one}/{camera}/{rest}")
        assert answer.status in (200, 400, 403, 404, 405, 410, 422), await answer.text()
        # Dots may lead to other doors, which are not ours to test.
        if answer.status == HTTPStatus.OK and answer.url.path.startswith(f"{BASE}/viewing/"):
            assert (one, camera) == (viewer.session, CAMERA)
            assert b"moof" not in await answer.read()
