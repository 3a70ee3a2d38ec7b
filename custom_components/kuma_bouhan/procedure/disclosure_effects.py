"""What a disclosure's acts do to its footage: it is protected, held, let go (form 1).

    requested: protected ──permitted──▶ held, then the protection is let go ──provided, withdrawn──▶ let go
                   └──denied, withdrawn──▶ let go

An order that a stop interrupted is taken up at the next start with the slots that stand in it, in the name of who gave it.
What gives footage out has no effect here and is never redone.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from ..guideline.extension import HoldKind
from ..guideline.people import Actor
from ..records.disclosure import (
    DisclosureDenied,
    DisclosurePermitted,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
)
from . import holding
from .desk import Desk
from .protection import let_go

type Order = (
    DisclosureRequested
    | DisclosurePermitted
    | DisclosureDenied
    | DisclosureWithdrawn
    | DisclosureProvided
)
ORDERS = (
    DisclosureRequested,
    DisclosurePermitted,
    DisclosureDenied,
    DisclosureWithdrawn,
    DisclosureProvided,
)
"""The acts whose effect lies in the vault: finished at the next start."""


async def carry_out[A: Order](desk: Desk, actor: Actor, settle: Callable[[], Awaitable[A]]) -> A:
    """Check, order and do such an act in one step; return it as it was done."""

    async def effect(order: A) -> A:
        return await finish(desk, order)

    return await desk.decide(actor, settle, effect)


async def finish[A: Order](desk: Desk, order: A, at: datetime | None = None) -> A:
    """Do what was ordered at a moment (now); return it as it was done. Problem: as `holding.hold`."""
    match order:
        case DisclosureRequested():
            pieces = await holding.held_or_undone(desk, order.pieces, at)
            if order.protection is not None:
                await let_go(desk, order.protection, HoldKind.PROTECTION)
            return replace(order, pieces=pieces)
        case DisclosurePermitted():
            pieces = await holding.held_or_undone(desk, order.pieces, at)
            await let_go(desk, order.number, HoldKind.REQUEST)
            return replace(order, pieces=pieces)
        case _:
            for kind in (HoldKind.REQUEST, HoldKind.DISCLOSURE):
                await let_go(desk, order.number, kind)
            return order
