"""The acts of giving footage to others, of which form 2 (画像提供記録書) is made: 4(4)ア, 運用基準例 5(2).

`number` is the request's, of the same run as those of extensions. Who asked, what for and on which paper is personal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.disclosure import Answer, Asks, CopyForm, Danger, Duty, Fate, Medium
from ..guideline.grounds import Ground
from .act import RecordedAct, bulk, personal
from .extension import HeldPiece


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRequested(RecordedAct):
    """Footage was asked for; it is protected until that is decided.

    `ground` is None of an access request that is not answered. `written`: a paper asks for it. `masked`: others are to be masked.
    """

    kind: ClassVar[str] = "disclosure_requested"

    number: int
    asks: Asks
    ground: Ground | None
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    written: bool = False
    danger: Danger | None = None
    masked: bool = False
    draft: int | None = None
    protection: int | None = None
    pieces: Sequence[HeldPiece] = bulk()
    affiliation: str = personal()
    title: str = personal()
    name: str = personal()
    contact: str = personal()
    purpose_text: str = personal()
    content_text: str = personal()
    remarks: str = personal()
    document: str = personal()
    document_number: str = personal()
    identity_check: str = personal()
    exception_text: str = personal()
    """Why there is no paper where the site asks for one."""
    urgency_text: str = personal()
    no_other_way_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessAnswered(RecordedAct):
    """The site said how it sees an access request: 個人情報取扱事業者, 保有個人データ (APPI 33), and whether it is obliged."""

    kind: ClassVar[str] = "access_answered"

    number: int
    business: Answer
    retained: Answer
    obliged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosurePermitted(RecordedAct):
    """A disclosure was permitted, of exactly these cameras and span, to the recipient of the request.

    `binds` is the leaf hash (hex) of the request as it stands in the book, names included; `until` is when an unused permission
    is void. `afterwards`: the footage had been handed over already.
    """

    kind: ClassVar[str] = "disclosure_permitted"

    number: int
    requested_by: str
    one_person: bool
    ground: Ground
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    masked: bool
    binds: str
    until: datetime
    afterwards: bool = False
    pieces: Sequence[HeldPiece] = bulk()


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureDenied(RecordedAct):
    """A disclosure was denied; `no_ground`: the guideline gives none."""

    kind: ClassVar[str] = "disclosure_denied"

    number: int
    requested_by: str
    no_ground: bool = False
    reason_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureWithdrawn(RecordedAct):
    """A request was withdrawn before anything was provided."""

    kind: ClassVar[str] = "disclosure_withdrawn"

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesShown(RecordedAct):
    """Pictures of permitted footage were shown to somebody who draws on them what is to be masked."""

    kind: ClassVar[str] = "pictures_shown"

    number: int
    camera: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedCopyMade(RecordedAct):
    """A copy of one camera's footage was made in which others are masked; the original stays as it is.

    `derived` is what the copy stands under in the vault; `masks` counts the areas; `digest` is the root (hex) of the tree over
    its chunks, and empty in the order: the copy is named before its first byte is written.
    """

    kind: ClassVar[str] = "masked_copy_made"

    number: int
    camera: str
    derived: str
    masks: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosurePrepared(RecordedAct):
    """What is to be given out was put together; `manifest` is the SHA-256 (hex) of its list of files."""

    kind: ClassVar[str] = "disclosure_prepared"

    number: int
    manifest: str
    files: int
    bytes: int
    masked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyDownloaded(RecordedAct):
    """A copy was downloaded: whoever did it deletes it, and confirms that, by `due`. `copy` runs within a disclosure."""

    kind: ClassVar[str] = "copy_downloaded"

    number: int
    copy: int
    form: CopyForm
    bytes: int
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureProvided(RecordedAct):
    """Footage was handed over, at a minute (提供日時): so many copies, on a medium.

    `due` is when a copy is to be returned or destroyed. `receipt`: the recipient signed for it.
    """

    kind: ClassVar[str] = "disclosure_provided"

    number: int
    at: datetime
    medium: Medium
    copies: int
    receipt: bool
    duty: Duty
    due: datetime | None = None
    medium_text: str = personal()
    received_by: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyConfirmed(RecordedAct):
    """What became of a copy is confirmed; `copy` None is what was handed over."""

    kind: ClassVar[str] = "copy_confirmed"

    number: int
    copy: int | None
    fate: Fate
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FootageSeized(RecordedAct):
    """Footage, or the machine it lies on, was seized by warrant, at a minute."""

    kind: ClassVar[str] = "footage_seized"

    number: int
    at: datetime
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    affiliation: str = personal()
    title: str = personal()
    name: str = personal()
    contact: str = personal()
    document: str = personal()
    document_number: str = personal()
    content_text: str = personal()
    remarks: str = personal()


ABOUT_DISCLOSURES = (
    DisclosureRequested,
    AccessAnswered,
    DisclosurePermitted,
    DisclosureDenied,
    DisclosureWithdrawn,
    PicturesShown,
    MaskedCopyMade,
    DisclosurePrepared,
    CopyDownloaded,
    DisclosureProvided,
    CopyConfirmed,
    FootageSeized,
)
