"""The vault: a folder of encrypted footage, opened by one process at a time.

Recording and erasing need no secret, seeing does. All calls block and may come from any thread.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
import contextlib
from datetime import datetime
import os
from pathlib import Path
import threading
from typing import Self

from ..guideline.retention import ErasureReason
from . import epochs, erasure, files, holding, reconcile as reconciling
from .door import keep_head, make, read_head
from .epochs import EpochFootage
from .erasure import ChunkSpan, Swept
from .facts import CameraSummary, ChunkFacts, Row, facts_of, summary_of
from .holding import Held, Standing, Wanted
from .kdf import KdfCost
from .keys import Keys
from .notes import READER_LOG, Note
from .opened import Opened, fingerprint, signed
from .opening import open_parts
from .parts import Parts, Timing
from .playing import Playing
from .problems import VaultProblem, in_words
from .reading import ChunkContents, read_chunk
from .reconcile import Reconciled
from .sealing import NewHolder
from .slot import Slot
from .slots import Destroyed
from .writer import CameraWriter, Due

__all__ = ["Timing", "Vault"]


class Vault:
    """An open vault. `create` makes one, `open` opens one; `close` lets go of it."""

    def __init__(self, parts: Parts, notes: tuple[Note, ...]) -> None:
        """Take what `open` has made ready."""
        self._parts = parts
        self._writers: set[CameraWriter] = set()
        self._camera_locks: dict[str, threading.RLock] = {}
        self.playing = Playing(parts)
        self.notes = notes
        """What opening found and mended, for the book."""
        self.on_finished: Callable[[ChunkFacts], None] | None = None
        """Hears of every chunk that is finished, on the writing thread."""

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        holder: NewHolder,
        recovery_code: str,
        now: datetime,
        timing: Timing = Timing(),
        random: Callable[[int], bytes] = os.urandom,
        cost: KdfCost | None = None,
        keys_copy: Path | None = None,
    ) -> Self:
        """Make a vault in a folder that holds nothing yet, and open it.

        Without `cost` a try at the passphrase costs what `calibrated` says. Raises `VaultProblem`:
        vault_not_empty, wrong_recovery_code, and what the disk says.
        """
        with in_words():
            make(folder, holder, recovery_code, now=now, random=random, cost=cost)
        return cls.open(
            folder, clock=lambda: now, timing=timing, random=random, keys_copy=keys_copy
        )

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        timing: Timing = Timing(),
        random: Callable[[int], bytes] = os.urandom,
        keys_copy: Path | None = None,
    ) -> Self:
        """Lock the folder, read and mend keyring, slots and wraps, open the index.

        `keys_copy`: see `keyring_file`. Raises `VaultProblem`: vault_missing, vault_in_use,
        vault_not_writable, vault_damaged, vault_version, and what else the disk says.
        """
        with in_words():
            return cls(
                *open_parts(folder, clock=clock, keys_copy=keys_copy, timing=timing, random=random)
            )

    def close(self) -> None:
        """Finish open chunks and let go of everything; safe to call twice."""
        for writer in tuple(self._writers):
            with contextlib.suppress(VaultProblem):
                writer.close()
        self.playing.close()
        self._parts.close()

    def noted(self) -> None:
        """Forget the command-line reader's marks: the book has them."""
        with in_words():
            (self.folder / READER_LOG).unlink(missing_ok=True)
            files.sync_folder(self.folder)

    # What it is ------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """Return the vault's id."""
        return self._parts.id

    @property
    def folder(self) -> Path:
        """Return where it lies."""
        return self._parts.folder

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the key that footage is sealed to now, for people."""
        return self._parts.keys.fingerprint

    @property
    def host_key(self) -> bytes:
        """Return the host's public key (Ed25519)."""
        return self._parts.host_key.public_key().public_bytes_raw()

    @property
    def host_fingerprint(self) -> str:
        """Return the fingerprint of the host's signing key, for people."""
        return fingerprint(self.host_key)

    @property
    def keys(self) -> Keys:
        """Return who holds a key, and the epochs they hold."""
        return self._parts.keys

    def footage_of_epochs(self) -> tuple[EpochFootage, ...]:
        """Return the epochs, oldest first, with what there is of the footage of each."""
        return epochs.footage(self._parts, self._parts.clock())

    def idle_epochs(self) -> frozenset[int]:
        """Return the older epochs that no chunk is sealed to any more. It may read every header."""
        with in_words():
            return epochs.idle(self._parts, self._parts.clock())

    def sign(self, message: bytes) -> bytes:
        """Sign as the host (Ed25519): its public key (32 bytes) and the signature (64)."""
        return signed(self._parts.host_key, message)

    def keep_head(self, data: bytes) -> None:
        """Keep the book's heads beside the footage, durable on return; nobody reads them here."""
        self._parts.check_there()
        keep_head(self.folder, data)

    def head(self) -> bytes:
        """Return what `keep_head` kept last; nothing where nothing was."""
        return read_head(self.folder)

    def is_there(self) -> bool:
        """Say whether its folder is still where and what it was."""
        return self._parts.is_there()

    def free_bytes(self) -> int:
        """Return how much more the disk can hold."""
        with in_words():
            status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize

    # Recording -------------------------------------------------------------------------------

    def writer(self, camera: str, *, due: Due) -> CameraWriter:
        """Return a writer for a camera. `due` says when a slot that ends then has to go.

        It returns None while the clock is in doubt; the slot is dated later.
        """
        writer = CameraWriter(
            self._parts,
            camera,
            due,
            lock=self._camera_lock(camera),
            finished=self._tell,
            closed=self._writers.discard,
        )
        self._writers.add(writer)
        return writer

    def _camera_lock(self, camera: str) -> threading.RLock:
        return self._camera_locks.setdefault(camera, threading.RLock())

    def _tell(self, facts: ChunkFacts) -> None:
        if self.on_finished is not None:
            self.on_finished(facts)

    # Retention and erasure -------------------------------------------------------------------

    def slots(self) -> tuple[Slot, ...]:
        """Return the slots whose key is not proved destroyed."""
        return self._parts.slots.standing()

    def next_due(self) -> datetime | None:
        """Return when the next slot has to go."""
        return min((slot.due for slot in self.slots() if slot.due is not None), default=None)

    def undated(self) -> tuple[Slot, ...]:
        """Return the slots that were opened while the clock was in doubt."""
        return tuple(slot for slot in self.slots() if slot.due is None)

    def set_due(self, due: Mapping[str, datetime]) -> None:
        """Date slots (by id), durable on return; those that are gone are left alone."""
        with in_words():
            self._parts.slots.set_due(due)

    def destroy(self, slots: Sequence[str], reason: ErasureReason, at: datetime) -> Destroyed:
        """Destroy slots' keys: overwritten in both copies, synced, read back past the cache.

        Nothing raises: what the disk refuses is unconfirmed, shown to nobody, and tried
        again with every later call.
        """
        destroyed = self._parts.slots.destroy(slots, reason, at)
        self.playing.review()
        return destroyed

    def again_destroy(self, slots: Iterable[str]) -> int:
        """Destroy slots that had been erased before: a restored copy brought them back."""
        back = [slot for slot in slots if self._parts.slots.is_live(slot)]
        if not back:
            return 0
        now = self._parts.clock()
        return len(self.destroy(back, ErasureReason.RESTORED, now).erased)

    def sweep(self) -> Swept:
        """Remove the files of destroyed slots. May be cut off at any point and goes on next time."""
        with self._parts.housekeeping:
            reconciling.ensure_whole(self._parts)
            return erasure.sweep(self._parts)

    def tombstones(self) -> tuple[Slot, ...]:
        """Return the destroyed slots that the book has not entered yet."""
        return tuple(slot for slot in self._parts.slots.tombstones() if not slot.entered)

    def entered(self, slots: Sequence[str]) -> None:
        """Note that the book has entered these erasures: their records may be used again."""
        with in_words():
            self._parts.slots.entered(slots)

    def erase_span(
        self,
        camera: str,
        start: datetime,
        end: datetime,
        *,
        reason: ErasureReason,
        at: datetime,
        held: AbstractSet[str] = frozenset(),
    ) -> tuple[Destroyed, ChunkSpan]:
        """Erase what a camera recorded in a span, except the chunks that are held.

        Whole chunks go; the true bounds are returned. The rest of the hours concerned is kept
        under fresh slots that come due with the old ones.
        """
        with self._settled(camera, start, end):
            erased = erasure.erase_span(
                self._parts, camera, start, end, reason=reason, at=at, held=held
            )
            self.playing.review()
            return erased

    def _settled(
        self, camera: str, start: datetime, end: datetime
    ) -> contextlib.AbstractContextManager[None]:
        lock = self._camera_lock(camera)
        return holding.settled(self._parts, self._writers, lock, camera, start, end)

    def standing(
        self, camera: str, start: datetime, end: datetime, *, now: datetime
    ) -> list[Standing]:
        """Return a camera's chunks of a span, those between them too, and what keeps each; see `holding`.

        A chunk that is being recorded is finished first: only whole ones can be held.
        """
        with self._settled(camera, start, end):
            return holding.standing(self._parts, camera, start, end, now)

    def hold(self, wanted: Sequence[Wanted], *, at: datetime) -> list[Held]:
        """Hold chunks that could be shown at a moment, under slots of their own; durable on return.

        What is held already is left alone; of what is not there nothing is returned.
        """
        return holding.hold(self._parts, wanted, at)

    def rewrap(self, chunks: Sequence[str], slot: str) -> None:
        """Move chunks (ids) to another slot, durable on return; needs no unlock.

        Raises footage_gone where one of them is overdue, erased or not there: nothing is
        moved then, and nothing that is over comes back.
        """
        with in_words(), self._parts.housekeeping:
            rows = self._parts.index.find(chunks)
            now = self._parts.clock()
            if len(rows) < len(set(chunks)) or not all(self._shown(row, now) for row in rows):
                raise VaultProblem("footage_gone")
            erasure.rewrap(self._parts, [(row, slot) for row in rows])

    # Knowing what is there -------------------------------------------------------------------

    def summary(self, camera: str) -> CameraSummary:
        """Return what there is of a camera, overdue footage left out."""
        now = self._parts.clock()
        tallies = [
            tally
            for tally in self._parts.index.tallies(camera)
            if self._parts.slots.shown(tally.slot, now)
        ]
        dues = (slot.due for slot in self.slots() if slot.camera == camera and not slot.apart)
        return summary_of(camera, tallies, dues)

    def chunks(
        self, camera: str, start: datetime, end: datetime, *, now: datetime
    ) -> list[ChunkFacts]:
        """Return the chunks of a camera that show something of a span, oldest first.

        What is overdue, destroyed or not proved destroyed is never among them.
        """
        shown = self._parts.slots.shown
        found = self._parts.index.listed(
            camera, start, end, wrap=self._parts.wraps.of, shown=lambda slot: shown(slot, now)
        )
        return holding.with_own_ends(self._parts, found)

    def chunk(self, chunk: str, *, now: datetime) -> ChunkFacts:
        """Return what is known of a chunk (id); raises footage_gone as `read` does."""
        for row in self._parts.index.find([chunk]):
            if slot := self._shown(row, now):
                return facts_of(row, slot)
        raise VaultProblem("footage_gone")

    def recorded(self, camera: str, since: datetime, until: datetime) -> list[ChunkFacts]:
        """Return the chunks that began in a span, whatever their slot: for the book only."""
        parts = self._parts
        found = parts.index.listed(camera, since, until, wrap=parts.wraps.of, shown=parts.slots.get)
        return [chunk for chunk in found if chunk.start >= since]

    def count(self) -> int:
        """Return how many chunks there are."""
        return self._parts.index.count()

    def reconcile(self) -> Reconciled:
        """Compare files and index, and mend the index, while recording goes on."""
        return reconciling.reconcile(self._parts)

    def _shown(self, row: Row, now: datetime) -> Slot | None:
        """Return the slot a chunk is readable under, if it may be shown at all."""
        return self._parts.slots.shown(self._parts.effective(row.id, row.home), now)

    # Seeing ----------------------------------------------------------------------------------

    def unlock(self, holder: str, passphrase: str) -> Opened:
        """Open the keys for a holder; takes half a second or so. Raises wrong_passphrase."""
        return self._parts.keys.unlock(holder, passphrase)

    def unlock_by_recovery_code(self, code: str) -> Opened:
        """Open the keys with the printed code. Raises wrong_recovery_code."""
        return self._parts.keys.unlock_by_recovery_code(code)

    def read(self, opened: Opened, chunk: ChunkFacts, *, now: datetime) -> ChunkContents:
        """Return what stands in a chunk.

        Raises footage_gone where it is overdue, erased or not there, footage_damaged where it
        does not verify.
        """
        rows = self._parts.index.find([chunk.id])
        slot = self._shown(rows[0], now) if rows else None
        if slot is None:
            raise VaultProblem("footage_gone")
        wrap = self._parts.wraps.of(chunk.id)
        with in_words():
            slot_key = self._parts.slots.key(slot.id)
        return read_chunk(
            erasure.row_path(self._parts, rows[0]),
            opened,
            slot=slot.id,
            slot_key=slot_key,
            wrapped=wrap.wrapped if wrap else None,
        )
