"""The stage: what every chapter of the story works with."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.house.client import Client
from scripts.house.flows import Flow
from scripts.house.running import House
from tests.street.process import StreetProcess

from .telling import Telling, hold

DOMAIN = "kuma_bouhan"
PASSPHRASE = "kuma mon walks the street at night"


class Stage:
    """A running `House`, a street camera, and what has been found so far."""

    def __init__(self, telling: Telling, house: House, street: StreetProcess, out: Path) -> None:
        """Take the stage."""
        self.telling = telling
        self.house = house
        self.street = street
        self.out = out
        self.vault = out / "vault"
        self.book = house.config_dir / DOMAIN / "book"
        self.aside = out / "copied-in-time"
        self.source = ""
        self.code = ""
        self.entities: dict[str, str] = {}

    @property
    def client(self) -> Client:
        """The owner's way in; a new one after each restart."""
        return self.house.client

    async def entry(self) -> str:
        """The id of our config entry."""
        return str((await self.client.entries(DOMAIN))[0]["entry_id"])

    async def issues(self) -> list[str]:
        """What Repairs says of us."""
        issues = (await self.client.command("repairs/list_issues"))["issues"]
        return [one["issue_id"] for one in issues if one["domain"] == DOMAIN]

    async def agree(self, flow: Flow) -> None:
        """Say yes to every page of a flow."""
        while flow.done is None:
            await flow.answer(**dict.fromkeys(flow.fields, True))

    def passphrase(self) -> tuple[str, str]:
        """The passphrase, as the command-line reader takes it."""
        path = self.out / "passphrase.txt"
        path.write_text(PASSPHRASE)
        return "--passphrase-file", str(path)

    async def find_entities(self) -> None:
        """Find our entities by what they are."""
        for _ in range(100):
            listed = await self.client.command("config/entity_registry/list")
            ours = {
                one["translation_key"]: one["entity_id"]
                for one in listed
                if one["platform"] == DOMAIN
            }
            if "recording_state" in ours and "vault" in ours:
                self.entities = ours
                return
            await asyncio.sleep(0.1)
        hold(False, "the entities did not appear")

    async def state(self, key: str) -> str:
        """The state of one of our entities."""
        state = await self.client.state(self.entities[key])
        return str(state["state"]) if state else "missing"

    async def wait(self, key: str, wanted: str | Callable[[dict[str, Any]], bool]) -> None:
        """Wait for a state of one of our entities."""
        await self.client.wait_for_state(self.entities[key], wanted, 60)
