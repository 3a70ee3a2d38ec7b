"""Views of the keys: what each says and does, over real HTTP."""

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.components.persistent_notification import _async_get_or_create_notifications
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.overview import overview
from custom_components.kuma_bouhan.records.acts import Appointed, AppointmentEnded, VaultFinding
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.keys import Keys
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from tests.vault.tampering import tampered

from .conftest import CAMERA, CHEAP, NOON, PASSPHRASE, House
from .flows.person import sign_in

pytestmark = pytest.mark.freeze_time(NOON)

API = f"/api/{DOMAIN}"
CHOSEN = "おにぎりと みそしるの あさごはん"
OTHER = "kitchen window thunder 1893"


class Hands:
    """Somebody at the panel."""

    def __init__(self, client: Any, user: User) -> None:
        self.client, self.user = client, user

    async def get(self) -> dict[str, Any]:
        answer = await self.client.get(f"{API}/keys")
        assert answer.status == HTTPStatus.OK
        found: dict[str, Any] = await answer.json()
        return found

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        answer = await self.client.post(f"{API}/{path}", json=body)
        told: dict[str, Any] = await answer.json()
        assert answer.status == HTTPStatus.OK, told
        return told

    async def refused(self, path: str, **body: Any) -> str:
        answer = await self.client.post(f"{API}/{path}", json=body)
        told: dict[str, Any] = await answer.json()
        assert answer.status in {HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY}, told
        assert told.keys() == {"error", "blanks"}
        return str(told["error"])

    async def unlock(self, passphrase: str) -> None:
        await self.post("unlock", passphrase=passphrase)


@pytest.fixture
async def manager(house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator) -> Hands:
    return Hands((await sign_in(hass, hass_client, house.owner)).client, house.owner)


@pytest.fixture
async def operator(house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator) -> Hands:
    user = await hass.auth.async_create_user("次郎", group_ids=["system-users"])
    act = Appointed(role=Role.OPERATOR, user_id=user.id, since=NOON, name="運用 次郎", title="")
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    return Hands((await sign_in(hass, hass_client, user)).client, user)


def issues(hass: HomeAssistant) -> Mapping[str, ir.IssueEntry]:
    found = ir.async_get(hass).issues
    return {issue_id: issue for (domain, issue_id), issue in found.items() if domain == DOMAIN}


async def test_an_operator_joins_and_leaves(
    house: House, hass: HomeAssistant, manager: Hands, operator: Hands
) -> None:
    assert (await operator.get())["mine"] == "none"
    assert await operator.refused("unlock", passphrase=CHOSEN) == "key_missing"
    words = (await operator.post("keys/words", language="ja"))["words"]
    assert len(words.split()) == 6
    await operator.post("keys/make", passphrase=words, again=words)
    assert (await operator.get())["mine"] == "waiting"

    assert await manager.refused("keys/admit", user_id=operator.user.id) == "unlock_first"
    await manager.unlock(PASSPHRASE)
    await manager.post("keys/admit", user_id=operator.user.id)
    await operator.unlock(words)
    await operator.post("keys/passphrase", old=words, passphrase=OTHER, again=OTHER)
    await operator.unlock(OTHER)
    assert await operator.refused("unlock", passphrase=words) == "wrong_passphrase"

    told = await operator.get()
    assert told["mine"] == "holder"
    assert {(line["user_id"], line["name"]) for line in told["holders"]} == {
        (house.owner.id, ""),
        (operator.user.id, ""),
    }
    told = await manager.get()
    assert {line["name"] for line in told["holders"]} == {"熊本 花子", "運用 次郎"}
    before = told["fingerprint"]
    assert before == house.site.desk.vault.fingerprint

    act = AppointmentEnded(
        role=Role.OPERATOR, user_id=operator.user.id, until=NOON, secrecy_acknowledged=True
    )
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    await house.settle()
    assert issues(hass)["keys_without_role"].translation_placeholders == {"count": "1"}
    lines = (await manager.get())["holders"]
    assert [line["has_role"] for line in lines] == [True, False]
    assert [line["roles"] for line in lines] == [["manager", "operator", "site_owner"], []]
    await manager.post("keys/remove", user_id=operator.user.id)
    assert "keys_without_role" not in issues(hass)
    told = await manager.get()
    assert told["fingerprint"] != before
    assert [epoch["holders"] for epoch in told["epochs"]] == [[house.owner.id]] * 2
    assert "vault_key_changed" not in issues(hass)


async def test_a_new_code_comes_with_its_paper_and_is_confirmed(
    house: House, manager: Hands
) -> None:
    await manager.unlock(PASSPHRASE)
    answer = await manager.client.post(f"{API}/keys/recovery", json={"language": "ja"})
    assert answer.headers["Cache-Control"] == "private, no-store"
    told = await answer.json()
    assert told["paper"].startswith("<!DOCTYPE html>")
    assert "水前寺の家" in told["paper"]
    assert "復旧コード" in told["paper"]
    assert await manager.refused("keys/recovery/confirm", last_group="XXXX") == (
        "code_group_differs"
    )
    await manager.post("keys/recovery/confirm", last_group=told["code"][-4:])
    house.site.desk.vault.unlock_by_recovery_code(told["code"]).close()
    assert (await manager.get())["recovery"] == {
        "used": False,
        "since": "2026-11-22T19:00:30-08:00",
    }


async def test_a_used_code_is_said_until_there_is_another(
    house: House, hass: HomeAssistant, manager: Hands, operator: Hands
) -> None:
    act = Appointed(role=Role.DEPUTY, user_id=operator.user.id, since=NOON, name="", title="")
    await house.site.desk.append(act, Actor(house.owner.id, Door.FLOW), Phase.DONE)
    await operator.post("keys/make", passphrase=CHOSEN, again=CHOSEN)
    await operator.post("keys/admit_by_code", code=house.code.lower())
    assert "recovery_code_used" in issues(hass)
    await operator.unlock(CHOSEN)
    code = (await operator.post("keys/recovery", language="en"))["code"]
    await operator.post("keys/recovery/confirm", last_group=code[-4:])
    assert "recovery_code_used" not in issues(hass)
    await house.settle()
    assert len(house.acts("holder_admitted")) == 2
    assert f"{DOMAIN}_regained" in _async_get_or_create_notifications(hass)


async def test_where_all_is_lost_new_keys_begin_and_what_is_sealed_is_said(
    house: House, manager: Hands
) -> None:
    await house.record(CAMERA, NOON - timedelta(hours=2))
    assert (await manager.get())["sealed"] is None
    told = await manager.post(
        "keys/begin", passphrase=CHOSEN, again=CHOSEN, code=house.code, language="en"
    )
    assert "Recovery code" in told["paper"]
    await manager.post("keys/begin/confirm", last_group=told["code"][-4:])
    sealed = (await manager.get())["sealed"]
    assert sealed["cameras"] == [CAMERA]
    assert sealed["oldest"] == "2026-11-22T17:00:30-08:00"
    assert sealed["newest"] < sealed["erased_by"]
    await manager.unlock(CHOSEN)
    # Everybody is told: whoever holds an older key sees nothing new from here on.
    assert f"{DOMAIN}_regained" in _async_get_or_create_notifications(house.hass)


async def test_new_keys_are_shown_to_everybody_until_they_are_begun_or_taken_back(
    house: House, hass: HomeAssistant, manager: Hands, freezer: FrozenDateTimeFactory
) -> None:
    """Whoever has the manager's login alone, on a screen that was left, has to wait and is seen."""
    shown = _async_get_or_create_notifications(hass)
    for ending in ("unlock", "object", "begin"):
        begin = (await manager.get())["begin"]
        assert begin == {
            "blocked": {"error": "new_keys_need_notice", "blanks": {}},
            "announced": None,
        }
        await manager.post("keys/begin/announce")
        await house.settle()
        ready = dt_util.as_local(dt_util.utcnow() + NOTICE)
        text = f"{ready:%Y-%m-%d %H:%M}"
        assert issues(hass)["new_keys_announced"].translation_placeholders == {"ready": text}
        assert text in shown[f"{DOMAIN}_new_keys"]["message"]
        begin = (await manager.get())["begin"]
        assert begin["announced"] == ready.isoformat()
        assert begin["blocked"]["error"] == "new_keys_too_early"
        assert overview(hass, house.site, Actor(house.owner.id, Door.PANEL), "")["new_keys"] == (
            ready.isoformat()
        )
        new = {"passphrase": CHOSEN, "again": CHOSEN}
        assert await manager.refused("keys/begin", **new) == "new_keys_too_early"
        if ending == "unlock":
            await manager.unlock(PASSPHRASE)
        elif ending == "object":
            await manager.post("keys/begin/object")
        else:
            freezer.move_to(dt_util.utcnow() + NOTICE)
            told = await manager.post("keys/begin", **new)
            await manager.post("keys/begin/confirm", last_group=told["code"][-4:])
        await house.settle()
        assert "new_keys_announced" not in issues(hass)
        assert f"{DOMAIN}_new_keys" not in shown
    await manager.unlock(CHOSEN)


async def test_a_key_that_was_exchanged_is_said_loudly_and_recording_goes_on(
    house: House, hass: HomeAssistant, manager: Hands
) -> None:
    vault = house.site.desk.vault
    known = vault.fingerprint
    await house.stop()

    def exchange() -> None:
        keys = Keys.read(house.vault_path, vault.id, mend=False)
        holder = NewHolder(house.owner.id, PASSPHRASE)
        keys.begin_epoch(holder, new_recovery_code(), now=NOON, cost=CHEAP)

    await hass.async_add_executor_job(exchange)
    assert await house.start()
    await house.recording(CAMERA)
    found = house.site.desk.vault.fingerprint
    issue = issues(hass)["vault_key_changed"]
    assert issue.severity is ir.IssueSeverity.CRITICAL
    assert issue.translation_placeholders == {"known": known, "found": found}
    (entry,) = house.acts("vault_finding")
    assert isinstance(entry.act, VaultFinding)
    assert (entry.act.finding, entry.act.detail) == ("key_changed", found)
    assert await manager.refused("unlock", passphrase=PASSPHRASE) == "vault_key_changed"
    told = await manager.post("keys/begin", passphrase=CHOSEN, again=CHOSEN)
    await manager.post("keys/begin/confirm", last_group=told["code"][-4:])
    assert "vault_key_changed" not in issues(hass)
    await manager.unlock(CHOSEN)


async def test_tampering_that_is_met_while_unlocking_is_said_loudly(
    house: House, hass: HomeAssistant, manager: Hands
) -> None:
    await house.stop()
    folder, keyring = house.vault_path, house.vault_path / "keyring.json"

    def exchange() -> bytes:
        before = keyring.read_bytes()
        with tampered(folder) as content:
            content["recovery"][0]["public"] = content["holders"][0]["public"]
        return before

    before = await hass.async_add_executor_job(exchange)
    assert await house.start()
    assert "vault_keys_tampered" not in issues(hass)
    assert await manager.refused("unlock", passphrase=PASSPHRASE) == "vault_key_changed"
    assert issues(hass)["vault_keys_tampered"].severity is ir.IssueSeverity.CRITICAL
    await house.stop()
    await hass.async_add_executor_job(keyring.write_bytes, before)
    assert await house.start()
    await manager.unlock(PASSPHRASE)
    assert "vault_keys_tampered" not in issues(hass)


@pytest.mark.parametrize(
    ("path", "body", "key"),
    [
        ("make", {}, "passphrase_missing"),
        ("make", {"passphrase": CHOSEN}, "passphrase_missing"),
        ("make", {"passphrase": CHOSEN, "again": 3}, "passphrase_missing"),
        ("make", {"passphrase": CHOSEN, "again": OTHER}, "key_exists"),
        ("passphrase", {"passphrase": CHOSEN, "again": CHOSEN}, "passphrase_missing"),
        ("admit", {}, "user_missing"),
        ("admit", {"user_id": ["x"]}, "user_missing"),
        ("remove", {"user_id": ""}, "user_missing"),
        ("remove", {"user_id": "x"}, "holder_unknown"),
        ("recovery/confirm", {}, "group_missing"),
        ("begin/confirm", {"last_group": "ABCD"}, "code_not_prepared"),
        ("admit_by_code", {}, "code_missing"),
        ("begin", {"passphrase": CHOSEN, "again": CHOSEN}, "new_keys_need_notice"),
        ("begin", {"passphrase": CHOSEN, "again": CHOSEN, "code": 3}, "code_missing"),
        ("begin/object", {}, "new_keys_not_announced"),
    ],
)
async def test_what_cannot_be_is_told(
    manager: Hands, path: str, body: dict[str, Any], key: str
) -> None:
    assert await manager.refused(f"keys/{path}", **body) == key


async def test_while_the_site_does_not_run_nothing_is_told(house: House, manager: Hands) -> None:
    await house.stop()
    answer = await manager.client.get(f"{API}/keys")
    assert (await answer.json())["error"] == "site_not_running"
    assert await manager.refused("keys/words") == "site_not_running"


async def test_secrets_over_plain_http_need_a_word_first(
    house: House, manager: Hands, operator: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    await manager.unlock(PASSPHRASE)
    monkeypatch.setattr("custom_components.kuma_bouhan.views._is_here", lambda _remote: False)
    new = {"passphrase": CHOSEN, "again": CHOSEN}
    for path, body in (
        ("words", {"language": "ja"}),
        ("make", new),
        ("passphrase", new | {"old": "x"}),
        ("begin", new),
        ("admit_by_code", {"code": "x"}),
        ("recovery", {}),
        ("recovery/confirm", {"last_group": "ABCD"}),
        ("begin/confirm", {"last_group": "ABCD"}),
    ):
        assert await manager.refused(f"keys/{path}", **body) == "plain_http_not_accepted"
    assert house.acts("plain_http_accepted") == []
    # Said once, with the first of them, and entered.
    await operator.post("keys/words", language="ja", accept_plain_http=True)
    await operator.post("keys/make", **new)
    (entry,) = house.acts("plain_http_accepted")
    assert entry.actor.user_id == operator.user.id
