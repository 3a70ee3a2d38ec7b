"""The acts about custody of things: 4(4)ウ, 運用基準例 4(1), 4(3). Places, keys and serial numbers are personal.

`thing` and `copy` are ids (32 hex digits); `number` counts takings out from 1.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.things import CopyKind, Inspection, Method, ThingKind
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingNoted(RecordedAct):
    """Where a thing stands, behind which lock, who has its key, and what keeps it from being stolen; or anew."""

    kind: ClassVar[str] = "thing_noted"

    thing: str
    what: ThingKind
    name: str = personal()
    place: str = personal()
    lock: str = personal()
    key_keeper: str = personal()
    anti_theft: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingChecked(RecordedAct):
    """A thing was seen where it should be, locked; or (`fine` False) not so."""

    kind: ClassVar[str] = "thing_checked"

    thing: str
    fine: bool
    remarks: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingGone(RecordedAct):
    """A thing holds nothing of footage any more."""

    kind: ClassVar[str] = "thing_gone"

    thing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOutRequested(RecordedAct):
    """A thing is to be taken out until `due`, to whom and what for."""

    kind: ClassVar[str] = "taking_out_requested"

    number: int
    thing: str
    due: datetime
    reason_text: str = personal()
    where_to: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOutPermitted(RecordedAct):
    """It may be taken out, from now on. `one_person`: who asked decided, too."""

    kind: ClassVar[str] = "taking_out_permitted"

    number: int
    requested_by: str
    one_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOutDenied(RecordedAct):
    """It may not."""

    kind: ClassVar[str] = "taking_out_denied"

    number: int
    requested_by: str
    reason_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediumReturned(RecordedAct):
    """What was taken out is back; or (`fine` False) not as it was, or not at all."""

    kind: ClassVar[str] = "medium_returned"

    number: int
    fine: bool
    remarks: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopyNoted(RecordedAct):
    """A camera's pictures are kept elsewhere too, for so many days; or anew. `days` None: nobody knows."""

    kind: ClassVar[str] = "other_copy_noted"

    copy: str
    camera: str
    what: CopyKind
    days: int | None
    place: str = personal()
    who_sees: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopyGone(RecordedAct):
    """They are not any more."""

    kind: ClassVar[str] = "other_copy_gone"

    copy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOtherCopies(RecordedAct):
    """Somebody looked: a camera's pictures are kept nowhere else."""

    kind: ClassVar[str] = "no_other_copies"

    camera: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediumDisposed(RecordedAct):
    """A medium was made unreadable: 媒体を廃棄する場合は、破砕のうえ、廃棄, 運用基準例 4(3)."""

    kind: ClassVar[str] = "medium_disposed"

    thing: str | None
    method: Method
    on: datetime
    medium: str = personal()
    serial: str = personal()
    witness: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected(RecordedAct):
    """Operators inspected what is kept: 画像データの保存状況の点検."""

    kind: ClassVar[str] = "inspected"

    what: Inspection
    fine: bool
    remarks: str = personal()


ABOUT_THINGS = (
    ThingNoted,
    ThingChecked,
    ThingGone,
    TakingOutRequested,
    TakingOutPermitted,
    TakingOutDenied,
    MediumReturned,
    OtherCopyNoted,
    OtherCopyGone,
    NoOtherCopies,
    MediumDisposed,
)
ABOUT_TAKINGS = (TakingOutRequested, TakingOutPermitted, TakingOutDenied, MediumReturned)
