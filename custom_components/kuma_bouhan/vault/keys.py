"""The keys of an open vault: unlocking, and every change of who can open footage.

A change is one new keyring in the place of the old one (`keyring.json`, replaced as a whole), then in the copy
that lies elsewhere. It is done when the first is durable; where that fails the old one is put back, as
far as the disk lets. All calls block and may come from any thread; changes go one at a time.

A passphrase that is set costs whoever tries it what `calibrated` says, unless a cost is handed in.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
import os
from pathlib import Path
import threading
from typing import Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from . import files, holders
from .holders import HolderFacts
from .kdf import FLOOR, KdfCost, calibrated, derived
from .keyring import FILE, Epoch, Keyring, Pair, Recovery, encode
from .keyring_file import KeyringFile, Source
from .opened import Opened, fingerprint
from .passphrase import folded
from .problems import VaultProblem, in_words
from .sealing import NewHolder, new_pair, new_recovery, opened_by, recovery_pair, unwrap, wrap


class Keys:
    """The keyring of a vault, read."""

    def __init__(self, ring: Keyring, file: KeyringFile, source: Source) -> None:
        """Take a keyring that was read."""
        self._ring = ring
        self._file = file
        self.source = source
        """Where it was read from."""
        self._changing = threading.Lock()

    @classmethod
    def read(cls, folder: Path, vault: str, *, copy: Path | None = None, mend: bool) -> Self:
        """Read the keyring of a vault; raises vault_damaged, vault_version.

        `mend` its file and its copy only where nobody else has the vault open.
        """
        file = KeyringFile(folder, copy)
        ring, source = file.read(vault)
        if mend:
            file.mend(ring, source)
        return cls(ring, file, source)

    @staticmethod
    def create(
        folder: Path,
        vault: str,
        holder: NewHolder,
        recovery_code: str,
        *,
        now: datetime,
        random: Callable[[int], bytes],
        cost: KdfCost | None = None,
    ) -> None:
        """Write the first holder, the recovery pair and the first epoch."""
        ring = holders.begun(
            Keyring(vault, 1, (), (), ()),
            new_pair(holder, vault, sees=True, now=now, random=random, cost=cost or calibrated()),
            new_recovery(recovery_code, vault, now=now, random=random),
            now=now,
            random=random,
        )
        files.put(folder / FILE, encode(ring))

    # What there is ---------------------------------------------------------------------------

    @property
    def current(self) -> Epoch:
        """Return the epoch that footage is sealed to now."""
        return self._ring.current

    @property
    def change(self) -> int:
        """Return how often the keyring was changed: every change of keys is one more."""
        return self._ring.change

    @property
    def epochs(self) -> tuple[Epoch, ...]:
        """Return the epochs that footage may be sealed to, the newest last; each was current from its `since`."""
        return self._ring.epochs

    @property
    def recovery(self) -> Recovery:
        """Return the recovery pair in force."""
        return self._ring.recovery[-1]

    @property
    def holders(self) -> dict[str, HolderFacts]:
        """Return what there is of each who has a key, by id."""
        return holders.facts(self._ring)

    @property
    def signing(self) -> dict[str, bytes]:
        """Return the public signing key (Ed25519) of each who has one."""
        return {holder: facts.signing for holder, facts in self.holders.items()}

    @property
    def fingerprint(self) -> str:
        """Return the current public key's fingerprint, for people."""
        return fingerprint(self.current.public.public_bytes_raw())

    def fingerprints(self) -> dict[int, str]:
        """Return the fingerprint of every epoch's public key, by its number."""
        return {epoch.number: fingerprint(epoch.public.public_bytes_raw()) for epoch in self.epochs}

    def opened_only_by(self, holder: str) -> frozenset[int]:
        """Return the epochs that no other holder can open, only this one (and the recovery code)."""
        found = self.holders
        others = [facts.epochs for name, facts in found.items() if name != holder]
        mine = found[holder].epochs if holder in found else frozenset[int]()
        return mine.difference(*others)

    # Unlocking -------------------------------------------------------------------------------

    def unlock(self, holder: str, passphrase: str) -> Opened:
        """Open the vault for somebody; raises wrong_passphrase, key_missing, vault_key_changed.

        Who has no key learns it after as long as others wait: one derivation.
        """
        ring = self._ring
        pairs = self._pairs(holder, passphrase)
        found = [(pair, unwrap(pair, passphrase, ring.vault)) for pair in pairs]
        epochs: dict[int, X25519PrivateKey] = {}
        signing = None
        for pair, keys in found:  # the newest first
            if keys is not None:
                signing = signing or keys.signing
                if keys.seeing is not None:
                    epochs |= opened_by(ring, pair.name, keys.seeing)
        if signing is None:
            raise VaultProblem("wrong_passphrase")
        return Opened(holder, epochs, signing)

    def _pairs(self, holder: str, passphrase: str) -> tuple[Pair, ...]:
        """Return somebody's pairs, the newest first; raises key_missing."""
        pairs = self._ring.of(holder)
        if not pairs:
            derived(
                folded(passphrase),
                bytes(16),
                self._ring.pairs[-1].cost if self._ring.pairs else FLOOR,
            )
            raise VaultProblem("key_missing")
        return pairs

    def unlock_by_recovery_code(self, code: str) -> Opened:
        """Open the vault with a printed code; raises wrong_recovery_code, vault_key_changed."""
        ring = self._ring
        pair = recovery_pair(code, ring.vault)
        public = pair.public_key().public_bytes_raw()
        names = [known.name for known in ring.recovery if known.public == public]
        if not names:
            raise VaultProblem("wrong_recovery_code")
        epochs: dict[int, X25519PrivateKey] = {}
        for name in names:
            epochs |= opened_by(ring, name, pair)
        return Opened(None, epochs, None)

    # Changes ---------------------------------------------------------------------------------

    def make(
        self,
        holder: NewHolder,
        *,
        sees: bool,
        now: datetime,
        random: Callable[[int], bytes] = os.urandom,
        cost: KdfCost | None = None,
    ) -> None:
        """Make somebody's own keys: waiting where they are to see, else for signing alone.

        Raises key_exists where they can open what is recorded now; other keys of theirs are replaced.
        """
        ring = self._ring
        if holders.holds_current(ring, holder.holder):
            raise VaultProblem("key_exists")
        pair = new_pair(
            holder, ring.vault, sees=sees, now=now, random=random, cost=cost or calibrated()
        )
        self._change(lambda ring: holders.made(ring, pair))

    def admit(self, holder: str, opened: Opened) -> frozenset[int]:
        """Seal all that `opened` opens to somebody; return the epochs they hold now.

        Raises key_missing, footage_sealed where `opened` opens nothing, vault_locked where it was closed.
        """
        keys = opened.held()
        self._change(lambda ring: holders.admitted(ring, holder, keys))
        return self.holders[holder].epochs

    def remove(
        self,
        holder: str,
        *,
        keep_signing: bool,
        now: datetime,
        random: Callable[[int], bytes] = os.urandom,
    ) -> int | None:
        """Take somebody's keys away; return the epoch that begins for new footage, None where none has to.

        Raises key_missing, and last_holder where nobody else can open what is recorded now.
        """
        before = self.current.number
        self._change(
            lambda ring: holders.removed(
                ring, holder, keep_signing=keep_signing, now=now, random=random
            )
        )
        return self.current.number if self.current.number != before else None

    def change_passphrase(
        self,
        holder: str,
        old: str,
        new: str,
        *,
        random: Callable[[int], bytes] = os.urandom,
        cost: KdfCost | None = None,
    ) -> None:
        """Put somebody's keys under another passphrase: all that the old one opens.

        Raises wrong_passphrase, key_missing.
        """
        ring = self._ring
        found = [(pair, unwrap(pair, old, ring.vault)) for pair in self._pairs(holder, old)]
        opened = [(pair, keys) for pair, keys in found if keys is not None]
        if not opened:
            raise VaultProblem("wrong_passphrase")
        cost = cost or calibrated()
        changed = {}
        for pair, keys in opened:
            salt, wrapped = wrap(
                keys.secret, NewHolder(holder, new), ring.vault, random=random, cost=cost
            )
            changed[pair.name] = replace(pair, salt=salt, cost=cost, wrapped=wrapped)
        self._change(lambda ring: holders.rewrapped(ring, changed))

    def new_recovery(
        self,
        opened: Opened,
        recovery_code: str,
        *,
        now: datetime,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        """Put a new recovery code in force; the old one opens only what `opened` does not.

        Raises footage_sealed where `opened` does not open what is recorded now, vault_locked where it was closed.
        """
        keys = opened.held()
        pair = new_recovery(recovery_code, self._ring.vault, now=now, random=random)
        self._change(lambda ring: holders.recovered(ring, pair, keys))

    def begin_epoch(
        self,
        holder: NewHolder,
        recovery_code: str,
        *,
        now: datetime,
        random: Callable[[int], bytes] = os.urandom,
        cost: KdfCost | None = None,
    ) -> int:
        """Begin a new epoch for one holder and a new recovery code; return its number.

        Takes no old secret and opens nothing: earlier footage stays sealed to whom it was sealed to. Durable on
        return. Raises wrong_recovery_code, and what the disk says.
        """
        vault = self._ring.vault
        recovery = new_recovery(recovery_code, vault, now=now, random=random)
        pair = new_pair(holder, vault, sees=True, now=now, random=random, cost=cost or calibrated())
        self._change(lambda ring: holders.begun(ring, pair, recovery, now=now, random=random))
        return self.current.number

    def retire(self, epochs: Collection[int]) -> None:
        """Let go of epochs that no footage is left of; never of the newest."""
        self._change(lambda ring: holders.retired(ring, epochs))

    def _change(self, changed: Callable[[Keyring], Keyring]) -> None:
        with self._changing, in_words():
            before = self._ring
            ring = replace(changed(before), change=before.change + 1)
            self._file.put(ring, before)
            self._ring = ring
