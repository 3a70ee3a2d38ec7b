"""A vault's life in small, and a ledger of what it has acknowledged.

Two cameras are recorded, a piece a second, synced every three; parts are erased, held, and go with
their period; new keys begin. After any stop `Ledger.check` says whether what was acknowledged is so.
"""

from collections.abc import Callable, Iterable
import contextlib
from dataclasses import dataclass, field
from datetime import datetime
import random

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.holding import Wanted
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.parts import Timing
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.slots import Destroyed
from custom_components.kuma_bouhan.vault.vault import Vault
from custom_components.kuma_bouhan.vault.writer import CameraWriter, Fragment

from .conftest import CHEAP, PASSPHRASE, House
from .pieces import DAY, DOOR, NOON, SECOND, YARD

TIMING = Timing(slot=20 * SECOND, chunk=5 * SECOND)
SIZE = 9_000
"""Bytes of a piece: of a second of footage, as a small camera sends it."""
CIPHER = 16 * 1024
"""Bytes that the cipher keeps until it can fill a segment."""
SYNCED_EVERY = 3
REASON = ErasureReason.NO_LONGER_NEEDED


@dataclass
class Ledger:
    """What was acknowledged. What is being done just now is in doubt: it may be so or not."""

    written: dict[str, set[datetime]] = field(default_factory=lambda: {DOOR: set(), YARD: set()})
    """Pieces of each camera, by their start."""
    chunk_of: dict[tuple[str, datetime], str] = field(default_factory=dict)
    safe: dict[str, set[datetime]] = field(default_factory=lambda: {DOOR: set(), YARD: set()})
    erased: dict[str, set[datetime]] = field(default_factory=lambda: {DOOR: set(), YARD: set()})
    slot_of: dict[str, str] = field(default_factory=dict)
    """The slot a chunk was moved to."""
    due_of: dict[str, datetime] = field(default_factory=dict)
    dead_keys: dict[str, bytes] = field(default_factory=dict)
    entered: set[str] = field(default_factory=set)
    epoch: int = 1
    code: str | None = None
    head: int = 0
    index: bytes | None = None
    """The index as it was some time ago."""

    def doubt(self, chunks: Iterable[ChunkFacts]) -> None:
        """Take back what was promised of chunks, until what is done to them is done."""
        for chunk in chunks:
            self.safe[chunk.camera] -= self.pieces(chunk.id)
            self.written[chunk.camera] -= self.pieces(chunk.id)
            self.slot_of.pop(chunk.id, None)

    def pieces(self, chunk: str) -> set[datetime]:
        """Return the pieces that were written to a chunk."""
        return {start for (_, start), other in self.chunk_of.items() if other == chunk}

    def check(self, house: House) -> None:
        """See that all of it is so, in a vault that is open and reconciled."""
        vault = house.vault
        assert NoteKind.RECORDS_LOST not in {note.kind for note in vault.notes}
        assert vault.keys.current.number >= self.epoch
        assert int(vault.head() or b"0") >= self.head
        assert not self.entered & {slot.id for slot in vault.tombstones()}
        slots = {slot.id: slot for slot in vault.slots()}
        assert {slot: slots[slot].due for slot in self.due_of} == self.due_of
        for camera in (DOOR, YARD):
            listed = {chunk.id: chunk for chunk in house.chunks(camera)}
            moved = {chunk: slot for chunk, slot in self.slot_of.items() if chunk in listed}
            assert {chunk: listed[chunk].slot for chunk in moved} == moved
            there = readable(house, listed.values())
            assert self.safe[camera] <= there
            assert not self.erased[camera] & there
            lost = self.written[camera] - there
            assert len(lost) <= 5 or len(lost) * SIZE <= 32 * 1024
        assert not self.dead_keys.keys() & slots.keys()
        held = b"".join(path.read_bytes() for path in house.folder.glob("slots.?"))
        assert not any(key in held for key in self.dead_keys.values())
        if self.code is not None:
            vault.unlock_by_recovery_code(self.code).close()


def readable(house: House, chunks: Iterable[ChunkFacts]) -> set[datetime]:
    """Return the pieces that can be read, by their start; each as it was written."""
    found: set[datetime] = set()
    with house.unlock() as opened:
        for chunk in chunks:
            pieces = house.vault.read(opened, chunk, now=house.now).fragments
            assert all(piece.data == content(piece.start) for piece in pieces)
            found |= {piece.start for piece in pieces}
    return found


def content(start: datetime) -> bytes:
    return (start.isoformat().encode() * SIZE)[:SIZE]


class Life:
    """Does what is asked of a vault, and keeps the ledger."""

    def __init__(self, vault: Vault, ledger: Ledger, chance: random.Random) -> None:
        self.vault = vault
        self.ledger = ledger
        self._chance = chance
        vault.on_finished = self._finished
        self._keys: dict[str, bytes] = {}
        self._writers: dict[str, CameraWriter] = {}
        self._seconds = dict.fromkeys((DOOR, YARD), 0)
        for camera, start in ledger.chunk_of:
            self._seconds[camera] = max(self._seconds[camera], (start - NOON) // SECOND + 1)
        for camera in (DOOR, YARD):
            writer = vault.writer(camera, due=lambda end: end + 30 * DAY)
            writer.start(b"tracks")
            self._writers[camera] = writer

    def turn(self) -> None:
        """Record a piece of each camera; now and then do something else as well."""
        for camera in self._writers:
            self.record(camera)
        deeds: list[tuple[float, Callable[[], None]]] = [
            (0.06, self.erase_part),
            (0.06, self.hold),
            (0.08, self.destroy_some),
            (0.1, self.sweep),
            (0.1, self.enter),
            (0.04, self.date),
            (0.02, self.begin_epoch),
            (0.05, self.keep_head),
            (0.05, self.keep_index),
        ]
        for share, deed in deeds:
            if self._chance.random() < share:
                deed()

    # Recording -------------------------------------------------------------------------------

    def record(self, camera: str) -> None:
        number = self._seconds[camera]
        self._seconds[camera] += 1
        start = NOON + number * SECOND
        self.ledger.written[camera].add(start)
        try:
            self._write(camera, start, synced=number % SYNCED_EVERY == SYNCED_EVERY - 1)
        except VaultProblem:
            # The recorder knows of it, and enters a gap.
            self.ledger.written[camera] &= self.ledger.safe[camera]
            raise

    def _write(self, camera: str, start: datetime, *, synced: bool) -> None:
        writer, ledger = self._writers[camera], self.ledger
        writer.fragment(Fragment(content(start), start, SECOND, True, start))
        assert writer._open is not None
        chunk = ledger.chunk_of[camera, start] = writer._open.header.chunk
        if synced:
            writer.sync()
            # As much as the cipher may keep, in whole pieces.
            last = start - -(-CIPHER // SIZE) * SECOND
            ledger.safe[camera] |= {piece for piece in ledger.pieces(chunk) if piece <= last}

    def _finished(self, chunk: ChunkFacts) -> None:
        if chunk.complete:
            self.ledger.safe[chunk.camera] |= self.ledger.pieces(chunk.id)

    def cut(self) -> None:
        for writer in self._writers.values():
            writer.cut()

    # Erasing and holding ---------------------------------------------------------------------

    def chunks(self, camera: str = DOOR) -> list[ChunkFacts]:
        return self.vault.chunks(camera, NOON - DAY, NOON + DAY, now=NOON)

    def _promise(self, chunks: Iterable[ChunkFacts]) -> None:
        """Enter what has come of chunks that were in doubt."""
        listed = {chunk.id for camera in (DOOR, YARD) for chunk in self.chunks(camera)}
        for chunk in chunks:
            pieces = self.ledger.pieces(chunk.id)
            if chunk.id not in listed:
                self.ledger.erased[chunk.camera] |= pieces
            elif chunk.complete:
                self.ledger.safe[chunk.camera] |= pieces
                self.ledger.written[chunk.camera] |= pieces

    def look_at_keys(self) -> None:
        """Take down the keys that there are."""
        slots = self.vault._parts.slots
        self._keys |= {slot.id: slots.key(slot.id) for slot in slots.standing() if slot.is_live}

    def _bury(self, destroyed: Destroyed) -> None:
        # One that was unconfirmed may have been so from the beginning.
        keys = {slot.id: self._keys.get(slot.id) for slot in destroyed.erased}
        self.ledger.dead_keys |= {slot: key for slot, key in keys.items() if key is not None}

    def erase_part(self) -> None:
        """Erase a few seconds of a camera."""
        with contextlib.suppress(VaultProblem):
            self._writers[DOOR].cut()
        chunks = self.chunks()
        if not chunks:
            return
        start = self._chance.choice(chunks).start
        end = start + SECOND
        # One that was cut off may be thought to reach into others.
        doomed = self.vault.chunks(DOOR, start, end, now=NOON)
        self.look_at_keys()
        # What shares a slot with it moves to a fresh one.
        self.ledger.slot_of.clear()
        self.ledger.due_of.clear()
        self.ledger.doubt(doomed)
        destroyed, _ = self.vault.erase_span(DOOR, start, end, reason=REASON, at=NOON)
        self._bury(destroyed)
        if not destroyed.unconfirmed:
            self._promise(doomed)

    def destroy_some(self) -> None:
        """Erase slots whose period is over."""
        slots = sorted(self.vault.slots(), key=lambda slot: (slot.start, slot.camera))
        chosen = self._chance.sample(slots, min(len(slots), 2))
        self.destroy([slot.id for slot in chosen])

    def destroy(self, slots: list[str]) -> Destroyed:
        self.look_at_keys()
        doomed = [
            chunk for camera in (DOOR, YARD) for chunk in self.chunks(camera) if chunk.slot in slots
        ]
        for camera, writer in self._writers.items():
            if writer._open is not None and writer._open.slot.id in slots:
                # What is open goes with them.
                gone = self.ledger.pieces(writer._open.header.chunk)
                self.ledger.safe[camera] -= gone
                self.ledger.written[camera] -= gone
        for slot in slots:
            self.ledger.due_of.pop(slot, None)
        self.ledger.doubt(doomed)
        destroyed = self.vault.destroy(slots, ErasureReason.PERIOD_OVER, NOON)
        self._bury(destroyed)
        if not destroyed.unconfirmed:
            self._promise(doomed)
        return destroyed

    def retry(self) -> None:
        """Destroy what was not proved destroyed."""
        assert not self.destroy([]).unconfirmed

    def sweep(self) -> None:
        self.vault.sweep()

    def enter(self) -> None:
        """Note that the book has the erasures."""
        entered = [slot.id for slot in self.vault.tombstones()]
        self.vault.entered(entered)
        self.ledger.entered.update(entered)

    def hold(self) -> None:
        """Hold a camera's footage of some seconds, each hour's under a slot of its own; twice, as after a stop."""
        with contextlib.suppress(VaultProblem):
            self._writers[DOOR].cut()
        chunks = self.chunks()
        if not chunks:
            return
        start = self._chance.choice(chunks).start
        end = start + self._chance.randint(1, 12) * SECOND
        found = [one for one in self.vault.standing(DOOR, start, end, now=NOON) if one.inside]
        wanted = [
            Wanted(
                slot=self._chance.randbytes(16).hex(),
                camera=DOOR,
                hour=one.hour,
                start=one.start,
                end=one.start + SECOND / 2,
                until=NOON + 300 * DAY,
            )
            for one in found
        ]
        for one in found:
            self.ledger.slot_of.pop(one.id, None)
        self.vault.hold(wanted[:1], at=NOON)
        done = {held.slot for held in self.vault.hold(wanted, at=NOON)}
        self.ledger.slot_of |= {
            chunk.id: one.slot for chunk, one in zip(found, wanted, strict=True) if one.slot in done
        }

    def date(self) -> None:
        """Bring footage nearer to its end."""
        dues = {
            slot.id: NOON + self._chance.randint(9, 29) * DAY
            for slot in self.vault.slots()
            if slot.is_live and not slot.apart and self._chance.random() < 0.3
        }
        for slot in dues:
            self.ledger.due_of.pop(slot, None)
        self.vault.set_due(dues)
        self.ledger.due_of |= dues

    # Keys and the rest -----------------------------------------------------------------------

    def begin_epoch(self) -> None:
        code = new_recovery_code()
        holder = NewHolder("manager", PASSPHRASE)
        self.ledger.epoch = self.vault.keys.begin_epoch(holder, code, now=NOON, cost=CHEAP)
        self.ledger.code = code

    def keep_head(self) -> None:
        self.vault.keep_head(b"%d" % (self.ledger.head + 1))
        self.ledger.head += 1

    def keep_index(self) -> None:
        index = self.vault._parts.index
        self.ledger.index = index._ask(lambda connection: connection.serialize())
