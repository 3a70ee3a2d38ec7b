"""Two preallocated files of 512-byte records, one the mirror of the other.

A record is overwritten in place: copy A, sync, copy B, sync. So at any moment at least one
copy holds a whole record, the old or the new one:

    both old ──A written──▶ A torn or new, B old ──A synced──▶ A new, B old ──B synced──▶ both new

Invariants:
1. `write` returns only when both copies are synced.
2. Of two whole copies that differ, the one that `outranks` the other counts (a tombstone
   over the live record of the same slot), else the one written later.
3. A copy that is torn, flipped, cut off or missing is mended from the other when opened.
4. Growing never touches records that are in use; overwriting one needs no space.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
import hashlib
import os
from pathlib import Path
import struct

from . import files
from .problems import VaultProblem

RECORD = 512
VERSION = 1
_HEAD = struct.Struct(">4sHxxIQ")
_CHECK = 16
PAYLOAD = RECORD - _HEAD.size - _CHECK
"""Bytes of a record that are its owner's; shorter payloads are filled with zeros."""
_EMPTY = bytes(RECORD)


@dataclass(slots=True)
class Findings:
    """What opening found wrong."""

    damaged: dict[str, int] = field(default_factory=dict)
    """Records mended from the other copy, by file name."""
    truncated: dict[str, int] = field(default_factory=dict)
    """Records in use that were cut off, by file name."""
    lost: int = 0
    """Records that were whole in neither copy."""
    unmended: set[int] = field(default_factory=set)
    """Records whose copies still differ, because the disk refused."""


class Mirror:
    """The two copies, open. Not thread-safe: its owner holds a lock.

    Records are numbered from 1; a record of zeros, never written, is no record.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        magic: bytes,
        vault: bytes,
        *,
        outranks: Callable[[bytes, bytes], bool] = lambda _one, _other: False,
        writable: bool = True,
    ) -> None:
        """Open both copies, or the one there is; `load` reads them.

        Raises `VaultProblem` vault_damaged where neither is there.
        """
        self._paths = (folder / f"{name}.a", folder / f"{name}.b")
        self._magic = magic
        self._vault = vault
        self._outranks = outranks
        self._writable = writable
        self._sequence = 0
        self.capacity = 0
        if not any(path.exists() for path in self._paths):
            raise VaultProblem("vault_damaged", what=name)
        self._descriptors: list[int] = []
        try:
            for path in self._paths:
                self._descriptors.append(self._open(path))
        except BaseException:
            self.close()
            raise

    def _open(self, path: Path) -> int:
        if path.exists() or not self._writable:
            # What is missing from a copy that may not be mended reads as nothing.
            there = path if path.exists() else Path(os.devnull)
            return files.open_existing(there, writable=self._writable)
        descriptor = files.create(path)
        files.sync_folder(path.parent)
        return descriptor

    @classmethod
    def create(cls, folder: Path, name: str, magic: bytes, vault: bytes, records: int) -> None:
        """Make both copies, with room for so many records."""
        for path in (folder / f"{name}.a", folder / f"{name}.b"):
            descriptor = files.create(path)
            try:
                files.allocate(descriptor, 0, (records + 1) * RECORD)
                files.write_at(descriptor, _encoded(magic, vault, 0, 0, vault), 0)
                files.sync(descriptor)
            finally:
                os.close(descriptor)
        files.sync_folder(folder)

    def load(self) -> tuple[dict[int, bytes], Findings]:
        """Return the payloads of all records, and mend what differs."""
        found = Findings()
        copies = [_contents(descriptor) for descriptor in self._descriptors]
        self.capacity = max(0, *(len(copy) // RECORD - 1 for copy in copies))
        payloads: dict[int, bytes] = {}
        mend: tuple[dict[int, bytes], ...] = ({}, {})
        whole = 0
        for number in range(self.capacity + 1):
            a, b = (copy[number * RECORD : (number + 1) * RECORD] for copy in copies)
            if a == b == _EMPTY:
                continue
            right = self._resolve(number, a, b, found)
            record = _EMPTY if number else self._encoded(0, 0, self._vault)
            if right is not None:
                sequence, payload = right
                whole += 1
                self._sequence = max(self._sequence, sequence)
                if number:
                    payloads[number] = payload
                if a == b:
                    continue
                record = self._encoded(number, sequence, payload)
            for copy, theirs in zip((a, b), mend, strict=True):
                if copy != record:
                    theirs[number] = record
        if not whole:
            raise VaultProblem("vault_damaged", what=self._paths[0].stem)
        if self._writable:
            self._mend(copies, mend, found)
        return payloads, found

    def _resolve(
        self, number: int, a: bytes, b: bytes, found: Findings
    ) -> tuple[int, bytes] | None:
        """Return the sequence and payload that count, and note copies that are not whole.

        None stands for a record that was never written, or is whole in neither copy.
        """
        one = self._decoded(number, a)
        if a == b and one is not None:
            return one
        other = self._decoded(number, b)
        if one is None and other is None:
            # Growth that a crash cut off holds zeros or nothing, and nothing else.
            if a.strip(b"\0") and b.strip(b"\0"):
                found.lost += 1
                return None
        for path, copy, read, mate in (
            (self._paths[0], a, one, other),
            (self._paths[1], b, other, one),
        ):
            if read is None and len(copy) == RECORD and copy != _EMPTY:
                found.damaged[path.name] = found.damaged.get(path.name, 0) + 1
            elif read is None and len(copy) < RECORD and mate is not None:
                found.truncated[path.name] = found.truncated.get(path.name, 0) + 1
        if one is None or other is None:
            return one or other
        return self._later(one, other)

    def _later(self, one: tuple[int, bytes], other: tuple[int, bytes]) -> tuple[int, bytes]:
        if self._outranks(one[1], other[1]):
            return one
        if self._outranks(other[1], one[1]):
            return other
        return max(one, other, key=lambda read: read[0])

    def _mend(
        self, copies: list[bytes], mend: tuple[dict[int, bytes], ...], found: Findings
    ) -> None:
        size = (self.capacity + 1) * RECORD
        for descriptor, copy, records in zip(self._descriptors, copies, mend, strict=True):
            if not records and len(copy) == size:
                continue
            try:
                os.ftruncate(descriptor, len(copy))
                if len(copy) < size:
                    files.allocate(descriptor, len(copy), size - len(copy))
                for number, record in records.items():
                    files.write_at(descriptor, record, number * RECORD)
                files.sync(descriptor)
            except OSError:
                found.unmended.update(records)

    def read(self, number: int) -> bytes | None:
        """Return the payload of a record as it counts now, or None where it is whole nowhere."""
        reads = [
            read
            for descriptor in self._descriptors
            if (read := self._decoded(number, os.pread(descriptor, RECORD, number * RECORD)))
        ]
        if len(reads) == 2:
            return self._later(*reads)[1]
        return reads[0][1] if reads else None

    def write(self, payloads: Mapping[int, bytes]) -> None:
        """Overwrite records, durable in both copies on return."""
        records = self._encode(payloads)
        for descriptor in self._descriptors:
            for number, record in records.items():
                files.write_at(descriptor, record, number * RECORD)
            files.sync(descriptor)

    def stamp(self, payloads: Mapping[int, bytes]) -> set[int]:
        """Overwrite records in whatever copy will take it; return those proved in both.

        Proved is what was synced and then read back, past the cache, as it was written. Raises
        nothing: what is not proved has to be stamped again.
        """
        records = self._encode(payloads)
        proved = set(records)
        for descriptor, path in zip(self._descriptors, self._paths, strict=True):
            proved &= _stamped(descriptor, path, records)
        return proved

    def proved(self, numbers: Iterable[int]) -> set[int]:
        """Return those records that both copies hold alike on the disk."""
        offsets = {number * RECORD: number for number in numbers}
        try:
            a, b = (files.read_past_cache(path, offsets, RECORD) for path in self._paths)
        except OSError:
            return set()
        return {
            number
            for offset, number in offsets.items()
            if a[offset] == b[offset] and self._decoded(number, a[offset])
        }

    def grow(self, records: int) -> None:
        """Make room for more records in both copies."""
        start = (self.capacity + 1) * RECORD
        for descriptor in self._descriptors:
            files.allocate(descriptor, start, records * RECORD)
            files.sync(descriptor)
        self.capacity += records

    def _encode(self, payloads: Mapping[int, bytes]) -> dict[int, bytes]:
        records = {}
        for number, payload in payloads.items():
            self._sequence += 1
            records[number] = self._encoded(number, self._sequence, payload)
        return records

    def _encoded(self, number: int, sequence: int, payload: bytes) -> bytes:
        return _encoded(self._magic, self._vault, number, sequence, payload)

    def _decoded(self, number: int, record: bytes) -> tuple[int, bytes] | None:
        """Return sequence and payload of a whole record of this vault, else None."""
        body, check = record[:-_CHECK], record[-_CHECK:]
        if len(record) != RECORD or _check(self._vault, body) != check:
            return None
        magic, version, its_number, sequence = _HEAD.unpack_from(record)
        if magic != self._magic or its_number != number:
            return None
        if version != VERSION:
            raise VaultProblem("vault_version", version=version)
        return sequence, body[_HEAD.size :]

    def close(self) -> None:
        """Let go of both files."""
        while self._descriptors:
            os.close(self._descriptors.pop())


def _stamped(descriptor: int, path: Path, records: Mapping[int, bytes]) -> set[int]:
    """Overwrite records in one copy; return those that read back."""
    written: dict[int, bytes] = {}
    for number, record in records.items():
        try:
            files.write_at(descriptor, record, number * RECORD)
        except OSError:
            continue
        written[number * RECORD] = record
    try:
        files.sync(descriptor)
        back = files.read_past_cache(path, written, RECORD)
    except OSError:
        return set()
    return {offset // RECORD for offset, record in written.items() if back[offset] == record}


def _contents(descriptor: int) -> bytes:
    size = os.fstat(descriptor).st_size
    parts = []
    offset = 0
    while offset < size and (part := os.pread(descriptor, size - offset, offset)):
        parts.append(part)
        offset += len(part)
    return b"".join(parts)


def _encoded(magic: bytes, vault: bytes, number: int, sequence: int, payload: bytes) -> bytes:
    body = _HEAD.pack(magic, VERSION, number, sequence) + payload.ljust(PAYLOAD, b"\0")
    return body + _check(vault, body)


def _check(vault: bytes, body: bytes) -> bytes:
    """Return a record's checksum: another vault's records are not whole here."""
    return hashlib.sha256(vault + body).digest()[:_CHECK]
