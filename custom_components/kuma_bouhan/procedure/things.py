"""Custody of things: where footage and the keys to it physically are, 4(4)ウ, 運用基準例 4(1)ア; and making media unreadable, 4(3).

    noted ──checked, noted anew──▶ noted ──gone, or disposed of──▶ kept no longer

Who may: `Act.KEEP_THINGS` says where things stand and that they are gone; `Act.CHECK_THINGS` looks at them and disposes of media.

Invariants:
1. There is one host: what Home Assistant runs on is noted once, and anew where it moves.
2. A thing that is out, or asked for, neither goes nor is disposed of: that is decided, or it is returned, first (`taking_out`).
3. Whoever has a medium disposed of has a witness, or says which certificate shows it.
4. What is not fine is said in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
import secrets

from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.things import CHECK_EVERY, Method, TakingState, ThingKind
from ..records.thing import MediumDisposed, ThingChecked, ThingGone, ThingNoted
from ..records.things import Thing
from . import entered
from .desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a thing is, where it stands, and what protects it there."""

    what: ThingKind
    name: str
    place: str
    lock: str = ""
    key_keeper: str = ""
    anti_theft: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """How a medium was made unreadable, and when; `witness` is who saw it, or the number of the certificate."""

    medium: str
    serial: str
    method: Method
    on: Date
    witness: str
    thing: str | None = None


async def note(desk: Desk, actor: Actor, place: Place, thing: str | None = None) -> str:
    """Enter a thing, or (`thing`) where it is from now on; return its id.

    Problem: text_missing (field), text_too_long, thing_unknown, host_noted_already.
    """

    async def settle() -> ThingNoted:
        await desk.allow(Act.KEEP_THINGS, actor)
        if thing is not None:
            known(desk, thing)
        if place.what is ThingKind.HOST and any(
            one.what is ThingKind.HOST and one.thing != thing
            for one in desk.registers.things.by_id.values()
        ):
            raise Problem("host_noted_already")
        return ThingNoted(
            thing=thing or secrets.token_hex(16),
            what=place.what,
            name=entered.text("name", place.name),
            place=entered.text("place", place.place),
            lock=entered.text("lock", place.lock, needed=False),
            key_keeper=entered.text("key_keeper", place.key_keeper, needed=False),
            anti_theft=entered.text("anti_theft", place.anti_theft, needed=False),
        )

    return (await desk.decide(actor, settle)).thing


async def check(desk: Desk, actor: Actor, thing: str, *, fine: bool, remarks: str = "") -> None:
    """Enter that a thing was seen where it should be, locked; or not so.

    Problem: thing_unknown, remarks_missing, text_too_long.
    """

    async def settle() -> ThingChecked:
        await desk.allow(Act.CHECK_THINGS, actor)
        known(desk, thing)
        return ThingChecked(thing=thing, fine=fine, remarks=entered.remarks(remarks, fine=fine))

    await desk.decide(actor, settle)


async def gone(desk: Desk, actor: Actor, thing: str) -> None:
    """Enter that nothing of footage is on a thing any more. Problem: thing_unknown, thing_is_out, taking_out_waits."""

    async def settle() -> ThingGone:
        await desk.allow(Act.KEEP_THINGS, actor)
        at_its_place(desk, thing)
        return ThingGone(thing=thing)

    await desk.decide(actor, settle)


async def dispose(desk: Desk, actor: Actor, disposal: Disposal) -> None:
    """Enter that a medium was made unreadable: 媒体を廃棄する場合は、破砕のうえ、廃棄.

    Problem: text_missing (field), text_too_long, moment_in_future, thing_unknown, thing_is_out, taking_out_waits.
    """

    async def settle() -> MediumDisposed:
        await desk.allow(Act.CHECK_THINGS, actor)
        if disposal.thing is not None:
            at_its_place(desk, disposal.thing)
        return MediumDisposed(
            thing=disposal.thing,
            method=disposal.method,
            on=entered.past_day(desk, disposal.on),
            medium=entered.text("medium", disposal.medium),
            serial=entered.text("serial", disposal.serial),
            witness=entered.text("witness", disposal.witness),
        )

    await desk.decide(actor, settle)


def known(desk: Desk, thing: str) -> Thing:
    """Return a thing that is kept. Problem: thing_unknown."""
    found = desk.registers.things.by_id.get(thing)
    if found is None:
        raise Problem("thing_unknown")
    return found


def at_its_place(desk: Desk, thing: str) -> None:
    """Raise unless a thing is kept, and neither out nor asked for. Problem: thing_unknown, thing_is_out, taking_out_waits."""
    known(desk, thing)
    taking = desk.registers.things.taking_of(thing)
    if taking is not None:
        raise Problem(
            "thing_is_out" if taking.state is TakingState.OUT else "taking_out_waits",
            number=taking.number,
        )


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield the things that are to be looked at."""
    for thing in desk.registers.things.by_id.values():
        yield Duty(
            kind=DutyKind.CUSTODY_CHECK,
            due=thing.seen + CHECK_EVERY,
            act=Act.CHECK_THINGS,
            about=thing.thing,
        )
