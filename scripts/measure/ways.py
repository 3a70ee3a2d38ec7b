"""The ways to keep what a camera's stream delivers, each begun in a core of its own.

A way is begun for all cameras at once and tells, whenever asked, how many seconds of footage
each camera has given it in the mean (`delivered`) and what else it knows of itself (`facts`).
"""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import override

from homeassistant.components.stream.core import PROVIDERS, Segment, StreamOutput
from homeassistant.core import HomeAssistant

from .core import StreetCamera

BYTES_PER_SECOND = 400_000
"""Of the simulated cameras: 3.2 Mbit/s."""


@dataclass(slots=True)
class Keeping:
    """What a way has kept so far."""

    delivered: Callable[[], float]
    facts: dict[str, float] = field(default_factory=dict)


type Way = Callable[
    [HomeAssistant, Sequence[StreetCamera], Path, float], Coroutine[None, None, Keeping]
]


# --- An output that does nothing ---


@PROVIDERS.register("bench_nothing")
class Nothing(StreamOutput):
    """Counts what comes and lets it go."""

    parts = 0

    @property
    @override
    def name(self) -> str:
        return "bench_nothing"

    @property
    @override
    def idle(self) -> bool:
        return True

    @override
    def _async_put(self, segment: Segment) -> None:
        pass

    @override
    def part_put(self) -> None:
        self.parts += 1


async def nothing(
    hass: HomeAssistant, cameras: Sequence[StreetCamera], folder: Path, chunk: float
) -> Keeping:
    """Run the stream workers and keep nothing. A part is one second."""
    outputs = []
    for camera in cameras:
        stream = await camera.async_create_stream()
        assert stream is not None
        output = stream.add_provider("bench_nothing")
        assert isinstance(output, Nothing)
        outputs.append(output)
        await stream.start()
    return Keeping(lambda: sum(output.parts for output in outputs) / len(outputs))


# --- Home Assistant's own recording to a file ---


async def record(
    hass: HomeAssistant, cameras: Sequence[StreetCamera], folder: Path, chunk: float
) -> Keeping:
    """Call the action `camera.record` for an hour, into one file for each camera."""
    targets = [folder / f"{camera.unique_id}.mp4" for camera in cameras]
    for camera, target in zip(cameras, targets, strict=True):
        call = {"entity_id": camera.entity_id, "filename": str(target), "duration": 3600}
        await hass.services.async_call("camera", "record", call)
    written = [target.with_name(f"{target.name}.tmp") for target in targets]
    return Keeping(lambda: seconds_of(written))


def seconds_of(files: Sequence[Path]) -> float:
    """Return about how much footage lies in one of the files, in the mean."""
    return sum(file.stat().st_size for file in files if file.exists()) / (
        BYTES_PER_SECOND * len(files)
    )
