"""The operating standard: what it says, what was adopted, and what differs: 4(1), 別紙."""

from collections.abc import Mapping

from ..bodies import maybe, text_in, told, unreadable, word_in
from ..documents.standard import Difference, Standard
from ..guideline.people import Act, Actor
from ..guideline.standard import ARTICLES, Adoption
from ..procedure import standard
from ..records.standards import Adopted
from ..site import Site
from ..views import Body
from ..when import day_in
from .deed import Deed, Told

_DIGEST = 64
"""Hex digits of a digest."""


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Answer with the text in a language, and how it stands to what was adopted."""
    desk = site.desk
    shown, text = await standard.shown(desk, actor, language)
    could = desk.could(Act.WRITE_STANDARD, actor)
    adopted = shown.adopted
    return {
        "title": text.title,
        "articles": _articles(text),
        "undecided": [
            {"article": one.number, "text": missing}
            for one in text.articles
            for missing in one.undecided
        ],
        "digest": shown.digest,
        "adopted": _edition(site, adopted) | {"remarks": shown.remarks} if adopted else None,
        "drifted": shown.drifted,
        "difference": [_difference(one) for one in shown.differences],
        "editions": [_edition(site, one) for one in reversed(desk.registers.standards.editions)],
        "can": ["write", "adopt"] if could else [],
    }


def _articles(text: Standard) -> list[Told]:
    return [
        {
            "number": one.number,
            "title": one.title,
            "paragraphs": [{"text": part.whole, "depth": part.depth} for part in one.paragraphs],
            "clause": one.clause,
        }
        for one in text.articles
    ]


def _edition(site: Site, found: Adopted) -> Told:
    return {
        "edition": found.edition,
        "adoption": found.adoption,
        "on": f"{found.on.astimezone(site.desk.zone):%Y-%m-%d}",
        "entered": told(site, found.entered),
        "by_name": next(
            (
                one.name
                for one in reversed(site.desk.registers.appointments)
                if one.user_id == found.by and one.name
            ),
            "",
        ),
    }


def _difference(found: Difference) -> Told:
    return {
        "article": found.number,
        "title": found.title,
        "before": list(found.before),
        "after": list(found.after),
    }


async def _write(site: Site, actor: Actor, body: Body) -> Told:
    await standard.write(site.desk, actor, _clauses(body))
    return {}


def _clauses(body: Body) -> Mapping[int, str]:
    found = body.get("clauses")
    if not isinstance(found, dict):
        raise unreadable("clauses")
    numbers = {str(number): number for number in ARTICLES}
    if not all(name in numbers and isinstance(text, str) for name, text in found.items()):
        raise unreadable("clauses")
    return {numbers[name]: text for name, text in found.items()}


async def _adopt(site: Site, actor: Actor, body: Body) -> Told:
    edition = await standard.adopt(
        site.desk,
        actor,
        word_in(body, "adoption", Adoption),
        day_in(text_in(body, "on")),
        text_in(body, "digest")[:_DIGEST],
        maybe(body, "remarks", text_in) or "",
    )
    return {"edition": edition}


DEEDS: Mapping[str, Deed] = {
    "standard/write": Deed(_write),
    "standard/adopt": Deed(_adopt),
}
