"""Cards for dashboards: their module is there while the site runs, and they learn which entities belong together."""

from homeassistant.components.frontend import DATA_EXTRA_MODULE_URL
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.panel import panel_version

from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)


def cards(hass: HomeAssistant) -> list[str]:
    return [url for url in hass.data[DATA_EXTRA_MODULE_URL].urls if DOMAIN in url]


async def test_the_cards_are_loaded_by_every_page_while_the_site_runs(
    house: House, hass: HomeAssistant
) -> None:
    assert cards(hass) == [f"/kuma_bouhan_static/{panel_version(hass)}/cards.js"]
    await house.stop()
    assert cards(hass) == []


async def test_a_dashboard_learns_which_entities_belong_to_which_camera(
    house: House, hass_ws_client: WebSocketGenerator
) -> None:
    registry = er.async_get(house.hass)
    lock = house.entity_id("button", f"{house.site.desk.book.site}_lock")
    registry.async_update_entity(
        house.entity_id("sensor", f"{CAMERA}_kept"), disabled_by=er.RegistryEntryDisabler.USER
    )
    panel = await hass_ws_client()
    await panel.send_json_auto_id({"type": f"{DOMAIN}/dashboard"})
    answer = (await panel.receive_json())["result"]
    (camera,) = answer["cameras"]
    assert camera["camera"] == CAMERA
    assert camera["place"] == house.site.cameras[CAMERA].settings.place
    assert camera["entities"]["switch.recording"] == house.entity_id(
        "switch", f"{CAMERA}_recording"
    )
    assert "sensor.kept" not in camera["entities"]
    assert answer["entities"]["button.lock"] == lock


async def test_a_dashboard_is_empty_where_no_site_runs(
    house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.stop()
    panel = await hass_ws_client()
    await panel.send_json_auto_id({"type": f"{DOMAIN}/dashboard"})
    assert (await panel.receive_json())["result"] == {"cameras": [], "entities": {}}
