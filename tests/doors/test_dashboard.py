"""What a dashboard is made of: ids of our entities, told to everybody and naming nobody."""

import re
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def told(house: House, hass_ws_client: WebSocketGenerator) -> dict[str, Any]:
    """Return what somebody without an office is told."""
    return await ask(house, hass_ws_client)


async def ask(
    house: House, hass_ws_client: WebSocketGenerator, user: User | None = None
) -> dict[str, Any]:
    auth = house.hass.auth
    asking = user or await auth.async_create_user("花子", group_ids=["system-users"])
    refresh = await auth.async_create_refresh_token(asking, "https://example.invalid")
    socket = await hass_ws_client(access_token=auth.async_create_access_token(refresh))
    await socket.send_json_auto_id({"type": f"{DOMAIN}/dashboard"})
    answer = await socket.receive_json()
    assert answer["success"], answer
    result: dict[str, Any] = answer["result"]
    return result


async def test_a_camera_is_told_by_its_id_its_place_and_what_its_entities_are_called(
    house: House, told: dict[str, Any]
) -> None:
    (camera,) = told["cameras"]
    assert (camera["camera"], camera["place"]) == (CAMERA, "門")
    assert camera["source"] == house.source("gate").entity_id
    entities = camera["entities"]
    for platform, key in (
        ("switch", "recording"),
        ("sensor", "recording_state"),
        ("sensor", "held_until"),
        ("sensor", "next_erasure"),
        ("binary_sensor", "recording_problem"),
    ):
        assert entities[f"{platform}.{key}"] == house.entity_id(platform, f"{CAMERA}_{key}")


async def test_the_site_is_told_by_what_its_entities_are_called(
    house: House, told: dict[str, Any]
) -> None:
    for platform, key in (
        ("todo", "duties"),
        ("calendar", "duties"),
        ("sensor", "duties_overdue"),
        ("sensor", "requests_waiting"),
        ("sensor", "copies_out"),
        ("button", "lock"),
        ("binary_sensor", "vault"),
        ("binary_sensor", "book_intact"),
        ("event", "gap"),
    ):
        assert told["entities"][f"{platform}.{key}"] == house.entity_id(platform, f"{SITE}_{key}")


async def test_it_is_ids_and_nothing_else(house: House, told: dict[str, Any]) -> None:
    (camera,) = told["cameras"]
    ids = [camera["source"], *told["entities"].values(), *camera["entities"].values()]
    assert all(re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", one) for one in ids), ids
    assert "熊本" not in str(told)


async def test_what_somebody_may_not_do_is_not_offered_to_them(
    house: House, told: dict[str, Any], hass_ws_client: WebSocketGenerator
) -> None:
    assert told["may"] == []
    owner = await ask(house, hass_ws_client, house.owner)
    assert owner["may"] == ["read_duties", "confirm_sign"]


async def test_what_is_disabled_is_left_out(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    er.async_get(hass).async_update_entity(
        house.entity_id("sensor", f"{CAMERA}_held_until"),
        disabled_by=er.RegistryEntryDisabler.USER,
    )
    (camera,) = (await ask(house, hass_ws_client))["cameras"]
    assert "sensor.held_until" not in camera["entities"]
    assert "sensor.recording_state" in camera["entities"]
