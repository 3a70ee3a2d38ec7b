"""Complaints and inquiries as they stand, folded from the acts about them: 4(5). No personal data: `seq` says where it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.complaints import ComplaintKind, ComplaintState, Outcome, Way
from .complaint import ComplaintAnswered, ComplaintClosed, ComplaintReceived
from .entry import Entry
from .numbered import Numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One complaint or inquiry."""

    seq: int
    number: int
    what: ComplaintKind
    way: Way
    cameras: tuple[str, ...]
    received: datetime
    by: str
    officer: str | None
    answer_due: datetime
    closing_due: datetime
    answers: tuple[tuple[int, datetime], ...] = ()
    """Acts (`seq`) that say what was explained, and when it was."""
    closed: datetime | None = None
    closed_by: int | None = None
    outcome: Outcome | None = None

    @property
    def state(self) -> ComplaintState:
        """Return how far it has come."""
        if self.closed is not None:
            return ComplaintState.CLOSED
        return ComplaintState.ANSWERED if self.answers else ComplaintState.RECEIVED

    @property
    def is_pending(self) -> bool:
        """Say whether it is not settled."""
        return self.closed is None

    def is_overdue(self, now: datetime) -> bool:
        """Say whether the first answer, or its end, should have come by now."""
        match self.state:
            case ComplaintState.RECEIVED:
                return min(self.answer_due, self.closing_due) <= now
            case ComplaintState.ANSWERED:
                return self.closing_due <= now
        return False


@dataclass(slots=True)
class Complaints:
    """What the book says of complaints."""

    by_number: Numbered[Complaint] = field(default_factory=Numbered)

    @property
    def next_number(self) -> int:
        """Return the number of the next one."""
        return max(self.by_number, default=0) + 1

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case ComplaintReceived() as act:
                self.by_number.keep(
                    Complaint(
                        seq=entry.seq,
                        number=act.number,
                        what=act.what,
                        way=act.way,
                        cameras=act.cameras,
                        received=act.received,
                        by=entry.actor.user_id or "",
                        officer=act.officer,
                        answer_due=act.answer_due,
                        closing_due=act.closing_due,
                    )
                )
            case ComplaintAnswered() as act if known := self.by_number.get(act.number):
                answers = (*known.answers, (entry.seq, act.answered))
                self.by_number.keep(replace(known, answers=answers))
            case ComplaintClosed() as act if known := self.by_number.get(act.number):
                self.by_number.keep(
                    replace(known, closed=entry.at, closed_by=entry.seq, outcome=act.outcome)
                )
