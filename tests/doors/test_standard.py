"""The operating standard over Home Assistant's doors: shown, added to, adopted, and an issue where it was left."""

from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from aiohttp.test_utils import TestClient
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_send
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.records.acts import SiteChanged
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import NOON, House
from .flows.person import sign_in
from .viewer import BASE

pytestmark = pytest.mark.freeze_time(NOON)

DEEDS = f"{BASE}/deeds/standard"
TODAY = "2026-11-22"
"""Where the test is: a day behind UTC."""


@pytest.fixture
async def browser(house: House, hass_client: ClientSessionGenerator) -> TestClient[Any, Any]:
    """Sign the one person of the home in."""
    return (await sign_in(house.hass, hass_client, house.owner)).client


@pytest.fixture
async def socket(house: House, hass_ws_client: WebSocketGenerator) -> Any:
    """Give that person a websocket."""
    token = await house.hass.auth.async_create_refresh_token(house.owner, client_id="https://x/")
    return await hass_ws_client(house.hass, house.hass.auth.async_create_access_token(token))


async def show(socket: Any, language: str = "ja") -> dict[str, Any]:
    await socket.send_json_auto_id({"type": f"{DOMAIN}/kept/standard", "language": language})
    answer = await socket.receive_json()
    assert answer["success"], answer
    told: dict[str, Any] = answer["result"]
    return told


async def post(browser: TestClient[Any, Any], name: str, **body: Any) -> tuple[int, Any]:
    answer = await browser.post(f"{DEEDS}/{name}", json=body)
    return answer.status, await answer.json()


async def settle(house: House, **changes: Any) -> None:
    settings = house.site.desk.registers.settings
    assert settings is not None
    act = SiteChanged(fields=tuple(changes), settings=settings.as_dict() | changes)
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)


def issues(house: House) -> set[str]:
    return {key for _, key in ir.async_get(house.hass).issues if key.startswith("standard_")}


async def adopt(browser: TestClient[Any, Any], socket: Any) -> None:
    told = await show(socket)
    status, answer = await post(
        browser,
        "adopt",
        adoption="general_meeting",
        on=TODAY,
        digest=told["digest"],
        remarks="定期総会",
    )
    assert (status, answer) == (HTTPStatus.OK, {"edition": len(told["editions"]) + 1})


async def test_it_is_shown_article_by_article_in_the_readers_language(socket: Any) -> None:
    told = await show(socket)
    assert [one["number"] for one in told["articles"]] == list(range(1, 9))
    assert told["articles"][0]["title"] == "目的"
    assert told["articles"][3]["paragraphs"][2] == {
        "text": "ア 画像を記録した媒体は、未定に施錠のうえ、保管する。",
        "depth": 1,
    }
    assert {"article": 8, "text": "必要な事項を別に定める人"} in told["undecided"]
    assert told["adopted"] is None and told["editions"] == [] and not told["drifted"]
    assert told["can"] == ["write", "adopt"]
    english = await show(socket, "en")
    assert english["articles"][0]["title"] == "Purpose"
    assert english["digest"] == told["digest"]


async def test_it_is_added_to_and_adopted(
    house: House, browser: TestClient[Any, Any], socket: Any
) -> None:
    assert await post(browser, "write", clauses={"8": "細則は掲示する。"}) == (HTTPStatus.OK, {})
    assert (await show(socket))["articles"][7]["clause"] == "細則は掲示する。"
    await adopt(browser, socket)
    told = await show(socket)
    adopted = told["adopted"]
    assert adopted["edition"] == 1 and adopted["adoption"] == "general_meeting"
    assert adopted["on"] == TODAY and adopted["remarks"] == "定期総会"
    assert adopted["by_name"] == told["editions"][0]["by_name"] != ""
    await settle(house, retention_days=9)
    told = await show(socket)
    (difference,) = told["difference"]
    assert told["drifted"] and difference["article"] == 4
    assert "9日間" in "".join(difference["after"])


async def test_what_cannot_be_read_is_told(browser: TestClient[Any, Any]) -> None:
    adopted = {"adoption": "other", "on": TODAY, "digest": "0" * 64}
    for name, body, key in (
        ("write", {}, "viewing_unreadable"),
        ("write", {"clauses": {"9": "x"}}, "viewing_unreadable"),
        ("write", {"clauses": {"1": 5}}, "viewing_unreadable"),
        ("adopt", adopted | {"adoption": "king"}, "viewing_unreadable"),
        ("adopt", adopted | {"on": "today"}, "viewing_unreadable"),
        ("adopt", adopted, "standard_changed"),
        (
            "adopt",
            adopted | {"on": f"{date.fromisoformat(TODAY) + timedelta(1)}"},
            "adoption_in_future",
        ),
    ):
        status, answer = await post(browser, name, **body)
        assert (status, answer["error"]) == (HTTPStatus.UNPROCESSABLE_ENTITY, key)


async def test_an_issue_stands_while_the_settings_have_left_it(
    house: House, browser: TestClient[Any, Any], socket: Any, freezer: Any
) -> None:
    await adopt(browser, socket)
    assert issues(house) == set()
    settings = house.site.desk.registers.settings
    assert settings is not None
    nothing = set[str]()
    for days, expected in ((9, {"standard_drifted"}), (settings.retention_days, nothing)):
        await settle(house, retention_days=days)
        freezer.tick(1)
        async_fire_time_changed(house.hass)
        await house.hass.async_block_till_done()
        assert issues(house) == expected


async def test_a_building_without_one_is_told_after_a_month_and_a_home_is_not(
    house: House, freezer: Any
) -> None:
    def look() -> None:
        async_dispatcher_send(house.hass, house.site.signal_state)

    await settle(house, profile=Profile.ASSOCIATION)
    freezer.tick(timedelta(days=29))
    look()
    assert issues(house) == set()
    freezer.tick(timedelta(days=2))
    look()
    assert issues(house) == {"standard_not_adopted"}
    await settle(house, profile=Profile.HOME)
    look()
    assert issues(house) == set()
