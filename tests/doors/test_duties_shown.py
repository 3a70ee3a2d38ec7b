"""The panel's list of duties: what is due of what somebody may do."""

from dataclasses import replace
from typing import Any

import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, NOON, SITE, House
from .duties import COMPLAINT, DAY, SIGN, TAUGHT, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)


async def shown(socket: Any) -> list[dict[str, Any]]:
    """Return what is listed."""
    await socket.send_json_auto_id({"type": f"{DOMAIN}/kept/duties"})
    answer = await socket.receive_json()
    assert answer["success"], answer
    found: list[dict[str, Any]] = answer["result"]["duties"]
    return found


async def test_the_one_person_of_a_home_sees_what_stands_on_every_list(
    house: House, due: Due, hass_ws_client: WebSocketGenerator
) -> None:
    await house.hass.config.async_set_time_zone("UTC")
    await due.lay(SIGN, COMPLAINT, TAUGHT)
    complaint, sign, yearly = await shown(await hass_ws_client())
    at = house.site.desk.zone
    assert complaint == {
        "id": "complaint_answer:4",
        "kind": "complaint_answer",
        "due": COMPLAINT.due.astimezone(at).isoformat(),
        "overdue": True,
        "soon": False,
        "camera": None,
        "place": None,
        "number": 4,
        "path": "/kuma-bouhan/duties/complaints/4",
        "mine": True,
        "parts": [],
    }
    assert (sign["camera"], sign["place"], sign["overdue"], sign["soon"]) == (
        CAMERA,
        "門",
        False,
        True,
    )
    assert (yearly["id"], yearly["path"]) == ("yearly_check", "/kuma-bouhan/duties")
    (taught,) = yearly["parts"]
    assert (taught["overdue"], taught["soon"]) == (False, False)


async def test_what_a_home_looks_at_once_a_year_is_counted_and_listed_as_one(
    house: House, due: Due, hass_ws_client: WebSocketGenerator
) -> None:
    late = replace(TAUGHT, due=NOON - DAY)
    await due.lay(COMPLAINT, late, replace(late, about="2f" * 16))
    listed = await shown(await hass_ws_client())
    assert [one["kind"] for one in listed if one["overdue"]] == ["complaint_answer", "yearly_check"]
    assert len(listed[1]["parts"]) == 2
    assert house.state("sensor", f"{SITE}_duties_overdue") == "2"
    assert house.state("todo", f"{SITE}_duties") == "2"


async def test_staff_sees_what_staff_may_do(
    house: House, due: Due, hass_ws_client: WebSocketGenerator
) -> None:
    auth = house.hass.auth
    user = await auth.async_create_user("従業員", group_ids=["system-users"])
    office = Appointed(role=Role.STAFF, user_id=user.id, since=NOON - DAY, name="従業員", title="")
    await house.site.desk.append(office, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    await due.lay(SIGN, COMPLAINT, TAUGHT, replace(SIGN, camera="e" * 32))
    refresh = await auth.async_create_refresh_token(user, "https://example.invalid")
    socket = await hass_ws_client(access_token=auth.async_create_access_token(refresh))
    assert [(one["kind"], one["place"]) for one in await shown(socket)] == [
        ("sign", "門"),
        ("sign", None),
    ]
