"""What is erased is gone for everybody, whatever they kept; what is not erased stays."""

from collections.abc import Callable
from datetime import timedelta
import errno
from pathlib import Path
import shutil
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import erasure
from custom_components.kuma_bouhan.vault.erasure import ChunkSpan
from custom_components.kuma_bouhan.vault.parts import Timing
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.slots import Destroyed

from .conftest import PASSPHRASE, House
from .disk import Disk
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, YARD, open_apart, piece

ASKED = ErasureReason.NO_LONGER_NEEDED


def erase(
    house: House, start: timedelta, end: timedelta, held: frozenset[str] = frozenset()
) -> tuple[Destroyed, ChunkSpan]:
    return house.vault.erase_span(
        DOOR, NOON + start, NOON + end, reason=ASKED, at=house.now, held=held
    )


def starts(house: House) -> list[int]:
    """Return the minutes after noon at which the chunks begin that are there and readable."""
    chunks = house.chunks()
    assert all(house.is_readable(chunk) for chunk in chunks)
    return [(chunk.start - NOON) // MINUTE for chunk in chunks]


def test_erased_footage_is_gone_with_its_files(house: House) -> None:
    chunks = house.record(3)
    other = house.record(2, camera=YARD)
    size = sum(house.path(chunk).stat().st_size for chunk in chunks)
    (erased,) = house.destroy(chunks[0].slot).erased
    assert erased.id == chunks[0].slot
    with house.unlock() as opened:
        for chunk in chunks:
            with pytest.raises(VaultProblem, match="footage_gone"):
                house.vault.read(opened, chunk, now=house.now)
    swept = house.vault.sweep()
    assert (swept.files, swept.bytes) == (3, size)
    assert sorted(house.folder.rglob("*.kbc")) == sorted(house.path(chunk) for chunk in other)
    assert not list((house.folder / "footage" / DOOR).iterdir())
    assert house.vault.count() == 2
    assert house.vault.sweep().files == 0


def test_a_tombstone_stays_until_the_book_has_entered_it(house: House) -> None:
    (chunk,) = house.record(1)
    house.destroy(chunk.slot)
    assert [slot.id for slot in house.vault.tombstones()] == [chunk.slot]
    house.reopen()
    house.vault.sweep()
    (tombstone,) = house.vault.tombstones()
    assert (tombstone.files, tombstone.confirmed) == (1, True)
    house.vault.entered([chunk.slot])
    assert house.vault.tombstones() == ()
    house.reopen()
    assert house.vault.tombstones() == ()


def test_entering_before_sweeping_sweeps_all_the_same(house: House) -> None:
    (chunk,) = house.record(1)
    house.destroy(chunk.slot)
    house.vault.entered([chunk.slot])
    house.reopen()
    assert house.vault.sweep().files == 1


def test_a_sweep_that_was_cut_off_goes_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = house.record(4)
    house.destroy(chunks[0].slot)
    with monkeypatch.context() as patch:
        disk = Disk(patch)
        with disk.acting(2, errno.EIO), pytest.raises(VaultProblem, match="vault_failing"):
            house.vault.sweep()
    assert len(list(house.folder.rglob("*.kbc"))) == 2
    house.reopen()
    assert house.vault.sweep().files == 2
    assert house.vault.count() == 0


def test_what_is_swept_while_the_disk_is_away_is_swept_when_it_is_back(house: House) -> None:
    (chunk, *_) = house.record(3)
    house.destroy(chunk.slot)
    elsewhere = house.folder.rename(house.folder.with_name("pulled"))
    with pytest.raises(VaultProblem, match="vault_missing"):
        house.vault.sweep()
    (tombstone,) = house.vault.tombstones()
    assert not tombstone.swept
    elsewhere.rename(house.folder)
    assert house.vault.sweep().files == 3
    (tombstone,) = house.vault.tombstones()
    assert (tombstone.swept, tombstone.files) == (True, 3)


def test_part_of_an_hour_goes_and_the_rest_stays_as_it_was(house: House) -> None:
    before = house.record(6)
    (old,) = house.vault.slots()
    destroyed, span = erase(house, 2 * MINUTE + SECOND, 4 * MINUTE)
    assert [slot.id for slot in destroyed.erased] == [old.id]
    assert (span.start, span.end) == (NOON + 2 * MINUTE, NOON + 4 * MINUTE)
    assert (span.chunks, span.bytes) == (2, before[2].bytes + before[3].bytes)
    assert starts(house) == [0, 1, 4, 5]
    assert {chunk.due for chunk in house.chunks()} == {old.due}
    assert house.vault.sweep().files == 2
    house.reopen()
    house.vault.reconcile()
    assert starts(house) == [0, 1, 4, 5]
    assert house.vault.summary(DOOR).chunks == 4


def test_the_rest_outlives_its_old_slots_record_and_a_lost_index(house: House) -> None:
    house.record(6)
    erase(house, 2 * MINUTE, 4 * MINUTE)
    house.vault.sweep()
    house.vault.entered([slot.id for slot in house.vault.tombstones()])
    house.vault.close()
    (house.folder / "index.db").unlink()
    house.open()
    assert house.vault.reconcile().found == 4
    assert starts(house) == [0, 1, 4, 5]
    erase(house, timedelta(0), HOUR)
    assert house.vault.sweep().files == 4
    assert not list(house.folder.rglob("*.kbc"))
    assert house.vault.count() == 0


def test_part_after_part_can_go(house: House) -> None:
    house.record(6)
    for minute in (0, 5, 2):
        erase(house, minute * MINUTE, minute * MINUTE + SECOND)
    assert starts(house) == [1, 3, 4]
    house.vault.sweep()
    house.reopen()
    assert starts(house) == [1, 3, 4]


def test_a_span_over_several_hours_goes(house: House) -> None:
    house.timing = Timing(slot=10 * MINUTE)
    house.reopen()
    house.record(23)
    destroyed, span = erase(house, 8 * MINUTE, 21 * MINUTE)
    assert len(destroyed.erased) == 3
    assert span.chunks == 13
    assert starts(house) == [*range(8), 21, 22]


def test_held_footage_is_not_erased(house: House) -> None:
    chunks = house.record(4)
    held = frozenset({chunks[1].id})
    _, span = erase(house, timedelta(0), 3 * MINUTE, held)
    assert span.chunks == 2
    assert starts(house) == [1, 3]
    destroyed, span = erase(house, MINUTE, MINUTE + SECOND, held)
    assert (destroyed, span) == (Destroyed(), ChunkSpan())


def test_footage_that_is_being_recorded_is_cut_and_erased_or_kept(house: House) -> None:
    writer = house.writer()
    for number in range(9):
        writer.fragment(piece(NOON + number * 10 * SECOND))
    _, span = erase(house, timedelta(0), 30 * SECOND)
    assert (span.start, span.end) == (NOON, NOON + MINUTE)
    assert starts(house) == [1]
    writer.fragment(piece(NOON + 90 * SECOND))
    _, span = erase(house, 85 * SECOND, 95 * SECOND)
    assert span.chunks == 2
    assert starts(house) == []
    writer.fragment(piece(NOON + 2 * MINUTE))
    writer.close()
    assert starts(house) == [2]


def test_footage_of_other_cameras_and_times_is_left_alone(house: House) -> None:
    house.record(2)
    other = house.record(2, camera=YARD)
    assert erase(house, HOUR, 2 * HOUR)[1].chunks == 0
    erase(house, timedelta(0), HOUR)
    assert house.chunks(YARD) == other


@pytest.mark.parametrize("after", range(14))
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_part_hour_that_was_cut_off_anywhere_is_finished_by_the_next_call(
    house: House, monkeypatch: pytest.MonkeyPatch, after: int, error: int
) -> None:
    house.record(4)
    (old,) = house.vault.slots()
    key = house.vault._parts.slots.key(old.id)
    with monkeypatch.context() as patch:
        disk = Disk(patch)
        with disk.acting(after, error):
            try:
                cut_off = bool(erase(house, MINUTE, 2 * MINUTE)[0].unconfirmed)
            except VaultProblem:
                cut_off = True
        assert cut_off or disk.left
    # Nothing is half-erased: what was to stay is there.
    assert {0, 2, 3} <= set(starts(house))
    house.reopen()
    assert {0, 2, 3} <= set(starts(house))
    erase(house, MINUTE, 2 * MINUTE)
    house.destroy()
    assert starts(house) == [0, 2, 3]
    assert not house.vault._parts.slots.is_live(old.id)
    for path in house.folder.rglob("*"):
        assert path.is_dir() or key not in path.read_bytes()


def test_a_chunk_that_is_damaged_does_not_stop_the_erasure_of_another(house: House) -> None:
    chunks = house.record(3)
    house.path(chunks[0]).write_bytes(b"x" * 600)
    house.path(chunks[1]).unlink()
    _, span = erase(house, 2 * MINUTE, 3 * MINUTE)
    assert span.chunks == 1
    assert house.chunks() == []


def test_a_disk_that_is_pulled_while_it_erases_costs_nothing_that_is_to_stay(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunks = house.record(3)
    elsewhere = house.folder.with_name("pulled")
    with monkeypatch.context() as patch:
        patch.setattr(erasure, "_keep_the_rest", _pulling(house.folder, elsewhere))
        with pytest.raises(VaultProblem, match="vault_missing"):
            erase(house, timedelta(0), MINUTE)
    with pytest.raises(VaultProblem, match="vault_missing"):
        erase(house, timedelta(0), MINUTE)
    elsewhere.rename(house.folder)
    assert starts(house) == [0, 1, 2]
    house.destroy(chunks[0].slot)
    house.folder.rename(elsewhere)
    with pytest.raises(VaultProblem, match="vault_missing"):
        house.vault.sweep()
    elsewhere.rename(house.folder)
    assert house.vault.sweep().files == 3


def _pulling(folder: Path, elsewhere: Path) -> Callable[..., None]:
    real = erasure._keep_the_rest

    def pull(*args: Any) -> None:
        folder.rename(elsewhere)
        real(*args)

    return pull


def test_without_an_index_a_part_hour_waits_for_it_to_be_made_anew(house: House) -> None:
    house.record(3)
    house.vault.close()
    (house.folder / "index.db").unlink()
    house.open()
    _, span = erase(house, timedelta(0), MINUTE)
    assert span.chunks == 1
    assert starts(house) == [1, 2]


def test_rewrapped_footage_outlives_its_hour(house: House) -> None:
    chunks = house.record(3)
    hold = open_apart(house.vault, DOOR, NOON, NOON + 99 * DAY)
    house.vault.rewrap([chunks[1].id], hold)
    assert [chunk.slot for chunk in house.chunks()] == [chunks[0].slot, hold, chunks[2].slot]
    house.destroy(chunks[0].slot)
    assert house.vault.sweep().files == 2
    house.now = NOON + 50 * DAY
    assert starts(house) == [1]
    house.reopen()
    house.vault.reconcile()
    assert starts(house) == [1]
    house.destroy(hold)
    assert house.vault.sweep().files == 1
    assert not list(house.folder.rglob("*.kbc"))


def test_what_a_hold_lets_go_falls_back_to_its_hour(house: House) -> None:
    chunks = house.record(2)
    hold = open_apart(house.vault, DOOR, NOON, None, end=NOON + DAY)
    house.vault.rewrap([chunk.id for chunk in chunks], hold)
    assert {chunk.due for chunk in house.chunks()} == {None}
    house.destroy(hold)
    assert house.vault.sweep().files == 0
    assert starts(house) == [0, 1]
    assert house.vault.summary(DOOR).chunks == 2


def test_erasing_footage_that_is_held_in_another_slot_destroys_both(house: House) -> None:
    chunks = house.record(3)
    hold = open_apart(house.vault, DOOR, NOON, None)
    house.vault.rewrap([chunks[0].id, chunks[1].id], hold)
    destroyed, _ = erase(house, timedelta(0), SECOND)
    assert {slot.id for slot in destroyed.erased} == {chunks[0].slot, hold}
    assert starts(house) == [1, 2]


def test_what_is_over_or_gone_cannot_be_rewrapped(house: House) -> None:
    chunks = house.record(2)
    hold = open_apart(house.vault, DOOR, NOON, NOON + 99 * DAY)
    with pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.rewrap([chunks[0].id, "00" * 16], hold)
    house.path(chunks[0]).write_bytes(house.path(chunks[1]).read_bytes())
    with pytest.raises(VaultProblem, match="footage_damaged"):
        house.vault.rewrap([chunks[0].id], hold)
    house.now = NOON + 30 * DAY
    with pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.rewrap([chunks[1].id], hold)


def test_rewrapping_is_durable_before_it_returns(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunks = house.record(2)
    hold = open_apart(house.vault, DOOR, NOON, NOON + 99 * DAY)
    disk = Disk(monkeypatch)
    house.vault.rewrap([chunk.id for chunk in chunks], hold)
    assert disk.calls == ["write_at", "write_at", "sync"] * 2
    assert not disk.unsynced


def test_with_a_full_disk_everything_can_still_be_erased(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that erasing does makes a file longer."""
    house.record(4, start=NOON + 58 * MINUTE)
    house.record(3, camera=YARD)
    before = {path: path.stat().st_size for path in house.folder.glob("*.[ab]")}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for name in ("create", "write", "allocate", "put", "make_folder"):
        monkeypatch.setattr(f"custom_components.kuma_bouhan.vault.files.{name}", full)
    erase(house, timedelta(0), 59 * MINUTE)
    house.vault.sweep()
    house.destroy(*(slot.id for slot in house.vault.slots()))
    assert house.vault.sweep().files == 6
    assert {path: path.stat().st_size for path in house.folder.glob("*.[ab]")} == before


def test_a_full_disk_keeps_nothing_from_being_erased_that_is_being_recorded(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr("custom_components.kuma_bouhan.vault.files.write", full)
        destroyed, span = erase(house, timedelta(0), MINUTE)
    assert (len(destroyed.erased), span.chunks) == (1, 1)
    assert house.chunks() == []
    writer.fragment(piece(NOON + 10 * SECOND))
    writer.close()
    assert len(house.chunks()) == 1


def test_a_restored_copy_brings_nothing_back(house: House, tmp_path: Path) -> None:
    chunks = house.record(2)
    house.vault.close()
    shutil.copytree(house.folder, tmp_path / "backup")
    house.open()
    house.destroy(chunks[0].slot)
    house.vault.close()
    shutil.rmtree(house.folder)
    shutil.copytree(tmp_path / "backup", house.folder)
    house.open()
    assert len(house.chunks()) == 2
    assert house.vault.again_destroy([chunks[0].slot, "00" * 16]) == 1
    assert house.vault.again_destroy([chunks[0].slot]) == 0
    assert house.chunks() == []
    assert house.vault.tombstones()[0].reason is ErasureReason.RESTORED


def test_copies_and_all_secrets_do_not_open_what_was_erased(house: House, tmp_path: Path) -> None:
    """Chunks, index, wraps and keys were copied; slots are as they stand after the erasure."""
    chunks = house.record(4)
    erase(house, 3 * MINUTE, 4 * MINUTE)  # so that there are wraps to copy
    kept = house.record(1, start=NOON + 2 * HOUR)[-1]
    house.vault.close()
    copy = tmp_path / "copy"
    shutil.copytree(house.folder, copy)
    house.open()
    house.destroy(*{chunk.slot for chunk in house.chunks()} - {kept.slot})
    house.vault.close()
    for name in ("slots.a", "slots.b"):
        shutil.copy(house.folder / name, copy / name)
    thief = House(copy, code=house.code)
    thief.open()
    thief.vault.reconcile()
    with (
        thief.vault.unlock("manager", PASSPHRASE) as opened,
        thief.vault.unlock_by_recovery_code(house.code) as recovered,
    ):
        assert thief.vault.read(recovered, kept, now=NOON).fragments
        for chunk in chunks:
            for keys in (opened, recovered):
                with pytest.raises(VaultProblem, match="footage_gone"):
                    thief.vault.read(keys, chunk, now=NOON)
    thief.vault.close()
    house.open()


def test_many_slots_are_swept(house: House) -> None:
    for hour in range(34):
        house.record(1, start=NOON + hour * HOUR, size=100)
    slots = [slot.id for slot in house.vault.slots()]
    assert len(house.destroy(*slots).erased) == 34
    assert house.vault.sweep().files == 34
    assert house.vault.count() == 0
    assert DOOR in {path.name for path in (house.folder / "footage").iterdir()}
