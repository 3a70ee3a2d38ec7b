"""Other copies of a camera's pictures: cards, recorders, clouds. 4(4)イ, ウ hold for them, and no vault of ours reaches them.

    never looked ──noted──▶ noted ──gone──▶ looked at
         └──nowhere else──▶ looked at

Who may: `Act.KEEP_THINGS`. Once a year somebody looks again: says so again, or notes the copy anew.

Invariants:
1. Nobody says "nowhere else" of a camera while a copy of it stands noted.
2. What is kept longer than the camera's own footage, or nobody knows how long, does not hold to the operating standard
   (`too_long`); it is entered all the same.
"""

from collections.abc import Iterator
import secrets

from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.settings import days_kept
from ..guideline.things import COPIES_LOOK_EVERY, FIRST_COPIES_LOOK, LONGEST_COPY_DAYS, CopyKind
from ..records.thing import NoOtherCopies, OtherCopyGone, OtherCopyNoted
from ..records.things import OtherCopy
from . import entered
from .desk import Desk


async def note(
    desk: Desk,
    actor: Actor,
    camera: str,
    what: CopyKind,
    days: int | None,
    *,
    place: str,
    who_sees: str,
    copy: str | None = None,
) -> str:
    """Enter where else a camera's pictures are kept, or (`copy`) how from now on; return the copy's id.

    Problem: unknown_camera, other_copy_unknown, copy_days_out_of_range (most), text_missing (field), text_too_long.
    """

    async def settle() -> OtherCopyNoted:
        await desk.allow(Act.KEEP_THINGS, actor)
        if copy is None:
            _standing(desk, camera)
        elif _known(desk, copy).camera != camera:
            raise Problem("other_copy_unknown")
        if days is not None and not 0 < days <= LONGEST_COPY_DAYS:
            raise Problem("copy_days_out_of_range", most=LONGEST_COPY_DAYS)
        return OtherCopyNoted(
            copy=copy or secrets.token_hex(16),
            camera=camera,
            what=what,
            days=days,
            place=entered.text("place", place),
            who_sees=entered.text("who_sees", who_sees),
        )

    return (await desk.decide(actor, settle)).copy


async def gone(desk: Desk, actor: Actor, copy: str) -> None:
    """Enter that pictures are kept there no longer. Problem: other_copy_unknown."""

    async def settle() -> OtherCopyGone:
        await desk.allow(Act.KEEP_THINGS, actor)
        _known(desk, copy)
        return OtherCopyGone(copy=copy)

    await desk.decide(actor, settle)


async def none(desk: Desk, actor: Actor, camera: str) -> None:
    """Enter that somebody looked, and a camera's pictures are kept nowhere else. Problem: unknown_camera, other_copy_stands."""

    async def settle() -> NoOtherCopies:
        await desk.allow(Act.KEEP_THINGS, actor)
        _standing(desk, camera)
        if stands(desk, camera):
            raise Problem("other_copy_stands")
        return NoOtherCopies(camera=camera)

    await desk.decide(actor, settle)


def stands(desk: Desk, camera: str) -> bool:
    """Say whether a copy of a camera's pictures stands noted."""
    return any(one.camera == camera for one in desk.registers.things.copies.values())


def allowed_days(desk: Desk, camera: str) -> int | None:
    """Return how long a camera's pictures may be kept: its period; None where its settings are not known any more."""
    known, site = desk.registers.cameras.get(camera), desk.registers.settings
    if site is None or known is None or known.settings is None:
        return None
    return days_kept(site, known.settings)


def too_long(desk: Desk, copy: OtherCopy) -> bool:
    """Say whether a copy is kept longer than the operating standard has it, or nobody knows how long."""
    allowed = allowed_days(desk, copy.camera)
    return copy.days is None or (allowed is not None and copy.days > allowed)


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield when somebody is to look where else each camera's pictures are kept."""
    looked = desk.registers.things.copies_looked
    for camera in desk.registers.standing_cameras():
        if camera in looked:
            due = looked[camera] + COPIES_LOOK_EVERY
        else:
            due = desk.registers.cameras[camera].added + FIRST_COPIES_LOOK
        yield Duty(kind=DutyKind.OTHER_COPIES, due=due, act=Act.KEEP_THINGS, camera=camera)


def _standing(desk: Desk, camera: str) -> None:
    if camera not in desk.registers.standing_cameras():
        raise Problem("unknown_camera")


def _known(desk: Desk, copy: str) -> OtherCopy:
    found = desk.registers.things.copies.get(copy)
    if found is None:
        raise Problem("other_copy_unknown")
    return found
