"""Each duty of the guideline: what has to stand in the book, or around it, for it to hold, not to hold, or not to apply."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.documents import self_check
from custom_components.kuma_bouhan.documents.words import Words
from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.contracts import Certified, Task
from custom_components.kuma_bouhan.guideline.custody import CodeUse
from custom_components.kuma_bouhan.guideline.disclosure import Asks, CopyForm, Duty, Fate, Medium
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind
from custom_components.kuma_bouhan.guideline.instruction import Topic
from custom_components.kuma_bouhan.guideline.people import Absence, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.self_check import Checked, CheckState, Report
from custom_components.kuma_bouhan.guideline.settings import CaptureMode, Profile
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.guideline.standard import Adoption
from custom_components.kuma_bouhan.guideline.surroundings import Side, Surroundings, Weakness
from custom_components.kuma_bouhan.guideline.things import CopyKind, Inspection, Method, ThingKind
from custom_components.kuma_bouhan.procedure import checking
from custom_components.kuma_bouhan.procedure.check_facts import Read, gather
from custom_components.kuma_bouhan.records import acts as book
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.assessment import AssessmentReviewed, CameraAssessed
from custom_components.kuma_bouhan.records.book import BookState
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.contract import (
    ContractCertified,
    ContractEnded,
    ContractMade,
)
from custom_components.kuma_bouhan.records.custody import RecoveryCodeRenewed, RecoveryCodeUsed
from custom_components.kuma_bouhan.records.disclosure import (
    CopyConfirmed,
    CopyDownloaded,
    DisclosurePermitted,
    DisclosureProvided,
    DisclosureRequested,
    PicturesShown,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import (
    ExtensionApproved,
    ExtensionDenied,
    ExtensionRequested,
    HeldPiece,
)
from custom_components.kuma_bouhan.records.incident import (
    IncidentClosed,
    IncidentFollowed,
    IncidentNoted,
)
from custom_components.kuma_bouhan.records.instruction import Instructed, InstructionAcknowledged
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing
from custom_components.kuma_bouhan.records.standard import SelfChecked, StandardAdopted
from custom_components.kuma_bouhan.records.thing import (
    Inspected,
    MediumDisposed,
    MediumReturned,
    NoOtherCopies,
    OtherCopyGone,
    OtherCopyNoted,
    TakingOutPermitted,
    TakingOutRequested,
    ThingChecked,
    ThingNoted,
)
from custom_components.kuma_bouhan.records.viewing import ViewingDenied, ViewingRequested

from ..conftest import CAMERA, MANAGER, NOON, TOKYO, World

HOLDS, FAILS, APART = CheckState.HOLDS, CheckState.FAILS, CheckState.APART
DAY = timedelta(days=1)
YEAR = 365 * DAY
THING = "a1" * 16
COPY = "b2" * 16
CONTRACT = "d3" * 16


@dataclass(frozen=True, kw_only=True)
class Case:
    """What stands in the book, what is around, and what is to be found."""

    state: CheckState
    acts: tuple[RecordedAct, ...] = ()
    later: timedelta = timedelta(0)
    around: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    camera: Mapping[str, Any] | None = field(default_factory=dict)
    """Changes of the one camera's settings; None: there is no camera."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    leaks: int = 0


def case(state: CheckState, *acts: RecordedAct, **given: Any) -> Case:
    return Case(state=state, acts=acts, **given)


def made[A: RecordedAct](kind: type[A], **given: Any) -> A:
    """Return an act; what is personal and not given is empty."""
    empty = {
        one.name: one.metadata["blank"] for one in fields(kind) if one.metadata.get("personal")
    }
    return kind(**{**empty, **given})


# What people do ----------------------------------------------------------------------------------


def appointed(user: str, role: Role, until: timedelta | None = None) -> book.Appointed:
    return book.Appointed(
        role=role,
        user_id=user,
        since=NOON,
        until=None if until is None else NOON + until,
        name="阿蘇 次郎",
        title="",
    )


def left(user: str, role: Role, *, told: bool) -> book.AppointmentEnded:
    return book.AppointmentEnded(role=role, user_id=user, until=NOON, secrecy_acknowledged=told)


SEEN = made(SignConfirmed, camera=CAMERA, means=SignMeans.PERSON, seen=NOON)
OPERATOR = appointed("operator", Role.OPERATOR)
RETIRES = book.HandedOver(
    role=Role.MANAGER,
    from_user="manager",
    user_id="other",
    since=NOON,
    secrecy_acknowledged=True,
    name="阿蘇 次郎",
    title="",
)
DEPUTISES = appointed("manager", Role.DEPUTY)
"""The site owner is the deputy of another manager: there is nobody who would instruct them."""
GONE = book.RoleLost(user_id="other", roles=(Role.MANAGER,), absence=Absence.DELETED)
ASSESSED = made(CameraAssessed, camera=CAMERA, edition=1, answers={"purpose": "盗難の防止"})
ADOPTED = made(StandardAdopted, edition=1, adoption=Adoption.SITE_OWNER, on=NOON, digest="0" * 64)
WENT_THROUGH = SelfChecked(holds=1, fails=2, apart=3)


def disclosure(**changes: Any) -> DisclosureRequested:
    return made(
        DisclosureRequested,
        **{
            "number": 1,
            "asks": Asks.DISCLOSURE,
            "ground": Ground.LAW,
            "cameras": (CAMERA,),
            "start": NOON,
            "end": NOON + timedelta(hours=1),
            "name": "阿蘇 太郎",
        }
        | changes,
    )


PERMITTED = DisclosurePermitted(
    number=1,
    requested_by="manager",
    one_person=True,
    ground=Ground.LAW,
    cameras=(CAMERA,),
    start=NOON,
    end=NOON + timedelta(hours=1),
    masked=False,
    binds="00" * 32,
    until=NOON + 30 * DAY,
)
SHOWN = PicturesShown(number=1, camera=CAMERA)
DOWNLOADED = CopyDownloaded(
    number=1, copy=1, form=CopyForm.PACKAGE, bytes=9, due=NOON + timedelta(hours=24)
)
DELETED = CopyConfirmed(number=1, copy=1, fate=Fate.DELETED, at=NOON)
PROVIDED = made(
    DisclosureProvided, number=1, at=NOON, medium=Medium.USB, copies=1, receipt=True, duty=Duty.NONE
)
TO_RETURN = replace(PROVIDED, duty=Duty.RETURN, due=NOON + 5 * DAY)
BEYOND = made(ViewingRequested, ground=Ground.LAW, cameras=(CAMERA,), start=NOON, end=NOON + DAY)

PIECE = HeldPiece(
    slot="5" * 32,
    camera=CAMERA,
    hour=NOON,
    original_end=NOON + 7 * DAY,
    until=NOON + 60 * DAY,
    start=NOON,
    end=NOON + timedelta(hours=1),
    chunks=1,
    bytes=9,
)
EXTENSION = made(
    ExtensionRequested,
    number=1,
    cameras=(CAMERA,),
    start=NOON,
    end=NOON + DAY,
    until=NOON + 60 * DAY,
    pieces=(PIECE,),
)
APPROVED = ExtensionApproved(
    number=1, requested_by="manager", one_person=True, until=NOON + 60 * DAY, pieces=(PIECE,)
)


def other_copy(days: int | None) -> OtherCopyNoted:
    return made(OtherCopyNoted, copy=COPY, camera=CAMERA, what=CopyKind.SD_CARD, days=days)


def thing(
    what: ThingKind,
    lock: str = "シリンダー錠",
    named: str = THING,
    keeper: str = "運用責任者",
    anti_theft: str = "ワイヤー錠",
) -> ThingNoted:
    return made(
        ThingNoted,
        thing=named,
        what=what,
        name="録画機",
        place="管理室",
        lock=lock,
        key_keeper=keeper,
        anti_theft=anti_theft,
    )


ASKED_OUT = made(TakingOutRequested, number=1, thing=THING, due=NOON + 3 * DAY)
LET_OUT = TakingOutPermitted(number=1, requested_by="manager", one_person=True)
CAME_BACK = made(MediumReturned, number=1, fine=True)


def disposed(serial: str, witness: str) -> MediumDisposed:
    return made(
        MediumDisposed,
        thing=None,
        method=Method.CRUSHED,
        on=NOON,
        medium="HDD",
        serial=serial,
        witness=witness,
    )


def complaint() -> ComplaintReceived:
    return made(
        ComplaintReceived,
        number=1,
        what=ComplaintKind.COMPLAINT,
        way=Way.TELEPHONE,
        cameras=(CAMERA,),
        received=NOON,
        officer=None,
        answer_due=NOON + 7 * DAY,
        closing_due=NOON + 30 * DAY,
    )


EXPLAINED = made(ComplaintAnswered, number=1, answered=NOON, way=Way.TELEPHONE)
SETTLED = made(ComplaintClosed, number=1, outcome=Outcome.UNDERSTOOD)


def contract(*, clause: bool = True, reason: str = "夜間は人がいない") -> ContractMade:
    return made(
        ContractMade,
        contract=CONTRACT,
        task=Task.GUARDING,
        clause=clause,
        start=NOON,
        until=NOON + 100 * DAY,
        reason_text=reason,
    )


CERTIFIED = made(ContractCertified, contract=CONTRACT, certified=Certified.RETURNED, on=NOON)


def taught(*users: str, topics: tuple[Topic, ...] = (Topic.SECRECY,)) -> Instructed:
    return made(Instructed, number=1, users=users, topics=topics, held=NOON)


HAPPENED = made(
    IncidentNoted, number=1, what=IncidentKind.LEAK, cameras=(CAMERA,), happened=None, learned=NOON
)
FOLLOWED = made(IncidentFollowed, number=1, informed=())

# The table -----------------------------------------------------------------------------------------

ENTITY = {CAMERA: "camera.gate"}
DUTIES: dict[str, list[Case]] = {
    "assessment": [
        case(HOLDS, ASSESSED),
        case(FAILS),
        case(FAILS, ASSESSED, later=YEAR),
        case(HOLDS, ASSESSED, AssessmentReviewed(camera=CAMERA, edition=1)),
        case(APART, camera=None),
    ],
    "scope": [
        case(HOLDS, around={"other_cameras": 2}),
        case(APART, camera={"voluntary": True}),
        case(APART, camera=None),
    ],
    "standard": [
        case(HOLDS, ADOPTED),
        case(FAILS),
        case(FAILS, ADOPTED, facts={"drifted": True}),
    ],
    "self_check": [
        case(HOLDS, WENT_THROUGH),
        case(FAILS),
        case(FAILS, WENT_THROUGH, later=YEAR),
    ],
    "manager": [
        case(HOLDS),
        case(FAILS, RETIRES, GONE),
        case(FAILS, left("manager", Role.SITE_OWNER, told=True), later=timedelta(seconds=1)),
    ],
    "absence": [
        case(HOLDS, appointed("deputy", Role.DEPUTY, until=14 * DAY)),
        case(APART),
        case(
            FAILS,
            OPERATOR,
            book.RoleLost(user_id="operator", roles=(Role.OPERATOR,), absence=Absence.DELETED),
            left("manager", Role.OPERATOR, told=True),
            later=timedelta(seconds=1),
        ),
    ],
    "sign": [
        case(HOLDS, SEEN),
        case(FAILS),
        case(FAILS, SEEN, later=30 * DAY),
        case(HOLDS, SEEN, later=30 * DAY, settings={"sign_days": 365}),
        case(
            FAILS, SEEN, made(SignMissing, camera=CAMERA, means=SignMeans.PERSON, seen=NOON + DAY)
        ),
        case(APART, camera=None),
    ],
    "sign_sound": [
        case(HOLDS, replace(SEEN, seen=NOON + DAY), camera={"audio": True}),
        case(FAILS, camera={"audio": True}),
        case(APART, camera={"audio": True, "mode": CaptureMode.STILLS}),
        case(FAILS, replace(SEEN, seen=NOON - DAY), camera={"audio": True}),
        case(APART),
    ],
    "beyond_purpose": [
        case(HOLDS, BEYOND),
        case(FAILS, BEYOND, later=DAY),
        case(APART),
    ],
    "permission": [
        case(HOLDS, disclosure(), PERMITTED, SHOWN),
        case(HOLDS, disclosure(), SHOWN),
        case(FAILS, disclosure(), SHOWN, later=DAY),
        case(APART),
    ],
    "copies": [
        case(HOLDS, disclosure(), PERMITTED, DOWNLOADED),
        case(FAILS, disclosure(), PERMITTED, DOWNLOADED, later=DAY),
        case(HOLDS, disclosure(), PERMITTED, DOWNLOADED, DELETED, later=DAY),
        case(FAILS, disclosure(), PERMITTED, TO_RETURN, later=5 * DAY),
        case(APART, disclosure()),
    ],
    "disclosure_record": [
        case(HOLDS, disclosure(), PERMITTED, PROVIDED),
        case(HOLDS, disclosure(), SHOWN, PROVIDED),
        case(FAILS, disclosure(), SHOWN, PROVIDED, later=DAY),
        case(FAILS, disclosure(ground=None), PERMITTED, PROVIDED),
        case(APART, disclosure(), PERMITTED),
    ],
    "takers": [
        case(HOLDS),
        case(FAILS, around={"takers": {"automation.night": ("camera.record",)}}, leaks=1),
    ],
    "bridges": [
        case(HOLDS),
        case(FAILS, around={"bridges": {"homekit": ("camera.gate",)}}, leaks=1),
    ],
    "assistants": [
        case(HOLDS),
        case(FAILS, around={"assistants": {"Alexa": ("camera.gate",)}}, leaks=1),
    ],
    "period": [
        case(HOLDS),
        case(FAILS, settings={"retention_days": 45}),
        case(FAILS, camera={"retention_days": 31}),
        case(APART, camera=None),
    ],
    "extensions": [
        case(HOLDS, EXTENSION, APPROVED),
        case(HOLDS, EXTENSION),
        case(FAILS, EXTENSION, later=3 * DAY),
        case(APART, EXTENSION, made(ExtensionDenied, number=1, requested_by="manager")),
        case(APART),
    ],
    "other_copies": [
        case(HOLDS, other_copy(7)),
        case(FAILS, other_copy(8)),
        case(FAILS, other_copy(None)),
        case(APART, other_copy(30), OtherCopyGone(copy=COPY)),
        case(APART),
    ],
    "looked_for_copies": [
        case(HOLDS, NoOtherCopies(camera=CAMERA)),
        case(HOLDS, other_copy(None)),
        case(FAILS),
        case(HOLDS, NoOtherCopies(camera=CAMERA), later=YEAR - DAY),
        case(FAILS, NoOtherCopies(camera=CAMERA), later=YEAR),
        case(APART, camera=None),
    ],
    "live_view": [
        case(HOLDS),
        case(HOLDS, around={"sources": ENTITY}),
        case(FAILS, around={"sources": ENTITY, "watchers": 2}),
        case(APART, camera=None),
    ],
    "footage_files": [
        case(HOLDS),
        case(HOLDS, around={"looked_through": False}),
        case(FAILS, around={"footage_files": {"www": 3}}, leaks=1),
    ],
    "streaming": [
        case(HOLDS, around={"sources": ENTITY}),
        case(HOLDS, around={"streams_elsewhere": True}),
        case(FAILS, around={"sources": ENTITY, "streams_elsewhere": True}, leaks=1),
    ],
    "backups": [case(HOLDS), case(FAILS, around={"in_backups": True})],
    "vault_place": [
        case(HOLDS),
        *(case(FAILS, around={"weaknesses": frozenset({one})}) for one in Weakness),
        case(FAILS, around={"vault_away": True}),
    ],
    "line": [
        case(HOLDS),
        case(FAILS, around={"plain": frozenset({Side.INSIDE})}),
        case(FAILS, book.PlainHttpAccepted(), around={"plain": frozenset(Side)}, leaks=1),
    ],
    "custody": [
        case(HOLDS, thing(ThingKind.HOST)),
        case(FAILS),
        case(FAILS, thing(ThingKind.HOST, lock=" ")),
        case(FAILS, thing(ThingKind.HOST, keeper="")),
        case(FAILS, thing(ThingKind.HOST, anti_theft=" ")),
        case(FAILS, thing(ThingKind.HOST), thing(ThingKind.DISK, named=COPY, anti_theft="")),
        case(
            HOLDS,
            thing(ThingKind.HOST),
            thing(ThingKind.RECOVERY_PAPER, named=COPY, keeper="", anti_theft=""),
        ),
        case(FAILS, thing(ThingKind.HOST), around={"own_disk": True}),
        case(FAILS, thing(ThingKind.HOST), around={"makes_backups": True}),
        case(
            HOLDS,
            thing(ThingKind.HOST),
            thing(ThingKind.BACKUP, named=COPY),
            around={"makes_backups": True},
        ),
    ],
    "custody_checked": [
        case(HOLDS, thing(ThingKind.HOST)),
        case(FAILS, thing(ThingKind.HOST), later=YEAR),
        case(FAILS, thing(ThingKind.HOST), made(ThingChecked, thing=THING, fine=False)),
        case(HOLDS, thing(ThingKind.HOST), made(ThingChecked, thing=THING, fine=True)),
        case(APART),
    ],
    "keys": [
        case(HOLDS),
        case(FAILS, facts={"keys_without_role": 1}),
        case(FAILS, facts={"key_changed": True}),
    ],
    "recovery_code": [
        case(HOLDS),
        case(FAILS, RecoveryCodeUsed(use=CodeUse.READER)),
        case(HOLDS, RecoveryCodeUsed(use=CodeUse.READER), RecoveryCodeRenewed(change=1)),
    ],
    "taking_out": [
        case(HOLDS, ASKED_OUT, LET_OUT),
        case(FAILS, ASKED_OUT, LET_OUT, later=3 * DAY),
        case(HOLDS, ASKED_OUT, LET_OUT, CAME_BACK, later=3 * DAY),
        case(FAILS, ASKED_OUT, later=3 * DAY),
        case(APART),
    ],
    "erasure": [
        case(HOLDS),
        case(FAILS, facts={"read": Read(overdue=3)}),
        case(FAILS, facts={"read": Read(unconfirmed=1)}),
        case(FAILS, around={"erasure_failing": True}),
    ],
    "clock": [
        case(HOLDS),
        case(FAILS, facts={"trusted": False}),
        case(FAILS, facts={"read": Read(undated=2)}),
    ],
    "book": [
        case(HOLDS),
        case(FAILS, facts={"book": BookState.DAMAGED}),
        case(FAILS, facts={"book_disputed": 1}),
    ],
    "disposal": [
        case(HOLDS, disposed("WD-1", "菊池 三郎")),
        case(FAILS, disposed("", "菊池 三郎")),
        case(FAILS, disposed("WD-1", "")),
        case(APART),
    ],
    "complaint_officer": [
        case(HOLDS),
        case(HOLDS, appointed("officer", Role.COMPLAINT_OFFICER)),
        case(FAILS, RETIRES, GONE),
    ],
    "complaint_procedure": [
        case(HOLDS, settings={"contact": "096-000-0000"}),
        case(FAILS),
    ],
    "complaints": [
        case(HOLDS, complaint()),
        case(FAILS, complaint(), later=7 * DAY),
        case(HOLDS, complaint(), EXPLAINED, later=7 * DAY),
        case(FAILS, complaint(), EXPLAINED, later=30 * DAY),
        case(HOLDS, complaint(), SETTLED, later=30 * DAY),
        case(APART),
    ],
    "contracts": [
        case(HOLDS, contract()),
        case(FAILS, contract(clause=False)),
        case(FAILS, contract(reason=" ")),
        case(APART, contract(clause=False), later=100 * DAY),
        case(APART),
    ],
    "contracts_over": [
        case(HOLDS, contract(), CERTIFIED, later=100 * DAY),
        case(FAILS, contract(), later=100 * DAY),
        case(FAILS, contract(), ContractEnded(contract=CONTRACT), later=timedelta(seconds=1)),
        case(APART, contract()),
    ],
    "purpose": [
        case(HOLDS, settings={"purpose": "防犯", "crimes": "窃盗"}),
        case(FAILS, settings={"purpose": "防犯"}),
        case(FAILS, settings={"purpose": "防犯", "crimes": "窃盗", "facility": " "}),
    ],
    "range": [
        case(HOLDS, camera={"view": "玄関と門の前"}),
        case(FAILS),
        case(APART, camera=None),
    ],
    "recording": [
        case(HOLDS),
        case(FAILS, book.RecordingSwitched(camera=CAMERA, on=False)),
        case(FAILS, around={"not_recording": (CAMERA,)}),
        case(APART, camera=None),
    ],
    "manager_title": [
        case(HOLDS, settings={"manager_title": "理事長"}),
        case(HOLDS, replace(RETIRES, title="店長")),
        case(FAILS),
    ],
    "secrecy": [
        case(HOLDS, OPERATOR, taught("operator")),
        case(FAILS, OPERATOR),
        case(FAILS, OPERATOR, taught("operator", topics=(Topic.ERASURE,))),
        case(HOLDS, RETIRES, DEPUTISES, taught("other")),
        case(
            HOLDS,
            OPERATOR,
            taught("operator"),
            appointed("staff", Role.STAFF),
            left("staff", Role.STAFF, told=False),
            later=timedelta(seconds=1),
        ),
        case(APART),
    ],
    "instruction": [
        case(HOLDS, OPERATOR, taught("operator")),
        case(FAILS, OPERATOR),
        case(FAILS, OPERATOR, taught("operator"), later=YEAR),
        case(FAILS, RETIRES),
        case(HOLDS, RETIRES, DEPUTISES, taught("other")),
        case(APART),
    ],
    "acknowledgement": [
        case(HOLDS, OPERATOR, taught("operator")),
        case(FAILS, OPERATOR, taught("operator"), later=14 * DAY),
        case(HOLDS, taught("somebody who is in no office"), later=14 * DAY),
        case(APART),
    ],
    "incidents": [
        case(HOLDS, HAPPENED),
        case(FAILS, HAPPENED, later=5 * DAY),
        case(HOLDS, HAPPENED, FOLLOWED, later=5 * DAY),
        case(FAILS, HAPPENED, FOLLOWED, later=30 * DAY),
        case(HOLDS, HAPPENED, made(IncidentClosed, number=1), later=30 * DAY),
        case(APART),
    ],
    "rules_by": [case(HOLDS, settings={"rules_by": "理事会"}), case(FAILS)],
    "inspection_retention": [
        case(HOLDS, made(Inspected, what=Inspection.RETENTION, fine=True), later=30 * DAY),
        case(
            FAILS,
            made(Inspected, what=Inspection.RETENTION, fine=True),
            later=30 * DAY,
            settings={"profile": Profile.ASSOCIATION},
        ),
        case(FAILS, made(Inspected, what=Inspection.RETENTION, fine=False)),
        case(FAILS, made(Inspected, what=Inspection.MEDIA, fine=True)),
        case(FAILS),
    ],
    "inspection_media": [
        case(HOLDS, made(Inspected, what=Inspection.MEDIA, fine=True)),
        case(FAILS, made(Inspected, what=Inspection.MEDIA, fine=True), later=YEAR),
        case(FAILS, made(Inspected, what=Inspection.MEDIA, fine=False)),
        case(FAILS),
    ],
}

NEVER_APART = {
    *("standard", "self_check", "manager", "takers", "bridges", "assistants", "footage_files"),
    *("streaming", "backups", "vault_place", "line", "custody", "keys", "recovery_code", "erasure"),
    *("clock", "book", "complaint_officer", "complaint_procedure", "purpose", "manager_title"),
    *("rules_by", "inspection_retention", "inspection_media"),
}
"""Duties of every site."""


def test_every_duty_is_tried_in_every_state() -> None:
    assert DUTIES.keys() == {one.id for one in checking.CHECKS}
    for name, cases in DUTIES.items():
        tried = {one.state for one in cases}
        wanted = {HOLDS} if name == "scope" else {HOLDS, FAILS}
        assert tried == wanted | (set() if name in NEVER_APART else {APART}), name


@pytest.mark.parametrize(
    ("name", "given"),
    [
        pytest.param(name, one, id=f"{name}-{place}-{one.state}")
        for name, cases in DUTIES.items()
        for place, one in enumerate(cases)
    ],
)
async def test_a_duty(world: World, name: str, given: Case) -> None:
    desk = world.desk
    await change_camera(world, given.camera)
    for act in given.acts:
        await desk.append(act, MANAGER, Phase.DONE)
    world.machine.pass_time(given.later)
    facts = await gather(desk, Surroundings(**given.around))
    facts = replace(facts, settings=replace(facts.settings, **given.settings), **given.facts)
    (check,) = [one for one in checking.CHECKS if one.id == name]
    found = check.look(facts)
    assert found.state is given.state
    assert found.leaks == given.leaks
    # Whatever is found is said in both languages, in plain words.
    for language in ("ja", "en"):
        report = Report(facts.now, (Checked(check.id, check.article, found),))
        (line,) = self_check.lines(Words(language), report, TOKYO)
        said = [line.title, line.why, *line.evidence, line.mend or ""]
        assert not any("{" in text for text in said)
        assert all(line.evidence)


async def change_camera(world: World, changes: Mapping[str, Any] | None) -> None:
    desk = world.desk
    if changes is None:
        await desk.append(book.CameraRemoved(camera=CAMERA), MANAGER, Phase.NOTED)
    elif changes:
        settings = replace(desk.registers.standing_cameras()[CAMERA], **changes)
        act = book.CameraChanged(
            camera=CAMERA,
            source=settings.source,
            settings=settings.as_dict(),
            voluntary=settings.voluntary,
            fields=tuple(changes),
        )
        await desk.append(act, MANAGER, Phase.DONE)


# What takes more than one person, or a real vault -------------------------------------------------------


async def test_whoever_says_that_they_were_taught_owes_it_no_more(world: World) -> None:
    desk = world.desk
    for act in (OPERATOR, taught("operator")):
        await desk.append(act, MANAGER, Phase.DONE)
    world.machine.pass_time(14 * DAY)
    operator = Actor("operator", Door.PANEL)
    await desk.append(InstructionAcknowledged(number=1), operator, Phase.DONE)
    assert await state_of(world, "acknowledgement") is HOLDS


async def test_a_use_beyond_the_purpose_that_was_denied_holds(world: World) -> None:
    desk = world.desk
    asked = await desk.append(BEYOND, MANAGER, Phase.DONE)
    denied = ViewingDenied(request=asked.seq, requested_by="manager")
    await desk.append(denied, MANAGER, Phase.DONE)
    world.machine.pass_time(9 * DAY)
    assert await state_of(world, "beyond_purpose") is HOLDS


async def test_footage_that_outlives_its_period_is_found_in_the_vault(world: World) -> None:
    world.record(NOON - timedelta(hours=2), 1)
    assert await state_of(world, "erasure") is HOLDS
    world.machine.pass_time(8 * DAY)
    assert await state_of(world, "erasure") is FAILS
    await world.erasure.run()
    assert await state_of(world, "erasure") is HOLDS


async def test_a_clock_in_doubt_is_found_and_erases_nothing_so_nothing_is_overdue(
    world: World,
) -> None:
    world.record(NOON - timedelta(hours=2), 1)
    world.machine.synchronised = False
    world.machine.pass_time(8 * DAY)
    assert await state_of(world, "clock") is FAILS
    assert await state_of(world, "erasure") is HOLDS


async def test_a_text_that_was_overwritten_counts_as_if_it_had_been_said(world: World) -> None:
    desk = world.desk
    entry = await desk.append(thing(ThingKind.HOST, lock=""), MANAGER, Phase.DONE)
    assert await state_of(world, "custody") is FAILS
    await desk.run(desk.book.erase_personal, entry.seq)
    assert await state_of(world, "custody") is HOLDS


async def state_of(world: World, name: str) -> CheckState:
    report = await checking.run_checks(world.desk, Surroundings())
    (found,) = [one.state for one in report.checks if one.id == name]
    return found
