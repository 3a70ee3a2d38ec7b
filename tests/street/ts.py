"""MPEG-TS for one client: PyAV's muxer writing into memory."""

from fractions import Fraction
from typing import Final

import av
from av.packet import Packet
from av.stream import Stream

from . import sound
from .encode import Format, Kind, Unit

_CLOCK: Final = 90_000


class TransportStream:
    """Takes units and gives the bytes to send."""

    def __init__(self, fmt: Format) -> None:
        self._sink = _Sink()
        self._container = av.open(
            self._sink,
            "w",
            format="mpegts",
            options={"flush_packets": "1", "mpegts_flags": "resend_headers"},
        )
        self._streams: dict[Kind, Stream] = {
            Kind.VIDEO: self._container.add_mux_stream(
                fmt.codec.value, fmt.fps, width=fmt.width, height=fmt.height
            )
        }
        if fmt.audio:
            self._streams[Kind.AUDIO] = self._container.add_mux_stream("aac", sound.RATE)
        for stream in self._streams.values():
            stream.time_base = Fraction(1, _CLOCK)

    def mux(self, unit: Unit) -> bytes:
        stream = self._streams.get(unit.kind)
        if stream is None:
            return b""
        packet = Packet(unit.data if unit.kind is Kind.VIDEO else adts(unit.data))
        packet.stream, packet.time_base = stream, Fraction(1, _CLOCK)
        packet.pts, packet.dts = round(unit.pts * _CLOCK), round(unit.dts * _CLOCK)
        packet.is_keyframe = unit.key
        self._container.mux_one(packet)
        return self._sink.take()


def adts(frame: bytes) -> bytes:
    """Give a raw AAC frame the header that lets it travel alone (LC, 16 kHz, one channel)."""
    size = len(frame) + 7
    return (
        bytes(
            [
                0xFF,
                0xF1,
                1 << 6 | 8 << 2,
                1 << 6 | size >> 11,
                size >> 3 & 0xFF,
                (size & 7) << 5 | 0x1F,
                0xFC,
            ]
        )
        + frame
    )


class _Sink:
    """The file PyAV writes to."""

    def __init__(self) -> None:
        self._data = bytearray()

    def write(self, data: bytes) -> int:
        self._data += data
        return len(data)

    def take(self) -> bytes:
        data = bytes(self._data)
        self._data.clear()
        return data
