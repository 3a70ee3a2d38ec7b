"""A process that is killed at any moment loses nothing that it had acknowledged.

What each round acknowledged is kept over all rounds: the vault lives through all of them.
"""

from collections.abc import Iterator
import os
from pathlib import Path
import random
import signal
import subprocess
import sys
import time

import pytest

from .conftest import House
from .crasher import TIMING
from .pieces import DAY, DOOR, NOON, SECOND

ROUNDS, MANY_ROUNDS = 20, 500
MOST_SAID = 20
"""It is killed when it has said at most so much."""
LONGER = 0.02
"""Seconds: at most so long after that."""
PROJECT = Path(__file__).parents[2]

type Said = list[list[str]]


class Lives:
    """Begins the lives that are cut short, one after another."""

    def __init__(self, folder: Path, life: str = "tests.vault.crasher") -> None:
        self._folder = folder
        self._parent = subprocess.Popen(
            [sys.executable, "-m", life, str(folder)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def cut_short(self, number: int, chance: random.Random) -> Said:
        """Kill a process at some moment of its life; return what it had said."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        os.mkfifo(self._folder / str(number))
        print(number, file=self._parent.stdin)
        with (self._folder / str(number)).open() as pipe:
            _, process = pipe.readline().split()
            said = [pipe.readline() for _ in range(chance.randint(0, MOST_SAID))]
            time.sleep(chance.uniform(0, LONGER))
            os.kill(int(process), signal.SIGKILL)
            said += pipe
        assert self._parent.stdout.readline() == "over\n"
        # A line that the kill cut off was not said.
        return [line.split() for line in said if line.endswith("\n")]

    def end(self) -> None:
        self._parent.communicate()


@pytest.fixture
def lives(tmp_path: Path) -> Iterator[Lives]:
    lives = Lives(tmp_path)
    yield lives
    lives.end()


class Ledger:
    """What has to be there, and what must not."""

    def __init__(self) -> None:
        self.there: set[str] = set()
        self.gone: set[str] = set()
        self.dead_slots: set[str] = set()

    def take(self, said: Said) -> None:
        for word, *ids in said:
            if word == "finished":
                self.there.update(ids)
            elif word == "doubt":
                self.there.difference_update(ids)
            elif word == "erased":
                self.gone.update(ids)
            elif word == "destroyed":
                self.dead_slots.update(ids)


@pytest.mark.timeout(1200)
def test_kills_at_any_moment_lose_nothing_and_bring_nothing_back(
    tmp_path: Path, lives: Lives, thorough: bool
) -> None:
    chance = random.Random(20261123)
    house = House(tmp_path / "vault", timing=TIMING)
    house.found()
    house.vault.close()
    ledger = Ledger()
    for number in range(MANY_ROUNDS if thorough else ROUNDS):
        ledger.take(lives.cut_short(number, chance))
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
