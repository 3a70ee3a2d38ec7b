"""What is due at a site, gathered from every theme: the one list behind to-do, calendar, Repairs, sensor and panel.

A home is reminded once a year of all that it looks at once a year (`guideline.duties.YEARLY`): one duty stands for them in every
list and every count, due when the first of them is. The panel tells below it what it consists of.
"""

from collections.abc import Callable, Iterator

from ..guideline.duties import YEARLY, Duty, DutyKind
from ..guideline.people import Act, Actor
from ..guideline.settings import Profile
from ..guideline.signs import SIGN_DAYS_AT_HOME, SignState
from . import (
    assessments,
    checking,
    complaints,
    contracts,
    incidents,
    inspections,
    instruction,
    open_requests,
    other_copies,
    signs,
    standard,
    taking_out,
    things,
)
from .desk import Desk

type Provider = Callable[[Desk], Iterator[Duty]]

PROVIDERS: tuple[Provider, ...] = (
    open_requests.duties,
    assessments.duties,
    signs.duties,
    complaints.duties,
    incidents.duties,
    instruction.duties,
    contracts.duties,
    inspections.duties,
    taking_out.duties,
    things.duties,
    other_copies.duties,
    standard.duties,
    checking.duties,
)
"""Each theme's own duties: `duties` of its module."""


def every_duty(desk: Desk) -> tuple[Duty, ...]:
    """Return everything that is or will be due, one by one, what is due first first."""
    return _in_order(duty for provider in PROVIDERS for duty in provider(desk))


def duties(desk: Desk) -> tuple[Duty, ...]:
    """Return what people are reminded of: everything, but a home's yearly looks as one."""
    every = every_duty(desk)
    yearly = [duty for duty in every if _is_yearly(desk, duty)]
    if not yearly:
        return every
    check = Duty(kind=DutyKind.YEARLY_CHECK, due=yearly[0].due, act=Act.READ_SELF_CHECK)
    return _in_order([check, *(duty for duty in every if duty not in yearly)])


def parts(desk: Desk, duty: Duty) -> tuple[Duty, ...]:
    """Return what a duty consists of: a home's yearly check of others, every other of nothing."""
    if duty.kind is not DutyKind.YEARLY_CHECK:
        return ()
    return tuple(one for one in every_duty(desk) if _is_yearly(desk, one))


def _is_yearly(desk: Desk, duty: Duty) -> bool:
    """Say whether a duty is part of a home's yearly check. A sign that is not there waits for no year."""
    settings = desk.registers.settings
    if settings is None or settings.profile is not Profile.HOME or duty.kind not in YEARLY:
        return False
    if duty.kind is DutyKind.SIGN:
        missing = signs.state_of(desk, duty.camera or "") is SignState.MISSING
        return settings.sign_days >= SIGN_DAYS_AT_HOME and not missing
    return True


def is_listed(desk: Desk, duty: Duty, actor: Actor) -> bool:
    """Say whether doing it, or a part of it, is what somebody's offices are for; what one was taught acknowledges nobody else."""
    if found := parts(desk, duty):
        return any(is_listed(desk, part, actor) for part in found)
    if duty.kind is DutyKind.ACKNOWLEDGEMENT and duty.user != actor.user_id:
        return False
    return desk.could(duty.act, actor)


def is_mine(desk: Desk, duty: Duty, actor: Actor) -> bool:
    """Say of what is listed for somebody whether it waits for them: not for whom it was given to, nor for another's eyes."""
    requests, number = desk.registers.requests, duty.number or 0
    match duty.kind:
        case DutyKind.DECISION | DutyKind.PERMISSION_AFTERWARDS:
            asked = requests.extensions.get(number) or requests.disclosures.get(number)
            return desk.could(duty.act, actor, requested_by=asked.by if asked else None)
        case DutyKind.COMPLAINT_ANSWER | DutyKind.COMPLAINT_CLOSING:
            complaint = desk.registers.complaints.by_number.get(number)
            # Whoever left leaves it to all who may answer it.
            named = {complaint.officer if complaint else None} & {*complaints.officers(desk)}
            return not named or actor.user_id in named
    return True


def _in_order(found: Iterator[Duty] | list[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.kind, duty.number or 0, duty.id)))
