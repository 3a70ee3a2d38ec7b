"""Slots: the keys of camera-hours, which exist to be destroyed.

    free ──opened, durable in both copies──▶ live ──destroy──▶ unconfirmed ──read back──▶ erased
     ▲                                                              ▲  │
     │                                          the disk refused    └──┘ destroyed again
     └──────────── swept (its files are gone) and entered (in the book) ◀── erased

Invariants:
1. A slot is durable in both copies before anything is encrypted under it.
2. A tombstone, valid in either copy, wins over the live record of the same slot.
3. What is not proved destroyed is unconfirmed: its key is given out no more, and it is destroyed
   again with the next call.
4. A record is used again only after the slot's files are gone and the book has entered it.
5. Keys are read from the disk when they are needed and kept nowhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
import struct
import threading

from ..guideline.retention import ErasureReason
from .mirror import Findings, Mirror
from .moments import micros, moment, moment_or_none
from .problems import VaultProblem

NAME = "slots"
MAGIC = b"KBSL"
FIRST_RECORDS = 1024
_STEP = 256
_RESERVE = 64
"""Free records kept ahead of need."""

_PAYLOAD = struct.Struct(">BBBB16s16sqqqqIQ32s")
_NO_ID, _NO_KEY = bytes(16), bytes(32)
_FREE, _LIVE, _TOMBSTONE = 0, 1, 2
_SWEPT, _ENTERED, _APART = 1, 2, 4
_REASONS = {
    ErasureReason.PERIOD_OVER: 1,
    ErasureReason.NO_LONGER_NEEDED: 2,
    ErasureReason.RESTORED: 3,
}
_REASON_OF = {code: reason for reason, code in _REASONS.items()}


class SlotState(StrEnum):
    """Whether a slot's key is there."""

    LIVE = "live"
    UNCONFIRMED = "unconfirmed"
    """Destroyed, but not proved: shown to nobody, and destroyed again."""
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A camera-hour, or part of one that is kept apart. Never holds the key."""

    id: str
    camera: str
    start: datetime
    end: datetime
    due: datetime | None
    """When it has outlived its period; None while the clock was in doubt when it was opened."""
    state: SlotState = SlotState.LIVE
    erased_at: datetime | None = None
    reason: ErasureReason | None = None
    apart: bool = False
    """Not for recording into: chunks are re-wrapped to it."""
    files: int = 0
    """Files removed with it, known once it is swept."""
    bytes: int = 0
    swept: bool = False
    entered: bool = False

    @property
    def is_live(self) -> bool:
        """Say whether its key can be used."""
        return self.state is SlotState.LIVE

    def is_shown(self, now: datetime) -> bool:
        """Say whether its footage may be shown: its key is there and its period not over."""
        return self.is_live and (self.due is None or self.due > now)

    @property
    def confirmed(self) -> bool:
        """Say whether its key is proved destroyed."""
        return self.state is SlotState.ERASED


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What a call destroyed: proved, and not proved (to be destroyed again)."""

    erased: tuple[Slot, ...] = ()
    unconfirmed: tuple[str, ...] = ()


class Slots:
    """All slots of a vault, in memory without keys, on disk twice. Thread-safe."""

    def __init__(
        self,
        folder: Path,
        vault: str,
        *,
        random: Callable[[int], bytes],
        writable: bool = True,
    ) -> None:
        """Read and mend both copies; finish erasures that a crash cut off."""
        self.lock = threading.RLock()
        """Held while a slot must not change its state."""
        self._random = random
        self._mirror = Mirror(
            folder, NAME, MAGIC, bytes.fromhex(vault), outranks=_outranks, writable=writable
        )
        self._slots: dict[str, Slot] = {}
        self._numbers: dict[str, int] = {}
        self._unconfirmed: set[str] = set()
        self._homes: dict[tuple[str, datetime, datetime], str] = {}
        try:
            payloads, self.findings = self._mirror.load()
        except BaseException:
            self._mirror.close()
            raise
        self._free = []
        for number in range(self._mirror.capacity, 0, -1):
            payload = payloads.get(number)
            if payload is None or payload[0] == _FREE:
                self._free.append(number)
            else:
                self._keep(number, _decoded(payload))
        if writable:
            self._prove_tombstones(self.findings)

    @staticmethod
    def create(folder: Path, vault: str) -> None:
        """Make the two files."""
        Mirror.create(folder, NAME, MAGIC, bytes.fromhex(vault), FIRST_RECORDS)

    def _keep(self, number: int, slot: Slot) -> None:
        self._slots[slot.id] = slot
        self._numbers[slot.id] = number
        if slot.is_live and not slot.apart:
            self._homes[slot.camera, slot.start, slot.end] = slot.id

    def _prove_tombstones(self, findings: Findings) -> None:
        """Doubt tombstones that the disk does not hold twice: they are stamped again."""
        fresh = {
            self._numbers[slot.id]: slot
            for slot in self._slots.values()
            if slot.confirmed and (not slot.entered or self._numbers[slot.id] in findings.unmended)
        }
        proved = self._mirror.proved(fresh)
        for number, slot in fresh.items():
            if number not in proved or number in findings.unmended:
                self._slots[slot.id] = replace(slot, state=SlotState.UNCONFIRMED)
                self._unconfirmed.add(slot.id)

    # Knowing ---------------------------------------------------------------------------------

    def get(self, slot: str) -> Slot | None:
        """Return a slot that there is a record of."""
        return self._slots.get(slot)

    def is_live(self, slot: str) -> bool:
        """Say whether a slot's key can be used."""
        found = self._slots.get(slot)
        return found is not None and found.is_live

    def shown(self, slot: str, now: datetime) -> Slot | None:
        """Return a slot whose footage may be shown, None for any other."""
        found = self._slots.get(slot)
        return found if found is not None and found.is_shown(now) else None

    def standing(self) -> tuple[Slot, ...]:
        """Return the slots whose key is not proved destroyed.

        One that is unconfirmed is due since it was erased: whoever erases what is due
        tries it again.
        """
        with self.lock:
            slots = [slot for slot in self._slots.values() if not slot.confirmed]
        return tuple(slot if slot.is_live else replace(slot, due=slot.erased_at) for slot in slots)

    def tombstones(self) -> tuple[Slot, ...]:
        """Return the slots that are proved destroyed."""
        with self.lock:
            return tuple(slot for slot in self._slots.values() if slot.confirmed)

    def key(self, slot: str) -> bytes:
        """Return a live slot's key; raises footage_gone for any other."""
        with self.lock:
            if self.is_live(slot):
                payload = self._mirror.read(self._numbers[slot])
                if payload is not None:
                    state, *_, id_, _, _, _, _, _, _, _, key = _PAYLOAD.unpack_from(payload)
                    if state == _LIVE and id_.hex() == slot:
                        return bytes(key)
        raise VaultProblem("footage_gone")

    # Opening and dating ----------------------------------------------------------------------

    def home(
        self,
        camera: str,
        start: datetime,
        length: timedelta,
        due: Callable[[datetime], datetime | None],
    ) -> Slot:
        """Return the live slot that a camera records into, opened where there is none."""
        with self.lock:
            end = start + length
            known = self._homes.get((camera, start, end))
            if known is not None:
                return self._slots[known]
            return self.open(camera, start, end, due(end))

    def open(
        self,
        camera: str,
        start: datetime,
        end: datetime,
        due: datetime | None,
        *,
        apart: bool = False,
    ) -> Slot:
        """Open a slot with a fresh key, durable in both copies on return."""
        with self.lock:
            self._ensure_reserve()
            slot = Slot(
                id=self._random(16).hex(), camera=camera, start=start, end=end, due=due, apart=apart
            )
            number = self._free[-1]
            # Where this fails the record stays free: nothing was ever encrypted under it.
            self._mirror.write({number: _encoded(slot, self._random(32))})
            self._free.pop()
            self._keep(number, slot)
            return slot

    def _ensure_reserve(self) -> None:
        if len(self._free) > _RESERVE:
            return
        first = self._mirror.capacity + 1
        try:
            self._mirror.grow(_STEP)
        except OSError:
            if not self._free:
                raise
        else:
            self._free[:0] = range(first + _STEP - 1, first - 1, -1)

    def set_due(self, due: Mapping[str, datetime]) -> None:
        """Date live slots, durable on return; what is no longer live is left alone."""
        with self.lock:
            changed = {
                id_: replace(self._slots[id_], due=moment_)
                for id_, moment_ in due.items()
                if self.is_live(id_)
            }
            if changed:
                self._mirror.write(
                    {
                        self._numbers[slot.id]: _encoded(slot, self.key(slot.id))
                        for slot in changed.values()
                    }
                )
                self._slots.update(changed)

    # Destroying ------------------------------------------------------------------------------

    def destroy(self, slots: Iterable[str], reason: ErasureReason, at: datetime) -> Destroyed:
        """Overwrite keys with tombstones, and those of earlier calls that are not proved yet.

        Raises nothing that the disk says: what it refuses is unconfirmed.
        """
        with self.lock:
            for id_ in slots:
                slot = self._slots.get(id_)
                if slot is not None and slot.is_live:
                    self._slots[id_] = replace(
                        slot, state=SlotState.UNCONFIRMED, reason=reason, erased_at=at
                    )
                    self._unconfirmed.add(id_)
                    home = (slot.camera, slot.start, slot.end)
                    if self._homes.get(home) == id_:
                        del self._homes[home]
            wanted = {self._numbers[id_]: self._slots[id_] for id_ in self._unconfirmed}
            if not wanted:
                return Destroyed()
            proved = self._mirror.stamp(
                {number: _encoded(slot, _NO_KEY) for number, slot in wanted.items()}
            )
            erased = {
                slot.id: replace(slot, state=SlotState.ERASED)
                for number, slot in wanted.items()
                if number in proved
            }
            self._slots.update(erased)
            self._unconfirmed -= erased.keys()
            return Destroyed(
                tuple(erased.values()),
                tuple(slot.id for number, slot in wanted.items() if number not in proved),
            )

    def swept(self, slots: Mapping[str, tuple[int, int]]) -> None:
        """Note that the files of destroyed slots are gone: how many, and their bytes."""
        with self.lock:
            self._settle(
                replace(self._slots[id_], swept=True, files=files, bytes=size)
                for id_, (files, size) in slots.items()
                if id_ in self._slots
            )

    def entered(self, slots: Sequence[str]) -> None:
        """Note that the book has entered the erasure of these slots."""
        with self.lock:
            self._settle(
                replace(self._slots[id_], entered=True) for id_ in slots if id_ in self._slots
            )

    def _settle(self, changes: Iterable[Slot]) -> None:
        """Write what changed about tombstones; those settled wholly become free records."""
        slots = [slot for slot in changes if slot.confirmed]
        if not slots:
            return
        self._mirror.write(
            {
                self._numbers[slot.id]: (
                    bytes([_FREE]) if slot.swept and slot.entered else _encoded(slot, _NO_KEY)
                )
                for slot in slots
            }
        )
        for slot in slots:
            if slot.swept and slot.entered:
                del self._slots[slot.id]
                self._free.insert(0, self._numbers.pop(slot.id))
            else:
                self._slots[slot.id] = slot

    def close(self) -> None:
        """Let go of the files."""
        with self.lock:
            self._mirror.close()


def _outranks(one: bytes, other: bytes) -> bool:
    """Say whether `one` is the tombstone of the slot that `other` holds alive."""
    return one[0] == _TOMBSTONE and other[0] == _LIVE and one[4:20] == other[4:20]


def _encoded(slot: Slot, key: bytes) -> bytes:
    flags = _SWEPT * slot.swept | _ENTERED * slot.entered | _APART * slot.apart
    return _PAYLOAD.pack(
        _LIVE if slot.is_live else _TOMBSTONE,
        _REASONS[slot.reason] if slot.reason else 0,
        flags,
        0,
        bytes.fromhex(slot.id),
        bytes.fromhex(slot.camera),
        micros(slot.start),
        micros(slot.end),
        micros(slot.due),
        micros(slot.erased_at),
        slot.files,
        slot.bytes,
        key,
    )


def _decoded(payload: bytes) -> Slot:
    (
        state,
        reason,
        flags,
        _,
        id_,
        camera,
        start,
        end,
        due,
        erased_at,
        files,
        size,
        _,
    ) = _PAYLOAD.unpack_from(payload)
    return Slot(
        id=id_.hex(),
        camera=camera.hex(),
        start=moment(start),
        end=moment(end),
        due=moment_or_none(due),
        state=SlotState.LIVE if state == _LIVE else SlotState.ERASED,
        erased_at=moment_or_none(erased_at),
        reason=_REASON_OF.get(reason),
        apart=bool(flags & _APART),
        files=files,
        bytes=size,
        swept=bool(flags & _SWEPT),
        entered=bool(flags & _ENTERED),
    )
