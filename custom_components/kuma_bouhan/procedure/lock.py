"""Opening and locking the vault: 4(4)ウ, footage lies in something that locks.

    locked ──a key holder gives the passphrase──▶ open for that person
    open ──OPEN_FOR is over, anybody locks, they lose their office, the site stops──▶ locked

Recording and erasing go on in either state: they need no secret. Locking lets go of the
keys first and is entered afterwards, so that a book that cannot be written keeps no door open.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from ..guideline.people import ITSELF, RULES, Act, Actor, Door
from ..records.acts import Locked, Unlocked
from ..records.appointments import ABOUT_PEOPLE
from ..records.entry import Entry, Phase
from ..vault.keys import Opened
from .desk import Cancel, Desk

OPEN_FOR = timedelta(minutes=10)


class Lock:
    """Who has the vault open, and until when."""

    def __init__(self, desk: Desk, told: Callable[[], None] = lambda: None) -> None:
        """Begin locked; `told` hears of every opening and locking."""
        self._desk = desk
        self._told = told
        self._open: dict[str, tuple[Opened, datetime]] = {}
        self._cancel: Cancel | None = None
        desk.unlocked = self._open.__contains__
        desk.signer = self.signer
        desk.listeners.append(self._heard)

    def signer(self, actor: Actor) -> Callable[[bytes], bytes] | None:
        """Return what signs as a person who has the vault open; None for everybody else."""
        held = self._open.get(actor.user_id or "") if actor.is_person else None
        return held[0].signer() if held else None

    @property
    def is_locked(self) -> bool:
        """Say whether nobody has the vault open."""
        return not self._open

    async def unlock(self, actor: Actor, passphrase: str) -> datetime:
        """Open the vault for a key holder; return until when. The passphrase is kept nowhere."""
        desk = self._desk
        await desk.allow(Act.UNLOCK, actor)
        holder = actor.user_id or ""
        opened = await desk.run(desk.vault.unlock, holder, passphrase)
        until = desk.clock.now() + OPEN_FOR
        act = Unlocked(until=until)

        async def effect() -> tuple[datetime, Unlocked]:
            self._let_go(holder)
            self._open[holder] = (opened, until)
            self._arm()
            return until, act

        return await desk.perform(actor, act, effect)

    async def lock(self, actor: Actor) -> None:
        """Lock the vault for everybody. What is locked already is not entered again."""
        await self._desk.allow(Act.LOCK, actor)
        if not self.is_locked:
            self.close()
            await self._desk.append(Locked(), actor, Phase.DONE)

    def close(self) -> None:
        """Let go of every key at once."""
        for holder in tuple(self._open):
            self._let_go(holder)
        self._arm()

    def review(self) -> None:
        """Let go of the keys of whoever may not hold them any more."""
        for holder in tuple(self._open):
            if not self._desk.roles_of(Actor(holder, Door.ITSELF)) & RULES[Act.UNLOCK].roles:
                self._let_go(holder)
                self._arm()

    def _heard(self, entry: Entry) -> None:
        if isinstance(entry.act, ABOUT_PEOPLE):
            self.review()

    def _let_go(self, holder: str) -> None:
        if held := self._open.pop(holder, None):
            held[0].close()

    def _arm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        if self._open:
            first = min(until for _, until in self._open.values())
            self._cancel = self._desk.schedule(first, self._on_time)
        self._told()

    async def _on_time(self) -> None:
        self._cancel = None
        now = self._desk.clock.now()
        for holder in [name for name, (_, until) in self._open.items() if until <= now]:
            self._let_go(holder)
        self._arm()
        if self.is_locked:
            await self._desk.append(Locked(), ITSELF, Phase.DONE)
