"""Asking for a use beyond the purpose, and deciding about it: 4(4)ア, 運用基準例 5(1).

    asked ──permitted or denied by the manager or deputy──▶ decided

The request stands in the book with its ground; why it was made is personal and read by who asked and who may
decide. Where the site has settled on four eyes, nobody decides what they asked for themselves; where not, the
entry says that one person did both. `viewing` says what a permission is good for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..guideline.errors import Problem
from ..guideline.grounds import Ground
from ..guideline.people import RULES, Act, Actor, Hands
from ..guideline.viewing import Scope
from ..records.entry import Phase
from ..records.viewing import ViewingDenied, ViewingPermitted, ViewingRequested
from ..records.viewings import Request
from .desk import Desk

SHOWN_FOR = timedelta(days=7)
"""How long a request is still shown after it was decided; the register has it for good."""
LONGEST_TEXT = 2000
MOST_WAITING = 20
"""Requests of one person that wait at a time: who decides has to read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, and why it was made."""

    request: Request
    reason_text: str
    document: str


async def ask(
    desk: Desk, actor: Actor, ground: Ground, scope: Scope, reason: str, document: str = ""
) -> int:
    """Ask for a use beyond the purpose; return the `seq` of the request.

    Problem: reason_missing, text_too_long, unknown_camera, requests_waiting (most), and what `Scope.check` says.
    """
    await desk.allow(Act.REQUEST_VIEWING, actor)
    scope.check()
    if any(camera not in desk.registers.cameras for camera in scope.cameras):
        raise Problem("unknown_camera")
    reason, document = reason.strip(), document.strip()
    if not reason:
        raise Problem("reason_missing")
    if max(len(reason), len(document)) > LONGEST_TEXT:
        raise Problem("text_too_long")
    known = desk.registers.viewings.requests.values()
    if sum(one.waits and one.by == actor.user_id for one in known) >= MOST_WAITING:
        raise Problem("requests_waiting", most=MOST_WAITING)
    act = ViewingRequested(
        ground=ground,
        cameras=scope.cameras,
        start=scope.start,
        end=scope.end,
        reason_text=reason,
        document=document,
    )
    return (await desk.append(act, actor, Phase.NOTED)).seq


async def permit(desk: Desk, actor: Actor, seq: int) -> int:
    """Permit a request; return the `seq` of the permission. Problem: request_unknown, request_decided."""

    async def settle() -> ViewingPermitted:
        found = await _waiting(desk, actor, seq)
        hands = Hands(found.by, actor.user_id or "")
        return ViewingPermitted(request=seq, requested_by=found.by, one_person=hands.one_person)

    await desk.decide(actor, settle)
    permission = desk.registers.viewings.requests[seq].permission
    assert permission is not None
    return permission


async def deny(desk: Desk, actor: Actor, seq: int) -> None:
    """Deny a request. Problem: request_unknown, request_decided."""

    async def settle() -> ViewingDenied:
        found = await _waiting(desk, actor, seq)
        return ViewingDenied(request=seq, requested_by=found.by)

    await desk.decide(actor, settle)


async def _waiting(desk: Desk, actor: Actor, seq: int) -> Request:
    found = desk.registers.viewings.requests.get(seq)
    await desk.allow(Act.PERMIT_VIEWING, actor, requested_by=found.by if found else None)
    if found is None:
        raise Problem("request_unknown")
    if not found.waits:
        raise Problem("request_decided")
    return found


async def requests(desk: Desk, actor: Actor) -> Sequence[Asked]:
    """Return one's own requests, and everybody's to who may decide: what waits or was decided lately."""
    await desk.allow(Act.REQUEST_VIEWING, actor)
    decides = bool(desk.roles_of(actor) & RULES[Act.PERMIT_VIEWING].roles)
    earliest = desk.clock.now() - SHOWN_FOR
    found = [
        request
        for request in reversed(desk.registers.viewings.requests.values())
        if (decides or request.by == actor.user_id)
        and (request.decided_at is None or request.decided_at >= earliest)
    ]
    return await desk.run(_with_reasons, desk, found)


def _with_reasons(desk: Desk, found: Sequence[Request]) -> list[Asked]:
    """Read why each was made; empty once that has been overwritten."""
    asked = []
    for request in found:
        act = desk.book.entry(request.seq).act
        assert isinstance(act, ViewingRequested)
        asked.append(Asked(request=request, reason_text=act.reason_text, document=act.document))
    return asked
