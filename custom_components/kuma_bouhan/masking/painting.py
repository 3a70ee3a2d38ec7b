"""Painting over: where areas lie in a stored picture, and the mark that says that it is a masked copy.

Areas and mark are placed in the picture as it is shown. A camera's picture may be stored turned (EXIF orientation), so
both are turned back. Areas grow outward to whole pixels, and to whole pixels of colour.
"""

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

import av

from .order import Area

MARK = "MASKED COPY"
_MARGIN = 2
"""Dots around the mark's letters."""
_LINES = 240
"""A dot of the mark is a pixel for so many lines of the picture."""

# Five dots by seven, a row a number, the leftmost dot the highest bit.
_LETTERS = {
    " ": (0, 0, 0, 0, 0, 0, 0),
    "A": (14, 17, 17, 31, 17, 17, 17),
    "C": (14, 17, 16, 16, 16, 17, 14),
    "D": (30, 17, 17, 17, 17, 17, 30),
    "E": (31, 16, 16, 30, 16, 16, 31),
    "K": (17, 18, 20, 24, 20, 18, 17),
    "M": (17, 27, 21, 21, 17, 17, 17),
    "O": (14, 17, 17, 17, 17, 17, 14),
    "P": (30, 17, 17, 30, 16, 16, 16),
    "S": (15, 16, 16, 14, 1, 1, 30),
    "Y": (17, 17, 10, 4, 4, 4, 4),
}

FULL_RANGE = "yuvj420p"
"""How pictures are stored whose black is 0."""
GREY = 128
"""No colour."""

type Rows = Sequence[Sequence[bool]]


class Turn(NamedTuple):
    """How a shown picture becomes the stored one: its axes change places, then its sides."""

    swap: bool
    left_right: bool
    up_down: bool


_TURNS = {
    2: Turn(False, True, False),
    3: Turn(False, True, True),
    4: Turn(False, False, True),
    5: Turn(True, False, False),
    6: Turn(True, True, False),
    7: Turn(True, True, True),
    8: Turn(True, False, True),
}


def turn_of(orientation: int) -> Turn:
    """Return how pictures of an EXIF orientation are stored."""
    return _TURNS.get(orientation, Turn(False, False, False))


class Box(NamedTuple):
    """Pixels of a stored picture, from `left` and `top` until before `right` and `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    def of_colour(self) -> Box:
        """Return it in pixels of colour, of which there are half as many each way."""
        return Box(self.left // 2, self.top // 2, -(-self.right // 2), -(-self.bottom // 2))


def placed(area: Area, turn: Turn, width: int, height: int) -> Box:
    """Return the pixels of an area in a stored picture of some size; even, as far as the picture goes."""
    left, top, right, bottom = area.x, area.y, area.x + area.w, area.y + area.h
    if turn.swap:
        left, top, right, bottom = top, left, bottom, right
    if turn.left_right:
        left, right = 1 - right, 1 - left
    if turn.up_down:
        top, bottom = 1 - bottom, 1 - top
    return Box(
        max(0, floor(left * width) // 2 * 2),
        max(0, floor(top * height) // 2 * 2),
        min(width, -(-ceil(right * width) // 2) * 2),
        min(height, -(-ceil(bottom * height) // 2) * 2),
    )


def mark(lines: int) -> Rows:
    """Return the mark as dots, row by row, for a picture that is shown with so many lines."""
    dots = [
        [dot == "1" for letter in MARK for dot in f"{_LETTERS[letter][row]:06b}"]
        for row in range(7)
    ]
    blank = [False] * (len(dots[0]) + 2 * _MARGIN)
    beside = [False] * _MARGIN
    whole = [blank] * _MARGIN + [beside + row + beside for row in dots] + [blank] * _MARGIN
    size = max(1, lines // _LINES)
    return [[dot for dot in row for _ in range(size)] for row in whole for _ in range(size)]


def stored_mark(turn: Turn, width: int, height: int) -> tuple[Box, Rows]:
    """Return where the mark lies in a stored picture, and its rows there: the lower left corner as it is shown."""
    shown = (height, width) if turn.swap else (width, height)
    rows = [row[: shown[0]] for row in mark(shown[1])][: shown[1]]
    box = Box(0, shown[1] - len(rows), len(rows[0]), shown[1])
    if turn.swap:
        rows = [list(row) for row in zip(*rows, strict=True)]
        box = Box(box.top, box.left, box.bottom, box.right)
    if turn.left_right:
        rows = [row[::-1] for row in rows]
        box = Box(width - box.right, box.top, width - box.left, box.bottom)
    if turn.up_down:
        rows = rows[::-1]
        box = Box(box.left, height - box.bottom, box.right, height - box.top)
    return box, rows


def fill(plane: memoryview, stride: int, box: Box, value: int) -> None:
    """Give all pixels of a box in a plane one value."""
    row = bytes([value]) * (box.right - box.left)
    for line in range(box.top, box.bottom):
        at = line * stride
        plane[at + box.left : at + box.right] = row


def draw(plane: memoryview, stride: int, box: Box, rows: Sequence[bytes]) -> None:
    """Write rows of pixels into a box of a plane."""
    for line, row in enumerate(rows, start=box.top):
        at = line * stride
        plane[at + box.left : at + box.right] = row


class Brush:
    """Paints over pictures of one size."""

    def __init__(
        self, areas: Sequence[Area], turn: Turn, size: tuple[int, int], *, full: bool, lasts: int
    ) -> None:
        """Work out where areas and mark lie. `lasts`: about how long a picture is shown, in microseconds."""
        black, white = (0, 255) if full else (16, 235)
        self._areas = [(area, placed(area, turn, *size)) for area in areas]
        self._mark, dots = stored_mark(turn, *size)
        self._rows = [bytes(white if dot else black for dot in row) for row in dots]
        self._black = black
        self._lasts = lasts

    def paint(self, frame: av.VideoFrame, at: int, lasts: int = 0) -> None:
        """Paint over what lies in a picture that is shown from a moment (microseconds) on, and mark it.

        `lasts`: how long it is shown, where that is longer than most are.
        """
        end = at + max(lasts, self._lasts)
        boxes = [box for area, box in self._areas if area.start < end and at < area.end]
        luma, *colours = ((memoryview(plane), plane.line_size) for plane in frame.planes)
        for box in boxes:
            fill(*luma, box, self._black)
        draw(*luma, self._mark, self._rows)
        for colour in colours:
            for box in [*boxes, self._mark]:
                fill(*colour, box.of_colour(), GREY)
