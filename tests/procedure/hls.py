"""A player, as far as a test needs one: reads a playlist, fetches what it names, and looks inside."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import cast

import av
from av.container import InputContainer

type Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A segment as a playlist names it. `at` is the time of day where the playlist says it."""

    uri: str
    seconds: float
    map: str
    at: datetime | None
    discontinuity: bool

    @property
    def chunk(self) -> str:
        return self.uri.split("/")[0]

    @property
    def number(self) -> int:
        return int(self.uri.split("/")[1].removesuffix(".m4s"))


@dataclass(frozen=True, slots=True)
class Read:
    """A playlist, read."""

    tags: tuple[str, ...]
    target: int
    segments: tuple[Listed, ...]

    def times(self) -> list[tuple[datetime, datetime]]:
        """Return when each segment begins and ends by the time of day, as a player works it out."""
        found: list[tuple[datetime, datetime]] = []
        for one in self.segments:
            begin = one.at or found[-1][1]
            found.append((begin, begin + timedelta(seconds=one.seconds)))
        return found

    def runs(self) -> list[list[Listed]]:
        """Return the segments between discontinuities: each run plays without a break."""
        runs: list[list[Listed]] = []
        for one in self.segments:
            if one.discontinuity or not runs:
                runs.append([])
            runs[-1].append(one)
        return runs


def read(text: str) -> Read:
    """Read a playlist; what no player would understand fails here."""
    lines = text.split("\n")
    assert lines[0] == "#EXTM3U" and lines[-2:] == ["#EXT-X-ENDLIST", ""]
    segments: list[Listed] = []
    tags: list[str] = []
    map_, at, seconds, broken, target = "", None, 0.0, False, 0
    for line in lines[1:-2]:
        tag, _, value = line.partition(":")
        match tag:
            case "#EXT-X-MAP":
                map_ = value.removeprefix('URI="').removesuffix('"')
            case "#EXT-X-PROGRAM-DATE-TIME":
                at = datetime.fromisoformat(value)
                assert at.tzinfo is not None
            case "#EXT-X-DISCONTINUITY":
                broken = True
            case "#EXTINF":
                seconds = float(value.removesuffix(","))
            case "#EXT-X-TARGETDURATION":
                target = int(value)
            case _ if line.startswith("#"):
                tags.append(line)
            case _:
                assert map_ and seconds > 0
                assert round(seconds) <= target
                segments.append(Listed(line, seconds, map_, at, broken))
                at, broken = None, False
    return Read(tuple(tags), target, tuple(segments))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a player shows of a run: decode times of its pictures and sounds, and how many it decodes."""

    pictures: tuple[float, ...]
    sounds: tuple[float, ...]
    decoded: int
    size: tuple[int, int]


async def play(run: list[Listed], fetch: Fetch) -> Seen:
    """Fetch a run and decode all of it."""
    data = b"".join([await fetch(run[0].map), *[await fetch(one.uri) for one in run]])
    return look(data)


def look(data: bytes) -> Seen:
    """Decode a fragmented MP4."""
    times: dict[str, list[float]] = {"video": [], "audio": []}
    with cast("InputContainer", av.open(BytesIO(data), format="mp4")) as container:
        for packet in container.demux():
            if packet.dts is not None and packet.size:
                assert packet.time_base is not None
                times[packet.stream.type].append(float(packet.dts * packet.time_base))
    with cast("InputContainer", av.open(BytesIO(data), format="mp4")) as container:
        frames = [(frame.width, frame.height) for frame in container.decode(video=0)]
    return Seen(tuple(times["video"]), tuple(times["audio"]), len(frames), frames[0])
