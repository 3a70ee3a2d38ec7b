"""What the tests of the book share: one site, one moment, one person."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
import pytest

from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.records.acts import RecordedAct
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.note import Sign

SITE = "5a" * 16
NOW = datetime(2026, 11, 23, 3, 4, 5, 678901, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")
PERSON = Actor(user_id="0123456789abcdef0123456789abcdef", door=Door.PANEL)


@dataclass
class Shelf:
    """A place for one book, and what was folded when it was last opened."""

    path: Path
    folded: list[Entry] = field(default_factory=list)
    books: list[Book] = field(default_factory=list)

    def create(self) -> Book:
        return self._keep(Book.create(self.path, site=SITE))

    def open(self) -> Book:
        self.folded = []
        return self._keep(Book.open(self.path, fold=self.folded.append))

    def filled(self, *acts: RecordedAct) -> list[Entry]:
        """Leave a closed book with these acts in it."""
        book = self.create()
        entries = [enter(book, act) for act in acts]
        book.close()
        return entries

    def _keep(self, book: Book) -> Book:
        self.books.append(book)
        return book


def enter(book: Book, act: RecordedAct, **other: Any) -> Entry:
    """Append an act with what does not matter to the test filled in."""
    how: dict[str, Any] = {"actor": PERSON, "phase": Phase.DONE, "at": NOW, "zone": TOKYO} | other
    return book.append(act, **how)


def host_key() -> Ed25519PrivateKey:
    """Return the host's key of the tests."""
    return Ed25519PrivateKey.from_private_bytes(b"h" * 32)


def signer(key: Ed25519PrivateKey) -> Sign:
    """Return what signs with a key."""
    return lambda message: key.public_key().public_bytes_raw() + key.sign(message)


@pytest.fixture
def shelf(tmp_path: Path) -> Any:
    """Give an empty place for a book."""
    shelf = Shelf(tmp_path / "book")
    yield shelf
    for book in shelf.books:
        book.close()
