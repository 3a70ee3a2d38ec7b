"""A camera at an address of its own, in the forms: tried once, its password kept where nobody meets it."""

import json
import logging
from pathlib import Path
from typing import Any

from homeassistant.const import MATCH_ALL
from homeassistant.core import Event, HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.json import json_dumps
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)

from custom_components.kuma_bouhan.capture.address import Address
from custom_components.kuma_bouhan.const import CONF_ADDRESS, DOMAIN
from custom_components.kuma_bouhan.flows import camera as camera_flow
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, CaptureMode

from ..conftest import CAMERA, NOON, House
from .conftest import ASSESSMENT
from .person import Browsers, Flow, Person, sign_in
from .test_camera_flow import BOTH, added, camera

pytestmark = pytest.mark.freeze_time(NOON)

URL = "rtsp://127.0.0.7:554/stream1"  # nothing answers there
USER, PASSWORD = "canary-user", "canary/p@ss"
LOGIN = {"user": USER, "password": PASSWORD}
OURS = Address(URL, USER, PASSWORD)


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[Address]:
    """Have every address give a picture; return those that were tried."""
    found: list[Address] = []

    async def try_out(_hass: HomeAssistant, address: Address) -> None:
        found.append(address)

    monkeypatch.setattr(camera_flow, "try_out", try_out)
    return found


@pytest.fixture
async def owner(house: House, hass_client: Browsers, tried: list[Address]) -> Person:
    """Give the one person of the home."""
    return await sign_in(house.hass, hass_client, house.owner)


def at(house: House, url: str = URL, **changes: Any) -> dict[str, Any]:
    """Answer the page of a camera with an address."""
    address = {"url": url} | {name: changes.pop(name) for name in LOGIN if name in changes}
    picture = {"mode": "stream"} | changes.pop("picture", {})
    answers = camera(house, picture=picture, address=address, **changes)
    if "source" not in changes:
        del answers["source"]
    return answers


async def asked(house: House, owner: Person) -> Flow:
    return await (await owner.add_camera(house.entry.entry_id)).answer(**BOTH)


async def join(house: House, owner: Person) -> CameraSettings:
    """Add a camera by its address."""
    flow = await asked(house, owner)
    await flow.answer(**at(house, **LOGIN))
    await flow.answer(**ASSESSMENT)
    assert flow.kind == "create_entry", flow.at
    await house.settle()
    return added(house)


async def change(house: House, owner: Person, settings: CameraSettings) -> Flow:
    subentry = house.subentry(settings.camera)
    return await owner.change_camera(house.entry.entry_id, subentry.subentry_id)


def kept(house: House, settings: CameraSettings) -> Address | None:
    """Return the address in a camera's subentry."""
    data = house.subentry(settings.camera).data
    return Address.from_dict(data[CONF_ADDRESS]) if CONF_ADDRESS in data else None


def refuse(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    async def try_out(*_: Any) -> None:
        raise Problem(key)

    monkeypatch.setattr(camera_flow, "try_out", try_out)


# --- Adding


async def test_a_camera_is_added_by_its_address(
    house: House, owner: Person, tried: list[Address]
) -> None:
    settings = await join(house, owner)
    assert (settings.source, settings.mode) == (OURS.source, CaptureMode.STREAM)
    assert kept(house, settings) == OURS
    assert tried == [OURS]
    assert house.site.cameras[settings.camera].settings == settings
    assert house.state("sensor", f"{settings.camera}_recording_state") != "camera_gone"
    assert len(house.hass.states.async_entity_ids("camera")) == 3


async def test_the_page_asks_for_one_source(house: House, owner: Person) -> None:
    flow = await asked(house, owner)
    answers = camera(house)
    del answers["source"]
    await flow.answer(**answers)
    assert flow.errors == {"source": "source_missing"}
    both = at(house, source=house.source("yard").entity_id, **LOGIN)
    await flow.answer(**both)
    assert flow.errors == {"address": "one_source"}
    await flow.answer(**at(house, picture={"mode": "stills"}))
    assert flow.errors == {"picture": "address_without_stills"}


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("127.0.0.7", "address_unreadable"),
        ("ftp://127.0.0.7/", "address_scheme"),
        (URL + "?password=x", "address_with_secret"),
    ],
)
async def test_what_is_no_address_is_not_tried(
    house: House, owner: Person, tried: list[Address], url: str, error: str
) -> None:
    flow = await asked(house, owner)
    await flow.answer(**at(house, url, place=""))
    assert flow.errors == {"address": error, "place": "text_missing"}
    assert tried == []


async def test_why_no_picture_comes_is_told_and_the_password_is_not_typed_again(
    house: House, owner: Person, monkeypatch: pytest.MonkeyPatch, tried: list[Address]
) -> None:
    good = camera_flow.try_out
    flow = await asked(house, owner)
    refuse(monkeypatch, "address_not_found")
    await flow.answer(**at(house, "rtsp://127.0.0.7:554/nothing", **LOGIN))
    assert (flow.step, flow.errors) == ("camera", {"address": "address_not_found"})
    shown = {"url": "rtsp://127.0.0.7:554/nothing", "user": USER, "password": None}
    assert flow.suggested["address"] == shown
    assert PASSWORD not in json.dumps(flow.at)
    section = next(part for part in flow.at["data_schema"] if part["name"] == "address")
    assert section["expanded"]
    monkeypatch.setattr(camera_flow, "try_out", good)
    await flow.answer(**at(house, user=USER))
    assert (flow.step, tried) == ("assessment", [OURS])


async def test_a_login_within_the_address_is_set_apart_from_it(
    house: House, owner: Person, tried: list[Address]
) -> None:
    flow = await asked(house, owner)
    await flow.answer(
        **at(house, "rtsp://canary-user:canary%2Fp%40ss@127.0.0.7:554/stream1", place="")
    )
    assert flow.suggested["address"] == {"url": URL, "user": USER, "password": None}
    await flow.answer(**at(house, user=USER))
    assert tried == [OURS]


async def test_a_known_password_goes_to_no_other_machine_and_no_other_user(
    house: House, owner: Person, tried: list[Address]
) -> None:
    flow = await change(house, owner, await join(house, owner))
    await flow.answer(**at(house, "rtsp://198.51.100.1/stream1", user=USER, place=""))
    await flow.answer(**at(house, user="other", place=""))
    tried.clear()
    await flow.answer(**at(house, "rtsp://198.51.100.1/stream1", user=USER))
    assert tried == [Address("rtsp://198.51.100.1/stream1", USER)]


async def test_one_address_is_one_camera(house: House, owner: Person) -> None:
    await join(house, owner)
    flow = await asked(house, owner)
    await flow.answer(**at(house, user="other"))
    assert flow.errors == {"address": "camera_taken"}
    (source,) = [part for part in flow.at["data_schema"] if part["name"] == "source"]
    assert source["selector"]["entity"]["exclude_entities"] == [house.source("gate").entity_id]


# --- Changing


async def test_address_and_password_can_be_changed(
    house: House, owner: Person, tried: list[Address]
) -> None:
    settings = await join(house, owner)
    flow = await change(house, owner, settings)
    assert flow.suggested["source"] is None
    assert flow.suggested["address"] == {"url": URL, "user": USER, "password": None}
    assert PASSWORD not in json.dumps(flow.at)
    # As it is, with its password left empty: it need not be tried.
    await flow.answer(**at(house, user=USER))
    assert flow.reason == "reconfigure_successful"
    assert (kept(house, settings), tried) == (OURS, [OURS])
    assert house.acts("camera_changed") == []

    flow = await change(house, owner, settings)
    await flow.answer(**at(house, user=USER, password="new"))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert kept(house, settings) == tried[-1] == Address(URL, USER, "new")
    assert house.acts("camera_changed") == []

    flow = await change(house, owner, settings)
    other = Address("rtsp://127.0.0.7:554/stream2", USER, "new")
    await flow.answer(**at(house, other.url, user=USER))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert kept(house, settings) == tried[-1] == other
    assert added(house).source == other.source
    assert house.acts("camera_changed")[-1].act.fields == ("source",)  # type: ignore[attr-defined]


async def test_a_camera_goes_from_its_entity_to_an_address_and_back(
    house: House, owner: Person
) -> None:
    settings = house.cameras[CAMERA]
    flow = await change(house, owner, settings)
    await flow.answer(**at(house, **LOGIN))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert kept(house, settings) == OURS
    assert house.site.cameras[CAMERA].settings.source == OURS.source
    flow = await change(house, owner, settings)
    await flow.answer(**camera(house, "gate"))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert kept(house, settings) is None
    assert house.site.cameras[CAMERA].settings.source == house.source("gate").id


async def test_an_address_that_was_lost_is_asked_for_by_a_repair(
    house: House, owner: Person
) -> None:
    settings = await join(house, owner)
    house.hass.config_entries.async_update_subentry(
        house.entry, house.subentry(settings.camera), data=settings.as_dict()
    )
    await house.settle()
    await house.until(
        lambda: house.site.cameras[settings.camera].state is RecordingState.CAMERA_GONE
    )
    issues = ir.async_get(house.hass)
    assert issues.async_get_issue(DOMAIN, f"address_missing_{settings.camera}")
    assert not issues.async_get_issue(DOMAIN, f"camera_gone_{settings.camera}")
    flow = await change(house, owner, settings)
    section = next(part for part in flow.at["data_schema"] if part["name"] == "address")
    assert section["expanded"]
    await flow.answer(**at(house, **LOGIN))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    await house.until(
        lambda: house.site.cameras[settings.camera].state is not RecordingState.CAMERA_GONE
    )
    assert not issues.async_get_issue(DOMAIN, f"address_missing_{settings.camera}")


# --- Where it is not


async def test_address_and_password_lie_in_the_config_entry_alone(
    house: House,
    owner: Person,
    hass_client: Browsers,
    hass_storage: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    heard: list[str] = []

    def hear(event: Event) -> None:
        heard.append(json_dumps(event.as_dict()))

    house.hass.bus.async_listen(MATCH_ALL, hear)
    settings = await join(house, owner)
    flow = await change(house, owner, settings)
    await flow.answer(**at(house, "rtsp://127.0.0.7/stream3", **LOGIN))
    await house.settle()
    await house.until(lambda: "127.0.0.7" in caplog.text)  # the stream was asked for
    assert await async_setup_component(house.hass, "diagnostics", {})
    diagnostics = await get_diagnostics_for_config_entry(house.hass, hass_client, house.entry)
    issues = [issue.to_json() for issue in ir.async_get(house.hass).issues.values()]
    await house.stop()
    shown = {
        "states": json_dumps([state.as_dict() for state in house.hass.states.async_all()]),
        "events": "".join(heard),
        "log": caplog.text,
        "diagnostics": json_dumps(diagnostics),
        "repairs": json_dumps(issues),
        "storage": json_dumps(
            {k: v for k, v in hass_storage.items() if k != "core.config_entries"}
        ),
    }
    # Home Assistant's own log names the machine that a stream comes from.
    login, address = (USER, PASSWORD, "canary%2Fp%40ss"), ("127.0.0.7", "stream3")
    assert [where for where, text in shown.items() if any(one in text for one in login)] == []
    del shown["log"]
    assert [where for where, text in shown.items() if any(one in text for one in address)] == []
    for folder in (Path(house.hass.config.config_dir), house.vault_path):
        for path in folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            assert not [one for one in login + address if one.encode() in content], path
