"""The plain body of an fMP4 chunk, read forward; and what stands where in a body without a table.

The cipher's streams go one way: what leads up to a place has to be decrypted, too. Nothing is kept of
it but what is left over of the last segment.
"""

from collections.abc import Iterator
import os

from cryptography.cobblestone import Cobblestone256Decryptor
from cryptography.exceptions import InvalidTag

from .chunk import (
    FRAGMENT_HEAD,
    HEADER,
    MESSAGE,
    RECORD_HEAD,
    Fragment,
    Header,
    Init,
    Kind,
    Still,
    beginning_of,
    decode_records,
    message_context,
    payload_size,
)
from .problems import VaultProblem, in_words
from .reading import AT_ONCE, PLAIN, PREAMBLE, SEGMENT, message_of
from .table import MAGIC, Making, Table

WAITING = PLAIN + 4096
"""About how many bytes a stream takes while it waits."""
_BEGINNING = AT_ONCE
"""So much of a record is looked at to know what it is: a fragment's moof, all of an init segment."""
_TAIL = 1024 * 1024
"""So much of a file's end is searched for a table."""


class Stream:
    """The plain body of a chunk from its beginning on."""

    def __init__(self, key: bytes, context: bytes, *, end: int, whole: bool) -> None:
        """Begin at the first byte. `end` is where the body ends in the file.

        Of a body that is not `whole`, what does not verify counts as not there.
        """
        self._decryptor = Cobblestone256Decryptor(key, context)
        self._next = HEADER
        self._end = end
        self._whole = whole
        self._pending = memoryview(b"")
        self.at = 0
        """How far it has been read, in the plain body."""

    def read(self, file: int, until: int) -> Iterator[memoryview]:
        """Yield the plain body up to `until`; ends early where the body does.

        Raises footage_damaged where it does not verify.
        """
        while self.at < until and (self._pending or self._fill(file, until - self.at)):
            taken = self._pending[: until - self.at]
            self._pending = self._pending[len(taken) :]
            self.at += len(taken)
            yield taken

    def settle(self) -> None:
        """Keep no more than what is left over: a view keeps all of what it was cut from."""
        self._pending = memoryview(bytes(self._pending))

    def skip(self, file: int, until: int) -> None:
        """Read forward and throw away."""
        for _ in self.read(file, until):
            pass

    def take(self, file: int, size: int) -> bytes:
        """Return the next bytes; fewer where the body ends."""
        return b"".join(self.read(file, self.at + size))

    def _fill(self, file: int, wanted: int) -> bool:
        """Decrypt what is wanted, `AT_ONCE` at the most; False where the body is over."""
        size = min(-(-wanted // PLAIN) * SEGMENT, AT_ONCE) if self._whole else SEGMENT
        if self._next == HEADER:
            size += PREAMBLE
        with in_words():
            data = os.pread(file, min(size, self._end - self._next), self._next)
        self._next += len(data)
        if not data:
            return False
        try:
            plain = self._decryptor.update(data)
            if len(data) < size:
                self._end = self._next
                plain += self._decryptor.finalize()
        except InvalidTag:
            if self._whole:
                raise VaultProblem("footage_damaged") from None
            self._end = self._next
            return False
        self._pending = memoryview(plain)
        return bool(plain)


def body_end(file: int, size: int) -> int:
    """Return where the body of a chunk that was cut off ends: at its table, where it came that far."""
    start = max(HEADER, size - _TAIL)
    with in_words():
        at = os.pread(file, size - start, start).rfind(MAGIC)
    return size if at < 0 else start + at


def table_of(file: int, header: Header, key: bytes, *, end: int, whole: bool) -> Table:
    """Return what stands where in a body, by walking through all of it."""
    making = Making()
    if header.kind is Kind.STILL:
        _walk_stills(file, header, key, end, making)
        return making.table()
    stream = Stream(key, header.context(), end=end, whole=whole)
    while len(head := stream.take(file, RECORD_HEAD)) == RECORD_HEAD:
        size = payload_size(head)
        after = stream.at + size
        beginning = stream.take(file, min(size, _BEGINNING))
        stream.skip(file, after)
        if stream.at < after:  # cut off within it
            break
        match beginning_of(head, beginning):
            case Init() as init:
                making.init(init, after - len(init.data))
            case Fragment() as piece:
                making.piece(piece, after - size + FRAGMENT_HEAD, size - FRAGMENT_HEAD, piece.data)
    return making.table()


def _walk_stills(file: int, header: Header, key: bytes, end: int, making: Making) -> None:
    at, number = 0, 0
    while (message := read_message(file, at, end)) is not None:
        try:
            plain = message_of(key, message_context(header, number), message)
        except InvalidTag:
            return
        for record in decode_records(plain):
            if isinstance(record, Still):
                making.still(record, at + MESSAGE, len(message))
        at, number = at + MESSAGE + len(message), number + 1


def read_message(file: int, at: int, end: int) -> bytes | None:
    """Return the still's message that stands at a place of the body; None where none is whole."""
    with in_words():
        size = int.from_bytes(os.pread(file, MESSAGE, HEADER + at))
        if not size or HEADER + at + MESSAGE + size > end:
            return None
        return os.pread(file, size, HEADER + at + MESSAGE)
