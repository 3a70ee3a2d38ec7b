"""Re-wraps count from newest to oldest, as long as their slots live."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from custom_components.kuma_bouhan.vault import wraps as wraps_module
from custom_components.kuma_bouhan.vault.envelope import WRAPPED
from custom_components.kuma_bouhan.vault.mirror import Mirror
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.wraps import Wraps

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)
VAULT = "ab" * 16
CHUNK, OTHER = "c1" * 16, "c2" * 16
ONE, TWO, THREE = "51" * 16, "52" * 16, "53" * 16


@pytest.fixture
def live() -> set[str]:
    return {ONE, TWO, THREE}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(wraps_module, "FIRST_RECORDS", 4)
    monkeypatch.setattr(wraps_module, "_RESERVE", 2)
    monkeypatch.setattr(wraps_module, "_STEP", 3)
    Wraps.create(tmp_path, VAULT)
    return tmp_path


def opened(folder: Path, live: set[str]) -> Wraps:
    return Wraps(folder, VAULT, is_live=lambda slot: slot in live, lasts=lambda _: NOON)


def wrapped(number: int) -> bytes:
    return bytes([number]) * WRAPPED


def test_the_newest_wrap_under_a_living_slot_counts(folder: Path, live: set[str]) -> None:
    wraps = opened(folder, live)
    wraps.add([(CHUNK, ONE, wrapped(1)), (CHUNK, TWO, wrapped(2))])
    wraps.add([(CHUNK, THREE, wrapped(3))])
    for _ in range(2):
        live |= {TWO, THREE}
        for slot, number in ((THREE, 3), (TWO, 2), (ONE, 1)):
            found = wraps.of(CHUNK)
            assert found is not None
            assert (found.slot, found.wrapped) == (slot, wrapped(number))
            assert wraps.slots_of(CHUNK) == live
            live.discard(slot)
        assert wraps.of(CHUNK) is None
        assert list(wraps.counting()) == []
        live.add(ONE)
        wraps.close()
        wraps = opened(folder, live)
    assert wraps.of(OTHER) is None
    assert wraps.slots_of(OTHER) == set()
    wraps.close()


def test_the_one_that_lasts_longest_counts_over_newer_ones(folder: Path, live: set[str]) -> None:
    lasts = {ONE: NOON + DAY, TWO: NOON + 2 * DAY, THREE: NOON}
    wraps = Wraps(folder, VAULT, is_live=lambda slot: slot in live, lasts=lasts.__getitem__)
    wraps.add([(CHUNK, slot, wrapped(1)) for slot in (ONE, TWO, THREE)])
    for slot in (TWO, ONE, THREE):
        assert wraps.of(CHUNK).slot == slot  # type: ignore[union-attr]
        live.discard(slot)
    assert (wraps.under(ONE), wraps.under(OTHER)) == ({CHUNK}, set())
    wraps.close()


def test_there_is_always_room_and_what_is_forgotten_makes_more(
    folder: Path, live: set[str]
) -> None:
    wraps = opened(folder, live)
    for number in range(20):
        wraps.add([(f"{number:032x}", ONE, wrapped(number)), (f"{number:032x}", TWO, wrapped(0))])
    size = (folder / "wraps.a").stat().st_size
    wraps.forget([ONE])
    wraps.forget([ONE])
    assert wraps.of(f"{5:032x}").slot == TWO  # type: ignore[union-attr]
    wraps.add((f"{number:032x}", THREE, wrapped(1)) for number in range(18))
    assert (folder / "wraps.a").stat().st_size == size
    wraps.close()
    wraps = opened(folder, live)
    assert {wrap.slot for wrap in wraps.counting()} == {TWO, THREE}
    wraps.forget([TWO, THREE])
    assert wraps.of(f"{5:032x}") is None
    wraps.close()


def test_a_full_disk_leaves_the_reserve(
    folder: Path, live: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wraps = opened(folder, live)

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Mirror, "grow", full)
    wraps.add([(f"{number:032x}", ONE, wrapped(1)) for number in range(4)])
    with pytest.raises(OSError, match="full"):
        wraps.add([(CHUNK, ONE, wrapped(1))])
    assert wraps.of(CHUNK) is None
    wraps.close()


def test_without_either_copy_there_are_no_wraps(folder: Path, live: set[str]) -> None:
    for name in ("wraps.a", "wraps.b"):
        (folder / name).write_bytes(b"x" * 1024)
    with pytest.raises(VaultProblem, match="vault_damaged"):
        opened(folder, live)
