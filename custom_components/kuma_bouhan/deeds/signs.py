"""Signs at the panel: what is known of each, what somebody saw, and the photo that was taken: 4(3)."""

from base64 import b64decode
import binascii
from collections.abc import Mapping
from typing import Any

from homeassistant.helpers import entity_registry as er

from ..bodies import maybe, text_in, told, unreadable
from ..guideline.people import Act, Actor
from ..guideline.signs import SignState, tag_of
from ..procedure import signs
from ..procedure.signs import SignItem
from ..site import Site
from ..views import Body
from ..when import moment_in
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return the signs, and how often they are looked at."""
    found = await signs.listed(site.desk, actor)
    can = ["confirm", "missing"] if site.desk.could(Act.CONFIRM_SIGN, actor) else []
    settings = site.desk.registers.settings
    return {
        "every_days": signs.every(site.desk).days,
        "interlock": settings is not None and settings.sign_interlock,
        "signs": [_sign(site, item) | {"can": can} for item in found],
    }


def _sign(site: Site, item: SignItem) -> dict[str, Any]:
    sign, entity = item.sign, item.settings.sign_entity
    missing = sign.missing if item.state is SignState.MISSING else None
    return {
        "camera": item.settings.camera,
        "place": item.settings.place,
        "state": item.state,
        "confirmed": told(site, sign.confirmed) if sign.confirmed else None,
        "means": sign.means,
        "where": item.where,
        "photo": item.photo,
        "missing": told(site, missing) if missing else None,
        "remarks": item.remarks,
        "due": told(site, item.due),
        "entity": entity and er.async_resolve_entity_id(er.async_get(site.hass), entity),
        "tag": tag_of(item.settings.camera),
    }


async def _confirm(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{camera, seen?, place?, photo?}`, the photo a JPEG in base64; answer `{}`."""
    seen = maybe(body, "seen", text_in)
    await signs.confirm(
        site.desk,
        actor,
        text_in(body, "camera"),
        seen=None if seen is None else moment_in(seen),
        place=text_in(body, "place", ""),
        photo=_bytes_in(body, "photo"),
    )
    return {}


async def _missing(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{camera, seen?, remarks?}`; answer `{}`."""
    seen = maybe(body, "seen", text_in)
    await signs.missing(
        site.desk,
        actor,
        text_in(body, "camera"),
        seen=None if seen is None else moment_in(seen),
        remarks=text_in(body, "remarks", ""),
    )
    return {}


def _bytes_in(body: Body, name: str) -> bytes:
    """Return bytes that stand in a body as base64; none where nothing does."""
    try:
        return b64decode(maybe(body, name, text_in) or "", validate=True)
    except binascii.Error, ValueError:
        raise unreadable(name) from None


DEEDS: Mapping[str, Deed] = {"signs/confirm": Deed(_confirm), "signs/missing": Deed(_missing)}
