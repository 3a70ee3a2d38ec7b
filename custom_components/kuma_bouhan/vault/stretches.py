"""Which footage of a camera goes into which file, where it is given out.

A file holds fragments that follow one another: from the keyframe at or before the beginning of the span to the
fragment that holds its end. A new one begins where a player could not go on, and says why. What there is of
the span and can stand in no file is told, too. Only the tables of the chunks are read for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..guideline.recording import LONGEST_UNNOTED_GAP
from .chunk import Kind
from .facts import ChunkFacts
from .moments import length, micros
from .playing import Player
from .problems import VaultProblem
from .table import JOINS, UNKNOWN, Piece, Table

MOST_BYTES = 3_500_000_000
"""Of a file: memory sticks as they are sold (FAT32) take none of 4 GiB."""
LONGEST = timedelta(hours=6)
"""Of a file: it bounds what its tables take, to about 7 MB of pictures and sound."""
_NO_TRACKS = Table().digest


class Why(StrEnum):
    """Why a file begins where it does."""

    BEGINNING = "beginning"
    """The span begins."""
    GAP = "gap"
    """Nothing was recorded in between."""
    RESTART = "restart"
    """The camera's own clock began anew: it was started again, or the connection was."""
    TRACKS = "tracks"
    """Another codec, size or sound than before."""
    LEFT_OUT = "left_out"
    """What lies in between could not be read."""
    LENGTH = "length"
    """The file before it was large enough."""


class Left(StrEnum):
    """Why footage that was recorded stands in no file."""

    GONE = "gone"
    """It was erased meanwhile, or its file is missing."""
    DAMAGED = "damaged"
    """It does not verify: a disk has changed it."""
    NO_KEYFRAME = "no_keyframe"
    """The picture that it builds on is missing."""
    UNREADABLE = "unreadable"
    """It is no MP4."""


class Part(NamedTuple):
    """Fragments (or stills) of a chunk that follow one another, `bytes` together."""

    chunk: ChunkFacts
    first: int
    after: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one file holds, or the stills of a camera; `start` and `end` are the true bounds."""

    camera: str
    kind: Kind
    why: Why
    start: datetime
    end: datetime
    parts: tuple[Part, ...]

    @property
    def bytes(self) -> int:
        """Return how much footage it is."""
        return sum(part.bytes for part in self.parts)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Footage that was recorded and stands in no file."""

    start: datetime
    end: datetime
    why: Left


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of one camera and span, and what is in none."""

    stretches: tuple[Stretch, ...]
    left_out: tuple[LeftOut, ...]


def plan(
    player: Player,
    chunks: Iterable[ChunkFacts],
    start: datetime,
    end: datetime,
    *,
    unfit: Mapping[str, Left] = {},
    most_bytes: int = MOST_BYTES,
    longest: timedelta = LONGEST,
) -> Plan:
    """Return which files the chunks of one camera make, oldest first. Blocking.

    `unfit`: chunks (ids) that turned out to be of no use. Raises footage_sealed where the keys do not open them.
    """
    making = _Making(micros(start), micros(end), most_bytes, length(longest))
    for chunk in chunks:
        why, table = unfit.get(chunk.id), Table()
        if why is None:
            try:
                table = player.table(chunk.id)
            except VaultProblem as problem:
                why = left(problem)
        if why is not None:
            making.leave(chunk, why)
        elif chunk.kind is Kind.STILL:
            making.stills(chunk, table.pieces)
        elif table.digest == _NO_TRACKS or any(one[4] == UNKNOWN for one in table.fields()):
            making.leave(chunk, Left.UNREADABLE)
        else:
            making.fragments(chunk, table.digest, table.pieces)
    return making.plan()


def left(problem: VaultProblem) -> Left:
    """Return why a chunk stands in no file; raises what is no fault of the chunk's."""
    match problem.key:
        case "footage_gone":
            return Left.GONE
        case "footage_damaged":
            return Left.DAMAGED
    raise problem


@dataclass(slots=True)
class _Open:
    """A file that is being filled. Moments and lengths are in microseconds."""

    why: Why
    digest: bytes
    first: Piece
    last: Piece
    size: int = 0
    parts: list[Part] = field(default_factory=list)

    def goes_on_with(self, digest: bytes, piece: Piece) -> bool:
        return digest == self.digest and _joins(self.last, piece)


class _Making:
    def __init__(self, start: int, end: int, most_bytes: int, longest: int) -> None:
        self._start, self._end = start, end
        self._most_bytes, self._longest = most_bytes, longest
        self._open: _Open | None = None
        self._why = Why.BEGINNING
        """Why the next file begins, where none is open."""
        self._camera = ""
        self._found: list[Stretch] = []
        self._stills: list[Part] = []
        self._seen: list[datetime] = []
        self._left: list[LeftOut] = []

    def leave(self, chunk: ChunkFacts, why: Left) -> None:
        """Leave a chunk out."""
        self._close(Why.LEFT_OUT)
        self._left.append(LeftOut(chunk.start, chunk.end, why))

    def stills(self, chunk: ChunkFacts, pieces: Sequence[Piece]) -> None:
        """Take in the stills of a chunk that were taken in the span."""
        wanted = [at for at, piece in enumerate(pieces) if self._start <= piece.began < self._end]
        if wanted:
            first, after = wanted[0], wanted[-1] + 1
            size = sum(piece.size for piece in pieces[first:after])
            self._stills.append(Part(chunk, first, after, size))
            self._seen += pieces[first].start, pieces[after - 1].start

    def fragments(self, chunk: ChunkFacts, digest: bytes, pieces: Sequence[Piece]) -> None:
        """Take in the fragments of a chunk that show something of the span."""
        self._camera = chunk.camera
        shown = [
            at
            for at, piece in enumerate(pieces)
            if piece.began < self._end and piece.began + piece.lasts > self._start
        ]
        if not shown:
            return
        first = shown[0]
        if self._open is None or not self._open.goes_on_with(digest, pieces[first]):
            first = _keyframe_before(pieces, first)
        for at in range(first, shown[-1] + 1):
            self._fragment(chunk, digest, at, pieces[at])

    def _fragment(self, chunk: ChunkFacts, digest: bytes, at: int, piece: Piece) -> None:
        if why := self._breaks(digest, piece):
            self._close(why)
        if self._open is None:
            if not piece.keyframe:
                self._left.append(LeftOut(piece.start, piece.end, Left.NO_KEYFRAME))
                return
            self._open, self._why = _Open(self._why, digest, piece, piece), Why.BEGINNING
        open_ = self._open
        last = open_.parts[-1] if open_.parts else None
        if last is not None and last.chunk.id == chunk.id and last.after == at:
            open_.parts[-1] = last._replace(after=at + 1, bytes=last.bytes + piece.size)
        else:
            open_.parts.append(Part(chunk, at, at + 1, piece.size))
        open_.size += piece.size
        open_.last = piece

    def _breaks(self, digest: bytes, piece: Piece) -> Why | None:
        """Return why the open file does not go on with a fragment; None where it does, or none is open."""
        open_ = self._open
        if open_ is None:
            return None
        if digest != open_.digest:
            return Why.TRACKS
        if not _joins(open_.last, piece):
            missing = piece.began - open_.last.began - open_.last.lasts
            return Why.GAP if missing > length(LONGEST_UNNOTED_GAP) else Why.RESTART
        if piece.keyframe and (
            open_.size + piece.size > self._most_bytes
            or piece.began + piece.lasts - open_.first.began > self._longest
        ):
            return Why.LENGTH
        return None

    def _close(self, why: Why) -> None:
        open_, self._open = self._open, None
        if open_ is not None:
            self._found.append(
                Stretch(
                    self._camera,
                    Kind.FMP4,
                    open_.why,
                    open_.first.start,
                    open_.last.end,
                    tuple(open_.parts),
                )
            )
        if self._found:
            self._why = why

    def plan(self) -> Plan:
        """Return what was taken in."""
        self._close(Why.BEGINNING)
        if self._stills:
            self._found.append(
                Stretch(
                    self._stills[0].chunk.camera,
                    Kind.STILL,
                    Why.BEGINNING,
                    min(self._seen),
                    max(self._seen),
                    tuple(self._stills),
                )
            )
        return Plan(tuple(self._found), tuple(_joined(self._left)))


def _joins(before: Piece, piece: Piece) -> bool:
    """Say whether a fragment's decode time is where another's pictures ended."""
    return abs(piece.decoded - before.decoded - before.lasts) <= JOINS


def _keyframe_before(pieces: Sequence[Piece], at: int) -> int:
    """Return the fragment with a keyframe at or before one, if all in between follow one another; else that one."""
    for number in range(at, -1, -1):
        if pieces[number].keyframe:
            return number
        if number and not _joins(pieces[number - 1], pieces[number]):
            break
    return at


def _joined(found: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """Join what follows one another and is left out for the same reason."""
    last: LeftOut | None = None
    for one in sorted(found, key=lambda one: one.start):
        if last is not None and one.why is last.why and one.start - last.end <= LONGEST_UNNOTED_GAP:
            last = LeftOut(last.start, max(last.end, one.end), last.why)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
