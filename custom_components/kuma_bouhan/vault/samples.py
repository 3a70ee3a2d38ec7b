"""Fragments put together anew: some of their samples changed, their times and all else as it was.

Times are in the ticks of each track.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
import struct

from .boxes import box, copied
from .moof import NOT_SYNC, Part, defaults_of, parts
from .mp4 import Box, boxes, inside

KEYFRAME, OTHER = 0x02000000, 0x01000000 | NOT_SYNC
"""Flags of a sample that stands for itself, and of one that needs others."""
_U32, _U64 = struct.Struct(">I"), struct.Struct(">Q")
_SAMPLE = struct.Struct(">IIIi")
_FRAME = 78
"""Bytes of a description of pictures in front of its boxes."""
_SHOWN = (b"colr", b"pasp")
"""How pictures are shown, whatever they are coded as."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One coded picture, or piece of sound. `shift`: how much later it is shown than decoded."""

    data: bytes | memoryview = field(repr=False)
    length: int
    flags: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Samples of one track that follow one another from a decode time on."""

    track: int
    time: int
    samples: Sequence[Sample]

    def shown(self) -> list[int]:
        """Return when each sample is shown."""
        times, at = [], self.time
        for sample in self.samples:
            times.append(at + sample.shift)
            at += sample.length
        return times


class Unpacker:
    """Takes fragments of one init segment apart."""

    def __init__(self, init: bytes) -> None:
        """Read what its samples are by default; raises ValueError where it is none."""
        self._defaults = defaults_of(init)

    def moofs(self, fragment: bytes) -> Iterator[list[Row]]:
        """Yield the tracks of each moof; raises ValueError where they do not add up."""
        moof: Box | None = None
        for found in boxes(fragment):
            if found.kind == b"moof":
                moof = found
            elif found.kind == b"mdat" and moof is not None:
                media, size = found.body - moof.start, found.end - found.body
                body = memoryview(fragment)[found.body : found.end]
                told = parts(copied(fragment, moof), media, size, self._defaults)
                yield [_row(part, body) for part in told]
                moof = None


def _row(part: Part, body: memoryview) -> Row:
    samples = []
    for run in part.runs:
        at = run.at
        for size, length, alone, shift in zip(
            run.sizes, run.durations, run.sync, run.offsets, strict=True
        ):
            flags = KEYFRAME if alone else OTHER
            samples.append(Sample(body[at : at + size], length, flags, shift))
            at += size
    return Row(part.track, part.time, samples)


def packed(number: int, rows: Sequence[Row]) -> bytes:
    """Return rows as one moof and its mdat; `number` counts the moofs of a file from 1."""
    media = [sample.data for row in rows for sample in row.samples]
    moof = _moof(number, rows, 0)
    return _moof(number, rows, len(moof) + 8) + box(b"mdat", *map(bytes, media))


def _moof(number: int, rows: Sequence[Row], at: int) -> bytes:
    trafs = []
    for row in rows:
        fields = (
            _SAMPLE.pack(one.length, len(one.data), one.flags, one.shift) for one in row.samples
        )
        tfhd = _full(b"tfhd", 0, 0x20000, _U32.pack(row.track))
        tfdt = _full(b"tfdt", 1, 0, _U64.pack(row.time))
        trun = _full(b"trun", 1, 0xF01, struct.pack(">Ii", len(row.samples), at), *fields)
        trafs.append(box(b"traf", tfhd, tfdt, trun))
        at += sum(len(one.data) for one in row.samples)
    return box(b"moof", _full(b"mfhd", 0, 0, _U32.pack(number)), *trafs)


def _full(kind: bytes, version: int, flags: int, *body: bytes) -> bytes:
    return box(kind, _U32.pack(version << 24 | flags), *body)


# How pictures are coded -------------------------------------------------------------------------


def redescribed(init: bytes, track: int, *, width: int, height: int, avcc: bytes) -> bytes:
    """Return an init segment that says of a track that its pictures are H.264; all else stays.

    `avcc` is the decoder's configuration (ISO/IEC 14496-15). Raises ValueError where there is no such track.
    """
    whole = Box(b"", 0, 0, len(init))
    for trak in inside(init, whole, b"moov", b"trak"):
        tkhd = next(inside(init, trak, b"tkhd"))
        (number,) = _U32.unpack_from(init, tkhd.body + (20 if init[tkhd.body] == 1 else 12))
        if number == track:
            stsd = next(inside(init, trak, b"mdia", b"minf", b"stbl", b"stsd"))
            entry = _described(
                init, next(boxes(init, stsd.body + 8, stsd.end)), width, height, avcc
            )
            return _with(init, whole, stsd, _full(b"stsd", 0, 0, _U32.pack(1), entry))
    raise ValueError("no such track")


def _with(data: bytes, within: Box, old: Box, new: bytes) -> bytes:
    """Return what stands in a box, with one box somewhere in it replaced by another."""
    found = []
    for one in boxes(data, within.body, within.end):
        if one == old:
            found.append(new)
        elif one.start < old.start < one.end:
            found.append(box(one.kind, _with(data, one, old, new)))
        else:
            found.append(copied(data, one))
    return b"".join(found)


def _described(data: bytes, entry: Box, width: int, height: int, avcc: bytes) -> bytes:
    head = bytearray(data[entry.body : entry.body + _FRAME])
    struct.pack_into(">HH", head, 24, width, height)
    shown = [
        copied(data, one)
        for one in boxes(data, entry.body + _FRAME, entry.end)
        if one.kind in _SHOWN
    ]
    return box(b"avc1", bytes(head), box(b"avcC", avcc), *shown)
