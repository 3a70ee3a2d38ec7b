"""Rules of early erasure at the panel: signed, ended, run: 4(4)エ."""

from collections.abc import Mapping
from datetime import time
import re

from ..bodies import text_in, texts_in, told, unreadable
from ..guideline.people import Act, Actor
from ..guideline.purge_rules import PurgeRule
from ..guideline.recording import Hours
from ..procedure import purge_rules
from ..procedure.purge_rules import RuleItem
from ..site import Site
from ..views import Body
from .deed import Deed, Told

_WALL = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_WEEKDAYS = range(7)


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return the rules that stand, with who signed them and why."""
    desk = site.desk
    found = await purge_rules.listed(desk, actor)
    signs = desk.could(Act.SIGN_PURGE_RULE, actor)
    can = [*(["end"] if signs else []), *(["run"] if desk.could(Act.RUN_PURGE_RULE, actor) else [])]
    names = {one.user_id: one.name for one in desk.registers.appointments}
    return {
        "rules": [_rule(site, item, names) | {"can": can} for item in found],
        "can": ["sign"] if signs else [],
    }


def _rule(site: Site, item: RuleItem, names: Mapping[str, str]) -> Told:
    signed = item.signed
    hours = signed.what.hours
    return {
        "rule": signed.rule,
        "number": signed.number,
        "cameras": list(signed.what.cameras),
        "start": hours.start.isoformat("minutes"),
        "end": hours.end.isoformat("minutes"),
        "weekdays": sorted(hours.weekdays),
        "name": item.name,
        "reason": item.reason,
        "by": signed.by,
        "by_name": names.get(signed.by, ""),
        "at": told(site, signed.at),
        "run": told(site, signed.run) if signed.run else None,
    }


async def _sign(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{cameras, start, end, weekdays, name, reason, passphrase?}`, times as `HH:MM`; answer `{rule}`."""
    hours = Hours(_wall_in(body, "start"), _wall_in(body, "end"), _weekdays_in(body))
    what = PurgeRule(texts_in(body, "cameras"), hours)
    name, reason = text_in(body, "name"), text_in(body, "reason")
    return {"rule": await purge_rules.sign(site.desk, actor, what, name, reason)}


async def _end(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{rule, passphrase?}`; answer `{}`."""
    await purge_rules.end(site.desk, actor, text_in(body, "rule"))
    return {}


async def _run(site: Site, actor: Actor, body: Body) -> Told:
    """Take `{rule}`; answer `{chunks, bytes, left_out}`."""
    return await async_run(site, actor, text_in(body, "rule"))


async def async_run(site: Site, actor: Actor, rule: str) -> Told:
    """Have a rule run; return what went, and how much stays because it is needed."""
    done = await purge_rules.run(site.desk, site.erasure, actor, rule)
    return {"chunks": done.chunks, "bytes": done.bytes, "left_out": done.left_out}


def _wall_in(body: Body, name: str) -> time:
    """Return a time of day."""
    found = text_in(body, name)
    if not _WALL.fullmatch(found):
        raise unreadable(name)
    return time.fromisoformat(found)


def _weekdays_in(body: Body) -> frozenset[int]:
    """Return days of the week, Monday = 0."""
    found = body.get("weekdays")
    if not isinstance(found, list) or not all(type(day) is int for day in found):
        raise unreadable("weekdays")
    if not set(found) <= set(_WEEKDAYS):
        raise unreadable("weekdays")
    return frozenset(found)


DEEDS: Mapping[str, Deed] = {
    "purge_rules/sign": Deed(_sign, decides=True),
    "purge_rules/end": Deed(_end, decides=True),
    "purge_rules/run": Deed(_run),
}
