"""Websocket commands: the site as one person may see it, and what the panel has done."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
import logging
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import MockHAClientWebSocket, WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.procedure.regaining import announce
from custom_components.kuma_bouhan.procedure.registers import KINDS
from custom_components.kuma_bouhan.records import frame
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.note import read_checkpoint
from custom_components.kuma_bouhan.records.proofs import includes
from custom_components.kuma_bouhan.websocket_api import Watching

from .conftest import CAMERA, NOON, PASSPHRASE, House

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)


@pytest.fixture
async def hanako(hass: HomeAssistant) -> User:
    return await hass.auth.async_create_user("花子", group_ids=["system-users"])


@pytest.fixture
async def panel(house: House, hass_ws_client: WebSocketGenerator) -> MockHAClientWebSocket:
    """Open the panel as the one person of a home."""
    return await hass_ws_client()


@pytest.fixture
async def other_panel(
    house: House, hanako: User, hass_ws_client: WebSocketGenerator
) -> MockHAClientWebSocket:
    """Open the panel as somebody without an office."""
    refresh = await house.hass.auth.async_create_refresh_token(hanako, "https://example.invalid")
    return await hass_ws_client(access_token=house.hass.auth.async_create_access_token(refresh))


async def ask(panel: MockHAClientWebSocket, command: str, **given: Any) -> Any:
    """Send a command; return what was answered."""
    await panel.send_json_auto_id({"type": f"{DOMAIN}/{command}", **given})
    answer = await panel.receive_json()
    assert answer["success"], answer
    return answer["result"]


async def refused(panel: MockHAClientWebSocket, command: str, **given: Any) -> dict[str, Any]:
    """Send a command that is not carried out; return the error."""
    await panel.send_json_auto_id({"type": f"{DOMAIN}/{command}", **given})
    answer = await panel.receive_json()
    assert not answer["success"]
    error: dict[str, Any] = answer["error"]
    return error


async def subscribe(panel: MockHAClientWebSocket) -> dict[str, Any]:
    """Subscribe to the overview; return the first."""
    await ask(panel, "overview/subscribe")
    return await told(panel)


async def told(panel: MockHAClientWebSocket) -> dict[str, Any]:
    """Return the next overview that is sent."""
    event: dict[str, Any] = (await panel.receive_json())["event"]
    return event


@pytest.fixture
def owner(house: House, hass_access_token: str) -> Actor:
    """Return who sits at the panel, in the login session it is open in."""
    refresh = house.hass.auth.async_validate_access_token(hass_access_token)
    assert refresh is not None
    return Actor(house.owner.id, Door.PANEL, session=refresh.id)


async def unlock(house: House, actor: Actor) -> None:
    await house.site.lock.unlock(actor, PASSPHRASE)


async def appoint(house: House, user: User, role: Role) -> None:
    act = Appointed(role=role, user_id=user.id, since=NOON, name="花子", title="")
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    await house.settle()


@pytest.fixture
async def half_a_second(house: House) -> Callable[[], Awaitable[None]]:
    """Let half a second pass for whoever waits for it."""
    moment = dt_util.utcnow()

    async def pass_by() -> None:
        nonlocal moment
        moment += timedelta(seconds=0.6)
        async_fire_time_changed(house.hass, moment)
        await house.settle()

    return pass_by


# --- The overview


async def test_the_overview_says_how_everything_is(
    house: House, panel: MockHAClientWebSocket
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=5))
    seen = await subscribe(panel)
    assert seen["site"] == {
        "facility": "水前寺の家",
        "owner_name": "熊本 花子",
        "manager_title": "",
        "manager_name": "熊本 花子",
        "contact": "096-000-0000",
        "purpose": "",
        "crimes": "",
        "retention_days": 7,
        "profile": "home",
    }
    assert seen["me"]["user_id"] == house.owner.id
    assert seen["me"]["roles"] == ["manager", "operator", "site_owner"]
    assert {"appoint_operator", "read_names", "list_footage"} <= set(seen["me"]["may"])
    assert seen["lock"] == {"locked": True}
    [camera] = seen["cameras"]
    assert camera["camera"] == CAMERA
    assert (camera["place"], camera["entity_id"]) == ("門", house.source("gate").entity_id)
    assert (camera["state"], camera["problem"], camera["on"]) == ("recording", False, True)
    assert camera["recording_switch"] == house.entity_id("switch", f"{CAMERA}_recording")
    assert (camera["days"], camera["mode"]) == (7, "stills")
    # Moments are told in the site's own time.
    assert camera["oldest"] == dt_util.as_local(NOON - timedelta(hours=5)).isoformat()
    assert camera["next_erasure"] > camera["newest"] > camera["oldest"]
    assert camera["bytes"] > 0
    assert camera["kept_seconds"] > 0
    assert seen["vault"]["away"] is False
    assert seen["book"] == {"intact": True, "entries": house.site.desk.book.size}
    assert (seen["refounding"], seen["vacant"], seen["code_used"]) == (None, [], False)


async def test_somebody_without_a_role_reads_what_the_sign_says_and_nothing_else(
    house: House, hanako: User, other_panel: MockHAClientWebSocket
) -> None:
    seen = await subscribe(other_panel)
    assert seen.keys() == {"version", "site", "me"}
    assert seen["site"]["manager_name"] == "熊本 花子"
    assert seen["me"] == {"user_id": hanako.id, "name": "花子", "roles": [], "may": []}


async def test_whoever_is_given_an_office_sees_more_at_once(
    house: House, hanako: User, other_panel: MockHAClientWebSocket
) -> None:
    await subscribe(other_panel)
    await appoint(house, hanako, Role.STAFF)
    async_fire_time_changed(house.hass, dt_util.utcnow() + timedelta(seconds=1))
    seen = await told(other_panel)
    assert seen["me"]["roles"] == ["staff"]
    assert seen["me"]["may"] == [
        "acknowledge",
        "confirm_sign",
        "leave",
        "lock",
        "note_incident",
        "object_to_refounding",
        "read_duties",
        "read_keys",
        "read_standard",
        "receive_complaint",
    ]
    assert len(seen["cameras"]) == 1


async def test_changes_at_once_are_told_at_once(
    house: House, panel: MockHAClientWebSocket, half_a_second: Callable[[], Awaitable[None]]
) -> None:
    await subscribe(panel)
    for on in (False, True, False):
        await house.site.async_switch(Actor(house.owner.id, Door.ENTITY), CAMERA, on=on)
    await half_a_second()
    seen = await told(panel)
    assert seen["cameras"][0]["on"] is False
    assert seen["book"]["entries"] == house.site.desk.book.size
    # What has changed nothing that is shown is not sent.
    await half_a_second()
    house.site._tell()
    await announce(house.site.desk, Actor("admin", Door.FLOW), ha_owner=True)
    await house.settle()
    await half_a_second()
    seen = await told(panel)
    while seen["refounding"] is None:  # an order is an entry, too
        seen = await told(panel)
    assert seen["refounding"] == dt_util.as_local(dt_util.utcnow() + NOTICE).isoformat()


async def test_a_site_that_goes_and_comes_back_is_told(
    house: House, panel: MockHAClientWebSocket, half_a_second: Callable[[], Awaitable[None]]
) -> None:
    await subscribe(panel)
    gone = house.site.desk
    listening = len(gone.listeners)
    await house.stop()
    await half_a_second()
    seen = await told(panel)
    assert seen["site"] is None
    assert seen["me"]["roles"] == []
    assert "cameras" not in seen
    assert await house.start()
    await half_a_second()
    seen = await told(panel)
    while seen["site"] is None:
        await half_a_second()
        seen = await told(panel)
    assert seen["site"]["facility"] == "水前寺の家"
    assert len(house.site.desk.listeners) == listening
    assert not any(isinstance(getattr(one, "__self__", None), Watching) for one in gone.listeners)


async def test_whoever_closes_the_panel_is_told_no_more(
    house: House, panel: MockHAClientWebSocket
) -> None:
    before = len(house.site.desk.listeners)
    await subscribe(panel)
    assert len(house.site.desk.listeners) == before + 1
    house.site._tell()
    await panel.send_json_auto_id({"type": "unsubscribe_events", "subscription": 1})
    assert (await panel.receive_json())["success"]
    assert len(house.site.desk.listeners) == before
    await house.site.async_switch(Actor(house.owner.id, Door.ENTITY), CAMERA, on=False)
    await panel.send_json_auto_id({"type": "ping"})
    assert (await panel.receive_json())["type"] == "pong"


# --- People


async def test_the_people_page_says_who_holds_what_and_who_could(
    house: House, hanako: User, panel: MockHAClientWebSocket
) -> None:
    await appoint(house, hanako, Role.OPERATOR)
    page = await ask(panel, "people")
    last = page["appointments"][-1]
    assert last == {
        "seq": house.site.desk.registers.appointments[-1].seq,
        "role": "operator",
        "user_id": hanako.id,
        "name": "花子",
        "title": "",
        "since": dt_util.as_local(NOON).isoformat(),
        "until": None,
        "in_force": True,
    }
    assert {"user_id": hanako.id, "name": "花子"} in page["users"]


async def test_an_office_is_given_with_name_and_title_handed_over_and_ended(
    house: House, owner: Actor, hanako: User, panel: MockHAClientWebSocket
) -> None:
    await unlock(house, owner)
    until = dt_util.as_local(NOON + 2 * DAY).isoformat()
    person = {"user_id": hanako.id, "role": "operator"}
    given = {**person, "name": " 山田 花子 ", "title": "管理員", "until": until}
    assert await ask(panel, "appoint", **given) == {}
    held = house.site.desk.registers.appointments[-1]
    assert (held.name, held.title, held.until) == ("山田 花子", "管理員", NOON + 2 * DAY)
    assert house.acts("appointed")[-1].actor == Actor(house.owner.id, Door.PANEL)
    await ask(panel, "end_appointment", **person, secrecy_acknowledged=True)
    assert house.site.desk.registers.roles_of(hanako.id, NOON) == set()
    await ask(
        panel,
        "hand_over",
        user_id=hanako.id,
        role="manager",
        name="山田 花子",
        title="管理室長",
        secrecy_acknowledged=True,
    )
    [manager] = house.site.desk.registers.holders(Role.MANAGER, dt_util.utcnow())
    assert (manager.user_id, manager.title) == (hanako.id, "管理室長")


async def test_what_a_command_cannot_do_it_says_by_key_and_in_words(
    house: House, owner: Actor, hanako: User, panel: MockHAClientWebSocket
) -> None:
    person = {"user_id": hanako.id, "role": "operator"}
    error = await refused(panel, "appoint", **person)
    assert (error["code"], error["translation_key"]) == ("unauthorized", "unlock_first")
    await unlock(house, owner)
    error = await refused(panel, "appoint", **person | {"user_id": "nobody"})
    assert error["translation_key"] == "user_unknown"
    assert error["translation_domain"] == DOMAIN
    assert error["message"][0].isupper()
    house.hass.config.language = "ja"
    error = await refused(panel, "register", register="gaps", camera="e" * 32)
    assert error["translation_key"] == "unknown_camera"
    assert "。" in error["message"]


async def test_who_has_the_vault_open_elsewhere_decides_nothing_here(
    house: House, owner: Actor, hanako: User, panel: MockHAClientWebSocket
) -> None:
    await unlock(house, Actor(owner.user_id, Door.PANEL, session="another browser"))
    person = {"user_id": hanako.id, "role": "staff"}
    assert (await refused(panel, "appoint", **person))["translation_key"] == "unlock_first"
    await unlock(house, owner)
    assert await ask(panel, "appoint", **person) == {}


async def test_a_name_is_no_novel(
    house: House, owner: Actor, hanako: User, panel: MockHAClientWebSocket
) -> None:
    await unlock(house, owner)
    error = await refused(panel, "appoint", user_id=hanako.id, role="staff", name="x" * 101)
    assert error["code"] == "invalid_format"


async def test_while_the_site_does_not_run_commands_say_so(
    house: House, panel: MockHAClientWebSocket
) -> None:
    await house.stop()
    assert (await refused(panel, "people"))["translation_key"] == "site_not_running"


# --- The book


async def test_a_register_is_read_line_by_line(house: House, panel: MockHAClientWebSocket) -> None:
    actor = Actor(house.owner.id, Door.ENTITY)
    for on in (False, True):
        await house.site.async_switch(actor, CAMERA, on=on)
    page = await ask(panel, "register", register="recording", limit=1)
    assert page["more"]
    [line] = page["lines"]
    assert (line["kind"], line["facts"]) == ("recording_switched", {"camera": CAMERA, "on": True})
    assert line["by"] == "熊本 花子"
    everything = (await ask(panel, "register", register="all"))["lines"]
    order = next(one for one in everything if one["seq"] == line["order"])
    assert (order["phase"], order["facts"]) == ("ordered", line["facts"])
    assert "order" not in order
    older = await ask(panel, "register", register="recording", offset=1, camera=CAMERA)
    assert [line["facts"]["on"] for line in older["lines"]] == [False]
    assert not older["more"]
    later = (dt_util.as_local(NOON) + DAY).isoformat()
    nothing = await ask(panel, "register", register="all", start=later)
    assert nothing == {"lines": [], "more": False}


async def test_names_stand_in_a_register_for_those_only_who_may_read_them(
    house: House, hanako: User, other_panel: MockHAClientWebSocket
) -> None:
    await house.site.async_switch(Actor(house.owner.id, Door.ENTITY), CAMERA, on=False)
    await appoint(house, hanako, Role.OPERATOR)
    [line] = (await ask(other_panel, "register", register="recording"))["lines"]
    assert "by" not in line
    error = await refused(other_panel, "register", register="all")
    assert error["translation_key"] == "role_needed_read_supervision"


async def test_an_act_is_proved_to_stand_in_the_book(
    house: House, owner: Actor, panel: MockHAClientWebSocket
) -> None:
    desk = house.site.desk
    await unlock(house, owner)
    await house.site.async_switch(owner, CAMERA, on=False)
    seq = house.acts("recording_switched")[-1].seq
    proof = await ask(panel, "proof", seq=seq)
    assert proof["entry"]["kind"] == "recording_switched"
    assert proof["entry"]["by"] == "熊本 花子"
    assert (proof["included"], proof["signature"]) == (True, "holds")
    # The proof stands by itself: what it says is checked here without the site.
    head = read_checkpoint(proof["checkpoint"], [desk.vault.host_key])
    assert (head.size, head.root.hex()) == (proof["size"], proof["root"])
    path = [bytes.fromhex(node) for node in proof["path"]]
    assert includes(bytes.fromhex(proof["leaf"]), proof["index"], head.size, path, head.root)
    assert proof["host_fingerprint"] == desk.vault.host_fingerprint


async def test_an_act_that_nobody_signed_says_so(
    house: House, panel: MockHAClientWebSocket
) -> None:
    proof = await ask(panel, "proof", seq=0)
    assert (proof["entry"]["kind"], proof["signature"]) == ("site_set_up", "none")


async def test_a_signature_by_a_key_that_is_not_theirs_is_broken(
    house: House, owner: Actor, hanako: User, panel: MockHAClientWebSocket
) -> None:
    await unlock(house, owner)
    desk = house.site.desk
    desk.signer = lambda _actor: house.site.lock.signer(owner)
    await house.site.async_switch(Actor("somebody", Door.ITSELF), CAMERA, on=False)
    seq = house.acts("recording_switched")[-1].seq
    assert (await ask(panel, "proof", seq=seq))["signature"] == "broken"


async def test_bytes_that_were_changed_prove_nothing(
    house: House, panel: MockHAClientWebSocket
) -> None:
    await house.site.async_switch(Actor(house.owner.id, Door.ENTITY), CAMERA, on=False)
    entry = house.acts("recording_switched")[-1]
    content = house.book_path.read_bytes()
    at = content.rindex(b'"recording_switched"')
    with house.book_path.open("r+b") as book:
        book.seek(at + 1)
        book.write(b"R")
    error = await refused(panel, "proof", seq=entry.seq)
    assert error["translation_key"] == "book_unreadable"


async def test_whoever_may_read_a_register_may_have_its_acts_proved(
    house: House, hanako: User, other_panel: MockHAClientWebSocket
) -> None:
    await house.site.async_switch(Actor(house.owner.id, Door.ENTITY), CAMERA, on=False)
    switched = house.acts("recording_switched")[-1].seq
    founding = "role_needed_read_supervision"
    # Without a role nobody learns even of what kind an act is.
    for seq in (switched, 0, 10**6):
        error = await refused(other_panel, "proof", seq=seq)
        assert error["translation_key"] == founding
    await appoint(house, hanako, Role.OPERATOR)
    proof = await ask(other_panel, "proof", seq=switched)
    assert proof["included"]
    assert "by" not in proof["entry"]
    assert (await refused(other_panel, "proof", seq=0))["translation_key"] == founding


@pytest.mark.parametrize("seq", [-1, 10**9])
async def test_an_act_that_is_not_there_is_said_to_be_none(
    house: House, panel: MockHAClientWebSocket, seq: int
) -> None:
    assert (await refused(panel, "proof", seq=seq))["translation_key"] == "act_unknown"


# --- Secrets


async def test_no_command_takes_or_tells_a_secret(
    house: House, owner: Actor, panel: MockHAClientWebSocket, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await unlock(house, owner)
    await subscribe(panel)
    await ask(panel, "people")
    for register in [*KINDS, "all"]:
        await ask(panel, "register", register=register)
    for seq in range(house.site.desk.book.size):
        await ask(panel, "proof", seq=seq)
    private = house.site.desk.vault._parts.host_key.private_bytes_raw().hex()
    for secret in (PASSPHRASE, house.code, private, frame.SIGNED.decode()):
        assert secret not in caplog.text
