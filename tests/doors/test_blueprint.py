"""The blueprints that tell a phone of the book's head and of waiting requests work in Home Assistant."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
import shutil
from typing import Any

from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import Event, HomeAssistant
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

from custom_components.kuma_bouhan.bus import EVENT_ACT
from custom_components.kuma_bouhan.const import DOMAIN, REQUESTS_LINK
from custom_components.kuma_bouhan.procedure.anchors import Head
from custom_components.kuma_bouhan.records.disclosure import DisclosureRequested
from custom_components.kuma_bouhan.records.extension import ExtensionRequested

ROOT = Path(__file__).parents[2]
BLUEPRINTS = ROOT / "blueprints/automation"
HEAD_PATH = "kuma_bouhan/book_head_to_phone.yaml"
REQUEST_PATH = "kuma_bouhan/request_waiting.yaml"
HEAD = Head(
    site="5" * 32,
    size=1234,
    root="ab" * 32,
    short="1234: ABAB ABAB",
    note="kuma-bouhan/55\n1234\nq6s=\n\n— kuma-bouhan/55 AAAA\n",
    at="2026-11-23T03:00:00+00:00",
)


@pytest.mark.parametrize(
    ("path", "inputs"),
    [(HEAD_PATH, {"phone", "title"}), (REQUEST_PATH, {"phone", "title", "button"})],
)
def test_home_assistant_takes_them_as_blueprints_and_both_languages_explain_them(
    path: str, inputs: set[str]
) -> None:
    blueprint = Blueprint(
        load_yaml_dict(str(BLUEPRINTS / path)),
        expected_domain="automation",
        path=path,
        schema=AUTOMATION_BLUEPRINT_SCHEMA,
    )
    assert blueprint.validate() is None
    assert blueprint.inputs.keys() == inputs
    texts = [blueprint.name, blueprint.metadata["description"]]
    texts += [str(one["description"]) for one in blueprint.inputs.values()]
    for text in texts:
        assert any("ぁ" <= letter <= "ん" for letter in text)
        assert any("a" <= letter <= "z" for letter in text)


def test_the_events_they_wait_for_are_those_that_are_told() -> None:
    head, asked = (load_yaml_dict(str(BLUEPRINTS / path)) for path in (HEAD_PATH, REQUEST_PATH))
    assert head["triggers"] == [{"trigger": "event", "event_type": f"{DOMAIN}_head"}]
    assert [one["event_type"] for one in asked["triggers"]] == [EVENT_ACT] * 2
    kinds = {one["event_data"]["kind"] for one in asked["triggers"]}
    assert kinds == {ExtensionRequested.kind, DisclosureRequested.kind}


async def test_the_phone_is_told_the_short_form_and_the_whole_note(hass: HomeAssistant) -> None:
    (action,) = load_yaml_dict(str(BLUEPRINTS / HEAD_PATH))["actions"]
    message = template.Template(action["message"], hass)
    event = {"event": {"data": asdict(HEAD)}}
    said = message.async_render({"trigger": event}, parse_result=False)
    assert said.splitlines()[:2] == [HEAD.short, HEAD.at]
    assert HEAD.note.strip() in said


type Made = Callable[[str], Awaitable[list[Event[dict[str, Any]]]]]


@pytest.fixture
def made(hass: HomeAssistant, hass_config_dir: str) -> Made:
    """Make an automation from a blueprint; return what a phone is told from then on."""

    async def make(path: str) -> list[Event[dict[str, Any]]]:
        def lay() -> None:
            target = Path(hass_config_dir) / "blueprints/automation" / path
            target.parent.mkdir(parents=True)
            shutil.copy(BLUEPRINTS / path, target)

        await hass.async_add_executor_job(lay)
        entry = MockConfigEntry(domain="test_phone")
        entry.add_to_hass(hass)
        phone = dr.async_get(hass).async_get_or_create(
            config_entry_id=entry.entry_id, identifiers={("test_phone", "p")}
        )
        told = async_capture_events(hass, "phone_told")
        mock_integration(hass, MockModule("mobile_app"))
        mock_platform(hass, "mobile_app.device_action", Action)  # type: ignore[arg-type]
        config = parse_yaml(
            f"""
            use_blueprint:
              path: {path}
              input:
                phone: {phone.id}
            """
        )
        assert await async_setup_component(hass, "automation", {"automation": config})
        await hass.async_block_till_done()
        return told

    return make


class Action:
    """The phone's action, of the shape that mobile_app gives it."""

    ACTION_SCHEMA = cv.DEVICE_ACTION_BASE_SCHEMA.extend(
        {
            vol.Required("type"): "notify",
            vol.Required("message"): cv.template,
            vol.Optional("title"): cv.template,
            vol.Optional("data"): cv.template_complex,
        }
    )

    @staticmethod
    async def async_call_action_from_config(
        hass: HomeAssistant, config: dict[str, Any], variables: dict[str, Any], _context: Any
    ) -> None:
        texts = {key: config[key] for key in ("title", "message", "data") if key in config}
        hass.bus.async_fire("phone_told", template.render_complex(texts, variables))


async def test_an_automation_that_sends_the_head_runs(
    hass: HomeAssistant, made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    told = await made(HEAD_PATH)
    hass.bus.async_fire(f"{DOMAIN}_head", asdict(HEAD))
    await hass.async_block_till_done()
    (event,) = told
    assert HEAD.short in event.data["message"]
    assert event.data["title"].startswith("記録簿の照合値")
    assert "Error" not in caplog.text


@pytest.mark.parametrize("kind", ["extension_requested", "disclosure_requested"])
async def test_a_phone_is_led_to_the_request_and_decides_nothing(
    hass: HomeAssistant, made: Made, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    told = await made(REQUEST_PATH)
    act = {"kind": kind, "phase": "done", "seq": 7, "number": 12, "at": HEAD.at}
    for other in ({"kind": "extension_approved"}, {"phase": "failed"}):
        hass.bus.async_fire(EVENT_ACT, act | other)
    hass.bus.async_fire(EVENT_ACT, act)
    await hass.async_block_till_done()
    (event,) = told
    assert event.data["message"] == "第12号 / No. 12"
    data = event.data["data"]
    assert data["actions"] == [
        {"action": "URI", "title": "決定する / Decide", "uri": f"{REQUESTS_LINK}/12"}
    ]
    assert data["url"] == data["clickAction"] == f"{REQUESTS_LINK}/12"
    assert not {"image", "video", "attachment", "entity_id"} & data.keys()
    assert "Error" not in caplog.text
