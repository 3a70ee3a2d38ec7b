"""Diagnostics: enough to find a fault, nothing about people or places."""

from datetime import timedelta
import json
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from syrupy.assertion import SnapshotAssertion
from syrupy.filters import props

from custom_components.kuma_bouhan.guideline import self_check
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason

from .conftest import CAMERA, NOON, House, away
from .test_sensor import CHECKED

pytestmark = pytest.mark.freeze_time(NOON)


async def test_diagnostics(
    hass: HomeAssistant,
    house: House,
    hass_client: ClientSessionGenerator,
    snapshot: SnapshotAssertion,
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    await house.record(CAMERA, NOON - timedelta(hours=2))
    house.site._reported(Gap(CAMERA, NOON - timedelta(hours=1), NOON, GapReason.NO_PICTURE))
    house.site.report = self_check.Report(NOON, CHECKED)
    found = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    assert found == snapshot(exclude=props("free_bytes", "forecast_days"))


async def test_nothing_in_them_names_anybody_or_any_place(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    found = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    text = json.dumps(found, ensure_ascii=False)
    for secret in (
        "水前寺",
        "熊本",
        "096-",
        "門",
        str(house.vault_path),
        house.source("gate").entity_id,
        house.source("gate").id,
        house.owner.id,
    ):
        assert secret not in text


async def test_they_are_there_while_the_vault_is_not(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})

    async def vault() -> Any:
        await house.site.watch.look()
        found = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
        return found["vault"]

    with away(house):
        found = await vault()
    assert (found["away"], found["free_bytes"]) == (True, None)
    found = await vault()
    assert not found["away"]
    assert found["free_bytes"] > 0


async def test_they_say_that_the_site_does_not_run(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    await house.stop()
    found = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    assert found == {"entry": {"state": "not_loaded"}}


async def test_before_anybody_looked_there_is_no_self_check_in_them(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    house.site.report = None
    found = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    assert found["self_check"] is None
