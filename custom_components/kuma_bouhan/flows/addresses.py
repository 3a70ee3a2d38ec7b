"""What a camera's pages ask of an address of its own, and show of it: never its password."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..capture import address
from ..capture.address import Address
from .answers import SourceFacts

SECTION = "address"


def is_typed(user_input: Mapping[str, Any]) -> bool:
    """Say whether an address was typed."""
    return bool(user_input.get(SECTION, {}).get("url", "").strip())


def read(user_input: Mapping[str, Any], *known: Address | None) -> Address:
    """Return the address that was typed; its password may be left empty where it is known.

    A known password goes to no other user and to no other machine than those it is known for. Problem: what
    `address.read` says.
    """
    asked = user_input[SECTION]
    found = address.read(asked["url"], asked.get("user", ""), asked.get("password", ""))
    if found.user and not found.password:
        for one in known:
            if one and one.password and (one.user, one.host) == (found.user, found.host):
                return replace(found, password=one.password)
    return found


def facts(found: Address) -> SourceFacts:
    """Return an address as a source: it streams, and gives no stills."""
    return SourceFacts(id=found.source, name=found.host, streams=True, stills=False)


def shown(found: Address | None) -> dict[str, Any]:
    """Return what a page shows of an address."""
    return {SECTION: {"url": found.url, "user": found.user}} if found else {}


def again(user_input: Mapping[str, Any], found: Address | None) -> dict[str, Any]:
    """Return what was typed, for the page that is shown again; `found`: the address that was read from it."""
    if not is_typed(user_input):
        return dict(user_input)
    asked = user_input[SECTION]
    typed = {name: asked[name] for name in ("url", "user") if name in asked}
    return {**user_input, SECTION: typed, **shown(found)}
