"""The hourly routine entry: what was recorded, what is missing, what was erased.

Routine stands as one act per site and slot length (an hour), so that ten years fit in memory.
It is made from what the vault itself knows, not from memory, wherever that can be:

- chunks: from the vault's index, everything that began since the last routine entry;
- erasures: from the vault's tombstones, which stay until the book has entered them;
- gaps: as capture reported them since.

So a crash between two entries loses no chunk and no erasure, only the reasons of its gaps.
"""

import asyncio
from datetime import datetime, timedelta
import logging

from ..guideline.errors import Problem
from ..guideline.people import ITSELF
from ..guideline.recording import Gap
from ..guideline.retention import slot_start
from ..records.acts import ErasureFact, GapFact, HourOfCamera, Routine
from ..records.entry import Phase
from ..records.merkle import Tree, leaf_hash
from ..vault.facts import ChunkFacts
from ..vault.slot import Slot
from .desk import Cancel, Desk

_LOGGER = logging.getLogger(__name__)


class RoutineBook:
    """Enters the routine of each past slot, some moments after its end."""

    def __init__(self, desk: Desk, *, slot: timedelta, patience: timedelta) -> None:
        """Enter once per `slot`, `patience` after its end: chunks end at a keyframe, not on time."""
        self._desk = desk
        self._slot = slot
        self._patience = patience
        self._gaps: list[Gap] = []
        self._entering = asyncio.Lock()
        self._closed = False
        self._cancel: Cancel | None = None

    def note(self, gap: Gap) -> None:
        """Keep a gap for the next entry."""
        self._gaps.append(gap)

    def arm(self) -> None:
        """Wait for the end of the running slot."""
        self._disarm()
        if self._closed:
            return
        end = slot_start(self._desk.clock.now(), self._slot) + self._slot
        self._cancel = self._desk.schedule(end + self._patience, self._on_time)

    async def close(self) -> None:
        """Finish what is being entered, and enter nothing more by itself."""
        self._closed = True
        async with self._entering:
            self._disarm()

    def _disarm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    async def _on_time(self) -> None:
        self._cancel = None
        try:
            await self.enter(slot_start(self._desk.clock.now(), self._slot))
        except Problem as problem:
            _LOGGER.warning("The last hour could not be entered in the book: %s", problem)
        finally:
            self.arm()

    async def enter(self, until: datetime) -> None:
        """Enter everything up to `until`; nothing is entered where nothing happened."""
        async with self._entering:
            await self._enter(until)

    async def _enter(self, until: datetime) -> None:
        desk = self._desk
        since = desk.registers.last_routine or datetime.fromtimestamp(0, until.tzinfo)
        await desk.run(desk.vault.sweep)
        tombstones = await desk.run(desk.vault.tombstones)
        gaps, self._gaps = self._gaps, []
        hours = [
            hour
            for camera in desk.registers.cameras
            if (hour := await self._recorded(camera, since, until)) is not None
        ]
        if not (hours or gaps or tombstones):
            return
        routine = Routine(
            hour=until,
            chunks=hours,
            gaps=tuple(GapFact(gap.camera, gap.start, gap.end, gap.reason) for gap in gaps),
            erasures=[_erasure(slot) for slot in tombstones],
        )
        try:
            await desk.append(routine, ITSELF, Phase.NOTED)
        except BaseException:
            self._gaps[:0] = gaps
            raise
        await desk.run(desk.vault.entered, [slot.id for slot in tombstones])

    async def _recorded(self, camera: str, since: datetime, until: datetime) -> HourOfCamera | None:
        desk = self._desk
        chunks = [
            chunk
            for chunk in await desk.run(desk.vault.recorded, camera, since, until)
            if since <= chunk.start < until
        ]
        return _hour(camera, chunks) if chunks else None


def _hour(camera: str, chunks: list[ChunkFacts]) -> HourOfCamera:
    tree = Tree()
    for chunk in chunks:
        tree.push(leaf_hash(chunk.digest))
    return HourOfCamera(
        camera=camera,
        chunks=len(chunks),
        bytes=sum(chunk.bytes for chunk in chunks),
        first=chunks[0].start,
        last=max(chunk.end for chunk in chunks),
        root=tree.root().hex(),
    )


def _erasure(slot: Slot) -> ErasureFact:
    assert slot.erased_at is not None and slot.reason is not None  # a tombstone says both
    return ErasureFact(
        slot=slot.id,
        camera=slot.camera,
        start=slot.start,
        end=slot.end,
        due=slot.due,
        erased_at=slot.erased_at,
        reason=slot.reason,
        files=slot.files,
        bytes=slot.bytes,
        confirmed=slot.confirmed,
    )
