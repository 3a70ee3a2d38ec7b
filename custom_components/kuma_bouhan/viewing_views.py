"""Views of viewing: a camera's day, sessions, and the permission that a use beyond the purpose takes.

What a body holds is read by `bodies`; who may, and whether it is right, is checked in `procedure`.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .bodies import HEX, maybe, number_in, scope_in, text_in, texts_in, told, word_in, yes_in
from .const import DOMAIN
from .guideline.grounds import Ground
from .guideline.people import Act
from .guideline.settings import CaptureMode
from .guideline.viewing import Purpose
from .procedure import day, permission
from .procedure.permission import Asked
from .procedure.viewing import Plan, Session
from .site import Site
from .views import KumaView, actor_at, answering, body_of
from .when import day_in

STATUSES: Mapping[str, HTTPStatus] = {
    "viewing_over": HTTPStatus.NOT_FOUND,
    "outside_viewing": HTTPStatus.FORBIDDEN,
    "footage_sealed": HTTPStatus.FORBIDDEN,
    "footage_gone": HTTPStatus.GONE,
}


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
            site.desk, actor_at(request), camera, day_in(date), site.gaps_not_entered(camera)
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
            purpose=word_in(body, "purpose", Purpose),
            scope=scope_in(body),
            attendees=texts_in(body, "attendees", []),
            outsiders=yes_in(body, "outsiders"),
            permission=maybe(body, "permission", number_in),
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
        await site.viewings.end(actor_at(request), text_in(body, "session"))
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
            word_in(body, "ground", Ground),
            scope_in(body),
            text_in(body, "reason"),
            text_in(body, "document", ""),
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
        seq = await permission.permit(site.desk, actor_at(request), number_in(body, "request"))
        return self.json({"permission": seq})


class DenyView(ViewingBase):
    """Denies a request."""

    url = f"/api/{DOMAIN}/viewing/deny"
    name = f"api:{DOMAIN}:viewing:deny"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take `{"request": …}`; answer `{}`."""
        site, body = self.site, await body_of(request)
        await permission.deny(site.desk, actor_at(request), number_in(body, "request"))
        return self.json({})


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
