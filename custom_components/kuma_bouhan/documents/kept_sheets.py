"""Sheets of what is kept beside footage: a camera's assessment, an incident, a complaint, and what a contractor certifies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ..guideline.assessment import Assessment
from ..guideline.complaints import ComplaintKind, Outcome, Way
from ..guideline.contracts import Certified, Task
from ..guideline.incidents import IncidentKind, Informed
from .dates import in_both_eras, minute
from .facts import Act, Owner, Person
from .phrases import act, in_office, or_erased, person
from .sheet import Address, Block, Frame, Row, Rows, Sheet, Signing, Table, Text
from .words import Words

_ANSWERS = ("purpose", "crimes", "why", "milder", "view", "range_kept", "hours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A camera that was thought over: はじめに, 4(1). `answers` None: overwritten, or not answered yet."""

    place: str
    answers: Assessment | None
    edition: int = 0
    """0 where nobody answered yet."""
    holds: int = 0
    """The edition that holds now."""
    history: Sequence[tuple[int, bool, Act]] = ()
    """Editions, newest first: whether they were written then, or gone through; by whom and when."""


def assessment(words: Words, facts: Assessed) -> Sheet:
    """Return a camera's assessment, with what it leaves out of its picture."""
    rows = [Row(words("footage.camera"), facts.place)]
    answers = facts.answers
    if answers is None:
        missing = "blank.erased" if facts.edition else "assessment.not_yet"
        rows.append(Row(words("assessment.answers"), words(missing)))
    else:
        rows += [Row(words(f"assessment.{name}"), getattr(answers, name)) for name in _ANSWERS]
        if not answers.excluded:
            rows.append(Row(words("assessment.picture"), words("blank.none")))
    blocks: list[Block] = [Rows(rows)]
    if facts.edition < facts.holds:
        blocks.insert(0, Text((words("assessment.earlier", edition=facts.holds),), small=True))
    if answers is not None and answers.excluded:
        areas = [(one.x, one.y, one.w, one.h) for one in answers.excluded]
        blocks.append(Frame(words("assessment.picture"), areas, words("assessment.excluded")))
    lines = [
        (
            words("standard.paper.edition", edition=number),
            words("assessment.written" if new else "assessment.gone_through"),
            minute(done.at, words.language),
            in_office(words, done.by),
        )
        for number, new, done in facts.history
    ]
    titles = [words(f"assessment.{name}") for name in ("edition", "what", "when", "by")]
    none = words("assessment.not_yet")
    blocks.append(Table(titles, (14, 22, 34, 30), lines, none, words("assessment.history")))
    return Sheet(
        title=words("assessment.title"),
        number=words("standard.paper.edition", edition=facts.edition) if facts.edition else "",
        blocks=blocks,
        close=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What followed an incident."""

    act: Act
    informed: Sequence[Informed]
    text: str
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An incident: 漏えい、滅失、き損、改ざん."""

    number: int
    what: IncidentKind
    places: Sequence[str]
    happened: datetime | None
    learned: datetime
    noted: Act
    text: str
    measures: str
    first_report: date
    full_report: date
    followed: Sequence[Followed] = ()
    closed: Act | None = None
    prevention: str = ""
    erased: bool = False


def incident(words: Words, facts: Incident) -> Sheet:
    """Return the report of an incident. Whether it has to be reported to the authority, it does not say."""
    language = words.language
    happened = minute(facts.happened, language) if facts.happened else words("incident.not_known")
    rows = [
        Row(words("incident.what"), words(f"incident_kind.{facts.what}")),
        Row(words("incident.cameras"), words.joined(*facts.places) or words("blank.none")),
        Row(words("incident.happened"), happened),
        Row(words("incident.learned"), minute(facts.learned, language)),
        Row(words("incident.noted"), act(words, facts.noted)),
        Row(words("incident.text"), or_erased(words, facts.text, facts.erased), tall=True),
        Row(words("incident.measures"), or_erased(words, facts.measures, facts.erased), tall=True),
    ]
    lines = [
        (
            act(words, one.act),
            words.joined(*(words(f"informed.{who}") for who in one.informed))
            or words("blank.none"),
            or_erased(words, one.text, one.erased),
        )
        for one in facts.followed
    ]
    closed = [Row(words("incident.closed"), act(words, facts.closed) if facts.closed else "")]
    closed.append(Row(words("incident.prevention"), facts.prevention, tall=True))
    days = {
        "first": in_both_eras(facts.first_report, language),
        "full": in_both_eras(facts.full_report, language),
    }
    titles = [words(f"incident.{name}") for name in ("followed", "informed", "done")]
    return Sheet(
        title=words("incident.title"),
        number=words("number", number=facts.number),
        blocks=(
            Rows(rows),
            Table(
                titles,
                (32, 26, 42),
                lines,
                words("incident.nothing_followed"),
                words("incident.followed_caption"),
            ),
            Rows(closed, words("incident.end")),
            Text((words("incident.law", **days), words("incident.no_conclusion")), small=True),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer to a complaint or inquiry."""

    at: datetime
    by: Person
    way: Way
    explained: str
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint or inquiry: 4(5)."""

    number: int
    what: ComplaintKind
    way: Way
    places: Sequence[str]
    received: datetime
    noted: Act
    officer: Person | None
    answer_due: date
    closing_due: date
    name: str
    contact: str
    text: str
    answers: Sequence[Answered] = ()
    closed: Act | None = None
    outcome: Outcome | None = None
    remarks: str = ""
    erased: bool = False


def complaint(words: Words, facts: Complaint) -> Sheet:
    """Return the sheet of a complaint or inquiry."""
    language = words.language

    def said(text: str) -> str:
        return or_erased(words, text or words("complaint.not_said"), facts.erased)

    rows = [
        Row(words("complaint.what"), words(f"complaint_kind.{facts.what}")),
        Row(
            words("complaint.received"),
            words(
                "complaint.received_text",
                moment=minute(facts.received, language),
                way=words(f"way.{facts.way}"),
            ),
        ),
        Row(words("complaint.noted"), act(words, facts.noted)),
        Row(words("complaint.name"), said(facts.name)),
        Row(words("complaint.contact"), said(facts.contact)),
        Row(words("complaint.cameras"), words.joined(*facts.places) or words("blank.none")),
        Row(words("complaint.text"), said(facts.text), tall=True),
        Row(
            words("complaint.officer"),
            person(words, facts.officer) if facts.officer else words("blank.none"),
        ),
        Row(words("complaint.answer_due"), in_both_eras(facts.answer_due, language)),
        Row(words("complaint.closing_due"), in_both_eras(facts.closing_due, language)),
    ]
    lines = [
        (
            f"{minute(one.at, language)}\n{words(f'way.{one.way}')}",
            in_office(words, one.by),
            or_erased(words, one.explained, one.erased),
        )
        for one in facts.answers
    ]
    end = [
        Row(words("complaint.outcome"), words(f"outcome.{facts.outcome}") if facts.outcome else ""),
        Row(words("complaint.closed"), act(words, facts.closed) if facts.closed else ""),
        Row(words("complaint.remarks"), facts.remarks),
    ]
    titles = [words(f"complaint.{name}") for name in ("answered", "by", "explained")]
    return Sheet(
        title=words("complaint.title"),
        number=words("number", number=facts.number),
        blocks=(
            Rows(rows),
            Table(
                titles,
                (32, 24, 44),
                lines,
                words("complaint.no_answers"),
                words("complaint.answers"),
            ),
            Rows(end, words("complaint.end")),
            Text((words("complaint.keep"),), small=True),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract with a contractor, 4(6); empty texts are written by hand."""

    owner: Owner
    company: str
    task: Task
    task_text: str
    start: date
    last: date
    certified: Certified | None = None


def certificate(words: Words, facts: Contract) -> Sheet:
    """Return what a contractor certifies once the contract is over: 返却・廃棄証明書."""
    language = words.language
    to = facts.owner.name or words("receipt.to_owner", facility=facts.owner.facility)
    if facts.owner.name:
        key = "receipt.to_body" if facts.owner.is_body else "receipt.to_person"
        to = words(key, name=to)
    span = words(
        "report.span_text",
        first=in_both_eras(facts.start, language),
        last=in_both_eras(facts.last, language),
    )
    work = "\n".join(filter(None, (words(f"task.{facts.task}"), facts.task_text)))
    boxes = [
        words("certificate.checked" if one is facts.certified else "certificate.box", text=text)
        for one in Certified
        if (text := words(f"certificate.{one}"))
    ]
    return Sheet(
        title=words("certificate.title"),
        blocks=(
            Address(words("blank.day"), to, ()),
            Text((words("certificate.text", facility=facts.owner.facility),)),
            Rows(
                (
                    Row(words("certificate.work"), work),
                    Row(words("certificate.span"), span),
                    Row(words("certificate.held"), "\n".join(boxes)),
                    Row(words("certificate.items"), tall=True),
                    Row(words("certificate.done_on"), words("blank.day")),
                )
            ),
            Text((words("certificate.secrecy"),)),
            Signing(
                (
                    Row(words("certificate.address")),
                    Row(words("certificate.company"), facts.company),
                    Row(words("certificate.name")),
                ),
                words("certificate.signed"),
            ),
        ),
    )
