"""The way out: what was prepared is downloaded under an address that is signed for one person.

A browser downloads without the header that a person is known by, so the address is signed (`async_sign_path`) for the
person's own login session, and dies after `GRANTED_FOR` or with either. It leads to one form of one package. Whether they may,
and whether they have the vault open in just this login session, is looked at for every request, and for every piece.

`Range` is served, so that a download goes on where it broke off: the bytes are the same each time. Nothing is kept of
an answer on the way, and none is made of a stretch of bytes that nobody asked for.
"""

import asyncio
from http import HTTPStatus
from urllib.parse import quote

from aiohttp import hdrs, web
from homeassistant.auth.models import User
from homeassistant.components.http import KEY_HASS_REFRESH_TOKEN_ID, KEY_HASS_USER
from homeassistant.components.http.auth import SIGN_QUERY_PARAM, async_sign_path
from homeassistant.core import HomeAssistant, callback

from .bodies import HEX, told
from .const import DOMAIN
from .guideline.errors import Problem
from .guideline.people import Actor, Door
from .playback_views import PATIENCE
from .procedure.giving_out import GRANTED_FOR, Download, Grant
from .site import Site
from .views import PRIVATE, Body, KumaView, answering

DOWNLOAD = f"/api/{DOMAIN}/download"


@callback
def async_setup_package_views(hass: HomeAssistant) -> None:
    """Register the view: it stays until Home Assistant stops."""
    hass.http.register_view(DownloadView(hass))


@callback
def link(hass: HomeAssistant, site: Site, grant: Grant) -> Body:
    """Return where a grant's bytes are, and until when, as the panel is told."""
    path = async_sign_path(
        hass, f"{DOWNLOAD}/{grant.token}", GRANTED_FOR, refresh_token_id=grant.actor.session
    )
    return {"url": path, "until": told(site, grant.until)}


class DownloadView(KumaView):
    """Sends what was prepared."""

    url = f"{DOWNLOAD}/{{token:{HEX}}}"
    name = f"api:{DOMAIN}:download"
    statuses = {
        "link_over": HTTPStatus.NOT_FOUND,
        "footage_gone": HTTPStatus.GONE,
        "footage_sealed": HTTPStatus.FORBIDDEN,
    }

    @answering
    async def get(self, request: web.Request, token: str) -> web.StreamResponse:
        """Answer with the bytes, all or those of a range; HEAD with what they are."""
        download = await self.site.packages.open(_actor(request), token)
        headers = PRIVATE | _headers(download)
        start, stop = _range(request, download)
        if start >= stop:
            headers[hdrs.CONTENT_RANGE] = f"bytes */{download.size}"
            return web.Response(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
        status = HTTPStatus.OK
        if (start, stop) != (0, download.size):
            status = HTTPStatus.PARTIAL_CONTENT
            headers[hdrs.CONTENT_RANGE] = f"bytes {start}-{stop - 1}/{download.size}"
        response = web.StreamResponse(status=status, headers=headers)
        response.content_type = download.grant.kind
        response.content_length = stop - start
        if request.method == hdrs.METH_HEAD:
            await response.prepare(request)
            return response
        return await _send(request, response, download, start, stop)

    head = get


def _actor(request: web.Request) -> Actor:
    """Return as whom the address was signed; nobody by a header: it is a browser's own window that downloads."""
    if SIGN_QUERY_PARAM not in request.query or hdrs.AUTHORIZATION in request.headers:
        raise web.HTTPForbidden
    user: User = request[KEY_HASS_USER]
    return Actor(user.id, Door.PANEL, session=request.get(KEY_HASS_REFRESH_TOKEN_ID))


def _headers(download: Download) -> dict[str, str]:
    grant = download.grant
    return {
        hdrs.ACCEPT_RANGES: "bytes",
        hdrs.ETAG: f'"{grant.tag}"',
        hdrs.CONTENT_DISPOSITION: (
            f'attachment; filename="{grant.plain_name}"; '
            f"filename*=UTF-8''{quote(grant.name, safe='')}"
        ),
        "X-Content-Type-Options": "nosniff",
    }


def _range(request: web.Request, download: Download) -> tuple[int, int]:
    """Return which bytes are asked for; what is of another state of them, or no range, is all of them."""
    size = download.size
    condition = request.headers.get(hdrs.IF_RANGE)
    if condition is not None and condition != f'"{download.grant.tag}"':
        return 0, size
    try:
        asked = request.http_range
    except ValueError:
        return 0, size
    start, stop, _ = asked.indices(size)
    if asked.start is not None and asked.start >= size:
        start = stop
    return start, stop


async def _send(
    request: web.Request,
    response: web.StreamResponse,
    download: Download,
    start: int,
    stop: int,
) -> web.StreamResponse:
    """Send piece by piece as the client takes them; what breaks off ends the connection, so that the client knows."""
    pieces = download.pieces(start, stop)
    try:
        # What is wrong from the start is answered in words.
        block = await anext(pieces)
        await response.prepare(request)
        try:
            while True:
                for piece in block:
                    download.check()
                    async with asyncio.timeout(PATIENCE):
                        await response.write(piece)
                block = await anext(pieces)
        except StopAsyncIteration:
            await response.write_eof()
        except Problem, TimeoutError, ConnectionResetError:
            if request.transport is not None:
                request.transport.abort()
    finally:
        await pieces.aclose()
    return response
