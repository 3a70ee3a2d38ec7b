"""Binary sensors: what is open, damaged or not recording."""

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.capture.supervisor import StateReport
from custom_components.kuma_bouhan.guideline.custody import LONGEST_OPEN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.records.book import BookState

from .conftest import CAMERA, NOON, PASSPHRASE, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
def only_binary_sensors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.BINARY_SENSOR])


@pytest.mark.usefixtures("only_binary_sensors")
async def test_binary_sensors(
    hass: HomeAssistant,
    house: House,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)


@pytest.mark.parametrize("state", RecordingState)
async def test_a_camera_that_should_record_and_does_not_is_a_problem(
    house: House, state: RecordingState
) -> None:
    house.site._reported(StateReport(CAMERA, state, NOON, None))
    shown = house.state("binary_sensor", f"{CAMERA}_recording_problem")
    assert shown == ("on" if state.is_problem else "off")


async def test_the_vault_shows_as_open_until_it_locks_by_itself(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    assert house.state("binary_sensor", f"{SITE}_vault") == "off"
    await house.site.lock.unlock(Actor(house.owner.id, Door.PANEL), PASSPHRASE)
    assert house.state("binary_sensor", f"{SITE}_vault") == "on"
    freezer.tick(LONGEST_OPEN)
    async_fire_time_changed(hass)
    await house.settle()
    assert house.state("binary_sensor", f"{SITE}_vault") == "off"


async def test_a_damaged_book_is_shown(house: House) -> None:
    assert house.state("binary_sensor", f"{SITE}_book_intact") == "on"
    house.site.desk.book.state = BookState.DAMAGED
    house.site._tell()
    assert house.state("binary_sensor", f"{SITE}_book_intact") == "off"
