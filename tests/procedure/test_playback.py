"""What a player is given plays: pictures, sound and times as they were recorded, across chunks, gaps and reconnects."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from custom_components.kuma_bouhan.capture.sink import Mark, Sink
from custom_components.kuma_bouhan.capture.tap import Piece
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.viewing import Purpose, Scope
from custom_components.kuma_bouhan.procedure import playback
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.playback import Keyframe
from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from custom_components.kuma_bouhan.procedure.viewing import Plan, Session, Viewings
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.writer import CameraWriter, Fragment
from tests.capture.media import (
    FPS,
    film as street_film,
    joined,
    packets,
    segments as stream_segments,
)
from tests.vault.conftest import Film, make_film

from . import hls
from .conftest import CAMERA, NOON, PASSPHRASE, World
from .hls import Read

VIEWER = Actor("manager", Door.PANEL, session="a browser")
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
OTHER = "0d" * 16


@pytest.fixture(scope="module")
def long_film() -> Film:
    """Two and a half minutes: more than two chunks."""
    return make_film(150)


@dataclass
class Cinema:
    """A viewer with an open session, and a camera to film with."""

    world: World
    lock: Lock
    viewings: Viewings
    session: Session

    def writer(self, camera: str = CAMERA) -> CameraWriter:
        desk = self.world.desk
        return self.world.vault.writer(camera, due=lambda end: due_when_opened(desk, camera, end))

    def record(
        self,
        *films: tuple[datetime, Film],
        orientation: int = 1,
        change: Callable[[Fragment], Fragment] = lambda piece: piece,
    ) -> None:
        """Record films, each a connection of its own."""
        writer = self.writer()
        for start, film in films:
            writer.start(film.init, orientation=orientation)
            for piece in film.pieces(start):
                writer.fragment(change(piece))
            writer.cut()
        writer.close()

    async def playlist(self) -> Read:
        data = await playback.playlist(self.world.desk, self.session, CAMERA)
        return hls.read(data.decode())

    async def fetch(self, uri: str) -> bytes:
        desk = self.world.desk
        chunk, name = uri.split("/")
        if name == "init.mp4":
            return await playback.description(desk, self.session, CAMERA, chunk)
        number = int(name.removesuffix(".m4s"))
        part = await playback.segment(desk, self.session, CAMERA, chunk, number)
        data = b""
        while pieces := await part.read():
            data += b"".join(pieces)
        assert len(data) == part.size
        return data

    async def view(self, start: datetime, end: datetime, camera: str = CAMERA) -> None:
        plan = Plan(purpose=Purpose.INCIDENT, scope=Scope((camera,), start, end))
        self.session = await self.viewings.begin(VIEWER, plan)


@pytest.fixture
async def cinema(world: World) -> Cinema:
    """Open a session of an hour around noon."""
    lock = Lock(world.desk)
    viewings = Viewings(world.desk, lock)
    await lock.unlock(VIEWER, PASSPHRASE)
    plan = Plan(purpose=Purpose.INCIDENT, scope=Scope((CAMERA,), NOON - HOUR, NOON + HOUR))
    return Cinema(world, lock, viewings, await viewings.begin(VIEWER, plan))


def steps(times: tuple[float, ...]) -> set[float]:
    return {round(b - a, 3) for a, b in zip(times, times[1:], strict=False)}


# --- Playing


async def test_a_film_plays_across_chunks_picture_for_picture(
    cinema: Cinema, long_film: Film
) -> None:
    cinema.record((NOON, long_film))
    found = await cinema.playlist()
    assert {"#EXT-X-VERSION:7", "#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-INDEPENDENT-SEGMENTS"} <= set(
        found.tags
    )
    assert len({one.chunk for one in found.segments}) == 3
    assert len({one.map for one in found.segments}) == 1
    assert {one.seconds for one in found.segments} == {6.0}
    (run,) = found.runs()
    seen = await hls.play(run, cinema.fetch)
    assert len(seen.pictures) == seen.decoded == long_film.frames == 1500
    assert steps(seen.pictures) == {0.1}
    assert steps(seen.sounds) == {0.064}
    times = found.times()
    assert times[0][0] == NOON and times[-1][1] == NOON + 150 * SECOND
    assert [one.at is not None for one in found.segments].count(True) == 3


async def test_times_are_told_in_the_sites_own_offset(cinema: Cinema, film: Film) -> None:
    cinema.record((NOON, film))
    text = (await playback.playlist(cinema.world.desk, cinema.session, CAMERA)).decode()
    assert "#EXT-X-PROGRAM-DATE-TIME:2026-11-23T12:00:00.000+09:00\n" in text


async def test_every_segment_begins_with_a_keyframe_and_plays_alone(
    cinema: Cinema, film: Film
) -> None:
    cinema.record((NOON, make_film(20, audio=False)))
    found = await cinema.playlist()
    assert [one.seconds for one in found.segments] == [6, 6, 6, 2]
    for one in found.segments:
        seen = hls.look(await cinema.fetch(one.map) + await cinema.fetch(one.uri))
        assert seen.decoded == one.seconds * 10


async def test_a_reconnect_is_a_discontinuity_and_the_gap_as_long_as_it_was(
    cinema: Cinema, film: Film
) -> None:
    cinema.record((NOON, film), (NOON + 36 * SECOND, film))
    found = await cinema.playlist()
    first, second = found.runs()
    assert found.times() == [
        (NOON, NOON + 6 * SECOND),
        (NOON + 36 * SECOND, NOON + 42 * SECOND),
    ]
    # The tracks are the same: nothing new has to be fetched.
    assert first[0].map == second[0].map
    for run in (first, second):
        assert (await hls.play(run, cinema.fetch)).decoded == film.frames


async def test_a_change_of_tracks_brings_its_own_description(cinema: Cinema, film: Film) -> None:
    wide = make_film(6, audio=False, width=128)
    cinema.record((NOON, film), (NOON + 6 * SECOND, wide), (NOON + 12 * SECOND, film))
    found = await cinema.playlist()
    runs = found.runs()
    assert [len(run) for run in runs] == [1, 1, 1]
    assert len({run[0].map for run in runs}) == 3
    seen = [await hls.play(run, cinema.fetch) for run in runs]
    assert [one.size for one in seen] == [(64, 48), (128, 48), (64, 48)]
    assert [bool(one.sounds) for one in seen] == [True, False, True]


async def test_a_silence_within_one_connection_is_a_gap_too(
    cinema: Cinema, long_film: Film
) -> None:
    writer = cinema.writer()
    writer.start(long_film.init)
    pieces = long_film.pieces(NOON)
    for piece in pieces[:12] + pieces[40:52]:
        writer.fragment(piece)
    writer.close()
    found = await cinema.playlist()
    assert [len(run) for run in found.runs()] == [2, 2]
    assert found.times()[2][0] == NOON + 40 * SECOND


async def test_what_was_recorded_turned_is_shown_turned(cinema: Cinema, film: Film) -> None:
    cinema.record((NOON, film), orientation=8)
    (run,) = (await cinema.playlist()).runs()
    init = await cinema.fetch(run[0].map)
    assert init != film.init and len(init) == len(film.init)
    assert (await hls.play(run, cinema.fetch)).decoded == film.frames


async def test_only_segments_that_show_something_of_the_span_are_listed(
    cinema: Cinema, long_film: Film
) -> None:
    cinema.record((NOON, long_film))
    await cinema.view(NOON + 61 * SECOND, NOON + 80 * SECOND)
    found = await cinema.playlist()
    assert found.times()[0][0] == NOON + 60 * SECOND
    assert found.times()[-1][1] == NOON + 84 * SECOND


async def test_pictures_before_the_first_keyframe_are_left_out(cinema: Cinema, film: Film) -> None:
    pieces = make_film(12).pieces(NOON)
    writer = cinema.writer()
    writer.start(film.init)
    for number, piece in enumerate(pieces):
        writer.fragment(replace(piece, keyframe=number >= 3))
    writer.close()
    found = await cinema.playlist()
    assert found.times()[0][0] == NOON + 3 * SECOND
    assert "#EXT-X-INDEPENDENT-SEGMENTS" in found.tags


async def test_a_chunk_that_goes_on_without_a_keyframe_goes_on_playing(
    cinema: Cinema, long_film: Film
) -> None:
    pieces = [
        replace(piece, keyframe=number % 100 == 0)
        for number, piece in enumerate(long_film.pieces(NOON))
    ]
    cinema.world.stop()
    cinema.world.start()
    writer = cinema.world.vault.writer(CAMERA, due=lambda end: end + 7 * 24 * HOUR)
    writer.start(long_film.init)
    for number, piece in enumerate(pieces):
        if number in (60, 120):
            writer.cut()
        writer.fragment(piece)
    writer.close()
    lock = Lock(cinema.world.desk)
    cinema.viewings = Viewings(cinema.world.desk, lock)
    await lock.unlock(VIEWER, PASSPHRASE)
    await cinema.view(NOON, NOON + HOUR)
    found = await cinema.playlist()
    assert "#EXT-X-INDEPENDENT-SEGMENTS" not in found.tags
    (run,) = found.runs()
    assert (await hls.play(run, cinema.fetch)).decoded == 1500


async def test_what_home_assistants_own_worker_makes_plays(cinema: Cinema) -> None:
    sink = Sink(cinema.writer, audio=True)
    pieces, arrived = [], NOON
    for segment in stream_segments(street_film(seconds=20)):
        assert segment.init
        for part in segment.parts:
            arrived += timedelta(seconds=part.duration)
            pieces.append(
                Piece(
                    init=segment.init,
                    orientation=1,
                    connection=1,
                    begins=part is segment.parts[0],
                    data=part.data,
                    duration=part.duration,
                    arrived=arrived,
                )
            )
    assert sink.take([*pieces, Mark.CLOSE]).fault is None
    found = await cinema.playlist()
    (run,) = found.runs()
    seen = await hls.play(run, cinema.fetch)
    whole = joined(pieces[0].init, [piece.data for piece in pieces])
    assert seen.decoded == len(packets(whole)) > 19 * FPS
    assert steps(seen.pictures) == {0.1}
    assert seen.sounds


async def test_footage_that_is_no_film_has_no_segments(cinema: Cinema) -> None:
    cinema.world.record(NOON, 2)
    assert (await cinema.playlist()).segments == ()


async def test_an_empty_span_has_an_empty_playlist(cinema: Cinema) -> None:
    assert (await cinema.playlist()).segments == ()
    assert (await playback.stills(cinema.world.desk, cinema.session, CAMERA)) == []


# --- What belongs to a session


async def test_footage_of_another_camera_or_time_is_not_given(cinema: Cinema, film: Film) -> None:
    desk = cinema.world.desk
    await cinema.world.add_camera(OTHER)
    cinema.record((NOON, film), (NOON + 40 * MINUTE, make_film(20)))
    writer = cinema.writer(OTHER)
    writer.start(film.init)
    for piece in film.pieces(NOON):
        writer.fragment(piece)
    writer.close()
    (other,) = desk.vault.chunks(OTHER, NOON, NOON + HOUR, now=desk.clock.now())
    early, late = desk.vault.chunks(CAMERA, NOON, NOON + HOUR, now=desk.clock.now())
    await cinema.view(NOON + 40 * MINUTE, NOON + 40 * MINUTE + 5 * SECOND)
    session = cinema.session
    for chunk in (other, early):
        for ask in (
            playback.segment(desk, session, CAMERA, chunk.id, 0),
            playback.still(desk, session, CAMERA, chunk.id, 0),
            playback.description(desk, session, CAMERA, chunk.id),
        ):
            with pytest.raises(Problem, match="outside_viewing"):
                await ask
    assert (await playback.segment(desk, session, CAMERA, late.id, 0)).size
    with pytest.raises(Problem, match="outside_viewing"):
        await playback.segment(desk, session, CAMERA, late.id, 2)
    with pytest.raises(Problem, match="footage_gone"):
        await playback.segment(desk, session, CAMERA, late.id, 99)
    with pytest.raises(Problem, match="footage_gone"):
        await playback.segment(desk, session, CAMERA, "f" * 32, 0)


# --- What was played


async def test_what_was_handed_out_is_noted_and_nothing_else(
    cinema: Cinema, long_film: Film
) -> None:
    cinema.record((NOON, long_film))
    segments = (await cinema.playlist()).segments
    await cinema.fetch(segments[0].map)
    assert cinema.session.played == {}
    asked = await playback.segment(
        cinema.world.desk, cinema.session, CAMERA, segments[9].chunk, segments[9].number
    )
    assert cinema.session.played == {}  # nothing of it was read
    await asked.read()
    await cinema.fetch(segments[0].uri)
    await cinema.fetch(segments[1].uri)
    spans = cinema.session.stretches(CAMERA, cinema.session.played[CAMERA])
    assert spans == [
        (NOON, NOON + 12 * SECOND),
        (NOON + 54 * SECOND, NOON + 60 * SECOND),
    ]


async def test_erasure_ends_playing_in_the_midst(cinema: Cinema) -> None:
    film = make_film(6)
    heavy = replace(film, fragments=tuple(one + bytes(700_000) for one in film.fragments))
    cinema.record((NOON, heavy))
    (listed,) = (await cinema.playlist()).segments
    desk = cinema.world.desk
    part = await playback.segment(desk, cinema.session, CAMERA, listed.chunk, listed.number)
    assert await part.read()
    (chunk,) = desk.vault.chunks(CAMERA, NOON, NOON + HOUR, now=desk.clock.now())
    desk.vault.destroy([chunk.slot], ErasureReason.PERIOD_OVER, desk.clock.now())
    with pytest.raises(VaultProblem, match="footage_gone"):
        await part.read()
    assert (await cinema.playlist()).segments == ()


async def test_locking_ends_playing_in_the_midst(cinema: Cinema) -> None:
    film = make_film(6)
    heavy = replace(film, fragments=tuple(one + bytes(700_000) for one in film.fragments))
    cinema.record((NOON, heavy))
    (listed,) = (await cinema.playlist()).segments
    desk = cinema.world.desk
    part = await playback.segment(desk, cinema.session, CAMERA, listed.chunk, listed.number)
    assert await part.read()
    await cinema.lock.lock(VIEWER)
    with pytest.raises(VaultProblem, match="footage_sealed"):
        await part.read()
    assert desk.vault.playing.bytes == 0


async def test_what_comes_too_late_is_not_handed_out(
    cinema: Cinema, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_stills(cinema)
    desk = cinema.world.desk
    (_, chunk, _), *_ = await playback.stills(desk, cinema.session, CAMERA)
    run = desk.run

    async def ended_meanwhile[**P, T](
        function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        found = await run(function, *args, **kwargs)
        cinema.session.player.close()
        return found

    desk.run = ended_meanwhile
    with pytest.raises(Problem, match="viewing_over"):
        await playback.still(desk, cinema.session, CAMERA, chunk, 0)
    assert cinema.session.played == {}


# --- Pictures


async def picture(cinema: Cinema, at: datetime) -> bytes | Keyframe:
    return await playback.picture(cinema.world.desk, cinema.session, CAMERA, at)


async def test_a_moments_picture_is_the_last_keyframe_before_it(cinema: Cinema, film: Film) -> None:
    cinema.record((NOON, film), orientation=6)
    found = await picture(cinema, NOON + timedelta(seconds=3.7))
    assert isinstance(found, Keyframe)
    assert (found.init, found.fragment, found.orientation) == (film.init, film.fragments[3], 6)
    assert cinema.session.played[CAMERA] == [(NOON + 3 * SECOND, NOON + 3 * SECOND)]


async def test_without_one_before_it_is_the_next(cinema: Cinema, film: Film) -> None:
    cinema.record((NOON + 20 * SECOND, film))
    found = await picture(cinema, NOON)
    assert isinstance(found, Keyframe) and found.fragment == film.fragments[0]


async def test_a_moment_without_footage_near_has_no_picture(cinema: Cinema, film: Film) -> None:
    cinema.record((NOON + 20 * MINUTE, film))
    with pytest.raises(Problem, match="no_footage_in_span"):
        await picture(cinema, NOON)


async def test_a_picture_from_before_or_after_the_span_is_never_given(
    cinema: Cinema, film: Film
) -> None:
    cinema.record((NOON, film))
    await cinema.view(NOON + timedelta(seconds=2.5), NOON + timedelta(seconds=3.5))
    found = await picture(cinema, NOON + timedelta(seconds=2.6))
    assert isinstance(found, Keyframe) and found.fragment == film.fragments[3]
    for at in (NOON + timedelta(seconds=2.4), NOON + timedelta(seconds=3.5)):
        with pytest.raises(Problem, match="outside_viewing"):
            await picture(cinema, at)


def take_stills(cinema: Cinema, count: int = 4) -> None:
    writer = cinema.writer()
    for number in range(count):
        writer.still(b"\xff\xd8\xff" + bytes([number]) * 99, NOON + number * 20 * SECOND)
    writer.close()


async def test_stills_are_listed_and_shown(cinema: Cinema) -> None:
    take_stills(cinema)
    desk = cinema.world.desk
    found = await playback.stills(desk, cinema.session, CAMERA)
    assert [at for at, _, _ in found] == [NOON + number * 20 * SECOND for number in range(4)]
    shown = [
        (await playback.still(desk, cinema.session, CAMERA, chunk, number))[3]
        for _, chunk, number in found
    ]
    assert shown == [0, 1, 2, 3]
    assert (await cinema.playlist()).segments == ()
    data = await picture(cinema, NOON + 50 * SECOND)
    assert isinstance(data, bytes) and data[3] == 2


async def test_stills_outside_the_span_are_not_given(cinema: Cinema) -> None:
    take_stills(cinema)
    desk = cinema.world.desk
    (_, chunk, _), *_ = await playback.stills(desk, cinema.session, CAMERA)
    await cinema.view(NOON + 10 * SECOND, NOON + 50 * SECOND)
    assert [number for _, _, number in await playback.stills(desk, cinema.session, CAMERA)] == [
        1,
        2,
    ]
    with pytest.raises(Problem, match="outside_viewing"):
        await playback.still(desk, cinema.session, CAMERA, chunk, 0)
    assert await playback.still(desk, cinema.session, CAMERA, chunk, 1)
