"""A person at the browser: walks the real flows over HTTP, signed in as themselves."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
import logging
from typing import Any

from aiohttp.test_utils import TestClient
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN, User
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

from custom_components.kuma_bouhan.const import DOMAIN, SUBENTRY_CAMERA

ENTRIES = "/api/config/config_entries/flow"
OPTIONS = "/api/config/config_entries/options/flow"
SUBENTRIES = "/api/config/config_entries/subentries/flow"

type Browsers = Callable[..., Any]
"""The test package's `hass_client`."""


class Flow:
    """A flow at its present step; `at` is that step as Home Assistant shows it."""

    def __init__(self, client: TestClient[Any, Any], path: str, at: dict[str, Any]) -> None:
        self._client, self._path, self.at = client, path, at

    @property
    def step(self) -> str:
        return str(self.at.get("step_id"))

    @property
    def kind(self) -> str:
        return str(self.at["type"])

    @property
    def errors(self) -> dict[str, str]:
        return self.at.get("errors") or {}

    @property
    def blanks(self) -> dict[str, str]:
        return self.at.get("description_placeholders") or {}

    @property
    def reason(self) -> str:
        return str(self.at.get("reason"))

    @property
    def suggested(self) -> dict[str, Any]:
        """Return what stands in the fields."""
        return _suggested(self.at["data_schema"])

    async def answer(self, **data: Any) -> Flow:
        self.at = await _post(self._client, f"{self._path}/{self.at['flow_id']}", data)
        return self

    async def choose(self, option: str) -> Flow:
        return await self.answer(next_step_id=option)

    async def look_again(self) -> Flow:
        """Load the page anew."""
        response = await self._client.get(f"{self._path}/{self.at['flow_id']}")
        assert response.status == HTTPStatus.OK
        self.at = await response.json()
        return self

    def seen_by(self, other: Person) -> Flow:
        """Go on with the same flow as somebody else."""
        return Flow(other.client, self._path, self.at)


class Person:
    """Somebody who is signed in."""

    def __init__(self, client: TestClient[Any, Any], user_id: str) -> None:
        self.client, self.user_id = client, user_id

    async def add_site(self) -> Flow:
        return await self._begin(ENTRIES, handler=DOMAIN)

    async def change_site(self, entry_id: str) -> Flow:
        return await self._begin(ENTRIES, handler=DOMAIN, entry_id=entry_id)

    async def people(self, entry_id: str, *way: str) -> Flow:
        """Begin the flow about people, and choose what is to be done."""
        flow = await self._begin(OPTIONS, handler=entry_id)
        for option in way:
            await flow.choose(option)
        return flow

    async def add_camera(self, entry_id: str) -> Flow:
        return await self._begin(SUBENTRIES, handler=[entry_id, SUBENTRY_CAMERA])

    async def change_camera(self, entry_id: str, subentry_id: str) -> Flow:
        return await self._begin(
            SUBENTRIES, handler=[entry_id, SUBENTRY_CAMERA], subentry_id=subentry_id
        )

    async def _begin(self, path: str, **wish: Any) -> Flow:
        return Flow(self.client, path, await _post(self.client, path, wish))


async def sign_in(hass: HomeAssistant, browsers: Browsers, user: User) -> Person:
    """Return a user with a browser of their own."""
    # What serves pages has to be there before the first browser asks.
    for component in ("config", "stream", "camera", DOMAIN):
        assert await async_setup_component(hass, component, {})
    # The access log cannot tell the time of day while a test holds the clock.
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    refresh = await hass.auth.async_create_refresh_token(
        user,
        client_name="browser",
        token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
        access_token_expiration=timedelta(days=3650),
    )
    return Person(await browsers(hass.auth.async_create_access_token(refresh)), user.id)


async def _post(client: TestClient[Any, Any], path: str, data: dict[str, Any]) -> dict[str, Any]:
    response = await client.post(path, json=data)
    assert response.status == HTTPStatus.OK, await response.text()
    answer: dict[str, Any] = await response.json()
    return answer


def _suggested(schema: list[dict[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field in schema:
        if field.get("type") == "expandable":
            fields[field["name"]] = _suggested(field["schema"])
        else:
            about = field.get("description") or {}
            fields[field["name"]] = about.get("suggested_value", field.get("default"))
    return fields
