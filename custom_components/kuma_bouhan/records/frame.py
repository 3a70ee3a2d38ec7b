"""The file format of the book: one header, then frames, then zeros (docs/formats-book.md).

    file header   magic 8 | version u16 | 0 ×6 | site 16 | 0 ×28 | crc32 of the 60 before
    frame         header 88 | public | personal | signature
    frame header  magic 4 | length of public, personal, signature u32 ×3 | crc32 of signature |
                  leaf hash 32 | commitment 32 | crc32 of the 84 before
    personal      mark 1 | salt 16 | JSON          (or nothing)
    signature     public key 32 | Ed25519 signature 64, over SIGNED ‖ site ‖ leaf hash   (or nothing)

All numbers are big-endian. The leaf hash is that of public ‖ commitment, so the personal part can
be overwritten (mark first, then the rest with zeros) while the tree stays. The marks differ
in all bits, and neither is zero: a half-written frame never passes for an erased one.
"""

from collections.abc import Callable
from hashlib import sha256
import os
import struct
from typing import NamedTuple
from zlib import crc32

from .merkle import leaf_hash

VERSION = 1
_FILE_MAGIC = b"KUMABOOK"
_FILE = struct.Struct(">8sH6x16s28xI")
_FRAME = struct.Struct(">4sIIII32s32sI")
_MAGIC = b"\xfeKB\x01"  # no JSON text holds its first byte
FILE_HEADER = _FILE.size
FRAME_HEADER = _FRAME.size

SIGNED = b"kuma_bouhan act v1\n"
"""What every signed act begins with: its key signs other things, too."""
SIGNATURE = 32 + 64
LIVE = 0x3C
ERASED = 0xC3
_SALT = 16
_LEAF, _LEAF_BYTES = 20, 32  # where it stands in the header
_NOTHING = bytes(32)
LONGEST = 16 * 1024 * 1024
"""No frame is longer, in bytes."""
_BLOCK = 1024 * 1024


class BadFrame(Exception):
    """What stands at this place is no whole frame; `length` is None where not even its size is known."""

    def __init__(self, why: str, length: int | None = None) -> None:
        """Say why."""
        super().__init__(why)
        self.why = why
        self.length = length


class Frame(NamedTuple):
    """One frame, checked against its leaf hash. `personal` is None where there is none, or none any more."""

    length: int
    public: bytes
    personal: bytes | None
    erased: bool
    signature: bytes
    leaf: bytes
    leftover: bool = False
    """It is erased, and a stop came before its bytes were overwritten."""
    salt: bytes = b""
    commitment: bytes = b""


class Tail(NamedTuple):
    """What lies beyond the last whole frame."""

    end: int
    """Just behind the last byte that is not zero; the place asked about where all are."""
    frames: bool
    """Whether the header of another frame lies there."""


def file_header(site: bytes) -> bytes:
    """Return the header of a new book."""
    head = _FILE.pack(_FILE_MAGIC, VERSION, site, 0)
    return head[:-4] + crc32(head[:-4]).to_bytes(4)


def read_file_header(head: bytes) -> tuple[int, bytes] | None:
    """Return version and site, or None where the header is damaged."""
    if len(head) < FILE_HEADER or crc32(head[:-4]) != int.from_bytes(head[-4:]):
        return None
    magic, version, site, _ = _FILE.unpack(head)
    return (version, site) if magic == _FILE_MAGIC else None


def build(
    public: bytes,
    personal: bytes | None,
    *,
    salt: bytes,
    sign: Callable[[bytes], bytes] | None = None,
) -> tuple[bytes, bytes, bytes]:
    """Return a frame's bytes, its leaf hash and its signature part, which `sign` makes of the leaf hash."""
    body, commitment = b"", b""
    if personal is not None:
        salted = salt + personal
        commitment = sha256(salted).digest()
        body = bytes([LIVE]) + salted
    leaf = leaf_hash(public + commitment)
    signature = b"" if sign is None else sign(leaf)
    if len(signature) not in {0, SIGNATURE}:
        raise ValueError("not a public key and a signature")
    head = _FRAME.pack(
        _MAGIC,
        len(public),
        len(body),
        len(signature),
        crc32(signature),
        leaf,
        commitment or _NOTHING,
        0,
    )[:-4]
    frame = b"".join((head, crc32(head).to_bytes(4), public, body, signature))
    if len(frame) > LONGEST:
        raise ValueError(f"an act of {len(frame)} bytes is too long for the book")
    return frame, leaf, signature


def read_leaf(fd: int, offset: int) -> bytes:
    """Return the leaf hash in the header at `offset`, unchecked; OSError where it is cut off."""
    leaf = os.pread(fd, _LEAF_BYTES, offset + _LEAF)
    if len(leaf) < _LEAF_BYTES:
        raise OSError("the file ends")
    return leaf


def read(take: Callable[[int, int], bytes], offset: int) -> Frame:
    """Return the frame at `offset`; `take(offset, size)` gives bytes, fewer at the file's end."""
    head = take(offset, FRAME_HEADER)
    if not _is_header(head):
        raise BadFrame("header")
    _, publics, personals, signatures, check, leaf, commitment, _ = _FRAME.unpack(head)
    size = publics + personals + signatures
    length = FRAME_HEADER + size
    body = take(offset + FRAME_HEADER, size)
    if len(body) < size:
        raise BadFrame("cut", length)
    public = body[:publics]
    signature = b""
    if signatures:
        signature = body[publics + personals :]
        if crc32(signature) != check:
            raise BadFrame("signature", length)
    if not personals:
        if leaf_hash(public) != leaf:
            raise BadFrame("hash", length)
        return Frame(length, public, None, False, signature, leaf)
    if leaf_hash(public + commitment) != leaf:
        raise BadFrame("hash", length)
    mark, salted = body[publics], body[publics + 1 : publics + personals]
    if mark == ERASED:
        leftover = salted.count(0) < len(salted)
        return Frame(length, public, None, True, signature, leaf, leftover, b"", commitment)
    if mark != LIVE or sha256(salted).digest() != commitment:
        raise BadFrame("commitment", length)
    salt, personal = salted[:_SALT], salted[_SALT:]
    return Frame(length, public, personal, False, signature, leaf, False, salt, commitment)


def personal_part(head: bytes) -> range:
    """Return where the personal part lies, counted from the beginning of a whole frame."""
    _, publics, personals, *_ = _FRAME.unpack(head)
    start = FRAME_HEADER + publics
    return range(start, start + personals)


def _is_header(head: bytes) -> bool:
    """Say whether these bytes are a frame's header."""
    return (
        len(head) == FRAME_HEADER
        and head.startswith(_MAGIC)
        and crc32(head[:-4]) == int.from_bytes(head[-4:])
    )


def survey(fd: int, offset: int) -> Tail:
    """Look at what lies from `offset` on, where no whole frame stands."""
    end = position = offset
    while block := os.pread(fd, _BLOCK + FRAME_HEADER, position):
        if filled := block.rstrip(b"\0"):
            end = position + len(filled)
        found = block.find(_MAGIC)
        while found >= 0:
            if position + found > offset and _is_header(block[found : found + FRAME_HEADER]):
                return Tail(end, True)
            found = block.find(_MAGIC, found + 1)
        position += _BLOCK
    return Tail(end, False)


def reader(fd: int) -> Callable[[int, int], bytes]:
    """Return a `take` that reads the file in large steps; made for going forward."""
    start, block = 0, b""

    def take(offset: int, size: int) -> bytes:
        nonlocal start, block
        at = offset - start
        if at < 0 or at + size > len(block):
            start, block, at = offset, os.pread(fd, max(_BLOCK, size), offset), 0
        return block[at : at + size]

    return take
