"""Every touch of the disk under the book: opened, begun, written, overwritten, in that order of syncs.

Personal data is overwritten in place, so that nothing new has to be written elsewhere:

    live ──mark, durable──▶ erased, bytes still there ──zeros, durable──▶ erased

Invariants of that:
1. The mark is one byte and is durable before any other byte changes: whatever a stop leaves is either
   live and whole, or erased.
2. The rest of the frame, its lengths, commitment and leaf hash among it, is not touched: the tree stays.
3. What failed half-way is done again from its first step.
"""

from contextlib import suppress
import errno
import fcntl
import os
from pathlib import Path

from . import frame
from .problems import BookProblem

_AT_ONCE = 1024 * 1024
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def open_locked(path: Path, flags: int) -> int:
    """Open and lock a book's file. BookProblem: book_missing, book_in_use, book_not_writable."""
    try:
        fd = os.open(path, flags | os.O_CLOEXEC, 0o600)
    except OSError as err:
        raise problem(err) from err
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as err:
        os.close(fd)
        raise BookProblem("book_in_use") from err
    return fd


def begin(fd: int, draft: Path, path: Path, head: bytes, size: int) -> None:
    """Write an empty book of `size` bytes under its draft's name and give it its own, unless that is taken."""
    if path.exists():
        raise BookProblem("book_exists")
    try:
        os.ftruncate(fd, 0)
        write(fd, head + bytes(size - len(head)), 0)
        os.fsync(fd)
        draft.rename(path)
        try:
            sync_folder(path.parent)
        except OSError:
            discard(path)
            raise
    except OSError as err:
        raise problem(err) from err


def discard(path: Path) -> None:
    """Remove a file, as far as the disk lets."""
    with suppress(OSError):
        path.unlink()


def write(fd: int, data: bytes, offset: int) -> None:
    """Write all of `data`. OSError."""
    view = memoryview(data)
    while view:
        written = os.pwrite(fd, view, offset)
        view, offset = view[written:], offset + written


def clear(fd: int, start: int, end: int) -> None:
    """Write zeros from `start` to `end`, durable on return. OSError."""
    write(fd, bytes(end - start), start)
    os.fdatasync(fd)


def is_readable(path: Path) -> bool:
    """Say whether all of a file can be read just now."""
    try:
        with path.open("rb") as file:
            while file.read(_AT_ONCE):
                pass
    except OSError:
        return False
    return True


def grow(fd: int, length: int, by: int) -> int:
    """Allocate so many more bytes, as zeros; return the new length, or the old one where the disk refuses."""
    try:
        write(fd, bytes(by), length)
        os.fsync(fd)
    except OSError:
        with suppress(OSError):
            os.ftruncate(fd, length)
        return length
    return length + by


def overwrite(fd: int, offset: int) -> None:
    """Overwrite the personal part of the whole frame at `offset`, where it has one. OSError."""
    part = frame.personal_part(os.pread(fd, frame.FRAME_HEADER, offset))
    if part:
        write(fd, bytes([frame.ERASED]), offset + part.start)
        os.fdatasync(fd)
        write(fd, bytes(len(part) - 1), offset + part.start + 1)
        os.fdatasync(fd)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk. OSError."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def problem(err: OSError, otherwise: str = "book_not_writable") -> BookProblem:
    """Name what the operating system refused."""
    if isinstance(err, FileNotFoundError):
        return BookProblem("book_missing")
    if err.errno in _NO_SPACE:
        return BookProblem("book_full")
    return BookProblem(otherwise, reason=err.strerror)
