"""The acts about the book itself: what it was found to be, and what people decided about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.personal_data import PersonalPeriod
from .act import RecordedAct, bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFinding(RecordedAct):
    """The book was found other than it had been left.

    Where an anchor says so: the book had `anchor` acts with this `root` (hex) at `anchored`, and does
    not go on from there any more, but had `acts` when it was opened. `agreed` is the last moment
    whose anchor it still goes on from, where there is one.
    """

    kind: ClassVar[str] = "book_finding"
    version: ClassVar[int] = 2

    finding: str
    detail: str = ""
    acts: int | None = None
    anchor: int | None = None
    root: str = ""
    anchored: datetime | None = None
    agreed: datetime | None = None

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Version 1 knew no anchors."""
        return dict.fromkeys(("acts", "anchor", "anchored", "agreed")) | {"root": ""} | fields


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAccepted(RecordedAct):
    """A person took note of what anchors said and has the book go on as it is.

    `findings` are the numbers of the acts that said it.
    """

    kind: ClassVar[str] = "book_accepted"

    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookBegun(RecordedAct):
    """A new book was begun in the place of a damaged one, which was kept aside under `aside`.

    Of that `acts` could be read, with this `root` (hex); `damage` says what follows them. What stood is
    entered anew in the acts that follow. `erased` are the slots whose erasure is remembered (`registers.REMEMBERED`): a
    copy of the vault that is restored later must not bring them back.
    """

    kind: ClassVar[str] = "book_begun"
    version: ClassVar[int] = 2

    aside: str
    acts: int
    root: str
    damage: str
    erased: Sequence[str] = bulk()

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Version 1 forgot what had been erased."""
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDataErased(RecordedAct):
    """The personal part of these acts was overwritten: their period was over."""

    kind: ClassVar[str] = "personal_data_erased"

    acts: tuple[int, ...]
    reason: PersonalPeriod
