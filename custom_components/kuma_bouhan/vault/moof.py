"""What a fragment says of its samples: how large each is, how long it lasts, when it is shown, where it lies.

Fragments are those of a stream worker (ISO 14496-12): their media lie in the `mdat` that follows their `moof`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
import struct

from .mp4 import Box, boxes, inside

NOT_SYNC = 0x10000
"""The bit of a sample's flags that says that it needs others."""
LONGEST = (1 << 31) - 1
"""Ticks that a sample may last."""
_U32 = struct.Struct(">I")
_DURATION, _SIZE, _FLAGS, _OFFSET = 0x100, 0x200, 0x400, 0x800
_DATA_AT, _FIRST_FLAGS = 0x1, 0x4
_OF_FILE, _DESCRIPTION = 0x1, 0x2

type Defaults = tuple[int, int, int]
"""Duration, size and flags of samples that say nothing else."""


@dataclass(frozen=True, slots=True)
class Run:
    """Samples of one track that lie side by side; `at` counts from the beginning of the fragment's media."""

    at: int
    sizes: tuple[int, ...]
    durations: tuple[int, ...]
    sync: tuple[bool, ...]
    """Whether each needs no other."""
    offsets: tuple[int, ...]
    """How many ticks after it is decoded each is shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a fragment has of one track; `time` is the decode time of the first sample, in the track's ticks."""

    track: int
    time: int
    runs: tuple[Run, ...]


def parts(moof: bytes, media: int, size: int, defaults: Mapping[int, Defaults]) -> list[Part]:
    """Return what a moof says; its media begin `media` bytes after its own beginning and are `size` bytes.

    Raises ValueError where it does not add up, or is of no track that has defaults.
    """
    try:
        return _parts(moof, media, size, defaults)
    except (struct.error, StopIteration, IndexError) as error:
        raise ValueError("a fragment that cannot be read") from error


def defaults_of(init: bytes) -> dict[int, Defaults]:
    """Return the defaults of each track (trex)."""
    found = {}
    for trex in inside(init, Box(b"", 0, 0, len(init)), b"moov", b"mvex", b"trex"):
        number, _, duration, size, flags = struct.unpack_from(">IIIII", init, trex.body + 4)
        found[number] = (duration, size, flags)
    return found


def _parts(moof: bytes, media: int, size: int, defaults: Mapping[int, Defaults]) -> list[Part]:
    whole = next(boxes(moof))
    following, found = media, []
    for traf in inside(moof, whole, b"traf"):
        tfhd = next(inside(moof, traf, b"tfhd"))
        flags, number = struct.unpack_from(">II", moof, tfhd.body)
        tfdt = next(inside(moof, traf, b"tfdt"))
        if number not in defaults or flags & _OF_FILE:
            raise ValueError("a fragment of no track, or of another file")
        default = _overlaid(moof, tfhd.body + 8, flags, defaults[number])
        runs = []
        for trun in inside(moof, traf, b"trun"):
            run, following = _run(moof, trun, default, media, following)
            if run.at < 0 or following > media + size:
                raise ValueError("samples beyond their media")
            runs.append(run)
        wide = moof[tfdt.body] == 1
        time = int.from_bytes(moof[tfdt.body + 4 : tfdt.body + (12 if wide else 8)])
        found.append(Part(number, time, tuple(runs)))
    return found


def _overlaid(moof: bytes, at: int, flags: int, default: Defaults) -> Defaults:
    """Return the defaults of a track, and what a fragment's header (tfhd) says instead."""
    values = list(default)
    if flags & _DESCRIPTION:
        if _U32.unpack_from(moof, at)[0] != 1:
            raise ValueError("more than one description")
        at += 4
    for place, flag in enumerate((0x8, 0x10, 0x20)):
        if flags & flag:
            (values[place],) = _U32.unpack_from(moof, at)
            at += 4
    return values[0], values[1], values[2]


def _run(moof: bytes, trun: Box, default: Defaults, media: int, following: int) -> tuple[Run, int]:
    """Return a run of samples, and where what follows it begins, counted from the moof."""
    flags, count = struct.unpack_from(">II", moof, trun.body)
    at, flags, version = trun.body + 8, flags & 0xFFFFFF, moof[trun.body]
    if flags & _DATA_AT:
        (following,) = struct.unpack_from(">i", moof, at)
        at += 4
    first = None
    if flags & _FIRST_FLAGS:
        (first,) = _U32.unpack_from(moof, at)
        at += 4
    fields = [flag for flag in (_DURATION, _SIZE, _FLAGS, _OFFSET) if flags & flag]
    width = len(fields)
    if at + 4 * count * width > trun.end or (not width and count > len(moof)):
        raise ValueError("a run of samples is cut off")
    values = struct.unpack_from(f">{count * width}I", moof, at)

    def column(flag: int, otherwise: int) -> tuple[int, ...]:
        return values[fields.index(flag) :: width] if flags & flag else (otherwise,) * count

    marks = column(_FLAGS, default[2])
    if first is not None:
        marks = (first, *marks[1:])[:count]
    durations, sizes = column(_DURATION, default[0]), column(_SIZE, default[1])
    if any(duration > LONGEST for duration in durations):
        raise ValueError("a sample without an end")
    offsets = column(_OFFSET, 0)
    if version:  # signed
        offsets = tuple(value - (value >> 31 << 32) for value in offsets)
    sync = tuple(not mark & NOT_SYNC for mark in marks)
    return Run(following - media, sizes, durations, sync, offsets), following + sum(sizes)
