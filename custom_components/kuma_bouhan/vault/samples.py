"""The samples of fragmented MP4: a fragment taken apart into coded pictures and sound, and put together again.

Times are in the ticks of each track. What is put together has no more than what was taken apart: for each track of
each moof its decode time, and for each sample its bytes, length, flags and composition offset.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
import struct

from .mp4 import Box, boxes, inside

KEYFRAME, OTHER = 0x02000000, 0x01010000
"""Flags of a picture that stands for itself, and of one that needs others."""
_U32, _I32, _U64 = struct.Struct(">I"), struct.Struct(">i"), struct.Struct(">Q")
_SAMPLE = struct.Struct(">IIIi")
_FRAME = 78
"""Bytes of a description of pictures in front of its boxes."""
_KEPT = (b"colr", b"pasp")
"""How pictures are shown, whatever they are coded as."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One coded picture, or piece of sound. `shift`: how much later it is shown than decoded."""

    data: bytes | memoryview = field(repr=False)
    length: int
    flags: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Run:
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


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What samples are where they do not say."""

    length: int = 0
    size: int = 0
    flags: int = 0


class Unpacker:
    """Takes fragments of one init segment apart."""

    def __init__(self, init: bytes) -> None:
        """Read what its samples are by default; raises ValueError where it is none."""
        self._defaults: dict[int, _Defaults] = {}
        for trex in inside(init, _whole(init), b"moov", b"mvex", b"trex"):
            track, _, *values = struct.unpack_from(">5I", init, trex.body + 4)
            self._defaults[track] = _Defaults(*values)

    def moofs(self, fragment: bytes) -> Iterator[list[Run]]:
        """Yield the runs of each moof; raises ValueError where they do not add up."""
        try:
            for box in boxes(fragment):
                if box.kind == b"moof":
                    yield self._runs(fragment, box)
        except (struct.error, StopIteration) as error:
            raise ValueError("a fragment that does not add up") from error

    def _runs(self, data: bytes, moof: Box) -> list[Run]:
        runs: list[Run] = []
        end = moof.start
        for traf in inside(data, moof, b"traf"):
            tfhd = next(inside(data, traf, b"tfhd"))
            flags, track = struct.unpack_from(">II", data, tfhd.body)
            if flags & 1:
                raise ValueError("a fragment that says where it lies in a file")
            values = _fields(data, tfhd.body + 8 + 4 * bool(flags & 2), tfhd.end)
            known = self._defaults.get(track, _Defaults())
            defaults = _Defaults(
                next(values) if flags & 8 else known.length,
                next(values) if flags & 0x10 else known.size,
                next(values) if flags & 0x20 else known.flags,
            )
            tfdt = next(inside(data, traf, b"tfdt"))
            time = _U64 if data[tfdt.body] == 1 else _U32
            base = moof.start if flags & 0x20000 else end
            samples: list[Sample] = []
            for trun in inside(data, traf, b"trun"):
                end = _take(data, trun, base, end, defaults, samples)
            runs.append(Run(track, time.unpack_from(data, tfdt.body + 4)[0], samples))
        return runs


def _take(
    data: bytes, trun: Box, base: int, end: int, defaults: _Defaults, samples: list[Sample]
) -> int:
    """Add the samples of a trun; return where their bytes end."""
    flags, count = struct.unpack_from(">II", data, trun.body)
    at, signed, flags = trun.body + 8, flags >> 24, flags & 0xFFFFFF
    if flags & 1:
        end = base + _I32.unpack_from(data, at)[0]
        at += 4
    first = None
    if flags & 4:
        (first,) = _U32.unpack_from(data, at)
        at += 4
    values = _fields(data, at, trun.end)
    for number in range(count):
        length = next(values) if flags & 0x100 else defaults.length
        size = next(values) if flags & 0x200 else defaults.size
        kind = next(values) if flags & 0x400 else defaults.flags
        shift = next(values) if flags & 0x800 else 0
        if signed and shift >= 1 << 31:
            shift -= 1 << 32
        if end < 0 or end + size > len(data):
            raise ValueError("samples beyond the end")
        own = kind if number or first is None else first
        samples.append(Sample(memoryview(data)[end : end + size], length, own, shift))
        end += size
    return end


def _fields(data: bytes, start: int, end: int) -> Iterator[int]:
    return (value for (value,) in _U32.iter_unpack(data[start : end - (end - start) % 4]))


def packed(number: int, runs: Sequence[Run]) -> bytes:
    """Return runs as one moof and its mdat; `number` counts the moofs of a file from 1."""
    body = b"".join(bytes(sample.data) for run in runs for sample in run.samples)
    moof = _moof(number, runs, 0)
    return _moof(number, runs, len(moof) + 8) + box(b"mdat", body)


def _moof(number: int, runs: Sequence[Run], at: int) -> bytes:
    trafs = []
    for run in runs:
        fields = b"".join(
            _SAMPLE.pack(one.length, len(one.data), one.flags, one.shift) for one in run.samples
        )
        tfhd = _full(b"tfhd", 0, 0x20000, _U32.pack(run.track))
        tfdt = _full(b"tfdt", 1, 0, _U64.pack(run.time))
        trun = _full(b"trun", 1, 0xF01, struct.pack(">Ii", len(run.samples), at) + fields)
        trafs.append(box(b"traf", tfhd + tfdt + trun))
        at += sum(len(one.data) for one in run.samples)
    return box(b"moof", _full(b"mfhd", 0, 0, _U32.pack(number)) + b"".join(trafs))


def box(kind: bytes, body: bytes) -> bytes:
    """Return a box."""
    return _U32.pack(8 + len(body)) + kind + body


def _full(kind: bytes, version: int, flags: int, body: bytes) -> bytes:
    return box(kind, _U32.pack(version << 24 | flags) + body)


def _whole(data: bytes) -> Box:
    return Box(b"", 0, 0, len(data))


# How pictures are coded -------------------------------------------------------------------------


def redescribed(init: bytes, track: int, *, width: int, height: int, avcc: bytes) -> bytes:
    """Return an init segment that says of a track that its pictures are H.264; all else stays.

    `avcc` is the decoder's configuration (ISO/IEC 14496-15). Raises ValueError where there is no such track.
    """
    done = False

    def change(data: bytes, found: Box) -> bytes:
        nonlocal done
        within = Box(b"", 0, found.body, found.end)
        if found.kind == b"trak":
            tkhd = next(inside(data, within, b"tkhd"))
            (number,) = _U32.unpack_from(data, tkhd.body + (20 if data[tkhd.body] == 1 else 12))
            if number != track:
                return data[found.start : found.end]
        if found.kind == b"stsd":
            done = True
            entry = next(boxes(data, found.body + 8, found.end))
            return _full(b"stsd", 0, 0, _U32.pack(1) + _described(data, entry, width, height, avcc))
        if found.kind in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
            parts = [change(data, part) for part in boxes(data, found.body, found.end)]
            return box(found.kind, b"".join(parts))
        return data[found.start : found.end]

    changed = b"".join(change(init, found) for found in boxes(init))
    if not done:
        raise ValueError("no such track")
    return changed


def _described(data: bytes, entry: Box, width: int, height: int, avcc: bytes) -> bytes:
    head = bytearray(data[entry.body : entry.body + _FRAME])
    struct.pack_into(">HH", head, 24, width, height)
    kept = [
        data[part.start : part.end]
        for part in boxes(data, entry.body + _FRAME, entry.end)
        if part.kind in _KEPT
    ]
    return box(b"avc1", bytes(head) + box(b"avcC", avcc) + b"".join(kept))
