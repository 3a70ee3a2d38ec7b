"""Erasing: after the keys, the files; and erasing part of an hour.

    key destroyed (the slot is a tombstone: its rows are garbage) ──▶ files unlinked ──▶ folder
    synced ──▶ rows gone ──▶ slot swept ──(entered in the book)──▶ record free

Each step can be cut off: the next sweep begins again at the tombstone. Nothing needs space.

Part of an hour: what stays is wrapped again under a fresh slot with the same due moment, durable,
and only then the old slot is destroyed. Cut off between the two, the old slot still lives and the
next call destroys it.
"""

from collections.abc import Collection, Iterable, Iterator, Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
import logging
import os
from pathlib import Path

from ..guideline.retention import ErasureReason
from . import files
from .chunk import SUFFIX
from .envelope import unwrap, wrap
from .facts import Row
from .parts import Parts, chunk_path, slot_folder
from .problems import VaultProblem, in_words
from .reading import read_header
from .slot import Slot
from .slots import Destroyed

_BATCH = 32
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed."""

    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class ChunkSpan:
    """The true bounds of what was erased, by whole chunks; None where there was nothing."""

    start: datetime | None = None
    end: datetime | None = None
    chunks: int = 0
    bytes: int = 0


def sweep(parts: Parts) -> Swept:
    """Remove the files of destroyed slots. The index must be whole."""
    files_gone = bytes_gone = 0
    with parts.housekeeping, in_words():
        pending = [slot for slot in parts.slots.tombstones() if not slot.swept]
        for batch in batched(pending, _BATCH, strict=False):
            removed = {slot.id: _sweep_slot(parts, slot) for slot in batch}
            # Where the disk was pulled meanwhile, nothing was there to be removed.
            parts.check_there()
            parts.wraps.forget(removed)
            parts.slots.swept(removed)
            files_gone += sum(count for count, _ in removed.values())
            bytes_gone += sum(size for _, size in removed.values())
    return Swept(files_gone, bytes_gone)


def _sweep_slot(parts: Parts, slot: Slot) -> tuple[int, int]:
    """Remove what is readable under no other slot; return how many files and bytes."""
    folder = slot_folder(parts.folder, slot.camera, slot.start, slot.id)
    stays: list[tuple[str, str]] = []
    gone: dict[str, Path] = {}
    for row in parts.index.under(slot.id):
        if other := _lives_under(parts, row.id, row.home):
            stays.append((row.id, other))
        else:
            gone[row.id] = row_path(parts, row)
    # Files that the index does not know here; elsewhere it may know a chunk of that name.
    strays = [
        path
        for chunk, path in chunk_files(folder)
        if chunk not in gone and not _lives_under(parts, chunk, slot.id)
    ]
    parts.index.move(stays)
    removed = remove_files([*gone.values(), *strays])
    if folder.exists() and not any(folder.iterdir()):
        folder.rmdir()
        files.sync_folder(folder.parent)
    parts.index.remove(gone)
    return removed


def _lives_under(parts: Parts, chunk: str, home: str) -> str | None:
    """Return the slot a chunk still hangs on, if its key is not proved destroyed."""
    effective = parts.effective(chunk, home)
    slot = parts.slots.get(effective)
    return effective if slot is not None and not slot.confirmed else None


def row_path(parts: Parts, row: Row) -> Path:
    """Return where a chunk's file lies."""
    return chunk_path(parts.folder, row.camera, row.home_start, row.home, row.id)


def chunk_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the chunks (id, path) in a slot's folder, if it is there."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(SUFFIX)]
    except FileNotFoundError:
        return
    for name in names:
        yield name.removesuffix(SUFFIX), folder / name


def remove_files(paths: Collection[Path]) -> tuple[int, int]:
    """Unlink files, durably; return how many were there, and their bytes."""
    count = size = 0
    for path in paths:
        try:
            size += path.stat().st_size
            files.unlink(path)
        except FileNotFoundError:
            continue
        count += 1
    for folder in {path.parent for path in paths}:
        if folder.exists():
            files.sync_folder(folder)
    return count, size


def rewrap(parts: Parts, moves: Iterable[tuple[Row, str]]) -> None:
    """Wrap chunks' keys again, each under another slot; durable on return.

    Raises footage_gone where one of them is readable no more, or not there.
    """
    keys: dict[str, bytes] = {}
    wraps = []
    moved = []
    for row, slot in moves:
        key = keys.get(slot) or keys.setdefault(slot, parts.slots.key(slot))
        header = read_header(row_path(parts, row))
        if header.chunk != row.id:
            raise VaultProblem("footage_damaged")
        standing = parts.wraps.of(row.id)
        under, wrapped = (
            (standing.slot, standing.wrapped) if standing else (row.home, header.wrapped)
        )
        sealed = unwrap(wrapped, parts.slots.key(under), under, header.place)
        wraps.append((row.id, slot, wrap(sealed, key, slot, header.place, parts.random)))
        moved.append(row)
    parts.wraps.add(wraps)
    parts.index.move([(row.id, parts.effective(row.id, row.home)) for row in moved])


def erase_span(
    parts: Parts,
    camera: str,
    start: datetime,
    end: datetime,
    *,
    reason: ErasureReason,
    at: datetime,
    held: AbstractSet[str],
) -> tuple[Destroyed, ChunkSpan]:
    """Destroy every chunk of a camera that shows something of a span, except held ones.

    The index must be whole and no chunk of the camera open. What shares a slot with
    something that goes is wrapped under a fresh one first.
    """
    doomed = {
        row.id: row
        for row in parts.index.overlapping(camera, start, end)
        if row.id not in held and _lives_under(parts, row.id, row.home)
    }
    if not doomed:
        return Destroyed(), ChunkSpan()
    slots = {
        slot
        for row in doomed.values()
        for slot in (row.home, *parts.wraps.slots_of(row.id))
        if parts.slots.is_live(slot)
    }
    for slot in slots:
        _keep_the_rest(parts, slot, doomed)
    destroyed = parts.slots.destroy(slots, reason, at)
    return destroyed, ChunkSpan(
        min(row.start for row in doomed.values()),
        max(row.end for row in doomed.values()),
        len(doomed),
        sum(row.bytes for row in doomed.values()),
    )


def _keep_the_rest(parts: Parts, slot: str, doomed: Collection[str]) -> None:
    """Wrap what hangs on a slot, and is not doomed, under a fresh one like it.

    What is held elsewhere as well does, too: when it is not held any more, it stands its own period.
    """
    known = {row.id: row for row in parts.index.under(slot)}
    known |= {row.id: row for row in parts.index.find(parts.wraps.under(slot) - known.keys())}
    rest = [
        row
        for row in known.values()
        if row.id not in doomed and _hangs_on(parts, row, slot) and is_whole(parts, row)
    ]
    if not rest:
        return
    old = parts.slots.get(slot)
    assert old is not None
    fresh = parts.slots.open(old.camera, old.start, old.end, old.due, apart=old.apart)
    rewrap(parts, [(row, fresh.id) for row in rest])


def _hangs_on(parts: Parts, row: Row, slot: str) -> bool:
    """Say whether a slot is a chunk's own, or holds it."""
    own = parts.own(row.id, row.home)
    return any(one.id == slot for one in (*parts.holds(row.id), *((own,) if own else ())))


def is_whole(parts: Parts, row: Row) -> bool:
    """Say whether there is something to keep: a chunk without a header is lost as it is."""
    try:
        return read_header(row_path(parts, row)).chunk == row.id
    except VaultProblem as problem:
        if problem.key not in ("footage_damaged", "vault_missing"):
            raise
        # Where all is missing the disk was pulled: what is to stay has to wait with the rest.
        parts.check_there()
        _LOGGER.warning("A chunk beside an erased span cannot be kept: %s", problem)
        return False
