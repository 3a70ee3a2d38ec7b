"""How far a disclosure has come: what was asked for, decided, prepared, given out, and came back.

Facts as the book has them (`disclosures` folds them). Names and reasons are no part of them: those are read from the book, by
`seq`. Which step may follow which, and whose it is, says `procedure/disclosure.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..guideline.disclosure import AFTERWARDS, Answer, Asks, CopyForm, Danger, Duty, Fate, Medium
from ..guideline.grounds import Ground
from ..guideline.people import Hands
from ..guideline.viewing import Scope
from .extension import HeldPiece


class DisclosureState(StrEnum):
    """How far a disclosure has come."""

    REQUESTED = "requested"
    PERMITTED = "permitted"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    VOID = "void"
    """The permission was not used in time."""
    PREPARED = "prepared"
    PROVIDED = "provided"
    CLOSED = "closed"
    """Provided, and what became of every copy is confirmed."""
    SEIZED = "seized"


OPEN = frozenset(
    {
        DisclosureState.REQUESTED,
        DisclosureState.PERMITTED,
        DisclosureState.PREPARED,
        DisclosureState.PROVIDED,
    }
)
"""States in which something is still to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What the site answered to an access request; it is no conclusion of law."""

    seq: int
    at: datetime
    by: str
    business: Answer
    retained: Answer
    obliged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A permission or a denial; `binds` (hex), `until` and `pieces` are a permission's only."""

    seq: int
    order: int | None
    """The act (`seq`) that ordered it: signed by who decided, even where a stop came between."""
    at: datetime
    hands: Hands
    denied: bool = False
    no_ground: bool = False
    ground: Ground | None = None
    scope: Scope | None = None
    masked: bool = False
    binds: str = ""
    until: datetime | None = None
    afterwards: bool = False
    pieces: Sequence[HeldPiece] = ()

    @property
    def by(self) -> str:
        """Return who decided."""
        return self.hands.decided_by


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedCopy:
    """A copy of one camera's footage in which others are masked."""

    seq: int
    at: datetime
    by: str
    camera: str
    derived: str
    masks: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What was put together last; `manifest` is the SHA-256 (hex) of its list of files."""

    seq: int
    at: datetime
    by: str
    manifest: str
    files: int
    bytes: int
    masked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that was downloaded, and what became of it."""

    seq: int
    at: datetime
    by: str
    copy: int
    form: CopyForm
    bytes: int
    due: datetime
    fate: Fate | None = None
    confirmed_at: datetime | None = None

    @property
    def is_out(self) -> bool:
        """Say whether nobody has confirmed that it is gone."""
        return self.fate is None

    def is_overdue(self, now: datetime) -> bool:
        """Say whether it should be gone by now."""
        return self.is_out and self.due <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Provided:
    """The hand-over, at a minute (提供日時), and what became of the copies that were handed over."""

    seq: int
    entered: datetime
    by: str
    at: datetime
    medium: Medium
    copies: int
    receipt: bool
    duty: Duty
    due: datetime | None
    fate: Fate | None = None
    confirmed_at: datetime | None = None

    @property
    def is_out(self) -> bool:
        """Say whether they are to come back or be destroyed, and nobody has confirmed that."""
        return self.duty is not Duty.NONE and self.fate is None

    def is_overdue(self, now: datetime) -> bool:
        """Say whether that should be so by now."""
        return self.is_out and self.due is not None and self.due <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One request, one seizure; `seq` is the act's that asked for it or says so.

    `named` says whether names and reasons stand in the book still.
    """

    number: int
    seq: int
    at: datetime
    by: str
    asks: Asks
    scope: Scope
    ground: Ground | None = None
    written: bool = False
    danger: Danger | None = None
    masked: bool = False
    named: bool = True
    pieces: Sequence[HeldPiece] = ()
    access: Access | None = None
    decision: Decision | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    masks: tuple[MaskedCopy, ...] = ()
    prepared: Prepared | None = None
    first_prepared: datetime | None = None
    first_opened: datetime | None = None
    """When its footage was decrypted first: shown, masked or put together."""
    copies: tuple[Copy, ...] = ()
    provided: Provided | None = None
    seized_at: datetime | None = None
    changed: datetime
    """When the last act about it was entered."""

    def state(self, now: datetime) -> DisclosureState:
        """Return how far it has come. What was provided is so, whatever was decided about it afterwards."""
        if self.seized_at is not None:
            return DisclosureState.SEIZED
        if self.provided is not None:
            return DisclosureState.PROVIDED if self.copies_out else DisclosureState.CLOSED
        if self.withdrawn_at is not None:
            return DisclosureState.WITHDRAWN
        decision = self.decision
        if decision is not None and decision.denied:
            return DisclosureState.DENIED
        if decision is not None and decision.until is not None and decision.until <= now:
            return DisclosureState.VOID
        if self.prepared is not None:
            return DisclosureState.PREPARED
        return DisclosureState.PERMITTED if decision else DisclosureState.REQUESTED

    @property
    def waits(self) -> bool:
        """Say whether somebody has to decide about it."""
        return self.decision is None and self.withdrawn_at is None and self.seized_at is None

    @property
    def is_pending(self) -> bool:
        """Say whether somebody has to decide about it, or to see to a copy that is out."""
        return self.waits or self.copies_out > 0

    def is_wanted(self, now: datetime) -> bool:
        """Say whether its footage is needed: it is asked for and not decided, or permitted and not provided."""
        return self.state(now) in (
            DisclosureState.REQUESTED,
            DisclosureState.PERMITTED,
            DisclosureState.PREPARED,
        )

    @property
    def permission(self) -> Decision | None:
        """Return what permits it, in force or not."""
        return self.decision if self.decision is not None and not self.decision.denied else None

    @property
    def held(self) -> Sequence[HeldPiece]:
        """Return what its permission holds, or held."""
        return self.permission.pieces if self.permission else ()

    @property
    def permission_due(self) -> datetime | None:
        """Return until when it has to be permitted afterwards; None where nothing was done without a permission."""
        return self.first_opened + AFTERWARDS if self.waits and self.first_opened else None

    @property
    def standing_ground(self) -> Ground | None:
        """Return the ground it is asked for on; what the site answers that it is obliged to rests on law."""
        if self.ground is None and self.access is not None and self.access.obliged:
            return Ground.LAW
        return self.ground

    @property
    def to_be_masked(self) -> bool:
        """Say whether others in the picture are to be masked."""
        return self.masked or (self.access is not None and self.access.obliged)

    @property
    def copies_out(self) -> int:
        """Return how many copies nobody has confirmed the end of."""
        handed_over = self.provided.copies if self.provided and self.provided.is_out else 0
        return handed_over + sum(copy.is_out for copy in self.copies)

    def copies_overdue(self, now: datetime) -> int:
        """Return how many copies should be gone or back by now."""
        provided = self.provided
        handed_over = provided.copies if provided and provided.is_overdue(now) else 0
        return handed_over + sum(copy.is_overdue(now) for copy in self.copies)
