"""Rules of early erasure at the panel and by action: 4(4)エ."""

from datetime import time, timedelta
from http import HTTPStatus
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.exceptions import HomeAssistantError
import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.guideline.recording import Hours

from .conftest import CAMERA, NOON, PASSPHRASE, SITE, House
from .test_signs import Panel

pytestmark = pytest.mark.freeze_time(NOON)

MINUTE = timedelta(minutes=1)
RULE = {
    "cameras": [CAMERA],
    "start": "03:00",
    "end": "03:10",
    "weekdays": [0, 1, 2, 3, 4, 5, 6],
    "name": "開店準備",
    "reason": "従業員しか映らない",
}
"""These tests begin within it, in UTC."""


@pytest.fixture
async def panel(
    empty_house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Panel:
    """Sign the one person of a home in, whose clocks show UTC; the camera itself records nothing now."""
    house = empty_house
    await house.hass.config.async_set_time_zone("UTC")
    await house.street(gate="Gate camera")
    hours = Hours(time(10), time(11))
    await house.found(house.watch(CAMERA, house.source("gate").id, "門", hours=hours))
    assert await house.start()
    return Panel(await hass_client(), await hass_ws_client())


@pytest.fixture
def house(empty_house: House, panel: Panel) -> House:
    """Return the house they are in."""
    return empty_house


async def signed(panel: Panel) -> str:
    status, answer = await panel.do("purge_rules/sign", **RULE, passphrase=PASSPHRASE)
    assert status == HTTPStatus.OK, answer
    return str(answer["rule"])


async def test_the_manager_signs_a_rule_by_passphrase_and_it_is_listed(
    house: House, panel: Panel
) -> None:
    assert await panel.section("purge_rules") == {"rules": [], "can": ["sign"]}
    locked, answer = await panel.do("purge_rules/sign", **RULE)
    assert (locked, answer["error"]) == (HTTPStatus.FORBIDDEN, "unlock_first")
    rule = await signed(panel)
    assert await panel.section("purge_rules") == {
        "rules": [
            {
                "rule": rule,
                "number": 1,
                **RULE,
                "by": house.owner.id,
                "by_name": "熊本 花子",
                "at": NOON.isoformat(),
                "run": None,
                "can": ["end", "run"],
            }
        ],
        "can": ["sign"],
    }


async def test_an_automation_has_go_what_the_rule_lets_go(
    house: House, panel: Panel, freezer: FrozenDateTimeFactory
) -> None:
    rule = await signed(panel)
    await house.record(CAMERA, NOON + MINUTE, NOON + 12 * MINUTE)
    freezer.tick(20 * MINUTE)
    told = await house.call(
        "kuma_bouhan.run_purge_rule", house.automation, {"rule": rule}, return_response=True
    )
    await house.settle()
    assert (told["chunks"], told["left_out"]) == (1, 0)
    assert told["bytes"] > 0
    (chunk,) = await house.chunks(CAMERA, NOON + MINUTE, NOON + 19 * MINUTE)
    assert chunk.start == NOON + 12 * MINUTE
    event = house.attributes("event", f"{SITE}_erasure")
    assert (event["event_type"], event["cameras"]) == ("purge_rule", [CAMERA])
    (listed,) = (await panel.section("purge_rules"))["rules"]
    assert listed["run"] == (NOON + 20 * MINUTE).isoformat()


@pytest.mark.parametrize("said", [2, "2", " ２ ", "第2号", "No. 2", "#2"])
async def test_an_automation_calls_a_rule_by_the_number_that_the_panel_shows(
    house: House, panel: Panel, said: int | str
) -> None:
    ended = await signed(panel)
    await panel.do("purge_rules/end", rule=ended)
    rule = await signed(panel)
    (listed,) = (await panel.section("purge_rules"))["rules"]
    assert (listed["rule"], listed["number"]) == (rule, 2)
    told = await house.call(
        "kuma_bouhan.run_purge_rule", house.automation, {"rule": said}, return_response=True
    )
    assert told == {"chunks": 0, "bytes": 0, "left_out": 0}
    (run,) = {entry.act.rule for entry in house.acts("purge_rule_run")}  # type: ignore[attr-defined]
    assert run == rule


@pytest.mark.parametrize("said", ["1", "3", "", "第2", "開店準備"])
async def test_what_calls_no_rule_that_stands_erases_nothing(
    house: House, panel: Panel, said: str
) -> None:
    await panel.do("purge_rules/end", rule=await signed(panel))
    with pytest.raises(HomeAssistantError) as error:
        await house.call("kuma_bouhan.run_purge_rule", house.automation, {"rule": said})
    assert error.value.translation_key == "rule_unknown"
    assert house.acts("purge_rule_run") == []


async def test_a_person_runs_it_at_the_panel_and_ends_it(house: House, panel: Panel) -> None:
    rule = await signed(panel)
    assert await panel.do("purge_rules/run", rule=rule) == (
        HTTPStatus.OK,
        {"chunks": 0, "bytes": 0, "left_out": 0},
    )
    assert await panel.do("purge_rules/end", rule=rule) == (HTTPStatus.OK, {})
    status, answer = await panel.do("purge_rules/run", rule=rule)
    assert (status, answer["error"]) == (422, "rule_unknown")
    with pytest.raises(HomeAssistantError) as error:
        await house.call("kuma_bouhan.run_purge_rule", house.automation, {"rule": rule})
    assert error.value.translation_key == "rule_unknown"


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"start": "3:00"}, "viewing_unreadable"),
        ({"end": "24:00"}, "viewing_unreadable"),
        ({"end": "03:00+09:00"}, "viewing_unreadable"),
        ({"weekdays": [7]}, "viewing_unreadable"),
        ({"weekdays": [True]}, "viewing_unreadable"),
        ({"weekdays": "0"}, "viewing_unreadable"),
        ({"weekdays": []}, "rule_weekdays_missing"),
        ({"cameras": []}, "no_cameras"),
        ({"name": ""}, "rule_name_missing"),
        ({"reason": None}, "viewing_unreadable"),
    ],
)
async def test_what_cannot_be_read_is_said(
    house: House, panel: Panel, changed: dict[str, Any], key: str
) -> None:
    sent = RULE | changed | {"passphrase": PASSPHRASE}
    status, answer = await panel.do("purge_rules/sign", **sent)
    assert (status, answer["error"]) == (422, key)
    assert not house.acts("purge_rule_signed")


async def test_the_act_that_is_told_to_everybody_holds_a_count_and_no_reason(
    house: House, panel: Panel, freezer: FrozenDateTimeFactory
) -> None:
    heard = async_capture_events(house.hass, "kuma_bouhan_act")
    rule = await signed(panel)
    await house.record(CAMERA, NOON + MINUTE)
    freezer.tick(20 * MINUTE)
    await panel.do("purge_rules/run", rule=rule)
    await house.settle()
    told = {event.data["kind"]: event.data for event in heard}
    assert told["purge_rule_run"]["count"] == 1
    assert "従業員しか映らない" not in str(told) and "開店準備" not in str(told)
