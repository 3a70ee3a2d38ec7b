"""The footage that a permission opens, as the records it was stored in: for whatever a worker makes of it."""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime, timedelta

from ..guideline.errors import Problem
from ..vault.chunk import Fragment, Kind, Record, Still
from ..vault.moments import moment
from ..vault.playing import Player
from ..vault.problems import VaultProblem
from ..vault.stretches import Part, Plan, Stretch, left, plan
from ..vault.table import Piece
from .desk import Desk
from .playback import NEAR

_MICROSECOND = timedelta(microseconds=1)


async def planned(desk: Desk, player: Player, camera: str, start: datetime, end: datetime) -> Plan:
    """Return the stretches that a span of a camera is made of."""

    def work() -> Plan:
        chunks = desk.vault.chunks(camera, start, end, now=desk.clock.now())
        return plan(player, chunks, start, end)

    return await desk.run(work)


async def footage(
    desk: Desk, player: Player, stretches: Sequence[Stretch]
) -> AsyncGenerator[Record]:
    """Yield what stretches hold, each with the description of its tracks first.

    A chunk that is gone or damaged is left out. Problem: footage_sealed once the player is closed.
    """
    for stretch in stretches:
        begins = True
        for part in stretch.parts:
            try:
                if stretch.kind is Kind.FMP4 and begins:
                    yield await desk.run(player.init, part.chunk.id)
                    begins = False
                for at in range(part.first, part.after):
                    yield await desk.run(_record, player, stretch.kind, part, at)
            except VaultProblem as problem:
                left(problem)
                begins = True


def _record(player: Player, kind: Kind, part: Part, at: int) -> Fragment | Still:
    if kind is Kind.STILL:
        return player.still(part.chunk.id, at)
    slice_ = player.slice(part.chunk.id, at, at + 1)
    data = b"".join(piece for pieces in iter(slice_.read, []) for piece in pieces)
    (piece,) = slice_.pieces
    return Fragment(
        data, piece.start, timedelta(microseconds=piece.lasts), piece.keyframe, piece.end
    )


async def nearest(
    desk: Desk, player: Player, camera: str, at: datetime, span: tuple[datetime, datetime]
) -> datetime:
    """Return when the footage begins that a moment shows: the last before it, or else the next after it.

    Problem: no_footage_in_span where there is none near it, within `span`.
    """
    earliest, latest = max(at - NEAR, span[0]), min(at + NEAR, span[1])

    def work() -> datetime:
        chunks = desk.vault.chunks(camera, earliest, latest, now=desk.clock.now())
        found = sorted(
            piece.began
            for table in player.tables(chunks)
            for piece in (table.pieces if table else ())
            if _shows(piece, earliest, latest)
        )
        if not found:
            raise Problem("no_footage_in_span")
        before = [began for began in found if moment(began) <= at]
        return moment(before[-1] if before else found[0])

    return await desk.run(work)


def _shows(piece: Piece, earliest: datetime, latest: datetime) -> bool:
    return piece.start < latest and max(piece.end, piece.start + _MICROSECOND) > earliest


async def up_to(desk: Desk, player: Player, camera: str, at: datetime) -> tuple[Stretch, ...]:
    """Return what has to be decoded for the footage that begins at a moment: from a keyframe on. Empty: nothing can be."""
    return (await planned(desk, player, camera, at, at + _MICROSECOND)).stretches
