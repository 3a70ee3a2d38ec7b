"""The repair of what is overdue and has none of its own. A home is spared it: it has the to-do list, and repairs for faults only."""

from collections.abc import Iterator

from homeassistant.helpers import issue_registry as ir

from .deeds.duties import DUTIES_LINK
from .guideline.duties import DutyKind
from .guideline.settings import Profile
from .issue import Issue
from .site import Site

OF_THEIR_OWN = frozenset(
    {
        DutyKind.SIGN,
        DutyKind.COMPLAINT_ANSWER,
        DutyKind.COMPLAINT_CLOSING,
        DutyKind.CONTRACT_END,
        DutyKind.CONTRACT_CERTIFICATE,
        DutyKind.TAKING_OUT_RETURN,
        DutyKind.INCIDENT,
        DutyKind.STANDARD,
        DutyKind.COPY_RETURN,
        DutyKind.PERMISSION_AFTERWARDS,
    }
)
"""Duties that a repair speaks of by itself."""


def overdue(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield in one how many other duties are overdue; which, the panel says, to whom they are."""
    settings = site.desk.registers.settings
    if settings is not None and settings.profile is Profile.HOME:
        return
    count = sum(duty.kind not in OF_THEIR_OWN for duty in site.duties.overdue)
    if count:
        yield (
            "duties_overdue",
            Issue(
                key="duties_overdue",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"count": str(count), "link": DUTIES_LINK},
            ),
        )
