"""Saying what footage there is, without showing any: times, sizes, periods.

Footage whose period is over is never listed, erased or not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.settings import CameraSettings, CaptureMode
from ..vault.facts import ChunkFacts
from .desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Footage without a gap, of one period. `complete`: every chunk of it was finished in order.

    `due` is the end of its own period, also where it is held beyond that; of footage whose own is over, the hold's.
    """

    start: datetime
    end: datetime
    due: datetime | None
    chunks: int
    bytes: int
    complete: bool


async def stretches(
    desk: Desk, actor: Actor, camera: str, start: datetime, end: datetime
) -> list[Stretch]:
    """Return the footage of a camera between two moments, oldest first."""
    await desk.allow(Act.LIST_FOOTAGE, actor)
    if (known := desk.registers.cameras.get(camera)) is None:
        raise Problem("unknown_camera")
    if start >= end:
        raise Problem("span_empty")
    chunks = await desk.run(desk.vault.chunks, camera, start, end, now=desk.clock.now())
    return _joined(chunks, unnoted(known.settings))


def unnoted(settings: CameraSettings | None) -> timedelta:
    """Return how far apart two chunks of a camera may lie without a gap between them."""
    if settings is not None and settings.mode is CaptureMode.STILLS:
        return LONGEST_UNNOTED_GAP + timedelta(seconds=settings.still_interval)
    return LONGEST_UNNOTED_GAP


def _joined(chunks: Iterable[ChunkFacts], unnoted: timedelta) -> list[Stretch]:
    """Join chunks that follow one another and come due together."""
    found: list[Stretch] = []
    for chunk in chunks:
        last, due = found[-1] if found else None, chunk.own_end or chunk.due
        if last is not None and due == last.due and chunk.start - last.end <= unnoted:
            found[-1] = replace(
                last,
                end=max(last.end, chunk.end),
                chunks=last.chunks + 1,
                bytes=last.bytes + chunk.bytes,
                complete=last.complete and chunk.complete,
            )
        else:
            found.append(
                Stretch(
                    start=chunk.start,
                    end=chunk.end,
                    due=due,
                    chunks=1,
                    bytes=chunk.bytes,
                    complete=chunk.complete,
                )
            )
    return found
