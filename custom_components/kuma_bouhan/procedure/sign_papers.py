"""Making printed signs, and the labels by which staff confirm them: 4(3), 運用基準例 6."""

from ..documents import signs
from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..guideline.settings import CameraSettings, days_kept
from ..guideline.signs import tag_of
from . import standard
from .paper import Draw, Wanted
from .paper_facts import Gathering


def sign(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make a sign for a camera, or one for all. Problem: unknown_camera, site_not_running."""
    desk = gathering.desk
    standing, settings = desk.registers.standing_cameras(), desk.registers.settings
    if settings is None:
        raise Problem("site_not_running")
    cameras = [_camera(gathering, wanted)] if wanted.camera else list(standing.values())
    days = {days_kept(settings, one) for one in cameras} or {settings.retention_days}
    facts = signs.Sign(
        owner=settings.owner_name or settings.facility,
        manager_title=standard.basis(desk).manager_title,
        contact=settings.contact.strip(),
        purpose=settings.purpose.strip(),
        crimes=settings.crimes.strip(),
        hours=[one.hours for one in cameras] or [None],
        days=max(days),
        alike=len(days) == 1,
        audio=any(one.hears for one in cameras),
        place=cameras[0].place if wanted.camera else "",
    )
    return lambda words: signs.sign(facts, wanted.size, wanted.languages, words.language)


def tag(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the label beside a camera's sign. Problem: unknown_camera."""
    camera = _camera(gathering, wanted)
    return lambda words: signs.sign_tag(words, camera.place, tag_of(camera.camera))


def _camera(gathering: Gathering, wanted: Wanted) -> CameraSettings:
    found = gathering.desk.registers.standing_cameras().get(wanted.camera or "")
    if found is None:
        raise Problem("unknown_camera")
    return found
