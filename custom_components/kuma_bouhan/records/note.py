"""Signed notes (C2SP signed-note) and checkpoints (C2SP tlog-checkpoint) of the book.

    kuma-bouhan/<site>              origin, and the name of the key
    <number of acts>
    <root, base64>

    — kuma-bouhan/<site> <key id and Ed25519 signature, base64>

What signs returns the public key (32 bytes) and the signature (64). What is read is read strictly: one
spelling of every number and of every base64, no extension lines.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
import re
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

type Sign = Callable[[bytes], bytes]
"""Signs a message (Ed25519); returns the public key (32 bytes) and the signature (64)."""

PUBLIC_KEY = 32
SIGNATURE = 64
LONGEST = 64 * 1024
"""No note is longer, in bytes."""
_ORIGIN = "kuma-bouhan/"
_ED25519 = b"\x01"
_SIGNATURES_OF_A_NOTE = 16
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_NAME = re.compile(r"[^\s+]+")


class BadNote(ValueError):
    """What was read is no note, or no checkpoint, or not signed by a key that counts."""


class Key(NamedTuple):
    """A public key (Ed25519) under its name."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the four bytes it is found by."""
        named = self.name.encode() + b"\n" + _ED25519 + self.public
        return sha256(named).digest()[:4]


class Checkpoint(NamedTuple):
    """The book at a moment: of which site, how many acts, their root; and the host key that says so."""

    site: str
    size: int
    root: bytes
    key: bytes


def printed(size: int, root: bytes) -> str:
    """Return a head as people write it down: the number of acts, and half the root in 8 groups of 4."""
    digits = root.hex().upper()[:32]
    return f"{size}: " + " ".join(digits[at : at + 4] for at in range(0, 32, 4))


def checkpoint(site: str, size: int, root: bytes, sign: Sign) -> str:
    """Return the signed note that a site's book had `size` acts and this root."""
    origin = _ORIGIN + site
    return sign_note(f"{origin}\n{size}\n{b64encode(root).decode()}\n", origin, sign)


def read_checkpoint(note: str, hosts: Iterable[bytes]) -> Checkpoint:
    """Return what a note says that one of the host keys (public, 32 bytes) has signed. BadNote."""
    origin = note.partition("\n")[0]
    text, signers = open_note(note, [Key(origin, public) for public in hosts])
    lines = text.split("\n")
    if len(lines) != 4 or not re.fullmatch(_ORIGIN + "[0-9a-f]{32}", origin):
        raise BadNote("no checkpoint of a book")
    if not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]):
        raise BadNote("no number of acts")
    root = _base64(lines[2])
    if len(root) != 32:
        raise BadNote("no root")
    return Checkpoint(origin.removeprefix(_ORIGIN), int(lines[1]), root, signers[0].public)


def sign_note(text: str, name: str, sign: Sign) -> str:
    """Return a text, which ends with a line feed, with a signature under it."""
    if not text.endswith("\n") or _CONTROL.search(text) or not _NAME.fullmatch(name):
        raise ValueError("no text or no name for a note")
    signed = sign(text.encode())
    public, signature = signed[:PUBLIC_KEY], signed[PUBLIC_KEY:]
    under = b64encode(Key(name, public).id + signature).decode()
    return f"{text}\n— {name} {under}\n"


def open_note(note: str, keys: Iterable[Key]) -> tuple[str, list[Key]]:
    """Return a note's text, and which of the keys have signed it: at least one. BadNote.

    Signatures of other keys are let be; one of these keys that does not hold spoils the note.
    """
    if len(note.encode(errors="surrogatepass")) > LONGEST or _CONTROL.search(note):
        raise BadNote("too long, or control characters")
    text, blank, under = note.rpartition("\n\n")
    text += "\n"
    lines = under.removesuffix("\n").split("\n")
    if not blank or not under.endswith("\n") or len(lines) > _SIGNATURES_OF_A_NOTE:
        raise BadNote("not a text with signatures under it")
    known = {(key.name, key.id): key for key in keys}
    signers = []
    for line in lines:
        dash, _, rest = line.partition(" ")
        name, _, signed = rest.partition(" ")
        signature = _base64(signed)
        if dash != "—" or not _NAME.fullmatch(name) or len(signature) < 5:
            raise BadNote("not a line of a signature")
        if key := known.get((name, signature[:4])):
            if not verifies(key.public, signature[4:], text.encode()):
                raise BadNote("a signature does not hold")
            signers.append(key)
    if not signers:
        raise BadNote("not signed by a key that counts")
    return text, signers


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a signature (Ed25519) holds."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature, ValueError:
        return False
    return True


def _base64(text: str) -> bytes:
    """Return what is written in base64, in its one right spelling."""
    try:
        data = b64decode(text, validate=True)
    except ValueError as err:
        raise BadNote("no base64") from err
    if b64encode(data).decode() != text:
        raise BadNote("another spelling of base64")
    return data
