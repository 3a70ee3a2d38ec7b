"""Offices and who holds them, folded from the acts of people: 4(2).

Invariants:
1. At any moment an office of one person (`HANDED_OVER`) has at most one holder, and a person an office once:
   should acts in the book ever overlap, the later one cuts the earlier off where it begins.
2. What has ended stays in the list, with its end: the register tells the past too.
3. What was given under a contract (4(6)) ends with it, in the same act, and at no other moment than the contract
   where nobody ended it before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from ..guideline.people import HANDED_OVER, Role
from .act import RecordedAct
from .appointments import (
    Appointed,
    AppointmentEnded,
    HandedOver,
    Refounded,
    RefoundingAnnounced,
    RoleLost,
    SiteOwnerRestored,
)
from .contract import ContractEnded, ContractMade
from .entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An office given to a person, as it stands in the book at `seq`."""

    seq: int
    role: Role
    user_id: str
    name: str
    title: str
    since: datetime
    until: datetime | None
    appointed_by: str | None = None
    """Id of the user who appointed them."""
    ended_by: int | None = None
    """The act (its `seq`) that ended it, where one did."""
    contract: str | None = None
    """The contract under which it was given to a contractor's person."""

    @property
    def ever_held(self) -> bool:
        """Say whether it lasted at all: one that is ended before it begins does not."""
        return self.until is None or self.since < self.until

    def in_force(self, at: datetime) -> bool:
        """Say whether the office is held at this moment."""
        return self.since <= at and (self.until is None or at < self.until)

    def overlaps(self, since: datetime, until: datetime | None) -> bool:
        """Say whether it is held at some moment between these two."""
        return (
            self.ever_held
            and (until is None or self.since < until)
            and (self.until is None or since < self.until)
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands announced, by the act at `seq`: a re-founding, or new keys."""

    seq: int
    announced: datetime
    ready: datetime
    by: str | None


def standing(appointments: Iterable[Appointment], at: datetime) -> list[Appointment]:
    """Return what is in force at a moment."""
    return [found for found in appointments if found.in_force(at)]


def after(appointments: list[Appointment], entry: Entry, act: RecordedAct) -> list[Appointment]:
    """Return the appointments as they are after an act."""

    def ended(
        at: datetime,
        role: Role | None = None,
        user: str | None = None,
        contract: str | None = None,
    ) -> list[Appointment]:
        """End an office, a person's offices, one person's one office, or those under a contract."""
        return [
            replace(found, until=max(at, found.since), ended_by=entry.seq)
            if role in {None, found.role}
            and user in {None, found.user_id}
            and contract in {None, found.contract}
            and found.ever_held
            and (found.until is None or at < found.until)
            else found
            for found in appointments
        ]

    def given(
        role: Role,
        title: str = "",
        until: datetime | None = None,
        contract: str | None = None,
    ) -> Appointment:
        """Give an office to the person whom the act names."""
        assert isinstance(act, Appointed | HandedOver | SiteOwnerRestored | Refounded)
        return Appointment(
            seq=entry.seq,
            role=role,
            user_id=act.user_id,
            name=act.name,
            title=title,
            since=act.since,
            until=until,
            appointed_by=entry.actor.user_id,
            contract=contract,
        )

    match act:
        case Appointed():
            return _with(appointments, given(act.role, act.title, act.until, act.contract))
        case HandedOver():
            return _with(appointments, given(act.role, act.title))
        case SiteOwnerRestored():
            return _with(appointments, given(Role.SITE_OWNER))
        case AppointmentEnded():
            return ended(act.until, act.role, act.user_id)
        case RoleLost():
            return ended(entry.at, user=act.user_id)
        case Refounded():
            return [*ended(act.since), *map(given, act.roles)]
        case ContractMade():
            return [_dated(appointments, found, entry.at, act) for found in appointments]
        case ContractEnded():
            return ended(entry.at, contract=act.contract)
    return appointments


def _with(appointments: list[Appointment], new: Appointment) -> list[Appointment]:
    """Add an appointment, and cut off what it overlaps."""
    return [
        replace(found, until=max(found.since, new.since), ended_by=new.seq)
        if found.role is new.role
        and (found.user_id == new.user_id or new.role in HANDED_OVER)
        and found.overlaps(new.since, new.until)
        else found
        for found in appointments
    ] + [new]


def _dated(
    appointments: list[Appointment], found: Appointment, at: datetime, act: ContractMade
) -> Appointment:
    """Return an office that is not over with its contract's end: no longer where somebody ended it, or where it was given anew."""
    ends = found.until
    if found.contract != act.contract or ends is None or ends <= at:
        return found
    until = act.until if found.ended_by is None else min(ends, act.until)
    anew = [
        other.since
        for other in appointments
        if (other.role, other.user_id) == (found.role, found.user_id)
        and other.ever_held
        and other.since >= ends
    ]
    return replace(found, until=max(found.since, min([until, *anew])))


def notice(entry: Entry, act: RefoundingAnnounced) -> Notice:
    """Return the notice that an announcement gives."""
    return Notice(entry.seq, entry.at, act.ready, entry.actor.user_id)
