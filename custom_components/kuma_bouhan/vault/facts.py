"""What is known about footage: rows of the index, and what callers are told."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from .chunk import Kind
from .slot import Slot

type Digest = bytes


class Row(NamedTuple):
    """A chunk as the index knows it. Ids are hex, moments UTC, `digest` is its trailer's."""

    id: str
    camera: str
    start: datetime
    end: datetime
    bytes: int
    home: str
    """The slot whose folder its file lies in, and when that slot began."""
    home_start: datetime
    slot: str
    """The slot under whose key it is readable."""
    kind: Kind
    complete: bool
    digest: Digest


@dataclass(frozen=True, slots=True)
class Tally:
    """The chunks that are readable under one slot, summed."""

    slot: str
    chunks: int
    bytes: int
    length: timedelta
    first: datetime
    last: datetime


class ChunkFacts(NamedTuple):
    """A chunk that can be shown to whoever may see it."""

    id: str
    camera: str
    start: datetime
    end: datetime
    bytes: int
    """Of its file."""
    slot: str
    due: datetime | None
    kind: Kind
    complete: bool
    """It was finished in order; else its end is an estimate."""
    digest: Digest
    """SHA-256 of its file before the trailer."""
    own_end: datetime | None = None
    """When its own period ends, where it is held and that is not over; else its period is the slot's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSummary:
    """What there is of a camera, as far as it may be shown."""

    camera: str
    oldest: datetime | None = None
    newest: datetime | None = None
    chunks: int = 0
    bytes: int = 0
    kept: timedelta = timedelta(0)
    """The length of all footage, without the gaps."""
    next_erasure: datetime | None = None


def facts_of(row: Row, slot: Slot) -> ChunkFacts:
    """Return what is known of a chunk, and of the slot it is readable under."""
    return ChunkFacts(*row[:5], slot.id, slot.due, *row[8:])


def summary_of(
    camera: str, tallies: Collection[Tally], dues: Iterable[datetime | None]
) -> CameraSummary:
    """Return the sum of what may be shown; `dues` are when the camera's slots have to go."""
    return CameraSummary(
        camera=camera,
        oldest=min((tally.first for tally in tallies), default=None),
        newest=max((tally.last for tally in tallies), default=None),
        chunks=sum(tally.chunks for tally in tallies),
        bytes=sum(tally.bytes for tally in tallies),
        kept=sum((tally.length for tally in tallies), timedelta(0)),
        next_erasure=min((due for due in dues if due is not None), default=None),
    )
