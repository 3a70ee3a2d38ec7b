"""How long our own code holds the event loop at a stretch.

A stretch begins where the loop's thread enters a function of the integration from anything that is not, and
ends where it leaves it or awaits; whatever it calls counts as its own. The interpreter reports both (`sys.monitoring`), for
our functions only, so nothing else is slowed. Times are those of the wall clock, as the loop waits; the processor
time beside it tells how much of that was our doing and how much the machine's.

A collection of garbage goes through all of Home Assistant's heap and falls on whoever happens to allocate: its time is
taken out of the stretch that it fell into, and told apart (`collected`).
"""

from collections.abc import Iterator
import gc
import sys
import threading
import time
from types import CodeType, FunctionType
from typing import Any

PACKAGE = "custom_components.kuma_bouhan"
type Stretch = tuple[float, float, str]
"""Seconds of the wall clock and of the processor, and the function that was entered."""

TOOL = 3  # an id that no debugger, profiler or coverage uses

_E = sys.monitoring.events
_IN = (_E.PY_START, _E.PY_RESUME)
_OUT = (_E.PY_RETURN, _E.PY_YIELD)


class LoopWatch:
    """Watches from its making until `end`; make it on the event loop."""

    def __init__(self) -> None:
        """Have every function of the integration that is loaded now reported."""
        self._thread = threading.get_ident()
        self._depth = 0
        self._outermost = ""
        self._wall = self._processor = 0.0
        self._stretches: list[Stretch] = []
        self.collected: list[float] = []
        """Seconds of each collection that fell into one of our stretches."""
        self._collecting = 0.0, 0.0
        gc.callbacks.append(self._collection)
        self._codes = set(_codes())
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "kuma_bouhan bench")
        for event in _IN:
            monitoring.register_callback(TOOL, event, self._entered)
        for event in _OUT:
            monitoring.register_callback(TOOL, event, self._left)
        # An exception thrown in or leaving can only be watched everywhere.
        monitoring.register_callback(TOOL, _E.PY_THROW, self._thrown_in)
        monitoring.register_callback(TOOL, _E.PY_UNWIND, self._unwound)
        monitoring.set_events(TOOL, _E.PY_THROW | _E.PY_UNWIND)
        for code in self._codes:
            monitoring.set_local_events(TOOL, code, sum((*_IN, *_OUT)))

    def end(self) -> list[Stretch]:
        """Stop; return every stretch."""
        sys.monitoring.free_tool_id(TOOL)
        gc.callbacks.remove(self._collection)
        return self._stretches

    def _entered(self, code: CodeType, *_: Any) -> None:
        if threading.get_ident() != self._thread:
            return
        if self._depth == 0:
            self._outermost = code.co_qualname
            self._processor, self._wall = time.thread_time(), time.perf_counter()
        self._depth += 1

    def _left(self, _code: CodeType, *_: Any) -> None:
        if threading.get_ident() != self._thread or self._depth == 0:
            return
        self._depth -= 1
        if self._depth == 0:
            wall = time.perf_counter() - self._wall
            self._stretches.append((wall, time.thread_time() - self._processor, self._outermost))

    def _collection(self, phase: str, _info: dict[str, int]) -> None:
        if threading.get_ident() != self._thread or self._depth == 0:
            return
        now = time.perf_counter(), time.thread_time()
        if phase == "start":
            self._collecting = now
            return
        wall, processor = now[0] - self._collecting[0], now[1] - self._collecting[1]
        self.collected.append(wall)
        self._wall += wall
        self._processor += processor

    def _thrown_in(self, code: CodeType, *_: Any) -> None:
        if code in self._codes:
            self._entered(code)

    def _unwound(self, code: CodeType, *_: Any) -> None:
        if code in self._codes:
            self._left(code)


def _codes() -> Iterator[CodeType]:
    """Yield the code of every function of the integration."""
    files = {
        module.__file__
        for name, module in list(sys.modules.items())
        if name == PACKAGE or name.startswith(f"{PACKAGE}.")
    }
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename in files:
            yield from _with_nested(thing.__code__)


def _with_nested(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _with_nested(constant)
