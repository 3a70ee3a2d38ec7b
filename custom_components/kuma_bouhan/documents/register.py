"""A register on paper and as a table of cells: what was done, when, by whom, with the facts of each act in words.

Names and reasons are in it only where `procedure/registers.py` has let them; ids, digests and sizes of keys are in neither.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ..guideline.registers import Register
from ..records.entry import Phase
from .dates import in_both_eras, minute, span
from .phrases import size, weekdays
from .register_facts import ORDER, WORDS_OF
from .sheet import Block, Row, Rows, Sheet, Signing, Table, Text
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A line: cameras and people in its facts are said already. `by` is empty where nobody is named."""

    number: int
    entered: datetime
    phase: Phase
    kind: str
    by: str
    itself: bool = False
    automated: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    personal: Mapping[str, Any] = field(default_factory=dict)
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A register of a span, oldest first; `names`: who reads it may read names. `most`: more lines there were, older ones."""

    register: Register
    start: datetime | None
    end: datetime | None
    lines: Sequence[Entered]
    names: bool
    place: str = ""
    most: int | None = None


def register(words: Words, facts: Print) -> Sheet:
    """Return the register as a table on landscape pages."""
    rows = [
        Row(words("register.span"), _span(words, facts)),
        Row(words("footage.camera"), facts.place or words("register.every_camera")),
        Row(words("register.count"), words("register.count_text", count=len(facts.lines))),
    ]
    columns = ["number", "entered", "what", "by", "facts"]
    notes = [words("register.explain")]
    if facts.most is not None:
        notes.insert(0, words("register.more", most=facts.most))
    if not facts.names:
        notes.append(words("register.no_names"))
    blocks: list[Block] = [
        Rows(rows),
        Table(
            [words(f"register.{name}") for name in columns],
            (6, 17, 18, 14, 45),
            [_printed(words, line) for line in facts.lines],
            words("register.none"),
        ),
        Text(notes, small=True),
        Signing(
            [Row(words(f"viewing_register.{name}")) for name in ("checked_day", "checked_by")],
            words("register.checked"),
        ),
    ]
    name = words(f"register_name.{facts.register}")
    return Sheet(title=words("register.title", name=name), blocks=blocks, landscape=True)


def _span(words: Words, facts: Print) -> str:
    if facts.start is None or facts.end is None:
        return ""
    return span(facts.start, facts.end, words.language)


def _printed(words: Words, line: Entered) -> tuple[str, ...]:
    facts = [*_said(words, line.facts), *_said(words, line.personal)]
    said = [words("register.fact", name=name, value=value) for name, value in facts]
    if line.erased:
        said.append(words("blank.erased"))
    return (
        str(line.number),
        minute(line.entered, words.language),
        _title(words, line),
        _by(words, line),
        _BETWEEN[words.language].join(said),
    )


# As cells -----------------------------------------------------------------------------------------

CELLS = (
    "number",
    "entered",
    "what",
    "state",
    "by",
    "camera",
    "about",
    "start",
    "end",
    "facts",
    "personal",
)
_OWN_CELL = {"camera", "cameras", "number", "start", "end", "true_start", "true_end"}


def cells(words: Words, lines: Iterable[Entered]) -> Iterator[list[str]]:
    """Yield the titles, then a row of cells for each line; moments are ISO 8601, as tables sort them."""
    yield [words(f"register.{name}") for name in CELLS]
    for line in lines:
        facts = line.facts
        rest = {name: value for name, value in facts.items() if name not in _OWN_CELL}
        ends = [facts.get(f"true_{name}") or facts.get(name) for name in ("start", "end")]
        state = words(f"register.{line.phase}") if line.phase in _TOLD else ""
        yield [
            str(line.number),
            _iso(line.entered),
            words(f"act_kind.{line.kind}"),
            state,
            _by(words, line),
            _places(words, facts),
            str(facts.get("number", "")),
            *(_iso(end) if isinstance(end, datetime) else str(end or "") for end in ends),
            _joined(words, rest),
            words("blank.erased") if line.erased else _joined(words, line.personal),
        ]


def _joined(words: Words, facts: Mapping[str, Any]) -> str:
    return " / ".join(
        words("register.fact", name=name, value=" ".join(value.split()))
        for name, value in _said(words, facts)
    )


def _places(words: Words, facts: Mapping[str, Any]) -> str:
    found = facts.get("cameras") or filter(None, [facts.get("camera")])
    return words.joined(*found)


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


# In words -----------------------------------------------------------------------------------------

_BETWEEN = {"ja": "　", "en": "; "}
_TOLD = {Phase.ORDERED, Phase.FAILED}


def _title(words: Words, line: Entered) -> str:
    title = words(f"act_kind.{line.kind}")
    return f"{title}\n({words(f'register.{line.phase}')})" if line.phase in _TOLD else title


def _by(words: Words, line: Entered) -> str:
    if line.itself:
        return words("register.itself")
    if line.automated:
        return words("register.automation")
    return line.by or words("register.somebody")


def _said(words: Words, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what facts say, each under its name, in the order of their words; what has no word is technical and left out."""
    bounds = [facts.get(f"true_{name}") or facts.get(name) for name in ("start", "end")]
    for name in ORDER:
        if name == "span":
            start, end = bounds
            if isinstance(start, datetime) and isinstance(end, datetime):
                yield words("fact.span"), span(start, end, words.language)
            elif start and end:
                yield words("fact.span"), f"{start} – {end}"
            elif start:
                yield words("fact.since"), _value(words, "start", start)
        elif (value := facts.get(name)) is not None and (said := _value(words, name, value)):
            yield words(_LABELS.get((name, type(value)), f"fact.{name}")), said


_LABELS: Mapping[tuple[str, type], str] = {
    ("on", bool): "fact.on_switch",
    ("on", datetime): "fact.on_day",
}


def _value(words: Words, name: str, value: Any) -> str:
    if (said := _SAYS.get(name)) is not None:
        return said(words, value)
    match value:
        case StrEnum():
            key = f"{WORDS_OF.get(type(value).__name__, '')}.{value}"
            return words(key) if words.knows(key) else str(value)
        case bool():
            return words("register.yes") if value else ""
        case datetime():
            return minute(value, words.language)
        case date():
            return in_both_eras(value, words.language)
        case str() | int():
            return str(value)
        case list() | tuple():
            return words.joined(*(_value(words, "", one) for one in value))
    return ""


def _of(prefix: str) -> Callable[[Words, Any], str]:
    """Return what says a plain word that stands in a list, and leaves one alone that does not."""

    def say(words: Words, value: Any) -> str:
        found = value if isinstance(value, list | tuple) else [value]
        keys = [f"{prefix}.{one}" for one in found]
        return words.joined(
            *(
                words(key) if words.knows(key) else str(one)
                for key, one in zip(keys, found, strict=True)
            )
        )

    return say


def _refused(words: Words, value: Any) -> str:
    key = "role_needed" if str(value).startswith("role_needed_") else value
    return _of("refused")(words, key)


_SAYS: Mapping[str, Callable[[Words, Any], str]] = {
    # Of what is kept elsewhere it is an id, which says nothing.
    "copy": lambda _words, value: str(value) if isinstance(value, int) else "",
    "bytes": lambda _words, value: size(value) if value else "",
    "edition": lambda words, value: words("standard.paper.edition", edition=value),
    "fields": _of("field"),
    "finding": _of("finding"),
    "fine": lambda words, value: words("register.fine" if value else "register.not_fine"),
    "key": _refused,
    "on": lambda words, value: (
        in_both_eras(value.date(), words.language)
        if isinstance(value, datetime)
        else words("register.on" if value else "register.off")
    ),
    "one_person": lambda words, value: words("register.same") if value else "",
    "reason_text": _of("erasure_cause"),
    "weekdays": weekdays,
}
"""Facts that are said in a way of their own."""
