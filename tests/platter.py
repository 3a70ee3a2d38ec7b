"""A model of the disk under a folder, which knows what a power cut may leave there.

What is not synced is not sure: any 512 bytes of a file may be on the disk or not, and any
name may have been made, changed or removed or not, in any order. What is synced is. A name is synced with its
folder, bytes and length with their file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .oscalls import Call

SECTOR = 512

type Node = File | Folder
type Keep = Callable[[], bool]


@dataclass(eq=False)
class File:
    """What is sure of a file, and what was done to it since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Bytes at an offset, or None: cut off there."""

    def sync(self) -> None:
        self.sure = self._with(lambda: True)
        self.since.clear()

    def left(self, keep: Keep) -> bytes:
        """Return what a power cut may leave."""
        return bytes(self._with(keep))

    def _with(self, keep: Keep) -> bytearray:
        data = bytearray(self.sure)
        for offset, written in self.since:
            if written is None:
                if keep():
                    del data[offset:]
                continue
            start = 0
            while start < len(written):
                # Up to the end of the sector: that much is written in one.
                stop = min(start + SECTOR - (offset + start) % SECTOR, len(written))
                if keep():
                    at = offset + start
                    data.extend(bytes(max(0, at - len(data))))
                    data[at : offset + stop] = written[start:stop]
                start = stop
            if keep():
                # Longer already, and not written yet.
                data.extend(bytes(max(0, offset + len(written) - len(data))))
        return data


@dataclass(eq=False)
class Folder:
    """What is sure of a folder's names, and what was done to them since."""

    names: dict[str, Node] = field(default_factory=dict)
    sure: dict[str, Node] = field(default_factory=dict)
    since: list[dict[str, Node | None]] = field(default_factory=list)

    def change(self, change: dict[str, Node | None]) -> None:
        self.since.append(change)
        _apply(self.names, change)

    def sync(self) -> None:
        self.sure = dict(self.names)
        self.since.clear()

    def left(self, keep: Keep) -> dict[str, Node]:
        """Return what a power cut may leave."""
        names = dict(self.sure)
        for change in self.since:
            if keep():
                _apply(names, change)
        return names


def _apply(names: dict[str, Node], change: dict[str, Node | None]) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


class Platter:
    """The model of one folder. `heard` has to hear of every call before it is made."""

    def __init__(self, root: Path, *, ignored: Callable[[str], bool] = lambda _: False) -> None:
        """Begin with all that lies in `root` as sure. Names that are `ignored` are not modelled."""
        self._root = root
        self._ignored = ignored
        self._tree = self._read(root)

    def _read(self, path: Path) -> Folder:
        names: dict[str, Node] = {
            entry.name: self._read(entry) if entry.is_dir() else File(bytearray(entry.read_bytes()))
            for entry in path.iterdir()
            if not self._ignored(entry.name)
        }
        return Folder(names, dict(names))

    def heard(self, call: Call) -> None:
        """Do to the model what is about to be done to the disk; a sync is heard by `synced`."""
        if self._ignored(call.path.name):
            return
        match call.name:
            case "create":
                self._folder_of(call.path).change({call.path.name: File()})
            case "mkdir" if self._find(call.path) is None:
                self._folder_of(call.path).change({call.path.name: Folder()})
            case "unlink" if self._find(call.path) is not None:
                self._folder_of(call.path).change({call.path.name: None})
            case "rename":
                assert call.to is not None
                assert call.to.parent == call.path.parent
                self._folder_of(call.path).change(
                    {call.to.name: self._find(call.path), call.path.name: None}
                )
            case "write":
                self._file(call.path).since.append((call.offset, call.data))
            case "cut":
                self._file(call.path).since.append((call.offset, None))

    def synced(self, call: Call) -> None:
        """Be sure of what is synced."""
        if call.name == "sync" and not self._ignored(call.path.name):
            node = self._find(call.path)
            assert node is not None
            node.sync()

    def leave(self, target: Path, keep: Keep) -> None:
        """Make in `target` what a power cut may leave now."""
        self._leave(self._tree, target, keep)

    def _leave(self, folder: Folder, target: Path, keep: Keep) -> None:
        target.mkdir()
        for name, node in folder.left(keep).items():
            if isinstance(node, Folder):
                self._leave(node, target / name, keep)
            else:
                (target / name).write_bytes(node.left(keep))

    def _find(self, path: Path) -> Node | None:
        node: Node | None = self._tree
        for name in path.relative_to(self._root).parts:
            node = node.names.get(name) if isinstance(node, Folder) else None
        return node

    def _folder_of(self, path: Path) -> Folder:
        found = self._find(path.parent)
        assert isinstance(found, Folder)
        return found

    def _file(self, path: Path) -> File:
        found = self._find(path)
        assert isinstance(found, File)
        return found
