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
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from ..guideline.errors import Refused
from ..guideline.people import ITSELF, Act, Actor, Role, State, check
from ..records.act import RecordedAct
from ..records.acts import Refusal, RefusalsLeftOut
from ..records.book import Book
from ..records.entry import Entry, Phase
from ..records.offices import Appointment, standing
from ..records.registers import Registers
from ..vault.vault import Vault
from .clock import Clock
from .refusals import HOUR, Refusals


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
    unlocked: Callable[[Actor], bool] = lambda _actor: False
    """Says whether who acts has the vault unlocked; the lock takes it over."""
    signer: Callable[[Actor], Callable[[bytes], bytes] | None] = lambda _actor: None
    """Gives what signs for an actor who has the vault unlocked; the lock takes it over."""
    left_standard: Callable[[], datetime | None] = lambda: None
    """Says since when the settings have left the standard that was adopted; its watch takes it over."""
    absent: set[str] = field(default_factory=set)
    """Users who are gone: they hold no role, even while the book cannot be told."""
    ended: set[str] = field(default_factory=set)
    """Contracts that are over though the book could not be told yet: their people hold no role under them."""
    deciding: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held from a check that no other act may come after until what was checked stands in the registers: of offices, above all."""
    _refusals: Refusals = field(default_factory=Refusals)
    _entering: Cancel | None = None
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
                sign=self.signer(actor),
            )
            self.registers.fold(entry)
        for listener in tuple(self.listeners):
            listener(entry)
        return entry

    def roles_of(self, actor: Actor) -> frozenset[Role]:
        """Return the offices an actor holds now."""
        return frozenset(found.role for found in self.standing() if found.user_id == actor.user_id)

    def holders(self, role: Role) -> tuple[Appointment, ...]:
        """Return the offices of a role that are held now."""
        return tuple(found for found in self.standing() if found.role is role)

    def names(self) -> set[str]:
        """Return whom and what everybody knows the site by: what others would try first as a passphrase."""
        settings = self.registers.settings
        known = {office.name for office in self.registers.appointments}
        if settings is not None:
            known |= {settings.facility, settings.owner_name, settings.contact}
        return known

    def standing(self) -> Iterator[Appointment]:
        """Yield the offices that are held now, whether or not the book could be told of an end."""
        return (
            found
            for found in standing(self.registers.appointments, self.clock.now())
            if found.user_id not in self.absent and found.contract not in self.ended
        )

    async def allow(
        self, act: Act, actor: Actor, *, ha_owner: bool = False, requested_by: str | None = None
    ) -> None:
        """Let the act pass, or enter the refusal and raise it.

        `ha_owner`: the door has seen that the person owns Home Assistant. `requested_by`: who
        asked for what is being decided.
        """
        try:
            self._check(act, actor, ha_owner=ha_owner, requested_by=requested_by)
        except Refused as refused:
            await self._enter_refusal(act, actor, refused)
            raise

    def may(self, act: Act, actor: Actor) -> bool:
        """Say whether the act would pass, for what is only shown or left out; enters nothing."""
        try:
            self._check(act, actor)
        except Refused:
            return False
        return True

    def could(self, act: Act, actor: Actor, *, requested_by: str | None = None) -> bool:
        """Say whether the act would pass once who acts has unlocked, for what is offered; enters nothing."""
        try:
            self._check(act, actor, requested_by=requested_by, unlocked=True)
        except Refused:
            return False
        return True

    def _check(
        self,
        act: Act,
        actor: Actor,
        *,
        ha_owner: bool = False,
        requested_by: str | None = None,
        unlocked: bool | None = None,
    ) -> None:
        settings = self.registers.settings
        state = State(
            unlocked=self.unlocked(actor) if unlocked is None else unlocked,
            ha_owner=ha_owner,
            four_eyes=settings.four_eyes if settings else frozenset(),
            requested_by=requested_by,
            approver=settings.approver if settings else Role.MANAGER,
        )
        check(act, actor, self.roles_of(actor), state)

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

    async def decide[A: RecordedAct](
        self,
        actor: Actor,
        settle: Callable[[], Awaitable[A]],
        effect: Callable[[A], Awaitable[A]] | None = None,
    ) -> A:
        """Check an act about offices and do it, in one step: no other comes between.

        `settle` checks and gives the order. Without an effect the act's standing in the book is its effect.
        """

        async def alone() -> A:
            async with self.deciding:
                order = await settle()

                async def done() -> tuple[A, A]:
                    act = await effect(order) if effect else order
                    return act, act

                return await self.perform(actor, order, done)

        return await asyncio.shield(asyncio.ensure_future(alone()))

    async def _enter_refusal(self, act: Act, actor: Actor, refused: Refused) -> None:
        """Enter a refusal, but let nobody flood the book with them."""
        now = self.clock.now()
        in_office = bool(self.roles_of(actor))
        count = self._refusals.to_enter(actor.user_id, act, now, in_office=in_office)
        if count is None:
            if self._entering is None:
                self._entering = self.schedule(now + HOUR, self._enter_left_out)
        elif self.book.writable:
            await self.append(Refusal(act=act, key=refused.key, count=count), actor, Phase.NOTED)

    async def _enter_left_out(self) -> None:
        self._entering = None
        since, count = self._refusals.since, self._refusals.take()
        if since is not None and count and self.book.writable:
            await self.append(RefusalsLeftOut(since=since, count=count), ITSELF, Phase.NOTED)

    async def close(self) -> None:
        """Enter what is still only counted; nothing is called back after it."""
        if self._entering is not None:
            self._entering()
            await self._enter_left_out()
