"""The acts of people about people: 4(2), 運用基準例 3.

Who did it is the entry's actor: who appointed, who ended, who objected. Names and titles are personal; ids are opaque.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.people import Absence, Role
from .act import RecordedAct, personal
from .contract import ContractEnded, ContractMade


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed(RecordedAct):
    """A person was given an office, 4(2), from `since` until `until` (None: until it is ended).

    `contract`: the contract under which a contractor's person works, 4(6); it takes the office with it when it ends.
    """

    kind: ClassVar[str] = "appointed"
    version: ClassVar[int] = 2

    role: Role
    user_id: str
    since: datetime
    until: datetime | None = None
    contract: str | None = None
    name: str = personal()
    title: str = personal()

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Version 1 knew no contractors."""
        return fields | {"contract": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentEnded(RecordedAct):
    """A person left an office, or was released from it, at `until`.

    `secrecy_acknowledged`: whoever leaves acknowledged that the duty of secrecy goes on; where
    another person ends it, that the one who leaves was told so.
    """

    kind: ClassVar[str] = "appointment_ended"

    role: Role
    user_id: str
    until: datetime
    secrecy_acknowledged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(RecordedAct):
    """An office went from one person to another at `since`, in one act; both acts' words hold."""

    kind: ClassVar[str] = "handed_over"

    role: Role
    from_user: str
    user_id: str
    since: datetime
    secrecy_acknowledged: bool
    name: str = personal()
    title: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLost(RecordedAct):
    """A person is no active user of Home Assistant any more, and so holds no office."""

    kind: ClassVar[str] = "role_lost"

    user_id: str
    roles: tuple[Role, ...]
    absence: Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOwnerRestored(RecordedAct):
    """An owner of Home Assistant became site owner with the recovery code, which has to be renewed then.

    Whoever was site owner until then is so no longer.
    """

    kind: ClassVar[str] = "site_owner_restored"

    user_id: str
    since: datetime
    name: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefoundingAnnounced(RecordedAct):
    """An owner of Home Assistant gave every role notice: from `ready` on the site may be re-founded."""

    kind: ClassVar[str] = "refounding_announced"

    ready: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RefoundingWithdrawn(RecordedAct):
    """Somebody with a role objected: the notice (`announced`: its `seq`) is void."""

    kind: ClassVar[str] = "refounding_withdrawn"

    announced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refounded(RecordedAct):
    """The site has a new founder, in these `roles`, and new keys for new footage.

    Every appointment before it is over. Footage of earlier epochs stays sealed to the keys it was sealed to.
    """

    kind: ClassVar[str] = "refounded"

    user_id: str
    roles: tuple[Role, ...]
    since: datetime
    epoch: int
    vault_fingerprint: str = ""
    name: str = personal()


ABOUT_PEOPLE = (
    Appointed,
    AppointmentEnded,
    HandedOver,
    RoleLost,
    SiteOwnerRestored,
    RefoundingAnnounced,
    RefoundingWithdrawn,
    Refounded,
    ContractMade,
    ContractEnded,
)
"""The acts that change who may do what, or are going to; a contract's end is the end of its people's offices."""
