"""A process that is killed at any moment loses nothing that it had acknowledged.

What each round acknowledged is kept over all rounds: the vault lives through all of them.
"""

from pathlib import Path
import random
import signal
import subprocess
import sys
import threading
import time

from .conftest import House
from .crasher import TIMING
from .pieces import DAY, DOOR, NOON, SECOND

ROUNDS = 20
PROJECT = Path(__file__).parents[2]


class Killed:
    """What a process that is about to be killed has said."""

    def __init__(self, folder: Path, number: int) -> None:
        self.said: list[list[str]] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.vault.crasher", str(folder), str(number), str(number)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ready = threading.Event()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._ready.set()
            # A line that the kill cut off was not said.
            if line.endswith("\n"):
                self.said.append(line.split())

    def after(self, seconds: float) -> list[list[str]]:
        """Kill it so long after it was ready; return what it had said."""
        assert self._ready.wait(30)
        time.sleep(seconds)
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._listener.join()
        return self.said


class Ledger:
    """What has to be there, and what must not."""

    def __init__(self) -> None:
        self.there: set[str] = set()
        self.gone: set[str] = set()
        self.dead_slots: set[str] = set()

    def take(self, said: list[list[str]]) -> None:
        for word, *ids in said:
            if word == "finished":
                self.there.update(ids)
            elif word == "doubt":
                self.there.difference_update(ids)
            elif word == "erased":
                self.gone.update(ids)
            elif word == "destroyed":
                self.dead_slots.update(ids)


def test_twenty_kills_lose_nothing_and_bring_nothing_back(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    house = House(tmp_path / "vault", timing=TIMING)
    house.found()
    house.vault.close()
    ledger = Ledger()
    for number in range(ROUNDS):
        ledger.take(Killed(house.folder, number).after(chance.uniform(0, 0.3)))
        house.open()
        assert house.vault.notes == ()
        # What was torn in older slots is known once files and index have been compared.
        house.vault.reconcile()
        check(house, ledger)
        house.vault.sweep()
        check(house, ledger)
        house.vault.close()
    assert len(ledger.there) > 20
    assert ledger.gone
    assert ledger.dead_slots


def check(house: House, ledger: Ledger) -> None:
    chunks = house.vault.chunks(DOOR, NOON - DAY, NOON + 900 * DAY, now=NOON)
    found = {chunk.id for chunk in chunks}
    assert ledger.there <= found
    assert not ledger.gone & found
    assert not any(house.vault._parts.slots.is_live(slot) for slot in ledger.dead_slots)
    with house.unlock() as opened:
        for chunk in random.Random(1).sample(chunks, min(20, len(chunks))):
            contents = house.vault.read(opened, chunk, now=NOON)
            starts = [piece.start for piece in contents.fragments]
            step = 10 * SECOND
            assert starts == [chunk.start + number * step for number in range(len(starts))]
