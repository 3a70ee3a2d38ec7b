"""What one try at a passphrase costs: Argon2id, calibrated to the machine.

Never below `FLOOR`. A machine that has time to spare gets more memory first, because memory is what a
guesser's hardware is short of, then more passes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
import time

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SECONDS = 0.5
"""What a derivation is to take."""
MOST_MEMORY_KIB = 256 * 1024
MOST_ITERATIONS = 32
"""A vault may move to a slower machine, and has to open there."""
LARGEST_MEMORY_KIB = 4 * 1024 * 1024
SHARE = 8
"""Of the memory that is free a derivation takes at most one part in so many."""


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one try at a passphrase costs (Argon2id)."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Say whether this is a cost somebody set, and not one that a damaged file asks for."""
        return (
            1 <= self.lanes <= 64
            and 1 <= self.iterations <= 1000
            and 8 * self.lanes <= self.memory_kib <= LARGEST_MEMORY_KIB
        )


FLOOR = KdfCost()


def derived(passphrase: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """Return the 32 bytes that a folded passphrase comes to. Blocking; takes what it costs."""
    return Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(passphrase)


def seconds_of(cost: KdfCost) -> float:
    """Return how long one derivation takes here. Blocking."""
    begun = time.perf_counter()
    derived(b"", bytes(16), cost)
    return time.perf_counter() - begun


def free_memory_kib(meminfo: Path = Path("/proc/meminfo")) -> int:
    """Return how much memory the machine has to spare; 0 where it does not say."""
    try:
        for line in meminfo.read_text("ascii").splitlines():
            name, _, value = line.partition(":")
            if name == "MemAvailable":
                return int(value.split()[0])
    except OSError, ValueError, IndexError:
        pass
    return 0


def calibrated(
    timer: Callable[[KdfCost], float] = seconds_of, *, memory_kib: int | None = None
) -> KdfCost:
    """Return the cost that takes about half a second here, at least the floor. Blocking.

    `timer` says how long a derivation takes; `memory_kib` is what the machine has to spare. What is
    measured is a single run: a machine that is busy just now gets less, and never less than the floor.
    """
    free = free_memory_kib() if memory_kib is None else memory_kib
    cost = FLOOR
    seconds = timer(cost)
    while seconds * 2 <= SECONDS and cost.memory_kib * 2 <= min(MOST_MEMORY_KIB, free // SHARE):
        cost = replace(cost, memory_kib=cost.memory_kib * 2)
        seconds = timer(cost)
    if 0 < seconds < SECONDS:
        passes = round(cost.iterations * SECONDS / seconds)
        cost = replace(cost, iterations=max(cost.iterations, min(passes, MOST_ITERATIONS)))
    return cost
