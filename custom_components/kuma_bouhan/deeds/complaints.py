"""Complaints and inquiries at the panel: 4(5). Names and words go to who answers them, and to nobody else."""

from collections.abc import Mapping

from ..bodies import cameras_in, maybe, number_in, text_in, told, word_in
from ..guideline.complaints import ComplaintKind, Outcome, Way
from ..guideline.people import Act, Actor
from ..procedure import complaints, explaining
from ..procedure.complaints import Brought, Item, Listing
from ..site import Site
from ..views import Body
from ..when import moment_in
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return what there is; to who only takes complaints down nothing but that they may."""
    listing = await complaints.listed(site.desk, actor)
    return {
        "answer_days": listing.answer_days,
        "closing_days": listing.closing_days,
        "officers": [
            {"user_id": user, "name": listing.names.get(user, "")} for user in listing.officers
        ],
        "can": ["receive"] if site.desk.could(Act.RECEIVE_COMPLAINT, actor) else [],
        "complaints": [_told(site, listing, item) for item in listing.complaints],
    }


def _told(site: Site, listing: Listing, item: Item) -> Told:
    one, names = item.complaint, listing.names
    return {
        "number": one.number,
        "what": one.what,
        "way": one.way,
        "cameras": list(one.cameras),
        "received": told(site, one.received),
        "by": one.by,
        "by_name": names.get(one.by, ""),
        "officer": one.officer,
        "officer_name": names.get(one.officer or "", ""),
        "answer_due": told(site, one.answer_due),
        "closing_due": told(site, one.closing_due),
        "state": one.state,
        "overdue": item.overdue,
        "name": item.name,
        "contact": item.contact,
        "text": item.text,
        "erased": item.erased,
        "answers": [
            {
                "at": told(site, answer.at),
                "way": answer.way,
                "by": answer.by,
                "by_name": names.get(answer.by, ""),
                "explained": answer.explained,
            }
            for answer in item.answers
        ],
        "closed": None if one.closed is None else told(site, one.closed),
        "outcome": one.outcome,
        "remarks": item.remarks,
        "can": list(item.can),
    }


async def _receive(site: Site, actor: Actor, body: Body) -> Told:
    """Take what somebody came with, answer `{"number": …}`."""
    brought = Brought(
        what=word_in(body, "what", ComplaintKind),
        way=word_in(body, "way", Way),
        cameras=cameras_in(body),
        received=moment_in(text_in(body, "received")),
        text=text_in(body, "text"),
        name=text_in(body, "name", ""),
        contact=text_in(body, "contact", ""),
        officer=maybe(body, "officer", text_in),
    )
    return {"number": await complaints.receive(site.desk, actor, brought)}


async def _answer(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"number": …, "answered": …, "way": …, "explained": …}`."""
    await complaints.answer(
        site.desk,
        actor,
        number_in(body, "number"),
        answered=moment_in(text_in(body, "answered")),
        way=word_in(body, "way", Way),
        explained=text_in(body, "explained"),
    )
    return {}


async def _close(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"number": …, "outcome": …, "remarks"?: …}`."""
    number, outcome = number_in(body, "number"), word_in(body, "outcome", Outcome)
    await complaints.close(site.desk, actor, number, outcome, text_in(body, "remarks", ""))
    return {}


async def _explain(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"cameras": …, "language"?: …}`, answer `{"text": …}`."""
    language = text_in(body, "language", site.hass.config.language)
    text = await explaining.explain(site.desk, actor, cameras_in(body), language)
    return {"text": text}


DEEDS: Mapping[str, Deed] = {
    "complaints/receive": Deed(_receive),
    "complaints/answer": Deed(_answer),
    "complaints/close": Deed(_close),
    "complaints/explain": Deed(_explain),
}
