"""The picture: a small street, its people and cars, and a clock and a frame counter burnt in.

Everything in the picture is a function of the frame's number, so any frame can be drawn again. The strip along
the lower edge repeats the frame number as black and white cells with a check byte: `read_number` reads it back
from any decoded frame, also after heavy compression, so a test can prove which frames survived.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import cos, pi, sin
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

type Pixels = NDArray[np.uint8]
type Colour = tuple[int, int, int]

_NUMBER_BITS: Final = 32
_CHECK_BITS: Final = 8
_CELLS: Final = _NUMBER_BITS + _CHECK_BITS
_SMOOTH: Final = 4  # sprites are drawn this many times larger and shrunk, for smooth edges
_STEPS: Final = 8  # drawings of one walking cycle

SKY: Final[Colour] = (150, 200, 235)
COATS: Final[tuple[Colour, ...]] = (
    (196, 48, 60),
    (36, 92, 160),
    (232, 168, 32),
    (60, 140, 84),
    (120, 72, 140),
)
CARS: Final[tuple[Colour, ...]] = ((214, 60, 44), (244, 244, 240), (40, 96, 168), (250, 204, 60))
WALLS: Final[tuple[Colour, ...]] = (
    (236, 220, 190),
    (206, 186, 170),
    (188, 206, 196),
    (240, 232, 214),
    (214, 176, 148),
)
ROOFS: Final[tuple[Colour, ...]] = (
    (84, 92, 110),
    (150, 70, 54),
    (70, 84, 78),
    (110, 74, 60),
    (74, 76, 96),
)


@dataclass(frozen=True, slots=True)
class _Mover:
    """Something that crosses the street for ever: its drawings, height of its feet and speed (widths per second)."""

    drawings: tuple[Image.Image, ...]
    foot: float
    speed: float
    start: float
    pace: float = 0.0  # drawings per second

    def place(self, seconds: float, width: int) -> tuple[Image.Image, int]:
        drawing = self.drawings[int(seconds * self.pace) % len(self.drawings)]
        span = width + 2 * drawing.width
        return drawing, int(
            (self.start * span + self.speed * width * seconds) % span
        ) - drawing.width


class Street:
    """Draws the frames of one camera. `grain` (0-255) adds the noise of a real sensor, which costs real bits."""

    def __init__(
        self,
        width: int,
        height: int,
        fps: int,
        started: datetime,
        name: str = "KUMA STREET",
        grain: int = 0,
    ) -> None:
        self.width, self.height, self.fps, self.started = width, height, fps, started
        self._background = _background(width, height)
        self._movers = _movers(height)
        self._signal = {go: _signal(height, go) for go in (True, False)}
        self._title = _text(name, height)
        self._strip_height = max(8, height // 45)
        self._cells = np.arange(width) * _CELLS // width
        self._grain = _grain(width, height, grain) if grain else None

    def image(self, number: int) -> Image.Image:
        """Frame `number` as a picture."""
        seconds = number / self.fps
        image = self._background.copy()
        for mover in self._movers:
            drawing, x = mover.place(seconds, self.width)
            image.paste(drawing, (x, int(mover.foot * self.height) - drawing.height), drawing)
        image.paste(
            self._signal[seconds % 12 < 7], (int(self.width * 0.645), int(self.height * 0.40))
        )
        self._burn_in(image, number, seconds)
        return image

    def pixels(self, number: int) -> Pixels:
        """Frame `number` as height x width x RGB."""
        pixels: Pixels = np.array(self.image(number))
        if self._grain is not None:
            rows, columns = (number * 37) % 64, (number * 53) % 64
            noise = self._grain[rows : rows + self.height, columns : columns + self.width, None]
            body = slice(0, self.height - self._strip_height)
            pixels[body] = np.clip(pixels[body].astype(np.int16) + noise[body], 0, 255)
        return pixels

    def _burn_in(self, image: Image.Image, number: int, seconds: float) -> None:
        margin = self.height // 60
        clock = (self.started + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S.%f")[:-5]
        left = _text(clock, self.height)
        right = _text(f"#{number:07d}", self.height)
        image.paste(left, (margin, margin))
        image.paste(self._title, ((self.width - self._title.width) // 2, margin))
        image.paste(right, (self.width - right.width - margin, margin))
        row = (_number_cells(number) * 255)[self._cells]
        strip = np.broadcast_to(row, (self._strip_height, self.width))
        image.paste(
            Image.fromarray(np.ascontiguousarray(strip)), (0, self.height - self._strip_height)
        )


def read_number(pixels: Pixels) -> int | None:
    """Read the strip of a decoded RGB or grey frame; None if the picture is damaged there."""
    height, width = pixels.shape[:2]
    row = pixels[height - max(8, height // 45) // 2 - 1]
    grey = row.mean(axis=-1) if row.ndim == 2 else row
    centres = ((np.arange(_CELLS) + 0.5) * width / _CELLS).astype(int)
    number = int("".join("1" if value > 127 else "0" for value in grey[centres][:_NUMBER_BITS]), 2)
    bits = (grey[centres] > 127).astype(np.uint8)
    return number if np.array_equal(bits, _number_cells(number)) else None


def _number_cells(number: int) -> NDArray[np.uint8]:
    value = (number % 2**_NUMBER_BITS).to_bytes(4)
    # The check is never zero for zero, so a black picture does not read as frame 0.
    check = (
        sum(byte * weight for byte, weight in zip(value, (3, 5, 7, 11), strict=True)) + 0xA5
    ) % 256
    return np.unpackbits(np.frombuffer(value + bytes([check]), np.uint8))


def _text(text: str, height: int) -> Image.Image:
    """White on black, one cell per character (the bundled font is not fixed-width, a clock should not dance)."""
    cells = [_glyph(character, height) for character in text]
    line = Image.new("RGB", (sum(cell.width for cell in cells), cells[0].height))
    x = 0
    for cell in cells:
        line.paste(cell, (x, 0))
        x += cell.width
    return line


@cache
def _glyph(character: str, height: int) -> Image.Image:
    size = max(12, height // 22)
    font = ImageFont.load_default(size)
    cell = Image.new(
        "RGB", (round(size * (0.34 if character in ".: " else 0.64)), round(size * 1.3))
    )
    ImageDraw.Draw(cell).text(
        (cell.width / 2, cell.height / 2), character, (255, 255, 255), font, anchor="mm"
    )
    return cell


@cache
def _grain(width: int, height: int, strength: int) -> NDArray[np.int16]:
    noise = np.random.default_rng(1).normal(0, strength, (height + 64, width + 64))
    return noise.astype(np.int16)


def _shrink(image: Image.Image) -> Image.Image:
    return image.resize(
        (max(1, image.width // _SMOOTH), max(1, image.height // _SMOOTH)), Image.Resampling.LANCZOS
    )


@cache
def _background(width: int, height: int) -> Image.Image:
    """Sky, houses, shop, pavements and road; nothing here moves."""
    w, h = width * 2, height * 2
    image = Image.new("RGB", (w, h), SKY)
    draw = ImageDraw.Draw(image)
    for y in range(int(h * 0.5)):
        fade = y / (h * 0.5)
        draw.line((0, y, w, y), (int(120 + 100 * fade), int(176 + 50 * fade), int(226 + 14 * fade)))
    draw.polygon([(0, h * 0.4), (w * 0.2, h * 0.2), (w * 0.36, h * 0.36), (w * 0.5, h * 0.25), (w * 0.72, h * 0.42),
                  (w, h * 0.3), (w, h * 0.5), (0, h * 0.5)], (134, 164, 150))  # fmt: skip
    draw.rectangle((0, h * 0.60, w, h * 0.70), (186, 182, 174))
    draw.rectangle((0, h * 0.695, w, h * 0.705), (150, 148, 142))
    draw.rectangle((0, h * 0.705, w, h * 0.90), (84, 86, 92))
    draw.rectangle((0, h * 0.90, w, h), (196, 190, 180))
    for i in range(12):
        draw.rectangle((w * i / 12, h * 0.795, w * (i / 12 + 0.045), h * 0.805), (236, 232, 220))
    for i in range(6):
        x = w * (0.66 + i * 0.022)
        draw.polygon([(x, h * 0.71), (x + w * 0.011, h * 0.71), (x + w * 0.002, h * 0.895), (x - w * 0.011, h * 0.895)],
                     (232, 232, 228))  # fmt: skip
    for i in range(5):
        if i != 2:
            _house(draw, w, h, 0.01 + i * 0.2, WALLS[i], ROOFS[i])
    _shop(draw, w, h)
    for x in (0.2, 0.805):
        draw.rectangle((w * x, h * 0.12, w * (x + 0.008), h * 0.64), (112, 104, 98))
        draw.rectangle((w * (x - 0.02), h * 0.17, w * (x + 0.028), h * 0.18), (112, 104, 98))
    for sag in (0.0, 0.03):
        points = [
            (w * i / 40, h * (0.175 + sag * 0.5 + 0.03 * sin(pi * ((i / 40 - 0.2) / 0.6) % pi)))
            for i in range(41)
        ]
        draw.line(points, (70, 70, 76), 2)
    draw.rectangle((w * 0.955, h * 0.46, w * 0.967, h * 0.63), (110, 80, 56))
    draw.ellipse((w * 0.90, h * 0.26, w * 1.02, h * 0.52), (86, 146, 84))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _house(draw: ImageDraw.ImageDraw, w: int, h: int, x: float, wall: Colour, roof: Colour) -> None:
    draw.rectangle((w * x, h * 0.36, w * (x + 0.17), h * 0.61), wall)
    draw.polygon(
        [(w * (x - 0.012), h * 0.365), (w * (x + 0.085), h * 0.25), (w * (x + 0.182), h * 0.365)],
        roof,
    )
    for column in (0.02, 0.11):
        draw.rectangle(
            (w * (x + column), h * 0.40, w * (x + column + 0.04), h * 0.47), (92, 128, 156)
        )
        draw.line(
            (w * (x + column + 0.02), h * 0.40, w * (x + column + 0.02), h * 0.47),
            (240, 240, 236),
            3,
        )
    draw.rectangle((w * (x + 0.065), h * 0.50, w * (x + 0.105), h * 0.61), (104, 72, 52))
    draw.rectangle((w * (x + 0.12), h * 0.52, w * (x + 0.155), h * 0.58), (120, 152, 172))


def _shop(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
    draw.rectangle((w * 0.405, h * 0.34, w * 0.595, h * 0.61), (232, 232, 228))
    draw.rectangle((w * 0.40, h * 0.34, w * 0.60, h * 0.44), (176, 52, 44))
    draw.rectangle((w * 0.42, h * 0.47, w * 0.50, h * 0.61), (150, 188, 200))
    draw.rectangle((w * 0.51, h * 0.47, w * 0.58, h * 0.61), (172, 206, 214))
    draw.line((w * 0.545, h * 0.47, w * 0.545, h * 0.61), (90, 96, 104), 3)
    draw.text(
        (w * 0.521, h * 0.39),
        "KUMA STREET",
        (255, 248, 236),
        ImageFont.load_default(h / 26),
        anchor="mm",
    )
    x, y, r = w * 0.422, h * 0.39, h * 0.03
    for side in (-1, 1):
        draw.ellipse(
            (x + side * r * 0.8 - r * 0.4, y - r * 1.1, x + side * r * 0.8 + r * 0.4, y - r * 0.3),
            (60, 40, 32),
        )
    draw.ellipse((x - r, y - r * 0.9, x + r, y + r), (60, 40, 32))
    draw.ellipse((x - r * 0.45, y, x + r * 0.45, y + r * 0.7), (226, 196, 160))
    draw.ellipse((x - r * 0.15, y + r * 0.1, x + r * 0.15, y + r * 0.35), (30, 22, 20))


def _movers(height: int) -> tuple[_Mover, ...]:
    """Far to near, so that nearer things cover farther ones."""
    cloud, other = _cloud(height * 0.08), _cloud(height * 0.055)
    people = [
        tuple(_person(height * 0.2, coat, step / _STEPS) for step in range(_STEPS))
        for coat in COATS
    ]
    back = [
        tuple(d.transpose(Image.Transpose.FLIP_LEFT_RIGHT) for d in drawings) for drawings in people
    ]
    near = tuple(_person(height * 0.3, COATS[1], step / _STEPS) for step in range(_STEPS))
    cars = [_car(height * 0.15, colour) for colour in CARS]
    return (
        _Mover((cloud,), 0.19, 0.008, 0.15),
        _Mover((other,), 0.24, 0.012, 0.62),
        _Mover(people[0], 0.665, 0.045, 0.10, 11),
        _Mover(people[2], 0.67, 0.052, 0.16, 12),
        _Mover(back[3], 0.68, -0.048, 0.55, 11),
        _Mover(back[4], 0.69, -0.040, 0.80, 10),
        _Mover((cars[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT),), 0.80, -0.19, 0.4),
        _Mover((cars[1].transpose(Image.Transpose.FLIP_LEFT_RIGHT),), 0.80, -0.19, 0.95),
        _Mover((cars[2],), 0.885, 0.15, 0.05),
        _Mover((cars[3],), 0.885, 0.15, 0.6),
        _Mover(near, 0.975, 0.07, 0.3, 12),
    )


def _cloud(size: float) -> Image.Image:
    s = size * _SMOOTH
    image = Image.new("RGBA", (int(s * 3), int(s)), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    for x, y, r in ((0.6, 0.68, 0.32), (1.2, 0.5, 0.48), (1.8, 0.56, 0.42), (2.4, 0.7, 0.3)):
        draw.ellipse(
            (s * (x - r * 1.3), s * (y - r), s * (x + r * 1.3), s * (y + r)), (255, 255, 255, 235)
        )
    return _shrink(image)


def _person(size: float, coat: Colour, phase: float) -> Image.Image:
    """Draw a walker at `phase` (0-1) of one cycle."""
    s = size * _SMOOTH
    image = Image.new("RGBA", (int(s * 0.6), int(s)), (*coat, 0))
    draw = ImageDraw.Draw(image)
    swing, bob = sin(2 * pi * phase), abs(cos(2 * pi * phase)) * 0.015
    hip, thick = (s * 0.3, s * (0.58 - bob)), int(s * 0.075)
    for side, shade in ((-1, 40), (1, 58)):
        knee = (hip[0] + s * 0.10 * swing * side, s * 0.77)
        foot = (hip[0] + s * 0.17 * swing * side, s * 0.965)
        draw.line((hip, knee, foot), (shade, shade, shade + 16, 255), thick, joint="curve")
        draw.ellipse(
            (foot[0] - thick * 0.6, s * 0.93, foot[0] + thick, s * 0.995), (30, 30, 34, 255)
        )
    darker = tuple(int(value * 0.75) for value in coat)
    draw.line(
        (s * 0.3, s * 0.30, s * (0.3 - 0.13 * swing), s * 0.52), (*darker, 255), int(s * 0.06)
    )
    draw.rounded_rectangle(
        (s * 0.20, s * (0.24 - bob), s * 0.41, s * (0.62 - bob)), s * 0.08, (*coat, 255)
    )
    draw.line(
        (s * 0.3, s * 0.30, s * (0.3 + 0.13 * swing), s * 0.52), (*darker, 255), int(s * 0.06)
    )
    draw.ellipse((s * 0.215, s * (0.03 - bob), s * 0.395, s * (0.22 - bob)), (236, 196, 164, 255))
    draw.pieslice(
        (s * 0.205, s * (0.02 - bob), s * 0.40, s * (0.22 - bob)), 160, 350, (48, 36, 32, 255)
    )
    return _shrink(image)


def _car(size: float, colour: Colour) -> Image.Image:
    s = size * _SMOOTH
    image = Image.new("RGBA", (int(s * 2.5), int(s)), (*colour, 0))
    draw = ImageDraw.Draw(image)
    draw.polygon(
        [(s * 0.45, s * 0.45), (s * 0.75, s * 0.08), (s * 1.65, s * 0.08), (s * 2.0, s * 0.45)],
        (*colour, 255),
    )
    draw.polygon(
        [(s * 0.60, s * 0.43), (s * 0.82, s * 0.16), (s * 1.16, s * 0.16), (s * 1.16, s * 0.43)],
        (168, 204, 220, 255),
    )
    draw.polygon(
        [(s * 1.24, s * 0.43), (s * 1.24, s * 0.16), (s * 1.58, s * 0.16), (s * 1.84, s * 0.43)],
        (168, 204, 220, 255),
    )
    draw.rounded_rectangle((s * 0.05, s * 0.42, s * 2.45, s * 0.84), s * 0.12, (*colour, 255))
    draw.rectangle((s * 2.36, s * 0.5, s * 2.45, s * 0.6), (255, 244, 190, 255))
    draw.rectangle((s * 0.05, s * 0.5, s * 0.12, s * 0.6), (190, 30, 30, 255))
    for x in (0.6, 1.9):
        draw.ellipse((s * (x - 0.22), s * 0.58, s * (x + 0.22), s * 0.995), (30, 30, 32, 255))
        draw.ellipse((s * (x - 0.1), s * 0.69, s * (x + 0.1), s * 0.89), (190, 192, 196, 255))
    return _shrink(image)


def _signal(height: int, go: bool) -> Image.Image:
    s = int(height * 0.03) * _SMOOTH
    image = Image.new("RGB", (s, s * 2), (50, 54, 58))
    draw = ImageDraw.Draw(image)
    red, green = ((70, 30, 30), (60, 226, 140)) if go else ((240, 60, 50), (24, 66, 44))
    draw.ellipse((s * 0.15, s * 0.15, s * 0.85, s * 0.85), red)
    draw.ellipse((s * 0.15, s * 1.15, s * 0.85, s * 1.85), green)
    return _shrink(image)
