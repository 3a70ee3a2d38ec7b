"""Decoding, painting over and encoding the pictures of one camera, as long as they follow one another.

Pictures come out as many as went in, at the same times, in the fragments they came in; sound is not touched. A picture
that cannot be decoded is left out, and the one before it stays longer.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import count

import av
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from ..vault.chunk import Fragment, Init, Record
from ..vault.moments import micros
from ..vault.mp4 import tracks
from ..vault.samples import KEYFRAME, OTHER, Row, Sample, Unpacker, packed, redescribed
from .coding import decoder_of, encoder_for
from .h264 import configuration, length_prefixed
from .order import Area
from .painting import FULL_RANGE, Brush, turn_of

type Packet = av.Packet[Stream]


@dataclass(slots=True)
class _Moof:
    """What becomes of one moof: sound and whatever else as it is, pictures as they come out."""

    rows: list[Row]
    left: int
    """Pictures that have not come out of the decoder."""
    shown: list[int] = field(default_factory=list)
    """When each that came out is shown."""
    coded: list[Sample] = field(default_factory=list)
    until: int | None = None
    """When the picture after its last is shown."""

    @property
    def is_ready(self) -> bool:
        """Say whether all of it is known."""
        whole = not self.left and len(self.coded) == len(self.shown)
        return whole and (not self.shown or self.until is not None)


@dataclass(slots=True)
class _Waiting:
    """A fragment that is on its way through."""

    piece: Fragment
    moofs: list[_Moof]
    first: int
    """When its first picture is shown."""
    key_is_due: bool


class Masker:
    """Paints over the pictures of one description of tracks, without a jump in their times."""

    def __init__(self, init: Init, areas: Sequence[Area]) -> None:
        """Read the tracks; raises ValueError where there are none."""
        track = next((track for track in tracks(init.data) if track.is_video), None)
        if track is None:
            raise ValueError("no pictures")
        self._init = init
        self._areas = areas
        self._track, self._scale = track.number, track.timescale
        self._unpacker = Unpacker(init.data)
        self._decoder: VideoCodecContext | None = None
        self._encoder: VideoCodecContext | None = None
        self._brush: Brush | None = None
        self._shown: list[int] = []
        """When the pictures are shown that have not come out of the decoder, the first first."""
        self._lengths: dict[int, int] = {}
        """How long each of them is shown by its own account: a camera that stalls shows one for long."""
        self._waiting: deque[_Waiting] = deque()
        self._coding: deque[_Moof] = deque()
        """Where the pictures belong that have not come out of the encoder."""
        self._last: int | None = None
        self._numbers = count(1)
        self._described = False

    def add(self, piece: Fragment) -> Iterator[Record]:
        """Take in a fragment; yield what is ready, the description of the tracks first."""
        moofs: list[_Moof] = []
        fed: list[tuple[Sample, int, int]] = []
        try:
            found = list(self._unpacker.moofs(piece.data))
        except ValueError:
            return  # what is broken is left out
        for rows in found:
            pictures = [row for row in rows if row.track == self._track]
            moofs.append(_Moof(rows, sum(len(row.samples) for row in pictures)))
            for row in pictures:
                decoded = row.time
                for sample, shown in zip(row.samples, row.shown(), strict=True):
                    fed.append((sample, shown, decoded))
                    decoded += sample.length
        first = min((shown for _, shown, _ in fed), default=0)
        self._waiting.append(_Waiting(piece, moofs, first, piece.keyframe))
        self._shown = sorted([*self._shown, *(shown for _, shown, _ in fed)])
        self._lengths |= {shown: sample.length for sample, shown, _ in fed}
        decoder = self._decoder or self._open(piece)
        for sample, shown, decoded in fed:
            packet = av.Packet(bytes(sample.data))
            packet.pts, packet.dts, packet.time_base = shown, decoded, Fraction(1, self._scale)
            self._decode(decoder, packet)
        yield from self._ready()

    def finish(self) -> Iterator[Record]:
        """Yield what is left."""
        if self._decoder is not None:
            self._decode(self._decoder, None)
        self._take(None)
        if self._encoder is not None:
            self._coded(self._encoder.encode(None))
        yield from self._ready(at_the_end=True)

    def _open(self, piece: Fragment) -> VideoCodecContext:
        self._decoder = decoder_of(self._init, piece)
        return self._decoder

    def _decode(self, decoder: VideoCodecContext, packet: Packet | None) -> None:
        try:
            frames = decoder.decode(packet)
        except av.FFmpegError:
            return  # what is broken is left out
        for frame in frames:
            self._take(frame)

    # A picture finds its place -------------------------------------------------------------------

    def _take(self, frame: av.VideoFrame | None) -> None:
        """Give a picture to the moof it belongs to; None: no more come."""
        at = None if frame is None else frame.pts
        if frame is not None and (at is None or (self._last is not None and at <= self._last)):
            return
        while self._shown and (at is None or self._shown[0] <= at):
            shown = self._shown.pop(0)
            lasts = self._lengths.pop(shown, 0)
            found = self._next()
            if found is None:
                return
            waiting, moof = found
            if frame is None or shown != at:
                moof.left -= 1
            else:
                self._until(shown)
                moof.left -= 1
                self._last = shown
                moof.shown.append(shown)
                if self._shown:
                    lasts = max(lasts, self._shown[0] - shown)
                self._paint(frame, waiting, moof, shown, lasts)

    def _next(self) -> tuple[_Waiting, _Moof] | None:
        """Return where the next picture belongs."""
        return next(
            ((waiting, moof) for waiting in self._waiting for moof in waiting.moofs if moof.left),
            None,
        )

    def _until(self, shown: int) -> None:
        """Tell the moofs that wait for it when the next picture is shown."""
        for waiting in self._waiting:
            for moof in waiting.moofs:
                if moof.shown and not moof.left and moof.until is None:
                    moof.until = shown

    def _paint(
        self, frame: av.VideoFrame, waiting: _Waiting, moof: _Moof, shown: int, lasts: int
    ) -> None:
        encoder = self._encoder or self._begin(frame)
        assert self._brush is not None
        own = frame.reformat(encoder.width, encoder.height, encoder.pix_fmt)
        own.make_writable()
        since = (shown - waiting.first) * 1_000_000 // self._scale
        length = lasts * 1_000_000 // self._scale
        self._brush.paint(own, micros(waiting.piece.start) + since, length)
        own.pts, own.time_base = shown, Fraction(1, self._scale)
        own.pict_type = PictureType.I if waiting.key_is_due else PictureType.NONE
        waiting.key_is_due = False
        self._coding.append(moof)
        self._coded(encoder.encode(own))

    def _begin(self, frame: av.VideoFrame) -> VideoCodecContext:
        """Open the encoder for pictures like the first."""
        made = encoder_for(frame, self._scale, self._rate())
        self._encoder = made
        self._brush = Brush(
            self._areas,
            turn_of(self._init.orientation),
            (made.width, made.height),
            full=made.pix_fmt == FULL_RANGE,
            lasts=int(1_000_000 / made.framerate),
        )
        return made

    def _rate(self) -> Fraction:
        """Return about how many pictures there are in a second: what the encoder reckons with."""
        lengths = [
            sample.length
            for waiting in self._waiting
            for moof in waiting.moofs
            for row in moof.rows
            if row.track == self._track
            for sample in row.samples
            if sample.length
        ]
        usual = sorted(lengths)[len(lengths) // 2] if lengths else self._scale // 25 or 1
        return Fraction(self._scale, usual).limit_denominator(1001)

    def _coded(self, packets: list[Packet]) -> None:
        """Take what came out of the encoder, in the order in which it went in."""
        for packet in packets:
            moof = self._coding.popleft()
            flags = KEYFRAME if packet.is_keyframe else OTHER
            moof.coded.append(Sample(bytes(packet), 0, flags))

    # A fragment goes on --------------------------------------------------------------------------

    def _ready(self, *, at_the_end: bool = False) -> Iterator[Record]:
        while self._waiting:
            waiting = self._waiting[0]
            if not at_the_end and not all(moof.is_ready for moof in waiting.moofs):
                return
            self._waiting.popleft()
            coded = [sample for moof in waiting.moofs for sample in moof.coded]
            if not self._described:
                if not coded:
                    continue  # nothing can be shown before the first picture
                yield self._description(bytes(coded[0].data))
            data = b"".join(self._put_together(moof) for moof in waiting.moofs)
            if data:
                yield replace(waiting.piece, data=data)

    def _description(self, coded: bytes) -> Init:
        assert self._encoder is not None
        self._described = True
        data = redescribed(
            self._init.data,
            self._track,
            width=self._encoder.width,
            height=self._encoder.height,
            avcc=configuration(coded),
        )
        return Init(data, self._init.orientation)

    def _put_together(self, moof: _Moof) -> bytes:
        rows = [row for row in moof.rows if row.track != self._track]
        if moof.shown:
            last = next(row for row in moof.rows if row.track == self._track).samples[-1].length
            until = moof.until if moof.until is not None else moof.shown[-1] + max(last, 1)
            lengths = [b - a for a, b in zip(moof.shown, [*moof.shown[1:], until], strict=True)]
            samples = [
                replace(sample, data=length_prefixed(bytes(sample.data)), length=length)
                for sample, length in zip(moof.coded, lengths, strict=True)
            ]
            # Times before 0 there are none.
            rows.insert(0, Row(self._track, max(0, moof.shown[0]), samples))
        return packed(next(self._numbers), rows) if rows else b""
