"""What is shown of things, out of the registers and the book, for who may see it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..bodies import told
from ..guideline.people import Act, Actor
from ..guideline.things import CHECK_EVERY, TakingState
from ..procedure import other_copies
from ..procedure.desk import Desk
from ..records.entry import Entry
from ..records.thing import (
    MediumDisposed,
    MediumReturned,
    OtherCopyNoted,
    TakingOutDenied,
    TakingOutRequested,
    ThingNoted,
)
from ..records.things import OtherCopy, Taking, Thing
from ..site import Site
from .deed import Told
from .entries import Entries, entries_of

LISTED_FOR = timedelta(days=400)
"""How long what is over is still listed; the register has it for good."""


async def read(site: Site, actor: Actor) -> Told:
    """Return the section, newest first."""
    desk = site.desk
    known, now = desk.registers.things, desk.clock.now()
    takings = [
        one for one in _newest(known.takings) if one.is_open or now - _over(one) <= LISTED_FOR
    ]
    things, copies = _newest(known.by_id), _newest(known.copies)
    disposals = list(reversed(known.disposals))
    acts = await entries_of(
        desk,
        [
            *(one.seq for one in things),
            *(one.seq for one in copies),
            *(seq for one in takings for seq in (one.seq, one.decided_by, one.back_by)),
            *(known.named.get(one.thing) for one in takings),
            *disposals,
        ],
    )
    keeps, checks = desk.could(Act.KEEP_THINGS, actor), desk.could(Act.CHECK_THINGS, actor)
    names = {office.user_id: office.name for office in desk.registers.appointments}
    return {
        "can": [*(["note", "other_copy"] if keeps else []), *(["dispose"] if checks else [])],
        "things": [_thing(site, actor, one, acts) for one in things],
        "takings": [_taking(site, actor, one, names, acts) for one in takings],
        "copies": [_copy(desk, one, acts, keeps=keeps) for one in copies],
        "looked": [
            {
                "camera": camera,
                "place": settings.place,
                "at": _maybe(site, known.copies_looked.get(camera)),
                "can": ["no_other_copies"]
                if keeps and not other_copies.stands(desk, camera)
                else [],
            }
            for camera, settings in desk.registers.standing_cameras().items()
        ],
        "disposals": [
            _disposal(site, entry, names)
            for entry in map(acts.__getitem__, disposals)
            if now - entry.at <= LISTED_FOR
        ],
    }


def _thing(site: Site, actor: Actor, thing: Thing, acts: Entries) -> Told:
    desk = site.desk
    entry = acts[thing.seq]
    act = entry.act
    assert isinstance(act, ThingNoted)
    open_ = desk.registers.things.taking_of(thing.thing)
    due = thing.seen + CHECK_EVERY
    return {
        "thing": thing.thing,
        "what": thing.what,
        "name": act.name,
        "place": act.place,
        "lock": act.lock,
        "key_keeper": act.key_keeper,
        "anti_theft": act.anti_theft,
        "erased": entry.erased,
        "checked": _maybe(site, thing.checked),
        "fine": thing.fine,
        "due": told(site, due),
        "overdue": due <= desk.clock.now(),
        "out": open_.number if open_ and open_.state is TakingState.OUT else None,
        "can": list(_can_thing(desk, actor, waits=open_ is not None)),
    }


def _can_thing(desk: Desk, actor: Actor, *, waits: bool) -> Iterator[str]:
    if desk.could(Act.CHECK_THINGS, actor):
        yield "check"
    if desk.could(Act.KEEP_THINGS, actor):
        yield "note"
        if not waits:
            yield "gone"
    if not waits and desk.could(Act.REQUEST_TAKING_OUT, actor):
        yield "take_out"
    if not waits and desk.could(Act.CHECK_THINGS, actor):
        yield "dispose"


def _taking(site: Site, actor: Actor, one: Taking, names: dict[str, str], acts: Entries) -> Told:
    desk = site.desk
    asked = acts[one.seq]
    assert isinstance(asked.act, TakingOutRequested)
    decided = None if one.decided_by is None else acts[one.decided_by].act
    back = None if one.back_by is None else acts[one.back_by].act
    can: list[str] = []
    if one.state is TakingState.REQUESTED and desk.could(Act.PERMIT_TAKING_OUT, actor):
        can = ["permit", "deny"]
    elif one.state is TakingState.OUT and desk.could(Act.CHECK_THINGS, actor):
        can = ["returned"]
    return {
        "number": one.number,
        "thing": one.thing,
        "thing_name": _name(desk, one.thing, acts),
        "state": one.state,
        "at": told(site, one.at),
        "by": one.by,
        "by_name": names.get(one.by, ""),
        "due": told(site, one.due),
        "overdue": one.state is TakingState.OUT and one.due <= desk.clock.now(),
        "reason": asked.act.reason_text,
        "where_to": asked.act.where_to,
        "erased": asked.erased,
        "decided": _maybe(site, one.decided),
        "decided_by_name": names.get(one.hands.decided_by, "") if one.hands else "",
        "one_person": one.hands is not None and one.hands.one_person,
        "deny_reason": decided.reason_text if isinstance(decided, TakingOutDenied) else "",
        "back": _maybe(site, one.back),
        "fine": one.fine,
        "remarks": back.remarks if isinstance(back, MediumReturned) else "",
        "can": can,
    }


def _copy(desk: Desk, one: OtherCopy, acts: Entries, *, keeps: bool) -> Told:
    entry = acts[one.seq]
    act = entry.act
    assert isinstance(act, OtherCopyNoted)
    return {
        "copy": one.copy,
        "camera": one.camera,
        "what": one.what,
        "days": one.days,
        "allowed_days": other_copies.allowed_days(desk, one.camera),
        "too_long": other_copies.too_long(desk, one),
        "place": act.place,
        "who_sees": act.who_sees,
        "erased": entry.erased,
        "can": ["other_copy", "other_copy_gone"] if keeps else [],
    }


def _disposal(site: Site, entry: Entry, names: dict[str, str]) -> Told:
    act = entry.act
    assert isinstance(act, MediumDisposed)
    by = entry.actor.user_id or ""
    return {
        "seq": entry.seq,
        "at": told(site, entry.at),
        "on": act.on.astimezone(site.desk.zone).date().isoformat(),
        "by": by,
        "by_name": names.get(by, ""),
        "medium": act.medium,
        "serial": act.serial,
        "method": act.method,
        "witness": act.witness,
        "erased": entry.erased,
    }


def _name(desk: Desk, thing: str, acts: Entries) -> str:
    """Return what a thing is called, also once it is gone."""
    entry = acts.get(desk.registers.things.named.get(thing, -1))
    return entry.act.name if entry and isinstance(entry.act, ThingNoted) else ""


def _over(one: Taking) -> datetime:
    return one.back or one.decided or one.at


def _newest[K, V](found: dict[K, V]) -> list[V]:
    return list(reversed(tuple(found.values())))


def _maybe(site: Site, moment: datetime | None) -> str | None:
    return None if moment is None else told(site, moment)
