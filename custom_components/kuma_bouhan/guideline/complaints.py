"""Complaints and inquiries, and until when they are answered: 4(5), 運用基準例 7.

received ──answered (as often as needed)──▶ answered ──closed──▶ closed
received ──closed, with an outcome that needs no answer──▶ closed
"""

from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from .extension import kept_until

ANSWER_DAYS = 7
"""Days until the first answer, unless the site says otherwise."""
CLOSING_DAYS = 30
"""Days until it is settled, unless the site says otherwise."""
LONGEST_ANSWER_DAYS = 60
LONGEST_CLOSING_DAYS = 365
LONGEST_EXPLANATION = 16_000
"""Letters of an answer. The text that is offered has the site's own words on each camera, so other texts' limit is too short for it."""


class ComplaintKind(StrEnum):
    """What somebody came with."""

    COMPLAINT = "complaint"
    """苦情."""
    INQUIRY = "inquiry"
    """問合せ."""


class Way(StrEnum):
    """How somebody came."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    LETTER = "letter"
    MAIL = "mail"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of it."""

    UNDERSTOOD = "understood"
    """Explained, and accepted."""
    CHANGED = "changed"
    """Something was changed: range, sign, period."""
    NOT_UNDERSTOOD = "not_understood"
    """Explained, and not accepted."""
    PASSED_ON = "passed_on"
    """Not ours to answer; passed on."""
    NO_ANSWER_POSSIBLE = "no_answer_possible"
    """Nobody to answer to."""


class ComplaintState(StrEnum):
    """How far it has come."""

    RECEIVED = "received"
    ANSWERED = "answered"
    CLOSED = "closed"


WITHOUT_ANSWER = frozenset({Outcome.UNDERSTOOD, Outcome.PASSED_ON, Outcome.NO_ANSWER_POSSIBLE})
"""Outcomes with which something is settled that nobody answered: it was explained on the spot, is not ours, or nobody can be reached."""


def due_after(received: datetime, days: int, zone: tzinfo) -> datetime:
    """Return until when (UTC) something is to be done: the midnight that ends the day so many days after it was received."""
    return kept_until(received.astimezone(zone).date() + timedelta(days=days), zone)
