"""Events: footage was erased, footage is missing."""

from datetime import timedelta

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

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
