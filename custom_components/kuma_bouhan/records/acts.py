"""Every kind of act that stands in the book.

An act is a frozen dataclass with a `kind` and a `version`. Its fields are public (hashed into
the tree as they are) unless marked `personal()`: those are hashed through a salted commitment and
can be overwritten when their own period ends. Ids of Home Assistant users and cameras are opaque and public.

Invariants:
1. A kind's name is never given to another act.
2. A change of fields raises `version` and teaches `upgrade` the older one. The small dataclasses inside acts are stored
   by position: they only ever grow at their end, with defaults.
3. What this version does not know is kept whole as `UnknownAct`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.people import Act
from .act import RecordedAct, personal
from .appointments import (
    Appointed,
    AppointmentEnded,
    HandedOver,
    Refounded,
    RefoundingAnnounced,
    RefoundingWithdrawn,
    RoleLost,
    SiteOwnerRestored,
)
from .assessment import ABOUT_ASSESSMENTS
from .complaint import ABOUT_COMPLAINTS
from .contract import ABOUT_CONTRACTS
from .custody import (
    EpochsRetired,
    HolderAdmitted,
    HolderRemoved,
    KeyMade,
    KeysBegun,
    Locked,
    NewKeysAnnounced,
    NewKeysWithdrawn,
    PassphraseChanged,
    PlainHttpAccepted,
    RecoveryCodeRenewed,
    RecoveryCodeUsed,
    Unlocked,
    UnlockFailed,
)
from .disclosure import ABOUT_DISCLOSURES
from .extension import ABOUT_DRAFTS, ABOUT_EXTENSIONS
from .incident import ABOUT_INCIDENTS
from .instruction import ABOUT_INSTRUCTION
from .keeping import BookAccepted, BookBegun, BookFinding, PersonalDataErased
from .purge_rule import ABOUT_PURGE_RULES
from .routine import Routine
from .sign import ABOUT_SIGNS
from .standard import ABOUT_STANDARD
from .thing import ABOUT_THINGS, Inspected
from .viewing import (
    FootagePlayed,
    ViewingBegan,
    ViewingDenied,
    ViewingEnded,
    ViewingPermitted,
    ViewingRequested,
)

# --- the site


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSetUp(RecordedAct):
    """A site came under these rules. `unsigned`: no key existed yet to sign with."""

    kind: ClassVar[str] = "site_set_up"

    site: str
    vault_id: str
    vault_fingerprint: str
    unsigned: bool = True
    vault_path: str = personal()
    settings: dict[str, Any] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAdopted(RecordedAct):
    """A book and vault that were found standing were taken up again."""

    kind: ClassVar[str] = "site_adopted"

    vault_id: str
    vault_path: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChanged(RecordedAct):
    """The site's settings changed; `fields` names those that did."""

    kind: ClassVar[str] = "site_changed"

    fields: tuple[str, ...]
    settings: dict[str, Any] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class HostKeyNoted(RecordedAct):
    """From here on the host signs the book's heads with this key (Ed25519, hex)."""

    kind: ClassVar[str] = "host_key_noted"

    public_key: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKeyNoted(RecordedAct):
    """From here on a person signs their acts with this key (Ed25519, hex)."""

    kind: ClassVar[str] = "signing_key_noted"

    user_id: str
    public_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRemoved(RecordedAct):
    """The integration was removed; book and footage stay."""

    kind: ClassVar[str] = "site_removed"


# --- cameras


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraAdded(RecordedAct):
    """A camera came under these rules. `voluntary`: outside 2(1), joined of the site's own will."""

    kind: ClassVar[str] = "camera_added"

    camera: str
    voluntary: bool = False
    source: str = personal()
    settings: dict[str, Any] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraChanged(RecordedAct):
    """A camera's settings changed; `fields` names those that did."""

    kind: ClassVar[str] = "camera_changed"

    camera: str
    voluntary: bool = False
    fields: tuple[str, ...] = ()
    source: str = personal()
    settings: dict[str, Any] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraRemoved(RecordedAct):
    """A camera was removed; its footage stays under its periods."""

    kind: ClassVar[str] = "camera_removed"

    camera: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingSwitched(RecordedAct):
    """Somebody, or an automation, switched a camera's recording on or off."""

    kind: ClassVar[str] = "recording_switched"

    camera: str
    on: bool


# --- retention and erasure


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionChanged(RecordedAct):
    """The period of the site (`camera` None) or of one camera changed, 4(4)イ.

    `slots` counts the hours of footage that come due sooner, `due_now` those of them due at once.
    A camera whose period is not its `own` any more keeps the site's.
    """

    kind: ClassVar[str] = "retention_changed"

    camera: str | None
    days_before: int
    days_after: int
    slots: int
    due_now: int
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAsked(RecordedAct):
    """A person had footage erased as no longer needed, 4(4)エ.

    `start` and `end` were asked for; what follows is known once it is done: `true_start` and
    `true_end` are the bounds of what went.
    """

    kind: ClassVar[str] = "erasure_asked"

    camera: str
    start: datetime
    end: datetime
    true_start: datetime | None = None
    true_end: datetime | None = None
    slots: tuple[str, ...] = ()
    chunks: int = 0
    bytes: int = 0
    reason_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeAsked(RecordedAct):
    """Erasure of what is due was asked for; `slots` hours were."""

    kind: ClassVar[str] = "purge_asked"

    slots: int


# --- the machine and its findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockConfirmed(RecordedAct):
    """A person vouched for the clock: in this boot, wall clock minus time since boot (seconds)."""

    kind: ClassVar[str] = "clock_confirmed"

    boot_id: str
    offset: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(RecordedAct):
    """An act was refused, `count` times since the last such entry."""

    kind: ClassVar[str] = "refusal"

    act: Act
    key: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalsLeftOut(RecordedAct):
    """So many more refusals since a moment were not entered one by one, to keep the book readable."""

    kind: ClassVar[str] = "refusals_left_out"

    since: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFinding(RecordedAct):
    """The vault was found other than it had been left."""

    kind: ClassVar[str] = "vault_finding"

    finding: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(RecordedAct):
    """The site started, with so many chunks, of which so many hours were overdue."""

    kind: ClassVar[str] = "started"

    software: str
    chunks: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(RecordedAct):
    """The site was stopped in order."""

    kind: ClassVar[str] = "stopped"


ACTS: tuple[type[RecordedAct], ...] = (
    SiteSetUp,
    SiteAdopted,
    SiteChanged,
    HostKeyNoted,
    SigningKeyNoted,
    SiteRemoved,
    Appointed,
    AppointmentEnded,
    HandedOver,
    RoleLost,
    SiteOwnerRestored,
    RefoundingAnnounced,
    RefoundingWithdrawn,
    Refounded,
    CameraAdded,
    CameraChanged,
    CameraRemoved,
    RecordingSwitched,
    RetentionChanged,
    ErasureAsked,
    PurgeAsked,
    ClockConfirmed,
    Unlocked,
    UnlockFailed,
    Locked,
    PlainHttpAccepted,
    KeyMade,
    HolderAdmitted,
    HolderRemoved,
    PassphraseChanged,
    RecoveryCodeUsed,
    RecoveryCodeRenewed,
    NewKeysAnnounced,
    NewKeysWithdrawn,
    KeysBegun,
    EpochsRetired,
    Refusal,
    RefusalsLeftOut,
    VaultFinding,
    BookFinding,
    BookAccepted,
    BookBegun,
    PersonalDataErased,
    ViewingBegan,
    FootagePlayed,
    ViewingEnded,
    ViewingRequested,
    ViewingPermitted,
    ViewingDenied,
    *ABOUT_DRAFTS,
    *ABOUT_EXTENSIONS,
    *ABOUT_DISCLOSURES,
    *ABOUT_ASSESSMENTS,
    *ABOUT_SIGNS,
    *ABOUT_COMPLAINTS,
    *ABOUT_INCIDENTS,
    *ABOUT_INSTRUCTION,
    *ABOUT_CONTRACTS,
    *ABOUT_THINGS,
    Inspected,
    *ABOUT_STANDARD,
    *ABOUT_PURGE_RULES,
    Started,
    Stopped,
    Routine,
)
KINDS: dict[str, type[RecordedAct]] = {act.kind: act for act in ACTS}
