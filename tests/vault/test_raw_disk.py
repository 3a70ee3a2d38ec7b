"""On a real file system, looked at from below: ext4 in a file, mounted.

Without root, or where nothing can be mounted, these are skipped and say why; `test_power_cuts` needs
neither.
"""

import copy
from itertools import batched
import os
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import files, slots as slots_module, wraps as wraps_module
from custom_components.kuma_bouhan.vault.envelope import unwrap
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.mirror import RECORD
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.reading import read_header

from ..image import copy_image, found_on, make_image, mounted
from ..oscalls import Call, watched
from .conftest import PASSPHRASE, House
from .life import TIMING, Ledger, Life
from .pieces import DAY, DOOR, HOUR, NOON

MIB = 1024 * 1024


@pytest.fixture
def image(tmp_path: Path) -> Path:
    file = tmp_path / "image"
    make_image(file, 40 * MIB)
    return file


@pytest.fixture
def short_mirrors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (slots_module, wraps_module):
        monkeypatch.setattr(module, "FIRST_RECORDS", 8)
        monkeypatch.setattr(module, "_STEP", 8)
        monkeypatch.setattr(module, "_RESERVE", 4)


@pytest.mark.timeout(600)
def test_of_many_erased_keys_none_is_left_on_the_raw_disk(
    image: Path, monkeypatch: pytest.MonkeyPatch, thorough: bool
) -> None:
    count = 10_000 if thorough else 500
    with mounted(image) as folder:
        house = House(folder / "vault")
        house.found()
        expired, kept = house.record(2, size=2_000), house.record(1, start=NOON + HOUR)[-1:]
        slots = house.vault._parts.slots
        live = {slot.id: slots.key(slot.id) for slot in slots.standing()}
        with monkeypatch.context() as hasty:
            hasty.setattr(files, "sync", lambda _: None)
            for number in range(count):
                hour = NOON + number * HOUR
                slot = slots.open(DOOR, hour, hour + HOUR, NOON + DAY, apart=True)
                live[slot.id] = slots.key(slot.id)
        house.vault.close()
        os.sync()
        # Whoever looks like this does find what is there.
        assert found_on(image, list(live.values())) == set(live.values())
        copied = image.with_name("copied")
        shutil.copytree(house.folder, copied)
        house.open()
        doomed = [slot for slot in live if slot != kept[0].slot]
        dead = {slot: live.pop(slot) for slot in doomed}
        for slots_ in batched(doomed, 25, strict=False):
            destroyed = house.vault.destroy(slots_, ErasureReason.PERIOD_OVER, NOON)
            assert len(destroyed.erased) == len(slots_)
            house.vault.sweep()
            house.vault.entered(slots_[::2])
        house.vault.close()
        for name in ("slots.a", "slots.b"):
            shutil.copy(house.folder / name, copied / name)
    assert len(dead) > count
    assert not found_on(image, list(dead.values()))
    assert found_on(image, list(live.values())) == set(live.values())
    _opens_nothing(House(copied, code=house.code), expired, kept[0])


def _opens_nothing(thief: House, expired: list[ChunkFacts], kept: ChunkFacts) -> None:
    """See that with all ciphertext, databases and secrets from before, only what was kept opens.

    Neither by the vault's own rules nor by trying every key that stands anywhere in its records.
    """
    records = b"".join((thief.folder / f"slots.{name}").read_bytes() for name in "ab")
    assert _fits(thief, kept, records)
    assert not any(_fits(thief, chunk, records) for chunk in (expired[0], expired[-1]))
    thief.open()
    thief.vault.reconcile()
    with (
        thief.vault.unlock("manager", PASSPHRASE) as opened,
        thief.vault.unlock_by_recovery_code(thief.code) as recovered,
    ):
        for keys in (opened, recovered):
            assert thief.vault.read(keys, kept, now=NOON).fragments
            for chunk in expired:
                with pytest.raises(VaultProblem, match="footage_gone"):
                    thief.vault.read(keys, chunk, now=NOON)
    thief.vault.close()


def _fits(thief: House, chunk: ChunkFacts, records: bytes) -> bool:
    """Say whether any 32 bytes of the slots' records, at every fourth place, are the key to a chunk's data key."""
    header = read_header(thief.path(chunk))
    tried = {
        records[start : start + 32]
        for record in range(0, len(records), RECORD)
        for start in range(record, record + RECORD - 31, 4)
        if records[start : start + 32].strip(b"\0")
    }
    for key in tried:
        try:
            unwrap(header.wrapped, key, chunk.slot, header.place)
        except VaultProblem:
            continue
        return True
    return False


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("short_mirrors")
def test_a_disk_that_is_copied_while_it_is_mounted_has_all_that_was_acknowledged(
    image: Path, thorough: bool
) -> None:
    chance, ledger = random.Random(5), Ledger()
    copies: list[tuple[Path, Ledger]] = []

    def hear(call: Call) -> None:
        if call.changes and chance.random() < (0.2 if thorough else 0.015):
            target = image.with_name(f"copy{len(copies)}")
            copy_image(image, target)
            copies.append((target, copy.deepcopy(ledger)))

    with mounted(image) as folder:
        house = House(folder / "vault", timing=TIMING)
        house.found()
        with watched(folder, hear):
            life = Life(house.vault, ledger, random.Random(5))
            for _ in range(60):
                life.turn()
        house.vault.close()
    assert len(copies) >= 5
    assert copies[-1][1].dead_keys
    for number, (target, then) in enumerate(copies):
        if number % 4 == len(copies) % 4:
            assert not found_on(target, list(then.dead_keys.values()))
        with mounted(target) as folder:
            again = House(folder / "vault", timing=TIMING)
            again.open()
            again.vault.reconcile()
            then.check(again)
            again.vault.close()
        target.unlink()
