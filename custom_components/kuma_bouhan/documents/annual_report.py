"""年次報告: a year of the security cameras in numbers, for a general meeting or whoever asks; nobody's data is in it: 4(1), 4(5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ..guideline.complaints import ComplaintKind, Outcome
from ..guideline.grounds import Ground
from ..guideline.incidents import IncidentKind
from ..guideline.retention import ErasureReason
from ..guideline.things import Inspection
from ..guideline.viewing import Purpose
from .dates import business_year, days
from .phrases import size
from .sheet import Block, Figures, Group, Row, Rows, Sheet, Table, Text
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasures:
    """Hours of footage of single cameras that were erased, and how much that was."""

    hours: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraYear:
    """What one camera missed: as intended (hours, switched off, no sign), and through faults."""

    place: str
    intended: timedelta = timedelta(0)
    faults: timedelta = timedelta(0)
    count: int = 0
    """Stretches that were missed through faults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A business year, from its first day (`begins`) to its last (`ends`); `first` and `last` are the days counted."""

    begins: date
    ends: date
    first: date
    last: date
    over: bool = True
    """Whether the whole of it has passed."""
    viewings: Mapping[Purpose, int] = field(default_factory=dict)
    provided: Mapping[Ground, int] = field(default_factory=dict)
    provided_on_no_ground: int = 0
    """Access requests that were met: they need none of the three grounds."""
    disclosures_denied: int = 0
    seizures: int = 0
    extensions: int = 0
    extensions_denied: int = 0
    erasures: Mapping[ErasureReason, Erasures] = field(default_factory=dict)
    complaints: Mapping[ComplaintKind, int] = field(default_factory=dict)
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    answered_late: int = 0
    complaints_open: int = 0
    incidents: Mapping[IncidentKind, int] = field(default_factory=dict)
    inspections: Mapping[Inspection, int] = field(default_factory=dict)
    not_fine: int = 0
    signs_confirmed: int = 0
    signs_missing: int = 0
    instructions: int = 0
    instructed: int = 0
    """People who were taught."""
    taken_out: int = 0
    disposed: int = 0
    reviewed: int = 0
    refusals: int = 0
    editions: Sequence[int] = ()
    """Of the operating standard, adopted in the year."""
    cameras: Sequence[CameraYear] = ()


def annual_report(words: Words, facts: Year) -> Sheet:
    """Return the report."""
    year = business_year(facts.begins, words.language)
    editions = words.joined(
        *(words("standard.paper.edition", edition=one) for one in facts.editions)
    )
    titles = [words(f"report.{name}") for name in ("camera", "faults", "stretches", "intended")]
    blocks: list[Block] = [
        Rows(
            (
                Row(words("report.span"), _span(words, facts, year)),
                Row(words("report.cameras"), words("report.cameras_text", n=len(facts.cameras))),
                Row(words("report.adopted"), editions or words("blank.none")),
            )
        ),
        Figures(_groups(words, facts)),
        Table(
            titles,
            (37, 23, 17, 23),
            [_camera(words, one) for one in facts.cameras],
            words("report.no_cameras"),
            words("report.gaps"),
        ),
        Text((words("report.explain"),), small=True),
    ]
    return Sheet(
        title=words("report.title" if facts.over else "report.title_so_far", year=year),
        blocks=blocks,
        close=True,
    )


def _span(words: Words, facts: Year, year: str) -> str:
    """Return which year it is, what of it was counted where that is not all of it, and whether it goes on."""
    said = [year]
    if facts.begins.month > 1:
        whole = days(facts.begins, facts.ends, words.language)
        said = [words("report.year", year=year, days=whole)]
    if not facts.over or (facts.begins, facts.ends) != (facts.first, facts.last):
        key = "report.counted" if facts.over else "report.so_far_counted"
        said.append(words(key, days=days(facts.first, facts.last, words.language)))
    return "\n".join(said)


def _groups(words: Words, facts: Year) -> list[Group]:
    def count(number: int) -> str:
        return words("report.count", n=number)

    def each[E: StrEnum](kind: type[E], key: str, found: Mapping[E, int]) -> list[tuple[str, str]]:
        return [(words(f"{key}.{one}"), count(found.get(one, 0))) for one in kind]

    def group(name: str, *rows: tuple[str, str]) -> Group:
        return Group(words(f"report.{name}"), rows)

    def said(name: str, number: int) -> tuple[str, str]:
        return words(f"report.{name}"), count(number)

    erased = [
        (
            words(f"reason.{reason}"),
            words("report.erased", hours=f"{one.hours:,}", size=size(one.bytes)),
        )
        for reason in ErasureReason
        if (one := facts.erasures.get(reason)) is not None
    ]
    return [
        group("viewings", *each(Purpose, "purpose", facts.viewings)),
        group(
            "disclosures",
            *((words(f"report.ground.{one}"), count(facts.provided.get(one, 0))) for one in Ground),
            said("access", facts.provided_on_no_ground),
            said("denied", facts.disclosures_denied),
            said("seizures", facts.seizures),
        ),
        group(
            "extensions",
            said("approved", facts.extensions),
            said("denied", facts.extensions_denied),
        ),
        group("erasures", *(erased or [(words("blank.none"), "")])),
        group("incidents", *each(IncidentKind, "incident_kind", facts.incidents)),
        group(
            "complaints",
            *each(ComplaintKind, "complaint_kind", facts.complaints),
            *each(Outcome, "outcome", facts.outcomes),
            said("answered_late", facts.answered_late),
            said("open", facts.complaints_open),
        ),
        group(
            "inspections",
            *each(Inspection, "inspection", facts.inspections),
            said("not_fine", facts.not_fine),
            said("signs_confirmed", facts.signs_confirmed),
            said("signs_missing", facts.signs_missing),
            said("taken_out", facts.taken_out),
            said("disposed", facts.disposed),
        ),
        group(
            "people",
            said("instructions", facts.instructions),
            (words("report.instructed"), words("report.persons", n=facts.instructed)),
            said("reviewed", facts.reviewed),
            said("refusals", facts.refusals),
        ),
    ]


def _camera(words: Words, one: CameraYear) -> tuple[str, ...]:
    return (
        one.place,
        _length(words, one.faults),
        words("report.count", n=one.count),
        _length(words, one.intended),
    )


def _length(words: Words, length: timedelta) -> str:
    """Return a length in hours, to a tenth; never 0 where there was something."""
    hours = length / timedelta(hours=1)
    if 0 < hours < 0.1:
        return words("report.under")
    return words("report.hours", hours=f"{hours:,.1f}".removesuffix(".0"))
