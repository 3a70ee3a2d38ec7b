"""Switches: a camera's recording, on and off. 運用基準例 2(4)."""

from homeassistant.const import Platform
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockUser, snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.records.acts import RecordingSwitched, Refusal
from custom_components.kuma_bouhan.records.book import BookState

from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)


async def press(house: House, service: str, context: Context) -> None:
    entity_id = house.entity_id("switch", f"{CAMERA}_recording")
    await house.call(f"switch.{service}", context, {"entity_id": entity_id})
    await house.settle()


async def test_switches(
    hass: HomeAssistant,
    house: House,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await house.stop()
    entity_registry.async_clear_config_entry(house.entry.entry_id)
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.SWITCH])
    await house.start()
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)


async def test_a_person_switches_a_camera_off_and_on_again(house: House) -> None:
    await press(house, "turn_off", house.person)
    assert house.state("switch", f"{CAMERA}_recording") == "off"
    await press(house, "turn_on", house.person)
    assert house.state("switch", f"{CAMERA}_recording") == "on"
    entered = house.acts("recording_switched")
    assert [entry.act for entry in entered if entry.order is not None] == [
        RecordingSwitched(camera=CAMERA, on=False),
        RecordingSwitched(camera=CAMERA, on=True),
    ]
    assert {entry.actor.user_id for entry in entered} == {house.owner.id}


async def test_an_automation_may_switch_and_is_entered_as_one(house: House) -> None:
    await press(house, "turn_off", house.automation)
    assert house.state("switch", f"{CAMERA}_recording") == "off"
    (_, done) = house.acts("recording_switched")
    assert done.actor.user_id is None
    assert done.actor.automated


async def test_a_script_that_a_person_started_is_an_automation(house: House) -> None:
    await press(house, "turn_off", Context(user_id=house.owner.id, parent_id="script"))
    assert house.acts("recording_switched")[-1].actor.automated


async def test_somebody_without_a_role_is_refused_and_the_refusal_entered(
    house: House, hass_read_only_user: MockUser, hass: HomeAssistant
) -> None:
    hass_read_only_user.mock_policy({"entities": True})
    with pytest.raises(ServiceValidationError) as refused:
        await press(house, "turn_off", Context(user_id=hass_read_only_user.id))
    assert refused.value.translation_key == "role_needed_switch_recording"
    assert house.state("switch", f"{CAMERA}_recording") == "on"
    (entered,) = house.acts("refusal")
    assert entered.act == Refusal(
        act=Act.SWITCH_RECORDING, key="role_needed_switch_recording", count=1
    )
    assert entered.actor.user_id == hass_read_only_user.id


async def test_what_cannot_be_entered_is_not_done(house: House) -> None:
    house.site.desk.book.state = BookState.DAMAGED
    with pytest.raises(HomeAssistantError) as error:
        await press(house, "turn_off", house.person)
    assert error.value.translation_key == "book_read_only"
    assert house.state("switch", f"{CAMERA}_recording") == "on"


async def test_what_is_asked_for_as_the_site_stops_fails_with_words(house: House) -> None:
    await house.site._recorders.async_stop()
    with pytest.raises(HomeAssistantError) as error:
        await press(house, "turn_off", house.person)
    assert error.value.translation_key == "site_not_running"
    assert [entry.phase for entry in house.acts("recording_switched")] == ["ordered", "failed"]


async def test_a_camera_stays_off_across_a_restart(house: House) -> None:
    await press(house, "turn_off", house.person)
    await house.stop()
    await house.start()
    assert house.state("switch", f"{CAMERA}_recording") == "off"
    assert house.state("sensor", f"{CAMERA}_recording_state") == "switched_off"
