"""Gathering a year in numbers, for the 年次報告. No name, no reason and no user id leaves this.

A year begins with whatever month the person says, and is called by the one that month lies in (年度); without a word with
January. What a camera missed and what was erased by itself stands in hourly entries, which are entered
later than they speak of: so entries of the month after are read too. Blocking, on a thread, but for what the registers hold.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ..documents.annual_report import CameraYear, Erasures, Year, annual_report
from ..guideline.complaints import ComplaintState
from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..guideline.recording import GapReason
from ..guideline.retention import ErasureReason
from ..guideline.things import Inspection, TakingState
from ..guideline.viewing import Purpose
from ..records.act import RecordedAct
from ..records.acts import ErasureAsked, Refusal, Routine
from ..records.assessment import AssessmentReviewed, CameraAssessed
from ..records.disclosure_state import DisclosureState
from ..records.entry import Entry
from ..records.purge_rule import PurgeRuleRun
from ..records.routine import GapFact
from ..records.sign import SignConfirmed, SignMissing
from ..records.thing import Inspected, MediumDisposed
from ..records.viewing import ViewingBegan
from .desk import Desk
from .entered import YEARS
from .paper import Draw, Wanted
from .paper_facts import Gathering

LATE = timedelta(days=31)
"""So long after it the routine of an hour may be entered: the site was off."""
_INTENDED = {GapReason.OUTSIDE_HOURS, GapReason.SWITCHED_OFF, GapReason.NO_SIGN}


@dataclass(frozen=True, slots=True)
class _Span:
    """From one moment until before another."""

    start: datetime
    end: datetime

    def has(self, moment: datetime | None) -> bool:
        return moment is not None and self.start <= moment < self.end


def report(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the report of a year, as far as it has passed. Problem: year_unknown."""
    desk, now = gathering.desk, gathering.desk.clock.now()
    begins, following = _year(wanted, now.astimezone(desk.zone).date())
    start, end = (
        datetime.combine(day, time(), tzinfo=desk.zone).astimezone(UTC)
        for day in (begins, following)
    )
    span = _Span(start, min(end, now))
    begun = min((one.since for one in desk.registers.appointments), default=now)
    if span.end <= span.start or span.end < begun:
        raise Problem("year_unknown")
    counted = _folded(desk, span)

    def draw_year() -> Year:
        cameras, erasures = _routine(gathering, span)
        first = max(span.start, begun).astimezone(desk.zone).date()
        last = (span.end - timedelta(microseconds=1)).astimezone(desk.zone).date()
        return Year(
            begins=begins,
            ends=following - timedelta(days=1),
            first=first,
            last=last,
            over=end <= now,
            viewings=_viewings(gathering, span),
            erasures=erasures,
            cameras=cameras,
            inspections=(seen := _inspections(gathering, span))[0],
            not_fine=seen[1],
            refusals=sum(act.count for act in _acts(gathering, span, Refusal)),
            **counted,  # type: ignore[arg-type]
        )

    return lambda words: [annual_report(words, draw_year())]


def _year(wanted: Wanted, today: date) -> tuple[date, date]:
    """Return the first day of the year that is wanted, and that of the following one; the year of today where none is."""
    month = 1 if wanted.month is None else wanted.month
    year = wanted.year or today.year - (today.month < month)
    if not (1 <= month <= 12 and year in YEARS):
        raise Problem("year_unknown")
    return date(year, month, 1), date(year + 1, month, 1)


def _folded(desk: Desk, span: _Span) -> dict[str, object]:
    """Return what the registers hold in memory."""
    registers = desk.registers
    requests, now = registers.requests, desk.clock.now()
    extensions = [one for one in requests.extensions.values() if span.has(one.decided_at)]
    given = [
        one
        for one in requests.disclosures.values()
        if one.provided is not None and span.has(one.provided.at)
    ]
    grounds = Counter(
        (one.decision and one.decision.ground) or one.standing_ground for one in given
    )
    complaints = [one for one in registers.complaints.by_number.values() if span.has(one.received)]
    late = [
        one
        for one in complaints
        if min((at for _, at in one.answers), default=one.closed or now) > one.answer_due
    ]
    taught = [one for one in registers.instructions.by_number.values() if span.has(one.held)]
    return {
        "provided": {ground: n for ground, n in grounds.items() if ground is not None},
        "provided_on_no_ground": grounds[None],
        "disclosures_denied": sum(
            one.decision is not None and one.decision.denied and span.has(one.decision.at)
            for one in requests.disclosures.values()
        ),
        "seizures": sum(
            one.state(now) is DisclosureState.SEIZED and span.has(one.at)
            for one in requests.disclosures.values()
        ),
        "extensions": sum(not one.denied for one in extensions),
        "extensions_denied": sum(one.denied for one in extensions),
        "complaints": Counter(one.what for one in complaints),
        "outcomes": Counter(
            one.outcome
            for one in registers.complaints.by_number.values()
            if span.has(one.closed) and one.outcome
        ),
        "answered_late": len(late),
        "complaints_open": sum(one.state is not ComplaintState.CLOSED for one in complaints),
        "incidents": Counter(
            one.what for one in registers.incidents.by_number.values() if span.has(one.learned)
        ),
        "instructions": len(taught),
        "instructed": len({user for one in taught for user in one.users}),
        "taken_out": sum(
            one.state in {TakingState.OUT, TakingState.BACK} and span.has(one.decided)
            for one in registers.things.takings.values()
        ),
        "editions": [one.edition for one in registers.standards.editions if span.has(one.entered)],
        "signs_confirmed": _count(desk, span, SignConfirmed),
        "signs_missing": _count(desk, span, SignMissing),
        "disposed": _count(desk, span, MediumDisposed),
        "reviewed": _count(desk, span, CameraAssessed, AssessmentReviewed),
    }


def _count(desk: Desk, span: _Span, *kinds: type[RecordedAct]) -> int:
    names = [one.kind for one in kinds]
    return sum(1 for _ in desk.registers.index.of(names, span.start, span.end))


def _entries(gathering: Gathering, span: _Span, *kinds: type[RecordedAct]) -> Iterator[Entry]:
    names = [one.kind for one in kinds]
    return map(gathering.entry, gathering.desk.registers.index.of(names, span.start, span.end))


def _acts[A: RecordedAct](gathering: Gathering, span: _Span, kind: type[A]) -> Iterator[A]:
    acts = (entry.act for entry in _entries(gathering, span, kind))
    return (act for act in acts if isinstance(act, kind))


def _viewings(gathering: Gathering, span: _Span) -> Counter[Purpose]:
    return Counter(act.purpose for act in _acts(gathering, span, ViewingBegan))


def _inspections(gathering: Gathering, span: _Span) -> tuple[Counter[Inspection], int]:
    acts = list(_acts(gathering, span, Inspected))
    return Counter(act.what for act in acts), sum(not act.fine for act in acts)


# What happened by itself --------------------------------------------------------------------------


@dataclass(slots=True)
class _Missed:
    intended: timedelta = timedelta(0)
    faults: timedelta = timedelta(0)
    count: int = 0


def _routine(
    gathering: Gathering, span: _Span
) -> tuple[list[CameraYear], dict[ErasureReason, Erasures]]:
    desk = gathering.desk
    missed = {camera: _Missed() for camera in _cameras(desk, span)}
    gone = Counter[ErasureReason]()
    amounts = Counter[ErasureReason]()
    around = _Span(span.start - LATE, span.end + LATE)
    told = set[str]()
    for entry in _entries(gathering, around, ErasureAsked, PurgeRuleRun):
        act = entry.act
        assert isinstance(act, ErasureAsked | PurgeRuleRun)
        told.update(act.slots)
        if span.has(entry.at):
            asked = isinstance(act, ErasureAsked)
            reason = ErasureReason.NO_LONGER_NEEDED if asked else ErasureReason.PURGE_RULE
            gone[reason] += len(act.slots)
            amounts[reason] += act.bytes
    for entry in _entries(gathering, around, Routine):
        assert isinstance(entry.act, Routine)
        for gap in entry.act.gaps:
            _miss(missed.setdefault(gap.camera, _Missed()), gap, span)
        for one in entry.act.erasures:
            # What a person or a rule had erased stands in that act; masked copies are no camera's footage.
            if (
                span.has(one.erased_at)
                and one.slot not in told
                and one.camera not in desk.registers.derived
            ):
                gone[one.reason] += 1
                amounts[one.reason] += one.bytes
    cameras = [
        CameraYear(
            place=gathering.place(camera, desk.registers.entries),
            intended=one.intended,
            faults=one.faults,
            count=one.count,
        )
        for camera, one in missed.items()
        if camera in desk.registers.cameras
    ]
    return cameras, {
        reason: Erasures(hours=hours, bytes=amounts[reason]) for reason, hours in gone.items()
    }


def _cameras(desk: Desk, span: _Span) -> list[str]:
    """Return the cameras that were under these rules in the year."""
    return [
        one.camera
        for one in desk.registers.cameras.values()
        if one.added < span.end and (one.removed is None or one.removed >= span.start)
    ]


def _miss(missed: _Missed, gap: GapFact, span: _Span) -> None:
    length = min(gap.end, span.end) - max(gap.start, span.start)
    if length <= timedelta(0):
        return
    if gap.reason in _INTENDED:
        missed.intended += length
    else:
        missed.faults += length
        missed.count += 1
