"""Opening and locking the vault: 4(4)ウ, footage lies in something that locks.

Per person and login session:

    locked ──their passphrase──▶ open
    open ──unused for IDLE, LONGEST_OPEN is over, anybody locks, the role or the login session ends, the site stops──▶ locked

Invariants:
1. Recording and erasing go on in either state: they need no secret.
2. Locking lets go of the keys first and is entered afterwards: a book that cannot be written keeps no door open.
3. One passphrase is tried at a time, whoever gives it, and none while that person has to wait.
4. A wrong passphrase counts, whatever becomes of who gave it.
5. Setting the clock back keeps nothing open: the time since boot counts as well.
6. Whoever is locked out while their passphrase is still being tried is not let in by it.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from ..guideline.custody import LONGEST_OPEN, Failures, Line, LockReason, idle_for
from ..guideline.errors import Problem, Refused
from ..guideline.people import ITSELF, RULES, Act, Actor, Door
from ..records.acts import Locked, Unlocked, UnlockFailed
from ..records.appointments import ABOUT_PEOPLE
from ..records.entry import Entry, Phase
from ..vault.keys import Opened
from . import new_keys, vault_key
from .clock import Clock
from .desk import Cancel, Desk
from .line import admit_secret

type Key = tuple[str, str | None]
"""A user (id), and the login session they came by."""


@dataclass(frozen=True, slots=True)
class Unlocking:
    """Until when the vault is open at most, and until when if it is not used."""

    until: datetime
    idle_until: datetime


@dataclass(frozen=True, slots=True)
class _End:
    """A moment to come, by both of the machine's clocks."""

    at: datetime
    since_boot: float

    @classmethod
    def after(cls, length: timedelta, clock: Clock) -> _End:
        return cls(clock.now() + length, clock.since_boot() + length.total_seconds())

    def has_come(self, clock: Clock) -> bool:
        return self.at <= clock.now() or self.since_boot <= clock.since_boot()


@dataclass(slots=True)
class _Opening:
    keys: Opened
    sees: bool
    """Whether it opens footage; else it only signs."""
    limit: _End
    idle: _End


@dataclass(slots=True, eq=False)
class _Attempt:
    """An unlocking under way; `void` once it may open nothing any more."""

    key: Key
    void: bool = False


class Lock:
    """Who has the vault open, and until when."""

    def __init__(self, desk: Desk, told: Callable[[], None] = lambda: None) -> None:
        """Begin locked; `told` hears of every opening and locking."""
        self.on_closed: list[Callable[[str, str | None], None]] = []
        """Hear of each user and session whose keys were let go."""
        self._desk = desk
        self._told = told
        self._open: dict[Key, _Opening] = {}
        self._attempts: set[_Attempt] = set()
        self._failures: dict[str, Failures] = {}
        """What the book could not be told."""
        self._trying = asyncio.Lock()
        self._stopped = False
        self._cancel: Cancel | None = None
        self._to_enter: list[tuple[Locked, Actor]] = []
        self._entering: Cancel | None = None
        desk.unlocked = self.is_open
        desk.signer = self.signer
        desk.listeners.append(self._heard)

    # Asking ----------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Say whether nobody has the vault open."""
        return not self._open

    def is_open(self, actor: Actor) -> bool:
        """Say whether this person has it open: in just this session, where they are at the panel."""
        return self._opening(actor) is not None

    def opened(self, actor: Actor) -> Opened:
        """Return the keys that this person has opened to see with. Refused: unlock_first."""
        opening = self._opening(actor)
        if opening is None or not opening.sees:
            raise Refused("unlock_first", act=Act.VIEW)
        return opening.keys

    def used(self, actor: Actor) -> None:
        """Count the idle time anew."""
        if opening := self._opening(actor):
            opening.idle = self._idle_from_now()

    def unlocking(self, actor: Actor) -> Unlocking | None:
        """Return until when this person has it open, if they have."""
        opening = self._opening(actor)
        return _told_of(opening) if opening else None

    def signer(self, actor: Actor) -> Callable[[bytes], bytes] | None:
        """Return what signs as a person who has the vault open; None for everybody else."""
        opening = self._opening(actor) if actor.is_person else None
        return opening.keys.signer() if opening else None

    def waits_until(self, actor: Actor) -> datetime | None:
        """Return until when no passphrase of this person is tried, if they have to wait."""
        failures, now = self._failures_of(actor), self._desk.clock.now()
        return failures.until() if failures.left(now) else None

    # Opening ---------------------------------------------------------------------------------

    async def unlock(self, actor: Actor, passphrase: str, line: Line = Line.SAFE) -> Unlocking:
        """Open the vault for a key holder. The passphrase is kept nowhere.

        Problem: plain_http_not_accepted, vault_key_changed, key_missing, unlock_wait, wrong_passphrase; unlock_first
        where they were locked out meanwhile.
        """
        desk = self._desk
        await admit_secret(desk, Act.UNLOCK, actor, line)
        await vault_key.check(desk)
        holder = actor.user_id or ""
        if holder not in desk.vault.keys.holders:
            raise Problem("key_missing")

        async def to_its_end() -> Unlocking:
            attempt = _Attempt((holder, actor.session))
            self._attempts.add(attempt)
            try:
                keys = await self.prove(actor, lambda: desk.vault.unlock(holder, passphrase))
                return await self._enter_open(actor, keys, attempt)
            finally:
                self._attempts.discard(attempt)

        return await asyncio.shield(asyncio.ensure_future(to_its_end()))

    async def prove[T](self, actor: Actor, attempt: Callable[[], T]) -> T:
        """Try a passphrase of this person, on a thread, alone; whoever gives up waiting stops nothing.

        Problem: unlock_wait, and what the attempt raises.
        """

        async def to_its_end() -> T:
            async with self._trying:
                self._check_wait(actor)
                try:
                    proved = await self._desk.run(attempt)
                except Problem as problem:
                    if problem.key == "wrong_passphrase":
                        await self._count_failure(actor)
                    await vault_key.heard(self._desk, problem)
                    self._told()
                    raise
                self._failures.pop(actor.user_id or "", None)
                return proved

        return await asyncio.shield(asyncio.ensure_future(to_its_end()))

    async def derive[T](self, work: Callable[[], T]) -> T:
        """Do what takes the memory of a derivation, but tries nothing: in turn with everybody else."""
        async with self._trying:
            return await self._desk.run(work)

    async def _enter_open(self, actor: Actor, keys: Opened, attempt: _Attempt) -> Unlocking:
        desk, key = self._desk, attempt.key
        holder, _ = key
        proved = keys.epochs
        if not self.may(Act.VIEW, holder):
            keys.see_nothing()
        sees = bool(keys.epochs)
        limit = _End.after(LONGEST_OPEN, desk.clock)
        act = Unlocked(until=limit.at)

        async def effect() -> tuple[Unlocking, Unlocked]:
            await new_keys.proved(desk, actor, proved)
            if self._stopped:
                raise Problem("site_not_running")
            if attempt.void:
                raise Refused("unlock_first", act=Act.UNLOCK)
            if before := self._open.pop(key, None):
                before.keys.close()
            opening = _Opening(keys, sees, limit, self._idle_from_now())
            self._open[key] = opening
            # Roles may have ended while the keys were derived.
            self.review()
            return _told_of(opening), act

        try:
            unlocking = await desk.perform(actor, act, effect)
        except BaseException:
            keys.close()
            raise
        self._told()  # of what the book says since
        return unlocking

    def _check_wait(self, actor: Actor) -> None:
        if left := self._failures_of(actor).left(self._desk.clock.now()):
            raise Problem("unlock_wait", seconds=ceil(left.total_seconds()))

    async def _count_failure(self, actor: Actor) -> None:
        desk, user = self._desk, actor.user_id or ""
        failures = self._failures_of(actor).another(desk.clock.now())
        self._failures[user] = failures
        with suppress(Problem):  # it counts in memory
            act = UnlockFailed(count=failures.count, until=failures.until())
            await desk.append(act, actor, Phase.NOTED)

    def _failures_of(self, actor: Actor) -> Failures:
        """Return what memory and book know: the book may not have been told."""
        user = actor.user_id or ""
        booked = self._desk.registers.custody.failures.get(user, Failures())
        return max(booked, self._failures.get(user, Failures()), key=lambda known: known.count)

    # Locking ---------------------------------------------------------------------------------

    async def lock(self, actor: Actor) -> None:
        """Lock the vault for everybody. What is locked already is not entered again."""
        await self._desk.allow(Act.LOCK, actor)
        self._void(lambda _: True)
        self._let_go(self._open, LockReason.BUTTON, actor)
        await self.enter()

    def end_session(self, session: str) -> None:
        """Let go of what a login session has open: it is over."""
        self._void(lambda key: key[1] == session)
        self._let_go([key for key in self._open if key[1] == session], LockReason.SESSION)

    def end_keys(self, user_id: str | None = None, *, but: str | None = None) -> None:
        """Let go of all that a person has open, or everybody: what their keys open is changed.

        `but` names a login session of theirs that stays open.
        """

        def is_changed(key: Key) -> bool:
            return user_id in {None, key[0]} and (but is None or key[1] != but)

        self._void(is_changed)
        self._let_go([key for key in self._open if is_changed(key)], LockReason.KEYS)

    def review(self) -> None:
        """Let go of the keys whose time is over, and of those of whoever may not have them open."""
        for key, opening in tuple(self._open.items()):
            if reason := self._over(key[0], opening):
                self._let_go([key], reason)
        self._arm()

    def close(self) -> None:
        """Let go of every key, and open none any more: the site stops. `enter` tells the book."""
        self._stopped = True
        self._let_go(self._open, LockReason.STOP)

    async def enter(self) -> None:
        """Enter who was locked out and why."""
        if self._entering is not None:
            self._entering()
            self._entering = None
        while self._to_enter:
            act, actor = self._to_enter.pop(0)
            with suppress(Problem):  # locked it is, whatever becomes of the book
                await self._desk.append(act, actor, Phase.DONE)

    def _opening(self, actor: Actor) -> _Opening | None:
        """Return the opening an actor may use, if it is not over."""
        user = actor.user_id
        if user is None:
            return None
        exact = actor.session is not None or actor.door is Door.PANEL
        for key, opening in tuple(self._open.items()):
            if key == (user, actor.session) if exact else key[0] == user:
                if reason := self._over(user, opening):
                    self._let_go([key], reason)
                else:
                    return opening
        return None

    def _over(self, user: str, opening: _Opening) -> LockReason | None:
        clock = self._desk.clock
        if not self.may(Act.VIEW if opening.sees else Act.UNLOCK, user):
            return LockReason.ROLE
        if opening.limit.has_come(clock):
            return LockReason.LIMIT
        return LockReason.IDLE if opening.idle.has_come(clock) else None

    def may(self, act: Act, user: str) -> bool:
        """Say whether a person holds a role for an act, unlocked or not."""
        return bool(self._desk.roles_of(Actor(user, Door.ITSELF)) & RULES[act].roles)

    def _idle_from_now(self) -> _End:
        return _End.after(idle_for(self._desk.registers.settings), self._desk.clock)

    def _heard(self, entry: Entry) -> None:
        if isinstance(entry.act, ABOUT_PEOPLE):
            self.review()

    def _void(self, which: Callable[[Key], bool]) -> None:
        """Have what is being tried for them open nothing."""
        for attempt in self._attempts:
            attempt.void = attempt.void or which(attempt.key)

    def _let_go(self, which: Iterable[Key], reason: LockReason, actor: Actor = ITSELF) -> None:
        gone = {key: self._open.pop(key) for key in tuple(which)}
        if not gone:
            return
        for opening in gone.values():
            opening.keys.close()
        users = tuple(dict.fromkeys(user for user, _ in gone))
        self._to_enter.append((Locked(reason=reason, users=users), actor))
        if self._entering is None:
            self._entering = self._desk.schedule(self._desk.clock.now(), self.enter)
        self._arm()
        for user, session in gone:
            for listener in tuple(self.on_closed):
                listener(user, session)

    def _arm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        if self._open:
            self._cancel = self._desk.schedule(min(self._to_look_at()), self._on_time)
        self._told()

    def _to_look_at(self) -> Iterator[datetime]:
        """Yield the moments at which somebody's time, or office, may be over."""
        for opening in self._open.values():
            yield opening.limit.at
            yield opening.idle.at
        users, now = {user for user, _ in self._open}, self._desk.clock.now()
        for office in self._desk.registers.appointments:
            if office.user_id in users and office.until and office.in_force(now):
                yield office.until

    async def _on_time(self) -> None:
        self._cancel = None
        self.review()


def _told_of(opening: _Opening) -> Unlocking:
    return Unlocking(opening.limit.at, min(opening.idle.at, opening.limit.at))
