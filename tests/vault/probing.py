"""What others make of a file: ffprobe, and libav packet by packet."""

from dataclasses import dataclass
from io import BytesIO
import json
from pathlib import Path
import shutil
import subprocess
from typing import Any, cast

import av
from av.container import InputContainer
import pytest


@dataclass(frozen=True)
class Sample:
    """A picture or a sound as a player takes it out of a file; moments in seconds."""

    data: bytes
    decoded: float
    shown: float
    lasts: float
    keyframe: bool


def samples(data: bytes, kind: str = "video") -> list[Sample]:
    """Return the samples of a kind, in the order of decoding; edit lists count."""
    with cast("InputContainer", av.open(BytesIO(data), format="mp4")) as container:
        stream = next((one for one in container.streams if one.type == kind), None)
        if stream is None:
            return []
        tick = float(stream.time_base or 0)
        return [
            Sample(
                bytes(packet),
                packet.dts * tick,
                (packet.pts or 0) * tick,
                (packet.duration or 0) * tick,
                packet.is_keyframe,
            )
            for packet in container.demux(stream)
            if packet.dts is not None and packet.size
        ]


def frames(data: bytes) -> int:
    """Decode everything and count."""
    with cast("InputContainer", av.open(BytesIO(data), format="mp4")) as container:
        return sum(1 for _ in container.decode(video=0))


def probe(data: bytes, folder: Path) -> dict[str, Any]:
    """Return what ffprobe says after decoding all of it, by kind of stream; it has nothing to complain about."""
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    path = folder / "probed.mp4"
    path.write_bytes(data)
    done = subprocess.run(
        [
            *("ffprobe", "-v", "warning", "-count_frames", "-of", "json"),
            *("-show_entries", "stream=codec_type,nb_read_frames,nb_frames,start_time,duration"),
            *("-show_entries", "format=duration,start_time"),
            path,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    read = json.loads(done.stdout)
    return {one["codec_type"]: one for one in read["streams"]} | {"format": read["format"]}
