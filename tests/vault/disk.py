"""A disk whose power can be cut, and that can refuse, under the vault's own file layer.

Writes are logged until their file is synced. A power cut takes back any part of those that
were not: whole writes, or pieces of 512 bytes, in any order.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
import os
from pathlib import Path

import pytest

from custom_components.kuma_bouhan.vault import files


class PowerCutError(BaseException):
    """The machine stops here."""


@dataclass
class Write:
    path: str
    offset: int
    before: bytes
    after: bytes


@dataclass
class Disk:
    """Counts what is done to it; stops or refuses at the call that a test names."""

    patch: pytest.MonkeyPatch
    left: int | None = None
    """Calls until it acts."""
    error: int | None = None
    """The error it refuses with; None cuts the power."""
    calls: list[str] = field(default_factory=list)
    unsynced: list[Write] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("create", "write", "write_at", "sync", "sync_folder", "unlink", "allocate"):
            self.patch.setattr(files, name, self._watched(name, getattr(files, name)))

    def _watched[**P, T](self, name: str, real: Callable[P, T]) -> Callable[P, T]:
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            self.calls.append(name)
            if self.left is not None:
                if self.left == 0:
                    if self.error is None:
                        if name == "write_at":
                            # The one that is cut off may have reached the disk in part.
                            self._log(*args)
                            real(*args, **kwargs)
                        raise PowerCutError
                    raise OSError(self.error, os.strerror(self.error))
                self.left -= 1
            if name == "write_at":
                self._log(*args)
            done = real(*args, **kwargs)
            if name == "sync":
                path = _path(args[0])
                self.unsynced = [write for write in self.unsynced if write.path != path]
            return done

        return call

    def _log(self, *args: object) -> None:
        descriptor, data, offset = args
        assert isinstance(descriptor, int)
        assert isinstance(data, bytes)
        assert isinstance(offset, int)
        before = os.pread(descriptor, len(data), offset)
        self.unsynced.append(Write(_path(descriptor), offset, before, data))

    def cut_power(self, keep: Callable[[], bool]) -> None:
        """Take back what `keep` does not keep of what was not synced, 512 bytes at a time."""
        for write in reversed(self.unsynced):
            descriptor = os.open(write.path, os.O_RDWR)
            try:
                for start in range(0, len(write.before), 512):
                    if not keep():
                        os.pwrite(
                            descriptor, write.before[start : start + 512], write.offset + start
                        )
            finally:
                os.close(descriptor)
        self.unsynced.clear()

    @contextmanager
    def acting(self, after: int, error: int | None = None) -> Iterator[None]:
        """Act at the call after so many others."""
        self.left, self.error = after, error
        try:
            yield
        finally:
            self.left = None


def _path(descriptor: object) -> str:
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())
