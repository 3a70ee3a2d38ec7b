"""How long each camera's footage is kept, and changing it: 4(4)イ, 運用基準例 4(2).

A slot gets its due moment when it is opened; while the clock is not trusted it is opened without
one and is dated once it is. Shortening a period brings footage that is already there
nearer to its end, after the person has seen how much that is and said yes. Lengthening
applies to new footage only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
import logging

from ..guideline import retention
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.settings import CameraSettings, SiteSettings, days_kept
from ..records.acts import RetentionChanged
from ..vault.slot import Slot
from .clock import DRIFT
from .desk import Desk

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change of period would do to footage that is there.

    `sooner` slots come due earlier than they stand; `due_now` of them at once.
    """

    days_before: int
    days_after: int
    sooner: int
    due_now: int


def due_of(desk: Desk, camera: str, end: datetime, days: int | None = None) -> datetime:
    """Return when a camera's footage of a slot that ended at `end` is due."""
    if days is None:
        days = days_of(desk, camera)
    if desk.day is not None:
        return end + days * desk.day
    return retention.due(end, days, desk.zone)


def due_when_opened(desk: Desk, camera: str, end: datetime) -> datetime | None:
    """Return the due moment of a slot that is being opened; None while the clock is in doubt."""
    if desk.clock.trusted:
        return due_of(desk, camera, end)
    desk.doubtful[camera, end] = desk.clock.offset
    return None


async def date_slots(desk: Desk) -> int:
    """Give slots that were opened under a doubtful clock their due moment; return how many.

    Where the clock was set meanwhile, the period counts from what the slot's end really
    was; where that is unknown, from now: late, never early.
    """
    dated: dict[str, datetime] = {}
    undated = await desk.run(desk.vault.undated)
    for slot in undated:
        offset = desk.doubtful.get((slot.camera, slot.end))
        moved = offset is None or abs(offset - desk.clock.offset) > DRIFT.total_seconds()
        end = desk.clock.corrected(slot.end, offset) if moved else slot.end
        dated[slot.id] = due_of(desk, slot.camera, end)
    if dated:
        await desk.run(desk.vault.set_due, dated)
    for slot in undated:
        desk.doubtful.pop((slot.camera, slot.end), None)
    return len(dated)


async def date_undated(desk: Desk) -> None:
    """Date the slots that wait for it, if the disk lets: nothing else waits for this."""
    try:
        await date_slots(desk)
    except Problem as problem:
        _LOGGER.warning("Footage could not be dated yet: %s", problem)


async def preview(desk: Desk, camera: str | None, days: int) -> Preview:
    """Return what keeping footage `days` days would do; `camera` None is the site's period."""
    sooner = await _sooner(desk, camera, days)
    now = desk.clock.now()
    return Preview(
        days_before=days_of(desk, camera),
        days_after=days,
        sooner=len(sooner),
        due_now=sum(due <= now for due in sooner.values()),
    )


async def change(
    desk: Desk, actor: Actor, camera: str | None, days: int | None, *, seen: Preview
) -> None:
    """Change a period; `days` None puts a camera back on the site's.

    `seen` is the preview the person said yes to. Where more footage would go than they saw, the
    change is refused and has to be looked at again.
    """
    await desk.allow(Act.CHANGE_RETENTION, actor)
    after = days if days is not None else _site(desk).retention_days
    check_days(after)
    sooner = await _sooner(desk, camera, after)
    now = desk.clock.now()
    due_now = sum(due <= now for due in sooner.values())
    if due_now > seen.due_now:
        raise Problem("more_footage_than_shown", shown=seen.due_now, now=due_now)
    order = RetentionChanged(
        camera=camera,
        days_before=days_of(desk, camera),
        days_after=after,
        slots=len(sooner),
        due_now=due_now,
        own=days is not None,
    )

    async def effect() -> tuple[None, RetentionChanged]:
        await desk.run(desk.vault.set_due, sooner)
        return None, order

    await desk.perform(actor, order, effect)


async def finish(desk: Desk, order: RetentionChanged) -> RetentionChanged:
    """Take up a change that a stop interrupted."""
    await desk.run(desk.vault.set_due, await _sooner(desk, order.camera, order.days_after))
    return order


def check_days(days: int) -> None:
    """Refuse a period that the guideline's 必要最小限の期間 cannot mean."""
    if not retention.SHORTEST_DAYS <= days <= retention.LONGEST_DAYS:
        raise Problem(
            "retention_out_of_range",
            shortest=retention.SHORTEST_DAYS,
            longest=retention.LONGEST_DAYS,
        )


async def _sooner(desk: Desk, camera: str | None, days: int) -> dict[str, datetime]:
    """Return the slots that a period of `days` brings nearer, with their new due moments."""
    nearer: dict[str, datetime] = {}
    for slot in _of(desk, await desk.run(desk.vault.slots), camera):
        proposed = retention.shortened(slot.due, due_of(desk, slot.camera, slot.end, days))
        if slot.due is not None and proposed < slot.due:
            nearer[slot.id] = proposed
    return nearer


def _of(desk: Desk, slots: Iterable[Slot], camera: str | None) -> Iterable[Slot]:
    """Yield a camera's slots, or those of all cameras on the site's period.

    Never a hold's, nor those of a masked copy: no register knows its camera, and it goes with its permission.
    """
    for slot in slots:
        if slot.apart or slot.camera not in desk.registers.cameras:
            continue
        settings = _settings(desk, slot.camera)
        own = settings is not None and settings.retention_days is not None
        if slot.camera == camera or (camera is None and not own):
            yield slot


def days_of(desk: Desk, camera: str | None) -> int:
    """Return the days a camera's footage is kept; `camera` None is the site's period."""
    settings = _settings(desk, camera) if camera else None
    return days_kept(_site(desk), settings) if settings else _site(desk).retention_days


def _site(desk: Desk) -> SiteSettings:
    if desk.registers.settings is None:
        raise Problem("site_not_set_up")
    return desk.registers.settings


def _settings(desk: Desk, camera: str) -> CameraSettings | None:
    known = desk.registers.cameras.get(camera)
    return known.settings if known else None
