"""Giving footage to others: what is asked for, on which ground, and the permission before anything is decrypted, 4(4)ア, 運用基準例 5.

    (draft) ──completed by a person──▶ requested ──permitted──▶ permitted ──`provision`──▶ prepared ──▶ provided ──▶ closed
                                          └──denied──▶ denied
    requested, permitted, prepared ──withdrawn──▶ withdrawn
    permitted, prepared ──PERMITTED_FOR is over──▶ void

An access request (開示請求) goes the same way: the site answers whether it is obliged, and where it is, that is ground LAW with
others masked; without a ground it cannot be permitted, and a person denies it. Where the site has settled on
`permission_afterwards`, and for an emergency only, prepared and provided may come before permitted, which is then due within
AFTERWARDS.

Who: requests and answers, who runs the site or may view (`REQUEST_DISCLOSURE`); permits and denies, manager, acting deputy or
site owner in an unlocked session of their own, with four eyes not who requested (`PERMIT_DISCLOSURE`); withdraws, who requested
or may permit.

Invariants:
1. No ground is exempt from prior permission: nothing is decrypted for a disclosure before `check_permitted` has passed.
2. A permission is of exactly the cameras, the span and the recipient of the request: it names the leaf hash of the request in
   the book, names included, and is signed by who gave it. Where the book does not hold that any more, it permits nothing.
3. A request protects its footage provisionally; a permission holds it (form 1) until it is provided, withdrawn or void.
4. The site itself refuses nobody, and no sentence here says what the law says.
"""

from datetime import timedelta

from ..guideline.application import LONGEST_TEXT, Application
from ..guideline.disclosure import AFTERWARDS, Answer, Asks
from ..guideline.errors import Problem, Refused
from ..guideline.extension import PERMITTED_FOR, HoldKind
from ..guideline.grounds import Ground
from ..guideline.people import Act, Actor, Hands
from ..guideline.viewing import Scope
from ..records.book import Book
from ..records.disclosure import (
    AccessAnswered,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosureRequested,
    DisclosureWithdrawn,
)
from ..records.disclosure_state import Disclosure, DisclosureState
from ..records.entry import Entry
from ..records.extension import HeldPiece
from . import holding, protection
from .desk import Desk
from .disclosure_effects import carry_out

# Asking -----------------------------------------------------------------------------------------


async def request(desk: Desk, actor: Actor, application: Application) -> int:
    """Ask for footage, which is protected from then on; return the number of the request.

    Problem: what `Application.check` and `holding.plan` say, requests_waiting (most), request_unknown (the protection).
    """

    async def settle() -> DisclosureRequested:
        await desk.allow(Act.REQUEST_DISCLOSURE, actor)
        settings = desk.registers.settings
        application.check(written_request=settings is None or settings.written_request)
        known = desk.registers.requests.disclosures.values()
        protection.check_waiting(sum(one.by == actor.user_id for one in known if one.waits))
        plan = await holding.plan(desk, application.scope, HoldKind.REQUEST)
        taken = protection.taken_over(desk, actor, application.protection, plan.pieces)
        return _requested(desk, application, taken, plan.pieces)

    return (await carry_out(desk, actor, settle)).number


def _requested(
    desk: Desk, application: Application, taken: int | None, pieces: tuple[HeldPiece, ...]
) -> DisclosureRequested:
    requests = desk.registers.requests
    return DisclosureRequested(
        number=requests.next_number,
        asks=application.asks,
        ground=application.ground,
        cameras=application.scope.cameras,
        start=application.scope.start,
        end=application.scope.end,
        written=application.written,
        danger=application.danger,
        masked=application.masked,
        draft=application.draft if application.draft in requests.drafts else None,
        protection=taken,
        pieces=pieces,
        affiliation=application.affiliation.strip(),
        title=application.title.strip(),
        name=application.name.strip(),
        contact=application.contact.strip(),
        purpose_text=application.purpose.strip(),
        content_text=application.content.strip(),
        remarks=application.remarks.strip(),
        document=application.document.strip(),
        document_number=application.document_number.strip(),
        identity_check=application.identity_check.strip(),
        exception_text=application.exception.strip(),
        urgency_text=application.urgency.strip(),
        no_other_way_text=application.no_other_way.strip(),
    )


async def answer(
    desk: Desk, actor: Actor, number: int, *, business: Answer, retained: Answer, obliged: bool
) -> None:
    """Enter how the site sees an access request; again, until it is decided.

    Problem: request_unknown, not_access_request, request_decided, request_withdrawn.
    """

    async def settle() -> AccessAnswered:
        await desk.allow(Act.REQUEST_DISCLOSURE, actor)
        found = known(desk, number)
        if found.asks is not Asks.ACCESS:
            raise Problem("not_access_request")
        _check_waits(found)
        return AccessAnswered(number=number, business=business, retained=retained, obliged=obliged)

    await desk.decide(actor, settle)


# Deciding ---------------------------------------------------------------------------------------


async def permit(desk: Desk, actor: Actor, number: int) -> None:
    """Permit a request, and hold its footage for as long as the permission can be used.

    Problem: request_unknown, request_decided, request_withdrawn, no_ground, names_erased, and what `holding.plan` says.
    """

    async def settle() -> DisclosurePermitted:
        found = await _to_decide(desk, actor, number)
        if desk.signer(actor) is None:
            raise Refused("unlock_first", act=Act.PERMIT_DISCLOSURE)
        if (ground := found.standing_ground) is None:
            raise Problem("no_ground")
        if not found.named:
            raise Problem("names_erased")
        desk.clock.check()
        until = desk.clock.now() + PERMITTED_FOR
        pieces: tuple[HeldPiece, ...] = ()
        if found.provided is None:
            plan = await holding.plan(desk, found.scope, HoldKind.DISCLOSURE, until)
            pieces = plan.pieces
        return DisclosurePermitted(
            number=number,
            requested_by=found.by,
            one_person=Hands(found.by, actor.user_id or "").one_person,
            ground=ground,
            cameras=found.scope.cameras,
            start=found.scope.start,
            end=found.scope.end,
            masked=found.to_be_masked,
            binds=await desk.run(_leaf, desk, found),
            until=until,
            afterwards=found.first_opened is not None,
            pieces=pieces,
        )

    await carry_out(desk, actor, settle)


async def deny(
    desk: Desk, actor: Actor, number: int, *, reason: str = "", no_ground: bool = False
) -> None:
    """Deny a request; `no_ground`: the guideline gives none.

    Problem: request_unknown, request_decided, request_withdrawn, text_too_long.
    """

    async def settle() -> DisclosureDenied:
        found = await _to_decide(desk, actor, number)
        if len(reason.strip()) > LONGEST_TEXT:
            raise Problem("text_too_long")
        return DisclosureDenied(
            number=number,
            requested_by=found.by,
            no_ground=no_ground,
            reason_text=reason.strip(),
        )

    await carry_out(desk, actor, settle)


async def withdraw(desk: Desk, actor: Actor, number: int) -> None:
    """Withdraw a request before anything is provided.

    Problem: request_unknown, request_withdrawn, request_denied, permission_over, provided_already.
    """

    async def settle() -> DisclosureWithdrawn:
        found = desk.registers.requests.disclosures.get(number)
        mine = found is not None and found.by == actor.user_id
        await desk.allow(withdrawing(mine=mine), actor)
        check_open(desk, known(desk, number))
        return DisclosureWithdrawn(number=number)

    await carry_out(desk, actor, settle)


def withdrawing(*, mine: bool) -> Act:
    """Return which act it is to withdraw one's own request, or another's."""
    return Act.REQUEST_DISCLOSURE if mine else Act.PERMIT_DISCLOSURE


async def _to_decide(desk: Desk, actor: Actor, number: int) -> Disclosure:
    found = desk.registers.requests.disclosures.get(number)
    await desk.allow(Act.PERMIT_DISCLOSURE, actor, requested_by=found.by if found else None)
    _check_waits(known(desk, number))
    return known(desk, number)


def _check_waits(found: Disclosure) -> None:
    if found.withdrawn_at is not None:
        raise Problem("request_withdrawn")
    if not found.waits:
        raise Problem("request_decided")


# Before anything is decrypted -------------------------------------------------------------------


async def check_permitted(desk: Desk, actor: Actor, number: int) -> Disclosure:
    """Return a disclosure whose footage may be decrypted now, to be given out by this person.

    Where the site permits afterwards, one that is urgent and not decided may. Problem: request_unknown, not_permitted,
    request_denied, request_withdrawn, provided_already, permission_over, permission_overdue, names_erased, permission_unbound,
    clock_not_trusted, and what `allow` says.
    """
    await desk.allow(Act.PREPARE_DISCLOSURE, actor)
    found = known(desk, number)
    check_stands(desk, found)
    if found.permission is not None and not await desk.run(_binds, desk, found):
        raise Problem("permission_unbound")
    return found


def check_stands(desk: Desk, found: Disclosure) -> None:
    """Raise `Problem` where a disclosure has lost what it was permitted by: looked at again while footage leaves, in memory alone."""
    desk.clock.check()
    check_open(desk, found)
    if not found.named:
        raise Problem("names_erased")
    if found.permission is None:
        check_afterwards(desk, found)


def check_afterwards(desk: Desk, found: Disclosure) -> None:
    """Raise `Problem` where a request that is not decided has to wait for its permission."""
    settings = desk.registers.settings
    afterwards = settings is not None and settings.permission_afterwards
    if not afterwards or found.ground is not Ground.EMERGENCY:
        raise Problem("not_permitted")
    if found.permission_due is not None and found.permission_due <= desk.clock.now():
        raise Problem("permission_overdue", hours=AFTERWARDS // timedelta(hours=1))


def _leaf(desk: Desk, found: Disclosure) -> str:
    """Return the leaf hash (hex) of the request as it stands in the book."""
    return desk.book.stored(found.seq).leaf.hex()


def _binds(desk: Desk, found: Disclosure) -> bool:
    """Say whether the permission in the book is of this request as it stands there, and signed by who gave it."""
    permission = found.permission
    if permission is None or permission.scope is None:
        return False
    request = desk.book.entry(found.seq)
    act = request.act
    return (
        isinstance(act, DisclosureRequested)
        and not request.erased
        and permission.binds == _leaf(desk, found)
        and permission.scope.is_that_of(Scope(act.cameras, act.start, act.end))
        and signed_permission(desk.book, found) is not None
    )


def signed_permission(book: Book, found: Disclosure) -> Entry | None:
    """Return the entry of a permission that carries the signature of who gave it; it blocks.

    It is the order where a stop interrupted the act: the next start finished it, and signs for nobody.
    """
    permission = found.permission
    for seq in (permission.seq, permission.order) if permission else ():
        if seq is not None and (entry := book.entry(seq)).signature:
            return entry
    return None


def check_open(desk: Desk, found: Disclosure) -> None:
    """Raise `Problem` where a request has come to its end, or its footage was provided."""
    match found.state(desk.clock.now()):
        case DisclosureState.WITHDRAWN:
            raise Problem("request_withdrawn")
        case DisclosureState.DENIED:
            raise Problem("request_denied")
        case DisclosureState.VOID:
            raise Problem("permission_over", days=PERMITTED_FOR.days)
        case DisclosureState.PROVIDED | DisclosureState.CLOSED:
            raise Problem("provided_already")


def known(desk: Desk, number: int) -> Disclosure:
    """Return a disclosure that was asked for. Problem: request_unknown."""
    found = desk.registers.requests.disclosures.get(number)
    if found is None or found.asks is Asks.SEIZURE:
        raise Problem("request_unknown")
    return found
