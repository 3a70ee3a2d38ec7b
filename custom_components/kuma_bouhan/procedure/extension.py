"""Keeping footage beyond its period for an investigation: 4(4)イ, 運用基準例 4(2), 参考様式1.

    requested (its footage protected) ──approved by whom the standard names──▶ approved: exactly the span is held
        └──denied, withdrawn──▶ over                              │
                                     ended early, for a reason ◀──┴──▶ over: its last day is over, or another renews it

Who may: whoever has an office that works with footage asks; `Act.APPROVE_EXTENSION` approves, denies and ends early; whoever
asked, or may approve, withdraws. What comes before a request (drafts, protection at once) is in `protection`.

Invariants:
1. Only a span that is over is asked for, and whole chunks of it are held.
2. A request protects its footage until it is decided, and no longer than footage is ever protected (`holding`).
3. Nothing is approved that is not asked for; what is approved is held until the midnight after the day that was asked for.
4. The new hold stands before the old one, or the protection, is let go.
5. Numbers, and what each act finds, are settled one at a time (`Desk.decide`).
"""

from dataclasses import dataclass, replace
from datetime import UTC, date as Date, datetime, timedelta

from ..guideline.errors import Problem
from ..guideline.extension import LONGEST_EXTENSION, HoldKind, check_until, kept_until
from ..guideline.people import Act, Actor, Hands
from ..guideline.viewing import Scope
from ..records.extension import (
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
    FootageProtected,
    ProtectionEnded,
)
from ..records.requests import Extension, ExtensionState
from . import holding, protection
from .desk import Desk
from .protection import Protected, discard, draft, end_protection, protect

__all__ = [
    "ORDERS",
    "Order",
    "Protected",
    "Wish",
    "approve",
    "deny",
    "discard",
    "draft",
    "end",
    "end_protection",
    "finish",
    "protect",
    "request",
    "withdraw",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An extension as it is asked for: `until` is the last day that footage is to be kept."""

    scope: Scope
    until: Date
    reason: str
    remarks: str = ""
    renews: int | None = None
    """The extension (number) that this one is to follow."""
    draft: int | None = None
    protection: int | None = None


# Asking ----------------------------------------------------------------------------------------


async def request(desk: Desk, actor: Actor, wish: Wish) -> int:
    """Ask for an extension; return its number. Its footage is protected until that is decided.

    Problem: reason_missing, text_too_long, requests_waiting (most), request_unknown, extension_not_standing,
    renewal_of_other, extension_not_longer, extension_too_long (days), and what `holding.plan` says.
    """

    async def settle() -> ExtensionRequested:
        await desk.allow(Act.REQUEST_EXTENSION, actor)
        requests, now = desk.registers.requests, desk.clock.now()
        reason, remarks = protection.stripped(wish.reason, wish.remarks)
        if not reason:
            raise Problem("reason_missing")
        known = requests.extensions.values()
        protection.check_waiting(sum(one.by == actor.user_id for one in known if one.waits))
        renewed = _renewed(desk, wish)
        until = _until(desk, wish.until)
        plan = await holding.plan(desk, wish.scope, HoldKind.REQUEST)
        check_until(until, _latest(plan.latest_end, renewed), now)
        return ExtensionRequested(
            number=requests.next_number,
            cameras=wish.scope.cameras,
            start=wish.scope.start,
            end=wish.scope.end,
            until=until,
            renews=wish.renews,
            draft=wish.draft if wish.draft in requests.drafts else None,
            protection=protection.taken_over(desk, actor, wish.protection, plan.pieces),
            pieces=plan.pieces,
            reason_text=reason,
            remarks=remarks,
        )

    async def effect(order: ExtensionRequested) -> ExtensionRequested:
        return await finish_request(desk, order)

    return (await desk.decide(actor, settle, effect)).number


async def withdraw(desk: Desk, actor: Actor, number: int) -> None:
    """Withdraw a request before it is decided. Problem: request_unknown, request_decided."""

    async def settle() -> ExtensionWithdrawn:
        found = desk.registers.requests.extensions.get(number)
        await protection.allow_own(desk, actor, found.by if found else None)
        _waiting(found)
        return ExtensionWithdrawn(number=number)

    async def effect(order: ExtensionWithdrawn) -> ExtensionWithdrawn:
        await protection.let_go(desk, number, HoldKind.REQUEST)
        return order

    await desk.decide(actor, settle, effect)


# Deciding --------------------------------------------------------------------------------------


async def approve(desk: Desk, actor: Actor, number: int) -> None:
    """Approve an extension: exactly its span is held until the midnight after its last day.

    Problem: request_unknown, request_decided, extension_not_longer, extension_too_long (days), and what
    `holding.plan` says.
    """

    async def settle() -> ExtensionApproved:
        found = await _to_decide(desk, actor, number)
        plan = await holding.plan(desk, found.scope, HoldKind.EXTENSION, found.until)
        latest = _latest(plan.latest_end, _standing(desk, found.renews))
        check_until(found.until, latest, desk.clock.now())
        return ExtensionApproved(
            number=number,
            requested_by=found.by,
            one_person=Hands(found.by, actor.user_id or "").one_person,
            until=found.until,
            pieces=plan.pieces,
        )

    async def effect(order: ExtensionApproved) -> ExtensionApproved:
        return await finish_approval(desk, order)

    await desk.decide(actor, settle, effect)


async def deny(desk: Desk, actor: Actor, number: int, reason: str = "") -> None:
    """Deny an extension: its footage is under its own period again.

    Problem: request_unknown, request_decided, text_too_long.
    """

    async def settle() -> ExtensionDenied:
        found = await _to_decide(desk, actor, number)
        (text,) = protection.stripped(reason)
        return ExtensionDenied(number=number, requested_by=found.by, reason_text=text)

    async def effect(order: ExtensionDenied) -> ExtensionDenied:
        await protection.let_go(desk, number, HoldKind.REQUEST)
        return order

    await desk.decide(actor, settle, effect)


async def end(desk: Desk, actor: Actor, number: int, reason: str) -> None:
    """End an extension before its last day, for a reason; footage whose own period is over is gone at once.

    Problem: request_unknown, extension_not_standing, reason_missing, text_too_long.
    """

    async def settle() -> ExtensionEnded:
        await desk.allow(Act.APPROVE_EXTENSION, actor)
        if number not in desk.registers.requests.extensions:
            raise Problem("request_unknown")
        if _standing(desk, number) is None:
            raise Problem("extension_not_standing")
        (text,) = protection.stripped(reason)
        if not text:
            raise Problem("reason_missing")
        return ExtensionEnded(number=number, reason_text=text)

    async def effect(order: ExtensionEnded) -> ExtensionEnded:
        await protection.let_go(desk, number, HoldKind.EXTENSION)
        return order

    await desk.decide(actor, settle, effect)


# Effects, which a start takes up again after a stop ----------------------------------------------


async def finish_request(
    desk: Desk, order: ExtensionRequested, at: datetime | None = None
) -> ExtensionRequested:
    """Protect what is asked for; then the protection that it was made from is not needed."""
    pieces = await holding.held_or_undone(desk, order.pieces, at)
    if order.protection is not None:
        await protection.let_go(desk, order.protection, HoldKind.PROTECTION)
    return replace(order, pieces=pieces)


async def finish_approval(
    desk: Desk, order: ExtensionApproved, at: datetime | None = None
) -> ExtensionApproved:
    """Hold what was approved; then let go of what protected it, and of what it renews."""
    pieces = await holding.held_or_undone(desk, order.pieces, at)
    await protection.let_go(desk, order.number, HoldKind.REQUEST)
    found = desk.registers.requests.extensions.get(order.number)
    if found is not None and found.renews is not None:
        await protection.let_go(desk, found.renews, HoldKind.EXTENSION)
    return replace(order, pieces=pieces)


type Order = (
    FootageProtected
    | ProtectionEnded
    | ExtensionRequested
    | ExtensionApproved
    | ExtensionDenied
    | ExtensionWithdrawn
    | ExtensionEnded
)
ORDERS = (
    FootageProtected,
    ProtectionEnded,
    ExtensionRequested,
    ExtensionApproved,
    ExtensionDenied,
    ExtensionWithdrawn,
    ExtensionEnded,
)
"""The acts whose effect lies in the vault: finished at the next start."""


async def finish(desk: Desk, order: Order, at: datetime) -> Order:
    """Take up what was ordered at a moment and a stop interrupted."""
    match order:
        case FootageProtected():
            return await protection.finish(desk, order, at)
        case ExtensionRequested():
            return await finish_request(desk, order, at)
        case ExtensionApproved():
            return await finish_approval(desk, order, at)
        case ProtectionEnded():
            await protection.let_go(desk, order.number, HoldKind.PROTECTION)
        case ExtensionDenied() | ExtensionWithdrawn():
            await protection.let_go(desk, order.number, HoldKind.REQUEST)
        case ExtensionEnded():
            await protection.let_go(desk, order.number, HoldKind.EXTENSION)
    return order


# What is asked before --------------------------------------------------------------------------


async def _to_decide(desk: Desk, actor: Actor, number: int) -> Extension:
    found = desk.registers.requests.extensions.get(number)
    await desk.allow(Act.APPROVE_EXTENSION, actor, requested_by=found.by if found else None)
    return _waiting(found)


def _waiting(found: Extension | None) -> Extension:
    if found is None:
        raise Problem("request_unknown")
    if not found.waits:
        raise Problem("request_decided")
    return found


def _standing(desk: Desk, number: int | None) -> Extension | None:
    """Return an extension that is approved and not over."""
    found = desk.registers.requests.extensions.get(number or 0)
    if found is None or found.state(desk.clock.now()) is not ExtensionState.APPROVED:
        return None
    return found


def _renewed(desk: Desk, wish: Wish) -> Extension | None:
    """Return what a wish is to renew: an extension that stands, of the same footage."""
    if wish.renews is None:
        return None
    if wish.renews not in desk.registers.requests.extensions:
        raise Problem("request_unknown")
    found = _standing(desk, wish.renews)
    if found is None:
        raise Problem("extension_not_standing")
    if not found.scope.is_that_of(wish.scope):
        raise Problem("renewal_of_other")
    return found


def _latest(own: datetime, renewed: Extension | None) -> datetime:
    return own if renewed is None else max(own, renewed.until)


def _until(desk: Desk, day: Date) -> datetime:
    """Return the midnight after a last day; a day beyond all bounds is refused before it is reckoned with."""
    if day - desk.clock.now().astimezone(UTC).date() > LONGEST_EXTENSION + timedelta(days=2):
        raise Problem("extension_too_long", days=LONGEST_EXTENSION.days)
    return kept_until(day, desk.zone)
