"""What the tests of the street camera see of it: PyAV opens the address like any player."""

import asyncio
from dataclasses import dataclass

import av
import numpy as np

from .scene import read_number


@dataclass(frozen=True, slots=True)
class Seen:
    """What came in: codecs, size, the burnt-in numbers of the pictures, and stamps in seconds."""

    codecs: tuple[str, ...]
    width: int
    numbers: tuple[int | None, ...]
    pts: tuple[float | None, ...]
    sounds: int


async def watch(url: str, pictures: int, wait: float = 5) -> Seen:
    """Open the address and decode that many pictures."""
    return await asyncio.to_thread(_watch, url, pictures, wait)


def _watch(url: str, pictures: int, wait: float) -> Seen:
    numbers: list[int | None] = []
    pts: list[float | None] = []
    sounds = 0
    options = {"rtsp_transport": "tcp", "probesize": "200000", "analyzeduration": "500000"}
    with av.open(url, options=options, timeout=wait) as container:
        codecs = tuple(stream.codec_context.name for stream in container.streams)
        for packet in container.demux():
            if packet.stream.type == "audio":
                sounds += 1
                continue
            for frame in packet.decode():
                assert isinstance(frame, av.VideoFrame)
                numbers.append(read_number(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)))
                pts.append(frame.time)
            if len(numbers) >= pictures:
                break
        width = container.streams.video[0].codec_context.width
    return Seen(codecs, width, tuple(numbers), tuple(pts), sounds)
