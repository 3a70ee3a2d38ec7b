"""Appointing, releasing, handing over and leaving: 4(2), 運用基準例 3.

Invariants:
1. An office of one person (site owner, manager) has at most one holder at any moment, the future included:
   what would overlap is refused.
2. None of these acts leaves the site without a site owner: that office is only handed over, and at once.
3. Check and entry are one step (`Desk.decide`): of two who act at the same time the second sees what the first did.

Who is no active user of Home Assistant any more loses every office at once; that is a fact, not an act.
"""

from datetime import datetime

from ..guideline.errors import Problem
from ..guideline.people import APPOINTING, HANDED_OVER, ITSELF, Absence, Act, Actor, Person, Role
from ..records.appointments import Appointed, AppointmentEnded, HandedOver, RoleLost
from ..records.entry import Phase
from ..records.offices import Appointment
from ..records.registers import Registers
from .desk import Desk
from .lock import Lock


async def appoint(
    desk: Desk,
    actor: Actor,
    role: Role,
    person: Person | None,
    *,
    name: str = "",
    title: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> Appointed:
    """Give a person an office, from now or from `since` on; a deputy's needs its end.

    Problem: user_unknown, user_inactive, user_is_program, since_past, until_not_after_since,
    deputy_needs_period, site_is_handed_over, office_held_already, office_taken.
    """

    async def order() -> Appointed:
        return await checked(
            desk, actor, role, person, name=name, title=title, since=since, until=until
        )

    return await desk.decide(actor, order)


async def checked(
    desk: Desk,
    actor: Actor,
    role: Role,
    person: Person | None,
    *,
    name: str = "",
    title: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> Appointed:
    """Check an appointment and return it, to be entered in the same step (`Desk.decide`); raises as `appoint` does."""
    await desk.allow(APPOINTING[role], actor)
    if role is Role.SITE_OWNER:
        raise Problem("site_is_handed_over")
    chosen = _fit(person)
    begins = _from(desk, since)
    if until is not None and until <= begins:
        raise Problem("until_not_after_since")
    if role is Role.DEPUTY and until is None:
        raise Problem("deputy_needs_period")
    for found in _of(desk.registers, role):
        if found.overlaps(begins, until):
            if found.user_id == chosen.user_id:
                raise Problem("office_held_already")
            if role in HANDED_OVER:
                raise Problem("office_taken")
    return Appointed(
        role=role,
        user_id=chosen.user_id,
        since=begins,
        until=until,
        name=name.strip() or chosen.name,
        title=title.strip(),
    )


async def end(
    desk: Desk,
    actor: Actor,
    role: Role,
    user_id: str,
    *,
    until: datetime | None = None,
    secrecy_acknowledged: bool,
) -> AppointmentEnded:
    """Release a person from an office, or leave it oneself, now or at `until`.

    Problem: office_not_held, site_is_handed_over, since_past, secrecy_missing.
    """

    async def settle() -> AppointmentEnded:
        oneself = user_id == actor.user_id
        await desk.allow(Act.LEAVE if oneself else APPOINTING[role], actor)
        ends = _from(desk, until)
        if not any(
            found.user_id == user_id and found.overlaps(ends, None)
            for found in _of(desk.registers, role)
        ):
            raise Problem("office_not_held")
        if role is Role.SITE_OWNER:
            raise Problem("site_is_handed_over")
        if oneself and not secrecy_acknowledged:
            raise Problem("secrecy_missing")
        return AppointmentEnded(
            role=role, user_id=user_id, until=ends, secrecy_acknowledged=secrecy_acknowledged
        )

    return await desk.decide(actor, settle)


async def hand_over(
    desk: Desk,
    actor: Actor,
    role: Role,
    person: Person | None,
    *,
    name: str = "",
    title: str = "",
    since: datetime | None = None,
    secrecy_acknowledged: bool,
) -> HandedOver:
    """Let an office of one person pass to another in one act: the old ends as the new begins.

    Problem: office_not_handed_over, office_not_held, office_held_already, office_taken,
    site_is_handed_over_now, secrecy_missing, and what is wrong with person or moment.
    """

    async def settle() -> HandedOver:
        await desk.allow(APPOINTING[role], actor)
        if role not in HANDED_OVER:
            raise Problem("office_not_handed_over")
        if role is Role.SITE_OWNER and since is not None:
            # Whoever is to come may be gone by then, and nobody would be site owner.
            raise Problem("site_is_handed_over_now")
        chosen = _fit(person)
        begins = _from(desk, since)
        holders = [found for found in _of(desk.registers, role) if found.overlaps(begins, None)]
        before = next((found for found in holders if found.in_force(begins)), None)
        if before is None:
            raise Problem("office_not_held")
        if before.user_id == chosen.user_id:
            raise Problem("office_held_already")
        if len(holders) > 1:
            raise Problem("office_taken")
        if before.user_id == actor.user_id and not secrecy_acknowledged:
            raise Problem("secrecy_missing")
        return HandedOver(
            role=role,
            from_user=before.user_id,
            user_id=chosen.user_id,
            since=begins,
            secrecy_acknowledged=secrecy_acknowledged,
            name=name.strip() or chosen.name,
            title=title.strip(),
        )

    return await desk.decide(actor, settle)


async def lose(desk: Desk, lock: Lock, user_id: str, absence: Absence) -> None:
    """Enter that somebody is no active user any more: no office of theirs stands or will.

    They hold no role and no key from the first moment on, even where the book cannot be written.
    """
    desk.absent.add(user_id)
    lock.review()
    async with desk.deciding:
        now = desk.clock.now()
        roles = {
            found.role
            for found in desk.registers.appointments
            if found.user_id == user_id and found.overlaps(now, None)
        }
        if roles:
            act = RoleLost(user_id=user_id, roles=tuple(sorted(roles)), absence=absence)
            await desk.append(act, ITSELF, Phase.NOTED)
        # From here on the book says it; should they come back, a new appointment is theirs.
        desk.absent.discard(user_id)


async def listed(desk: Desk, actor: Actor) -> tuple[Appointment, ...]:
    """Return every office that was ever given and lasted, for who appoints or releases somebody."""
    await desk.allow(Act.APPOINT, actor)
    return tuple(found for found in desk.registers.appointments if found.ever_held)


def vacant(registers: Registers, at: datetime) -> tuple[Role, ...]:
    """Return the offices that nobody holds and somebody should: owner, manager, and what was lost."""
    wanted = {Role.SITE_OWNER, Role.MANAGER} | registers.lost
    return tuple(role for role in Role if role in wanted and not registers.holders(role, at))


def _of(registers: Registers, role: Role) -> list[Appointment]:
    return [found for found in registers.appointments if found.role is role]


def _fit(person: Person | None) -> Person:
    """Return the person, if one who can hold an office."""
    if person is None:
        raise Problem("user_unknown")
    if not person.is_person:
        raise Problem("user_is_program")
    if not person.is_active:
        raise Problem("user_inactive")
    return person


def _from(desk: Desk, moment: datetime | None) -> datetime:
    """Return the moment from which an act counts: now, or later. The past is not rewritten."""
    now = desk.clock.now()
    if moment is None:
        return now
    if moment < now:
        raise Problem("since_past")
    return moment
