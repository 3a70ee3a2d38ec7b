"""The blueprint that sends the book's head to a phone works in Home Assistant."""

from dataclasses import asdict
from pathlib import Path
import shutil
from typing import Any

from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv, device_registry as dr, template
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import load_yaml_dict, parse_yaml
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    async_capture_events,
    mock_integration,
    mock_platform,
)
import voluptuous as vol

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.procedure.anchors import Head

ROOT = Path(__file__).parents[2]
PATH = "kuma_bouhan/book_head_to_phone.yaml"
SOURCE = ROOT / "blueprints/automation" / PATH
HEAD = Head(
    site="5" * 32,
    size=1234,
    root="ab" * 32,
    short="1234: ABAB ABAB",
    note="kuma-bouhan/55\n1234\nq6s=\n\n— kuma-bouhan/55 AAAA\n",
    at="2026-11-23T03:00:00+00:00",
)


def test_home_assistant_takes_it_as_a_blueprint_and_both_languages_explain_it() -> None:
    blueprint = Blueprint(
        load_yaml_dict(str(SOURCE)),
        expected_domain="automation",
        path=PATH,
        schema=AUTOMATION_BLUEPRINT_SCHEMA,
    )
    assert blueprint.validate() is None
    assert blueprint.inputs.keys() == {"phone", "title"}
    texts = [blueprint.name, blueprint.metadata["description"]]
    texts += [str(one["description"]) for one in blueprint.inputs.values()]
    for text in texts:
        assert any("ぁ" <= letter <= "ん" for letter in text)
        assert any("a" <= letter <= "z" for letter in text)


def test_the_event_it_waits_for_is_the_one_that_is_told() -> None:
    data = load_yaml_dict(str(SOURCE))
    assert data["triggers"] == [{"trigger": "event", "event_type": f"{DOMAIN}_head"}]


async def test_the_phone_is_told_the_short_form_and_the_whole_note(hass: HomeAssistant) -> None:
    (action,) = load_yaml_dict(str(SOURCE))["actions"]
    message = template.Template(action["message"], hass)
    event = {"event": {"data": asdict(HEAD)}}
    said = message.async_render({"trigger": event}, parse_result=False)
    assert said.splitlines()[:2] == [HEAD.short, HEAD.at]
    assert HEAD.note.strip() in said


async def test_an_automation_made_from_it_runs(
    hass: HomeAssistant, hass_config_dir: str, caplog: pytest.LogCaptureFixture
) -> None:
    def lay() -> None:
        target = Path(hass_config_dir) / "blueprints/automation" / PATH
        target.parent.mkdir(parents=True)
        shutil.copy(SOURCE, target)

    await hass.async_add_executor_job(lay)
    entry = MockConfigEntry(domain="test_phone")
    entry.add_to_hass(hass)
    phone = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={("test_phone", "p")}
    )
    told = async_capture_events(hass, "phone_told")

    class Action:
        """The phone's action, of the shape that mobile_app gives it."""

        ACTION_SCHEMA = cv.DEVICE_ACTION_BASE_SCHEMA.extend(
            {
                vol.Required("type"): "notify",
                vol.Required("message"): cv.template,
                vol.Optional("title"): cv.template,
            }
        )

        @staticmethod
        async def async_call_action_from_config(
            hass: HomeAssistant, config: dict[str, Any], variables: dict[str, Any], _context: Any
        ) -> None:
            texts = {key: config[key] for key in ("title", "message")}
            hass.bus.async_fire("phone_told", template.render_complex(texts, variables))

    mock_integration(hass, MockModule("mobile_app"))
    mock_platform(hass, "mobile_app.device_action", Action)  # type: ignore[arg-type]
    config = parse_yaml(
        f"""
        use_blueprint:
          path: {PATH}
          input:
            phone: {phone.id}
        """
    )
    assert await async_setup_component(hass, "automation", {"automation": config})
    await hass.async_block_till_done()
    hass.bus.async_fire(f"{DOMAIN}_head", asdict(HEAD))
    await hass.async_block_till_done()
    (event,) = told
    assert HEAD.short in event.data["message"]
    assert event.data["title"].startswith("記録簿の照合値")
    assert "Error" not in caplog.text
