"""Wherever the power is cut, the vault opens, and what it had acknowledged is so.

The calls that a life makes are heard by a model of the disk; at some of them, and while the vault is
opened again, a folder is made of what a power cut may leave there. The index is SQLite's and not modelled:
after the cut it is missing, or as it was some time before.
"""

import copy
from dataclasses import dataclass
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from ..oscalls import Call, watched
from ..platter import Platter
from .conftest import CHEAP, PASSPHRASE, House
from .life import TIMING, Ledger, Life
from .pieces import DOOR, NOON

TURNS = 60
MOODS = (0.0, 0.3, 0.7, 0.95, 1.0)
"""How likely what is not synced is there after a cut."""


@dataclass
class Cut:
    """What a power cut left, and what had been acknowledged by then."""

    folder: Path
    ledger: Ledger


class Cutter:
    """Hears calls, keeps the model, and cuts the power at some of them."""

    def __init__(
        self,
        root: Path,
        ledger: Ledger,
        chance: random.Random,
        *,
        share: float,
        times: int = 1,
    ) -> None:
        self._root = root
        self._platter = Platter(root, ignored=lambda name: name.startswith("index."))
        self._chance = chance
        self._share = share
        self._times = times
        self._ledger = ledger
        self.cuts: list[Cut] = []

    def hear(self, call: Call) -> None:
        self._platter.heard(call)
        if (call.changes or call.name == "sync") and self._chance.random() < self._share:
            for _ in range(self._times):
                self.cut()
        self._platter.synced(call)

    def cut(self) -> None:
        mood = self._chance.choice(MOODS)

        def keep() -> bool:
            return self._chance.random() < mood

        folder = self._root.with_name(f"{self._root.name}-{len(self.cuts)}")
        self._platter.leave(folder, keep)
        vault = folder / "vault"
        if self._ledger.index is not None and vault.is_dir() and keep():
            (vault / "index.db").write_bytes(self._ledger.index)
        self.cuts.append(Cut(folder, copy.deepcopy(self._ledger)))


@pytest.fixture(autouse=True)
def _short_mirrors(monkeypatch: pytest.MonkeyPatch) -> None:
    """They grow in a short life, too, and are copied fast."""
    for module in (slots_module, wraps_module):
        monkeypatch.setattr(module, "FIRST_RECORDS", 8)
        monkeypatch.setattr(module, "_STEP", 8)
        monkeypatch.setattr(module, "_RESERVE", 4)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "disk"
    root.mkdir()
    return root


def opened(cut: Cut) -> House:
    house = House(cut.folder / "vault", timing=TIMING)
    house.open()
    house.vault.reconcile()
    return house


def goes_on(house: House, ledger: Ledger, chance: random.Random) -> None:
    """See that the vault records and erases after what happened to it."""
    life = Life(house.vault, ledger, chance)
    for _ in range(6):
        life.turn()
    life.destroy([slot.id for slot in house.vault.slots()])
    life.sweep()
    ledger.check(house)
    house.vault.close()
    assert not list(house.folder.rglob("*.kbc"))


def lives(root: Path, seed: int, *, share: float) -> list[Cut]:
    """Live a life, and return what cuts left of it."""
    chance, ledger = random.Random(seed), Ledger()
    house = House(root / "vault", timing=TIMING)
    house.found()
    cutter = Cutter(root, ledger, random.Random(seed), share=share)
    with watched(root, cutter.hear):
        life = Life(house.vault, ledger, chance)
        for _ in range(TURNS):
            life.turn()
    house.vault.close()
    assert ledger.dead_keys
    assert ledger.erased
    return cutter.cuts


def test_nothing_acknowledged_is_lost_and_nothing_erased_is_back(
    root: Path, thorough: bool
) -> None:
    for seed in range(40 if thorough else 1):
        cuts = lives(root, seed, share=0.2 if thorough else 0.08)
        assert len(cuts) > 20
        for cut in cuts:
            house = opened(cut)
            cut.ledger.check(house)
            goes_on(house, cut.ledger, random.Random(seed))
            shutil.rmtree(cut.folder)
        shutil.rmtree(root / "vault")


def test_a_cut_while_it_is_opened_again_changes_nothing(root: Path, thorough: bool) -> None:
    for seed in range(100, 120 if thorough else 101):
        for first in lives(root, seed, share=0.1 if thorough else 0.03):
            cutter = Cutter(first.folder, first.ledger, random.Random(seed), share=0.1)
            with watched(first.folder, cutter.hear):
                house = opened(first)
                house.vault.sweep()
            house.vault.close()
            cutter.cut()
            for cut in cutter.cuts:
                house = opened(cut)
                cut.ledger.check(house)
                house.vault.close()
                shutil.rmtree(cut.folder)
            shutil.rmtree(first.folder)
        shutil.rmtree(root / "vault")


def test_a_cut_while_a_chunk_is_finished_costs_its_end_at_most(root: Path) -> None:
    ledger, chance = Ledger(), random.Random(7)
    house = House(root / "vault", timing=TIMING)
    house.found()
    life = Life(house.vault, ledger, chance)
    for _ in range(4):
        life.record(DOOR)
    cutter = Cutter(root, ledger, chance, share=1, times=8)
    # What was written before the model began counts as sure: here is the last piece.
    with watched(root, cutter.hear):
        life.record(DOOR)
        life.cut()
    house.vault.close()
    for cut in cutter.cuts:
        house = opened(cut)
        cut.ledger.check(house)
        house.vault.close()


def test_a_vault_that_is_being_made_is_none_or_whole(root: Path) -> None:
    house, ledger, chance = House(root / "vault"), Ledger(), random.Random(1)
    cutter = Cutter(root, ledger, chance, share=1)
    with watched(root, cutter.hear):
        Vault.create(
            house.folder,
            holder=NewHolder("manager", PASSPHRASE),
            recovery_code=house.code,
            now=NOON,
            cost=CHEAP,
        ).close()
    cutter.cut()
    for cut in cutter.cuts:
        try:
            again = opened(cut)
        except VaultProblem as problem:
            assert problem.key == "vault_missing"  # noqa: PT017 - or it opens
            assert cut is not cutter.cuts[-1]
        else:
            again.unlock().close()
            again.vault.unlock_by_recovery_code(house.code).close()
            goes_on(again, cut.ledger, chance)
