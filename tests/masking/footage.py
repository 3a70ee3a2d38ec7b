"""Footage for the worker, what it makes of it, and looking inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import cast

import av
from av.container import InputContainer
import numpy as np
from PIL import Image

from custom_components.kuma_bouhan.masking.order import Area, Gave, Order
from custom_components.kuma_bouhan.masking.worker import serve
from custom_components.kuma_bouhan.vault.chunk import (
    Fragment,
    Init,
    Record,
    Still,
    decode_records,
    encode_record,
)
from custom_components.kuma_bouhan.vault.moments import micros
from custom_components.kuma_bouhan.vault.mp4 import tracks
from custom_components.kuma_bouhan.vault.samples import Unpacker
from tests.capture.media import segments
from tests.vault.pieces import NOON, SECOND

type Picture = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
"""The brightness of each pixel."""


def area(
    x: float, y: float, w: float, h: float, start: float = 0, end: float = 3600, at: datetime = NOON
) -> Area:
    """Return a rectangle between two seconds after noon."""
    return Area(micros(at + start * SECOND), micros(at + end * SECOND), x, y, w, h)


def stream(data: bytes, *, low_latency: bool = True, start: datetime = NOON) -> list[Record]:
    """Return what Home Assistant's worker makes of a film, as the vault keeps it."""
    found: list[Record] = []
    for segment in segments(data, low_latency=low_latency):
        if not found:
            found.append(Init(segment.init))
        for part in segment.parts:
            lasts = timedelta(seconds=part.duration)
            found.append(Fragment(part.data, start, lasts, part.has_keyframe, start))
            start += lasts
    return found


def sent(order: Order, records: Iterable[Record]) -> bytes:
    """Return an order and footage as the worker is given them."""
    return order.encode() + b"".join(part for one in records for part in encode_record(one))


def painted(records: Iterable[Record], *areas: Area) -> list[Record]:
    """Have a worker paint over footage."""
    gave, found = answered(Order(areas), records)
    assert gave is Gave.DONE
    return found


def answered(order: Order, records: Iterable[Record]) -> tuple[Gave, list[Record]]:
    sink = BytesIO()
    gave = serve(BytesIO(sent(order, records)), sink)
    return gave, list(decode_records(sink.getvalue()))


def inits(records: Sequence[Record]) -> list[Init]:
    return [one for one in records if isinstance(one, Init)]


def fragments(records: Sequence[Record]) -> list[Fragment]:
    return [one for one in records if isinstance(one, Fragment)]


def stills(records: Sequence[Record]) -> list[Still]:
    return [one for one in records if isinstance(one, Still)]


@dataclass(frozen=True)
class Seen:
    """What stands in one fragment: when pictures are shown and sounds are heard, in ticks, and the coded sounds."""

    pictures: list[int]
    sounds: list[int]
    heard: bytes


def look(records: Sequence[Record]) -> list[Seen]:
    """Look into each fragment of one run."""
    (init,) = inits(records)
    unpacker, known = Unpacker(init.data), tracks(init.data)
    video = next(track.number for track in known if track.is_video)
    found = []
    for piece in fragments(records):
        rows = [row for moof in unpacker.moofs(piece.data) for row in moof]
        sounds = [row for row in rows if row.track != video]
        found.append(
            Seen(
                sorted(at for row in rows if row.track == video for at in row.shown()),
                [at for row in sounds for at in row.shown()],
                b"".join(bytes(one.data) for row in sounds for one in row.samples),
            )
        )
    return found


def film(records: Sequence[Record]) -> bytes:
    """Return one run as a file."""
    return b"".join(
        one.data for one in records if not isinstance(one, Still) and hasattr(one, "data")
    )


def pictures(data: bytes) -> list[Picture]:
    """Decode a film: the brightness of each picture."""
    with cast("InputContainer", av.open(BytesIO(data), format="mp4")) as container:
        return [
            cast("Picture", frame.reformat(format="gray").to_ndarray())
            for frame in container.decode(video=0)
        ]


def bright(jpeg: bytes) -> Picture:
    """Decode a JPEG."""
    with Image.open(BytesIO(jpeg)) as picture:
        return np.asarray(picture.convert("L"))


def jpeg(width: int = 160, height: int = 120, grey: int = 128, **saving: object) -> bytes:
    """Return a picture of one grey."""
    out = BytesIO()
    Image.new("RGB", (width, height), (grey, grey, grey)).save(out, "JPEG", **saving)
    return out.getvalue()
