"""Diagnostics: states, counts, versions and sizes; no names, places, paths or entities."""

from typing import Any

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant

from .guideline.errors import Problem
from .site import CameraStatus, KumaConfigEntry, Site


async def async_get_config_entry_diagnostics(
    hass: HomeAssistant, entry: KumaConfigEntry
) -> dict[str, Any]:
    """Return what helps to find a fault. Nothing is copied whole, so nothing slips through."""
    if entry.state is not ConfigEntryState.LOADED:
        return {"entry": {"state": entry.state.value}}
    site = entry.runtime_data
    desk = site.desk
    settings = desk.registers.settings
    slots = await desk.run(desk.vault.slots)
    return {
        "entry": {"version": f"{entry.version}.{entry.minor_version}"},
        "site": settings
        and {
            "profile": settings.profile,
            "owner_kind": settings.owner_kind,
            "retention_days": settings.retention_days,
        },
        "clock": {"trusted": desk.clock.trusted},
        "vault": {
            "away": site.watch.is_away,
            "locked": site.lock.is_locked,
            "free_bytes": await _free_bytes(site),
            "forecast_days": site.free_days,
            "slots": len(slots),
            "slots_without_due": sum(slot.due is None for slot in slots),
            "notes": [note.kind for note in desk.vault.notes],
            "erasure_failing": site.erasure.failing,
        },
        "book": {
            "state": desk.book.state,
            "writable": desk.book.writable,
            "acts": desk.book.size,
            "done": dict(sorted(desk.registers.counts.items())),
            "pending": sorted(order.act.kind for order in desk.registers.pending.values()),
        },
        "self_check": _self_check(site),
        "cameras": [_camera(camera, status) for camera, status in sorted(site.cameras.items())],
    }


async def _free_bytes(site: Site) -> int | None:
    """Return what the disk can still hold; None where it cannot be asked, just when diagnostics are wanted."""
    try:
        return await site.desk.run(site.desk.vault.free_bytes)
    except Problem:
        return None


def _self_check(site: Site) -> dict[str, Any] | None:
    """Return which duties hold, and how much was found around; no place and no entity."""
    report, around = site.report, site.surroundings
    if report is None:
        return None
    return {
        "at": report.at,
        "holds": report.holds,
        "all": report.all,
        "leaks": report.leaks,
        "states": {check.id: check.state for check in report.checks},
        "around": {
            "sources": len(around.sources),
            "watchers": around.watchers,
            "other_cameras": around.other_cameras,
            "takers": len(around.takers),
            "bridges": sorted(around.bridges),
            "assistants": sorted(around.assistants),
            "streams_elsewhere": around.streams_elsewhere,
            "footage_files": sum(around.footage_files.values()),
            "looked_through": around.looked_through,
            "plain": sorted(around.plain),
            "weaknesses": sorted(around.weaknesses),
            "in_backups": around.in_backups,
            "own_disk": around.own_disk,
            "makes_backups": around.makes_backups,
            "not_recording": len(around.not_recording),
        },
    }


def _camera(camera: str, status: CameraStatus) -> dict[str, Any]:
    settings, summary, gap = status.settings, status.summary, status.last_gap
    return {
        "camera": camera,
        "mode": settings.mode,
        "still_interval": settings.still_interval,
        "audio": settings.hears,
        "hours": settings.hours is not None,
        "voluntary": settings.voluntary,
        "own_retention": settings.retention_days is not None,
        "retention_days": status.days,
        "on": status.on,
        "state": status.state,
        "footage": {
            "oldest": summary.oldest,
            "newest": summary.newest,
            "next_erasure": summary.next_erasure,
            "chunks": summary.chunks,
            "bytes": summary.bytes,
            "kept_seconds": round(summary.kept.total_seconds()),
        },
        "last_gap": gap
        and {
            "start": gap.start,
            "seconds": round(gap.length.total_seconds()),
            "reason": gap.reason,
        },
    }
