"""Incidents as they stand, folded from the acts about them. No personal data: `seq` says where it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.incidents import FIRST_REPORT, FULL_REPORT, IncidentKind, Informed
from .entry import Entry
from .incident import IncidentClosed, IncidentFollowed, IncidentNoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident."""

    seq: int
    number: int
    what: IncidentKind
    cameras: tuple[str, ...]
    happened: datetime | None
    learned: datetime
    by: str
    followed: tuple[int, ...] = ()
    """Acts (`seq`) that say what followed."""
    informed: frozenset[Informed] = frozenset()
    closed: datetime | None = None
    closed_by: int | None = None

    @property
    def first_report(self) -> datetime:
        """Return when a first report to the Commission would be due, if one is."""
        return self.learned + FIRST_REPORT

    @property
    def full_report(self) -> datetime:
        """Return when the full report would be."""
        return self.learned + FULL_REPORT

    @property
    def due(self) -> datetime:
        """Return by when something is to be done: to follow it by the first report, then to close it by the full one."""
        return self.full_report if self.followed else self.first_report

    def is_overdue(self, now: datetime) -> bool:
        """Say whether nobody did in time what was to be done."""
        return self.closed is None and self.due <= now


@dataclass(slots=True)
class Incidents:
    """What the book says of incidents."""

    by_number: dict[int, Incident] = field(default_factory=dict)

    @property
    def next_number(self) -> int:
        """Return the number of the next one."""
        return max(self.by_number, default=0) + 1

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case IncidentNoted() as act:
                self.by_number[act.number] = Incident(
                    seq=entry.seq,
                    number=act.number,
                    what=act.what,
                    cameras=act.cameras,
                    happened=act.happened,
                    learned=act.learned,
                    by=entry.actor.user_id or "",
                )
            case IncidentFollowed() as act if known := self.by_number.get(act.number):
                self.by_number[act.number] = replace(
                    known,
                    followed=(*known.followed, entry.seq),
                    informed=known.informed | set(act.informed),
                )
            case IncidentClosed() as act if known := self.by_number.get(act.number):
                self.by_number[act.number] = replace(known, closed=entry.at, closed_by=entry.seq)
