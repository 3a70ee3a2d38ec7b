"""The cipher work on a keyring: wrapping under a passphrase, sealing epochs, and seeing that nobody exchanged a key.

A seal of format 2 has a tag that only who knows the epoch's private key can make, over the public key it is
to. Whoever opens an epoch by such a seal checks the tags of all its seals, and its public key: so a public key
that was exchanged in the file, be it the epoch's, a holder's or the recovery pair's, is noticed by the next one who
unlocks, and raises vault_key_changed.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .envelope import NONCE, SUITE
from .kdf import KdfCost, derived
from .keyring import FILE, Epoch, Keyring, Pair, Recovery, Seal
from .passphrase import folded, read_recovery_code, readings
from .problems import VaultProblem

_EPOCH_INFO = {False: b"kuma_bouhan epoch key v1", True: b"kuma_bouhan epoch key v2"}
"""By whether the seal has a tag: one whose tag was taken away does not open."""
_TAG_INFO = b"kuma_bouhan seal tag v2"
_HOLDER_DATA = b"kuma_bouhan holder v1"
_RECOVERY_INFO = b"kuma_bouhan recovery pair v1"
_TAG = 16
_KEY = 32

type Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class NewHolder:
    """Somebody who is to hold a key: an opaque id, and the passphrase."""

    holder: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The private keys of a pair: what sees, where it does, and what signs."""

    seeing: X25519PrivateKey | None
    signing: Ed25519PrivateKey
    secret: bytes = field(repr=False)


# A holder's keys ---------------------------------------------------------------------------


def new_pair(
    holder: NewHolder, vault: str, *, sees: bool, now: datetime, random: Random, cost: KdfCost
) -> Pair:
    """Make somebody's keys and wrap them under their passphrase. Blocking: one derivation."""
    signing = Ed25519PrivateKey.from_private_bytes(random(_KEY))
    seeing = X25519PrivateKey.from_private_bytes(random(_KEY)) if sees else None
    secret = seeing.private_bytes_raw() if seeing else b""
    salt, wrapped = wrap(
        secret + signing.private_bytes_raw(), holder, vault, random=random, cost=cost
    )
    return Pair(
        name=f"holder:{holder.holder}:{random(8).hex()}",
        holder=holder.holder,
        since=now,
        cost=cost,
        salt=salt,
        public=seeing.public_key().public_bytes_raw() if seeing else None,
        signing=signing.public_key().public_bytes_raw(),
        wrapped=wrapped,
    )


def wrap(
    secret: bytes, holder: NewHolder, vault: str, *, random: Random, cost: KdfCost
) -> tuple[bytes, bytes]:
    """Return salt and wrapped secret. Blocking: one derivation."""
    salt, nonce = random(16), random(NONCE)
    key = AESGCM(derived(folded(holder.passphrase), salt, cost))
    return salt, nonce + key.encrypt(nonce, secret, _holder_data(vault, holder.holder))


def unwrap(pair: Pair, passphrase: str, vault: str) -> Unwrapped | None:
    """Return a pair's private keys; None where the passphrase is another. Blocking: one derivation, sometimes two.

    Raises vault_key_changed where its public keys in the file are not theirs.
    """
    data = _holder_data(vault, pair.holder)
    for secret in readings(passphrase):
        key = AESGCM(derived(secret, pair.salt, pair.cost))
        with suppress(InvalidTag):
            return _unwrapped(pair, key.decrypt(pair.wrapped[:NONCE], pair.wrapped[NONCE:], data))
    return None


def _unwrapped(pair: Pair, secret: bytes) -> Unwrapped:
    signing = Ed25519PrivateKey.from_private_bytes(secret[-_KEY:])
    seeing = None
    # One who sees no more has kept the signing key: the other is passed over.
    if pair.public is not None:
        seeing = X25519PrivateKey.from_private_bytes(secret[:_KEY])
        if seeing.public_key().public_bytes_raw() != pair.public:
            raise VaultProblem("vault_key_changed")
    if signing.public_key().public_bytes_raw() != pair.signing:
        raise VaultProblem("vault_key_changed")
    return Unwrapped(seeing, signing, secret)


def _holder_data(vault: str, holder: str) -> bytes:
    return _HOLDER_DATA + bytes.fromhex(vault) + holder.encode()


# The recovery code -------------------------------------------------------------------------


def recovery_pair(code: str, vault: str) -> X25519PrivateKey:
    """Return the pair that a printed code comes to; raises wrong_recovery_code."""
    secret = HKDF(
        algorithm=SHA256(), length=_KEY, salt=bytes.fromhex(vault), info=_RECOVERY_INFO
    ).derive(read_recovery_code(code))
    return X25519PrivateKey.from_private_bytes(secret)


def new_recovery(code: str, vault: str, *, now: datetime, random: Random) -> Recovery:
    """Return the public half of a new code."""
    public = recovery_pair(code, vault).public_key().public_bytes_raw()
    return Recovery(f"recovery:{random(8).hex()}", now, public)


# Epochs ------------------------------------------------------------------------------------


def new_epoch(
    number: int, vault: str, recipients: Mapping[str, bytes], *, now: datetime, random: Random
) -> Epoch:
    """Make an epoch's pair and seal it to public keys, by their names."""
    private = X25519PrivateKey.from_private_bytes(random(_KEY))
    return Epoch(number, now, private.public_key(), sealed_to(private, number, vault, recipients))


def sealed_to(
    private: X25519PrivateKey, number: int, vault: str, recipients: Mapping[str, bytes]
) -> dict[str, Seal]:
    """Seal an epoch's private key to public keys, by their names."""
    raw = private.private_bytes_raw()
    return {
        name: Seal(
            SUITE.encrypt(
                raw,
                X25519PublicKey.from_public_bytes(public),
                _epoch_info(vault, number, name, tagged=True),
            ),
            _tag(private, number, vault, name, public),
        )
        for name, public in recipients.items()
    }


def opened_by(ring: Keyring, name: str, pair: X25519PrivateKey) -> dict[int, X25519PrivateKey]:
    """Return the epochs that are sealed to a pair; raises vault_damaged, vault_key_changed."""
    opened = {}
    for epoch in ring.epochs:
        if (seal := epoch.sealed.get(name)) is None:
            continue
        tagged = seal.tag is not None
        try:
            raw = SUITE.decrypt(
                seal.key, pair, _epoch_info(ring.vault, epoch.number, name, tagged=tagged)
            )
        except InvalidTag:
            raise VaultProblem("vault_damaged", what=FILE) from None
        private = X25519PrivateKey.from_private_bytes(raw)
        check(ring, epoch, private, tags=tagged)
        opened[epoch.number] = private
    return opened


def check(ring: Keyring, epoch: Epoch, private: X25519PrivateKey, *, tags: bool) -> None:
    """Raise vault_key_changed where an epoch's public key, or one it is sealed to, was exchanged."""
    if private.public_key() != epoch.public:
        # Somebody put another public key in place: what is recorded goes to them.
        raise VaultProblem("vault_key_changed")
    publics = ring.publics() if tags else {}
    for name, seal in epoch.sealed.items() if tags else ():
        public = publics.get(name)
        if public is None or not hmac.compare_digest(
            seal.tag or b"", _tag(private, epoch.number, ring.vault, name, public)
        ):
            # The next epoch would be sealed to them.
            raise VaultProblem("vault_key_changed")


def _tag(private: X25519PrivateKey, number: int, vault: str, name: str, public: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(),
        length=_TAG,
        salt=bytes.fromhex(vault),
        info=_TAG_INFO + number.to_bytes(4) + public + name.encode(),
    ).derive(private.private_bytes_raw())


def _epoch_info(vault: str, number: int, name: str, *, tagged: bool) -> bytes:
    return _EPOCH_INFO[tagged] + bytes.fromhex(vault) + number.to_bytes(4) + name.encode()
