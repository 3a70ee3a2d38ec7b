"""What a disclosure's acts do to its footage: it is protected, held, let go (form 1).

    requested: protected ──permitted──▶ held, then the protection is let go ──provided, withdrawn──▶ let go
                   └──denied, withdrawn──▶ let go

An order that a stop interrupted is taken up at the next start with the slots that stand in it, in the name of who gave it.
What gives footage out has no effect here and is never redone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ..guideline.extension import HoldKind
from ..records.disclosure import (
    DisclosureDenied,
    DisclosurePermitted,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
)
from ..records.extension import HeldPiece
from . import holding
from .desk import Desk

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


async def finish[A: Order](desk: Desk, order: A, at: datetime | None = None) -> A:
    """Do what was ordered at a moment (now); return it as it was done. Problem: as `holding.hold`."""
    match order:
        case DisclosureRequested():
            pieces = await holding.held_or_undone(desk, order.pieces, at)
            if order.protection is not None:
                await _let_go(desk, order.protection, HoldKind.PROTECTION)
            return _holding(order, pieces)
        case DisclosurePermitted():
            pieces = await holding.held_or_undone(desk, order.pieces, at)
            await _let_go(desk, order.number, HoldKind.REQUEST)
            return _holding(order, pieces)
        case _:
            await _let_go(desk, order.number, HoldKind.REQUEST, HoldKind.DISCLOSURE)
            return order


def _holding[A: Order](order: A, pieces: Sequence[HeldPiece]) -> A:
    return replace(order, pieces=pieces)


async def _let_go(desk: Desk, number: int, *kinds: HoldKind) -> None:
    await holding.release(desk, desk.registers.requests.holds.pieces(number, *kinds))
