"""The self-check as people read it: one line for each duty, in words for whoever looks after the house."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from ..guideline.self_check import Checked, CheckState, Report, Said
from .dates import in_both_eras
from .words import Words

_PARTS = ("はじめに", "運用基準例", "参考様式", "運用体制の概要図")
"""Parts of the guideline that have a name of their own in another language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One duty. `why` says in a sentence what was found, `evidence` by what; `mend` what to do, where it does not hold."""

    id: str
    article: str
    title: str
    state: CheckState
    why: str
    evidence: tuple[str, ...]
    mend: str | None
    path: str | None


def lines(words: Words, report: Report, zone: tzinfo) -> tuple[Line, ...]:
    """Return the lines of a report, in its order. Blocking the first time: words are read from the disk."""
    return tuple(_line(words, one, zone) for one in report.checks)


def article(words: Words, name: str) -> str:
    """Return an article as the language names it."""
    for number, part in enumerate(_PARTS):
        if name.startswith(part):
            return words(f"check.part.{number}", rest=name.removeprefix(part).strip()).strip()
    return name


def _line(words: Words, one: Checked, zone: tzinfo) -> Line:
    found = one.finding
    return Line(
        id=one.id,
        article=article(words, one.article),
        title=words(f"check.{one.id}.title"),
        state=found.state,
        why=words(f"check.{one.id}.{found.state}"),
        evidence=tuple(_sentence(words, said, zone) for said in found.evidence),
        mend=None if found.mend is None else _sentence(words, found.mend, zone),
        path=found.path,
    )


def _sentence(words: Words, said: Said, zone: tzinfo) -> str:
    filled = {name: _filled(words, blank, zone) for name, blank in said.blanks.items()}
    return words(f"check.{said.key}", **filled)


def _filled(words: Words, blank: object, zone: tzinfo) -> str:
    match blank:
        case datetime():
            return in_both_eras(blank.astimezone(zone).date(), words.language)
        case Said():
            return _sentence(words, blank, zone)
        case str() | int() | float():
            return str(blank)
        case Iterable():
            return words.joined(*(_filled(words, one, zone) for one in blank))
    raise TypeError(blank)
