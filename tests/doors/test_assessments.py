"""Thinking cameras over at the panel: over real HTTP and a real websocket."""

from datetime import datetime, timedelta
from typing import Any

from aiohttp.test_utils import TestClient
from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.typing import (
    ClientSessionGenerator,
    MockHAClientWebSocket,
    WebSocketGenerator,
)

from custom_components.kuma_bouhan.const import DOMAIN

from .conftest import CAMERA, NOON, House
from .doors import ANSWERS

pytestmark = pytest.mark.freeze_time(NOON)

YEAR = timedelta(days=365)
AREAS = [[0, 0, 0.5, 0.25], [0.75, 0.5, 0.25, 0.5]]


@pytest.fixture
async def client(house: House, hass_client: ClientSessionGenerator) -> TestClient[Any, Any]:
    return await hass_client()


@pytest.fixture
async def socket(house: House, hass_ws_client: WebSocketGenerator) -> MockHAClientWebSocket:
    return await hass_ws_client()


async def done(client: TestClient[Any, Any], deed: str, **body: Any) -> tuple[int, dict[str, Any]]:
    """Have something done; return the status and what is answered."""
    answer = await client.post(f"/api/{DOMAIN}/deeds/assessments/{deed}", json=body)
    told: dict[str, Any] = await answer.json()
    return answer.status, told


async def shown(socket: MockHAClientWebSocket) -> dict[str, Any]:
    """Return what the panel is told of the one camera."""
    await socket.send_json_auto_id({"type": f"{DOMAIN}/kept/assessments"})
    answer = await socket.receive_json()
    assert answer["success"], answer
    (told,) = answer["result"]["assessments"]
    only: dict[str, Any] = told
    return only


def moments(told: dict[str, Any]) -> tuple[datetime, datetime]:
    """Return when the answers were last gone through, and when they are to be again."""
    return datetime.fromisoformat(told["reviewed"]), datetime.fromisoformat(told["due"])


async def test_a_camera_that_nobody_thought_over_is_told_as_due(
    house: House, socket: MockHAClientWebSocket
) -> None:
    told = await shown(socket)
    assert told | {"due": datetime.fromisoformat(told["due"])} == {
        "camera": CAMERA,
        "place": "門",
        "edition": None,
        "reviewed": None,
        "by": "",
        "name": "",
        "due": NOON,
        "answers": None,
        "erased": False,
        "earlier": [],
        "entity_id": house.source("gate").entity_id,
        "can": ["write"],
    }


async def test_answers_are_told_with_what_the_picture_leaves_out(
    house: House,
    client: TestClient[Any, Any],
    socket: MockHAClientWebSocket,
    freezer: FrozenDateTimeFactory,
) -> None:
    written = await done(client, "write", camera=CAMERA, **ANSWERS, excluded=AREAS)
    assert written == (200, {"edition": 1})
    told = await shown(socket)
    assert told["answers"] == {**ANSWERS, "excluded": AREAS}
    assert (told["edition"], told["by"], told["name"]) == (1, house.owner.id, "熊本 花子")
    assert told["can"] == ["review", "write"]
    assert moments(told) == (NOON, NOON + YEAR)
    reviewed = NOON + timedelta(minutes=5)
    freezer.move_to(reviewed)
    assert await done(client, "review", camera=CAMERA) == (200, {})
    told = await shown(socket)
    assert moments(told) == (reviewed, reviewed + YEAR)


async def test_answers_that_were_overwritten_are_told_as_gone(
    house: House, client: TestClient[Any, Any], socket: MockHAClientWebSocket
) -> None:
    await done(client, "write", camera=CAMERA, **ANSWERS)
    seq = house.site.desk.registers.assessments.by_camera[CAMERA].seq
    await house.hass.async_add_executor_job(house.site.desk.book.erase_personal, seq)
    told = await shown(socket)
    assert (told["edition"], told["answers"], told["erased"]) == (1, None, True)


async def test_earlier_editions_are_told_the_newest_first_and_which_were_overwritten(
    house: House, client: TestClient[Any, Any], socket: MockHAClientWebSocket
) -> None:
    for _ in range(3):
        await done(client, "write", camera=CAMERA, **ANSWERS)
    first, *_ = house.site.desk.registers.assessments.by_camera[CAMERA].editions
    await house.hass.async_add_executor_job(house.site.desk.book.erase_personal, first.seq)
    told = await shown(socket)
    assert (told["edition"], told["erased"]) == (3, False)
    seen = [(one["edition"], one["name"], one["erased"]) for one in told["earlier"]]
    assert seen == [(2, "熊本 花子", False), (1, "熊本 花子", True)]
    assert {datetime.fromisoformat(one["at"]) for one in told["earlier"]} == {NOON}


@pytest.mark.parametrize(
    "excluded", ["all", [[0, 0, 1]], [[0, 0, 1, "1"]], [[0, 0, 1, True]], [0, 0, 1, 1]]
)
async def test_areas_that_cannot_be_read_are_said_so(
    client: TestClient[Any, Any], excluded: Any
) -> None:
    status, told = await done(client, "write", camera=CAMERA, **ANSWERS, excluded=excluded)
    assert (status, told["error"]) == (422, "viewing_unreadable")
    assert told["blanks"] == {"field": "excluded"}


async def test_a_question_without_an_answer_is_named(client: TestClient[Any, Any]) -> None:
    status, told = await done(client, "write", camera=CAMERA, **ANSWERS | {"milder": " "})
    assert (status, told) == (422, {"error": "text_missing", "blanks": {"field": "milder"}})


async def test_no_answer_stands_in_an_event_or_a_state(
    house: House, client: TestClient[Any, Any]
) -> None:
    heard: list[str] = []
    house.hass.bus.async_listen("*", lambda event: heard.append(str(event.data)))
    words = "近所で空き巣が続いた"
    await done(client, "write", camera=CAMERA, **ANSWERS | {"why": words})
    await house.settle()
    assert not [data for data in heard if words in data]
    assert not [state for state in house.hass.states.async_all() if words in str(state.as_dict())]
