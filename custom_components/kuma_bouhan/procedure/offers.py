"""What a person could do with a draft, a protection, an extension, a disclosure now: for what is offered to them.

By role, state and four eyes, whether they have unlocked or not. The acts themselves look again, and are what counts.
"""

from ..guideline.disclosure import Asks
from ..guideline.errors import Problem
from ..guideline.extension import Wanted
from ..guideline.people import Act, Actor
from ..records.disclosure_state import Disclosure, DisclosureState
from ..records.requests import Draft, Extension, ExtensionState, Protection
from .desk import Desk
from .disclosure import check_afterwards, withdrawing

type Can = frozenset[str]
"""Names of acts, as the doors call them: approve, deny, withdraw …; `complete`, `discard` and `renew` open a form."""


def _offered(*offers: tuple[str, bool]) -> Can:
    return frozenset(name for name, offered in offers if offered)


def of_draft(desk: Desk, actor: Actor, one: Draft) -> Can:
    """Return what could be done with a draft."""
    asking = {
        Wanted.EXTENSION: Act.REQUEST_EXTENSION,
        Wanted.DISCLOSURE: Act.REQUEST_DISCLOSURE,
    }
    return _offered(
        ("complete", desk.could(asking[one.wanted], actor)),
        ("discard", desk.could(Act.REQUEST_EXTENSION, actor)),
    )


def of_protection(desk: Desk, actor: Actor, one: Protection) -> Can:
    """Return what could be done with footage that was protected at once."""
    return _offered(("end", one.stands(desk.clock.now()) and _could_take_back(desk, actor, one.by)))


def of_extension(desk: Desk, actor: Actor, one: Extension) -> Can:
    """Return what could be done with an extension."""
    state = one.state(desk.clock.now())
    approved = state is ExtensionState.APPROVED
    decides = desk.could(Act.APPROVE_EXTENSION, actor, requested_by=one.by)
    withdraws = _could_take_back(desk, actor, one.by)
    return _offered(
        ("approve", one.waits and decides),
        ("deny", one.waits and decides),
        ("withdraw", one.waits and withdraws),
        ("end", approved and desk.could(Act.APPROVE_EXTENSION, actor)),
        ("renew", approved and desk.could(Act.REQUEST_EXTENSION, actor)),
    )


def _could_take_back(desk: Desk, actor: Actor, by: str) -> bool:
    """Say whether somebody could end what they asked for, or what they might approve."""
    mine = by == actor.user_id
    return desk.could(Act.REQUEST_EXTENSION if mine else Act.APPROVE_EXTENSION, actor)


def of_disclosure(desk: Desk, actor: Actor, one: Disclosure) -> Can:
    """Return what could be done with a disclosure."""
    state = one.state(desk.clock.now())
    decides = one.waits and desk.could(Act.PERMIT_DISCLOSURE, actor, requested_by=one.by)
    access = one.asks is Asks.ACCESS
    withdraws = desk.could(withdrawing(mine=one.by == actor.user_id), actor)
    prepares = _may_be_prepared(desk, one) and desk.could(Act.PREPARE_DISCLOSURE, actor)
    prepared = one.prepared is not None
    provides = prepared and one.named and state in _PROVIDED_FROM
    return _offered(
        ("answer", access and one.waits and desk.could(Act.REQUEST_DISCLOSURE, actor)),
        ("permit", decides and one.named and one.standing_ground is not None),
        ("deny", decides),
        ("withdraw", one.is_wanted(desk.clock.now()) and withdraws),
        ("prepare", prepares),
        ("mask", prepares),
        ("download", prepares and prepared),
        ("provide", provides and desk.could(Act.PROVIDE_FOOTAGE, actor)),
        ("confirm", one.copies_out > 0 and desk.could(Act.FOLLOW_COPIES, actor)),
    )


_PROVIDED_FROM = frozenset({DisclosureState.PREPARED, DisclosureState.VOID})
"""Void: what was handed over before it became so is entered later."""


def _may_be_prepared(desk: Desk, one: Disclosure) -> bool:
    if not one.named or not one.is_wanted(desk.clock.now()):
        return False
    if one.permission is not None:
        return True
    try:
        check_afterwards(desk, one)
    except Problem:
        return False
    return True
