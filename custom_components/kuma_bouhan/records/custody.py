"""The acts of lock and keys, 4(4)ウ: who opened the vault, who was locked out and why, whose keys there are.

Who did it is the entry's actor. Ids are opaque; no secret and no name stands in any of them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.custody import LockReason
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
