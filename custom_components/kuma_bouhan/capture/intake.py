"""Between the event loop and the disk: a bounded queue with one consumer.

Pieces are offered on the event loop, which costs an append. They gather for `gather`
seconds, or until they are a quarter of `limit`; then the consumer takes all that wait to an executor
thread, which writes and syncs them: waking a thread costs more than what it does with one
piece. While nothing has come of a connection yet, or something is wrong, each goes at once.
What waits and what is being written is at most `limit` bytes, so a disk that is too slow
costs footage, never memory.

The entrance is open or shut. It shuts when too much waits (`slow`) and when writing failed
(`fault`), and opens at the first segment that begins once all is written and, after a
fault, `retry` seconds have passed. `slow` and `fault` stay said until something is written.
What comes while it is shut is dropped, and the first piece let in again says why.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
import threading
from typing import Any

from homeassistant.core import HomeAssistant, callback

from ..guideline.recording import GapReason, RecordingState
from .sink import Fault, Mark, Sink, Stretch, Taken
from .tap import Piece

LIMIT = 8 * 1024 * 1024
"""Bytes; ten seconds of a good camera."""

type Run = Callable[..., Awaitable[Any]]


class Intake:
    """The way of one camera's pieces to its sink."""

    def __init__(
        self,
        hass: HomeAssistant,
        sink: Sink,
        *,
        run: Run,
        kept: Callable[[Stretch], None],
        trouble: Callable[[], None],
        gather: float,
        retry: float,
        limit: int = LIMIT,
    ) -> None:
        """Tell `kept` of everything written, `trouble` when nothing is taken any more."""
        self._loop = hass.loop
        self._sink = sink
        self._run = run
        self._kept = kept
        self._trouble = trouble
        self._gather = gather
        self._retry = retry
        self._limit = limit
        self._queue: deque[Piece | Mark] = deque()
        self._bytes = 0
        self._wake = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = self._shut = False
        self._try_at = 0.0
        self.fault: Fault | None = None
        self.slow = False
        self.arrived: float | None = None
        """When a piece last came, by the loop's clock."""
        self.wrote: float | None = None
        """When something was last written, by the loop's clock."""
        self.longest = 0.0
        """Seconds of the longest piece since `fresh`."""
        # No background task of Home Assistant's: those are cancelled before the final write.
        self._task = hass.loop.create_task(self._work(), name="kuma_bouhan intake")

    def fresh(self) -> None:
        """Forget when pieces came: a new connection begins."""
        self.arrived = self.wrote = None
        self.longest = 0.0

    @property
    def waiting(self) -> int:
        """Return how many bytes wait or are being written."""
        return self._bytes

    @callback
    def offer(self, piece: Piece) -> None:
        """Take a piece in, or drop it."""
        now = self._loop.time()
        self.arrived = now
        self.longest = max(self.longest, piece.duration)
        if self._shut:
            if not piece.begins or self._bytes or now < self._try_at:
                return
            piece = replace(piece, after=_reason(self.fault))
            self._shut = False
        elif self._bytes and self._bytes + len(piece.data) > self._limit:
            self._shut = self.slow = True
            self._trouble()
            return
        self._bytes += len(piece.data)
        calm = self.wrote is not None and not self.slow and not self.fault
        self._put(piece, at_once=not calm or self._bytes > self._limit // 4)

    @callback
    def mark(self, mark: Mark) -> None:
        """Cut or close behind what waits."""
        self._put(mark, at_once=True)

    async def finish(self, patience: float) -> bool:
        """Write what waits and close; False where the disk does not answer in time."""
        self._put(Mark.CLOSE, at_once=True)
        try:
            async with asyncio.timeout(patience):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    async def close(self, patience: float) -> bool:
        """Finish, and take nothing any more."""
        done = await self.finish(patience)
        self._closed = True
        self._wake.set()
        if not done:
            self._task.cancel()
        await asyncio.wait({self._task})
        self._stop_timer()
        return done

    def _put(self, item: Piece | Mark, *, at_once: bool) -> None:
        self._queue.append(item)
        self._idle.clear()
        if at_once:
            self._wake.set()
        elif self._timer is None:
            self._timer = self._loop.call_later(self._gather, self._wake.set)

    def _stop_timer(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()

    async def _work(self) -> None:
        while not self._closed:
            await self._wake.wait()
            self._wake.clear()
            self._stop_timer()
            if self._queue:
                await self._take()
            if not self._queue:
                self._idle.set()

    async def _take(self) -> None:
        """Have all that waits written; nothing holds it afterwards."""
        items = tuple(self._queue)
        self._queue.clear()
        self._took(items, await self._write(items))

    async def _write(self, items: tuple[Piece | Mark, ...]) -> Taken:
        batch = _Batch(self._sink, items)
        while True:
            try:
                taken: Taken = await self._run(batch.take)
            except RuntimeError:  # no threads any more: Home Assistant is ending
                return Taken(fault=Fault(RecordingState.VAULT_MISSING, "no_thread"))
            except asyncio.CancelledError:
                # Home Assistant, as it stops, cancels whoever waits for a thread. A thread that has
                # begun goes on, one that has not never will: either way it is asked for again.
                if self._task.cancelling():
                    raise
                continue
            return taken

    def _took(self, items: tuple[Piece | Mark, ...], taken: Taken) -> None:
        self._bytes -= sum(len(item.data) for item in items if isinstance(item, Piece))
        if taken.stretches:
            self.wrote = self._loop.time()
            if not self._shut:
                self.slow, self.fault = False, None
        for stretch in taken.stretches:
            self._kept(stretch)
        if taken.fault:
            self._shut, self.fault = True, taken.fault
            self._try_at = self._loop.time() + self._retry
            # What came meanwhile cannot follow what was lost.
            self._bytes -= sum(len(item.data) for item in self._queue if isinstance(item, Piece))
            self._queue = deque(item for item in self._queue if isinstance(item, Mark))
            self._trouble()


class _Batch:
    """Pieces that are written once, however often that is asked for."""

    def __init__(self, sink: Sink, items: tuple[Piece | Mark, ...]) -> None:
        self._sink = sink
        self._items = items
        self._lock = threading.Lock()
        self._taken: Taken | None = None

    def take(self) -> Taken:
        """Write them, or wait for whoever does; return what came of it."""
        with self._lock:
            if self._taken is None:
                self._taken = self._sink.take(self._items)
            return self._taken


def _reason(fault: Fault | None) -> GapReason:
    return GapReason(fault.state.value) if fault else GapReason.TOO_SLOW
