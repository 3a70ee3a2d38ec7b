"""Following incidents: 漏えい、滅失、き損、改ざん, 運用基準例 3(3)ア, 4.

    noted (by whoever saw it) ──followed: somebody was told, something was done──▶ noted ──closed──▶ closed

Who may: everybody in an office notes one; `Act.FOLLOW_INCIDENT` reads, follows and closes. Whether 個人情報保護法 26 条 asks for a report
this does not say: it gives the days that count, if it does.

Invariants:
1. It happened before it became known, and became known before it is entered.
2. What is closed is followed no more, and is closed once.
3. Numbers, and what each act finds, are settled one at a time (`Desk.decide`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.incidents import IncidentKind, Informed
from ..guideline.people import Act, Actor
from ..records.incident import IncidentClosed, IncidentFollowed, IncidentNoted
from ..records.incidents import Incident
from . import entered
from .desk import Desk
from .protection import stripped

SHOWN_FOR = timedelta(days=400)
"""How long what is closed is still listed; the register has it for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What is noted: `happened` is None where nobody knows when, `measures` what was done at first."""

    what: IncidentKind
    cameras: tuple[str, ...]
    learned: datetime
    text: str
    measures: str = ""
    happened: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What followed; `text` is empty once it has been overwritten."""

    at: datetime
    by: str
    informed: tuple[Informed, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An incident as whoever follows it sees it; texts are empty once they have been overwritten (`erased`)."""

    incident: Incident
    text: str
    measures: str
    erased: bool
    followed: tuple[Step, ...]
    prevention: str
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What there is, newest first: nothing for who only notes incidents."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Names by user id."""
    incidents: tuple[Item, ...] = ()


# Acts ------------------------------------------------------------------------------------------


async def note(desk: Desk, actor: Actor, happened: Happened) -> int:
    """Note that something happened to footage; return its number.

    Problem: incident_text_missing, text_too_long, unknown_camera, moment_in_future, learned_too_early.
    """

    async def settle() -> IncidentNoted:
        await desk.allow(Act.NOTE_INCIDENT, actor)
        text, measures = stripped(happened.text, happened.measures)
        if not text:
            raise Problem("incident_text_missing")
        if any(camera not in desk.registers.cameras for camera in happened.cameras):
            raise Problem("unknown_camera")
        learned = entered.past(desk, happened.learned)
        if happened.happened is not None and learned < happened.happened:
            raise Problem("learned_too_early")
        return IncidentNoted(
            number=desk.registers.incidents.next_number,
            what=happened.what,
            cameras=happened.cameras,
            happened=happened.happened,
            learned=learned,
            text=text,
            measures=measures,
        )

    return (await desk.decide(actor, settle)).number


async def follow(
    desk: Desk, actor: Actor, number: int, informed: Sequence[Informed], text: str
) -> None:
    """Enter who was told, or what more was done.

    Problem: incident_unknown, incident_closed, follow_up_missing, text_too_long.
    """

    async def settle() -> IncidentFollowed:
        await _open(desk, actor, number)
        (said,) = stripped(text)
        if not said and not informed:
            raise Problem("follow_up_missing")
        told = tuple(dict.fromkeys(informed))
        return IncidentFollowed(number=number, informed=told, text=said)

    await desk.decide(actor, settle)


async def close(desk: Desk, actor: Actor, number: int, prevention: str) -> None:
    """Say that nothing more is to be done, and what keeps it from happening again.

    Problem: incident_unknown, incident_closed, prevention_missing, text_too_long.
    """

    async def settle() -> IncidentClosed:
        await _open(desk, actor, number)
        (text,) = stripped(prevention)
        if not text:
            raise Problem("prevention_missing")
        return IncidentClosed(number=number, prevention=text)

    await desk.decide(actor, settle)


async def _open(desk: Desk, actor: Actor, number: int) -> Incident:
    await desk.allow(Act.FOLLOW_INCIDENT, actor)
    found = desk.registers.incidents.by_number.get(number)
    if found is None:
        raise Problem("incident_unknown")
    if found.closed is not None:
        raise Problem("incident_closed")
    return found


# What there is ---------------------------------------------------------------------------------


async def listed(desk: Desk, actor: Actor) -> Listing:
    """Return what there is, with words for who follows incidents; nothing for who notes them."""
    await desk.allow(Act.NOTE_INCIDENT, actor)
    if not desk.may(Act.FOLLOW_INCIDENT, actor):
        return Listing()
    now = desk.clock.now()
    found = [
        one
        for _, one in sorted(desk.registers.incidents.by_number.items(), reverse=True)
        if one.closed is None or now - one.closed <= SHOWN_FOR
    ]
    return Listing(
        names={one.user_id: one.name for one in desk.registers.appointments},
        incidents=await desk.run(_items, desk, found),
    )


def _items(desk: Desk, found: Sequence[Incident]) -> tuple[Item, ...]:
    """Read what happened and what was done. Blocking."""
    return tuple(_item(desk, one) for one in found)


def _item(desk: Desk, one: Incident) -> Item:
    entry = desk.book.entry(one.seq)
    noted = entry.act
    assert isinstance(noted, IncidentNoted)
    closed = None if one.closed_by is None else desk.book.entry(one.closed_by).act
    return Item(
        incident=one,
        text=noted.text,
        measures=noted.measures,
        erased=entry.erased,
        followed=tuple(_step(desk, seq) for seq in one.followed),
        prevention=closed.prevention if isinstance(closed, IncidentClosed) else "",
        can=("follow", "close") if one.closed is None else (),
    )


def _step(desk: Desk, seq: int) -> Step:
    entry = desk.book.entry(seq)
    act = entry.act
    assert isinstance(act, IncidentFollowed)
    by = entry.actor.user_id or ""
    return Step(at=entry.at, by=by, informed=act.informed, text=act.text)


# What is due -----------------------------------------------------------------------------------


def overdue(desk: Desk) -> int:
    """Return how many nobody followed by the day of a first report, or closed by that of a full one, if these are due."""
    now = desk.clock.now()
    return sum(one.is_overdue(now) for one in desk.registers.incidents.by_number.values())


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield every incident that is open."""
    for one in desk.registers.incidents.by_number.values():
        if one.closed is None:
            yield Duty(
                kind=DutyKind.INCIDENT,
                due=one.due,
                act=Act.FOLLOW_INCIDENT,
                number=one.number,
            )
