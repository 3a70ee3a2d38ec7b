"""What people leave in the book of a site in so many years: signs, complaints, instruction, contracts, things, requests.

An association with 16 cameras and 14 people: every sign is confirmed each month, two complaints a month are answered and
settled within the next, everybody is taught each quarter, three contracts a year run out and are certified, twenty things
are looked at each quarter, a medium a month is taken out and comes back, two requests a month are decided, and two
disclosures a month are permitted, handed over and come back. What began in the last month stands open.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.contracts import Certified, Task
from custom_components.kuma_bouhan.guideline.disclosure import Asks, Duty, Fate, Medium
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind
from custom_components.kuma_bouhan.guideline.instruction import Topic
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.guideline.things import Inspection, ThingKind
from custom_components.kuma_bouhan.records.act import RecordedAct, blank
from custom_components.kuma_bouhan.records.acts import RecordingSwitched
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.assessment import AssessmentReviewed, CameraAssessed
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.contract import ContractCertified, ContractMade
from custom_components.kuma_bouhan.records.disclosure import (
    CopyConfirmed,
    DisclosurePermitted,
    DisclosureProvided,
    DisclosureRequested,
)
from custom_components.kuma_bouhan.records.extension import ExtensionApproved, ExtensionRequested
from custom_components.kuma_bouhan.records.incident import IncidentClosed, IncidentNoted
from custom_components.kuma_bouhan.records.instruction import Instructed, InstructionAcknowledged
from custom_components.kuma_bouhan.records.sign import SignConfirmed
from custom_components.kuma_bouhan.records.standard import SelfChecked
from custom_components.kuma_bouhan.records.thing import (
    Inspected,
    MediumReturned,
    TakingOutPermitted,
    TakingOutRequested,
    ThingChecked,
    ThingNoted,
)

from .book import CAMERAS, Scribe, Stored, an_hour
from .vaults import camera_id

MONTH = 30 * 24
"""Hours."""
THINGS = 20
OPERATORS = tuple(f"operator-{number}" for number in range(8))
STAFF = tuple(f"staff-{number}" for number in range(4))
OFFICER = "officer"
PEOPLE = ("manager", *OPERATORS, *STAFF, OFFICER)
"""The ids of all users."""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_ALL_CAMERAS = tuple(map(camera_id, range(CAMERAS)))
type Deed = RecordedAct | tuple[RecordedAct, str]
"""What the manager does, or somebody else (the id)."""


def decade(scribe: Scribe, began: datetime, months: int) -> Iterator[Stored]:
    """Yield the acts of so many months after a founding, routine and erasures with them."""

    def done(deeds: Iterator[Deed], moment: datetime) -> Iterator[Stored]:
        for deed in deeds:
            act, user = deed if isinstance(deed, tuple) else (deed, "manager")
            yield from scribe.done(act, moment, Actor(user, Door.PANEL))

    yield from done(_beginning(began), began)
    for hour in range(months * MONTH):
        moment = began + hour * _HOUR
        yield from an_hour(scribe, hour, moment)
        if hour % MONTH == 0:
            yield from done(_month(hour // MONTH, moment), moment)
    # What is measured is not recording.
    off = (RecordingSwitched(camera=camera, on=False) for camera in _ALL_CAMERAS)
    yield from done(off, began + months * MONTH * _HOUR)


def _beginning(at: datetime) -> Iterator[Deed]:
    offices = {Role.OPERATOR: OPERATORS, Role.STAFF: STAFF, Role.COMPLAINT_OFFICER: (OFFICER,)}
    for role, users in offices.items():
        for user in users:
            yield _told(Appointed, role=role, user_id=user, since=at)
    for camera in _ALL_CAMERAS:
        yield _told(CameraAssessed, camera=camera, edition=1)
    for number in range(THINGS):
        yield _told(ThingNoted, thing=f"7{number:031x}", what=ThingKind.MEDIUM)


def _month(month: int, at: datetime) -> Iterator[Deed]:
    for camera in _ALL_CAMERAS:
        yield _told(SignConfirmed, camera=camera, means=SignMeans.PERSON, seen=at), OPERATORS[0]
    yield _told(Inspected, what=Inspection.RETENTION, fine=True), OPERATORS[1]
    yield from _complaints(month, at)
    yield from _taking_out(month + 1, at)
    yield from _extension(4 * month + 1, at)
    yield from _extension(4 * month + 2, at)
    yield from _disclosure(4 * month + 3, at)
    yield from _disclosure(4 * month + 4, at)
    if month % 3 == 0:
        yield from _quarter(month // 3 + 1, at)
    if month % 4 == 0:
        yield from _contract(month // 4, at)
    if month % 12 == 0:
        yield from (AssessmentReviewed(camera=camera, edition=1) for camera in _ALL_CAMERAS)
        yield SelfChecked(holds=40, fails=0, apart=8)
        yield _told(Inspected, what=Inspection.MEDIA, fine=True), OPERATORS[1]


def _complaints(month: int, at: datetime) -> Iterator[Deed]:
    """Take two, and settle those of the month before."""
    for number in (2 * month - 1, 2 * month):
        if number > 0:
            yield (
                _told(ComplaintAnswered, number=number, answered=at, way=Way.TELEPHONE),
                OFFICER,
            )
            yield _told(ComplaintClosed, number=number, outcome=Outcome.UNDERSTOOD), OFFICER
    for number in (2 * month + 1, 2 * month + 2):
        received = _told(
            ComplaintReceived,
            number=number,
            what=ComplaintKind.INQUIRY,
            way=Way.TELEPHONE,
            cameras=_ALL_CAMERAS[:1],
            received=at,
            officer=OFFICER,
            answer_due=at + 7 * _DAY,
            closing_due=at + 30 * _DAY,
        )
        yield received, STAFF[0]


def _taking_out(number: int, at: datetime) -> Iterator[Deed]:
    """Take a medium out, after that of the month before is back."""
    thing = f"7{number % THINGS:031x}"
    if number > 1:
        yield _told(MediumReturned, number=number - 1, fine=True), OPERATORS[2]
    yield _told(TakingOutRequested, number=number, thing=thing, due=at + 14 * _DAY), OPERATORS[2]
    yield TakingOutPermitted(number=number, requested_by=OPERATORS[2], one_person=False)


def _extension(number: int, at: datetime) -> Iterator[Deed]:
    """Decide about an extension of the month before, and ask for another."""
    if number > 4:
        yield ExtensionApproved(
            number=number - 4,
            requested_by=OPERATORS[3],
            one_person=False,
            until=at + 7 * _DAY,
        )
    asked = _told(
        ExtensionRequested,
        number=number,
        cameras=_ALL_CAMERAS[:1],
        start=at - 2 * _HOUR,
        end=at - _HOUR,
        until=at + 30 * _DAY,
    )
    yield asked, OPERATORS[3]


def _disclosure(number: int, at: datetime) -> Iterator[Deed]:
    """Permit and hand over what was asked for the month before, have it back, and ask for another."""
    if (before := number - 4) > 0:
        start = at - MONTH * _HOUR
        yield DisclosurePermitted(
            number=before,
            requested_by=OPERATORS[3],
            one_person=False,
            ground=Ground.INVESTIGATION,
            cameras=_ALL_CAMERAS[:1],
            start=start - 2 * _HOUR,
            end=start - _HOUR,
            masked=False,
            binds="",
            until=at + 7 * _DAY,
        )
        yield _told(
            DisclosureProvided,
            number=before,
            at=at,
            medium=Medium.USB,
            copies=1,
            receipt=True,
            duty=Duty.RETURN,
            due=at + 30 * _DAY,
        )
        yield CopyConfirmed(number=before, copy=None, fate=Fate.RETURNED, at=at)
    asked = _told(
        DisclosureRequested,
        number=number,
        asks=Asks.DISCLOSURE,
        ground=Ground.INVESTIGATION,
        cameras=_ALL_CAMERAS[:1],
        start=at - 2 * _HOUR,
        end=at - _HOUR,
        written=True,
    )
    yield asked, OPERATORS[3]


def _quarter(number: int, at: datetime) -> Iterator[Deed]:
    """Teach everybody, look at every thing, and follow an incident to its end."""
    taught = (*OPERATORS, *STAFF, OFFICER)
    yield _told(Instructed, number=number, users=taught, topics=tuple(Topic), held=at)
    yield from ((InstructionAcknowledged(number=number), user) for user in taught[1:])
    for thing in range(THINGS):
        yield _told(ThingChecked, thing=f"7{thing:031x}", fine=True), OPERATORS[2]
    if number > 1:
        yield _told(IncidentClosed, number=number - 1)
    yield _told(
        IncidentNoted,
        number=number,
        what=IncidentKind.LOSS,
        cameras=_ALL_CAMERAS[:1],
        happened=at,
        learned=at,
    )


def _contract(number: int, at: datetime) -> Iterator[Deed]:
    """Give work to somebody for a year, and have it certified what became of what those before had."""
    if number >= 4:
        yield _told(
            ContractCertified, contract=f"c{number - 4:031x}", certified=Certified.RETURNED, on=at
        )
    yield _told(
        ContractMade,
        contract=f"c{number:031x}",
        task=Task.MAINTENANCE,
        clause=True,
        start=at,
        until=at + 365 * _DAY,
    )


def _told[A: RecordedAct](kind: type[A], **said: Any) -> A:
    """Return an act with some words in every text of it."""
    blanks = {one.name: blank(one.metadata) for one in fields(kind) if one.metadata.get("personal")}
    texts = {name: "別に定めるとおり" if empty == "" else empty for name, empty in blanks.items()}
    return kind(**texts | said)
