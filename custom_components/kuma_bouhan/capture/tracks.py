"""What a fragmented MP4 says about itself, and the sound taken out of it.

A camera's audio is off unless the site chose otherwise (2(4): no more than needed), and
off means gone: the sound's track leaves the description (`moov`), its runs leave every
fragment (`moof`) and its bytes leave the media (`mdat`). The picture's samples stay
byte for byte.

Times are in seconds of the camera's own clock: decode time over the track's time scale.
Works on what Home Assistant's stream worker makes (ISO 14496-12, `default-base-is-moof`);
anything else raises `NotFootage`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
import struct

from ..guideline.recording import LONGEST_UNNOTED_GAP

_HEADER = 8

_STRETCHED = 3
"""A picture that lasts this many times as long as the one before has silence behind it."""

# Flags of a track fragment's header (tfhd) and of a run (trun).
_BASE_OFFSET, _DESCRIPTION, _DURATION, _SIZE, _FLAGS = 0x1, 0x2, 0x8, 0x10, 0x20
_RUN_OFFSET, _RUN_FIRST_FLAGS = 0x1, 0x4
_RUN_FIELDS = (0x100, 0x200, 0x400, 0x800)  # duration, size, flags, composition offset

_NOT_A_KEYFRAME = 0x00010000
"""The bit sample_is_non_sync_sample of a sample's flags."""


class NotFootage(ValueError):
    """These bytes are not what a stream worker makes: nothing that can be kept."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its kind, where it starts, and where it ends (exclusive)."""

    kind: bytes
    start: int
    end: int

    @property
    def body(self) -> int:
        """Return where the body starts."""
        return self.start + _HEADER


@dataclass(frozen=True, slots=True)
class Cut:
    """One fragment as it will be kept."""

    data: bytes
    """Empty where the fragment held sound only."""
    start: float
    """Decode time of the first picture, in seconds of the camera's clock."""
    duration: float
    """Without the silence behind the last picture, which a worker gives to that picture."""
    keyframe: bool
    """The first picture needs no other one."""


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What a sample has where its run does not say: duration, size, flags."""

    duration: int
    size: int
    flags: int
    duration_at: int | None = None
    """Where the fragment says the duration; None where the description does."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the picture's samples."""

    media: tuple[int, int]
    """Where the samples lie, from the start of the moof."""
    offset_at: int | None
    """Where the run says so."""
    durations: tuple[int, ...]
    last_at: int | None
    """Where it is said how long the last sample lasts, and no other one."""
    keyframe: bool


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Walk the boxes that lie side by side between `start` and `end`."""
    end = len(data) if end is None else end
    while start < end:
        if start + _HEADER > end:
            raise NotFootage("a box is cut short")
        size = int.from_bytes(data[start : start + 4])
        if size < _HEADER or start + size > end:
            raise NotFootage("a box reaches beyond its parent")
        yield Box(data[start + 4 : start + 8], start, start + size)
        start += size


def _only(data: bytes, parent: Box, *path: bytes) -> Box:
    """Follow a path of kinds downwards; the first of each."""
    for kind in path:
        for box in boxes(data, parent.body, parent.end):
            if box.kind == kind:
                parent = box
                break
        else:
            raise NotFootage(f"no {kind.decode()}")
    return parent


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4])


def _boxed(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", _HEADER + len(body), kind) + body


def _whole(data: bytes, box: Box) -> bytes:
    return data[box.start : box.end]


class Tracks:
    """The tracks one description (`init`) announces, and what is kept of them.

    `init` is the description to store; `likeness` is equal for two descriptions that
    announce the same tracks and differ in measured bit rates only, as those of an
    MPEG-TS source do every few seconds.
    """

    def __init__(self, init: bytes, *, audio: bool) -> None:
        """Read a description; `audio` says whether everything else than the picture stays."""
        moov = next((box for box in boxes(init) if box.kind == b"moov"), None)
        if moov is None:
            raise NotFootage("no moov")
        tracks = [box for box in boxes(init, moov.body, moov.end) if box.kind == b"trak"]
        picture = next((box for box in tracks if _handler(init, box) == b"vide"), None)
        if picture is None:
            raise NotFootage("no picture")
        self._track = _number(init, _after_times(init, _only(init, picture, b"tkhd")))
        self._scale = _number(init, _after_times(init, _only(init, picture, b"mdia", b"mdhd")))
        if not self._scale:
            raise NotFootage("no time scale")
        self._defaults = self._extends(init, moov)
        self._usual = 0
        """Ticks that a picture lasts, as the last one did."""
        self._strip = not audio and len(tracks) > 1
        self.init = self._stripped(init, moov, picture) if self._strip else init
        self.likeness = _without_bit_rates(self.init)

    def _extends(self, init: bytes, moov: Box) -> _Defaults:
        mvex = _only(init, moov, b"mvex")
        for box in boxes(init, mvex.body, mvex.end):
            if box.kind == b"trex" and _number(init, box.body + 4) == self._track:
                return _Defaults(*struct.unpack_from(">3I", init, box.body + 12))
        raise NotFootage("no trex")

    def _stripped(self, init: bytes, moov: Box, picture: Box) -> bytes:
        kept = []
        for box in boxes(init, moov.body, moov.end):
            if box.kind == b"mvex":
                extends = b"".join(
                    _whole(init, child)
                    for child in boxes(init, box.body, box.end)
                    if child.kind != b"trex" or _number(init, child.body + 4) == self._track
                )
                kept.append(_boxed(b"mvex", extends))
            elif box.kind != b"trak" or box == picture:
                kept.append(_whole(init, box))
        return init[: moov.start] + _boxed(b"moov", b"".join(kept)) + init[moov.end :]

    def cut(self, data: bytes) -> Cut:
        """Read one fragment and return what is kept of it.

        Raises NotFootage when it does not fit the description.
        """
        kept: list[bytes | memoryview] = []
        start, ticks, keyframe, samples = 0, 0, False, 0
        top = list(boxes(data))
        for at, box in enumerate(top):
            if box.kind == b"styp":
                kept.append(_whole(data, box))
            if box.kind != b"moof":
                continue
            if at + 1 == len(top) or top[at + 1].kind != b"mdat":
                raise NotFootage("a moof without its mdat")
            traf = self._traf(data, box)
            if traf is None:
                continue
            time, runs = self._runs(data, box, traf, top[at + 1])
            if not samples:
                start, keyframe = time, bool(runs) and runs[0].keyframe
            durations = [duration for run in runs for duration in run.durations]
            samples += len(durations)
            if durations:
                last = self._lasting(durations)
                ticks += sum(durations[:-1]) + last
                if last != durations[-1] and (there := runs[-1].last_at) is not None:
                    data = data[:there] + last.to_bytes(4) + data[there + 4 :]
            if self._strip:
                kept += _rebuilt(data, box, traf, runs)
        if not samples:
            return Cut(b"", 0.0, 0.0, keyframe=False)
        return Cut(
            b"".join(kept) if self._strip else data,
            start / self._scale,
            ticks / self._scale,
            keyframe,
        )

    def _lasting(self, durations: list[int]) -> int:
        """Return the ticks that the last picture lasts, which is not longer than is usual.

        A worker fills a silence with the picture before it. That is a gap, not footage.
        """
        last = durations[-1]
        usual = durations[-2] if len(durations) > 1 else self._usual
        silent = last > LONGEST_UNNOTED_GAP.total_seconds() * self._scale
        if silent and 0 < usual < last / _STRETCHED:
            last = usual
        self._usual = last
        return last

    def _traf(self, data: bytes, moof: Box) -> Box | None:
        """Return the picture's part of a fragment, or None where it has none."""
        for box in boxes(data, moof.body, moof.end):
            if box.kind == b"traf":
                if _number(data, _only(data, box, b"tfhd").body + 4) == self._track:
                    return box
        return None

    def _runs(self, data: bytes, moof: Box, traf: Box, mdat: Box) -> tuple[int, list[_Run]]:
        """Return the decode time of a fragment's first picture, and the picture's runs."""
        header = _only(data, traf, b"tfhd")
        defaults = _fragment_defaults(data, header, self._defaults)
        time = _only(data, traf, b"tfdt")
        size = 8 if data[time.body] else 4
        decode_time = int.from_bytes(data[time.body + 4 : time.body + 4 + size])
        runs: list[_Run] = []
        media = mdat.body - moof.start
        for box in boxes(data, traf.body, traf.end):
            if box.kind == b"trun":
                runs.append(_run(data, box, defaults, media))
                media = runs[-1].media[1]
                if runs[-1].media[0] + moof.start < mdat.body or media + moof.start > mdat.end:
                    raise NotFootage("samples beyond their media")
        return decode_time, runs


def _handler(init: bytes, trak: Box) -> bytes:
    handler = _only(init, trak, b"mdia", b"hdlr").body + 8
    return init[handler : handler + 4]


def _after_times(data: bytes, box: Box) -> int:
    """Skip version, flags, creation and modification time of a tkhd or mdhd."""
    return box.body + (20 if data[box.body] else 12)


def _fragment_defaults(data: bytes, header: Box, default: _Defaults) -> _Defaults:
    """Overlay the track's defaults with those of one fragment (tfhd)."""
    flags = _number(data, header.body) & 0xFFFFFF
    if flags & _BASE_OFFSET:
        raise NotFootage("offsets that do not start at the moof")
    at = header.body + 8 + (4 if flags & _DESCRIPTION else 0)
    values = []
    duration_at = at if flags & _DURATION else None
    for flag, value in zip(
        (_DURATION, _SIZE, _FLAGS), (default.duration, default.size, default.flags), strict=True
    ):
        if flags & flag:
            value, at = _number(data, at), at + 4
        values.append(value)
    duration, size, sample_flags = values
    return _Defaults(duration, size, sample_flags, duration_at)


def _run(data: bytes, box: Box, default: _Defaults, media: int) -> _Run:
    """Read one run; `media` is where its samples lie unless it says so itself."""
    flags = _number(data, box.body) & 0xFFFFFF
    count = _number(data, box.body + 4)
    at = box.body + 8
    offset_at = None
    if flags & _RUN_OFFSET:
        offset_at, media, at = at, struct.unpack_from(">i", data, at)[0], at + 4
    first_flags = default.flags
    if flags & _RUN_FIRST_FLAGS:
        first_flags, at = _number(data, at), at + 4
    if count > len(data):
        raise NotFootage("more samples than bytes")
    present = [flag for flag in _RUN_FIELDS if flags & flag]
    if at + 4 * count * len(present) > box.end:
        raise NotFootage("a run is cut short")
    values = struct.unpack_from(f">{count * len(present)}I", data, at)

    def column(flag: int) -> tuple[int, ...] | None:
        return values[present.index(flag) :: len(present)] if flag in present else None

    durations, sizes, sample_flags, _ = map(column, _RUN_FIELDS)
    last_at = default.duration_at if count == 1 else None
    if durations:
        last_at = at + 4 * (count - 1) * len(present)
    if sample_flags and not flags & _RUN_FIRST_FLAGS:
        first_flags = sample_flags[0]
    return _Run(
        media=(media, media + (count * default.size if sizes is None else sum(sizes))),
        offset_at=offset_at,
        durations=(default.duration,) * count if durations is None else durations,
        last_at=last_at,
        keyframe=count > 0 and not first_flags & _NOT_A_KEYFRAME,
    )


def _rebuilt(data: bytes, moof: Box, traf: Box, runs: list[_Run]) -> list[bytes | memoryview]:
    """Write one moof and mdat with the picture alone; its samples are not copied yet."""
    others = [box for box in boxes(data, moof.body, moof.end) if box.kind != b"traf"]
    size = _HEADER + sum(box.end - box.start for box in others) + traf.end - traf.start
    picture = bytearray(_whole(data, traf))
    media = size + _HEADER
    whole = memoryview(data)
    samples = []
    for run in runs:
        if run.offset_at is not None:
            struct.pack_into(">i", picture, run.offset_at - traf.start, media)
        samples.append(whole[moof.start + run.media[0] : moof.start + run.media[1]])
        media += len(samples[-1])
    head = b"".join(_whole(data, box) for box in others)
    mdat = struct.pack(">I4s", _HEADER + sum(map(len, samples)), b"mdat")
    return [_boxed(b"moof", head + picture), mdat, *samples]


def _without_bit_rates(init: bytes) -> bytes:
    """Blank what a muxer has measured: btrt boxes and the rates inside esds."""
    blank = bytearray(init)
    at = init.find(b"btrt")
    while at >= 0:
        blank[at + 4 : at + 16] = bytes(12)
        at = init.find(b"btrt", at + 4)
    at = init.find(b"esds")
    while at >= 0:
        # The decoder's configuration (tag 4): type, stream, then size and rates: 11 bytes.
        config = init.find(b"\x04\x80\x80\x80", at)
        if 0 < config < at + 64:
            blank[config + 7 : config + 18] = bytes(11)
        at = init.find(b"esds", at + 4)
    return bytes(blank)
