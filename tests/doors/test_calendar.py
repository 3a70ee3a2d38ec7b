"""The calendar: what falls due and what ends, by day or by the minute, and no word about anybody."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, snapshot_platform
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.guideline.contracts import Task
from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door
from custom_components.kuma_bouhan.records.contract import ContractMade
from custom_components.kuma_bouhan.records.entry import Phase

from .asker import HOUR_END, SPAN, at_home, day_after
from .conftest import CAMERA, NOON, SITE, House
from .duties import COMPLAINT, DAY, SIGN, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

CONTRACT = "4a" * 16


@pytest.fixture
async def in_utc(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")


async def events(house: House, days: int = 60, before: int = 30) -> list[dict[str, Any]]:
    """Return what stands in the calendar around now."""
    entity_id = house.entity_id("calendar", f"{SITE}_duties")
    answer = await house.call(
        "calendar.get_events",
        house.automation,
        {
            "entity_id": entity_id,
            "start_date_time": (NOON - before * DAY).isoformat(),
            "end_date_time": (NOON + days * DAY).isoformat(),
        },
        return_response=True,
    )
    found: list[dict[str, Any]] = answer[entity_id]["events"]
    return found


async def test_what_is_due_stands_on_its_day_done_or_not(
    in_utc: None, house: House, due: Due
) -> None:
    await due.lay(SIGN, COMPLAINT)
    assert await events(house, days=5) == [
        {
            "start": "2026-11-22",
            "end": "2026-11-23",
            "summary": "Give the first answer to a complaint or inquiry (no. 4)",
            "description": "In the panel: /kuma-bouhan/duties/complaints/4",
        },
        {
            "start": "2026-11-26",
            "end": "2026-11-27",
            "summary": "Look at the sign: 門",
            "description": "In the panel: /kuma-bouhan/duties/signs",
        },
    ]
    assert await events(house, days=2, before=0) == []


async def test_what_comes_next_is_the_event_of_the_calendar(
    in_utc: None, house: House, due: Due
) -> None:
    await due.lay(SIGN, COMPLAINT)
    said = house.attributes("calendar", f"{SITE}_duties")
    assert house.state("calendar", f"{SITE}_duties") == "off"
    assert said["message"] == "Look at the sign: 門"
    assert (said["start_time"], said["all_day"]) == ("2026-11-26 00:00:00", True)
    await due.lay()
    assert "message" not in house.attributes("calendar", f"{SITE}_duties")


async def test_a_day_begins_before_any_of_its_hours(in_utc: None, house: House, due: Due) -> None:
    act, hour = Act.APPROVE_EXTENSION, SIGN.due - timedelta(hours=1)
    await due.lay(Duty(kind=DutyKind.DECISION, due=hour, act=act, number=7), SIGN)
    said = house.attributes("calendar", f"{SITE}_duties")
    assert said["message"] == "Look at the sign: 門"


async def test_what_is_over_makes_room_for_the_next_at_midnight_in_the_sites_own_time(
    hass: HomeAssistant, house: House, due: Due, freezer: FrozenDateTimeFactory
) -> None:
    def message() -> str:
        return str(house.attributes("calendar", f"{SITE}_duties")["message"])

    await due.lay(SIGN, replace(COMPLAINT, due=NOON + 20 * DAY))
    midnight = datetime(2026, 11, 26, tzinfo=house.site.desk.zone)
    for moment, expected in {
        midnight - timedelta(minutes=2): "Look at the sign: 門",
        midnight: "Give the first answer to a complaint or inquiry (no. 4)",
    }.items():
        freezer.move_to(moment)
        async_fire_time_changed(hass)
        await house.settle()
        assert message() == expected


async def test_the_next_erasure_stands_in_it_and_is_never_its_event(
    in_utc: None, house: House, due: Due
) -> None:
    early = NOON - timedelta(hours=3)
    await house.record(CAMERA, early)
    (found,) = await events(house)
    end = early.replace(minute=0, second=0) + timedelta(hours=1, days=7)
    assert found["start"] == end.isoformat()
    assert found["end"] == (end + timedelta(minutes=15)).isoformat()
    assert found["summary"] == "The oldest footage is erased: 門"
    assert "message" not in house.attributes("calendar", f"{SITE}_duties")


async def test_the_ends_of_what_is_held_stand_in_it(
    empty_house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> None:
    asker = await at_home(empty_house, hass_client, hass_ws_client)
    number = (await asker.ask("extension", **SPAN, until=day_after(NOON, 20), reason="傷害"))[
        "number"
    ]
    summaries = {one["summary"]: one for one in await events(empty_house)}
    until = HOUR_END + 10 * DAY
    held = summaries[f"Footage is kept no longer (no. {number})"]
    assert held["start"] == until.isoformat()
    assert held["description"] == f"In the panel: /kuma-bouhan/requests/{number}"
    assert summaries[f"Decide about a request (no. {number})"]["start"] == until.isoformat()
    await asker.unlock()
    await asker.ask("extension/approve", number=number)
    summaries = {one["summary"]: one for one in await events(empty_house)}
    assert summaries[f"Footage is kept no longer (no. {number})"]["start"] == day_after(NOON, 20)
    assert f"Decide about a request (no. {number})" not in summaries
    assert "傷害" not in str(summaries)


async def test_the_end_of_a_contract_stands_in_it_without_the_company(
    in_utc: None, house: House, due: Due
) -> None:
    act = ContractMade(
        contract=CONTRACT,
        task=Task.GUARDING,
        clause=True,
        start=NOON - DAY,
        until=NOON.replace(hour=0, minute=0, second=0) + 40 * DAY,
        company="警備会社",
        contact="096-333-3333",
        task_text="巡回",
        reason_text="人手がない",
    )
    await house.site.desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    (found,) = [one for one in await events(house) if "contract" in one["summary"]]
    assert found["start"] == day_after(NOON, 39)
    assert found["summary"] == "A contract ends (no. 1)"
    assert found["description"] == f"In the panel: /kuma-bouhan/duties/contracts/{CONTRACT}"


async def test_nobody_writes_into_it(house: House, due: Due) -> None:
    data = {
        "entity_id": house.entity_id("calendar", f"{SITE}_duties"),
        "summary": "画像を見る",
        "start_date": "2026-11-24",
        "end_date": "2026-11-25",
    }
    with pytest.raises(HomeAssistantError):
        await house.call("calendar.create_event", house.person, data)


@pytest.fixture
def only_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.CALENDAR])


@pytest.mark.usefixtures("only_calendar", "in_utc")
async def test_the_calendar(
    hass: HomeAssistant,
    house: House,
    due: Due,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    await due.lay(SIGN, COMPLAINT)
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)
