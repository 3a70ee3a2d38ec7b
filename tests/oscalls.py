"""What a room does to the disk, call by call, as the operating system is asked for it.

Whoever watches hears of a call before it is made, and may refuse it by raising. SQLite asks the
system on its own and is not heard.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
import io
import os
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `to` is where a rename leads; `offset` where data goes, or the length of a cut."""

    name: str
    path: Path
    to: Path | None = None
    data: bytes = b""
    offset: int = 0

    @property
    def changes(self) -> bool:
        """Say whether something on the disk is other than before."""
        return self.name not in ("open", "read", "list", "sync")

    @property
    def needs_space(self) -> bool:
        """Say whether a full disk refuses it: what is overwritten in place needs none."""
        if self.name == "write":
            return self.offset + len(self.data) > self.path.stat().st_size
        return self.name in ("create", "mkdir")


type Watch = Callable[[Call], None]


@contextmanager
def watched(root: Path, watch: Watch) -> Iterator[None]:
    """Tell `watch` of every call on something in `root`; it is not told of its own."""
    deaf, inside = False, f"{root}/"

    def tell(call: Call) -> None:
        nonlocal deaf
        if deaf or not f"{call.path}/".startswith(inside):
            return
        deaf = True
        try:
            watch(call)
        finally:
            deaf = False

    with pytest.MonkeyPatch.context() as patch:
        real = {name: getattr(os, name) for name in (*_BY_PATH, *_BY_DESCRIPTOR)}

        def by_path(name: str) -> Callable[..., Any]:
            def call(path: Any, *rest: Any, **named: Any) -> Any:
                if not isinstance(path, int):
                    to = Path(rest[0]) if name in ("rename", "replace") else None
                    tell(Call(_BY_PATH[name], Path(path), to))
                return real[name](path, *rest, **named)

            return call

        def by_descriptor(name: str) -> Callable[..., Any]:
            def call(descriptor: int, *rest: Any) -> Any:
                path = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - often
                if f"{path}/".startswith(inside):
                    tell(_on_descriptor(name, descriptor, Path(path), rest))
                return real[name](descriptor, *rest)

            return call

        def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
            creates = flags & os.O_CREAT and not os.path.lexists(path)
            tell(Call("create" if creates else "open", Path(path)))
            found: int = real_open(path, flags, *rest, **named)
            return found

        def opened_for_reading(path: Any, *rest: Any, **named: Any) -> Any:
            if not isinstance(path, int):
                tell(Call("open", Path(path)))
            return real_io_open(path, *rest, **named)

        real_open, real_io_open = os.open, io.open
        patch.setattr(os, "open", opened)
        patch.setattr(io, "open", opened_for_reading)
        for name in _BY_PATH:
            patch.setattr(os, name, by_path(name))
        for name in _BY_DESCRIPTOR:
            patch.setattr(os, name, by_descriptor(name))
        yield


_BY_PATH = {
    "mkdir": "mkdir",
    "rmdir": "unlink",
    "unlink": "unlink",
    "rename": "rename",
    "replace": "rename",
    "scandir": "list",
    "listdir": "list",
}
_BY_DESCRIPTOR = (
    "write",
    "pwrite",
    "pread",
    "preadv",
    "fsync",
    "fdatasync",
    "ftruncate",
    "posix_fallocate",
)


def _on_descriptor(name: str, descriptor: int, path: Path, rest: tuple[Any, ...]) -> Call:
    match name:
        case "write":
            offset = os.lseek(descriptor, 0, os.SEEK_CUR)
            return Call("write", path, data=bytes(rest[0]), offset=offset)
        case "pwrite":
            return Call("write", path, data=bytes(rest[0]), offset=rest[1])
        case "posix_fallocate":
            # It adds zeros behind the end and changes nothing before it.
            offset = max(path.stat().st_size, rest[0])
            return Call("write", path, data=bytes(max(0, sum(rest) - offset)), offset=offset)
        case "ftruncate":
            return Call("cut", path, offset=rest[0])
        case "pread" | "preadv":
            return Call("read", path)
        case _:
            return Call("sync", path)
