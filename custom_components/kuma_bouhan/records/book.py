"""The book: one append-only file of acts.

    INTACT ◀─ all frames whole, zeros behind them
    REPAIRED ◀─ the last write was torn; it has been overwritten with zeros, no acknowledged act is gone
    DAMAGED ◀─ anything worse: read-only, nothing on disk is touched, acts before the damage are folded

Invariants:
1. `append` returns only when the act is durable; an act that raises is not in the book, or the book
   writes no more until it is opened again.
2. Acts stand in one sequence without a hole, whoever appends, from whichever thread.
3. Between the last frame and the file's end lie zeros that are already allocated, so that an act needs no
   new space; at least `RESERVE` of them while the disk has room.
4. One process at a time (flock on the file itself).
"""

from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
import errno
import fcntl
import os
from pathlib import Path
from threading import Lock
from typing import Self

from ..guideline.people import Actor
from . import codec, frame
from .acts import RecordedAct
from .entry import Entry, Phase
from .frame import FILE_HEADER
from .merkle import Tree
from .problems import BookProblem

STEP = 256 * 1024
"""The file grows by this much, in bytes."""
RESERVE = 64 * 1024
"""So much allocated room is kept ahead of the last act, in bytes."""

type Fold = Callable[[Entry], None]

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class BookState(StrEnum):
    """What opening the book found."""

    INTACT = "intact"
    REPAIRED = "repaired"
    DAMAGED = "damaged"


class Book:
    """The open book. Synchronous and thread-safe; `append` waits for the disk."""

    def __init__(self, fd: int, path: Path, random: Callable[[int], bytes]) -> None:
        """Take over an open, locked file; see `create` and `open`."""
        self.path = path
        self.site = ""
        self.state = BookState.INTACT
        self.damage: str | None = None
        """Where and what the damage is, for people who mend; no personal data."""
        self.lost = 0
        """Bytes of a torn last write that were overwritten."""
        self._fd = fd
        self._random = random
        self._lock = Lock()
        self._tree = Tree()
        self._offsets = array("Q")
        self._end = FILE_HEADER
        self._allocated = os.fstat(fd).st_size
        self._stuck = False  # a failed write could not be taken back
        self._closed = False

    @classmethod
    def create(cls, path: Path, *, site: str, random: Callable[[int], bytes] = os.urandom) -> Self:
        """Begin a new book for a site (32 hex digits), durable on return; never over another.

        BookProblem: book_exists, book_in_use, book_full, book_not_writable.
        """
        draft = path.with_name(path.name + ".new")
        fd = _open(draft, os.O_RDWR | os.O_CREAT)
        try:
            _begin(fd, draft, path, bytes.fromhex(site))
            book = cls(fd, path, random)
        except BaseException:
            draft.unlink(missing_ok=True)
            os.close(fd)
            raise
        book.site = site
        return book

    @classmethod
    def open(cls, path: Path, *, fold: Fold, random: Callable[[int], bytes] = os.urandom) -> Self:
        """Open a book, check all of it, and hand every act to `fold`, oldest first.

        Damage does not raise: see `state`. BookProblem: book_missing, book_in_use,
        book_not_writable, book_version.
        """
        fd = _open(path, os.O_RDWR)
        try:
            book = cls(fd, path, random)
            book._read_header()
            book._replay(fold)
        except BaseException:
            os.close(fd)
            raise
        return book

    @property
    def size(self) -> int:
        """Return how many acts stand in the book."""
        return self._tree.size

    @property
    def writable(self) -> bool:
        """Say whether acts can be entered."""
        return self.state is not BookState.DAMAGED and not self._stuck and not self._closed

    def root(self) -> bytes:
        """Return the RFC 6962 root of all acts."""
        with self._lock:
            return self._tree.root()

    def append(
        self,
        act: RecordedAct,
        *,
        actor: Actor,
        phase: Phase,
        at: datetime,
        zone: tzinfo,
        order: int | None = None,
    ) -> Entry:
        """Enter an act; it is durable on return.

        BookProblem: book_read_only, book_full, book_not_written, book_closed.
        """
        with self._lock:
            self._check_open()
            if not self.writable:
                raise BookProblem("book_read_only")
            written = Entry(
                seq=self.size,
                at=at.astimezone(UTC),
                local=at.astimezone(zone).isoformat(),
                actor=actor,
                phase=phase,
                order=order,
                act=act,
            )
            public, personal = codec.encode(written)
            data, leaf = frame.build(public, personal, salt=self._random(16))
            self._make_room(len(data))
            self._write_frame(data)
            self._count(leaf, len(data))
            # As it will be read: what is folded now is what a replay folds.
            return codec.decode(public, personal)

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Read acts `start` up to but not including `stop` (all that stand now) from the file.

        BookProblem: book_unreadable where the file no longer holds what it held, book_closed.
        """
        take = frame.reader(self._fd)
        for seq in range(start, self.size if stop is None else min(stop, self.size)):
            with self._lock:
                self._check_open()
                try:
                    found = frame.read(take, self._offsets[seq])
                except (OSError, frame.BadFrame) as err:
                    raise BookProblem("book_unreadable", seq=seq) from err
            yield _entry(found)

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._fd)

    def _check_open(self) -> None:
        if self._closed:
            raise BookProblem("book_closed")

    def _read_header(self) -> None:
        head = frame.read_file_header(os.pread(self._fd, FILE_HEADER, 0))
        if head is None:
            self._damaged("file header", 0)
            return
        version, site = head
        if version > frame.VERSION:
            raise BookProblem("book_version", version=version)
        self.site = site.hex()

    def _replay(self, fold: Fold) -> None:
        """Check and fold frame after frame, then judge what lies behind the last."""
        take = frame.reader(self._fd)
        while True:
            try:
                found = frame.read(take, self._end)
                entry = _entry(found)
            except frame.BadFrame as bad:
                self._judge(bad)
                return
            except (OSError, ValueError, KeyError, TypeError) as err:
                self._damaged(type(err).__name__, self._end)
                return
            if entry.seq != self.size:
                self._damaged(f"act {entry.seq} instead of {self.size}", self._end)
                return
            self._count(found.leaf, found.length)
            fold(entry)

    def _judge(self, bad: frame.BadFrame) -> None:
        """Tell the book's end and a torn last write from damage."""
        try:
            tail = frame.survey(self._fd, self._end)
            if tail.end == self._end:
                return
            farthest = self._end + (frame.LONGEST if bad.length is None else bad.length)
            if tail.frames or tail.end > farthest:
                self._damaged(bad.why, self._end)
            elif self.state is BookState.INTACT:
                _write(self._fd, bytes(tail.end - self._end), self._end)
                os.fdatasync(self._fd)
                self.state = BookState.REPAIRED
                self.lost = tail.end - self._end
        except OSError as err:
            self._damaged(type(err).__name__, self._end)

    def _damaged(self, why: str, offset: int) -> None:
        self.state = BookState.DAMAGED
        if self.damage is None:
            self.damage = f"{why}, byte {offset}"

    def _count(self, leaf: bytes, length: int) -> None:
        self._tree.push(leaf)
        self._offsets.append(self._end)
        self._end += length

    def _make_room(self, size: int) -> None:
        """Keep the reserve ahead; when the disk gives no more, live on it while it lasts."""
        missing = self._end + size + RESERVE - self._allocated
        if missing > 0:
            grown = -(-missing // STEP) * STEP
            try:
                _write(self._fd, bytes(grown), self._allocated)
                os.fsync(self._fd)
                self._allocated += grown
            except OSError:
                with suppress(OSError):
                    os.ftruncate(self._fd, self._allocated)
        if self._end + size > self._allocated:
            raise BookProblem("book_full")

    def _write_frame(self, data: bytes) -> None:
        """Write a frame and wait for the disk; take it back where that fails."""
        try:
            _write(self._fd, data, self._end)
            os.fdatasync(self._fd)
        except OSError as err:
            try:
                _write(self._fd, bytes(len(data)), self._end)
                os.fdatasync(self._fd)
            except OSError:
                self._stuck = True
            raise _problem(err, "book_not_written") from err


def _entry(found: frame.Frame) -> Entry:
    return codec.decode(
        found.public, found.personal, erased=found.erased, signature=found.signature
    )


def _open(path: Path, flags: int) -> int:
    """Open and lock a book's file."""
    try:
        fd = os.open(path, flags | os.O_CLOEXEC, 0o600)
    except OSError as err:
        raise _problem(err) from err
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as err:
        os.close(fd)
        raise BookProblem("book_in_use") from err
    return fd


def _begin(fd: int, draft: Path, path: Path, site: bytes) -> None:
    """Write an empty book under its draft's name and give it its own, unless that is taken."""
    if path.exists():
        raise BookProblem("book_exists")
    head = frame.file_header(site)
    try:
        os.ftruncate(fd, 0)
        _write(fd, head + bytes(STEP - len(head)), 0)
        os.fsync(fd)
        draft.rename(path)
        _sync_folder(path.parent)
    except OSError as err:
        raise _problem(err) from err


def _write(fd: int, data: bytes, offset: int) -> None:
    """Write all of `data`."""
    view = memoryview(data)
    while view:
        written = os.pwrite(fd, view, offset)
        view, offset = view[written:], offset + written


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _problem(err: OSError, otherwise: str = "book_not_writable") -> BookProblem:
    """Name what the operating system refused."""
    if isinstance(err, FileNotFoundError):
        return BookProblem("book_missing")
    if err.errno in _NO_SPACE:
        return BookProblem("book_full")
    return BookProblem(otherwise, reason=err.strerror)
