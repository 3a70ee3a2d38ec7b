"""Disclosures as they stand, folded from the acts about them (`requests` hands them over)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.disclosure import Asks
from ..guideline.extension import HoldKind
from ..guideline.people import Hands
from ..guideline.viewing import Scope
from .disclosure import (
    AccessAnswered,
    CopyConfirmed,
    CopyDownloaded,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosurePrepared,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
    FootageSeized,
    MaskedCopyMade,
    PicturesShown,
)
from .disclosure_state import (
    Access,
    Copy,
    Decision,
    Disclosure,
    DisclosureState,
    MaskedCopy,
    Prepared,
    Provided,
)
from .entry import Entry
from .holds import Holds
from .keeping import PersonalDataErased
from .numbered import Numbered

__all__ = ["Disclosure", "DisclosureState", "Disclosures"]


type Step = (
    AccessAnswered
    | DisclosurePermitted
    | DisclosureDenied
    | DisclosureWithdrawn
    | MaskedCopyMade
    | PicturesShown
    | DisclosurePrepared
    | CopyDownloaded
    | DisclosureProvided
    | CopyConfirmed
)
"""What happens to a request once it is made."""
_OPENS = (MaskedCopyMade, PicturesShown, DisclosurePrepared)
"""What decrypts its footage."""


@dataclass(slots=True)
class Disclosures:
    """What the book says of disclosures, and what they hold."""

    holds: Holds
    all: Numbered[Disclosure] = field(default_factory=Numbered)
    """Every one that was ever asked for, and every seizure; they are few."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case DisclosureRequested() as act:
                self.all.keep(_requested(entry, act))
                self.holds.take(act.number, HoldKind.REQUEST, act.pieces, entry.at)
            case FootageSeized() as act:
                self.all.keep(_seized(entry, act))
            case PersonalDataErased() as act:
                self._forget(act)
            case act if isinstance(act, Step.__value__):
                if (known := self.all.get(act.number)) is not None:
                    self.all.keep(replace(_after(known, entry, act), changed=entry.at))
                    self._hold(entry, act)

    def wanted(self, now: datetime) -> Iterator[Scope]:
        """Yield what is asked for and not decided, or permitted and not provided."""
        for found in self.all.values():
            if found.is_wanted(now):
                yield found.scope

    def _hold(self, entry: Entry, act: Step) -> None:
        match act:
            case DisclosurePermitted():
                # Its own first: what is held by both is never without.
                self.holds.take(act.number, HoldKind.DISCLOSURE, act.pieces, entry.at)
                self.holds.release(act.number, HoldKind.REQUEST)
            case DisclosureDenied() | DisclosureWithdrawn() | DisclosureProvided():
                self.holds.release(act.number, HoldKind.REQUEST, HoldKind.DISCLOSURE)

    def _forget(self, act: PersonalDataErased) -> None:
        gone = frozenset(act.acts)
        for known in self.all.values():
            if known.seq in gone:
                self.all.keep(replace(known, named=False))


def _who(entry: Entry) -> str:
    return entry.actor.user_id or ""


def _requested(entry: Entry, act: DisclosureRequested) -> Disclosure:
    return Disclosure(
        number=act.number,
        seq=entry.seq,
        at=entry.at,
        changed=entry.at,
        by=_who(entry),
        asks=act.asks,
        scope=Scope(act.cameras, act.start, act.end),
        ground=act.ground,
        written=act.written,
        danger=act.danger,
        masked=act.masked,
        named=not entry.erased,
        pieces=act.pieces,
    )


def _seized(entry: Entry, act: FootageSeized) -> Disclosure:
    return Disclosure(
        number=act.number,
        seq=entry.seq,
        at=entry.at,
        changed=entry.at,
        by=_who(entry),
        asks=Asks.SEIZURE,
        scope=Scope(act.cameras, act.start, act.end),
        named=not entry.erased,
        seized_at=act.at,
    )


def _after(known: Disclosure, entry: Entry, act: Step) -> Disclosure:
    """Return a disclosure after one more step."""
    if known.first_opened is None and isinstance(act, _OPENS):
        known = replace(known, first_opened=entry.at)
    match act:
        case PicturesShown():
            return known
        case AccessAnswered():
            return replace(known, access=_answered(entry, act))
        case DisclosurePermitted():
            return replace(known, decision=_permitted(entry, act))
        case DisclosureDenied():
            return replace(known, decision=_denied(entry, act))
        case DisclosureWithdrawn():
            return replace(known, withdrawn_at=entry.at, withdrawn_by=_who(entry))
        case MaskedCopyMade():
            others = tuple(one for one in known.masks if one.camera != act.camera)
            return replace(known, masks=(*others, _masked(entry, act)))
        case DisclosurePrepared():
            return replace(
                known,
                prepared=_prepared(entry, act),
                first_prepared=known.first_prepared or entry.at,
            )
        case CopyDownloaded():
            return replace(known, copies=(*known.copies, _downloaded(entry, act)))
        case DisclosureProvided():
            return replace(known, provided=_provided(entry, act))
        case CopyConfirmed(copy=None):
            provided = known.provided and replace(
                known.provided, fate=act.fate, confirmed_at=act.at
            )
            return replace(known, provided=provided)
        case CopyConfirmed():
            copies = tuple(
                replace(one, fate=act.fate, confirmed_at=act.at) if one.copy == act.copy else one
                for one in known.copies
            )
            return replace(known, copies=copies)


def _answered(entry: Entry, act: AccessAnswered) -> Access:
    return Access(
        seq=entry.seq,
        at=entry.at,
        by=_who(entry),
        business=act.business,
        retained=act.retained,
        obliged=act.obliged,
    )


def _permitted(entry: Entry, act: DisclosurePermitted) -> Decision:
    return Decision(
        seq=entry.seq,
        order=entry.order,
        at=entry.at,
        hands=Hands(act.requested_by, _who(entry)),
        ground=act.ground,
        scope=Scope(act.cameras, act.start, act.end),
        masked=act.masked,
        binds=act.binds,
        until=act.until,
        afterwards=act.afterwards,
        pieces=act.pieces,
    )


def _denied(entry: Entry, act: DisclosureDenied) -> Decision:
    return Decision(
        seq=entry.seq,
        order=entry.order,
        at=entry.at,
        hands=Hands(act.requested_by, _who(entry)),
        denied=True,
        no_ground=act.no_ground,
    )


def _masked(entry: Entry, act: MaskedCopyMade) -> MaskedCopy:
    return MaskedCopy(
        seq=entry.seq,
        at=entry.at,
        by=_who(entry),
        camera=act.camera,
        derived=act.derived,
        masks=act.masks,
        digest=act.digest,
    )


def _prepared(entry: Entry, act: DisclosurePrepared) -> Prepared:
    return Prepared(
        seq=entry.seq,
        at=entry.at,
        by=_who(entry),
        manifest=act.manifest,
        files=act.files,
        bytes=act.bytes,
        masked=act.masked,
    )


def _downloaded(entry: Entry, act: CopyDownloaded) -> Copy:
    return Copy(
        seq=entry.seq,
        at=entry.at,
        by=_who(entry),
        copy=act.copy,
        form=act.form,
        bytes=act.bytes,
        due=act.due,
    )


def _provided(entry: Entry, act: DisclosureProvided) -> Provided:
    return Provided(
        seq=entry.seq,
        entered=entry.at,
        by=_who(entry),
        at=act.at,
        medium=act.medium,
        copies=act.copies,
        receipt=act.receipt,
        duty=act.duty,
        due=act.due,
    )
