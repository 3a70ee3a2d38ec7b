"""Speaks with a running Home Assistant over REST and websocket, as one of its users."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
import time
from typing import Any

from aiohttp import ClientResponse, ClientSession, ClientWebSocketResponse

type Json = Any  # whatever a JSON document holds
type State = dict[str, Json]


class CallFailedError(Exception):
    """Home Assistant said no: `status` is HTTP's or the websocket's error code, `body` what it said."""

    def __init__(self, what: str, status: int | str, body: Json) -> None:
        """Keep what was asked, and the answer."""
        super().__init__(f"{what}: {status} {body}")
        self.status, self.body = status, body


class Client:
    """One user's way in. Holds one HTTP session; `close` it."""

    def __init__(self, url: str, token: str) -> None:
        """Open no connection yet."""
        self.url, self.token = url, token
        self._session = ClientSession(headers={"Authorization": f"Bearer {token}"})

    async def close(self) -> None:
        """Close the session."""
        await self._session.close()

    # REST

    async def get(self, path: str, **options: Any) -> Json:
        """GET a path; JSON comes decoded, everything else as bytes."""
        return await self.request("GET", path, **options)

    async def post(self, path: str, data: Json = None, **options: Any) -> Json:
        """POST JSON to a path."""
        return await self.request("POST", path, json=data, **options)

    async def delete(self, path: str, **options: Any) -> Json:
        """DELETE a path."""
        return await self.request("DELETE", path, **options)

    async def request(self, method: str, path: str, **options: Any) -> Json:
        """Any request; raises CallFailedError for 400 and above."""
        async with self._session.request(method, self.url + path, **options) as response:
            body = await _body(response)
            if response.status >= 400:
                raise CallFailedError(f"{method} {path}", response.status, body)
            return body

    # Websocket

    async def command(self, type_: str, **fields: Json) -> Json:
        """Send one websocket command and return its result."""
        async with self._websocket() as socket:
            return await _ask(socket, {"id": 1, "type": type_, **fields})

    @asynccontextmanager
    async def subscribed(self, type_: str, **fields: Json) -> AsyncIterator[asyncio.Queue[Json]]:
        """Subscribe with a command such as `subscribe_events`; its events come in the queue."""
        events: asyncio.Queue[Json] = asyncio.Queue()

        async def listen(socket: ClientWebSocketResponse) -> None:
            async for message in socket:
                answer = message.json()
                if answer["type"] == "event":
                    events.put_nowait(answer["event"])

        async with self._websocket() as socket:
            await _ask(socket, {"id": 1, "type": type_, **fields}, events)
            listener = asyncio.create_task(listen(socket))
            try:
                yield events
            finally:
                listener.cancel()
                await asyncio.gather(listener, return_exceptions=True)

    @asynccontextmanager
    async def _websocket(self) -> AsyncIterator[ClientWebSocketResponse]:
        async with self._session.ws_connect(f"{self.url}/api/websocket", max_msg_size=0) as socket:
            await socket.receive_json()
            await socket.send_json({"type": "auth", "access_token": self.token})
            answer = await socket.receive_json()
            if answer["type"] != "auth_ok":
                raise CallFailedError("log in", answer["type"], answer.get("message"))
            yield socket

    # States and actions

    async def states(self) -> dict[str, State]:
        """All states this user may see, by entity id."""
        return {state["entity_id"]: state for state in await self.get("/api/states")}

    async def state(self, entity_id: str) -> State | None:
        """One state, or None."""
        try:
            found: State = await self.get(f"/api/states/{entity_id}")
        except CallFailedError as error:
            if error.status == 404:
                return None
            raise
        return found

    async def wait_for_state(
        self, entity_id: str, wanted: str | Callable[[State], bool], seconds: float = 30
    ) -> State:
        """Wait until the entity is there and its state is `wanted` (or meets it)."""
        latest: State | None = None
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            latest = await self.state(entity_id)
            if latest and (
                latest["state"] == wanted if isinstance(wanted, str) else wanted(latest)
            ):
                return latest
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{entity_id} after {seconds} s: {latest}")

    async def camera_image(self, entity_id: str, seconds: float = 30) -> bytes:
        """Get a camera's still as Home Assistant serves it; it answers 500 until its stream has a key picture."""
        until = time.monotonic() + seconds
        while True:
            try:
                image: bytes = await self.get(f"/api/camera_proxy/{entity_id}")
            except CallFailedError:
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.5)
            else:
                return image

    async def call_service(
        self, domain: str, service: str, *, return_response: bool = False, **data: Json
    ) -> Json:
        """Perform an action as this user; with `return_response` its response, else the changed states."""
        query = {"return_response": ""} if return_response else {}
        answer = await self.post(f"/api/services/{domain}/{service}", data, params=query)
        return answer["service_response"] if return_response else answer

    async def entries(self, domain: str) -> list[dict[str, Json]]:
        """Config entries of an integration."""
        found: list[dict[str, Json]] = await self.command("config_entries/get", domain=domain)
        return found


async def _ask(
    socket: ClientWebSocketResponse,
    message: dict[str, Json],
    events: asyncio.Queue[Json] | None = None,
) -> Json:
    await socket.send_json(message)
    while True:
        answer = await socket.receive_json()
        if answer["type"] == "event" and events is not None:
            events.put_nowait(answer["event"])
        if answer["type"] == "result":
            if not answer["success"]:
                raise CallFailedError(
                    message["type"], answer["error"]["code"], answer["error"]["message"]
                )
            return answer["result"]


async def _body(response: ClientResponse) -> Json:
    if response.content_type == "application/json":
        return await response.json()
    return await response.read()
