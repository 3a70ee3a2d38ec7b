"""Somebody at the panel who enters what is kept beside footage: over real HTTP and a real websocket."""

from dataclasses import dataclass
from typing import Any

from aiohttp.test_utils import TestClient
from pytest_homeassistant_custom_component.typing import MockHAClientWebSocket

from custom_components.kuma_bouhan.const import DOMAIN

from .viewer import BASE


@dataclass
class Keeper:
    """A signed-in browser with the panel."""

    client: TestClient[Any, Any]
    socket: MockHAClientWebSocket

    async def do(self, deed: str, **body: Any) -> dict[str, Any]:
        """Have something done; return what is answered."""
        answer = await self.client.post(f"{BASE}/deeds/{deed}", json=body)
        told: dict[str, Any] = await answer.json()
        assert answer.status == 200, told
        return told

    async def refused(self, deed: str, **body: Any) -> tuple[int, str]:
        """Ask for what is not done; return the status and the key of the sentence."""
        answer = await self.client.post(f"{BASE}/deeds/{deed}", json=body)
        return answer.status, (await answer.json()).get("error", "")

    async def kept(self, section: str, **more: Any) -> dict[str, Any]:
        """Return what the panel is told of a section."""
        await self.socket.send_json_auto_id({"type": f"{DOMAIN}/kept/{section}", **more})
        answer = await self.socket.receive_json()
        assert answer["success"], answer
        told: dict[str, Any] = answer["result"]
        return told
