"""A book that is copied while it is written: every copy opens, and holds all that stood before."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.records.acts import Refusal
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.records.entry import Entry
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import Shelf, enter
from .test_damage import overwrite
from .test_overwriting import named

MARK = "book.copying"


def refusal(number: int) -> Refusal:
    return Refusal(act=Act.ERASE, key="x" * (number * 37 % 300), count=number)


class Copier:
    """Reads the folder as a backup does: the mark, then the book, in pieces."""

    def __init__(self, source: Path, target: Path, piece: int) -> None:
        target.mkdir()
        if (source.parent / MARK).exists():
            (target / MARK).write_bytes((source.parent / MARK).read_bytes())
        self._source, self.path, self._piece = source, target / "book", piece
        self._size = source.stat().st_size  # a file that grows is copied as long as it was
        self.path.touch()

    def read_on(self) -> bool:
        at = self.path.stat().st_size
        with self._source.open("rb") as source, self.path.open("ab") as copy:
            source.seek(at)
            copy.write(source.read(min(self._piece, self._size - at)))
        return self.path.stat().st_size < self._size


def opened(path: Path) -> tuple[Book, list[Entry]]:
    folded: list[Entry] = []
    book = Book.open(path, fold=folded.append)
    book.close()
    return book, folded


def torn_copy(shelf: Shelf, folder: Path, *, marked: bool) -> tuple[Path, list[Entry]]:
    """Copy up to the middle of an act that is being entered, let others follow, copy the rest."""
    book = shelf.create()
    before = [enter(book, refusal(number)) for number in range(3)]
    if marked:
        book.begin_copy()
    copier = Copier(shelf.path, folder, book._end + 200)
    copier.read_on()
    for number in range(3, 9):
        enter(book, refusal(number))
    while copier.read_on():
        pass
    book.end_copy()
    return copier.path, before


def test_a_torn_copy_is_cut_back_to_its_last_whole_act(shelf: Shelf, tmp_path: Path) -> None:
    path, before = torn_copy(shelf, tmp_path / "copy", marked=True)
    book, folded = opened(path)
    assert (book.state, book.was_copied, folded) == (BookState.REPAIRED, True, before)
    assert not (path.parent / MARK).exists()
    book, folded = opened(path)
    assert (book.state, book.was_copied, folded) == (BookState.INTACT, False, before)


def test_without_its_mark_the_same_copy_is_damaged(shelf: Shelf, tmp_path: Path) -> None:
    path, before = torn_copy(shelf, tmp_path / "copy", marked=False)
    book, folded = opened(path)
    assert (book.state, folded) == (BookState.DAMAGED, before)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_entered_between_whichever_pieces_the_copy_opens(
    tmp_path: Path, data: st.DataObject
) -> None:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    shelf = Shelf(folder / "book")
    book = shelf.create()
    entries = [enter(book, refusal(number)) for number in range(data.draw(st.integers(0, 5)))]
    begun = len(entries)
    book.begin_copy()
    copier = Copier(shelf.path, folder / "copy", data.draw(st.integers(40, 1500)))
    for count in data.draw(st.lists(st.integers(0, 4), max_size=12)):
        entries += [enter(book, refusal(len(entries))) for _ in range(count)]
        copier.read_on()
    copier._piece = 1 << 20
    while copier.read_on():
        pass
    book.end_copy()
    book.close()
    copy, folded = opened(copier.path)
    assert copy.state is not BookState.DAMAGED
    assert len(folded) >= begun
    assert folded == entries[: len(folded)]
    original, whole = opened(shelf.path)
    assert (original.state, whole) == (BookState.INTACT, entries)


def test_overwriting_waits_until_the_copy_is_done(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, named("Kumamoto Hanako"))
    book.begin_copy()
    assert book.is_copied
    assert not book.erase_personal(0)
    assert b"Hanako" in shelf.path.read_bytes()
    assert enter(book, named("Aso Taro")).seq == 1
    book.end_copy()
    assert book.erase_personal(0)
    assert b"Hanako" not in shelf.path.read_bytes()
    assert not shelf.path.with_name(MARK).exists()


def test_a_mark_does_not_excuse_damage_in_what_was_there_before(shelf: Shelf) -> None:
    book = shelf.create()
    for number in range(4):
        enter(book, refusal(number))
    book.begin_copy()
    enter(book, refusal(4))
    book.close()
    overwrite(shelf.path, 64 + 100, b"?")
    damaged = shelf.path.read_bytes()
    found, _ = opened(shelf.path)
    assert found.state is BookState.DAMAGED
    assert shelf.path.read_bytes() == damaged


def test_a_stop_in_a_backup_leaves_a_whole_book_and_no_mark(shelf: Shelf) -> None:
    book = shelf.create()
    entries = [enter(book, refusal(0))]
    book.begin_copy()
    entries.append(enter(book, refusal(1)))
    book.close()
    found, folded = opened(shelf.path)
    assert (found.state, folded) == (BookState.INTACT, entries)
    assert not shelf.path.with_name(MARK).exists()


def test_a_mark_that_cannot_be_read_counts_for_nothing(shelf: Shelf, tmp_path: Path) -> None:
    path, _ = torn_copy(shelf, tmp_path / "copy", marked=True)
    (path.parent / MARK).write_bytes(b'{"end": 99')
    book, _ = opened(path)
    assert book.state is BookState.DAMAGED


def test_a_disk_that_takes_no_mark_is_said_and_nothing_waits(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = shelf.create()
    enter(book, named("Kumamoto Hanako"))

    def full(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(BookProblem, match="book_full"):
        book.begin_copy()
    assert book.erase_personal(0)
