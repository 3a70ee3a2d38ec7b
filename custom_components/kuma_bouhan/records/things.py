"""Things, media, other copies and inspections as they stand: 4(4)ウ, 運用基準例 4. No personal data: `seq` says where it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.people import Hands
from ..guideline.things import CopyKind, Inspection, TakingState, ThingKind
from .entry import Entry
from .thing import (
    Inspected,
    MediumDisposed,
    MediumReturned,
    NoOtherCopies,
    OtherCopyGone,
    OtherCopyNoted,
    TakingOutDenied,
    TakingOutPermitted,
    TakingOutRequested,
    ThingChecked,
    ThingGone,
    ThingNoted,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that footage or a key is on, last from the act at `seq`."""

    seq: int
    thing: str
    what: ThingKind
    noted: datetime
    """When it was noted first."""
    checked: datetime | None = None
    """When somebody last looked at it; None where nobody has."""
    fine: bool = True

    @property
    def seen(self) -> datetime:
        """Return when somebody had it before their eyes: looked at it, or noted it first."""
        return self.checked or self.noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """A thing that is, was, or is to be taken out."""

    seq: int
    number: int
    thing: str
    by: str
    at: datetime
    due: datetime
    hands: Hands | None = None
    decided: datetime | None = None
    decided_by: int | None = None
    denied: bool = False
    back: datetime | None = None
    back_by: int | None = None
    fine: bool = True

    @property
    def state(self) -> TakingState:
        """Return how far it has come."""
        if self.decided is None:
            return TakingState.REQUESTED
        if self.denied:
            return TakingState.DENIED
        return TakingState.OUT if self.back is None else TakingState.BACK

    @property
    def is_open(self) -> bool:
        """Say whether it waits for a decision, or the thing is out."""
        return self.state in {TakingState.REQUESTED, TakingState.OUT}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopy:
    """Where else a camera's pictures are kept."""

    seq: int
    copy: str
    camera: str
    what: CopyKind
    days: int | None


@dataclass(slots=True)
class Things:
    """What the book says of things."""

    by_id: dict[str, Thing] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    """The act (`seq`) that noted each thing and other copy that ever was, for what is told of it once it is gone."""
    takings: dict[int, Taking] = field(default_factory=dict)
    copies: dict[str, OtherCopy] = field(default_factory=dict)
    copies_looked: dict[str, datetime] = field(default_factory=dict)
    """When somebody last said of a camera where else its pictures are kept, or that they are not."""
    disposals: list[int] = field(default_factory=list)
    """Acts (`seq`) of disposal."""
    inspected: dict[Inspection, tuple[datetime, bool]] = field(default_factory=dict)
    """When each was last inspected, and whether all was well."""

    def taking_of(self, thing: str) -> Taking | None:
        """Return the taking out of a thing that is not over: that waits, or of what is out."""
        return next(
            (one for one in self.takings.values() if one.thing == thing and one.is_open), None
        )

    @property
    def next_number(self) -> int:
        """Return the number of the next taking out."""
        return max(self.takings, default=0) + 1

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case ThingNoted() as act:
                new = Thing(seq=entry.seq, thing=act.thing, what=act.what, noted=entry.at)
                known = self.by_id.get(act.thing, new)
                # Noting it anew says where it is: it is no look at it, and mends no fault.
                self.by_id[act.thing] = replace(known, seq=entry.seq, what=act.what)
                self.named[act.thing] = entry.seq
            case ThingChecked() as act if thing := self.by_id.get(act.thing):
                self.by_id[act.thing] = replace(thing, checked=entry.at, fine=act.fine)
            case ThingGone() as act:
                self.by_id.pop(act.thing, None)
            case MediumDisposed() as act:
                self.disposals.append(entry.seq)
                self.by_id.pop(act.thing or "", None)
            case OtherCopyNoted() as act:
                self.copies[act.copy] = OtherCopy(
                    seq=entry.seq,
                    copy=act.copy,
                    camera=act.camera,
                    what=act.what,
                    days=act.days,
                )
                self.copies_looked[act.camera] = entry.at
                self.named[act.copy] = entry.seq
            case OtherCopyGone() as act if gone := self.copies.pop(act.copy, None):
                self.copies_looked[gone.camera] = entry.at
            case NoOtherCopies() as act:
                self.copies_looked[act.camera] = entry.at
            case Inspected() as act:
                self.inspected[act.what] = (entry.at, act.fine)
            case _:
                self._fold_taking(entry)

    def _fold_taking(self, entry: Entry) -> None:
        by = entry.actor.user_id or ""
        match entry.act:
            case TakingOutRequested() as act:
                self.takings[act.number] = Taking(
                    seq=entry.seq,
                    number=act.number,
                    thing=act.thing,
                    by=by,
                    at=entry.at,
                    due=act.due,
                )
            case TakingOutPermitted() | TakingOutDenied() as act if known := self.takings.get(
                act.number
            ):
                self.takings[act.number] = replace(
                    known,
                    hands=Hands(known.by, by),
                    decided=entry.at,
                    decided_by=entry.seq,
                    denied=isinstance(act, TakingOutDenied),
                )
            case MediumReturned() as act if known := self.takings.get(act.number):
                self.takings[act.number] = replace(
                    known, back=entry.at, back_by=entry.seq, fine=act.fine
                )
