"""What everybody who uses Home Assistant is told: a re-founding or new keys to come, what was regained, which requests wait.

Anybody can put a notification of Home Assistant's away for all, so such a notice comes back every hour. Which
requests wait is said by number, anew with every change: what is asked for stands in the panel, for who may read it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import DOMAIN, REQUESTS_LINK
from .procedure.open_requests import open_requests
from .records.appointments import Refounded, SiteOwnerRestored
from .records.custody import HolderAdmitted, KeysBegun
from .records.entry import Entry
from .records.offices import Notice
from .records.registers import Registers
from .site import KumaConfigEntry

AGAIN = timedelta(hours=1)
ANNOUNCED: Mapping[str, str] = {
    "refounding_announced": f"{DOMAIN}_refounding",
    "new_keys_announced": f"{DOMAIN}_new_keys",
}
"""The notification of each notice, by the issue that says the same."""
REGAINED = f"{DOMAIN}_regained"
WAITING = f"{DOMAIN}_requests_waiting"
_ISSUES = f"component.{DOMAIN}.issues"
_ASKED = f"{_ISSUES}.requests_waiting"
_WORDS = f"component.{DOMAIN}.common"


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Show everybody a notice for as long as it stands, and that the site was regained."""
    desk = entry.runtime_data.desk
    registers = desk.registers
    texts: dict[str, str] = {}
    for category in ("issues", "common"):
        texts |= await async_get_translations(hass, hass.config.language, category, {DOMAIN})
    shown: Mapping[str, Notice] = {}

    @callback
    def show(_now: datetime) -> None:
        for key, notice in standing(registers).items():
            persistent_notification.async_create(
                hass,
                texts[f"{_ISSUES}.{key}.description"].format(ready=ready(notice)),
                texts[f"{_ISSUES}.{key}.title"],
                ANNOUNCED[key],
            )

    @callback
    def look() -> None:
        nonlocal shown
        if (stands := standing(registers)) == shown:
            return
        for key in shown.keys() - stands.keys():
            persistent_notification.async_dismiss(hass, ANNOUNCED[key])
        shown = stands
        show(dt_util.utcnow())

    @callback
    def heard(done: Entry) -> None:
        by_code = isinstance(done.act, HolderAdmitted) and done.act.by_code
        regained = isinstance(done.act, SiteOwnerRestored | Refounded | KeysBegun)
        if (regained or by_code) and done.phase.counts:
            persistent_notification.async_create(
                hass,
                f"{_local(done.at)}: {texts[f'{_WORDS}.act_{done.act.kind}']}",
                texts[f"{_WORDS}.name"],
                REGAINED,
            )

    look()
    desk.listeners.append(heard)
    entry.async_on_unload(async_dispatcher_connect(hass, entry.runtime_data.signal_state, look))
    entry.async_on_unload(async_track_time_interval(hass, show, AGAIN, cancel_on_shutdown=True))
    _follow_requests(hass, entry, texts)


@callback
def _follow_requests(hass: HomeAssistant, entry: KumaConfigEntry, texts: Mapping[str, str]) -> None:
    """Say which requests wait, and no longer once none does."""
    site = entry.runtime_data
    said: tuple[int, ...] = ()

    @callback
    def look() -> None:
        nonlocal said
        waiting = open_requests(site.desk).waiting
        if waiting == said:
            return
        if waiting:
            links = ", ".join(f"[{number}]({REQUESTS_LINK}/{number})" for number in waiting)
            persistent_notification.async_create(
                hass,
                texts[f"{_ASKED}.description"].format(requests=links),
                texts[f"{_ASKED}.title"],
                WAITING,
            )
        else:
            persistent_notification.async_dismiss(hass, WAITING)
        said = waiting

    look()
    entry.async_on_unload(async_dispatcher_connect(hass, site.signal_state, look))
    entry.async_on_unload(lambda: persistent_notification.async_dismiss(hass, WAITING))


def standing(registers: Registers) -> Mapping[str, Notice]:
    """Return what stands announced, by the issue that says so."""
    found = (registers.refounding, registers.custody.notice)
    return {key: notice for key, notice in zip(ANNOUNCED, found, strict=True) if notice}


def ready(notice: Notice) -> str:
    """Return from when on it may be done, in local time."""
    return _local(notice.ready)


def _local(moment: datetime) -> str:
    return f"{dt_util.as_local(moment):%Y-%m-%d %H:%M}"
