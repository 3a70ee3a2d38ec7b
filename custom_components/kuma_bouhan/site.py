"""One site: wires vault, book, procedure and capture together for a config entry.

Start: lock the folder → clock → verify the book → finish pending orders → destroy what is due
→ record → reconcile in the background → doors. Nothing here decides anything; it hands on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
import logging
from pathlib import Path
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import EVENT_HOMEASSISTANT_FINAL_WRITE
from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send
from homeassistant.helpers.event import async_track_point_in_utc_time, async_track_time_interval
from homeassistant.helpers.storage import Store
from homeassistant.loader import async_get_integration
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey
from homeassistant.util.signal_type import SignalType

from .capture.address import Address
from .capture.supervisor import Report
from .const import BOOK_FILE, CONF_ADDRESS, CONF_SETTINGS, CONF_VAULT, DOMAIN, SUBENTRY_CAMERA
from .guideline import self_check
from .guideline.errors import Problem
from .guideline.people import ITSELF, Actor
from .guideline.recording import Gap
from .guideline.settings import CameraSettings, SiteSettings
from .guideline.surroundings import Surroundings
from .machine import boot_id, is_synchronised, since_boot
from .procedure import cameras, personal_data, recovery, site as site_acts
from .procedure.anchors import Anchors, Head
from .procedure.clock import Clock, Confirmation
from .procedure.custody import Custodian
from .procedure.desk import Cancel, Desk
from .procedure.duty_watch import DutyWatch
from .procedure.erasure import DueErasure, Erased, destroy_due
from .procedure.forecast import Pace, days_left
from .procedure.founding import keys_copy
from .procedure.lock import Lock
from .procedure.masking import Masking
from .procedure.open_requests import ABOUT_REQUESTS
from .procedure.package import Packages
from .procedure.recording import CameraStatus
from .procedure.routine import RoutineBook
from .procedure.standard_watch import StandardWatch
from .procedure.viewing import Viewings
from .procedure.watch import TICK, Seen, Watch
from .recorders import Recorders
from .records.acts import SiteChanged, Stopped
from .records.book import Book
from .records.entry import Entry, Phase
from .records.registers import Registers
from .records.sign import ABOUT_SIGNS
from .vault.facts import ChunkFacts
from .vault.vault import Timing, Vault

type KumaConfigEntry = ConfigEntry[Site]

BACKUP_RUNS: HassKey[bool] = HassKey(f"{DOMAIN}_backup_runs")
"""There while Home Assistant makes a backup, also for a site that starts meanwhile."""

_LOGGER = logging.getLogger(__name__)


class Site:
    """The running site of one config entry."""

    def __init__(
        self, hass: HomeAssistant, entry: KumaConfigEntry, desk: Desk, timing: Timing
    ) -> None:
        """Wire the rooms; `async_open` makes and starts one."""
        self.hass = hass
        self.entry = entry
        self.desk = desk
        self.signal_camera: SignalType[str] = SignalType(f"{DOMAIN}_{entry.entry_id}_camera")
        joined = partial(async_dispatcher_send, hass, self.signal_camera)
        self._recorders = Recorders(hass, desk, report=self._reported, joined=joined)
        self.cameras: Mapping[str, CameraStatus] = self._recorders.status
        self.erasure = DueErasure(desk, self._erased)
        self.lock = Lock(desk, self._tell)
        self.viewings = Viewings(desk, self.lock)
        self.duties = DutyWatch(desk, self._tell)
        self.packages = Packages(desk, self.lock, self.gaps_not_entered)
        self.masking = Masking(desk, self.lock)
        self.custodian = Custodian(desk, self.lock, self._tell)
        self._heads: Store[dict[str, Any]] = Store(hass, 1, f"{DOMAIN}.anchors")
        self.anchors = Anchors(desk, save=self._heads.async_save, tell=self._tell_head)
        self.routine = RoutineBook(
            desk,
            slot=timing.slot,
            patience=2 * timing.chunk,
            then=[
                partial(personal_data.erase_due, desk),
                self.anchors.hourly,
                self.custodian.retire,
            ],
        )
        self.watch = Watch(
            desk,
            self.erasure,
            cameras=lambda: self.cameras,
            seen=self._seen,
            away=self._tell,
            replaced=self._replaced,
            patience=timing.chunk / 10,
        )
        self.standard = StandardWatch(desk, self._standard_left)
        self.free_days: float | None = None
        self.surroundings = Surroundings()
        """What was found around at the last look."""
        self.report: self_check.Report | None = None
        """The self-check as it was gone through last; None until Home Assistant has started."""
        self.signal_state: SignalType[()] = SignalType(f"{DOMAIN}_{entry.entry_id}_state")
        self.signal_erased: SignalType[Erased] = SignalType(f"{DOMAIN}_{entry.entry_id}_erased")
        self.signal_gap: SignalType[Gap] = SignalType(f"{DOMAIN}_{entry.entry_id}_gap")
        self._changing = asyncio.Lock()
        self._closed = False
        desk.listeners.append(self._heard)

    @classmethod
    async def async_open(
        cls,
        hass: HomeAssistant,
        entry: KumaConfigEntry,
        *,
        timing: Timing = Timing(),
        day: timedelta | None = None,
        listeners: Iterable[Callable[[Entry], None]] = (),
    ) -> Site:
        """Start a site; raises `Problem` where the vault or the book cannot be opened."""

        async def run[**P, T](function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
            return await hass.async_add_executor_job(partial(function, *args, **kwargs))

        path = Path(hass.config.path(BOOK_FILE))
        vault = await run(
            Vault.open,
            Path(entry.data[CONF_VAULT]),
            clock=_now,
            timing=timing,
            keys_copy=keys_copy(path),
        )
        try:
            registers = Registers()
            book = await run(
                Book.open,
                path,
                fold=registers.fold,
                being_copied=BACKUP_RUNS in hass.data,
            )
        except BaseException:
            # What is due goes all the same, whenever this is tried again.
            if is_synchronised():
                await run(destroy_due, vault, _now())
            await run(vault.close)
            raise
        desk = Desk(
            book=book,
            registers=registers,
            vault=vault,
            clock=_clock(registers),
            zone=dt_util.get_default_time_zone(),
            run=run,
            schedule=partial(_schedule, hass),
            day=day,
            listeners=[*listeners],
        )
        site = cls(hass, entry, desk, timing)
        try:
            await site._async_start()
        except BaseException:
            await site.async_close()
            raise
        return site

    async def _async_start(self) -> None:
        desk, vault = self.desk, self.desk.vault
        if desk.registers.settings is None:
            # A book damaged at its beginning says nothing: periods are kept by what HA stored.
            desk.registers.settings = SiteSettings.from_dict(self.entry.data[CONF_SETTINGS])
        overdue = await recovery.begin(desk, self.erasure)
        integration = await async_get_integration(self.hass, DOMAIN)
        await recovery.enter_start(desk, str(integration.version), overdue)
        vault.on_finished = self._chunk_finished
        await self.async_follow_entry()
        await recovery.close_orders(desk)
        await self.anchors.check(await self._heads.async_load())
        self.routine.arm()
        await self.standard.look()
        self.duties.begin()
        # Home Assistant stops without unloading: what is open is closed when all else has stopped.
        self.entry.async_on_unload(
            self.hass.bus.async_listen(EVENT_HOMEASSISTANT_FINAL_WRITE, self._async_final_write)
        )
        self.entry.async_create_background_task(
            self.hass, self.watch.reconcile(), f"{DOMAIN} reconcile"
        )
        self.entry.async_on_unload(
            async_track_time_interval(self.hass, self._async_look, TICK, cancel_on_shutdown=True)
        )

    async def _async_look(self, _now: datetime) -> None:
        self.lock.review()
        self.viewings.review()
        self.duties.look()
        await self.watch.look()

    async def _async_final_write(self, _event: Event) -> None:
        await self.async_close()

    async def async_close(self) -> None:
        """Lock, stop recording, enter what there is to enter and let go of the folder."""
        desk = self.desk
        desk.vault.on_finished = None
        self.duties.close()
        self.viewings.close()
        self.standard.close()
        self.lock.close()
        self.custodian.close()
        await self.packages.close()
        await self.masking.close()
        # A change of the entry that is being followed comes first; those after it find it closed.
        async with self._changing:
            if self._closed:
                return
            self._closed = True
            await self._recorders.async_stop()
        await self.watch.close()
        await self.erasure.close()
        try:
            await self.viewings.enter()
            await self.lock.enter()
            await self.routine.close()
            # What is missing is known to nobody else: without this the reasons of gaps would be lost.
            await self.routine.enter(desk.clock.now())
            await desk.close()
            await desk.append(Stopped(), ITSELF, Phase.NOTED)
            await self.anchors.close()
        except Problem as problem:
            _LOGGER.warning("The stop could not be entered in the book: %s", problem)
        await desk.run(desk.book.close)
        await desk.run(desk.vault.close)

    # Following the config entry ------------------------------------------------------------

    async def async_follow_entry(self) -> None:
        """Make the running site what the entry says, touching only what differs."""
        async with self._changing:
            if self._closed:
                return
            wanted = {
                subentry.data["camera"]: CameraSettings.from_dict(dict(subentry.data))
                for subentry in self.entry.subentries.values()
                if subentry.subentry_type == SUBENTRY_CAMERA
            }
            addresses = {
                subentry.data["camera"]: Address.from_dict(subentry.data[CONF_ADDRESS])
                for subentry in self.entry.subentries.values()
                if CONF_ADDRESS in subentry.data
            }
            if self.desk.book.writable:
                await self._async_enter_changes(wanted)
            await self._recorders.async_follow(wanted, addresses)
            await self.watch.refresh()

    async def _async_enter_changes(self, wanted: dict[str, CameraSettings]) -> None:
        """Enter what Home Assistant has changed; no camera waits for it."""
        settings = SiteSettings.from_dict(self.entry.data[CONF_SETTINGS])
        try:
            await site_acts.took_effect(self.desk, settings)
            await cameras.took_effect(self.desk, wanted)
        except Problem as problem:
            _LOGGER.warning("A change could not be entered in the book yet: %s", problem)

    # What is going on ----------------------------------------------------------------------

    def gaps_not_entered(self, camera: str) -> list[Gap]:
        """Return the stretches without footage of a camera that the book does not have yet."""
        missing = self._recorders.missing(camera)
        return self.routine.noted(camera) + ([missing] if missing else [])

    @callback
    def async_each_camera(self, then: Callable[[str], None]) -> CALLBACK_TYPE:
        """Call `then` for every camera there is, and for every one that joins later."""
        for camera in self.cameras:
            then(camera)
        return async_dispatcher_connect(self.hass, self.signal_camera, then)

    async def async_switch(self, actor: Actor, camera: str, *, on: bool) -> None:
        """Switch a camera's recording."""
        await self._recorders.async_switch(actor, camera, on=on)
        self._tell()

    def _chunk_finished(self, _chunk: ChunkFacts) -> None:
        """Hear of a finished chunk, on the writing thread."""
        self.hass.loop.call_soon_threadsafe(self.watch.refresh_soon)

    @callback
    def _seen(self, seen: Seen) -> None:
        self._recorders.seen(seen.footage)
        day = self.desk.day or timedelta(days=1)
        self.free_days = days_left(
            seen.free,
            [
                Pace(status.summary.bytes, status.summary.kept, status.days * day)
                for status in self.cameras.values()
            ],
        )
        self._tell()

    @callback
    def _replaced(self) -> None:
        # A disk was mounted anew, or answers again: what is open of it is of no use any more.
        self.hass.config_entries.async_schedule_reload(self.entry.entry_id)

    @callback
    def _reported(self, report: Report) -> None:
        self._recorders.reported(report)
        if isinstance(report, Gap):
            self.routine.note(report)
            async_dispatcher_send(self.hass, self.signal_gap, report)
        self._tell()

    @callback
    def _heard(self, entry: Entry) -> None:
        """Hear of every act: what is held, asked for, out and due, and which signs hang, stands in the book."""
        if not entry.phase.counts:
            return
        if isinstance(entry.act, ABOUT_REQUESTS):
            self.watch.refresh_soon()
        if isinstance(entry.act, (*ABOUT_SIGNS, SiteChanged)):
            self._recorders.wake()
        if not self.duties.look():
            self._tell()

    @callback
    def _erased(self, erased: Erased) -> None:
        async_dispatcher_send(self.hass, self.signal_erased, erased)
        self.watch.refresh_soon()

    @callback
    def _standard_left(self) -> None:
        # It is a duty to adopt it anew, and no act says so.
        self.duties.look()
        self._tell()

    @callback
    def _tell_head(self, head: Head) -> None:
        self.hass.bus.async_fire(f"{DOMAIN}_head", asdict(head))

    @callback
    def _tell(self) -> None:
        async_dispatcher_send(self.hass, self.signal_state)


@callback
def async_running_site(hass: HomeAssistant) -> Site:
    """Return the site that runs; there is at most one. Problem: site_not_running."""
    for entry in hass.config_entries.async_loaded_entries(DOMAIN):
        site: Site = entry.runtime_data
        return site
    raise Problem("site_not_running")


def _now() -> datetime:
    return datetime.now(UTC)


def _clock(registers: Registers) -> Clock:
    word = registers.clock_confirmed
    return Clock(
        now=_now,
        since_boot=since_boot,
        synchronised=is_synchronised,
        boot_id=boot_id(),
        confirmation=Confirmation(word.boot_id, word.offset) if word else None,
    )


def _schedule(hass: HomeAssistant, moment: datetime, then: Callable[[], Awaitable[None]]) -> Cancel:
    async def on_time(_now: datetime) -> None:
        await then()

    return async_track_point_in_utc_time(hass, on_time, moment)
