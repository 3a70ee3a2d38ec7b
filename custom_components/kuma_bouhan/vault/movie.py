"""A plain MP4 out of recorded fragments: every player's kind, made without touching a picture.

    ftyp │ moov (complete tables of samples) │ mdat (the fragments' media, byte for byte and in order)

Each recorded fragment describes its own samples. Here the descriptions are gathered into one, and the media
follow it as they are. Kept of a sample is its size (4 bytes); how long it lasts, and how much later than it is
decoded it is shown, as lengths of runs. docs/formats.md tells the rules.

Invariants:
1. A sample is in the file what it was when it was recorded: its bytes, its decode time, how it is shown, whether it
   stands alone.
2. The first picture is shown at 0; sound keeps its distance to it (edit lists), and so stays in sync.
3. What stands in front of the media depends on the fragments, the picture's turn and the moment they began, and
   on nothing else.
"""

from array import array
from datetime import UTC, datetime
from fractions import Fraction
from math import ceil
import struct

from .boxes import (
    LONGEST,
    Lengths,
    big,
    box,
    copied,
    edit_list,
    full,
    numbers,
    runs as table_of_runs,
    timed,
    together,
)
from .moof import Part, Run, defaults_of, parts
from .mp4 import Box, Track, boxes, inside, tracks, turned

_U32 = struct.Struct(">I")
_SINCE = datetime(1904, 1, 1, tzinfo=UTC)
_IN_USE = 3
"""Flags of a track that is on, and part of the presentation."""


class _Samples:
    """The samples of one track so far, and what describes them."""

    def __init__(self, init: bytes, trak: Box, track: Track, late: Fraction) -> None:
        self.track = track
        self._init, self._trak = init, trak
        self._late = late
        self._begins = 0
        """The decode time of the first sample, by the camera's clock."""
        self.end = 0
        """Where the last one ends, counted from there."""
        self.sizes = array("I")
        self._durations = Lengths()
        self._offsets = Lengths()
        self._sync = array("I")
        """The numbers of those that stand alone, from 1."""
        self._places = array("Q")
        self._together = Lengths()
        """How many samples lie together at each place."""

    @property
    def cost(self) -> int:
        arrays = 4 * len(self.sizes) + 4 * len(self._sync) + 8 * len(self._places)
        return arrays + self._durations.cost + self._offsets.cost + self._together.cost

    def add(self, part: Part, base: int) -> None:
        """Take in what a fragment has of it: the fragment's own time counts, not what the one before it said."""
        if not any(run.sizes for run in part.runs):
            return
        if not self.sizes:
            self._begins = part.time
        elif by := part.time - self._begins - self.end:
            last = self._durations.values[-1]
            by = min(max(by, min(0, 1 - last)), LONGEST - last)
            self._durations.change_last(by)
            self.end += by
        for run in part.runs:
            if run.sizes:
                self._add(run, base)

    def _add(self, run: Run, base: int) -> None:
        number = len(self.sizes) + 1
        self._sync.extend(number + at for at, alone in enumerate(run.sync) if alone)
        self.sizes.extend(run.sizes)
        for duration in run.durations:
            self._durations.add(duration)
        for offset in run.offsets:
            self._offsets.add(offset)
        self.end += sum(run.durations)
        self._places.append(base + run.at)
        self._together.add(len(run.sizes))

    # As it is written ------------------------------------------------------------------------

    @property
    def shown(self) -> Fraction:
        """Return when its first sample was shown, by the camera's clock, in seconds."""
        first = self._begins + self._offsets.values[0]
        return Fraction(first, self.track.timescale) + self._late

    def edits(self, zero: Fraction, timescale: int) -> tuple[int, int, int]:
        """Return how long nothing is shown, for how long something is (of the file's ticks), and from where on."""
        waits = self.shown - zero
        skipped = ceil(-waits * self.track.timescale) if waits < 0 else 0
        lasts = ceil(Fraction(max(self.end - skipped, 0), self.track.timescale) * timescale)
        begins = self._offsets.values[0] + self._shift + skipped
        return round(max(waits, Fraction(0)) * timescale), lasts, begins

    @property
    def _shift(self) -> int:
        """Return by how much every sample is shown later, so that none is before it is decoded."""
        return max(0, -min(self._offsets.values))

    def trak(self, zero: Fraction, timescale: int, made: int, base: int, *, wide: bool) -> bytes:
        """Return its box; the media begin at `base`."""
        init, trak = self._init, self._trak
        waits, lasts, begins = self.edits(zero, timescale)
        tkhd = next(inside(init, trak, b"tkhd"))
        flags = int.from_bytes(init[tkhd.body + 1 : tkhd.body + 4]) | _IN_USE
        look = init[tkhd.end - 60 : tkhd.end]
        mdhd = next(inside(init, trak, b"mdia", b"mdhd"))
        language = init[mdhd.end - 4 : mdhd.end]
        minf = next(inside(init, trak, b"mdia", b"minf"))
        kept = [
            copied(init, one) for one in boxes(init, minf.body, minf.end) if one.kind != b"stbl"
        ]
        return box(
            b"trak",
            timed(b"tkhd", flags, made, (self.track.number, 0), waits + lasts, look),
            box(b"edts", edit_list(waits, lasts, begins)),
            box(
                b"mdia",
                timed(b"mdhd", 0, made, (self.track.timescale,), self.end, language),
                copied(init, next(inside(init, trak, b"mdia", b"hdlr"))),
                box(b"minf", *kept, self._stbl(base, wide=wide)),
            ),
        )

    def _stbl(self, base: int, *, wide: bool) -> bytes:
        stsd = next(inside(self._init, self._trak, b"mdia", b"minf", b"stbl", b"stsd"))
        tables = [copied(self._init, stsd), table_of_runs(b"stts", self._durations)]
        if any(value + self._shift for value in self._offsets.values):
            tables.append(table_of_runs(b"ctts", self._offsets, self._shift))
        if len(self._sync) < len(self.sizes):
            tables.append(numbers(b"stss", self._sync))
        tables.append(together(self._together))
        tables.append(full(b"stsz", struct.pack(">II", 0, len(self.sizes)), big(self.sizes)))
        places = array("Q" if wide else "I", (place + base for place in self._places))
        tables.append(numbers(b"co64" if wide else b"stco", places))
        return box(b"stbl", *tables)


class Movie:
    """The tables of one file, gathered fragment by fragment."""

    def __init__(self, init: bytes, began: datetime, *, orientation: int = 1) -> None:
        """Read what describes the tracks; raises ValueError where it does not."""
        self._init = init = turned(init, orientation)
        self._made = max(0, int((began - _SINCE).total_seconds()))
        whole = Box(b"", 0, 0, len(init))
        try:
            self._mvhd = next(inside(init, whole, b"moov", b"mvhd"))
            at = self._mvhd.body + (20 if init[self._mvhd.body] == 1 else 12)
            tick = Fraction(1, _U32.unpack_from(init, at)[0] or 1)
            known = tracks(init)
            traks = inside(init, whole, b"moov", b"trak")
            self._samples = {
                track.number: _Samples(init, trak, track, _late(init, trak, tick, track.timescale))
                for trak, track in zip(traks, known, strict=True)
            }
            self._defaults = dict.fromkeys(self._samples, (0, 0, 0)) | defaults_of(init)
        except (struct.error, StopIteration, IndexError) as error:
            raise ValueError("a description that cannot be read") from error
        leader = next((track for track in known if track.is_video), known[0])
        self._leader = self._samples[leader.number]
        self.media = 0
        """Bytes of media so far."""

    def add(self, moof: bytes, media: int, size: int) -> None:
        """Take in a fragment: its moof, where its media begin counted from there, and how many bytes they are.

        Raises ValueError where it does not fit the description; nothing of it was taken in then.
        """
        found = parts(moof, media, size, self._defaults)
        if any(part.track not in self._samples for part in found):
            raise ValueError("a fragment of no track")
        for part in found:
            self._samples[part.track].add(part, self.media)
        self.media += size

    @property
    def pictures(self) -> int:
        """Return how many pictures it has (or sounds, where there are none)."""
        return len(self._leader.sizes)

    @property
    def lasts(self) -> Fraction:
        """Return for how many seconds its pictures are shown."""
        return Fraction(self._leader.end, self._leader.track.timescale)

    @property
    def cost(self) -> int:
        """Return about how many bytes of memory its tables take."""
        return len(self._init) + sum(one.cost for one in self._samples.values())

    def head(self) -> bytes:
        """Return what stands in front of the media. Raises ValueError where there is no picture."""
        if not self._leader.sizes:
            raise ValueError("no picture")
        if self.media + 8 > LONGEST:
            mdat = struct.pack(">I4sQ", 1, b"mdat", self.media + 16)
        else:
            mdat = struct.pack(">I4s", self.media + 8, b"mdat")
        brands = (b"isom", b"iso2", *((b"avc1",) if b"avc1" in self._init else ()), b"mp41")
        ftyp = box(b"ftyp", b"isom\0\0\2\0", *brands)
        front = len(ftyp) + len(mdat)
        wide = front + len(self._moov(0, wide=False)) + self.media > LONGEST
        base = front + len(self._moov(0, wide=wide))
        return b"".join((ftyp, self._moov(base, wide=wide), mdat))

    def _moov(self, base: int, *, wide: bool) -> bytes:
        timescale, zero = self._leader.track.timescale, self._leader.shown
        used = [one for one in self._samples.values() if one.sizes]
        lasts = max(sum(one.edits(zero, timescale)[:2]) for one in used)
        look = self._init[self._mvhd.end - 80 : self._mvhd.end - 4]
        following = _U32.pack(max(one.track.number for one in used) + 1)
        return box(
            b"moov",
            timed(b"mvhd", 0, self._made, (timescale,), lasts, look + following),
            *(one.trak(zero, timescale, self._made, base, wide=wide) for one in used),
        )


def _late(init: bytes, trak: Box, tick: Fraction, timescale: int) -> Fraction:
    """Return how many seconds later than its decode times say a track is shown by its description (elst)."""
    late = Fraction(0)
    for elst in inside(init, trak, b"edts", b"elst"):
        step, form = (20, ">Qq") if init[elst.body] == 1 else (12, ">Ii")
        (count,) = _U32.unpack_from(init, elst.body + 4)
        for entry in range(count):
            lasts, begins = struct.unpack_from(form, init, elst.body + 8 + step * entry)
            if begins >= 0:
                return late - Fraction(begins, timescale)
            late += lasts * tick
    return late
