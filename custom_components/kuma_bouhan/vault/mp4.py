"""Fragmented MP4, as far as joining it needs: boxes, tracks, decode times.

Fragments of one description of tracks follow one another in a file that starts at 0 and has
no jump: where the camera's own clock jumps, what follows is moved to where the last picture
ended. Pictures and sound are not touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
import struct
from typing import NamedTuple

JUMP = Fraction(1, 2)
"""Seconds: a larger step of the camera's clock than this is no frame that came late."""

_U32 = struct.Struct(">I")
_U64 = struct.Struct(">Q")
_ONE, _NONE = b"\0\1\0\0", bytes(4)
_MINUS = b"\xff\xff\0\0"
# How a picture is turned, by its EXIF orientation: the first two rows (a b 0, c d 0).
_TURNS: dict[int, tuple[bytes, bytes, bytes, bytes]] = {
    2: (_MINUS, _NONE, _NONE, _ONE),
    3: (_MINUS, _NONE, _NONE, _MINUS),
    4: (_ONE, _NONE, _NONE, _MINUS),
    5: (_NONE, _MINUS, _MINUS, _NONE),
    6: (_NONE, _MINUS, _ONE, _NONE),
    7: (_NONE, _ONE, _ONE, _NONE),
    8: (_NONE, _ONE, _MINUS, _NONE),
}


class Box(NamedTuple):
    """Where a box lies: its kind, where it starts, where its contents start, where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Track:
    """A track of an init segment. `tick` is 1/timescale of a second."""

    number: int
    timescale: int
    is_video: bool
    sample_duration: int
    """Of samples that say nothing else, in ticks."""


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Yield the boxes that follow one another; raises ValueError where they do not add up."""
    end = len(data) if end is None else end
    while start < end:
        if start + 8 > end:
            raise ValueError("a box is cut off")
        (size,) = _U32.unpack_from(data, start)
        kind, body = data[start + 4 : start + 8], start + 8
        if size == 1:
            if start + 16 > end:
                raise ValueError("a box is cut off")
            (size,) = _U64.unpack_from(data, body)
            body += 8
        elif size == 0:
            size = end - start
        if size < body - start or start + size > end:
            raise ValueError("a box is cut off")
        yield Box(kind, start, body, start + size)
        start += size


def inside(data: bytes, box: Box, *path: bytes) -> Iterator[Box]:
    """Yield the boxes that a path of kinds leads to, from inside `box`."""
    for found in boxes(data, box.body, box.end):
        if found.kind == path[0]:
            if len(path) == 1:
                yield found
            else:
                yield from inside(data, found, *path[1:])


def tracks(init: bytes) -> list[Track]:
    """Return the tracks that an init segment describes."""
    whole = Box(b"", 0, 0, len(init))
    defaults = {}
    for trex in inside(init, whole, b"moov", b"mvex", b"trex"):
        number, _, duration = struct.unpack_from(">III", init, trex.body + 4)
        defaults[number] = duration
    found = []
    for trak in inside(init, whole, b"moov", b"trak"):
        tkhd = next(inside(init, trak, b"tkhd"))
        mdhd = next(inside(init, trak, b"mdia", b"mdhd"))
        hdlr = next(inside(init, trak, b"mdia", b"hdlr"))
        wide = init[tkhd.body] == 1
        (number,) = _U32.unpack_from(init, tkhd.body + (20 if wide else 12))
        (timescale,) = _U32.unpack_from(init, mdhd.body + (20 if init[mdhd.body] == 1 else 12))
        is_video = init[hdlr.body + 8 : hdlr.body + 12] == b"vide"
        found.append(Track(number, timescale, is_video, defaults.get(number, 0)))
    if not found or any(track.timescale == 0 for track in found):
        raise ValueError("no tracks")
    return found


def turned(init: bytes, orientation: int) -> bytes:
    """Return an init segment whose pictures are shown turned (EXIF orientation)."""
    if orientation not in _TURNS:
        return init
    a, b, c, d = _TURNS[orientation]
    patched = bytearray(init)
    whole = Box(b"", 0, 0, len(init))
    for trak in inside(init, whole, b"moov", b"trak"):
        hdlr = next(inside(init, trak, b"mdia", b"hdlr"))
        if init[hdlr.body + 8 : hdlr.body + 12] == b"vide":
            tkhd = next(inside(init, trak, b"tkhd"))
            at = tkhd.end - 44
            patched[at : at + 24] = a + b + _NONE + c + d + _NONE
    return bytes(patched)


class Leader:
    """The track that leads: the picture's, or else the first."""

    def __init__(self, init: bytes) -> None:
        """Find it; raises ValueError where the init segment is none."""
        known = tracks(init)
        self._track = next((track for track in known if track.is_video), known[0])

    def time(self, fragment: bytes) -> int | None:
        """Return its decode time in a fragment, in microseconds; None where there is none.

        The beginning of the fragment is enough, as far as its first moof goes.
        """
        try:
            for box in _beginnings(fragment):
                if box.kind != b"moof":
                    continue
                for traf in inside(fragment, box, b"traf"):
                    tfhd = next(inside(fragment, traf, b"tfhd"))
                    if _U32.unpack_from(fragment, tfhd.body + 4)[0] == self._track.number:
                        tfdt = next(inside(fragment, traf, b"tfdt"))
                        field = _U64 if fragment[tfdt.body] == 1 else _U32
                        (time,) = field.unpack_from(fragment, tfdt.body + 4)
                        return int(time) * 1_000_000 // self._track.timescale
        except ValueError, struct.error, StopIteration, IndexError:
            pass
        return None


def _beginnings(data: bytes) -> Iterator[Box]:
    """Yield the boxes that follow one another as far as they are whole."""
    at = 0
    while at + 8 <= len(data):
        (size,) = _U32.unpack_from(data, at)
        if size < 8 or at + size > len(data):
            return
        yield Box(data[at + 4 : at + 8], at, at + 8, at + size)
        at += size


class Joiner:
    """Joins the fragments of one init segment to one file."""

    def __init__(self, init: bytes, *, orientation: int = 1) -> None:
        """Read the tracks; raises ValueError where the init segment is none."""
        self.head = turned(init, orientation)
        """What the file begins with."""
        self._tracks = {track.number: track for track in tracks(init)}
        self._leader = next(
            (track.number for track in self._tracks.values() if track.is_video),
            next(iter(self._tracks)),
        )
        self._ends: dict[int, int] = {}
        self._shift: Fraction | None = None
        self._sequence = 0

    def add(self, fragment: bytes) -> bytes:
        """Return a fragment as it follows in the file; raises ValueError where it is none."""
        parts = []
        for box in boxes(fragment):
            if box.kind == b"moof":
                parts.append(self._placed(fragment[box.start : box.end]))
            elif box.kind == b"mdat":
                parts.append(fragment[box.start : box.end])
        return b"".join(parts)

    def _placed(self, data: bytes) -> bytes:
        moof = bytearray(data)
        whole = next(boxes(data))
        self._sequence += 1
        for mfhd in inside(data, whole, b"mfhd"):
            _U32.pack_into(moof, mfhd.body + 4, self._sequence)
        pieces = []
        for traf in inside(data, whole, b"traf"):
            tfhd = next(inside(data, traf, b"tfhd"))
            tfdt = next(inside(data, traf, b"tfdt"), None)
            (number,) = _U32.unpack_from(data, tfhd.body + 4)
            if tfdt is None or number not in self._tracks:
                raise ValueError("a fragment without its time")
            field = _U64 if data[tfdt.body] == 1 else _U32
            (time,) = field.unpack_from(data, tfdt.body + 4)
            length = self._length(data, traf, tfhd, self._tracks[number])
            pieces.append((number, field, tfdt.body + 4, time, length))
        shift = self._shifted({number: time for number, _, _, time, _ in pieces})
        for number, field, at, time, length in pieces:
            scale = self._tracks[number].timescale
            # Sound that began before the first picture must not begin before the file does.
            begin = max(round(time + shift * scale), self._ends.get(number, 0))
            field.pack_into(moof, at, begin)
            self._ends[number] = begin + length
        return bytes(moof)

    def _shifted(self, times: dict[int, int]) -> Fraction:
        """Return the seconds by which this fragment's times are moved."""
        if not times:
            return self._shift or Fraction(0)
        leader = self._leader if self._leader in times else next(iter(times))
        scale = self._tracks[leader].timescale
        time, end = Fraction(times[leader], scale), Fraction(self._ends.get(leader, 0), scale)
        if self._shift is None or abs(time + self._shift - end) > JUMP:
            self._shift = end - time
        return self._shift

    def _length(self, data: bytes, traf: Box, tfhd: Box, track: Track) -> int:
        """Return how long a track fragment lasts, in the track's ticks."""
        (flags,) = _U32.unpack_from(data, tfhd.body)
        default, at = track.sample_duration, tfhd.body + 8 + 8 * bool(flags & 1)
        at += 4 * bool(flags & 2)
        if flags & 8:
            (default,) = _U32.unpack_from(data, at)
        length = 0
        for trun in inside(data, traf, b"trun"):
            flags, samples = struct.unpack_from(">II", data, trun.body)
            flags &= 0xFFFFFF
            if not flags & 0x100:
                length += samples * default
                continue
            at = trun.body + 8 + 4 * bool(flags & 1) + 4 * bool(flags & 4)
            step = 4 * sum(bool(flags & flag) for flag in (0x100, 0x200, 0x400, 0x800))
            if at + step * samples > trun.end:
                raise ValueError("a run of samples is cut off")
            length += sum(
                _U32.unpack_from(data, at + step * sample)[0] for sample in range(samples)
            )
        return length
