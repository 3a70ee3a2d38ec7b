"""The format of a chunk's file: about a minute of one camera.

    header (256 bytes, immutable, plain) │ body (encrypted) │ table (encrypted) │ trailer (80 bytes, plain)

The body of an fMP4 chunk is one Cobblestone stream; that of a still chunk is a row of
Cobblestone messages, each a length (4 bytes) and a whole message, so that every still can be
opened as soon as it is written. Inside stand records: type (1), length (4), payload. The table
says where they stand (`table`).

A file without a trailer was cut off: what its body holds in whole segments counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
import hashlib
import struct

from .envelope import WRAPPED, Place
from .moments import length, micros, moment

VERSION = 1
HEADER = 256
TRAILER = 80
SUFFIX = ".kbc"
_HEADER_MAGIC = b"KBCHUNK\0"
_TRAILER_MAGIC = b"KBTRAIL\0"
_BOUND = struct.Struct(">8sHBxI16s16s16s16sq")
_TRAILER = struct.Struct(">8sqIIQ32s")
_CHECK = 16
_RECORD = struct.Struct(">BI")
_FRAGMENT = struct.Struct(">qqBq")
_MOMENT = struct.Struct(">q")
_MESSAGE = struct.Struct(">I")
MESSAGE = _MESSAGE.size
"""Bytes of the length in front of a still's message."""
RECORD_HEAD = _RECORD.size
"""Bytes in front of a record's payload."""
FRAGMENT_HEAD = _FRAGMENT.size
"""Bytes of a fragment's payload in front of its data."""
_INIT, _PIECE, _STILL, _END = 1, 2, 3, 4


class Kind(StrEnum):
    """What a chunk is made of."""

    FMP4 = "fmp4"
    STILL = "still"


_KINDS = {Kind.FMP4: 1, Kind.STILL: 2}
_KIND_OF = {code: kind for kind, code in _KINDS.items()}


class End(StrEnum):
    """Why a chunk ended."""

    LENGTH = "length"
    """It was long enough, or its slot was over."""
    CHANGE = "change"
    """The tracks changed."""
    STOP = "stop"
    """Recording stopped, or paused."""


_ENDS = {End.LENGTH: 1, End.CHANGE: 2, End.STOP: 3}
_END_OF = {code: end for end, code in _ENDS.items()}


@dataclass(frozen=True, slots=True)
class Header:
    """The plain beginning of a chunk's file."""

    kind: Kind
    epoch: int
    vault: str
    camera: str
    chunk: str
    slot: str
    start: datetime
    wrapped: bytes

    @property
    def place(self) -> Place:
        """Return what its keys are bound to."""
        return Place(self.vault, self.camera, self.chunk, self.start)

    def context(self) -> bytes:
        """Return the part that is bound to the body: all but the wrapped key."""
        return _BOUND.pack(
            _HEADER_MAGIC,
            VERSION,
            _KINDS[self.kind],
            self.epoch,
            bytes.fromhex(self.vault),
            bytes.fromhex(self.camera),
            bytes.fromhex(self.chunk),
            bytes.fromhex(self.slot),
            micros(self.start),
        )

    def encode(self) -> bytes:
        """Return the header's bytes."""
        body = (self.context() + self.wrapped).ljust(HEADER - _CHECK, b"\0")
        return body + hashlib.sha256(body).digest()[:_CHECK]

    @classmethod
    def decode(cls, data: bytes) -> Header | None:
        """Read a header; None where the bytes are not one."""
        body, check = data[: HEADER - _CHECK], data[HEADER - _CHECK : HEADER]
        if len(data) < HEADER or hashlib.sha256(body).digest()[:_CHECK] != check:
            return None
        magic, version, kind, epoch, vault, camera, chunk, slot, start = _BOUND.unpack_from(body)
        if magic != _HEADER_MAGIC or version != VERSION or kind not in _KIND_OF:
            return None
        return cls(
            _KIND_OF[kind],
            epoch,
            vault.hex(),
            camera.hex(),
            chunk.hex(),
            slot.hex(),
            moment(start),
            body[_BOUND.size : _BOUND.size + WRAPPED],
        )


@dataclass(frozen=True, slots=True)
class Trailer:
    """The plain end of a finished chunk's file. `digest` is the SHA-256 of all before it.

    `table` is the length of the table between body and trailer; older chunks have none.
    """

    end: datetime
    records: int
    body: int
    digest: bytes
    table: int = 0

    def encode(self) -> bytes:
        """Return the trailer's bytes."""
        data = _TRAILER.pack(
            _TRAILER_MAGIC, micros(self.end), self.records, self.table, self.body, self.digest
        )
        return data + hashlib.sha256(data).digest()[:_CHECK]

    @classmethod
    def decode(cls, data: bytes, file_size: int) -> Trailer | None:
        """Read the last bytes of a file; None where they are not its trailer."""
        body, check = data[:-_CHECK], data[-_CHECK:]
        if len(data) != TRAILER or hashlib.sha256(body).digest()[:_CHECK] != check:
            return None
        magic, end, records, table, size, digest = _TRAILER.unpack(body)
        if magic != _TRAILER_MAGIC or HEADER + size + table + TRAILER != file_size:
            return None
        return cls(moment(end), records, size, digest, table)


# What stands inside ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Init:
    """The description of the tracks that follow (ftyp and moov), and how the picture is turned."""

    data: bytes = field(repr=False)
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of fragmented MP4 (moof and mdat), with the moments it shows and arrived."""

    data: bytes = field(repr=False)
    start: datetime
    duration: timedelta
    keyframe: bool
    arrived: datetime

    @property
    def end(self) -> datetime:
        """Return the moment its last picture ends."""
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Still:
    """One JPEG picture."""

    data: bytes = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a chunk that was finished in order."""

    reason: End


type Record = Init | Fragment | Still | Ended


def encode_record(record: Record) -> tuple[bytes, bytes]:
    """Return the bytes of a record: its head, and its data apart, so that footage is not copied."""
    match record:
        case Init():
            kind, head, data = _INIT, bytes([record.orientation]), record.data
        case Fragment():
            head = _FRAGMENT.pack(
                micros(record.start),
                length(record.duration),
                record.keyframe,
                micros(record.arrived),
            )
            kind, data = _PIECE, record.data
        case Still():
            kind, head, data = _STILL, _MOMENT.pack(micros(record.at)), record.data
        case Ended():
            kind, head, data = _END, bytes([_ENDS[record.reason]]), b""
    return _RECORD.pack(kind, len(head) + len(data)) + head, data


def decode_records(plain: bytes) -> Iterator[Record]:
    """Yield the whole records; a last one that is cut off is left out."""
    offset, view = 0, memoryview(plain)
    while offset + _RECORD.size <= len(plain):
        kind, size = _RECORD.unpack_from(plain, offset)
        offset += _RECORD.size
        if offset + size > len(plain):
            return
        payload, offset = view[offset : offset + size], offset + size
        match kind:
            case 1:
                yield Init(bytes(payload[1:]), payload[0])
            case 2:
                start, duration, keyframe, arrived = _FRAGMENT.unpack_from(payload)
                yield Fragment(
                    bytes(payload[_FRAGMENT.size :]),
                    moment(start),
                    timedelta(microseconds=duration),
                    bool(keyframe),
                    moment(arrived),
                )
            case 3:
                yield Still(bytes(payload[_MOMENT.size :]), moment(_MOMENT.unpack_from(payload)[0]))
            case 4:
                yield Ended(_END_OF.get(payload[0], End.STOP))
            case _:
                pass  # a later version's record: its length says where the next one begins


def payload_size(head: bytes) -> int:
    """Return how many bytes follow the first `RECORD_HEAD` bytes of a record."""
    return int(_RECORD.unpack(head)[1])


def beginning_of(head: bytes, beginning: bytes) -> Record | None:
    """Return a record of which only the beginning is at hand; None where its type is unknown."""
    return next(decode_records(_RECORD.pack(head[0], len(beginning)) + beginning), None)


def encode_message(message: bytes) -> bytes:
    """Return a still's message with its length in front."""
    return _MESSAGE.pack(len(message)) + message


def split_messages(body: bytes) -> Iterator[bytes]:
    """Yield the whole messages of a still chunk's body."""
    offset = 0
    while offset + _MESSAGE.size <= len(body):
        (size,) = _MESSAGE.unpack_from(body, offset)
        offset += _MESSAGE.size
        if offset + size > len(body):
            return
        yield body[offset : offset + size]
        offset += size


def message_context(header: Header, number: int) -> bytes:
    """Return what a still's message is bound to: the header, and its number from 0."""
    return header.context() + _MESSAGE.pack(number)
