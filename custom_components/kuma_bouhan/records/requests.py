"""Drafts, protections, extensions as they stand, folded from the acts about them; and the run of numbers they share.

    draft: open ──a request is made of it, or it is discarded──▶ gone
    protection: standing ──ended, or a request takes it over──▶ ended, taken; ──its time is over──▶ over
    extension: requested ──approved──▶ approved ──ended early──▶ ended
               requested ──denied, withdrawn──▶ denied, withdrawn
               approved ──its last day is over, or what renews it is approved──▶ over

In memory are facts and the `seq` of the act to read names and reasons by. Disclosures fold themselves (`Part`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ..guideline.extension import HoldKind, Wanted
from ..guideline.grounds import Ground
from ..guideline.people import Hands
from ..guideline.viewing import Scope
from .disclosure import DisclosureRequested, FootageSeized
from .disclosures import Disclosure, Disclosures
from .entry import Entry
from .extension import (
    DraftDiscarded,
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
    FootageProtected,
    HeldPiece,
    ProtectionEnded,
    RequestDrafted,
)
from .holds import Hold, Holds
from .numbered import Numbered

_NUMBERED = (
    RequestDrafted,
    FootageProtected,
    ExtensionRequested,
    DisclosureRequested,
    FootageSeized,
)
"""The acts that begin something with a number of its own."""


class ProtectionState(StrEnum):
    """How far a protection has come."""

    STANDING = "standing"
    TAKEN = "taken"
    """A request took it over, and protects the footage itself."""
    ENDED = "ended"
    OVER = "over"
    """Nobody asked for anything in time."""


class ExtensionState(StrEnum):
    """How far an extension has come."""

    REQUESTED = "requested"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    """Early, for a reason."""
    OVER = "over"
    """Its last day is over, or another one took its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A request that a person is to complete; `by` is empty where an automation opened it."""

    number: int
    seq: int
    at: datetime
    by: str
    wanted: Wanted
    scope: Scope
    ground: Ground | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Footage that was protected at once."""

    number: int
    seq: int
    at: datetime
    by: str
    scope: Scope
    pieces: Sequence[HeldPiece]
    until: datetime
    """The last of it."""
    taken_by: int | None = None
    """The request that took it over."""
    ended_at: datetime | None = None

    def state(self, now: datetime) -> ProtectionState:
        """Return how far it has come."""
        if self.taken_by is not None:
            return ProtectionState.TAKEN
        if self.ended_at is not None:
            return ProtectionState.ENDED
        return ProtectionState.STANDING if self.until > now else ProtectionState.OVER

    def stands(self, now: datetime) -> bool:
        """Say whether it protects something still."""
        return self.state(now) is ProtectionState.STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension that was asked for; `seq` is the request's, `decision` that of what decided."""

    number: int
    seq: int
    at: datetime
    by: str
    scope: Scope
    until: datetime
    """The midnight after the last day that is asked for, or was approved."""
    renews: int | None
    protected: Sequence[HeldPiece]
    """What its request protects until it is decided."""
    held: Sequence[HeldPiece] = ()
    """What its approval holds."""
    decision: int | None = None
    decided_at: datetime | None = None
    hands: Hands | None = None
    denied: bool = False
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    ended: int | None = None
    """The act that ended it early."""
    ended_at: datetime | None = None
    ended_by: str = ""
    renewed_by: int | None = None
    """The extension (number) that took its place."""

    @property
    def waits(self) -> bool:
        """Say whether nobody has decided yet."""
        return self.decided_at is None and self.withdrawn_at is None

    @property
    def is_pending(self) -> bool:
        """Say whether somebody has to decide about it."""
        return self.waits

    def state(self, now: datetime) -> ExtensionState:
        """Return how far it has come."""
        if self.withdrawn_at is not None:
            return ExtensionState.WITHDRAWN
        if self.decided_at is None:
            return ExtensionState.REQUESTED
        if self.denied:
            return ExtensionState.DENIED
        if self.ended_at is not None:
            return ExtensionState.ENDED
        over = self.renewed_by is not None or self.until <= now
        return ExtensionState.OVER if over else ExtensionState.APPROVED


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """A change of period, and the cameras it is of: one that is shorter brings footage that is there nearer to its end."""

    at: datetime
    cameras: frozenset[str]
    days: int


class Part(Protocol):
    """Requests that fold themselves, and take and release their holds in `Holds`."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""

    def wanted(self, now: datetime) -> Iterator[Scope]:
        """Yield what is asked for and not decided, or permitted and not provided."""


@dataclass(slots=True)
class Requests:
    """What the book says of drafts, protections and requests."""

    holds: Holds = field(default_factory=Holds)
    drafts: dict[int, Draft] = field(default_factory=dict)
    """Those that are open."""
    protections: dict[int, Protection] = field(default_factory=dict)
    extensions: Numbered[Extension] = field(default_factory=Numbered)
    periods: list[PeriodChange] = field(default_factory=list)
    disclosures: Numbered[Disclosure] = field(default_factory=Numbered)
    parts: list[Part] = field(default_factory=list)
    last_number: int = 0

    def __post_init__(self) -> None:
        """Have disclosures fold themselves."""
        self.parts.append(Disclosures(self.holds, self.disclosures))

    @property
    def next_number(self) -> int:
        """Return the number of what is begun next; given under `Desk.decide`'s lock."""
        return self.last_number + 1

    def standing(self, now: datetime) -> Iterator[Hold]:
        """Yield the holds of which something is held still."""
        return self.holds.standing(now)

    def held(self, camera: str, now: datetime) -> Iterator[tuple[HoldKind, HeldPiece]]:
        """Yield what is held of a camera's footage, and why."""
        return self.holds.held(camera, now)

    def is_wanted(self, camera: str, start: datetime, end: datetime, now: datetime) -> bool:
        """Say whether footage of a span is asked for and not decided, or permitted and not provided."""
        scopes = [found.scope for found in self.extensions.pending]
        for part in self.parts:
            scopes += part.wanted(now)
        return any(
            camera in scope.cameras and scope.start < end and scope.end > start for scope in scopes
        )

    def count(self, entry: Entry) -> None:
        """Take in the number of an act in whatever phase: none is ever given twice."""
        if isinstance(entry.act, _NUMBERED):
            self.last_number = max(self.last_number, entry.act.number)

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case RequestDrafted() as act:
                self.drafts[act.number] = Draft(
                    number=act.number,
                    seq=entry.seq,
                    at=entry.at,
                    by=entry.actor.user_id or "",
                    wanted=act.wanted,
                    scope=Scope(act.cameras, act.start, act.end),
                    ground=act.ground,
                )
            case DraftDiscarded() as act:
                self.drafts.pop(act.number, None)
            case FootageProtected() as act:
                self._protect(entry, act)
            case ProtectionEnded() as act:
                if (found := self.protections.get(act.number)) is not None:
                    self.protections[act.number] = replace(found, ended_at=entry.at)
                self.holds.release(act.number, HoldKind.PROTECTION)
            case ExtensionRequested() as act:
                self._request(entry, act)
            case DisclosureRequested() as act:
                self.made_from(act.number, act.draft, act.protection)
            case ExtensionApproved() | ExtensionDenied() | ExtensionWithdrawn() | ExtensionEnded():
                self._follow(entry)
        for part in self.parts:
            part.fold(entry)

    def change_period(self, at: datetime, cameras: frozenset[str], days: int) -> None:
        """Take note of a change of period."""
        self.periods.append(PeriodChange(at, cameras, days))

    def made_from(self, number: int, draft: int | None, protection: int | None) -> None:
        """Let go of what a request was made from: a draft, a protection that it takes over."""
        if draft is not None:
            self.drafts.pop(draft, None)
        if protection is not None and (found := self.protections.get(protection)) is not None:
            self.protections[protection] = replace(found, taken_by=number)
            self.holds.release(protection, HoldKind.PROTECTION)

    def _protect(self, entry: Entry, act: FootageProtected) -> None:
        pieces = tuple(act.pieces)
        self.protections[act.number] = Protection(
            number=act.number,
            seq=entry.seq,
            at=entry.at,
            by=entry.actor.user_id or "",
            scope=Scope(act.cameras, act.start, act.end),
            pieces=act.pieces,
            until=max((piece.until for piece in pieces), default=entry.at),
        )
        self.holds.take(act.number, HoldKind.PROTECTION, pieces, entry.at)

    def _request(self, entry: Entry, act: ExtensionRequested) -> None:
        self.extensions.keep(
            Extension(
                number=act.number,
                seq=entry.seq,
                at=entry.at,
                by=entry.actor.user_id or "",
                scope=Scope(act.cameras, act.start, act.end),
                until=act.until,
                renews=act.renews,
                protected=act.pieces,
            )
        )
        # Its own first: what is protected by both never has none.
        self.holds.take(act.number, HoldKind.REQUEST, act.pieces, entry.at)
        self.made_from(act.number, act.draft, act.protection)

    def _follow(self, entry: Entry) -> None:
        """Take in what was decided about an extension, and what came after."""
        act = entry.act
        assert isinstance(
            act, ExtensionApproved | ExtensionDenied | ExtensionWithdrawn | ExtensionEnded
        )
        found = self.extensions.get(act.number)
        if found is None:
            return
        by = entry.actor.user_id or ""
        match act:
            case ExtensionApproved():
                found = replace(found, held=act.pieces, until=act.until)
                self.holds.take(act.number, HoldKind.EXTENSION, act.pieces, entry.at)
                if (old := self.extensions.get(found.renews or 0)) is not None:
                    self.extensions.keep(replace(old, renewed_by=found.number))
                    self.holds.release(old.number, HoldKind.EXTENSION)
            case ExtensionWithdrawn():
                found = replace(found, withdrawn_at=entry.at, withdrawn_by=by)
            case ExtensionEnded():
                found = replace(found, ended=entry.seq, ended_at=entry.at, ended_by=by)
                self.holds.release(act.number, HoldKind.EXTENSION)
        if isinstance(act, ExtensionApproved | ExtensionDenied):
            found = replace(
                found,
                decision=entry.seq,
                decided_at=entry.at,
                hands=Hands(found.by, by),
                denied=isinstance(act, ExtensionDenied),
            )
        self.holds.release(act.number, HoldKind.REQUEST)
        self.extensions.keep(found)
