"""The book: durable, in one sequence, by one process at a time."""

from datetime import timedelta
import os
from pathlib import Path
import resource
from threading import Thread

import pytest

from custom_components.kuma_bouhan.records import book as book_module
from custom_components.kuma_bouhan.records.acts import (
    CameraAdded,
    PurgeAsked,
    Routine,
    Started,
    Stopped,
)
from custom_components.kuma_bouhan.records.book import RESERVE, STEP, BookState
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.merkle import EMPTY_ROOT
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.records.routine import HourOfCamera

from .conftest import NOW, SITE, TOKYO, Shelf, enter

ADDED = CameraAdded(camera="ca" * 16, source="camera.street", settings={"place": "北口"})


def big(size: int) -> Routine:
    """Return an act of about `size` bytes that does not deflate."""
    roots = [os.urandom(32).hex() for _ in range(size // 40)]
    return Routine(hour=NOW, chunks=[HourOfCamera("c", 1, 1, NOW, NOW, root) for root in roots])


def test_a_new_book_is_empty_and_private(shelf: Shelf) -> None:
    book = shelf.create()
    assert (book.state, book.size, book.site) == (BookState.INTACT, 0, SITE)
    assert book.root() == EMPTY_ROOT
    assert shelf.path.stat().st_mode & 0o777 == 0o600
    assert shelf.path.stat().st_size == STEP
    assert [path.name for path in shelf.path.parent.iterdir()] == ["book"]


def test_what_was_appended_is_there_after_opening_again(shelf: Shelf) -> None:
    book = shelf.create()
    order = enter(book, ADDED, phase=Phase.ORDERED)
    done = enter(book, ADDED, order=order.seq, at=NOW + timedelta(seconds=1))
    root = book.root()
    book.close()
    again = shelf.open()
    assert shelf.folded == [order, done]
    assert (again.size, again.root(), again.site) == (2, root, SITE)
    assert (again.state, again.damage, again.lost) == (BookState.INTACT, None, 0)
    assert done.local == "2026-11-23T12:04:06.678901+09:00"
    assert (done.seq, done.order, done.act) == (1, 0, ADDED)


def test_entries_are_read_from_anywhere_in_the_book(shelf: Shelf) -> None:
    book = shelf.create()
    written = [enter(book, PurgeAsked(slots=n)) for n in range(10)]
    assert list(book.entries()) == written
    assert list(book.entries(3, 5)) == written[3:5]
    assert list(book.entries(8, 99)) == written[8:]
    assert list(book.entries(10)) == []


def test_a_moment_is_kept_in_utc_whatever_zone_it_comes_in(shelf: Shelf) -> None:
    entry = enter(
        shelf.create(), Started(software="1", chunks=0, overdue=0), at=NOW.astimezone(TOKYO)
    )
    assert entry.at == NOW
    assert entry.at.utcoffset() == timedelta(0)


def test_a_book_is_never_begun_over_another(shelf: Shelf) -> None:
    entries = shelf.filled(ADDED)
    with pytest.raises(BookProblem, match="book_exists"):
        shelf.create()
    shelf.open()
    assert shelf.folded == entries


def test_what_a_crash_left_of_a_beginning_is_begun_anew(shelf: Shelf) -> None:
    shelf.path.with_name("book.new").write_bytes(b"half a header" + bytes(STEP * 2))
    enter(shelf.create(), ADDED)
    assert [path.name for path in shelf.path.parent.iterdir()] == ["book"]


def test_a_missing_book_is_said_and_not_made(shelf: Shelf) -> None:
    with pytest.raises(BookProblem, match="book_missing"):
        shelf.open()
    assert not shelf.path.exists()


def test_a_book_where_no_file_can_be_is_said(shelf: Shelf) -> None:
    shelf.path.mkdir()
    with pytest.raises(BookProblem, match="book_not_writable"):
        shelf.open()
    nowhere = Shelf(shelf.path / "none" / "book")
    with pytest.raises(BookProblem, match="book_missing"):
        nowhere.create()


def test_only_one_may_have_the_book_open(shelf: Shelf) -> None:
    book = shelf.create()
    with pytest.raises(BookProblem, match="book_in_use"):
        shelf.open()
    book.close()
    shelf.open()


def test_a_book_of_a_newer_format_is_left_alone(shelf: Shelf) -> None:
    shelf.filled(ADDED)
    data = bytearray(shelf.path.read_bytes())
    data[9] = 2
    data[60:64] = book_module.frame.crc32(bytes(data[:60])).to_bytes(4)
    shelf.path.write_bytes(data)
    with pytest.raises(BookProblem, match="book_version"):
        shelf.open()
    assert shelf.path.read_bytes() == data


def test_a_closed_book_neither_reads_nor_writes(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, ADDED)
    book.close()
    book.close()
    assert not book.writable
    with pytest.raises(BookProblem, match="book_closed"):
        enter(book, ADDED)
    with pytest.raises(BookProblem, match="book_closed"):
        list(book.entries())


def test_appends_from_many_threads_make_one_sequence(shelf: Shelf) -> None:
    book = shelf.create()
    returned: list[Entry] = []

    def work(name: int) -> None:
        returned.extend(enter(book, PurgeAsked(slots=name)) for _ in range(40))

    threads = [Thread(target=work, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    root = book.root()
    book.close()
    again = shelf.open()
    assert [entry.seq for entry in shelf.folded] == list(range(320))
    assert shelf.folded == sorted(returned, key=lambda entry: entry.seq)
    assert (again.root(), again.state) == (root, BookState.INTACT)


def test_an_act_needs_no_new_space_until_the_reserve_is_touched(shelf: Shelf) -> None:
    book = shelf.create()
    written = []
    while shelf.path.stat().st_size == STEP:
        written.append(enter(book, big(8000)))
        assert STEP - book._end >= RESERVE or shelf.path.stat().st_size > STEP
    assert shelf.path.stat().st_size == 2 * STEP
    book.close()
    shelf.open()
    assert shelf.folded == written


def test_an_act_larger_than_a_step_finds_its_room(shelf: Shelf) -> None:
    entries = shelf.filled(big(3 * STEP), Stopped())
    assert shelf.open().state is BookState.INTACT
    assert shelf.folded == entries


def test_an_act_without_measure_is_refused(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    book = shelf.create()
    monkeypatch.setattr(book_module.frame, "LONGEST", 1000)
    with pytest.raises(ValueError, match="too long"):
        enter(book, big(2000))
    assert enter(book, Stopped()).seq == 0


@pytest.fixture
def no_growth() -> object:
    """Let no file of this process grow beyond one step, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (STEP, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_the_book_lives_on_its_reserve_and_then_says_so(
    shelf: Shelf, no_growth: object
) -> None:
    book = shelf.create()
    written = []
    while STEP - book._end > 6000:
        written.append(enter(book, big(4000)))
    with pytest.raises(BookProblem, match="book_full"):
        enter(book, big(8000))
    assert shelf.path.stat().st_size == STEP
    written.append(enter(book, Stopped()))  # what still fits is still taken
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    written.append(enter(book, big(4000)))  # and all of it once there is room again
    book.close()
    assert shelf.open().state is BookState.INTACT
    assert shelf.folded == written


def test_no_room_for_a_new_book_leaves_nothing_behind(shelf: Shelf) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(BookProblem, match="book_full"):
            shelf.create()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(shelf.path.parent.iterdir()) == []


def test_a_failed_write_is_taken_back(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    book = shelf.create()
    first = enter(book, ADDED)
    real, failing = os.fdatasync, iter([OSError(5, "Input/output error")])

    def fdatasync(fd: int) -> None:
        for error in failing:
            raise error
        real(fd)

    monkeypatch.setattr(os, "fdatasync", fdatasync)
    with pytest.raises(BookProblem, match="book_not_written"):
        enter(book, Started(software="lost", chunks=0, overdue=0))
    second = enter(book, Stopped())
    book.close()
    assert shelf.open().state is BookState.INTACT
    assert shelf.folded == [first, second]


def test_a_failed_write_that_cannot_be_taken_back_closes_the_book_for_writing(
    shelf: Shelf,
) -> None:
    book = shelf.create()
    first = enter(book, ADDED)
    writable, book._fd = book._fd, os.open(shelf.path, os.O_RDONLY)
    os.close(writable)
    with pytest.raises(BookProblem, match="book_not_written"):
        enter(book, Stopped())
    assert not book.writable
    with pytest.raises(BookProblem, match="book_read_only"):
        enter(book, Stopped())
    assert list(book.entries()) == [first]


def test_no_byte_of_the_files_name_or_place_is_in_the_book(shelf: Shelf, tmp_path: Path) -> None:
    shelf.filled(ADDED)
    assert str(tmp_path).encode() not in shelf.path.read_bytes()
