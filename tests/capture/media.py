"""Small films, what Home Assistant's stream worker makes of them, and looking inside."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
import tempfile
import threading
from types import SimpleNamespace
from typing import Any, cast

import av
from av.container import InputContainer
from homeassistant.components.stream.core import Segment, StreamSettings
from homeassistant.components.stream.diagnostics import Diagnostics
from homeassistant.components.stream.exceptions import StreamWorkerError
from homeassistant.components.stream.worker import StreamState, stream_worker
import numpy as np

FPS = 10


@cache
def film(
    kind: str = "mp4",
    codec: str = "libx264",
    *,
    audio: bool = True,
    seconds: int = 8,
    width: int = 96,
    silence: tuple[float, int] = (0, 0),
) -> bytes:
    """Encode a film of moving noise; a keyframe every second.

    `silence`: after that many seconds nothing comes for that many seconds.
    """
    out = BytesIO()
    with av.open(out, "w", format=kind) as container:
        video = cast("av.VideoStream", container.add_stream(codec, rate=FPS))
        video.width, video.height, video.pix_fmt = width, 64, "yuv420p"
        video.codec_context.gop_size = FPS
        video.options = {"preset": "ultrafast", "bf": "0"}
        if codec == "libx265":
            video.options = {"preset": "ultrafast", "x265-params": "log-level=none:bframes=0"}
        sound = None
        if audio:
            sound = container.add_stream("aac", rate=16_000)
            sound.layout = "mono"
        noise = np.random.default_rng(1)
        heard = 0
        for number in range(seconds * FPS):
            picture = noise.integers(0, 255, (64, width, 3), dtype=np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            late = silence[1] * FPS if number >= silence[0] * FPS else 0
            frame.pts, frame.time_base = number + late, Fraction(1, FPS)
            container.mux(video.encode(frame))
            while sound and heard < (number + 1) * 16_000 // FPS:
                samples = noise.standard_normal((1, 1024)).astype(np.float32)
                tone = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
                tone.sample_rate, tone.pts, tone.time_base = 16_000, heard, Fraction(1, 16_000)
                heard += 1024
                container.mux(sound.encode(tone))
        container.mux(video.encode())
        if sound:
            container.mux(sound.encode())
    return out.getvalue()


@dataclass
class _Output:
    segments: list[Segment] = field(default_factory=list)

    def put(self, segment: Segment) -> None:
        self.segments.append(segment)

    def part_put(self) -> None:
        """Parts stay with their segment."""


def segments(data: bytes, *, low_latency: bool = True) -> list[Segment]:
    """Run Home Assistant's own worker over a film, to its end."""
    output = _Output()
    loop = SimpleNamespace(call_soon_threadsafe=lambda call, *args: call(*args))
    hass = cast("Any", SimpleNamespace(loop=loop))
    converter = SimpleNamespace(
        create_codec_context=lambda codec_context: None, stash_keyframe_packet=lambda packet: None
    )
    settings = StreamSettings(low_latency, 1.9, 0.5 if low_latency else 2.0, 3, 2.0)
    state = StreamState(hass, lambda: cast("Any", {"": output}), Diagnostics())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film"
        path.write_bytes(data)
        with suppress(StreamWorkerError):  # a film ends
            stream_worker(str(path), {}, settings, state, cast("Any", converter), threading.Event())
    return output.segments


def packets(data: bytes, kind: str = "video") -> list[tuple[float, bytes]]:
    """Return decode times in seconds and bytes of all coded pictures (or sounds)."""
    with cast("InputContainer", av.open(BytesIO(data))) as container:
        stream = next((stream for stream in container.streams if stream.type == kind), None)
        if stream is None:
            return []
        assert stream.time_base is not None
        return [
            (float(packet.dts * stream.time_base), bytes(packet))
            for packet in container.demux(stream)
            if packet.dts is not None and packet.size
        ]


def pictures(data: bytes) -> int:
    """Decode everything and count."""
    with cast("InputContainer", av.open(BytesIO(data))) as container:
        return sum(1 for _ in container.decode(video=0))


def joined(init: bytes, parts: Sequence[bytes]) -> bytes:
    return init + b"".join(parts)
