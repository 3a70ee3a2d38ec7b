"""A disk that refuses, or a power that is cut, at any call of a site's days: book and vault agree, nothing is half done.

The vault's room and the book's have tests of their own; here is what hangs on both.
"""

from collections.abc import AsyncIterator, Callable
import copy
from dataclasses import dataclass, replace
import errno
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.records import book as book_module
from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module

from ..faults import Fault, Pulled
from ..oscalls import Call, watched
from ..platter import Platter
from .conftest import World
from .life import SECOND, Ledger, SiteLife, let_go, retried

FAULTS = {
    "full": (errno.ENOSPC, True),
    "read-only": (errno.EROFS, True),
    "broken once": (errno.EIO, False),
    "broken": (errno.EIO, True),
}
EVERY = {"config": 7, "vault": 41}
THOROUGHLY = {"config": 1, "vault": 3}
"""Which calls are refused: every so manieth."""


@pytest.fixture
async def model(tmp_path: Path) -> AsyncIterator[World]:
    """Set a site up, with files that are small and grow soon, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (slots_module, wraps_module):
            patch.setattr(module, "FIRST_RECORDS", 8)
            patch.setattr(module, "_STEP", 8)
            patch.setattr(module, "_RESERVE", 4)
        patch.setattr(book_module, "STEP", 4096)
        patch.setattr(book_module, "RESERVE", 2048)
        patch.setattr(book_module, "LEAST", 512)
        world = World(tmp_path / "model")
        (world.folder / "config").mkdir(parents=True)
        world.found()
        world.start()
        await world.add_camera()
        world.stop()
        yield world


def settled(model: World, folder: Path) -> SiteLife:
    """Return a copy of the model, not running."""
    shutil.copytree(model.folder, folder)
    return SiteLife(World(folder, code=model.code), Ledger())


@dataclass
class Run:
    """Days of a site over a disk that refuses, and what came of it."""

    site: SiteLife
    fault: Fault
    where: str
    refused: list[str]

    async def live(self) -> None:
        """Do everything; nothing but a `Problem` comes out, and due erasure waits for no book."""
        site, fault = self.site, self.fault
        with watched(site.world.folder / self.where, fault.hear):
            await retried(site, fault.heal)
            for deed in site.deeds:
                name = deed.__name__
                try:
                    await deed()
                except Problem as problem:
                    self.refused.append(f"{name}: {problem.key}")
                    if name == "restart":
                        fault.heal()
                        let_go(site.world)
                        await site.start()
                if name == "pass_time" and (self.where == "config" or fault.error == errno.ENOSPC):
                    assert not site.overdue
            fault.heal()
            # It goes on by itself: nobody has to start it anew.
            await site.look()
            await site.record()
            await site.switch()
            assert not site.overdue
            assert site.world.book.writable
            assert not site.world.erasure.failing
            site.world.stop()

    async def check(self) -> None:
        """See that it starts, with all that was acknowledged."""
        await self.site.start()
        self.site.ledger.check(self.site)
        self.site.world.stop()


async def walk(
    model: World, folder: Path, where: str, made: Callable[[Path, int | None], Fault], step: int
) -> set[str]:
    """Live those days once for every call that can be refused; return what was."""
    after: int | None = None
    counted, refused = 1, set[str]()
    while after is None or after < counted:
        place = folder / str(after)
        run = Run(settled(model, place), made(place / where, after), where, [])
        await run.live()
        await run.check()
        shutil.rmtree(place)
        if after is None:
            assert not run.refused
            counted, after = run.fault.counted, 0
            assert counted > 1
        else:
            assert run.fault.struck
            after += step
        refused.update(run.refused)
    return refused


@pytest.mark.timeout(600)
@pytest.mark.parametrize("where", EVERY)
@pytest.mark.parametrize("name", FAULTS)
async def test_whatever_call_a_disk_refuses_book_and_vault_agree(
    model: World, tmp_path: Path, name: str, where: str, thorough: bool
) -> None:
    error, lasting = FAULTS[name]
    refused = await walk(
        model,
        tmp_path,
        where,
        lambda _, after: Fault(error, after, lasting=lasting),
        (THOROUGHLY if thorough else EVERY)[where],
    )
    if where == "config":
        assert not [what for what in refused if what.startswith(("record", "look", "pass_time"))]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("where", EVERY)
async def test_whenever_a_folder_goes_away_the_site_goes_on_when_it_is_back(
    model: World, tmp_path: Path, where: str, thorough: bool
) -> None:
    await walk(model, tmp_path, where, Pulled, (THOROUGHLY if thorough else EVERY)[where])


@dataclass
class Cut:
    """What a power cut left, when, and what had been acknowledged by then."""

    world: World
    ledger: Ledger


class Cutter:
    """Hears calls, keeps a model of the disk, and cuts the power at some of them."""

    def __init__(self, site: SiteLife, chance: random.Random, share: float) -> None:
        self._site = site
        self._chance = chance
        self._share = share
        self._platter = Platter(site.world.folder, ignored=lambda name: name.startswith("index."))
        self.cuts: list[Cut] = []

    def hear(self, call: Call) -> None:
        self._platter.heard(call)
        if (call.changes or call.name == "sync") and self._chance.random() < self._share:
            self._cut()
        self._platter.synced(call)

    def _cut(self) -> None:
        mood = self._chance.choice((0.0, 0.5, 0.9, 1.0))
        world = self._site.world
        folder = world.folder.with_name(f"{world.folder.name}-{len(self.cuts)}")
        self._platter.leave(folder, lambda: self._chance.random() < mood)
        ledger = copy.deepcopy(self._site.ledger)
        if self._chance.random() < 0.3:
            ledger.heads = None  # Home Assistant writes its storage when it likes
        machine = replace(world.machine)
        machine.reboot(90 * SECOND, "boot after the cut")
        self.cuts.append(Cut(World(folder, machine=machine, code=world.code), ledger))


@pytest.mark.timeout(600)
async def test_wherever_the_power_is_cut_book_and_vault_agree(
    model: World, tmp_path: Path, thorough: bool
) -> None:
    for seed in range(8 if thorough else 1):
        site = settled(model, tmp_path / str(seed))
        cutter = Cutter(site, random.Random(seed), 0.3 if thorough else 0.06)
        with watched(site.world.folder, cutter.hear):
            await site.start()
            for deed in site.deeds:
                await deed()
            await site.stop()
        assert len(cutter.cuts) > 20
        for cut in cutter.cuts:
            again = SiteLife(cut.world, cut.ledger)
            await again.start()
            cut.ledger.check(again)
            assert not again.overdue
            await again.record()
            await again.switch()
            again.world.stop()
            shutil.rmtree(cut.world.folder)
