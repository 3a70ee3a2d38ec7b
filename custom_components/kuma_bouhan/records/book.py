"""The book: one append-only file of acts.

    INTACT ◀─ all frames whole, zeros behind them
    REPAIRED ◀─ the last write was torn; it has been overwritten with zeros, no acknowledged act is gone
    DAMAGED ◀─ anything worse: read-only, nothing on disk is touched, acts before the damage are folded

Invariants:
1. `append` returns only when the act is durable; an act that raises is not in the book, or the book
   writes no more until what it left of it is overwritten, or it is opened again.
2. Acts stand in one sequence without a hole, whoever appends, from whichever thread.
3. Between the last frame and the file's end lie zeros that are already allocated, so that an act needs no
   new space; at least `RESERVE` of them while the disk has room.
4. One process at a time (flock on the file itself).
5. What stands is changed in one way only: personal data is overwritten in place (`disk.overwrite`).
   What a stop left of that is finished when the book is opened, unless it is damaged.
"""

from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
import os
from pathlib import Path
from threading import Lock
from typing import Self

from ..guideline.people import Actor
from . import codec, copying, disk, frame
from .acts import RecordedAct
from .entry import Entry, Phase
from .frame import FILE_HEADER
from .merkle import Tree
from .note import Sign, checkpoint
from .problems import BookProblem
from .proofs import Prover

STEP = 256 * 1024
"""The file grows by this much, in bytes."""
RESERVE = 64 * 1024
"""So much allocated room is kept ahead of the last act, in bytes."""
LEAST = 4 * 1024
"""Where less is left of it, what has to be entered one after another is not begun."""

type Fold = Callable[[Entry], None]
type Random = Callable[[int], bytes]


class BookState(StrEnum):
    """What opening the book found."""

    INTACT = "intact"
    REPAIRED = "repaired"
    DAMAGED = "damaged"


class Book:
    """The open book. Synchronous and thread-safe; `append` waits for the disk."""

    def __init__(self, fd: int, path: Path, random: Random) -> None:
        """Take over an open, locked file; see `create` and `open`."""
        self.path = path
        self.site = ""
        self.state = BookState.INTACT
        self.damage: str | None = None
        """Where and what the damage is, for people who mend; no personal data."""
        self.unread = False
        """It counts as damaged because the disk refused to be read: it may be whole."""
        self.lost = 0
        """Bytes of a torn last write that were overwritten."""
        self.was_copied = False
        """It is a copy that was made while it was written, and its end was mended."""
        self._fd = fd
        self._random = random
        self._lock = Lock()
        self._tree = Tree()
        self._prover = Prover(self._leaves)
        self._proving = Lock()
        self._offsets = array("Q")
        self._end = FILE_HEADER
        self._allocated = os.fstat(fd).st_size
        self._copied_from: copying.Mark | None = None
        self._stuck = 0  # bytes of a failed write that could not be taken back
        self._closed = False

    @classmethod
    def create(cls, path: Path, *, site: str, random: Random = os.urandom) -> Self:
        """Begin a new book for a site (32 hex digits), durable on return; never over another.

        BookProblem: book_exists, book_in_use, book_full, book_not_writable.
        """
        draft = path.with_name(path.name + ".new")
        fd = disk.open_locked(draft, os.O_RDWR | os.O_CREAT)
        try:
            disk.begin(fd, draft, path, frame.file_header(bytes.fromhex(site)), STEP)
            book = cls(fd, path, random)
        except BaseException:
            disk.discard(draft)
            os.close(fd)
            raise
        book.site = site
        return book

    @classmethod
    def open(
        cls, path: Path, *, fold: Fold, random: Random = os.urandom, being_copied: bool = False
    ) -> Self:
        """Open a book, check all of it, and hand every act to `fold`, oldest first.

        `being_copied`: somebody began to copy it before. Damage does not raise: see `state`.
        BookProblem: book_missing, book_in_use, book_not_writable, book_version.
        """
        fd = disk.open_locked(path, os.O_RDWR)
        try:
            book = cls(fd, path, random)
            book._copied_from = copying.find(path)
            book._read(fold, being_copied=being_copied)
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
        return self._sound and not self.is_full

    @property
    def is_full(self) -> bool:
        """Say whether the disk gives no room and the reserve is used up; the next act tries again."""
        return self._allocated - self._end < LEAST

    @property
    def _sound(self) -> bool:
        return self.state is not BookState.DAMAGED and not self._stuck and not self._closed

    def root(self) -> bytes:
        """Return the RFC 6962 root of all acts."""
        with self._lock:
            return self._tree.root()

    def checkpoint(self, sign: Sign) -> str:
        """Return the signed note of how many acts there are and what their root is."""
        with self._lock:
            size, root = self._tree.size, self._tree.root()
        return checkpoint(self.site, size, root, sign)

    def root_at(self, size: int) -> bytes:
        """Return the root of the first `size` acts. BookProblem: book_unreadable, book_closed."""
        with self._proving:
            return self._prover_of(size).root(size)

    def inclusion(self, seq: int, size: int) -> list[bytes]:
        """Return the proof (RFC 6962) that act `seq` is one of the first `size`. As `root_at`."""
        with self._proving:
            return self._prover_of(size).inclusion(seq, size)

    def consistency(self, old: int, new: int) -> list[bytes]:
        """Return the proof (RFC 6962) that the book of `new` acts begins with that of `old`."""
        with self._proving:
            return self._prover_of(new).consistency(old, new)

    def append(
        self,
        act: RecordedAct,
        *,
        actor: Actor,
        phase: Phase,
        at: datetime,
        zone: tzinfo,
        order: int | None = None,
        sign: Sign | None = None,
    ) -> Entry:
        """Enter an act, signed where somebody signs; it is durable on return.

        BookProblem: book_read_only, book_full, book_not_written, book_closed.
        """
        with self._lock:
            self._check_sound()
            written = Entry(
                seq=self.size,
                at=at.astimezone(UTC),
                local=at.astimezone(zone).isoformat(),
                actor=actor,
                phase=phase,
                order=order,
                act=act,
            )
            public, personal = codec.encode(written, signed=sign is not None)
            data, leaf, signature = frame.build(
                public,
                personal,
                salt=self._random(16),
                sign=sign and (lambda leaf: sign(frame.SIGNED + bytes.fromhex(self.site) + leaf)),
            )
            self._make_room(len(data))
            self._write_frame(data)
            self._count(leaf, len(data))
            # As it will be read: what is folded now is what a replay folds.
            return codec.decode(public, personal, signature=signature)

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Read acts `start` up to but not including `stop` (all that stand now) from the file.

        BookProblem: book_unreadable where the file no longer holds what it held, book_closed.
        """
        take = frame.reader(self._fd)
        for seq in range(start, self.size if stop is None else min(stop, self.size)):
            yield _entry(self._frame(take, seq))

    def entry(self, seq: int) -> Entry:
        """Read one act from the file. BookProblem as for `entries`."""
        return _entry(self.stored(seq))

    def stored(self, seq: int) -> frame.Frame:
        """Return an act as it is stored. BookProblem as for `entries`."""
        return self._frame(lambda offset, size: os.pread(self._fd, size, offset), seq)

    def _frame(self, take: Callable[[int, int], bytes], seq: int) -> frame.Frame:
        with self._lock:
            self._check_open()
            try:
                return frame.read(take, self._offsets[seq])
            except (OSError, frame.BadFrame) as err:
                raise BookProblem("book_unreadable", seq=seq) from err

    def erase_personal(self, seq: int) -> bool:
        """Overwrite an act's personal part in place, durable on return; needs no new space.

        Say whether it was: it has to wait while the book is being copied. A second time is
        harmless. BookProblem: book_read_only, book_not_written, book_closed.
        """
        with self._lock:
            self._check_sound()
            if self.is_copied:
                return False
            try:
                disk.overwrite(self._fd, self._offsets[seq])
            except OSError as err:
                raise disk.problem(err, "book_not_written") from err
            return True

    def begin_copy(self) -> None:
        """Somebody will copy the file, piece by piece. BookProblem: book_full, book_not_written."""
        with self._lock:
            mark = copying.Mark(self._end, self.size)
            copying.lay(self.path, mark)
            self._copied_from = mark

    def end_copy(self) -> None:
        """Take note that the copy is done, or given up."""
        with self._lock:
            copying.take_away(self.path)
            self._copied_from = None

    @property
    def is_copied(self) -> bool:
        """Say whether somebody copies the file."""
        return self._copied_from is not None

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._fd)

    def _prover_of(self, size: int) -> Prover:
        if size > self.size:
            raise ValueError(f"there are {self.size} acts, not {size}")
        return self._prover

    def _leaves(self, start: int, stop: int) -> list[bytes]:
        """Read the leaf hashes of a few acts."""
        with self._lock:
            self._check_open()
            try:
                return [frame.read_leaf(self._fd, offset) for offset in self._offsets[start:stop]]
            except OSError as err:
                raise BookProblem("book_unreadable", seq=start) from err

    def _check_sound(self) -> None:
        self._check_open()
        if self._stuck:
            self._take_back(self._stuck)
        if not self._sound:
            raise BookProblem("book_read_only")

    def _check_open(self) -> None:
        if self._closed:
            raise BookProblem("book_closed")

    def _read(self, fold: Fold, *, being_copied: bool) -> None:
        try:
            head = frame.read_file_header(os.pread(self._fd, FILE_HEADER, 0))
            if head is None:
                self._damaged("file header", 0)
            elif head[0] > frame.VERSION:
                raise BookProblem("book_version", version=head[0])
            else:
                self.site = head[1].hex()
            self._settle(self._replay(fold), being_copied=being_copied)
        except OSError as err:
            self.unread = self.state is BookState.INTACT  # else it was mending that failed
            self._damaged(type(err).__name__, self._end)

    def _replay(self, fold: Fold) -> array[int]:
        """Check and fold all frames, judge what follows; return where overwriting was not finished."""
        leftover = array("Q")
        take = frame.reader(self._fd)
        while True:
            try:
                found = frame.read(take, self._end)
                entry = _entry(found)
            except frame.BadFrame as bad:
                self._judge(bad)
                return leftover
            except (ValueError, KeyError, TypeError) as err:
                self._damaged(type(err).__name__, self._end)
                return leftover
            if entry.seq != self.size:
                self._damaged(f"act {entry.seq} instead of {self.size}", self._end)
                return leftover
            if found.leftover:
                leftover.append(self._end)
            self._count(found.leaf, found.length)
            fold(entry)

    def _judge(self, bad: frame.BadFrame) -> None:
        """Tell the book's end and a torn last write from damage."""
        tail = frame.survey(self._fd, self._end)
        if tail.end == self._end:
            return
        farthest = self._end + (frame.LONGEST if bad.length is None else bad.length)
        copied = self._copied_from is not None and self._copied_from.is_before(self._end, self.size)
        if (tail.frames or tail.end > farthest) and not copied:
            self._damaged(bad.why, self._end)
        elif self.state is BookState.INTACT:
            end = self._allocated if tail.frames else tail.end
            self.state = BookState.REPAIRED
            disk.clear(self._fd, self._end, end)
            self.lost = end - self._end
            self.was_copied = copied

    def _settle(self, leftover: array[int], *, being_copied: bool) -> None:
        """Finish what a stop or a copy left half done; damage is left as it is."""
        if self.state is BookState.DAMAGED:
            return
        self._make_room(0)
        with suppress(OSError, BookProblem):  # it is erased already, and tried again next time
            if not being_copied:
                self.end_copy()
                for offset in leftover:
                    disk.overwrite(self._fd, offset)
            elif not self.is_copied:
                self.begin_copy()

    def _damaged(self, why: str, offset: int) -> None:
        self.state = BookState.DAMAGED
        self.damage = self.damage or f"{why}, byte {offset}"

    def _count(self, leaf: bytes, length: int) -> None:
        self._tree.push(leaf)
        self._offsets.append(self._end)
        self._end += length

    def _make_room(self, size: int) -> None:
        """Keep the reserve ahead; when the disk gives no more, live on it while it lasts."""
        missing = self._end + size + RESERVE - self._allocated
        if missing > 0:
            self._allocated = disk.grow(self._fd, self._allocated, -(-missing // STEP) * STEP)
        if self._end + size > self._allocated:
            raise BookProblem("book_full")

    def _write_frame(self, data: bytes) -> None:
        """Write a frame and wait for the disk; take it back where that fails."""
        try:
            disk.write(self._fd, data, self._end)
            os.fdatasync(self._fd)
        except OSError as err:
            self._take_back(len(data))
            raise disk.problem(err, "book_not_written") from err

    def _take_back(self, length: int) -> None:
        """Overwrite what a failed write has left; where that fails, too, the next act tries again."""
        self._stuck = length
        with suppress(OSError):
            disk.clear(self._fd, self._end, self._end + length)
            self._stuck = 0


def _entry(found: frame.Frame) -> Entry:
    return codec.decode(
        found.public, found.personal, erased=found.erased, signature=found.signature
    )
