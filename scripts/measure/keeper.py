"""A way of keeping cameras as processes of its own, watched from outside: processor time, memory, what it kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
import json
import os
from pathlib import Path
import signal
import sys
import time
from typing import Any

from .report import jemalloc
from .ways import BYTES_PER_SECOND

_ROOT = Path(__file__).parents[2]
_LEAST = 0.8  # of what a camera should have delivered, else the numbers mean nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one way: its cameras, CPU-seconds per camera-minute, MiB, writer's CPU-seconds."""

    way: str
    cameras: int
    cpu: float
    memory: float
    writer: float = 0.0


class Keeper:
    """A way that runs: one process, or one for each camera."""

    def __init__(
        self,
        way: str,
        folder: Path,
        cameras: int,
        processes: Sequence[asyncio.subprocess.Process],
    ) -> None:
        """Take the processes that do it."""
        self._way, self._folder, self._cameras = way, folder, cameras
        self._processes = processes
        self._cpu = 0.0
        self._began = 0.0
        self._bytes = 0

    async def ready(self) -> None:
        """Return once every camera delivers; ffmpeg does not say so."""
        if self._way != "ffmpeg":
            await self._answer()

    async def begin(self) -> None:
        """Count from here."""
        if self._way == "ffmpeg":
            self._bytes = _bytes_in(self._folder)
        else:
            await self.tell("begin")
        self._began = time.monotonic()
        self._cpu = sum(_cpu(process.pid) for process in self._processes)

    def cpu(self) -> float:
        """Return CPU-seconds per camera-minute since `begin`."""
        used = sum(_cpu(process.pid) for process in self._processes) - self._cpu
        return used / (self._cameras * (time.monotonic() - self._began) / 60)

    def memory(self) -> float:
        """Return the MiB its processes hold."""
        return sum(_memory(process.pid) for process in self._processes)

    async def end(self, cpu: float, memory: float, *, window: float) -> Seen:
        """Return what was seen in `window` seconds; raises where its cameras did not deliver."""
        if self._way == "ffmpeg":
            rate = (_bytes_in(self._folder) - self._bytes) / self._cameras / BYTES_PER_SECOND
            facts = {"delivered": rate, "elapsed": time.monotonic() - self._began}
        else:
            facts = (await self.ask("end"))["facts"]
        share = facts["delivered"] / facts["elapsed"]
        # What goes out a segment at a time may lack one.
        if share < _LEAST - 6 / window:
            raise RuntimeError(f"{self._way} kept {share:.0%} of the footage: nothing to compare.")
        minutes = self._cameras * facts["elapsed"] / 60
        return Seen(self._way, self._cameras, cpu, memory, facts.get("writer", 0.0) / minutes)

    async def tell(self, line: str) -> None:
        """Send a line to the process."""
        (process,) = self._processes
        assert process.stdin is not None
        process.stdin.write(f"{line}\n".encode())
        await process.stdin.drain()

    async def ask(self, line: str) -> dict[str, Any]:
        """Send a line and return what is answered."""
        await self.tell(line)
        return await self._answer()

    async def _answer(self) -> dict[str, Any]:
        (process,) = self._processes
        assert process.stdout is not None
        answer = await process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self._way} ended: see {self._folder}/home-assistant.log")
        said: dict[str, Any] = json.loads(answer)
        return said

    async def stop(self) -> None:
        """End the processes."""
        for process in self._processes:
            if process.stdin is not None:
                process.stdin.close()
            if self._way == "ffmpeg" and process.returncode is None:
                process.send_signal(signal.SIGINT)
        for process in self._processes:
            try:
                async with asyncio.timeout(15):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()


async def begun(scratch: Path, way: str, addresses: Sequence[str], *, chunk: float) -> Keeper:
    """Start a way; a chunk of ours lasts `chunk` seconds.

    Home Assistant's own images run with jemalloc, and so does every way here: the C library keeps what was
    freed in each thread's own heap, which says more of the allocator than of who asked for the memory.
    """
    folder = scratch / f"{way}-{len(addresses)}-{time.monotonic_ns()}"
    folder.mkdir()
    commands = (
        [_ffmpeg(folder, number, address) for number, address in enumerate(addresses)]
        if way == "ffmpeg"
        else [
            [
                *(sys.executable, "-m", "scripts.measure.recording", way, str(folder)),
                *(str(chunk), *addresses),
            ]
        ]
    )
    preload = {"LD_PRELOAD": jemalloc()} if jemalloc() and way != "ffmpeg" else {}
    processes = [
        await asyncio.create_subprocess_exec(
            *command,
            cwd=_ROOT,
            env={**os.environ, **preload},
            stdin=None if way == "ffmpeg" else asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=1 << 26,
        )
        for command in commands
    ]
    return Keeper(way, folder, len(addresses), processes)


def _ffmpeg(folder: Path, number: int, address: str) -> list[str]:
    return [
        *("ffmpeg", "-nostdin", "-loglevel", "error", "-rtsp_transport", "tcp", "-i", address),
        *("-c", "copy", "-f", "segment", "-segment_time", "60", "-reset_timestamps", "1"),
        str(folder / f"{number}-%05d.mp4"),
    ]


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _cpu(pid: int) -> float:
    """Return the processor time a process has used, all its threads together (clock_getcpuclockid(3))."""
    return time.clock_gettime((~pid << 3) | 2)


def _memory(pid: int) -> float:
    """Return the MiB of a process that are in memory, libraries included."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("a process ended while it was measured")
