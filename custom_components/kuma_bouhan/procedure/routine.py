"""The hourly routine entry: what was recorded, what is missing, what was erased.

Routine stands as one act per site and slot length (an hour), so that ten years fit in memory.
It is made from what the vault itself knows, not from memory, wherever that can be:

- chunks: from the vault's index, everything that began since the last routine entry;
- erasures: from the vault's tombstones, which stay until the book has entered them;
- gaps: as capture reported them since; a long one is entered as soon as it has ended.

So a crash between two entries loses no chunk and no erasure, only the reasons of short gaps. After a long
outage there is much to enter: it goes in several entries, for none may be longer than a frame of the book.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
import logging

from ..guideline.errors import Problem
from ..guideline.people import ITSELF
from ..guideline.recording import Gap
from ..guideline.retention import slot_start
from ..records.acts import Routine
from ..records.entry import Phase
from ..records.merkle import Tree, leaf_hash
from ..records.routine import ErasureFact, GapFact, HourOfCamera
from ..vault.facts import ChunkFacts
from ..vault.slot import Slot
from .desk import Cancel, Desk
from .erasure import sweep

BATCH = 300
"""So many erasures, and so many gaps, stand in one entry at most."""
LONG = timedelta(minutes=5)
"""A gap of this length is not kept in memory until the hour is over."""

_LOGGER = logging.getLogger(__name__)


class RoutineBook:
    """Enters the routine of each past slot, some moments after its end."""

    def __init__(
        self,
        desk: Desk,
        *,
        slot: timedelta,
        patience: timedelta,
        then: Sequence[Callable[[], Awaitable[object]]] = (),
    ) -> None:
        """Enter once per `slot`, `patience` after its end: chunks end at a keyframe, not on time.

        `then` is what else the site does by itself once in that time, one after another.
        """
        self._desk = desk
        self._then = then
        self._slot = slot
        self._patience = patience
        self._gaps: list[Gap] = []
        self._entering = asyncio.Lock()
        self._closed = False
        self._cancel: Cancel | None = None
        self._soon: Cancel | None = None

    def note(self, gap: Gap) -> None:
        """Keep a gap for the next entry; a long one makes that come at once."""
        self._gaps.append(gap)
        if gap.length >= LONG and self._soon is None and not self._closed:
            self._soon = self._desk.schedule(self._desk.clock.now(), self._enter_gaps)

    def noted(self, camera: str) -> list[Gap]:
        """Return the gaps of a camera that are not entered yet."""
        return [gap for gap in self._gaps if gap.camera == camera]

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
            if self._soon is not None:
                self._soon()

    def _disarm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    async def _on_time(self) -> None:
        self._cancel = None
        try:
            await self.enter(slot_start(self._desk.clock.now(), self._slot))
            for task in self._then:
                await task()
        except Problem as problem:
            _LOGGER.warning("The last hour could not be entered in the book: %s", problem)
        finally:
            self.arm()

    async def enter(self, until: datetime) -> None:
        """Enter everything up to `until`; nothing is entered where nothing happened."""
        async with self._entering:
            await self._enter(until)

    async def _enter_gaps(self) -> None:
        """Enter gaps ahead of their hour, which is not over: its chunks come later."""
        self._soon = None
        async with self._entering:
            hour = self._desk.registers.last_routine
            if self._closed or hour is None:
                return
            try:
                await self._append(hour, [], ())
            except Problem as problem:
                _LOGGER.warning("A gap could not be entered in the book yet: %s", problem)

    async def _enter(self, until: datetime) -> None:
        desk = self._desk
        since = desk.registers.last_routine or datetime.fromtimestamp(0, until.tzinfo)
        await sweep(desk)
        # What could not be swept is entered once it is: the act says how many files went.
        tombstones = [slot for slot in await desk.run(desk.vault.tombstones) if slot.swept]
        hours = [
            hour
            for camera in desk.registers.cameras
            if (hour := await self._recorded(camera, since, until)) is not None
        ]
        await self._append(until, hours, tombstones)

    async def _append(
        self, hour: datetime, hours: list[HourOfCamera], tombstones: Sequence[Slot]
    ) -> None:
        """Enter what there is, in as many entries as it takes; what was not entered is kept."""
        desk = self._desk
        while hours or tombstones or self._gaps:
            gaps, gone = self._gaps[:BATCH], tombstones[:BATCH]
            routine = Routine(
                hour=hour,
                chunks=hours,
                gaps=tuple(GapFact(gap.camera, gap.start, gap.end, gap.reason) for gap in gaps),
                erasures=[_erasure(slot) for slot in gone],
            )
            await desk.append(routine, ITSELF, Phase.NOTED)
            del self._gaps[: len(gaps)]
            if gone:
                await desk.run(desk.vault.entered, [slot.id for slot in gone])
            hours, tombstones = [], tombstones[BATCH:]

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
