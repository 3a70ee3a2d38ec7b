"""Who can open footage: key holders, the recovery code, and the epochs' key pairs.

    passphrase ──Argon2id──▶ holder's pair ──HPKE──▶ epoch's private key ──▶ data keys of its chunks
    recovery code ──HKDF──▶ recovery pair ──HPKE──▶ epoch's private key

Every epoch's private key is sealed to all holders' public keys and to the recovery pair's, so
a new epoch needs nobody's passphrase. A holder also has a signing key (Ed25519), under the
same passphrase. Secrets stand in no error and no repr.

Invariants:
1. An epoch's file is written last: until it is there nothing has begun, and what was opens as before.
2. Nothing here replaces a key: somebody who begins anew gets a pair beside their old one, because older
   epochs are sealed to that.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
import hashlib
import json
import os
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from . import files
from .envelope import NONCE, SUITE
from .passphrase import folded, read_recovery_code
from .problems import VaultProblem, in_words

FOLDER = "keys"
FORMAT = 1
RECOVERY = "recovery"
_EPOCH_INFO = b"kuma_bouhan epoch key v1"
_HOLDER_DATA = b"kuma_bouhan holder v1"
_RECOVERY_INFO = b"kuma_bouhan recovery pair v1"


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one try at a passphrase costs (Argon2id)."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class NewHolder:
    """Somebody who is to hold a key: an opaque id, and the passphrase."""

    holder: str
    passphrase: str = field(repr=False)


class Opened:
    """The private keys of an unlocked vault, in memory until `close`."""

    __slots__ = ("_epochs", "_signing", "holder")

    def __init__(
        self,
        holder: str | None,
        epochs: dict[int, X25519PrivateKey],
        signing: Ed25519PrivateKey | None,
    ) -> None:
        """Hold the keys; `holder` is None where the recovery code opened it."""
        self.holder = holder
        self._epochs = epochs
        self._signing = signing

    def __repr__(self) -> str:
        """Show no key."""
        return f"Opened({'closed' if self.is_closed else 'open'})"

    @property
    def is_closed(self) -> bool:
        """Say whether the keys have been let go."""
        return not self._epochs

    def epoch(self, number: int) -> X25519PrivateKey:
        """Return an epoch's private key; raises footage_sealed where it is not held."""
        try:
            return self._epochs[number]
        except KeyError:
            raise VaultProblem("footage_sealed") from None

    def signer(self) -> Callable[[bytes], bytes] | None:
        """Return what signs as the holder: see `signed`. None after `close`, and for the recovery code.

        What was begun while the vault was open is signed to its end.
        """
        return None if self._signing is None else partial(signed, self._signing)

    def close(self) -> None:
        """Let go of the keys."""
        self._epochs.clear()
        self._signing = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the keys."""
        self.close()


@dataclass(frozen=True, slots=True)
class Epoch:
    """A key pair for the footage recorded while it is the newest."""

    number: int
    public: X25519PublicKey
    sealed: dict[str, bytes] = field(repr=False)
    """Its private key, sealed to each holder ("holder:" and id) and to the recovery pair."""


class Keys:
    """The key files of a vault, read."""

    def __init__(self, folder: Path, vault: str) -> None:
        """Read them all; raises vault_damaged where they are not whole."""
        self._vault = vault
        self._folder = folder / FOLDER
        self._read()

    def _read(self) -> None:
        found = {}
        try:
            # Not `glob`: a disk that fails would look like one that lacks files.
            for path in sorted(self._folder.iterdir()):
                if path.suffix != ".json":
                    continue
                found[path.stem] = read = json.loads(path.read_bytes())
                if read["format"] != FORMAT:
                    raise VaultProblem("vault_version", version=read["format"])
            epochs = {
                read["epoch"]: _epoch(read)
                for stem, read in found.items()
                if stem.startswith("epoch-")
            }
            # What a beginning that was cut off has left is nobody's key.
            begun = {
                stem: read
                for stem, read in found.items()
                if (since := read.get("since", 1)) == 1
                or (since in epochs and _sealed_name(read) in epochs[since].sealed)
            }
            holders: dict[str, list[dict[str, Any]]] = {}
            for read in sorted(begun.values(), key=lambda read: -read.get("since", 1)):
                if "holder" in read:
                    holders.setdefault(read["holder"], []).append(read)
            if RECOVERY not in begun:
                raise VaultProblem("vault_damaged", what=FOLDER)
            self._recovery = {
                _sealed_name(read): b64decode(read["public"])
                for stem, read in begun.items()
                if stem.startswith(RECOVERY)
            }
            self._holders, self._epochs = holders, epochs
            self.current = epochs[max(epochs)]
        except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
            raise VaultProblem("vault_damaged", what=FOLDER) from error

    @staticmethod
    def create(
        folder: Path,
        vault: str,
        holder: NewHolder,
        recovery_code: str,
        *,
        now: datetime,
        random: Callable[[int], bytes],
        cost: KdfCost,
    ) -> None:
        """Write the first holder, the recovery pair and the first epoch."""
        files.make_folder(folder / FOLDER)
        _begin(folder / FOLDER, vault, 1, holder, recovery_code, now, random, cost)

    def begin_epoch(
        self,
        holder: NewHolder,
        recovery_code: str,
        *,
        now: datetime,
        random: Callable[[int], bytes] = os.urandom,
        cost: KdfCost = KdfCost(),
    ) -> int:
        """Begin a new epoch for one holder and a new recovery code; return its number. Blocking.

        Takes no old secret and opens nothing: earlier footage stays sealed to whom it was sealed to. Durable on
        return. Raises `VaultProblem`: wrong_recovery_code, and what the disk says.
        """
        number = self.current.number + 1
        with in_words():
            try:
                _begin(self._folder, self._vault, number, holder, recovery_code, now, random, cost)
            except OSError:
                # It may be there, only not surely: who hears that it failed forgets the code.
                files.discard(self._folder / f"epoch-{number:08d}.json")
                raise
            self._read()
        return number

    @property
    def holders(self) -> tuple[str, ...]:
        """Return the ids of the key holders."""
        return tuple(self._holders)

    @property
    def signing(self) -> dict[str, bytes]:
        """Return the holders' public signing keys (Ed25519)."""
        return {name: b64decode(read[0]["signing_public"]) for name, read in self._holders.items()}

    @property
    def fingerprint(self) -> str:
        """Return the current public key's fingerprint, for people."""
        return fingerprint(self.current.public.public_bytes_raw())

    def unlock(self, holder: str, passphrase: str) -> Opened:
        """Open the vault for a holder; raises wrong_passphrase.

        Takes as long for somebody who holds no key: one derivation at the usual cost.
        """
        held = self._holders.get(holder, [])
        if not held:
            _derived(passphrase, bytes(16), KdfCost())
        epochs: dict[int, X25519PrivateKey] = {}
        signing: Ed25519PrivateKey | None = None
        for read in held:  # the newest first
            if secret := self._unwrap(read, passphrase):
                pair = X25519PrivateKey.from_private_bytes(secret[:32])
                signing = signing or Ed25519PrivateKey.from_private_bytes(secret[32:])
                epochs |= self._open_epochs(_sealed_name(read), pair)
        if signing is None:
            raise VaultProblem("wrong_passphrase")
        return Opened(holder, epochs, signing)

    def _unwrap(self, read: dict[str, Any], passphrase: str) -> bytes | None:
        stored = read["argon2id"]
        cost = KdfCost(stored["memory_kib"], stored["iterations"], stored["lanes"])
        derived = _derived(passphrase, b64decode(stored["salt"]), cost)
        wrapped = b64decode(read["wrapped"])
        data = _holder_data(self._vault, read["holder"])
        try:
            return AESGCM(derived).decrypt(wrapped[:NONCE], wrapped[NONCE:], data)
        except InvalidTag:
            return None

    def unlock_by_recovery_code(self, code: str) -> Opened:
        """Open the vault with a printed code; raises wrong_recovery_code."""
        pair = _recovery_pair(code, self._vault)
        public = pair.public_key().public_bytes_raw()
        names = [name for name, known in self._recovery.items() if known == public]
        if not names:
            raise VaultProblem("wrong_recovery_code")
        epochs: dict[int, X25519PrivateKey] = {}
        for name in names:
            epochs |= self._open_epochs(name, pair)
        return Opened(None, epochs, None)

    def _open_epochs(self, name: str, pair: X25519PrivateKey) -> dict[int, X25519PrivateKey]:
        opened = {}
        for epoch in self._epochs.values():
            if (sealed := epoch.sealed.get(name)) is None:
                continue
            try:
                raw = SUITE.decrypt(sealed, pair, _epoch_info(self._vault, epoch.number, name))
            except InvalidTag:
                raise VaultProblem("vault_damaged", what=FOLDER) from None
            private = X25519PrivateKey.from_private_bytes(raw)
            if private.public_key() != epoch.public:
                # Somebody put another public key in place: what is recorded goes to them.
                raise VaultProblem("vault_key_changed")
            opened[epoch.number] = private
        return opened


def signed(key: Ed25519PrivateKey, message: bytes) -> bytes:
    """Return the public key (32 bytes) and the signature of a message (64)."""
    return key.public_key().public_bytes_raw() + key.sign(message)


def fingerprint(public: bytes) -> str:
    """Return a public key's fingerprint as people compare it: 8 groups of 4."""
    digits = hashlib.sha256(public).hexdigest()[:32].upper()
    return " ".join(digits[start : start + 4] for start in range(0, 32, 4))


def _begin(
    place: Path,
    vault: str,
    number: int,
    holder: NewHolder,
    recovery_code: str,
    now: datetime,
    random: Callable[[int], bytes],
    cost: KdfCost,
) -> None:
    """Write a holder's pair, a recovery pair and, last, the epoch that is sealed to both."""
    common = {"format": FORMAT, "since": number, "created": now.isoformat()}
    suffix = "" if number == 1 else f"-{number:08d}"
    recovery = _recovery_pair(recovery_code, vault)
    pair = X25519PrivateKey.from_private_bytes(random(32))
    signing = Ed25519PrivateKey.from_private_bytes(random(32))
    salt, nonce = random(16), random(NONCE)
    derived = _derived(holder.passphrase, salt, cost)
    secret = pair.private_bytes_raw() + signing.private_bytes_raw()
    of_holder = common | {
        "holder": holder.holder,
        "argon2id": {
            "salt": _text(salt),
            "memory_kib": cost.memory_kib,
            "iterations": cost.iterations,
            "lanes": cost.lanes,
        },
        "public": _text(pair.public_key().public_bytes_raw()),
        "signing_public": _text(signing.public_key().public_bytes_raw()),
        "wrapped": _text(
            nonce + AESGCM(derived).encrypt(nonce, secret, _holder_data(vault, holder.holder))
        ),
    }
    of_recovery = common | {"public": _text(recovery.public_key().public_bytes_raw())}
    id_hash = hashlib.sha256(holder.holder.encode()).hexdigest()[:16]
    _put(place / f"holder-{id_hash}{suffix}.json", of_holder)
    _put(place / f"{RECOVERY}{suffix}.json", of_recovery)
    epoch = X25519PrivateKey.from_private_bytes(random(32))
    raw = epoch.private_bytes_raw()
    sealed = {
        name: _text(SUITE.encrypt(raw, public, _epoch_info(vault, number, name)))
        for name, public in (
            (_sealed_name(of_holder), pair.public_key()),
            (_sealed_name(of_recovery), recovery.public_key()),
        )
    }
    _put(
        place / f"epoch-{number:08d}.json",
        {
            "format": FORMAT,
            "epoch": number,
            "created": now.isoformat(),
            "public": _text(epoch.public_key().public_bytes_raw()),
            "sealed": sealed,
        },
    )


def _epoch(read: dict[str, Any]) -> Epoch:
    return Epoch(
        read["epoch"],
        X25519PublicKey.from_public_bytes(b64decode(read["public"])),
        {name: b64decode(sealed) for name, sealed in read["sealed"].items()},
    )


def _derived(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    return Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(folded(passphrase))


def _recovery_pair(code: str, vault: str) -> X25519PrivateKey:
    derived = HKDF(
        algorithm=SHA256(), length=32, salt=bytes.fromhex(vault), info=_RECOVERY_INFO
    ).derive(read_recovery_code(code))
    return X25519PrivateKey.from_private_bytes(derived)


def _sealed_name(read: dict[str, Any]) -> str:
    """Return the name that epochs are sealed to a key file's pair under."""
    name = f"holder:{read['holder']}" if "holder" in read else RECOVERY
    since = read.get("since", 1)
    return name if since == 1 else f"{name}:{since}"


def _holder_data(vault: str, holder: str) -> bytes:
    return _HOLDER_DATA + bytes.fromhex(vault) + holder.encode()


def _epoch_info(vault: str, epoch: int, name: str) -> bytes:
    return _EPOCH_INFO + bytes.fromhex(vault) + epoch.to_bytes(4) + name.encode()


def _put(path: Path, content: dict[str, Any]) -> None:
    files.put(path, json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n")


def _text(data: bytes) -> str:
    return b64encode(data).decode()
