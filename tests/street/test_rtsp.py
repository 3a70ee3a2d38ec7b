"""Pictures cut into RTP payloads."""

import pytest

from .encode import Kind, Unit, VideoCodec
from .rtsp import PAYLOAD_SIZE, payloads_of

SIZES = [PAYLOAD_SIZE + more for more in range(-1, 5)] + [2 * PAYLOAD_SIZE, 5000]


@pytest.mark.parametrize("codec", VideoCodec)
@pytest.mark.parametrize("size", SIZES)
def test_a_large_unit_comes_in_two_pieces_at_least_that_fit(codec: VideoCodec, size: int) -> None:
    header = b"\x65" if codec is VideoCodec.H264 else b"\x26\x01"
    nal = header + b"\x77" * (size - len(header))
    picture = Unit(Kind.VIDEO, 0.0, 0.0, b"\0\0\1" + nal, key=True)
    payloads = list(payloads_of(picture, codec))
    assert all(len(payload) <= PAYLOAD_SIZE for payload in payloads)
    if size <= PAYLOAD_SIZE:
        assert payloads == [nal]
        return
    edges = [payload[len(header)] & 0xC0 for payload in payloads]
    assert edges == [0x80, *[0] * (len(payloads) - 2), 0x40]
    assert b"".join(payload[len(header) + 1 :] for payload in payloads) == nal[len(header) :]
