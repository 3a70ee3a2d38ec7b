"""A try at a passphrase costs half a second, whatever the machine, and never less than is safe."""

from pathlib import Path

import pytest

from custom_components.kuma_bouhan.vault.kdf import (
    FLOOR,
    SECONDS,
    KdfCost,
    calibrated,
    derived,
    free_memory_kib,
    seconds_of,
)

MIB = 1024
GIB = 1024 * MIB


def machine(speed: float):  # type: ignore[no-untyped-def]
    """Return the timer of a machine that goes through so many KiB in a second."""
    return lambda cost: cost.memory_kib * cost.iterations / speed


def takes(cost: KdfCost, speed: float) -> float:
    return cost.memory_kib * cost.iterations / speed


def test_nobody_pays_less_than_the_floor() -> None:
    assert KdfCost(memory_kib=64 * MIB, iterations=3, lanes=4) == FLOOR
    assert calibrated(machine(speed=10 * MIB), memory_kib=64 * GIB) == FLOOR


@pytest.mark.parametrize("speed", [450 * MIB, 700 * MIB, 1200 * MIB, 2000 * MIB, 4000 * MIB])
@pytest.mark.parametrize("memory", [0, 700 * MIB, 1500 * MIB, 64 * GIB])
def test_it_takes_about_half_a_second(speed: float, memory: int) -> None:
    cost = calibrated(machine(speed), memory_kib=memory)
    assert cost.memory_kib >= FLOOR.memory_kib
    assert cost.iterations >= FLOOR.iterations
    assert SECONDS * 0.8 <= takes(cost, speed) <= SECONDS * 1.2


@pytest.mark.parametrize(
    ("memory", "taken"),
    [(0, 64), (400 * MIB, 64), (1023 * MIB, 64), (GIB, 128), (2 * GIB, 256), (64 * GIB, 256)],
)
def test_memory_goes_first_where_the_machine_has_it(memory: int, taken: int) -> None:
    """A small computer that has 64 MiB to spare and no more is not made to swap."""
    assert calibrated(machine(4000 * MIB), memory_kib=memory).memory_kib == taken * MIB


def test_however_fast_a_machine_another_can_open_its_vault() -> None:
    cost = calibrated(machine(10**9), memory_kib=64 * GIB)
    assert cost == KdfCost(memory_kib=256 * MIB, iterations=32, lanes=4)
    assert calibrated(lambda _: 0.0, memory_kib=0) == FLOOR


def test_what_a_machine_has_to_spare(tmp_path: Path) -> None:
    assert free_memory_kib() > 0
    meminfo = tmp_path / "meminfo"
    assert free_memory_kib(meminfo) == 0
    meminfo.write_text("MemTotal:  2000 kB\nMemAvailable:   1234 kB\n")
    assert free_memory_kib(meminfo) == 1234
    for unreadable in ("MemTotal: 2000 kB\n", "MemAvailable: much\n", "MemAvailable:\n"):
        meminfo.write_text(unreadable)
        assert free_memory_kib(meminfo) == 0


def test_time_is_measured_by_deriving() -> None:
    assert seconds_of(KdfCost(memory_kib=64, iterations=1, lanes=1)) > 0
    one, other = (derived(b"a b", bytes(16), KdfCost(64, rounds, 1)) for rounds in (1, 2))
    assert one != other


def test_what_only_a_damaged_file_would_ask_for_is_not_paid() -> None:
    assert FLOOR.is_bearable
    assert KdfCost(8, 1, 1).is_bearable
    for cost in (
        KdfCost(memory_kib=2**40),
        KdfCost(iterations=10**9),
        KdfCost(iterations=0),
        KdfCost(lanes=0),
        KdfCost(lanes=10**6),
        KdfCost(memory_kib=31),
    ):
        assert not cost.is_bearable
