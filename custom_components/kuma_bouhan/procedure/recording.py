"""Switching a camera's recording on and off: 運用基準例 2(4); and what is known of recording.

Open to automations too: not recording harms nobody's privacy, and every switching is entered.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.recording import Gap, RecordingState
from ..guideline.settings import CameraSettings
from ..records.acts import RecordingSwitched
from ..records.registers import Registers
from ..vault.facts import CameraSummary
from .desk import Desk


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """How a camera stands, as entities and the panel show it."""

    settings: CameraSettings
    on: bool
    days: int
    summary: CameraSummary
    state: RecordingState = RecordingState.CONNECTING
    detail: str | None = None
    """What more is known of the state: a key."""
    last_gap: Gap | None = None


async def switch(
    desk: Desk,
    actor: Actor,
    camera: str,
    *,
    on: bool,
    effect: Callable[[], Awaitable[None]],
) -> None:
    """Switch a camera's recording; `effect` makes it so. What is so already is not entered."""
    await desk.allow(Act.SWITCH_RECORDING, actor)
    if camera not in desk.registers.standing_cameras():
        raise Problem("unknown_camera")
    if (camera not in desk.registers.switched_off) == on:
        return
    act = RecordingSwitched(camera=camera, on=on)

    async def switched() -> tuple[None, RecordingSwitched]:
        await effect()
        return None, act

    await desk.perform(actor, act, switched)


def last_gap(registers: Registers, camera: str) -> Gap | None:
    """Return the last stretch without footage that the book knows of."""
    fact = registers.last_gap.get(camera)
    return Gap(fact.camera, fact.start, fact.end, fact.reason) if fact else None


def known_until(summary: CameraSummary, gap: Gap | None) -> datetime | None:
    """Return until when it is known what was recorded and what was not."""
    known = [summary.newest, gap.end if gap else None]
    return max((moment for moment in known if moment is not None), default=None)
