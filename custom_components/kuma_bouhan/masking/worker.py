"""The worker: an order and footage come in, masked footage goes out, record by record in their order.

    waiting ──an order──▶ ready ──description of tracks──▶ in a run ──fragments──▶ in a run
    in a run ──another description, the end──▶ what is left of it goes out ──▶ ready, or done
    ready ──stills──▶ ready

Each description begins a run of its own: what went before is flushed, so that no picture leans on one from another run.
"""

from collections.abc import Iterator
from typing import BinaryIO

from ..vault.chunk import (
    RECORD_HEAD,
    Fragment,
    Init,
    Record,
    Still,
    decode_records,
    encode_record,
    payload_size,
)
from ..vault.moments import micros
from .coding import Unavailable
from .masker import Masker
from .order import Gave, Order
from .stills import masked, picture_at

LONGEST = 60_000_000
"""How long the last still stands for (microseconds)."""


def serve(source: BinaryIO, sink: BinaryIO) -> Gave:
    """Do what the order says with the footage that follows it; return how that ended."""
    order = Order.read(source)
    footage = _records(source)
    done = False
    try:
        for record in _picture(footage, order) if order.is_for_a_picture else _all(footage, order):
            sink.writelines(encode_record(record))
            sink.flush()
            done = True
    except Unavailable:
        return Gave.UNAVAILABLE
    return Gave.DONE if done else Gave.UNDECODABLE


def _records(source: BinaryIO) -> Iterator[Record]:
    while len(head := source.read(RECORD_HEAD)) == RECORD_HEAD:
        yield from decode_records(head + source.read(payload_size(head)))


def _picture(footage: Iterator[Record], order: Order) -> Iterator[Record]:
    assert order.picture_at is not None
    init = next((record for record in footage if isinstance(record, Init)), None)
    pieces = (record for record in footage if isinstance(record, Fragment))
    if init is not None and (picture := picture_at(init, pieces, order.picture_at)) is not None:
        yield picture


def _all(footage: Iterator[Record], order: Order) -> Iterator[Record]:
    masker: Masker | None = None
    still: Still | None = None
    for record in footage:
        if not isinstance(record, Fragment) and masker is not None:
            yield from masker.finish()
            masker = None
        match record:
            case Init():
                masker = Masker(record, order.areas)
            case Fragment() if masker is not None:
                yield from masker.add(record)
            case Still():
                if still is not None:
                    yield from masked(still, micros(record.at), order.areas)
                still = record
    if masker is not None:
        yield from masker.finish()
    if still is not None:
        yield from masked(still, micros(still.at) + LONGEST, order.areas)
