"""Where a vault may lie: 4(4)ウ, and what a disk can and cannot do for it.

Never under the configuration folder: a restore wipes it and a backup copies it. Never in
memory. On file systems that keep old versions of what is overwritten, on network shares and
within a backup's reach a vault works, but destroying a key proves less: a person has to accept that.

Nothing here knows Home Assistant. Everything blocks: call it on a thread.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
import os
from pathlib import Path
import re
import secrets

from ..guideline.errors import Problem
from ..guideline.surroundings import Weakness

LEAST_FREE = 2 * 1024**3
"""Bytes: about an hour and a half of one camera at 3 Mbit/s; less is a mistake, not a plan."""

IDENTITY = "vault.json"
"""The file by which a vault is known."""

SUPERVISED_BACKUPS = tuple(
    Path(folder) for folder in ("/media", "/share", "/ssl", "/addons", "/addon_configs", "/backup")
)
"""Folders beside the configuration that a backup of Home Assistant OS can contain."""

_GIB = 1024**3
_MAY_BE_THERE = {"lost+found"}

_IN_MEMORY = {"tmpfs", "ramfs", "devtmpfs", "hugetlbfs"}
_IN_PLACE = {"ext2", "ext3", "ext4", "xfs", "jfs"}
_CONTAINER = {"overlay", "aufs"}
_SHARED = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "ceph", "afs", "ncpfs"),
    *("fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "davfs", "fuse.davfs2"),
}


class PlaceProblem(Problem):
    """The vault cannot lie there."""


class Doubt(StrEnum):
    """What is weaker about a place, though a vault may lie there."""

    CONTAINER = "container"
    """A container's own layer: it goes when the container is replaced."""
    FILE_SYSTEM = "file_system"
    """Copy-on-write, shared over a network, or unknown: what is overwritten may survive."""
    BACKUP = "backup"
    """A backup can copy it, with keys that are destroyed later."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder in which a vault may lie."""

    folder: Path
    file_system: str
    free: int
    """Bytes."""
    doubts: tuple[Doubt, ...] = ()


def check(
    text: str,
    *,
    configuration: Path,
    backups: Sequence[Path] = (),
    mounts: Path = Path("/proc/mounts"),
    least_free: int = LEAST_FREE,
) -> Place:
    """Judge a folder for a new vault by writing to it, and leave nothing behind.

    PlaceProblem: place_not_absolute, place_in_configuration, place_no_parent, place_in_memory,
    place_not_folder, place_holds_vault, place_not_empty, place_not_writable, place_too_small.
    """
    folder = _outside(text, configuration)
    file_system = _file_system(folder, mounts)
    if file_system in _IN_MEMORY:
        raise PlaceProblem("place_in_memory", folder=folder)
    _check_empty(folder)
    _try_writing(folder)
    disk = os.statvfs(_nearest(folder))
    free = disk.f_bavail * disk.f_frsize
    if free < least_free:
        raise PlaceProblem(
            "place_too_small",
            folder=folder,
            free=f"{free / _GIB:.1f}",
            least=f"{least_free / _GIB:.0f}",
        )
    return Place(folder, file_system, free, tuple(_doubts(folder, file_system, backups)))


def check_existing(text: str, *, configuration: Path) -> Path:
    """Judge the folder of a vault that is there already.

    PlaceProblem: place_not_absolute, place_in_configuration, place_no_parent, place_no_vault.
    """
    folder = _outside(text, configuration)
    if not (folder / IDENTITY).is_file():
        raise PlaceProblem("place_no_vault", folder=folder)
    return folder


def propose(
    configuration: Path,
    *,
    backups: Sequence[Path] = (),
    mounts: Path = Path("/proc/mounts"),
) -> Path:
    """Return the best folder outside the configuration that there seems to be; writes nothing."""
    beside = configuration.resolve().parent / "kuma_bouhan_vault"
    candidates = [beside, *(Path(root) / "kuma_bouhan_vault" for root in ("/media", "/share"))]

    def weakness(folder: Path) -> tuple[bool, bool, int]:
        file_system = _file_system(folder, mounts)
        doubts = tuple(_doubts(folder, file_system, backups))
        usable = os.access(_nearest(folder), os.W_OK) and folder.parent.is_dir()
        return (
            not usable or file_system in _IN_MEMORY,
            Doubt.CONTAINER in doubts,
            len(doubts),
        )

    return min(candidates, key=weakness)


def weaknesses(
    folder: Path, *, configuration: Path, mounts: Path = Path("/proc/mounts")
) -> frozenset[Weakness]:
    """Return what is weak about where a vault lies."""
    file_system = _file_system(folder.resolve(), mounts)
    found = set[Weakness]()
    if file_system in _IN_MEMORY:
        found.add(Weakness.MEMORY)
    elif file_system in _CONTAINER:
        found.add(Weakness.CONTAINER)
    elif file_system in _SHARED:
        found.add(Weakness.SHARE)
    elif file_system not in _IN_PLACE:
        found.add(Weakness.FILE_SYSTEM)
    if within(folder, [configuration]):
        found.add(Weakness.CONFIGURATION)
    return frozenset(found)


def within(folder: Path, roots: Iterable[Path]) -> bool:
    """Say whether a folder is, or lies under, one of the roots, by whatever name."""
    lineage = [folder, *folder.parents]
    return any(_same(above, root) for root in roots for above in lineage)


def _outside(text: str, configuration: Path) -> Path:
    """Return the folder a person named, links followed, if it is apart from the configuration."""
    named = Path(text.strip())
    if not named.is_absolute() or "\0" in text:
        raise PlaceProblem("place_not_absolute")
    folder = named.resolve()
    if within(folder, [configuration]) or within(configuration.resolve(), [folder]):
        raise PlaceProblem("place_in_configuration", folder=folder)
    if not folder.parent.is_dir():
        raise PlaceProblem("place_no_parent", folder=folder, parent=folder.parent)
    return folder


def _check_empty(folder: Path) -> None:
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise PlaceProblem("place_not_folder", folder=folder) from None
    except OSError as error:
        raise PlaceProblem(
            "place_not_writable", folder=folder, reason=error.strerror or error
        ) from error
    if IDENTITY in names:
        raise PlaceProblem("place_holds_vault", folder=folder)
    if names - _MAY_BE_THERE:
        raise PlaceProblem("place_not_empty", folder=folder)


def _try_writing(folder: Path) -> None:
    """Write a file, wait for the disk, and take it away again, with the folder if it is new."""
    made = False
    probe = folder / f".kuma_bouhan-{secrets.token_hex(8)}"
    try:
        if not folder.exists():
            folder.mkdir()
            made = True
        try:
            with probe.open("xb") as file:
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise PlaceProblem(
            "place_not_writable", folder=folder, reason=error.strerror or error
        ) from error
    finally:
        if made:
            folder.rmdir()


def _doubts(folder: Path, file_system: str, backups: Sequence[Path]) -> Iterable[Doubt]:
    if file_system in _CONTAINER:
        yield Doubt.CONTAINER
    elif file_system not in _IN_PLACE:
        yield Doubt.FILE_SYSTEM
    if within(folder, backups):
        yield Doubt.BACKUP


def _file_system(folder: Path, mounts: Path) -> str:
    """Return the type of the file system a folder lies on, as the kernel names it."""
    try:
        table = mounts.read_text(errors="replace")
    except OSError:
        return "unknown"
    lineage = {str(above) for above in (folder, *folder.parents)}
    found, length = "unknown", 0
    for line in table.splitlines():
        _, point, kind, *_ = line.split(" ")
        point = _unescaped(point)
        # Of several mounts on one point the last is on top.
        if point in lineage and len(point) >= length:
            found, length = kind, len(point)
    return found


def _unescaped(text: str) -> str:
    r"""Return a path as it is: the kernel writes a space as `\040`."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), text)


def _nearest(folder: Path) -> Path:
    """Return the folder itself or the nearest above it that exists."""
    return next(above for above in (folder, *folder.parents) if above.exists())


def _same(one: Path, other: Path) -> bool:
    """Say whether two paths are one folder, a bind mount or another spelling included."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
