"""Events: footage was erased, footage is missing, somebody complained."""

from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import Platform
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event
import pytest
from pytest_homeassistant_custom_component.common import snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)

HOME_ASSISTANTS = {"device_class", "event_type", "event_types", "friendly_name"}


async def test_events(
    hass: HomeAssistant,
    house: House,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await house.stop()
    entity_registry.async_clear_config_entry(house.entry.entry_id)
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.EVENT])
    await house.start()
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)


@pytest.mark.parametrize("reason", GapReason)
async def test_a_gap_is_told_with_its_reason(house: House, reason: GapReason) -> None:
    house.site._reported(Gap(CAMERA, NOON - timedelta(seconds=30), NOON, reason))
    told = house.attributes("event", f"{SITE}_gap")
    assert told["event_type"] == reason.value
    assert {name: told[name] for name in told.keys() - HOME_ASSISTANTS} == {
        "camera": CAMERA,
        "start": (NOON - timedelta(seconds=30)).isoformat(),
        "end": NOON.isoformat(),
        "seconds": 30,
    }


async def test_an_erasure_is_told_by_what_and_when_and_no_names(house: House) -> None:
    await house.record(CAMERA, NOON - timedelta(days=8, hours=3), NOON - timedelta(days=8))
    assert await house.site.erasure.run() == 2
    await house.settle()
    told = house.attributes("event", f"{SITE}_erasure")
    assert told["event_type"] == "period_over"
    hour = NOON.replace(minute=0, second=0)
    assert {name: told[name] for name in told.keys() - HOME_ASSISTANTS} == {
        "cameras": [CAMERA],
        "hours": 2,
        "start": (hour - timedelta(days=8, hours=3)).isoformat(),
        "end": (hour - timedelta(days=8) + timedelta(hours=1)).isoformat(),
        "erased_at": NOON.isoformat(),
    }


# --- Complaints: by number and counts alone


def complaint(house: House, **changes: Any) -> ComplaintReceived:
    """Return a complaint of which much could be told."""
    given: dict[str, Any] = {
        "what": ComplaintKind.COMPLAINT,
        "way": Way.IN_PERSON,
        "cameras": (CAMERA,),
        "received": NOON,
        "officer": house.owner.id,
        "answer_due": NOON + 7 * DAY,
        "closing_due": NOON + 30 * DAY,
        "name": "阿蘇 次郎",
        "contact": "096",
        "text": "門",
    }
    return ComplaintReceived(**{"number": 1} | given | changes)


async def enter(house: House, *acts: RecordedAct) -> None:
    for act in acts:
        await house.site.desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    await house.settle()


def said(house: House) -> dict[str, Any]:
    told = house.attributes("event", f"{SITE}_complaint")
    return {name: told[name] for name in ("event_type", *(told.keys() - HOME_ASSISTANTS))}


def listen(house: House) -> list[tuple[str, int]]:
    """Return the list that what is told of complaints goes on."""
    heard: list[tuple[str, int]] = []
    entity_id = house.entity_id("event", f"{SITE}_complaint")

    @callback
    def changed(event: Event[EventStateChangedData]) -> None:
        if (new := event.data["new_state"]) and new.attributes.get("event_type"):
            heard.append((new.attributes["event_type"], new.attributes["number"]))

    async_track_state_change_event(house.hass, entity_id, changed)
    return heard


async def test_each_step_of_a_complaint_is_told_by_number_and_counts(house: House) -> None:
    await enter(house, complaint(house), complaint(house, number=2, answer_due=NOON))
    assert said(house) == {"event_type": "overdue", "number": 2, "open": 2, "overdue": 1}
    answer = ComplaintAnswered(number=2, answered=NOON, way=Way.MAIL, explained="説明")
    await enter(house, answer)
    assert said(house) == {"event_type": "answered", "number": 2, "open": 2, "overdue": 0}
    await enter(house, ComplaintClosed(number=2, outcome=Outcome.UNDERSTOOD, remarks="納得"))
    assert said(house) == {"event_type": "closed", "number": 2, "open": 1, "overdue": 0}


async def test_what_is_only_ordered_is_not_told(house: House) -> None:
    person = Actor(house.owner.id, Door.PANEL)
    await house.site.desk.append(complaint(house), person, Phase.ORDERED)
    await house.settle()
    assert said(house) == {"event_type": None}


async def test_that_a_complaint_is_overdue_is_told_once(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await enter(house, complaint(house), complaint(house, number=2))
    heard = listen(house)
    freezer.move_to(NOON + 7 * DAY)
    house.site._tell()
    await house.settle()
    house.site._tell()
    await enter(house, complaint(house, number=3, answer_due=NOON + 30 * DAY))
    assert heard == [("overdue", 1), ("overdue", 2), ("received", 3)]
    answer = ComplaintAnswered(number=1, answered=NOON, way=Way.MAIL, explained="")
    await enter(house, answer)
    freezer.move_to(NOON + 30 * DAY)
    house.site._tell()
    await house.settle()
    assert heard[3:] == [("answered", 1), ("overdue", 3)]


async def test_what_was_told_before_a_restart_is_not_told_again_and_what_fell_overdue_meanwhile_is(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await enter(house, complaint(house), complaint(house, number=2, answer_due=NOON + 8 * DAY))
    freezer.move_to(NOON + 7 * DAY)
    house.site._tell()
    await house.settle()
    heard = listen(house)
    await house.stop()
    freezer.move_to(NOON + 9 * DAY)
    assert await house.start()
    assert [one for one in heard if one[0] == "overdue" and one[1] != 1] == [("overdue", 2)]
    assert said(house) == {"event_type": "overdue", "number": 2, "open": 2, "overdue": 2}
    await house.stop()
    freezer.move_to(NOON + 10 * DAY)
    assert await house.start()
    # Home Assistant shows the last event again, as of when it was.
    assert said(house)["number"] == 2
    told = house.state("event", f"{SITE}_complaint")
    assert datetime.fromisoformat(told) < NOON + 10 * DAY
