"""Playing gives what was recorded, only to whom may see it, and lets go at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
import os
from pathlib import Path
import threading

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import playing as playing_module
from custom_components.kuma_bouhan.vault.chunk import HEADER, TRAILER, Fragment, Trailer
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.playing import Player, Playing
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.table import JOINS, MAGIC, UNKNOWN, Table

from .conftest import CHEAP, PASSPHRASE, Film, House
from .pieces import DAY, HOUR, MINUTE, NOON, SECOND, YARD, open_apart, piece

SEGMENT = 16 * 1024


@pytest.fixture
def opened(house: House) -> Iterator[Opened]:
    """Open the vault."""
    with house.unlock() as keys:
        yield keys


@pytest.fixture
def player(house: House, opened: Opened) -> Player:
    """Play from the house's vault."""
    return house.vault.playing.player(opened)


def played(player: Player, chunk: ChunkFacts, first: int, after: int) -> bytes:
    part = player.slice(chunk.id, first, after)
    found = []
    while pieces := part.read():
        assert sum(map(len, pieces)) <= playing_module.PIECE
        found += pieces
    assert sum(map(len, found)) == part.size
    return b"".join(found)


def of_size(house: House, *sizes: int) -> tuple[ChunkFacts, list[Fragment]]:
    """Record fragments of these sizes, one a second, as one chunk."""
    pieces = [
        Fragment(os.urandom(size), NOON + at * SECOND, SECOND, at % 2 == 0, NOON)
        for at, size in enumerate(sizes)
    ]
    before = {chunk.id for chunk in house.chunks()}
    writer = house.writer()
    for one in pieces:
        writer.fragment(one)
    writer.close()
    (chunk,) = (chunk for chunk in house.chunks() if chunk.id not in before)
    return chunk, pieces


def without_table(path: Path) -> None:
    """Make a chunk one of those that were written before there were tables."""
    data = path.read_bytes()
    trailer = Trailer.decode(data[-TRAILER:], len(data))
    assert trailer is not None and trailer.table
    path.write_bytes(data[: HEADER + trailer.body] + replace(trailer, table=0).encode())


# --- The table


def test_a_table_says_what_stands_where(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, 10, 20_000, 300_000)
    table = player.table(chunk.id)
    assert [(one.size, one.start, one.end, one.keyframe) for one in table.pieces] == [
        (len(one.data), one.start, one.end, one.keyframe) for one in pieces
    ]
    assert player.init(chunk.id).data == b"tracks"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=8))
def test_walking_through_the_body_finds_what_the_table_says(house: House, sizes: list[int]) -> None:
    chunk, _ = of_size(house, *sizes)
    with house.unlock() as opened:
        written = house.vault.playing.player(opened).table(chunk.id)
        without_table(house.path(chunk))
        assert house.vault.playing.player(opened).table(chunk.id) == written


def test_a_table_tells_nobody_else_how_much_there_was(house: House) -> None:
    quiet, _ = of_size(house, *[100] * 20)
    house.path(quiet).rename(house.folder / "quiet")
    busy, _ = of_size(house, *[9_000] * 20)
    tables = []
    for path in (house.folder / "quiet", house.path(busy)):
        data = path.read_bytes()
        trailer = Trailer.decode(data[-TRAILER:], len(data))
        assert trailer is not None
        table = data[HEADER + trailer.body : -TRAILER]
        assert len(table) == trailer.table
        assert table.count(bytes(4)) == 0  # numbers in plain would have many
        tables.append(table)
    assert len(tables[0]) == len(tables[1])


def test_a_table_that_was_tampered_with_is_not_believed(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, 5_000, 6_000)
    path = house.path(chunk)
    data = bytearray(path.read_bytes())
    data[-TRAILER - 20] ^= 1
    path.write_bytes(data)
    assert len(player.table(chunk.id).pieces) == 2
    assert played(player, chunk, 1, 2) == pieces[1].data


@pytest.mark.parametrize("data", [b"", b"x" * 30, b"\2" + bytes(51), Table().encode() + b"x"])
def test_what_is_no_table_is_none(data: bytes) -> None:
    assert Table.decode(data) is None


def test_a_chunk_that_was_cut_off_anywhere_plays_what_it_holds(
    house: House, opened: Opened
) -> None:
    chunk, pieces = of_size(house, *[9_000] * 6)
    path = house.path(chunk)
    data = path.read_bytes()
    body = data.rfind(MAGIC)
    for size in [*range(HEADER + 1, body, 2_777), *range(body - 20, len(data), 37)]:
        path.write_bytes(data[:size])
        contents = house.vault.read(opened, chunk, now=house.now)
        player = house.vault.playing.player(opened)
        table = player.table(chunk.id)
        assert len(table.pieces) == len(contents.fragments)
        if contents.fragments:
            whole = b"".join(one.data for one in pieces[: len(table.pieces)])
            assert played(player, chunk, 0, 9) == whole
            assert player.init(chunk.id).data == b"tracks"
        if size >= body:
            assert len(table.pieces) == 6
        player.close()


def test_zeros_after_a_power_cut_cost_the_tail_only(house: House, player: Player) -> None:
    (chunk,) = house.record(1)
    path = house.path(chunk)
    data = path.read_bytes()
    path.write_bytes(data[:120_000] + bytes(len(data) - 120_000))
    assert len(player.table(chunk.id).pieces) == 2
    assert played(player, chunk, 0, 2) == piece(NOON).data + piece(NOON + 10 * SECOND).data


def test_many_tables_are_opened_at_once_without_what_cannot_be_played(
    house: House, player: Player
) -> None:
    chunks = house.record(4)
    house.path(chunks[0]).unlink()
    house.path(chunks[2]).write_bytes(b"nothing")
    asked = [*chunks, chunks[3]._replace(id="f" * 32)]
    tables = player.tables(asked)
    assert [table is None for table in tables] == [True, False, True, False, True]
    assert tables[1] == player.table(chunks[1].id)
    assert player.tables([]) == []
    assert player.tables(chunks[1:2]) == tables[1:2]  # kept
    player.close()
    with pytest.raises(VaultProblem, match="footage_sealed"):
        player.tables(asked)


# --- Joining


def test_decode_times_say_what_joins(house: House, player: Player, film: Film) -> None:
    writer = house.writer()
    writer.start(film.init)
    for one in film.pieces(NOON):
        writer.fragment(one)
    writer.cut()
    # The same connection begins its film anew: the camera's clock went back.
    for one in film.pieces(NOON + MINUTE):
        writer.fragment(one)
    writer.close()
    first, second = (player.table(chunk.id) for chunk in house.chunks())
    times = [one.decoded for one in first.pieces]
    assert UNKNOWN not in times and times == sorted(times)
    ends = [one.decoded + one.lasts for one in first.pieces]
    assert all(abs(a - b) <= JOINS for a, b in zip(ends, times[1:], strict=False))
    assert abs(second.pieces[0].decoded - ends[-1]) > JOINS
    assert first.digest == second.digest


def test_tracks_and_orientation_have_a_digest(house: House, player: Player, film: Film) -> None:
    writer = house.writer()
    for number, (init, orientation) in enumerate([(film.init, 1), (film.init, 6), (b"x", 1)]):
        writer.start(init, orientation=orientation)
        writer.fragment(piece(NOON + number * MINUTE))
    writer.close()
    tables = [player.table(chunk.id) for chunk in house.chunks()]
    assert len({table.digest for table in tables}) == 3
    assert [table.orientation for table in tables] == [1, 6, 1]
    assert tables[2].pieces[0].decoded == UNKNOWN


def test_walking_finds_decode_times_too(house: House, opened: Opened, film: Film) -> None:
    writer = house.writer()
    writer.start(film.init, orientation=8)
    for one in film.pieces(NOON):
        writer.fragment(one)
    writer.close()
    (chunk,) = house.chunks()
    written = house.vault.playing.player(opened).table(chunk.id)
    without_table(house.path(chunk))
    assert house.vault.playing.player(opened).table(chunk.id) == written


# --- Slices


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(st.integers(0, 300), st.integers(SEGMENT - 99, SEGMENT + 99), st.just(270_000)),
        min_size=1,
        max_size=7,
    ),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=6),
)
def test_a_slice_is_what_was_recorded_whatever_was_asked_before(
    house: House, sizes: list[int], asked: list[tuple[int, int]]
) -> None:
    chunk, pieces = of_size(house, *sizes)
    with house.unlock() as opened:
        player = house.vault.playing.player(opened)
        for first, after in asked:
            wanted = b"".join(one.data for one in pieces[first:after])
            assert played(player, chunk, first, after) == wanted
        player.close()
    assert house.vault.playing.bytes == 0


def test_slices_that_follow_one_another_are_decrypted_once(
    house: House, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk, _ = of_size(house, *[200_000] * 12)
    read: list[int] = []
    real = os.pread

    def counted(file: int, size: int, offset: int) -> bytes:
        data = real(file, size, offset)
        read.append(len(data))
        return data

    monkeypatch.setattr(os, "pread", counted)
    player.init(chunk.id)
    for number in range(6):
        played(player, chunk, 2 * number, 2 * number + 2)
    assert max(read) <= 256 * 1024
    assert sum(read) < chunk.bytes + 2_000


def test_a_long_fragment_comes_in_bounded_pieces(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, 3_500_000)
    part = player.slice(chunk.id, 0, 1)
    sizes = []
    while found := part.read():
        sizes.append(sum(map(len, found)))
    assert sizes == [1_048_576, 1_048_576, 1_048_576, 3_500_000 - 3 * 1_048_576]
    assert played(player, chunk, 0, 1) == pieces[0].data


def test_many_players_share_what_is_kept_and_none_is_harmed(house: House, opened: Opened) -> None:
    chunks = [of_size(house, *[50_000] * 10) for _ in range(4)]
    small = Playing(house.vault._parts, limit=60_000)
    wrong: list[int] = []

    def play(number: int) -> None:
        player = small.player(opened)
        for turn in range(12):
            chunk, pieces = chunks[(number + turn) % 4]
            first = (number + turn) % 9
            if played(player, chunk, first, first + 2) != b"".join(
                one.data for one in pieces[first : first + 2]
            ):
                wrong.append(number)
        player.close()

    threads = [threading.Thread(target=play, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert small.bytes == 0


def test_what_is_kept_stays_within_its_limit(house: House, opened: Opened) -> None:
    chunks = house.record(20, size=400)
    small = Playing(house.vault._parts, limit=25_000)
    player = small.player(opened)
    for chunk in chunks:
        played(player, chunk, 0, 1)
        assert small.bytes <= 50_000  # what is in use at this moment beside it
    player.table(chunks[0].id)
    assert 0 < small.bytes <= 25_000


# --- Stills


def stills(house: House, count: int = 4) -> ChunkFacts:
    before = {chunk.id for chunk in house.chunks()}
    writer = house.writer()
    for number in range(count):
        writer.still(b"\xff\xd8" + bytes([number]) * 500, NOON + number * SECOND)
    writer.close()
    (chunk,) = (chunk for chunk in house.chunks() if chunk.id not in before)
    return chunk


def test_stills_are_found_and_shown_one_by_one(house: House, opened: Opened) -> None:
    chunk = stills(house)
    player = house.vault.playing.player(opened)
    table = player.table(chunk.id)
    assert [one.start for one in table.pieces] == [NOON + number * SECOND for number in range(4)]
    assert [player.still(chunk.id, number).data[2] for number in range(4)] == [0, 1, 2, 3]
    without_table(house.path(chunk))
    assert house.vault.playing.player(opened).table(chunk.id) == table


@pytest.mark.parametrize("number", [-1, 4, 10**9])
def test_a_still_that_is_not_there_is_gone(house: House, player: Player, number: int) -> None:
    chunk = stills(house)
    with pytest.raises(VaultProblem, match="footage_gone"):
        player.still(chunk.id, number)


def test_a_film_has_no_stills_and_stills_no_tracks(house: House, player: Player) -> None:
    chunk, _ = of_size(house, 100)
    with pytest.raises(VaultProblem, match="footage_gone"):
        player.still(chunk.id, 0)
    with pytest.raises(VaultProblem, match="footage_damaged"):
        player.init(stills(house).id)


def test_a_still_that_was_tampered_with_is_refused(house: House, player: Player) -> None:
    chunk = stills(house)
    path = house.path(chunk)
    data = bytearray(path.read_bytes())
    data[HEADER + 100] ^= 1
    path.write_bytes(data)
    with pytest.raises(VaultProblem, match="footage_damaged"):
        player.still(chunk.id, 0)
    assert player.still(chunk.id, 1).data[2] == 1


def test_stills_that_were_cut_off_show_what_is_whole(house: House, opened: Opened) -> None:
    chunk = stills(house)
    path = house.path(chunk)
    data = path.read_bytes()
    path.write_bytes(data[: HEADER + 1_500])
    player = house.vault.playing.player(opened)
    assert len(player.table(chunk.id).pieces) == 2
    path.write_bytes(data[: HEADER + 100] + b"\1" + data[HEADER + 101 : HEADER + 1_500])
    assert house.vault.playing.player(opened).table(chunk.id).pieces == ()


# --- Who may see, and until when


def test_an_erased_slot_is_gone_in_the_midst_of_a_slice(house: House, player: Player) -> None:
    chunk, _ = of_size(house, *[900_000] * 3)
    part = player.slice(chunk.id, 0, 3)
    assert part.read()
    house.destroy(chunk.slot)
    assert house.vault.playing.bytes == 0
    with pytest.raises(VaultProblem, match="footage_gone"):
        part.read()
    with pytest.raises(VaultProblem, match="footage_gone"):
        player.table(chunk.id)


def test_erasing_part_of_an_hour_lets_go_of_what_it_erased(house: House, player: Player) -> None:
    chunks = house.record(3)
    parts = [player.slice(chunk.id, 0, 2) for chunk in chunks]
    house.vault.erase_span(
        chunks[0].camera,
        NOON + 70 * SECOND,
        NOON + 80 * SECOND,
        reason=ErasureReason.NO_LONGER_NEEDED,
        at=house.now,
    )
    assert parts[0].read() and parts[2].read()
    with pytest.raises(VaultProblem, match="footage_gone"):
        parts[1].read()


def test_a_key_that_is_not_proved_destroyed_serves_nobody(
    house: House, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk, _ = of_size(house, 900_000)
    part = player.slice(chunk.id, 0, 1)

    def refuse(*_: object) -> None:
        raise OSError(5, "io")

    with monkeypatch.context() as broken:
        broken.setattr(os, "pwrite", refuse)
        assert house.destroy(chunk.slot).unconfirmed
    with pytest.raises(VaultProblem, match="footage_gone"):
        part.read()


def test_what_is_over_is_shown_no_more_though_nothing_erased_it(
    house: House, player: Player
) -> None:
    chunk, _ = of_size(house, *[900_000] * 2)
    part = player.slice(chunk.id, 0, 2)
    assert part.read()
    house.now += 7 * DAY + 2 * HOUR
    with pytest.raises(VaultProblem, match="footage_gone"):
        part.read()
    with pytest.raises(VaultProblem, match="footage_gone"):
        player.init(chunk.id)
    house.vault.playing.review()
    assert house.vault.playing.bytes == 0


def test_a_tombstone_that_comes_while_a_piece_is_decrypted_wins(
    house: House, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk, _ = of_size(house, 900_000)
    part = player.slice(chunk.id, 0, 1)
    real = os.pread

    def erased_meanwhile(file: int, size: int, offset: int) -> bytes:
        monkeypatch.setattr(os, "pread", real)
        house.destroy(chunk.slot)
        return real(file, size, offset)

    monkeypatch.setattr(os, "pread", erased_meanwhile)
    with pytest.raises(VaultProblem, match="footage_gone"):
        part.read()


@pytest.mark.parametrize("how", ["player", "keys", "vault"])
def test_whoever_lets_go_is_shown_nothing_more(
    house: House, opened: Opened, player: Player, how: str
) -> None:
    chunk, _ = of_size(house, *[900_000] * 2)
    part = player.slice(chunk.id, 0, 2)
    assert part.read()
    {"player": player, "keys": opened, "vault": house.vault.playing}[how].close()  # type: ignore[attr-defined]
    assert player.is_closed
    for ask in (
        part.read,
        lambda: player.table(chunk.id),
        lambda: player.init(chunk.id),
        lambda: player.slice(chunk.id, 0, 1),
        lambda: player.still(chunk.id, 0),
    ):
        with pytest.raises(VaultProblem, match="footage_sealed"):
            ask()
    house.vault.playing.review()
    assert house.vault.playing.bytes == 0


def test_a_player_closed_while_it_decrypts_keeps_nothing(
    house: House, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk, _ = of_size(house, 900_000)
    real = os.pread

    def closed_meanwhile(file: int, size: int, offset: int) -> bytes:
        player.close()
        return real(file, size, offset)

    monkeypatch.setattr(os, "pread", closed_meanwhile)
    with pytest.raises(VaultProblem, match="footage_sealed"):
        player.table(chunk.id)
    assert house.vault.playing.bytes == 0


def test_footage_that_moved_to_another_slot_goes_on_playing(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, *[900_000] * 2)
    part = player.slice(chunk.id, 0, 2)
    found = part.read()
    held = open_apart(house.vault, chunk.camera, chunk.start, house.now + 99 * DAY)
    house.vault.rewrap([chunk.id], held)
    house.destroy(chunk.slot)
    while more := part.read():
        found += more
    assert b"".join(found) == pieces[0].data + pieces[1].data
    house.vault.sweep()
    house.reopen()
    with house.unlock() as opened:
        again = house.vault.playing.player(opened)
        assert played(again, house.chunks()[0], 0, 2) == pieces[0].data + pieces[1].data


def test_keys_of_another_epoch_open_nothing(house: House, opened: Opened) -> None:
    from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
    from custom_components.kuma_bouhan.vault.sealing import NewHolder

    house.vault.keys.begin_epoch(
        NewHolder("other", PASSPHRASE), new_recovery_code(), now=house.now, cost=CHEAP
    )
    chunk, _ = of_size(house, 100)
    with pytest.raises(VaultProblem, match="footage_sealed"):
        house.vault.playing.player(opened).table(chunk.id)


def test_a_chunk_that_is_not_there_is_gone(house: House, player: Player) -> None:
    chunk, _ = of_size(house, 100)
    house.path(chunk).unlink()
    for id_ in (chunk.id, "f" * 32):
        with pytest.raises(VaultProblem, match="footage_gone"):
            player.table(id_)


def test_a_chunk_in_the_place_of_another_is_refused(house: House, player: Player) -> None:
    (one,) = house.record(1)
    (other,) = house.record(1, camera=YARD)
    house.path(one).write_bytes(house.path(other).read_bytes())
    with pytest.raises(VaultProblem, match="footage_damaged"):
        player.table(one.id)


def test_a_body_that_was_tampered_with_is_refused(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, *[50_000] * 3)
    path = house.path(chunk)
    data = bytearray(path.read_bytes())
    data[HEADER + 70_000] ^= 1
    path.write_bytes(data)
    assert played(player, chunk, 0, 1) == pieces[0].data
    with pytest.raises(VaultProblem, match="footage_damaged"):
        played(player, chunk, 1, 2)


def test_a_chunk_is_known_by_its_id_as_long_as_it_may_be_shown(house: House) -> None:
    (chunk,) = house.record(1)
    assert house.vault.chunk(chunk.id, now=house.now) == chunk
    with pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.chunk(chunk.id, now=house.now + timedelta(days=8))
    with pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.chunk("f" * 32, now=house.now)


# --- What is kept


def test_a_stream_that_waits_keeps_what_is_left_over_and_nothing_that_was_handed_out(
    house: House, player: Player
) -> None:
    chunk, _ = of_size(house, *[240_000] * 4)
    for first in range(3):
        played(player, chunk, first, first + 1)
        with house.vault.playing.use(player, chunk.id) as held:
            (stream,) = held.streams
            assert len(stream._pending.obj) <= 16 * 1024  # type: ignore[arg-type]


def test_a_chunk_that_was_read_to_its_end_is_let_go(house: House, player: Player) -> None:
    chunk, pieces = of_size(house, 50_000)
    assert played(player, chunk, 0, 1) == pieces[0].data
    assert house.vault.playing.bytes > 0
    player.forget(chunk.id)
    assert house.vault.playing.bytes == 0
    player.forget(chunk.id)
    with house.vault.playing.use(player, chunk.id):
        player.forget(chunk.id)
        assert house.vault.playing.bytes > 0
