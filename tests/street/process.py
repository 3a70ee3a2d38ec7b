"""Street cameras in a process of their own: for whatever must not share its event loop or its clock with them.

async with StreetProcess("--rate", "4") as street:
    street.urls[0].rtsp
    await street.control({"do": "stall"})
"""

import asyncio
import json
from pathlib import Path
import sys
from types import TracebackType
from typing import Any, Final, Self

from aiohttp import ClientSession

from .camera import Urls

_PROJECT: Final = Path(__file__).parents[2]


class StreetProcess:
    """Runs `python -m tests.street` with the given arguments."""

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._process: asyncio.subprocess.Process | None = None
        self.urls: list[Urls] = []

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Return when the cameras answer; a bench camera needs some seconds to encode its loop."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.street", "--print-json", *self._arguments),
            cwd=_PROJECT,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,  # a Ctrl-C in the terminal is for the parent to hear
        )
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the street camera did not start; its reason is on stderr")
        self.urls = [Urls(**one) for one in json.loads(line)]

    async def stop(self) -> None:
        """Stop the cameras, if they run."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def control(self, command: dict[str, Any], camera: int = 0) -> dict[str, Any]:
        """Send a command (see `camera`), such as {"do": "stall"}; returns the camera's state."""
        async with (
            ClientSession(raise_for_status=True) as session,
            session.post(self.urls[camera].control, json=command) as response,
        ):
            state: dict[str, Any] = await response.json()
            return state
