"""How long each turn of an event loop takes: for as long as a turn lasts nothing else happens in Home Assistant.

A turn is one callback of the loop, or one step of a task, with all that it calls, whoever wrote it. Unlike `loop_watch` this
looks only at the outside of a turn, so that code which calls a great deal is slowed no more than any other.

A collection of garbage falls on whoever happens to allocate: it is taken out of the turn that it fell into, and told apart.
"""

from asyncio.events import Handle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
import gc
import threading
import time
from unittest.mock import patch

type Stretch = tuple[float, float]
"""Seconds of the wall clock and of the processor."""


@dataclass(slots=True)
class Turns:
    """What was seen, in seconds."""

    taken: list[Stretch] = field(default_factory=list)
    """Each turn."""
    collected: list[float] = field(default_factory=list)
    """Each collection of garbage that fell into a turn."""


@contextmanager
def watched() -> Iterator[Turns]:
    """Watch the turns that begin from now on; to be entered on the event loop."""
    turns, thread = Turns(), threading.get_ident()
    run = Handle._run  # noqa: SLF001 - what the loop calls for every turn
    collecting, out = (0.0, 0.0), (0.0, 0.0)

    def timed(handle: Handle) -> None:
        nonlocal out
        out = 0.0, 0.0
        taken = timed_call(partial(run, handle))
        turns.taken.append((taken[0] - out[0], taken[1] - out[1]))

    def collection(phase: str, _info: dict[str, int]) -> None:
        nonlocal collecting, out
        if threading.get_ident() != thread:
            return
        now = time.perf_counter(), time.thread_time()
        if phase == "start":
            collecting = now
        else:
            wall, processor = now[0] - collecting[0], now[1] - collecting[1]
            turns.collected.append(wall)
            out = out[0] + wall, out[1] + processor

    gc.callbacks.append(collection)
    try:
        with patch.object(Handle, "_run", timed):
            yield turns
    finally:
        gc.callbacks.remove(collection)


def timed_call(what: Callable[[], object]) -> Stretch:
    """Return how long a call takes."""
    processor, wall = time.thread_time(), time.perf_counter()
    what()
    wall = time.perf_counter() - wall
    return wall, time.thread_time() - processor
