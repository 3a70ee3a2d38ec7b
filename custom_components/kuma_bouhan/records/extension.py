"""The acts of keeping footage beyond its period, of which form 1 (画像保存期間延長理由書) is made: 4(4)イ, 運用基準例 4(2).

Requests have a `number` that runs through a book, whatever they ask for. Reasons are personal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.extension import Wanted
from ..guideline.grounds import Ground
from .act import RecordedAct, bulk, personal


@dataclass(frozen=True, slots=True)
class HeldPiece:
    """What is held of one hour of one camera: whole chunks, under a slot of their own.

    `original_end` is when the hour's own period ends, `until` when the hold does; `start` and `end` are the true bounds.
    """

    slot: str
    camera: str
    hour: datetime
    original_end: datetime
    until: datetime
    start: datetime
    end: datetime
    chunks: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDrafted(RecordedAct):
    """It was noted that a request is to be made; a person completes or discards it. It protects nothing."""

    kind: ClassVar[str] = "request_drafted"

    number: int
    wanted: Wanted
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    ground: Ground | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDiscarded(RecordedAct):
    """A draft was thrown away."""

    kind: ClassVar[str] = "draft_discarded"

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FootageProtected(RecordedAct):
    """An operator protected footage at once, until it is decided what becomes of it."""

    kind: ClassVar[str] = "footage_protected"

    number: int
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    pieces: Sequence[HeldPiece] = bulk()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionEnded(RecordedAct):
    """Such a protection was ended: the footage is under its own period again."""

    kind: ClassVar[str] = "protection_ended"

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRequested(RecordedAct):
    """An extension was asked for; what it asks for is protected until that is decided.

    `until` is the midnight after the last day. `renews` names the extension (number) that this one is to follow, `draft` and
    `protection` what it was made from.
    """

    kind: ClassVar[str] = "extension_requested"

    number: int
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    until: datetime
    renews: int | None = None
    draft: int | None = None
    protection: int | None = None
    pieces: Sequence[HeldPiece] = bulk()
    reason_text: str = personal()
    remarks: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionApproved(RecordedAct):
    """An extension was approved: exactly the pieces are held until `until`."""

    kind: ClassVar[str] = "extension_approved"

    number: int
    requested_by: str
    one_person: bool
    until: datetime
    pieces: Sequence[HeldPiece] = bulk()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDenied(RecordedAct):
    """An extension was denied."""

    kind: ClassVar[str] = "extension_denied"

    number: int
    requested_by: str
    reason_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionWithdrawn(RecordedAct):
    """A request for an extension was withdrawn before it was decided."""

    kind: ClassVar[str] = "extension_withdrawn"

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionEnded(RecordedAct):
    """An approved extension was ended early."""

    kind: ClassVar[str] = "extension_ended"

    number: int
    reason_text: str = personal()


ABOUT_EXTENSIONS = (
    FootageProtected,
    ProtectionEnded,
    ExtensionRequested,
    ExtensionApproved,
    ExtensionDenied,
    ExtensionWithdrawn,
    ExtensionEnded,
)
ABOUT_DRAFTS = (RequestDrafted, DraftDiscarded)
