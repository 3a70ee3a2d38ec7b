"""A span of a camera leaves the vault as files that play, with nothing lost that was recorded and nothing beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
import tracemalloc

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.chunk import HEADER, Kind
from custom_components.kuma_bouhan.vault.export import Film as Export, Unfit
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.mp4 import Joiner
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.playing import Player
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.stretches import Left, LeftOut, Plan, Stretch, Why, plan
from custom_components.kuma_bouhan.vault.writer import Fragment

from .conftest import Film, House, make_film
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, YARD
from .probing import frames, probe, samples


@pytest.fixture
def opened(house: House) -> Iterator[Opened]:
    """Open the vault."""
    with house.unlock() as keys:
        yield keys


@pytest.fixture
def player(house: House, opened: Opened) -> Player:
    return house.vault.playing.player(opened)


@pytest.fixture(scope="module")
def long_film() -> Film:
    """Two and a half minutes: more than two chunks."""
    return make_film(150)


def record(
    house: House,
    *films: tuple[datetime, Film],
    camera: str = DOOR,
    orientation: int = 1,
) -> list[ChunkFacts]:
    """Record films, each a connection of its own."""
    writer = house.vault.writer(camera, due=house.due)
    for start, film in films:
        writer.start(film.init, orientation=orientation)
        for piece in film.pieces(start):
            writer.fragment(piece)
        writer.cut()
    writer.close()
    return house.chunks(camera)


def planned(
    house: House,
    player: Player,
    start: datetime = NOON - HOUR,
    end: datetime = NOON + HOUR,
    *,
    camera: str = DOOR,
    unfit: dict[str, Left] | None = None,
    most_bytes: int = 10**10,
    longest: timedelta = DAY,
) -> Plan:
    chunks = house.vault.chunks(camera, start, end, now=house.now)
    return plan(
        player,
        chunks,
        start,
        end,
        unfit=unfit or {},
        most_bytes=most_bytes,
        longest=longest,
    )


def exported(player: Player, stretch: Stretch, offset: int = 0) -> bytes:
    film = Export(stretch)
    for _ in film.gather(player):
        pass
    data = b"".join(film.data(player, offset))
    assert len(data) == film.size - offset
    return data


# --- Files that play


def test_a_span_across_chunks_is_one_file_with_every_picture(
    house: House, player: Player, long_film: Film, tmp_path: Path
) -> None:
    record(house, (NOON, long_film))
    found = planned(house, player)
    (stretch,) = found.stretches
    assert len(stretch.parts) == 3
    assert (stretch.why, stretch.start, stretch.end) == (
        Why.BEGINNING,
        NOON,
        NOON + 150 * SECOND,
    )
    assert found.left_out == ()
    film = Export(stretch)
    assert sum(film.gather(player)) == stretch.bytes == sum(map(len, long_film.fragments))
    assert (film.pictures, film.seconds) == (1500, 150.0)
    data = b"".join(film.data(player))
    assert len(data) == film.size
    said = probe(data, tmp_path)
    assert int(said["video"]["nb_read_frames"]) == long_film.frames == 1500
    assert float(said["video"]["duration"]) == pytest.approx(150, abs=0.001)
    whole = long_film.init + b"".join(long_film.fragments)
    for kind in ("video", "audio"):
        assert [one.data for one in samples(data, kind)] == [
            one.data for one in samples(whole, kind)
        ]


def test_it_begins_at_the_keyframe_at_or_before_the_start_and_ends_with_what_holds_the_end(
    house: House, player: Player, long_film: Film
) -> None:
    """Keyframes stand every three seconds here."""
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(long_film.init)
    for number, piece in enumerate(long_film.pieces(NOON)):
        writer.fragment(replace(piece, keyframe=number % 3 == 0))
    writer.close()
    half = SECOND / 2
    (stretch,) = planned(house, player, NOON + 65 * SECOND, NOON + 70 * SECOND + half).stretches
    assert (stretch.start, stretch.end) == (NOON + 63 * SECOND, NOON + 71 * SECOND)
    (stretch,) = planned(house, player, NOON + 66 * SECOND, NOON + 70 * SECOND).stretches
    assert (stretch.start, stretch.end) == (NOON + 66 * SECOND, NOON + 70 * SECOND)
    assert frames(exported(player, stretch)) == 40


def test_without_a_keyframe_before_the_start_it_begins_at_the_next_and_says_so(
    house: House, player: Player, long_film: Film
) -> None:
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(long_film.init)
    for number, piece in enumerate(long_film.pieces(NOON)[:60]):
        writer.fragment(replace(piece, keyframe=number >= 30))
    writer.close()
    found = planned(house, player, NOON + 10 * SECOND, NOON + MINUTE)
    (stretch,) = found.stretches
    assert stretch.start == NOON + 30 * SECOND
    assert found.left_out == (LeftOut(NOON + 10 * SECOND, NOON + 30 * SECOND, Left.NO_KEYFRAME),)


def test_a_keyframe_of_another_connection_begins_nothing(
    house: House, player: Player, film: Film
) -> None:
    """Between it and the start the camera's clock began anew."""
    pieces = [
        *film.pieces(NOON),
        *(replace(one, keyframe=False) for one in film.pieces(NOON + 6 * SECOND)),
    ]
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(film.init)
    for piece in pieces:
        writer.fragment(piece)
    writer.close()
    found = planned(house, player, NOON + 8 * SECOND, NOON + MINUTE)
    assert found.stretches == ()
    assert found.left_out == (LeftOut(NOON + 8 * SECOND, NOON + 12 * SECOND, Left.NO_KEYFRAME),)


@pytest.mark.parametrize(
    ("apart", "why"), [(0, Why.RESTART), (1, Why.RESTART), (3, Why.GAP), (600, Why.GAP)]
)
def test_a_camera_that_was_started_again_gives_a_file_of_its_own(
    house: House, player: Player, film: Film, apart: int, why: Why
) -> None:
    record(house, (NOON, film), (NOON + (6 + apart) * SECOND, film))
    first, second = planned(house, player).stretches
    assert (first.why, second.why) == (Why.BEGINNING, why)
    assert (first.end, second.start) == (NOON + 6 * SECOND, NOON + (6 + apart) * SECOND)
    for one in (first, second):
        data = exported(player, one)
        assert frames(data) == film.frames
        assert samples(data)[0].decoded <= 0.2


def test_a_silence_within_a_connection_gives_a_file_of_its_own(
    house: House, player: Player, long_film: Film
) -> None:
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(long_film.init)
    pieces = long_film.pieces(NOON)
    for piece in pieces[:12] + pieces[40:52]:
        writer.fragment(piece)
    writer.close()
    found = planned(house, player).stretches
    assert [one.why for one in found] == [Why.BEGINNING, Why.GAP]
    assert [frames(exported(player, one)) for one in found] == [120, 120]


def test_another_codec_size_or_sound_gives_a_file_of_its_own(
    house: House, player: Player, film: Film, tmp_path: Path
) -> None:
    wide = make_film(6, audio=False, width=128)
    record(house, (NOON, film), (NOON + 6 * SECOND, wide), (NOON + 12 * SECOND, film))
    found = planned(house, player).stretches
    assert [one.why for one in found] == [Why.BEGINNING, Why.TRACKS, Why.TRACKS]
    said = [probe(exported(player, one), tmp_path) for one in found]
    assert ["audio" in one for one in said] == [True, False, True]


def test_a_file_that_is_large_enough_is_followed_by_another_and_nothing_is_lost(
    house: House, player: Player, long_film: Film
) -> None:
    record(house, (NOON, long_film))
    by_length = planned(house, player, longest=40 * SECOND).stretches
    assert [one.why for one in by_length] == [Why.BEGINNING, *[Why.LENGTH] * 3]
    assert [one.end - one.start for one in by_length] == [40 * SECOND] * 3 + [30 * SECOND]
    assert [one.start for one in by_length[1:]] == [one.end for one in by_length[:-1]]
    pictures = [one.data for each in by_length for one in samples(exported(player, each))]
    whole = long_film.init + b"".join(long_film.fragments)
    assert pictures == [one.data for one in samples(whole)]
    most = 50_000
    by_bytes = planned(house, player, most_bytes=most).stretches
    assert len(by_bytes) > 2
    assert all(one.bytes <= most for one in by_bytes)
    assert sum(one.bytes for one in by_bytes) == sum(map(len, long_film.fragments))


def test_the_picture_is_turned_as_it_is_shown(house: House, player: Player, film: Film) -> None:
    record(house, (NOON, film), orientation=8)
    (turned,) = planned(house, player).stretches
    record(house, (NOON, film), camera=YARD)
    (plain,) = planned(house, player, camera=YARD).stretches
    assert exported(player, turned) != exported(player, plain)
    assert len(exported(player, turned)) == len(exported(player, plain))


def test_a_chunk_that_a_crash_cut_off_gives_what_it_holds(
    house: House, opened: Opened, film: Film
) -> None:
    heavy = replace(film, fragments=tuple(_heavier(one) for one in film.fragments))
    (chunk,) = record(house, (NOON, heavy))
    path = house.path(chunk)
    house.vault.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    house.open().reconcile()
    player = house.vault.playing.player(opened)
    (stretch,) = planned(house, player).stretches
    assert 0 < frames(exported(player, stretch)) < film.frames


def _heavier(fragment: bytes) -> bytes:
    free = 40_000
    return fragment + free.to_bytes(4) + b"free" + bytes(free - 8)


# --- What can stand in no file


def test_what_is_no_film_is_left_out_and_told(house: House, player: Player) -> None:
    house.record(2)
    found = planned(house, player)
    assert found.stretches == ()
    assert found.left_out == (LeftOut(NOON, NOON + 2 * MINUTE, Left.UNREADABLE),)


def test_a_chunk_that_is_gone_or_damaged_is_left_out_and_the_rest_goes_on(
    house: House, player: Player, long_film: Film
) -> None:
    first, second, third = record(house, (NOON, long_film))
    house.path(second).unlink()
    found = planned(house, player)
    assert [one.why for one in found.stretches] == [Why.BEGINNING, Why.LEFT_OUT]
    assert found.left_out == (LeftOut(second.start, second.end, Left.GONE),)
    data = bytearray(house.path(third).read_bytes())
    data[10] ^= 1
    house.path(third).write_bytes(data)
    player.close()
    with house.unlock() as keys:
        found = planned(house, house.vault.playing.player(keys))
    assert [(one.start, one.end) for one in found.stretches] == [(first.start, first.end)]
    assert {one.why for one in found.left_out} == {Left.GONE, Left.DAMAGED}


def test_a_change_within_the_body_is_found_when_it_is_read(
    house: House, player: Player, long_film: Film
) -> None:
    _, second, _ = record(house, (NOON, long_film))
    path = house.path(second)
    data = bytearray(path.read_bytes())
    data[HEADER + (second.bytes - HEADER) // 2] ^= 1
    path.write_bytes(data)
    (stretch,) = planned(house, player).stretches
    with pytest.raises(Unfit) as unfit:
        list(Export(stretch).gather(player))
    assert (unfit.value.chunk, unfit.value.why) == (second.id, Left.DAMAGED)
    again = planned(house, player, unfit={second.id: Left.DAMAGED})
    assert [one.why for one in again.stretches] == [Why.BEGINNING, Why.LEFT_OUT]
    assert [frames(exported(player, one)) for one in again.stretches] == [600, 300]


def test_fragments_that_do_not_fit_their_description_are_found(
    house: House, player: Player, film: Film
) -> None:
    bad = replace(film, fragments=(film.fragments[0], film.fragments[1][:-40], *film.fragments[2:]))
    (chunk,) = record(house, (NOON, bad))
    (stretch,) = planned(house, player).stretches
    with pytest.raises(Unfit) as unfit:
        list(Export(stretch).gather(player))
    assert (unfit.value.chunk, unfit.value.why) == (chunk.id, Left.UNREADABLE)


# --- Twice, from anywhere, and broken off


def test_a_file_is_the_same_every_time_and_from_every_place(
    house: House, opened: Opened, player: Player, long_film: Film
) -> None:
    record(house, (NOON, long_film))
    (stretch,) = planned(house, player).stretches
    data = exported(player, stretch)
    player.close()
    assert exported(house.vault.playing.player(opened), stretch) == data
    film = Export(stretch)
    again = house.vault.playing.player(opened)
    for _ in film.gather(again):
        pass
    for offset in (0, 1, 4000, 30_000, 90_000, len(data) // 2, len(data) - 1, len(data)):
        assert b"".join(film.data(again, offset)) == data[offset:]
        film.forget()
        assert film.cost == 0
        assert b"".join(film.data(again, offset)) == data[offset:]
        for _ in film.gather(again):
            pass


def test_from_the_middle_on_what_lies_before_is_not_read(
    house: House, player: Player, long_film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(house, (NOON, long_film))
    (stretch,) = planned(house, player).stretches
    film = Export(stretch)
    for _ in film.gather(player):
        pass
    asked: list[str] = []
    real = Player.slice

    def counted(self: Player, chunk: str, first: int, after: int) -> object:
        asked.append(chunk)
        return real(self, chunk, first, after)

    monkeypatch.setattr(Player, "slice", counted)
    b"".join(film.data(player, film.size - 10))
    assert asked == [stretch.parts[-1].chunk.id]


def test_a_lock_in_the_midst_breaks_it_off(house: House, player: Player, long_film: Film) -> None:
    record(house, (NOON, long_film))
    (stretch,) = planned(house, player).stretches
    film = Export(stretch)
    gathering = film.gather(player)
    next(gathering)
    player.close()
    with pytest.raises(VaultProblem, match="footage_sealed"):
        list(gathering)


@pytest.mark.parametrize("kept", [True, False])
def test_an_erasure_in_the_midst_breaks_it_off(
    house: House, player: Player, long_film: Film, kept: bool
) -> None:
    chunks = record(house, (NOON, long_film))
    (stretch,) = planned(house, player).stretches
    film = Export(stretch)
    for _ in film.gather(player):
        pass
    if not kept:
        film.forget()
    going = film.data(player)
    next(going)
    house.vault.destroy([chunks[0].slot], ErasureReason.NO_LONGER_NEEDED, house.now)
    with pytest.raises(VaultProblem, match="footage_gone"):
        list(going)


def test_what_is_not_what_was_gathered_is_not_given_out(
    house: House, player: Player, film: Film
) -> None:
    record(house, (NOON, film))
    (stretch,) = planned(house, player).stretches
    other = Export(stretch)
    for _ in other.gather(player):
        pass
    other._media[-1] += 1
    with pytest.raises(VaultProblem, match="footage_damaged"):
        list(other.data(player))
    other.forget()
    other.size += 1
    with pytest.raises(VaultProblem, match="footage_damaged"):
        list(other.data(player))


def test_footage_sealed_to_keys_that_nobody_opened_is_said(house: House, film: Film) -> None:
    record(house, (NOON, film))
    with house.unlock() as keys:
        keys.see_nothing()
        with pytest.raises(VaultProblem, match="footage_sealed"):
            planned(house, house.vault.playing.player(keys))


def test_stills_of_the_span_are_found_chunk_by_chunk(house: House, player: Player) -> None:
    writer = house.vault.writer(YARD, due=house.due)
    for number in range(40):
        writer.still(b"\xff\xd8%d" % number, NOON + number * 5 * SECOND)
    writer.close()
    (stretch,) = planned(
        house, player, NOON + 10 * SECOND, NOON + 3 * MINUTE, camera=YARD
    ).stretches
    assert stretch.kind is Kind.STILL
    assert (stretch.start, stretch.end) == (NOON + 10 * SECOND, NOON + 175 * SECOND)
    found = [
        player.still(part.chunk.id, number)
        for part in stretch.parts
        for number in range(part.first, part.after)
    ]
    assert [one.data for one in found] == [b"\xff\xd8%d" % number for number in range(2, 36)]


def test_an_empty_span_makes_no_file(house: House, player: Player) -> None:
    assert planned(house, player) == Plan((), ())


def test_memory_does_not_grow_with_the_footage(house: House, opened: Opened, film: Film) -> None:
    """Eight times as much footage: what is held meanwhile grows by its tables only."""
    big = replace(film, fragments=tuple(_media_of(one, 400_000) for one in film.fragments))

    def most_held(minutes: int, camera: str) -> tuple[int, int]:
        joiner = Joiner(big.init)
        writer = house.vault.writer(camera, due=house.due)
        writer.start(big.init)
        for number in range(minutes * 6):
            at = NOON + number * 10 * SECOND
            data = joiner.add(big.fragments[number % 6])
            writer.fragment(Fragment(data, at, SECOND, True, at))
        writer.close()
        player = house.vault.playing.player(opened)
        (stretch,) = plan(
            player, house.chunks(camera), NOON, NOON + HOUR, most_bytes=10**10
        ).stretches
        tracemalloc.start()
        try:
            film, size = Export(stretch), 0
            for _ in film.gather(player):
                pass
            for piece in film.data(player):
                size += len(piece)
            assert size == film.size
            return tracemalloc.get_traced_memory()[1], size
        finally:
            tracemalloc.stop()
            player.close()

    small, few = most_held(1, DOOR)
    large, many = most_held(8, YARD)
    assert many > 7 * few > 16_000_000
    assert large - small < 300_000
    assert large < 4_000_000


def _media_of(fragment: bytes, size: int) -> bytes:
    """Make a fragment's media so long: what is added lies behind its samples."""
    at = fragment.index(b"mdat") - 4
    more = size - len(fragment)
    media = int.from_bytes(fragment[at : at + 4]) + more
    return fragment[:at] + media.to_bytes(4) + fragment[at + 4 :] + bytes(more)
