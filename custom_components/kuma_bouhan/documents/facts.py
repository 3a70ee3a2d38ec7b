"""What papers are made of: facts out of the book, as somebody gathered them (`procedure/papers.py`).

Moments are aware, in the site's own zone. What is personal is empty once it has been overwritten; `erased` says so.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..guideline.disclosure import Answer, Asks, CopyForm, Danger, Duty, Fate, Medium
from ..guideline.grounds import Ground
from ..guideline.people import Role
from ..guideline.retention import ErasureReason
from ..guideline.viewing import Purpose, ViewingEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who did something, in the offices they held then."""

    name: str = ""
    title: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose footage it is: the site owner, where the site says who that is."""

    facility: str
    name: str
    is_body: bool


@dataclass(frozen=True, slots=True)
class Act:
    """By whom and when."""

    by: Person
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for: footage of these places, from a moment until before another."""

    places: tuple[str, ...]
    start: datetime
    end: datetime
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept, of one camera and with one original end, with its true bounds."""

    place: str
    start: datetime
    end: datetime
    bytes: int
    original_end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided; `one_person`: who asked decided, too."""

    act: Act
    one_person: bool


class Signed(StrEnum):
    """What came of the signature of an act."""

    NONE = "none"
    HOLDS = "holds"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where an act stands in the book, and what shows that it does: docs/formats-book.md."""

    act: int
    leaf: str
    signed: Signed
    signer: str
    """The fingerprint of the key that signed it; empty where none did."""
    checkpoint: str
    host: str
    """The fingerprint of the key that signs the book's heads."""
    included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension, from its request to its end: 4(4)イ."""

    number: int
    approver: Role
    asked: Asked
    until: date
    kept: tuple[Kept, ...]
    reason: str
    remarks: str
    renews: int | None
    proof: Proof
    approved: Decision | None = None
    denied: Decision | None = None
    deny_reason: str = ""
    withdrawn: Act | None = None
    ended: Act | None = None
    end_reason: str = ""
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """To whom footage is given."""

    affiliation: str
    title: str
    name: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessAnswer:
    """What the site said of an access request."""

    business: Answer
    retained: Answer
    obliged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A copy in which others are masked."""

    place: str
    at: datetime
    masks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What was put together to be given out."""

    at: datetime
    manifest: str
    files: int
    bytes: int
    masked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What became of a copy."""

    fate: Fate
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that was downloaded."""

    number: int
    form: CopyForm
    act: Act
    due: datetime
    end: End | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provided:
    """The hand-over; `at` is its minute."""

    at: datetime
    by: Person
    medium: Medium
    medium_text: str
    copies: int
    receipt: bool
    received_by: str
    duty: Duty
    due: datetime | None
    end: End | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A disclosure, from its request to its last copy: 4(4)ア. A seizure has neither request nor permission."""

    number: int
    asks: Asks
    ground: Ground | None
    asked: Asked
    recipient: Recipient
    purpose: str
    content: str
    remarks: str
    proof: Proof
    kept: tuple[Kept, ...] = ()
    written: bool = False
    document: str = ""
    document_number: str = ""
    identity_check: str = ""
    exception: str = ""
    danger: Danger | None = None
    urgency: str = ""
    no_other_way: str = ""
    masked: bool = False
    answer: AccessAnswer | None = None
    permitted: Decision | None = None
    until: datetime | None = None
    afterwards: bool = False
    denied: Decision | None = None
    no_ground: bool = False
    deny_reason: str = ""
    withdrawn: Act | None = None
    masks: tuple[Masked, ...] = ()
    prepared: Prepared | None = None
    copies: tuple[Copy, ...] = ()
    provided: Provided | None = None
    seized: datetime | None = None
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """Footage that was really played."""

    place: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed:
    """A viewing session; `ended` None where it goes on, or nothing says when it ended."""

    number: int
    viewer: Person
    attendees: tuple[Person, ...]
    purpose: Purpose
    ground: Ground | None
    places: tuple[str, ...]
    start: datetime
    end: datetime
    began: datetime
    ended: datetime | None
    why: ViewingEnd | None
    played: tuple[Played, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """Footage of a span that was erased, between two moments. `confirmed`: read back as destroyed."""

    start: datetime
    end: datetime
    first: datetime
    last: datetime
    reason: ErasureReason
    files: int
    bytes: int
    confirmed: bool
    by: Person | None = None
    """Who had it erased, where somebody did and the reader may know."""
    why: str = ""
    """Why they did; as `by`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Footage of a span that is there still, until a moment."""

    start: datetime
    end: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasures:
    """What became of the footage of one camera and span: 4(4)エ. `others`: its other recorders, in a person's words."""

    place: str
    start: datetime
    end: datetime
    erased: tuple[Erased, ...]
    left: tuple[Left, ...]
    others: str
    made_by: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewings:
    """The viewings that began in a span."""

    start: datetime
    end: datetime
    viewed: tuple[Viewed, ...]
