"""What a camera offers over HTTP: MPEG-TS, MJPEG, stills, its state, and the commands for its faults.

POST /control with {"do": NAME, ...} does what the method of that name in `camera` does and answers the state;
it works also while the camera refuses everything else.
"""

import asyncio
from typing import TYPE_CHECKING, Final

from aiohttp import web

from .encode import Format, Kind, Unit, VideoCodec
from .ts import TransportStream

if TYPE_CHECKING:
    from .camera import StreetCamera

_QUEUE: Final = 2000  # pieces a client may lag behind before it misses pictures
_MJPEG_FPS: Final = 5


class _Connection:
    def __init__(self, request: web.Request) -> None:
        self._request = request

    def abort(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()


class _TsViewer(_Connection):
    """Units in, pieces of a transport stream out."""

    def __init__(self, request: web.Request, fmt: Format) -> None:
        super().__init__(request)
        self.pieces: asyncio.Queue[bytes] = asyncio.Queue()
        self._stream = TransportStream(fmt)
        self._waits_for_key = True

    def send(self, unit: Unit) -> None:
        if self.pieces.qsize() > _QUEUE:
            self._waits_for_key = True
        if self._waits_for_key and not (unit.kind is Kind.VIDEO and unit.key):
            return
        self._waits_for_key = False
        self.send_raw(self._stream.mux(unit))

    def send_raw(self, data: bytes) -> None:
        if data:
            self.pieces.put_nowait(data)

    def reformat(self, fmt: Format) -> None:
        self._stream = TransportStream(fmt)
        self._waits_for_key = True


class MediaServer:
    """The HTTP side of one camera."""

    def __init__(self, camera: StreetCamera, port: int) -> None:
        self._camera, self.port = camera, port
        app = web.Application()
        app.add_routes(
            [
                web.get("/stream.ts", self._ts),
                web.get("/mjpeg", self._mjpeg),
                web.get("/still.jpg", self._still),
                web.get("/control", self._status),
                web.post("/control", self._control),
            ]
        )
        self._runner = web.AppRunner(
            app, handler_cancellation=True, shutdown_timeout=0.5, access_log=None
        )

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        await self._runner.cleanup()

    async def _ts(self, request: web.Request) -> web.StreamResponse:
        viewer = _TsViewer(request, self._camera.format)
        response = await self._open(request, viewer, "video/mp2t")
        try:
            _, backlog = self._camera.watch(viewer)
            for unit in backlog:
                viewer.send(unit)
            while True:
                await response.write(await viewer.pieces.get())
        finally:
            self._camera.leave(viewer)

    async def _mjpeg(self, request: web.Request) -> web.StreamResponse:
        connection = _Connection(request)
        response = await self._open(
            request, connection, "multipart/x-mixed-replace; boundary=frame"
        )
        try:
            while True:
                await self._camera.flowing()
                picture = await self._camera.still()
                head = (
                    f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
                )
                await response.write(head.encode() + picture + b"\r\n")
                await asyncio.sleep(1 / (_MJPEG_FPS * self._camera.rate))
        finally:
            self._camera.leave(connection)

    async def _still(self, request: web.Request) -> web.StreamResponse:
        connection = _Connection(request)
        self._admit(connection)
        try:
            await self._camera.flowing()
            return web.Response(body=await self._camera.still(), content_type="image/jpeg")
        finally:
            self._camera.leave(connection)

    async def _open(
        self, request: web.Request, connection: _Connection, content_type: str
    ) -> web.StreamResponse:
        self._admit(connection)
        response = web.StreamResponse(
            headers={"Content-Type": content_type, "Cache-Control": "no-store"}
        )
        try:
            await response.prepare(request)
        except BaseException:
            self._camera.leave(connection)
            raise
        return response

    def _admit(self, connection: _Connection) -> None:
        if self._camera.refusing:
            connection.abort()
            raise web.HTTPServiceUnavailable
        self._camera.enter(connection)

    async def _status(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(self._camera.status())

    async def _control(self, request: web.Request) -> web.StreamResponse:
        camera, wish = self._camera, await request.json()
        try:
            match wish.pop("do", None):
                case "drop":
                    camera.drop()
                case "refuse":
                    await camera.refuse()
                case "accept":
                    await camera.accept()
                case "stall":
                    camera.stall()
                case "resume":
                    camera.resume()
                case "hold":
                    camera.hold()
                case "release":
                    camera.release()
                case "jump":
                    camera.jump(**wish)
                case "garbage":
                    camera.garbage(**wish)
                case "change":
                    if "codec" in wish:
                        wish["codec"] = VideoCodec(wish["codec"])
                    await camera.change(**wish)
                case "restore":
                    await camera.restore()
                case other:
                    raise web.HTTPBadRequest(text=f"no such command: {other}")
        except (TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        return web.json_response(camera.status())
