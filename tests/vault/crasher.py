"""Processes that record, seal, erase and re-wrap until they are killed.

Each says what is acknowledged, a line each, before it goes on: who kills it knows what has to
be there and what must not. All are forks of one that has imported everything (`main`): that
takes far longer than they live.
"""

from collections.abc import Callable
from datetime import timedelta
import os
from pathlib import Path
import random
import sys

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.holding import Wanted
from custom_components.kuma_bouhan.vault.parts import Timing
from custom_components.kuma_bouhan.vault.vault import Vault

from .pieces import DAY, DOOR, MINUTE, NOON, SECOND, piece

TIMING = Timing(slot=4 * MINUTE, chunk=MINUTE)

type Say = Callable[..., None]
type Life = Callable[[Path, int, Say], None]


def main(folder: Path, life: Life) -> None:
    """For each number that comes in: live such a life, and say when it is over.

    What it says goes to the pipe of that number in `folder`, its process id first.
    """
    for line in sys.stdin:
        if not (child := os.fork()):
            with (folder / line.strip()).open("w", buffering=1) as pipe:
                life(folder / "vault", int(line), lambda *words: print(*words, file=pipe))
            os._exit(0)
        os.waitpid(child, 0)
        sys.stdout.write("over\n")
        sys.stdout.flush()


def live(folder: Path, number: int, say: Say) -> None:
    """Go through hours of a camera's life as fast as the disk lets."""
    say("lives", str(os.getpid()))
    chance = random.Random(number)
    vault = Vault.open(folder, clock=lambda: NOON, timing=TIMING)
    vault.on_finished = lambda chunk: say("finished", chunk.id)
    writer = vault.writer(DOOR, due=lambda end: end + 30 * DAY)
    writer.start(b"tracks")
    vault.reconcile()
    for turn in range(number * 10_000, number * 10_000 + 9_999):
        at = NOON + turn * 10 * SECOND
        writer.fragment(piece(at, 2_000))
        if chance.random() < 0.03:
            erase_part(vault, chance, say)
        if chance.random() < 0.02:
            hold(vault, chance, say)
        if chance.random() < 0.03:
            slots = [slot.id for slot in vault.slots()]
            destroy(vault, chance.sample(slots, min(len(slots), chance.randint(1, 2))), say)
        if chance.random() < 0.05:
            vault.sweep()
        if chance.random() < 0.03:
            vault.entered([slot.id for slot in vault.tombstones()])


def destroy(vault: Vault, slots: list[str], say: Say) -> None:
    """Erase slots with all that is readable under them alone."""
    chunks = [chunk.id for chunk in listed(vault) if chunk.slot in slots]
    # From here on each may be there or not.
    say("doubt", *chunks)
    done = vault.destroy(slots, ErasureReason.PERIOD_OVER, NOON)
    say("destroyed", *(slot.id for slot in done.erased))


def erase_part(vault: Vault, chance: random.Random, say: Say) -> None:
    """Erase some minutes in the middle of what there is."""
    if chunks := listed(vault):
        doomed = chance.choice(chunks)
        say("doubt", doomed.id)
        vault.erase_span(
            DOOR,
            doomed.start,
            # One that was cut off may be thought to end where it began.
            max(doomed.end, doomed.start + SECOND),
            reason=ErasureReason.NO_LONGER_NEEDED,
            at=NOON,
        )
        say("erased", doomed.id)


def hold(vault: Vault, chance: random.Random, say: Say) -> None:
    """Hold a chunk under a slot of its own."""
    if chunks := listed(vault):
        chunk = chance.choice(chunks)
        for one in vault.standing(DOOR, chunk.start, chunk.start + SECOND, now=NOON):
            wanted = Wanted(
                slot=chance.randbytes(16).hex(),
                camera=DOOR,
                hour=one.hour,
                start=one.start,
                end=one.start + SECOND,
                until=NOON + 300 * DAY,
            )
            if vault.hold([wanted], at=NOON):
                say("held", one.id, wanted.slot)


def listed(vault: Vault):  # type: ignore[no-untyped-def]
    """Return every chunk that may be shown."""
    return vault.chunks(DOOR, NOON - DAY, NOON + timedelta(days=900), now=NOON)


if __name__ == "__main__":
    main(Path(sys.argv[1]), live)
