"""Walks Home Assistant's forms step by step, as a person does in the browser.

    flow = await begin(client, "generic")
    await flow.answer(stream_source=...)          # a form; raises FlowRefusedError if the form shows errors
    await flow.choose("home")                     # a menu
    flow.done                                     # the created entry or the reason for an abort

One flow is: form or menu -> ... -> created or aborted.
"""

import asyncio
from typing import Final, Self

from .client import Client, Json

_ENTRIES: Final = "/api/config/config_entries/flow"
_SUBENTRIES: Final = "/api/config/config_entries/subentries/flow"
_OPTIONS: Final = "/api/config/config_entries/options/flow"
_REPAIRS: Final = "/api/repairs/issues/fix"


class FlowRefusedError(Exception):
    """The form came back with errors, by field ("base" for the whole form)."""

    def __init__(self, step: str, errors: dict[str, str]) -> None:
        """Keep the step and its errors."""
        super().__init__(f"step {step}: {errors}")
        self.step, self.errors = step, errors


class Flow:
    """A flow at its present step; `at` is that step as Home Assistant gave it."""

    def __init__(self, client: Client, path: str, at: dict[str, Json]) -> None:
        """Stand at the step `at`; `path` is where its kind of flow lives."""
        self._client, self._path, self.at = client, path, at

    @property
    def step(self) -> str:
        """The present step's id; "" once it is over."""
        return str(self.at.get("step_id") or "")

    @property
    def fields(self) -> list[str]:
        """Names of what the present form asks for."""
        return [field["name"] for field in self.at.get("data_schema") or []]

    @property
    def done(self) -> dict[str, Json] | None:
        """The result, once it is created or aborted."""
        return self.at if self.at["type"] in ("create_entry", "abort") else None

    @property
    def reason(self) -> str:
        """Why it was aborted ("reconfigure_successful" is such a reason); "" if it was not."""
        return str(self.at.get("reason") or "")

    async def answer(self, **data: Json) -> Self:
        """Send the form; on to the next step, or FlowRefusedError."""
        await self._send(data)
        if errors := self.at.get("errors"):
            raise FlowRefusedError(self.step, errors)
        return self

    async def choose(self, option: str) -> Self:
        """Choose from a menu."""
        return await self.answer(next_step_id=option)

    async def walk(self, *answers: dict[str, Json] | str) -> Self:
        """Answer one step after another: a dict for a form, a string for a menu."""
        for answer in answers:
            await (self.choose(answer) if isinstance(answer, str) else self.answer(**answer))
        return self

    async def abandon(self) -> None:
        """Close the dialogue."""
        await self._client.delete(f"{self._path}/{self.at['flow_id']}")

    async def _send(self, data: dict[str, Json]) -> None:
        address = f"{self._path}/{self.at['flow_id']}"
        self.at = await self._client.post(address, data)
        while self.at["type"] == "progress":
            await asyncio.sleep(0.1)
            self.at = await self._client.get(address)


async def begin(client: Client, handler: str) -> Flow:
    """Begin adding an integration."""
    return await _begin(client, _ENTRIES, handler=handler, show_advanced_options=False)


async def begin_reconfigure(client: Client, handler: str, entry_id: str) -> Flow:
    """Begin changing an entry."""
    return await _begin(client, _ENTRIES, handler=handler, entry_id=entry_id)


async def begin_subentry(client: Client, entry_id: str, kind: str, subentry_id: str = "") -> Flow:
    """Begin adding a subentry, or changing the one named."""
    change = {"subentry_id": subentry_id} if subentry_id else {}
    return await _begin(client, _SUBENTRIES, handler=[entry_id, kind], **change)


async def begin_options(client: Client, entry_id: str) -> Flow:
    """Begin changing an entry's options."""
    return await _begin(client, _OPTIONS, handler=entry_id)


async def begin_repair(client: Client, domain: str, issue_id: str) -> Flow:
    """Begin fixing an issue of Repairs."""
    return await _begin(client, _REPAIRS, handler=domain, issue_id=issue_id)


async def _begin(client: Client, path: str, **wish: Json) -> Flow:
    return Flow(client, path, await client.post(path, wish))


async def add_generic_camera(
    client: Client, *, stream: str = "", still: str = "", name: str = "", entity_id: str = ""
) -> str:
    """Set up a camera with Home Assistant's own `generic` integration; returns its entity id.

    The flow itself asks for no name; given a `name` or an `entity_id`, the entity is renamed as a person would.
    """
    before = set(await client.states())
    answers: dict[str, Json] = {
        "advanced": {"framerate": 2, "verify_ssl": True, "rtsp_transport": "tcp"}
    }
    answers |= {"stream_source": stream} if stream else {}
    answers |= {"still_image_url": still} if still else {}
    flow = await begin(client, "generic")
    await flow.walk(answers, {"confirmed_ok": True})
    for _ in range(100):
        added = set(await client.states()) - before
        if cameras := [one for one in added if one.startswith("camera.")]:
            break
        await asyncio.sleep(0.1)
    else:
        raise TimeoutError(f"no camera entity after {flow.at}")
    wishes = {"name": name, "new_entity_id": entity_id}
    if changes := {field: value for field, value in wishes.items() if value}:
        await client.command("config/entity_registry/update", entity_id=cameras[0], **changes)
    return entity_id or cameras[0]
