"""Complaints, incidents and instruction as the book says them: no name in memory, and a period from their end only."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from custom_components.kuma_bouhan.guideline.complaints import (
    ComplaintKind,
    ComplaintState,
    Outcome,
    Way,
)
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind, Informed
from custom_components.kuma_bouhan.guideline.instruction import Topic
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.complaints import Complaint
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.incident import (
    IncidentClosed,
    IncidentFollowed,
    IncidentNoted,
)
from custom_components.kuma_bouhan.records.incidents import Incident
from custom_components.kuma_bouhan.records.instruction import Instructed, InstructionAcknowledged
from custom_components.kuma_bouhan.records.registers import Registers

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class Told:
    """Registers that are told one act after another."""

    def __init__(self) -> None:
        self.registers = Registers()
        self.seq = 0

    def tell(
        self,
        act: RecordedAct,
        *,
        phase: Phase = Phase.DONE,
        at: datetime = NOON,
        by: str = "operator",
        order: int | None = None,
    ) -> int:
        entry = Entry(
            seq=self.seq,
            at=at,
            local="",
            actor=Actor(by, Door.PANEL),
            phase=phase,
            order=order,
            act=act,
        )
        self.registers.fold(entry)
        self.seq += 1
        return entry.seq

    @property
    def since(self) -> dict[int, int | None]:
        found = self.registers.personal.since.values()
        return {seq: over for one in found for seq, over in one.items()}


def received(number: int, **changes: Any) -> ComplaintReceived:
    given: dict[str, Any] = {
        "what": ComplaintKind.INQUIRY,
        "way": Way.MAIL,
        "cameras": (),
        "received": NOON,
        "officer": "manager",
        "answer_due": NOON + 7 * DAY,
        "closing_due": NOON + 30 * DAY,
        "name": "阿蘇 次郎",
        "contact": "096",
        "text": "なぜ",
    }
    return ComplaintReceived(number=number, **given | changes)


def answered(number: int, at: datetime = NOON) -> ComplaintAnswered:
    return ComplaintAnswered(number=number, answered=at, way=Way.MAIL, explained="説明")


def closed(number: int) -> ComplaintClosed:
    return ComplaintClosed(number=number, outcome=Outcome.UNDERSTOOD, remarks="")


def noted(number: int) -> IncidentNoted:
    return IncidentNoted(
        number=number,
        what=IncidentKind.LOSS,
        cameras=(),
        happened=None,
        learned=NOON,
        text="失われた",
        measures="探した",
    )


def test_a_complaint_goes_from_received_to_answered_to_closed() -> None:
    told = Told()
    assert told.registers.complaints.next_number == 1
    told.tell(received(1), phase=Phase.ORDERED)
    assert told.registers.complaints.by_number == {}
    told.tell(received(1), by="staff")
    assert told.registers.complaints.next_number == 2
    found = told.registers.complaints.by_number
    assert (found[1].state, found[1].by) == (ComplaintState.RECEIVED, "staff")
    seqs = [told.tell(answered(1, NOON + days * DAY)) for days in (1, 2)]
    assert found[1].state is ComplaintState.ANSWERED
    assert found[1].answers == ((seqs[0], NOON + DAY), (seqs[1], NOON + 2 * DAY))
    end = told.tell(closed(1), at=NOON + 3 * DAY)
    assert (found[1].state, found[1].closed, found[1].closed_by, found[1].outcome) == (
        ComplaintState.CLOSED,
        NOON + 3 * DAY,
        end,
        Outcome.UNDERSTOOD,
    )


def test_acts_about_what_was_never_told_count_for_nothing() -> None:
    told = Told()
    told.tell(answered(4))
    told.tell(closed(4))
    told.tell(IncidentFollowed(number=4, informed=(), text=""))
    told.tell(IncidentClosed(number=4, prevention=""))
    told.tell(InstructionAcknowledged(number=4))
    registers = told.registers
    assert registers.complaints.by_number == {}
    assert registers.incidents.by_number == {}
    assert registers.instructions.by_number == {}


def test_it_is_overdue_by_what_is_to_come_next() -> None:
    told = Told()
    told.tell(received(1))
    found = told.registers.complaints.by_number
    assert [found[1].is_overdue(NOON + days * DAY) for days in (6.9, 7, 30)] == [False, True, True]
    told.tell(answered(1))
    assert [found[1].is_overdue(NOON + days * DAY) for days in (7, 29.9, 30)] == [
        False,
        False,
        True,
    ]
    told.tell(closed(1))
    assert not found[1].is_overdue(NOON + 99 * DAY)


def test_an_incident_gathers_who_was_told_until_it_is_closed() -> None:
    told = Told()
    told.tell(noted(1), by="staff")
    found = told.registers.incidents.by_number
    assert [found[1].is_overdue(NOON + days * DAY) for days in (3.9, 4)] == [False, True]
    first = told.tell(IncidentFollowed(number=1, informed=(Informed.POLICE,), text="届けた"))
    second = told.tell(
        IncidentFollowed(number=1, informed=(Informed.POLICE, Informed.PERSONS), text="")
    )
    assert (found[1].followed, found[1].informed) == (
        (first, second),
        {Informed.POLICE, Informed.PERSONS},
    )
    assert (found[1].first_report, found[1].full_report) == (NOON + 4 * DAY, NOON + 29 * DAY)
    assert [found[1].is_overdue(NOON + days * DAY) for days in (28.9, 29)] == [False, True]
    end = told.tell(IncidentClosed(number=1, prevention="数える"), at=NOON + DAY)
    assert (found[1].closed, found[1].closed_by) == (NOON + DAY, end)
    assert not found[1].is_overdue(NOON + 99 * DAY)
    assert told.registers.incidents.next_number == 2


def test_an_instruction_knows_who_acknowledged_it_and_when_each_was_last_taught() -> None:
    told = Told()

    def taught(number: int, held: datetime, *users: str) -> None:
        told.tell(
            Instructed(number=number, users=users, topics=(Topic.SECRECY,), held=held, text=""),
            by="manager",
        )

    taught(1, NOON, "a", "b")
    taught(2, NOON - DAY, "a")
    told.tell(InstructionAcknowledged(number=1), by="a", at=NOON + DAY)
    told.tell(InstructionAcknowledged(number=1), by="b", at=NOON + 2 * DAY)
    found = told.registers.instructions
    assert (found.by_number[1].by, found.by_number[1].topics) == ("manager", (Topic.SECRECY,))
    assert found.by_number[1].acknowledged == {"a": NOON + DAY, "b": NOON + 2 * DAY}
    assert found.by_number[2].acknowledged == {}
    assert found.last == {"a": NOON, "b": NOON}
    assert found.next_number == 3


def test_nothing_that_somebody_said_is_kept_in_memory() -> None:
    told = Told()
    for act in (received(1), answered(1), closed(1), noted(1)):
        told.tell(act)
    kept = [*told.registers.complaints.by_number.values()]
    kept += [*told.registers.incidents.by_number.values()]  # type: ignore[list-item]
    for one in kept:
        for text in ("阿蘇", "096", "なぜ", "説明", "失われた", "探した"):
            assert text not in repr(one)
    assert {one.name for one in fields(Complaint)} & {"name", "contact", "text"} == set()
    assert {one.name for one in fields(Incident)} & {"text", "measures"} == set()


def test_what_belongs_to_a_complaint_is_in_no_period_before_it_is_closed() -> None:
    told = Told()
    order = told.tell(received(1), phase=Phase.ORDERED)
    first = told.tell(received(1), order=order)
    second = told.tell(answered(1))
    other = told.tell(received(2))
    # What was only ordered says the same once more, and stands for nothing after its answer.
    assert told.since == {order: first, first: None, second: None, other: None}
    end = told.tell(closed(1))
    assert told.since == {order: first, first: end, second: end, end: end, other: None}


def test_what_belongs_to_an_incident_is_in_no_period_before_it_is_closed() -> None:
    told = Told()
    first = told.tell(noted(1))
    second = told.tell(IncidentFollowed(number=1, informed=(), text="探した"))
    assert told.since == {first: None, second: None}
    end = told.tell(IncidentClosed(number=1, prevention="数える"))
    assert told.since == {first: end, second: end, end: end}


def test_what_failed_stands_for_nothing_and_keeps_nothing() -> None:
    told = Told()
    order = told.tell(received(1), phase=Phase.ORDERED)
    failed = told.tell(received(1), phase=Phase.FAILED, order=order)
    assert told.since == {order: failed, failed: failed}
    assert told.registers.complaints.by_number == {}


def test_a_complaint_is_pending_until_it_is_settled() -> None:
    told = Told()
    known = told.registers.complaints.by_number
    for act in (received(1), received(2), answered(1)):
        told.tell(act)
    assert [one.number for one in known.pending] == [1, 2]
    assert list(known.pending) == [known[1], known[2]]
    told.tell(closed(1))
    assert list(known.pending) == [known[2]]
    assert list(known) == [1, 2]
