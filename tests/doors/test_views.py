"""Views of the lock: the passphrase comes by POST, opens for one login session, and is written nowhere."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from http import HTTPStatus
import logging
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import RefreshToken, User
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.capture.supervisor import CameraRecorder
from custom_components.kuma_bouhan.guideline.custody import IDLE_OF, LONGEST_OPEN
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.records.acts import Locked
from custom_components.kuma_bouhan.views import LONGEST_BODY, _is_here

from .conftest import CAMERA, NOON, PASSPHRASE, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

UNLOCK = "/api/kuma_bouhan/unlock"
LOCK = "/api/kuma_bouhan/lock"


async def test_a_key_holder_unlocks_and_locks(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    assert await shown(client) == {
        "locked": True,
        "mine": None,
        "wait_until": None,
        "plain_http": "no",
    }
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.OK
    mine = await answer.json()
    assert moments(mine) == {
        "until": NOON + LONGEST_OPEN,
        "idle_until": NOON + IDLE_OF[Profile.HOME],
    }
    assert (await shown(client))["mine"] == mine
    assert house.state("binary_sensor", f"{SITE}_vault") == "on"
    answer = await client.post(LOCK)
    assert answer.status == HTTPStatus.OK
    assert house.state("binary_sensor", f"{SITE}_vault") == "off"
    assert (await shown(client))["locked"] is True


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
     b'{"passphrase": "' + b"x" * 1025 + b'"}', b"[" * 50_000, b'{"passphrase": ' + b"9" * 5000 + b"}"],
)  # fmt: skip
async def test_what_is_no_passphrase_is_told_so(
    house: House, hass_client: ClientSessionGenerator, body: bytes
) -> None:
    client = await hass_client()
    answer = await client.post(UNLOCK, data=body, headers={"Content-Type": "application/json"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await answer.json())["error"] == "passphrase_missing"


@pytest.mark.parametrize("announced", [True, False])
async def test_more_than_anybody_has_to_say_is_not_read(
    house: House, hass_client: ClientSessionGenerator, announced: bool
) -> None:
    client = await hass_client()
    data = b" " * LONGEST_BODY + b"{}"

    async def in_parts() -> AsyncIterator[bytes]:
        yield data

    answer = await client.post(UNLOCK, data=data if announced else in_parts())
    assert answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


async def test_nobody_keeps_an_answer(house: House, hass_client: ClientSessionGenerator) -> None:
    client = await hass_client()
    for path in ("lock", "keys", "viewing"):
        answer = await client.get(f"/api/kuma_bouhan/{path}")
        assert answer.status == HTTPStatus.OK
        assert answer.headers["Cache-Control"] == "private, no-store"
    for body in ({}, {"passphrase": PASSPHRASE}):
        answer = await client.post(UNLOCK, json=body)
        assert answer.headers["Cache-Control"] == "private, no-store"


async def test_an_address_that_was_signed_for_somebody_opens_no_door(
    house: House, hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    token, _ = await session(hass, house.owner)
    client = await hass_client_no_auth()
    there = await client.get("/api/kuma_bouhan/lock")
    assert there.status == HTTPStatus.UNAUTHORIZED
    doors = ("lock", "keys", "viewing", f"footage/{CAMERA}/2026-11-23")
    played = f"viewing/{'5e' * 16}/{CAMERA}/playlist.m3u8"
    for path in (*doors, played):
        signed = async_sign_path(
            hass,
            f"/api/kuma_bouhan/{path}",
            timedelta(days=3650),
            refresh_token_id=token.id,
        )
        answer = await client.get(signed)
        assert answer.status == HTTPStatus.FORBIDDEN
        assert "error" not in await answer.text()  # it was not even asked who that is
    assert not house.acts("refusal")


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


# --- For one login session


async def session(hass: HomeAssistant, user: User) -> tuple[RefreshToken, str]:
    """Sign somebody in anew."""
    token = await hass.auth.async_create_refresh_token(user, "http://another.browser/")
    return token, hass.auth.async_create_access_token(token)


async def test_another_login_session_of_the_same_person_has_to_unlock_itself(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    here = await hass_client()
    there = await hass_client((await session(hass, house.owner))[1])
    await here.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert (await shown(here))["mine"] is not None
    told = await shown(there)
    assert (told["locked"], told["mine"]) == (False, None)
    answer = await there.post("/api/kuma_bouhan/keys/recovery", json={})
    assert answer.status == HTTPStatus.FORBIDDEN
    assert (await answer.json())["error"] == "unlock_first"


async def test_what_a_login_session_has_open_ends_with_it(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    here = await hass_client()
    token, access = await session(hass, house.owner)
    there = await hass_client(access)
    for _ in range(2):  # it is followed once
        assert (await there.post(UNLOCK, json={"passphrase": PASSPHRASE})).status == HTTPStatus.OK
    await here.post(UNLOCK, json={"passphrase": PASSPHRASE})
    hass.auth.async_remove_refresh_token(token)
    await house.settle()
    assert (await shown(here))["mine"] is not None
    async_fire_time_changed(hass)
    await house.settle()
    (entry,) = house.acts("locked")
    assert isinstance(entry.act, Locked)
    assert (entry.act.reason, entry.act.users) == ("session", (house.owner.id,))


async def test_a_session_that_ended_meanwhile_opens_nothing(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token, access = await session(hass, house.owner)
    there, true_unlock = await hass_client(access), house.site.desk.vault.unlock

    def meanwhile(holder: str, passphrase: str) -> Any:
        hass.loop.call_soon_threadsafe(hass.auth.async_remove_refresh_token, token)
        return true_unlock(holder, passphrase)

    monkeypatch.setattr(house.site.desk.vault, "unlock", meanwhile)
    answer = await there.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.FORBIDDEN
    await house.settle()
    assert house.site.lock.is_locked


async def test_a_session_that_ends_while_the_site_is_stopped_harms_nothing(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    token, access = await session(hass, house.owner)
    there = await hass_client(access)
    await there.post(UNLOCK, json={"passphrase": PASSPHRASE})
    await house.stop()
    hass.auth.async_remove_refresh_token(token)
    await house.settle()


async def test_stopping_the_site_locks_and_says_so(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    desk = house.site.desk
    await house.stop()
    assert await house.start()
    reasons = [
        (entry.act.reason, entry.act.users)
        for entry in house.acts("locked")
        if isinstance(entry.act, Locked)
    ]
    assert reasons == [("stop", (house.owner.id,))]
    assert desk is not house.site.desk


async def test_it_locks_before_anything_else_that_a_stop_waits_for(
    house: House, hass_client: ClientSessionGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await hass_client()
    await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    site, real = house.site, CameraRecorder.async_stop
    locked: list[bool] = []

    async def slow(recorder: CameraRecorder) -> None:
        locked.append(site.lock.is_locked)
        await real(recorder)

    monkeypatch.setattr(CameraRecorder, "async_stop", slow)
    await house.stop()
    assert set(locked) == {True}


async def test_it_locks_by_itself_without_anybody_looking(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    freezer: FrozenDateTimeFactory,
) -> None:
    client = await hass_client()
    await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    freezer.tick(IDLE_OF[Profile.HOME])
    async_fire_time_changed(hass)
    await house.settle()
    assert house.site.lock.is_locked
    async_fire_time_changed(hass)
    await house.settle()
    assert len(house.acts("locked")) == 1


async def test_after_five_wrong_ones_the_screen_says_how_long_to_wait(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    for _ in range(5):
        answer = await client.post(UNLOCK, json={"passphrase": "wrong"})
        assert (await answer.json())["error"] == "wrong_passphrase"
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert await answer.json() == {"error": "unlock_wait", "blanks": {"seconds": "30"}}
    wait = datetime.fromisoformat((await shown(client))["wait_until"])
    assert wait == NOON + timedelta(seconds=30)


# --- Plain http


@pytest.fixture
async def behind_a_proxy(
    empty_house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> Any:
    """Give a client whose requests a proxy passes on, that Home Assistant trusts."""
    config = {"http": {"use_x_forwarded_for": True, "trusted_proxies": ["127.0.0.1"]}}
    assert await async_setup_component(hass, "http", config)
    await empty_house.street(gate="Gate camera")
    await empty_house.found(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    assert await empty_house.start()
    await empty_house.recording(CAMERA)
    return await hass_client()


@pytest.mark.parametrize(
    ("headers", "plain"),
    [
        ({}, False),
        ({"X-Forwarded-For": "192.168.1.20", "X-Forwarded-Proto": "https"}, False),
        ({"X-Forwarded-For": "192.168.1.20", "X-Forwarded-Proto": "http"}, True),
        ({"X-Forwarded-For": "2001:db8::1"}, True),
        ({"X-Forwarded-For": "::1"}, False),
    ],
)
async def test_plain_http_from_another_machine_is_asked_about(
    behind_a_proxy: Any, headers: dict[str, str], plain: bool
) -> None:
    client = behind_a_proxy
    answer = await client.get(LOCK, headers=headers)
    assert (await answer.json())["plain_http"] == ("ask" if plain else "no")
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE}, headers=headers)
    if plain:
        assert (await answer.json())["error"] == "plain_http_not_accepted"
    else:
        assert answer.status == HTTPStatus.OK


@pytest.mark.parametrize(
    ("remote", "here"),
    [(None, True), ("127.0.0.1", True), ("::1", True), ("192.168.1.20", False), ("a name", False)],
)
def test_only_what_is_known_to_come_from_this_machine_does(remote: str | None, here: bool) -> None:
    assert _is_here(remote) == here


async def test_plain_http_is_accepted_once(behind_a_proxy: Any, empty_house: House) -> None:
    client, far = behind_a_proxy, {"X-Forwarded-For": "192.168.1.20"}
    yes = {"passphrase": PASSPHRASE, "accept_plain_http": True}
    assert (await client.post(UNLOCK, json=yes, headers=far)).status == HTTPStatus.OK
    (entry,) = empty_house.acts("plain_http_accepted")
    assert entry.actor.user_id == empty_house.owner.id
    answer = await client.get(LOCK, headers=far)
    assert (await answer.json())["plain_http"] == "accepted"
    answer = await client.post(UNLOCK, json={"passphrase": PASSPHRASE}, headers=far)
    assert answer.status == HTTPStatus.OK
    assert len(empty_house.acts("plain_http_accepted")) == 1


async def shown(client: Any) -> dict[str, Any]:
    answer = await client.get(LOCK)
    assert answer.status == HTTPStatus.OK
    told: dict[str, Any] = await answer.json()
    return told


def moments(told: dict[str, str]) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(moment) for name, moment in told.items()}
