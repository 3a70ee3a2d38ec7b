"""From pictures and sound to the coded units a camera sends.

A unit is one coded picture (Annex B, parameter sets before every key picture) or one raw AAC frame, stamped in
seconds since the camera was switched on. Two feeds make them: `LiveFeed` draws and encodes each frame when it is
due; `LoopFeed` encodes eight seconds once and sends them for ever under new stamps, so that many large cameras
cost almost nothing (their clock and counter then start again every eight seconds).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol

import av
from av import CodecContext
from av.audio.codeccontext import AudioCodecContext
from av.audio.stream import AudioStream
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from . import sound
from .scene import Street

LOOP_SECONDS: Final = 8  # a whole number of AAC frames at 16 kHz: 125


class VideoCodec(StrEnum):
    """What the picture is coded with; the values are FFmpeg's names."""

    H264 = "h264"
    H265 = "hevc"


class Kind(StrEnum):
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What a camera sends. `bitrate` in bits per second, `gop` (key picture interval) in seconds."""

    width: int = 640
    height: int = 360
    fps: int = 15
    codec: VideoCodec = VideoCodec.H264
    audio: bool = True
    bitrate: int = 700_000
    gop: float = 1.0
    b_frames: int = 0
    grain: int = 0


# 3.2 Mbit/s on the wire: with the grain the encoder ends up a little above what it is told.
BENCH: Final = Format(width=1920, height=1080, fps=25, bitrate=3_040_000, grain=3)


@dataclass(frozen=True, slots=True)
class Unit:
    """One coded picture or sound frame; `pts` and `dts` in seconds."""

    kind: Kind
    pts: float
    dts: float
    data: bytes
    key: bool


class Feed(Protocol):
    """Gives the units that fall due with frame `number`; may block."""

    blocking: bool

    def units(self, number: int) -> list[Unit]: ...


class LiveFeed:
    """Draws and encodes frame by frame. A hole in the frame numbers starts a new GOP."""

    blocking = True

    def __init__(self, fmt: Format, started: datetime, name: str) -> None:
        self._fmt = fmt
        self._street = Street(fmt.width, fmt.height, fmt.fps, started, name, fmt.grain)
        self._video: VideoCodecContext | None = None
        self._audio = _audio_encoder()
        self._next = -1
        self._block = 0

    def units(self, number: int) -> list[Unit]:
        if self._video is None or number != self._next:
            self._video = _video_encoder(self._fmt)
            self._audio = _audio_encoder()
            self._block = number * sound.RATE // (self._fmt.fps * sound.BLOCK)
        self._next = number + 1
        units = [
            _unit(Kind.VIDEO, packet)
            for packet in self._video.encode(_picture(self._street, number))
        ]
        if self._fmt.audio:
            until = (number + 1) * sound.RATE // self._fmt.fps
            units += [_unit(Kind.AUDIO, packet) for packet in self._encode_sound(until)]
        return units

    def _encode_sound(self, until: int) -> Iterator[Packet[AudioStream]]:
        while (self._block + 1) * sound.BLOCK <= until:
            yield from (
                packet
                for packet in self._audio.encode(_sound(self._block))
                if (packet.pts or 0) >= 0
            )
            self._block += 1


class LoopFeed:
    """Repeats eight encoded seconds; feeds of the same format share them."""

    blocking = False

    def __init__(self, fmt: Format, started: datetime, name: str) -> None:
        self._fmt = fmt
        self._frames = _loop(fmt, started, name)

    def units(self, number: int) -> list[Unit]:
        turn, index = divmod(number, len(self._frames))
        shift = turn * float(LOOP_SECONDS)
        return [
            replace(unit, pts=unit.pts + shift, dts=unit.dts + shift)
            for unit in self._frames[index]
        ]


@lru_cache(maxsize=4)
def _loop(fmt: Format, started: datetime, name: str) -> tuple[tuple[Unit, ...], ...]:
    feed = LiveFeed(replace(fmt, b_frames=0), started, name)
    count = LOOP_SECONDS * fmt.fps
    frames = [feed.units(number) for number in range(count)]
    # The sound encoder is a few blocks behind: what it still owes goes with the last picture.
    late = [unit for n in range(count, count + fmt.fps) for unit in feed.units(n)]
    frames[-1] += [unit for unit in late if unit.kind is Kind.AUDIO and unit.pts < LOOP_SECONDS]
    return tuple(tuple(units) for units in frames)


@lru_cache(maxsize=16)
def parameter_sets(fmt: Format) -> tuple[bytes, ...]:
    """Make the parameter sets a camera announces before it sends: VPS (H.265), SPS, PPS."""
    feed = LiveFeed(replace(fmt, audio=False, grain=0), datetime.now(UTC), "STREET")
    picture = next(unit for number in range(fmt.fps) for unit in feed.units(number))
    return tuple(
        nal
        for nal in split_nals(picture.data)
        if nal_type(nal, fmt.codec) in _PARAMETER_SETS[fmt.codec]
    )


def split_nals(data: bytes) -> Iterator[bytes]:
    """Yield the NAL units of an Annex B picture."""
    for piece in data.split(b"\x00\x00\x01"):
        if nal := piece.rstrip(b"\x00"):
            yield nal


def nal_type(nal: bytes, codec: VideoCodec) -> int:
    return nal[0] & 0x1F if codec is VideoCodec.H264 else nal[0] >> 1 & 0x3F


def write_file(
    path: Path,
    seconds: float,
    fmt: Format,
    started: datetime,
    *,
    first: int = 0,
    name: str = "KUMA STREET",
) -> None:
    """Record the scene from frame `first` into a file; MP4 or MPEG-TS after the file's suffix."""
    street = Street(fmt.width, fmt.height, fmt.fps, started, name, fmt.grain)
    with av.open(str(path), "w", format="mpegts" if path.suffix == ".ts" else "mp4") as container:
        video = container.add_stream(_ENCODERS[fmt.codec], fmt.fps)
        assert isinstance(video, VideoStream)
        _configure_video(video.codec_context, fmt)
        audio = container.add_stream("aac", sound.RATE) if fmt.audio else None
        if isinstance(audio, AudioStream):
            _configure_audio(audio.codec_context)
        block = 0
        for index in range(round(seconds * fmt.fps)):
            frame = _picture(street, first + index)
            frame.pts = index
            container.mux(video.encode(frame))
            while (
                isinstance(audio, AudioStream)
                and (block + 1) * sound.BLOCK * fmt.fps <= (index + 1) * sound.RATE
            ):
                container.mux(audio.encode(_sound(block)))
                block += 1
        container.mux(video.encode())
        if isinstance(audio, AudioStream):
            container.mux(audio.encode())


_PARAMETER_SETS: Final = {VideoCodec.H264: (7, 8), VideoCodec.H265: (32, 33, 34)}
_ENCODERS: Final = {VideoCodec.H264: "libx264", VideoCodec.H265: "libx265"}


def _video_encoder(fmt: Format) -> VideoCodecContext:
    context = CodecContext.create(_ENCODERS[fmt.codec], "w")
    assert isinstance(context, VideoCodecContext)
    _configure_video(context, fmt)
    return context


def _audio_encoder() -> AudioCodecContext:
    context = CodecContext.create("aac", "w")
    _configure_audio(context)
    return context


def _configure_video(context: VideoCodecContext, fmt: Format) -> None:
    gop = max(1, round(fmt.gop * fmt.fps))
    context.width, context.height, context.pix_fmt = fmt.width, fmt.height, "yuv420p"
    context.time_base, context.framerate = Fraction(1, fmt.fps), Fraction(fmt.fps)
    context.bit_rate, context.gop_size, context.thread_count = fmt.bitrate, gop, 1
    context.max_b_frames = fmt.b_frames
    options = {"preset": "ultrafast", "forced-idr": "1"}
    if not fmt.b_frames:
        options["tune"] = "zerolatency"
    if fmt.codec is VideoCodec.H264:
        options["x264-params"] = f"keyint={gop}:min-keyint={gop}:scenecut=0:bframes={fmt.b_frames}"
    else:
        options["x265-params"] = (
            f"keyint={gop}:min-keyint={gop}:scenecut=0:bframes={fmt.b_frames}:open-gop=0:repeat-headers=1"
            ":pools=none:frame-threads=1:wpp=0:info=0:log-level=error"
        )
    context.options = options


def _configure_audio(context: AudioCodecContext) -> None:
    context.sample_rate, context.layout, context.format = sound.RATE, "mono", "fltp"
    context.bit_rate, context.time_base = 32_000, Fraction(1, sound.RATE)


def _picture(street: Street, number: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(street.pixels(number), format="rgb24")
    frame.pts, frame.time_base = number, Fraction(1, street.fps)
    return frame


def _sound(number: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(sound.block(number)[None, :], format="fltp", layout="mono")
    frame.pts, frame.sample_rate, frame.time_base = (
        number * sound.BLOCK,
        sound.RATE,
        Fraction(1, sound.RATE),
    )
    return frame


def _unit(kind: Kind, packet: Packet[Any]) -> Unit:
    assert packet.pts is not None and packet.dts is not None and packet.time_base
    base = float(packet.time_base)
    return Unit(kind, packet.pts * base, packet.dts * base, bytes(packet), packet.is_keyframe)
