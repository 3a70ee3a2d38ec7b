"""Repairs: what a person has to see to, for as long as it is so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from homeassistant.config_entries import ConfigEntryDisabler
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.capture.supervisor import StateReport
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.self_check import Checked, CheckState, Finding, Report
from custom_components.kuma_bouhan.records.acts import VaultFinding
from custom_components.kuma_bouhan.records.book import BookState

from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture(autouse=True)
async def repairs(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "repairs", {})


def standing(hass: HomeAssistant) -> dict[str, ir.IssueEntry]:
    return {
        issue_id: issue
        for (domain, issue_id), issue in ir.async_get(hass).issues.items()
        if domain == DOMAIN and issue.active
    }


def full(house: House, *, wrong: bool) -> None:
    state = RecordingState.DISK_FULL if wrong else RecordingState.RECORDING
    house.site._reported(StateReport(CAMERA, state, NOON, None))


def read_only(house: House, *, wrong: bool) -> None:
    house.site._reported(refused("vault_not_writable") if wrong else recording())


def failing(house: House, *, wrong: bool) -> None:
    house.site._reported(refused("vault_failing") if wrong else recording())


def refused(detail: str) -> StateReport:
    return StateReport(CAMERA, RecordingState.VAULT_MISSING, NOON, detail)


def recording() -> StateReport:
    return StateReport(CAMERA, RecordingState.RECORDING, NOON, None)


def gone(house: House, *, wrong: bool) -> None:
    state = RecordingState.CAMERA_GONE if wrong else RecordingState.RECORDING
    house.site._reported(StateReport(CAMERA, state, NOON, None))


def space(house: House, *, wrong: bool) -> None:
    house.site.free_days = 2.5 if wrong else 3.0


def clock(house: House, *, wrong: bool) -> None:
    house.machine["synchronised"] = not wrong


def book(house: House, *, wrong: bool) -> None:
    house.site.desk.book.state = BookState.DAMAGED if wrong else BookState.INTACT


def erasure(house: House, *, wrong: bool) -> None:
    house.site.erasure.failing = wrong


async def test_where_all_is_well_nothing_is_said(house: House, hass: HomeAssistant) -> None:
    assert standing(hass) == {}


@pytest.mark.parametrize(
    ("make", "issue_id", "blanks"),
    [
        (gone, f"camera_gone_{CAMERA}", {"place"}),
        (full, "disk_full", {"folder"}),
        (read_only, "vault_not_writable", {"folder"}),
        (failing, "vault_failing", {"folder"}),
        (space, "space_low", {"days", "folder"}),
        (clock, "clock_untrusted", set()),
        (book, "book_damaged", set()),
        (erasure, "erasure_failing", set()),
    ],
)
async def test_what_is_wrong_is_said_until_it_is_mended(
    house: House,
    hass: HomeAssistant,
    make: Callable[..., None],
    issue_id: str,
    blanks: set[str],
) -> None:
    make(house, wrong=True)
    house.site._tell()
    assert standing(hass).keys() == {issue_id}
    assert set(standing(hass)[issue_id].translation_placeholders or {}) == blanks
    make(house, wrong=False)
    house.site._tell()
    assert standing(hass) == {}


async def test_a_full_disk_is_said_instead_of_the_forecast(
    house: House, hass: HomeAssistant
) -> None:
    house.site.free_days = 0.0
    full(house, wrong=True)
    assert standing(hass).keys() == {"disk_full"}


def flip(path: Path) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[512 + 40] ^= 0xFF
    path.write_bytes(bytes(damaged))


@pytest.mark.parametrize(
    ("copies", "said"),
    [(["slots.b"], "vault_mended"), (["slots.a", "slots.b"], "vault_not_mended")],
)
async def test_a_vault_whose_records_were_damaged_is_said(
    house: House, hass: HomeAssistant, copies: list[str], said: str
) -> None:
    await house.stop()
    for name in copies:
        await hass.async_add_executor_job(flip, house.vault_path / name)
    await house.start()
    assert standing(hass).keys() == {said}
    assert house.acts("vault_finding")


async def test_keys_that_were_lost_and_came_from_their_copy_are_said(
    house: House, hass: HomeAssistant
) -> None:
    await house.stop()
    own = house.vault_path / "keyring.json"
    before = own.read_bytes()
    await hass.async_add_executor_job(own.unlink)
    await house.start()
    assert own.read_bytes() == before
    assert standing(hass).keys() == {"vault_mended"}
    (found,) = house.acts("vault_finding")
    assert found.act == VaultFinding(finding="keys_from_copy")
    await house.stop()
    await house.start()
    assert standing(hass) == {}


async def test_a_vault_that_backups_can_copy_is_said(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.stop()
    monkeypatch.setattr("custom_components.kuma_bouhan.repairs.SUPERVISED_BACKUPS", (house.folder,))
    hass.config.components.add("hassio")
    await house.start()
    assert standing(hass).keys() == {"vault_in_backup_reach"}


async def test_what_a_person_chose_to_ignore_stays_ignored_across_a_reload(
    house: House, hass: HomeAssistant
) -> None:
    clock(house, wrong=True)
    house.site._tell()
    ir.async_ignore_issue(hass, DOMAIN, "clock_untrusted", ignore=True)
    await house.stop()
    await house.start()
    assert standing(hass)["clock_untrusted"].dismissed_version


async def test_it_stays_ignored_while_the_site_cannot_start(
    house: House, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(house, wrong=True)
    gone(house, wrong=True)
    ir.async_ignore_issue(hass, DOMAIN, "clock_untrusted", ignore=True)
    await house.stop()

    async def fails(*_: object, **__: object) -> None:
        raise Problem("vault_missing")

    with monkeypatch.context() as patched:
        patched.setattr("custom_components.kuma_bouhan.open_site", fails)
        assert not await house.start()
    assert standing(hass).keys() == {"clock_untrusted", "vault_missing"}
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert standing(hass).keys() == {"clock_untrusted"}
    assert standing(hass)["clock_untrusted"].dismissed_version


@pytest.mark.parametrize(
    ("make", "issue_id"),
    [
        (full, "disk_full"),
        (read_only, "vault_not_writable"),
        (failing, "vault_failing"),
        (space, "space_low"),
    ],
)
async def test_what_the_disk_says_stays_ignored_until_a_camera_that_connects_has_asked_it(
    house: House, hass: HomeAssistant, make: Callable[..., None], issue_id: str
) -> None:
    make(house, wrong=True)
    house.site._tell()
    ir.async_ignore_issue(hass, DOMAIN, issue_id, ignore=True)
    house.site._reported(StateReport(CAMERA, RecordingState.CONNECTING, NOON, None))
    house.site.free_days = None
    house.site._tell()
    make(house, wrong=True)
    house.site._tell()
    assert standing(hass)[issue_id].dismissed_version
    make(house, wrong=False)
    house.site._reported(recording())
    assert standing(hass) == {}


async def test_the_forecast_stands_while_a_camera_connects_anew(
    house: House, hass: HomeAssistant
) -> None:
    space(house, wrong=True)
    house.site._tell()
    house.site._reported(StateReport(CAMERA, RecordingState.CONNECTING, NOON, None))
    assert standing(hass).keys() == {"space_low"}


async def test_what_the_self_check_found_stays_ignored_until_it_was_gone_through_again(
    house: House, hass: HomeAssistant
) -> None:
    leak = Checked(id="bridges", article="3", finding=Finding(state=CheckState.FAILS, leaks=1))
    house.site.report = found = Report(at=NOON, checks=(leak,))
    house.site._tell()
    ir.async_ignore_issue(hass, DOMAIN, "self_check_leaks", ignore=True)
    hass.set_state(CoreState.starting)  # until it has started nothing is looked at
    await house.stop()
    await house.start()
    assert house.site.report is None
    assert standing(hass)["self_check_leaks"].dismissed_version
    house.site.report = found
    house.site._tell()
    assert standing(hass)["self_check_leaks"].dismissed_version
    house.site.report = replace(found, checks=())
    house.site._tell()
    assert standing(hass) == {}


async def test_a_disabled_site_says_nothing(house: House, hass: HomeAssistant) -> None:
    gone(house, wrong=True)
    await hass.config_entries.async_set_disabled_by(house.entry.entry_id, ConfigEntryDisabler.USER)
    assert standing(hass) == {}


async def test_a_removed_site_says_nothing(house: House, hass: HomeAssistant) -> None:
    gone(house, wrong=True)
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert standing(hass) == {}


# --- The clock, confirmed by a person


async def begin(client: object) -> dict[str, object]:
    answer = await client.post(  # type: ignore[attr-defined]
        "/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": "clock_untrusted"}
    )
    found: dict[str, object] = await answer.json()
    return found


async def submit(client: object, flow: dict[str, object]) -> dict[str, object]:
    answer = await client.post(  # type: ignore[attr-defined]
        f"/api/repairs/issues/fix/{flow['flow_id']}", json={}
    )
    found: dict[str, object] = await answer.json()
    return found


async def test_a_person_with_a_role_confirms_the_clock(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    clock(house, wrong=True)
    house.site._tell()
    client = await hass_client()
    flow = await begin(client)
    assert flow["step_id"] == "confirm"
    assert flow["description_placeholders"] == {"now": "2026-11-22 19:00"}
    assert (await submit(client, flow))["type"] == "create_entry"
    assert house.site.desk.clock.trusted
    assert standing(hass) == {}
    (_, done) = house.acts("clock_confirmed")
    assert done.actor.user_id == house.owner.id


async def test_an_administrator_without_a_role_cannot(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator, hass_admin_user: object
) -> None:
    appointments = house.site.desk.registers.appointments
    appointments[:] = [replace(found, user_id="somebody else") for found in appointments]
    clock(house, wrong=True)
    house.site._tell()
    client = await hass_client()
    flow = await submit(client, await begin(client))
    assert flow["errors"] == {"base": "role_needed_confirm_clock"}
    assert not house.site.desk.clock.trusted
    assert standing(hass).keys() == {"clock_untrusted", "keys_without_role"}
    assert len(house.acts("refusal")) == 1


async def test_a_site_that_stopped_meanwhile_is_said(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    clock(house, wrong=True)
    house.site._tell()
    client = await hass_client()
    flow = await begin(client)
    await house.stop()
    assert (await submit(client, flow))["errors"] == {"base": "site_not_running"}
