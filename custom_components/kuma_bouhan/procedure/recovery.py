"""The start of a site: what was found is entered, orders that a stop interrupted are finished or closed.

Neither erasure nor recording waits for the book: what it does not take now is said, and entered at the next start.

Erasures and changes of period are taken up again, for footage must not outlive them; holds are made or let go, for it must
not be lost. A re-founding, and any change of keys, counts once it stands in the keyring. What shows or gives out
footage is never redone by itself.
Orders whose effect lies in Home Assistant's own storage (cameras, settings) stay until the site has compared the two.
"""

from collections.abc import Awaitable
import logging

from ..guideline.custody import CodeUse
from ..guideline.errors import Problem
from ..guideline.people import ITSELF, Actor
from ..records.acts import (
    BookFinding,
    CameraAdded,
    CameraChanged,
    ErasureAsked,
    PersonalDataErased,
    RecordedAct,
    RecoveryCodeUsed,
    Refounded,
    RetentionChanged,
    SiteChanged,
    Started,
    VaultFinding,
)
from ..records.assessment import CameraAssessed
from ..records.book import BookState
from ..records.custody import CHANGES_KEYS
from ..records.disclosure import MaskedCopyMade
from ..records.entry import Entry, Phase
from ..records.purge_rule import PurgeRuleRun
from . import (
    custody_effects,
    disclosure_effects,
    extension,
    holding,
    masked,
    personal_data,
    purge_rules,
    regaining,
    retention,
    signing,
    vault_key,
    viewing,
)
from .desk import Desk
from .erasure import DueErasure

COPY_MENDED = "copy_mended"
"""The book was copied while it was written (a backup), and its end was mended."""
SETTINGS_UNREADABLE = "settings_unreadable"
"""Settings that cannot be read stand in an act: those before it stand on."""

_LOGGER = logging.getLogger(__name__)
_IN_HA = (CameraAdded, CameraAssessed, CameraChanged, SiteChanged)
"""Answers about a camera that is being added come with it."""


async def begin(desk: Desk, erasure: DueErasure) -> int:
    """Do what comes before recording; return how many hours of footage were overdue and went.

    What the book says was erased is destroyed again, where a copy of the vault brought it back; what is to be held is
    held before anything that is due goes.
    """
    await holding.recover(desk)
    if desk.book.writable:
        await _as_far_as_the_book_takes_it(_finish(desk, erasure))
    await desk.run(desk.vault.again_destroy, desk.registers.erased_slots())
    if desk.clock.trusted:
        await retention.date_undated(desk)
    return await erasure.run()


async def enter_start(desk: Desk, software: str, overdue: int) -> None:
    """Enter that the site started."""

    async def enter() -> None:
        chunks = await desk.run(desk.vault.count)
        started = Started(software=software, chunks=chunks, overdue=overdue)
        await desk.append(started, ITSELF, Phase.NOTED)

    if desk.book.writable:
        await _as_far_as_the_book_takes_it(enter())


async def _finish(desk: Desk, erasure: DueErasure) -> None:
    await enter_findings(desk)
    await signing.note_keys(desk)
    await finish_orders(desk, erasure)


async def _as_far_as_the_book_takes_it(entering: Awaitable[None]) -> None:
    try:
        await entering
    except Problem as problem:
        _LOGGER.warning("The start could not be entered in the book: %s", problem)


async def enter_findings(desk: Desk) -> None:
    """Enter what opening the vault and the book found and mended."""
    for note in desk.vault.notes:
        await desk.append(VaultFinding(finding=note.kind, detail=note.detail), ITSELF, Phase.NOTED)
        if note.by_code:
            await desk.append(RecoveryCodeUsed(use=CodeUse.READER), ITSELF, Phase.NOTED)
    await desk.run(desk.vault.noted)
    book, registers = desk.book, desk.registers
    found: list[BookFinding] = []
    if book.state is BookState.REPAIRED:
        mended = COPY_MENDED if book.was_copied else book.state
        found.append(BookFinding(finding=mended, detail=f"{book.lost} bytes"))
    found += [
        BookFinding(finding=SETTINGS_UNREADABLE, detail=f"act {seq}")
        for seq in registers.unreadable
    ]
    known = registers.findings.values()
    for finding in found:
        if finding.finding != SETTINGS_UNREADABLE or finding not in known:
            await desk.append(finding, ITSELF, Phase.NOTED)


async def finish_orders(desk: Desk, erasure: DueErasure) -> int:
    """Finish what was ordered and not answered; return how many orders that were."""
    pending = [entry for entry in desk.registers.pending.values() if not _in_ha(entry)]
    for entry in pending:
        match entry.act:
            case ErasureAsked() as order:
                await _answer(desk, entry, erasure.finish(order, entry.at))
            case PurgeRuleRun() as order:
                await _answer(desk, entry, purge_rules.finish(desk, erasure, order, entry.at))
            case RetentionChanged() as order:
                await _answer(desk, entry, retention.finish(desk, order))
            case PersonalDataErased() as order:
                await _answer(desk, entry, personal_data.finish(desk, order))
            case act if isinstance(act, extension.ORDERS):
                await _answer(desk, entry, extension.finish(desk, act, entry.at), entry.actor)
            case act if isinstance(act, disclosure_effects.ORDERS):
                finishing = disclosure_effects.finish(desk, act, entry.at)
                await _answer(desk, entry, finishing, entry.actor)
            case act if isinstance(act, CHANGES_KEYS):
                await _answer(desk, entry, custody_effects.finish(desk, act))
            case Refounded() as order:
                await _answer(desk, entry, regaining.finish(desk, order))
            case MaskedCopyMade(derived=derived):
                await masked.erase(desk, {derived})
                await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
            case _:
                await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
    await masked.tidy(desk)
    await viewing.recover(desk)
    # What was finished may have made the key that stands.
    await vault_key.look(desk)
    return len(pending)


async def close_orders(desk: Desk) -> None:
    """Close orders that Home Assistant never carried out, once the two have been compared."""
    if desk.book.writable:
        await _as_far_as_the_book_takes_it(_close(desk))


async def _close(desk: Desk) -> None:
    for entry in tuple(desk.registers.pending.values()):
        if _in_ha(entry):
            await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)


def _in_ha(entry: Entry) -> bool:
    return isinstance(entry.act, _IN_HA)


async def _answer(
    desk: Desk, entry: Entry, effect: Awaitable[RecordedAct], by: Actor = ITSELF
) -> None:
    """Do what was ordered, and enter what came of it; `by`: in whose name, where it matters whose it is."""
    try:
        done = await effect
    except Problem:
        await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
    else:
        await desk.append(done, by, Phase.DONE, entry.seq)
