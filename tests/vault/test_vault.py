"""A vault is made once, opened by one, and says what is wrong in words."""

from collections.abc import Callable
from datetime import datetime, timedelta
import errno
import itertools
import json
import os
from pathlib import Path
import shutil
import threading
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
import pytest

from custom_components.kuma_bouhan.vault import files
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.problems import VaultProblem, problem_of
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from ..faults import Fault, Pulled
from ..oscalls import watched
from .conftest import CHEAP, House
from .disk import Disk
from .pieces import DAY, DOOR, NOON, open_apart


def test_a_new_vault_is_empty_and_whole(house: House) -> None:
    vault = house.vault
    assert len(vault.id) == 32
    assert vault.folder == house.folder
    assert vault.notes == ()
    assert list(vault.keys.holders) == ["manager"]
    assert vault.slots() == vault.tombstones() == ()
    assert (vault.count(), vault.next_due()) == (0, None)
    groups = vault.fingerprint.split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert vault.host_fingerprint != vault.fingerprint


def test_the_host_signs(house: House) -> None:
    key = Ed25519PrivateKey.from_private_bytes((house.folder / "host.key").read_bytes())
    signed = house.vault.sign(b"a paper")
    assert signed[:32] == key.public_key().public_bytes_raw() == house.vault.host_key
    key.public_key().verify(signed[32:], b"a paper")


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    house = House(tmp_path)
    (tmp_path / "lost+found").mkdir()
    (tmp_path / "photo.jpg").touch()
    with pytest.raises(VaultProblem, match="vault_not_empty"):
        house.found()
    (tmp_path / "photo.jpg").unlink()
    house.found()
    house.vault.close()
    with pytest.raises(VaultProblem, match="vault_not_empty"):
        house.found()


def test_a_vault_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lost+found").mkdir()
    for after in range(0, 22, 3):
        with (
            monkeypatch.context() as patch,
            Disk(patch).acting(after, errno.ENOSPC),
            pytest.raises(VaultProblem, match="disk_full"),
        ):
            House(tmp_path).found()
        assert [path.name for path in tmp_path.iterdir()] == ["lost+found"]


def test_a_wrong_recovery_code_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        House(tmp_path / "vault", code="ABCD").found()
    assert not (tmp_path / "vault").exists()


def test_a_parent_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(VaultProblem, match="vault_missing"):
        House(tmp_path / "not" / "there").found()


def test_one_opens_it_at_a_time(house: House) -> None:
    with pytest.raises(VaultProblem, match="vault_in_use"):
        Vault.open(house.folder, clock=lambda: NOON)
    house.reopen()


def test_closing_twice_is_closing(house: House) -> None:
    house.vault.close()
    house.vault.close()
    house.open()


def test_a_vault_that_was_closed_says_so(house: House) -> None:
    house.vault.close()
    with pytest.raises(VaultProblem, match="vault_closed"):
        house.vault.chunks("ca" * 16, NOON, NOON + timedelta(1), now=NOON)
    with pytest.raises(VaultProblem, match="vault_closed"):
        house.vault.reconcile()


def test_where_no_vault_is_it_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(VaultProblem, match="vault_missing"):
            Vault.open(folder, clock=lambda: NOON)


@pytest.mark.parametrize(
    ("file", "data", "key"),
    [
        ("vault.json", b"{", "vault_damaged"),
        ("vault.json", b'{"format": 1, "vault": 7}', "vault_damaged"),
        ("vault.json", b'{"format": 9, "vault": "abcd"}', "vault_version"),
        ("host.key", b"short", "vault_damaged"),
        ("host.key", None, "vault_damaged"),
        ("keyring.json", None, "vault_damaged"),
        ("keyring.json", b"", "vault_damaged"),
        ("keyring.json", b"[]", "vault_damaged"),
        ("keyring.json", b'{"format": 2}', "vault_damaged"),
        ("keyring.json", b'{"format": 9}', "vault_version"),
        ("vault.json", None, "vault_missing"),
    ],
)
def test_what_is_wrong_with_its_files_is_said(
    house: House, file: str, data: bytes | None, key: str
) -> None:
    house.vault.close()
    path = house.folder / file
    before = path.read_bytes()
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(VaultProblem, match=key):
        house.open()
    path.write_bytes(before)
    house.open()


def test_a_disk_that_is_pulled_or_fails_while_it_is_opened_is_no_damaged_vault(
    house: House, tmp_path: Path
) -> None:
    house.vault.close()
    faults: tuple[Callable[[int], Fault], ...] = (
        lambda after: Pulled(house.folder, after),
        lambda after: Fault(errno.EIO, after, lasting=True),
        lambda after: Fault(errno.EIO, after, lasting=False),
    )
    for made in faults:
        for after in itertools.count():
            fault = made(after)
            with watched(tmp_path, fault.hear):
                try:
                    house.open().close()
                except VaultProblem as problem:
                    assert problem.key in ("vault_missing", "vault_failing")  # noqa: PT017
                fault.heal()
            if not fault.struck:
                break
        assert after > 10
    house.open()


def test_a_folder_that_cannot_be_written_to_is_said(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.vault.close()
    real = os.open

    def refuse(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, "read-only")
        return real(path, flags, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(VaultProblem, match="vault_not_writable"):
            house.open()
    house.open()


def test_what_was_mended_is_noted_once(house: House) -> None:
    house.record(1)
    house.vault.close()
    for name, place in (("slots.a", 700), ("wraps.b", 100)):
        data = bytearray((house.folder / name).read_bytes())
        data[place] ^= 1
        (house.folder / name).write_bytes(data)
    (slot,) = house.open().slots()
    assert slot.is_live
    assert [(note.kind, note.detail) for note in house.vault.notes] == [
        (NoteKind.MIRROR_MENDED, "slots.a: 1"),
        (NoteKind.MIRROR_MENDED, "wraps.b: 1"),
    ]
    assert house.reopen().notes == ()


def test_losses_and_refused_mendings_are_noted(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.record(1)
    alive = (house.folder / "slots.b").read_bytes()
    house.destroy(*(slot.id for slot in house.vault.slots()))
    house.vault.close()
    (house.folder / "slots.b").write_bytes(alive)
    for name in ("wraps.a", "wraps.b"):
        data = bytearray((house.folder / name).read_bytes())
        data[600] = 1
        (house.folder / name).write_bytes(data)
    with monkeypatch.context() as patch, Disk(patch).acting(0, errno.EIO):
        kinds = [note.kind for note in house.open().notes]
    assert kinds == [
        NoteKind.MIRROR_NOT_MENDED,
        NoteKind.MIRROR_NOT_MENDED,
        NoteKind.RECORDS_LOST,
    ]


def test_the_readers_marks_are_told_until_somebody_notes_them(house: House) -> None:
    mark = {"at": NOON.isoformat(), "what": "chunks 3"}
    log = house.folder / "reader.log"
    log.write_text(json.dumps(mark) + "\n\n" + '{"at": "torn')
    for _ in range(2):
        whole, torn = house.reopen().notes
        assert (whole.kind, whole.detail, whole.at) == (NoteKind.READER_USED, "chunks 3", NOON)
        assert (torn.kind, torn.at) == (NoteKind.READER_USED, None)
    house.vault.noted()
    house.vault.noted()
    assert house.reopen().notes == ()


def test_a_moved_vault_goes_on(house: House, tmp_path: Path) -> None:
    (chunk,) = house.record(1)
    house.vault.close()
    house.folder = house.folder.rename(tmp_path / "elsewhere")
    house.open()
    assert house.is_readable(chunk)
    assert house.vault.notes == ()


def test_weeks_without_power_show_nothing_overdue(house: House) -> None:
    house.record(1)
    house.vault.close()
    house.now = NOON + timedelta(weeks=3)
    house.open()
    assert house.chunks() == []
    assert house.vault.summary(DOOR).chunks == 0
    (slot,) = house.vault.slots()
    due = house.vault.next_due()
    assert due is not None
    assert due == slot.due
    assert due < house.now
    assert house.destroy(slot.id).erased


def test_a_folder_whose_name_is_not_sure_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    disk = Disk(monkeypatch)
    with disk.acting(0, errno.EIO), pytest.raises(OSError, match="error"):
        files.make_folder(folder)
    assert not folder.exists()
    files.make_folder(folder)
    assert folder.is_dir()
    assert disk.calls == ["sync_folder"] * 2


def test_a_small_file_is_replaced_wholly_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file"
    files.put(path, b"one")
    (tmp_path / "file.new").write_bytes(b"left by a crash")
    files.put(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_reading_past_the_cache_does_without_direct_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(256)) * 40)
    wanted = {0: bytes(range(256)), 8192: bytes(range(256)), 10_240: b""}
    assert files.read_past_cache(path, wanted, 256) == wanted
    real = os.open

    def refuse(path: Any, flags: int, *rest: Any) -> int:
        if flags & os.O_DIRECT:
            raise OSError(errno.EINVAL, "no direct reads")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert files.read_past_cache(path, wanted, 256) == wanted


def test_errors_name_no_path() -> None:
    assert str(problem_of(OSError(errno.EIO, "x", "/somebody/private"))) == (
        "vault_failing (error=EIO)"
    )
    assert problem_of(OSError("?")).key == "vault_failing"


def test_two_cameras_are_recorded_side_by_side(house: House) -> None:
    cameras = [f"{number:032x}" for number in range(6)]
    threads = [
        threading.Thread(target=house.record, args=(2,), kwargs={"camera": camera, "size": 5000})
        for camera in cameras
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(house.chunks(camera)) for camera in cameras] == [2] * 6
    assert len({slot.id for slot in house.vault.slots()}) == 6


def test_random_bytes_and_the_clock_are_handed_in(tmp_path: Path, house: House) -> None:
    asked: list[int] = []

    def random(size: int) -> bytes:
        asked.append(size)
        return os.urandom(size)

    def clock() -> datetime:
        return NOON + DAY

    Vault.create(
        tmp_path / "other",
        holder=NewHolder("x", "y"),
        recovery_code=house.code,
        now=NOON,
        random=random,
        cost=CHEAP,
    ).close()
    assert asked.count(32) >= 3
    vault = Vault.open(tmp_path / "other", clock=clock, random=random)
    open_apart(vault, DOOR, NOON, NOON)
    assert asked[-2:] == [16, 32]
    vault.close()
    shutil.rmtree(tmp_path / "other")
