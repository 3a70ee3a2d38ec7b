"""Instruction at the panel: 運用基準例 3(3)イ. Who instructs nobody sees what they were taught themselves."""

from collections.abc import Mapping

from ..bodies import number_in, text_in, texts_in, told, words_in
from ..guideline.instruction import Topic
from ..guideline.people import Actor
from ..procedure import instruction
from ..procedure.instruction import Item, Listing, Pupil
from ..site import Site
from ..views import Body
from ..when import moment_in
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return who is to be instructed, and what was taught."""
    listing = await instruction.listed(site.desk, actor)
    return {
        "can": ["hold"] if listing.may_hold else [],
        "people": [_pupil(site, listing, one) for one in listing.people],
        "given": [_given(site, listing, one) for one in listing.given],
    }


def _pupil(site: Site, listing: Listing, one: Pupil) -> Told:
    return {
        "user_id": one.user_id,
        "name": listing.names.get(one.user_id, ""),
        "roles": sorted(one.roles),
        "last": None if one.last is None else told(site, one.last),
        "due": told(site, one.due),
        "overdue": one.overdue,
        "can": ["hold"] if one.teach else [],
    }


def _given(site: Site, listing: Listing, item: Item) -> Told:
    one, names = item.given, listing.names
    said = {user: told(site, at) for user, at in one.acknowledged.items()}
    return {
        "number": one.number,
        "held": told(site, one.held),
        "by": one.by,
        "by_name": names.get(one.by, ""),
        "users": [
            {"user_id": user, "name": names.get(user, ""), "acknowledged": said.get(user)}
            for user in item.users
        ],
        "topics": list(one.topics),
        "text": item.text,
        "erased": item.erased,
        "can": list(item.can),
    }


async def _hold(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"users": […], "topics": […], "held": …, "text"?: …}`, answer `{"number": …}`."""
    number = await instruction.hold(
        site.desk,
        actor,
        users=texts_in(body, "users"),
        topics=words_in(body, "topics", Topic),
        held=moment_in(text_in(body, "held")),
        text=text_in(body, "text", ""),
    )
    return {"number": number}


async def _acknowledge(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"number": …}`."""
    await instruction.acknowledge(site.desk, actor, number_in(body, "number"))
    return {}


DEEDS: Mapping[str, Deed] = {
    "instruction/hold": Deed(_hold),
    "instruction/acknowledge": Deed(_acknowledge),
}
