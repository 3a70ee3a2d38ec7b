"""Looking after a running site: its clock, due footage, the vault's folder, what the vault holds.

    look ──folder away──▶ told, nothing else; recorders say so themselves and wait for it
    look ──another vault in its place, or a book that could not be read and now can──▶ told: the site is opened anew
    look ──▶ clock trusted? slots dated ──▶ what is due destroyed ──▶ what there is, told

Whoever runs the site looks every `TICK`, and whenever somebody says that something changed.

Invariants:
1. One look at a time.
2. After `close` nothing of this touches the vault any more.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
import logging

from ..guideline.errors import Problem
from ..records.disk import is_readable
from ..vault.door import holds_vault
from ..vault.facts import CameraSummary
from . import retention
from .desk import Cancel, Desk
from .erasure import DueErasure, sweep

TICK = timedelta(seconds=60)
"""How often everything is looked at: often enough for a disk that is pulled, or a clock that is set."""

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the vault holds: footage by camera, and the bytes that are free on its disk."""

    footage: Mapping[str, CameraSummary]
    free: int


class Watch:
    """Looks after one running site."""

    def __init__(
        self,
        desk: Desk,
        erasure: DueErasure,
        *,
        cameras: Callable[[], Iterable[str]],
        seen: Callable[[Seen], None],
        away: Callable[[], None],
        replaced: Callable[[], None],
        patience: timedelta,
    ) -> None:
        """Take the desk; `seen` hears what there is, `away` that the vault's folder is not.

        `replaced` hears that something else that calls itself a vault lies in its place, the
        same one, perhaps, on a disk that was mounted anew; or that the book can be read again.
        What changes on its own is looked at once within `patience`, however much changes.
        """
        self._desk = desk
        self._erasure = erasure
        self._cameras = cameras
        self._seen = seen
        self._away = away
        self._replaced = replaced
        self.is_away = False
        """At the last look there was no vault where it should be."""
        self._patience = patience
        self._looking = asyncio.Lock()
        self._reconciling = asyncio.Lock()
        self._soon: Cancel | None = None
        self._closed = False

    async def look(self) -> None:
        """Look at everything now, and see to it."""
        desk = self._desk
        async with self._looking:
            if self._closed:
                return
            if not await desk.run(desk.vault.is_there):
                if await desk.run(holds_vault, desk.vault.folder):
                    self._replaced()
                else:
                    self.is_away = True
                    self._away()
                return
            self.is_away = False
            if desk.book.unread and await desk.run(is_readable, desk.book.path):
                self._replaced()
            if desk.clock.trusted:
                await retention.date_undated(desk)
            await self._erasure.run()
            await self._look_at_footage()

    async def refresh(self) -> None:
        """Look at what the vault holds now."""
        async with self._looking:
            if not self._closed:
                await self._look_at_footage()

    def refresh_soon(self) -> None:
        """Look at what the vault holds, once for all that changes within the patience."""
        if self._soon is None and not self._closed:
            moment = self._desk.clock.now() + self._patience
            self._soon = self._desk.schedule(moment, self._on_time)

    async def reconcile(self) -> None:
        """Compare files and index. Takes its time; everything else goes on meanwhile."""
        desk = self._desk
        async with self._reconciling:
            if self._closed:
                return
            await sweep(desk)
            try:
                reconciled = await desk.run(desk.vault.reconcile)
            except Problem as problem:
                # The index is known to be in doubt now: the next sweep compares again.
                _LOGGER.warning("Files and index could not be compared yet: %s", problem)
            else:
                _LOGGER.debug("Vault reconciled: %s", reconciled)
        await self.refresh()

    async def close(self) -> None:
        """Finish what is being looked at, and look no more."""
        self._closed = True
        if self._soon is not None:
            self._soon()
            self._soon = None
        async with self._looking, self._reconciling:
            pass

    async def _on_time(self) -> None:
        self._soon = None
        await self.refresh()

    async def _look_at_footage(self) -> None:
        desk = self._desk
        try:
            footage = {
                camera: await desk.run(desk.vault.summary, camera)
                for camera in tuple(self._cameras())
            }
            free = await desk.run(desk.vault.free_bytes)
        except Problem as problem:
            _LOGGER.warning("The vault does not say what it holds: %s", problem)
        else:
            self._seen(Seen(footage, free))
