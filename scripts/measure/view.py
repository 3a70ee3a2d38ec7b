"""How fast footage is decrypted to a player, beside plain files, and how soon playing begins.

The server is a process of its own (`viewing`): Home Assistant's web server with the whole integration. The client,
here, is one and the same for both: it asks for one segment after the other, and reads each to its end.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
import json
from pathlib import Path
from statistics import median
import sys
import time
from typing import Any

from aiohttp import ClientSession

from .report import Ask, Figure, Outcome, number, percentile, say
from .start import CAMERAS
from .vaults import big_vault

_ROOT = Path(__file__).parents[2]


def measure(ask: Ask) -> Outcome:
    """Play one camera to the end, plain files of the same size in turn with it, and begin again and again."""
    hours, minutes, rounds, starts = (52, 4, 3, 10) if ask.quick else (30 * 24, 20, 5, 40)
    vault = big_vault(ask.cache, cameras=CAMERAS, hours=hours)
    return asyncio.run(_measure(vault, ask.scratch, minutes, rounds, starts))


async def _measure(vault: Path, scratch: Path, minutes: int, rounds: int, starts: int) -> Outcome:
    say(f"recording {minutes} minutes to be played, and a day to be begun with")
    async with (
        _server(vault, scratch, minutes) as told,
        ClientSession(told["url"], headers={"Authorization": f"Bearer {told['token']}"}) as client,
    ):
        viewer = _Viewer(client, told)
        await viewer.post("unlock", passphrase=told["passphrase"])
        say(f"{starts} times from pressing play to the first segment")
        day = [await viewer.first_byte(told["light"], timedelta(days=1)) for _ in range(starts)]
        hour = [await viewer.first_byte(told["light"], timedelta(hours=1)) for _ in range(starts)]
        say(f"{rounds} rounds through {minutes} minutes, and through as many plain files")
        await viewer.begin(told["heavy"], timedelta(days=1))
        segments = (await viewer.playlist(told["heavy"]))[1]
        await _rate(client, told["plain"])
        plain, played = [], []
        for _ in range(rounds):
            plain.append(await _rate(client, told["plain"]))
            played.append(await _rate(client, segments))
        ten = await _together(client, segments, 10)
    ratio = median(mine / theirs for mine, theirs in zip(played, plain, strict=True))
    sample = (
        f"median of {rounds} rounds of {len(segments)} segments of 2.4 MB, over HTTP on loopback"
    )
    return Outcome(
        [
            Figure(key="mb_s", value=median(played), unit="MB/s", sample=sample, at_least=200),
            Figure(
                key="ratio_to_plain_file",
                value=ratio,
                unit="",
                sample=f"{sample}; aiohttp's FileResponse for as many files of that size, in turn",
                at_least=0.5,
            ),
            Figure(
                key="first_byte_ms",
                value=median(day) * 1e3,
                unit="ms",
                sample=f"median of {starts}: session, playlist of a whole camera-day (14,400 segments), init, "
                f"first bytes of the first segment; {told['chunks']:,} chunks in the vault",
                at_most=300,
            ),
        ],
        [
            (
                f"plain files: {number(median(plain))} MB/s; ten players of one camera together: "
                f"{number(ten)} MB/s"
            ),
            (
                f"first bytes: p99 of a day {percentile(day, 0.99) * 1e3:.0f} ms; "
                f"median of an hour {median(hour) * 1e3:.0f} ms"
            ),
        ],
    )


class _Viewer:
    """What the panel does, as far as time is taken of it."""

    def __init__(self, client: ClientSession, told: dict[str, Any]) -> None:
        self._client = client
        self._start = datetime.fromisoformat(told["start"])
        self._base = ""

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        async with self._client.post(f"/api/kuma_bouhan/{path}", json=body) as answer:
            said: dict[str, Any] = await answer.json()
            if not answer.ok:
                raise RuntimeError(f"{path} was refused: {said}")
            return said

    async def begin(self, camera: str, span: timedelta) -> None:
        told = await self.post(
            "viewing",
            purpose="inspection",
            cameras=[camera],
            start=self._start.isoformat(),
            end=(self._start + span).isoformat(),
        )
        self._base = f"/api/kuma_bouhan/viewing/{told['session']}/{camera}"

    async def playlist(self, camera: str) -> tuple[str, list[str]]:
        """Return where the description of the tracks is, and each segment."""
        text = (await _read(self._client, f"{self._base}/playlist.m3u8")).decode()
        init = text.split('URI="', 1)[1].split('"', 1)[0]
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        return f"{self._base}/{init}", [f"{self._base}/{line}" for line in lines]

    async def first_byte(self, camera: str, span: timedelta) -> float:
        began = time.perf_counter()
        await self.begin(camera, span)
        init, segments = await self.playlist(camera)
        await _read(self._client, init)
        async with self._client.get(segments[0]) as answer:
            answer.raise_for_status()
            await answer.content.readany()
            took = time.perf_counter() - began
            await answer.read()
        return took


async def _read(client: ClientSession, path: str) -> bytes:
    async with client.get(path) as answer:
        answer.raise_for_status()
        return await answer.read()


async def _drain(client: ClientSession, paths: Sequence[str]) -> int:
    size = 0
    for path in paths:
        async with client.get(path) as answer:
            answer.raise_for_status()
            async for piece in answer.content.iter_any():
                size += len(piece)
    return size


async def _rate(client: ClientSession, paths: Sequence[str]) -> float:
    """Return MB/s of reading all of these, one after the other."""
    began = time.perf_counter()
    size = await _drain(client, paths)
    return size / 1e6 / (time.perf_counter() - began)


async def _together(client: ClientSession, paths: Sequence[str], players: int) -> float:
    """Return MB/s of so many players, each somewhere else."""
    began = time.perf_counter()
    step = len(paths) // players
    sizes = await asyncio.gather(
        *(
            _drain(client, (*paths[at * step :], *paths[: at * step])[: 2 * step])
            for at in range(players)
        )
    )
    return sum(sizes) / 1e6 / (time.perf_counter() - began)


@asynccontextmanager
async def _server(vault: Path, scratch: Path, minutes: int) -> AsyncIterator[dict[str, Any]]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scripts.measure.viewing", str(vault), str(scratch), str(minutes)),
        cwd=_ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 26,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        said = await process.stdout.readline()
        if not said:
            raise RuntimeError(f"the server ended: see {scratch}/config/home-assistant.log")
        yield json.loads(said)
    finally:
        process.stdin.close()
        await process.wait()
