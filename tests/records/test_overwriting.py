"""Personal data is overwritten in place: gone for good, and the book stays whole at every moment."""

from collections.abc import Iterator
from datetime import timedelta
import os
from pathlib import Path
import shutil
import tempfile
from threading import Thread

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
import pytest

from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.records.acts import Appointed, RecordedAct, Stopped
from custom_components.kuma_bouhan.records.book import STEP, Book, BookState
from custom_components.kuma_bouhan.records.entry import Entry
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import NOW, SITE, Shelf, enter
from .power import Power, PowerCutError


def named(name: str) -> Appointed:
    return Appointed(role=Role.OPERATOR, user_id="u", since=NOW, name=name, title="係")


def blank(act: RecordedAct) -> bool:
    assert isinstance(act, Appointed)
    return act.name == act.title == ""


def fill(book: Book) -> None:
    while True:
        enter(book, named("filling"))


@pytest.fixture
def book(shelf: Shelf) -> Book:
    book = shelf.create()
    for act in (named("Kumamoto Hanako"), Stopped(), named("Aso Taro")):
        enter(book, act)
    return book


def test_what_is_overwritten_is_on_the_disk_no_more_and_the_book_stays_what_it_was(
    shelf: Shelf, book: Book
) -> None:
    root, length = book.root(), shelf.path.stat().st_size
    assert book.erase_personal(0)
    data = shelf.path.read_bytes()
    assert b"Hanako" not in data
    assert b"Taro" in data
    assert (book.root(), len(data)) == (root, length)
    first, second, third = book.entries()
    assert first.erased
    assert blank(first.act)
    assert not (second.erased or third.erased)
    book.close()
    again = shelf.open()
    assert (again.state, again.root()) == (BookState.INTACT, root)
    assert shelf.folded == [first, second, third]


def test_a_second_time_and_an_act_without_personal_data_are_harmless(
    shelf: Shelf, book: Book
) -> None:
    assert book.erase_personal(0)
    once = shelf.path.read_bytes()
    assert book.erase_personal(0)
    assert book.erase_personal(1)
    assert shelf.path.read_bytes() == once


def test_a_full_disk_keeps_nothing_from_being_overwritten(
    shelf: Shelf, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.pwrite

    def pwrite(fd: int, data: bytes, offset: int) -> int:
        if offset + len(data) > STEP:
            raise OSError(28, "No space left on device")
        return real(fd, data, offset)

    monkeypatch.setattr(os, "pwrite", pwrite)
    with pytest.raises(BookProblem, match="book_full"):
        fill(book)
    assert book.erase_personal(0)
    assert b"Hanako" not in shelf.path.read_bytes()


def test_what_the_disk_refuses_half_way_is_done_again_from_the_beginning(
    shelf: Shelf, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fdatasync, [0]

    def fdatasync(fd: int) -> None:
        calls[0] += 1
        if calls[0] == 2:
            raise OSError(5, "Input/output error")
        real(fd)

    monkeypatch.setattr(os, "fdatasync", fdatasync)
    with pytest.raises(BookProblem, match="book_not_written"):
        book.erase_personal(0)
    assert book.erase_personal(0)
    assert calls[0] == 4
    assert enter(book, Stopped()).seq == 3


def test_nothing_is_overwritten_in_a_damaged_or_a_closed_book(shelf: Shelf, book: Book) -> None:
    book.close()
    with pytest.raises(BookProblem, match="book_closed"):
        book.erase_personal(0)
    data = bytearray(shelf.path.read_bytes())
    data[200] ^= 1
    shelf.path.write_bytes(data)
    damaged = shelf.open()
    assert damaged.state is BookState.DAMAGED
    with pytest.raises(BookProblem, match="book_read_only"):
        damaged.erase_personal(0)
    assert shelf.path.read_bytes() == data


def test_it_goes_on_beside_appending_and_reading(shelf: Shelf) -> None:
    book = shelf.create()
    for number in range(60):
        enter(book, named(f"person {number}"))
    seen: list[list[Entry]] = []

    def read() -> None:
        while not seen or not seen[-1][59].erased:
            seen.append(list(book.entries(0, 60)))

    def add() -> None:
        for _ in range(60):
            enter(book, named("somebody else"))

    threads = [Thread(target=read), Thread(target=add)]
    for thread in threads:
        thread.start()
    for number in range(60):
        assert book.erase_personal(number)
    for thread in threads:
        thread.join()
    assert all(entry.erased == blank(entry.act) for found in seen for entry in found)
    root = book.root()
    book.close()
    again = shelf.open()
    assert (again.state, again.size, again.root()) == (BookState.INTACT, 120, root)
    assert [entry.erased for entry in shelf.folded] == [True] * 60 + [False] * 60


class Life(RuleBasedStateMachine):
    """A book that is written, overwritten, closed and cut off, in any order."""

    power: Power

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "book"
        self.book = Book.create(self.path, site=SITE)
        self.roots = [self.book.root()]
        self.names: list[str | None] = []
        """What each act should say; None once it is erased."""
        self.number = 0

    def teardown(self) -> None:
        if hasattr(self, "book"):
            self.book.close()
            shutil.rmtree(self.folder)

    def new_name(self) -> str:
        self.number += 1
        return f"person number {self.number}, " + "of a long name " * (self.number % 50)

    @rule()
    def append(self) -> None:
        name = self.new_name()
        enter(self.book, named(name))
        self.names.append(name)
        self.roots.append(self.book.root())

    @precondition(lambda self: self.names)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        seq = data.draw(st.integers(0, len(self.names) - 1))
        assert self.book.erase_personal(seq)
        self.names[seq] = None

    @rule(data=st.data())
    def cut_while_appending(self, data: st.DataObject) -> None:
        name = self.new_name()
        with self.power.cut_after(data.draw(st.integers(0, 3)), lambda: data.draw(st.booleans())):
            enter(self.book, named(name))
            self.names.append(name)
            self.roots.append(self.book.root())
            raise PowerCutError
        self.reopen()
        if self.book.size > len(self.names):  # durable, though nobody was told
            self.names.append(name)
            self.roots.append(self.book.root())

    @precondition(lambda self: self.names)
    @rule(data=st.data())
    def cut_while_erasing(self, data: st.DataObject) -> None:
        seq = data.draw(st.integers(0, len(self.names) - 1))
        with self.power.cut_after(data.draw(st.integers(0, 3)), lambda: data.draw(st.booleans())):
            self.book.erase_personal(seq)
            self.names[seq] = None
            raise PowerCutError
        self.reopen()
        (found,) = self.book.entries(seq, seq + 1)
        if found.erased:
            self.names[seq] = None

    @rule()
    def reopen(self) -> None:
        self.book.close()
        self.book = Book.open(self.path, fold=lambda _: None)

    @invariant()
    def the_book_says_what_it_should(self) -> None:
        if not hasattr(self, "book"):
            return
        assert self.book.state is not BookState.DAMAGED
        assert self.book.root() == self.roots[-1]
        data = self.path.read_bytes()
        for entry, name in zip(self.book.entries(), self.names, strict=True):
            assert isinstance(entry.act, Appointed)
            assert (entry.act.name, entry.erased) == (name or "", name is None)
        for number in range(1, self.number + 1):
            stands = any(name and f"number {number}," in name for name in self.names)
            assert (f"person number {number},".encode() in data) is stands


@pytest.fixture
def power() -> Iterator[Power]:
    with pytest.MonkeyPatch.context() as patch:
        yield Power(patch)


def test_at_no_moment_is_an_act_lost_or_an_erased_name_back(power: Power) -> None:
    class Ours(Life):
        pass

    Ours.power = power
    run_state_machine_as_test(
        Ours,
        settings=settings(
            max_examples=40,
            stateful_step_count=20,
            deadline=timedelta(seconds=30),
            suppress_health_check=list(HealthCheck),
        ),
    )
