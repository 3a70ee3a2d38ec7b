"""Pictures in folders that Home Assistant shows to every user, or to everybody: media and www. Blocks: call it on a thread."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
import os
from pathlib import Path

MOST = 20_000
"""Files that are looked at in all folders together."""
VIDEOS = frozenset(
    {
        ".mp4",
        ".m4v",
        ".mkv",
        ".mov",
        ".avi",
        ".ts",
        ".webm",
        ".flv",
        ".mpg",
        ".mpeg",
        ".h264",
        ".h265",
    }
)
STILLS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif"})
"""Counted only where path or name says that a camera took them."""


@dataclass(frozen=True, slots=True)
class Files:
    """The pictures in each folder that has any, and whether everything was looked through."""

    found: Mapping[str, int]
    through: bool


def look(
    folders: Mapping[str, Path], cameras: Iterable[str], vault: Path, most: int = MOST
) -> Files:
    """Count videos, and stills that name a camera; `cameras` are what its entities are called. The vault is passed over."""
    names = tuple(name.lower() for name in cameras)
    found: dict[str, int] = {}
    left = most
    for label, folder in folders.items():
        for path in _files(folder, vault):
            if left == 0:
                return Files(found, through=False)
            left -= 1
            if _is_picture(path.relative_to(folder), names):
                found[label] = found.get(label, 0) + 1
    return Files(found, through=True)


def _is_picture(path: Path, names: tuple[str, ...]) -> bool:
    kind = path.suffix.lower()
    return kind in VIDEOS or (kind in STILLS and any(name in str(path).lower() for name in names))


def _files(folder: Path, vault: Path) -> Iterator[Path]:
    """Yield the files in a folder and below; links lead to no other folder."""
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _is_same(Path(above, name), vault)]
        yield from (Path(above, name) for name in files)


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return one == other
