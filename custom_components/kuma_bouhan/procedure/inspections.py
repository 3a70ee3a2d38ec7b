"""Operators' inspections: 画像データの保存状況の点検, and of the media. 運用体制の概要図, 4(4)ウ, エ.

Who may: `Act.CHECK_THINGS`. What is to be looked at (how far back there is footage, what should be gone and is not) is shown
beside it; what is not fine is said in words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from ..guideline.duties import Duty, DutyKind
from ..guideline.people import Act, Actor
from ..guideline.settings import Profile
from ..guideline.things import (
    INSPECTION_EVERY,
    MEDIA_INSPECTION_EVERY,
    QUIET_INSPECTION_EVERY,
    Inspection,
)
from ..records.thing import Inspected
from . import entered
from .desk import Desk

_DUTIES: Mapping[Inspection, DutyKind] = {
    Inspection.RETENTION: DutyKind.RETENTION_INSPECTION,
    Inspection.MEDIA: DutyKind.MEDIA_INSPECTION,
}


async def enter(
    desk: Desk, actor: Actor, what: Inspection, *, fine: bool, remarks: str = ""
) -> None:
    """Enter an inspection. Problem: remarks_missing, text_too_long."""

    async def settle() -> Inspected:
        await desk.allow(Act.CHECK_THINGS, actor)
        return Inspected(what=what, fine=fine, remarks=entered.remarks(remarks, fine=fine))

    await desk.decide(actor, settle)


def due(desk: Desk, what: Inspection) -> datetime | None:
    """Return when an inspection is due; None while there is no camera to inspect."""
    registers = desk.registers
    if not registers.standing_cameras():
        return None
    known = registers.things.inspected.get(what)
    last = known[0] if known else min(camera.added for camera in registers.cameras.values())
    return last + _every(desk, what)


def late_hours(desk: Desk) -> Mapping[str, int]:
    """Return how many hours of each camera have outlived their period and are not erased. Blocking."""
    now = desk.clock.now()
    return Counter(
        slot.camera for slot in desk.vault.slots() if slot.due is not None and slot.due <= now
    )


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield both inspections, once there is a camera."""
    for what, kind in _DUTIES.items():
        if (moment := due(desk, what)) is not None:
            yield Duty(kind=kind, due=moment, act=Act.CHECK_THINGS)


def _every(desk: Desk, what: Inspection) -> timedelta:
    if what is Inspection.MEDIA:
        return MEDIA_INSPECTION_EVERY
    settings = desk.registers.settings
    quiet = settings is not None and settings.profile is Profile.HOME
    return QUIET_INSPECTION_EVERY if quiet else INSPECTION_EVERY
