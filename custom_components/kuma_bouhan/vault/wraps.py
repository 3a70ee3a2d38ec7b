"""Re-wraps: chunks whose sealed key was wrapped again, under another slot than their home.

A small mirror of its own. Of a chunk's wraps under live slots the one counts whose slot lasts longest, of those that
last alike the newest; where there is none, the one in the chunk's header does. A wrap is as good as gone once
its slot's key is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
import struct
import threading

from .envelope import WRAPPED
from .reserve import FREE, Reserve

NAME = "wraps"
MAGIC = b"KBWR"
FIRST_RECORDS = 4096
_STEP = 2048
_RESERVE = 2048
"""Free records kept ahead of need: a day of one camera, so that re-wrapping needs no space."""

_WRAP = 1
_PAYLOAD = struct.Struct(f">BxxxQ16s16s{WRAPPED}s")


@dataclass(frozen=True, slots=True)
class Wrap:
    """A chunk's sealed key under another slot. `order` rises with every wrap of the vault."""

    chunk: str
    slot: str
    wrapped: bytes
    order: int


class Wraps:
    """All re-wraps of a vault. Thread-safe."""

    def __init__(
        self,
        folder: Path,
        vault: str,
        *,
        is_live: Callable[[str], bool],
        lasts: Callable[[str], datetime],
        writable: bool = True,
    ) -> None:
        """Read and mend both copies.

        `is_live` says whether a slot's key can be used, `lasts` until when a slot keeps its chunks.
        """
        self._lock = threading.RLock()
        self._is_live = is_live
        self._lasts = lasts
        self._mirror = Reserve(
            folder,
            NAME,
            MAGIC,
            bytes.fromhex(vault),
            ahead=_RESERVE,
            step=_STEP,
            writable=writable,
        )
        self._wraps: dict[str, list[Wrap]] = {}
        self._numbers: dict[int, int] = {}
        self._order = 0
        payloads, self.findings = self._mirror.load()
        for number, payload in payloads.items():
            self._keep(number, _decoded(payload))

    @staticmethod
    def create(folder: Path, vault: str) -> None:
        """Make the two files."""
        Reserve.create(folder, NAME, MAGIC, bytes.fromhex(vault), FIRST_RECORDS)

    def _keep(self, number: int, wrap: Wrap) -> None:
        self._wraps.setdefault(wrap.chunk, []).append(wrap)
        self._numbers[wrap.order] = number
        self._order = max(self._order, wrap.order)

    def of(self, chunk: str) -> Wrap | None:
        """Return the wrap that counts, or None where the header's does."""
        if chunk not in self._wraps:
            return None
        with self._lock:
            live = [wrap for wrap in self._wraps.get(chunk, ()) if self._is_live(wrap.slot)]
        return max(live, key=lambda wrap: (self._lasts(wrap.slot), wrap.order), default=None)

    def slots_of(self, chunk: str) -> set[str]:
        """Return the live slots, its home apart, under which a chunk's key is wrapped."""
        if chunk not in self._wraps:
            return set()
        with self._lock:
            return {wrap.slot for wrap in self._wraps.get(chunk, ()) if self._is_live(wrap.slot)}

    def under(self, slot: str) -> set[str]:
        """Return the chunks whose keys are wrapped under a slot that is not their home."""
        with self._lock:
            return {
                chunk
                for chunk, wraps in self._wraps.items()
                if any(wrap.slot == slot for wrap in wraps)
            }

    def counting(self) -> Iterator[Wrap]:
        """Yield the wrap that counts of every chunk that has one."""
        with self._lock:
            chunks = tuple(self._wraps)
        for chunk in chunks:
            if wrap := self.of(chunk):
                yield wrap

    def add(self, wraps: Iterable[tuple[str, str, bytes]]) -> None:
        """Add wraps (chunk, slot, wrapped key), durable in both copies on return."""
        with self._lock:
            fresh = [
                Wrap(chunk, slot, wrapped, self._order + number)
                for number, (chunk, slot, wrapped) in enumerate(wraps, 1)
            ]
            numbers = self._mirror.add([_encoded(wrap) for wrap in fresh])
            for number, wrap in zip(numbers, fresh, strict=True):
                self._keep(number, wrap)

    def forget(self, slots: Iterable[str]) -> None:
        """Free the wraps under destroyed slots, whose chunks have been dealt with."""
        gone = set(slots)
        with self._lock:
            dead = [wrap for wraps in self._wraps.values() for wrap in wraps if wrap.slot in gone]
            if not dead:
                return
            self._mirror.write({self._numbers[wrap.order]: FREE for wrap in dead})
            for wrap in dead:
                del self._numbers[wrap.order]
                left = self._wraps[wrap.chunk]
                left.remove(wrap)
                if not left:
                    del self._wraps[wrap.chunk]

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._mirror.close()


def _encoded(wrap: Wrap) -> bytes:
    return _PAYLOAD.pack(
        _WRAP, wrap.order, bytes.fromhex(wrap.chunk), bytes.fromhex(wrap.slot), wrap.wrapped
    )


def _decoded(payload: bytes) -> Wrap:
    _, order, chunk, slot, wrapped = _PAYLOAD.unpack_from(payload)
    return Wrap(chunk.hex(), slot.hex(), wrapped, order)
