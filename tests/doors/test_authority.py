"""Every door × every caller: what happens is what the one table says, and a refusal gives nothing away.

The doors are found in the running Home Assistant, what is expected is asked of `guideline/people.py`, and callers come with real
users and real tokens over real HTTP, except those who have no way over HTTP at all.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
import json
import re
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from homeassistant.auth.models import User
from homeassistant.components import websocket_api
from homeassistant.core import Context, HomeAssistant, SupportsResponse
from homeassistant.exceptions import HomeAssistantError, ServiceNotSupported, ServiceValidationError
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.http import HomeAssistantView
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.guideline.people import (
    RULES,
    Act,
    Actor,
    Door,
    Role,
    State,
    check,
)
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.procedure.refusals import Refusals
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import Refusal
from custom_components.kuma_bouhan.records.appointments import (
    Appointed,
    HandedOver,
    RefoundingAnnounced,
    RefoundingWithdrawn,
)
from custom_components.kuma_bouhan.records.entry import Phase
from tests.house.source import read_json

from .conftest import CAMERA, NOON, PASSPHRASE, House
from .doors import EARLIER, PLACES, Knock, door_of, doors, found
from .flows.person import ENTRIES, SUBENTRIES, sign_in

pytestmark = pytest.mark.freeze_time(NOON)

IN = "let in"
HA = "Home Assistant's own wall"
FIXES = "/api/repairs/issues/fix"
OPTIONS = "/api/config/config_entries/options/flow"

SENTENCES = {
    about["message"].rstrip("."): key
    for key, about in read_json("translations/en.json")["exceptions"].items()
}
"""Keys by what Home Assistant says of them: its errors come in English."""

REFUSALS = {f"role_needed_{act}" for act in Act} | {
    "person_needed",
    "ha_owner_needed",
    "unlock_first",
    "second_person_needed",
}

OFFICES: dict[str, Role] = {
    "manager": Role.MANAGER,
    "deputy": Role.DEPUTY,
    "operator": Role.OPERATOR,
    "staff": Role.STAFF,
    "complaint officer": Role.COMPLAINT_OFFICER,
    "deactivated deputy": Role.DEPUTY,
}
PLAIN = {"operator", "user", "neighbour"}
"""Who is no administrator of Home Assistant."""


HANGS_UP = pytest.mark.parametrize("expected_lingering_timers", [True])
"""Whose token Home Assistant does not know loses the connection, and its heartbeat stays behind."""


@dataclass(frozen=True, slots=True)
class Town:
    """A site, and the people around it by what they are."""

    house: House
    people: dict[str, User]

    @property
    def doors(self) -> dict[str, Knock]:
        """Return every door, and what is sent to it."""
        return doors(self.house, self.people["neighbour"].id)

    def roles(self, name: str) -> frozenset[Role]:
        """Return what the test itself gave to a person: not what the site believes."""
        if name == "site owner":
            return frozenset({Role.SITE_OWNER})
        return frozenset({OFFICES[name]} if name in OFFICES and "deactivated" not in name else ())


@pytest.fixture
async def town(empty_house: House, hass_owner_user: User) -> Town:
    """Set up a building with an owner, a manager, others in office, and people without one."""
    house, auth = empty_house, empty_house.hass.auth
    await house.street(gate="Gate camera")
    await house.found(
        house.watch(CAMERA, house.source("gate").id, "裏門"), profile=Profile.SMALL_BUILDING
    )
    # Nobody can vouch for the clock, so that there is a repair to be refused.
    house.machine["synchronised"] = False
    assert await house.start()
    await house.recording(CAMERA)
    await house.record(CAMERA, EARLIER)
    people = {"site owner": house.owner, "HA owner": hass_owner_user}
    for name in (*OFFICES, "HA admin", "user", "neighbour"):
        group = "system-users" if name in PLAIN else "system-admin"
        people[name] = await auth.async_create_user(f"利用者 {name}", group_ids=[group])
    site = Actor(house.owner.id, Door.FLOW)
    for name, role in OFFICES.items():
        office: dict[str, Any] = {
            "role": role,
            "user_id": people[name].id,
            "since": NOON,
            "name": f"氏名 {name}",
            "title": f"職名 {name}",
        }
        act: RecordedAct = (
            HandedOver(**office, from_user=house.owner.id, secrecy_acknowledged=True)
            if role is Role.MANAGER
            else Appointed(**office)
        )
        await house.site.desk.append(act, site, Phase.DONE)
    return Town(house, people)


@pytest.fixture(autouse=True)
async def surroundings(hass: HomeAssistant) -> None:
    """Have all of Home Assistant that leads to us."""
    for component in ("api", "websocket_api", "config", "repairs"):
        assert await async_setup_component(hass, component, {})


# --- No door is forgotten


async def test_every_door_says_which_act_it_is(town: Town) -> None:
    listed = {door_of(name) for name in town.doors}
    there = found(town.house)
    assert there - listed == set(), "a new door must say which act it is: see doors.py"
    assert listed - there == set(), "there is no such door any more"


async def test_a_new_door_is_seen(town: Town) -> None:
    house, hass = town.house, town.house.hass
    before = found(house)

    class Window(HomeAssistantView):
        url = f"/api/{DOMAIN}/window"
        name = "window"

        async def get(self, request: object) -> None: ...

    async def open_it(*_: Any) -> None: ...

    hass.services.async_register(DOMAIN, "open_window", open_it)
    hass.services.async_register("button", "hold", open_it)
    hass.http.register_view(Window())
    websocket_api.async_register_command(
        hass,
        f"{DOMAIN}/window",
        websocket_api.async_response(open_it),
        websocket_api.BASE_COMMAND_MESSAGE_SCHEMA,
    )
    assert found(house) - before == {
        "action open_window",
        "entity button.hold",
        f"view GET /api/{DOMAIN}/window",
        f"command {DOMAIN}/window",
    }


# --- The walk


@pytest.mark.parametrize(
    "caller",
    [
        "site owner",
        "manager",
        "deputy",
        "operator",
        "staff",
        "complaint officer",
        "user",
        "HA admin",
        "HA owner",
    ],
)
async def test_a_signed_in_user_passes_where_the_table_says(
    town: Town, hass_client: ClientSessionGenerator, caller: str
) -> None:
    user, roles = town.people[caller], town.roles(caller)
    client = (await sign_in(town.house.hass, hass_client, user)).client
    assert bool(roles) == (caller not in {"user", "HA admin", "HA owner"})
    for name, knock in town.doors.items():
        wanted = expected(knock, Actor(user.id, knock.door), roles, ha_owner=user.is_owner)
        if name.startswith(("flow", "repair")) and not user.is_admin:
            wanted = HA
        await walk(town, name, knock, wanted, partial(over_http, town, client, name, knock))


async def test_whoever_has_the_vault_unlocked_decides(
    house: House, hass_owner_user: User, hass_client: ClientSessionGenerator
) -> None:
    owner, site = house.owner, house.site
    neighbour = await house.hass.auth.async_create_user("利用者", group_ids=["system-users"])
    town = Town(house, {"neighbour": neighbour, "HA owner": hass_owner_user})
    roles = frozenset({Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR})
    client = (await sign_in(house.hass, hass_client, owner)).client
    answer = await client.post(f"/api/{DOMAIN}/unlock", json={"passphrase": PASSPHRASE})
    assert answer.status == HTTPStatus.OK
    # What takes the office, or the keys, comes last.
    in_order = sorted(
        town.doors.items(), key=lambda one: (one[1].act is Act.LOCK, "hand_over" in one[0])
    )
    decided = 0
    for name, knock in in_order:
        unlocked = not site.lock.is_locked
        wanted = expected(knock, Actor(owner.id, knock.door), roles, unlocked=unlocked)
        if knock.act is not None and RULES[knock.act].decides and wanted == IN:
            decided += 1
        await walk(town, name, knock, wanted, partial(over_http, town, client, name, knock))
    assert decided > 2
    assert site.lock.is_locked


@HANGS_UP
async def test_nobody_gets_in_without_a_token(
    town: Town, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    for name, knock in town.doors.items():
        await walk(town, name, knock, HA, partial(over_http, town, client, name, knock))


@HANGS_UP
async def test_a_deactivated_user_gets_in_nowhere(
    town: Town, hass_client: ClientSessionGenerator
) -> None:
    hass, user = town.house.hass, town.people["deactivated deputy"]
    client = (await sign_in(hass, hass_client, user)).client
    await hass.auth.async_update_user(user, is_active=False)
    await town.house.settle()
    for name, knock in town.doors.items():
        await walk(town, name, knock, HA, partial(over_http, town, client, name, knock))
        # A connection that was open, or an automation that names them, brings their id still.
        if name.startswith(("action", "entity")):
            actor = Actor(user.id, knock.door)
            await walk(
                town,
                name,
                knock,
                expected(knock, actor, town.roles("deactivated deputy")),
                partial(in_a_context, town, name, knock, Context(user_id=user.id)),
            )


@pytest.mark.parametrize("caller", ["nobody", "an automation", "the manager's automation"])
async def test_what_is_no_person_does_only_what_shows_and_decides_nothing(
    town: Town, caller: str
) -> None:
    manager = town.people["manager"].id
    context = {
        "nobody": Context(),
        "an automation": Context(parent_id="what set it off"),
        "the manager's automation": Context(user_id=manager, parent_id="the manager's doing"),
    }[caller]
    roles = town.roles("manager") if context.user_id else frozenset[Role]()
    for name, knock in town.doors.items():
        if name.startswith(("action", "entity")):
            actor = Actor(context.user_id, knock.door, automated=context.parent_id is not None)
            wanted = expected(knock, actor, roles)
            assert (wanted == IN) == is_for_anything(knock)
            await walk(town, name, knock, wanted, partial(in_a_context, town, name, knock, context))


async def test_a_script_that_the_manager_starts_is_no_person(
    town: Town, hass_client: ClientSessionGenerator
) -> None:
    hass, manager = town.house.hass, town.people["manager"]
    client = (await sign_in(hass, hass_client, manager)).client
    knocks = {
        name: knock for name, knock in town.doors.items() if name.startswith(("action", "entity"))
    }
    scripts = {f"knock_{place}": script(hass, *one) for place, one in enumerate(knocks.items())}
    assert await async_setup_component(hass, "script", {"script": scripts})
    for place, (name, knock) in enumerate(knocks.items()):
        actor = Actor(manager.id, knock.door, automated=True)
        wanted = expected(knock, actor, town.roles("manager"))
        assert (wanted == IN) == is_for_anything(knock)

        async def run(place: int = place) -> str:
            answer = await client.post(f"/api/services/script/knock_{place}", json={})
            return await outcome_of_action(town, answer)

        await walk(town, name, knock, wanted, run)


async def test_a_flow_that_nobody_began_goes_nowhere(town: Town) -> None:
    hass, entry = town.house.hass, town.house.entry
    flow: Any
    for name, knock in town.doors.items():
        context: Any = {"source": name.split(" ")[-1], **knock.data}
        if name.startswith("flow config") and name != "flow config user":
            flow = await hass.config_entries.flow.async_init(DOMAIN, context=context)
        elif name.startswith("flow options"):
            flow = await hass.config_entries.options.async_init(entry.entry_id)
        elif name.startswith("flow ") and not name.startswith("flow config"):
            kind = name.split(" ")[1]
            flow = await hass.config_entries.subentries.async_init(
                (entry.entry_id, kind), context=context
            )
        else:
            continue
        assert flow["reason"] == "no_user", name


# --- Steps of the walk


def expected(
    knock: Knock,
    actor: Actor,
    roles: frozenset[Role],
    *,
    ha_owner: bool = False,
    unlocked: bool = False,
) -> str:
    """Return what the table says."""
    if knock.shut:
        return HA
    if knock.act is None:
        return IN
    try:
        check(knock.act, actor, roles, State(ha_owner=ha_owner, unlocked=unlocked))
    except Refused as refused:
        return refused.key
    return IN


def is_for_anything(knock: Knock) -> bool:
    """Say whether what is no person gets in: where it shows and decides nothing, or only what everybody sees."""
    return not knock.shut and (knock.act is None or RULES[knock.act].automatable)


async def walk(
    town: Town, name: str, knock: Knock, wanted: str, knocked: Callable[[], Awaitable[str]]
) -> None:
    """Knock once, and look at what came of it."""
    house, desk = town.house, town.house.site.desk
    await give_notice(town, knock.notice)
    desk._refusals = Refusals()  # each refusal is to be entered, not counted
    before, size = await standing(house), desk.book.size
    outcome = await knocked()
    await house.settle()
    assert outcome == wanted, f"{name}: {outcome}, not {wanted}"
    if outcome == IN:
        return
    assert await standing(house) == before, f"{name} changed something"
    entered = [entry.act for entry in desk.book.entries(size)]
    refusal = []
    if outcome != HA:
        assert knock.act is not None
        refusal = [Refusal(act=knock.act, key=outcome)]
    assert entered == refusal, name


async def give_notice(town: Town, wanted: bool | None) -> None:
    """Have a re-founding be announced, or not, as a door needs it."""
    desk = town.house.site.desk
    standing, actor = desk.registers.refounding, Actor(town.people["HA owner"].id, Door.FLOW)
    if wanted is True and standing is None:
        act: RecordedAct = RefoundingAnnounced(ready=NOON + NOTICE)
        await desk.append(act, actor, Phase.DONE)
    elif wanted is False and standing is not None:
        await desk.append(RefoundingWithdrawn(announced=standing.seq), actor, Phase.DONE)


async def standing(house: House) -> dict[str, Any]:
    """Return what a refused call may not change."""
    desk, site = house.site.desk, house.site
    chunks = await house.chunks(CAMERA, EARLIER, NOON)
    return {
        "slots": [(slot.id, slot.due) for slot in await desk.run(desk.vault.slots)],
        "chunks": [chunk.id for chunk in chunks],
        "settings": desk.registers.settings,
        "cameras": desk.registers.standing_cameras(),
        "off": set(desk.registers.switched_off),
        "offices": list(desk.registers.appointments),
        "orders": dict(desk.registers.pending),
        "locked": site.lock.is_locked,
        "clock": desk.clock.confirmation,
        "entry": house.entry.as_dict(),
    }


async def over_http(town: Town, client: TestClient[Any, Any], name: str, knock: Knock) -> str:
    """Knock as somebody at a browser does."""
    hass, entry = town.house.hass, town.house.entry
    what, *where = name.split(" ")
    data = dict(knock.data)
    if what in {"action", "entity"}:
        domain, service = service_of(name)
        answers = hass.services.supports_response(domain, service) is not SupportsResponse.NONE
        answer = await client.post(
            f"/api/services/{domain}/{service}",
            json=data,
            params={"return_response": ""} if answers else {},
        )
        return await outcome_of_action(town, answer)
    if what == "view":
        method, path = where[0], where[1].format_map(PLACES)
        asked, sent = (data, None) if method == "GET" else (None, data)
        answer = await client.request(method, path, params=asked, json=sent)
        shut = answer.status == HTTPStatus.FORBIDDEN and answer.content_type != "application/json"
        if answer.status == HTTPStatus.UNAUTHORIZED or shut:
            return HA
        gives_nothing_away(town, await answer.text(), answer.status)
        body = await answer.json()
        return str(body["error"]) if answer.status == HTTPStatus.FORBIDDEN else IN
    if what == "command":
        return await outcome_of_command(town, client, {"type": where[0], **data})
    if what == "repair":
        return await outcome_of_repair(town, client, where[0])
    path, handler = {
        "config": (ENTRIES, DOMAIN),
        "options": (OPTIONS, entry.entry_id),
    }.get(where[0], (SUBENTRIES, [entry.entry_id, where[0]]))
    answer = await client.post(path, json={"handler": handler, **data})
    for step in knock.way:
        if answer.status != HTTPStatus.OK:
            break
        flow = await answer.json()
        answer = await client.post(f"{path}/{flow['flow_id']}", json={"next_step_id": step})
    return await outcome_of_flow(town, answer)


async def in_a_context(town: Town, name: str, knock: Knock, context: Context) -> str:
    """Knock as what runs inside Home Assistant does."""
    hass = town.house.hass
    domain, service = service_of(name)
    answers = hass.services.supports_response(domain, service) is not SupportsResponse.NONE
    try:
        await hass.services.async_call(
            domain,
            service,
            dict(knock.data),
            blocking=True,
            context=context,
            return_response=answers,
        )
    except ServiceNotSupported:
        return HA
    except ServiceValidationError as refused:
        gives_nothing_away(town, str(refused), HTTPStatus.FORBIDDEN)
        return str(refused.translation_key)
    except HomeAssistantError:
        return IN  # past the door: something else was wrong
    return IN


def service_of(name: str) -> tuple[str, str]:
    """Return domain and name of what a door calls."""
    what, called = name.split(" ")[:2]
    domain, _, service = called.rpartition(".")
    return (domain or DOMAIN, service) if what == "entity" else (DOMAIN, called)


def script(hass: HomeAssistant, name: str, knock: Knock) -> dict[str, Any]:
    """Return a script that knocks."""
    domain, service = service_of(name)
    step: dict[str, Any] = {"action": f"{domain}.{service}", "data": dict(knock.data)}
    if hass.services.supports_response(domain, service) is not SupportsResponse.NONE:
        step["response_variable"] = "found"
    return {"sequence": [step]}


async def outcome_of_action(town: Town, answer: ClientResponse) -> str:
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return HA
    if answer.status == HTTPStatus.OK:
        return IN
    text = await answer.text()
    gives_nothing_away(town, text, answer.status)
    said = re.sub(r"/kuma-bouhan[\w/-]*", "{link}", (await answer.json())["message"])
    if "does not support action" in said:
        return HA
    key = SENTENCES[said.rstrip(".")]
    return key if key in REFUSALS else IN


async def outcome_of_command(
    town: Town, client: TestClient[Any, Any], command: dict[str, Any]
) -> str:
    """Open a connection as the panel does, and send one command."""
    token = client.session.headers.get("Authorization", "").removeprefix("Bearer ")
    async with client.ws_connect("/api/websocket") as socket:
        await socket.receive_json()
        await socket.send_json({"type": "auth", "access_token": token})
        if (await socket.receive_json())["type"] != "auth_ok":
            return HA
        await socket.send_json({"id": 1, **command})
        answer = await socket.receive_str()
    error = json.loads(answer).get("error") or {}
    assert error.get("code") != "invalid_format", answer
    if error.get("translation_key") in REFUSALS:
        gives_nothing_away(town, answer, HTTPStatus.FORBIDDEN)
        return str(error["translation_key"])
    return IN


async def outcome_of_flow(town: Town, answer: ClientResponse) -> str:
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return HA
    assert answer.status == HTTPStatus.OK, await answer.text()
    flow = await answer.json()
    if flow["type"] == "abort" and flow["reason"] in REFUSALS:
        gives_nothing_away(town, await answer.text(), HTTPStatus.FORBIDDEN)
        return str(flow["reason"])
    return IN


async def outcome_of_repair(town: Town, client: TestClient[Any, Any], key: str) -> str:
    """Begin a repair and say yes to it."""
    ir.async_create_issue(
        town.house.hass,
        DOMAIN,
        key,
        is_fixable=True,
        severity=ir.IssueSeverity.ERROR,
        translation_key=key,
    )
    answer = await client.post(FIXES, json={"handler": DOMAIN, "issue_id": key})
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return HA
    flow = await answer.json()
    if flow["type"] == "form":
        answer = await client.post(f"{FIXES}/{flow['flow_id']}", json={})
        flow = await answer.json()
    error = flow.get("errors") or {}
    if error.get("base") in REFUSALS:
        gives_nothing_away(town, await answer.text(), HTTPStatus.FORBIDDEN)
        return str(error["base"])
    return IN


def gives_nothing_away(town: Town, text: str, status: int) -> None:
    """Fail where a refusal says who is who here, where footage lies, or when there is some."""
    if status < HTTPStatus.BAD_REQUEST:
        return
    for told in (
        *("熊本", "氏名", "職名", "利用者", "水前寺", "裏門", "096-"),
        *(user.id for user in town.people.values()),
        str(town.house.folder),
        f"{EARLIER:%H:%M}",
    ):
        assert told not in text, text
