"""The two layers of key around a chunk.

    data key ──sealed (HPKE) to the epoch's public key──▶ sealed key     seeing needs its private key
    sealed key ──wrapped (AES-256-GCM) under the slot key──▶ wrapped key  destroyed with the slot

Everything is bound to where it belongs: version, vault, camera, chunk, start, and the wrap
also to its slot. What does not open raises footage_damaged.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from .moments import micros
from .problems import VaultProblem

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
DATA_KEY = 32
NONCE = 12
SEALED = 32 + DATA_KEY + 16
WRAPPED = NONCE + SEALED + 16
_SEAL_INFO = b"kuma_bouhan data key v1"
_WRAP_INFO = b"kuma_bouhan slot wrap v1"
_BOUND = struct.Struct(">16s16s16sq")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key belongs."""

    vault: str
    camera: str
    chunk: str
    start: datetime

    def bound(self) -> bytes:
        """Return the bytes that a key is bound to."""
        return _BOUND.pack(
            bytes.fromhex(self.vault),
            bytes.fromhex(self.camera),
            bytes.fromhex(self.chunk),
            micros(self.start),
        )


def seal(data_key: bytes, public: X25519PublicKey, place: Place) -> bytes:
    """Seal a data key to an epoch: only its private key opens it."""
    return SUITE.encrypt(data_key, public, _SEAL_INFO + place.bound())


def open_sealed(sealed: bytes, private: X25519PrivateKey, place: Place) -> bytes:
    """Return the data key."""
    try:
        return SUITE.decrypt(sealed, private, _SEAL_INFO + place.bound())
    except InvalidTag:
        raise VaultProblem("footage_damaged") from None


def wrap(
    sealed: bytes, slot_key: bytes, slot: str, place: Place, random: Callable[[int], bytes]
) -> bytes:
    """Wrap a sealed key under a slot's key."""
    nonce = random(NONCE)
    return nonce + AESGCM(slot_key).encrypt(nonce, sealed, _wrap_data(slot, place))


def unwrap(wrapped: bytes, slot_key: bytes, slot: str, place: Place) -> bytes:
    """Return the sealed key."""
    try:
        return AESGCM(slot_key).decrypt(wrapped[:NONCE], wrapped[NONCE:], _wrap_data(slot, place))
    except InvalidTag:
        raise VaultProblem("footage_damaged") from None


def _wrap_data(slot: str, place: Place) -> bytes:
    return _WRAP_INFO + place.bound() + bytes.fromhex(slot)
