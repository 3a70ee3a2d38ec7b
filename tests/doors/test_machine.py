"""What the machine says of itself: asked for real."""

import ctypes
from uuid import UUID

import pytest

from custom_components.kuma_bouhan import machine


def test_a_boot_has_one_id() -> None:
    assert UUID(machine.boot_id()) == UUID(machine.boot_id())


def test_a_system_without_boot_ids_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(machine.Path, "read_text", absent)
    assert machine.boot_id() == ""


def test_time_since_boot_only_grows() -> None:
    assert 0 < machine.since_boot() <= machine.since_boot()


def test_the_kernel_says_whether_its_clock_is_synchronised() -> None:
    assert machine.is_synchronised() in {True, False}


@pytest.mark.parametrize(
    ("answer", "synchronised"), [(0, True), (4, True), (5, False), (-1, False)]
)
def test_only_an_error_means_that_it_is_not(
    monkeypatch: pytest.MonkeyPatch, answer: int, synchronised: bool
) -> None:
    class Library:
        @staticmethod
        def adjtimex(_buffer: object) -> int:
            return answer

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)
    assert machine.is_synchronised() is synchronised


def test_a_system_that_cannot_say_counts_as_not_synchronised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    assert not machine.is_synchronised()
