"""Reading what is asked for, protected, decided and given out: drafts, protections, extensions, disclosures.

Facts stand in memory; names and reasons are read from the book, on a thread, for who may read requests (`READ_REQUESTS`):
whoever decides has to know them. A reading that is allowed is not entered (see `registers`). Of each is said what the reader could
do with it now: by role, state and four eyes, whether they have unlocked or not.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date, datetime, timedelta

from ..guideline.application import Recipient
from ..guideline.extension import HoldKind, last_day
from ..guideline.people import Act, Actor
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.settings import SiteSettings
from ..records.disclosure_state import OPEN, Disclosure, DisclosureState
from ..records.extension import HeldPiece
from ..records.registers import Registers
from ..records.requests import Draft, Extension, ExtensionState, Protection, ProtectionState
from . import offers
from .desk import Desk
from .offers import Can

SHOWN_FOR = timedelta(days=90)
"""How long what is over is still listed; the registers have it for good."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A stretch of footage that is held, by whole chunks."""

    camera: str
    start: datetime
    end: datetime
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """A draft."""

    draft: Draft
    can: Can


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionItem:
    """Footage that was protected at once; `true` is what of it."""

    protection: Protection
    state: ProtectionState
    true: tuple[Bounds, ...]
    can: Can


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionItem:
    """An extension. `true` and `original_ends` (本来の保存期間終了年月日) are of what was approved, else of what is protected."""

    extension: Extension
    state: ExtensionState
    true: tuple[Bounds, ...]
    original_ends: tuple[Date, ...]
    last_day: Date
    protected_until: datetime | None
    held_until: datetime | None
    can: Can
    reason: str = ""
    remarks: str = ""
    deny_reason: str = ""
    end_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureItem:
    """A disclosure or a seizure; texts are empty once they have been overwritten."""

    disclosure: Disclosure
    state: DisclosureState
    true: tuple[Bounds, ...]
    protected_until: datetime | None
    held_until: datetime | None
    can: Can
    recipient: Recipient = Recipient()
    purpose: str = ""
    content: str = ""
    remarks: str = ""
    document: str = ""
    document_number: str = ""
    identity_check: str = ""
    exception: str = ""
    urgency: str = ""
    no_other_way: str = ""
    deny_reason: str = ""
    medium_text: str = ""
    received_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything that is open, and what came to its end in the last `SHOWN_FOR`; newest first."""

    settings: SiteSettings | None
    names: Mapping[str, str] = field(default_factory=dict)
    """Names by user id, of whoever asked, decided and carried out."""
    drafts: tuple[DraftItem, ...] = ()
    protections: tuple[ProtectionItem, ...] = ()
    extensions: tuple[ExtensionItem, ...] = ()
    disclosures: tuple[DisclosureItem, ...] = ()


async def listed(desk: Desk, actor: Actor) -> Listing:
    """Return what there is, with names and reasons."""
    await desk.allow(Act.READ_REQUESTS, actor)
    return await desk.run(_listing, desk, actor)


# Counts: for sensors and the overview -----------------------------------------------------------


def waiting(registers: Registers) -> int:
    """Return how many extensions and disclosures wait for a decision."""
    requests = registers.requests
    disclosures = sum(one.waits for one in requests.disclosures.pending)
    return len(requests.extensions.pending) + disclosures


def copies_out(registers: Registers) -> int:
    """Return how many copies nobody has confirmed the end of."""
    return sum(one.copies_out for one in registers.requests.disclosures.pending)


def copies_overdue(registers: Registers, now: datetime) -> int:
    """Return how many of them should be gone or back by now."""
    return sum(one.copies_overdue(now) for one in registers.requests.disclosures.pending)


# The list ---------------------------------------------------------------------------------------


def _listing(desk: Desk, actor: Actor) -> Listing:
    now, requests = desk.clock.now(), desk.registers.requests
    return Listing(
        settings=desk.registers.settings,
        names={found.user_id: found.name for found in desk.registers.appointments},
        drafts=tuple(
            DraftItem(draft=one, can=offers.of_draft(desk, actor, one))
            for one in _newest(requests.drafts)
        ),
        protections=tuple(
            ProtectionItem(
                protection=one,
                state=one.state(now),
                true=bounds(one.pieces),
                can=offers.of_protection(desk, actor, one),
            )
            for one in _newest(requests.protections)
            if _is_listed(_over_since(one, now), now)
        ),
        extensions=tuple(
            _extension(desk, actor, one)
            for one in _newest(requests.extensions)
            if _is_listed(_over_since(one, now), now)
        ),
        disclosures=tuple(
            _disclosure(desk, actor, one)
            for one in _newest(requests.disclosures)
            if _is_listed(_over_since(one, now), now)
        ),
    )


def _newest[T](table: Mapping[int, T]) -> list[T]:
    return [table[number] for number in sorted(table, reverse=True)]


def _is_listed(over_since: datetime | None, now: datetime) -> bool:
    return over_since is None or over_since >= now - SHOWN_FOR


def _over_since(one: Protection | Extension | Disclosure, now: datetime) -> datetime | None:
    """Return since when there is nothing to be done about it; None while there is."""
    match one:
        case Protection():
            standing = one.state(now) is ProtectionState.STANDING
            return None if standing else one.ended_at or one.until
        case Extension():
            if one.state(now) in (ExtensionState.REQUESTED, ExtensionState.APPROVED):
                return None
            denied_at = one.decided_at if one.denied else None
            return one.withdrawn_at or denied_at or one.ended_at or one.until
        case Disclosure():
            if one.state(now) in OPEN or one.copies_out:
                return None
            void = one.state(now) is DisclosureState.VOID
            return one.decision.until if void and one.decision else one.changed


def _extension(desk: Desk, actor: Actor, one: Extension) -> ExtensionItem:
    pieces = one.held or one.protected
    act = _text(desk, one.seq)
    return ExtensionItem(
        extension=one,
        state=one.state(desk.clock.now()),
        true=bounds(pieces),
        original_ends=original_ends(desk, pieces),
        last_day=last_day(one.until, desk.zone),
        protected_until=_until(desk, one.number, HoldKind.REQUEST),
        held_until=_until(desk, one.number, HoldKind.EXTENSION),
        can=offers.of_extension(desk, actor, one),
        reason=act("reason_text"),
        remarks=act("remarks"),
        deny_reason=_text(desk, one.decision if one.denied else None)("reason_text"),
        end_reason=_text(desk, one.ended)("reason_text"),
    )


def _disclosure(desk: Desk, actor: Actor, one: Disclosure) -> DisclosureItem:
    act = _text(desk, one.seq)
    denied = one.decision.seq if one.decision and one.decision.denied else None
    handover = _text(desk, one.provided.seq if one.provided else None)
    return DisclosureItem(
        disclosure=one,
        state=one.state(desk.clock.now()),
        true=bounds(one.held or one.pieces),
        protected_until=_until(desk, one.number, HoldKind.REQUEST),
        held_until=_until(desk, one.number, HoldKind.DISCLOSURE),
        can=offers.of_disclosure(desk, actor, one),
        recipient=Recipient(
            affiliation=act("affiliation"),
            title=act("title"),
            name=act("name"),
            contact=act("contact"),
        ),
        purpose=act("purpose_text"),
        content=act("content_text"),
        remarks=act("remarks"),
        document=act("document"),
        document_number=act("document_number"),
        identity_check=act("identity_check"),
        exception=act("exception_text"),
        urgency=act("urgency_text"),
        no_other_way=act("no_other_way_text"),
        deny_reason=_text(desk, denied)("reason_text"),
        medium_text=handover("medium_text"),
        received_by=handover("received_by"),
    )


def _text(desk: Desk, seq: int | None) -> Callable[[str], str]:
    """Return what gives the texts of an act, read from the book; nothing where there is no act, or none in it."""
    act = None if seq is None else desk.book.entry(seq).act
    return lambda name: str(getattr(act, name, ""))


def _until(desk: Desk, number: int, kind: HoldKind) -> datetime | None:
    """Return until when a request holds its footage so."""
    pieces = desk.registers.requests.holds.pieces(number, kind)
    until = max((piece.until for piece in pieces), default=None)
    return until if until is not None and until > desk.clock.now() else None


def bounds(pieces: Iterable[HeldPiece]) -> tuple[Bounds, ...]:
    """Return the true bounds of what is held: pieces that follow one another are one stretch."""
    found: list[Bounds] = []
    for piece in sorted(pieces, key=lambda one: (one.camera, one.start)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.camera == piece.camera
            and piece.start - last.end <= LONGEST_UNNOTED_GAP
        ):
            end = max(last.end, piece.end)
            found[-1] = replace(last, end=end, bytes=last.bytes + piece.bytes)
        else:
            found.append(Bounds(piece.camera, piece.start, piece.end, piece.bytes))
    return tuple(found)


def original_ends(desk: Desk, pieces: Iterable[HeldPiece]) -> tuple[Date, ...]:
    """Return the days on which footage ends by its own period: one form 1 for each."""
    return tuple(sorted({last_day(piece.original_end, desk.zone) for piece in pieces}))
