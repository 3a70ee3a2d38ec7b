"""Making sheets of an assessment, an incident, a complaint, and of what a contractor certifies: 4(1), 4(5), 4(6), 運用基準例 4."""

from ..documents import clause, kept_sheets
from ..documents.clause_paper import contract_clause as clause_sheet
from ..documents.kept_sheets import Answered, Assessed, Complaint, Contract, Followed, Incident
from ..documents.self_check_paper import self_check as self_check_sheet
from ..documents.sheet import Sheet
from ..documents.words import Words
from ..guideline.assessment import Assessment
from ..guideline.errors import Problem
from ..guideline.extension import last_day
from ..guideline.people import Actor
from ..records import complaints, contracts, incidents
from ..records.assessment import AssessmentReviewed, CameraAssessed
from ..records.assessments import Edition
from ..records.complaint import ComplaintAnswered, ComplaintClosed, ComplaintReceived
from ..records.contract import ContractMade
from ..records.incident import IncidentClosed, IncidentFollowed, IncidentNoted
from . import request_papers
from .paper import Draw, Wanted
from .paper_facts import Gathering


def assessment(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make a camera's assessment: the edition that holds, or an earlier one. Problem: unknown_camera, edition_unknown."""
    camera, registers = wanted.camera, gathering.desk.registers
    if camera is None or camera not in registers.cameras:
        raise Problem("unknown_camera")
    known = registers.assessments.by_camera.get(camera)
    editions = {one.edition: one for one in known.editions} if known else {}
    if wanted.edition is not None and wanted.edition not in editions:
        raise Problem("edition_unknown")
    holds = known.edition if known else 0
    found = editions.get(wanted.edition or holds)
    return lambda words: [kept_sheets.assessment(words, _assessed(gathering, camera, found, holds))]


def _assessed(gathering: Gathering, camera: str, found: Edition | None, holds: int) -> Assessed:
    registers = gathering.desk.registers
    answers = None
    if found is not None:
        entry = gathering.entry(found.seq)
        if isinstance(entry.act, CameraAssessed) and not entry.erased:
            answers = Assessment.from_dict(entry.act.answers)
    history = []
    for seq in registers.index.of([CameraAssessed.kind, AssessmentReviewed.kind]):
        entry = gathering.entry(seq)
        act = entry.act
        if isinstance(act, CameraAssessed | AssessmentReviewed) and act.camera == camera:
            done = gathering.act(entry.actor.user_id, entry.at)
            history.append((act.edition, isinstance(act, CameraAssessed), done))
    return Assessed(
        place=gathering.place(camera, registers.entries),
        answers=answers,
        edition=found.edition if found else 0,
        holds=holds,
        history=history,
    )


def incident(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the report of an incident. Problem: incident_unknown."""
    found = gathering.desk.registers.incidents.by_number.get(wanted.number or 0)
    if found is None:
        raise Problem("incident_unknown")
    return lambda words: [kept_sheets.incident(words, _incident(gathering, found))]


def _incident(gathering: Gathering, found: incidents.Incident) -> Incident:
    noted = gathering.entry(found.seq)
    assert isinstance(noted.act, IncidentNoted)
    followed = []
    for seq in found.followed:
        entry = gathering.entry(seq)
        assert isinstance(entry.act, IncidentFollowed)
        followed.append(
            Followed(
                act=gathering.act(entry.actor.user_id, entry.at),
                informed=entry.act.informed,
                text=entry.act.text,
                erased=entry.erased,
            )
        )
    closed, prevention = None, ""
    if found.closed_by is not None:
        end = gathering.entry(found.closed_by)
        assert isinstance(end.act, IncidentClosed)
        closed, prevention = gathering.act(end.actor.user_id, end.at), end.act.prevention
    return Incident(
        number=found.number,
        what=found.what,
        places=[gathering.place(camera, found.seq) for camera in found.cameras],
        happened=gathering.local(found.happened) if found.happened else None,
        learned=gathering.local(found.learned),
        noted=gathering.act(found.by, noted.at),
        text=noted.act.text,
        measures=noted.act.measures,
        first_report=gathering.local(found.first_report).date(),
        full_report=gathering.local(found.full_report).date(),
        followed=followed,
        closed=closed,
        prevention=prevention,
        erased=noted.erased,
    )


def complaint(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the sheet of a complaint or inquiry. Problem: complaint_unknown."""
    found = gathering.desk.registers.complaints.by_number.get(wanted.number or 0)
    if found is None:
        raise Problem("complaint_unknown")
    return lambda words: [kept_sheets.complaint(words, _complaint(gathering, found))]


def _complaint(gathering: Gathering, found: complaints.Complaint) -> Complaint:
    noted, zone = gathering.entry(found.seq), gathering.desk.zone
    assert isinstance(noted.act, ComplaintReceived)
    answers = []
    for seq, at in found.answers:
        entry = gathering.entry(seq)
        assert isinstance(entry.act, ComplaintAnswered)
        answers.append(
            Answered(
                at=gathering.local(at),
                by=gathering.person(entry.actor.user_id, entry.at),
                way=entry.act.way,
                explained=entry.act.explained,
                erased=entry.erased,
            )
        )
    closed, remarks = None, ""
    if found.closed_by is not None:
        end = gathering.entry(found.closed_by)
        assert isinstance(end.act, ComplaintClosed)
        closed, remarks = gathering.act(end.actor.user_id, end.at), end.act.remarks
    return Complaint(
        number=found.number,
        what=found.what,
        way=found.way,
        places=[gathering.place(camera, found.seq) for camera in found.cameras],
        received=gathering.local(found.received),
        noted=gathering.act(found.by, noted.at),
        officer=gathering.person(found.officer, noted.at) if found.officer else None,
        answer_due=last_day(found.answer_due, zone),
        closing_due=last_day(found.closing_due, zone),
        name=noted.act.name,
        contact=noted.act.contact,
        text=noted.act.text,
        answers=answers,
        closed=closed,
        outcome=found.outcome,
        remarks=remarks,
        erased=noted.erased,
    )


def certificate(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make what a contractor signs at the end. Problem: contract_unknown."""
    found = gathering.desk.registers.contracts.by_id.get(wanted.contract or "")
    if found is None:
        raise Problem("contract_unknown")
    return lambda words: [kept_sheets.certificate(words, _contract(gathering, found))]


def contract_clause(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the clause that is offered for a contract, or for one that is still to be made. Problem: contract_unknown."""
    found = gathering.desk.registers.contracts.by_id.get(wanted.contract or "")
    if found is None and wanted.contract is not None:
        raise Problem("contract_unknown")
    owner = request_papers.owner_of(gathering.desk)

    def draw(words: Words) -> list[Sheet]:
        company = _contract(gathering, found).company if found else ""
        name = owner.name or owner.facility
        return [clause_sheet(words, clause.clause(words.language, owner.name), name, company)]

    return draw


def self_check(gathering: Gathering, _actor: Actor, _wanted: Wanted) -> Draw:
    """Make the self-check, as it was just found. Problem: paper_unknown."""
    report, desk = gathering.report, gathering.desk
    if report is None:
        raise Problem("paper_unknown")
    last = desk.registers.standards.checked
    return lambda words: [self_check_sheet(words, report, last, desk.zone)]


def _contract(gathering: Gathering, found: contracts.Contract) -> Contract:
    act, zone = gathering.entry(found.seq).act, gathering.desk.zone
    assert isinstance(act, ContractMade)
    return Contract(
        owner=request_papers.owner_of(gathering.desk),
        company=act.company,
        task=found.task,
        task_text=act.task_text,
        start=found.start.astimezone(zone).date(),
        last=last_day(found.over, zone),
        certified=found.certified,
    )
