"""The parts of an open vault, and where its files lie.

vault.json  keyring.json  host.key  lock  reader.log  index.db
slots.a  slots.b  wraps.a  wraps.b
footage/<camera>/<YYYYMMDDTHHMMSSZ>-<slot>/<chunk>.kbc
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
import threading

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .chunk import SUFFIX
from .door import FOOTAGE, IDENTITY
from .index import Index
from .keys import Keys
from .problems import VaultProblem
from .slot import Slot
from .slots import Slots
from .wraps import Wraps

_START = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long things are. Users always get these."""

    slot: timedelta = timedelta(hours=1)
    chunk: timedelta = timedelta(seconds=60)


@dataclass(slots=True)
class OpenChunks:
    """The chunks that are being written. A chunk is in here or, finished, in the index."""

    _ids: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, chunk: str) -> None:
        """Note a chunk before its file is made."""
        with self._lock:
            self._ids.add(chunk)

    def end(self, chunk: str) -> None:
        """Forget a chunk after the index has been told of it."""
        with self._lock:
            self._ids.discard(chunk)

    def now(self) -> frozenset[str]:
        """Return the chunks that are being written now."""
        with self._lock:
            return frozenset(self._ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the rules of a vault work on."""

    folder: Path
    identity: tuple[int, int]
    """Device and inode of the folder as it was opened."""
    id: str
    timing: Timing
    clock: Callable[[], datetime]
    random: Callable[[int], bytes]
    host_key: Ed25519PrivateKey
    keys: Keys
    slots: Slots
    wraps: Wraps
    index: Index
    close: Callable[[], None]
    """Lets go of everything; safe to call twice."""
    open_chunks: OpenChunks = field(default_factory=OpenChunks)
    housekeeping: threading.RLock = field(default_factory=threading.RLock)
    """Held while files are removed, or compared with the index."""

    def is_there(self) -> bool:
        """Say whether the folder is still the one that was opened."""
        try:
            (self.folder / IDENTITY).stat()
            found = self.folder.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self.identity

    def check_there(self) -> None:
        """Raise vault_missing where another folder, or none, has taken its place."""
        if not self.is_there():
            raise VaultProblem("vault_missing")

    def effective(self, chunk: str, home: str) -> str:
        """Return the slot under whose key a chunk is readable, if under any."""
        wrap = self.wraps.of(chunk)
        return wrap.slot if wrap else home

    def holds(self, chunk: str) -> tuple[Slot, ...]:
        """Return the slots that hold a chunk beyond its period."""
        found = (self.slots.get(slot) for slot in self.wraps.slots_of(chunk))
        return tuple(slot for slot in found if slot is not None and slot.apart)

    def own(self, chunk: str, home: str) -> Slot | None:
        """Return the slot of a chunk's own period; None where that is over.

        That is its home, or what the rest of its hour was kept under when part of it was erased.
        """
        kept = (self.slots.get(slot) for slot in self.wraps.slots_of(chunk))
        found = [slot for slot in kept if slot is not None and not slot.apart]
        if not found and self.slots.is_live(home):
            return self.slots.get(home)
        return max(found, key=lambda slot: slot.id, default=None)


def camera_folder(folder: Path, camera: str) -> Path:
    """Return where a camera's footage lies."""
    return folder / FOOTAGE / camera


@lru_cache(maxsize=256)
def slot_folder(folder: Path, camera: str, start: datetime, slot: str) -> Path:
    """Return where the chunks recorded into a slot lie."""
    return camera_folder(folder, camera) / f"{start:{_START}}-{slot}"


def read_slot_name(name: str) -> tuple[datetime, str] | None:
    """Return start and id of the slot that a folder of this name is for, if it is one's."""
    start, _, slot = name.partition("-")
    try:
        begins = datetime.strptime(start, _START).replace(tzinfo=UTC)
    except ValueError:
        return None
    return (begins, slot) if is_id(slot) else None


def is_id(name: str) -> bool:
    """Say whether a name is an id: 32 hex digits."""
    return len(name) == 32 and all(letter in "0123456789abcdef" for letter in name)


def chunk_path(folder: Path, camera: str, start: datetime, slot: str, chunk: str) -> Path:
    """Return where a chunk lies; `start` is its home slot's."""
    return slot_folder(folder, camera, start, slot) / (chunk + SUFFIX)
