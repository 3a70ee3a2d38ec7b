"""What is open among requests and copies, in numbers and counts: nothing about people, so that every door may tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..guideline.duties import Duty, DutyKind
from ..guideline.people import Act
from ..records.disclosure import ABOUT_DISCLOSURES
from ..records.disclosure_state import Disclosure
from ..records.extension import ABOUT_DRAFTS, ABOUT_EXTENSIONS, HeldPiece
from .desk import Desk
from .reading_requests import copies_out, copies_overdue

ABOUT_REQUESTS = (*ABOUT_DRAFTS, *ABOUT_EXTENSIONS, *ABOUT_DISCLOSURES)
"""The acts that change it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRequests:
    """What somebody has to see to."""

    waiting: tuple[int, ...]
    """The numbers of the requests that nobody has decided, oldest first."""
    copies_out: int
    """Copies of which nobody has confirmed that they came back, or are destroyed or deleted."""
    copies_overdue: int
    permissions_overdue: int
    """Disclosures begun without a permission whose time for one afterwards is over."""


def open_requests(desk: Desk) -> OpenRequests:
    """Return what is open now."""
    requests, now = desk.registers.requests, desk.clock.now()
    disclosures = requests.disclosures.pending
    return OpenRequests(
        waiting=tuple(
            sorted(
                [
                    *(one.number for one in requests.extensions.pending),
                    *(one.number for one in disclosures if one.waits),
                ]
            )
        ),
        copies_out=copies_out(desk.registers),
        copies_overdue=copies_overdue(desk.registers, now),
        permissions_overdue=sum(
            one.permission_due is not None and one.permission_due <= now for one in disclosures
        ),
    )


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield the decisions that somebody waits for, and the copies that are to be gone: 運用基準例 4(2), 5(2), 4(4)ア.

    A decision is due before the footage that it is about would go: when the first of its protection ends.
    """
    requests = desk.registers.requests
    for extension in requests.extensions.pending:
        yield Duty(
            kind=DutyKind.DECISION,
            due=_before_it_goes(extension.protected, extension.at),
            act=Act.APPROVE_EXTENSION,
            number=extension.number,
        )
    for one in requests.disclosures.pending:
        if one.permission_due is not None:
            yield Duty(
                kind=DutyKind.PERMISSION_AFTERWARDS,
                due=one.permission_due,
                act=Act.PERMIT_DISCLOSURE,
                number=one.number,
            )
        elif one.waits:
            yield Duty(
                kind=DutyKind.DECISION,
                due=_before_it_goes(one.pieces, one.at),
                act=Act.PERMIT_DISCLOSURE,
                number=one.number,
            )
        if (due := _first_copy_due(one)) is not None:
            yield Duty(kind=DutyKind.COPY_RETURN, due=due, act=Act.FOLLOW_COPIES, number=one.number)


def _before_it_goes(pieces: Sequence[HeldPiece], asked: datetime) -> datetime:
    return min((piece.until for piece in pieces), default=asked)


def _first_copy_due(one: Disclosure) -> datetime | None:
    """Return when the first of the copies that are out is to be back, destroyed or deleted."""
    dues = [copy.due for copy in one.copies if copy.is_out]
    if one.provided is not None and one.provided.is_out and one.provided.due is not None:
        dues.append(one.provided.due)
    return min(dues, default=None)
