"""Signs in Home Assistant and at the panel: 4(3), 運用基準例 6."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from aiohttp.test_utils import TestClient
from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import entity_registry as er, issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import (
    async_fire_time_changed,
    mock_restore_cache_with_extra_data,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.const import CONF_SETTINGS, DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.procedure import signs
from custom_components.kuma_bouhan.procedure.watch import TICK
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase
from tests.guideline.test_jpeg import picture

from .conftest import CAMERA, NOON, SITE, House
from .viewer import BASE

pytestmark = pytest.mark.freeze_time(NOON)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PHOTO = picture()
SAID_BY_HOME_ASSISTANT = {"device_class", "event_type", "event_types", "friendly_name"}


def shown(house: House) -> tuple[str, str]:
    """Return what the sensor says, and whether there is a problem."""
    return (
        house.state("sensor", f"{CAMERA}_sign"),
        house.state("binary_sensor", f"{CAMERA}_sign_problem"),
    )


def told(house: House) -> dict[str, Any]:
    """Return what the last event said."""
    said = house.attributes("event", f"{CAMERA}_sign")
    left = {name: said[name] for name in said.keys() - SAID_BY_HOME_ASSISTANT}
    return {"event": said["event_type"], **left}


async def later(house: House, freezer: FrozenDateTimeFactory, length: timedelta) -> None:
    """Let time pass, and the site look at everything once."""
    freezer.tick(length)
    async_fire_time_changed(house.hass)
    await house.settle()
    await house.site.watch.look()
    await house.settle()


async def press(house: House, context: Context) -> None:
    button = house.entity_id("button", f"{CAMERA}_confirm_sign")
    await house.call("button.press", context, {"entity_id": button})
    await house.settle()


async def settle(house: House, **changes: Any) -> None:
    """Change what the site has settled, as its flow does."""
    data = {**house.entry.data, CONF_SETTINGS: {**house.entry.data[CONF_SETTINGS], **changes}}
    house.hass.config_entries.async_update_entry(house.entry, data=data)
    await house.settle()


# --- Entities


async def test_a_sign_is_confirmed_by_the_button_and_comes_due_as_time_passes(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    assert shown(house) == ("never_confirmed", "on")
    assert house.state("event", f"{CAMERA}_sign") == "unknown"
    await press(house, house.person)
    assert shown(house) == ("displayed", "off")
    due = NOON + 30 * DAY
    assert house.attributes("sensor", f"{CAMERA}_sign")["due"] == due.isoformat()
    assert told(house) == {"event": "confirmed", "means": "person", "seen": NOON.isoformat()}
    await later(house, freezer, 30 * DAY - TICK)
    assert shown(house) == ("displayed", "off")
    await later(house, freezer, TICK)
    assert shown(house) == ("inspection_due", "on")
    assert told(house) == {"event": "inspection_due", "due": due.isoformat()}
    at = house.state("event", f"{CAMERA}_sign")
    await later(house, freezer, DAY)
    assert house.state("event", f"{CAMERA}_sign") == at, "it is told once"


async def test_what_was_told_before_a_restart_is_not_told_again(
    house: House, freezer: FrozenDateTimeFactory, hass: HomeAssistant
) -> None:
    await press(house, house.person)
    event = house.entity_id("event", f"{CAMERA}_sign")
    await house.stop()
    freezer.tick(31 * DAY)
    await house.start()
    assert told(house)["event"] == "inspection_due", "it came due while nobody looked"
    state = hass.states.get(event)
    assert state is not None
    await house.stop()
    extra = {
        "last_event_type": "inspection_due",
        "last_event_attributes": {"due": (NOON + 30 * DAY).isoformat()},
    }
    mock_restore_cache_with_extra_data(hass, [(state, extra)])
    freezer.tick(DAY)
    await house.start()
    assert house.state("event", f"{CAMERA}_sign") == state.state


async def test_the_button_is_for_a_person_with_an_office(house: House) -> None:
    with pytest.raises(ServiceValidationError):
        await press(house, house.automation)
    assert shown(house) == ("never_confirmed", "on")


async def test_an_action_confirms_what_was_seen_at_another_time(house: House) -> None:
    await house.hass.config.async_set_time_zone("UTC")
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    seen = NOON - 2 * DAY
    given = {
        "camera": [switch, house.source("gate").entity_id],
        "seen": f"{seen:%Y-%m-%d %H:%M:%S}",
    }
    await house.call("kuma_bouhan.confirm_sign", house.person, given)
    (entry,) = house.acts("sign_confirmed")
    assert (entry.act.seen, entry.actor.door) == (seen, Door.ACTION)  # type: ignore[attr-defined]
    early = {"camera": switch, "seen": "2026-11-01 00:00:00"}
    with pytest.raises(HomeAssistantError) as error:
        await house.call("kuma_bouhan.confirm_sign", house.person, early)
    assert error.value.translation_key == "sign_seen_too_early"
    with pytest.raises(ServiceValidationError):
        await house.call("kuma_bouhan.confirm_sign", house.automation, {"camera": switch})


# --- A tag at the sign


async def scan(house: House, context: Context, tag: str = f"kuma_bouhan-sign-{CAMERA}") -> None:
    house.hass.bus.async_fire("tag_scanned", {"tag_id": tag, "name": None}, context=context)
    await house.settle()


async def test_whoever_scans_the_tag_confirms_the_sign(house: House) -> None:
    await scan(house, house.person)
    assert shown(house) == ("displayed", "off")
    (entry,) = house.acts("sign_confirmed")
    assert entry.actor == Actor(house.owner.id, Door.TAG)
    assert told(house)["means"] == "tag"


@pytest.mark.parametrize("who", ["a reader", "an automation", "a neighbour"])
async def test_a_scan_by_nobody_or_without_an_office_is_refused_and_entered(
    house: House, hass_read_only_user: User, who: str
) -> None:
    context = {
        "a reader": Context(),
        "an automation": Context(user_id=house.owner.id, parent_id="an automation's"),
        "a neighbour": Context(user_id=hass_read_only_user.id),
    }[who]
    await scan(house, context)
    assert shown(house)[0] == "never_confirmed"
    (refusal,) = house.acts("refusal")
    assert refusal.actor.door is Door.TAG


@pytest.mark.parametrize("tag", ["front-door", f"kuma_bouhan-sign-{'f' * 32}"])
async def test_another_tag_is_none_of_ours(house: House, tag: str) -> None:
    await scan(house, house.person, tag)
    assert not house.acts("sign_confirmed") and not house.acts("refusal")


async def test_a_site_that_does_not_run_hears_no_tag(house: House) -> None:
    await house.stop()
    await scan(house, house.person)
    await house.start()
    assert not house.acts("sign_confirmed")


# --- An entity that knows


@pytest.fixture
async def lit(empty_house: House) -> House:
    """Give a home whose sign is lit: its switch says whether it is."""
    registry = er.async_get(empty_house.hass)
    switch = registry.async_get_or_create(
        "switch", "street", "lit sign", suggested_object_id="sign"
    )
    await empty_house.street(gate="Gate camera")
    await empty_house.found(
        empty_house.watch(CAMERA, empty_house.source("gate").id, "門", sign_entity=switch.id)
    )
    empty_house.hass.states.async_set(switch.entity_id, "unavailable")
    assert await empty_house.start()
    await empty_house.recording(CAMERA)
    return empty_house


async def say(house: House, state: str, entity_id: str = "switch.sign") -> None:
    house.hass.states.async_set(entity_id, state)
    await house.settle()


async def test_the_site_enters_what_the_entity_says(
    lit: House, freezer: FrozenDateTimeFactory
) -> None:
    assert shown(lit) == ("never_confirmed", "on"), "unavailable says nothing"
    await say(lit, "on")
    assert shown(lit) == ("displayed", "off")
    freezer.tick(2 * HOUR)
    await say(lit, "unknown")
    assert shown(lit) == ("displayed", "off")
    await say(lit, "off")
    assert shown(lit) == ("missing", "on")
    assert told(lit)["means"] == "entity"
    entered = [*lit.acts("sign_confirmed"), *lit.acts("sign_missing")]
    assert [(entry.actor.user_id, entry.actor.door) for entry in entered] == [
        (None, Door.ITSELF),
        (None, Door.ITSELF),
    ]


async def test_what_flickers_is_entered_once_an_hour_and_then_as_it_is(
    lit: House, freezer: FrozenDateTimeFactory
) -> None:
    await say(lit, "on")
    freezer.tick(HOUR / 2)
    for state in ("off", "on", "off"):
        await say(lit, state)
    assert not lit.acts("sign_missing")
    await later(lit, freezer, HOUR / 2)
    assert len(lit.acts("sign_missing")) == 1


async def test_while_it_is_lit_it_never_comes_due(
    lit: House, freezer: FrozenDateTimeFactory
) -> None:
    await say(lit, "on")
    for _ in range(33):
        await later(lit, freezer, DAY - HOUR)
        assert shown(lit) == ("displayed", "off")
    assert len(lit.acts("sign_confirmed")) == 2


async def test_an_entity_that_was_renamed_and_another_one_are_heard(
    lit: House, freezer: FrozenDateTimeFactory
) -> None:
    registry = er.async_get(lit.hass)
    registry.async_update_entity("switch.sign", new_entity_id="switch.notice")
    await later(lit, freezer, TICK)
    await say(lit, "on", "switch.notice")
    assert shown(lit) == ("displayed", "off")
    subentry = lit.subentry(CAMERA)
    data = {**subentry.data, "sign_entity": "device_tracker.poster"}
    lit.hass.config_entries.async_update_subentry(lit.entry, subentry, data=data)
    await lit.settle()
    freezer.tick(2 * HOUR)
    await say(lit, "off", "switch.notice")
    assert shown(lit) == ("displayed", "off")
    await say(lit, "not_home", "device_tracker.poster")
    assert shown(lit) == ("missing", "on")


# --- The interlock


async def test_without_a_confirmed_sign_a_site_that_chose_so_records_nothing(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await settle(house, sign_interlock=True)
    await house.until(lambda: house.site.cameras[CAMERA].state is RecordingState.NO_SIGN)
    assert house.state("sensor", f"{CAMERA}_recording_state") == "no_sign"
    assert house.state("binary_sensor", f"{CAMERA}_recording_problem") == "on"
    kept = await house.chunks(CAMERA, NOON - HOUR, NOON + HOUR)
    assert kept, "what is there stays under its period"
    freezer.tick(60 + 90)  # a still stands for a minute
    await scan(house, house.person)
    await house.recording(CAMERA)
    said = house.attributes("event", f"{SITE}_gap")
    assert (said["event_type"], said["seconds"]) == ("no_sign", 90)
    await house.call(
        "kuma_bouhan.confirm_sign", house.person, {"camera": house.source("gate").entity_id}
    )
    await signs.missing(house.site.desk, Actor(house.owner.id, Door.PANEL), CAMERA)
    await house.until(lambda: house.site.cameras[CAMERA].state is RecordingState.NO_SIGN)
    await settle(house, sign_interlock=False)
    await house.recording(CAMERA)


# --- Repairs


def standing(house: House) -> set[str]:
    """Return the issues about signs, without their camera."""
    return {
        issue_id.removesuffix(f"_{CAMERA}")
        for (domain, issue_id), issue in ir.async_get(house.hass).issues.items()
        if domain == DOMAIN and issue_id.startswith("sign_") and issue.active
    }


async def test_a_person_is_told_of_a_sign_that_is_missing_overdue_or_never_was_there(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await settle(house, profile=Profile.ASSOCIATION.value)
    assert standing(house) == set()
    await later(house, freezer, 7 * DAY)
    assert standing(house) == {"sign_never_confirmed"}
    await press(house, house.person)
    assert standing(house) == set()
    await later(house, freezer, 30 * DAY)
    assert standing(house) == {"sign_overdue"}
    await settle(house, profile=Profile.HOME.value)
    assert standing(house) == set(), "a home is left in peace for longer"
    await later(house, freezer, 30 * DAY)
    assert standing(house) == {"sign_overdue"}
    await signs.missing(house.site.desk, Actor(house.owner.id, Door.PANEL), CAMERA)
    assert standing(house) == {"sign_missing"}
    issue = ir.async_get(house.hass).async_get_issue(DOMAIN, f"sign_missing_{CAMERA}")
    assert issue is not None and issue.translation_placeholders == {"place": "門"}


# --- The panel


@dataclass
class Panel:
    """Somebody who is signed in, and what they see."""

    client: TestClient[Any, Any]
    socket: Any

    async def do(self, deed: str, **body: Any) -> tuple[int, Mapping[str, Any]]:
        answer = await self.client.post(f"{BASE}/deeds/{deed}", json=body)
        return answer.status, await answer.json()

    async def section(self, name: str) -> dict[str, Any]:
        await self.socket.send_json_auto_id({"type": f"{DOMAIN}/kept/{name}"})
        answer = await self.socket.receive_json()
        assert answer["success"], answer
        result: dict[str, Any] = answer["result"]
        return result


@pytest.fixture
async def panel(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Panel:
    await house.hass.config.async_set_time_zone("UTC")
    await house.stop()
    await house.start()
    return Panel(await hass_client(), await hass_ws_client())


async def test_the_panel_shows_signs_and_enters_what_was_seen(panel: Panel) -> None:
    section = await panel.section("signs")
    assert section == {
        "every_days": 30,
        "interlock": False,
        "signs": [
            {
                "camera": CAMERA,
                "place": "門",
                "state": "never_confirmed",
                "confirmed": None,
                "means": None,
                "where": "",
                "photo": False,
                "missing": None,
                "remarks": "",
                "due": (NOON + 7 * DAY).isoformat(),
                "entity": None,
                "tag": f"kuma_bouhan-sign-{CAMERA}",
                "can": ["confirm", "missing"],
            }
        ],
    }
    seen = NOON - HOUR
    assert await panel.do(
        "signs/confirm",
        camera=CAMERA,
        seen=seen.isoformat(),
        place="門柱の右",
        photo=b64encode(PHOTO).decode(),
    ) == (HTTPStatus.OK, {})
    (sign,) = (await panel.section("signs"))["signs"]
    assert (sign["state"], sign["confirmed"], sign["means"]) == (
        "displayed",
        seen.isoformat(),
        SignMeans.PERSON,
    )
    assert (sign["where"], sign["photo"]) == ("門柱の右", True)
    assert await panel.do("signs/missing", camera=CAMERA, remarks="落ちていた") == (200, {})
    (sign,) = (await panel.section("signs"))["signs"]
    assert (sign["state"], sign["missing"], sign["remarks"]) == (
        "missing",
        NOON.isoformat(),
        "落ちていた",
    )


async def test_a_photo_is_shown_as_it_was_sent_and_kept_by_nobody_on_the_way(panel: Panel) -> None:
    path = f"{BASE}/deeds/signs/photo/{CAMERA}"
    none = await panel.client.get(path)
    assert (none.status, (await none.json())["error"]) == (422, "sign_photo_none")
    await panel.do("signs/confirm", camera=CAMERA, photo=b64encode(PHOTO).decode())
    answer = await panel.client.get(path)
    assert answer.status == HTTPStatus.OK
    assert await answer.read() == PHOTO
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_largest_photo_fits_into_what_may_be_sent(panel: Panel) -> None:
    # A comment as long as a segment may be does not change the picture.
    filler = b"\xff\xfe" + (40 * 1024 - len(PHOTO) - 2).to_bytes(2)
    photo = PHOTO[:2] + filler + bytes(40 * 1024 - len(PHOTO) - 4) + PHOTO[2:]
    assert len(photo) == 40 * 1024
    sent = b64encode(photo).decode()
    assert (await panel.do("signs/confirm", camera=CAMERA, photo=sent))[0] == HTTPStatus.OK


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({"photo": "???"}, "viewing_unreadable"),
        ({"photo": 5}, "viewing_unreadable"),
        ({"photo": b64encode(b"GIF89a").decode()}, "sign_photo_not_jpeg"),
        ({"seen": (NOON + HOUR).isoformat()}, "sign_seen_in_future"),
        ({"seen": "yesterday"}, "viewing_unreadable"),
        ({"camera": "f" * 32}, "unknown_camera"),
        ({"camera": None}, "viewing_unreadable"),
    ],
)
async def test_what_cannot_be_read_or_cannot_be_so_is_said(
    house: House, panel: Panel, body: dict[str, Any], key: str
) -> None:
    status, answer = await panel.do("signs/confirm", **({"camera": CAMERA} | body))
    assert (status, answer["error"]) == (422, key)
    assert not house.acts("sign_confirmed")


async def test_whoever_has_any_office_sees_and_confirms_signs(
    house: House,
    panel: Panel,
    hass_read_only_user: User,
    hass_read_only_access_token: str,
    hass_client: ClientSessionGenerator,
) -> None:
    staff = await hass_client(hass_read_only_access_token)
    path = f"{BASE}/deeds/signs/confirm"
    refused = await staff.post(path, json={"camera": CAMERA})
    assert refused.status == HTTPStatus.FORBIDDEN
    act = Appointed(
        role=Role.STAFF, user_id=hass_read_only_user.id, since=NOON, name="玉名", title=""
    )
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    assert (await staff.post(path, json={"camera": CAMERA})).status == HTTPStatus.OK
    assert shown(house) == ("displayed", "off")
    assert told(house).keys() == {"event", "means", "seen"}, "who it was stands in the register"


async def test_the_entity_that_knows_is_named(
    lit: House, hass_ws_client: WebSocketGenerator
) -> None:
    (sign,) = (await Panel(None, await hass_ws_client()).section("signs"))["signs"]  # type: ignore[arg-type]
    assert sign["entity"] == "switch.sign"
