"""A site in Home Assistant: starting, stopping, cameras that join, move and leave."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
import errno
import json
from pathlib import Path
import shutil
import threading
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_FINAL_WRITE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.util import dt as dt_util
from homeassistant.util.async_ import run_callback_threadsafe
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.procedure.watch import TICK
from custom_components.kuma_bouhan.records import disk
from custom_components.kuma_bouhan.records.acts import (
    CameraAdded,
    CameraChanged,
    ErasureAsked,
    Routine,
)
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.vault import reconcile
from custom_components.kuma_bouhan.vault.facts import CameraSummary
from custom_components.kuma_bouhan.vault.parts import Parts
from custom_components.kuma_bouhan.vault.vault import Vault

from .conftest import CAMERA, NOON, OTHER, SITE, House
from .test_repairs import standing

pytestmark = pytest.mark.freeze_time(NOON)

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OF_A_CAMERA = {
    "binary_sensor": ["recording_problem", "sign_problem"],
    "button": ["confirm_sign"],
    "event": ["sign"],
    "sensor": ["recording_state", "oldest_footage", "next_erasure", "kept", "storage",
               "last_gap", "retention_period", "held_until", "sign"],
    "switch": ["recording"],
}  # fmt: skip
OF_THE_SITE = {
    "binary_sensor": ["vault", "book_intact"],
    "button": ["lock"],
    "calendar": ["duties"],
    "event": ["erasure", "gap", "extension", "disclosure", "complaint"],
    "sensor": ["space_forecast", "requests_waiting", "copies_out", "self_check", "duties_overdue"],
    "todo": ["duties"],
}
TEXTS = Path(__file__).parents[2] / "custom_components" / DOMAIN / "translations"


def entities_of(house: House, camera: str) -> list[er.RegistryEntry]:
    return [
        entry
        for entry in er.async_entries_for_config_entry(
            er.async_get(house.hass), house.entry.entry_id
        )
        if entry.config_subentry_id == house.subentry(camera).subentry_id
    ]


def our_device(house: House, identifier: str) -> dr.DeviceEntry | None:
    return dr.async_get(house.hass).async_get_device_by_identifier(
        (DOMAIN, identifier), house.entry.entry_id
    )


async def read_book(house: House) -> list[Entry]:
    found: list[Entry] = []

    def read() -> None:
        Book.open(house.book_path, fold=found.append).close()

    await house.hass.async_add_executor_job(read)
    return found


# --- Entities


async def test_every_entity_has_the_name_it_was_promised(house: House) -> None:
    assert house.subentry(CAMERA).unique_id == CAMERA
    for table, unique in ((OF_A_CAMERA, CAMERA), (OF_THE_SITE, SITE)):
        for platform, keys in table.items():
            for key in keys:
                assert house.entity_id(platform, f"{unique}_{key}").endswith(f"_{key}")
    expected = sum(map(len, [*OF_A_CAMERA.values(), *OF_THE_SITE.values()]))
    found = er.async_entries_for_config_entry(er.async_get(house.hass), house.entry.entry_id)
    assert len(found) == expected


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_entity_has_a_name_in_both_languages(language: str) -> None:
    names = json.loads((TEXTS / f"{language}.json").read_text())["entity"]
    for table in (OF_A_CAMERA, OF_THE_SITE):
        for platform, keys in table.items():
            for key in keys:
                assert names[platform][key]["name"]


# --- Devices


async def test_entities_belong_to_the_device_of_their_source(house: House) -> None:
    source = house.source("gate")
    assert {entry.device_id for entry in entities_of(house, CAMERA)} == {source.device_id}


async def test_a_source_without_a_device_gets_one_of_ours(house: House) -> None:
    await house.join(house.watch(OTHER, house.source("shed").id, "物置"))
    own, site = our_device(house, OTHER), our_device(house, house.entry.entry_id)
    assert own is not None
    assert site is not None
    assert own.name == "物置"
    assert own.via_device_id == site.id
    assert {entry.device_id for entry in entities_of(house, OTHER)} == {own.id}


async def test_entities_follow_their_source_to_another_device_and_others_stay(
    house: House,
) -> None:
    await house.join(house.watch(OTHER, house.source("yard").id, "庭"))
    registry = er.async_get(house.hass)
    there = house.source("yard").device_id
    registry.async_update_entity(house.source("gate").entity_id, device_id=None)
    await house.settle()
    own = our_device(house, CAMERA)
    assert own is not None
    assert {entry.device_id for entry in entities_of(house, CAMERA)} == {own.id}
    assert {entry.device_id for entry in entities_of(house, OTHER)} == {there}
    registry.async_update_entity(house.source("gate").entity_id, device_id=there)
    await house.settle()
    assert {entry.device_id for entry in entities_of(house, CAMERA)} == {there}
    assert our_device(house, CAMERA) is None


async def test_a_source_whose_integration_is_removed_leaves_entities_on_our_device(
    house: House, hass: HomeAssistant
) -> None:
    await hass.config_entries.async_remove(house.source("gate").config_entry_id or "")
    await house.settle()
    own = our_device(house, CAMERA)
    assert own is not None
    found = entities_of(house, CAMERA)
    assert len(found) == sum(map(len, OF_A_CAMERA.values()))
    assert {entry.device_id for entry in found} == {own.id}


async def test_another_source_moves_the_entities(house: House, hass: HomeAssistant) -> None:
    data = house.watch(CAMERA, house.source("yard").id, "庭")["data"]
    hass.config_entries.async_update_subentry(house.entry, house.subentry(CAMERA), data=data)
    await house.settle()
    assert {entry.device_id for entry in entities_of(house, CAMERA)} == {
        house.source("yard").device_id
    }
    changed = house.acts("camera_changed")[-1].act
    assert isinstance(changed, CameraChanged)
    assert set(changed.fields) == {"source", "place"}


async def test_a_renamed_source_stays_the_source(house: House) -> None:
    registry = er.async_get(house.hass)
    registry.async_update_entity(house.source("gate").entity_id, new_entity_id="camera.front")
    await house.settle()
    await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": "camera.front"})
    assert house.state("switch", f"{CAMERA}_recording") == "off"


async def test_the_sites_device_is_named_as_the_site_is(house: House, hass: HomeAssistant) -> None:
    hass.config_entries.async_update_entry(house.entry, title="新しい家")
    await house.settle()
    device = our_device(house, house.entry.entry_id)
    assert device is not None
    assert device.name == "新しい家"
    assert house.attributes("binary_sensor", f"{SITE}_vault")["friendly_name"].startswith(
        "新しい家"
    )


# --- Cameras that join and leave


async def test_a_camera_joins_while_the_others_go_on(house: House) -> None:
    site = house.site
    await house.join(house.watch(OTHER, house.source("yard").id, "庭"))
    assert house.site is site
    await house.recording(OTHER)
    assert house.state("sensor", f"{OTHER}_recording_state") == "recording"
    assert house.state("sensor", f"{CAMERA}_recording_state") == "recording"
    added = house.acts("camera_added")[-1].act
    assert isinstance(added, CameraAdded)
    assert added.camera == OTHER


async def test_a_camera_that_is_taken_away_leaves_its_footage(
    house: House, hass: HomeAssistant
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=2))
    subentry = house.subentry(CAMERA)
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await house.settle()
    assert house.site.cameras == {}
    assert er.async_get(hass).async_get_entity_id("switch", DOMAIN, f"{CAMERA}_recording") is None
    assert house.site.desk.vault.summary(CAMERA).chunks >= 1
    assert len(house.acts("camera_removed")) == 1


async def test_cameras_that_are_taken_away_one_after_the_other_leave_nothing_of_theirs(
    house: House, hass: HomeAssistant
) -> None:
    await house.join(house.watch(OTHER, house.source("shed").id, "物置"))
    for camera in (CAMERA, OTHER):
        hass.config_entries.async_remove_subentry(house.entry, house.subentry(camera).subentry_id)
        await asyncio.sleep(0)  # the site is still following the first when the second goes
    await house.settle()
    assert house.site.cameras == {}
    assert our_device(house, OTHER) is None
    assert of_the_site_alone(house)


async def test_a_camera_that_is_taken_away_while_it_joins_leaves_nothing_of_its_own(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = house.site.desk.vault.summary

    def meanwhile(camera: str) -> CameraSummary:
        if camera == OTHER and any(
            one.unique_id == OTHER for one in house.entry.subentries.values()
        ):
            run_callback_threadsafe(
                hass.loop,
                hass.config_entries.async_remove_subentry,
                house.entry,
                house.subentry(OTHER).subentry_id,
            ).result()
        return summary(camera)

    monkeypatch.setattr(house.site.desk.vault, "summary", meanwhile)
    await house.join(house.watch(OTHER, house.source("shed").id, "物置"))
    assert house.site.cameras.keys() == {CAMERA}
    hass.config_entries.async_remove_subentry(house.entry, house.subentry(CAMERA).subentry_id)
    await house.settle()
    assert of_the_site_alone(house)


def of_the_site_alone(house: House) -> bool:
    """Say whether there are the site's own entities and no others, all on its device."""
    found = er.async_entries_for_config_entry(er.async_get(house.hass), house.entry.entry_id)
    device = our_device(house, house.entry.entry_id)
    return device is not None and (
        [entry.device_id for entry in found] == [device.id] * sum(map(len, OF_THE_SITE.values()))
    )


# --- Starting and stopping


async def test_a_site_is_unloaded_and_loaded_again(house: House) -> None:
    await house.stop()
    assert house.entry.state is ConfigEntryState.NOT_LOADED
    assert house.hass.states.get(house.entity_id("switch", f"{CAMERA}_recording")) is not None
    assert house.state("switch", f"{CAMERA}_recording") == "unavailable"
    assert await house.start()
    assert house.state("switch", f"{CAMERA}_recording") == "on"
    assert len(house.acts("stopped")) == 1
    assert len(house.acts("started")) == 2


@pytest.mark.parametrize("change", [{"time_zone": "America/New_York"}, {"language": "ja"}])
async def test_another_time_zone_or_language_opens_the_site_anew_and_loses_no_footage(
    house: House, hass: HomeAssistant, change: dict[str, str]
) -> None:
    site = house.site
    (open_chunk,) = site.desk.vault._parts.open_chunks.now()
    await hass.config.async_update(**change)
    await house.until(
        lambda: house.entry.state is ConfigEntryState.LOADED and house.site is not site
    )
    assert house.site.desk.zone == dt_util.get_default_time_zone()
    await house.recording(CAMERA)
    kept = await house.chunks(CAMERA, NOON - MINUTE, NOON + MINUTE)
    assert open_chunk in {chunk.id for chunk in kept if chunk.complete}
    assert [len(house.acts(kind)) for kind in ("started", "stopped")] == [2, 1]


async def test_what_else_changes_in_home_assistant_stops_no_site(
    house: House, hass: HomeAssistant
) -> None:
    site, config = house.site, hass.config
    said = {"time_zone": config.time_zone, "language": config.language}
    await config.async_update(location_name="べつのいえ", **said)
    await house.settle()
    assert house.site is site
    await house.stop()
    await config.async_update(time_zone="America/New_York")
    await house.settle()
    assert house.entry.state is ConfigEntryState.NOT_LOADED


async def test_when_home_assistant_stops_the_site_is_stopped_in_order(
    house: House, hass: HomeAssistant
) -> None:
    hass.bus.async_fire(EVENT_HOMEASSISTANT_FINAL_WRITE)
    await house.settle()
    assert [entry.act.kind for entry in await read_book(house)][-1] == "stopped"


async def test_what_was_found_damaged_is_compared_in_the_background_while_recording_runs(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = timedelta(hours=3), timedelta(hours=2)
    await house.record(CAMERA, *(NOON - hour + n * MINUTE for hour in hours for n in range(3)))
    lost, torn, copied, *_ = before = await house.chunks(CAMERA, NOON - hours[0], NOON - HOUR)
    await house.stop()

    def damage() -> None:
        for path in house.vault_path.glob("index.db*"):
            path.unlink()
        paths = {path.stem: path for path in house.vault_path.rglob("*.kbc")}
        paths[torn.id].write_bytes(paths[torn.id].read_bytes()[:-200])
        paths[copied.id].with_name(f"{'ef' * 16}.kbc").write_bytes(paths[copied.id].read_bytes())
        orphans = paths[lost.id].parent.with_name(f"20261101T000000Z-{'ee' * 16}")
        orphans.mkdir()
        paths[lost.id].rename(orphans / paths[lost.id].name)

    await hass.async_add_executor_job(damage)
    gate, looked = threading.Event(), reconcile._folders

    def wait(parts: Parts) -> Iterator[Any]:
        assert gate.wait(30)
        yield from looked(parts)

    monkeypatch.setattr(reconcile, "_folders", wait)
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await house.recording(CAMERA)
    vault = house.site.desk.vault
    (open_chunk,) = vault._parts.open_chunks.now()
    written = list(house.vault_path.rglob(f"{open_chunk}.kbc"))
    assert (len(written), vault.count(), gate.is_set()) == (1, 0, False)
    gate.set()
    await asyncio.gather(*house.entry._background_tasks)
    after = await house.chunks(CAMERA, NOON - hours[0], NOON - HOUR)
    assert [chunk.id for chunk in after] == [chunk.id for chunk in before[1:]]
    assert [chunk.complete for chunk in after] == [False, True, True, True, True]
    assert not list(house.vault_path.rglob(f"{lost.id}.kbc"))
    assert vault._parts.open_chunks.now() == {open_chunk}
    await house.stop()
    assert await house.start()
    assert open_chunk in {
        chunk.id for chunk in await house.chunks(CAMERA, NOON - MINUTE, NOON + MINUTE)
    }


async def test_a_vault_whose_folder_went_away_is_said_and_waited_for(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    away = house.folder / "unplugged"
    house.vault_path.rename(away)
    freezer.tick(TICK)
    async_fire_time_changed(hass)
    await house.until(lambda: "vault_missing" in standing(hass))
    assert standing(hass)["vault_missing"].translation_placeholders == {
        "folder": str(house.vault_path)
    }
    assert house.entry.state is ConfigEntryState.LOADED
    away.rename(house.vault_path)
    freezer.tick(TICK)
    async_fire_time_changed(hass)
    await house.until(lambda: standing(hass) == {})


async def test_a_vault_on_a_disk_that_was_mounted_anew_is_opened_anew(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    site = house.site
    shutil.copytree(house.vault_path.rename(house.folder / "unplugged"), house.vault_path)
    freezer.tick(TICK)
    async_fire_time_changed(hass)
    await house.until(
        lambda: house.entry.state is ConfigEntryState.LOADED and house.site is not site
    )
    assert standing(hass) == {}


@pytest.mark.parametrize(
    ("key", "state", "said"),
    [
        ("vault_missing", ConfigEntryState.SETUP_RETRY, True),
        ("vault_not_writable", ConfigEntryState.SETUP_RETRY, True),
        ("vault_failing", ConfigEntryState.SETUP_RETRY, True),
        ("book_in_use", ConfigEntryState.SETUP_RETRY, False),
        ("vault_damaged", ConfigEntryState.SETUP_ERROR, True),
        ("vault_version", ConfigEntryState.SETUP_ERROR, False),
    ],
)
async def test_what_may_pass_by_itself_is_tried_again_and_what_a_person_can_mend_is_said(
    house: House,
    hass: HomeAssistant,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    state: ConfigEntryState,
    said: bool,
) -> None:
    await house.stop()

    async def fails(*_: object, **__: object) -> None:
        raise Problem(key, what="x", error="EIO", version="9")

    with monkeypatch.context() as patched:
        patched.setattr("custom_components.kuma_bouhan.open_site", fails)
        assert not await house.start()
    assert house.entry.state is state
    assert house.entry.error_reason_translation_key == key
    assert standing(hass).keys() == ({key} if said else set())
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert standing(hass) == {}


@pytest.mark.parametrize("failure", [RuntimeError, asyncio.CancelledError])
async def test_a_setup_that_fails_or_is_cancelled_half_way_lets_go_of_the_vault(
    empty_house: House, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]
) -> None:
    house = empty_house
    await house.street(gate=None)
    await house.found(house.watch(CAMERA, house.source("gate").id, "門"))

    async def fails(*_: object) -> None:
        raise failure

    with monkeypatch.context() as patched:
        patched.setattr("custom_components.kuma_bouhan.async_show_panel", fails)
        assert not await house.start()
    assert house.entry.state is ConfigEntryState.SETUP_ERROR
    assert await house.hass.config_entries.async_reload(house.entry.entry_id)
    await house.recording(CAMERA)
    assert [len(house.acts(kind)) for kind in ("started", "stopped")] == [2, 1]


async def test_a_second_site_on_the_same_vault_is_refused(
    house: House, hass: HomeAssistant
) -> None:
    second = MockConfigEntry(domain=DOMAIN, data=dict(house.entry.data), title="Second")
    second.add_to_hass(hass)
    assert not await hass.config_entries.async_setup(second.entry_id)
    assert second.state is ConfigEntryState.SETUP_RETRY
    assert second.error_reason_translation_key == "vault_in_use"
    assert house.entry.state is ConfigEntryState.LOADED
    await hass.config_entries.async_remove(second.entry_id)


def tombstones(house: House) -> set[str]:
    """Return what a vault that no site has open says was erased."""
    vault = Vault.open(house.vault_path, clock=lambda: NOON)
    vault.close()
    return {slot.id for slot in vault.tombstones()}


@pytest.mark.parametrize("synchronised", [True, False])
async def test_without_its_book_a_site_waits_for_it_and_what_is_due_is_erased_all_the_same(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory, synchronised: bool
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=3))
    slots = {slot.id for slot in house.site.desk.vault.slots()}
    await house.stop()
    elsewhere = house.book_path.rename(house.folder / "elsewhere")
    freezer.tick(timedelta(days=30))
    house.machine["synchronised"] = synchronised
    assert not await house.start()
    assert house.entry.state is ConfigEntryState.SETUP_RETRY
    assert house.entry.error_reason_translation_key == "book_missing"
    assert standing(hass).keys() == {"book_missing"}
    gone = await hass.async_add_executor_job(tombstones, house)
    assert gone == (slots if synchronised else set())
    house.machine["synchronised"] = True
    elsewhere.rename(house.book_path)
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    await house.settle()
    assert "book_missing" not in standing(hass)
    await house.site.routine.enter(dt_util.utcnow())
    entered = [act for entry in house.acts("routine") if isinstance(act := entry.act, Routine)]
    assert {fact.slot for act in entered for fact in act.erasures} == slots


async def test_a_book_that_may_not_be_written_is_said_and_waited_for(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.stop()

    def refuse(path: Path, flags: int) -> int:
        raise disk.problem(OSError(errno.EROFS, "Read-only file system"))

    with monkeypatch.context() as patched:
        patched.setattr(disk, "open_locked", refuse)
        assert not await house.start()
    assert house.entry.state is ConfigEntryState.SETUP_RETRY
    issue = standing(hass)["book_not_writable"]
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders["reason"] == "Read-only file system"
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert standing(hass) == {}


async def test_a_book_that_takes_nothing_keeps_nobody_from_recording_and_erasing(
    house: House,
    hass: HomeAssistant,
    monkeypatch: pytest.MonkeyPatch,
    freezer: FrozenDateTimeFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=3))
    order = ErasureAsked(camera=CAMERA, start=NOON, end=NOON + timedelta(1), reason_text="わけ")
    await house.site.desk.append(order, Actor(house.owner.id, Door.ACTION), Phase.ORDERED)
    await house.stop()
    data = house.watch(CAMERA, house.source("yard").id, "庭")["data"]
    hass.config_entries.async_update_subentry(house.entry, house.subentry(CAMERA), data=data)
    freezer.tick(timedelta(days=8))

    def refuse(*_: object, **__: object) -> None:
        raise BookProblem("book_not_written", reason="Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Book, "append", refuse)
        assert await house.start()
        await house.recording(CAMERA)
        assert house.site.desk.vault.tombstones()
        assert "The start could not be entered" in caplog.text
        assert "A change could not be entered" in caplog.text
    await house.stop()
    assert await house.start()
    changed = house.acts("camera_changed")[-1].act
    assert isinstance(changed, CameraChanged)
    assert "source" in changed.fields
    assert house.acts("erasure_asked")[-1].phase is Phase.FAILED  # there is nothing of it any more


async def test_a_torn_last_write_of_the_book_is_entered(house: House, hass: HomeAssistant) -> None:
    await house.stop()
    found = await read_book(house)

    def tear() -> None:
        data = bytearray(house.book_path.read_bytes())
        end = len(data.rstrip(b"\0"))
        data[end + 100 : end + 130] = bytes(range(1, 31))
        house.book_path.write_bytes(bytes(data))

    await hass.async_add_executor_job(tear)
    assert await house.start()
    (entered,) = house.acts("book_finding")
    assert entered.seq >= len(found)
    assert standing(hass) == {}


async def test_a_start_that_fails_half_way_lets_go_of_everything(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.stop()

    async def fails(*_: object) -> None:
        raise Problem("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr("custom_components.kuma_bouhan.site.recovery.close_orders", fails)
        assert not await house.start()
    assert house.entry.state is ConfigEntryState.SETUP_RETRY
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert house.entry.state is ConfigEntryState.LOADED


async def test_a_stop_that_cannot_be_entered_is_still_a_stop(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Problem("book_full")

    monkeypatch.setattr(house.site.desk.book, "append", full)
    await house.stop()
    assert house.entry.state is ConfigEntryState.NOT_LOADED
    assert "could not be entered" in caplog.text
    assert await house.start()


async def test_removing_the_integration_is_entered_and_keeps_everything(
    house: House, hass: HomeAssistant
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=2))
    await hass.config_entries.async_remove(house.entry.entry_id)
    entries = await read_book(house)
    assert entries[-1].act.kind == "site_removed"
    assert list((house.vault_path / "footage").rglob("*.kbc"))


async def test_removing_it_without_a_book_still_removes_it(
    house: House, hass: HomeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    await house.stop()
    house.book_path.unlink()
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert "could not be entered" in caplog.text


@pytest.mark.parametrize("frame", [0, 6])
async def test_over_a_damaged_book_recording_and_due_erasure_go_on_and_it_stops_in_order(
    house: House, freezer: FrozenDateTimeFactory, frame: int
) -> None:
    """Damage at its first act or in the middle: nothing is entered, nothing outlives its period."""
    await house.record(CAMERA, NOON - timedelta(hours=3))
    await house.stop()
    await house.hass.async_add_executor_job(flip, house.book_path, frame)
    await house.start()
    assert house.entry.state is ConfigEntryState.LOADED
    assert not house.site.desk.book.writable
    await house.recording(CAMERA)
    freezer.tick(timedelta(days=8))
    await house.site.watch.look()
    assert await house.chunks(CAMERA, NOON - timedelta(days=1), NOON) == []
    assert house.site.desk.vault.tombstones()
    await house.stop()
    assert house.entry.state is ConfigEntryState.NOT_LOADED


def flip(book: Path, number: int) -> None:
    offsets = Book.open(book, fold=lambda _: None)
    at = offsets._offsets[number] + 100
    offsets.close()
    data = bytearray(book.read_bytes())
    data[at] ^= 1
    book.write_bytes(bytes(data))
