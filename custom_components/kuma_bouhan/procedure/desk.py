"""The desk every act is done at, and the one way in which it is done.

door → `Desk.allow` (the rule) → *ordered* appended, durable → effect → *done* or *failed*
appended → registers → listeners.

Invariants:
1. No effect begins before its order stands in the book.
2. Every order is answered: by `Desk.perform`, or at the next start by `recovery`.
3. The registers hold what the book holds: they are folded in the order of appending.

Nothing here knows Home Assistant: the clock, the executor and the scheduler are handed in.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from ..guideline.errors import Refused
from ..guideline.people import Act, Actor, check
from ..records.acts import RecordedAct, Refusal
from ..records.book import Book
from ..records.entry import Entry, Phase
from ..records.registers import Registers
from ..vault.vault import Vault
from .clock import Clock

REFUSAL_INTERVAL = timedelta(minutes=1)
"""The same refusal to the same caller is entered once in this time, with a count."""


class Run(Protocol):
    """Runs a blocking function on a thread and waits for it."""

    async def __call__[**P, T](
        self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what the function returns."""


type Cancel = Callable[[], None]
type Schedule = Callable[[datetime, Callable[[], Awaitable[None]]], Cancel]
"""Calls back at a moment (at once if it has passed), unless cancelled before."""


@dataclass(slots=True)
class Desk:
    """What every act works on: the book, the vault, the clock, and who listens."""

    book: Book
    registers: Registers
    vault: Vault
    clock: Clock
    zone: tzinfo
    run: Run
    schedule: Schedule
    day: timedelta | None = None
    """A day of retention where it is not a calendar day of `zone`: the demonstration's."""
    doubtful: dict[tuple[str, datetime], float] = field(default_factory=dict)
    """Clock offsets at which slots (camera, end) were opened while the clock was in doubt."""
    listeners: list[Callable[[Entry], None]] = field(default_factory=list)
    _refusals: dict[tuple[str | None, Act], tuple[datetime, int]] = field(default_factory=dict)
    _appending: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def append(
        self, act: RecordedAct, actor: Actor, phase: Phase, order: int | None = None
    ) -> Entry:
        """Enter an act, durable on return; fold it and tell the listeners."""
        async with self._appending:
            entry = await self.run(
                self.book.append,
                act,
                actor=actor,
                phase=phase,
                at=self.clock.now(),
                zone=self.zone,
                order=order,
            )
            self.registers.fold(entry)
        for listener in tuple(self.listeners):
            listener(entry)
        return entry

    async def allow(self, act: Act, actor: Actor) -> None:
        """Let the act pass, or enter the refusal and raise it."""
        roles = (
            self.registers.roles_of(actor.user_id, self.clock.now())
            if actor.user_id is not None
            else frozenset()
        )
        try:
            check(act, actor, roles)
        except Refused as refused:
            await self._enter_refusal(act, actor, refused)
            raise

    async def perform[T](
        self,
        actor: Actor,
        order: RecordedAct,
        effect: Callable[[], Awaitable[tuple[T, RecordedAct]]],
    ) -> T:
        """Order, do and confirm an act that has been allowed; the effect gives what was done.

        Once ordered it runs to its end, even when the caller gives up waiting.
        """

        async def to_its_end() -> T:
            ordered = await self.append(order, actor, Phase.ORDERED)
            try:
                result, done = await effect()
            except BaseException:
                await self.append(order, actor, Phase.FAILED, ordered.seq)
                raise
            await self.append(done, actor, Phase.DONE, ordered.seq)
            return result

        return await asyncio.shield(asyncio.ensure_future(to_its_end()))

    async def _enter_refusal(self, act: Act, actor: Actor, refused: Refused) -> None:
        """Enter a refusal, but let nobody flood the book with them."""
        now = self.clock.now()
        caller = (actor.user_id, act)
        since, count = self._refusals.get(caller, (None, 0))
        if since is not None and now - since < REFUSAL_INTERVAL:
            self._refusals[caller] = (since, count + 1)
            return
        self._refusals[caller] = (now, 0)
        if self.book.writable:
            await self.append(
                Refusal(act=act, key=refused.key, count=count + 1), actor, Phase.NOTED
            )
