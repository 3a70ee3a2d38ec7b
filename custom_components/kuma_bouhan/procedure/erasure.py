"""Erasing footage: 4(4)エ, 運用基準例 4(3).

Three ways lead here: a slot's period is over; a person says footage is no longer needed;
an automation asks for what is due anyway. All end in the vault destroying slot keys.
A fourth has a room of its own: rules that the manager signed (`purge_rules`).

Due erasure waits for nothing: not for the book, not for space, not for an unlock. The
tombstone in the vault is the record; the hourly routine enters it in the book. It waits
for one thing only, a clock that can be trusted, and until then what is overdue is shown to nobody.

    idle ──a due moment comes, clock trusted──▶ destroying ──▶ sweeping ──▶ idle, armed for the next
    idle ──a due moment comes, clock in doubt──▶ waiting ──clock trusted──▶ destroying
    destroying ──the disk refuses──▶ failing ──RETRY later──▶ destroying
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
import logging

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.retention import ErasureReason
from ..records.acts import ErasureAsked, PurgeAsked
from ..vault.slot import Slot
from ..vault.slots import Destroyed
from ..vault.vault import Vault
from .desk import Cancel, Desk

RETRY = timedelta(seconds=30)
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Erased:
    """Footage between `start` and `end` is gone: told to whoever listens, after the fact."""

    slots: tuple[Slot, ...]
    reason: ErasureReason
    at: datetime
    start: datetime
    end: datetime


def destroy_due(vault: Vault, now: datetime) -> Destroyed:
    """Destroy the keys of what is due. It takes a vault, and a moment that is to be trusted; no book."""
    due = [slot.id for slot in vault.slots() if slot.due is not None and slot.due <= now]
    return vault.destroy(due, ErasureReason.PERIOD_OVER, now) if due else Destroyed()


async def sweep(desk: Desk) -> bool:
    """Remove the files of what was destroyed; say whether all are gone.

    Nobody can read them any more, so what the disk refuses waits for the next sweep.
    """
    try:
        await desk.run(desk.vault.sweep)
    except Problem as problem:
        _LOGGER.warning("Files of erased footage could not be removed yet: %s", problem)
        return False
    return True


class DueErasure:
    """Destroys what is due, one timer armed for the next slot."""

    def __init__(self, desk: Desk, told: Callable[[Erased], None]) -> None:
        """Take the desk; `told` hears of every erasure."""
        self._desk = desk
        self._told = told
        self._cancel: Cancel | None = None
        self._at_work = asyncio.Lock()
        self._closed = False
        self.failing = False

    def tell(self, erased: Erased) -> None:
        """Tell who listens of an erasure that was done elsewhere."""
        self._told(erased)

    async def run(self) -> int:
        """Destroy what is due now, arm for what is due next; return the slots destroyed."""
        async with self._at_work:
            if self._closed:
                return 0
            self._disarm()
            erased = 0
            if self._desk.clock.trusted:
                try:
                    erased = await self._destroy_due()
                    self.failing = False
                except (OSError, Problem) as problem:
                    self.failing = True
                    _LOGGER.warning("Due footage could not be erased yet: %s", problem)
            await self._arm()
        if erased:
            await sweep(self._desk)
        return erased

    async def close(self) -> None:
        """Finish what is being destroyed, and run no more."""
        self._closed = True
        async with self._at_work:
            self._disarm()

    def _disarm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    async def _destroy_due(self) -> int:
        now = self._desk.clock.now()
        destroyed = await self._desk.run(destroy_due, self._desk.vault, now)
        if erased := destroyed.erased:
            start, end = min(slot.start for slot in erased), max(slot.end for slot in erased)
            self._told(Erased(erased, ErasureReason.PERIOD_OVER, now, start, end))
        if destroyed.unconfirmed:
            raise Problem("erasure_unconfirmed", slots=len(destroyed.unconfirmed))
        return len(destroyed.erased)

    async def _arm(self) -> None:
        desk = self._desk
        retry = desk.clock.now() + RETRY
        moment = await desk.run(desk.vault.next_due)
        if self.failing or not desk.clock.trusted:
            moment = retry
        if moment is not None:
            self._cancel = desk.schedule(moment, self._on_time)

    async def _on_time(self) -> None:
        self._cancel = None
        await self.run()

    async def purge(self, actor: Actor) -> int:
        """Erase what is due, because somebody asked: safe for automations."""
        desk = self._desk
        await desk.allow(Act.PURGE_EXPIRED, actor)
        desk.clock.check()

        async def effect() -> tuple[int, PurgeAsked]:
            erased = await self.run()
            return erased, PurgeAsked(slots=erased)

        return await desk.perform(actor, PurgeAsked(slots=0), effect)

    async def erase(
        self, actor: Actor, camera: str, start: datetime, end: datetime, reason: str
    ) -> ErasureAsked:
        """Erase a span that is no longer needed; return what was erased, with its true bounds."""
        desk = self._desk

        async def settle() -> ErasureAsked:
            await desk.allow(Act.ERASE, actor)
            if camera not in desk.registers.cameras:
                raise Problem("unknown_camera")
            if start >= end:
                raise Problem("span_empty")
            if not reason.strip():
                raise Problem("reason_missing")
            await self._refuse_held(camera, start, end)
            return ErasureAsked(camera=camera, start=start, end=end, reason_text=reason.strip())

        # Nobody holds any of it meanwhile.
        done = await desk.decide(actor, settle, self._erase_span)
        await self.run()
        await sweep(desk)
        return done

    async def _refuse_held(self, camera: str, start: datetime, end: datetime) -> None:
        """Refuse a span of which something is held beyond its period, or asked for: it is needed still."""
        desk = self._desk
        wanted = desk.registers.requests.is_wanted(camera, start, end, desk.clock.now())
        if wanted or await self._held(camera, start, end):
            raise Problem("footage_held")

    async def _held(self, camera: str, start: datetime, end: datetime) -> frozenset[str]:
        """Return the chunks (ids) that show something of a span and are held beyond their period."""
        desk = self._desk
        now = desk.clock.now()
        found = await desk.run(desk.vault.standing, camera, start, end, now=now)
        return frozenset(chunk.id for chunk in found if chunk.inside and chunk.holds)

    async def finish(self, order: ErasureAsked, since: datetime) -> ErasureAsked:
        """Take up an erasure, ordered at `since`, that a stop interrupted.

        Where the stop came after the keys were gone, the tombstones say what went.
        """
        try:
            return await self._erase_span(order)
        except Problem:
            gone = [
                slot
                for slot in await self._desk.run(self._desk.vault.tombstones)
                if slot.camera == order.camera
                and slot.reason is ErasureReason.NO_LONGER_NEEDED
                and slot.erased_at is not None
                and slot.erased_at >= since
                and slot.start < order.end
                and slot.end > order.start
            ]
            if not gone:
                raise
            return replace(order, slots=tuple(slot.id for slot in gone))

    async def _erase_span(self, order: ErasureAsked) -> ErasureAsked:
        desk, now = self._desk, self._desk.clock.now()
        destroyed, span = await desk.run(
            desk.vault.erase_span,
            order.camera,
            order.start,
            order.end,
            reason=ErasureReason.NO_LONGER_NEEDED,
            at=now,
            held=await self._held(order.camera, order.start, order.end),
        )
        if span.start is None or span.end is None:
            raise Problem("no_footage_in_span")
        if destroyed.erased:
            # What was to be kept of these slots has moved to others.
            reason = ErasureReason.NO_LONGER_NEEDED
            self._told(Erased(destroyed.erased, reason, now, span.start, span.end))
        if destroyed.unconfirmed:
            raise Problem("erasure_unconfirmed", slots=len(destroyed.unconfirmed))
        return ErasureAsked(
            camera=order.camera,
            start=order.start,
            end=order.end,
            reason_text=order.reason_text,
            true_start=span.start,
            true_end=span.end,
            slots=tuple(slot.id for slot in destroyed.erased),
            chunks=span.chunks,
            bytes=span.bytes,
        )
