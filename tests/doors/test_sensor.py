"""Sensors: what each camera records and keeps, and how long the disk lasts."""

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.capture.supervisor import StateReport
from custom_components.kuma_bouhan.guideline import self_check
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason, RecordingState

from .conftest import CAMERA, NOON, SITE, House, away
from .duties import COMPLAINT, SIGN, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

CHECKED = (
    self_check.Checked("sign", "4(3)", self_check.holds()),
    self_check.Checked("standard", "4(1)", self_check.fails(self_check.said("standard.mend"), "/")),
    self_check.Checked("contracts", "4(6)", self_check.apart()),
)


@pytest.fixture
def only_sensors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.SENSOR])


@pytest.mark.usefixtures("only_sensors")
async def test_sensors(
    hass: HomeAssistant,
    house: House,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=30), NOON - timedelta(hours=2))
    house.site._reported(Gap(CAMERA, NOON - timedelta(hours=1), NOON, GapReason.NO_PICTURE))
    house.site.free_days = 12.345
    house.site.report = self_check.Report(NOON, CHECKED)
    house.site._tell()
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)


async def test_a_camera_that_gives_pictures_is_recording(house: House) -> None:
    assert house.state("sensor", f"{CAMERA}_recording_state") == "recording"


@pytest.mark.parametrize("state", RecordingState)
async def test_whatever_a_camera_does_is_shown(house: House, state: RecordingState) -> None:
    house.site._reported(StateReport(CAMERA, state, NOON, None))
    assert house.state("sensor", f"{CAMERA}_recording_state") == state.value


async def test_footage_that_is_there_is_shown(house: House) -> None:
    early = NOON - timedelta(hours=3)
    await house.record(CAMERA, early)
    assert house.state("sensor", f"{CAMERA}_oldest_footage") == early.isoformat()
    assert house.state("sensor", f"{CAMERA}_retention_period") == "7"
    due = early.replace(minute=0, second=0) + timedelta(hours=1, days=7)
    assert house.state("sensor", f"{CAMERA}_next_erasure") == due.isoformat()
    assert float(house.state("sensor", f"{CAMERA}_storage")) > 0


async def test_what_the_vault_alone_knows_is_unavailable_while_it_is_away_and_comes_back(
    house: House, hass: HomeAssistant
) -> None:
    def shown() -> dict[str, str]:
        return {
            state.entity_id: state.state
            for state in hass.states.async_all()
            if state.domain not in {"camera", "event"}
        }

    await house.record(CAMERA, NOON - timedelta(hours=3))
    before = shown()
    with away(house):
        await house.site.watch.look()
        gone = {entity_id for entity_id, state in shown().items() if state == "unavailable"}
    assert gone == {
        *(
            house.entity_id("sensor", f"{CAMERA}_{key}")
            for key in ("kept", "next_erasure", "oldest_footage", "storage")
        ),
        house.entity_id("sensor", f"{SITE}_space_forecast"),
    }
    await house.site.watch.look()
    back = shown()
    assert {one: back[one] for one in gone} == {one: before[one] for one in gone}


async def test_the_last_gap_says_why_and_how_long_and_nothing_else(house: House) -> None:
    house.site._reported(
        Gap(CAMERA, NOON - timedelta(seconds=90), NOON, GapReason.CAMERA_UNAVAILABLE)
    )
    assert house.state("sensor", f"{CAMERA}_last_gap") == (NOON - timedelta(seconds=90)).isoformat()
    said = house.attributes("sensor", f"{CAMERA}_last_gap")
    assert said.keys() == {"reason", "seconds", "device_class", "friendly_name"}
    assert (said["reason"], said["seconds"]) == ("camera_unavailable", 90)


async def test_a_report_about_a_camera_that_is_gone_changes_nothing(house: House) -> None:
    house.site._reported(StateReport("e" * 32, RecordingState.DISK_FULL, NOON, None))
    assert house.state("sensor", f"{CAMERA}_recording_state") == "recording"


async def test_only_what_changed_is_written(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    shown = {state.entity_id: state.last_reported for state in hass.states.async_all()}
    freezer.tick(1)
    house.site._reported(StateReport(CAMERA, RecordingState.NO_PICTURE, NOON, None))
    written = {
        state.entity_id
        for state in hass.states.async_all()
        if state.last_reported != shown.get(state.entity_id)
    }
    assert written == {
        house.entity_id("sensor", f"{CAMERA}_recording_state"),
        house.entity_id("binary_sensor", f"{CAMERA}_recording_problem"),
    }


async def test_the_forecast_is_unknown_until_there_is_footage(house: House) -> None:
    house.site.free_days = None
    house.site._tell()
    assert house.state("sensor", f"{SITE}_space_forecast") == "unknown"
    house.site.free_days = 2.914
    house.site._tell()
    assert house.state("sensor", f"{SITE}_space_forecast") == "2.91"


async def test_a_camera_that_stops_recording_is_logged_once_and_once_when_it_is_back(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    for state in (
        RecordingState.CAMERA_UNAVAILABLE,
        RecordingState.NO_PICTURE,
        RecordingState.CONNECTING,
        RecordingState.RECORDING,
    ):
        house.site._reported(StateReport(CAMERA, state, NOON, None))
    logged = [
        record.message for record in caplog.records if record.name.endswith("bouhan.recorders")
    ]
    assert logged == ["門: camera_unavailable", "門: connecting"]


async def test_what_is_overdue_is_counted_from_its_moment_on(
    house: House, due: Due, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    await due.lay(SIGN, COMPLAINT)
    assert house.state("sensor", f"{SITE}_duties_overdue") == "1"
    freezer.move_to(SIGN.due)
    async_fire_time_changed(hass)
    await house.settle()
    await house.until(lambda: house.state("sensor", f"{SITE}_duties_overdue") == "2")
    await due.lay()
    assert house.state("sensor", f"{SITE}_duties_overdue") == "0"
