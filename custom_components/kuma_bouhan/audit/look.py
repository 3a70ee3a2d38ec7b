"""Looking around and going through the self-check: what is found stands at the site (`Site.report`) until the next look.

    nothing known ──Home Assistant has started──▶ looked around ──every hour──▶ looked around
                                      any act ──a moment later──▶ checked again, with what was found around

Nothing of it is remembered over a restart.
"""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback, split_entity_id
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.event import async_call_later, async_track_time_interval
from homeassistant.helpers.hassio import is_hassio
from homeassistant.helpers.start import async_at_started

from ..flows.place import SUPERVISED_BACKUPS, weaknesses, within
from ..guideline.people import RULES, Act
from ..guideline.self_check import Report
from ..guideline.surroundings import Side, Surroundings, Weakness
from ..procedure.checking import run_checks
from ..records.entry import Entry
from ..site import KumaConfigEntry, Site
from . import folders
from .bridges import async_assistants, async_bridges, async_streams_elsewhere
from .sources import Sources, async_sources
from .takers import async_takers

EVERY = timedelta(hours=1)
SOON = 5.0
"""Seconds after an act: several that come together are one look."""


async def collect(hass: HomeAssistant, site: Site) -> Surroundings:
    """Look around: Home Assistant, the machine, the network."""
    sources = async_sources(hass, site.desk.registers.standing_cameras())
    files, place, takers = await asyncio.gather(
        hass.async_add_executor_job(_files, hass, site, sources),
        hass.async_add_executor_job(_place, hass, site),
        async_takers(hass, sources),
    )
    weak, in_backups, own_disk = place
    cameras = set(hass.states.async_entity_ids("camera"))
    return Surroundings(
        sources=sources.entities,
        watchers=await _watchers(hass, site),
        other_cameras=len(cameras - set(sources.entities.values())),
        takers=takers,
        bridges=async_bridges(hass, sources),
        assistants=async_assistants(hass, sources),
        streams_elsewhere=async_streams_elsewhere(hass),
        footage_files=files.found,
        looked_through=files.through,
        plain=_plain(hass),
        weaknesses=weak,
        in_backups=in_backups,
        own_disk=own_disk,
        makes_backups=_makes_backups(hass),
        not_recording=tuple(
            camera
            for camera, status in site.cameras.items()
            if status.on and status.state.is_problem
        ),
        erasure_failing=site.erasure.failing,
        vault_away=site.watch.is_away,
    )


async def async_check(hass: HomeAssistant, site: Site) -> Report:
    """Look around and go through every check now; whoever shows it asks who may see it."""
    site.surroundings = await collect(hass, site)
    return await _check(site)


async def _check(site: Site) -> Report:
    site.report = await run_checks(site.desk, site.surroundings)
    async_dispatcher_send(site.hass, site.signal_state)
    return site.report


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Look around once Home Assistant has started and then hourly; check again after acts."""
    site = entry.runtime_data
    looking = asyncio.Lock()
    later: CALLBACK_TYPE | None = None

    async def look(_now: object = None, *, around: bool = True) -> None:
        async with looking:
            await (async_check(hass, site) if around else _check(site))

    async def again(_now: datetime) -> None:
        nonlocal later
        later = None
        await look(around=False)

    @callback
    def heard(done: Entry) -> None:
        nonlocal later
        if later is None and done.phase.counts and site.report is not None:
            later = async_call_later(hass, SOON, HassJob(again, cancel_on_shutdown=True))

    @callback
    def stop() -> None:
        site.desk.listeners.remove(heard)
        if later is not None:
            later()

    site.desk.listeners.append(heard)
    entry.async_on_unload(stop)
    entry.async_on_unload(async_at_started(hass, look))
    entry.async_on_unload(async_track_time_interval(hass, look, EVERY, cancel_on_shutdown=True))


# What is asked of Home Assistant and the machine ----------------------------------------------------


async def _watchers(hass: HomeAssistant, site: Site) -> int:
    """Return how many users can look at cameras in Home Assistant without an office that looks at footage."""
    registers, now = site.desk.registers, site.desk.clock.now()
    may = RULES[Act.VIEW].roles
    return sum(
        user.is_active and not user.system_generated and not registers.roles_of(user.id, now) & may
        for user in await hass.auth.async_get_users()
    )


def _files(hass: HomeAssistant, site: Site, sources: Sources) -> folders.Files:
    shown = {f"media/{name}": Path(path) for name, path in hass.config.media_dirs.items()}
    shown["www"] = Path(hass.config.path("www"))
    names = [split_entity_id(entity_id)[1] for entity_id in sources.entities.values()]
    return folders.look(shown, names, site.desk.vault.folder)


def _place(hass: HomeAssistant, site: Site) -> tuple[frozenset[Weakness], bool, bool]:
    """Return what is weak about the vault's place, whether a backup reaches it, and whether its disk is its own."""
    folder, configuration = site.desk.vault.folder, Path(hass.config.config_dir)
    weak = weaknesses(folder, configuration=configuration)
    in_backups = within(folder, SUPERVISED_BACKUPS if is_hassio(hass) else ())
    try:
        own_disk = folder.stat().st_dev != configuration.stat().st_dev
    except OSError:
        own_disk = False
    return weak, in_backups or Weakness.CONFIGURATION in weak, own_disk


@callback
def _plain(hass: HomeAssistant) -> frozenset[Side]:
    """Return from where people come unencrypted, by the addresses that Home Assistant says it has."""
    encrypted = hass.config.api is not None and hass.config.api.use_ssl
    inside, outside = hass.config.internal_url, hass.config.external_url
    found = set[Side]()
    if inside.startswith("http://") if inside else not encrypted:
        found.add(Side.INSIDE)
    if outside and outside.startswith("http://"):
        found.add(Side.OUTSIDE)
    return frozenset(found)


@callback
def _makes_backups(hass: HomeAssistant) -> bool:
    """Say whether Home Assistant makes backups by itself: they hold the book."""
    settings = getattr(getattr(hass.data.get("backup"), "config", None), "data", None)
    return bool(getattr(getattr(settings, "create_backup", None), "agent_ids", ()))
