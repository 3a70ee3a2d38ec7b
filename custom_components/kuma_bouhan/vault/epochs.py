"""What footage hangs on each epoch: how far it reaches, when it is erased, and when nothing is left.

Moments tell quickly, and are good enough to be shown: what was recorded while an epoch was the newest is sealed to
it, give or take a chunk. Letting go of an epoch's key cannot be undone, so there the headers of the chunks decide.
"""

from dataclasses import dataclass
from datetime import datetime

from .chunk import HEADER, Header
from .erasure import chunk_files
from .keyring import Epoch
from .parts import Parts
from .reconcile import slot_folders


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochFootage:
    """An epoch, and what may be shown of the footage recorded while it was the newest."""

    number: int
    since: datetime
    until: datetime | None
    """When the next one began; None for the newest."""
    cameras: tuple[str, ...]
    """Whose footage it is."""
    oldest: datetime | None
    newest: datetime | None
    erased_by: datetime | None
    """When the last of it has to go; None where there is none, or it is not dated yet."""


def footage(parts: Parts, now: datetime) -> tuple[EpochFootage, ...]:
    """Return the epochs, oldest first, with what there is of each by its moments."""
    stretches = [
        (camera, tally.first, tally.last, slot.due)
        for camera in {slot.camera for slot in parts.slots.standing()}
        for tally in parts.index.tallies(camera)
        if (slot := parts.slots.shown(tally.slot, now)) is not None
    ]
    epochs = parts.keys.epochs
    changes = [epoch.since for epoch in epochs[1:]]
    # Whatever a wrong clock says was there before the oldest is counted to the oldest.
    return tuple(
        _footage(epoch, since, until, stretches)
        for epoch, since, until in zip(epochs, [None, *changes], [*changes, None], strict=True)
    )


def _footage(
    epoch: Epoch,
    since: datetime | None,
    until: datetime | None,
    stretches: list[tuple[str, datetime, datetime, datetime | None]],
) -> EpochFootage:
    mine = [
        (camera, max(first, since or first), min(last, until or last), due)
        for camera, first, last, due in stretches
        if (since is None or last >= since) and (until is None or first < until)
    ]
    dues = [due for _, _, _, due in mine if due is not None]
    return EpochFootage(
        number=epoch.number,
        since=epoch.since,
        until=until,
        cameras=tuple(sorted({camera for camera, _, _, _ in mine})),
        oldest=min((first for _, first, _, _ in mine), default=None),
        newest=max((last for _, _, last, _ in mine), default=None),
        erased_by=max(dues) if dues and len(dues) == len(mine) else None,
    )


def idle(parts: Parts, now: datetime) -> frozenset[int]:
    """Return the epochs before the newest that no chunk on the disk is sealed to.

    Reads headers only where the moments say that nothing is left of some epoch, and then all of them.
    """
    left = {
        epoch.number
        for epoch in footage(parts, now)
        if epoch.until is not None and epoch.oldest is None
    }
    for folder in slot_folders(parts):
        if not left:
            break
        for _, path in chunk_files(folder):
            try:
                with path.open("rb") as file:
                    header = Header.decode(file.read(HEADER))
            except FileNotFoundError:
                continue
            if header is not None:
                left.discard(header.epoch)
    return frozenset(left)
