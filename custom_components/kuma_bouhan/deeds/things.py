"""Custody of things, taking out, other copies, disposal: 4(4)ウ, 運用基準例 4(1), 4(3)."""

from collections.abc import Mapping

from ..bodies import maybe, number_in, text_in, word_in, yes_in
from ..guideline.people import Act, Actor
from ..guideline.things import CopyKind, Method, ThingKind
from ..procedure import other_copies, taking_out, things
from ..procedure.things import Disposal, Place
from ..site import Site
from ..views import Body
from ..when import day_in
from . import shown_things
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, _language: str) -> Told:
    """Return what is kept where, what is out, where else pictures are, and what was made unreadable."""
    desk = site.desk
    await desk.allow(Act.CHECK_THINGS, actor)
    return await shown_things.read(site, actor)


async def _note(site: Site, actor: Actor, body: Body) -> Told:
    place = Place(
        what=word_in(body, "what", ThingKind),
        name=text_in(body, "name"),
        place=text_in(body, "place"),
        lock=text_in(body, "lock", ""),
        key_keeper=text_in(body, "key_keeper", ""),
        anti_theft=text_in(body, "anti_theft", ""),
    )
    thing = maybe(body, "thing", text_in)
    return {"thing": await things.note(site.desk, actor, place, thing)}


async def _check(site: Site, actor: Actor, body: Body) -> Told:
    thing, fine = text_in(body, "thing"), yes_in(body, "fine")
    await things.check(site.desk, actor, thing, fine=fine, remarks=text_in(body, "remarks", ""))
    return {}


async def _gone(site: Site, actor: Actor, body: Body) -> Told:
    await things.gone(site.desk, actor, text_in(body, "thing"))
    return {}


async def _dispose(site: Site, actor: Actor, body: Body) -> Told:
    disposal = Disposal(
        thing=maybe(body, "thing", text_in),
        medium=text_in(body, "medium"),
        serial=text_in(body, "serial"),
        method=word_in(body, "method", Method),
        on=day_in(text_in(body, "on")),
        witness=text_in(body, "witness", ""),
    )
    await things.dispose(site.desk, actor, disposal)
    return {}


async def _take_out(site: Site, actor: Actor, body: Body) -> Told:
    number = await taking_out.request(
        site.desk,
        actor,
        text_in(body, "thing"),
        due=day_in(text_in(body, "due")),
        reason=text_in(body, "reason"),
        where_to=text_in(body, "where_to"),
    )
    return {"number": number}


async def _permit(site: Site, actor: Actor, body: Body) -> Told:
    await taking_out.permit(site.desk, actor, number_in(body, "number"))
    return {}


async def _deny(site: Site, actor: Actor, body: Body) -> Told:
    number, reason = number_in(body, "number"), text_in(body, "reason", "")
    await taking_out.deny(site.desk, actor, number, reason)
    return {}


async def _returned(site: Site, actor: Actor, body: Body) -> Told:
    number, fine = number_in(body, "number"), yes_in(body, "fine")
    remarks = text_in(body, "remarks", "")
    await taking_out.returned(site.desk, actor, number, fine=fine, remarks=remarks)
    return {}


async def _other_copy(site: Site, actor: Actor, body: Body) -> Told:
    copy = await other_copies.note(
        site.desk,
        actor,
        text_in(body, "camera"),
        word_in(body, "what", CopyKind),
        maybe(body, "days", number_in),
        place=text_in(body, "place"),
        who_sees=text_in(body, "who_sees"),
        copy=maybe(body, "copy", text_in),
    )
    return {"copy": copy}


async def _other_copy_gone(site: Site, actor: Actor, body: Body) -> Told:
    await other_copies.gone(site.desk, actor, text_in(body, "copy"))
    return {}


async def _no_other_copies(site: Site, actor: Actor, body: Body) -> Told:
    await other_copies.none(site.desk, actor, text_in(body, "camera"))
    return {}


DEEDS: Mapping[str, Deed] = {
    "things/note": Deed(_note),
    "things/check": Deed(_check),
    "things/gone": Deed(_gone),
    "things/take_out": Deed(_take_out),
    "things/permit": Deed(_permit, decides=True),
    "things/deny": Deed(_deny, decides=True),
    "things/returned": Deed(_returned),
    "things/other_copy": Deed(_other_copy),
    "things/other_copy_gone": Deed(_other_copy_gone),
    "things/no_other_copies": Deed(_no_other_copies),
    "things/dispose": Deed(_dispose),
}
