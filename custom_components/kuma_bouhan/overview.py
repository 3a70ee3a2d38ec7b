"""The site as one person may see it, whole, in one piece: what the panel shows first.

Somebody without a role is told what a sign beside a camera says, and who they are themselves. Whoever has one is told how
cameras, vault and book are; names and reasons are in neither.
"""

from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er

from .const import DOMAIN
from .guideline.people import Act, Actor, Role, acts_of
from .lines import told
from .panel import panel_version
from .procedure import appointments
from .procedure.holding import held_until
from .procedure.open_requests import open_requests
from .records.book import BookState
from .records.offices import Notice
from .site import CameraStatus, Site


def overview(hass: HomeAssistant, site: Site | None, actor: Actor, name: str) -> dict[str, Any]:
    """Return what may be shown to a person; `site` is None while none runs."""
    roles = site.desk.roles_of(actor) if site else frozenset[Role]()
    may = acts_of(roles)
    shown: dict[str, Any] = {
        "version": panel_version(hass),
        "site": _sign(site) if site else None,
        "me": {
            "user_id": actor.user_id,
            "name": name,
            "roles": sorted(roles),
            "may": sorted(may),
        },
    }
    if site and roles:
        shown |= _inside(hass, site)
    if site and Act.READ_REQUESTS in may:
        shown["requests"] = _requests(site)
    return shown


def _sign(site: Site) -> dict[str, Any]:
    """Return what stands on the sign: 4(1), and whom to complain to, 4(5)."""
    desk = site.desk
    settings = desk.registers.settings
    assert settings is not None  # a running site has some: `Site._async_start`
    manager = next(iter(desk.registers.holders(Role.MANAGER, desk.clock.now())), None)
    return {
        "facility": settings.facility,
        "owner_name": settings.owner_name,
        "manager_title": (manager and manager.title) or settings.manager_title,
        "manager_name": manager.name if manager else "",
        "contact": settings.contact,
        "purpose": settings.purpose,
        "crimes": settings.crimes,
        "retention_days": settings.retention_days,
        "profile": settings.profile,
    }


def _inside(hass: HomeAssistant, site: Site) -> dict[str, Any]:
    desk = site.desk
    registers = desk.registers
    return {
        "lock": {"locked": site.lock.is_locked},
        "cameras": [
            _camera(er.async_get(hass), camera, status)
            | {"held_until": told(held_until(desk, camera))}
            for camera, status in site.cameras.items()
        ],
        "vault": {"away": site.watch.is_away, "free_days": site.free_days},
        "book": {
            "intact": desk.book.state is not BookState.DAMAGED,
            "entries": registers.entries,
        },
        "refounding": _ready(registers.refounding),
        "new_keys": _ready(registers.custody.notice),
        "vacant": list(appointments.vacant(registers, desk.clock.now())),
        "code_used": registers.code_used,
    }


def _requests(site: Site) -> dict[str, Any]:
    """Return how many requests wait for a decision, and how many copies are out: for who may open them."""
    asked = open_requests(site.desk)
    return {
        "waiting": len(asked.waiting),
        "copies_out": asked.copies_out,
        "copies_overdue": asked.copies_overdue,
    }


def _ready(notice: Notice | None) -> str | None:
    return told(notice.ready) if notice else None


def _camera(registry: er.EntityRegistry, camera: str, status: CameraStatus) -> dict[str, Any]:
    settings, summary, gap = status.settings, status.summary, status.last_gap
    return {
        "camera": camera,
        "place": settings.place,
        "view": settings.view,
        "entity_id": er.async_resolve_entity_id(registry, settings.source),
        "mode": settings.mode,
        "state": status.state,
        "problem": status.state.is_problem,
        "on": status.on,
        "days": status.days,
        "oldest": told(summary.oldest),
        "newest": told(summary.newest),
        "kept_seconds": round(summary.kept.total_seconds()),
        "bytes": summary.bytes,
        "next_erasure": told(summary.next_erasure),
        "last_gap": gap and {"start": told(gap.start), "end": told(gap.end), "reason": gap.reason},
        "recording_switch": registry.async_get_entity_id("switch", DOMAIN, f"{camera}_recording"),
    }
