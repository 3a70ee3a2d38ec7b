"""What a passphrase or the recovery code has opened: private keys, in memory until they are let go."""

from collections.abc import Callable, Mapping
from functools import partial
import hashlib
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from .problems import VaultProblem


class Opened:
    """The private keys of an unlocked vault, in memory until `close`."""

    __slots__ = ("_closed", "_epochs", "_signing", "holder")

    def __init__(
        self,
        holder: str | None,
        epochs: Mapping[int, X25519PrivateKey],
        signing: Ed25519PrivateKey | None,
    ) -> None:
        """Hold the keys; `holder` is None where the recovery code opened it.

        Who only signs, or waits to be admitted, has no epochs and sees nothing.
        """
        self.holder = holder
        self._epochs = dict(epochs)
        self._signing = signing
        self._closed = False

    def __repr__(self) -> str:
        """Show no key."""
        return f"Opened({'closed' if self.is_closed else 'open'})"

    @property
    def is_closed(self) -> bool:
        """Say whether the keys have been let go."""
        return self._closed

    @property
    def epochs(self) -> frozenset[int]:
        """Return the epochs whose footage they open; none once closed."""
        return frozenset(self._epochs)

    def epoch(self, number: int) -> X25519PrivateKey:
        """Return an epoch's private key; raises footage_sealed where it is not held."""
        try:
            return self._epochs[number]
        except KeyError:
            raise VaultProblem("footage_sealed") from None

    def held(self) -> dict[int, X25519PrivateKey]:
        """Return the epochs' private keys; raises vault_locked where they have been let go."""
        held = dict(self._epochs)
        if self._closed:
            raise VaultProblem("vault_locked")
        return held

    def see_nothing(self) -> None:
        """Let go of what sees and keep what signs: who holds it may not see, or not any more."""
        self._epochs.clear()

    def signer(self) -> Callable[[bytes], bytes] | None:
        """Return what signs as the holder: see `signed`. None after `close`, and for the recovery code.

        What was begun while the vault was open is signed to its end.
        """
        return None if self._signing is None else partial(signed, self._signing)

    def close(self) -> None:
        """Let go of the keys."""
        self._closed = True
        self._epochs.clear()
        self._signing = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the keys."""
        self.close()


def signed(key: Ed25519PrivateKey, message: bytes) -> bytes:
    """Return the public key (32 bytes) and the signature of a message (64)."""
    return key.public_key().public_bytes_raw() + key.sign(message)


def fingerprint(public: bytes) -> str:
    """Return a public key's fingerprint as people compare it: 8 groups of 4."""
    digits = hashlib.sha256(public).hexdigest()[:32].upper()
    return " ".join(digits[start : start + 4] for start in range(0, 32, 4))
