"""Taking a medium out (持ち出し): 原則として画像の閲覧及び持ち出しを禁止する, 運用基準例 4(1)イ. A repair is a taking out, too.

    requested ──permitted──▶ out ──returned──▶ back
        └──denied──▶ denied

Who may: `Act.REQUEST_TAKING_OUT` asks, `Act.PERMIT_TAKING_OUT` permits and denies, `Act.CHECK_THINGS` takes it back.

Invariants:
1. At most one taking out of a thing is open: what is out, or asked for, is not asked for again.
2. Nothing is taken out that was not asked for and permitted, nor once its day of return is over.
3. What is not as it was is said in words, and stays in the book.
"""

from collections.abc import Iterator
from datetime import date as Date

from ..guideline.duties import AHEAD, Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor, Hands
from ..guideline.things import TakingState
from ..records.thing import MediumReturned, TakingOutDenied, TakingOutPermitted, TakingOutRequested
from ..records.things import Taking
from . import entered, things
from .desk import Desk


async def request(
    desk: Desk, actor: Actor, thing: str, *, due: Date, reason: str, where_to: str
) -> int:
    """Ask to take a thing out, to be back by a last day; return the number.

    Problem: thing_unknown, thing_is_out, taking_out_waits, return_in_past, text_missing (field), text_too_long.
    """

    async def settle() -> TakingOutRequested:
        await desk.allow(Act.REQUEST_TAKING_OUT, actor)
        things.at_its_place(desk, thing)
        back = entered.last_moment(desk, due)
        if back <= desk.clock.now():
            raise Problem("return_in_past")
        return TakingOutRequested(
            number=desk.registers.things.next_number,
            thing=thing,
            due=back,
            reason_text=entered.text("reason", reason),
            where_to=entered.text("where_to", where_to),
        )

    return (await desk.decide(actor, settle)).number


async def permit(desk: Desk, actor: Actor, number: int) -> None:
    """Permit it: from now on the thing is out. Problem: taking_out_unknown, taking_out_decided, return_in_past."""

    async def settle() -> TakingOutPermitted:
        await desk.allow(Act.PERMIT_TAKING_OUT, actor)
        found = _waiting(desk, number)
        if found.due <= desk.clock.now():
            raise Problem("return_in_past")
        return TakingOutPermitted(
            number=number,
            requested_by=found.by,
            one_person=Hands(found.by, actor.user_id or "").one_person,
        )

    await desk.decide(actor, settle)


async def deny(desk: Desk, actor: Actor, number: int, reason: str = "") -> None:
    """Deny it. Problem: taking_out_unknown, taking_out_decided, text_too_long."""

    async def settle() -> TakingOutDenied:
        await desk.allow(Act.PERMIT_TAKING_OUT, actor)
        found = _waiting(desk, number)
        return TakingOutDenied(
            number=number,
            requested_by=found.by,
            reason_text=entered.text("reason", reason, needed=False),
        )

    await desk.decide(actor, settle)


async def returned(desk: Desk, actor: Actor, number: int, *, fine: bool, remarks: str = "") -> None:
    """Enter that what was out is back as it was; or (`fine` False) not so, or not at all.

    Problem: taking_out_unknown, thing_not_out, remarks_missing, text_too_long.
    """

    async def settle() -> MediumReturned:
        await desk.allow(Act.CHECK_THINGS, actor)
        if _known(desk, number).state is not TakingState.OUT:
            raise Problem("thing_not_out")
        return MediumReturned(number=number, fine=fine, remarks=entered.remarks(remarks, fine=fine))

    await desk.decide(actor, settle)


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield the takings out that wait, and those that are to come back.

    A decision stands on the list from when it was asked for, and is overdue once it comes too late for anything.
    """
    for found in desk.registers.things.takings.values():
        match found.state:
            case TakingState.REQUESTED:
                yield Duty(
                    kind=DutyKind.TAKING_OUT_DECISION,
                    due=min(found.due, found.at + AHEAD),
                    act=Act.PERMIT_TAKING_OUT,
                    number=found.number,
                )
            case TakingState.OUT:
                yield Duty(
                    kind=DutyKind.TAKING_OUT_RETURN,
                    due=found.due,
                    act=Act.CHECK_THINGS,
                    number=found.number,
                )


def _known(desk: Desk, number: int) -> Taking:
    found = desk.registers.things.takings.get(number)
    if found is None:
        raise Problem("taking_out_unknown")
    return found


def _waiting(desk: Desk, number: int) -> Taking:
    found = _known(desk, number)
    if found.state is not TakingState.REQUESTED:
        raise Problem("taking_out_decided")
    return found
