"""Views of viewing: a camera's day, sessions, and the permission that a use beyond the purpose takes.

What a body holds is checked here, who may and whether it is right in `procedure`. Times are ISO 8601; answers give
them in the site's own offset.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from http import HTTPStatus
import re
from typing import Any

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .guideline.errors import Problem
from .guideline.grounds import Ground
from .guideline.people import Act
from .guideline.settings import CaptureMode
from .guideline.viewing import Purpose, Scope
from .procedure import day, permission
from .procedure.permission import Asked
from .procedure.viewing import Plan, Session
from .site import Site
from .views import Body, KumaView, actor_at, answering, body_of

HEX = "[0-9a-f]{32}"
STATUSES: Mapping[str, HTTPStatus] = {
    "viewing_over": HTTPStatus.NOT_FOUND,
    "outside_viewing": HTTPStatus.FORBIDDEN,
    "footage_sealed": HTTPStatus.FORBIDDEN,
    "footage_gone": HTTPStatus.GONE,
}
_ID = re.compile(HEX)
_YEARS = range(1971, 9999)
_MOST = 200
"""Items of a list in a body."""


@callback
def async_setup_viewing_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    for view in (
        DayView,
        ViewingView,
        EndView,
        RequestView,
        PermitView,
        DenyView,
    ):
        hass.http.register_view(view(hass))


class ViewingBase(KumaView):
    """A view of footage, or of what is done with it."""

    statuses = STATUSES


class DayView(ViewingBase):
    """A camera's day: what there is, what is missing and why, when it is erased."""

    url = f"/api/{DOMAIN}/footage/{{camera:{HEX}}}/{{date:[0-9-]{{10}}}}"
    name = f"api:{DOMAIN}:footage"

    @answering
    async def get(self, request: web.Request, camera: str, date: str) -> web.Response:
        """Answer with the day, in the site's own time."""
        site = self.site
        found = await day.day(
            site.desk, actor_at(request), camera, _date(date), site.gaps_not_entered(camera)
        )
        return self.json(
            {
                "camera": camera,
                "date": date,
                "start": told(site, found.start),
                "end": told(site, found.end),
                "kind": "stills" if found.mode is CaptureMode.STILLS else "stream",
                "stretches": [
                    {
                        "start": told(site, stretch.start),
                        "end": told(site, stretch.end),
                        "due": stretch.due and told(site, stretch.due),
                        "bytes": stretch.bytes,
                        "complete": stretch.complete,
                    }
                    for stretch in found.stretches
                ],
                "gaps": [
                    {
                        "start": told(site, gap.start),
                        "end": told(site, gap.end),
                        "reason": gap.reason,
                    }
                    for gap in found.gaps
                ],
                "holds": [
                    {
                        "start": told(site, hold.start),
                        "end": told(site, hold.end),
                        "until": told(site, hold.until),
                        "kind": hold.kind,
                    }
                    for hold in found.holds
                ],
            }
        )


class ViewingView(ViewingBase):
    """Viewing sessions: what is open and asked for, and beginning one."""

    url = f"/api/{DOMAIN}/viewing"
    name = f"api:{DOMAIN}:viewing"

    @answering
    async def get(self, request: web.Request) -> web.Response:
        """Answer with one's own sessions, the requests one may see, and who may attend."""
        site, actor = self.site, actor_at(request)
        requests = await permission.requests(site.desk, actor)
        names = {}
        if site.desk.may(Act.READ_NAMES, actor):
            names = {one.user_id: one.name for one in site.desk.registers.appointments}
        return self.json(
            {
                "purposes": list(Purpose),
                "grounds": list(Ground),
                "sessions": [_session(site, one) for one in site.viewings.mine(actor)],
                "requests": [_request(site, one, names) for one in requests],
                "people": [
                    {"user_id": user_id, "name": name}
                    for user_id, name in site.viewings.people().items()
                ],
            }
        )

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Begin a session; answer `{"session": …, "until": …}`."""
        site, body = self.site, await body_of(request)
        plan = Plan(
            purpose=_word(body, "purpose", Purpose),
            scope=_scope(site, body),
            attendees=_texts(body, "attendees", []),
            outsiders=_yes(body, "outsiders"),
            permission=None if body.get("permission") is None else _number(body, "permission"),
        )
        session = await site.viewings.begin(actor_at(request), plan)
        return self.json({"session": session.id, "until": told(site, session.until)})


class EndView(ViewingBase):
    """Ends a session."""

    url = f"/api/{DOMAIN}/viewing/end"
    name = f"api:{DOMAIN}:viewing:end"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take `{"session": …}`; answer `{}`."""
        site, body = self.site, await body_of(request)
        await site.viewings.end(actor_at(request), _text(body, "session"))
        return self.json({})


class RequestView(ViewingBase):
    """Asks for a use beyond the purpose."""

    url = f"/api/{DOMAIN}/viewing/request"
    name = f"api:{DOMAIN}:viewing:request"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take ground, reason, document, cameras and span; answer `{"request": …}`."""
        site, body = self.site, await body_of(request)
        seq = await permission.ask(
            site.desk,
            actor_at(request),
            _word(body, "ground", Ground),
            _scope(site, body),
            _text(body, "reason"),
            _text(body, "document", ""),
        )
        return self.json({"request": seq})


class PermitView(ViewingBase):
    """Permits a request."""

    url = f"/api/{DOMAIN}/viewing/permit"
    name = f"api:{DOMAIN}:viewing:permit"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take `{"request": …}`; answer `{"permission": …}`."""
        site, body = self.site, await body_of(request)
        seq = await permission.permit(site.desk, actor_at(request), _number(body, "request"))
        return self.json({"permission": seq})


class DenyView(ViewingBase):
    """Denies a request."""

    url = f"/api/{DOMAIN}/viewing/deny"
    name = f"api:{DOMAIN}:viewing:deny"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take `{"request": …}`; answer `{}`."""
        site, body = self.site, await body_of(request)
        await permission.deny(site.desk, actor_at(request), _number(body, "request"))
        return self.json({})


def told(site: Site, moment: datetime) -> str:
    """Return a moment in the site's own time."""
    return moment.astimezone(site.desk.zone).isoformat()


def moment_in(site: Site, text: str) -> datetime:
    """Return the moment that a text says, in UTC; without an offset it is the site's. Problem: viewing_unreadable."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Problem("viewing_unreadable", field="time") from None
    if moment.year not in _YEARS:
        raise Problem("viewing_unreadable", field="time")
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=site.desk.zone)
    return moment.astimezone(UTC)


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Problem("viewing_unreadable", field="date") from None
    if found.year not in _YEARS:
        raise Problem("viewing_unreadable", field="date")
    return found


def _session(site: Site, session: Session) -> dict[str, Any]:
    plan = session.plan
    return {
        "session": session.id,
        "purpose": plan.purpose,
        "cameras": list(plan.scope.cameras),
        "start": told(site, plan.scope.start),
        "end": told(site, plan.scope.end),
        "began": told(site, session.began),
        "until": told(site, session.until),
    }


def _request(site: Site, asked: Asked, names: Mapping[str, str]) -> dict[str, Any]:
    request = asked.request
    return {
        "request": request.seq,
        "permission": request.permission,
        "state": request.state,
        "at": told(site, request.at),
        "by": request.by,
        **({"name": names[request.by]} if request.by in names else {}),
        "ground": request.ground,
        "cameras": list(request.scope.cameras),
        "start": told(site, request.scope.start),
        "end": told(site, request.scope.end),
        "reason": asked.reason_text,
        "document": asked.document,
        "one_person": request.hands.one_person if request.hands else None,
    }


# What a body holds ------------------------------------------------------------------------------


def _scope(site: Site, body: Body) -> Scope:
    cameras = _texts(body, "cameras")
    if not all(map(_ID.fullmatch, cameras)):
        raise Problem("unknown_camera")
    start, end = (moment_in(site, _text(body, name)) for name in ("start", "end"))
    return Scope(tuple(dict.fromkeys(cameras)), start, end)


def _text(body: Body, name: str, missing: str | None = None) -> str:
    found = body.get(name, missing)
    if not isinstance(found, str):
        raise Problem("viewing_unreadable", field=name)
    return found


def _texts(body: Body, name: str, missing: list[str] | None = None) -> tuple[str, ...]:
    found = body.get(name, missing)
    if (
        not isinstance(found, list)
        or len(found) > _MOST
        or not all(isinstance(item, str) for item in found)
    ):
        raise Problem("viewing_unreadable", field=name)
    return tuple(found)


def _number(body: Body, name: str) -> int:
    found = body.get(name)
    if not isinstance(found, int) or isinstance(found, bool):
        raise Problem("viewing_unreadable", field=name)
    return found


def _yes(body: Body, name: str) -> bool:
    found = body.get(name, False)
    if not isinstance(found, bool):
        raise Problem("viewing_unreadable", field=name)
    return found


def _word[W: StrEnum](body: Body, name: str, words: type[W]) -> W:
    try:
        return words(_text(body, name))
    except ValueError:
        raise Problem("viewing_unreadable", field=name) from None
