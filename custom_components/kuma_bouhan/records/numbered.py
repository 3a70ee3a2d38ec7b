"""Registers of what has a number and comes to an end: everything there ever was, and what of it is pending.

Whatever is entered in the book is told to everybody, and everybody asks what is pending: after ten years that is a few of
many hundreds. Both are written by `keep` alone, and what is pending follows from what is kept, without a clock.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol, override


class Pending(Protocol):
    """What a register is of; it does not change, another one is kept in its place."""

    @property
    def number(self) -> int:
        """Return its number."""

    @property
    def is_pending(self) -> bool:
        """Say whether somebody has to see to it still, now or later."""


class Numbered[T: Pending](Mapping[int, T]):
    """Everything of one kind by its number, in the order in which it began."""

    __slots__ = ("_all", "_pending")

    def __init__(self) -> None:
        """Begin with nothing."""
        self._all: dict[int, T] = {}
        self._pending: dict[int, T] = {}

    def keep(self, one: T) -> None:
        """Keep something new, or in the place of what has its number."""
        self._all[one.number] = one
        if one.is_pending:
            self._pending[one.number] = one
        else:
            self._pending.pop(one.number, None)

    @property
    def pending(self) -> Collection[T]:
        """Return what somebody has to see to still."""
        return self._pending.values()

    @override
    def __getitem__(self, number: int) -> T:
        return self._all[number]

    @override
    def __iter__(self) -> Iterator[int]:
        return iter(self._all)

    @override
    def __len__(self) -> int:
        return len(self._all)
