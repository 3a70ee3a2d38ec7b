"""Pictures out of footage: a keyframe decoded and made a JPEG, with what Home Assistant's stream brings.

Blocking: call it on a thread.
"""

from fractions import Fraction
from io import BytesIO
from typing import cast

import av
from av.container import InputContainer
from homeassistant.components.stream.core import TRANSFORM_IMAGE_FUNCTION

from .guideline.errors import Problem
from .procedure.playback import Keyframe

NARROWEST, USUAL, WIDEST = 64, 320, 1920
"""Pixels of a picture's width."""


def jpeg_of(keyframe: Keyframe, width: int) -> bytes:
    """Return the picture (JPEG), turned as it is shown, no wider than `width`.

    Problem: footage_damaged where it cannot be decoded.
    """
    try:
        return _encoded(_turned(_decoded(keyframe, width), keyframe.orientation))
    except (av.FFmpegError, StopIteration, IndexError) as error:
        raise Problem("footage_damaged") from error


def _decoded(keyframe: Keyframe, width: int) -> av.VideoFrame:
    data = BytesIO(keyframe.init + keyframe.fragment)
    with cast("InputContainer", av.open(data, format="mp4")) as container:
        frame = next(container.decode(video=0))
    narrow = min(width, frame.width)
    # Halves of pixels carry the colour: both sides are even.
    wide, high = (max(2, side // 2 * 2) for side in (narrow, frame.height * narrow // frame.width))
    return frame.reformat(width=wide, height=high, format="rgb24")


def _turned(frame: av.VideoFrame, orientation: int) -> av.VideoFrame:
    if orientation <= 1 or orientation >= len(TRANSFORM_IMAGE_FUNCTION):
        return frame
    turned = TRANSFORM_IMAGE_FUNCTION[orientation](frame.to_ndarray())
    return av.VideoFrame.from_ndarray(turned, format="rgb24")


def _encoded(frame: av.VideoFrame) -> bytes:
    codec = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt = frame.width, frame.height, "yuvj420p"
    codec.time_base = Fraction(1)
    codec.options = {"qmin": "2", "qmax": "6"}
    picture = frame.reformat(format="yuvj420p", dst_color_range="JPEG")
    picture.pts, picture.time_base = 0, codec.time_base
    return b"".join(bytes(packet) for packet in (*codec.encode(picture), *codec.encode(None)))
