"""A disk that refuses anywhere: the vault says so in its own words, goes on, and half-does nothing."""

from collections.abc import Callable, Iterator
import errno
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from ..faults import Fault, Pulled
from ..oscalls import watched
from .conftest import House
from .life import TIMING, Ledger, Life, readable
from .pieces import DOOR, YARD

FAULTS = {
    "full": (errno.ENOSPC, True, 1),
    "read-only": (errno.EROFS, True, 2),
    "broken once": (errno.EIO, False, 3),
    "broken": (errno.EIO, True, 5),
}
"""The error, whether it lasts, and which calls are taken where time is short: every so manieth."""
PULLED_EVERY = 5


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Make a vault with short mirrors, closed, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (slots_module, wraps_module):
            patch.setattr(module, "FIRST_RECORDS", 8)
            patch.setattr(module, "_STEP", 8)
            patch.setattr(module, "_RESERVE", 4)
        house = House(tmp_path_factory.mktemp("model") / "vault", timing=TIMING)
        house.found()
        house.vault.close()
        yield house


class Run:
    """A short life over a disk that refuses, and what came of it."""

    def __init__(self, model: House, folder: Path, fault: Fault) -> None:
        shutil.copytree(model.folder, folder / "vault")
        self.house = House(folder / "vault", timing=TIMING, code=model.code)
        self.ledger = Ledger()
        self.fault = fault
        self.refused: list[str] = []

    def live(self) -> None:
        """Open the vault, do everything once or more; nothing but a `VaultProblem` comes out."""
        with watched(self.house.folder.parent, self.fault.hear):
            try:
                self.house.open()
            except VaultProblem:
                self.refused.append("open")
                self.fault.heal()
                self.house.open()
            life = self._life()
            for deed in (
                *[lambda: life.record(DOOR)] * 7,
                *[lambda: life.record(YARD)] * 7,
                life.hold,
                lambda: life.record(DOOR),
                self._look,
                life.erase_part,
                lambda: life.record(DOOR),
                life.date,
                life.destroy_some,
                life.sweep,
                life.enter,
                life.begin_epoch,
                *[lambda: life.record(YARD)] * 3,
                life.keep_head,
                life.vault.reconcile,
            ):
                self._do(deed)
            self.fault.heal()
            self._goes_on(life)
        self.house.vault.close()

    def _life(self) -> Life:
        life = Life(self.house.vault, self.ledger, random.Random(3))
        life.look_at_keys = self.fault.unheard(life.look_at_keys)  # type: ignore[method-assign]
        return life

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except VaultProblem:
            self.refused.append(getattr(deed, "__name__", ""))

    def _look(self) -> None:
        for camera in (DOOR, YARD):
            readable(self.house, self.house.chunks(camera))

    def _goes_on(self, life: Life) -> None:
        """See that the vault that is open records and erases again, all by itself."""
        for _ in range(3):
            life.record(DOOR)
        life.retry()
        life.sweep()
        life.cut()
        life.vault.reconcile()
        self.ledger.check(self.house)

    def check(self) -> None:
        """See that the vault opens, with all that it acknowledged; and that all of it can be erased."""
        self.house.open()
        self.house.vault.reconcile()
        self.ledger.check(self.house)
        slots = self.house.vault.slots()
        assert len(slots) <= 12
        life = self._life()
        assert not life.destroy([slot.id for slot in slots]).unconfirmed
        life.sweep()
        self.ledger.check(self.house)
        self.house.vault.close()
        assert not list(self.house.folder.rglob("*.kbc"))


def walk(model: House, folder: Path, made: Callable[[Path, int | None], Fault], step: int) -> None:
    """Live that life once for every call that can be refused."""
    count = Run(model, folder / "count", made(folder / "count", None))
    count.live()
    count.check()
    assert not count.refused
    assert count.fault.counted > 5
    for after in range(0, count.fault.counted, step):
        place = folder / str(after)
        run = Run(model, place, made(place, after))
        run.live()
        assert run.fault.struck
        if run.fault.error == errno.ENOSPC:
            # What erases needs no space.
            assert not {"erase_part", "destroy_some", "sweep", "enter"} & set(run.refused)
        run.check()
        shutil.rmtree(place)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", FAULTS)
def test_whatever_call_the_disk_refuses_nothing_is_half_done(
    model: House, tmp_path: Path, name: str, thorough: bool
) -> None:
    error, lasting, step = FAULTS[name]
    walk(
        model,
        tmp_path,
        lambda _, after: Fault(error, after, lasting=lasting),
        1 if thorough else step,
    )


@pytest.mark.timeout(300)
def test_whenever_the_folder_goes_away_recording_resumes_when_it_is_back(
    model: House, tmp_path: Path, thorough: bool
) -> None:
    walk(
        model,
        tmp_path,
        lambda folder, after: Pulled(folder / "vault", after),
        1 if thorough else PULLED_EVERY,
    )
