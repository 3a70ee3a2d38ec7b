"""Complaints, incidents and instruction at the panel: deeds over HTTP, sections over the websocket, each as much as one may see."""

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from homeassistant.auth.models import User
import pytest
from pytest_homeassistant_custom_component.typing import (
    ClientSessionGenerator,
    MockHAClientWebSocket,
    WebSocketGenerator,
)

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, NOON, House
from .flows.person import sign_in
from .viewer import BASE

pytestmark = pytest.mark.freeze_time(NOON)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BROUGHT = {
    "what": "complaint",
    "way": "telephone",
    "cameras": [CAMERA],
    "received": (NOON - HOUR).isoformat(),
    "name": "阿蘇 次郎",
    "contact": "096-333-3333",
    "text": "門のカメラが気になる",
}
HAPPENED = {
    "what": "loss",
    "cameras": [CAMERA],
    "happened": (NOON - 2 * HOUR).isoformat(),
    "learned": (NOON - HOUR).isoformat(),
    "text": "媒体が見つからない",
    "measures": "探した",
}


@dataclass
class Caller:
    """Somebody signed in at the panel."""

    user: User
    client: Any
    socket: MockHAClientWebSocket

    async def do(self, deed: str, **body: Any) -> dict[str, Any]:
        answer = await self.client.post(f"{BASE}/deeds/{deed}", json=body)
        told: dict[str, Any] = await answer.json()
        assert answer.status == HTTPStatus.OK, told
        return told

    async def refused(self, deed: str, **body: Any) -> tuple[int, str]:
        answer = await self.client.post(f"{BASE}/deeds/{deed}", json=body)
        return answer.status, (await answer.json()).get("error", "")

    async def see(self, section: str) -> dict[str, Any]:
        await self.socket.send_json_auto_id({"type": f"{DOMAIN}/kept/{section}"})
        answer = await self.socket.receive_json()
        assert answer["success"], answer
        told: dict[str, Any] = answer["result"]
        return told


@pytest.fixture
async def house(empty_house: House) -> House:
    """Give a home with one camera, at the gate, whose clock shows UTC."""
    await empty_house.hass.config.async_set_time_zone("UTC")
    await empty_house.street(gate="Gate camera")
    await empty_house.found(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    assert await empty_house.start()
    await empty_house.recording(CAMERA)
    return empty_house


@pytest.fixture
async def owner(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Caller:
    """Sign the one who keeps the house in."""
    return Caller(house.owner, await hass_client(), await hass_ws_client())


@pytest.fixture
async def staff(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Caller:
    """Sign somebody in who knows the rules and sees nothing."""
    user = await house.hass.auth.async_create_user("利用者", group_ids=["system-users"])
    act = Appointed(role=Role.STAFF, user_id=user.id, since=NOON, name="阿蘇 花", title="")
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    client = (await sign_in(house.hass, hass_client, user)).client
    token = client.session.headers["Authorization"].removeprefix("Bearer ")
    return Caller(user, client, await hass_ws_client(access_token=token))


# --- Complaints


async def test_a_complaint_is_taken_down_by_staff_and_read_by_who_answers(
    owner: Caller, staff: Caller
) -> None:
    assert await staff.do("complaints/receive", **BROUGHT) == {"number": 1}
    assert await staff.see("complaints") == {
        "answer_days": 7,
        "closing_days": 30,
        "officers": [],
        "can": ["receive"],
        "complaints": [],
    }
    told = await owner.see("complaints")
    assert told["officers"] == [{"user_id": owner.user.id, "name": "熊本 花子"}]
    midnight = NOON.replace(hour=0, minute=0, second=0)
    assert told["complaints"] == [
        {
            "number": 1,
            "what": "complaint",
            "way": "telephone",
            "cameras": [CAMERA],
            "received": BROUGHT["received"],
            "by": staff.user.id,
            "by_name": "阿蘇 花",
            "officer": owner.user.id,
            "officer_name": "熊本 花子",
            "answer_due": (midnight + 8 * DAY).isoformat(),
            "closing_due": (midnight + 31 * DAY).isoformat(),
            "state": "received",
            "overdue": False,
            "name": BROUGHT["name"],
            "contact": BROUGHT["contact"],
            "text": BROUGHT["text"],
            "erased": False,
            "answers": [],
            "closed": None,
            "outcome": None,
            "remarks": "",
            "can": ["answer", "close"],
        }
    ]


async def test_a_complaint_is_answered_and_closed(owner: Caller) -> None:
    await owner.do("complaints/receive", **BROUGHT, officer=owner.user.id)
    at = NOON.replace(second=0).isoformat()
    said = {"number": 1, "answered": at, "way": "in_person", "explained": "範囲をお見せした"}
    assert await owner.do("complaints/answer", **said) == {}
    assert await owner.do("complaints/close", number=1, outcome="changed", remarks="向き") == {}
    (told,) = (await owner.see("complaints"))["complaints"]
    assert told["answers"] == [
        {
            "at": at,
            "way": "in_person",
            "by": owner.user.id,
            "by_name": "熊本 花子",
            "explained": "範囲をお見せした",
        }
    ]
    assert (told["state"], told["closed"], told["outcome"], told["remarks"], told["can"]) == (
        "closed",
        NOON.isoformat(),
        "changed",
        "向き",
        [],
    )
    assert await owner.refused("complaints/answer", **said) == (422, "complaint_closed")


async def test_what_stands_in_it_is_explained_from_what_is_set(
    owner: Caller, staff: Caller
) -> None:
    told = await owner.do("complaints/explain", cameras=[CAMERA], language="ja")
    assert "・門：撮影時間は24時間、画像の保存期間は7日間です。" in told["text"]
    told = await owner.do("complaints/explain", cameras=[])
    assert "footage is kept for 7 days" in told["text"]
    assert await staff.refused("complaints/explain", cameras=[]) == (
        403,
        "role_needed_answer_complaint",
    )


@pytest.mark.parametrize(
    ("deed", "body", "problem"),
    [
        ("complaints/receive", BROUGHT | {"what": "praise"}, "viewing_unreadable"),
        ("complaints/receive", BROUGHT | {"cameras": ["gate"]}, "unknown_camera"),
        ("complaints/receive", BROUGHT | {"officer": "nobody"}, "officer_unfit"),
        ("incidents/follow", {"number": 1, "informed": ["press"]}, "viewing_unreadable"),
        ("instruction/hold", {"users": [], "topics": [], "held": "now"}, "viewing_unreadable"),
    ],
)
async def test_what_cannot_be_read_is_said(
    owner: Caller, deed: str, body: dict[str, Any], problem: str
) -> None:
    assert await owner.refused(deed, **body) == (422, problem)


# --- Incidents


async def test_an_incident_is_noted_by_staff_followed_and_closed_by_who_runs_the_site(
    owner: Caller, staff: Caller
) -> None:
    assert await staff.do("incidents/note", **HAPPENED) == {"number": 1}
    assert await staff.see("incidents") == {"can": ["note"], "incidents": []}
    refused = (403, "role_needed_follow_incident")
    assert await staff.refused("incidents/close", number=1, prevention="数える") == refused
    await owner.do("incidents/follow", number=1, informed=["police", "site_owner"], text="届けた")
    await owner.do("incidents/close", number=1, prevention="数える")
    assert (await owner.see("incidents"))["incidents"] == [
        {
            "number": 1,
            "what": "loss",
            "cameras": [CAMERA],
            "happened": HAPPENED["happened"],
            "learned": HAPPENED["learned"],
            "by": staff.user.id,
            "by_name": "阿蘇 花",
            "text": "媒体が見つからない",
            "measures": "探した",
            "erased": False,
            "followed": [
                {
                    "at": NOON.isoformat(),
                    "by": owner.user.id,
                    "by_name": "熊本 花子",
                    "informed": ["police", "site_owner"],
                    "text": "届けた",
                }
            ],
            "informed": ["site_owner", "police"],
            "first_report": (NOON - HOUR + 5 * DAY).isoformat(),
            "full_report": (NOON - HOUR + 30 * DAY).isoformat(),
            "closed": NOON.isoformat(),
            "prevention": "数える",
            "can": [],
        }
    ]


async def test_an_incident_of_which_nobody_knows_when_it_happened_is_noted(owner: Caller) -> None:
    await owner.do("incidents/note", **HAPPENED | {"happened": None})
    (told,) = (await owner.see("incidents"))["incidents"]
    assert (told["happened"], told["closed"], told["can"]) == (None, None, ["follow", "close"])


# --- Instruction


async def test_an_instruction_is_held_and_acknowledged(owner: Caller, staff: Caller) -> None:
    told = await owner.see("instruction")
    person = {"user_id": staff.user.id, "name": "阿蘇 花", "roles": ["staff"], "can": ["hold"]}
    assert (told["can"], told["given"]) == (["hold"], [])
    first = {"last": None, "due": (NOON + 30 * DAY).isoformat(), "overdue": False}
    assert told["people"] == [person | first]
    given = {"users": [staff.user.id], "topics": ["privacy", "secrecy"], "held": NOON.isoformat()}
    assert await owner.do("instruction/hold", **given, text="読んだ") == {"number": 1}
    expected = {
        "number": 1,
        "held": NOON.isoformat(),
        "by": owner.user.id,
        "by_name": "熊本 花子",
        "users": [{"user_id": staff.user.id, "name": "阿蘇 花", "acknowledged": None}],
        "topics": ["privacy", "secrecy"],
        "text": "読んだ",
        "erased": False,
        "can": ["acknowledge"],
    }
    assert await staff.see("instruction") == {"can": [], "people": [], "given": [expected]}
    assert await staff.do("instruction/acknowledge", number=1) == {}
    told = await owner.see("instruction")
    due = {"last": NOON.isoformat(), "due": (NOON + 365 * DAY).isoformat(), "overdue": False}
    assert told["people"] == [person | due]
    (given_to,) = told["given"][0]["users"]
    assert (given_to["acknowledged"], told["given"][0]["can"]) == (NOON.isoformat(), [])


async def test_nobody_instructs_themselves(owner: Caller) -> None:
    given = {"users": [owner.user.id], "topics": ["privacy"], "held": NOON.isoformat()}
    assert await owner.refused("instruction/hold", **given) == (422, "instruction_of_oneself")
