"""What comes before a request: a draft that a person completes, and footage protected at once: 4(4)イ.

    draft: open ──a request is made of it──▶ gone ◀──discarded
    protection: standing ──a request takes it over, ended, 72 hours past the footage's own end──▶ gone

An automation opens drafts and does nothing else: if it could protect, it would keep everything for ever.

Invariants:
1. A draft protects nothing.
2. A protection is of a span that is over, and of whole chunks; nothing is protected twice (`holding`).
3. Numbers, and what each act finds, are settled one at a time (`Desk.decide`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..guideline.errors import Problem
from ..guideline.extension import HoldKind, Wanted
from ..guideline.grounds import Ground
from ..guideline.people import Act, Actor
from ..guideline.viewing import Scope
from ..records.extension import (
    DraftDiscarded,
    FootageProtected,
    HeldPiece,
    ProtectionEnded,
    RequestDrafted,
)
from . import holding
from .desk import Desk
from .permission import LONGEST_TEXT, MOST_WAITING

MOST_DRAFTS = 50
"""Drafts that are open at a time: whoever completes them has to find theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A protection: `until` is when the last of it ends, `left_out` counts chunks that cannot be protected again."""

    number: int
    until: datetime
    pieces: Sequence[HeldPiece]
    left_out: int


# Drafts ----------------------------------------------------------------------------------------


async def draft(
    desk: Desk, actor: Actor, wanted: Wanted, scope: Scope, ground: Ground | None = None
) -> int:
    """Note that a request is to be made; return its number. It protects nothing.

    Problem: what `Scope.check` says, unknown_camera, drafts_waiting (most).
    """

    async def settle() -> RequestDrafted:
        await desk.allow(Act.OPEN_DRAFT, actor)
        scope.check()
        if any(camera not in desk.registers.cameras for camera in scope.cameras):
            raise Problem("unknown_camera")
        if len(desk.registers.requests.drafts) >= MOST_DRAFTS:
            raise Problem("drafts_waiting", most=MOST_DRAFTS)
        return RequestDrafted(
            number=desk.registers.requests.next_number,
            wanted=wanted,
            cameras=scope.cameras,
            start=scope.start,
            end=scope.end,
            ground=ground,
        )

    return (await desk.decide(actor, settle)).number


async def discard(desk: Desk, actor: Actor, number: int) -> None:
    """Throw a draft away. Problem: draft_unknown."""

    async def settle() -> DraftDiscarded:
        await desk.allow(Act.REQUEST_EXTENSION, actor)
        if number not in desk.registers.requests.drafts:
            raise Problem("draft_unknown")
        return DraftDiscarded(number=number)

    await desk.decide(actor, settle)


# Protecting at once ----------------------------------------------------------------------------


async def protect(desk: Desk, actor: Actor, scope: Scope) -> Protected:
    """Protect a span until it is decided what becomes of it, 72 hours past its own end at the most.

    Problem: what `holding.plan` says, protection_used_up, requests_waiting (most).
    """
    left_out = 0

    async def settle() -> FootageProtected:
        nonlocal left_out
        await desk.allow(Act.PROTECT_FOOTAGE, actor)
        requests, now = desk.registers.requests, desk.clock.now()
        known = requests.protections.values()
        check_waiting(sum(one.by == actor.user_id for one in known if one.stands(now)))
        plan = await holding.plan(desk, scope, HoldKind.PROTECTION)
        if not plan.pieces:
            raise Problem("protection_used_up")
        left_out = plan.left_out
        return FootageProtected(
            number=requests.next_number,
            cameras=scope.cameras,
            start=scope.start,
            end=scope.end,
            pieces=plan.pieces,
        )

    async def effect(order: FootageProtected) -> FootageProtected:
        return await finish(desk, order)

    done = await desk.decide(actor, settle, effect)
    return Protected(
        number=done.number,
        until=max(piece.until for piece in done.pieces),
        pieces=done.pieces,
        left_out=left_out,
    )


async def end_protection(desk: Desk, actor: Actor, number: int) -> None:
    """End a protection: its footage is under its own period again. Problem: request_unknown, protection_not_standing."""

    async def settle() -> ProtectionEnded:
        found = desk.registers.requests.protections.get(number)
        await allow_own(desk, actor, found.by if found else None)
        if found is None:
            raise Problem("request_unknown")
        if not found.stands(desk.clock.now()):
            raise Problem("protection_not_standing")
        return ProtectionEnded(number=number)

    async def effect(order: ProtectionEnded) -> ProtectionEnded:
        await let_go(desk, number, HoldKind.PROTECTION)
        return order

    await desk.decide(actor, settle, effect)


# Shared with requests ----------------------------------------------------------------------------


async def finish(
    desk: Desk, order: FootageProtected, at: datetime | None = None
) -> FootageProtected:
    """Hold what was ordered at a moment (now) to be protected."""
    return replace(order, pieces=await holding.held_or_undone(desk, order.pieces, at))


def taken_over(
    desk: Desk, actor: Actor, number: int | None, pieces: Sequence[HeldPiece]
) -> int | None:
    """Return the protection that a request of these pieces takes over; None where it stands no more, or has to stand on.

    It stands on where not all of its footage is asked for, and where it is somebody else's: that one ends it, or who approves
    extensions. Problem: request_unknown.
    """
    if number is None:
        return None
    found, now = desk.registers.requests.protections.get(number), desk.clock.now()
    if found is None:
        raise Problem("request_unknown")
    if found.by != actor.user_id and not desk.may(Act.APPROVE_EXTENSION, actor):
        return None
    standing = [one for one in found.pieces if one.until > now]
    if not found.stands(now) or not all(_covered(one, pieces) for one in standing):
        return None
    return number


def _covered(wanted: HeldPiece, pieces: Sequence[HeldPiece]) -> bool:
    return any(
        (one.camera, one.hour) == (wanted.camera, wanted.hour)
        and one.start <= wanted.start
        and wanted.end <= one.end
        for one in pieces
    )


async def let_go(desk: Desk, number: int, kind: HoldKind) -> None:
    """Release what is held because of a request or a protection, in one kind of hold."""
    await holding.release(desk, desk.registers.requests.holds.pieces(number, kind))


async def allow_own(desk: Desk, actor: Actor, by: str | None) -> None:
    """Let who asked take it back, and who may decide."""
    own = by is not None and by == actor.user_id
    await desk.allow(Act.REQUEST_EXTENSION if own else Act.APPROVE_EXTENSION, actor)


def check_waiting(count: int) -> None:
    """Raise requests_waiting where so many of one person's wait that nobody reads them."""
    if count >= MOST_WAITING:
        raise Problem("requests_waiting", most=MOST_WAITING)


def stripped(*texts: str, most: int = LONGEST_TEXT) -> tuple[str, ...]:
    """Return texts without blanks around them. Problem: text_too_long."""
    found = tuple(text.strip() for text in texts)
    if any(len(text) > most for text in found):
        raise Problem("text_too_long")
    return found
