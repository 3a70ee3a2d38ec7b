"""The self-check: what holds of the guideline and what does not, article by article, and that somebody went through it: 4(1)."""

from collections.abc import Mapping

from ..audit.look import async_check
from ..bodies import told
from ..documents.self_check import Line, lines
from ..documents.words import Words
from ..guideline.people import Act, Actor
from ..guideline.self_check import CheckState
from ..procedure import checking
from ..site import Site
from ..views import Body
from .deed import Deed, Told


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Answer with what is found now: what was mended a moment ago is not said to be wrong."""
    desk = site.desk
    await desk.allow(Act.READ_SELF_CHECK, actor)
    report = await async_check(site.hass, site)
    shown = await desk.run(lambda: lines(Words(language), report, desk.zone))
    checked = desk.registers.standards.checked
    due = next((duty.due for duty in checking.duties(desk)), None)
    return {
        "checked": checked and told(site, checked),
        "due": due and told(site, due),
        "holds": report.holds,
        "all": report.all,
        "fails": report.count(CheckState.FAILS),
        "apart": report.count(CheckState.APART),
        "checks": [_line(line) for line in shown],
        "can": ["went_through"],
    }


def _line(line: Line) -> Told:
    return {
        "id": line.id,
        "article": line.article,
        "title": line.title,
        "state": line.state,
        "why": line.why,
        "evidence": list(line.evidence),
        "mend": line.mend,
        "path": line.path,
    }


async def _went_through(site: Site, actor: Actor, _body: Body) -> Told:
    seen = site.report or await async_check(site.hass, site)
    await checking.went_through(site.desk, actor, seen)
    return {}


DEEDS: Mapping[str, Deed] = {"check/went_through": Deed(_went_through)}
