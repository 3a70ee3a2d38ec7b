"""Button: lock the vault at once, for everybody."""

from homeassistant.const import Platform
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockUser, snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.guideline.people import Actor, Door

from .conftest import NOON, PASSPHRASE, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)


async def press(house: House, context: Context) -> None:
    await house.call(
        "button.press", context, {"entity_id": house.entity_id("button", f"{SITE}_lock")}
    )


@pytest.fixture
async def unlocked(house: House) -> House:
    await house.site.lock.unlock(Actor(house.owner.id, Door.PANEL), PASSPHRASE)
    return house


async def test_buttons(
    hass: HomeAssistant,
    house: House,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await house.stop()
    entity_registry.async_clear_config_entry(house.entry.entry_id)
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.BUTTON])
    await house.start()
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)


async def test_it_locks_and_everybody_sees_it(unlocked: House) -> None:
    assert unlocked.state("binary_sensor", f"{SITE}_vault") == "on"
    await press(unlocked, unlocked.person)
    assert unlocked.site.lock.is_locked
    assert unlocked.state("binary_sensor", f"{SITE}_vault") == "off"
    assert len(unlocked.acts("locked")) == 1


async def test_an_automation_may_lock(unlocked: House) -> None:
    await press(unlocked, unlocked.automation)
    assert unlocked.site.lock.is_locked


async def test_somebody_without_a_role_may_not(
    unlocked: House, hass_read_only_user: MockUser
) -> None:
    hass_read_only_user.mock_policy({"entities": True})
    with pytest.raises(ServiceValidationError):
        await press(unlocked, Context(user_id=hass_read_only_user.id))
    assert not unlocked.site.lock.is_locked
