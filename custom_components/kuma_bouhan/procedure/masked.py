"""Masked copies in the vault: what is left of them, and what becomes of those that nobody needs any more.

A masked copy is footage of a camera of its own, which no register knows (`MaskedCopyMade.derived`): encrypted like all
else, and due when the permission ends at the latest. It goes earlier where it was not finished, where another took its
place, and where its disclosure was provided, withdrawn or denied.
"""

from collections.abc import Collection
from datetime import datetime

from ..guideline.retention import ErasureReason
from ..records.disclosure import MaskedCopyMade
from ..records.merkle import Tree, leaf_hash
from .desk import Desk
from .erasure import sweep


async def erase(desk: Desk, derived: Collection[str]) -> None:
    """Destroy copies, as far as they got; what the disk refuses is tried again with what is due."""
    if not derived:
        return

    def work() -> bool:
        slots = [slot.id for slot in desk.vault.slots() if slot.camera in derived]
        if slots:
            desk.vault.destroy(slots, ErasureReason.NO_LONGER_NEEDED, desk.clock.now())
        return bool(slots)

    if await desk.run(work):
        await sweep(desk)


async def tidy(desk: Desk) -> None:
    """Destroy the copies that were made and that no disclosure needs any more."""
    now = desk.clock.now()
    needed = {
        copy.derived
        for disclosure in desk.registers.requests.disclosures.values()
        if disclosure.is_wanted(now)
        for copy in disclosure.masks
    }
    await erase(desk, await desk.run(_made, desk) - needed)


def _made(desk: Desk) -> frozenset[str]:
    """Return every copy that the book says was made."""
    acts = (desk.book.entry(seq).act for seq in desk.registers.index.of([MaskedCopyMade.kind]))
    return frozenset(act.derived for act in acts if isinstance(act, MaskedCopyMade))


def digest(desk: Desk, derived: str, start: datetime, end: datetime) -> str:
    """Return the root (hex) of the tree over a copy's chunks, as a routine entry has it of a camera's hour. Blocking."""
    tree = Tree()
    for chunk in desk.vault.chunks(derived, start, end, now=desk.clock.now()):
        tree.push(leaf_hash(chunk.digest))
    return tree.root().hex()
