"""A real Home Assistant core with camera entities, and nothing else in it that could cost time.

Core, registries, `http`, `stream` and `camera` are Home Assistant's own; the cameras are plain entities with
an RTSP address. Default integrations are left out: they would dilute every ratio.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
import json
import logging
from pathlib import Path
import socket

from homeassistant import loader
from homeassistant.auth import auth_manager_from_config
from homeassistant.bootstrap import async_load_base_functionality
from homeassistant.components.camera import DATA_COMPONENT, Camera, CameraEntityFeature
from homeassistant.components.http.config import HTTP_STORAGE_SCHEMA
from homeassistant.config_entries import ConfigEntries
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.setup import async_setup_component


class StreetCamera(Camera):
    """A camera entity as most integrations have it: an address and a name."""

    _attr_supported_features = CameraEntityFeature.STREAM

    def __init__(self, address: str, number: int) -> None:
        """Take the address it streams from."""
        super().__init__()
        self._address = address
        self._attr_name = f"Street {number}"
        self._attr_unique_id = f"street-{number}"

    async def stream_source(self) -> str:
        """Return where the stream is."""
        return self._address


@asynccontextmanager
async def core(
    folder: Path, addresses: Sequence[str]
) -> AsyncIterator[tuple[HomeAssistant, list[StreetCamera]]]:
    """Run a core with one camera for each address; its configuration lies in `folder`."""
    _seed_http(folder)
    logging.basicConfig(level=logging.WARNING, filename=folder / "home-assistant.log")
    hass = HomeAssistant(str(folder))
    loader.async_setup(hass)
    hass.config.skip_pip = True
    hass.config.allowlist_external_dirs = {str(folder)}
    hass.config_entries = ConfigEntries(hass, {})
    if not await async_load_base_functionality(hass):
        raise RuntimeError("Home Assistant's registries did not load.")
    hass.auth = await auth_manager_from_config(hass, [], [])
    for domain in ("homeassistant", "stream", "camera"):
        if not await async_setup_component(hass, domain, {}):
            raise RuntimeError(f"Home Assistant's {domain} was not set up; see its log.")
    cameras = [StreetCamera(address, number) for number, address in enumerate(addresses, 1)]
    await hass.data[DATA_COMPONENT].async_add_entities(cameras)
    hass.set_state(CoreState.running)
    try:
        yield hass, cameras
    finally:
        await hass.async_stop(force=True)


def _seed_http(folder: Path) -> None:
    """Have the web server listen on loopback, where a port is free.

    The same in `configuration.yaml` would count as a trial that Home Assistant ends
    after five minutes.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = HTTP_STORAGE_SCHEMA({"server_host": ["127.0.0.1"], "server_port": port})
    stored = {
        "version": 2,
        "minor_version": 2,
        "key": "http",
        "data": {"stable": server, "pending": None, "yaml_migration_done": True},
    }
    storage = folder / ".storage"
    storage.mkdir(parents=True, exist_ok=True)
    (storage / "http").write_text(json.dumps(stored))


def seed_users(folder: Path, *ids: str) -> None:
    """Have users with these ids, of whom the first owns Home Assistant; before it starts."""
    users = [
        {
            "id": user,
            "group_ids": ["system-admin"],
            "is_owner": user == ids[0],
            "is_active": True,
            "name": user,
            "system_generated": False,
            "local_only": False,
        }
        for user in ids
    ]
    data = {"users": users, "groups": [], "credentials": [], "refresh_tokens": []}
    storage = folder / ".storage"
    storage.mkdir(parents=True, exist_ok=True)
    stored = {"version": 1, "minor_version": 1, "key": "auth", "data": data}
    (storage / "auth").write_text(json.dumps(stored))
