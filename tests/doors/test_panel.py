"""The panel: served under its build's hash, in the sidebar for as long as the site runs."""

from http import HTTPStatus
import json
from pathlib import Path

from homeassistant.components.frontend import DATA_EXTRA_MODULE_URL, DATA_PANELS, Panel
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.panel import BUILT, PANEL, async_show_panel, panel_version

from .conftest import NOON, House

pytestmark = pytest.mark.freeze_time(NOON)


def shown(hass: HomeAssistant) -> Panel:
    panel: Panel = hass.data[DATA_PANELS][PANEL]
    return panel


async def test_everybody_finds_the_panel_in_the_sidebar_while_the_site_runs(
    house: House, hass: HomeAssistant
) -> None:
    panel = shown(hass)
    assert not panel.require_admin
    assert panel.sidebar_title == "Security cameras"
    assert panel.sidebar_icon == "mdi:cctv"
    assert panel.config is not None
    settings = panel.config["_panel_custom"]
    assert settings["name"] == "kuma-bouhan-panel"
    assert not settings["embed_iframe"]
    await house.stop()
    assert PANEL not in hass.data[DATA_PANELS]


async def test_the_panel_comes_back_with_the_site(house: House, hass: HomeAssistant) -> None:
    await house.stop()
    assert await house.start()
    assert PANEL in hass.data[DATA_PANELS]


async def test_the_sidebar_speaks_the_language_of_the_house(
    house: House, hass: HomeAssistant
) -> None:
    await house.stop()
    hass.config.language = "ja"
    await async_show_panel(hass, house.entry)
    assert shown(hass).sidebar_title == "防犯カメラ運用"


async def test_the_module_is_served_from_a_folder_named_by_its_hash(
    house: House, hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    config = shown(hass).config
    assert config is not None
    url = config["_panel_custom"]["module_url"]
    assert url == f"/kuma_bouhan_static/{panel_version(hass)}/panel.js"
    answer = await (await hass_client_no_auth()).get(url)
    assert answer.status == HTTPStatus.OK
    assert answer.content_type.endswith("javascript")
    assert "max-age" in answer.headers["Cache-Control"]
    assert await answer.read() == (BUILT / "panel.js").read_bytes()


async def test_the_cards_for_dashboards_are_loaded_while_the_site_runs(
    house: House, hass: HomeAssistant
) -> None:
    def cards() -> list[str]:
        return [url for url in hass.data[DATA_EXTRA_MODULE_URL].urls if "kuma_bouhan" in url]

    assert cards() == [f"/kuma_bouhan_static/{panel_version(hass)}/cards.js"]
    await house.stop()
    assert cards() == []


async def test_the_served_version_is_the_one_that_was_built(
    house: House, hass: HomeAssistant
) -> None:
    assert json.loads((BUILT / "build.json").read_text()) == {"version": panel_version(hass)}


def built() -> list[Path]:
    return sorted(BUILT.rglob("*.js"))


@pytest.mark.parametrize("path", built(), ids=lambda path: str(path.relative_to(BUILT)))
def test_nothing_in_the_panel_is_fetched_from_elsewhere(path: Path) -> None:
    text = path.read_text()
    for word in ("cdn.", "googleapis", "unpkg", "jsdelivr", "sourceMappingURL"):
        assert word not in text
