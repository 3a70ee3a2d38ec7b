"""Views: what must not go through websocket commands, because those are logged.

A passphrase comes by POST, in the body, and nothing here or behind it writes it anywhere. What is opened is opened
for the login session that asked, and closed with it.

Who asks shows the token of their login session in a header. An address that Home Assistant signed for somebody
(`auth/sign_path`) shows none: it can be passed on, and whoever has it would be taken for them. Nothing is answered to one.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import wraps
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, Concatenate

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http import (
    KEY_HASS_REFRESH_TOKEN_ID,
    KEY_HASS_USER,
    HomeAssistantView,
)
from homeassistant.components.http.auth import SIGN_QUERY_PARAM
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey
from homeassistant.util.json import json_loads

from .const import DOMAIN
from .guideline.custody import Line
from .guideline.errors import Problem, Refused
from .guideline.people import Act, Actor, Door
from .procedure import line
from .procedure.lock import Unlocking
from .site import Site, async_running_site

PRIVATE = {"Cache-Control": "private, no-store"}
"""On every answer: nobody keeps one."""
LONGEST_BODY = 64 * 1024
"""Bytes of what is sent; nothing that we ask for comes near."""
LONGEST_SECRET = 1024
"""Letters of a passphrase or a code; nobody's is longer."""

FOLLOWED: HassKey[set[str]] = HassKey(f"{DOMAIN}_sessions")
"""Login sessions (ids of refresh tokens) whose end we hear of."""

type Body = Mapping[str, Any]


@callback
def async_setup_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    hass.http.register_view(UnlockView(hass))
    hass.http.register_view(LockView(hass))


class KumaView(HomeAssistantView):
    """A view of ours; it answers `{"error": key, "blanks": {…}}` where it cannot."""

    statuses: Mapping[str, HTTPStatus] = {}
    """What problems are answered with that are neither a refusal nor the usual."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take Home Assistant."""
        self._hass = hass

    @property
    def site(self) -> Site:
        """Return the site that runs. Problem: site_not_running."""
        return async_running_site(self._hass)

    async def unlock(self, request: web.Request, body: Body) -> Unlocking:
        """Open the vault for whoever asks, in this login session, by the passphrase in the body; raises as the lock does."""
        site, actor = self.site, actor_at(request)
        passphrase = secret_in(body, "passphrase", "passphrase_missing")
        if actor.session is not None:
            _follow_session(self._hass, actor.session)
        return await site.lock.unlock(actor, passphrase, line_of(request, body))

    async def refuse(self, _request: web.Request, problem: Problem) -> web.Response:
        """Answer with what is wrong."""
        usual = HTTPStatus.UNPROCESSABLE_ENTITY
        if isinstance(problem, Refused):
            usual = HTTPStatus.FORBIDDEN
        return self.json(
            {"error": problem.key, "blanks": problem.placeholders},
            self.statuses.get(problem.key, usual),
        )


def answering[V: KumaView](
    handler: Callable[Concatenate[V, web.Request, ...], Awaitable[web.StreamResponse]],
) -> Callable[Concatenate[V, web.Request, ...], Awaitable[web.StreamResponse]]:
    """Have a view's method answer with the problem it meets, and have nobody keep the answer."""

    @wraps(handler)
    async def answer(view: V, request: web.Request, **path: str) -> web.StreamResponse:
        try:
            response = await handler(view, request, **path)
        except Problem as problem:
            response = await view.refuse(request, problem)
        if not response.prepared:
            response.headers.update(PRIVATE)
        return response

    return answer


class UnlockView(KumaView):
    """Opens the vault for the person who asks, in this login session, for some minutes."""

    url = f"/api/{DOMAIN}/unlock"
    name = f"api:{DOMAIN}:unlock"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take `{"passphrase": …, "accept_plain_http"?: true}`; answer `{"until": …, "idle_until": …}`."""
        return self.json(_told(await self.unlock(request, await body_of(request))))


class LockView(KumaView):
    """Shows the lock, and locks the vault for everybody."""

    url = f"/api/{DOMAIN}/lock"
    name = f"api:{DOMAIN}:lock"

    @answering
    async def get(self, request: web.Request) -> web.Response:
        """Answer how it stands, and until when the person who asks has it open or has to wait."""
        site, actor = self.site, actor_at(request)
        await site.desk.allow(Act.LOCK, actor)
        mine, wait = site.lock.unlocking(actor), site.lock.waits_until(actor)
        plain_http = "no"
        if line_of(request, {}) is not Line.SAFE:
            plain_http = "accepted" if line.accepted(site.desk, actor) else "ask"
        return self.json(
            {
                "locked": site.lock.is_locked,
                "mine": _told(mine) if mine else None,
                "wait_until": dt_util.as_local(wait).isoformat() if wait else None,
                "plain_http": plain_http,
            }
        )

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take nothing; answer `{}`."""
        await self.site.lock.lock(actor_at(request))
        return self.json({})


def actor_at(request: web.Request) -> Actor:
    """Return who asks, and by which login session; nobody by an address that was signed for them."""
    if SIGN_QUERY_PARAM in request.query:
        raise web.HTTPForbidden
    user: User = request[KEY_HASS_USER]
    return Actor(user.id, Door.PANEL, session=request.get(KEY_HASS_REFRESH_TOKEN_ID))


def line_of(request: web.Request, body: Body) -> Line:
    """Return how a secret came: proxies that Home Assistant trusts have been seen through already."""
    if request.secure or _is_here(request.remote):
        return Line.SAFE
    return Line.PLAIN_ACCEPTED if body.get("accept_plain_http") is True else Line.PLAIN


async def body_of(request: web.Request) -> Body:
    """Return the JSON object that was sent; empty where there is none, or none that we ask for."""
    data = bytearray()
    async for piece in request.content.iter_any():
        data += piece
        if len(data) > LONGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(LONGEST_BODY, len(data))
    try:
        body = json_loads(data)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def secret_in(body: Body, name: str, missing: str) -> str:
    """Return a passphrase or a code out of a body; raises `missing` where there is none."""
    match body.get(name):
        case str(secret) if 0 < len(secret) <= LONGEST_SECRET:
            return secret
    raise Problem(missing)


def _is_here(remote: str | None) -> bool:
    """Say whether a request came from this machine; None is a socket in its file system."""
    try:
        return remote is None or ip_address(remote).is_loopback
    except ValueError:
        return False


def _told(unlocking: Unlocking) -> dict[str, str]:
    return {
        "until": dt_util.as_local(unlocking.until).isoformat(),
        "idle_until": dt_util.as_local(unlocking.idle_until).isoformat(),
    }


@callback
def _follow_session(hass: HomeAssistant, session: str) -> None:
    """Close what a login session has open, or is about to, when it is revoked. Refused: unlock_first, it is already."""

    @callback
    def revoked() -> None:
        followed.discard(session)
        with suppress(Problem):  # no site, nothing open
            async_running_site(hass).lock.end_session(session)

    followed = hass.data.setdefault(FOLLOWED, set())
    if hass.auth.async_get_refresh_token(session) is None:
        revoked()
        raise Refused("unlock_first", act=Act.UNLOCK)
    if session not in followed:
        followed.add(session)
        hass.auth.async_register_revoke_token_callback(session, revoked)
