"""Following the site that runs, for what outlives it: automations are there before a site starts, and after it has stopped."""

from collections.abc import Callable, Iterable

from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from .const import DOMAIN
from .guideline.errors import Problem
from .site import Site, async_running_site

type Follow = Callable[[Site], Iterable[CALLBACK_TYPE]]
"""Begins to listen to a site; what it returns ends that."""


@callback
def async_site_or_none(hass: HomeAssistant) -> Site | None:
    """Return the site that runs, if one does."""
    try:
        return async_running_site(hass)
    except Problem:
        return None


@callback
def async_follow_site(hass: HomeAssistant, follow: Follow) -> CALLBACK_TYPE:
    """Have the site that runs be followed, and every one that runs later; return what ends it."""
    followed: Site | None = None
    ends: list[CALLBACK_TYPE] = []

    @callback
    def end() -> None:
        nonlocal followed
        followed = None
        for one in ends:
            one()
        ends.clear()

    @callback
    def look(_change: ConfigEntryChange | None = None, entry: ConfigEntry | None = None) -> None:
        nonlocal followed
        if entry is not None and entry.domain != DOMAIN:
            return
        site = async_site_or_none(hass)
        if site is followed:
            return
        end()
        followed = site
        if site is not None:
            ends.extend(follow(site))

    look()
    no_more = async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, look)

    @callback
    def stop() -> None:
        no_more()
        end()

    return stop
