"""What is due, as the panel shows it to one person: the same duties as on every other list, of those they may do, and where each is done."""

from collections.abc import Iterable, Mapping

from ..bodies import told
from ..const import PANEL_LINK, REQUESTS_LINK
from ..guideline.duties import Duty, DutyKind
from ..guideline.people import Act, Actor
from ..procedure.duties import duties, is_listed, is_mine, parts
from ..site import Site
from .deed import Told

DUTIES_LINK = f"{PANEL_LINK}/duties"

_PAGES: Mapping[DutyKind, str] = {
    DutyKind.SIGN: "duties/signs",
    DutyKind.ASSESSMENT: "duties/assessments",
    DutyKind.CUSTODY_CHECK: "duties/things",
    DutyKind.TAKING_OUT_DECISION: "duties/things",
    DutyKind.TAKING_OUT_RETURN: "duties/things",
    DutyKind.RETENTION_INSPECTION: "duties/inspections",
    DutyKind.MEDIA_INSPECTION: "duties/inspections",
    DutyKind.INSTRUCTION: "duties/instruction",
    DutyKind.ACKNOWLEDGEMENT: "duties/instruction",
    DutyKind.STANDARD: "papers",
    DutyKind.SELF_CHECK: "check",
    DutyKind.YEARLY_CHECK: "duties",
}
"""Where a duty is done that has no page of its own."""


def path_of(duty: Duty) -> str:
    """Return the page of the panel on which a duty is done."""
    match duty.kind:
        case DutyKind.COMPLAINT_ANSWER | DutyKind.COMPLAINT_CLOSING:
            return f"{DUTIES_LINK}/complaints/{duty.number}"
        case DutyKind.CONTRACT_END | DutyKind.CONTRACT_CERTIFICATE:
            return f"{DUTIES_LINK}/contracts/{duty.about}"
        case DutyKind.INCIDENT:
            return f"{DUTIES_LINK}/incidents/{duty.number}"
        case DutyKind.DECISION | DutyKind.COPY_RETURN | DutyKind.PERMISSION_AFTERWARDS:
            return f"{REQUESTS_LINK}/{duty.number}"
        case kind:
            return f"{PANEL_LINK}/{_PAGES[kind]}"


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return what is due of what somebody may do, what is due first first."""
    await site.desk.allow(Act.READ_DUTIES, actor)
    return {"duties": _listed(site, actor, duties(site.desk))}


def _listed(site: Site, actor: Actor, found: Iterable[Duty]) -> list[Told]:
    desk, now = site.desk, site.desk.clock.now()
    return [
        {
            "id": duty.id,
            "kind": duty.kind,
            "due": told(site, duty.due),
            "overdue": duty.is_overdue(now),
            "soon": duty.is_soon(now),
            "camera": duty.camera,
            "place": place_of(site, duty),
            "number": duty.number,
            "path": path_of(duty),
            "mine": is_mine(desk, duty, actor),
            "parts": _listed(site, actor, parts(desk, duty)),
        }
        for duty in found
        if is_listed(desk, duty, actor)
    ]


def place_of(site: Site, duty: Duty) -> str | None:
    """Return where the camera is that a duty is about."""
    status = site.cameras.get(duty.camera or "")
    return status.settings.place if status else None
