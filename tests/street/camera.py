"""A simulated street camera on loopback, and the faults it can be told to have.

    async with StreetCamera() as camera:
        camera.urls.rtsp, camera.urls.ts, camera.urls.mjpeg, camera.urls.still
        camera.stall()

One clock per camera: frame n is due n / (fps * rate) seconds after the start, whoever watches. A live camera draws
only while somebody watches. Faults hold until `restore` (or their opposite) is called, and they combine:

    drop()            every open connection ends now
    refuse/accept()   new connections are turned away (RTSP: the port is closed) / taken again
    stall/resume()    connections stay and open, and carry nothing / carry again, the missed time missing
    hold/release()    what falls due waits, as in a network that stalls / comes, all of it
    jump(seconds)     timestamps go forward or back by that much from here on
    garbage(seconds)  random bytes instead of pictures and sound; with wire=True instead of the protocol, too
    login = "a:b"     whoever comes by RTSP has to say so
    change(...)       another codec, size, frame rate, or sound on/off; drop=False leaves connections open
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
import io
import math
import os
from types import TracebackType
from typing import Final, Protocol, Self, TypedDict, Unpack, cast

from PIL import Image

from .encode import Feed, Format, Kind, LiveFeed, LoopFeed, Unit, VideoCodec, parameter_sets
from .rtsp import RtspClient, describe
from .scene import Street
from .web import MediaServer

LOOPBACK: Final = "127.0.0.1"


class Connection(Protocol):
    """Whatever can be cut off."""

    def abort(self) -> None: ...


class Viewer(Connection, Protocol):
    """Whatever takes the camera's units."""

    def send(self, unit: Unit) -> None: ...
    def send_raw(self, data: bytes) -> None: ...
    def reformat(self, fmt: Format) -> None: ...


@dataclass(frozen=True, slots=True)
class Urls:
    """Where the camera is found."""

    rtsp: str
    ts: str
    mjpeg: str
    still: str
    control: str


class Changes(TypedDict, total=False):
    """What `change` may change of a format."""

    codec: VideoCodec
    width: int
    height: int
    fps: int
    audio: bool
    bitrate: int


class StreetCamera:
    """One camera; use as an async context manager, or `start` and `close`."""

    def __init__(
        self,
        fmt: Format | None = None,
        *,
        name: str = "KUMA STREET",
        rate: float = 1.0,
        loop: bool = False,
        started: datetime | None = None,
        rtsp_port: int = 0,
        http_port: int = 0,
        login: str | None = None,
    ) -> None:
        self.format = fmt or Format()
        self.name, self.rate, self.connected = name, rate, 0
        self.login = login
        self.started = started or datetime.now().astimezone()
        self.stalled = self.refusing = False
        self.kept_back = 0
        """Pictures and sounds that stalls have kept back."""
        self._loops, self._rtsp_port = loop, rtsp_port
        self._feed: Feed | None = None
        self._rtsp: asyncio.Server | None = None
        self._http = MediaServer(self, http_port)
        self._pool = ThreadPoolExecutor(1, "street")
        self._clock: asyncio.Task[None] | None = None
        self._sessions: set[asyncio.Task[None]] = set()
        self._connections: set[Connection] = set()
        self._viewers: set[Viewer] = set()
        self._gop: list[Unit] = []
        self._held: list[Unit] | None = None
        self._began = 0.0
        self._offset = 0.0
        self._garbage_until, self._garbage_on_wire = -math.inf, False
        self._flowing = asyncio.Event()
        self._flowing.set()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def start(self) -> None:
        self._feed = await self.in_thread(self._make_feed)
        self._began = asyncio.get_running_loop().time()
        await self._listen()
        await self._http.start()
        self._clock = asyncio.create_task(self._run(), name="street camera")

    async def close(self) -> None:
        self.drop()
        if self._rtsp is not None:
            self._rtsp.close()
        tasks = [*self._sessions, *([self._clock] if self._clock else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._http.close()
        self._pool.shutdown()

    @property
    def urls(self) -> Urls:
        web = f"http://{LOOPBACK}:{self._http.port}"
        return Urls(
            f"rtsp://{LOOPBACK}:{self._rtsp_port}/street",
            f"{web}/stream.ts",
            f"{web}/mjpeg",
            f"{web}/still.jpg",
            f"{web}/control",
        )

    @property
    def seconds(self) -> float:
        """The camera's own time: seconds since it was switched on, times its rate."""
        return (asyncio.get_running_loop().time() - self._began) * self.rate

    @property
    def frame(self) -> int:
        """The number of the frame that is due now."""
        return int(self.seconds * self.format.fps)

    @property
    def viewers(self) -> int:
        """How many are watching a stream now (stills and MJPEG not counted)."""
        return len(self._viewers)

    def status(self) -> dict[str, object]:
        """Everything a test or the demo may want to know, as JSON values."""
        return {
            "name": self.name,
            "urls": asdict(self.urls),
            "format": asdict(self.format),
            "viewers": self.viewers,
            "connected": self.connected,
            "frame": self.frame,
            "stalled": self.stalled,
            "refusing": self.refusing,
        }

    # Faults

    def drop(self) -> None:
        for connection in tuple(self._connections):
            connection.abort()

    async def refuse(self) -> None:
        self.refusing = True
        if self._rtsp is not None:
            self._rtsp.close()
            self._rtsp = None

    async def accept(self) -> None:
        self.refusing = False
        if self._rtsp is None:
            await self._listen()

    def stall(self) -> None:
        self.stalled = True
        self._flowing.clear()

    def resume(self) -> None:
        self.stalled = False
        self._flowing.set()

    def hold(self) -> None:
        self._held = []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for unit in held:
            self._give(unit)

    def jump(self, seconds: float) -> None:
        self._offset += seconds
        self._gop.clear()

    def garbage(self, seconds: float = math.inf, *, wire: bool = False) -> None:
        self._garbage_until, self._garbage_on_wire = self.seconds + seconds, wire

    async def change(self, *, drop: bool = True, **changes: Unpack[Changes]) -> None:
        self.format = replace(self.format, **changes)
        feed = await self.in_thread(self._make_feed)
        self._feed = feed
        self._gop.clear()
        if drop:
            self.drop()
        for viewer in self._viewers:
            viewer.reformat(self.format)

    async def restore(self) -> None:
        """Make it a healthy camera again; format and time stay as they are."""
        self.resume()
        self.release()
        self._garbage_until = -math.inf
        await self.accept()

    # For the servers

    async def in_thread[T](self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    async def flowing(self) -> None:
        """Return once the camera is not stalled."""
        await self._flowing.wait()

    async def still(self) -> bytes:
        """Give the picture of this moment as JPEG (or, while told so, garbage)."""
        number, fmt = self.frame, self.format
        if self._is_garbage:
            return os.urandom(20_000)
        street = Street(fmt.width, fmt.height, fmt.fps, self.started, self.name, fmt.grain)
        return await self.in_thread(lambda: _jpeg(street, number))

    def enter(self, connection: Connection) -> None:
        self._connections.add(connection)
        self.connected += 1

    def watch(self, viewer: Viewer) -> tuple[float, list[Unit]]:
        """Give the viewer every unit from now on; returns its zero time and the units since the last key picture."""
        self._viewers.add(viewer)
        silent = self.stalled or self._is_garbage or self._held is not None
        backlog = [] if silent else list(self._gop)
        return backlog[0].pts if backlog else self.seconds + self._offset, backlog

    def leave(self, connection: Connection | Viewer) -> None:
        self._connections.discard(connection)
        self._viewers.discard(cast("Viewer", connection))

    # Inside

    @property
    def _is_garbage(self) -> bool:
        return self.seconds < self._garbage_until

    def _make_feed(self) -> Feed:
        return (LoopFeed if self._loops else LiveFeed)(self.format, self.started, self.name)

    async def _listen(self) -> None:
        self._rtsp = await asyncio.start_server(self._accept_rtsp, LOOPBACK, self._rtsp_port)
        self._rtsp_port = self._rtsp.sockets[0].getsockname()[1]

    async def _accept_rtsp(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        client = RtspClient(reader, writer, self._sdp, self.watch, self.login)
        task = asyncio.current_task()
        assert task is not None
        self._sessions.add(task)
        task.add_done_callback(self._sessions.discard)
        self.enter(client)
        try:
            await client.serve()
        finally:
            self.leave(client)

    async def _sdp(self) -> tuple[Format, str]:
        fmt = self.format
        return fmt, describe(fmt, await self.in_thread(lambda: parameter_sets(fmt)))

    async def _run(self) -> None:
        """Be the camera's clock: make and send what falls due with each frame."""
        loop = asyncio.get_running_loop()
        number = 0
        while True:
            fps, feed = self.format.fps, self._feed
            number = max(number + 1, self.frame) if self._idle else number + 1
            await asyncio.sleep(max(0.0, self._began + number / (fps * self.rate) - loop.time()))
            if feed is not self._feed:  # the format changed: its frame rate may have, too
                number = self.frame
            elif feed is not None and not self._idle:
                units = (
                    await self.in_thread(partial(feed.units, number))
                    if feed.blocking
                    else feed.units(number)
                )
                if feed is self._feed:
                    for unit in units:
                        self._send(unit)

    @property
    def _idle(self) -> bool:
        """A live camera that nobody watches draws nothing."""
        if self._viewers or self._loops:
            return False
        self._gop.clear()
        return True

    def _send(self, unit: Unit) -> None:
        if self._offset:
            unit = replace(unit, pts=unit.pts + self._offset, dts=unit.dts + self._offset)
        if unit.key and unit.kind is Kind.VIDEO:
            self._gop.clear()
        if self._gop or (unit.kind is Kind.VIDEO and unit.key):
            self._gop.append(unit)
        if self.stalled:
            self.kept_back += 1
            return
        if self._held is None:
            self._give(unit)
        else:
            self._held.append(unit)

    def _give(self, unit: Unit) -> None:
        noise = os.urandom(len(unit.data)) if self._is_garbage else b""
        for viewer in tuple(self._viewers):
            if not noise:
                viewer.send(unit)
            elif self._garbage_on_wire:
                viewer.send_raw(noise)
            else:
                viewer.send(replace(unit, data=b"\0\0\1" + noise))


def _jpeg(street: Street, number: int) -> bytes:
    data = io.BytesIO()
    Image.fromarray(street.pixels(number)).save(data, "JPEG", quality=85)
    return data.getvalue()
