"""Writing the boxes of an MP4 file, and the numbers in its tables."""

from array import array
from itertools import chain
import struct
import sys

from .mp4 import Box

LONGEST = 0xFFFFFFFF
_U32 = struct.Struct(">I")


class Lengths:
    """Numbers of which many are alike: how many of each, in order."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counts = array("I")
        self.values = array("q")

    def add(self, value: int, count: int = 1) -> None:
        """Add a number, so many times."""
        if self.values and self.values[-1] == value:
            self.counts[-1] += count
        else:
            self.counts.append(count)
            self.values.append(value)

    def change_last(self, by: int) -> None:
        """Change the last number alone."""
        value = self.values[-1]
        self.counts[-1] -= 1
        if not self.counts[-1]:
            self.counts.pop()
            self.values.pop()
        self.add(value + by)

    @property
    def cost(self) -> int:
        """Return how many bytes it takes."""
        return 12 * len(self.counts)


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box."""
    return b"".join((struct.pack(">I4s", 8 + sum(map(len, parts)), kind), *parts))


def full(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of version 0 without flags."""
    return box(kind, bytes(4), *parts)


def copied(data: bytes, found: Box) -> bytes:
    """Return a box as it stands."""
    return data[found.start : found.end]


def timed(
    kind: bytes, flags: int, made: int, between: tuple[int, ...], lasts: int, tail: bytes
) -> bytes:
    """Return a header that says when something was made and how long it lasts."""
    wide = max(made, lasts) > LONGEST
    field = "Q" if wide else "I"
    form = f">I2{field}{len(between)}I{field}"
    return box(kind, struct.pack(form, wide << 24 | flags, made, made, *between, lasts), tail)


def edit_list(waits: int, lasts: int, begins: int) -> bytes:
    """Return an edit list: show nothing for a while, then show from a moment on."""
    wide = max(waits, lasts, begins << 1) > LONGEST
    form = ">Qqhh" if wide else ">Iihh"
    entries = [struct.pack(form, waits, -1, 1, 0)] if waits else []
    entries.append(struct.pack(form, lasts, begins, 1, 0))
    return box(b"elst", struct.pack(">II", wide << 24, len(entries)), *entries)


def runs(kind: bytes, lengths: Lengths, shift: int = 0) -> bytes:
    """Return a table of how many of each (stts, ctts), with each number moved."""
    values = (value + shift for value in lengths.values)
    flat = array("I", chain.from_iterable(zip(lengths.counts, values, strict=True)))
    return full(kind, _U32.pack(len(lengths.counts)), big(flat))


def together(lengths: Lengths) -> bytes:
    """Return how many samples lie at each place (stsc): the first place of every change, the number, description 1."""
    rows, place = array("I"), 1
    for count, samples in zip(lengths.counts, lengths.values, strict=True):
        rows.extend((place, samples, 1))
        place += count
    return full(b"stsc", _U32.pack(len(lengths.counts)), big(rows))


def numbers(kind: bytes, values: array[int]) -> bytes:
    """Return a table of numbers, with how many they are in front."""
    return full(kind, _U32.pack(len(values)), big(values))


def big(values: array[int]) -> bytes:
    """Return numbers as files have them, the big end first."""
    if sys.byteorder == "little":
        values = values[:]
        values.byteswap()
    return values.tobytes()
