"""What everybody who uses Home Assistant is told while it stands: that the site is going to be re-founded.

Anybody can put a notification of Home Assistant's away for all, so it comes back every hour.
"""

from datetime import datetime, timedelta

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .records.offices import Notice
from .site import KumaConfigEntry

AGAIN = timedelta(hours=1)
REFOUNDING = f"{DOMAIN}_refounding"
_TEXT = f"component.{DOMAIN}.issues.refounding_announced"


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Show the notice of a re-founding to everybody, for as long as it stands."""
    registers = entry.runtime_data.desk.registers
    texts = await async_get_translations(hass, hass.config.language, "issues", {DOMAIN})
    shown: Notice | None = None

    @callback
    def show(_now: datetime) -> None:
        if notice := registers.refounding:
            persistent_notification.async_create(
                hass,
                texts[f"{_TEXT}.description"].format(ready=ready(notice)),
                texts[f"{_TEXT}.title"],
                REFOUNDING,
            )

    @callback
    def look() -> None:
        nonlocal shown
        if registers.refounding == shown:
            return
        shown = registers.refounding
        persistent_notification.async_dismiss(hass, REFOUNDING)
        show(dt_util.utcnow())

    look()
    entry.async_on_unload(async_dispatcher_connect(hass, entry.runtime_data.signal_state, look))
    entry.async_on_unload(async_track_time_interval(hass, show, AGAIN, cancel_on_shutdown=True))


def ready(notice: Notice) -> str:
    """Return from when on the site may be re-founded, in local time."""
    return f"{dt_util.as_local(notice.ready):%Y-%m-%d %H:%M}"
