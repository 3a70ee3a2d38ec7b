"""Contracts where Home Assistant shows what a site has several of: a subentry for each, 4(6).

The book is the truth. A subentry holds the id of its contract and is called as the company; it stays when the contract is
over, until somebody removes it.

    at the start: a contract that runs and has no subentry gets one
    while it runs: a subentry that goes ends its contract, which is entered as a fact (Home Assistant does not say who removed it)
    a book that does not take that: access ends all the same, over restarts too, and it is entered with the next act the book takes
    a company that left the book with its period is not named here either
    a book that cannot be read leaves them as they are: cameras are recorded all the same
"""

from collections.abc import Iterable
import logging
from types import MappingProxyType

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.translation import async_get_translations

from .const import CONF_ENDED, DOMAIN, SUBENTRY_CONTRACTOR
from .deeds.entries import entries_of
from .guideline.contracts import ContractState
from .guideline.errors import Problem
from .procedure import contracts
from .procedure.desk import Desk
from .records.contract import ContractMade
from .records.entry import Entry
from .records.keeping import PersonalDataErased
from .site import KumaConfigEntry, Site

_LOGGER = logging.getLogger(__name__)
_NAMELESS = f"component.{DOMAIN}.config_subentries.{SUBENTRY_CONTRACTOR}.entry_type"


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Give contracts that run their subentry, and end those whose subentry goes."""
    site = entry.runtime_data
    desk = site.desk
    category = "config_subentries"
    words = await async_get_translations(hass, hass.config.language, category, {DOMAIN})
    nameless = words[_NAMELESS]

    async def end(gone: Iterable[str]) -> None:
        """End what is gone; what the book was not told of is kept where no restart forgets it."""
        try:
            await contracts.removed(desk, site.lock, gone)
        except Problem as problem:
            _LOGGER.warning("A contract's end could not be entered in the book: %s", problem)
        if (left := sorted(desk.ended)) != entry.data.get(CONF_ENDED, []):
            data = {**entry.data, CONF_ENDED: left}
            hass.config_entries.async_update_entry(entry, data=data)

    await end(entry.data.get(CONF_ENDED, []))
    try:
        companies = await _companies(desk)
    except Problem as problem:
        _LOGGER.warning("Contracts could not be read from the book: %s", problem)
        companies = {}
    for contract, company in companies.items():
        state = desk.registers.contracts.by_id[contract].state(desk.clock.now())
        runs = state is ContractState.RUNNING and contract not in desk.ended
        if runs or async_subentry(site, contract) is not None:
            async_show(site, contract, company or nameless)
    seen = _shown(entry)

    async def changed(_hass: HomeAssistant, _entry: KumaConfigEntry) -> None:
        nonlocal seen
        gone, seen = seen - _shown(entry), _shown(entry)
        if gone:
            await end(gone)

    @callback
    def heard(done: Entry) -> None:
        if desk.ended:  # and the book takes acts again
            entry.async_create_task(hass, end(()))
        if isinstance(done.act, PersonalDataErased) and done.phase.counts:
            for found in desk.registers.contracts.by_id.values():
                if found.seq in done.act.acts and async_subentry(site, found.contract):
                    async_show(site, found.contract, nameless)

    desk.listeners.append(heard)
    entry.async_on_unload(entry.add_update_listener(changed))


@callback
def async_show(site: Site, contract: str, company: str) -> None:
    """Have a contract stand under its company's name."""
    subentry = async_subentry(site, contract)
    entries = site.hass.config_entries
    if subentry is not None:
        entries.async_update_subentry(site.entry, subentry, title=company)
        return
    entries.async_add_subentry(
        site.entry,
        ConfigSubentry(
            data=MappingProxyType({"contract": contract}),
            subentry_type=SUBENTRY_CONTRACTOR,
            title=company,
            unique_id=contract,
        ),
    )


@callback
def async_subentry(site: Site, contract: str) -> ConfigSubentry | None:
    """Return the subentry of a contract."""
    return next(
        (
            subentry
            for subentry in site.entry.subentries.values()
            if subentry.subentry_type == SUBENTRY_CONTRACTOR and subentry.unique_id == contract
        ),
        None,
    )


def _shown(entry: KumaConfigEntry) -> frozenset[str]:
    return frozenset(
        subentry.data["contract"]
        for subentry in entry.subentries.values()
        if subentry.subentry_type == SUBENTRY_CONTRACTOR
    )


async def _companies(desk: Desk) -> dict[str, str]:
    """Return the companies by contract, as the book has them; empty where they left it."""
    known = tuple(desk.registers.contracts.by_id.values())
    acts = await entries_of(desk, (one.seq for one in known))
    return {
        act.contract: act.company
        for act in (acts[one.seq].act for one in known)
        if isinstance(act, ContractMade)
    }
