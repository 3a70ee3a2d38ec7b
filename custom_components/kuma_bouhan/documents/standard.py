"""The operating standard (運用基準, 別紙): its eight articles, as they follow from what is settled: 4(1).

Where the guideline's example gives the text (運用基準例) it stands here as it does there; what a site has settled fills its
blanks, and a blank that nothing fills is printed as 未定. Below an article stands what the site adds to it.

Invariants:
1. Nothing in it depends on today, nor on who holds an office: titles stand in it, names do not.
2. The Japanese text is what is adopted. `digest` is of it alone, and is the same as long as the text is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import groupby
import json
from typing import Any

from ..guideline.people import Role
from ..guideline.recording import Hours
from .phrases import examples, hours, inside, long
from .words import Words

type Stored = dict[str, Any]
"""The text as an act stores it: title, and the articles with their paragraphs (label, text, depth) and clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A camera as the standard names it. `days` and `stills` (seconds between two) only where they are its own."""

    place: str
    view: str = ""
    hours: Hours | None = None
    days: int | None = None
    audio: bool = False
    stills: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a site has settled of what the standard says."""

    facility: str
    owner: str
    """Who puts the cameras up: a body, a person, or nobody that is named."""
    purpose: str
    crimes: str
    contact: str
    manager_title: str
    days: int
    approver: Role
    afterwards: bool
    """Whether footage may be handed over before it is permitted, in an emergency."""
    sign_days: int
    sign_interlock: bool
    answer_days: int
    closing_days: int
    officer: str | None
    """The complaint officer's title, which may be empty; None where there is none."""
    rules_by: str
    kept_at: tuple[str, ...]
    """Where the media stand, under lock."""
    cameras: tuple[Watched, ...]
    clauses: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, under the label that stands before it."""

    text: str
    label: str = ""
    depth: int = 0

    @property
    def whole(self) -> str:
        """Return it with its label."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article. `clause` is what the site adds; `undecided` are the blanks that nothing fills."""

    number: int
    title: str
    paragraphs: tuple[Paragraph, ...]
    clause: str = ""
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """The whole text, in one language."""

    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """An article that is not what it was."""

    number: int
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def standard(words: Words, settled: Settled) -> Standard:
    """Return the standard as it follows from what is settled."""
    owner = settled.owner or settled.facility
    return Standard(
        words("standard.title", owner=owner),
        tuple(
            _article(words, settled, number, write)
            for number, write in enumerate(_ARTICLES, start=1)
        ),
    )


def stored(text: Standard) -> Stored:
    """Return a text as an act stores it."""
    return {
        "title": text.title,
        "articles": [
            {
                "number": one.number,
                "title": one.title,
                "paragraphs": [[part.label, part.text, part.depth] for part in one.paragraphs],
                "clause": one.clause,
            }
            for one in text.articles
        ],
    }


def read(text: Mapping[str, Any]) -> Standard:
    """Return a text that an act stored; one that was overwritten has no articles."""
    return Standard(
        text.get("title", ""),
        tuple(
            Article(
                number=one["number"],
                title=one["title"],
                paragraphs=tuple(
                    Paragraph(said, label, depth) for label, said, depth in one["paragraphs"]
                ),
                clause=one["clause"],
            )
            for one in text.get("articles", ())
        ),
    )


def digest(text: Standard) -> str:
    """Return the SHA-256 (hex) of a text, over its canonical JSON."""
    canonical = json.dumps(stored(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def fingerprint(settled: Settled) -> str:
    """Return the SHA-256 (hex) of what is settled, whatever words it is put in; what says nothing is left out."""
    said = {name: value for name, value in asdict(settled).items() if value}
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, default=_plain)
    return sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def differences(before: Standard, after: Standard) -> tuple[Difference, ...]:
    """Return the articles that differ, with all their paragraphs; a title that differs counts as article 0."""
    found = []
    if before.title != after.title:
        found.append(Difference(0, after.title, (before.title,), (after.title,)))
    old = {one.number: one for one in before.articles}
    for one in after.articles:
        was, now = _lines(old.get(one.number)), _lines(one)
        if was != now:
            found.append(Difference(one.number, one.title, was, now))
    return tuple(found)


def _lines(article: Article | None) -> tuple[str, ...]:
    if article is None:
        return ()
    return (*(part.whole for part in article.paragraphs), *article.clause.splitlines())


# The articles ----------------------------------------------------------------------------------


class _Draft:
    """An article that is being written: its paragraphs, and the blanks that were met."""

    def __init__(self, words: Words, number: int) -> None:
        self.words, self.number = words, number
        self.paragraphs: list[Paragraph] = []
        self.undecided: list[str] = []

    def add(self, key: str, label: str = "", depth: int = 0, **blanks: object) -> None:
        """Write one of the article's sentences."""
        name = self.words(f"standard.label.{label}") if label else ""
        text = self.words(f"standard.{self.number}.{key}", **blanks)
        self.paragraphs.append(Paragraph(text, name, depth))

    def filled(self, text: str, what: str) -> str:
        """Return what fills a blank; or say that it is not settled."""
        if text.strip():
            return text.strip()
        missing = self.words(f"standard.missing.{what}")
        if missing not in self.undecided:
            self.undecided.append(missing)
        return self.words("standard.not_settled")


def _article(
    words: Words, settled: Settled, number: int, write: Callable[[_Draft, Settled], None]
) -> Article:
    draft = _Draft(words, number)
    write(draft, settled)
    return Article(
        number=number,
        title=words(f"standard.{number}.title"),
        paragraphs=tuple(draft.paragraphs),
        clause=settled.clauses.get(number, "").strip(),
        undecided=tuple(draft.undecided),
    )


def _purpose(draft: _Draft, settled: Settled) -> None:
    crimes = draft.filled(examples(settled.crimes), "crimes")
    draft.add("text", facility=settled.facility, crimes=crimes)
    draft.add("purpose", purpose=draft.filled(inside(settled.purpose), "purpose"))


def _cameras(draft: _Draft, settled: Settled) -> None:
    words, cameras = draft.words, settled.cameras
    draft.add("text")
    places = words.joined(*(one.place for one in cameras))
    draft.add("places", "1")
    draft.add("places_text", depth=1, places=draft.filled(places, "cameras"), count=len(cameras))
    draft.add("views", "2")
    for one in cameras:
        draft.add("view", depth=1, place=one.place, view=draft.filled(one.view, "view"))
    told = [hours(words, one.hours) for one in cameras]
    if len(set(told)) <= 1:
        draft.add("hours", "3", hours=told[0] if told else draft.filled("", "hours"))
    else:
        draft.add("hours_each", "3")
        for one, text in zip(cameras, told, strict=True):
            draft.add("hours_of", depth=1, place=one.place, hours=text)
    draft.add("recorded", "4")
    if audio := [one.place for one in cameras if one.audio]:
        draft.add("audio", depth=1, places=words.joined(*audio))
    for seconds, group in _grouped(cameras, lambda one: one.stills):
        draft.add("stills", depth=1, places=words.joined(*group), seconds=seconds)


def _manager(draft: _Draft, settled: Settled) -> None:
    draft.add("manager", "1")
    draft.add("title_of", "2", title=draft.filled(inside(settled.manager_title), "manager_title"))
    draft.add("tasks", "3")
    for name in ("a", "b", "c"):
        draft.add(f"task_{name}", name, 1)


def _footage(draft: _Draft, settled: Settled) -> None:
    words = draft.words
    draft.add("text")
    draft.add("keeping", "1")
    kept_at = words.joined(*map(inside, settled.kept_at))
    draft.add("keeping_a", "a", 1, places=draft.filled(kept_at, "kept_at"))
    draft.add("keeping_b", "b", 1)
    draft.add("keeping_c", "c", 1)
    draft.add("keeping_d", "d", 1)
    draft.add("period", "2")
    others = [
        words("standard.4.days_of", places=words.joined(*places), days=long(words, days))
        for days, places in _grouped(settled.cameras, lambda one: one.days)
    ]
    own = words("standard.4.others", others=words.joined(*others)) if others else ""
    approver = words(f"standard.role.{settled.approver}")
    days = long(words, settled.days)
    draft.add("period_text", depth=1, days=days, others=own, approver=approver)
    draft.add("erasure", "3")
    draft.add("erasure_text", depth=1)


def _disclosure(draft: _Draft, settled: Settled) -> None:
    draft.add("text", "1")
    for name in ("a", "b", "c"):
        draft.add(f"ground_{name}", name, 1)
    draft.add("permission", "2")
    if settled.afterwards:
        draft.add("afterwards", "3")


def _sign(draft: _Draft, settled: Settled) -> None:
    draft.add("text", "1")
    draft.add("inspection", "2", days=settled.sign_days)
    if settled.sign_interlock:
        draft.add("interlock", "3")


def _complaints(draft: _Draft, settled: Settled) -> None:
    draft.add("text", "1")
    draft.add("times", "2", answer=settled.answer_days, closing=settled.closing_days)
    label = "3"
    if settled.officer is not None:
        key = "officer" if settled.officer else "officer_untitled"
        draft.add(key, label, title=inside(settled.officer))
        label = "4"
    if contact := inside(settled.contact):
        draft.add("contact", label, contact=contact)


def _others(draft: _Draft, settled: Settled) -> None:
    draft.add("text", rules_by=draft.filled(inside(settled.rules_by), "rules_by"))


_ARTICLES: Sequence[Callable[[_Draft, Settled], None]] = (
    _purpose,
    _cameras,
    _manager,
    _footage,
    _disclosure,
    _sign,
    _complaints,
    _others,
)


def _grouped(
    cameras: Sequence[Watched], by: Callable[[Watched], int | None]
) -> list[tuple[int, list[str]]]:
    """Return the places of cameras that have something of their own, by what it is."""
    own = sorted((value, one.place) for one in cameras if (value := by(one)) is not None)
    return [
        (value, [place for _, place in group]) for value, group in groupby(own, lambda one: one[0])
    ]
