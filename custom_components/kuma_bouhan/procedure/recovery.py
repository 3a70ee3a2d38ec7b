"""The start of a site: orders that a stop interrupted are finished or closed.

Erasures and changes of period are taken up again, for footage must not outlive them. A re-founding, and any
change of keys, counts once it stands in the keyring. What shows or gives out footage is never redone by itself.
Orders whose effect lies in Home Assistant's own storage (cameras, settings) stay until the site has compared the two.
"""

from collections.abc import Awaitable

from ..guideline.custody import CodeUse
from ..guideline.errors import Problem
from ..guideline.people import ITSELF
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
    VaultFinding,
)
from ..records.book import BookState
from ..records.custody import CHANGES_KEYS
from ..records.entry import Entry, Phase
from . import custody, personal_data, regaining, retention, vault_key
from .desk import Desk
from .erasure import DueErasure

COPY_MENDED = "copy_mended"
"""The book was copied while it was written (a backup), and its end was mended."""
SETTINGS_UNREADABLE = "settings_unreadable"
"""Settings that cannot be read stand in an act: those before it stand on."""

_IN_HA = (CameraAdded, CameraChanged, SiteChanged)


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
            case RetentionChanged() as order:
                await _answer(desk, entry, retention.finish(desk, order))
            case PersonalDataErased() as order:
                await _answer(desk, entry, personal_data.finish(desk, order))
            case act if isinstance(act, CHANGES_KEYS):
                await _answer(desk, entry, custody.finish(desk, act))
            case Refounded() as order:
                await _answer(desk, entry, regaining.finish(desk, order))
            case _:
                await desk.append(entry.act, ITSELF, Phase.FAILED, entry.seq)
    # What was finished may have made the key that stands.
    await vault_key.look(desk)
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
