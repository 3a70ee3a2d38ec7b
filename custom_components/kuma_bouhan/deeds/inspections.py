"""Operators' inspections: 運用体制の概要図, 4(4)ウ, エ."""

from collections.abc import Mapping

from ..bodies import text_in, told, word_in, yes_in
from ..guideline.people import Act, Actor
from ..guideline.things import Inspection
from ..procedure import inspections
from ..site import Site
from ..views import Body
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, _language: str) -> Told:
    """Return when each inspection was and is due, and what is to be looked at."""
    desk = site.desk
    await desk.allow(Act.CHECK_THINGS, actor)
    late = await desk.run(inspections.late_hours, desk)
    return {
        "inspections": [_inspection(site, what) for what in Inspection],
        "cameras": [
            {
                "camera": camera,
                "place": status.settings.place,
                "days": status.days,
                "oldest": None
                if status.summary.oldest is None
                else told(site, status.summary.oldest),
                "late_hours": late.get(camera, 0),
            }
            for camera, status in site.cameras.items()
        ],
    }


def _inspection(site: Site, what: Inspection) -> Told:
    desk = site.desk
    last, fine = desk.registers.things.inspected.get(what, (None, True))
    due = inspections.due(desk, what)
    return {
        "what": what,
        "last": None if last is None else told(site, last),
        "fine": fine,
        "due": None if due is None else told(site, due),
        "overdue": due is not None and due <= desk.clock.now(),
        "can": ["enter"],
    }


async def _enter(site: Site, actor: Actor, body: Body) -> Told:
    await inspections.enter(
        site.desk,
        actor,
        word_in(body, "what", Inspection),
        fine=yes_in(body, "fine"),
        remarks=text_in(body, "remarks", ""),
    )
    return {}


DEEDS: Mapping[str, Deed] = {"inspections/enter": Deed(_enter)}
