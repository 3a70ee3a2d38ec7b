"""Playing footage in a viewing session: the playlist, what its segments hold, stills.

Every request comes with an open session (`viewing.Viewings.use`). What is asked for has to be of the session's
cameras and span; whether the footage may still be shown, the vault looks at for every piece. What is handed
out is noted as played: for fragments from the first piece on, for a picture its moment.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched

from ..guideline.errors import Problem
from ..vault.chunk import Kind
from ..vault.facts import ChunkFacts
from ..vault.moments import micros
from ..vault.mp4 import turned
from ..vault.playing import Slice
from .desk import Desk
from .playlist import Playlist, Segment, segments_of
from .viewing import Session

AT_ONCE = 96
"""So many chunks are opened on a thread at a time."""
NEAR = timedelta(seconds=60)
"""How far from a moment its picture may be: keyframes of some cameras, and stills, are that rare."""


async def playlist(desk: Desk, session: Session, camera: str) -> bytes:
    """Return the playlist (HLS) of a camera; what is not playable is left out."""
    scope = session.scope
    making = Playlist(scope, desk.zone)

    def add(batch: Sequence[ChunkFacts]) -> None:
        tables = session.player.tables(batch)
        for chunk, table in zip(batch, tables, strict=True):
            if table is not None:
                making.add(chunk.id, table)

    for batch in batched(await _chunks(desk, session, camera, Kind.FMP4), AT_ONCE, strict=False):
        await desk.run(add, batch)
    return await desk.run(making.data)


async def description(desk: Desk, session: Session, camera: str, chunk: str) -> bytes:
    """Return what describes the tracks of a chunk, with its picture turned as it is shown."""

    def work() -> bytes:
        _check(desk, session, camera, chunk)
        init = session.player.init(chunk)
        return turned(init.data, init.orientation)

    return await desk.run(work)


class Part:
    """A segment that is being handed out."""

    def __init__(
        self, desk: Desk, session: Session, camera: str, segment: Segment, part: Slice
    ) -> None:
        """Begin before its first piece."""
        self._desk = desk
        self._session = session
        self._camera = camera
        self._segment: Segment | None = segment
        self._part = part
        self.size = part.size
        """Bytes in all."""

    async def read(self) -> list[bytes | memoryview]:
        """Return the next pieces; nothing once all was handed out.

        Problem: footage_gone, footage_sealed, viewing_over.
        """
        found = await self._desk.run(self._part.read)
        if found and self._segment is not None:
            self._session.hand_out(self._camera, self._segment.start, self._segment.end)
            self._segment = None
        return found

    def check(self) -> None:
        """Raise viewing_over where not even what was read already may be handed out."""
        self._session.check()


async def segment(desk: Desk, session: Session, camera: str, chunk: str, number: int) -> Part:
    """Return a segment of a chunk. Problem: footage_gone, outside_viewing."""

    def work() -> tuple[Segment, Slice]:
        _check(desk, session, camera, chunk)
        table = session.player.table(chunk)
        found = next((one for one in segments_of(table) if one.number == number), None)
        if found is None:
            raise Problem("footage_gone")
        scope = session.scope
        if not found.shows(micros(scope.start), micros(scope.end)):
            raise Problem("outside_viewing")
        return found, session.player.slice(chunk, found.first, found.after)

    return Part(desk, session, camera, *await desk.run(work))


# Pictures ---------------------------------------------------------------------------------------


async def stills(desk: Desk, session: Session, camera: str) -> list[tuple[datetime, str, int]]:
    """Return the stills of a camera: when each was taken, its chunk and its number there."""
    found: list[tuple[datetime, str, int]] = []

    def add(batch: Sequence[ChunkFacts]) -> None:
        tables = session.player.tables(batch)
        for chunk, table in zip(batch, tables, strict=True):
            found.extend(
                (piece.start, chunk.id, number)
                for number, piece in enumerate(table.pieces if table else ())
                if session.scope.start <= piece.start < session.scope.end
            )

    for batch in batched(await _chunks(desk, session, camera, Kind.STILL), AT_ONCE, strict=False):
        await desk.run(add, batch)
    return found


async def still(desk: Desk, session: Session, camera: str, chunk: str, number: int) -> bytes:
    """Return a still (JPEG). Problem: footage_gone, outside_viewing."""

    def work() -> tuple[bytes, datetime]:
        _check(desk, session, camera, chunk)
        found = session.player.still(chunk, number)
        if not session.scope.start <= found.at < session.scope.end:
            raise Problem("outside_viewing")
        return found.data, found.at

    data, at = await desk.run(work)
    session.hand_out(camera, at, at)
    return data


class Keyframe:
    """The picture that a moment shows, as it was recorded: what describes its track, and one fragment."""

    def __init__(self, init: bytes, orientation: int, fragment: bytes) -> None:
        """Hold them; nothing is decoded here."""
        self.init = init
        self.orientation = orientation
        self.fragment = fragment


async def picture(desk: Desk, session: Session, camera: str, at: datetime) -> bytes | Keyframe:
    """Return the picture of a moment: a still (JPEG), or a keyframe to be decoded.

    It is the last before the moment, or else the next after it, within the session's span.

    Problem: outside_viewing, no_footage_in_span.
    """
    scope = session.scope
    if not scope.start <= at < scope.end:
        raise Problem("outside_viewing")
    earliest, latest = max(at - NEAR, scope.start), min(at + NEAR, scope.end)

    def work() -> tuple[bytes | Keyframe, datetime]:
        chunks = desk.vault.chunks(camera, earliest, latest, now=desk.clock.now())
        tables = session.player.tables(chunks)
        pictures = [
            (piece.start, chunk, number)
            for chunk, table in zip(chunks, tables, strict=True)
            for number, piece in enumerate(table.pieces if table else ())
            if piece.keyframe and earliest <= piece.start < latest
        ]
        if not pictures:
            raise Problem("no_footage_in_span")
        before = [one for one in pictures if one[0] <= at]
        _, chunk, number = max(before, key=_moment) if before else min(pictures, key=_moment)
        return _picture(session, chunk, number)

    data, moment = await desk.run(work)
    session.hand_out(camera, moment, moment)
    return data


def _moment(found: tuple[datetime, ChunkFacts, int]) -> datetime:
    return found[0]


def _picture(session: Session, chunk: ChunkFacts, number: int) -> tuple[bytes | Keyframe, datetime]:
    player = session.player
    if chunk.kind is Kind.STILL:
        still = player.still(chunk.id, number)
        return still.data, still.at
    init, part = player.init(chunk.id), player.slice(chunk.id, number, number + 1)
    fragment = b"".join(piece for pieces in iter(part.read, []) for piece in pieces)
    return Keyframe(init.data, init.orientation, fragment), part.pieces[0].start


async def _chunks(desk: Desk, session: Session, camera: str, kind: Kind) -> list[ChunkFacts]:
    scope = session.scope
    found = await desk.run(desk.vault.chunks, camera, scope.start, scope.end, now=desk.clock.now())
    return [chunk for chunk in found if chunk.kind is kind]


def _check(desk: Desk, session: Session, camera: str, chunk: str) -> None:
    """Refuse a chunk that may not be shown, or is not of the session's camera and span."""
    found = desk.vault.chunk(chunk, now=desk.clock.now())
    scope = session.scope
    if found.camera != camera or found.start >= scope.end or found.end < scope.start:
        raise Problem("outside_viewing")
