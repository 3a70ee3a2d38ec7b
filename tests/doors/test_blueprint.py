"""The blueprints work in Home Assistant: each reminds, leads to the panel, and neither shows nor decides anything."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
import shutil
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import Event, HomeAssistant
from homeassistant.helpers import config_validation as cv, device_registry as dr, template
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import load_yaml_dict
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    async_capture_events,
    async_fire_time_changed,
    async_mock_service,
    mock_integration,
    mock_platform,
)
import voluptuous as vol

from custom_components.kuma_bouhan.bus import EVENT_ACT
from custom_components.kuma_bouhan.capture.supervisor import StateReport
from custom_components.kuma_bouhan.const import DOMAIN, PANEL_LINK, REQUESTS_LINK
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason, RecordingState
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.procedure.anchors import Head
from custom_components.kuma_bouhan.records.disclosure import DisclosureRequested
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import ExtensionRequested
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing

from .conftest import CAMERA, NOON, SITE, House
from .duties import COMPLAINT, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

ROOT = Path(__file__).parents[2]
BLUEPRINTS = ROOT / "blueprints/automation"
HEAD_PATH = "kuma_bouhan/book_head_to_phone.yaml"
REQUEST_PATH = "kuma_bouhan/request_waiting.yaml"
SIGN_PATH = "kuma_bouhan/sign_overdue.yaml"
DUTY_PATH = "kuma_bouhan/duty_overdue.yaml"
GAP_PATH = "kuma_bouhan/recording_gap.yaml"
DISK_PATH = "kuma_bouhan/disk_forecast.yaml"
RULE_PATH = "kuma_bouhan/purge_rule_daily.yaml"
INPUTS = {
    HEAD_PATH: {"phone", "title"},
    REQUEST_PATH: {"phone", "title", "button"},
    SIGN_PATH: {"phone", "title", "button"},
    DUTY_PATH: {"phone", "kinds", "title", "list"},
    GAP_PATH: {"problems", "minutes", "phone", "title", "over"},
    DISK_PATH: {"forecast", "days", "phone", "title"},
    RULE_PATH: {"rule", "time"},
}
HEAD = Head(
    site="5" * 32,
    size=1234,
    root="ab" * 32,
    short="1234: ABAB ABAB",
    note="kuma-bouhan/55\n1234\nq6s=\n\n— kuma-bouhan/55 AAAA\n",
    at="2026-11-23T03:00:00+00:00",
)


def test_every_blueprint_is_tried() -> None:
    found = {path.relative_to(BLUEPRINTS).as_posix() for path in BLUEPRINTS.rglob("*.yaml")}
    assert found == INPUTS.keys()


@pytest.mark.parametrize(("path", "inputs"), INPUTS.items())
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


type Told = list[Event[dict[str, Any]]]
type Made = Callable[..., Awaitable[Told]]


@pytest.fixture
def made(hass: HomeAssistant, hass_config_dir: str) -> Made:
    """Make an automation from a blueprint; return what a phone is told from then on."""

    async def make(path: str, **inputs: Any) -> Told:
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
        if "phone" in INPUTS[path]:
            inputs["phone"] = phone.id
        config = {"use_blueprint": {"path": path, "input": inputs}}
        assert await async_setup_component(hass, "automation", {"automation": config})
        await hass.async_block_till_done()
        assert [one.state for one in hass.states.async_all("automation")] == ["on"]
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
    shows_nothing(event)
    assert event.data["message"] == "第12号 / No. 12"
    data = event.data["data"]
    assert data["actions"] == [
        {"action": "URI", "title": "決定する / Decide", "uri": f"{REQUESTS_LINK}/12"}
    ]
    assert data["url"] == data["clickAction"] == f"{REQUESTS_LINK}/12"
    assert "Error" not in caplog.text


def shows_nothing(event: Event[dict[str, Any]]) -> None:
    """Fail where a phone is shown more than words and a way to the panel."""
    data = event.data["data"]
    assert not {"image", "video", "attachment", "entity_id"} & data.keys()
    ways = {data["url"], data["clickAction"], *(one["uri"] for one in data.get("actions", ()))}
    assert all(way.startswith(PANEL_LINK) for way in ways)


async def test_a_phone_is_told_of_a_sign_that_is_to_be_looked_at(
    house: House, made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    desk, actor = house.site.desk, Actor(house.owner.id, Door.PANEL)
    seen = SignConfirmed(
        camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="門柱", photo_jpeg=""
    )
    await desk.append(seen, actor, Phase.DONE)
    told = await made(SIGN_PATH)
    gone = SignMissing(camera=CAMERA, means=SignMeans.PERSON, seen=NOON, remarks="風で飛んだ")
    await desk.append(gone, actor, Phase.DONE)
    house.site._tell()
    await house.settle()
    (event,) = told
    shows_nothing(event)
    assert event.data["message"] == "門"
    assert event.data["data"]["url"] == "/kuma-bouhan/duties/signs"
    assert "Error" not in caplog.text


async def test_a_phone_is_told_of_what_is_overdue_in_the_words_of_the_list(
    house: House, due: Due, made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    told = await made(
        DUTY_PATH,
        kinds=["complaint_answer"],
        list=house.entity_id("todo", f"{SITE}_duties"),
    )
    await due.lay(COMPLAINT, replace(COMPLAINT, kind=DutyKind.INCIDENT))
    (event,) = told
    shows_nothing(event)
    assert event.data["message"] == "Give the first answer to a complaint or inquiry (no. 4)"
    assert "Error" not in caplog.text


def test_every_kind_of_duty_can_be_chosen() -> None:
    inputs = load_yaml_dict(str(BLUEPRINTS / DUTY_PATH))["blueprint"]["input"]
    options = inputs["kinds"]["selector"]["select"]["options"]
    assert [one["value"] for one in options] == [*DutyKind]


async def test_a_phone_is_told_that_a_camera_does_not_record_and_that_it_does_again(
    hass: HomeAssistant,
    house: House,
    made: Made,
    freezer: FrozenDateTimeFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    problem = house.entity_id("binary_sensor", f"{CAMERA}_recording_problem")
    told = await made(GAP_PATH, problems=[problem], minutes=5)
    house.site._reported(StateReport(CAMERA, RecordingState.CAMERA_UNAVAILABLE, NOON, None))
    await house.settle()
    assert told == []
    freezer.tick(timedelta(minutes=5, seconds=1))
    async_fire_time_changed(hass)
    await house.settle()
    (event,) = told
    shows_nothing(event)
    assert (event.data["title"][:7], event.data["message"]) == ("録画されていま", "Gate camera")
    for minutes, reason in (
        (4, GapReason.CAMERA_UNAVAILABLE),
        (9, GapReason.OUTSIDE_HOURS),
        (6, GapReason.CAMERA_UNAVAILABLE),
    ):
        gap = Gap(CAMERA, NOON, NOON + timedelta(minutes=minutes), reason)
        house.site._reported(gap)
        await house.settle()
    (_, event) = told
    shows_nothing(event)
    assert (event.data["title"][:8], event.data["message"]) == (
        "録画が再開しまし",
        "門: 6 分 / min",
    )
    assert "Error" not in caplog.text


async def test_a_phone_is_told_when_the_disk_lasts_for_few_more_days(
    house: House, made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    house.site.free_days = 9.0
    house.site._tell()
    told = await made(DISK_PATH, forecast=house.entity_id("sensor", f"{SITE}_space_forecast"))
    for days in (6.54, 6.4):
        house.site.free_days = days
        house.site._tell()
        await house.settle()
    (event,) = told
    shows_nothing(event)
    assert event.data["message"] == "あと約6.5日 / 6.5 days left"
    assert "Error" not in caplog.text


async def test_a_rule_is_run_at_its_time_and_no_phone_is_told(
    hass: HomeAssistant, house: House, made: Made, freezer: FrozenDateTimeFactory
) -> None:
    await hass.config.async_set_time_zone("UTC")
    ran = async_mock_service(hass, DOMAIN, "run_purge_rule")
    told = await made(RULE_PATH, rule="7c" * 16, time="03:30:00")
    freezer.move_to(NOON.replace(minute=30, second=1))
    async_fire_time_changed(hass)
    await house.settle()
    (call,) = ran
    assert call.data == {"rule": "7c" * 16}
    assert told == []
    (automation,) = hass.states.async_all("automation")
    await house.call("automation.turn_off", house.person, {"entity_id": automation.entity_id})
