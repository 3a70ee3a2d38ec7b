"""A small RTSP server: RTP interleaved over the TCP connection (RFC 2326 section 10.12), nothing else.

Payloads: H.264 (RFC 6184), H.265 (RFC 7798), AAC (RFC 3640, mode AAC-hbr). A client that asks for UDP is told 461
and, like every client here, then asks for TCP. One session per connection:
INIT -> (DESCRIBE, SETUP)* -> PLAY -> PLAYING -> TEARDOWN or connection lost.
"""

import asyncio
import base64
from collections.abc import Awaitable, Callable, Iterable, Iterator
import contextlib
from secrets import randbits, token_hex
import struct
from typing import Final

from . import sound
from .encode import Format, Kind, Unit, VideoCodec, nal_type, split_nals

PAYLOAD_SIZE: Final = 1400  # bytes of one RTP payload
VIDEO_CLOCK: Final = 90_000
_BACKLOG: Final = 8 * 1024 * 1024  # bytes a client may lag behind before it misses pictures
_TYPES: Final = {Kind.VIDEO: 96, Kind.AUDIO: 97}
_CLOCKS: Final = {Kind.VIDEO: VIDEO_CLOCK, Kind.AUDIO: sound.RATE}
_CONTROLS: Final = {"video": Kind.VIDEO, "audio": Kind.AUDIO}


class _Track:
    """One RTP stream of one client."""

    def __init__(self, kind: Kind, channel: int) -> None:
        self.kind, self.channel = kind, channel
        self.sequence, self.offset, self.source = randbits(16), randbits(31), randbits(32)

    def timestamp(self, seconds: float) -> int:
        return (self.offset + round(seconds * _CLOCKS[self.kind])) % 2**32

    def packets(self, unit: Unit, codec: VideoCodec) -> Iterator[bytes]:
        payloads = list(payloads_of(unit, codec))
        stamp = self.timestamp(unit.pts)
        for index, payload in enumerate(payloads):
            marker = 0x80 if index == len(payloads) - 1 else 0
            header = struct.pack(
                ">cBHBBHII", b"$", self.channel, 12 + len(payload), 0x80, marker | _TYPES[self.kind],
                self.sequence, stamp, self.source,
            )  # fmt: skip
            self.sequence = (self.sequence + 1) % 2**16
            yield header + payload


def payloads_of(unit: Unit, codec: VideoCodec) -> Iterator[bytes]:
    """Cut one unit into RTP payloads."""
    if unit.kind is Kind.AUDIO:
        yield struct.pack(">HH", 16, len(unit.data) << 3) + unit.data
        return
    for nal in split_nals(unit.data):
        if len(nal) <= PAYLOAD_SIZE:
            yield nal
            continue
        kind = nal_type(nal, codec)
        if codec is VideoCodec.H264:
            head, body = bytes([nal[0] & 0xE0 | 28]), nal[1:]
        else:
            head, body = bytes([nal[0] & 0x81 | 49 << 1, nal[1]]), nal[2:]
        # Two at least: one that is start and end at once is illegal, and FFmpeg drops it (H.265).
        room = PAYLOAD_SIZE - len(head) - 1
        for at in range(0, len(body), room):
            edge = (0x80 if at == 0 else 0) | (0x40 if at + room >= len(body) else 0)
            yield head + bytes([edge | kind]) + body[at : at + room]


def describe(fmt: Format, parameters: Iterable[bytes]) -> str:
    """Write the SDP of a camera; `parameters` are its parameter-set NAL units."""
    sets = [base64.b64encode(nal).decode() for nal in parameters]
    lines = ["v=0", "o=- 0 0 IN IP4 127.0.0.1", "s=KUMA STREET", "c=IN IP4 0.0.0.0", "t=0 0", "a=control:*",
             "m=video 0 RTP/AVP 96"]  # fmt: skip
    if fmt.codec is VideoCodec.H264:
        lines += [
            "a=rtpmap:96 H264/90000",
            f"a=fmtp:96 packetization-mode=1; sprop-parameter-sets={','.join(sets)}",
        ]
    else:
        sprops = "; ".join(
            f"sprop-{name}={value}"
            for name, value in zip(("vps", "sps", "pps"), sets, strict=False)
        )
        lines += ["a=rtpmap:96 H265/90000", f"a=fmtp:96 {sprops}"]
    lines += [f"a=framerate:{fmt.fps}", "a=control:video"]
    if fmt.audio:
        config = (2 << 11 | 8 << 7 | 1 << 3).to_bytes(2).hex()  # AAC-LC, 16 kHz, one channel
        mode = "mode=AAC-hbr; sizelength=13; indexlength=3; indexdeltalength=3"
        lines += [
            "m=audio 0 RTP/AVP 97",
            f"a=rtpmap:97 MPEG4-GENERIC/{sound.RATE}/1",
            f"a=fmtp:97 streamtype=5; profile-level-id=1; {mode}; config={config}",
            "a=control:audio",
        ]
    return "\r\n".join([*lines, ""])


class RtspClient:
    """One connection. `playing` is called when it starts to watch; it gives the units to begin with.

    `login` ("user:password") is asked of whoever wants to see something.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        sdp: Callable[[], Awaitable[tuple[Format, str]]],
        playing: Callable[[RtspClient], tuple[float, list[Unit]]],
        login: str | None = None,
    ) -> None:
        self._reader, self._writer, self._sdp, self._playing = reader, writer, sdp, playing
        self._login = login and f"Basic {base64.b64encode(login.encode()).decode()}"
        self._session = token_hex(8)
        self._tracks: dict[Kind, _Track] = {}
        self._codec = VideoCodec.H264
        self._waits_for_key = True

    async def serve(self) -> None:
        """Answer requests until the client leaves or is thrown out."""
        with (
            contextlib.closing(self._writer),
            contextlib.suppress(
                ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError
            ),
        ):
            while True:
                first = await self._reader.readexactly(1)
                if first == b"$":  # RTCP from the client: nothing here depends on it
                    _, size = struct.unpack(">BH", await self._reader.readexactly(3))
                    await self._reader.readexactly(size)
                    continue
                text = (first + await self._reader.readuntil(b"\r\n\r\n")).decode()
                if not await self._answer(text):
                    break

    def send(self, unit: Unit) -> None:
        """Send one unit; a client that lags is given no more until the next key picture."""
        track = self._tracks.get(unit.kind)
        if track is None:
            return
        if self._writer.transport.get_write_buffer_size() > _BACKLOG:
            self._waits_for_key = True
        if self._waits_for_key and not (unit.kind is Kind.VIDEO and unit.key):
            return
        self._waits_for_key = False
        self._writer.write(b"".join(track.packets(unit, self._codec)))

    def send_raw(self, data: bytes) -> None:
        """Put bytes on the wire as they are."""
        self._writer.write(data)

    def reformat(self, fmt: Format) -> None:
        """Go on in another format on the same connection, which its SDP did not announce."""
        self._codec = fmt.codec
        self._waits_for_key = True

    def abort(self) -> None:
        self._writer.transport.abort()

    async def _answer(self, text: str) -> bool:
        request, *rest = text.split("\r\n")
        method, url, _ = request.split(" ", 2)
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in rest)
        }
        await self._reader.readexactly(int(headers.get("content-length", 0)))
        status, extra, body = "200 OK", {"Session": self._session}, ""
        backlog: list[Unit] = []
        match method:
            case "DESCRIBE" | "SETUP" | "PLAY" if self._login not in (
                None,
                headers.get("authorization"),
            ):
                status, extra = "401 Unauthorized", {"WWW-Authenticate": 'Basic realm="street"'}
            case "OPTIONS":
                extra = {
                    "Public": "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, SET_PARAMETER, TEARDOWN"
                }
            case "DESCRIBE":
                fmt, body = await self._sdp()
                self._codec = fmt.codec
                extra = {"Content-Type": "application/sdp", "Content-Base": url.rstrip("/") + "/"}
            case "SETUP":
                status, transport = self._setup(url, headers.get("transport", ""))
                extra |= {"Transport": transport} if transport else {}
            case "PLAY":
                begin, backlog = self._playing(self)
                extra |= {
                    "Range": "npt=0.000-",
                    "RTP-Info": ",".join(self._rtp_info(url.rstrip("/"), begin)),
                }
            case "GET_PARAMETER" | "SET_PARAMETER" | "TEARDOWN":
                pass
            case _:
                status = "405 Method Not Allowed"
        lines = [f"RTSP/1.0 {status}", f"CSeq: {headers.get('cseq', '0')}"]
        lines += [f"{name}: {value}" for name, value in extra.items()]
        lines += [f"Content-Length: {len(body)}"] if body else []
        self._writer.write(("\r\n".join([*lines, "", ""]) + body).encode())
        for unit in backlog:
            self.send(unit)
        return method != "TEARDOWN"

    def _setup(self, url: str, transport: str) -> tuple[str, str]:
        kind = _CONTROLS.get(url.rstrip("/").rsplit("/", 1)[-1])
        if kind is None:
            return "404 Not Found", ""
        if "/TCP" not in transport.upper():
            return "461 Unsupported Transport", ""
        channel = 0 if kind is Kind.VIDEO else 2
        for part in transport.split(";"):
            if part.startswith("interleaved="):
                channel = int(part.removeprefix("interleaved=").split("-")[0])
        track = self._tracks[kind] = _Track(kind, channel)
        return (
            "200 OK",
            f"RTP/AVP/TCP;unicast;interleaved={channel}-{channel + 1};ssrc={track.source:08X}",
        )

    def _rtp_info(self, url: str, begin: float) -> Iterator[str]:
        for kind, track in self._tracks.items():
            yield f"url={url}/{kind.value};seq={track.sequence};rtptime={track.timestamp(begin)}"
