"""Explaining to whoever complains or inquires how the cameras are run: 4(5). Gathers what is so now; `documents.explanation` says it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from ..documents.explanation import Elsewhere, Explanation, Watching, explanation
from ..documents.words import Words
from ..guideline.assessment import Assessment
from ..guideline.errors import Problem
from ..guideline.people import RULES, Act, Actor, Role
from ..guideline.settings import CameraSettings, SiteSettings, days_kept
from ..guideline.signs import SignState
from ..records.assessment import CameraAssessed
from .desk import Desk


async def explain(desk: Desk, actor: Actor, cameras: Sequence[str], language: str) -> str:
    """Return the explanation for these cameras (none named: all), in a language. Problem: unknown_camera."""
    await desk.allow(Act.ANSWER_COMPLAINT, actor)
    standing = desk.registers.standing_cameras()
    if any(camera not in standing for camera in cameras):
        raise Problem("unknown_camera")
    concerned = [standing[camera] for camera in cameras or standing]
    return await desk.run(_explained, desk, concerned, language, desk.clock.now())


def _explained(desk: Desk, cameras: Sequence[CameraSettings], language: str, now: datetime) -> str:
    """Gather and say it. Blocking: assessments are read from the book."""
    registers = desk.registers
    settings = registers.settings
    assert settings is not None  # a running site has some: `Site._async_start`
    held = {role for role in RULES[Act.VIEW].roles if registers.holders(role, now)}
    what = Explanation(
        facility=settings.facility,
        purpose=settings.purpose,
        crimes=settings.crimes,
        contact=settings.contact,
        cameras=tuple(watching(desk, settings, camera, now) for camera in cameras),
        viewers=tuple(role for role in Role if role in held),
        managed=bool(registers.holders(Role.MANAGER, now)),
        standard=registers.standards.adopted is not None,
        permission_afterwards=settings.permission_afterwards,
    )
    return explanation(Words(language), what)


def watching(desk: Desk, settings: SiteSettings, camera: CameraSettings, now: datetime) -> Watching:
    """Return a camera as it is set now, with what was answered for it. Blocking."""
    registers, answers = desk.registers, _assessment(desk, camera.camera)
    sign = registers.signs.of(camera.camera).state(timedelta(days=settings.sign_days), now)
    return Watching(
        place=camera.place,
        view=camera.view,
        hours=camera.hours,
        days=days_kept(settings, camera),
        audio=camera.hears,
        signed=sign is SignState.DISPLAYED,
        why=answers.why if answers else "",
        range_kept=answers.range_kept if answers else "",
        elsewhere=tuple(
            Elsewhere(what=copy.what, days=copy.days)
            for copy in registers.things.copies.values()
            if copy.camera == camera.camera
        ),
    )


def _assessment(desk: Desk, camera: str) -> Assessment | None:
    """Return the answers that hold for a camera; None where nobody answered, or they were overwritten."""
    known = desk.registers.assessments.by_camera.get(camera)
    if known is None:
        return None
    entry = desk.book.entry(known.seq)
    if entry.erased or not isinstance(entry.act, CameraAssessed):
        return None
    return Assessment.from_dict(entry.act.answers)
