"""The book between restarts: restored, changed, damaged, copied; and what a person then sees and does."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, timedelta
from functools import partial
import json
from pathlib import Path
import shutil
import tarfile
from threading import Thread
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.backup import const as backup_const
from homeassistant.core import Event, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import (
    async_capture_events,
    async_fire_time_changed,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan import backup
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.custody import CodeUse
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.records.acts import (
    BookBegun,
    BookFinding,
    PurgeAsked,
    RecoveryCodeUsed,
)
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.note import read_checkpoint
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.site import Site

from .conftest import CAMERA, NOON, SITE, House
from .test_repairs import standing

pytestmark = pytest.mark.freeze_time(NOON)

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def repairs(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "repairs", {})


class Fix:
    """A person who answers a Repair."""

    def __init__(self, client: Any, issue_id: str) -> None:
        self._client, self._issue = client, issue_id
        self.page: dict[str, Any] = {}

    async def begin(self) -> dict[str, Any]:
        answer = await self._client.post(
            "/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": self._issue}
        )
        self.page = await answer.json()
        return self.page

    async def answer(self, **given: str) -> dict[str, Any]:
        answer = await self._client.post(
            f"/api/repairs/issues/fix/{self.page['flow_id']}", json=given
        )
        found: dict[str, Any] = await answer.json()
        return found


async def read(house: House) -> bytes:
    return await house.hass.async_add_executor_job(house.book_path.read_bytes)


async def write(house: House, data: bytes) -> None:
    await house.hass.async_add_executor_job(house.book_path.write_bytes, data)


async def act(house: House, count: int = 1) -> None:
    for _ in range(count):
        await house.site.desk.append(PurgeAsked(slots=0), ITSELF, Phase.NOTED)


async def restored(house: House, freezer: FrozenDateTimeFactory) -> int:
    """Restore an older copy of the book, two hours old; return how many acts it had."""
    await house.stop()
    before = await read(house)
    freezer.tick(2 * HOUR)
    await house.start()
    await act(house, 5)
    await house.stop()
    await write(house, before)
    size = await house.hass.async_add_executor_job(partial(size_of, house.book_path))
    await house.start()
    return size


def fresh_token(house: House) -> str:
    """Sign the person in again: time has passed."""
    (refresh_token, *_) = house.owner.refresh_tokens.values()
    return house.hass.auth.async_create_access_token(refresh_token)


def size_of(path: Path) -> int:
    folded: list[Entry] = []
    Book.open(path, fold=folded.append).close()
    return len(folded)


def nobody(site: Site) -> None:
    registers = site.desk.registers
    registers.appointments = []


# --- Heads


async def test_heads_are_kept_in_home_assistants_storage_and_beside_the_vault(
    hass_storage: dict[str, Any], house: House, hass: HomeAssistant
) -> None:
    host_key = house.site.desk.vault.host_key
    await house.stop()
    storage = hass_storage["kuma_bouhan.anchors"]["data"]
    beside = await hass.async_add_executor_job((house.vault_path / "book.head").read_bytes)
    assert storage == json.loads(beside)
    size = await hass.async_add_executor_job(partial(size_of, house.book_path))
    head = read_checkpoint(storage["anchors"][-1]["note"], [host_key])
    assert (head.site, head.size) == (SITE, size)


async def test_the_head_is_told_on_the_bus_once_a_day_and_names_nobody(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    heard: list[Event] = async_capture_events(hass, "kuma_bouhan_head")

    async def pass_hours(count: int) -> None:
        for _ in range(count):
            freezer.tick(HOUR)
            async_fire_time_changed(hass)
            await house.settle()

    await pass_hours(3)
    (event,) = heard
    assert event.data.keys() == {"site", "size", "root", "short", "note", "at"}
    assert "熊本" not in str(event.data)
    assert house.owner.id not in str(event.data)
    head = read_checkpoint(event.data["note"], [house.site.desk.vault.host_key])
    assert (head.site, head.size, head.root.hex()) == (
        SITE,
        event.data["size"],
        event.data["root"],
    )
    await pass_hours(24)
    assert len(heard) == 2


# --- An older copy


async def test_a_restored_book_is_said_and_a_person_has_it_go_on(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    freezer: FrozenDateTimeFactory,
) -> None:
    size = await restored(house, freezer)
    issue = standing(hass)["book_shorter"]
    lost = house.acts("book_finding")[0].act
    assert isinstance(lost, BookFinding)
    assert (lost.acts, issue.is_fixable) == (size, True)
    assert issue.translation_placeholders == {
        "acts": str(size),
        "anchor": str(lost.anchor),
        "anchored": "2026-11-22 21:00",
        "agreed": "2026-11-22 19:00",
    }
    fix = Fix(await hass_client(fresh_token(house)), "book_shorter")
    page = await fix.begin()
    assert (page["step_id"], page["description_placeholders"]) == (
        "confirm",
        issue.translation_placeholders,
    )
    assert (await fix.answer())["type"] == "create_entry"
    assert "book_shorter" not in standing(hass)
    assert house.acts("book_accepted")[-1].actor.user_id == house.owner.id
    await house.stop()
    await house.start()
    assert "book_shorter" not in standing(hass)
    assert len(house.acts("book_finding")) == 1


async def test_the_repair_stays_across_restarts_until_somebody_who_may_has_seen_it(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    freezer: FrozenDateTimeFactory,
) -> None:
    await restored(house, freezer)
    await house.stop()
    await house.start()
    assert "book_shorter" in standing(hass)
    nobody(house.site)
    fix = Fix(await hass_client(fresh_token(house)), "book_shorter")
    await fix.begin()
    assert (await fix.answer())["errors"] == {"base": "role_needed_accept_book"}
    assert "book_shorter" in standing(hass)


async def test_a_book_that_was_changed_is_said(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    await house.stop()
    before = await read(house)
    await house.start()
    await act(house, 3)
    await house.stop()
    await write(house, before)

    def go_on_otherwise() -> None:
        book = Book.open(house.book_path, fold=lambda _: None)
        for _ in range(20):
            book.append(PurgeAsked(slots=9), actor=ITSELF, phase=Phase.NOTED, at=NOON, zone=UTC)
        book.close()

    await hass.async_add_executor_job(go_on_otherwise)
    await house.start()
    assert "book_forked" in standing(hass)
    fix = Fix(await hass_client(), "book_forked")
    await fix.begin()
    assert (await fix.answer())["type"] == "create_entry"
    assert "book_forked" not in standing(hass)


@pytest.mark.parametrize("how", ["asked", "due"])
async def test_footage_that_was_erased_stays_erased_whatever_the_restored_book_says(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory, how: str
) -> None:
    start, end = NOON - 5 * HOUR, NOON - 4 * HOUR
    await house.record(CAMERA, start)
    assert await house.chunks(CAMERA, start, end)
    await house.stop()
    before = await read(house)
    await house.start()
    if how == "asked":
        await house.call(
            f"{DOMAIN}.erase",
            house.person,
            {
                "camera": house.entity_id("switch", f"{CAMERA}_recording"),
                "start": start.isoformat(),
                "end": end.isoformat(),
                "reason": "no_longer_needed",
            },
        )
        assert not await house.chunks(CAMERA, start, end)
    else:
        freezer.tick(timedelta(days=8))
        await house.site.erasure.run()
    await house.stop()
    await write(house, before)
    await house.start()
    assert "book_shorter" in standing(hass)
    assert not await house.chunks(CAMERA, start, end)
    assert not house.acts("erasure_asked")  # what is lost is not made up


# --- Damage


def flipped(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


async def damaged(house: House, place: Callable[[bytes], int]) -> bytes:
    await house.stop()
    data = await read(house)
    data = flipped(data, place(data))
    await write(house, data)
    await house.start()
    assert house.site.desk.book.state is BookState.DAMAGED
    return data


def near_the_end(data: bytes) -> int:
    return len(data.rstrip(b"\0")) - 1500


def at_the_beginning(data: bytes) -> int:
    return 64 + 100


async def aside(house: House) -> dict[str, bytes]:
    def look() -> dict[str, bytes]:
        return {
            path.name: path.read_bytes()
            for path in house.book_path.parent.iterdir()
            if "damaged" in path.name
        }

    return await house.hass.async_add_executor_job(look)


async def test_a_damaged_book_is_put_aside_and_another_begun_by_a_person(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    data = await damaged(house, near_the_end)
    read_until, root = house.site.desk.book.size, house.site.desk.book.root().hex()
    assert standing(hass)["book_damaged"].is_fixable
    assert await aside(house) == {}
    fix = Fix(await hass_client(), "book_damaged")
    assert (await fix.begin())["step_id"] == "confirm"
    assert (await fix.answer())["type"] == "create_entry"
    await hass.async_block_till_done(wait_background_tasks=False)
    assert standing(hass) == {}
    ((name, kept),) = (await aside(house)).items()
    assert kept == data
    desk = house.site.desk
    assert (desk.book.state, desk.book.site) == (BookState.INTACT, SITE)
    first = next(desk.book.entries())
    assert first.actor.user_id == house.owner.id
    assert isinstance(first.act, BookBegun)
    assert (first.act.aside, first.act.acts, first.act.root) == (name, read_until, root)
    assert desk.registers.roles_of(house.owner.id, NOON) == {
        Role.SITE_OWNER,
        Role.MANAGER,
        Role.OPERATOR,
    }
    assert desk.registers.settings is not None
    assert desk.registers.settings.facility == "水前寺の家"
    assert desk.registers.standing_cameras().keys() == {CAMERA}
    assert not house.acts("book_finding")
    await house.stop()
    await house.start()
    assert standing(hass) == {}


async def test_a_new_book_knows_what_was_erased_and_a_restored_vault_brings_nothing_back(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    freezer: FrozenDateTimeFactory,
) -> None:
    start, end = NOON - 5 * HOUR, NOON - 4 * HOUR
    await house.record(CAMERA, start)
    (erased,) = [chunk.slot for chunk in await house.chunks(CAMERA, start, end)]
    await house.stop()
    copy = house.folder / "copy"
    await hass.async_add_executor_job(shutil.copytree, house.vault_path, copy)
    await house.start()
    await house.call(
        f"{DOMAIN}.erase",
        house.person,
        {
            "camera": house.entity_id("switch", f"{CAMERA}_recording"),
            "start": start.isoformat(),
            "end": end.isoformat(),
            "reason": "no_longer_needed",
        },
    )
    await act(house, 20)
    await damaged(house, near_the_end)
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()
    assert (await fix.answer())["type"] == "create_entry"
    await hass.async_block_till_done(wait_background_tasks=False)
    begun = house.acts("book_begun")[0].act
    assert isinstance(begun, BookBegun)
    assert erased in begun.erased
    await house.stop()

    def restore() -> None:
        shutil.rmtree(house.vault_path)
        copy.rename(house.vault_path)

    await hass.async_add_executor_job(restore)
    assert await house.start()
    assert not await house.chunks(CAMERA, start, end)
    (tombstone,) = [slot for slot in house.site.desk.vault.tombstones() if slot.id == erased]
    assert tombstone.reason is ErasureReason.RESTORED


async def test_a_file_system_without_hard_links_keeps_the_damaged_book_too(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    data = await damaged(house, near_the_end)
    monkeypatch.setattr("os.link", refuse)
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()
    assert (await fix.answer())["type"] == "create_entry"
    await hass.async_block_till_done(wait_background_tasks=False)
    assert list((await aside(house)).values()) == [data]
    assert house.site.desk.book.state is BookState.INTACT


async def test_somebody_without_a_role_begins_no_book(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    await damaged(house, near_the_end)
    appointments = house.site.desk.registers.appointments
    house.site.desk.registers.appointments = [
        type(found)(**{**asdict(found), "user_id": "somebody else"}) for found in appointments
    ]
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()
    assert (await fix.answer())["errors"] == {"base": "role_needed_begin_book"}
    assert await aside(house) == {}


async def test_where_the_book_names_nobody_the_recovery_code_and_the_owner_are_asked_for(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    await damaged(house, at_the_beginning)
    fix = Fix(await hass_client(), "book_damaged")
    assert (await fix.begin())["step_id"] == "code"
    assert (await fix.answer(recovery_code=house.code))["errors"] == {"base": "ha_owner_needed"}
    house.owner.is_owner = True
    wrong = await fix.answer(recovery_code="0000-0000-0000-0000-0000-0000-0000")
    assert wrong["errors"] == {"base": "wrong_recovery_code"}
    assert await aside(house) == {}
    assert (await fix.answer(recovery_code=house.code))["type"] == "create_entry"
    await hass.async_block_till_done(wait_background_tasks=False)
    assert len(await aside(house)) == 1
    registers = house.site.desk.registers
    assert Role.SITE_OWNER in registers.roles_of(house.owner.id, NOON)
    assert registers.settings is not None
    # The code has been in several hands.
    assert standing(hass).keys() == {"recovery_code_used"}
    assert registers.custody.code_use is CodeUse.BEGIN_BOOK


async def test_a_new_book_knows_the_vaults_key_and_that_the_code_was_used(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    owner = Actor(house.owner.id, Door.FLOW)
    await house.site.desk.append(RecoveryCodeUsed(use=CodeUse.ADOPT), owner, Phase.NOTED)
    for _ in range(20):  # what is damaged comes later
        await house.site.desk.append(PurgeAsked(slots=0), owner, Phase.NOTED)
    await damaged(house, near_the_end)
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()
    assert (await fix.answer())["type"] == "create_entry"
    await hass.async_block_till_done(wait_background_tasks=False)
    custody = house.site.desk.registers.custody
    assert custody.code_use is CodeUse.ADOPT
    assert custody.fingerprint == house.site.desk.vault.fingerprint
    assert standing(hass).keys() == {"recovery_code_used"}


async def test_what_is_left_of_a_damaged_book_raises_no_alarm_about_keys(
    house: House, hass: HomeAssistant
) -> None:
    await damaged(house, at_the_beginning)
    house.site.desk.registers.custody.fingerprint = "another"
    house.site._tell()
    assert "vault_key_changed" not in standing(hass)
    assert "keys_without_role" not in standing(hass)


async def test_a_disk_that_refuses_leaves_the_damaged_book_where_it_is(
    house: House,
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = await damaged(house, near_the_end)
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        assert (await fix.answer())["errors"] == {"base": "book_full"}
    assert await read(house) == data


async def test_a_book_that_is_whole_is_not_put_aside(
    house: House, hass: HomeAssistant, hass_client: ClientSessionGenerator
) -> None:
    await damaged(house, near_the_end)
    fix = Fix(await hass_client(), "book_damaged")
    await fix.begin()
    house.site.desk.book.state = BookState.INTACT
    assert (await fix.answer())["errors"] == {"base": "book_not_damaged"}
    await house.stop()
    await house.start()
    stopped = Fix(await hass_client(), "book_damaged")
    await house.stop()
    assert (await stopped.begin())["reason"] == "site_not_running"


# --- A full disk


async def test_a_book_without_room_keeps_no_camera_from_recording(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("custom_components.kuma_bouhan.records.disk.grow", lambda _fd, now, _by: now)
        with pytest.raises(BookProblem, match="book_full"):
            await act(house, 10_000)
        await house.stop()
        assert await house.start()
        await house.recording(CAMERA)
        assert standing(hass).keys() == {"book_full"}
        with pytest.raises(HomeAssistantError) as refused:
            await house.call(
                "switch.turn_off",
                house.person,
                {"entity_id": house.entity_id("switch", f"{CAMERA}_recording")},
            )
        assert refused.value.translation_key == "book_full"
        assert house.site.cameras[CAMERA].on
    await act(house)
    freezer.tick(timedelta(minutes=2))
    async_fire_time_changed(hass)
    await house.until(lambda: not standing(hass))  # the look is a background task


# --- Backups


async def test_home_assistant_finds_both_hooks_and_acts_go_on_meanwhile(
    house: House, hass: HomeAssistant, tmp_path: Path
) -> None:
    assert await async_setup_component(hass, "backup", {})
    await hass.async_block_till_done()
    manager = hass.data[backup_const.DATA_MANAGER]
    assert DOMAIN in manager.platforms
    book = house.site.desk.book
    before = book.size
    await manager.async_pre_backup_actions()
    assert book.is_copied
    archive = tmp_path / "backup.tar"

    def copy() -> None:
        with tarfile.open(archive, "w") as tar:
            tar.add(house.book_path.parent, "kuma_bouhan")

    copying = Thread(target=copy)
    copying.start()
    while copying.is_alive():
        await act(house)
    copying.join()
    await act(house, 3)
    await manager.async_post_backup_actions()
    assert not book.is_copied

    def unpack() -> tuple[BookState, int]:
        with tarfile.open(archive) as tar:
            tar.extractall(tmp_path / "restored", filter="data")
        registers = Registers()
        opened = Book.open(tmp_path / "restored/kuma_bouhan/book", fold=registers.fold)
        opened.close()
        return opened.state, opened.size

    state, size = await hass.async_add_executor_job(unpack)
    assert state is not BookState.DAMAGED
    assert before <= size <= book.size


async def test_a_site_that_starts_anew_while_it_is_backed_up_keeps_the_copy_whole(
    house: House, hass: HomeAssistant, tmp_path: Path
) -> None:
    await backup.async_pre_backup(hass)
    mark = house.book_path.with_name("book.copying")
    copy = tmp_path / "copy"
    copy.mkdir()

    def half() -> int:
        (copy / mark.name).write_bytes(mark.read_bytes())
        book = house.site.desk.book
        # In the middle of the act that comes next.
        (copy / "book").write_bytes(house.book_path.read_bytes()[: book._end + 150])
        return book.size

    before = await hass.async_add_executor_job(half)
    laid = await hass.async_add_executor_job(mark.read_bytes)
    await house.stop()
    assert await house.start()
    assert house.site.desk.book.is_copied
    assert await hass.async_add_executor_job(mark.read_bytes) == laid
    assert not await hass.async_add_executor_job(house.site.desk.book.erase_personal, 0)
    await act(house, 3)

    def rest() -> Book:
        path = copy / "book"
        at = path.stat().st_size
        path.write_bytes(path.read_bytes() + house.book_path.read_bytes()[at:])
        opened = Book.open(path, fold=lambda _: None)
        opened.close()
        return opened

    restored = await hass.async_add_executor_job(rest)
    assert restored.state is not BookState.DAMAGED
    assert restored.size >= before
    await backup.async_post_backup(hass)
    assert not house.site.desk.book.is_copied
    assert not await hass.async_add_executor_job(mark.exists)


async def test_a_site_that_starts_while_a_backup_runs_is_copied_too(
    house: House, hass: HomeAssistant
) -> None:
    await house.stop()
    await backup.async_pre_backup(hass)
    assert await house.start()
    assert house.site.desk.book.is_copied
    await house.stop()
    await backup.async_post_backup(hass)
    assert await house.start()
    assert not house.site.desk.book.is_copied


async def test_a_copy_that_was_mended_is_entered(house: House, hass: HomeAssistant) -> None:
    await backup.async_pre_backup(hass)
    mark = house.book_path.with_name("book.copying")
    laid = await hass.async_add_executor_job(mark.read_bytes)
    await house.stop()
    await backup.async_post_backup(hass)

    def tear() -> None:
        mark.write_bytes(laid)
        data = house.book_path.read_bytes()
        end = json.loads(laid)["end"]
        house.book_path.write_bytes(flipped(data, end + 50))

    await hass.async_add_executor_job(tear)
    await house.start()
    findings = [entry.act for entry in house.acts("book_finding")]
    assert [act.finding for act in findings if isinstance(act, BookFinding)][:1] == ["copy_mended"]
    assert not await hass.async_add_executor_job(mark.exists)


async def test_a_backup_goes_on_where_the_book_cannot_be_made_ready(
    house: House,
    hass: HomeAssistant,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full() -> None:
        raise BookProblem("book_full")

    monkeypatch.setattr(house.site.desk.book, "begin_copy", full)
    await backup.async_pre_backup(hass)
    assert "could not be made ready for a backup" in caplog.text
    await backup.async_post_backup(hass)
    assert not house.site.desk.book.is_copied
