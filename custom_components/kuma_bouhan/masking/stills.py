"""Pictures by themselves: a camera's stills painted over, and the picture of a moment (JPEG)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import av
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext
from PIL import Image, ImageOps

from ..vault.chunk import Fragment, Init, Still
from ..vault.moments import micros, moment as moment_of
from ..vault.mp4 import tracks
from ..vault.samples import Unpacker
from .coding import decoder_of
from .order import Area
from .painting import placed, stored_mark, turn_of

QUALITY = 92
_AS_SHOWN = turn_of(1)
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def masked(still: Still, until: int, areas: Sequence[Area]) -> Iterator[Still]:
    """Yield a still with what lies in it painted over, and the mark; nothing where it is no picture.

    `until`: when the next one was taken (microseconds). What is to be painted over in between is so in this one.
    """
    try:
        with Image.open(BytesIO(still.data)) as found:
            picture = ImageOps.exif_transpose(found).convert("RGB")
    except OSError, ValueError, SyntaxError, Image.DecompressionBombError:
        return
    at = micros(still.at)
    for area in areas:
        if area.start < until and at < area.end:
            picture.paste((0, 0, 0), placed(area, _AS_SHOWN, *picture.size))
    box, rows = stored_mark(_AS_SHOWN, *picture.size)
    dots = bytes(255 * dot for row in rows for dot in row)
    picture.paste(Image.frombytes("L", (len(rows[0]), len(rows)), dots), box[:2])
    yield replace(still, data=_jpeg(picture))


def picture_at(init: Init, pieces: Iterable[Fragment], moment: int) -> Still | None:
    """Return the picture that fragments show at a moment (microseconds), turned as it is shown and else untouched.

    It is the last before the moment, or the first there is; None where nothing can be decoded.
    """
    best: tuple[av.VideoFrame, int] | None = None
    for frame, at in _pictures(init, pieces):
        if best is None or at <= moment:
            best = frame, at
    if best is None:
        return None
    frame, at = best
    picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    if init.orientation in _TURNED:
        picture = picture.transpose(_TURNED[init.orientation])
    return Still(_jpeg(picture), moment_of(at))


def _pictures(init: Init, pieces: Iterable[Fragment]) -> Iterator[tuple[av.VideoFrame, int]]:
    """Yield what can be decoded, with the moment (microseconds) from which it is shown."""
    video = next(track for track in tracks(init.data) if track.is_video)
    unpacker, decoder = Unpacker(init.data), None
    moments: dict[int, int] = {}
    for piece in pieces:
        decoder = decoder or decoder_of(init, piece)
        rows = [
            row for moof in unpacker.moofs(piece.data) for row in moof if row.track == video.number
        ]
        first = min((shown for row in rows for shown in row.shown()), default=0)
        for row in rows:
            for sample, shown in zip(row.samples, row.shown(), strict=True):
                moments[shown] = (
                    micros(piece.start) + (shown - first) * 1_000_000 // video.timescale
                )
                packet = av.Packet(bytes(sample.data))
                packet.pts, packet.time_base = shown, Fraction(1, video.timescale)
                yield from _decoded(decoder, packet, moments)
    if decoder is not None:
        yield from _decoded(decoder, None, moments)


def _decoded(
    decoder: VideoCodecContext, packet: av.Packet[Stream] | None, moments: dict[int, int]
) -> Iterator[tuple[av.VideoFrame, int]]:
    try:
        frames = decoder.decode(packet)
    except av.FFmpegError:
        return  # what is broken is left out
    for frame in frames:
        if frame.pts is not None and (at := moments.pop(frame.pts, None)) is not None:
            yield frame, at


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
