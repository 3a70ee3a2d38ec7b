"""All keys of a vault as they stand in one file: who can open footage, and which footage.

    passphrase ──Argon2id──▶ holder's pair ──HPKE──▶ epoch's private key ──▶ data keys of its chunks
    recovery code ──HKDF──▶ recovery pair ──HPKE──▶ epoch's private key

One file, replaced as a whole, so that a change of keys is done or not done. Facts only: `holders` says how
they change, `keys` keeps them. Nothing here is secret without a passphrase or the code; it shows in no
repr all the same.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from .kdf import KdfCost
from .problems import VaultProblem

FILE = "keyring.json"
FORMAT = 2
"""Format 1 was a folder of files: see `earlier_keys`."""
_CHECKSUM = 16


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody's keys, under their passphrase: what sees and what signs, or only what signs."""

    name: str
    """What epochs are sealed to it under; no two pairs of a vault share one."""
    holder: str
    since: datetime
    cost: KdfCost
    salt: bytes = field(repr=False)
    public: bytes | None
    """X25519; None where it only signs."""
    signing: bytes
    """The public signing key: Ed25519."""
    wrapped: bytes = field(repr=False)
    """The private keys, the signing key last."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """The public half of what a printed code comes to."""

    name: str
    since: datetime
    public: bytes


@dataclass(frozen=True, slots=True)
class Seal:
    """An epoch's private key, sealed to somebody."""

    key: bytes = field(repr=False)
    tag: bytes | None
    """Only who knows the private key can make it: it says that the seal is to this public key.
    None in seals of format 1, which had none."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """A key pair for the footage recorded while it is the newest."""

    number: int
    since: datetime
    public: X25519PublicKey
    sealed: Mapping[str, Seal] = field(repr=False)
    """Its private key, sealed to pairs of holders and to recovery pairs, by their names."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys of a vault."""

    vault: str
    change: int
    """Rises with every change."""
    pairs: tuple[Pair, ...]
    """The newest last; one person may have several."""
    recovery: tuple[Recovery, ...]
    """The one whose code is in force last."""
    epochs: tuple[Epoch, ...]
    """By number: footage is sealed to the last."""

    @property
    def current(self) -> Epoch:
        """Return the epoch that footage is sealed to now."""
        return self.epochs[-1]

    def of(self, holder: str) -> tuple[Pair, ...]:
        """Return somebody's pairs, the newest first."""
        return tuple(pair for pair in reversed(self.pairs) if pair.holder == holder)

    def held(self, name: str) -> frozenset[int]:
        """Return the epochs that are sealed to a pair."""
        return frozenset(epoch.number for epoch in self.epochs if name in epoch.sealed)

    def publics(self) -> dict[str, bytes]:
        """Return the public key behind each name that an epoch can be sealed to."""
        pairs = {pair.name: pair.public for pair in self.pairs if pair.public is not None}
        return pairs | {pair.name: pair.public for pair in self.recovery}


# The file ----------------------------------------------------------------------------------


def encode(ring: Keyring) -> bytes:
    """Return the file's bytes."""
    content = {
        "format": FORMAT,
        "vault": ring.vault,
        "change": ring.change,
        "holders": [
            {
                "name": pair.name,
                "holder": pair.holder,
                "created": pair.since.isoformat(),
                "argon2id": {
                    "salt": _text(pair.salt),
                    "memory_kib": pair.cost.memory_kib,
                    "iterations": pair.cost.iterations,
                    "lanes": pair.cost.lanes,
                },
                "public": None if pair.public is None else _text(pair.public),
                "signing_public": _text(pair.signing),
                "wrapped": _text(pair.wrapped),
            }
            for pair in ring.pairs
        ],
        "recovery": [
            {"name": pair.name, "created": pair.since.isoformat(), "public": _text(pair.public)}
            for pair in ring.recovery
        ],
        "epochs": [
            {
                "epoch": epoch.number,
                "created": epoch.since.isoformat(),
                "public": _text(epoch.public.public_bytes_raw()),
                "sealed": {
                    name: {
                        "key": _text(seal.key),
                        "tag": None if seal.tag is None else _text(seal.tag),
                    }
                    for name, seal in epoch.sealed.items()
                },
            }
            for epoch in ring.epochs
        ],
    }
    content["checksum"] = checksum(content)
    return json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n"


def decode(data: bytes, vault: str) -> Keyring:
    """Return what stands in a file; raises vault_version, and vault_damaged where it is not whole."""
    try:
        read: dict[str, Any] = json.loads(data)
        if read["format"] != FORMAT:
            raise VaultProblem("vault_version", version=int(read["format"]))
        if read.pop("checksum") != checksum(read) or read["vault"] != vault:
            raise VaultProblem("vault_damaged", what=FILE)
        ring = Keyring(
            vault=vault,
            change=int(read["change"]),
            pairs=tuple(map(_pair, read["holders"])),
            recovery=tuple(
                Recovery(pair["name"], _moment(pair), b64decode(pair["public"]))
                for pair in read["recovery"]
            ),
            epochs=tuple(sorted(map(_epoch, read["epochs"]), key=lambda epoch: epoch.number)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultProblem("vault_damaged", what=FILE) from error
    if (
        not ring.epochs
        or not ring.recovery
        or not all(pair.cost.is_bearable for pair in ring.pairs)
    ):
        raise VaultProblem("vault_damaged", what=FILE)
    return ring


def vault_of(data: bytes) -> str | None:
    """Return the vault that a file is of; None where it is no whole keyring."""
    try:
        read: dict[str, Any] = json.loads(data)
        return str(read["vault"]) if read.pop("checksum") == checksum(read) else None
    except ValueError, KeyError, TypeError, AttributeError:
        return None


def checksum(content: Mapping[str, Any]) -> str:
    """Return what finds damage in a file's content; it keeps nobody from forging one."""
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(plain.encode("ascii")).digest()[:_CHECKSUM].hex()


def read_cost(stored: Mapping[str, Any]) -> KdfCost:
    """Return what a try at a passphrase costs, as a file says it."""
    return KdfCost(int(stored["memory_kib"]), int(stored["iterations"]), int(stored["lanes"]))


def _pair(read: Mapping[str, Any]) -> Pair:
    public = read["public"]
    return Pair(
        name=read["name"],
        holder=read["holder"],
        since=_moment(read),
        cost=read_cost(read["argon2id"]),
        salt=b64decode(read["argon2id"]["salt"]),
        public=None if public is None else b64decode(public),
        signing=b64decode(read["signing_public"]),
        wrapped=b64decode(read["wrapped"]),
    )


def _epoch(read: Mapping[str, Any]) -> Epoch:
    return Epoch(
        number=int(read["epoch"]),
        since=_moment(read),
        public=X25519PublicKey.from_public_bytes(b64decode(read["public"])),
        sealed={
            name: Seal(
                b64decode(seal["key"]), None if seal["tag"] is None else b64decode(seal["tag"])
            )
            for name, seal in read["sealed"].items()
        },
    )


def _moment(read: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(read["created"])


def _text(data: bytes) -> str:
    return b64encode(data).decode()
