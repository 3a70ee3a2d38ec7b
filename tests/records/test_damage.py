"""Torn writes are mended, anything worse is said; nothing acknowledged is lost in silence."""

from dataclasses import replace
from hashlib import sha256
import multiprocessing
from multiprocessing.connection import Connection
import os
from pathlib import Path
import random
import signal

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.people import Act, Role
from custom_components.kuma_bouhan.records import codec, frame
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    CameraAdded,
    Refusal,
    Routine,
    Stopped,
)
from custom_components.kuma_bouhan.records.book import STEP, Book, BookState
from custom_components.kuma_bouhan.records.frame import FILE_HEADER, FRAME_HEADER
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import NOW, Shelf, enter
from .test_acts import entry

ACTS = (
    CameraAdded(camera="ca" * 16, source="camera.street", settings={"place": "北口"}),
    Routine(hour=NOW),
    Appointed(role=Role.MANAGER, user_id="u", since=NOW, name="熊本花子", title="理事長"),
)


def bounds(path: Path) -> list[int]:
    """Return where each frame begins, and where the last ends."""
    fd = os.open(path, os.O_RDONLY)
    take, offset = frame.reader(fd), FILE_HEADER
    places = [offset]
    try:
        while True:
            offset += frame.read(take, offset).length
            places.append(offset)
    except frame.BadFrame:
        return places
    finally:
        os.close(fd)


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def test_a_torn_last_write_costs_only_its_own_act_at_every_byte(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    whole = shelf.path.read_bytes()
    *_, start, end = bounds(shelf.path)
    for cut in range(start + 1, end):
        overwrite(shelf.path, start, whole[start:cut] + bytes(end - cut))
        book = shelf.open()
        assert (book.state, shelf.folded) == (BookState.REPAIRED, entries[:-1])
        assert 0 < book.lost <= cut - start
        book.close()
        assert not any(shelf.path.read_bytes()[start:])


def test_a_file_cut_off_in_its_last_act_is_mended_and_written_on(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    *_, start, end = bounds(shelf.path)
    os.truncate(shelf.path, (start + end) // 2)
    book = shelf.open()
    assert book.state is BookState.REPAIRED
    added = enter(book, Stopped())
    book.close()
    assert shelf.open().state is BookState.INTACT
    assert shelf.folded == [*entries[:-1], added]


def test_a_file_that_ends_with_its_last_act_is_whole(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    os.truncate(shelf.path, bounds(shelf.path)[-1])
    book = shelf.open()
    assert (book.state, shelf.folded) == (BookState.INTACT, entries)
    assert enter(book, Stopped()).seq == len(entries)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_write_of_which_any_sectors_are_missing_is_mended(
    shelf: Shelf, data: st.DataObject
) -> None:
    shelf.path.unlink(missing_ok=True)
    entries = shelf.filled(*ACTS)
    *_, start, end = bounds(shelf.path)
    sectors = list(range(start // 64 * 64, end, 64))
    missing = data.draw(st.sets(st.sampled_from(sectors), min_size=1))
    for sector in missing:
        first, last = max(sector, start), min(sector + 64, end)
        overwrite(shelf.path, first, bytes(last - first))
    book = shelf.open()
    state = BookState.INTACT if len(missing) == len(sectors) else BookState.REPAIRED
    assert (book.state, shelf.folded) == (state, entries[:-1])
    book.close()


def test_every_flipped_bit_is_caught(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    places = bounds(shelf.path)
    os.truncate(shelf.path, places[-1] + 100)
    whole = shelf.path.read_bytes()
    for bit in range(places[-1] * 8):
        place = bit // 8
        overwrite(shelf.path, place, bytes([whole[place] ^ 1 << bit % 8]))
        book = shelf.open()
        book.close()
        if place < FILE_HEADER:
            expected = (BookState.DAMAGED, entries)
        else:
            before = sum(end <= place for end in places[1:])
            last = before == len(entries) - 1
            state = BookState.REPAIRED if last else BookState.DAMAGED
            expected = (state, entries[:before])
        assert (book.state, shelf.folded) == expected, place
        overwrite(shelf.path, 0, whole[: places[-1]])


def test_a_stray_byte_behind_the_last_act_is_noticed(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    overwrite(shelf.path, STEP - 5, b"x")
    assert shelf.open().state is BookState.REPAIRED
    assert shelf.folded == entries


def test_a_damaged_book_is_read_to_the_damage_and_left_as_it_is(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    overwrite(shelf.path, bounds(shelf.path)[1] + 100, b"?")
    damaged = shelf.path.read_bytes()
    book = shelf.open()
    assert (book.state, shelf.folded, book.size) == (BookState.DAMAGED, entries[:1], 1)
    assert book.damage == f"hash, byte {bounds(shelf.path)[1]}"
    assert not book.writable
    with pytest.raises(BookProblem, match="book_read_only"):
        enter(book, Stopped())
    assert list(book.entries()) == entries[:1]
    book.close()
    assert shelf.path.read_bytes() == damaged


def test_a_book_with_a_damaged_header_and_a_torn_end_is_left_as_it_is(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    overwrite(shelf.path, 3, b"?")
    overwrite(shelf.path, bounds(shelf.path)[-1] - 1, b"\0")
    damaged = shelf.path.read_bytes()
    book = shelf.open()
    assert (book.state, shelf.folded) == (BookState.DAMAGED, entries[:-1])
    assert book.damage == "file header, byte 0"
    assert shelf.path.read_bytes() == damaged


def test_what_never_was_a_book_is_damaged_not_new(shelf: Shelf) -> None:
    for content in (b"", b"shopping list", bytes(STEP)):
        shelf.path.write_bytes(content)
        book = shelf.open()
        assert (book.state, shelf.folded, book.writable) == (BookState.DAMAGED, [], False)
        book.close()
        assert shelf.path.read_bytes() == content


def test_acts_taken_out_doubled_or_swapped_are_damage(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS, Stopped())
    whole = shelf.path.read_bytes()
    a, b, c, d, end = bounds(shelf.path)
    frames = [whole[a:b], whole[b:c], whole[c:d], whole[d:end]]
    for order in ([0, 2, 3], [0, 1, 1, 2, 3], [0, 2, 1, 3], [0, 1, 3]):
        data = whole[:a] + b"".join(frames[n] for n in order)
        shelf.path.write_bytes(data + bytes(STEP))
        book = shelf.open()
        same = next(n for n, m in enumerate(order) if n != m)
        assert (book.state, shelf.folded) == (BookState.DAMAGED, entries[:same])
        assert book.damage is not None
        assert "instead of" in book.damage
        book.close()


def test_an_act_that_is_blanked_out_is_damage_when_others_follow(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    _, b, c, _ = bounds(shelf.path)
    overwrite(shelf.path, b, bytes(c - b))
    book = shelf.open()
    assert (book.state, shelf.folded) == (BookState.DAMAGED, entries[:1])


def test_two_damaged_acts_at_the_end_do_not_pass_for_one_torn_write(shelf: Shelf) -> None:
    entries = shelf.filled(*ACTS)
    _, b, c, _ = bounds(shelf.path)
    overwrite(shelf.path, b + FRAME_HEADER, b"?")
    overwrite(shelf.path, c, b"?")
    book = shelf.open()
    assert (book.state, shelf.folded) == (BookState.DAMAGED, entries[:1])


def test_text_that_is_no_entry_is_damage_though_its_hash_is_right(shelf: Shelf) -> None:
    shelf.filled()
    data, _, _ = frame.build(b"[]", None, salt=bytes(16))
    overwrite(shelf.path, FILE_HEADER, data)
    book = shelf.open()
    assert book.state is BookState.DAMAGED
    assert book.damage == f"TypeError, byte {FILE_HEADER}"


def test_a_disk_that_cannot_be_read_is_damage(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.filled(*ACTS)
    real = os.pread

    def pread(fd: int, size: int, offset: int) -> bytes:
        if offset:
            raise OSError(5, "Input/output error")
        return real(fd, size, offset)

    monkeypatch.setattr(os, "pread", pread)
    book = shelf.open()
    assert (book.state, book.damage) == (BookState.DAMAGED, "OSError, byte 64")


def test_a_tail_that_cannot_be_read_or_mended_is_damage(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = shelf.filled(*ACTS)
    overwrite(shelf.path, bounds(shelf.path)[-1] - 1, b"\0")

    def pwrite(fd: int, data: bytes, offset: int) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "pwrite", pwrite)
    book = shelf.open()
    assert (book.state, shelf.folded) == (BookState.DAMAGED, entries[:-1])


def test_a_book_that_changes_under_us_is_said_when_read(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, ACTS[0])
    overwrite(shelf.path, FILE_HEADER + FRAME_HEADER, b"?")
    with pytest.raises(BookProblem, match="book_unreadable"):
        list(book.entries())


def erase_first(path: Path, *, rest: bool) -> None:
    """Overwrite the first act's personal part: its mark, and then the rest of it."""
    data = path.read_bytes()
    publics, personals = (int.from_bytes(data[FILE_HEADER + n :][:4]) for n in (4, 8))
    mark = FILE_HEADER + FRAME_HEADER + publics
    overwrite(path, mark, bytes([frame.ERASED]) + (bytes(personals - 1) if rest else b""))


@pytest.mark.parametrize("rest", [True, False])
def test_an_overwritten_personal_part_leaves_tree_and_book_whole(shelf: Shelf, rest: bool) -> None:
    entries = shelf.filled(*ACTS)
    before = shelf.open()
    root = before.root()
    before.close()
    erase_first(shelf.path, rest=rest)
    book = shelf.open()
    assert (book.state, book.root()) == (BookState.INTACT, root)
    first = shelf.folded[0]
    assert first.erased
    assert first.act == CameraAdded(camera="ca" * 16, source="", settings={})
    assert shelf.folded[1:] == entries[1:]
    assert list(book.entries()) == shelf.folded
    assert b"camera.street" not in shelf.path.read_bytes()  # finished where a stop came between


def test_the_leaf_commits_to_the_personal_part_without_holding_it() -> None:
    public, personal = codec.encode(entry(ACTS[0]))
    assert personal is not None
    data, leaf, _ = frame.build(public, personal, salt=b"s" * 16)
    commitment = sha256(b"s" * 16 + personal).digest()
    assert leaf == sha256(b"\0" + public + commitment).digest()
    _, other, _ = frame.build(public, personal, salt=b"t" * 16)
    assert other != leaf
    read = frame.read(lambda offset, size: data[offset : offset + size], 0)
    assert (read.public, read.personal, read.leaf) == (public, personal, leaf)
    assert (read.salt, read.commitment) == (b"s" * 16, commitment)


def test_a_signature_stands_beside_the_leaf_and_is_checked(shelf: Shelf) -> None:
    shelf.filled()
    public, personal = codec.encode(replace(entry(ACTS[0]), seq=0), signed=True)
    signed = b"k" * 32 + b"s" * 64
    data, leaf, _ = frame.build(public, personal, salt=bytes(16), sign=lambda _leaf: signed)
    assert frame.build(public, personal, salt=bytes(16))[1] == leaf
    overwrite(shelf.path, FILE_HEADER, data)
    shelf.open().close()
    assert shelf.folded[0].signature == signed
    overwrite(shelf.path, FILE_HEADER + len(data) - 1, b"!")
    assert shelf.open().state is BookState.REPAIRED


def test_a_signature_of_another_length_is_never_written() -> None:
    with pytest.raises(ValueError, match="signature"):
        frame.build(b"{}", None, salt=bytes(16), sign=lambda _leaf: b"signed")


def append_for_ever(path: Path, acknowledge: Connection) -> None:
    """Append until killed, telling each act once it is durable."""
    book = Book.open(path, fold=lambda _: None)
    while True:
        act = Refusal(act=Act.ERASE, key="role_needed" * (book.size % 60), count=book.size)
        acknowledge.send(enter(book, act).seq)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_no_acknowledged_act_is_lost_when_the_process_is_killed(shelf: Shelf) -> None:
    shelf.filled()
    rng = random.Random(2026)
    context = multiprocessing.get_context("fork")
    acknowledged = -1
    for _ in range(12):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=append_for_ever, args=(shelf.path, theirs))
        process.start()
        theirs.close()
        for _ in range(rng.randrange(1, 60)):
            acknowledged = ours.recv()
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        try:
            while True:
                acknowledged = ours.recv()
        except EOFError:
            process.join()
        book = shelf.open()
        assert book.state in {BookState.INTACT, BookState.REPAIRED}
        assert acknowledged < book.size <= acknowledged + 2
        assert [
            found.act.count for found in shelf.folded if isinstance(found.act, Refusal)
        ] == list(range(book.size))
        book.close()
