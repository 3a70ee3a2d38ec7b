"""System health: whether vault and book are well, in words that Home Assistant shows to administrators; no people, no places."""

import json
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import get_system_health_info

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.self_check import Report
from tests.house.source import read_json

from .conftest import NOON, House

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture(autouse=True)
async def health(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "system_health", {})


async def told(house: House) -> dict[str, Any]:
    info: dict[str, Any] = await get_system_health_info(house.hass, DOMAIN)
    return info


async def test_a_site_that_is_well_says_so(house: House) -> None:
    info = await told(house)
    report = house.site.report
    assert report is not None
    assert info == {
        "version": read_json("manifest.json")["version"],
        "vault": "locked",
        "book": "intact",
        "acts": house.site.desk.book.size,
        "chunks": 0,
        "cameras": 1,
        "recording": 1,
        "free_days": None,
        "clock_trusted": True,
        "erasure_failing": False,
        "self_check": f"{report.holds}/{report.all}",
    }


async def test_what_is_not_well_is_said(house: House) -> None:
    house.site.watch.is_away = True
    house.site.erasure.failing = True
    house.site.free_days = 2.345
    house.site.report = None
    info = await told(house)
    assert (info["vault"], info["erasure_failing"], info["free_days"]) == ("away", True, 2.3)
    assert info["self_check"] is None
    house.site.report = Report(NOON, ())
    assert (await told(house))["self_check"] == "0/0"


async def test_without_a_running_site_it_says_that(house: House) -> None:
    await house.stop()
    assert (await told(house))["site"] == "not_running"


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_everything_it_says_has_a_name(house: House, language: str) -> None:
    names = read_json(f"translations/{language}.json")["system_health"]["info"]
    assert {*await told(house), "site"} == names.keys()


async def test_nothing_in_it_names_anybody_or_any_place(house: House) -> None:
    text = json.dumps(await told(house), ensure_ascii=False)
    for secret in ("水前寺", "熊本", "096-", "門", str(house.folder), house.owner.id):
        assert secret not in text
