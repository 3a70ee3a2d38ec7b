"""Somebody at the panel who views footage: over real HTTP, with a real vault and real films."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from tests.procedure import hls
from tests.procedure.hls import Read
from tests.vault.conftest import Film

from .conftest import CAMERA, PASSPHRASE, House

BASE = "/api/kuma_bouhan"
HOUR = timedelta(hours=1)


async def film_at(
    house: House, *films: tuple[datetime, Film], camera: str = CAMERA, orientation: int = 1
) -> None:
    """Put films into the vault, as capture would: each a connection of its own."""
    site = house.site

    def write() -> None:
        writer = site.desk.vault.writer(camera, due=partial(due_when_opened, site.desk, camera))
        for start, film in films:
            writer.start(film.init, orientation=orientation)
            for piece in film.pieces(start):
                writer.fragment(piece)
            writer.cut()
        writer.close()

    await house.hass.async_add_executor_job(write)
    await house.settle()


@dataclass
class Viewer:
    """A signed-in browser."""

    client: TestClient[Any, Any]
    session: str = ""

    async def unlock(self) -> None:
        answer = await self.client.post(f"{BASE}/unlock", json={"passphrase": PASSPHRASE})
        assert answer.status == 200, await answer.text()

    async def begin(
        self, start: datetime, end: datetime, cameras: Sequence[str] = (CAMERA,), **more: Any
    ) -> dict[str, Any]:
        """Begin a session; return the answer, an error as well."""
        body = {
            "purpose": "incident",
            "cameras": list(cameras),
            "start": start.isoformat(),
            "end": end.isoformat(),
            "attendees": [],
            "outsiders": False,
            "permission": None,
        }
        told: dict[str, Any] = await (await self.post("viewing", **body | more)).json()
        self.session = told.get("session", self.session)
        return told

    async def post(self, path: str, **body: Any) -> ClientResponse:
        return await self.client.post(f"{BASE}/{path}", json=body)

    async def get(self, path: str, camera: str = CAMERA) -> ClientResponse:
        """Ask for something of a camera in this session."""
        return await self.client.get(f"{BASE}/viewing/{self.session}/{camera}/{path}")

    async def fetch(self, path: str) -> bytes:
        answer = await self.get(path)
        assert answer.status == 200, await answer.text()
        return await answer.read()

    async def playlist(self) -> Read:
        return hls.read((await self.fetch("playlist.m3u8")).decode())

    async def error(self, path: str, camera: str = CAMERA) -> tuple[int, str]:
        answer = await self.get(path, camera)
        return answer.status, (await answer.json())["error"]
