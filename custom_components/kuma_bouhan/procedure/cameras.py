"""Putting a camera under the rules, changing it, taking it away: 運用基準例 2.

Home Assistant keeps a camera's settings in a subentry, so the effect of these acts happens there:
a flow orders, Home Assistant stores, and the site confirms when it sees the change.
What changed without an order (a restored configuration, a deletion, which Home
Assistant cannot refuse) is entered as a fact. Footage stays under its periods all the while.

What was answered about a camera before it was added (はじめに) is ordered with it, and counts with it: where the camera never
comes, neither do the answers.
"""

from ..guideline.assessment import Assessment
from ..guideline.people import Act, Actor, Door
from ..guideline.settings import CameraSettings
from ..records.acts import CameraAdded, CameraChanged, CameraRemoved, RecordedAct
from ..records.assessment import CameraAssessed
from ..records.entry import Phase
from .assessments import next_edition
from .desk import Desk
from .retention import check_days

UNKNOWN = Actor(user_id=None, door=Door.FLOW)
"""Home Assistant does not say who deleted or restored a subentry."""


async def order_added(
    desk: Desk, actor: Actor, settings: CameraSettings, answers: Assessment | None = None
) -> None:
    """Order that a camera be put under the rules, and with it what was answered about it before.

    Problem: retention_out_of_range (shortest, longest), and what `assessments.checked` says.
    """
    await desk.allow(Act.ADD_CAMERA, actor)
    _check(settings)
    assessed = next_edition(desk, settings.camera, answers) if answers else None
    await desk.append(added(settings), actor, Phase.ORDERED)
    if assessed:
        await desk.append(assessed, actor, Phase.ORDERED)


async def order_changed(desk: Desk, actor: Actor, settings: CameraSettings) -> None:
    """Order that a camera's settings change; its period changes by an act of its own."""
    await desk.allow(Act.CHANGE_CAMERA, actor)
    _check(settings)
    await desk.append(_changed(desk, settings), actor, Phase.ORDERED)


async def took_effect(desk: Desk, cameras: dict[str, CameraSettings]) -> None:
    """Enter what Home Assistant now holds, against what the book says it should."""
    known = desk.registers.standing_cameras()
    for camera, settings in cameras.items():
        if camera not in known:
            # First, so that a stop between the two leaves no camera without its answers.
            await _confirm_answers(desk, camera)
            await _confirm(desk, added(settings))
        elif known[camera] != settings:
            await _confirm(desk, _changed(desk, settings))
    for camera in known.keys() - cameras.keys():
        await _confirm(desk, CameraRemoved(camera=camera))


async def _confirm_answers(desk: Desk, camera: str) -> None:
    """Let what was answered about a camera count, now that it is there."""
    for order in tuple(desk.registers.pending.values()):
        if isinstance(order.act, CameraAssessed) and order.act.camera == camera:
            await desk.append(order.act, order.actor, Phase.DONE, order.seq)


async def _confirm(desk: Desk, act: RecordedAct) -> None:
    """Answer the standing order for this act, or enter it as a fact that nobody ordered."""
    for order in desk.registers.pending.values():
        if order.act == act:
            await desk.append(act, order.actor, Phase.DONE, order.seq)
            return
    await desk.append(act, UNKNOWN, Phase.NOTED)


def _check(settings: CameraSettings) -> None:
    if settings.retention_days is not None:
        check_days(settings.retention_days)


def added(settings: CameraSettings) -> CameraAdded:
    """Return the act of putting a camera under the rules."""
    return CameraAdded(
        camera=settings.camera,
        source=settings.source,
        settings=settings.as_dict(),
        voluntary=settings.voluntary,
    )


def _changed(desk: Desk, settings: CameraSettings) -> CameraChanged:
    before = desk.registers.standing_cameras().get(settings.camera)
    fields = tuple(
        name
        for name, value in settings.as_dict().items()
        if before is None or before.as_dict()[name] != value
    )
    return CameraChanged(
        camera=settings.camera,
        source=settings.source,
        settings=settings.as_dict(),
        voluntary=settings.voluntary,
        fields=fields,
    )
