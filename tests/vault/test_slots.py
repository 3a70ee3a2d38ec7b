"""Slots keep their keys for as long as they live, and not a moment longer."""

from collections.abc import Iterator
import contextlib
from datetime import datetime, timedelta
import errno
import os
from pathlib import Path
import shutil
import tempfile

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import slots as slots_module
from custom_components.kuma_bouhan.vault.mirror import RECORD, Mirror
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.slot import _REASONS, Slot, SlotState
from custom_components.kuma_bouhan.vault.slots import Slots

from ..faults import Fault
from ..oscalls import watched
from .disk import Disk, PowerCutError
from .pieces import DAY, DOOR, HOUR, NOON, YARD

VAULT = "ab" * 16


def numbered() -> object:
    """Return a source of bytes that never repeat."""
    count = iter(range(1, 1 << 30))
    return lambda size: next(count).to_bytes(4) * (size // 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Slots.create(tmp_path, VAULT)
    return tmp_path


def opened(folder: Path, **options: object) -> Slots:
    return Slots(folder, VAULT, random=os.urandom, **options)  # type: ignore[arg-type]


@pytest.fixture
def slots(folder: Path) -> Iterator[Slots]:
    made = opened(folder)
    yield made
    made.close()


def a_slot(slots: Slots, hour: int = 0, *, due: datetime | None = NOON + DAY) -> Slot:
    return slots.open(DOOR, NOON + hour * HOUR, NOON + (hour + 1) * HOUR, due)


def contents(folder: Path) -> bytes:
    return (folder / "slots.a").read_bytes() + (folder / "slots.b").read_bytes()


def test_a_slot_and_its_key_are_there_again_after_closing(slots: Slots, folder: Path) -> None:
    slot = a_slot(slots)
    key = slots.key(slot.id)
    slots.close()
    again = opened(folder)
    assert again.get(slot.id) == slot
    assert again.key(slot.id) == key
    again.close()


def test_a_key_stands_in_both_copies_before_the_slot_is_used(slots: Slots, folder: Path) -> None:
    key = slots.key(a_slot(slots).id)
    assert key in (folder / "slots.a").read_bytes()
    assert key in (folder / "slots.b").read_bytes()


def test_a_destroyed_key_stands_nowhere(slots: Slots, folder: Path) -> None:
    keep, gone = a_slot(slots, 0), a_slot(slots, 1)
    keys = slots.key(keep.id), slots.key(gone.id)
    done = slots.destroy([gone.id], ErasureReason.PERIOD_OVER, NOON + 2 * DAY)
    (erased,) = done.erased
    assert not done.unconfirmed
    assert (erased.reason, erased.erased_at) == (ErasureReason.PERIOD_OVER, NOON + 2 * DAY)
    assert erased.confirmed
    assert keys[0] in contents(folder)
    assert keys[1] not in contents(folder)
    with pytest.raises(VaultProblem, match="footage_gone"):
        slots.key(gone.id)


def test_destroying_twice_does_nothing_more(slots: Slots) -> None:
    slot = a_slot(slots)
    assert slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON).erased
    again = slots.destroy([slot.id, "00" * 16], ErasureReason.PERIOD_OVER, NOON)
    assert again.erased == again.unconfirmed == ()


def test_many_are_destroyed_with_two_syncs(slots: Slots, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [a_slot(slots, hour).id for hour in range(50)]
    disk = Disk(monkeypatch)
    assert len(slots.destroy(ids, ErasureReason.PERIOD_OVER, NOON).erased) == 50
    assert disk.calls.count("sync") == 2
    assert disk.calls[:50] == ["write_at"] * 50
    assert disk.calls[50] == "sync"


def test_a_record_is_used_again_only_when_swept_and_entered(slots: Slots, folder: Path) -> None:
    slot = a_slot(slots)
    slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    slots.entered([slot.id])
    assert slots.get(slot.id) is not None
    slots.close()
    again = opened(folder)
    assert again.get(slot.id).entered  # type: ignore[union-attr]
    again.swept({slot.id: (60, 999)})
    assert again.get(slot.id) is None
    again.close()
    once_more = opened(folder)
    assert once_more.get(slot.id) is None
    once_more.close()


def test_a_swept_tombstone_says_what_went(slots: Slots) -> None:
    slot = a_slot(slots)
    slots.destroy([slot.id], ErasureReason.NO_LONGER_NEEDED, NOON)
    slots.swept({slot.id: (60, 999), "00" * 16: (1, 1)})
    (tombstone,) = slots.tombstones()
    assert (tombstone.files, tombstone.bytes, tombstone.swept) == (60, 999, True)
    assert tombstone.reason is ErasureReason.NO_LONGER_NEEDED


def test_settling_leaves_live_slots_alone(slots: Slots) -> None:
    slot = a_slot(slots)
    slots.swept({slot.id: (1, 1)})
    slots.entered([slot.id])
    assert slots.is_live(slot.id)


def test_a_slot_is_dated_later(slots: Slots, folder: Path) -> None:
    slot = a_slot(slots, due=None)
    slots.set_due({slot.id: NOON + DAY, "00" * 16: NOON})
    slots.close()
    again = opened(folder)
    assert again.get(slot.id).due == NOON + DAY  # type: ignore[union-attr]
    again.close()


def test_a_destroyed_slot_cannot_be_dated(slots: Slots) -> None:
    slot = a_slot(slots)
    slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    slots.set_due({slot.id: NOON + 99 * DAY})
    assert slots.get(slot.id).due == NOON + DAY  # type: ignore[union-attr]


def test_a_camera_records_into_one_slot_an_hour(slots: Slots) -> None:
    def due(end: datetime) -> datetime:
        return end + DAY

    one = slots.home(DOOR, NOON, HOUR, due)
    assert slots.home(DOOR, NOON, HOUR, due) == one
    assert one.due == NOON + HOUR + DAY
    assert slots.home(YARD, NOON, HOUR, due) != one
    assert slots.home(DOOR, NOON + HOUR, HOUR, due) != one
    slots.open(DOOR, NOON, NOON + HOUR, None, apart=True)
    assert slots.home(DOOR, NOON, HOUR, due) == one
    slots.destroy([one.id], ErasureReason.PERIOD_OVER, NOON)
    assert slots.home(DOOR, NOON, HOUR, due).id != one.id


def test_there_is_always_room_for_more(slots: Slots) -> None:
    slots._mirror._ahead, slots._mirror._step = 1020, 8
    ids = {a_slot(slots, hour).id for hour in range(40)}
    assert len(ids) == 40
    assert {slot.id for slot in slots.standing()} == ids


def test_a_full_disk_uses_up_the_reserve_and_destroys_all_the_same(
    slots: Slots, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots._mirror._ahead = 5000
    # The first ones are in use already.
    del slots._mirror._free[8:]
    disk = Disk(monkeypatch)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Mirror, "grow", full)
    ids = [a_slot(slots, hour).id for hour in range(8)]
    with pytest.raises(OSError, match="full"):
        a_slot(slots)
    assert len(slots.destroy(ids, ErasureReason.PERIOD_OVER, NOON).erased) == len(ids)
    assert "allocate" not in disk.calls


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EROFS])
@pytest.mark.parametrize("after", range(4))
def test_what_the_disk_refuses_to_destroy_is_shown_to_nobody_and_tried_again(
    slots: Slots, folder: Path, monkeypatch: pytest.MonkeyPatch, error: int, after: int
) -> None:
    slot = a_slot(slots)
    key = slots.key(slot.id)
    disk = Disk(monkeypatch)
    with disk.acting(after, error):
        disk.left = after
        done = slots.destroy([slot.id], ErasureReason.NO_LONGER_NEEDED, NOON)
    assert done.unconfirmed == (slot.id,)
    assert not done.erased
    assert not slots.is_live(slot.id)
    with pytest.raises(VaultProblem, match="footage_gone"):
        slots.key(slot.id)
    # It is due since then, whatever its period: whoever erases what is due tries it again.
    (standing,) = slots.standing()
    assert (standing.state, standing.due) == (SlotState.UNCONFIRMED, NOON)
    (erased,) = slots.destroy([], ErasureReason.PERIOD_OVER, NOON + DAY).erased
    assert (erased.reason, erased.erased_at) == (ErasureReason.NO_LONGER_NEEDED, NOON)
    assert key not in contents(folder)


@pytest.mark.parametrize("after", range(4))
def test_a_slot_that_could_not_be_opened_is_not_there_later_either(
    slots: Slots, folder: Path, after: int
) -> None:
    fault = Fault(errno.EIO, after, lasting=False)
    with watched(folder, fault.hear), pytest.raises(OSError, match="error"):
        a_slot(slots)
    slots.close()
    again = opened(folder)
    assert again.standing() == again.tombstones() == ()
    again.close()


@pytest.mark.parametrize("copy", ["slots.a", "slots.b"])
def test_a_tombstone_in_either_copy_wins(folder: Path, copy: str) -> None:
    slots = opened(folder)
    slot = a_slot(slots)
    key = slots.key(slot.id)
    alive = (folder / copy).read_bytes()
    slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    slots.close()
    (folder / copy).write_bytes(alive)
    again = opened(folder)
    assert not again.is_live(slot.id)
    assert again.tombstones()[0].confirmed
    assert key not in contents(folder)
    again.close()


@pytest.mark.parametrize("copy", ["slots.a", "slots.b"])
def test_a_tombstone_wins_over_a_live_record_that_was_written_later(
    folder: Path, copy: str
) -> None:
    slots = opened(folder)
    slot = a_slot(slots)
    key = slots.key(slot.id)
    slots.close()
    before = {name: (folder / name).read_bytes() for name in ("slots.a", "slots.b")}
    slots = opened(folder)
    for days in range(2, 9):
        slots.set_due({slot.id: NOON + days * DAY})
    slots.close()
    later = (folder / copy).read_bytes()
    for name, data in before.items():
        (folder / name).write_bytes(data)
    slots = opened(folder)
    slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    slots.close()
    (folder / copy).write_bytes(later)
    again = opened(folder)
    assert [tombstone.id for tombstone in again.tombstones()] == [slot.id]
    assert key not in contents(folder)
    again.close()


def test_a_disk_that_says_it_wrote_and_did_not_is_not_believed(
    slots: Slots, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = a_slot(slots)
    key, real = slots.key(slot.id), os.pwrite

    def lie(descriptor: int, data: bytes, offset: int) -> int:
        if os.readlink(f"/proc/self/fd/{descriptor}").endswith("slots.b"):  # noqa: PTH115
            return len(data)
        return real(descriptor, data, offset)

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", lie)
        done = slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    assert done.unconfirmed == (slot.id,)
    assert key in contents(folder)
    with pytest.raises(VaultProblem, match="footage_gone"):
        slots.key(slot.id)
    assert slots.destroy([], ErasureReason.PERIOD_OVER, NOON).erased
    assert key not in contents(folder)


@pytest.mark.parametrize("copy", ["slots.a", "slots.b"])
def test_any_flipped_byte_of_one_copy_is_served_by_the_other_and_mended(
    folder: Path, copy: str
) -> None:
    slots = opened(folder)
    slot, gone = a_slot(slots, 0), a_slot(slots, 1)
    key = slots.key(slot.id)
    slots.destroy([gone.id], ErasureReason.PERIOD_OVER, NOON)
    slots.close()
    right = (folder / copy).read_bytes()
    for place in range(0, 3 * RECORD, 7):
        flipped = bytearray(right)
        flipped[place] ^= 0x10
        (folder / copy).write_bytes(flipped)
        again = opened(folder)
        assert again.key(slot.id) == key
        assert not again.is_live(gone.id)
        assert again.findings.damaged == {copy: 1}
        assert not again.findings.lost
        again.close()
        assert (folder / copy).read_bytes() == right


@pytest.mark.parametrize("copy", ["slots.a", "slots.b"])
@pytest.mark.parametrize("size", [None, 0, 100, RECORD, 2 * RECORD, 2 * RECORD + 77])
def test_a_copy_that_is_cut_short_or_missing_is_mended(
    folder: Path, copy: str, size: int | None
) -> None:
    slots = opened(folder)
    ids = [a_slot(slots, hour).id for hour in range(3)]
    slots.destroy(ids[2:], ErasureReason.PERIOD_OVER, NOON)
    slots.close()
    right = (folder / copy).read_bytes()
    if size is None:
        (folder / copy).unlink()
    else:
        (folder / copy).write_bytes(right[:size])
    again = opened(folder)
    assert again.findings.truncated
    assert [again.is_live(id_) for id_ in ids] == [True, True, False]
    again.close()
    assert (folder / copy).read_bytes() == right


def test_a_record_damaged_in_both_copies_costs_that_slot_alone(folder: Path) -> None:
    slots = opened(folder)
    lost, kept = a_slot(slots, 0), a_slot(slots, 1)
    slots.close()
    for copy in ("slots.a", "slots.b"):
        data = bytearray((folder / copy).read_bytes())
        data[RECORD + 50] ^= 1
        (folder / copy).write_bytes(data)
    again = opened(folder)
    assert again.findings.lost == 1
    assert not again.is_live(lost.id)
    assert again.is_live(kept.id)
    again.close()


def test_anothers_copy_counts_for_nothing(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    Slots.create(other, "cd" * 16)
    theirs = Slots(other, "cd" * 16, random=bytes)
    for hour in range(3):
        theirs.open(YARD, NOON + hour * HOUR, NOON + HOUR, None)
    theirs.close()
    slots = opened(folder)
    slot = a_slot(slots)
    slots.close()
    shutil.copy(other / "slots.a", folder / "slots.a")
    again = opened(folder)
    assert [found.id for found in again.standing()] == [slot.id]
    again.close()


def test_without_either_copy_there_is_no_vault(folder: Path) -> None:
    (folder / "slots.a").write_bytes(b"")
    (folder / "slots.b").write_bytes(b"")
    with pytest.raises(VaultProblem, match="vault_damaged"):
        opened(folder)
    (folder / "slots.a").unlink()
    (folder / "slots.b").unlink()
    with pytest.raises(VaultProblem, match="vault_damaged"):
        opened(folder)


def test_a_disk_that_refuses_the_mending_leaves_the_tombstone_in_doubt(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = opened(folder)
    slot = a_slot(slots)
    alive = (folder / "slots.b").read_bytes()
    slots.destroy([slot.id], ErasureReason.PERIOD_OVER, NOON)
    slots.close()
    (folder / "slots.b").write_bytes(alive)
    disk = Disk(monkeypatch)
    with disk.acting(0, errno.EIO):
        again = opened(folder)
        assert again.findings.unmended
    assert again.get(slot.id).state is SlotState.UNCONFIRMED  # type: ignore[union-attr]
    assert again.destroy([], ErasureReason.PERIOD_OVER, NOON).erased[0].id == slot.id
    again.close()


def test_reading_only_changes_nothing(folder: Path) -> None:
    slots = opened(folder)
    slot = a_slot(slots)
    slots.close()
    (folder / "slots.b").unlink()
    before = (folder / "slots.a").read_bytes()
    again = opened(folder, writable=False)
    assert again.is_live(slot.id)
    again.close()
    assert (folder / "slots.a").read_bytes() == before
    assert not (folder / "slots.b").exists()


def test_every_reason_has_its_code() -> None:
    assert set(_REASONS) == set(ErasureReason)


def test_no_slot_shows_its_key(slots: Slots) -> None:
    slot = a_slot(slots)
    assert slots.key(slot.id).hex() not in repr(slot)
    assert repr(slots.key(slot.id)) not in repr(slot)


class PowerCuts(RuleBasedStateMachine):
    """Whatever is acknowledged survives a power cut at any write, and nothing erased comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.folder = Path(tempfile.mkdtemp())
        self.hours = 0
        self.live: dict[str, tuple[bytes, datetime]] = {}
        """Acknowledged: key and due."""
        self.erased: dict[str, bytes] = {}
        """Acknowledged as destroyed: the key that must be nowhere."""

    @initialize()
    def make(self) -> None:
        self.patch.setattr(slots_module, "FIRST_RECORDS", 6)
        self.patch.setattr(slots_module, "_RESERVE", 2)
        self.patch.setattr(slots_module, "_STEP", 4)
        Slots.create(self.folder, VAULT)
        self.disk = Disk(self.patch)
        self.slots = opened(self.folder)

    def teardown(self) -> None:
        self.slots.close()
        self.patch.undo()
        shutil.rmtree(self.folder)

    @contextlib.contextmanager
    def power(self, data: st.DataObject) -> Iterator[None]:
        """Cut the power at some call, or not."""
        after = data.draw(st.none() | st.integers(0, 9), label="power cut after")
        self.disk.left, self.disk.error = after, None
        try:
            yield
        except PowerCutError:
            self.disk.left = None
            self.slots.close()
            flips = data.draw(st.lists(st.booleans(), min_size=64, max_size=64), label="kept")
            kept = iter(flips * 1000)
            self.disk.cut_power(lambda: next(kept))
            self.slots = opened(self.folder)
            self.check()
        finally:
            self.disk.left = None

    @rule(data=st.data())
    def open_one(self, data: st.DataObject) -> None:
        with self.power(data):
            self.hours += 1
            slot = a_slot(self.slots, self.hours)
            self.live[slot.id] = (self.slots.key(slot.id), NOON + DAY)

    @precondition(lambda self: self.live)
    @rule(data=st.data(), days=st.integers(1, 9))
    def date(self, data: st.DataObject, days: int) -> None:
        slot = data.draw(st.sampled_from(sorted(self.live)))
        key, before = self.live.pop(slot)
        after = NOON + timedelta(days=days)
        with self.power(data):
            self.slots.set_due({slot: after})
            before = after
        found = self.slots.get(slot)
        assert found is not None
        assert found.due in (before, after)
        self.live[slot] = (key, found.due)

    @precondition(lambda self: self.live)
    @rule(data=st.data(), count=st.integers(1, 3))
    def destroy(self, data: st.DataObject, count: int) -> None:
        doomed = data.draw(st.permutations(sorted(self.live)))[:count]
        keys = {slot: self.live.pop(slot)[0] for slot in doomed}
        with self.power(data):
            done = self.slots.destroy(doomed, ErasureReason.PERIOD_OVER, NOON)
            assert {slot.id for slot in done.erased} == set(doomed)
            self.erased |= keys
            return
        # Cut off: each is either destroyed or as it was, and can be destroyed again.
        left = [slot for slot in doomed if self.slots.is_live(slot)]
        for slot in left:
            assert self.slots.key(slot) == keys[slot]
        self.slots.destroy(left, ErasureReason.PERIOD_OVER, NOON)
        self.erased |= keys

    @rule(data=st.data())
    def settle(self, data: st.DataObject) -> None:
        ids = [slot.id for slot in self.slots.tombstones()]
        with self.power(data):
            self.slots.swept(dict.fromkeys(ids, (1, 1)))
            self.slots.entered(ids)

    @rule()
    def close_and_open(self) -> None:
        self.slots.close()
        self.slots = opened(self.folder)
        self.check()

    def check(self) -> None:
        for slot, (key, due) in self.live.items():
            assert self.slots.key(slot) == key
            assert self.slots.get(slot).due == due  # type: ignore[union-attr]
        held = contents(self.folder)
        for slot, key in self.erased.items():
            assert not self.slots.is_live(slot)
            assert key not in held
        assert not self.slots.findings.lost


TestPowerCuts = PowerCuts.TestCase
TestPowerCuts.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
