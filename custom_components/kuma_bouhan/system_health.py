"""System health: whether vault and book are well, and how long the disk lasts; nothing about people, places or cameras."""

from typing import Any

from homeassistant.components.system_health import SystemHealthRegistration
from homeassistant.core import HomeAssistant, callback
from homeassistant.loader import async_get_integration

from .const import CHECK_LINK, DOMAIN
from .guideline.errors import Problem
from .site import Site, async_running_site


@callback
def async_register(hass: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Say who tells, and where more of it stands."""
    register.async_register_info(_info, CHECK_LINK)


async def _info(hass: HomeAssistant) -> dict[str, Any]:
    integration = await async_get_integration(hass, DOMAIN)
    told: dict[str, Any] = {"version": str(integration.version)}
    try:
        site = async_running_site(hass)
    except Problem:
        return told | {"site": "not_running"}
    return told | _of(site)


def _of(site: Site) -> dict[str, Any]:
    desk, report = site.desk, site.report
    vault = "locked" if site.lock.is_locked else "unlocked"
    return {
        "vault": "away" if site.watch.is_away else vault,
        "book": desk.book.state.value,
        "acts": desk.book.size,
        "chunks": sum(status.summary.chunks for status in site.cameras.values()),
        "cameras": len(site.cameras),
        "recording": sum(not status.state.is_problem for status in site.cameras.values()),
        "free_days": None if site.free_days is None else round(site.free_days, 1),
        "clock_trusted": desk.clock.trusted,
        "erasure_failing": site.erasure.failing,
        "self_check": None if report is None else f"{report.holds}/{report.all}",
    }
