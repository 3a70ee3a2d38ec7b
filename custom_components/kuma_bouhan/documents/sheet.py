"""A sheet to print: blocks one under another, a number, and the book's head; every paper of requests is one.

What a sheet carries is plain text, escaped by the template. Each page says which sheet it is of, the book's head as a
line, and its number of how many; the head's signed note stands at the end as a QR code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .dates import minute
from .page import qr, rendered
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What holds a paper to the book: its head when the paper was made."""

    line: str
    """As people write it down: `records.note.printed`."""
    note: str
    """The signed note that says so (a checkpoint)."""
    acts: int
    facility: str
    made: datetime
    """In the site's own zone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a title, and what stands beside it; `parts` are rows of its own within it."""

    title: str
    text: str = ""
    parts: Sequence[Row] = ()
    tall: bool = False
    """It leaves room, as the guideline's form does, however little stands in it."""
    mono: bool = False
    """It is compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows with titles, one under another; a `form` is the guideline's own, `by_hand` the last is signed."""

    kind: ClassVar[str] = "rows"

    rows: Sequence[Row]
    caption: str = ""
    form: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under titles that every page repeats; where there is no line it says so. `widths` are shares."""

    kind: ClassVar[str] = "table"

    titles: Sequence[str]
    widths: Sequence[int]
    lines: Sequence[Sequence[str]]
    none: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs; `small` ones are notes."""

    kind: ClassVar[str] = "text"

    paragraphs: Sequence[str]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """To whom, from whom and when, as a letter begins."""

    kind: ClassVar[str] = "address"

    date: str
    to: str
    sender: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines to be filled in by hand."""

    kind: ClassVar[str] = "signing"

    rows: Sequence[Row]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """What a machine reads, letter by letter."""

    kind: ClassVar[str] = "code"

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section, under its label, so many steps in; `added` ones are the site's own."""

    text: str
    label: str = ""
    depth: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Sections:
    """Sections, one under another, as rules are written; `lang` where they are in another language than the sheet."""

    kind: ClassVar[str] = "sections"

    sections: Sequence[Section]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """An office in a chart: who holds it, and what it is for."""

    title: str
    people: Sequence[str]
    tasks: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Offices, each under the one that instructs it. `heads` stand one under another, `beside` next to the last of them."""

    kind: ClassVar[str] = "chart"

    heads: Sequence[Box]
    beside: Box | None
    below: Sequence[Box]
    arrow: str
    notes_title: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture's frame, and the areas in it that are left out; shares of width and height, from the top left."""

    kind: ClassVar[str] = "frame"

    title: str
    areas: Sequence[tuple[float, float, float, float]]
    caption: str


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers under a title, each with what it counts."""

    title: str
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Groups of numbers, in two columns."""

    kind: ClassVar[str] = "figures"

    groups: Sequence[Group]


type Block = Rows | Table | Text | Address | Signing | Code | Sections | Chart | Frame | Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper: what stands on it, in the language of its words."""

    title: str
    mark: str = ""
    """What stands before the title: which form it is."""
    original: str = ""
    """The title in the guideline's own language, where the sheet is in another."""
    number: str = ""
    blocks: Sequence[Block] = field(default_factory=tuple)
    landscape: bool = False
    draft: str = ""
    """What is printed large where the sheet is a draft only."""
    lang: str = ""
    """The language of its title, where it is another than the sheet's."""
    close: bool = False
    """Set closely, to stand on one page."""


def render(sheets: Sequence[Sheet], head: Head, words: Words) -> str:
    """Return a page of HTML that stands alone, A4, each sheet beginning on a page of its own. Blocking."""
    first = sheets[0]
    return rendered(
        "sheet.html",
        language=words.language,
        words=words,
        sheets=sheets,
        first=first,
        running="　".join(filter(None, (first.mark, first.title, first.number))),
        head=head,
        made=minute(head.made, words.language),
        qr=qr(head.note, error="m"),
    )
