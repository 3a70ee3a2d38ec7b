"""The process that paints over pictures, as the site sees it: footage goes in, footage comes out.

What goes in waits until it is taken, and what comes out until it is wanted: a few fragments are in memory at a time.
The process ends with whoever uses it, and where it gives nothing for too long: one that hangs holds up nobody behind it.
"""

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
import os
from pathlib import Path
import sys

from ..guideline.errors import Problem
from ..masking.order import Gave, Order
from ..vault.chunk import RECORD_HEAD, Record, decode_records, encode_record, payload_size

FOLDER = Path(__file__).parents[1] / "masking"

LONGEST_FOR_A_PICTURE, LONGEST_FOR_A_RECORD = 60.0, 300.0
"""Seconds that the worker may take to give the one picture that is wanted, and the next of many records.

It steps behind everything else that runs here: on a small machine a fragment of ten seconds in 4K may take it minutes.
"""

type Spawn = Callable[[], Awaitable[Process]]
"""Starts the process, with its standard input and output for us to use. Raises OSError where there can be none."""


async def spawn() -> Process:
    """Start the worker; it finds its libraries where we do."""
    known = os.pathsep.join(path for path in sys.path if path)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        str(FOLDER),
        stdin=PIPE,
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": known},
    )


class Painter:
    """A worker that runs."""

    def __init__(self, process: Process) -> None:
        """Take its process; `at_work` makes one."""
        assert process.stdin is not None and process.stdout is not None
        self._process = process
        self._in, self._out = process.stdin, process.stdout
        self._longest = LONGEST_FOR_A_RECORD

    def stop(self) -> None:
        """End it at once, whatever it is doing."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def through(
        self, order: Order, footage: AsyncGenerator[Record]
    ) -> AsyncGenerator[Record]:
        """Yield what becomes of footage.

        Problem: masking_unavailable, masking_failed, masking_hung, and what reading the footage raises.
        """
        feeding = asyncio.ensure_future(self._feed(order, footage))
        if order.is_for_a_picture:
            self._longest = LONGEST_FOR_A_PICTURE
        gave = False
        try:
            while (record := await self._within(self._record())) is not None:
                yield record
                gave = True
            await self._within(self._over(feeding))
            if not gave:
                raise Problem("masking_failed")
        finally:
            feeding.cancel()
            with suppress(asyncio.CancelledError, Problem):
                await feeding

    async def _within[T](self, awaited: Awaitable[T]) -> T:
        """Wait for the worker as long as it may take, and end it if it has hung."""
        try:
            async with asyncio.timeout(self._longest):
                return await awaited
        except TimeoutError:
            self.stop()
            raise Problem("masking_hung") from None

    async def _over(self, feeding: Awaitable[None]) -> None:
        """Wait until all was taken and the process has ended, and look how."""
        await feeding
        await self._check()

    async def _feed(self, order: Order, footage: AsyncGenerator[Record]) -> None:
        try:
            with suppress(ConnectionError):  # it is gone: how it ended says why
                await self._put(order.encode())
                async for record in footage:
                    for part in encode_record(record):
                        await self._put(part)
                self._in.close()
        except BaseException:
            self.stop()
            raise

    async def _put(self, data: bytes) -> None:
        self._in.write(data)
        await self._in.drain()

    async def _record(self) -> Record | None:
        try:
            head = await self._out.readexactly(RECORD_HEAD)
            body = await self._out.readexactly(payload_size(head))
        except asyncio.IncompleteReadError:
            return None
        return next(decode_records(head + body), None)

    async def _check(self) -> None:
        code = await self._process.wait()
        if code == Gave.UNAVAILABLE:
            raise Problem("masking_unavailable")
        if code != Gave.DONE:
            raise Problem("masking_failed")


@asynccontextmanager
async def at_work(spawned: Spawn) -> AsyncIterator[Painter]:
    """Start a worker, and end it in any case. Problem: masking_unavailable."""
    try:
        process = await spawned()
    except OSError as error:
        raise Problem("masking_unavailable") from error
    painter = Painter(process)
    try:
        yield painter
    finally:
        painter.stop()
        await process.wait()
