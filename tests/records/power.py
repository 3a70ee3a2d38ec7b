"""A disk whose power can be cut under the book.

Writes are logged until a sync; a power cut takes back any part of those that were not synced, 512
bytes at a time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
import os

import pytest


class PowerCutError(BaseException):
    """The machine stops here."""


class Power:
    """Counts what is done to the disk; cuts the power at the call that a test names."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._left: int | None = None
        self._unsynced: list[tuple[int, int, bytes]] = []
        self._pwrite, self._pread = os.pwrite, os.pread
        patch.setattr(os, "pwrite", self._write)
        patch.setattr(os, "fdatasync", self._synced(os.fdatasync))
        patch.setattr(os, "fsync", self._synced(os.fsync))

    @contextmanager
    def cut_after(self, calls: int, keep: Callable[[], bool]) -> Iterator[None]:
        """Cut the power at the call after so many others; then nothing unsynced is sure."""
        self._left = calls
        try:
            yield
        except PowerCutError:
            for fd, offset, before in reversed(self._unsynced):
                for start in range(0, len(before), 512):
                    if not keep():
                        self._pwrite(fd, before[start : start + 512], offset + start)
        finally:
            self._left = None
            self._unsynced.clear()

    def _count(self) -> None:
        if self._left is not None:
            if not self._left:
                raise PowerCutError
            self._left -= 1

    def _write(self, fd: int, data: bytes, offset: int) -> int:
        before = self._pread(fd, len(data), offset)
        self._unsynced.append((fd, offset, before))
        if self._left == 0:
            self._pwrite(fd, data, offset)  # in part, perhaps: `keep` says what of it
        self._count()
        return self._pwrite(fd, data, offset)

    def _synced(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def sync(fd: int) -> None:
            self._count()
            real(fd)
            self._unsynced.clear()

        return sync
