"""Answering complaints and inquiries: 4(5), 運用基準例 7.

    received (by whoever stands at the counter) ──answered, as often as needed──▶ answered ──closed──▶ closed
        └──closed: explained on the spot, passed on, or nobody to answer to──▶ closed

Who may: everybody in an office takes one down; `Act.ANSWER_COMPLAINT` reads, answers and closes.

Invariants:
1. Nothing is answered before it was received, nothing is said to have happened that lies ahead.
2. What is closed takes no more answers, and is closed once.
3. Numbers, and what each act finds, are settled one at a time (`Desk.decide`).
4. Names and words are read from the book for who answers; the registers, and whatever else is told, know numbers and times.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.complaints import (
    LONGEST_EXPLANATION,
    WITHOUT_ANSWER,
    ComplaintKind,
    ComplaintState,
    Outcome,
    Way,
    due_after,
)
from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import RULES, Act, Actor, Role
from ..records.complaint import ComplaintAnswered, ComplaintClosed, ComplaintReceived
from ..records.complaints import Complaint
from . import entered
from .desk import Desk
from .protection import stripped

SHOWN_FOR = timedelta(days=400)
"""How long what is closed is still listed; the register has it for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What somebody came with: `officer` is the user who is to see to it (None: whose office it is)."""

    what: ComplaintKind
    way: Way
    cameras: tuple[str, ...]
    received: datetime
    text: str
    name: str = ""
    contact: str = ""
    officer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer; `explained` is empty once it has been overwritten."""

    at: datetime
    way: Way
    by: str
    explained: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A complaint as whoever answers it sees it; texts are empty once they have been overwritten (`erased`)."""

    complaint: Complaint
    overdue: bool
    name: str
    contact: str
    text: str
    erased: bool
    answers: tuple[Answer, ...]
    remarks: str
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What there is, newest first: nothing but how long it may take for who only takes complaints down."""

    answer_days: int
    closing_days: int
    officers: tuple[str, ...] = ()
    """The users who may see to one: first who does where nobody is named."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names by user id."""
    complaints: tuple[Item, ...] = ()


# Acts ------------------------------------------------------------------------------------------


async def receive(desk: Desk, actor: Actor, brought: Brought) -> int:
    """Take down what somebody came with; return its number. The days to answer and to close it count from when it was received.

    Problem: complaint_text_missing, text_too_long, unknown_camera, moment_in_future, officer_unfit.
    """

    async def settle() -> ComplaintReceived:
        await desk.allow(Act.RECEIVE_COMPLAINT, actor)
        name, contact, text = stripped(brought.name, brought.contact, brought.text)
        if not text:
            raise Problem("complaint_text_missing")
        if any(camera not in desk.registers.cameras for camera in brought.cameras):
            raise Problem("unknown_camera")
        received = entered.past(desk, brought.received)
        answer_days, closing_days = _days(desk)
        return ComplaintReceived(
            number=desk.registers.complaints.next_number,
            what=brought.what,
            way=brought.way,
            cameras=brought.cameras,
            received=received,
            officer=_officer(desk, brought.officer),
            answer_due=due_after(received, answer_days, desk.zone),
            closing_due=due_after(received, closing_days, desk.zone),
            name=name,
            contact=contact,
            text=text,
        )

    return (await desk.decide(actor, settle)).number


async def answer(
    desk: Desk, actor: Actor, number: int, *, answered: datetime, way: Way, explained: str
) -> None:
    """Enter what was explained, and when.

    Problem: complaint_unknown, complaint_closed, explained_missing, text_too_long, moment_in_future, answer_too_early.
    """

    async def settle() -> ComplaintAnswered:
        found = await _open(desk, actor, number)
        (text,) = stripped(explained, most=LONGEST_EXPLANATION)
        if not text:
            raise Problem("explained_missing")
        at = entered.past(desk, answered)
        if at < found.received:
            raise Problem("answer_too_early")
        return ComplaintAnswered(number=number, answered=at, way=way, explained=text)

    await desk.decide(actor, settle)


async def close(desk: Desk, actor: Actor, number: int, outcome: Outcome, remarks: str = "") -> None:
    """Settle it, one way or another.

    Without an answer only where there is none to enter (`WITHOUT_ANSWER`): it was passed on, nobody can be reached, or it was
    explained and accepted on the spot. Then the remarks have to say what was explained, as an answer would have: 4(5) asks that it is
    explained, and whoever asks later has to find it. That something was changed, or not accepted, follows from an answer.

    Problem: complaint_unknown, complaint_closed, complaint_not_answered, explained_on_the_spot_missing, text_too_long.
    """

    async def settle() -> ComplaintClosed:
        found = await _open(desk, actor, number)
        (text,) = stripped(remarks)
        if not found.answers and outcome not in WITHOUT_ANSWER:
            raise Problem("complaint_not_answered")
        if not found.answers and outcome is Outcome.UNDERSTOOD and not text:
            raise Problem("explained_on_the_spot_missing")
        return ComplaintClosed(number=number, outcome=outcome, remarks=text)

    await desk.decide(actor, settle)


async def _open(desk: Desk, actor: Actor, number: int) -> Complaint:
    await desk.allow(Act.ANSWER_COMPLAINT, actor)
    found = desk.registers.complaints.by_number.get(number)
    if found is None:
        raise Problem("complaint_unknown")
    if found.state is ComplaintState.CLOSED:
        raise Problem("complaint_closed")
    return found


def _days(desk: Desk) -> tuple[int, int]:
    settings = desk.registers.settings
    assert settings is not None  # a running site has some: `Site._async_start`
    return settings.answer_days, settings.closing_days


def _officer(desk: Desk, wanted: str | None) -> str | None:
    """Return who sees to it: who is named, else the complaint officer, else the manager. Problem: officer_unfit."""
    may = officers(desk)
    if wanted is not None and wanted not in may:
        raise Problem("officer_unfit")
    return wanted or next(iter(may), None)


def officers(desk: Desk) -> tuple[str, ...]:
    """Return the users who may see to a complaint now, in the order of whose task it is: complaint officer, manager, others."""
    held = RULES[Act.ANSWER_COMPLAINT].roles
    now, first = desk.clock.now(), (Role.COMPLAINT_OFFICER, Role.MANAGER, Role.DEPUTY)
    order = [*first, *(role for role in Role if role in held and role not in first)]
    return tuple(
        dict.fromkeys(one.user_id for role in order for one in desk.registers.holders(role, now))
    )


# What there is ---------------------------------------------------------------------------------


async def listed(desk: Desk, actor: Actor) -> Listing:
    """Return what there is, with names and words for who answers; the days alone for who takes complaints down."""
    await desk.allow(Act.RECEIVE_COMPLAINT, actor)
    answer_days, closing_days = _days(desk)
    if not desk.may(Act.ANSWER_COMPLAINT, actor):
        return Listing(answer_days=answer_days, closing_days=closing_days)
    now = desk.clock.now()
    found = [
        one
        for _, one in sorted(desk.registers.complaints.by_number.items(), reverse=True)
        if one.closed is None or now - one.closed <= SHOWN_FOR
    ]
    return Listing(
        answer_days=answer_days,
        closing_days=closing_days,
        officers=officers(desk),
        names={one.user_id: one.name for one in desk.registers.appointments},
        complaints=await desk.run(_items, desk, found, now),
    )


def _items(desk: Desk, found: Sequence[Complaint], now: datetime) -> tuple[Item, ...]:
    """Read who came and what was said. Blocking."""
    return tuple(_item(desk, one, now) for one in found)


def _item(desk: Desk, one: Complaint, now: datetime) -> Item:
    entry = desk.book.entry(one.seq)
    received = entry.act
    assert isinstance(received, ComplaintReceived)
    closed = None if one.closed_by is None else desk.book.entry(one.closed_by).act
    return Item(
        complaint=one,
        overdue=one.is_overdue(now),
        name=received.name,
        contact=received.contact,
        text=received.text,
        erased=entry.erased,
        answers=tuple(_answer(desk, seq) for seq, _ in one.answers),
        remarks=closed.remarks if isinstance(closed, ComplaintClosed) else "",
        can=() if one.state is ComplaintState.CLOSED else ("answer", "close"),
    )


def _answer(desk: Desk, seq: int) -> Answer:
    entry = desk.book.entry(seq)
    act = entry.act
    assert isinstance(act, ComplaintAnswered)
    by = entry.actor.user_id or ""
    return Answer(at=act.answered, way=act.way, by=by, explained=act.explained)


# What is due -----------------------------------------------------------------------------------


def open_numbers(desk: Desk) -> tuple[int, ...]:
    """Return the numbers of those that are not settled."""
    return tuple(one.number for one in desk.registers.complaints.by_number.pending)


def overdue(desk: Desk) -> tuple[int, ...]:
    """Return the numbers of those that should be answered or settled by now."""
    now = desk.clock.now()
    found = desk.registers.complaints.by_number.pending
    return tuple(one.number for one in found if one.is_overdue(now))


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield the first answer of each complaint that has none, and the end of each that has none."""
    for one in desk.registers.complaints.by_number.pending:
        if one.state is ComplaintState.RECEIVED:
            yield _duty(DutyKind.COMPLAINT_ANSWER, one.answer_due, one.number)
        yield _duty(DutyKind.COMPLAINT_CLOSING, one.closing_due, one.number)


def _duty(kind: DutyKind, due: datetime, number: int) -> Duty:
    return Duty(kind=kind, due=due, act=Act.ANSWER_COMPLAINT, number=number)
