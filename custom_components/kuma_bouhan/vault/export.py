"""A stretch of footage as one MP4 file, twice: gathered first, then given out, as often as it is asked for.

    Film ──gather: every fragment's description──▶ known: size, pictures, length ──data: head, then the media──▶ bytes

Footage goes through a player's slices both times, so that a lock or an erasure breaks it off at once; nothing of it is
kept but the tables of samples. What is given out is the same every time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
import struct

from .chunk import Kind
from .movie import Movie
from .playing import Player
from .problems import VaultProblem
from .stretches import Left, Part, Stretch, left

LONGEST_HEAD = 1 << 20
"""Bytes of a box that describes something; a moof of a second has some hundred."""
_HEAD, _WIDE = 8, 16


class Unfit(Exception):
    """A chunk turned out to be of no use: the stretch has to be planned without it."""

    def __init__(self, chunk: str, why: Left) -> None:
        """Name the chunk, and why."""
        super().__init__(chunk, why)
        self.chunk = chunk
        self.why = why


@dataclass(frozen=True, slots=True)
class Described:
    """A moof, where its media begin counted from there, and how many bytes they are."""

    moof: bytes
    media: int
    size: int


class Splitter:
    """Takes fragments apart as they come, in pieces of any size."""

    def __init__(self) -> None:
        """Begin between two boxes."""
        self._head = bytearray()
        self._wanted = _HEAD
        self._left = 0
        self._moof: bytes | None = None

    def feed(self, piece: bytes | memoryview) -> Iterator[Described | memoryview]:
        """Yield each fragment's description before its media, and the media in pieces. ValueError: it is no MP4."""
        view = memoryview(piece)
        while view:
            if self._left:
                media, view = view[: self._left], view[self._left :]
                self._left -= len(media)
                yield media
                continue
            wanted = self._wanted - len(self._head)
            self._head += view[:wanted]
            view = view[wanted:]
            if len(self._head) == self._wanted and (found := self._read()):
                yield found

    def end(self) -> None:
        """Raise ValueError where the last box is not whole, or its media are missing."""
        if self._head or self._left or self._moof is not None:
            raise ValueError("a fragment is cut off")

    def _read(self) -> Described | None:
        """Look at as much of a box as there is; ask for more of it, or go on to the next."""
        (size,) = struct.unpack_from(">I", self._head)
        kind, head = bytes(self._head[4:8]), _HEAD
        if size == 1:
            if len(self._head) < _WIDE:
                self._wanted = _WIDE
                return None
            (size,) = struct.unpack_from(">Q", self._head, _HEAD)
            head = _WIDE
        if size < head:
            raise ValueError("a box without an end")
        if kind == b"mdat":
            return self._media(size - head, head)
        if size > LONGEST_HEAD:
            raise ValueError("a description that is too long")
        if len(self._head) < size:
            self._wanted = size
            return None
        if kind == b"moof":
            if self._moof is not None:
                raise ValueError("a description without its media")
            self._moof = bytes(self._head)
        elif self._moof is not None:
            raise ValueError("something else between a description and its media")
        self._next()
        return None

    def _media(self, size: int, head: int) -> Described:
        if self._moof is None:
            raise ValueError("media without a description")
        found = Described(self._moof, len(self._moof) + head, size)
        self._moof, self._left = None, size
        self._next()
        return found

    def _next(self) -> None:
        self._head.clear()
        self._wanted = _HEAD


class Film:
    """One stretch of fragments as a file."""

    def __init__(self, stretch: Stretch) -> None:
        """Begin knowing nothing of it but where it lies."""
        assert stretch.kind is Kind.FMP4
        self.stretch = stretch
        self._movie: Movie | None = None
        self._media: list[int] = []
        """Where each part's media end."""
        self.size = self.pictures = 0
        """Of the file in bytes; how many pictures it has. Known once gathered."""
        self.seconds = 0.0

    @property
    def cost(self) -> int:
        """Return about how many bytes of memory its tables take."""
        return self._movie.cost if self._movie else 0

    def forget(self) -> None:
        """Let go of the tables; what is known stays known, and `data` gathers them again."""
        self._movie = None

    def gather(self, player: Player) -> Iterator[int]:
        """Read every fragment's description; yield how many bytes of footage were read each time. Blocking.

        Raises Unfit; footage_sealed once the player is closed.
        """
        stretch = self.stretch
        chunk, media = stretch.parts[0].chunk.id, list[int]()
        try:
            init = player.init(chunk)
            movie = Movie(init.data, stretch.start, orientation=init.orientation)
            for part in stretch.parts:
                chunk, found = part.chunk.id, list[Described]()
                for piece in _pieces(player, part, found):
                    yield len(piece)
                for one in found:
                    movie.add(one.moof, one.media, one.size)
                media.append(movie.media)
            size = len(movie.head()) + movie.media
        except VaultProblem as problem:
            raise Unfit(chunk, left(problem)) from problem
        except ValueError as error:
            raise Unfit(chunk, Left.UNREADABLE) from error
        self._movie, self._media = movie, media
        self.size, self.pictures, self.seconds = size, movie.pictures, float(movie.lasts)

    def data(self, player: Player, offset: int = 0) -> Iterator[bytes | memoryview]:
        """Yield the file from a place on, piece by piece. Blocking.

        What lies before is not read, but for the rest of a chunk. Raises footage_gone as soon as it may be shown no
        more, footage_sealed once the player is closed, footage_damaged where it is not what was gathered.
        """
        if self._movie is None:
            yield from self._again(player, offset)
            return
        head = self._movie.head()
        if offset < len(head):
            yield memoryview(head)[offset:]
        skip, begins = max(0, offset - len(head)), 0
        for part, ends in zip(self.stretch.parts, self._media, strict=True):
            if ends > skip:
                yield from _media(player, part, ends - begins, skip - begins)
            begins = ends

    def _again(self, player: Player, offset: int) -> Iterator[bytes | memoryview]:
        """Gather the tables for this one time."""
        again = Film(self.stretch)
        try:
            for _ in again.gather(player):
                yield b""  # whoever asks may stop here
        except Unfit as unfit:
            gone = unfit.why is Left.GONE
            raise VaultProblem("footage_gone" if gone else "footage_damaged") from unfit
        if again.size != self.size:
            raise VaultProblem("footage_damaged")
        yield from again.data(player, offset)


def _pieces(player: Player, part: Part, found: list[Described]) -> Iterator[bytes | memoryview]:
    """Yield the footage of a part as it was recorded; add what describes it to `found`."""
    slice_, split = player.slice(part.chunk.id, part.first, part.after), Splitter()
    while pieces := slice_.read():
        for piece in pieces:
            found += [one for one in split.feed(piece) if isinstance(one, Described)]
            yield piece
    split.end()
    player.forget(part.chunk.id)


def _media(player: Player, part: Part, size: int, skip: int) -> Iterator[memoryview]:
    """Yield the media of a part, all but the first `skip` bytes; raises footage_damaged where they are not `size` bytes."""
    slice_, split = player.slice(part.chunk.id, part.first, part.after), Splitter()
    skip = max(0, skip)
    try:
        while pieces := slice_.read():
            for piece in pieces:
                for one in split.feed(piece):
                    if isinstance(one, Described):
                        continue
                    size -= len(one)
                    if skip < len(one):
                        yield one[skip:]
                    skip = max(0, skip - len(one))
    except ValueError:
        raise VaultProblem("footage_damaged") from None
    if size:
        raise VaultProblem("footage_damaged")
    player.forget(part.chunk.id)
