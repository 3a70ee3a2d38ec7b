"""Days of a site in small, and a ledger of what it has acknowledged.

Two cameras' worth of footage in three places: recorded, held, erased by a person, over with its period; acts
are ordered and answered, hours entered, heads made. After any stop `Ledger.check` says whether what was acknowledged
is so, in the vault and in the book alike.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.retention import slot_start
from custom_components.kuma_bouhan.guideline.settings import Profile, SiteSettings
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import extension, recording, recovery, retention
from custom_components.kuma_bouhan.procedure.anchors import Anchors
from custom_components.kuma_bouhan.procedure.extension import Wish
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.procedure.watch import Watch
from custom_components.kuma_bouhan.records.acts import BookFinding, ErasureAsked
from custom_components.kuma_bouhan.records.book import BookState
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.vault.facts import ChunkFacts

from .conftest import CAMERA, MANAGER, NOON, PASSPHRASE, World

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)

SETTINGS = SiteSettings(profile=Profile.HOME, facility="水前寺の家")
"""What Home Assistant has stored: of use where the book does not say."""

type Deed = Callable[[], Awaitable[None]]


@dataclass
class Ledger:
    """What was acknowledged. What is being done just now may be so or not."""

    acts: Counter[str] = field(default_factory=Counter)
    """Acts that were done, by their kind."""
    size: int = 0
    """Acts that stood in the book."""
    safe: dict[str, datetime] = field(default_factory=dict)
    """Chunks that were finished, and that nobody has erased or begun to: their start."""
    held: set[str] = field(default_factory=set)
    days: int = 7
    """The period that may be in force."""
    gone: set[str] = field(default_factory=set)
    """Chunks that were erased."""
    dead: set[str] = field(default_factory=set)
    """Slots that were proved destroyed."""
    heads: dict[str, Any] | None = None
    """What Home Assistant's storage holds of the book's heads."""

    def check(self, site: SiteLife) -> None:
        """See that all of it is so, in a site that has started."""
        world = site.world
        registers, vault = world.desk.registers, world.vault
        assert world.book.state is not BookState.DAMAGED, world.book.damage
        assert world.book.size >= self.size
        assert registers.pending == {}
        for kind, count in self.acts.items():
            assert registers.counts[kind] >= count, kind
        found = [entry.act for entry in world.acts("book_finding")]
        assert not [act for act in found if isinstance(act, BookFinding) and act.anchor is not None]
        listed = {chunk.id: chunk for chunk in site.chunks()}
        assert self._due_later(world.machine.now()) <= listed.keys()
        assert not self.gone & listed.keys()
        live = {slot.id for slot in vault.slots() if slot.is_live}
        assert not self.dead & live
        for entry in world.acts("erasure_asked"):
            if isinstance(entry.act, ErasureAsked) and entry.phase is Phase.DONE:
                assert not set(entry.act.slots) & live
        with vault.unlock("manager", PASSPHRASE) as opened:
            for chunk in listed.values():
                contents = vault.read(opened, chunk, now=world.machine.now())
                assert contents.fragments or not chunk.complete

    def _due_later(self, now: datetime) -> set[str]:
        """Return the chunks whose period is not over."""
        period = HOUR + self.days * DAY
        return {
            chunk
            for chunk, start in self.safe.items()
            if chunk in self.held or slot_start(start, HOUR) + period > now
        }


class SiteLife:
    """Does what a site does, and keeps the ledger."""

    def __init__(self, world: World, ledger: Ledger) -> None:
        self.world = world
        self.ledger = ledger
        self.replaced = False

    async def start(self) -> None:
        """Start as `site.Site` does."""
        world = self.world
        world.start()
        if world.desk.registers.settings is None:
            world.desk.registers.settings = SETTINGS
        world.desk.unlocked = lambda _: True
        world.desk.listeners.append(self._entered)
        overdue = await recovery.begin(world.desk, world.erasure)
        await recovery.enter_start(world.desk, "test", overdue)
        self.anchors = Anchors(world.desk, save=self._save, tell=lambda _: None)
        await self.anchors.check(self.ledger.heads)
        self.routine = RoutineBook(
            world.desk, slot=HOUR, patience=MINUTE, then=[self.anchors.hourly]
        )
        self.watch = Watch(
            world.desk,
            world.erasure,
            cameras=lambda: [CAMERA],
            seen=lambda _: None,
            away=lambda: None,
            replaced=self._replaced,
            patience=SECOND,
        )
        await self.watch.reconcile()
        self._bury()

    def _replaced(self) -> None:
        self.replaced = True

    async def _save(self, heads: dict[str, Any]) -> None:
        self.ledger.heads = heads

    def _entered(self, entry: Entry) -> None:
        """Hear of an act that is durable."""
        self.ledger.size = max(self.ledger.size, entry.seq + 1)
        if entry.phase in (Phase.DONE, Phase.NOTED):
            self.ledger.acts[entry.act.kind] += 1

    def _bury(self) -> None:
        """Take down what was told to be destroyed."""
        for erased in self.world.told:
            self.ledger.dead.update(slot.id for slot in erased.slots)
        self.world.told.clear()

    def chunks(self) -> list[ChunkFacts]:
        """Return what may be shown."""
        now = self.world.machine.now()
        return self.world.vault.chunks(CAMERA, NOON - DAY, NOON + 99 * DAY, now=now)

    # Deeds -----------------------------------------------------------------------------------

    async def record(self, minutes: int = 3) -> None:
        """Record some minutes up to now."""
        now = self.world.machine.now()
        before = {chunk.id for chunk in self.chunks()}
        self.world.record(now - minutes * MINUTE, minutes)
        self.ledger.safe |= {
            chunk.id: chunk.start for chunk in self.chunks() if chunk.id not in before
        }

    async def hold(self) -> None:
        """Have the newest chunk kept for a month: asked for and approved."""
        if chunks := self.chunks():
            scope = Scope((CAMERA,), chunks[-1].start, chunks[-1].end)
            last = (NOON + 30 * DAY).date()
            wish = Wish(scope=scope, until=last, reason="捜査")
            number = await extension.request(self.world.desk, MANAGER, wish)
            await extension.approve(self.world.desk, MANAGER, number)
            self.ledger.held.add(chunks[-1].id)

    async def erase_one(self) -> None:
        """Erase the second chunk there is, as a person."""
        if len(chunks := self.chunks()) > 1:
            await self._erase(chunks[1:2])

    async def erase_some(self) -> None:
        """Erase all that is not held, as a person."""
        apart = {slot.id for slot in self.world.vault.slots() if slot.apart}
        if chunks := [chunk for chunk in self.chunks() if chunk.slot not in apart]:
            await self._erase(chunks)

    async def _erase(self, chunks: list[ChunkFacts]) -> None:
        start, end = chunks[0].start, max(chunk.end for chunk in chunks)
        doomed = {chunk.id for chunk in chunks}
        for chunk in doomed:
            self.ledger.safe.pop(chunk, None)
        try:
            await self.world.erasure.erase(MANAGER, CAMERA, start, end, "わけ")
        finally:
            self._bury()
        self.ledger.gone |= doomed

    async def shorten(self) -> None:
        """Keep footage three days from now on."""
        desk = self.world.desk
        seen = await retention.preview(desk, None, 3)
        self.ledger.days = 3
        await retention.change(desk, MANAGER, None, 3, seen=seen)

    async def switch(self) -> None:
        """Switch the camera's recording."""

        async def effect() -> None:
            pass

        desk = self.world.desk
        on = CAMERA in desk.registers.switched_off
        await recording.switch(desk, MANAGER, CAMERA, on=on, effect=effect)

    async def purge(self) -> None:
        await self.world.erasure.purge(MANAGER)
        self._bury()

    async def enter_hour(self) -> None:
        now = self.world.machine.now()
        await self.routine.enter(slot_start(now, HOUR))
        await self.anchors.hourly()

    def passes(self, length: timedelta) -> Deed:
        """Return what lets time pass; then the site looks at everything."""

        async def pass_time() -> None:
            # Whatever is over goes, and nothing before.
            self.world.machine.pass_time(length)
            await self.look()

        return pass_time

    async def look(self) -> None:
        await self.watch.look()
        self._bury()
        if self.replaced:
            self.replaced = False
            await self.restart()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        try:
            await self.anchors.close()
        finally:
            self.world.stop()

    @property
    def deeds(self) -> list[Deed]:
        """Return what happens in some days, in order."""
        return [
            self.record,
            self.passes(HOUR),
            self.enter_hour,
            self.record,
            self.hold,
            self.erase_one,
            self.shorten,
            self.passes(DAY),
            self.record,
            self.switch,
            self.restart,
            self.record,
            self.passes(2 * DAY + HOUR),
            self.enter_hour,
            self.record,
            self.erase_some,
            self.passes(HOUR),
            self.purge,
            self.enter_hour,
            self.record,
        ]

    @property
    def overdue(self) -> set[str]:
        """Return the slots that should be gone by now."""
        now = self.world.machine.now()
        return {slot.id for slot in self.world.vault.slots() if slot.due and slot.due <= now}


COMES_BACK = {
    "book_full",
    "book_missing",
    "book_not_writable",
    "disk_full",
    "vault_failing",
    "vault_missing",
    "vault_not_writable",
}


async def retried(site: SiteLife, heal: Callable[[], None]) -> None:
    """Start; where that is refused, start again once all is well, as Home Assistant does."""
    try:
        await site.start()
    except Problem as problem:
        if problem.key not in COMES_BACK:
            raise
        heal()
        let_go(site.world)
        await site.start()


def let_go(world: World) -> None:
    """Close what a start that was refused has opened."""
    for part in ("vault", "book"):
        if hasattr(world, part):
            getattr(world, part).close()
