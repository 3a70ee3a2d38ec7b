"""The audit of Home Assistant itself: which ways lead past the procedure, found in a Home Assistant with real settings."""

from datetime import datetime, timedelta
from http import HTTPStatus
import importlib
from pathlib import Path
from threading import get_ident
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.homeassistant import exposed_entities
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.config_entries import ConfigEntryDisabler, ConfigEntryState
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
    issue_registry as ir,
)
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.audit import bridges, folders, look
from custom_components.kuma_bouhan.audit.look import async_check, collect
from custom_components.kuma_bouhan.audit.sources import async_sources
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.self_check import CheckState, Report
from custom_components.kuma_bouhan.guideline.surroundings import Side, Surroundings, Weakness

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

GATE = "camera.gate_camera"
YARD = "camera.yard_camera"
"""A camera that is not under the rules."""


async def around(house: House) -> Surroundings:
    return await collect(house.hass, house.site)


async def state_of(house: House, name: str) -> CheckState:
    report = await async_check(house.hass, house.site)
    (found,) = [one.state for one in report.checks if one.id == name]
    return found


async def automation(house: House, *actions: dict[str, Any], **config: Any) -> None:
    """Set up an automation named `night` that does this."""
    trigger = {"trigger": "state", "entity_id": GATE, "to": "unavailable"}
    night = {"id": "n", "alias": "night", "triggers": [trigger], "actions": list(actions), **config}
    assert await async_setup_component(house.hass, "automation", {"automation": [night]})
    await house.settle()


# --- Automations and scripts


@pytest.mark.parametrize(
    "step",
    [
        {"action": "camera.record", "target": {"entity_id": GATE}, "data": {"filename": "/x.mp4"}},
        {"action": "camera.snapshot", "data": {"entity_id": [YARD, GATE], "filename": "/x.jpg"}},
        {"action": "camera.play_stream", "target": {"entity_id": "all"}},
        {"action": "camera.snapshot", "target": {"entity_id": "{{ trigger.entity_id }}"}},
        {"action": "camera.snapshot", "target": "{{ whatever }}"},
        {"action": "notify.notify", "data": {"message": "", "data": {"entity_id": GATE}}},
        {
            "action": "notify.notify",
            "data": {"message": "", "data": {"image": f"/api/camera_proxy/{GATE}"}},
        },
        {
            "action": "notify.notify",
            "data": {"message": "", "data": {"image": "/api/camera_proxy/{{ which }}"}},
        },
        {
            "action": "notify.notify",
            "data": {"message": "{{ state_attr(trigger.entity_id, 'entity_picture') }}"},
        },
        {
            "action": "ai_task.generate_data",
            "data": {"attachments": {"media_content_id": f"media-source://camera/{GATE}"}},
        },
    ],
)
async def test_what_takes_pictures_is_found_however_deep_it_stands(
    house: House, step: dict[str, Any]
) -> None:
    inner = {"choose": [{"conditions": [], "sequence": [{"parallel": [{"sequence": [step]}]}]}]}
    await automation(house, {"delay": "00:00:01"}, inner)
    assert (await around(house)).takers == {"automation.night": (step["action"],)}
    assert await state_of(house, "takers") is CheckState.FAILS


@pytest.mark.parametrize(
    "step",
    [
        {"action": "camera.record", "target": {"entity_id": YARD}, "data": {"filename": "/x.mp4"}},
        {"action": "camera.turn_off", "target": {"entity_id": GATE}},
        {"action": "homeassistant.update_entity", "target": {"entity_id": GATE}},
        {"action": "notify.notify", "data": {"message": "The gate camera is away."}},
        {"action": "notify.notify", "data": {"message": f"/api/camera_proxy/{YARD}"}},
        {"action": "notify.notify", "data": {"message": f"{GATE}_2"}},
        {"action": f"{DOMAIN}.start_recording", "data": {"camera": GATE}},
        {
            "action": "camera.record",
            "target": {"entity_id": GATE},
            "data": {"filename": "/x.mp4"},
            "enabled": False,
        },
        {"if": [{"condition": "state", "entity_id": GATE, "state": "idle"}], "then": []},
    ],
)
async def test_what_takes_none_is_left_alone(house: House, step: dict[str, Any]) -> None:
    await automation(house, step)
    assert (await around(house)).takers == {}
    assert await state_of(house, "takers") is CheckState.HOLDS


@pytest.mark.parametrize("name", ["area_id", "device_id", "label_id", "floor_id", "group"])
async def test_a_camera_is_reached_by_what_it_belongs_to(
    house: House, area_registry: ar.AreaRegistry, entity_registry: er.EntityRegistry, name: str
) -> None:
    floor = fr.async_get(house.hass).async_create("ground")
    area = area_registry.async_create("front", floor_id=floor.floor_id)
    entity_registry.async_update_entity(GATE, labels={"seen"})
    device = entity_registry.async_get(GATE)
    assert device is not None
    assert device.device_id is not None
    dr.async_get(house.hass).async_update_device(device.device_id, area_id=area.id)
    house.hass.states.async_set("group.eyes", "on", {"entity_id": [GATE]})
    target = {
        "area_id": area.id,
        "device_id": device.device_id,
        "label_id": "seen",
        "floor_id": floor.floor_id,
        "group": "group.eyes",
    }[name]
    aimed = "entity_id" if name == "group" else name
    await automation(
        house,
        {"action": "camera.snapshot", "target": {aimed: target}, "data": {"filename": "/x.jpg"}},
    )
    assert (await around(house)).takers == {"automation.night": ("camera.snapshot",)}


PROXY = f"/api/camera_proxy/{GATE}"
TO_PHONE = {"domain": "mobile_app", "type": "notify", "device_id": "0f", "message": "Somebody"}


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        ([{**TO_PHONE, "data": {"image": PROXY}}], ("mobile_app.notify",)),
        ([{**TO_PHONE, "data": {"entity_id": GATE}}], ("mobile_app.notify",)),
        (
            [{**TO_PHONE, "message": f"{{{{ state_attr('{GATE}', 'entity_picture') }}}}"}],
            ("mobile_app.notify",),
        ),
        ([{"event": "rang", "event_data": {"image": PROXY}}], ("event",)),
        (
            [{"variables": {"pic": PROXY}}, {**TO_PHONE, "data": {"image": "{{ pic }}"}}],
            ("variables", "mobile_app.notify"),
        ),
        (
            [{"variables": {"eye": GATE}}, {**TO_PHONE, "data": {"entity_id": "{{ eye }}"}}],
            ("mobile_app.notify",),
        ),
        (
            [
                {
                    "repeat": {
                        "for_each": [GATE, YARD],
                        "sequence": [{**TO_PHONE, "data": {"entity_id": "{{ repeat.item }}"}}],
                    }
                }
            ],
            ("mobile_app.notify",),
        ),
        ([{"service_template": "notify.notify", "data": {"image": PROXY}}], ("notify.notify",)),
    ],
)
async def test_what_is_no_action_is_looked_at_too(
    house: House, steps: list[dict[str, Any]], names: tuple[str, ...]
) -> None:
    await automation(house, {"choose": [{"conditions": [], "sequence": steps}]})
    assert (await around(house)).takers == {"automation.night": names}


@pytest.mark.parametrize("place", ["variables", "trigger_variables", "triggers"])
async def test_variables_are_found_wherever_they_are_given(house: House, place: str) -> None:
    given = {"pic": f"{{{{ state_attr('{GATE}', 'entity_picture') }}}}"}
    trigger = {"trigger": "sun", "event": "sunset", "variables": given}
    config = {place: [trigger] if place == "triggers" else given}
    await automation(house, {**TO_PHONE, "data": {"image": "{{ pic }}"}}, **config)
    assert (await around(house)).takers == {"automation.night": ("variables",)}


@pytest.mark.parametrize(
    "steps",
    [
        [
            {
                "action": "persistent_notification.create",
                "data": {"title": GATE, "message": f"{GATE} is not there"},
            }
        ],
        [{"action": "notify.p", "data": {"message": f"{{{{ states('{GATE}') }}}}"}}],
        [{"action": "notify.p", "data": {"data": {"tag": f"{{{{ is_state('{GATE}', 'x') }}}}"}}}],
        [{"action": "logbook.log", "data": {"name": GATE, "entity_id": GATE, "message": "away"}}],
        [{**TO_PHONE, "message": f"{GATE} is not there"}],
        [{"event": "away", "event_data": {"message": f"{GATE} is not there"}}],
        [{"variables": {"eye": GATE}}, {**TO_PHONE, "message": "{{ eye }} is not there"}],
        [
            {"variables": {"eye": GATE}},
            {"action": "camera.turn_off", "target": {"entity_id": "{{ eye }}"}},
        ],
        [{"variables": {"away": f"{{{{ is_state('{GATE}', 'unavailable') }}}}"}}],
        [{**TO_PHONE, "data": {"image": f"{{{{ state_attr('{YARD}', 'entity_picture') }}}}"}}],
        [{**TO_PHONE, "data": {"image": "{{ states.person.anna.attributes.entity_picture }}"}}],
        [{"condition": "device", "domain": "camera", "type": "is_on", "entity_id": GATE}],
    ],
)
async def test_what_only_names_a_camera_or_shows_another_is_left_alone(
    house: House, steps: list[dict[str, Any]]
) -> None:
    device = {"trigger": "device", "domain": "camera", "type": "on", "entity_id": GATE}
    await automation(house, *steps, triggers=[device], conditions=["{{ true }}"])
    assert (await around(house)).takers == {}


@pytest.mark.parametrize(
    "step",
    [
        {"action": "logbook.log", "data": {"name": "", "message": PROXY}},
        {"action": "notify.p", "data": {"message": f"![]({PROXY})"}},
        {
            "action": "notify.p",
            "data": {"message": f"{{{{ state_attr('{GATE}', 'access_token') }}}}"},
        },
        {
            "action": "notify.p",
            "data": {"title": f"{{{{ states.{GATE}.attributes.entity_picture }}}}"},
        },
        {
            "action": "notify.p",
            "data": {
                "message": f"{{{{ state_attr('{YARD}', 'entity_picture') }}}}"
                "{{ state_attr(trigger.entity_id, 'entity_picture') }}"
            },
        },
    ],
)
async def test_a_picture_is_found_within_words_too(house: House, step: dict[str, Any]) -> None:
    await automation(house, step)
    assert (await around(house)).takers == {"automation.night": (step["action"],)}


async def test_the_event_loop_does_not_wait_for_what_is_read(house: House) -> None:
    readers = set[int]()

    class Config(dict[str, Any]):
        def values(self) -> Any:
            readers.add(get_ident())
            return super().values()

    await automation(house, {"action": "notify.p", "data": {"image": PROXY}})
    (night,) = house.hass.data["automation"].entities
    night.raw_config = Config(night.raw_config)
    assert (await around(house)).takers
    assert readers
    assert get_ident() not in readers


async def test_scripts_are_looked_at_too(house: House) -> None:
    step = {"action": "camera.record", "target": {"entity_id": GATE}, "data": {"filename": "/x"}}
    config = {"script": {"keep": {"sequence": [step, step]}}}
    assert await async_setup_component(house.hass, "script", config)
    assert (await around(house)).takers == {"script.keep": ("camera.record",)}


async def test_a_renamed_camera_is_found_by_its_new_name(
    house: House, entity_registry: er.EntityRegistry
) -> None:
    step = {"action": "camera.record", "target": {"entity_id": "camera.portal"}}
    await automation(house, step | {"data": {"filename": "/x"}})
    assert (await around(house)).takers == {}
    entity_registry.async_update_entity(GATE, new_entity_id="camera.portal")
    await house.settle()
    assert (await around(house)).takers == {"automation.night": ("camera.record",)}


# --- Bridges, assistants, streams


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ({}, (GATE,)),
        ({"include_domains": ["camera"]}, (GATE,)),
        ({"include_entities": [GATE]}, (GATE,)),
        ({"include_domains": ["camera"], "exclude_entities": [GATE]}, ()),
        ({"include_domains": ["light"]}, ()),
        ({"include_entities": [YARD]}, ()),
    ],
)
async def test_a_homekit_bridge_is_asked_what_it_shows(
    house: House, shown: dict[str, Any], found: tuple[str, ...]
) -> None:
    bridge = MockConfigEntry(domain="homekit", options={"filter": shown})
    bridge.add_to_hass(house.hass)
    assert (await around(house)).bridges == ({"homekit": found} if found else {})
    report = await async_check(house.hass, house.site)
    assert report.leaks == bool(found)


async def test_a_bridge_whose_filter_cannot_be_read_is_passed_over(house: House) -> None:
    bridge = MockConfigEntry(domain="homekit", options={"filter": {"include_domains": [None]}})
    bridge.add_to_hass(house.hass)
    assert (await around(house)).bridges == {}


async def test_a_bridge_that_is_switched_off_shows_nothing(house: House) -> None:
    MockConfigEntry(domain="homekit", disabled_by=ConfigEntryDisabler.USER).add_to_hass(house.hass)
    assert (await around(house)).bridges == {}


async def test_an_integration_whose_settings_name_a_camera_has_it(
    house: House, entity_registry: er.EntityRegistry
) -> None:
    entry = entity_registry.async_get(GATE)
    assert entry is not None
    MockConfigEntry(domain="frigate", data={"cameras": [{"of": GATE}]}).add_to_hass(house.hass)
    MockConfigEntry(domain="vision", options={"sees": entry.id}).add_to_hass(house.hass)
    MockConfigEntry(domain="other", options={"sees": YARD}).add_to_hass(house.hass)
    assert (await around(house)).bridges == {"frigate": (GATE,), "vision": (GATE,)}


async def test_where_a_camera_comes_from_is_no_bridge(house: House) -> None:
    (street,) = house.hass.config_entries.async_entries("street")
    house.hass.config_entries.async_update_entry(street, options={"name": GATE})
    assert (await around(house)).bridges == {}


async def test_image_processing_of_a_camera_is_found(house: House, hass: HomeAssistant) -> None:
    class Reader:
        camera_entity = GATE

    class Component:
        entities = (Reader(),)

    hass.data["image_processing"] = Component()
    assert (await around(house)).bridges == {"image_processing": (GATE,)}


async def test_a_camera_that_an_assistant_is_given_is_found_and_nothing_is_settled_by_looking(
    house: House, hass: HomeAssistant, entity_registry: er.EntityRegistry
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    assert (await around(house)).assistants == {}
    entry = entity_registry.async_get(GATE)
    assert entry is not None
    assert "conversation" not in entry.options
    for assistant in ("conversation", "cloud.alexa"):
        async_expose_entity(hass, assistant, GATE, True)
        async_expose_entity(hass, assistant, YARD, True)
    async_expose_entity(hass, "cloud.google_assistant", GATE, False)
    assert (await around(house)).assistants == {"Alexa": (GATE,), "Assist": (GATE,)}
    assert await state_of(house, "assistants") is CheckState.FAILS


async def test_an_assistant_that_is_new_to_home_assistant_is_called_by_its_id(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    known = (*bridges.KNOWN_ASSISTANTS, "cloud.fourth")
    monkeypatch.setattr(exposed_entities, "KNOWN_ASSISTANTS", known)
    try:
        importlib.reload(bridges)
        async_expose_entity(hass, "cloud.fourth", GATE, True)
        found = bridges.async_assistants(
            hass, async_sources(hass, house.site.desk.registers.standing_cameras())
        )
        assert found == {"cloud.fourth": (GATE,)}
    finally:
        monkeypatch.undo()
        importlib.reload(bridges)


async def test_google_set_up_by_hand_is_asked_what_it_is_given(house: House) -> None:
    class Config:
        def should_expose(self, entity_id: str) -> bool:
            return entity_id == GATE

    google = MockConfigEntry(domain="google_assistant", state=ConfigEntryState.LOADED)
    google.runtime_data = Config()
    google.add_to_hass(house.hass)
    assert (await around(house)).assistants == {"Google": (GATE,)}


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("http://localhost:11984/", False),
        ("http://127.0.0.1:11984/", False),
        ("http://localhost:1984/", True),
        ("http://192.0.2.7:11984/", True),
        (None, False),
    ],
)
async def test_a_streaming_server_that_anybody_can_ask_is_found(
    house: House, hass: HomeAssistant, url: str | None, elsewhere: bool
) -> None:
    class Config:
        def __init__(self) -> None:
            self.url = url

    hass.data["go2rtc"] = Config()
    assert not (await around(house)).streams_elsewhere
    MockConfigEntry(domain="go2rtc", state=ConfigEntryState.LOADED).add_to_hass(hass)
    assert (await around(house)).streams_elsewhere is elsewhere
    assert (await state_of(house, "streaming") is CheckState.FAILS) == elsewhere


async def test_a_server_of_its_own_beside_the_sign_in_is_found(house: House) -> None:
    MockConfigEntry(domain="webrtc", state=ConfigEntryState.LOADED).add_to_hass(house.hass)
    assert (await around(house)).streams_elsewhere


# --- Who can look


async def test_who_has_no_office_can_look_at_a_camera_all_the_same(
    house: House, hass: HomeAssistant
) -> None:
    before = (await around(house)).watchers
    await hass.auth.async_create_user("利用者", group_ids=["system-users"])
    gone = await hass.auth.async_create_user("いない人", group_ids=["system-users"])
    await hass.auth.async_update_user(gone, is_active=False)
    await hass.auth.async_create_system_user("a program")
    found = await around(house)
    assert found.watchers == before + 1
    assert found.sources == {CAMERA: GATE}
    assert await state_of(house, "live_view") is CheckState.FAILS


async def test_a_camera_without_an_entity_is_seen_by_nobody(
    house: House, hass: HomeAssistant, entity_registry: er.EntityRegistry
) -> None:
    await hass.auth.async_create_user("利用者", group_ids=["system-users"])
    subentry = house.subentry(CAMERA)
    data = {**subentry.data, "source": "url:0123456789ab"}
    hass.config_entries.async_update_subentry(house.entry, subentry, data=data)
    await house.settle()
    found = await around(house)
    assert found.sources == {}
    assert found.other_cameras == len(hass.states.async_entity_ids("camera"))
    assert await state_of(house, "live_view") is CheckState.HOLDS


# --- Files, disk, backups, line


async def test_footage_in_shared_folders_is_counted(house: House, hass: HomeAssistant) -> None:
    media, www = house.folder / "media", Path(hass.config.path("www"))
    hass.config.media_dirs = {"local": str(media)}
    leave(
        media / "clips" / "night.MP4",
        media / "clips" / "gate_camera_0300.jpg",
        media / "clips" / "grandmother.jpg",
        media / "music.mp3",
        www / "gate_camera" / "0300.jpg",
    )
    found = await around(house)
    assert found.footage_files == {"media/local": 2, "www": 1}
    assert found.looked_through
    assert await state_of(house, "footage_files") is CheckState.FAILS


def leave(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")


def test_a_long_folder_is_looked_through_in_part_and_that_is_said(tmp_path: Path) -> None:
    leave(*(tmp_path / f"{number}.mp4" for number in range(5)))
    found = folders.look({"www": tmp_path}, (), tmp_path / "vault", most=3)
    assert not found.through
    assert found.found == {"www": 3}
    assert folders.look({"www": tmp_path}, (), tmp_path / "vault", most=5).through


def test_the_vault_and_what_links_lead_to_are_passed_over(tmp_path: Path) -> None:
    vault, outside, media = tmp_path / "media" / "vault", tmp_path / "other", tmp_path / "media"
    leave(vault / "one.mp4", outside / "one.mp4")
    (media / "link").symlink_to(outside)
    assert folders.look({"media": media}, (), vault).found == {}


async def test_a_vault_within_reach_of_a_backup_is_found(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "is_hassio", lambda _hass: True)
    monkeypatch.setattr(look, "SUPERVISED_BACKUPS", (house.folder,))
    assert (await around(house)).in_backups
    assert await state_of(house, "backups") is CheckState.FAILS


async def test_a_vault_that_is_away_is_told(house: House) -> None:
    house.vault_path.rename(house.folder / "elsewhere")
    await house.site.watch.look()
    found = await around(house)
    assert found.vault_away
    assert not found.own_disk
    assert await state_of(house, "vault_place") is CheckState.FAILS
    (house.folder / "elsewhere").rename(house.vault_path)


async def test_a_weak_place_is_told(house: House, disk: set[Weakness]) -> None:
    disk.add(Weakness.CONFIGURATION)
    found = await around(house)
    assert found.weaknesses == {Weakness.CONFIGURATION}
    assert found.in_backups
    assert await state_of(house, "vault_place") is CheckState.FAILS


@pytest.mark.parametrize(
    ("inside", "outside", "plain"),
    [
        (None, None, {Side.INSIDE}),
        ("http://192.0.2.7:8123", "https://example.com", {Side.INSIDE}),
        ("https://192.0.2.7", "http://example.com", {Side.OUTSIDE}),
        ("https://192.0.2.7", None, set()),
    ],
)
async def test_an_unencrypted_line_is_found(
    house: House, inside: str | None, outside: str | None, plain: set[Side]
) -> None:
    await house.hass.config.async_update(internal_url=inside, external_url=outside)
    assert (await around(house)).plain == plain
    report = await async_check(house.hass, house.site)
    assert report.leaks == (Side.OUTSIDE in plain)


async def test_backups_that_are_made_by_themselves_are_noticed(
    house: House, hass: HomeAssistant
) -> None:
    assert not (await around(house)).makes_backups

    class Create:
        agent_ids = ("backup.local",)

    class Data:
        create_backup = Create()

    class Config:
        data = Data()

    class Manager:
        config = Config()

    hass.data["backup"] = Manager()
    assert (await around(house)).makes_backups


# --- When it is looked, and who is told


async def test_it_is_looked_after_the_start_hourly_and_after_acts(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    first = house.site.report
    assert first is not None
    assert first.at == NOON
    assert house.state("sensor", f"{SITE}_self_check") == str(first.holds)
    assert house.attributes("sensor", f"{SITE}_self_check")["all"] == first.all

    bridge = MockConfigEntry(domain="homekit", options={"filter": {}})
    bridge.add_to_hass(hass)
    after_an_hour = await next_report(house, freezer, timedelta(hours=1))
    assert after_an_hour.holds == first.holds - 1
    assert house.state("sensor", f"{SITE}_self_check") == str(after_an_hour.holds)

    hass.config_entries.async_update_entry(bridge, options={"filter": {"include_domains": ["x"]}})
    await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": switch(house)})
    after_an_act = await next_report(house, freezer, timedelta(seconds=look.SOON + 1))
    # What is around is not looked at again for an act.
    assert after_an_act.holds == after_an_hour.holds - 1


async def test_nothing_is_found_before_home_assistant_has_started(
    empty_house: House, hass: HomeAssistant
) -> None:
    house = empty_house
    await house.street(gate="Gate camera")
    await house.found(house.watch(CAMERA, house.source("gate").id, "門"))
    hass.set_state(CoreState.starting)
    assert await house.start()
    assert house.site.report is None
    assert house.state("sensor", f"{SITE}_self_check") == "unknown"
    hass.set_state(CoreState.running)
    hass.bus.async_fire("homeassistant_started")
    await house.settle()
    assert house.site.report is not None


async def test_a_leak_is_one_issue_with_a_way_to_the_panel(
    house: House, hass: HomeAssistant
) -> None:
    issues = ir.async_get(hass)
    assert issues.async_get_issue(DOMAIN, "self_check_leaks") is None
    step = {"action": "camera.snapshot", "target": {"entity_id": GATE}, "data": {"filename": "/x"}}
    await automation(house, step)
    MockConfigEntry(domain="homekit", options={}).add_to_hass(hass)
    await async_check(hass, house.site)
    issue = issues.async_get_issue(DOMAIN, "self_check_leaks")
    assert issue is not None
    assert issue.translation_placeholders == {"count": "2", "link": "/kuma-bouhan/check"}
    assert issue.severity is ir.IssueSeverity.WARNING


async def test_the_panel_is_told_line_by_line_and_says_that_somebody_went_through(
    house: House, hass_ws_client: WebSocketGenerator, hass_client: ClientSessionGenerator
) -> None:
    socket, client = await hass_ws_client(), await hass_client()

    async def shown(language: str) -> dict[str, Any]:
        await socket.send_json_auto_id({"type": f"{DOMAIN}/kept/check", "language": language})
        answer = await socket.receive_json()
        assert answer["success"], answer
        told: dict[str, Any] = answer["result"]
        return told

    told = await shown("ja")
    assert told["checked"] is None
    assert told["holds"] + told["fails"] == told["all"]
    assert told["all"] + told["apart"] == len(told["checks"])
    assert told["can"] == ["went_through"]
    (sign,) = [one for one in told["checks"] if one["id"] == "sign"]
    assert sign == {
        "id": "sign",
        "article": "4(3)",
        "title": "設置表示",
        "state": "fails",
        "why": "確認できていない設置表示があります。",
        "evidence": ["確認の間隔：30日", "一度も確認していません：門"],
        "mend": "表示の前に立って、見やすい場所に掲げてあるかを確かめ、「設置表示」で確認を記録してください。"
        "表示は「書類」で印刷できます。",
        "path": "/kuma-bouhan/duties/signs",
    }
    english = await shown("en")
    assert [one["title"] for one in english["checks"] if one["id"] == "sign"] == ["The sign"]
    articles = {one["article"] for one in english["checks"]}
    assert {
        "Introduction",
        "Model operating standard 8",
        "Organisation chart",
        "Form 2",
    } <= articles

    answer = await client.post(f"/api/{DOMAIN}/deeds/check/went_through", json={})
    assert answer.status == HTTPStatus.OK
    again = await shown("ja")
    assert again["checked"] is not None
    assert datetime.fromisoformat(again["due"]) == NOON + timedelta(days=365)
    assert again["holds"] == told["holds"] + 1
    assert house.acts("self_checked")


def switch(house: House) -> str:
    return house.entity_id("switch", f"{CAMERA}_recording")


async def next_report(house: House, freezer: FrozenDateTimeFactory, length: timedelta) -> Report:
    """Let time pass, and wait for what is looked at then."""
    before = house.site.report
    freezer.tick(length)
    async_fire_time_changed(house.hass)
    await house.until(lambda: house.site.report is not before)
    assert house.site.report is not None
    return house.site.report
