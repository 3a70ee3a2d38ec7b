"""Days and moments out of reach: every door that takes one turns them down with words, east and west of Greenwich."""

from collections.abc import Iterator, Mapping
from datetime import date
import re
from typing import Any

from aiohttp.test_utils import TestClient
from homeassistant.core import SupportsResponse
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv
from homeassistant.util.yaml import load_yaml_dict
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN, SUBENTRY_CONTRACTOR
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.websocket_api import COMMANDS
from custom_components.kuma_bouhan.when import day_in, moment_in
from tests.house.source import HOUSE, read_json

from .conftest import CAMERA, NOON, House
from .doors import PLACES, doors
from .flows.person import SUBENTRIES, Browsers, Flow, Person, sign_in

pytestmark = pytest.mark.freeze_time(NOON)

FAR = ("0001-01-01", "1970-12-31", "9999-12-31")
TOLD = "year_out_of_range"
ACTIONS = load_yaml_dict(HOUSE / "services.yaml")

type Wish = tuple[str, Mapping[str, Any]]
"""A door, and what is sent to it."""


@pytest.fixture(params=["Asia/Tokyo", "America/New_York"])
async def house(empty_house: House, request: pytest.FixtureRequest) -> House:
    """Give a home east of Greenwich, and one west of it."""
    await empty_house.hass.config.async_set_time_zone(request.param)
    await empty_house.street(gate="Gate camera")
    await empty_house.found(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    assert await empty_house.start()
    await empty_house.recording(CAMERA)
    return empty_house


@pytest.fixture
async def wishes(house: House) -> dict[str, Mapping[str, Any]]:
    """Return what is sent to every door."""
    neighbour = await house.hass.auth.async_create_user("花子", group_ids=["system-users"])
    return {name: knock.data for name, knock in doors(house, neighbour.id).items()}


@pytest.fixture
async def owner(house: House, hass_client: Browsers) -> Person:
    """Give the one person of the home."""
    return await sign_in(house.hass, hass_client, house.owner)


def far(door: str, data: Mapping[str, Any], field: str, *, of_days: bool) -> Iterator[Wish]:
    """Yield what is sent to a door with each of the far days, or a moment of it, in a field."""
    for day in FAR:
        yield door, {**data, field: day if of_days else f"{day}T23:59:59"}


async def test_every_action_says_so(house: House, wishes: dict[str, Mapping[str, Any]]) -> None:
    asked = set()
    for action in ACTIONS:
        door = next(name for name in wishes if name.split(" ")[:2] == ["action", action])
        answers = house.hass.services.supports_response(DOMAIN, action)
        for field, of_days in _days_of_action(action):
            for _, data in far(door, wishes[door], field, of_days=of_days):
                with pytest.raises(HomeAssistantError) as error:
                    await house.call(
                        f"{DOMAIN}.{action}",
                        house.person,
                        dict(data),
                        return_response=answers is not SupportsResponse.NONE,
                    )
                assert error.value.translation_key == TOLD, (action, data)
            asked.add((action, field))
    assert asked >= {("list_footage", "start"), ("appoint", "until"), ("record_handover", "due")}
    assert len(asked) == 17


async def test_every_command_of_the_panel_says_so(
    house: House, wishes: dict[str, Mapping[str, Any]], hass_ws_client: WebSocketGenerator
) -> None:
    socket = await hass_ws_client()
    asked = set()
    for name, (_, schema) in COMMANDS.items():
        door = next(one for one in wishes if one.split(" ")[1:2] == [f"{DOMAIN}/{name}"])
        for field, kind in schema.items():
            if kind not in (cv.datetime, cv.date):
                continue
            for _, data in far(door, wishes[door], str(field), of_days=kind is cv.date):
                await socket.send_json_auto_id({"type": f"{DOMAIN}/{name}", **data})
                answer = await socket.receive_json()
                assert answer["error"]["translation_key"] == TOLD, (name, data, answer)
            asked.add(name)
    assert asked == {"appoint", "end_appointment", "hand_over", "register"}


async def test_every_body_says_so(wishes: dict[str, Mapping[str, Any]], owner: Person) -> None:
    asked = set()
    for door, data in wishes.items():
        for field, given in data.items():
            if not (door.startswith("view") and _is_day_or_moment(given)):
                continue
            for _, body in far(door, data, field, of_days=len(given) == len(FAR[0])):
                assert await _told(owner.client, door, body) == (422, TOLD), (door, body)
            asked.add(door)
    assert len(asked) > 20


async def test_every_form_says_so(house: House, owner: Person) -> None:
    hanako = await house.hass.auth.async_create_user("阿蘇", group_ids=["system-users"])
    entry = house.entry.entry_id
    filled: dict[str, dict[str, Any]] = {
        "appoint": {"role": "operator", "person": hanako.id},
        "end": {"role": "operator", "person": house.owner.id, "secrecy": True},
        "hand_over": {"role": "manager", "person": hanako.id, "secrecy": True},
        "contractor": {
            "company": "阿蘇警備保障",
            "task": "guarding",
            "task_text": "夜間の入口の警備",
            "reason": "夜間に人がいないため",
            "terms": {"clause": True, "start": "2026-11-23", "until": "2027-03-31"},
            "person": {},
        },
    }
    words = read_json("translations/en.json")
    errors = {
        **dict.fromkeys(("appoint", "end", "hand_over"), words["options"]["error"]),
        "contractor": words["config_subentries"][SUBENTRY_CONTRACTOR]["error"],
    }
    asked = 0
    for form, data in filled.items():
        flow = await (
            owner._begin(SUBENTRIES, handler=[entry, SUBENTRY_CONTRACTOR])
            if form == "contractor"
            else owner.people(entry, form)
        )
        for section, field, of_days in _days_of_form(flow):
            inner = data[section] if section else data
            for _, given in far(form, inner, field, of_days=of_days):
                await flow.answer(**({**data, section: given} if section else given))
                assert flow.errors == {section or "base": TOLD}, (form, given)
                errors[form][TOLD].format_map(flow.blanks)
            asked += 1
    source = "".join(path.read_text() for path in (HOUSE / "flows").glob("*.py"))
    assert asked == len(re.findall(r"Date(?:Time)?Selector\(\)", source))


async def test_what_cannot_be_read_is_no_day_and_no_moment(house: House) -> None:
    for text in ("", "soon", "2026-13-01", "2026-02-30 1:00", "2026-11-23T25:00"):
        with pytest.raises(Problem, match="viewing_unreadable"):
            moment_in(text)
        with pytest.raises(Problem, match="viewing_unreadable"):
            day_in(text)


async def test_the_last_day_that_can_be_said_can_be_reckoned_with(
    house: House, owner: Person
) -> None:
    terms = {
        "company": "阿蘇警備保障",
        "task": "guarding",
        "task_text": "夜間の入口の警備",
        "reason": "夜間に人がいないため",
        "clause": True,
        "start": "1971-01-01",
        "until": "9998-12-31",
    }
    answer = await owner.client.post(f"/api/{DOMAIN}/deeds/contracts/make", json=terms)
    assert answer.status == 200, await answer.text()
    await house.settle()
    await house.stop()
    assert await house.start()
    (found,) = house.site.desk.registers.contracts.by_id.values()
    assert found.until.astimezone(house.site.desk.zone).date() == date(9999, 1, 1)


def _days_of_action(action: str) -> Iterator[tuple[str, bool]]:
    """Yield the fields of an action that take a moment, or a day."""
    about: dict[str, Any] = ACTIONS[action] or {}
    for field, asked in about.get("fields", {}).items():
        if kinds := asked["selector"].keys() & {"date", "datetime"}:
            yield field, kinds == {"date"}


def _days_of_form(flow: Flow) -> Iterator[tuple[str | None, str, bool]]:
    """Yield the fields of a form that take a moment, or a day, and the section that each is in."""
    for field in flow.at["data_schema"]:
        inside = field["schema"] if field.get("type") == "expandable" else [field]
        for one in inside:
            if kinds := one.get("selector", {}).keys() & {"date", "datetime"}:
                yield (None if one is field else field["name"]), one["name"], kinds == {"date"}


def _is_day_or_moment(given: Any) -> bool:
    return isinstance(given, str) and re.match(r"\d{4}-\d\d-\d\d", given) is not None


async def _told(
    client: TestClient[Any, Any], door: str, data: Mapping[str, Any]
) -> tuple[int, str]:
    """Send a body, or a query, and return the status and the key of the sentence."""
    _, method, path, *_ = door.split(" ")
    asked, sent = (data, None) if method == "GET" else (None, data)
    answer = await client.request(method, path.format_map(PLACES), params=asked, json=sent)
    return answer.status, (await answer.json()).get("error", "")
