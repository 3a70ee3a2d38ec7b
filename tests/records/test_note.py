"""Notes and checkpoints: read strictly, signed as everybody's tools sign them."""

from base64 import b64decode, b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.records.note import (
    BadNote,
    Key,
    checkpoint,
    open_note,
    printed,
    read_checkpoint,
    sign_note,
)

from .conftest import SITE, host_key, signer

ROOT = bytes(range(32))
HOST = host_key()
PUBLIC = HOST.public_key().public_bytes_raw()
NOTE = checkpoint(SITE, 12, ROOT, signer(HOST))
OTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32)

# The key and the note that Go's implementation of signed notes shows in its documentation.
GO_KEY = Key("PeterNeumann", b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[1:])
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_NOTE = (
    GO_TEXT + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
    "KvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_a_note_that_others_wrote_is_read() -> None:
    assert GO_KEY.id.hex() == "c74f20a3"
    assert open_note(GO_NOTE, [GO_KEY]) == (GO_TEXT, [GO_KEY])


def test_a_checkpoint_says_of_which_book_and_how_long_it_was() -> None:
    assert NOTE.startswith(f"kuma-bouhan/{SITE}\n12\n{b64encode(ROOT).decode()}\n\n— ")
    read = read_checkpoint(NOTE, [PUBLIC])
    assert read == (SITE, 12, ROOT, PUBLIC)
    assert printed(read.size, read.root) == "12: 0001 0203 0405 0607 0809 0A0B 0C0D 0E0F"


def test_an_older_host_key_counts_too() -> None:
    keys = [OTHER.public_key().public_bytes_raw(), PUBLIC]
    assert read_checkpoint(NOTE, keys).key == PUBLIC


def test_a_note_that_no_known_key_signed_is_refused() -> None:
    with pytest.raises(BadNote):
        read_checkpoint(NOTE, [OTHER.public_key().public_bytes_raw()])
    with pytest.raises(BadNote):
        read_checkpoint(NOTE, [])


def test_signatures_of_others_are_let_be() -> None:
    witness = sign_note("x\n", "witness", signer(OTHER)).rpartition("\n\n")[2]
    assert read_checkpoint(NOTE + witness, [PUBLIC]).size == 12
    with pytest.raises(BadNote):
        read_checkpoint(NOTE + witness * 16, [PUBLIC])


@given(st.integers(0, len(NOTE.encode()) * 8 - 1))
def test_no_bit_of_a_checkpoint_can_be_turned(bit: int) -> None:
    data = bytearray(NOTE.encode())
    data[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ValueError):
        read_checkpoint(data.decode(), [PUBLIC])


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("\n12\n", "\n012\n"),
        ("\n12\n", "\n+12\n"),
        ("\n12\n", "\n１２\n"),
        ("\n12\n", "\n\n"),
        ("\n12\n", "\n12\nAAAA\n"),
        ("Hh8=\n", "Hh9=\n"),
        ("Hh8=\n", "\n"),
        ("Hh8=\n", "Hh8=\nextension\n"),
        ("kuma-bouhan/", "other/"),
        (SITE, SITE.upper()),
    ],
)
def test_a_head_has_one_spelling(was: str, becomes: str) -> None:
    text = NOTE.rpartition("\n\n")[0] + "\n"
    assert was in text
    other = text.replace(was, becomes, 1)
    name = other.partition("\n")[0]
    with pytest.raises(BadNote):
        read_checkpoint(sign_note(other, name, signer(HOST)), [PUBLIC])


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n",
        NOTE.removesuffix("\n"),
        NOTE.replace("—", "-"),
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("— kuma", "—  kuma"),
        NOTE + "\n",
        NOTE + "— x\n",
        NOTE + "— x AAAA\n",
        NOTE + "— x+y AAAAAAAA\n",
        NOTE.replace("\n12\n", "\n12\r\n"),
        NOTE + "x" * 70_000,
    ],
)
def test_what_is_not_quite_a_note_is_refused(note: str) -> None:
    with pytest.raises(BadNote):
        read_checkpoint(note, [PUBLIC])


@pytest.mark.parametrize(
    ("text", "name"), [("x", "n"), ("x\t\n", "n"), ("x\n", "a b"), ("x\n", "")]
)
def test_nothing_else_is_signed(text: str, name: str) -> None:
    with pytest.raises(ValueError):
        sign_note(text, name, signer(HOST))
