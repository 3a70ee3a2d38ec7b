"""Incidents at the panel: 運用基準例 4. What happened and what was done is read by who follows them, and by nobody else."""

from collections.abc import Mapping

from ..bodies import cameras_in, maybe, number_in, text_in, told, word_in, words_in
from ..guideline.incidents import IncidentKind, Informed
from ..guideline.people import Act, Actor
from ..procedure import incidents
from ..procedure.incidents import Happened, Item, Listing
from ..site import Site
from ..views import Body
from ..when import moment_in
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return what there is; to who only notes incidents nothing but that they may."""
    listing = await incidents.listed(site.desk, actor)
    return {
        "can": ["note"] if site.desk.could(Act.NOTE_INCIDENT, actor) else [],
        "incidents": [_told(site, listing, item) for item in listing.incidents],
    }


def _told(site: Site, listing: Listing, item: Item) -> Told:
    one, names = item.incident, listing.names
    return {
        "number": one.number,
        "what": one.what,
        "cameras": list(one.cameras),
        "happened": None if one.happened is None else told(site, one.happened),
        "learned": told(site, one.learned),
        "by": one.by,
        "by_name": names.get(one.by, ""),
        "text": item.text,
        "measures": item.measures,
        "erased": item.erased,
        "followed": [
            {
                "at": told(site, step.at),
                "by": step.by,
                "by_name": names.get(step.by, ""),
                "informed": list(step.informed),
                "text": step.text,
            }
            for step in item.followed
        ],
        "informed": [who for who in Informed if who in one.informed],
        "first_report": told(site, one.first_report),
        "full_report": told(site, one.full_report),
        "closed": None if one.closed is None else told(site, one.closed),
        "prevention": item.prevention,
        "can": list(item.can),
    }


async def _note(site: Site, actor: Actor, body: Body) -> Told:
    """Take what happened, answer `{"number": …}`."""
    happened = maybe(body, "happened", text_in)
    noted = Happened(
        what=word_in(body, "what", IncidentKind),
        cameras=cameras_in(body),
        happened=None if happened is None else moment_in(happened),
        learned=moment_in(text_in(body, "learned")),
        text=text_in(body, "text"),
        measures=text_in(body, "measures", ""),
    )
    return {"number": await incidents.note(site.desk, actor, noted)}


async def _follow(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"number": …, "informed": […], "text": …}`."""
    number, informed = number_in(body, "number"), words_in(body, "informed", Informed)
    await incidents.follow(site.desk, actor, number, informed, text_in(body, "text", ""))
    return {}


async def _close(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"number": …, "prevention": …}`."""
    number, prevention = number_in(body, "number"), text_in(body, "prevention")
    await incidents.close(site.desk, actor, number, prevention)
    return {}


DEEDS: Mapping[str, Deed] = {
    "incidents/note": Deed(_note),
    "incidents/follow": Deed(_follow),
    "incidents/close": Deed(_close),
}
