"""Reading the registers: what was done, by whom, newest first.

Who may read which register, and who may read names and reasons in it, stands in the one table
(`guideline/people.py`); a refusal is entered like any other. A reading that is allowed is not. Neither the
guideline nor the law asks for it: a register shows no footage, it is made to be shown (4(1), 4(5)), and it
holds names of the people who run the cameras, read by those who instruct and supervise them. One entry for every look
would bury the acts themselves. Registers that tell of people outside (who asked for footage, who complained) are read
the same way: names for few, no entry for a look.

It reads the book, not memory, on a thread: a few acts at a time, found through the index.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import islice
from typing import Any

from ..guideline.errors import Problem
from ..guideline.people import RULES, Act, Actor
from ..guideline.registers import Register
from ..records import acts
from ..records.act import RecordedAct
from ..records.assessment import ABOUT_ASSESSMENTS
from ..records.complaint import ABOUT_COMPLAINTS
from ..records.contract import ABOUT_CONTRACTS, ContractEnded
from ..records.custody import CHANGES_KEYS
from ..records.disclosure import ABOUT_DISCLOSURES
from ..records.entry import Entry
from ..records.extension import ABOUT_DRAFTS, ABOUT_EXTENSIONS
from ..records.incident import ABOUT_INCIDENTS
from ..records.instruction import ABOUT_INSTRUCTION
from ..records.purge_rule import ABOUT_PURGE_RULES
from ..records.routine import ErasureFact, GapFact
from ..records.sign import ABOUT_SIGNS
from ..records.standard import ABOUT_STANDARD
from ..records.thing import ABOUT_THINGS, Inspected
from ..records.viewing import ABOUT_VIEWING
from .desk import Desk
from .naming import named

type Names = Mapping[str, str]
"""Names by user id."""

USUAL = 100
MOST = 1000
"""Lines of one answer: more are asked for with an offset."""

KINDS: Mapping[Register, tuple[type[RecordedAct], ...]] = {
    Register.APPOINTMENTS: (
        acts.Appointed,
        acts.AppointmentEnded,
        acts.HandedOver,
        acts.RoleLost,
        acts.SiteOwnerRestored,
        acts.RefoundingAnnounced,
        acts.RefoundingWithdrawn,
        acts.Refounded,
        ContractEnded,
    ),
    Register.ERASURES: (
        acts.Routine,
        acts.ErasureAsked,
        acts.PurgeAsked,
        acts.PersonalDataErased,
    ),
    Register.GAPS: (acts.Routine,),
    Register.RECORDING: (acts.RecordingSwitched,),
    Register.RETENTION: (acts.RetentionChanged,),
    Register.SETTINGS: (
        acts.SiteSetUp,
        acts.SiteAdopted,
        acts.SiteChanged,
        acts.SiteRemoved,
        acts.CameraAdded,
        acts.CameraChanged,
        acts.CameraRemoved,
    ),
    Register.UNLOCKING: (
        acts.Unlocked,
        acts.UnlockFailed,
        acts.Locked,
        acts.PlainHttpAccepted,
        acts.NewKeysAnnounced,
        acts.NewKeysWithdrawn,
        *CHANGES_KEYS,
        acts.RecoveryCodeUsed,
        acts.HostKeyNoted,
        acts.SigningKeyNoted,
    ),
    Register.VIEWING: ABOUT_VIEWING,
    Register.EXTENSIONS: ABOUT_EXTENSIONS,
    Register.DISCLOSURES: (*ABOUT_DRAFTS, *ABOUT_DISCLOSURES),
    Register.ASSESSMENTS: ABOUT_ASSESSMENTS,
    Register.SIGNS: ABOUT_SIGNS,
    Register.COMPLAINTS: ABOUT_COMPLAINTS,
    Register.INCIDENTS: ABOUT_INCIDENTS,
    Register.INSTRUCTION: ABOUT_INSTRUCTION,
    Register.CONTRACTS: ABOUT_CONTRACTS,
    Register.THINGS: ABOUT_THINGS,
    Register.INSPECTIONS: (Inspected,),
    Register.STANDARDS: ABOUT_STANDARD,
    Register.PURGE_RULES: ABOUT_PURGE_RULES,
    Register.REFUSALS: (acts.Refusal, acts.RefusalsLeftOut),
    Register.FINDINGS: (
        acts.VaultFinding,
        acts.BookFinding,
        acts.BookAccepted,
        acts.BookBegun,
        acts.ClockConfirmed,
    ),
}
"""The acts that each register is made of; `Register.ALL` has every one."""

_IN_FULL = frozenset(
    {
        "fields",
        "roles",
        "users",
        "cameras",
        "attendees",
        "topics",
        "informed",
        "articles",
        "weekdays",
    }
)
"""Lists that are told item by item."""
_ELSEWHERE = frozenset({"photo_jpeg"})
"""What has a view of its own: a page of lines would be megabytes of pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked of a register: lines of one camera, of a span, so many of them from an offset on."""

    register: Register
    camera: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    offset: int = 0
    limit: int = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a register.

    `kind` is the act's, or `gap` and `erasure` for what happened by itself. `start` and `end` are
    when it was: one moment for an act. `personal` is empty where it is withheld from the reader, and
    where it has been overwritten (`entry.erased`), which was entered at `erased_at`; `by` is the name of who acted,
    where known and not withheld.
    """

    entry: Entry
    kind: str
    start: datetime
    end: datetime
    facts: Mapping[str, Any]
    personal: Mapping[str, Any] = field(default_factory=dict)
    by: str = ""
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Lines of a register, newest first; `more` says that there are older ones."""

    lines: tuple[Line, ...]
    more: bool


async def read(desk: Desk, actor: Actor, query: Query) -> Page:
    """Read a page of a register, without names and reasons for those who need none."""
    await desk.allow(query.register.act, actor)
    if query.camera is not None and query.camera not in desk.registers.cameras:
        raise Problem("unknown_camera")
    if query.start and query.end and query.start >= query.end:
        raise Problem("span_empty")
    return await desk.run(page, desk, query, names_for(desk, actor))


def names_for(desk: Desk, actor: Actor) -> Names | None:
    """Return the names that a reader is told; None where they are withheld."""
    if desk.roles_of(actor) & RULES[Act.READ_NAMES].roles:
        return {found.user_id: found.name for found in desk.registers.appointments}
    return None


def reading(kind: type[RecordedAct]) -> Act:
    """Return which act it is to read an act of a kind: the least that a register with it asks for."""
    of_operation = (
        kinds for register, kinds in KINDS.items() if register.act is Act.READ_OPERATION
    )
    return (
        Act.READ_OPERATION if any(kind in kinds for kinds in of_operation) else Act.READ_SUPERVISION
    )


def line_of(entry: Entry, names: Names | None) -> Line:
    """Return an act as the line it is where every act stands by itself."""
    return next(_act(entry, names))


def page(desk: Desk, query: Query, names: Names | None) -> Page:
    """Read on a thread what has been allowed; `names` by user id, None where names are withheld."""
    index, make = desk.registers.index, _MAKERS.get(query.register, _act)
    # What happened by itself is entered later than it was; an act is entered when it is.
    until = query.end if make is _act else None
    kinds = KINDS.get(query.register)
    found = (
        index.all(query.start, until)
        if kinds is None
        else index.of([act.kind for act in kinds], query.start, until)
    )
    offset = query.offset
    if make is _act and query.camera is None:  # a line is an act: no need to read what is left out
        found, offset = islice(found, offset, None), 0
    lines = (
        line
        for seq in found
        for made in make(desk.book.entry(seq), names)
        if _asked_for(line := _named(desk, made, names), query)
    )
    read = tuple(islice(lines, offset, offset + query.limit + 1))
    told = tuple(_of_copy(desk, line) for line in read[: query.limit])
    return Page(lines=_dated(desk, told), more=len(read) > query.limit)


def _named(desk: Desk, line: Line, names: Names | None) -> Line:
    """Say what an act is about that tells of it by its id alone."""
    facts, personal = named(desk, line.entry.act)
    if names is None:
        personal = {}
    return replace(line, facts=facts | dict(line.facts), personal=personal | dict(line.personal))


def _of_copy(desk: Desk, line: Line) -> Line:
    """Say of what was erased whether it was a masked copy, and for which disclosure: no register knows its camera."""
    number = desk.registers.derived.get(line.facts.get("camera", ""))
    if line.kind != "erasure" or number is None:
        return line
    return replace(line, facts={**line.facts, "masked_copy": number})


def _dated(desk: Desk, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Say of every overwritten line when that was entered."""
    missing = {line.entry.seq for line in lines if line.entry.erased}
    erased_at: dict[int, datetime] = {}
    for seq in desk.registers.index.of([acts.PersonalDataErased.kind]) if missing else ():
        entry = desk.book.entry(seq)
        assert isinstance(entry.act, acts.PersonalDataErased)
        erased_at |= dict.fromkeys(missing.intersection(entry.act.acts), entry.at)
        if erased_at.keys() == missing:
            break
    return tuple(replace(line, erased_at=erased_at.get(line.entry.seq)) for line in lines)


def _asked_for(line: Line, query: Query) -> bool:
    return (
        (
            query.camera is None
            or line.facts.get("camera") == query.camera
            or query.camera in line.facts.get("cameras", ())
        )
        and (query.start is None or line.end >= query.start)
        and (query.end is None or line.start < query.end)
    )


def _act(entry: Entry, names: Names | None) -> Iterator[Line]:
    facts: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for item in fields(entry.act):
        value = getattr(entry.act, item.name)
        if item.name in _ELSEWHERE:
            continue
        if "personal" in item.metadata or item.name == "private":
            personal[item.name] = value
        else:
            facts[item.name] = _in_short(item.name, value)
    withheld = names is None or entry.erased
    yield Line(
        entry=entry,
        kind=entry.act.kind,
        start=entry.at,
        end=entry.at,
        facts=facts,
        personal={} if withheld else personal,
        by=names.get(entry.actor.user_id or "", "") if names else "",
    )


def _gaps(entry: Entry, names: Names | None) -> Iterator[Line]:
    assert isinstance(entry.act, acts.Routine)
    for gap in reversed(entry.act.gaps):
        yield Line(entry=entry, kind="gap", start=gap.start, end=gap.end, facts=_facts(gap))


def _erasures(entry: Entry, names: Names | None) -> Iterator[Line]:
    if not isinstance(entry.act, acts.Routine):
        yield from _act(entry, names)
        return
    for one in reversed(tuple(entry.act.erasures)):
        yield Line(
            entry=entry,
            kind="erasure",
            start=one.erased_at,
            end=one.erased_at,
            facts=_facts(one),
        )


def _facts(fact: GapFact | ErasureFact) -> dict[str, Any]:
    return {item.name: getattr(fact, item.name) for item in fields(fact)}


def _viewings(entry: Entry, names: Names | None) -> Iterator[Line]:
    """Yield a line for each stretch that was played: when it was played, and from when it is."""
    if not isinstance(entry.act, acts.FootagePlayed):
        yield from _act(entry, names)
        return
    for line in _act(entry, names):
        for stretch in reversed(entry.act.stretches):
            facts = {
                "session": entry.act.session,
                "camera": entry.act.camera,
                "start": stretch.start,
                "end": stretch.end,
            }
            yield replace(line, facts=facts)


def _in_short(name: str, value: Any) -> Any:
    """Return a fact of an act; long lists, which have a register of their own, as their length."""
    if name in _IN_FULL or isinstance(value, str):
        return value
    return len(value) if isinstance(value, Sequence) else value


type _Maker = Callable[[Entry, Names | None], Iterator[Line]]
_MAKERS: Mapping[Register, _Maker] = {
    Register.GAPS: _gaps,
    Register.ERASURES: _erasures,
    Register.VIEWING: _viewings,
}
