"""What is asked for, protected and held, as the book says it."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.disclosure import Asks
from custom_components.kuma_bouhan.guideline.extension import HoldKind, Wanted
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import CameraAdded, RetentionChanged
from custom_components.kuma_bouhan.records.disclosure import DisclosureRequested, FootageSeized
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.extension import (
    DraftDiscarded,
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
    FootageProtected,
    HeldPiece,
    ProtectionEnded,
    RequestDrafted,
)
from custom_components.kuma_bouhan.records.holds import Holds
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.records.requests import ExtensionState, ProtectionState, Requests

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CAMERA, OTHER = "c0" * 16, "c1" * 16
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SPAN: dict[str, Any] = {"cameras": (CAMERA,), "start": NOON, "end": NOON + 10 * MINUTE}
OPERATOR = Actor("operator", Door.PANEL)
END = NOON + 7 * DAY


def piece(start: int, end: int, slot: str, camera: str = CAMERA, days: int = 10) -> HeldPiece:
    return HeldPiece(
        slot=slot * 32,
        camera=camera,
        hour=NOON,
        original_end=END,
        until=NOON + days * DAY,
        start=NOON + start * MINUTE,
        end=NOON + end * MINUTE,
        chunks=end - start,
        bytes=1000,
    )


class Told:
    """Registers that are told one act after another."""

    def __init__(self) -> None:
        self.registers = Registers()
        self.seq = 0

    @property
    def requests(self) -> Requests:
        return self.registers.requests

    def tell(self, *acts: RecordedAct, at: float = 0, phase: Phase = Phase.DONE) -> None:
        """Tell what was done, so many days after noon."""
        for act in acts:
            entry = Entry(
                seq=self.seq,
                at=NOON + at * DAY,
                local="",
                actor=OPERATOR,
                phase=phase,
                order=None,
                act=act,
            )
            self.registers.fold(entry)
            self.seq += 1


def requested(number: int, *pieces: HeldPiece, **changes: Any) -> ExtensionRequested:
    act = ExtensionRequested(
        number=number,
        **SPAN,
        until=NOON + 30 * DAY,
        pieces=pieces,
        reason_text="",
        remarks="",
    )
    return replace(act, **changes)


def approved(number: int, *pieces: HeldPiece, days: int = 30) -> ExtensionApproved:
    return ExtensionApproved(
        number=number,
        requested_by="operator",
        one_person=False,
        until=NOON + days * DAY,
        pieces=pieces,
    )


def test_numbers_run_through_everything_that_has_one_done_or_not() -> None:
    told = Told()
    assert told.requests.next_number == 1
    drafted = RequestDrafted(number=1, wanted=Wanted.EXTENSION, **SPAN)
    seized = FootageSeized(
        number=5,
        at=NOON,
        **no_texts(FootageSeized),
        **SPAN,
    )
    told.tell(drafted)
    told.tell(FootageProtected(number=2, **SPAN), phase=Phase.ORDERED)
    assert told.requests.next_number == 3
    assert told.requests.protections == {}
    told.tell(requested(3), phase=Phase.FAILED)
    assert (told.requests.next_number, told.requests.extensions) == (4, {})
    told.tell(seized)
    assert told.requests.next_number == 6


def no_texts(kind: type[RecordedAct]) -> dict[str, Any]:
    return {one.name: "" for one in fields(kind) if "personal" in one.metadata}


def disclosure(number: int, **changes: Any) -> DisclosureRequested:
    act = DisclosureRequested(
        number=number,
        asks=Asks.DISCLOSURE,
        ground=None,
        **SPAN,
        **no_texts(DisclosureRequested),
    )
    return replace(act, **changes)


def test_a_draft_is_open_until_something_is_made_of_it() -> None:
    told = Told()
    for number in (1, 2, 3):
        told.tell(RequestDrafted(number=number, wanted=Wanted.DISCLOSURE, **SPAN))
    assert told.requests.drafts[1].scope == Scope((CAMERA,), NOON, NOON + 10 * MINUTE)
    told.tell(DraftDiscarded(number=1), disclosure(4, draft=2))
    assert list(told.requests.drafts) == [3]
    told.tell(requested(5, draft=3))
    assert told.requests.drafts == {}


def test_a_protection_stands_until_it_is_ended_taken_over_or_over() -> None:
    told = Told()
    for number in (1, 2, 3):
        told.tell(FootageProtected(number=number, pieces=[piece(0, 1, str(number))], **SPAN))
    told.tell(ProtectionEnded(number=1), ProtectionEnded(number=99), disclosure(4, protection=2))
    states = [one.state(NOON) for one in told.requests.protections.values()]
    assert states == [ProtectionState.ENDED, ProtectionState.TAKEN, ProtectionState.STANDING]
    assert told.requests.protections[3].state(NOON + 10 * DAY) is ProtectionState.OVER
    assert [hold.number for hold in told.requests.standing(NOON)] == [3]
    assert list(told.requests.standing(NOON + 10 * DAY)) == []


def test_an_extension_goes_its_way() -> None:
    told = Told()

    def state(number: int, days: int = 0) -> ExtensionState:
        return told.requests.extensions[number].state(NOON + days * DAY)

    for number in range(1, 6):
        told.tell(requested(number, piece(0, 1, str(number))))
    told.tell(
        approved(1, piece(0, 1, "a", days=30)),
        ExtensionDenied(number=2, requested_by="operator", reason_text=""),
        ExtensionWithdrawn(number=3),
        approved(4, piece(0, 1, "b", days=30)),
        ExtensionEnded(number=4, reason_text=""),
        ExtensionEnded(number=99, reason_text=""),
    )
    assert [state(number) for number in range(1, 6)] == [
        "approved",
        "denied",
        "withdrawn",
        "ended",
        "requested",
    ]
    assert state(1, 30) is ExtensionState.OVER
    kinds = {hold.number: hold.kind for hold in told.requests.standing(NOON)}
    assert kinds == {1: HoldKind.EXTENSION, 5: HoldKind.REQUEST}
    assert told.requests.is_wanted(CAMERA, NOON, NOON + MINUTE, NOON)
    told.tell(ExtensionWithdrawn(number=5))
    assert not told.requests.is_wanted(CAMERA, NOON, NOON + MINUTE, NOON)


def test_a_renewal_that_is_approved_takes_the_place_of_the_old_one() -> None:
    told = Told()
    told.tell(requested(1), approved(1, piece(0, 1, "a", days=30)))
    told.tell(requested(2, renews=1), at=20)
    told.tell(approved(2, piece(0, 1, "b", days=60), days=60), at=20)
    old = told.requests.extensions[1]
    assert (old.renewed_by, old.state(NOON + 20 * DAY)) == (2, ExtensionState.OVER)
    assert [hold.number for hold in told.requests.standing(NOON + 20 * DAY)] == [2]


def test_what_is_wanted_is_wanted_of_its_cameras_and_span() -> None:
    told = Told()
    told.tell(requested(1))
    wanted = told.requests.is_wanted
    assert wanted(CAMERA, NOON + 9 * MINUTE, NOON + DAY, NOON)
    assert not wanted(CAMERA, NOON + 10 * MINUTE, NOON + DAY, NOON)
    assert not wanted(CAMERA, NOON - DAY, NOON, NOON)
    assert not wanted(OTHER, NOON, NOON + DAY, NOON)


def test_who_had_their_protection_is_known_to_the_chunk() -> None:
    holds = Holds()
    holds.take(1, HoldKind.REQUEST, [piece(0, 3, "1"), piece(5, 7, "2")], NOON)
    holds.take(2, HoldKind.PROTECTION, [piece(2, 6, "3")], NOON)

    def had(now: int = 0, camera: str = CAMERA) -> list[int]:
        used_up = holds.used_up(camera, NOON + now * DAY)
        return [minute for minute in range(8) if used_up(NOON + minute * MINUTE)]

    assert had() == []
    assert had(10) == list(range(7)), "its time is over"
    holds.release(1, HoldKind.REQUEST)
    assert had() == [0, 1, 6]
    holds.release(2, HoldKind.PROTECTION)
    holds.release(2, HoldKind.PROTECTION)
    assert had() == list(range(7))
    assert had(camera=OTHER) == []
    assert list(holds.standing(NOON)) == []


def test_holding_what_was_decided_uses_up_no_protection() -> None:
    holds = Holds()
    holds.take(1, HoldKind.EXTENSION, [piece(0, 3, "1")], NOON)
    holds.release(1, HoldKind.EXTENSION)
    assert not holds.used_up(CAMERA, NOON)(NOON)


def test_what_is_over_is_let_go_when_something_else_is_held() -> None:
    holds = Holds()
    holds.take(1, HoldKind.REQUEST, [piece(0, 3, "1")], NOON)
    holds.take(2, HoldKind.EXTENSION, [piece(0, 3, "2", days=30)], NOON)
    assert holds.of_slot("1" * 32) is not None
    holds.take(3, HoldKind.EXTENSION, (), NOON + 10 * DAY)
    assert holds.of_slot("1" * 32) is None
    assert holds.of_slot("2" * 32) is not None
    assert holds.used_up(CAMERA, NOON)(NOON)
    assert holds.pieces(2) == holds.pieces(2, HoldKind.EXTENSION) != ()
    assert holds.pieces(2, HoldKind.DISCLOSURE) == ()
    assert [one.slot for _, one in holds.held(CAMERA, NOON)] == ["2" * 32]
    assert list(holds.held(OTHER, NOON)) == []


def test_changes_of_period_are_known_with_the_cameras_they_were_of() -> None:
    told = Told()
    for camera, days in ((CAMERA, None), (OTHER, 5)):
        settings = {"camera": camera, "source": "x", "place": "x", "retention_days": days}
        told.tell(CameraAdded(camera=camera, source="x", settings=settings))
    for of, after in ((None, 3), (OTHER, 2)):
        told.tell(RetentionChanged(camera=of, days_before=7, days_after=after, slots=0, due_now=0))
    found = [(one.cameras, one.days) for one in told.requests.periods]
    assert found == [(frozenset({CAMERA}), 3), (frozenset({OTHER}), 2)]


@pytest.mark.parametrize(
    "end",
    [
        approved(2),
        ExtensionDenied(number=2, requested_by="operator", reason_text=""),
        ExtensionWithdrawn(number=2),
    ],
)
def test_an_extension_is_pending_until_it_is_decided_or_withdrawn(end: RecordedAct) -> None:
    told = Told()
    told.tell(requested(1), requested(2))
    assert [one.number for one in told.requests.extensions.pending] == [1, 2]
    told.tell(end)
    assert [one.number for one in told.requests.extensions.pending] == [1]
    told.tell(ExtensionEnded(number=2, reason_text=""))
    assert [one.number for one in told.requests.extensions.pending] == [1]
    assert list(told.requests.extensions) == [1, 2]
