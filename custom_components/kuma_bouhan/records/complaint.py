"""The acts of answering complaints and inquiries: 4(5), 運用基準例 7. Who came, with what and what was said is personal.

`number` counts complaints and inquiries from 1.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.complaints import ComplaintKind, Outcome, Way
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintReceived(RecordedAct):
    """Somebody complained or inquired. `officer` is the user who sees to it."""

    kind: ClassVar[str] = "complaint_received"

    number: int
    what: ComplaintKind
    way: Way
    cameras: tuple[str, ...]
    received: datetime
    officer: str | None
    answer_due: datetime
    closing_due: datetime
    name: str = personal()
    contact: str = personal()
    text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAnswered(RecordedAct):
    """It was answered: what was explained."""

    kind: ClassVar[str] = "complaint_answered"

    number: int
    answered: datetime
    way: Way
    explained: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintClosed(RecordedAct):
    """It is settled, one way or another."""

    kind: ClassVar[str] = "complaint_closed"

    number: int
    outcome: Outcome
    remarks: str = personal()


ABOUT_COMPLAINTS = (ComplaintReceived, ComplaintAnswered, ComplaintClosed)
