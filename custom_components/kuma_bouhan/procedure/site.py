"""Changing what the site itself has settled: 4(1).

As with cameras, Home Assistant stores the settings: a flow orders, the site confirms. Fewer years for
names and reasons count for what the book holds already, so they are ordered by who has seen how much that is.
"""

from ..guideline.complaints import LONGEST_ANSWER_DAYS, LONGEST_CLOSING_DAYS
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.settings import SiteSettings
from ..guideline.signs import LONGEST_SIGN_DAYS
from ..records.acts import SiteChanged
from ..records.entry import Phase
from . import personal_data
from .cameras import UNKNOWN
from .desk import Desk


async def order_changed(desk: Desk, actor: Actor, settings: SiteSettings, *, seen: int = 0) -> None:
    """Order that the site's settings change; its period changes by an act of its own.

    `seen` is of how many acts the person was shown that names and reasons go at once (`personal_data.goes_with`).
    Problem: more_entries_than_shown where it would be more; what `check_days` says.
    """
    await desk.allow(Act.CHANGE_SITE, actor)
    check_days(settings)
    await check_seen(desk, settings, seen)
    await desk.append(_changed(desk, settings), actor, Phase.ORDERED)


async def took_effect(desk: Desk, settings: SiteSettings) -> None:
    """Enter what Home Assistant now holds, against what the book says it should."""
    if desk.registers.settings == settings:
        return
    act = _changed(desk, settings)
    for order in desk.registers.pending.values():
        if order.act == act:
            await desk.append(act, order.actor, Phase.DONE, order.seq)
            return
    await desk.append(act, UNKNOWN, Phase.NOTED)


async def check_seen(desk: Desk, settings: SiteSettings, seen: int) -> None:
    """Raise where the names and reasons of more acts would go than somebody has seen.

    Problem: more_entries_than_shown, with how many were shown and how many there are now.
    """
    going = await personal_data.goes_with(desk, settings)
    if going > seen:
        raise Problem("more_entries_than_shown", shown=seen, now=going)


def check_days(settings: SiteSettings) -> None:
    """Raise unless the days after which duties fall due are such that they come: 4(3), 4(5).

    Problem: sign_days_out_of_range, answer_days_out_of_range, closing_days_out_of_range, each with its longest.
    """
    if not 1 <= settings.sign_days <= LONGEST_SIGN_DAYS:
        raise Problem("sign_days_out_of_range", longest_sign_days=LONGEST_SIGN_DAYS)
    if not 1 <= settings.answer_days <= LONGEST_ANSWER_DAYS:
        raise Problem("answer_days_out_of_range", longest_answer_days=LONGEST_ANSWER_DAYS)
    if not 1 <= settings.closing_days <= LONGEST_CLOSING_DAYS:
        raise Problem("closing_days_out_of_range", longest_closing_days=LONGEST_CLOSING_DAYS)


def _changed(desk: Desk, settings: SiteSettings) -> SiteChanged:
    before = desk.registers.settings.as_dict() if desk.registers.settings else {}
    after = settings.as_dict()
    fields = tuple(name for name, value in after.items() if before.get(name) != value)
    return SiteChanged(settings=after, fields=fields)
