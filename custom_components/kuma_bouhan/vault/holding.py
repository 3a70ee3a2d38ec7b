"""Holding footage beyond its period: whole chunks, their keys wrapped again under slots of their own.

    chosen (ids, bounds, due moments) ──slots durable──▶ open ──wraps durable──▶ held ──slots destroyed──▶ over

A hold is ordered before it is made, with the ids of its slots, so that whoever finishes it after a stop finds what it has come to:
slots that are there are used, chunks that are under them left alone, and slots that were destroyed are not opened again.
A chunk may be held several times. When a hold is over it is readable under what else its key is wrapped
with; where that is nothing it went with the hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
import threading

from . import reconcile as reconciling
from .erasure import is_whole, rewrap
from .facts import Row
from .parts import Parts
from .problems import VaultProblem, in_words
from .slot import Slot
from .writer import CameraWriter

_BATCH = 1000
"""Chunks wrapped between two syncs: others read wraps in between."""

_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A chunk that can be shown, and what keeps it.

    `own` is the slot of its own period, None where that is over; `holds` are the slots that hold it beyond. `hour` and
    `hour_end` are those that it was recorded in. `inside`: it shows something of the span that was asked about.
    """

    id: str
    start: datetime
    end: datetime
    bytes: int
    hour: datetime
    hour_end: datetime
    own: Slot | None
    holds: tuple[Slot, ...]
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be held: the chunks that one hour of a camera has between two moments, by their start."""

    slot: str
    camera: str
    hour: datetime
    start: datetime
    end: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held under a slot."""

    slot: str
    start: datetime
    end: datetime
    chunks: int
    bytes: int


@contextmanager
def settled(
    parts: Parts,
    writers: Iterable[CameraWriter],
    lock: threading.RLock,
    camera: str,
    start: datetime,
    end: datetime,
) -> Iterator[None]:
    """Have no chunk of a camera open, and the index know all of a span, as long as this lasts.

    `lock` is the camera's. What the disk refuses of an open chunk's end is lost: nobody waits for it.
    """
    with in_words(), ExitStack() as stack:
        stack.enter_context(parts.housekeeping)
        stack.enter_context(lock)
        for writer in tuple(writers):
            if writer.camera == camera:
                with suppress(VaultProblem):
                    writer.cut()
        reconciling.ensure_whole(parts)
        slots = parts.slots.standing()
        reconciling.reconcile_slots(
            parts,
            [one for one in slots if one.camera == camera and one.start < end and one.end > start],
        )
        yield


def standing(
    parts: Parts, camera: str, start: datetime, end: datetime, now: datetime
) -> list[Standing]:
    """Return the chunks of a camera that show something of a span, and those that lie between them, by their start.

    No chunk of the camera may be open.
    """
    inside = {
        row.id: row
        for row in parts.index.overlapping(camera, start, end)
        if _is_shown(parts, row, now)
    }
    if not inside:
        return []
    first = min(row.start for row in inside.values())
    last = max(row.end for row in inside.values())
    between = {row.id: row for row in parts.index.overlapping(camera, first, last)}
    rows = sorted((between | inside).values(), key=lambda row: (row.start, row.id))
    return [
        _standing(parts, row, inside=row.id in inside)
        for row in rows
        if row.id in inside or row.start >= first
    ]


def hold(parts: Parts, wanted: Sequence[Wanted], at: datetime) -> list[Held]:
    """Hold what could be shown at a moment; durable on return. Of what is not there nothing is returned.

    Where the disk refuses part of it is held: do it again, or destroy the slots.
    """
    with in_words(), parts.housekeeping:
        _know(parts, wanted)
        found = [(one, _rows(parts, one, at)) for one in wanted]
        found = [(one, rows) for one, rows in found if rows and _may_open(parts, one.slot)]
        parts.slots.open_all(_slot(parts, one) for one, _ in found)
        moves = (
            (row, one.slot)
            for one, rows in found
            for row in rows
            if one.slot not in parts.wraps.slots_of(row.id)
        )
        for batch in batched(moves, _BATCH, strict=False):
            rewrap(parts, batch)
    return [
        Held(
            slot=one.slot,
            start=rows[0].start,
            end=min(max(*(row.end for row in rows), rows[-1].start + _MOMENT), one.end),
            chunks=len(rows),
            bytes=sum(row.bytes for row in rows),
        )
        for one, rows in found
    ]


def _know(parts: Parts, wanted: Sequence[Wanted]) -> None:
    """Have the index know the hours of what is wanted: after a crash it may be behind, or not there."""
    reconciling.ensure_whole(parts)
    hours = {(one.camera, one.hour) for one in wanted}
    slots = parts.slots.standing()
    reconciling.reconcile_slots(parts, [one for one in slots if (one.camera, one.start) in hours])


def _rows(parts: Parts, wanted: Wanted, at: datetime) -> list[Row]:
    return [
        row
        for row in parts.index.overlapping(wanted.camera, wanted.start, wanted.end)
        if wanted.start <= row.start < wanted.end
        and row.home_start == wanted.hour
        and _is_shown(parts, row, at)
        and is_whole(parts, row)
    ]


def _is_shown(parts: Parts, row: Row, at: datetime) -> bool:
    return parts.slots.shown(parts.effective(row.id, row.home), at) is not None


def _may_open(parts: Parts, slot: str) -> bool:
    known = parts.slots.get(slot)
    return known is None or known.is_live


def _slot(parts: Parts, wanted: Wanted) -> Slot:
    return Slot(
        id=wanted.slot,
        camera=wanted.camera,
        start=wanted.hour,
        end=wanted.hour + parts.timing.slot,
        due=wanted.until,
        apart=True,
    )


def _standing(parts: Parts, row: Row, *, inside: bool) -> Standing:
    home = parts.slots.get(row.home)
    return Standing(
        id=row.id,
        start=row.start,
        end=row.end,
        bytes=row.bytes,
        hour=row.home_start,
        hour_end=home.end if home else row.home_start + parts.timing.slot,
        own=parts.own(row.id, row.home),
        holds=parts.holds(row.id),
        inside=inside,
    )
