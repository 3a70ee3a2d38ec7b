"""A mirror that always has records free, so that what must not wait for space need not.

    free ──add: durable──▶ in use ──written as free──▶ free

Invariants:
1. A record whose payload begins with 0, or that was never written, is free.
2. A record leaves the free ones only once what it holds is durable in both copies.
3. Where the disk lets the mirror grow no more, the reserve is used up before anything fails.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .mirror import Findings, Mirror

FREE = bytes(1)
"""The payload of a record that may be used again."""


class Reserve(Mirror):
    """The mirror, and which of its records are free. Not thread-safe: its owner holds a lock."""

    def __init__(
        self,
        folder: Path,
        name: str,
        magic: bytes,
        vault: bytes,
        *,
        ahead: int,
        step: int,
        outranks: Callable[[bytes, bytes], bool] = lambda _one, _other: False,
        writable: bool = True,
    ) -> None:
        """Open both copies. `ahead` records are kept free, made `step` at a time."""
        super().__init__(folder, name, magic, vault, outranks=outranks, writable=writable)
        self._ahead = ahead
        self._step = step
        self._free: list[int] = []

    def load(self) -> tuple[dict[int, bytes], Findings]:
        """Return the payloads of the records in use, and mend what differs; closed where it fails."""
        try:
            payloads, findings = super().load()
        except BaseException:
            self.close()
            raise
        used = {
            number: payload for number, payload in payloads.items() if not payload.startswith(FREE)
        }
        self._free = [number for number in range(self.capacity, 0, -1) if number not in used]
        return used, findings

    def add(self, payloads: Sequence[bytes]) -> list[int]:
        """Put payloads into free records, durable in both copies on return; return which."""
        count = len(payloads)
        self._ensure(count)
        # The last ones of the list are taken; where writing fails they stay free.
        numbers = self._free[len(self._free) - count :]
        try:
            super().write(dict(zip(numbers, payloads, strict=True)))
        except OSError:
            # One copy may hold them already, and would count at the next opening.
            self.stamp(dict.fromkeys(numbers, FREE))
            raise
        del self._free[len(self._free) - count :]
        return numbers

    def write(self, payloads: Mapping[int, bytes]) -> None:
        """Overwrite records, durable in both copies on return; what is written `FREE` is free."""
        super().write(payloads)
        self._free[:0] = [number for number, payload in payloads.items() if payload == FREE]

    def _ensure(self, needed: int) -> None:
        while len(self._free) - needed < self._ahead:
            first = self.capacity + 1
            try:
                self.grow(self._step)
            except OSError:
                if len(self._free) < needed:
                    raise
                return
            self._free[:0] = range(first + self._step - 1, first - 1, -1)
