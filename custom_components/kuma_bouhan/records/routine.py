"""The hourly routine: what happened by itself, as one act for the whole site."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.recording import GapReason
from ..guideline.retention import ErasureReason
from .act import RecordedAct, bulk


@dataclass(frozen=True, slots=True)
class HourOfCamera:
    """What one camera recorded in one hour; `root` is the Merkle root (hex) of its chunks' digests."""

    camera: str
    chunks: int
    bytes: int
    first: datetime
    last: datetime
    root: str


@dataclass(frozen=True, slots=True)
class GapFact:
    """A stretch without footage."""

    camera: str
    start: datetime
    end: datetime
    reason: GapReason


@dataclass(frozen=True, slots=True)
class ErasureFact:
    """One slot's key that was destroyed. `confirmed`: read back as destroyed, and its files are gone."""

    slot: str
    camera: str
    start: datetime
    end: datetime
    due: datetime | None
    erased_at: datetime
    reason: ErasureReason
    files: int
    bytes: int
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine(RecordedAct):
    """What happened by itself since the last routine entry, for the whole site."""

    kind: ClassVar[str] = "routine"

    hour: datetime
    gaps: tuple[GapFact, ...] = ()
    chunks: Sequence[HourOfCamera] = bulk()
    erasures: Sequence[ErasureFact] = bulk()
