"""Somebody at the panel who asks for footage and decides: over real HTTP and a real websocket."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp.test_utils import TestClient
from pytest_homeassistant_custom_component.typing import (
    ClientSessionGenerator,
    MockHAClientWebSocket,
    WebSocketGenerator,
)

from custom_components.kuma_bouhan.const import DOMAIN

from .conftest import CAMERA, NOON, PASSPHRASE, House
from .viewer import BASE

EARLIER = NOON.replace(minute=10, second=0) - timedelta(hours=5)
"""When there was footage."""
MINUTE = timedelta(minutes=1)
SPAN = {
    "cameras": [CAMERA],
    "start": EARLIER.isoformat(),
    "end": (EARLIER + MINUTE).isoformat(),
}
HOUR_END = EARLIER.replace(minute=0) + timedelta(hours=1)
"""The end of the hour of that footage."""
PURPOSE = {
    "affiliation": "熊本県警察",
    "title": "巡査",
    "name": "阿蘇 太郎",
    "contact": "096-111-1111",
    "purpose": "ひき逃げ事件の捜査",
    "content": "門の前の道路",
}
"""What form 2 asks for."""
BY_LAW = {
    "asks": "disclosure",
    "ground": "law",
    "written": True,
    "document": "捜査関係事項照会書",
    "document_number": "第5号",
    "identity_check": "警察手帳",
    **PURPOSE,
}


@dataclass
class Asker:
    """A signed-in browser with the panel."""

    client: TestClient[Any, Any]
    socket: MockHAClientWebSocket

    async def ask(self, way: str, **body: Any) -> dict[str, Any]:
        """Have something done; return what is answered."""
        answer = await self.client.post(f"{BASE}/requests/{way}", json=body)
        told: dict[str, Any] = await answer.json()
        assert answer.status == 200, told
        return told

    async def refused(self, way: str, **body: Any) -> tuple[int, str]:
        """Ask for what is not done; return the status and the key of the sentence."""
        answer = await self.client.post(f"{BASE}/requests/{way}", json=body)
        return answer.status, (await answer.json()).get("error", "")

    async def listed(self) -> dict[str, Any]:
        """Return what the panel is told."""
        await self.socket.send_json_auto_id({"type": f"{DOMAIN}/requests"})
        answer = await self.socket.receive_json()
        assert answer["success"], answer
        told: dict[str, Any] = answer["result"]
        return told

    async def only(self, of: str) -> dict[str, Any]:
        """Return the one item there is of a kind."""
        (found,) = (await self.listed())[of]
        item: dict[str, Any] = found
        return item

    async def unlock(self) -> None:
        answer = await self.client.post(f"{BASE}/unlock", json={"passphrase": PASSPHRASE})
        assert answer.status == 200, await answer.text()


def day_after(moment: datetime, days: int) -> str:
    """Return a day so many days later, as a form gives it."""
    return (moment + timedelta(days=days)).date().isoformat()


async def at_home(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Asker:
    """Set a home up with two minutes of footage, and sign its one person in; the vault is locked."""
    await house.hass.config.async_set_time_zone("UTC")
    await house.street(gate="Gate camera")
    await house.found(house.watch(CAMERA, house.source("gate").id, "門"))
    assert await house.start()
    await house.recording(CAMERA)
    await house.record(CAMERA, EARLIER, EARLIER + 2 * MINUTE)
    return Asker(await hass_client(), await hass_ws_client())
