"""Names, reasons and settings leave the book when their period is over (`guideline.personal_data`).

    standing ──describes nothing that stands any more──▶ in its period ──over, clock trusted──▶ overwritten

The site does it by itself, hourly, and enters it. It never goes by a clock that nobody vouches for, nor by
one stamp alone: acts stand in a sequence, and a period begins at a place in it. While a backup copies
the book it waits. A change of the years counts for what stands there already.

What older backups of Home Assistant hold, and what was copied, this does not reach.
"""

from datetime import datetime
from functools import partial
from itertools import batched

from ..guideline.people import ITSELF
from ..guideline.personal_data import PERIODS, PersonalPeriod, over_since, years_of
from ..guideline.settings import SiteSettings
from ..records.acts import PersonalDataErased
from ..records.problems import BookProblem
from .desk import Desk

BATCH = 200
"""So many acts are overwritten under one order: a stop leaves no more to be done again."""


async def erase_due(desk: Desk) -> int:
    """Overwrite what is over; return of how many acts."""
    erased = 0
    for period in PersonalPeriod:
        for acts in batched(await due(desk, period), BATCH, strict=False):
            order = PersonalDataErased(acts=acts, reason=period)
            erased += await desk.perform(ITSELF, order, partial(_overwrite, desk, order))
    return erased


async def due(desk: Desk, period: PersonalPeriod) -> list[int]:
    """Return the acts whose personal data may be overwritten now; none while the clock is in doubt."""
    settings = desk.registers.settings
    if settings is None or not (
        desk.clock.trusted and desk.book.writable and not desk.book.is_copied
    ):
        return []
    return await _over(desk, period, years_of(period, settings))


async def goes_with(desk: Desk, wanted: SiteSettings) -> int:
    """Return of how many acts the personal data would be overwritten at once if the site had these years.

    Without those that are due anyway; whatever keeps the site from overwriting just now, for it does not for long.
    """
    standing, going = desk.registers.settings, 0
    if standing is not None:
        for period in PersonalPeriod:
            before, after = years_of(period, standing), years_of(period, wanted)
            if after < before:
                due_anyway = await _over(desk, period, before)
                going += len(await _over(desk, period, after)) - len(due_anyway)
    return going


async def _over(desk: Desk, period: PersonalPeriod, years: int) -> list[int]:
    """Return the acts whose period is over if it has so many years, by what the clock says."""
    registers, now = desk.registers, desk.clock.now()
    until = over_since(now, years, desk.zone)
    entered = await desk.run(registers.index.entered_by, until, now)
    left = _left_offices(desk, until, entered)
    return sorted(
        seq
        for kind, found in registers.personal.since.items()
        if PERIODS[kind] is period
        for seq, by in found.items()
        if (seq in left if by is None else by < entered)
    )


def _left_offices(desk: Desk, until: datetime, entered: int) -> set[int]:
    """Return the acts whose offices had all ended by then."""
    given, held = set[int](), set[int]()
    for office in desk.registers.appointments:
        given.add(office.seq)
        last_word = office.seq if office.ended_by is None else office.ended_by
        if office.until is None or office.until > until or last_word >= entered:
            held.add(office.seq)
    return given - held


async def finish(desk: Desk, order: PersonalDataErased) -> PersonalDataErased:
    """Take up an order that a stop interrupted."""
    _, done = await _overwrite(desk, order)
    return done


async def _overwrite(desk: Desk, order: PersonalDataErased) -> tuple[int, PersonalDataErased]:
    """Overwrite; what the disk refuses is left for the next time."""
    done: list[int] = []
    for seq in order.acts:
        try:
            if not await desk.run(desk.book.erase_personal, seq):
                break
        except BookProblem:
            if not done:
                raise
            break
        done.append(seq)
    return len(done), PersonalDataErased(acts=tuple(done), reason=order.reason)
