"""What falls due at a site: one list, of which to-do list, calendar, Repairs and panel are views.

A duty has no name and no reason in it: what it is about is an opaque id, a number, or nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .people import Act

SOON = timedelta(days=14)
"""What falls due within this is said to be due soon."""
AHEAD = timedelta(days=30)
"""What falls due within this stands on the list of what is to be done."""


class DutyKind(StrEnum):
    """Everything that falls due."""

    SIGN = "sign"
    """4(3): look at a camera's sign."""
    ASSESSMENT = "assessment"
    """4(1): think a camera over again."""
    COMPLAINT_ANSWER = "complaint_answer"
    """4(5): the first answer."""
    COMPLAINT_CLOSING = "complaint_closing"
    """4(5): settle it."""
    CONTRACT_END = "contract_end"
    """4(6): decide before a contract ends whether it is renewed. It is never overdue: then it has ended."""
    CONTRACT_CERTIFICATE = "contract_certificate"
    """4(6): have it certified what became of what they had."""
    CUSTODY_CHECK = "custody_check"
    """4(4)ウ: see that a thing is where it should be, and locked."""
    TAKING_OUT_DECISION = "taking_out_decision"
    """運用基準例 4(1)イ: decide about a medium that is to be taken out."""
    TAKING_OUT_RETURN = "taking_out_return"
    """運用基準例 4(1)イ: a medium that was taken out is to be back."""
    OTHER_COPIES = "other_copies"
    """4(4)イ, ウ: look where else a camera's pictures are kept."""
    RETENTION_INSPECTION = "retention_inspection"
    """運用体制の概要図: 画像データの保存状況の点検."""
    MEDIA_INSPECTION = "media_inspection"
    INCIDENT = "incident"
    """運用基準例 4: follow an incident."""
    INSTRUCTION = "instruction"
    """運用基準例 3(3)イ: instruct somebody again."""
    ACKNOWLEDGEMENT = "acknowledgement"
    """運用基準例 3(3)イ: acknowledge what one was taught."""
    STANDARD = "standard"
    """4(1): adopt the operating standard, anew where the settings have left it."""
    SELF_CHECK = "self_check"
    """4(1): look through the self-check, once a year."""
    YEARLY_CHECK = "yearly_check"
    """In a home: everything that is looked at once a year, in one go."""
    DECISION = "decision"
    """運用基準例 4(2), 5(2): decide about a request."""
    COPY_RETURN = "copy_return"
    """4(4)ア: a copy is to come back, or to be destroyed."""
    PERMISSION_AFTERWARDS = "permission_afterwards"
    """運用基準例 5(2): permit what was handed over in an emergency."""


YEARLY = frozenset(
    {
        DutyKind.SIGN,
        DutyKind.ASSESSMENT,
        DutyKind.CUSTODY_CHECK,
        DutyKind.OTHER_COPIES,
        DutyKind.RETENTION_INSPECTION,
        DutyKind.MEDIA_INSPECTION,
        DutyKind.INSTRUCTION,
        DutyKind.SELF_CHECK,
    }
)
"""What a home looks at once a year, and so in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something to be done, and by when."""

    kind: DutyKind
    due: datetime
    act: Act
    """What doing it is: who may, stands in the table of authority."""
    camera: str | None = None
    number: int | None = None
    """Of a request, complaint, incident, contract, taking out or instruction."""
    about: str | None = None
    """The id of a contract or thing, or a number that stands for a person."""
    user: str | None = None
    """The user whom it is about. No part of `id`: that, every user of Home Assistant sees."""

    @property
    def id(self) -> str:
        """Return what tells it from every other; it names no person."""
        number = None if self.number is None else str(self.number)
        return ":".join(filter(None, (self.kind, self.camera, self.about, number)))

    def is_overdue(self, now: datetime) -> bool:
        """Say whether its time is over."""
        return self.due <= now

    def is_soon(self, now: datetime) -> bool:
        """Say whether it falls due within `SOON`."""
        return now < self.due <= now + SOON

    def is_ahead(self, now: datetime) -> bool:
        """Say whether it is overdue, or falls due within `AHEAD`."""
        return self.due <= now + AHEAD
