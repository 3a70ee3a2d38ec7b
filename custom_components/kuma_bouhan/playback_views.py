"""Views of footage itself: what a player asks for in a viewing session.

Every request is looked at anew: who asks and by which login session, whether they may, whether they have
the vault open, whether session, camera and span are theirs; what may be shown, the vault looks at for every piece.
A response is written piece by piece as the client takes it: one that is slow has one piece in memory, one that
is gone or takes nothing for `PATIENCE` has none.
"""

import asyncio
from http import HTTPStatus

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .bodies import HEX, told, unreadable
from .const import DOMAIN
from .guideline.errors import Problem
from .pictures import NARROWEST, USUAL, WIDEST, jpeg_of
from .procedure import playback
from .procedure.playback import Keyframe, Part
from .procedure.viewing import Session
from .viewing_views import ViewingBase
from .views import PRIVATE, actor_at, answering
from .when import moment_in

PATIENCE = 60.0
"""Seconds in which a client has to take a piece."""
DECODING = 2
"""So many pictures are decoded at a time."""
_BASE = f"/api/{DOMAIN}/viewing/{{session:{HEX}}}/{{camera:{HEX}}}"
_CHUNK = f"{_BASE}/{{chunk:{HEX}}}"
_NUMBER = "{number:[0-9]{1,6}}"


@callback
def async_setup_playback_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    for view in (PlaylistView, InitView, SegmentView, PictureView, StillsView, StillView):
        hass.http.register_view(view(hass))


class PlaybackBase(ViewingBase):
    """A view in an open viewing session."""

    async def session(self, request: web.Request, session: str, camera: str) -> Session:
        """Return the session of the one who asks; raises what `Viewings.use` says."""
        return await self.site.viewings.use(actor_at(request), session, camera)

    def give(self, data: bytes, kind: str) -> web.Response:
        """Answer with something that is whole."""
        return web.Response(body=data, content_type=kind)


class PlaylistView(PlaybackBase):
    """The playlist (HLS) of a camera, for all of the session's span."""

    url = f"{_BASE}/playlist.m3u8"
    name = f"api:{DOMAIN}:viewing:playlist"

    @answering
    async def get(self, request: web.Request, session: str, camera: str) -> web.Response:
        """Answer with the playlist."""
        open_ = await self.session(request, session, camera)
        data = await playback.playlist(self.site.desk, open_, camera)
        return self.give(data, "application/vnd.apple.mpegurl")


class InitView(PlaybackBase):
    """What describes the tracks of a chunk."""

    url = f"{_CHUNK}/init.mp4"
    name = f"api:{DOMAIN}:viewing:init"

    @answering
    async def get(
        self, request: web.Request, session: str, camera: str, chunk: str
    ) -> web.Response:
        """Answer with the init segment, its picture turned as it is shown."""
        open_ = await self.session(request, session, camera)
        data = await playback.description(self.site.desk, open_, camera, chunk)
        return self.give(data, "video/mp4")


class SegmentView(PlaybackBase):
    """A segment of a chunk, decrypted as it is sent."""

    url = f"{_CHUNK}/{_NUMBER}.m4s"
    name = f"api:{DOMAIN}:viewing:segment"

    @answering
    async def get(
        self, request: web.Request, session: str, camera: str, chunk: str, number: str
    ) -> web.StreamResponse:
        """Answer with the segment."""
        open_ = await self.session(request, session, camera)
        part = await playback.segment(self.site.desk, open_, camera, chunk, int(number))
        return await _send(request, part)


class PictureView(PlaybackBase):
    """The picture of a moment."""

    url = f"{_BASE}/still.jpg"
    name = f"api:{DOMAIN}:viewing:picture"

    def __init__(self, hass: HomeAssistant) -> None:
        """Decode a few at a time."""
        super().__init__(hass)
        self._decoding = asyncio.Semaphore(DECODING)

    @answering
    async def get(self, request: web.Request, session: str, camera: str) -> web.Response:
        """Answer with the picture at `at`, at most `width` pixels wide where it is decoded."""
        site, open_ = self.site, await self.session(request, session, camera)
        at = moment_in(request.query.get("at", ""))
        width = _width(request.query.get("width", str(USUAL)))
        async with self._decoding:
            found = await playback.picture(site.desk, open_, camera, at)
            if isinstance(found, Keyframe):
                found = await site.desk.run(jpeg_of, found, width)
                open_.check()
        return self.give(found, "image/jpeg")


class StillsView(PlaybackBase):
    """The stills of a camera that gives stills."""

    url = f"{_BASE}/stills"
    name = f"api:{DOMAIN}:viewing:stills"

    @answering
    async def get(self, request: web.Request, session: str, camera: str) -> web.Response:
        """Answer `[{"at": …, "url": …}]`, oldest first; addresses are relative to this one."""
        site, open_ = self.site, await self.session(request, session, camera)
        found = await playback.stills(site.desk, open_, camera)
        return self.json(
            [{"at": told(site, at), "url": f"{chunk}/{number}.jpg"} for at, chunk, number in found]
        )


class StillView(PlaybackBase):
    """A still."""

    url = f"{_CHUNK}/{_NUMBER}.jpg"
    name = f"api:{DOMAIN}:viewing:still"

    @answering
    async def get(
        self, request: web.Request, session: str, camera: str, chunk: str, number: str
    ) -> web.Response:
        """Answer with the picture as it was taken."""
        open_ = await self.session(request, session, camera)
        data = await playback.still(self.site.desk, open_, camera, chunk, int(number))
        return self.give(data, "image/jpeg")


async def _send(request: web.Request, part: Part) -> web.StreamResponse:
    """Write a segment piece by piece; what is cut short ends the connection, so that the client knows."""
    pieces = await part.read()
    response = web.StreamResponse(status=HTTPStatus.OK, headers=PRIVATE)
    response.content_type = "video/mp4"
    response.content_length = part.size
    await response.prepare(request)
    try:
        while pieces:
            async with asyncio.timeout(PATIENCE):
                for piece in pieces:
                    part.check()
                    await response.write(piece)
            pieces = await part.read()
        await response.write_eof()
    except Problem, TimeoutError, ConnectionResetError:
        if request.transport is not None:
            request.transport.abort()
    return response


def _width(text: str) -> int:
    """Return a picture's width. Problem: viewing_unreadable."""
    known = text.isascii() and text.isdigit() and len(text) <= len(str(WIDEST))
    if not known or not NARROWEST <= int(text) <= WIDEST:
        raise unreadable("width")
    return int(text)
