"""A disk that refuses, or loses its power, at any call of the book's life: no act that was entered is lost."""

from collections.abc import Callable
import copy
from dataclasses import dataclass, field
import errno
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.records import book as book_module
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.records.problems import BookProblem

from ..faults import Fault, Pulled
from ..oscalls import Call, watched
from ..platter import Platter
from .conftest import SITE, enter
from .test_overwriting import named

FAULTS = {
    "full": (errno.ENOSPC, True),
    "read-only": (errno.EROFS, True),
    "broken once": (errno.EIO, False),
    "broken": (errno.EIO, True),
}


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the book grow in a short life, too."""
    monkeypatch.setattr(book_module, "STEP", 2048)
    monkeypatch.setattr(book_module, "RESERVE", 1024)
    monkeypatch.setattr(book_module, "LEAST", 512)


@dataclass
class Ledger:
    """What was acknowledged, and what may have come to pass besides."""

    created: bool = False
    names: list[str] = field(default_factory=list)
    doubtful: str | None = None
    """An act whose entering was cut off."""
    erased: set[int] = field(default_factory=set)
    erasing: set[int] = field(default_factory=set)

    def check(self, path: Path) -> None:
        """See that the book opens with all of it."""
        book = Book.open(path, fold=lambda _: None)
        assert book.state is not BookState.DAMAGED, book.damage
        assert book.writable
        entries = list(book.entries())
        assert len(entries) in (len(self.names), len(self.names) + (self.doubtful is not None))
        for entry, name in zip(entries, [*self.names, self.doubtful], strict=False):
            assert isinstance(entry.act, Appointed)
            if entry.erased:
                assert entry.seq in self.erased | self.erasing
            else:
                assert entry.seq not in self.erased
                assert entry.act.name == name
        data = path.read_bytes()
        assert not any(self.names[seq].encode() in data for seq in self.erased)
        assert enter(book, named("afterwards")).seq == len(entries)
        book.close()


class Life:
    """A book from its beginning: acts, overwriting, being copied, closing."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self._path = path
        self._ledger = ledger
        self.book: Book | None = None
        self.refused: list[str] = []

    def live(self) -> None:
        """Do everything; nothing but a `BookProblem` comes out."""
        deeds: list[Callable[[], None]] = [self.open]
        deeds += [self.append] * 9 + [lambda: self.erase(1), self.copy, self.reopen]
        deeds += [self.append] * 3 + [lambda: self.erase(4), lambda: self.erase(0)]
        for deed in deeds:
            self.do(deed)

    def do(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except BookProblem as problem:
            self.refused.append(problem.key)

    def open(self) -> None:
        """Open the book, or begin it."""
        if self._path.exists():
            self.book = Book.open(self._path, fold=lambda _: None)
            if self.book.size > len(self._ledger.names) and self._ledger.doubtful is not None:
                self._ledger.names.append(self._ledger.doubtful)
                self._ledger.doubtful = None
        else:
            self.book = Book.create(self._path, site=SITE)
        self._ledger.created = True

    def reopen(self) -> None:
        if self.book is not None:
            self.book.close()
            self.book = None
        self.open()

    def append(self) -> None:
        if self.book is None:
            self.open()
        assert self.book is not None
        number = len(self._ledger.names)
        name = f"person {number} " + "of a long name " * 20
        self._ledger.doubtful = name
        enter(self.book, named(name))
        self._ledger.names.append(name)
        self._ledger.doubtful = None

    def erase(self, seq: int) -> None:
        if self.book is not None and seq < self.book.size:
            self._ledger.erasing.add(seq)
            if self.book.erase_personal(seq):
                self._ledger.erased.add(seq)

    def copy(self) -> None:
        if self.book is not None:
            self.book.begin_copy()
            self.do(self.append)
            assert not self.book.erase_personal(0)
            self.book.end_copy()


def walk(folder: Path, made: Callable[[Path, int | None], Fault]) -> None:
    """Live that life once for every call that can be refused."""
    counted: int | None = None
    after: int | None = None
    while counted is None or after is None or after < counted:
        place = folder / str(after)
        place.mkdir()
        ledger, fault = Ledger(), made(place / "config", after)
        life = Life(place / "config" / "book", ledger)
        (place / "config").mkdir()
        with watched(place, fault.hear):
            life.live()
            fault.heal()
            # What failed is not half there: the book goes on, or does once it is opened again.
            if life.book is None or not life.book.writable:
                life.reopen()
            life.append()
            life.erase(2)
        assert life.book is not None
        life.book.close()
        ledger.check(place / "config" / "book")
        shutil.rmtree(place)
        if counted is None:
            assert not life.refused
            counted, after = fault.counted, -1
        else:
            assert fault.struck
        assert after is not None
        after += 1
    assert counted > 3


@pytest.mark.parametrize("name", FAULTS)
def test_whatever_call_the_disk_refuses_no_act_is_lost_or_half_there(
    tmp_path: Path, name: str
) -> None:
    error, lasting = FAULTS[name]
    walk(tmp_path, lambda _, after: Fault(error, after, lasting=lasting))


def test_whenever_its_folder_goes_away_the_book_goes_on_when_it_is_back(tmp_path: Path) -> None:
    walk(tmp_path, Pulled)


def test_wherever_the_power_is_cut_no_act_is_lost_and_no_name_is_back(
    tmp_path: Path, thorough: bool
) -> None:
    for seed in range(60 if thorough else 3):
        chance, ledger = random.Random(seed), Ledger()
        root = tmp_path / str(seed)
        root.mkdir()
        platter = Platter(root, ignored=lambda name: "copying" in name)
        cuts: list[tuple[Path, Ledger]] = []

        def hear(call: Call) -> None:
            platter.heard(call)  # noqa: B023 - heard within the turn of the loop
            if call.changes or call.name == "sync":
                mood = chance.choice((0.0, 0.5, 0.9, 1.0))  # noqa: B023
                target = tmp_path / f"{seed}-{len(cuts)}"  # noqa: B023
                platter.leave(target, lambda: chance.random() < mood)  # noqa: B023
                cuts.append((target, copy.deepcopy(ledger)))  # noqa: B023
            platter.synced(call)  # noqa: B023

        life = Life(root / "book", ledger)
        with watched(root, hear):
            life.live()
        assert life.book is not None
        life.book.close()
        assert len(cuts) > 40
        for folder, then in cuts:
            if then.created or (folder / "book").exists():
                then.check(folder / "book")
            shutil.rmtree(folder)
