"""What the worker is told before the footage comes, and how it says why it gave up."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum
import json
import struct
from typing import BinaryIO, Self

_LENGTH = struct.Struct(">I")


class Gave(IntEnum):
    """How the worker ended: the process's exit code."""

    DONE = 0
    UNAVAILABLE = 3
    """There is nothing here that encodes H.264, or PyAV or Pillow is missing."""
    UNDECODABLE = 4
    """No picture of the footage could be decoded."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the picture as it is shown, between two moments.

    Moments in microseconds since 1970; place and size are fractions of the picture's width and height, from its upper
    left corner.
    """

    start: int
    end: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Order:
    """Areas to be painted over; or the moment (`picture_at`) whose picture is wanted, as it was recorded."""

    areas: Sequence[Area] = ()
    picture_at: int | None = None

    @property
    def is_for_a_picture(self) -> bool:
        """Say whether one picture is wanted, and nothing painted over."""
        return self.picture_at is not None

    def encode(self) -> bytes:
        """Return the order as it goes in front of the footage."""
        told = {"areas": [asdict(area) for area in self.areas], "picture_at": self.picture_at}
        data = json.dumps(told).encode()
        return _LENGTH.pack(len(data)) + data

    @classmethod
    def read(cls, source: BinaryIO) -> Self:
        """Read an order."""
        (size,) = _LENGTH.unpack(source.read(_LENGTH.size))
        told = json.loads(source.read(size))
        return cls([Area(**area) for area in told["areas"]], told["picture_at"])
