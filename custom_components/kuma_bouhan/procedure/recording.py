"""Switching a camera's recording on and off: 運用基準例 2(4).

Open to automations too: not recording harms nobody's privacy, and every switching is entered.
"""

from collections.abc import Awaitable, Callable

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..records.acts import RecordingSwitched
from .desk import Desk


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
