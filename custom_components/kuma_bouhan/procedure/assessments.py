"""Thinking a camera over: answered before it is added, gone through every year: はじめに, 4(1).

    none ──written──▶ edition 1 ──written──▶ edition 2 …
                         └──gone through, and it still holds──▶ the same edition, for another year

Who may: `Act.ASSESS_CAMERA`. What a camera's flow asks is ordered with the camera and counts once the camera is there
(`cameras`). Afterwards the panel writes and reviews.

Invariants:
1. Every question has an answer, and no answer is thrown away: each edition stays in the book with its own act.
2. Editions of a camera are counted one at a time (`Desk.decide`).
3. A camera that sees something else, or at other hours, than what was thought over is to be thought over at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from math import isfinite
from typing import Any

from ..guideline.assessment import Area, Assessment
from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..records.assessment import AssessmentReviewed, CameraAssessed
from ..records.assessments import Assessed, Edition
from .desk import Desk

EVERY = timedelta(days=365)
"""After so long a camera is thought over again."""
LONGEST_TEXT = 2000
"""Letters of an answer."""
MOST_AREAS = 20
TEXTS = tuple(one.name for one in fields(Assessment) if one.name != "excluded")
"""The questions, in the order in which they are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An edition with its answers; None once they have been overwritten."""

    edition: int
    at: datetime
    by: str
    answers: Assessment | None


def checked(answers: Assessment) -> Assessment:
    """Return answers without blanks around them.

    Problem: text_missing (field), text_too_long, areas_too_many (most), area_unreadable.
    """
    texts: dict[str, Any] = {name: getattr(answers, name).strip() for name in TEXTS}
    for name, text in texts.items():
        if not text:
            raise Problem("text_missing", field=name)
        if len(text) > LONGEST_TEXT:
            raise Problem("text_too_long")
    if len(answers.excluded) > MOST_AREAS:
        raise Problem("areas_too_many", most=MOST_AREAS)
    if not all(map(_lies_in_the_picture, answers.excluded)):
        raise Problem("area_unreadable")
    return replace(answers, **texts)


def _lies_in_the_picture(area: Area) -> bool:
    sides = (area.x, area.y, area.w, area.h)
    return (
        all(map(isfinite, sides))
        and min(area.x, area.y) >= 0
        and min(area.w, area.h) > 0
        # Shares that were divided by a width in pixels do not add up to the last digit.
        and max(area.x + area.w, area.y + area.h) <= 1 + 1e-6
    )


def next_edition(desk: Desk, camera: str, answers: Assessment) -> CameraAssessed:
    """Return the act of answering for a camera. Problem: what `checked` says."""
    known = current(desk, camera)
    return CameraAssessed(
        camera=camera,
        edition=known.edition + 1 if known else 1,
        answers=checked(answers).as_dict(),
    )


async def write(desk: Desk, actor: Actor, camera: str, answers: Assessment) -> int:
    """Answer for a camera, or answer anew; return the number of the edition.

    Problem: unknown_camera, and what `checked` says.
    """

    async def settle() -> CameraAssessed:
        await desk.allow(Act.ASSESS_CAMERA, actor)
        _check_camera(desk, camera)
        return next_edition(desk, camera, answers)

    return (await desk.decide(actor, settle)).edition


async def review(desk: Desk, actor: Actor, camera: str) -> None:
    """Say that one went through the answers and that they still hold.

    Problem: unknown_camera, not_assessed.
    """

    async def settle() -> AssessmentReviewed:
        await desk.allow(Act.ASSESS_CAMERA, actor)
        _check_camera(desk, camera)
        known = current(desk, camera)
        if known is None:
            raise Problem("not_assessed")
        return AssessmentReviewed(camera=camera, edition=known.edition)

    await desk.decide(actor, settle)


def _check_camera(desk: Desk, camera: str) -> None:
    if camera not in desk.registers.standing_cameras():
        raise Problem("unknown_camera")


# What stands ------------------------------------------------------------------------------------


def current(desk: Desk, camera: str) -> Assessed | None:
    """Return what stands of a camera's answers; None while nobody has answered."""
    return desk.registers.assessments.by_camera.get(camera)


def due(desk: Desk, camera: str) -> datetime | None:
    """Return when a camera is to be thought over; None where it is not under the rules."""
    if camera not in desk.registers.standing_cameras():
        return None
    known = current(desk, camera)
    if known is None:
        return desk.registers.cameras[camera].added
    return known.overtaken or known.reviewed + EVERY


async def editions(desk: Desk, camera: str) -> tuple[Answered, ...]:
    """Return every edition with its answers, the one that holds first. The caller has let whoever they are told to."""
    known = current(desk, camera)
    if known is None:
        return ()
    return await desk.run(lambda: tuple(_read(desk, one) for one in reversed(known.editions)))


def _read(desk: Desk, edition: Edition) -> Answered:
    """Return what stands in the act of an edition. Blocking."""
    entry = desk.book.entry(edition.seq)
    act = entry.act
    assert isinstance(act, CameraAssessed)
    return Answered(
        edition=edition.edition,
        at=edition.at,
        by=edition.by,
        answers=None if entry.erased else Assessment.from_dict(act.answers),
    )


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield when each camera is to be thought over again."""
    for camera in desk.registers.standing_cameras():
        if (when := due(desk, camera)) is not None:
            yield Duty(kind=DutyKind.ASSESSMENT, due=when, act=Act.ASSESS_CAMERA, camera=camera)
