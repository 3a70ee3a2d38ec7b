"""`python -m scripts.measure.recording WAY FOLDER CHUNK ADDRESS…`: cameras kept one way, in a fresh process.

Says `{"ready": …}` once every camera delivers. Then obeys lines on its standard input: `begin` a stretch of
measuring, `watch` the event loop from here, `end` it (answers what is known of it); it ends with its input. Processor time
and memory are read from outside.
"""

import asyncio
import json
from pathlib import Path
import sys
import time

from . import ways
from .core import core
from .loop_watch import LoopWatch

PATIENCE = 60.0  # seconds for the cameras to deliver


async def main(way: str, folder: Path, chunk: float, addresses: list[str]) -> None:
    """Keep the cameras' footage until the input ends."""
    async with core(folder, addresses) as (hass, cameras):
        keep = _way(way)
        keeping = await keep(hass, cameras, folder, chunk)
        async with asyncio.timeout(PATIENCE):
            while keeping.delivered() < 1:  # noqa: ASYNC110 - a count, which wakes nobody
                await asyncio.sleep(0.05)
        _answer({"ready": 1})
        watch: LoopWatch | None = None
        began, before = time.monotonic(), _facts(keeping)
        while line := await hass.async_add_executor_job(sys.stdin.readline):
            match line.strip():
                case "begin":
                    began, before = time.monotonic(), _facts(keeping)
                case "watch":
                    watch = LoopWatch()
                case "end":
                    found = {name: value - before[name] for name, value in _facts(keeping).items()}
                    found["elapsed"] = time.monotonic() - began
                    stretches = watch.end() if watch else []
                    collected = watch.collected if watch else []
                    _answer({"facts": found, "stretches": stretches, "collected": collected})


def _facts(keeping: ways.Keeping) -> dict[str, float]:
    return {**keeping.facts, "delivered": keeping.delivered()}


def _way(name: str) -> ways.Way:
    """Return a way; ours is imported only where it is measured, for it takes memory."""
    if name == "ours":
        from .ours import ours

        return ours
    return {"nothing": ways.nothing, "record": ways.record}[name]


def _answer(what: dict[str, object]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]))
