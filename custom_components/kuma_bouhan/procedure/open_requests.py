"""What is open among requests and copies, in numbers and counts: nothing about people, so that every door may tell it."""

from dataclasses import dataclass

from ..records.disclosure import ABOUT_DISCLOSURES
from ..records.extension import ABOUT_DRAFTS, ABOUT_EXTENSIONS
from .desk import Desk

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
    disclosures = requests.disclosures.values()
    return OpenRequests(
        waiting=tuple(
            sorted(
                [
                    *(one.number for one in requests.extensions.values() if one.waits),
                    *(one.number for one in disclosures if one.waits),
                ]
            )
        ),
        copies_out=sum(one.copies_out for one in disclosures),
        copies_overdue=sum(one.copies_overdue(now) for one in disclosures),
        permissions_overdue=sum(
            one.permission_due is not None and one.permission_due <= now for one in disclosures
        ),
    )
