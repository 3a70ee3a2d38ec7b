"""Comparing the files with the index, while recording goes on.

Files are the truth. What the index lacks is read from headers and trailers; what it has too
much goes; what was cut off is entered as such; what hangs on no slot any more is removed.
Headers of files that the index knows are not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
import hashlib
from itertools import batched
import os
from pathlib import Path

from .chunk import HEADER, TRAILER, Header, Trailer
from .door import FOOTAGE
from .erasure import chunk_files, remove_files, row_path
from .facts import Row
from .moments import moment
from .parts import Parts, is_id, read_slot_name, slot_folder
from .problems import VaultProblem, in_words
from .slot import Slot

_BATCH = 64
"""Slots compared at a time; other questions to the index go between."""
_ROWS = 2000


@dataclass(slots=True)
class Reconciled:
    """What comparing found."""

    found: int = 0
    """Chunks entered in the index."""
    torn: int = 0
    """Those among them that were cut off."""
    missing: int = 0
    """Chunks taken out because their files are gone."""
    removed: int = 0
    """Files removed: they held nothing, or hung on no slot any more."""
    damaged: int = 0
    """Files that are no chunk, or not in their place; they go with their slot."""
    moved: int = 0
    """Chunks that are readable under another slot than the index thought."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """The folder of a slot. The slot may be gone."""

    path: Path
    camera: str
    slot: str
    start: datetime


def reconcile(parts: Parts) -> Reconciled:
    """Compare everything. Raises `VaultProblem` where the disk refuses; the next one begins anew."""
    done = Reconciled()
    with parts.housekeeping, in_words():
        # A chunk that cannot be entered meanwhile says so again.
        parts.index.whole = True
        try:
            seen: set[str] = set()
            for batch in batched(_folders(parts), _BATCH, strict=False):
                seen.update(folder.slot for folder in batch)
                _compare(parts, batch, done)
            for slots in batched(parts.index.slots() - seen, _BATCH, strict=False):
                _take_out(parts, parts.index.at_home(slots), done)
            _follow_wraps(parts, done)
        except BaseException:
            parts.index.whole = False
            raise
    return done


def ensure_whole(parts: Parts) -> None:
    """Compare everything where the index is known to lack something.

    Where the disk does not take the index, it is kept in memory: a disk that is full must not
    keep anything from being erased.
    """
    if parts.index.whole:
        return
    try:
        reconcile(parts)
    except VaultProblem:
        if parts.index.in_memory or not parts.is_there():
            raise
        parts.index.go_without_disk()
        reconcile(parts)


def reconcile_slots(parts: Parts, slots: Iterable[Slot]) -> Reconciled:
    """Compare the folders of some slots."""
    done = Reconciled()
    with parts.housekeeping, in_words():
        folders = (
            _Folder(
                slot_folder(parts.folder, slot.camera, slot.start, slot.id),
                slot.camera,
                slot.id,
                slot.start,
            )
            for slot in slots
        )
        for batch in batched(folders, _BATCH, strict=False):
            _compare(parts, batch, done)
    return done


def reconcile_newest(parts: Parts) -> None:
    """Compare each camera's newest slot: where a crash may have cut something off."""
    newest: dict[str, Slot] = {}
    for slot in parts.slots.standing():
        if slot.is_live and not slot.apart:
            other = newest.setdefault(slot.camera, slot)
            if slot.start > other.start:
                newest[slot.camera] = slot
    reconcile_slots(parts, newest.values())


def slot_folders(parts: Parts) -> Iterator[Path]:
    """Yield the folders that chunks lie in, whether their slots are known or not."""
    return (folder.path for folder in _folders(parts))


def _folders(parts: Parts) -> Iterator[_Folder]:
    for camera in _inside(parts.folder / FOOTAGE):
        for folder in _inside(camera):
            read = read_slot_name(folder.name)
            if read is not None and is_id(camera.name):
                yield _Folder(folder, camera.name, read[1], read[0])


def _inside(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_dir())
    except FileNotFoundError:
        return []


def _compare(parts: Parts, folders: Iterable[_Folder], done: Reconciled) -> None:
    folders = tuple(folders)
    names = {folder.slot: dict(chunk_files(folder.path)) for folder in folders}
    # In this order: what is finished after the first line is in the index at the third.
    open_now = parts.open_chunks.now()
    known = parts.index.at_home(names)
    rows: list[Row] = []
    for folder in folders:
        there = names[folder.slot]
        if _is_gone(parts, folder.slot):
            lost = {
                chunk: path
                for chunk, path in there.items()
                if chunk not in open_now and _is_gone(parts, parts.effective(chunk, folder.slot))
            }
            done.removed += remove_files(lost.values())[0]
            # Only what is known to be here: it may be a copy of a chunk that lies elsewhere.
            parts.index.remove(lost.keys() & known[folder.slot].keys())
            _remove_empty(folder.path)
            there = {chunk: path for chunk, path in there.items() if chunk not in lost}
        for chunk, path in there.items():
            if chunk not in known[folder.slot] and chunk not in open_now:
                rows.extend(_read(parts, folder, chunk, path, done))
                if len(rows) >= _ROWS:
                    parts.index.add(rows).result()
                    rows = []
    if rows:
        parts.index.add(rows).result()
    _take_out(
        parts, {slot: chunks for slot, chunks in known.items() if chunks.keys() - names[slot]}, done
    )


def _is_gone(parts: Parts, slot: str) -> bool:
    """Say whether there is no such slot, or one whose files should all be gone."""
    known = parts.slots.get(slot)
    return known is None or (known.confirmed and known.swept)


def _remove_empty(folder: Path) -> None:
    if folder.exists() and not any(folder.iterdir()):
        folder.rmdir()


def _take_out(parts: Parts, slots: dict[str, dict[str, str]], done: Reconciled) -> None:
    """Take chunks out of the index whose files are really not there."""
    chunks = [chunk for known in slots.values() for chunk in known]
    missing = [row.id for row in parts.index.find(chunks) if not row_path(parts, row).exists()]
    if missing:
        # A disk that was pulled misses everything, and comes back.
        parts.check_there()
        parts.index.remove(missing)
        done.missing += len(missing)


def _read(parts: Parts, folder: _Folder, chunk: str, path: Path, done: Reconciled) -> Iterator[Row]:
    """Yield the row of a file that the index does not know, if it is a chunk in its place."""
    try:
        with path.open("rb") as file:
            header = Header.decode(file.read(HEADER))
            status = os.fstat(file.fileno())
            if status.st_size <= HEADER:
                # A crash between the making of the file and its first piece.
                done.removed += remove_files([path])[0]
                return
            if header is None or (header.vault, header.camera, header.slot, header.chunk) != (
                parts.id,
                folder.camera,
                folder.slot,
                chunk,
            ):
                done.damaged += 1
                return
            file.seek(max(HEADER, status.st_size - TRAILER))
            trailer = Trailer.decode(file.read(TRAILER), status.st_size)
            if trailer is None:
                file.seek(0)
                digest = hashlib.file_digest(file, "sha256").digest()
    except FileNotFoundError:
        return
    home = parts.slots.get(folder.slot)
    if trailer is None:
        end = _estimated_end(parts, header, home, status.st_mtime_ns // 1000)
        done.torn += 1
    else:
        end, digest = trailer.end, trailer.digest
    done.found += 1
    yield Row(
        chunk,
        folder.camera,
        header.start,
        end,
        status.st_size,
        folder.slot,
        folder.start,
        parts.effective(chunk, folder.slot),
        header.kind,
        trailer is not None,
        digest,
    )


def _estimated_end(parts: Parts, header: Header, home: Slot | None, modified: int) -> datetime:
    """Return about when a chunk that was cut off ends: when its file was last written to."""
    latest = (home.end if home else header.start) + parts.timing.chunk
    return max(header.start, min(moment(modified), latest))


def _follow_wraps(parts: Parts, done: Reconciled) -> None:
    """Enter the slots that chunks are readable under, where a crash kept the index behind."""
    standing = {wrap.chunk: wrap.slot for wrap in parts.wraps.counting()}
    for batch in batched(standing, _ROWS, strict=False):
        moved = [
            (row.id, standing[row.id])
            for row in parts.index.find(batch)
            if row.slot != standing[row.id]
        ]
        parts.index.move(moved)
        done.moved += len(moved)
