"""Instruction and supervision (指導、監督): site owner → manager → operators, 運用基準例 3(3)イ, 運用体制の概要図.

    due (a year after the last, or some days after an office began) ──held──▶ given ──acknowledged by each who was taught──▶ acknowledged

Who teaches whom: the site owner the manager and deputies, manager and deputies everybody else; who holds both may teach all. Whoever has
an office that the site owner instructs is taught by the site owner alone: nobody is taught by whom they supervise.

Invariants:
1. Nobody teaches themselves.
2. Only who was taught acknowledges it, and once.
3. Who is site owner and manager in one person has nobody above them, and is instructed by nobody.
4. Numbers, and what each act finds, are settled one at a time (`Desk.decide`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.instruction import (
    ACKNOWLEDGE_DAYS,
    FIRST_INSTRUCTION_DAYS,
    INSTRUCTED,
    INSTRUCTION_DAYS,
    Topic,
    is_instructed,
    teaches,
)
from ..guideline.people import Act, Actor, Door, Role
from ..guideline.settings import Profile
from ..records.instruction import Instructed, InstructionAcknowledged
from ..records.instructions import Given
from . import entered
from .desk import Desk
from .protection import stripped

SHOWN_FOR = timedelta(days=400)
"""How long an instruction that everybody acknowledged is still listed; the register has it for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """Somebody who is to be instructed; `teach` says whether the reader may."""

    user_id: str
    roles: frozenset[Role]
    last: datetime | None
    due: datetime
    overdue: bool
    teach: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An instruction, of the users whom the reader may know; `text` is empty once it has been overwritten (`erased`)."""

    given: Given
    users: tuple[str, ...]
    text: str
    erased: bool
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Who is to be instructed, and what was taught, newest first; to who instructs nobody what they were taught themselves."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Names by user id."""
    may_hold: bool = False
    people: tuple[Pupil, ...] = ()
    given: tuple[Item, ...] = ()


# Acts ------------------------------------------------------------------------------------------


async def hold(
    desk: Desk,
    actor: Actor,
    *,
    users: Sequence[str],
    topics: Sequence[Topic],
    held: datetime,
    text: str = "",
) -> int:
    """Enter that these users were taught these topics; return its number.

    Problem: pupils_missing, topics_missing, text_too_long, moment_in_future, instruction_of_oneself, pupil_without_role,
    instruction_of_others.
    """

    async def settle() -> Instructed:
        await desk.allow(Act.INSTRUCT, actor)
        (said,) = stripped(text)
        if not users:
            raise Problem("pupils_missing")
        if not topics:
            raise Problem("topics_missing")
        at = entered.past(desk, held)
        if actor.user_id in users:
            raise Problem("instruction_of_oneself")
        taught, mine = [_roles(desk, user) for user in users], desk.roles_of(actor)
        if not all(taught):
            raise Problem("pupil_without_role")
        if not all(teaches(mine, roles) for roles in taught):
            raise Problem("instruction_of_others")
        return Instructed(
            number=desk.registers.instructions.next_number,
            users=tuple(dict.fromkeys(users)),
            topics=tuple(dict.fromkeys(topics)),
            held=at,
            text=said,
        )

    return (await desk.decide(actor, settle)).number


async def acknowledge(desk: Desk, actor: Actor, number: int) -> None:
    """Acknowledge that one was taught. Problem: instruction_unknown, instruction_not_received, instruction_acknowledged."""

    async def settle() -> InstructionAcknowledged:
        await desk.allow(Act.ACKNOWLEDGE, actor)
        found = desk.registers.instructions.by_number.get(number)
        if found is None:
            raise Problem("instruction_unknown")
        if actor.user_id not in found.users:
            raise Problem("instruction_not_received")
        if actor.user_id in found.acknowledged:
            raise Problem("instruction_acknowledged")
        return InstructionAcknowledged(number=number)

    await desk.decide(actor, settle)


def _roles(desk: Desk, user: str) -> frozenset[Role]:
    """Return the offices that a user holds now: none where they are gone."""
    return desk.roles_of(Actor(user, Door.ITSELF))


# What there is ---------------------------------------------------------------------------------


async def listed(desk: Desk, actor: Actor) -> Listing:
    """Return who is to be instructed and what was taught; what they were taught themselves to who may instruct nobody."""
    await desk.allow(Act.ACKNOWLEDGE, actor)
    now, whole = desk.clock.now(), desk.may(Act.INSTRUCT, actor)
    mine, user, there = desk.roles_of(actor), actor.user_id or "", _in_office(desk)
    found = [
        one
        for _, one in sorted(desk.registers.instructions.by_number.items(), reverse=True)
        if (whole or user in one.users)
        and (now - one.held <= SHOWN_FOR or any(_waiting(one, there)))
    ]
    people = tuple(
        Pupil(
            user_id=one,
            roles=roles,
            last=desk.registers.instructions.last.get(one),
            due=due,
            overdue=due <= now,
            teach=one != user and teaches(mine, roles),
        )
        for one, roles, due in _pupils(desk)
        if whole
    )
    return Listing(
        names={one.user_id: one.name for one in desk.registers.appointments},
        may_hold=whole,
        people=people,
        given=await desk.run(_items, desk, found, user, whole),
    )


def _items(desk: Desk, found: Sequence[Given], user: str, whole: bool) -> tuple[Item, ...]:
    """Read what was said. Blocking."""
    return tuple(_item(desk, one, user, whole) for one in found)


def _item(desk: Desk, one: Given, user: str, whole: bool) -> Item:
    entry = desk.book.entry(one.seq)
    assert isinstance(entry.act, Instructed)
    waits = user in one.users and user not in one.acknowledged
    return Item(
        given=one,
        users=one.users if whole else (user,),
        text=entry.act.text,
        erased=entry.erased,
        can=("acknowledge",) if waits else (),
    )


# What is due -----------------------------------------------------------------------------------


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield when each person is to be instructed again, and who has not acknowledged what they were taught."""
    for user, _, due in _pupils(desk):
        yield Duty(
            kind=DutyKind.INSTRUCTION,
            due=due,
            act=Act.INSTRUCT,
            about=_stands_for(desk, user),
            user=user,
        )
    there = _in_office(desk)
    for given in desk.registers.instructions.by_number.values():
        for user in _waiting(given, there):
            yield Duty(
                kind=DutyKind.ACKNOWLEDGEMENT,
                due=given.held + timedelta(days=ACKNOWLEDGE_DAYS),
                act=Act.ACKNOWLEDGE,
                number=given.number,
                about=_stands_for(desk, user),
                user=user,
            )


def _stands_for(desk: Desk, user: str) -> str:
    """Return what stands for a person where everybody sees it: the number of the act that first gave them an office."""
    return str(next(one.seq for one in desk.registers.appointments if one.user_id == user))


def _in_office(desk: Desk) -> frozenset[str]:
    """Return the users who are in an office now."""
    return frozenset(one.user_id for one in desk.standing())


def _waiting(given: Given, there: frozenset[str]) -> Iterator[str]:
    """Yield who was taught, is still in an office, and has not acknowledged it."""
    return (user for user in given.users if user not in given.acknowledged and user in there)


def _pupils(desk: Desk) -> Iterator[tuple[str, frozenset[Role], datetime]]:
    """Yield everybody who is to be instructed, their offices, and when: nobody where one person keeps a home."""
    settings = desk.registers.settings
    standing = list(desk.standing())
    users = tuple(dict.fromkeys(one.user_id for one in standing))
    if settings is not None and settings.profile is Profile.HOME and len(users) == 1:
        return
    for user in users:
        roles = frozenset(one.role for one in standing if one.user_id == user)
        if not is_instructed(roles):
            continue
        since = min(one.since for one in standing if one.user_id == user and one.role in INSTRUCTED)
        last = desk.registers.instructions.last.get(user)
        first = since + timedelta(days=FIRST_INSTRUCTION_DAYS)
        yield user, roles, first if last is None else last + timedelta(days=INSTRUCTION_DAYS)
