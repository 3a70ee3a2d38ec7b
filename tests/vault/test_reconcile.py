"""The index may be lost, broken or behind: the files are the truth."""

import errno
import os
from pathlib import Path
import sqlite3
import threading
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import index as index_module, reconcile as reconcile_module
from custom_components.kuma_bouhan.vault.chunk import Kind
from custom_components.kuma_bouhan.vault.facts import Row
from custom_components.kuma_bouhan.vault.index import Index
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.reconcile import Reconciled

from .conftest import House
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, YARD, open_apart, piece


@pytest.fixture
def recorded(house: House) -> House:
    house.record(9, start=NOON + 55 * MINUTE)
    house.record(3, camera=YARD)
    writer = house.writer(YARD)
    writer.still(b"jpeg", NOON + HOUR)
    writer.close()
    return house


def test_nothing_is_found_where_nothing_is_wrong(recorded: House) -> None:
    assert recorded.vault.reconcile() == Reconciled()


def test_a_deleted_index_is_made_anew_alike(recorded: House) -> None:
    before = [recorded.chunks(camera) for camera in (DOOR, YARD)]
    sums = [recorded.vault.summary(camera) for camera in (DOOR, YARD)]
    recorded.vault.close()
    (recorded.folder / "index.db").unlink()
    recorded.open()
    assert [note.kind for note in recorded.vault.notes] == [NoteKind.INDEX_REBUILT]
    assert recorded.vault.count() == 0
    assert recorded.vault.reconcile() == Reconciled(found=13)
    assert [recorded.chunks(camera) for camera in (DOOR, YARD)] == before
    assert [recorded.vault.summary(camera) for camera in (DOOR, YARD)] == sums
    recorded.reopen()
    assert recorded.vault.notes == ()


@pytest.mark.parametrize("what", ["garbage", "foreign", "other_vault", "empty", "torn"])
def test_a_broken_or_foreign_index_is_set_aside(recorded: House, what: str) -> None:
    before = recorded.chunks()
    recorded.vault.close()
    path = recorded.folder / "index.db"
    if what == "garbage":
        path.write_bytes(b"no database at all" * 1000)
    elif what == "empty":
        path.write_bytes(b"")
    elif what == "torn":
        path.write_bytes(path.read_bytes()[:5000])
    else:
        with sqlite3.connect(path) as connection:
            if what == "foreign":
                connection.execute("PRAGMA user_version = 99")
            else:
                connection.execute("UPDATE meta SET value = 'cd' WHERE name = 'vault'")
        connection.close()
    recorded.open()
    recorded.vault.reconcile()
    recorded.vault.reconcile()
    assert recorded.chunks() == before
    assert (recorded.folder / "index.aside").exists() is (what != "empty")


def test_an_index_that_breaks_while_in_use_is_made_anew(recorded: House) -> None:
    before = recorded.chunks()
    index = recorded.vault._parts.index
    index._ask(lambda connection: connection.execute("DROP TABLE chunk"))
    assert recorded.chunks() == []
    assert not index.whole
    # The next sweep, at the latest, reads the files again.
    recorded.vault.sweep()
    assert index.whole
    assert recorded.chunks() == before


def test_a_lost_file_is_taken_out(recorded: House) -> None:
    gone = recorded.chunks()[7]
    recorded.path(gone).unlink()
    assert recorded.vault.reconcile() == Reconciled(missing=1)
    assert gone not in recorded.chunks()
    assert recorded.vault.summary(DOOR).chunks == 8


def test_a_lost_folder_is_taken_out(recorded: House) -> None:
    for chunk in recorded.chunks(YARD)[:3]:
        recorded.path(chunk).unlink()
    recorded.path(recorded.chunks(YARD)[3]).unlink()
    for folder in (recorded.folder / "footage" / YARD).iterdir():
        folder.rmdir()
    assert recorded.vault.reconcile() == Reconciled(missing=4)


def test_a_folder_that_went_away_is_not_taken_for_lost_footage(recorded: House) -> None:
    before = recorded.chunks()
    elsewhere = recorded.folder.rename(recorded.folder.with_name("pulled"))
    with pytest.raises(VaultProblem, match="vault_missing"):
        recorded.vault.reconcile()
    with pytest.raises(VaultProblem, match="vault_missing"):
        recorded.vault.sweep()
    elsewhere.rename(recorded.folder)
    assert recorded.chunks() == before
    assert not recorded.vault._parts.index.in_memory
    assert recorded.vault.reconcile() == Reconciled()


def test_a_torn_chunk_is_known_as_soon_as_the_vault_is_open(house: House) -> None:
    writer = house.writer()
    for number in range(4):
        writer.fragment(piece(NOON + number * 10 * SECOND))
    open_now = writer._open
    assert open_now is not None
    # As if the machine had stopped here: nobody finishes the chunk.
    writer._open = None
    os.utime(open_now.path, (NOON.timestamp() + 33,) * 2)
    house.reopen()
    (chunk,) = house.chunks()
    assert not chunk.complete
    assert (chunk.start, chunk.end) == (NOON, NOON + 33 * SECOND)
    assert house.vault.summary(DOOR).newest == NOON + 33 * SECOND
    assert house.is_readable(chunk)
    os.utime(open_now.path, (NOON.timestamp() + 9e6,) * 2)
    house.vault.close()
    (house.folder / "index.db").unlink()
    house.open()
    assert house.vault.reconcile() == Reconciled(found=1, torn=1)
    assert house.chunks()[0].end == NOON + HOUR + MINUTE
    os.close(open_now.descriptor)


def test_files_that_are_no_chunks_are_counted_and_left(recorded: House) -> None:
    first, second = recorded.chunks()[:2]
    folder = recorded.path(first).parent
    (folder / f"{'ee' * 16}.kbc").write_bytes(b"x" * 400)
    # A copy of a chunk under another name, and a chunk in the folder of another hour.
    (folder / f"{'ef' * 16}.kbc").write_bytes(recorded.path(second).read_bytes())
    (folder / "notes.txt").write_text("no chunk")
    last = recorded.path(recorded.chunks()[-1])
    (folder / last.name).write_bytes(last.read_bytes())
    assert recorded.vault.reconcile() == Reconciled(damaged=3)
    assert len(recorded.chunks()) == 9


def test_files_that_hold_nothing_are_removed(recorded: House) -> None:
    folder = recorded.path(recorded.chunks()[0]).parent
    (folder / f"{'ee' * 16}.kbc").write_bytes(b"")
    (folder / f"{'ef' * 16}.kbc").write_bytes(
        recorded.path(recorded.chunks()[0]).read_bytes()[:256]
    )
    assert recorded.vault.reconcile() == Reconciled(removed=2)


def test_files_of_slots_that_are_gone_are_removed(recorded: House) -> None:
    copies = {path: path.read_bytes() for path in recorded.folder.rglob("*.kbc")}
    slots = [slot.id for slot in recorded.vault.slots()]
    recorded.destroy(*slots)
    recorded.vault.sweep()
    recorded.vault.entered(slots[:2])
    # They come back, as from a backup of the footage alone.
    for path, data in copies.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (recorded.folder / "footage" / "stray").mkdir()
    (recorded.folder / "footage" / DOOR / "stray").mkdir()
    assert recorded.vault.reconcile() == Reconciled(removed=13)
    assert not list(recorded.folder.rglob("*.kbc"))


def test_an_index_behind_the_wraps_follows_them(
    recorded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk = recorded.chunks()[0]
    hold = open_apart(recorded.vault, DOOR, NOON, NOON + 99 * DAY)
    with monkeypatch.context() as patch:
        patch.setattr(Index, "move", lambda *_: None)
        recorded.vault.rewrap([chunk.id], hold)
    assert recorded.chunks()[0].slot == hold
    assert recorded.vault.reconcile() == Reconciled(moved=1)
    assert recorded.vault.reconcile() == Reconciled()


def test_recording_goes_on_while_files_and_index_are_compared(house: House) -> None:
    house.record(10)
    writer, stop = house.writer(YARD), threading.Event()
    written = 0

    def record() -> None:
        nonlocal written
        while not stop.is_set() or written < 20:
            writer.fragment(piece(NOON + written * 10 * SECOND, 500))
            written += 1

    thread = threading.Thread(target=record)
    thread.start()
    for _ in range(5):
        assert house.vault.reconcile() == Reconciled()
    stop.set()
    thread.join()
    writer.close()
    assert house.vault.reconcile() == Reconciled()
    assert house.vault.count() == 10 + -(-written // 6)


def test_whatever_is_wrong_is_put_right_while_recording_goes_on(recorded: House) -> None:
    chunks = recorded.chunks()
    paths = [recorded.path(chunk) for chunk in chunks]
    slots = {slot.id for slot in recorded.vault.slots() if slot.camera == DOOR}
    writer, stop = recorded.writer(YARD), threading.Event()
    begins, written = NOON + 5 * HOUR, 0

    def record() -> None:
        nonlocal written
        while not stop.is_set() or written < 20:
            writer.fragment(piece(begins + written * 10 * SECOND, 500))
            written += 1

    thread = threading.Thread(target=record)
    thread.start()
    # Missing; cut off behind the index's back; twice there; of a slot that nobody knows.
    paths[0].unlink()
    duplicate = paths[2].with_name(f"{'ef' * 16}.kbc")
    duplicate.write_bytes(paths[2].read_bytes())
    orphans = paths[0].parent.with_name(f"20261101T000000Z-{'ee' * 16}")
    orphans.mkdir()
    (orphans / paths[3].name).write_bytes(paths[3].read_bytes())
    torn = paths[1].read_bytes()[:-200]
    recorded.vault._parts.index.remove([chunks[1].id])
    paths[1].write_bytes(torn)
    done = recorded.vault.reconcile()
    stop.set()
    thread.join()
    writer.close()
    assert done == Reconciled(found=1, torn=1, missing=1, removed=1, damaged=1)
    assert not orphans.exists()
    again = recorded.chunks()
    assert [chunk.id for chunk in again] == [chunk.id for chunk in chunks[1:]]
    assert [chunk.complete for chunk in again] == [False] + [True] * 7
    assert all(recorded.is_readable(chunk) for chunk in again)
    assert recorded.vault.reconcile() == Reconciled(damaged=1)
    assert len(recorded.chunks(YARD)) == 4 + -(-written // 6)
    # A duplicate is nobody's footage, and goes with its slot.
    recorded.destroy(*slots)
    recorded.vault.sweep()
    assert not duplicate.exists()


def test_a_copy_in_the_folder_of_another_hour_goes_with_that_hour_alone(recorded: House) -> None:
    chunks = recorded.chunks()
    first, last = recorded.path(chunks[0]), recorded.path(chunks[-1])
    (first.parent / last.name).write_bytes(last.read_bytes())
    recorded.destroy(chunks[0].slot)
    assert recorded.vault.sweep().files == 6
    assert recorded.chunks() == chunks[5:]
    assert recorded.is_readable(chunks[-1])


def test_a_chunk_that_the_index_did_not_take_is_found_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = house.vault._parts.index

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("full")

    with monkeypatch.context() as patch:
        patch.setattr(index_module, "recount", full)
        house.record(2)
        assert house.vault.count() == 0
    assert not index.whole
    house.vault.sweep()
    assert len(house.chunks()) == 2


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_READONLY, "vault_not_writable"),
        (sqlite3.SQLITE_IOERR_READ, "vault_failing"),
    ],
)
def test_what_the_disk_says_to_the_index_is_said_in_words(
    house: House, code: int, key: str
) -> None:
    def fail(_: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("no")
        error.sqlite_errorcode = code
        raise error

    with pytest.raises(VaultProblem, match=key):
        house.vault._parts.index._ask(fail)


def test_a_folder_that_fails_while_compared_leaves_the_index_in_doubt(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.record(1)

    def fail(path: object) -> None:
        raise OSError(5, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", fail)
        with pytest.raises(VaultProblem, match="vault_failing"):
            house.vault.reconcile()
    assert not house.vault._parts.index.whole


def test_the_index_costs_few_bytes(house: House) -> None:
    """At most 12 KB an hour of a camera, 60 chunks, with cameras side by side."""
    hours, cameras = 12, (DOOR, YARD)
    for hour in range(hours):
        for camera in cameras:
            start = NOON + hour * HOUR
            slot = house.vault._parts.slots.open(camera, start, start + HOUR, None)
            rows = [
                Row(
                    id=os.urandom(16).hex(),
                    camera=camera,
                    start=start + minute * MINUTE,
                    end=start + (minute + 1) * MINUTE,
                    bytes=24_000_000,
                    home=slot.id,
                    home_start=start,
                    slot=slot.id,
                    kind=Kind.FMP4,
                    complete=True,
                    digest=os.urandom(32),
                )
                for minute in range(60)
            ]
            house.vault._parts.index.add(rows)
    assert house.vault.count() == hours * len(cameras) * 60
    assert house.vault.summary(DOOR).chunks == hours * 60
    house.vault.close()
    size = (house.folder / "index.db").stat().st_size
    house.open()
    assert size / (hours * len(cameras)) <= 12_000


def test_a_full_disk_under_the_index_keeps_nothing_from_being_erased(recorded: House) -> None:
    index = recorded.vault._parts.index
    pages = index._ask(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    index._ask(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}"))
    writer = recorded.writer()
    for number in range(2000):
        writer.still(b"x", NOON + 3 * HOUR + number * MINUTE / 2)
        if not index.whole:
            break
    writer.cut()
    assert not index.whole
    first = recorded.chunks()[0]
    _, span = recorded.vault.erase_span(
        DOOR, NOON, NOON + HOUR, reason=ErasureReason.NO_LONGER_NEEDED, at=NOON
    )
    assert span.chunks == 5
    assert index.in_memory
    assert index.whole
    assert recorded.vault.sweep().files == 5
    assert first.id not in {chunk.id for chunk in recorded.chunks()}
    count = len(recorded.chunks())
    # The file that would have been behind is gone; the next start makes it anew.
    assert not (recorded.folder / "index.db").exists()
    recorded.reopen()
    assert [note.kind for note in recorded.vault.notes] == [NoteKind.INDEX_REBUILT]
    recorded.vault.reconcile()
    assert len(recorded.chunks()) == count


def test_where_the_disk_takes_no_index_the_vault_opens_and_erases_without(
    recorded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = [slot.id for slot in recorded.vault.slots()]
    recorded.vault.close()
    real = os.open

    def refuse(path: Any, flags: int, *rest: Any) -> int:
        if str(path).endswith("index.db"):
            raise OSError(errno.ENOSPC, "full")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    recorded.open()
    recorded.destroy(*slots)
    assert recorded.vault.sweep().files == 13
    assert recorded.vault._parts.index.in_memory


def test_a_broken_index_that_cannot_be_set_aside_is_done_without(
    recorded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded.vault.close()
    (recorded.folder / "index.db").write_bytes(b"no database at all" * 1000)

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        recorded.open()
    recorded.vault.reconcile()
    assert len(recorded.chunks()) == 9


def _refuse(*_: object) -> None:
    raise OSError(errno.EIO, "no")


def test_a_start_does_not_fail_over_comparing(
    recorded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded.vault.close()
    with monkeypatch.context() as patch:
        patch.setattr(reconcile_module, "chunk_files", _refuse)
        recorded.open()
    assert not recorded.vault._parts.index.whole
    recorded.vault.sweep()
    assert recorded.vault._parts.index.whole
    assert len(recorded.chunks()) == 9


def test_where_the_footage_cannot_be_read_sweeping_says_so(
    recorded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded.vault._parts.index.whole = False
    with monkeypatch.context() as patch:
        patch.setattr(reconcile_module, "chunk_files", _refuse)
        for _ in range(2):
            with pytest.raises(VaultProblem, match="vault_failing"):
                recorded.vault.sweep()
    recorded.vault.sweep()
    assert len(recorded.chunks()) == 9
