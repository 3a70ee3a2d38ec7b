"""Signatures in the book, its heads, and proofs of what stands in it."""

from base64 import b64decode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
import pytest

from custom_components.kuma_bouhan.records.acts import RecordingSwitched
from custom_components.kuma_bouhan.records.merkle import EMPTY_ROOT
from custom_components.kuma_bouhan.records.note import read_checkpoint
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.records.proofs import includes
from custom_components.kuma_bouhan.records.verify import grew

from .conftest import SITE, Shelf, enter, host_key, signer

HAND = Ed25519PrivateKey.from_private_bytes(b"p" * 32)
SWITCHED = RecordingSwitched(camera="cafe", on=True)


def leaf_of(shelf: Shelf, seq: int) -> bytes:
    return shelf.books[-1]._leaves(seq, seq + 1)[0]


def test_a_signed_act_carries_its_signers_key_and_signature(shelf: Shelf) -> None:
    book = shelf.create()
    signed = enter(book, SWITCHED, sign=signer(HAND))
    unsigned = enter(book, SWITCHED)
    key, signature = signed.signature[:32], signed.signature[32:]
    assert key == HAND.public_key().public_bytes_raw()
    message = b"kuma_bouhan act v1\n" + bytes.fromhex(SITE) + leaf_of(shelf, 0)
    Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    assert unsigned.signature == b""
    book.close()
    shelf.open()
    assert shelf.folded == [signed, unsigned]


def test_that_an_act_is_signed_stands_in_what_is_hashed(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, SWITCHED, sign=signer(HAND))
    enter(book, SWITCHED)
    stored = [book.stored(seq).public for seq in range(2)]
    assert [b'"signed":true' in public for public in stored] == [True, False]


def test_a_signer_that_fails_leaves_no_act(shelf: Shelf) -> None:
    book = shelf.create()

    def fails(_message: bytes) -> bytes:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        enter(book, SWITCHED, sign=fails)
    assert enter(book, SWITCHED).seq == 0


def test_the_head_is_signed_by_the_host(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, SWITCHED)
    public = host_key().public_key().public_bytes_raw()
    note = book.checkpoint(signer(host_key()))
    assert read_checkpoint(note, [public]) == (SITE, 1, book.root(), public)
    assert b64decode(note.split("\n")[2]) == book.root()


def test_older_heads_are_known_and_provable(shelf: Shelf) -> None:
    book = shelf.create()
    roots = [book.root()]
    for _ in range(20):
        enter(book, SWITCHED)
        roots.append(book.root())
    assert [book.root_at(size) for size in range(21)] == roots
    assert roots[0] == EMPTY_ROOT
    for size in range(1, 21):
        assert grew(size, 20, book.consistency(size, 20), roots[size], roots[20])
        for seq in range(size):
            assert includes(leaf_of(shelf, seq), seq, size, book.inclusion(seq, size), roots[size])


def test_heads_that_never_were_are_not_made_up(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, SWITCHED)
    for size in (-1, 2):
        with pytest.raises(ValueError):
            book.root_at(size)
    with pytest.raises(ValueError):
        book.inclusion(1, 2)
    with pytest.raises(ValueError):
        book.consistency(1, 2)


def test_a_book_that_is_cut_off_or_closed_proves_nothing(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, SWITCHED)
    with shelf.path.open("r+b") as file:
        file.truncate(70)
    with pytest.raises(BookProblem, match="book_unreadable"):
        book.root_at(1)
    book.close()
    with pytest.raises(BookProblem, match="book_closed"):
        book.root_at(1)
