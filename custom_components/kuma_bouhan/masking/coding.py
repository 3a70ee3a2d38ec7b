"""What decodes pictures, and what encodes them as H.264."""

from fractions import Fraction
from io import BytesIO
from typing import cast

import av
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext

from ..vault.chunk import Fragment, Init
from .painting import FULL_RANGE

ENCODERS: dict[str, dict[str, str]] = {
    # A quality at which nobody sees a difference; no look ahead, so that each picture comes out at once.
    "libx264": {"preset": "veryfast", "tune": "zerolatency", "crf": "18", "sc_threshold": "0"},
    "libopenh264": {"rc_mode": "quality", "qmin": "10", "qmax": "26"},
}
"""What may encode, the best first, and how. Not what a graphics chip does: it takes pictures of its own kind."""
THREADS = 2
LONGEST_GOP = 1 << 20
"""Keyframes stand where they stood."""


class Unavailable(Exception):
    """Nothing here encodes H.264."""


def encoder() -> tuple[str, dict[str, str]]:
    """Return the name of what encodes, and how; raises Unavailable."""
    for name, options in ENCODERS.items():
        if name in av.codecs_available:
            return name, options
    raise Unavailable


def encoder_for(frame: av.VideoFrame, scale: int, rate: Fraction) -> VideoCodecContext:
    """Return what encodes pictures like one; `scale` ticks and about `rate` pictures are a second."""
    name, options = encoder()
    made = cast("VideoCodecContext", av.CodecContext.create(name, "w"))
    made.width, made.height = frame.width, frame.height
    full = frame.format.name == FULL_RANGE
    made.pix_fmt = FULL_RANGE if full and name == "libx264" else "yuv420p"
    made.time_base, made.framerate = Fraction(1, scale), rate
    made.max_b_frames, made.gop_size, made.thread_count = 0, LONGEST_GOP, THREADS
    made.bit_rate = 0 if "crf" in options else frame.width * frame.height * 4
    made.options = options
    made.color_range, made.colorspace = frame.color_range, frame.colorspace
    made.color_primaries, made.color_trc = frame.color_primaries, frame.color_trc
    return made


def decoder_of(init: Init, piece: Fragment) -> VideoCodecContext:
    """Return what decodes the pictures that an init segment describes, before the first of them."""
    with cast(
        "InputContainer", av.open(BytesIO(init.data + piece.data), format="mp4")
    ) as container:
        found = container.streams.video[0].codec_context
        made = cast("VideoCodecContext", av.CodecContext.create(found.name, "r"))
        made.extradata, made.thread_count = found.extradata, THREADS
    return made
