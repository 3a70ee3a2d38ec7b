"""The start of a site: orders that a stop interrupted are finished or closed.

Erasures and changes of period are taken up again, for footage must not outlive them. A re-founding
counts once its keys are there. What shows or gives out footage is never redone by itself. Orders whose effect lies in Home
Assistant's own storage (cameras, settings) stay until the site has compared the two.
"""

from collections.abc import Awaitable

from ..guideline.errors import Problem
from ..guideline.people import ITSELF
from ..records.acts import (
    CameraAdded,
    CameraChanged,
    ErasureAsked,
    PersonalDataErased,
    RecordedAct,
    Refounded,
    RetentionChanged,
    SiteChanged,
)
from ..records.entry import Entry, Phase
from . import personal_data, regaining, retention
from .desk import Desk
from .erasure import DueErasure

_IN_HA = (CameraAdded, CameraChanged, SiteChanged)


async def finish_orders(desk: Desk, erasure: DueErasure) -> int:
    """Finish what was ordered and not answered; return how many orders that were."""
    pending = [entry for entry in desk.registers.pending.values() if not _in_ha(entry)]
    for entry in pending:
        match entry.act:
            case ErasureAsked() as order:
                await _answer(desk, entry, erasure.finish(order, entry.at))
            case RetentionChanged() as order:
                await _answer(desk, entry, retention.finish(desk, order))
            case PersonalDataErased() as order:
                await _answer(desk, entry, personal_data.finish(desk, order))
            case Refounded() as order:
                await _answer(desk, entry, regaining.finish(desk, order))
            case _:
                await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
    return len(pending)


async def close_orders(desk: Desk) -> None:
    """Close orders that Home Assistant never carried out, once the two have been compared."""
    for entry in tuple(desk.registers.pending.values()):
        if _in_ha(entry):
            await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)


def _in_ha(entry: Entry) -> bool:
    return isinstance(entry.act, _IN_HA)


async def _answer(desk: Desk, entry: Entry, effect: Awaitable[RecordedAct]) -> None:
    try:
        done = await effect
    except Problem:
        await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
    else:
        await desk.append(done, ITSELF, Phase.DONE, entry.seq)
