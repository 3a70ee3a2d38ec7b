"""The acts of lock and keys, 4(4)ウ: who opened the vault, who was locked out and why, whose keys there are.

Who did it is the entry's actor. Ids are opaque; no secret and no name stands in any of them.

An act that changes keys names the change of the keyring that it is (`change`, counted from the vault's
beginning): so a start after a cut tells whether it took effect.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.custody import CodeUse, LockReason
from .act import RecordedAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked(RecordedAct):
    """A key holder opened the vault, at the longest until `until`."""

    kind: ClassVar[str] = "unlocked"

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockFailed(RecordedAct):
    """A wrong passphrase, the `count`-th in a row; until `until` no other is tried (None: no wait)."""

    kind: ClassVar[str] = "unlock_failed"

    count: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked(RecordedAct):
    """The opened keys of these users (ids) were let go."""

    kind: ClassVar[str] = "locked"
    version: ClassVar[int] = 2

    reason: LockReason
    users: tuple[str, ...]

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Version 1 said neither why nor whom."""
        return {"reason": LockReason.UNSAID.value, "users": []}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainHttpAccepted(RecordedAct):
    """A person took note that their secrets go unencrypted through the network from where they sit."""

    kind: ClassVar[str] = "plain_http_accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMade(RecordedAct):
    """A person made a key of their own: one that waits to be admitted, or (`sees` not) one that only signs.

    `key_fingerprint` is that of the public key that footage is to be opened to; empty where it only signs.
    """

    kind: ClassVar[str] = "key_made"

    change: int
    sees: bool
    user_id: str = ""
    key_fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAdmitted(RecordedAct):
    """A person's key opens footage from here on, of these epochs, and of what is recorded from now on.

    `by_code`: nobody was left who could have admitted them; the recovery code did.
    """

    kind: ClassVar[str] = "holder_admitted"

    change: int
    user_id: str
    epochs: tuple[int, ...] = ()
    by_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRemoved(RecordedAct):
    """A person's key opens nothing any more. Footage from now on has a new key, `epoch`, where theirs opened it.

    `signs_on`: they stay site owner and keep what signs. `vault_fingerprint` is that of the new key; empty
    where none was needed.
    """

    kind: ClassVar[str] = "holder_removed"

    change: int
    user_id: str
    signs_on: bool = False
    epoch: int | None = None
    vault_fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseChanged(RecordedAct):
    """A person put their keys under another passphrase."""

    kind: ClassVar[str] = "passphrase_changed"

    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCodeUsed(RecordedAct):
    """The recovery code was used, and another has to take its place."""

    kind: ClassVar[str] = "recovery_code_used"

    use: CodeUse


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCodeRenewed(RecordedAct):
    """A new recovery code is in force; the one before opens only what whoever renewed it could not open."""

    kind: ClassVar[str] = "recovery_code_renewed"

    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKeysAnnounced(RecordedAct):
    """A passphrase is said to be lost: from `ready` on new keys may take the place of those that stand."""

    kind: ClassVar[str] = "new_keys_announced"

    ready: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKeysWithdrawn(RecordedAct):
    """That notice (`announced`: its `seq`) is void: who did this objected, or (`opened`) has what opens the keys that stand."""

    kind: ClassVar[str] = "new_keys_withdrawn"

    announced: int
    opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysBegun(RecordedAct):
    """Every passphrase was lost: what is recorded from now on has new keys, held by who did this, and a new code.

    Earlier footage stays sealed to whom it was sealed to, and expires. `by_code`: the recovery code spoke for it.
    """

    kind: ClassVar[str] = "keys_begun"
    version: ClassVar[int] = 2

    change: int
    epoch: int
    vault_fingerprint: str = ""
    by_code: bool = False

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Version 1 asked for no code."""
        return fields | {"by_code": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochsRetired(RecordedAct):
    """The last footage under these keys is gone, and so are they."""

    kind: ClassVar[str] = "epochs_retired"

    change: int
    epochs: tuple[int, ...]


CHANGES_KEYS = (
    KeyMade,
    HolderAdmitted,
    HolderRemoved,
    PassphraseChanged,
    RecoveryCodeRenewed,
    KeysBegun,
    EpochsRetired,
)
"""The acts whose effect lies in the keyring."""

type KeyChange = (
    KeyMade
    | HolderAdmitted
    | HolderRemoved
    | PassphraseChanged
    | RecoveryCodeRenewed
    | KeysBegun
    | EpochsRetired
)
