"""Making registers to be printed, and tables to be taken elsewhere (CSV)."""

from collections.abc import Iterator, Mapping, Sequence
import csv
from dataclasses import dataclass
from datetime import datetime, time
import io
from typing import Any

from ..documents.register import Entered, Print, cells, register as register_sheet
from ..documents.words import Words
from ..guideline.errors import Problem
from ..guideline.extension import last_day
from ..guideline.people import Actor, Door
from ..guideline.registers import Register
from . import registers
from .desk import Desk
from .paper import Draw, Wanted
from .paper_facts import Gathering
from .registers import Line, Names, Query
from .span_papers import span

MOST_PRINTED = 2000
"""Lines on paper: some 200 pages."""
MOST_CELLS = 10_000
"""Lines of a table."""
BOM = "\ufeff"
"""Before the first letter: spreadsheets take a table without it to be in another encoding."""
_FORMULA = tuple("=+-@＝＋－＠")
_TERMS = ("until", "due", "answer_due", "closing_due")
_PEOPLE = ("user_id", "from_user", "requested_by", "officer", "users", "attendees")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Which register is wanted as a table."""

    register: Register
    camera: str | None = None
    start: datetime | None = None
    end: datetime | None = None


def register(gathering: Gathering, actor: Actor, wanted: Wanted) -> Draw:
    """Make the print of a register of a span. Problem: register_missing, span_empty, paper_span_too_long (days), unknown_camera."""
    desk = gathering.desk
    if wanted.register is None:
        raise Problem("register_missing")
    start, end = span(wanted)
    query = _query(desk, wanted.register, wanted.camera, start, end, MOST_PRINTED)
    names = registers.names_for(desk, actor)

    def facts() -> Print:
        page = registers.page(desk, query, names)
        return Print(
            register=query.register,
            start=gathering.local(start),
            end=gathering.local(end),
            lines=[_entered(gathering, line, names) for line in reversed(page.lines)],
            names=names is not None,
            place=gathering.place(query.camera, desk.registers.entries) if query.camera else "",
            most=MOST_PRINTED if page.more else None,
        )

    return lambda words: [register_sheet(words, facts())]


async def table(desk: Desk, actor: Actor, wanted: Exported, language: str) -> str:
    """Return a register as a table of comma-separated cells, newest first. Problem: unknown_camera, span_empty."""
    await desk.allow(wanted.register.act, actor)
    query = _query(desk, wanted.register, wanted.camera, wanted.start, wanted.end, MOST_CELLS)
    names = registers.names_for(desk, actor)
    return await desk.run(_table, Gathering(desk), query, names, language)


def _table(gathering: Gathering, query: Query, names: Names | None, language: str) -> str:
    words, page = Words(language), registers.page(gathering.desk, query, names)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    lines = (_entered(gathering, line, names) for line in page.lines)
    writer.writerows(map(_defused, cells(words, lines)))
    if page.more:
        writer.writerow([words("register.more", most=MOST_CELLS)])
    return BOM + out.getvalue()


def _defused(row: Sequence[str]) -> Iterator[str]:
    """Yield cells that no spreadsheet takes for a formula: whatever looks like one is marked as text."""
    for cell in row:
        plain = cell.replace("\0", "").replace("\r", " ").replace("\n", " ").replace("\t", " ")
        yield f"'{plain}" if plain.lstrip().startswith(_FORMULA) else plain


def _query(
    desk: Desk,
    wanted: Register,
    camera: str | None,
    start: datetime | None,
    end: datetime | None,
    limit: int,
) -> Query:
    if camera is not None and camera not in desk.registers.cameras:
        raise Problem("unknown_camera")
    if start and end and start >= end:
        raise Problem("span_empty")
    return Query(register=wanted, camera=camera, start=start, end=end, limit=limit)


def _entered(gathering: Gathering, line: Line, names: Names | None) -> Entered:
    entry = line.entry
    return Entered(
        number=entry.seq,
        entered=gathering.local(entry.at),
        phase=entry.phase,
        kind=line.kind,
        by=line.by,
        itself=entry.actor.door is Door.ITSELF,
        automated=not entry.actor.is_person,
        facts=dict(_plain(gathering, line.facts, entry.seq, names)),
        personal=dict(_plain(gathering, line.personal, entry.seq, names)),
        erased=entry.erased,
    )


def _plain(
    gathering: Gathering, facts: Mapping[str, Any], seq: int, names: Names | None
) -> Iterator[tuple[str, Any]]:
    """Yield facts with moments in the site's zone, cameras by their place, people by name; who is not named is left out."""
    for name, value in facts.items():
        if name == "camera" and isinstance(value, str):
            if value not in gathering.desk.registers.derived:
                yield name, gathering.place(value, seq)
        elif name == "cameras":
            yield name, [gathering.place(camera, seq) for camera in value]
        elif name in _PEOPLE:
            users = [value] if isinstance(value, str) else value or ()
            if known := [found for user in users if (found := (names or {}).get(user))]:
                yield name, known
        elif isinstance(value, datetime):
            local, midnight = gathering.local(value), gathering.local(value).time() == time()
            if midnight and name in _TERMS:
                yield name, last_day(value, gathering.desk.zone)
            else:
                # A contract has a last day and begins with a day; what footage is of has an end, and its hours.
                of_days = name == "start" and "until" in facts and "end" not in facts
                yield name, local.date() if of_days else local
        elif not isinstance(value, dict):
            yield name, value
