"""A whole small life of a site, after which no name, reason or secret lies where everybody can find it.

Everything that a person types here is a canary, and so is every secret that is made for them: words of a passphrase,
recovery codes. It is looked for in all that Home Assistant's users can see or that Home Assistant stores: states, events,
the logbook, what the recorder keeps, `.storage`, diagnostics, traces, logs; secrets in the book and in the vault too.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from http import HTTPStatus
from itertools import pairwise
import json
import logging
from pathlib import Path
from typing import Any

from homeassistant.components.recorder import get_instance
from homeassistant.components.recorder.db_schema import Base
from homeassistant.components.recorder.util import session_scope
from homeassistant.components.trace.const import DATA_TRACE
from homeassistant.const import EVENT_HOMEASSISTANT_FINAL_WRITE, MATCH_ALL
from homeassistant.core import Event, HomeAssistant
from homeassistant.helpers.json import ExtendedJSONEncoder, json_dumps
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)
from pytest_homeassistant_custom_component.components.recorder.common import (
    async_wait_recording_done,
)
from pytest_homeassistant_custom_component.typing import WebSocketGenerator
from sqlalchemy import select

from custom_components.kuma_bouhan.const import DOMAIN
from tests.house.source import ROOT

from ..conftest import NOON, House
from .conftest import ASSESSMENT, REQUESTS, said
from .person import Browsers, Flow, Person, _post, sign_in

pytestmark = pytest.mark.freeze_time(NOON)

OPTIONS = "/api/config/config_entries/options/flow"
SECRET = "カナリア の ひみつ の あいことば"
NEW_SECRET = "カナリア が うたう あたらしい ことば"
THIRD_SECRET = "カナリア は かごの そとへ"
WRONG = "カナリア でない あてずっぽう"
REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY
TRACED = {
    "id": "traced",
    "mode": "parallel",
    "max": 100,
    "trace": {"stored_traces": 100},
    "triggers": {"trigger": "event", "event_type": "kuma_bouhan_act"},
    "actions": {"action": "logbook.log", "data": {"name": "act", "message": "{{ trigger.event }}"}},
}
"""An automation that sees every act, and is traced."""
SITE = {
    "owner_kind": "body",
    "owner_name": "カナリア管理組合",
    "name": "カナリア 花子",
    "manager_title": "カナリア理事長",
}
PURPOSE = {
    "purpose": "カナリアの目的のため。",
    "crimes": "カナリア泥棒",
    "contact": "カナリア町1-2-3 096-000-0000",
}
VIEW = "カナリア荘の玄関先"
ANSWER = "カナリアが鳴いたため。"
OPERATOR = {"name": "カナリア 従太", "title": "カナリア係長"}
SUCCESSOR = {"name": "カナリア 継代", "title": "カナリア副会長"}
CANARY = "カナリア"


@pytest.fixture(autouse=True)
def ours(
    recorder_mock: None,
    hass_storage: dict[str, Any],
    enable_custom_integrations: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Have a recorder and a storage that can be read before there is a Home Assistant.

    Whoever lists actions with what they support has Home Assistant load its voice assistants, and what they need.
    """
    monkeypatch.syspath_prepend(str(ROOT / "scripts" / "house" / "absent"))


@pytest.fixture
def heard(hass: HomeAssistant) -> list[Event]:
    """Keep every event there is."""
    events: list[Event] = []
    hass.bus.async_listen(MATCH_ALL, events.append)
    return events


async def test_nothing_that_a_person_says_lies_about(
    hass: HomeAssistant,
    heard: list[Event],
    empty_house: House,
    hass_storage: dict[str, Any],
    hass_client: Browsers,
    hass_ws_client: WebSocketGenerator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    house = empty_house
    for component in ("api", "diagnostics", "logbook", "repairs", "config"):
        assert await async_setup_component(hass, component, {})
    owner = await sign_in(hass, hass_client, house.owner)
    await house.street(gate="Gate camera", yard=None)

    assert await async_setup_component(hass, "automation", {"automation": TRACED})
    made = await live(house, owner, hass_client)
    said = [CANARY, *(part for secret in made for part in parts(secret))]

    found = {
        "states": [state.as_dict() for state in hass.states.async_all()],
        "events": [event.as_dict() for event in heard],
        "logbook": await logbook(hass_ws_client),
        "recorder": await recorded(hass),
        "diagnostics": await get_diagnostics_for_config_entry(hass, hass_client, house.entry),
        "services": (await (await owner.client.get("/api/services")).json()),
        "traces": traces(hass),
        "logs": [record.getMessage() for record in caplog.records]
        + [record.exc_text or "" for record in caplog.records],
    }
    hass.bus.async_fire(EVENT_HOMEASSISTANT_FINAL_WRITE)
    await hass.async_block_till_done()
    assert "core.config_entries" in hass_storage
    found |= {key: stored for key, stored in hass_storage.items() if key != "core.config_entries"}

    for where, what in found.items():
        text = json.loads(json_dumps(what)) if not isinstance(what, str) else what
        assert leaks(text, said) == [], where
        assert text, where
    # What it is held in instead: the book, and the answers of the forms.
    assert CANARY in json.dumps(hass_storage["core.config_entries"], ensure_ascii=False)
    stored = json.dumps(hass_storage["core.config_entries"], ensure_ascii=False)
    secrets = (*made, SECRET, NEW_SECRET, THIRD_SECRET, WRONG)
    for never in (SITE["name"], *OPERATOR.values(), *SUCCESSOR.values(), *secrets):
        assert never not in stored
    await house.stop()
    assert await hass.async_add_executor_job(files_with, house.folder, secrets) == []


def parts(secret: str) -> Iterator[str]:
    """Yield what gives a secret away: all of it, however it is written, and two groups of a code."""
    yield from (secret, secret.lower(), secret.replace("-", ""), secret.replace("-", " "))
    groups = secret.split("-")
    yield from (f"{one}-{other}" for one, other in pairwise(groups))


def leaks(what: Any, said: list[str]) -> list[str]:
    """Return the texts in which somebody's words stand."""
    return [text for text in texts(what) if any(word in text for word in said)]


def texts(what: Any) -> Iterator[str]:
    match what:
        case str():
            yield what
        case dict():
            for key, value in what.items():
                yield str(key)
                yield from texts(value)
        case list():
            for value in what:
                yield from texts(value)


def test_a_leak_is_seen() -> None:
    assert leaks([{"a": {"b": "nothing"}}, {f"x{CANARY}": 1}, [f"{CANARY} 花子"]], [CANARY]) == [
        f"x{CANARY}",
        f"{CANARY} 花子",
    ]


# --- The life


async def live(house: House, owner: Person, browsers: Browsers) -> list[str]:
    """Found, appoint, record, erase, refuse, change keys, hand over; return the secrets that were made."""
    hass = house.hass
    code = await found_it(house, owner)
    await add_camera(house, owner)
    camera = next(iter(house.site.cameras))
    await house.recording(camera)
    switch = house.entity_id("switch", f"{camera}_recording")

    operator = await hass.auth.async_create_user("Operator")
    await people(house, owner, "appoint", role="operator", person=operator.id, **OPERATOR)

    await unlock(owner, WRONG, HTTPStatus.UNPROCESSABLE_ENTITY)
    await unlock(owner, SECRET, HTTPStatus.OK)
    await house.record(camera, NOON - timedelta(hours=2), NOON - timedelta(hours=1))
    await house.site.routine.enter(NOON)
    await act(owner, "stop_recording", camera=[switch])
    span: dict[str, Any] = {
        "camera": switch,
        "start": (NOON - timedelta(hours=2)).isoformat(),
        "end": NOON.isoformat(),
    }
    await act(owner, "list_footage", **span, answers=True)
    await act(owner, "erase", **span, reason="asked_for", answers=True)
    for register in ("appointments", "settings", "all"):
        answer = await act(owner, "get_register", register=register, answers=True)
        assert CANARY in answer  # for who may read it, it is there

    made = [code, *await change_keys(owner, await sign_in(hass, browsers, operator))]

    stranger = await sign_in(hass, browsers, await hass.auth.async_create_user("Stranger"))
    await act(stranger, "erase", **span, reason="asked_for", status=HTTPStatus.BAD_REQUEST)
    await unlock(stranger, WRONG, HTTPStatus.FORBIDDEN)

    flow = await owner.change_site(house.entry.entry_id)
    years = {"disclosure_years": 5, "complaint_years": 3}
    changed = {
        "facility": "水前寺ハイツ",
        "retention_days": 3,
        **years,
        **said(REQUESTS),
        **PURPOSE,
        **SITE,
    }
    del changed["name"]
    await flow.answer(**changed | {"purpose": "もう一つのカナリアの目的。"})
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful", flow.at

    successor = await hass.auth.async_create_user("Successor", group_ids=["system-admin"])
    await people(
        house, owner, "hand_over", role="manager", person=successor.id, secrecy=True, **SUCCESSOR
    )
    await people(house, owner, "end", role="operator", person=operator.id, secrecy=True)
    await hass.auth.async_remove_user(successor)
    await house.settle()
    await house.stop()
    assert await house.start()
    return made


async def change_keys(owner: Person, operator: Person) -> list[str]:
    """Do everything that can be done with keys, some of it wrong; return the secrets that were made."""
    words = (await keys(operator, "words", language="ja"))["words"]
    await keys(operator, "make", passphrase=WRONG, again=SECRET, status=REFUSED)
    await keys(operator, "make", passphrase=words, again=words)
    await keys(owner, "admit", user_id=operator.user_id)
    new: dict[str, Any] = {"passphrase": NEW_SECRET, "again": NEW_SECRET}
    await keys(operator, "passphrase", old=WRONG, **new, status=REFUSED)
    await keys(operator, "passphrase", old=words, **new)
    await unlock(operator, NEW_SECRET, HTTPStatus.OK)
    renewed = (await keys(owner, "recovery", language="ja"))["code"]
    await keys(owner, "recovery/confirm", last_group="カナリア", status=REFUSED)
    await keys(owner, "recovery/confirm", last_group=renewed[-4:])
    await keys(owner, "admit_by_code", code=renewed, status=REFUSED)
    await keys(owner, "admit_by_code", code=f"{CANARY} {renewed}", status=REFUSED)
    await keys(owner, "remove", user_id=operator.user_id)
    third: dict[str, Any] = {"passphrase": THIRD_SECRET, "again": THIRD_SECRET}
    begun = (await keys(owner, "begin", code=renewed, **third))["code"]
    await keys(owner, "begin/confirm", last_group=begun[-4:])
    await unlock(owner, THIRD_SECRET, HTTPStatus.OK)
    return [words, renewed, begun]


async def keys(
    who: Person, path: str, *, status: HTTPStatus = HTTPStatus.OK, **body: str
) -> dict[str, Any]:
    answer = await who.client.post(f"/api/{DOMAIN}/keys/{path}", json=body)
    assert answer.status == status, await answer.text()
    told: dict[str, Any] = await answer.json()
    return told


async def found_it(house: House, owner: Person) -> str:
    flow = await (await owner.add_site()).choose("association")
    pages = (
        {"facility": "水前寺ハイツ", **SITE},
        PURPOSE,
        {"retention_days": 7},
        said(REQUESTS),
        {"vault": str(house.vault_path)},
        {"passphrase": SECRET, "passphrase_again": SECRET},
    )
    for page in pages:
        await flow.answer(**page)
    code = flow.blanks["code"]
    await flow.answer(last_group=code.split("-")[-1])
    assert flow.kind == "create_entry", flow.at
    await house.settle()
    house.entry = house.hass.config_entries.async_entries(DOMAIN)[0]  # type: ignore[assignment]
    return code


async def add_camera(house: House, owner: Person) -> None:
    flow = await owner.add_camera(house.entry.entry_id)
    await flow.answer(crime_prevention="yes", unspecified_people="yes")
    await flow.answer(
        source=house.source("gate").entity_id,
        place="門",
        view=VIEW,
        hours={},
        picture={"mode": "stills", "still_interval": 60, "audio": False},
    )
    await flow.answer(**{part: dict.fromkeys(asked, ANSWER) for part, asked in ASSESSMENT.items()})
    assert flow.kind == "create_entry", flow.at
    await house.settle()


async def people(house: House, who: Person, what: str, **given: Any) -> None:
    at = await _post(who.client, OPTIONS, {"handler": house.entry.entry_id})
    flow = await Flow(who.client, OPTIONS, at).choose(what)
    await flow.answer(**given)
    assert flow.kind == "abort", flow.at


async def unlock(who: Person, passphrase: str, status: HTTPStatus) -> None:
    answer = await who.client.post(f"/api/{DOMAIN}/unlock", json={"passphrase": passphrase})
    assert answer.status == status, await answer.text()


async def act(
    who: Person,
    name: str,
    *,
    answers: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
    **data: Any,
) -> str:
    answer = await who.client.post(
        f"/api/services/{DOMAIN}/{name}",
        json=data,
        params={"return_response": ""} if answers else {},
    )
    assert answer.status == status, await answer.text()
    return await answer.text()


# --- Where it is looked for


def traces(hass: HomeAssistant) -> list[Any]:
    """Return what the traces of automations hold."""
    kept = hass.data[DATA_TRACE]["automation.traced"]
    found = [trace.as_extended_dict() for trace in kept.all_traces()]
    assert len(found) > 10
    plain: list[Any] = json.loads(json.dumps(found, cls=ExtendedJSONEncoder))
    return plain


def files_with(folder: Path, words: Iterable[str]) -> list[str]:
    """Return the files below a folder in which one of these stands, in whatever way text is written."""
    sought = [
        form
        for word in words
        for form in (word.encode(), json.dumps(word)[1:-1].encode(), word.encode("utf-16-le"))
    ]
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file()
        for data in (path.read_bytes(),)
        if any(form in data for form in sought)
    ]


async def logbook(clients: WebSocketGenerator) -> list[dict[str, Any]]:
    client = await clients()
    await client.send_json_auto_id(
        {
            "type": "logbook/get_events",
            "start_time": (NOON - timedelta(hours=1)).isoformat(),
            "end_time": (NOON + timedelta(hours=1)).isoformat(),
        }
    )
    entries: list[dict[str, Any]] = (await client.receive_json())["result"]
    assert any(entry.get("domain") == DOMAIN for entry in entries)
    return entries


async def recorded(hass: HomeAssistant) -> list[str]:
    """Return every text in every table of the recorder."""
    await async_wait_recording_done(hass)

    def read() -> list[str]:
        with session_scope(hass=hass, read_only=True) as session:
            return [
                str(value)
                for table in Base.metadata.sorted_tables
                for row in session.execute(select(table))
                for value in row
            ]

    found = await get_instance(hass).async_add_executor_job(read)
    assert any("kuma_bouhan_act" in text for text in found)
    return found
