"""Thinking cameras over: what was answered, and answering anew: はじめに, 4(1)."""

from collections.abc import Mapping
from typing import Any

from homeassistant.helpers import entity_registry as er

from ..bodies import text_in, told, unreadable
from ..guideline.assessment import Area, Assessment
from ..guideline.people import Act, Actor
from ..procedure import assessments
from ..site import Site
from ..views import Body
from .deed import Deed, Told


async def _write(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"camera": …, every answer, "excluded"?: [[x, y, w, h]]}`, answer `{"edition": …}`."""
    answers = Assessment(
        **{name: text_in(body, name) for name in assessments.TEXTS},
        excluded=_areas_in(body, "excluded"),
    )
    edition = await assessments.write(site.desk, actor, text_in(body, "camera"), answers)
    return {"edition": edition}


async def _review(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{"camera": …}`."""
    await assessments.review(site.desk, actor, text_in(body, "camera"))
    return {}


DEEDS: Mapping[str, Deed] = {
    "assessments/write": Deed(_write),
    "assessments/review": Deed(_review),
}


async def tell(site: Site, actor: Actor, _language: str) -> Told:
    """Return every camera with what was answered for it, where the panel shows them."""
    desk = site.desk
    await desk.allow(Act.ASSESS_CAMERA, actor)
    names = {found.user_id: found.name for found in desk.registers.appointments}
    return {
        "assessments": [
            await _told(site, camera, names) for camera in desk.registers.standing_cameras()
        ]
    }


async def _told(site: Site, camera: str, names: Mapping[str, str]) -> Told:
    desk = site.desk
    known, editions = assessments.current(desk, camera), await assessments.editions(desk, camera)
    settings, due = desk.registers.standing_cameras()[camera], assessments.due(desk, camera)
    answers = editions[0].answers if editions else None
    return {
        "camera": camera,
        "place": settings.place,
        "edition": known.edition if known else None,
        "reviewed": told(site, known.reviewed) if known else None,
        "by": known.by if known else "",
        "name": names.get(known.by, "") if known else "",
        "due": told(site, due) if due else None,
        "answers": answers.as_dict() if answers else None,
        "erased": bool(editions) and answers is None,
        "earlier": [
            {
                "edition": one.edition,
                "at": told(site, one.at),
                "name": names.get(one.by, ""),
                "erased": one.answers is None,
            }
            for one in editions[1:]
        ],
        "entity_id": er.async_resolve_entity_id(er.async_get(site.hass), settings.source),
        "can": ["review", "write"] if known else ["write"],
    }


def _areas_in(body: Body, name: str) -> tuple[Area, ...]:
    """Return parts of a picture: lists of four shares of it. Problem: viewing_unreadable (field)."""
    found = body.get(name, [])
    if not isinstance(found, list) or not all(map(_is_area, found)):
        raise unreadable(name)
    return tuple(Area(*map(float, one)) for one in found)


def _is_area(one: Any) -> bool:
    return (
        isinstance(one, list)
        and len(one) == 4
        and all(isinstance(side, int | float) and not isinstance(side, bool) for side in one)
    )
