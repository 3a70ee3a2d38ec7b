"""Writing a camera's footage: fragments and stills become chunks, as they come.

    closed ──fragment or still──▶ open: header on the disk, its name too
    open ──fragment or still──▶ open: encrypted and written
    open ──sync──▶ open: all that was written is on the disk
    open ──long enough or slot over (at a keyframe), tracks change, cut──▶ finished: trailer, sync
    open ──the disk refuses──▶ given up: the file stays as it is, and counts as cut off
    open ──its slot is destroyed──▶ dropped: nothing of it can be read; a new chunk begins

A power cut costs what came since the last sync and what the cipher still buffers (16 KiB).
Plaintext is on no disk at any time.
"""

from collections.abc import Callable, Iterator
import contextlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import hashlib
import logging
import os
from pathlib import Path
import threading

from cryptography.cobblestone import Cobblestone256Encryptor

from ..guideline.retention import slot_start
from . import files
from .chunk import (
    HEADER,
    MESSAGE,
    TRAILER,
    End,
    Ended,
    Fragment,
    Header,
    Init,
    Kind,
    Record,
    Still,
    Trailer,
    encode_message,
    encode_record,
    message_context,
)
from .envelope import DATA_KEY, Place, seal, wrap
from .facts import ChunkFacts, Row, facts_of
from .parts import Parts, camera_folder, chunk_path, slot_folder
from .problems import problem_of
from .slots import Slot
from .table import Making, seal_table

__all__ = ["CameraWriter", "Fragment"]

AT_ONCE = 256 * 1024
"""Bytes given to the cipher in one call: it holds the interpreter's lock meanwhile."""
LONGEST = 3
"""A chunk is cut without a keyframe once it is this many times as long as it should be."""

_LOGGER = logging.getLogger(__name__)

type Due = Callable[[datetime], datetime | None]


@dataclass(slots=True)
class _Open:
    """The chunk being written."""

    header: Header
    slot: Slot
    path: Path
    descriptor: int
    data_key: bytes = field(repr=False)
    stream: Cobblestone256Encryptor | None
    """Of an fMP4 chunk; stills are messages of their own."""
    end: datetime
    digest: hashlib._Hash
    size: int = 0
    records: int = 0
    plain: int = 0
    """Bytes of the records so far."""
    making: Making = field(default_factory=Making)


class CameraWriter:
    """Writes one camera's footage. Raises `VaultProblem` where the disk refuses.

    After an error the next piece begins a new chunk, in this writer as in a new one.
    """

    def __init__(
        self,
        parts: Parts,
        camera: str,
        due: Due,
        *,
        lock: threading.RLock,
        finished: Callable[[ChunkFacts], None],
        closed: Callable[[CameraWriter], None],
    ) -> None:
        """Open nothing yet. `finished` hears of every chunk, on the writing thread.

        `lock` is the camera's, held for each call: erasing part of an hour holds it while it
        looks and decides.
        """
        self._lock = lock
        self.camera = camera
        self._parts = parts
        self._due = due
        self._finished = finished
        self._closed = closed
        self._init: Init | None = None
        self._init_written: Init | None = None
        self._open: _Open | None = None

    def start(self, init: bytes, *, orientation: int = 1) -> None:
        """Describe the tracks of what follows; where they change, a new chunk begins."""
        with self._lock:
            self._init = Init(init, orientation)

    def fragment(self, piece: Fragment) -> None:
        """Write a fragment."""
        if self._init is None:
            raise ValueError("start comes first")
        with self._lock, self._spoken():
            if self._open is not None and self._init_written != self._init:
                self._finish(End.CHANGE)
            self._ready(Kind.FMP4, piece.start, cuttable=piece.keyframe)
            if self._open is None:
                self._begin(Kind.FMP4, piece.start)
                self._append(self._init)
                self._init_written = self._init
            self._append(piece)
            self._extend(piece.end)

    def still(self, jpeg: bytes, at: datetime) -> None:
        """Write a still, complete by itself."""
        with self._lock, self._spoken():
            self._ready(Kind.STILL, at, cuttable=True)
            if self._open is None:
                self._begin(Kind.STILL, at)
            self._append(Still(jpeg, at))
            self._extend(at)

    def sync(self) -> None:
        """Return once all that was written is on the disk. Whoever writes says when."""
        with self._lock, self._spoken():
            if self._open is not None:
                files.sync(self._open.descriptor)

    def cut(self) -> None:
        """Finish the open chunk; the next piece begins a new one."""
        with self._lock, self._spoken():
            self._finish(End.STOP)

    def close(self) -> None:
        """Finish the open chunk and be done."""
        try:
            self.cut()
        finally:
            self._closed(self)

    @contextlib.contextmanager
    def _spoken(self) -> Iterator[None]:
        """Give up the open chunk where anything fails, and say why."""
        try:
            yield
        except OSError as error:
            self._give_up()
            raise problem_of(error) from error
        except BaseException:
            self._give_up()
            raise

    # One chunk -------------------------------------------------------------------------------

    def _ready(self, kind: Kind, start: datetime, *, cuttable: bool) -> None:
        """Finish the open chunk where the next piece does not belong to it."""
        open_, timing = self._open, self._parts.timing
        if open_ is None:
            return
        if not self._parts.slots.is_live(open_.slot.id):
            self._drop()
            return
        age = start - open_.header.start
        if open_.header.kind is not kind or age < timedelta(0):
            self._finish(End.CHANGE)
        elif age >= LONGEST * timing.chunk or (
            cuttable
            and (
                age >= timing.chunk
                or start >= open_.slot.end
                or open_.header.epoch != self._parts.keys.current.number
            )
        ):
            self._finish(End.LENGTH)

    def _begin(self, kind: Kind, start: datetime) -> None:
        """Make the file of a new chunk: its header and its name are on the disk on return."""
        parts, random = self._parts, self._parts.random
        parts.check_there()
        begins = slot_start(start, parts.timing.slot)
        # No slot may be destroyed between its choice and the making of the file in its folder.
        with parts.slots.lock:
            slot = parts.slots.home(self.camera, begins, parts.timing.slot, self._due)
            place = Place(parts.id, self.camera, random(16).hex(), start)
            data_key = random(DATA_KEY)
            epoch = parts.keys.current
            sealed = seal(data_key, epoch.public, place)
            header = Header(
                kind,
                epoch.number,
                parts.id,
                self.camera,
                place.chunk,
                slot.id,
                start,
                wrap(sealed, parts.slots.key(slot.id), slot.id, place, random),
            )
            path = chunk_path(parts.folder, self.camera, slot.start, slot.id, place.chunk)
            files.make_folder(camera_folder(parts.folder, self.camera))
            files.make_folder(slot_folder(parts.folder, self.camera, slot.start, slot.id))
            parts.open_chunks.begin(place.chunk)
            try:
                descriptor = files.create(path)
            except BaseException:
                parts.open_chunks.end(place.chunk)
                raise
        self._open = _Open(
            header,
            slot,
            path,
            descriptor,
            data_key,
            Cobblestone256Encryptor(data_key, header.context()) if kind is Kind.FMP4 else None,
            start,
            hashlib.sha256(),
        )
        self._write(header.encode())
        files.sync(descriptor)
        files.sync_folder(path.parent)

    def _append(self, record: Record) -> None:
        open_ = self._open
        assert open_ is not None
        head, data = encode_record(record)
        if open_.stream is None:
            stream = Cobblestone256Encryptor(
                open_.data_key, message_context(open_.header, open_.records)
            )
            message = encode_message(b"".join((*_encrypted(stream, head, data), stream.finalize())))
            self._write(message)
            if isinstance(record, Still):
                size = len(message) - MESSAGE
                open_.making.still(record, open_.size - HEADER - size, size)
        else:
            for piece in _encrypted(open_.stream, head, data):
                self._write(piece)
            at = open_.plain + len(head)
            if isinstance(record, Init):
                open_.making.init(record, at)
            elif isinstance(record, Fragment):
                open_.making.fragment(record, at)
        open_.plain += len(head) + len(data)
        open_.records += 1

    def _extend(self, end: datetime) -> None:
        open_ = self._open
        assert open_ is not None
        open_.end = max(open_.end, end)

    def _write(self, data: bytes) -> None:
        open_ = self._open
        assert open_ is not None
        if not data:  # the cipher keeps what does not fill a segment
            return
        files.write(open_.descriptor, data)
        open_.digest.update(data)
        open_.size += len(data)

    def _finish(self, reason: End) -> None:
        open_ = self._open
        if open_ is None:
            return
        if not self._parts.slots.is_live(open_.slot.id):
            self._drop()
            return
        self._append(Ended(reason))
        last = b"" if open_.stream is None else open_.stream.finalize()
        body = open_.size - HEADER + len(last)
        table = seal_table(open_.making.table(), open_.data_key, open_.header)
        self._write(last + table)
        # Where a trailer stands, the chunk is whole: after a power cut, too.
        files.sync(open_.descriptor)
        trailer = Trailer(open_.end, open_.records, body, open_.digest.digest(), table=len(table))
        files.write(open_.descriptor, trailer.encode())
        files.sync(open_.descriptor)
        self._let_go(open_, complete=True, size=open_.size + TRAILER)

    def _give_up(self) -> None:
        """Leave the file as it is: what it holds in whole counts."""
        open_ = self._open
        if open_ is None:
            return
        if open_.size > HEADER:
            self._let_go(open_, complete=False, size=open_.size)
        else:
            self._drop()
            with contextlib.suppress(OSError):
                files.unlink(open_.path)

    def _drop(self) -> None:
        """Leave a file that nothing can be read from any more; it goes with its slot."""
        open_, self._open = self._open, None
        if open_ is not None:
            os.close(open_.descriptor)
            self._parts.open_chunks.end(open_.header.chunk)

    def _let_go(self, open_: _Open, *, complete: bool, size: int) -> None:
        self._open = None
        header = open_.header
        row = Row(
            header.chunk,
            self.camera,
            header.start,
            open_.end,
            size,
            header.slot,
            open_.slot.start,
            header.slot,
            header.kind,
            complete,
            open_.digest.digest(),
        )
        try:
            os.close(open_.descriptor)
        finally:
            # A chunk is in the index before it is no longer open: reconciling counts on it.
            self._parts.index.add([row])
            self._parts.open_chunks.end(header.chunk)
        slot = self._parts.slots.get(header.slot) or open_.slot
        self._finished(facts_of(row, slot))


def _encrypted(stream: Cobblestone256Encryptor, head: bytes, data: bytes) -> Iterator[bytes]:
    yield stream.update(head)
    view = memoryview(data)
    for start in range(0, len(data), AT_ONCE):
        yield stream.update(view[start : start + AT_ONCE])
