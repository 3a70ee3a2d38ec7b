"""Where a keyring lies: in the vault, and in a copy elsewhere that serves only if the vault's is missing or broken.

    vault's own ──missing──▶ the files of format 1 ──missing──▶ the copy ──missing──▶ vault_damaged
            └───damaged───────────┘                     └─ of the same vault, and whole

What served in place of the vault's own is written there at the next opening; one that was damaged is kept beside
it as `keyring.aside`. A disk that fails while it is read is not a damaged file: nothing else serves then.
"""

import contextlib
from enum import StrEnum
from pathlib import Path

from . import earlier_keys, files
from .keyring import FILE, Keyring, decode, encode, vault_of
from .problems import VaultProblem

ASIDE = "keyring.aside"


class Source(StrEnum):
    """Where a keyring was read from."""

    OWN = "own"
    EARLIER = "earlier"
    """The files of format 1."""
    COPY = "copy"


class KeyringFile:
    """The file in the vault's folder, and its copy."""

    def __init__(self, folder: Path, copy: Path | None) -> None:
        """Remember the folder as it is now; `copy` is where else the keyring is to lie."""
        self._folder = folder
        self._place = _identity(folder)
        self._copy = copy

    def read(self, vault: str) -> tuple[Keyring, Source]:
        """Return the keyring and where it was read from; raises vault_damaged, vault_version."""
        own = self._folder / FILE
        try:
            return decode(own.read_bytes(), vault), Source.OWN
        except FileNotFoundError:
            damaged = VaultProblem("vault_damaged", what=FILE)
        except VaultProblem as problem:
            if problem.key != "vault_damaged":
                raise
            damaged = problem
        try:
            if (ring := earlier_keys.read(self._folder, vault)) is not None:
                return ring, Source.EARLIER
        except VaultProblem as problem:
            if problem.key != "vault_damaged":
                raise
            damaged = problem
        if self._copy is not None:
            with contextlib.suppress(OSError, VaultProblem):
                return decode(self._copy.read_bytes(), vault), Source.COPY
        raise damaged

    def mend(self, ring: Keyring, source: Source) -> None:
        """Make the vault's own file, and the copy, what was read; as far as the disks let.

        Raises vault_missing where the vault's own is there after all: its disk was away for a moment.
        """
        own = self._folder / FILE
        if source is not Source.OWN:
            with contextlib.suppress(OSError):
                with contextlib.suppress(FileNotFoundError):
                    if vault_of(own.read_bytes()) == ring.vault:
                        raise VaultProblem("vault_missing")
                    own.replace(self._folder / ASIDE)
                files.put(own, encode(ring))
                source = Source.OWN
        if source is Source.OWN:
            earlier_keys.take_away(self._folder)
        self.keep_copy(ring)

    def put(self, ring: Keyring, before: Keyring) -> None:
        """Put a keyring in the place of the one before, durable on return, then in the copy.

        Raises vault_missing where another folder has taken the vault's place, and `OSError`; the one before
        is put back then as far as the disk lets: whoever hears that it failed forgets the new secret.
        """
        if _identity(self._folder) != self._place:
            raise VaultProblem("vault_missing")
        try:
            files.put(self._folder / FILE, encode(ring))
        except OSError:
            with contextlib.suppress(OSError):
                files.put(self._folder / FILE, encode(before))
            raise
        self.keep_copy(ring)

    def keep_copy(self, ring: Keyring) -> None:
        """Make the copy this keyring, as far as its disk lets: it is tried again at the next opening.

        The copy of another vault's keyring is left alone: it may be the only one.
        """
        if self._copy is None:
            return
        data = encode(ring)
        with contextlib.suppress(OSError):
            with contextlib.suppress(FileNotFoundError):
                found = self._copy.read_bytes()
                if found == data or vault_of(found) not in (None, ring.vault):
                    return
            files.put(self._copy, data)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino
