"""Every touch of the disk whose order matters: durable writes, folders, reads past the cache.

All of them raise `OSError`. Nothing is durable before its sync has returned: a file's
bytes after `sync`, its name after `sync_folder` of the folder that holds it.
"""

from collections.abc import Iterable
import contextlib
import mmap
import os
from pathlib import Path
import threading

BLOCK = 4096
"""Reads past the page cache are aligned to this; no disk in use has larger sectors."""

# Direct reads want aligned memory; making it anew costs as much as reading.
_BUFFER = mmap.mmap(-1, BLOCK)
_BUFFER_LOCK = threading.Lock()


def create(path: Path) -> int:
    """Create a file that must not exist yet, for its owner alone; return its descriptor."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def open_existing(path: Path, *, writable: bool) -> int:
    """Open a file that is there."""
    return os.open(path, (os.O_RDWR if writable else os.O_RDONLY) | os.O_CLOEXEC)


def write(descriptor: int, data: bytes) -> None:
    """Append all of `data` at the file's position."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of `data` at an offset."""
    view = memoryview(data)
    while view:
        written = os.pwrite(descriptor, view, offset)
        view, offset = view[written:], offset + written


def sync(descriptor: int) -> None:
    """Return once the file's bytes and length are on the disk."""
    os.fdatasync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, durably, unless it is there. Its parent must exist."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    try:
        sync_folder(folder.parent)
    except OSError:
        # One that is there is taken for durable: whoever tries again has to make it again.
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise


def put(path: Path, data: bytes) -> None:
    """Write a small file so that after a crash either the old one or the new one is there."""
    new = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    descriptor = create(new)
    try:
        write(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)
    new.replace(path)
    sync_folder(path.parent)


def unlink(path: Path) -> None:
    """Remove a file; durable only after its folder's sync."""
    path.unlink()


def discard(path: Path) -> None:
    """Remove a file, durably, as far as the disk lets."""
    with contextlib.suppress(OSError):
        path.unlink()
        sync_folder(path.parent)


def allocate(descriptor: int, offset: int, length: int) -> None:
    """Write zeros, so that later writes there need no space."""
    # Some file systems refuse to allocate ahead; the zeros do it all the same.
    with contextlib.suppress(OSError):
        os.posix_fallocate(descriptor, offset, length)
    write_at(descriptor, bytes(length), offset)


def read_past_cache(path: Path, offsets: Iterable[int], length: int) -> dict[int, bytes]:
    """Return `length` bytes at each offset as the disk has them, not as memory does.

    Where the file system refuses direct reads, its cached pages are dropped first. No
    span may cross a `BLOCK`.
    """
    try:
        return _read(path, offsets, length, os.O_DIRECT)
    except OSError:
        return _read(path, offsets, length, 0)


def _read(path: Path, offsets: Iterable[int], length: int, flags: int) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
    try:
        if not flags:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        with _BUFFER_LOCK:
            held, filled = -1, 0
            for offset in sorted(offsets):
                block = offset - offset % BLOCK
                if block != held:
                    filled, held = os.preadv(descriptor, [_BUFFER], block), block
                found[offset] = _BUFFER[offset - block : min(offset - block + length, filled)]
    finally:
        os.close(descriptor)
    return found
