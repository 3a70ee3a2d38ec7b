"""How much a sign holds: how large its letters are, and which of its rows it has room for. Paper does not scroll.

Told from the texts before a browser sets them, so a little is allowed for: a Japanese letter is as wide as it is high, a Latin
one a good half of it. Measures are in the unit of `sign.html`: on an A4 and on a label a millimetre, on an A5 as much smaller as
the sheet is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

_LATIN, _CAPITAL = 0.58, 0.72
_SECOND_TITLE, _SECOND_TEXT = 0.62, 0.74
"""How large the second language is beside the first."""
_RAGGED = 2.5
"""Letters that stay free at the end of a line."""
_MANY = 4
"""So many lines may be one more: what stays free adds up."""
_PHRASED = 70
"""Letters of a text whose phrases stay whole; a longer one would leave too much free."""
_NEED = ("contact", "kept", "hours", "owner", "manager", "purpose")
"""The rows, those needed most first: who answers for the cameras, then what is short. What they are for, the headline nearly says."""


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a sign: its titles and what stands there, in one or two languages; empty where it is to be written by hand."""

    name: str
    titles: Sequence[str]
    texts: Sequence[str]

    @property
    def phrased(self) -> bool:
        """Say whether phrases stay whole where a line ends; names, which would be torn as phrases, are parted anywhere."""
        short = all(len(text) <= _PHRASED for text in self.texts)
        return short and self.name in {"purpose", "hours", "contact"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a sign is set: how high its letters are, whether a camera is drawn, and the rows there is room for."""

    letter: float
    drawn: bool
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a size of sign has around the letters of its rows."""

    width: float
    """Of a title and its text."""
    between: float
    """A title and its text."""
    around: float
    """The lines of a row, above and below."""
    line: float
    """How high a line is, in letters."""
    by_hand: float
    """How high a row to be written in is."""
    drawing: float
    """How high a camera is drawn at the least; 0 where it takes no room from the rows."""
    letters: Sequence[float]
    """How high they may be, the largest first."""


PAGE = Sheet(
    width=131,
    between=5,
    around=2.1,
    line=1.36,
    by_hand=9,
    drawing=20,
    letters=(5, 4.4, 3.8, 3.3),
)
LABEL = Sheet(
    width=67,
    between=2.5,
    around=0.92,
    line=1.22,
    by_hand=4,
    drawing=0,
    letters=(2.9, 2.5, 2.2),
)


def fitting(fields: Sequence[Field], sheet: Sheet, room: float) -> Setting:
    """Return how rows are set within a height.

    Before letters are small no camera is drawn; before they are too small to be read, the rows needed least are left out.
    """
    largest, smaller, *_, smallest = sheet.letters
    with_drawing = [(one, sheet.drawing) for one in (largest, smaller)]
    for letter, drawing in [*with_drawing, *((one, 0) for one in sheet.letters[1:])]:
        height = _height(fields, sheet, letter)
        if height + drawing <= room:
            return Setting(letter, height + sheet.drawing <= room, fields)
    kept: list[Field] = []
    for one in sorted(fields, key=lambda field: _NEED.index(field.name)):
        if _height([*kept, one], sheet, smallest) <= room:
            kept.append(one)
    return fitting([one for one in fields if one in kept], sheet, room)


def _height(fields: Sequence[Field], sheet: Sheet, letter: float) -> float:
    """Return how high rows are, in letters so high."""
    title = max(sum(_widths(one.titles, _SECOND_TITLE)) for one in fields)
    line = (sheet.width - sheet.between) / letter - title
    height = 0.0
    for one in fields:
        widths = _widths(one.texts, _SECOND_TEXT)
        lines = sum(ceil(wide / (line - _RAGGED)) for wide in widths)
        lines = 1 if sum(widths) <= line else lines + (lines >= _MANY)
        height += sheet.around + (lines * sheet.line * letter if one.texts else sheet.by_hand)
    return height


def _widths(texts: Sequence[str], second: float) -> list[float]:
    """Return how wide each text is, in Japanese letters of the first; the second with what parts the two."""
    widths = [sum(map(_width, text)) for text in texts]
    return [*widths[:1], *(second * (1 + wide) for wide in widths[1:])]


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WFA":
        return 1
    return _CAPITAL if letter.isupper() else _LATIN
