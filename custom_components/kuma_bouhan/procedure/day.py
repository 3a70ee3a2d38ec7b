"""A camera's day: what there is of it, what is missing and why, what is held, and when each part is erased.

A day is the site's own: from midnight to midnight on its wall, 23 to 25 hours where clocks are changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from ..guideline.people import Actor
from ..guideline.recording import Gap
from ..guideline.settings import CaptureMode
from ..records.acts import Routine
from .desk import Desk
from .footage import Stretch, stretches
from .holding import HeldStretch, holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One camera's day. Moments are UTC; `gaps` are cut to the day."""

    camera: str
    start: datetime
    end: datetime
    mode: CaptureMode
    stretches: tuple[Stretch, ...]
    gaps: tuple[Gap, ...]
    holds: tuple[HeldStretch, ...]
    """What of it is held beyond its period; why stands in the register."""


def bounds(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return when a day begins and ends (UTC)."""
    start, end = (
        datetime.combine(one, time(), tzinfo=zone).astimezone(UTC)
        for one in (day, day + timedelta(days=1))
    )
    return start, end


async def day(
    desk: Desk, actor: Actor, camera: str, of: date, not_entered: Iterable[Gap] = ()
) -> Day:
    """Return a camera's day. `not_entered`: gaps that the book does not have yet.

    Problem: unknown_camera.
    """
    start, end = bounds(of, desk.zone)
    found = await stretches(desk, actor, camera, start, end)
    settings = desk.registers.cameras[camera].settings
    missing = {*await desk.run(gaps_entered, desk, camera, start, end), *not_entered}
    return Day(
        camera=camera,
        start=start,
        end=end,
        mode=settings.mode if settings else CaptureMode.STREAM,
        stretches=tuple(found),
        gaps=tuple(
            Gap(camera, max(gap.start, start), min(gap.end, end), gap.reason)
            for gap in sorted(missing, key=lambda gap: gap.start)
            if gap.start < end and gap.end > start
        ),
        holds=tuple(holds(desk, camera, start, end)),
    )


def gaps_entered(desk: Desk, camera: str, start: datetime, end: datetime) -> list[Gap]:
    """Return the gaps of a span that stand in the book: each was entered once it was over."""
    found: list[Gap] = []
    entries = tuple(desk.registers.index.of([Routine.kind], start))
    for seq in reversed(entries):
        act = desk.book.entry(seq).act
        assert isinstance(act, Routine)
        for fact in act.gaps:
            if fact.camera == camera:
                if fact.start >= end:  # what is entered later is from later still
                    return found
                found.append(Gap(fact.camera, fact.start, fact.end, fact.reason))
    return found
