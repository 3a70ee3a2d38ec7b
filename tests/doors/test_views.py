"""Views: the passphrase comes by POST and is written nowhere."""

from http import HTTPStatus
import logging

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.guideline.custody import IDLE_OF, LONGEST_OPEN
from custom_components.kuma_bouhan.guideline.settings import Profile

from .conftest import NOON, PASSPHRASE, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

UNLOCK = "/api/kuma_bouhan/unlock"
LOCK = "/api/kuma_bouhan/lock"


async def test_a_key_holder_unlocks_and_locks(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.OK
    assert await answer.json() == {
        "until": (NOON + LONGEST_OPEN).isoformat(),
        "idle_until": (NOON + IDLE_OF[Profile.HOME]).isoformat(),
    }
    assert house.state("binary_sensor", f"{SITE}_vault") == "on"
    answer = await client.post(LOCK)
    assert answer.status == HTTPStatus.OK
    assert house.state("binary_sensor", f"{SITE}_vault") == "off"


async def test_a_wrong_passphrase_opens_nothing(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE + "x"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert await answer.json() == {"error": "wrong_passphrase", "blanks": {}}
    assert house.site.lock.is_locked


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"\xff\xfe", b"[]", b"{}", b'{"passphrase": 3}', b'{"passphrase": ""}',
     b'{"passphrase": "' + b"x" * 1025 + b'"}'],
)  # fmt: skip
async def test_what_is_no_passphrase_is_told_so(
    house: House, hass_client: ClientSessionGenerator, body: bytes
) -> None:
    client = await hass_client()
    answer = await client.post(UNLOCK, data=body, headers={"Content-Type": "application/json"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await answer.json())["error"] == "passphrase_missing"


async def test_somebody_without_a_role_may_neither(
    house: House, hass_client: ClientSessionGenerator, hass_read_only_access_token: str
) -> None:
    client = await hass_client(hass_read_only_access_token)
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.FORBIDDEN
    assert (await answer.json())["error"] == "role_needed_unlock"
    assert (await client.post(LOCK)).status == HTTPStatus.FORBIDDEN
    assert len(house.acts("refusal")) == 2


async def test_nobody_unlocks_without_signing_in(
    house: House, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.UNAUTHORIZED


async def test_while_the_site_does_not_run_nothing_opens(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    await house.stop()
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert (await answer.json())["error"] == "site_not_running"


async def test_the_passphrase_reaches_no_log_and_no_book(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    client = await hass_client()
    await client.post(UNLOCK, json={"passphrase": "wrong secret words"})
    await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert "wrong secret words" not in caplog.text
    assert PASSPHRASE not in caplog.text
    book = await hass.async_add_executor_job(house.book_path.read_bytes)
    assert b"wrong secret words" not in book
    assert PASSPHRASE.encode() not in book
