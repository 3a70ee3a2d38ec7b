"""The table of a chunk: where each of its pieces stands, so that a player can seek.

A message of its own behind the body, encrypted with the chunk's data key and written once the
chunk is finished: it is opened with two short reads, and tells nobody else how much moved in front of
the camera and when. It only repeats what the body says; where it is missing (a chunk that was cut off,
or is older than tables) or does not verify, the body is walked through instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
import hashlib
import struct
from typing import NamedTuple

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from .chunk import Fragment, Header, Init, Still
from .moments import length, micros, moment
from .mp4 import Leader

MAGIC = b"KBTABLE\0"
"""What stands in front of the message: a chunk that was cut off behind it ends its body there."""
VERSION = 1
JOINS = 100_000
"""Decode times that are no further apart than this (microseconds) follow one another."""
_CONTEXT = b"table v1"
_HEAD = struct.Struct(">BBxxIQI32s")
_PIECE = struct.Struct(">QIqqqB")
UNKNOWN = -(1 << 63)
KEYFRAME = 1
_NO_DIGEST = bytes(32)


class Piece(NamedTuple):
    """A fragment or a still, as it is stored.

    `at` is where its data stands in the plain body; of a still, where its message stands in
    the body. Moments and lengths are in microseconds.
    """

    at: int
    size: int
    began: int
    lasts: int
    decoded: int
    """The decode time of the leading track; `UNKNOWN` where it has none."""
    flags: int

    @property
    def keyframe(self) -> bool:
        """Say whether it begins with a keyframe."""
        return bool(self.flags & KEYFRAME)

    @property
    def start(self) -> datetime:
        """Return the moment it begins."""
        return moment(self.began)

    @property
    def end(self) -> datetime:
        """Return the moment it ends."""
        return moment(self.began + self.lasts)


@dataclass(frozen=True, slots=True)
class Table:
    """What stands where in a chunk. `digest` is the SHA-256 of what describes its tracks."""

    init_at: int = 0
    init_size: int = 0
    orientation: int = 1
    digest: bytes = _NO_DIGEST
    packed: bytes = field(default=b"", repr=False)
    """Its pieces, as they are stored."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return its pieces."""
        return tuple(map(Piece._make, self.fields()))

    def fields(self) -> Iterator[tuple[int, ...]]:
        """Yield the fields of each piece, in the order of `Piece`.

        A camera-day is 86,400 of them: plain tuples are nothing that the collector of garbage has to follow.
        """
        return _PIECE.iter_unpack(self.packed)

    def encode(self) -> bytes:
        """Return the table's bytes."""
        head = _HEAD.pack(
            VERSION,
            self.orientation,
            len(self.packed) // _PIECE.size,
            self.init_at,
            self.init_size,
            self.digest,
        )
        return head + self.packed

    @classmethod
    def decode(cls, data: bytes) -> Table | None:
        """Read a table; None where it is of a later version, or none."""
        if not _is_table(data):
            return None
        _, orientation, _, at, size, digest = _HEAD.unpack_from(data)
        return cls(at, size, orientation, digest, data[_HEAD.size :])


def _is_table(data: bytes) -> bool:
    """Say whether bytes are a table of a version we know."""
    if len(data) < _HEAD.size:
        return False
    version, _, count, *_ = _HEAD.unpack_from(data)
    return bool(version == VERSION and len(data) == _HEAD.size + count * _PIECE.size)


@dataclass(slots=True)
class Making:
    """Makes a chunk's table, piece by piece. Footage that is no MP4 has no decode times."""

    _init_at: int = 0
    _init: Init | None = None
    _leader: Leader | None = None
    _packed: list[bytes] = field(default_factory=list)

    def init(self, init: Init, at: int) -> None:
        """Take in what describes the tracks; `at` is where its data stands."""
        self._init_at, self._init = at, init
        try:
            self._leader = Leader(init.data)
        except ValueError, struct.error, StopIteration, IndexError:
            self._leader = None

    def fragment(self, piece: Fragment, at: int) -> None:
        """Take in a fragment."""
        self.piece(piece, at, len(piece.data), piece.data)

    def piece(self, piece: Fragment, at: int, size: int, beginning: bytes) -> None:
        """Take in a fragment of which only the beginning is at hand."""
        time = self._leader.time(beginning) if self._leader is not None else None
        self._packed.append(
            _PIECE.pack(
                at,
                size,
                micros(piece.start),
                length(piece.duration),
                UNKNOWN if time is None else time,
                KEYFRAME * piece.keyframe,
            )
        )

    def still(self, still: Still, at: int, size: int) -> None:
        """Take in a still; `at` and `size` are its message's."""
        self._packed.append(_PIECE.pack(at, size, micros(still.at), 0, UNKNOWN, KEYFRAME))

    def table(self) -> Table:
        """Return what was taken in."""
        if self._init is None:
            return Table(packed=b"".join(self._packed))
        described = bytes([self._init.orientation]) + self._init.data
        return Table(
            self._init_at,
            len(self._init.data),
            self._init.orientation,
            hashlib.sha256(described).digest(),
            b"".join(self._packed),
        )


def seal_table(table: Table, key: bytes, header: Header) -> bytes:
    """Return what is written behind the body."""
    stream = Cobblestone256Encryptor(key, header.context() + _CONTEXT)
    return MAGIC + stream.update(table.encode()) + stream.finalize()


def open_table(data: bytes, key: bytes, header: Header) -> bytes | None:
    """Return the bytes of the table that was written behind the body; None where it does not verify."""
    if not data.startswith(MAGIC):
        return None
    stream = Cobblestone256Decryptor(key, header.context() + _CONTEXT)
    try:
        plain = stream.update(data[len(MAGIC) :]) + stream.finalize()
    except InvalidTag:
        return None
    return plain if _is_table(plain) else None


def without_table(body: bytes) -> bytes:
    """Return the body of a chunk that was cut off, without the table where it came that far."""
    at = body.rfind(MAGIC)
    return body if at < 0 else body[:at]
