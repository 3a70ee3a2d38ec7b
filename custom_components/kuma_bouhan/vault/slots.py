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
from datetime import UTC, datetime, timedelta
from pathlib import Path
import threading

from ..guideline.retention import ErasureReason
from .mirror import Findings
from .problems import VaultProblem
from .reserve import FREE, Reserve
from .slot import Slot, SlotState, decoded, live, live_key, outranks, tombstone

NAME = "slots"
MAGIC = b"KBSL"
FIRST_RECORDS = 1024
_STEP = 256
_RESERVE = 64
"""Free records kept ahead of need."""
_NO_END = datetime.max.replace(tzinfo=UTC)


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
        self._mirror = Reserve(
            folder,
            NAME,
            MAGIC,
            bytes.fromhex(vault),
            ahead=_RESERVE,
            step=_STEP,
            outranks=outranks,
            writable=writable,
        )
        self._slots: dict[str, Slot] = {}
        self._numbers: dict[str, int] = {}
        self._unconfirmed: set[str] = set()
        self._homes: dict[tuple[str, datetime, datetime], str] = {}
        payloads, self.findings = self._mirror.load()
        for number, payload in payloads.items():
            self._keep(number, decoded(payload))
        if writable:
            self._prove_tombstones(self.findings)

    @staticmethod
    def create(folder: Path, vault: str) -> None:
        """Make the two files."""
        Reserve.create(folder, NAME, MAGIC, bytes.fromhex(vault), FIRST_RECORDS)

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

    def lasts(self, slot: str) -> datetime:
        """Return until when a slot keeps its chunks; longest where it has no due moment yet."""
        found = self._slots.get(slot)
        return found.due if found is not None and found.due is not None else _NO_END

    def key(self, slot: str) -> bytes:
        """Return a live slot's key; raises footage_gone for any other."""
        with self.lock:
            if self.is_live(slot):
                payload = self._mirror.read(self._numbers[slot])
                if payload is not None and (key := live_key(payload, slot)) is not None:
                    return key
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
        slot = Slot(
            id=self._random(16).hex(), camera=camera, start=start, end=end, due=due, apart=apart
        )
        self.open_all([slot])
        return slot

    def open_all(self, slots: Iterable[Slot]) -> None:
        """Open slots whose ids were chosen before, with fresh keys; those that there are stay as they are.

        Durable in both copies on return.
        """
        with self.lock:
            new = [slot for slot in slots if slot.id not in self._slots]
            if not new:
                return
            # Where this fails the records stay free: nothing was ever encrypted under them.
            numbers = self._mirror.add([live(slot, self._random(32)) for slot in new])
            for number, slot in zip(numbers, new, strict=True):
                self._keep(number, slot)

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
                        self._numbers[slot.id]: live(slot, self.key(slot.id))
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
                {number: tombstone(slot) for number, slot in wanted.items()}
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
                self._numbers[slot.id]: FREE if slot.swept and slot.entered else tombstone(slot)
                for slot in slots
            }
        )
        for slot in slots:
            if slot.swept and slot.entered:
                del self._slots[slot.id], self._numbers[slot.id]
            else:
                self._slots[slot.id] = slot

    def close(self) -> None:
        """Let go of the files."""
        with self.lock:
            self._mirror.close()
