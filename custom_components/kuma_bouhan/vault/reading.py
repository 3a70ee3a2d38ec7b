"""Opening chunks: from a file and the keys to what stands inside.

A finished chunk opens whole or not at all. One that was cut off gives the records that
stand in whole, verified segments.
"""

from dataclasses import dataclass
from pathlib import Path

from cryptography.cobblestone import Cobblestone256Decryptor
from cryptography.exceptions import InvalidTag

from .chunk import (
    HEADER,
    TRAILER,
    Fragment,
    Header,
    Init,
    Kind,
    Record,
    Still,
    Trailer,
    decode_records,
    message_context,
    split_messages,
)
from .envelope import open_sealed, unwrap
from .opened import Opened
from .problems import VaultProblem, in_words
from .table import without_table

PREAMBLE = 56
"""Bytes of salt and commitment before a Cobblestone stream's first segment."""
PLAIN = 16 * 1024
"""Bytes of plaintext in a segment."""
SEGMENT = PLAIN + 16
AT_ONCE = 15 * SEGMENT
"""Bytes given to the cipher in one call: it holds the interpreter's lock meanwhile."""


@dataclass(frozen=True, slots=True)
class ChunkContents:
    """What stands in a chunk, in order."""

    records: tuple[Record, ...]
    complete: bool

    @property
    def init(self) -> Init | None:
        """Return the description of its tracks."""
        return next((record for record in self.records if isinstance(record, Init)), None)

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """Return its pieces of video."""
        return tuple(record for record in self.records if isinstance(record, Fragment))

    @property
    def stills(self) -> tuple[Still, ...]:
        """Return its pictures."""
        return tuple(record for record in self.records if isinstance(record, Still))


def read_header(path: Path) -> Header:
    """Return a chunk's header; raises footage_damaged."""
    with in_words(), path.open("rb") as file:
        header = Header.decode(file.read(HEADER))
    if header is None:
        raise VaultProblem("footage_damaged")
    return header


def read_chunk(
    path: Path, opened: Opened, *, slot: str, slot_key: bytes, wrapped: bytes | None
) -> ChunkContents:
    """Open a chunk's file under a slot's key.

    `wrapped` is its key as wrapped under that slot, None where the header's counts. Raises
    footage_gone where the file is not there, footage_damaged where it does not verify.
    """
    try:
        with in_words():
            data = path.read_bytes()
    except VaultProblem as problem:
        raise VaultProblem("footage_gone") from problem
    header = Header.decode(data)
    if header is None:
        raise VaultProblem("footage_damaged")
    key = data_key(header, opened, slot=slot, slot_key=slot_key, wrapped=wrapped)
    trailer = Trailer.decode(data[-TRAILER:], len(data))
    if trailer is None:
        plain = b"".join(_cut_off(header, key, without_table(data[HEADER:])))
        return ChunkContents(tuple(decode_records(plain)), complete=False)
    try:
        plain = _whole(header, key, data[HEADER : HEADER + trailer.body])
    except InvalidTag:
        raise VaultProblem("footage_damaged") from None
    records = tuple(decode_records(plain))
    if len(records) != trailer.records:
        raise VaultProblem("footage_damaged")
    return ChunkContents(records, complete=True)


def data_key(
    header: Header, opened: Opened, *, slot: str, slot_key: bytes, wrapped: bytes | None
) -> bytes:
    """Return the key a chunk's body is encrypted with; raises footage_damaged, footage_sealed."""
    sealed = unwrap(wrapped or header.wrapped, slot_key, slot, header.place)
    return open_sealed(sealed, opened.epoch(header.epoch), header.place)


def _whole(header: Header, key: bytes, body: bytes) -> bytes:
    if header.kind is Kind.FMP4:
        return message_of(key, header.context(), body)
    return b"".join(
        message_of(key, message_context(header, number), message)
        for number, message in enumerate(split_messages(body))
    )


def message_of(key: bytes, context: bytes, message: bytes) -> bytes:
    """Return what stands in a whole message. InvalidTag where it does not verify."""
    stream = Cobblestone256Decryptor(key, context)
    view = memoryview(message)
    parts = [stream.update(view[at : at + AT_ONCE]) for at in range(0, len(view), AT_ONCE)]
    return b"".join((*parts, stream.finalize()))


def _cut_off(header: Header, key: bytes, body: bytes) -> list[bytes]:
    """Return what verifies of a body whose end is missing."""
    parts: list[bytes] = []
    try:
        if header.kind is Kind.STILL:
            for number, message in enumerate(split_messages(body)):
                parts.append(message_of(key, message_context(header, number), message))
        else:
            stream = Cobblestone256Decryptor(key, header.context())
            parts.append(stream.update(body[:PREAMBLE]))
            for at in range(PREAMBLE, len(body), SEGMENT):
                parts.append(stream.update(body[at : at + SEGMENT]))  # noqa: PERF401
            # Only its trailer may be missing.
            parts.append(stream.finalize())
    except InvalidTag:
        pass
    return parts
