"""Books with keys, signatures, orders and answers in them, for whoever checks books."""

from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from custom_components.kuma_bouhan.guideline.people import ITSELF
from custom_components.kuma_bouhan.records.acts import (
    CameraAdded,
    HostKeyNoted,
    RecordingSwitched,
    Routine,
    SigningKeyNoted,
)
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.frame import FILE_HEADER
from custom_components.kuma_bouhan.records.index import Index

from .conftest import NOW, PERSON, SITE, enter, host_key, signer

HAND = Ed25519PrivateKey.from_private_bytes(b"p" * 32)
ADDED = CameraAdded(camera="ca" * 16, source="camera.street", settings={"place": "北口"})
KEYS = 2


@dataclass
class Proven:
    """A closed book, its heads, and where its acts begin and end."""

    path: Path
    notes: dict[int, str] = field(default_factory=dict)
    roots: dict[int, bytes] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)
    index: Index = field(default_factory=Index)

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @property
    def size(self) -> int:
        return len(self.offsets) - 1

    def open(self) -> Book:
        return Book.open(self.path, fold=lambda _: None)


def write(path: Path, acts: int, heads: tuple[int, ...] = ()) -> Proven:
    """Leave a book of so many acts: keys, a camera, orders and answers signed now and then, routine."""
    book = Book.create(path, site=SITE)
    made = Proven(path)
    sign = signer(host_key())
    order: int | None = None

    def entered(entry: Entry) -> Entry:
        made.index.add(entry)
        made.offsets.append(book._end)
        if book.size in (*heads, acts):
            made.notes[book.size] = book.checkpoint(sign)
            made.roots[book.size] = book.root()
        return entry

    made.offsets.append(FILE_HEADER)
    public = host_key().public_key().public_bytes_raw().hex()
    hand = HAND.public_key().public_bytes_raw().hex()
    entered(enter(book, HostKeyNoted(public_key=public, fingerprint=""), phase=Phase.NOTED))
    key = SigningKeyNoted(user_id=PERSON.user_id or "", public_key=hand)
    entered(enter(book, key, phase=Phase.NOTED))
    for number in range(KEYS, acts):
        hand_of = signer(HAND) if number % 50 in {2, 3} else None
        match number % 3:
            case 2:
                act = ADDED if number % 9 == 2 else RecordingSwitched(camera="cafe", on=True)
                order = entered(enter(book, act, phase=Phase.ORDERED, sign=hand_of)).seq
            case 0:
                act = RecordingSwitched(camera="cafe", on=True)
                entered(enter(book, act, order=order, sign=hand_of))
            case _:
                entered(enter(book, Routine(hour=NOW), actor=ITSELF, phase=Phase.NOTED))
    book.close()
    return made
