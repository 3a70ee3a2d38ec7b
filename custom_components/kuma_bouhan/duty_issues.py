"""Repairs about what is kept beside footage: signs, the standard, complaints, contracts, ways past the procedure, and duties.

What is overdue and has no repair of its own is said in one. A home is spared that: it has the to-do list, and repairs for faults only.
"""

from collections import Counter
from collections.abc import Iterator

from homeassistant.helpers import issue_registry as ir

from .const import CHECK_LINK
from .deeds.duties import DUTIES_LINK
from .guideline.duties import DutyKind
from .guideline.settings import Profile
from .guideline.signs import SignTrouble
from .issue import Issue
from .procedure import complaints, contracts, incidents, signs, standard, taking_out
from .site import Site

OVERDUE = {
    DutyKind.CONTRACT_CERTIFICATE: "contract_certificate_due",
    DutyKind.TAKING_OUT_RETURN: "taking_out_overdue",
}
"""Duties that are said as soon as they are due, by how many there are."""

OF_THEIR_OWN = frozenset(
    {
        DutyKind.SIGN,
        DutyKind.COMPLAINT_ANSWER,
        DutyKind.COMPLAINT_CLOSING,
        DutyKind.CONTRACT_CERTIFICATE,
        DutyKind.TAKING_OUT_RETURN,
        DutyKind.INCIDENT,
        DutyKind.STANDARD,
        DutyKind.COPY_RETURN,
        DutyKind.PERMISSION_AFTERWARDS,
    }
)
"""Duties that a repair speaks of by itself."""


def wrong_beside_footage(site: Site) -> Iterator[tuple[str, Issue | None]]:
    """Yield what a person has to see to now; None for what is not known yet."""
    yield from _signs(site)
    yield from _standard(site)
    yield from _complaints(site)
    yield from _contracts_and_things(site)
    yield from _leaks(site)
    yield from _others(site)


def _signs(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield the signs that somebody has to see to: 4(3)."""
    for camera, status in site.cameras.items():
        if found := signs.trouble_of(site.desk, camera):
            yield (
                f"sign_{found}_{camera}",
                Issue(
                    key=_SIGN_ISSUES[found],
                    severity=ir.IssueSeverity.WARNING,
                    placeholders={"place": status.settings.place},
                ),
            )


_SIGN_ISSUES = {
    SignTrouble.MISSING: "sign_missing",
    SignTrouble.OVERDUE: "sign_overdue",
    SignTrouble.NEVER_CONFIRMED: "sign_never_confirmed",
}


def _standard(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield that the operating standard is not adopted in time, or says no longer what is so; one person's home is spared the first."""
    desk = site.desk
    adopted, settings = desk.registers.standards.adopted, desk.registers.settings
    due = next((one.due for one in standard.duties(desk)), None)
    if due is None or due > desk.clock.now():
        return
    if adopted is not None:
        placeholders = {"edition": str(adopted.edition)}
        yield "standard_drifted", Issue(key="standard_drifted", placeholders=placeholders)
    elif settings is None or settings.profile is not Profile.HOME:
        severity = ir.IssueSeverity.WARNING
        yield "standard_not_adopted", Issue(key="standard_not_adopted", severity=severity)


def _complaints(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield that complaints or incidents wait too long, by count: 4(5), 運用基準例 4."""
    if late := len(complaints.overdue(site.desk)):
        yield (
            "complaint_overdue",
            Issue(
                key="complaint_overdue",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"count": str(late)},
            ),
        )
    if late := incidents.overdue(site.desk):
        yield (
            "incident_open_overdue",
            Issue(key="incident_open_overdue", placeholders={"count": str(late)}),
        )


def _contracts_and_things(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield which duties are overdue, by their number alone."""
    desk = site.desk
    now = desk.clock.now()
    found = Counter(
        duty.kind
        for duty in (*contracts.duties(desk), *taking_out.duties(desk))
        if duty.is_overdue(now)
    )
    for kind, key in OVERDUE.items():
        if count := found[kind]:
            placeholders = {"count": str(count)}
            severity = ir.IssueSeverity.WARNING
            yield key, Issue(key=key, severity=severity, placeholders=placeholders)


def _leaks(site: Site) -> Iterator[tuple[str, Issue | None]]:
    """Yield in one how many ways lead past the procedure that a person can close; which, the self-check says."""
    if site.report is None:
        yield "self_check_leaks", None
    elif site.report.leaks:
        yield (
            "self_check_leaks",
            Issue(
                key="self_check_leaks",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"count": str(site.report.leaks), "link": CHECK_LINK},
            ),
        )


def _others(site: Site) -> Iterator[tuple[str, Issue]]:
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
