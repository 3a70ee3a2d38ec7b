"""Masking: a derived copy of permitted footage in which others are painted over, beside the original as it is, 4(4)ア.

    none ──areas drawn, the disclosure permitted, the vault open──▶ working (one at a time for the site; others wait)
    working ──all of it is through and stands in the vault──▶ done
    working ──a person ends it──▶ cancelled
    working ──the vault locks for who began it, the disclosure ends, the worker dies or hangs, the disk refuses, the site stops──▶ failed
    done, failed, cancelled ──areas drawn anew──▶ working, and once done the former copy goes

Invariants:
1. Nothing is decrypted before `check_permitted` has passed, and nothing plain touches a disk: footage goes through pipes to a
   process of its own, and what comes back is encrypted as it comes.
2. The original is read only.
3. A copy stands under a camera of its own, named in the order before its first byte is written: what is not finished is erased,
   by a start after a stop too (`recovery`).
4. A copy ends with its disclosure: provided, withdrawn, and at the latest when the permission is over.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
import secrets

from ..guideline.disclosure import AFTERWARDS
from ..guideline.errors import Problem
from ..guideline.masking import Mask, check_masks
from ..guideline.people import Act, Actor
from ..guideline.viewing import Scope
from ..masking.order import Area, Order
from ..records.disclosure import (
    DisclosureDenied,
    DisclosureProvided,
    DisclosureWithdrawn,
    MaskedCopyMade,
)
from ..records.disclosure_state import Disclosure
from ..records.entry import Entry, Phase
from ..vault.chunk import Fragment, Init, Record, Still
from ..vault.moments import micros
from ..vault.stretches import Stretch
from ..vault.writer import CameraWriter
from . import masked
from .desk import Desk
from .disclosure import check_open, check_permitted, known
from .lock import Lock
from .masking_pictures import Pictures
from .painter import Painter, Spawn, at_work, spawn
from .permitted import footage, planned

__all__ = ["Mask", "Masking", "MaskingState", "Status"]

SYNC_EVERY = 32
"""Records, between two syncs of what comes back."""

type _Place = tuple[int, str]
"""A disclosure (number), and a camera of it."""


class MaskingState(StrEnum):
    """How far the masking of one camera has come."""

    NONE = "none"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Status:
    """How far it is: `done` from 0 to 1, the masks drawn last as far as memory goes, why it failed (a key)."""

    state: MaskingState
    done: float = 0
    masks: Sequence[Mask] = ()
    error: str | None = None


@dataclass(slots=True, eq=False)
class _Work:
    """The masking of one camera, under way or over."""

    number: int
    camera: str
    actor: Actor
    masks: Sequence[Mask]
    state: MaskingState = MaskingState.WORKING
    pieces: int = 0
    through: int = 0
    reason: Problem | None = None
    """Why it was stopped."""
    error: str | None = None
    painter: Painter | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    def stop(self, reason: Problem) -> None:
        """Stop it at once; the first reason counts."""
        self.reason = self.reason or reason
        if self.painter is not None:
            self.painter.stop()

    def check(self) -> None:
        """Raise why it was stopped, if it was."""
        if self.reason is not None:
            raise self.reason


class Masking:
    """The masking of a site's permitted footage."""

    def __init__(self, desk: Desk, lock: Lock, *, spawned: Spawn = spawn) -> None:
        """Begin with nothing under way. `spawned` starts the worker's process."""
        self._desk = desk
        self._lock = lock
        self._spawned = spawned
        self._works: dict[_Place, _Work] = {}
        self._one = asyncio.Lock()
        self._pictures = Pictures(desk, lock, spawned)
        self._closed = False
        lock.on_closed.append(self._locked)
        desk.listeners.append(self._heard)

    # Masks -----------------------------------------------------------------------------------

    async def start(self, actor: Actor, number: int, camera: str, masks: Sequence[Mask]) -> None:
        """Begin to make a copy of one camera in which what is drawn is painted over; it goes on by itself.

        Problem: outside_permission, masking_under_way, and what `check_permitted` and `check_masks` say.
        """
        found = await check_permitted(self._desk, actor, number)
        if camera not in found.scope.cameras:
            raise Problem("outside_permission")
        check_masks(masks, found.scope)
        self._lock.opened(actor)
        before = self._works.get((number, camera))
        if before is not None and before.state is MaskingState.WORKING:
            raise Problem("masking_under_way")
        if self._closed:
            raise Problem("site_not_running")
        work = _Work(number, camera, actor, tuple(masks))
        self._works[number, camera] = work
        work.task = asyncio.ensure_future(self._work(work))

    async def status(self, actor: Actor, number: int, camera: str) -> Status:
        """Return how far the masking of a camera is. Problem: request_unknown."""
        await self._desk.allow(Act.READ_REQUESTS, actor)
        found = known(self._desk, number)
        if (work := self._works.get((number, camera))) is not None:
            done = 1.0 if work.state is MaskingState.DONE else work.through / max(work.pieces, 1)
            return Status(work.state, min(done, 1.0), work.masks, work.error)
        wanted = found.is_wanted(self._desk.clock.now())
        stands = wanted and any(copy.camera == camera for copy in found.masks)
        return Status(MaskingState.DONE, 1) if stands else Status(MaskingState.NONE)

    async def cancel(self, actor: Actor, number: int, camera: str) -> None:
        """End the masking of a camera, and return once nothing is left of it. What is over already stays so."""
        await self._desk.allow(Act.PREPARE_DISCLOSURE, actor)
        work = self._works.get((number, camera))
        if work is not None and work.state is MaskingState.WORKING:
            work.stop(Problem("masking_cancelled"))
            await _over(work)

    async def close(self) -> None:
        """End all of it, and begin nothing any more: the site stops."""
        self._closed = True
        for work in self._works.values():
            work.stop(Problem("site_not_running"))
        for work in tuple(self._works.values()):
            await _over(work)

    async def still(self, actor: Actor, number: int, camera: str, at: datetime) -> bytes:
        """Return the picture (JPEG) that a moment shows, to draw on; see `Pictures.still`."""
        return await self._pictures.still(actor, number, camera, at)

    # One copy --------------------------------------------------------------------------------

    async def _work(self, work: _Work) -> None:
        over = MaskingState.FAILED
        try:
            async with self._one:
                work.check()
                await self._make(work)
            over = MaskingState.DONE
        except Problem as problem:
            work.error = (work.reason or problem).key
            if work.error == "masking_cancelled":
                over, work.error = MaskingState.CANCELLED, None
        finally:
            work.state = over

    async def _make(self, work: _Work) -> None:
        desk = self._desk
        found = await check_permitted(desk, work.actor, work.number)
        order = MaskedCopyMade(
            number=work.number,
            camera=work.camera,
            derived=secrets.token_hex(16),
            masks=len(work.masks),
            digest="",
        )

        async def effect() -> tuple[None, MaskedCopyMade]:
            try:
                digest = await self._record(work, found, order.derived)
                work.check()
                check_open(desk, known(desk, work.number))
            except BaseException:
                await masked.erase(desk, {order.derived})
                raise
            return None, replace(order, digest=digest)

        try:
            await desk.perform(work.actor, order, effect)
        except BaseException:
            await masked.erase(desk, {order.derived})  # the book may not have taken that it is done
            raise
        await masked.tidy(desk)

    async def _record(self, work: _Work, found: Disclosure, derived: str) -> str:
        """Have the footage painted over and record what comes back; return its digest."""
        desk = self._desk
        player = desk.vault.playing.player(self._lock.opened(work.actor))
        writer: CameraWriter | None = None
        try:
            plan = await planned(desk, player, work.camera, found.scope.start, found.scope.end)
            if not plan.stretches:
                raise Problem("no_footage_in_span")
            until = _until(found, plan.stretches, desk.clock.now())
            writer = desk.vault.writer(derived, due=lambda _end: until)
            work.pieces = sum(
                part.after - part.first for one in plan.stretches for part in one.parts
            )
            records = footage(desk, player, plan.stretches)
            order = Order([_area(mask, found.scope) for mask in work.masks])
            async with aclosing(records), at_work(self._spawned) as painter:
                work.painter = painter
                work.check()
                async with aclosing(painter.through(order, self._used(work, records))) as made:
                    async for record in made:
                        await desk.run(_write, writer, record, sync=not work.through % SYNC_EVERY)
                        work.through += not isinstance(record, Init)
        finally:
            player.close()
            if writer is not None:
                await desk.run(writer.close)
        first, last = plan.stretches[0].start, max(one.end for one in plan.stretches)
        return await desk.run(masked.digest, desk, derived, first, last + _MICROSECOND)

    async def _used(self, work: _Work, records: AsyncGenerator[Record]) -> AsyncGenerator[Record]:
        """Yield footage; as long as it is read, the vault is in use."""
        async for record in records:
            self._lock.used(work.actor)
            yield record

    # Ending by itself ------------------------------------------------------------------------

    def _locked(self, user_id: str, session: str | None) -> None:
        for work in self._works.values():
            if (work.actor.user_id, work.actor.session) == (user_id, session):
                work.stop(Problem("masking_locked"))

    def _heard(self, entry: Entry) -> None:
        act = entry.act
        if entry.phase is Phase.DONE and isinstance(act, _ENDS):
            for place, work in tuple(self._works.items()):
                if work.number == act.number:
                    work.stop(Problem("masking_over"))
                    if work.state is not MaskingState.WORKING:
                        del self._works[place]
            if any(copy for copy in known(self._desk, act.number).masks):
                self._desk.schedule(self._desk.clock.now(), self._tidy)

    async def _tidy(self) -> None:
        if not self._closed:
            await masked.tidy(self._desk)


_ENDS = (DisclosureProvided, DisclosureWithdrawn, DisclosureDenied)
_MICROSECOND = timedelta(microseconds=1)


def _until(found: Disclosure, stretches: Sequence[Stretch], now: datetime) -> datetime:
    """Return when a copy has to go at the latest: with the permission, or before there is one with what it was made of."""
    if found.permission is not None and found.permission.until is not None:
        return found.permission.until
    chunks = (part.chunk for stretch in stretches for part in stretch.parts)
    return max((chunk.due for chunk in chunks if chunk.due is not None), default=now + AFTERWARDS)


async def _over(work: _Work) -> None:
    if work.task is not None:
        await asyncio.wait([work.task])


def _area(mask: Mask, scope: Scope) -> Area:
    start, end = mask.covers(scope)
    return Area(micros(start), micros(end), mask.x, mask.y, mask.w, mask.h)


def _write(writer: CameraWriter, record: Record, *, sync: bool) -> None:
    match record:
        case Init():
            writer.start(record.data, orientation=record.orientation)
        case Fragment():
            writer.fragment(record)
        case Still():
            writer.still(record.data, record.at)
    if sync:
        writer.sync()
