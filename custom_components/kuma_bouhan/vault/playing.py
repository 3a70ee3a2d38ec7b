"""Playing: slices of chunks decrypted on the fly, for whoever holds the keys.

A player asks for a few seconds at a time. Where they stand says the chunk's table; of the body
only what leads up to a slice's end is decrypted, in one go forward, and the stream that stopped where one
slice ended goes on with the next. Kept are keys, tables and such streams, never footage beyond
what a segment of the cipher leaves over: `limit` bytes for the whole vault, the least recently used go first.

Invariants:
1. The slot is looked at for every piece that is handed out, before and after it is decrypted: overdue,
   destroyed or unconfirmed footage is handed to nobody, whatever is kept.
2. A player that was closed, or whose keys were let go, hands out nothing more, in the midst of a slice too.
3. One call hands out about `PIECE` bytes, and gives the cipher at most `reading.AT_ONCE` at a time.

All calls block and may come from any thread.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
import contextlib
from dataclasses import dataclass, field
from datetime import timedelta
import os
from pathlib import Path
import threading

from cryptography.exceptions import InvalidTag

from .chunk import (
    HEADER,
    TRAILER,
    Header,
    Init,
    Kind,
    Still,
    Trailer,
    decode_records,
    message_context,
)
from .erasure import row_path
from .facts import ChunkFacts, Row
from .opened import Opened
from .parts import Parts
from .problems import VaultProblem, in_words
from .reading import data_key, message_of
from .stream import WAITING, Stream, body_end, table_of
from .table import Piece, Table, open_table

LIMIT = 48 * 1024 * 1024
PIECE = 1024 * 1024
STREAMS = 16
"""So many streams of one chunk wait at the most: a player may be at several places."""
_KEPT = 2048
"""About how many bytes a chunk takes beside its table and streams."""


@dataclass(slots=True)
class _Held:
    """A chunk that is played."""

    path: Path
    home: str
    header: Header
    key: bytes = field(repr=False)
    end: int
    """Where its body ends in the file."""
    whole: bool
    table: bytes = field(repr=False)
    streams: list[Stream] = field(default_factory=list)
    users: int = 0
    """How often it is in use at this moment."""

    @property
    def cost(self) -> int:
        """Return about how many bytes of memory it takes."""
        return _KEPT + len(self.table) + WAITING * len(self.streams)


class Playing:
    """What is being played from a vault, and how much of it is kept."""

    def __init__(self, parts: Parts, *, limit: int = LIMIT) -> None:
        """Keep nothing yet."""
        self._parts = parts
        self._limit = limit
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[Player, str], _Held] = OrderedDict()
        self.bytes = 0
        """About how many bytes are kept."""

    def player(self, opened: Opened) -> Player:
        """Return a player for somebody who has the vault open."""
        return Player(self, opened)

    def review(self) -> None:
        """Let go of what may be shown no more, and of what hangs on keys that were let go."""
        with self._lock:
            for place, held in tuple(self._held.items()):
                if place[0].is_closed or not self._is_shown(held):
                    self._forget(place)

    def close(self) -> None:
        """Let go of everything; no player hands out anything any more."""
        with self._lock:
            players = {player for player, _ in self._held}
        for player in players:
            player.close()

    # For players -----------------------------------------------------------------------------

    def let_go(self, player: Player) -> None:
        """Let go of what a player that is closed was given."""
        with self._lock:
            for place in [place for place in self._held if place[0] is player]:
                self._forget(place)

    def forget(self, player: Player, chunk: str) -> None:
        """Let go of a chunk that a player is done with."""
        with self._lock:
            held = self._held.get((player, chunk))
            if held is not None and not held.users:
                self._forget((player, chunk))

    @contextlib.contextmanager
    def use(
        self,
        player: Player,
        chunk: str,
        row: Row | None = None,
        slot_keys: dict[str, bytes] | None = None,
    ) -> Iterator[_Held]:
        """Give a chunk that may be shown, while it is used.

        `row` saves looking for it; `slot_keys` are those read already, for as long as one call lasts.
        """
        if player.is_closed:
            raise VaultProblem("footage_sealed")
        place = (player, chunk)
        with self._lock:
            held = self._held.get(place)
        opened = (
            None if held else self._open(player, chunk, row, {} if slot_keys is None else slot_keys)
        )
        with self._lock:
            held = self._held.get(place) or held or opened
            assert held is not None
            if place not in self._held:
                self._held[place] = held
                self.bytes += held.cost
            self._held.move_to_end(place)
            held.users += 1
            self._make_room()
        try:
            self.check(player, held)
            yield held
            self.check(player, held)
        finally:
            with self._lock:
                held.users -= 1
            if player.is_closed:
                self.let_go(player)

    def check(self, player: Player, held: _Held) -> None:
        """Raise footage_gone or footage_sealed where nothing may be handed out."""
        if player.is_closed:
            raise VaultProblem("footage_sealed")
        if not self._is_shown(held):
            raise VaultProblem("footage_gone")

    def take_stream(self, player: Player, held: _Held, at: int) -> Stream:
        """Return the stream that is nearest before a place, or a new one; it is the caller's alone."""
        with self._lock:
            near = max(
                (one for one in held.streams if one.at <= at), key=lambda one: one.at, default=None
            )
            if near is not None:
                self._set_streams(player, held, [one for one in held.streams if one is not near])
                return near
        return Stream(held.key, held.header.context(), end=held.end, whole=held.whole)

    def give_back(self, player: Player, held: _Held, stream: Stream) -> None:
        """Keep a stream for the slice that follows."""
        stream.settle()
        with self._lock:
            self._set_streams(player, held, [*held.streams, stream][-STREAMS:])
            self._make_room()

    def _set_streams(self, player: Player, held: _Held, streams: list[Stream]) -> None:
        before, held.streams = held.cost, streams
        if self._held.get((player, held.header.chunk)) is held:
            self.bytes += held.cost - before

    def _forget(self, place: tuple[Player, str]) -> None:
        self.bytes -= self._held.pop(place).cost

    def _make_room(self) -> None:
        if self.bytes > self._limit:
            for place, held in tuple(self._held.items()):
                if not held.users:
                    self._forget(place)
                    if self.bytes <= self._limit:
                        return

    def _is_shown(self, held: _Held) -> bool:
        slot = self._parts.effective(held.header.chunk, held.home)
        return self._parts.slots.shown(slot, self._parts.clock()) is not None

    def rows(self, player: Player, chunks: Sequence[ChunkFacts]) -> dict[str, Row]:
        """Return what the index knows of chunks of one camera, in their order, that are not kept yet."""
        with self._lock:
            if all((player, chunk.id) in self._held for chunk in chunks):
                return {}  # or nothing was asked for
        first, last = chunks[0], chunks[-1]
        found = self._parts.index.overlapping(
            first.camera, first.start, last.start + timedelta(microseconds=1)
        )
        return {row.id: row for row in found}

    def _open(
        self, player: Player, chunk: str, row: Row | None, slot_keys: dict[str, bytes]
    ) -> _Held:
        """Open a chunk's key and its table."""
        parts = self._parts
        row = row or next(iter(parts.index.find([chunk])), None)
        slot = parts.slots.shown(parts.effective(chunk, row.home), parts.clock()) if row else None
        if row is None or slot is None:
            raise VaultProblem("footage_gone")
        path, wrap = row_path(parts, row), parts.wraps.of(chunk)
        if slot.id not in slot_keys:
            with in_words():
                slot_keys[slot.id] = parts.slots.key(slot.id)
        with opened_file(path) as file:
            with in_words():
                header = Header.decode(os.pread(file, HEADER, 0))
            if header is None or header.chunk != chunk:
                raise VaultProblem("footage_damaged")
            wrapped = wrap.wrapped if wrap else None
            key = data_key(
                header, player.opened, slot=slot.id, slot_key=slot_keys[slot.id], wrapped=wrapped
            )
            with in_words():
                size = os.fstat(file).st_size
                trailer = Trailer.decode(os.pread(file, TRAILER, max(0, size - TRAILER)), size)
                end = HEADER + trailer.body if trailer else body_end(file, size)
                data = os.pread(file, trailer.table, end) if trailer else b""
            table = open_table(data, key, header)
            if table is None:
                table = table_of(file, header, key, end=end, whole=trailer is not None).encode()
        return _Held(path, row.home, header, key, end, trailer is not None, table)


class Player:
    """What one viewing session is given of a vault."""

    def __init__(self, playing: Playing, opened: Opened) -> None:
        """Play with keys that are open; `Playing.player` makes one."""
        self._playing = playing
        self._closed = False
        self.opened = opened

    @property
    def is_closed(self) -> bool:
        """Say whether it hands out nothing more: it was closed, or its keys were let go."""
        return self._closed or self.opened.is_closed

    def close(self) -> None:
        """Let go of every key, at once."""
        self._closed = True
        self._playing.let_go(self)

    def forget(self, chunk: str) -> None:
        """Let go of what is kept of a chunk: it was read to its end."""
        self._playing.forget(self, chunk)

    def table(self, chunk: str) -> Table:
        """Return what stands where in a chunk.

        Raises footage_gone where it is overdue, erased or not there, footage_damaged where it does
        not verify, footage_sealed where the keys do not open it or have been let go. So do all that follow.
        """
        with self._playing.use(self, chunk) as held:
            return _table(held)

    def tables(self, chunks: Sequence[ChunkFacts]) -> list[Table | None]:
        """Return the tables of many chunks of one camera, in their order: None where one cannot be played.

        Raises footage_sealed once the player is closed.
        """
        rows = self._playing.rows(self, chunks)
        slot_keys: dict[str, bytes] = {}
        found: list[Table | None] = []
        for chunk in chunks:
            try:
                with self._playing.use(self, chunk.id, rows.get(chunk.id), slot_keys) as held:
                    found.append(_table(held))
            except VaultProblem:
                if self.is_closed:
                    raise
                found.append(None)
        return found

    def init(self, chunk: str) -> Init:
        """Return what describes the tracks of a chunk; raises footage_damaged where nothing does."""
        with self._playing.use(self, chunk) as held:
            table = _table(held)
            stream = self._playing.take_stream(self, held, table.init_at)
            with opened_file(held.path) as file:
                stream.skip(file, table.init_at)
                data = stream.take(file, table.init_size)
            if not data or len(data) < table.init_size:
                raise VaultProblem("footage_damaged")
            self._playing.give_back(self, held, stream)
        return Init(data, table.orientation)

    def slice(self, chunk: str, first: int, after: int) -> Slice:
        """Return the footage of some fragments, from number `first` until before `after`."""
        return Slice(self._playing, self, chunk, self.table(chunk).pieces[first:after])

    def still(self, chunk: str, number: int) -> Still:
        """Return a still of a chunk; raises footage_gone where it has none of that number."""
        with self._playing.use(self, chunk) as held:
            pieces = _table(held).pieces
            if held.header.kind is not Kind.STILL or not 0 <= number < len(pieces):
                raise VaultProblem("footage_gone")
            with opened_file(held.path) as file, in_words():
                message = os.pread(file, pieces[number].size, HEADER + pieces[number].at)
            try:
                context = message_context(held.header, number)
                records = tuple(decode_records(message_of(held.key, context, message)))
            except InvalidTag:
                raise VaultProblem("footage_damaged") from None
        found = next((record for record in records if isinstance(record, Still)), None)
        if found is None:
            raise VaultProblem("footage_damaged")
        return found


class Slice:
    """Some fragments that follow one another, handed out piece by piece."""

    def __init__(
        self, playing: Playing, player: Player, chunk: str, pieces: tuple[Piece, ...]
    ) -> None:
        """Begin before the first; `Player.slice` makes one."""
        self._playing = playing
        self._player = player
        self._chunk = chunk
        self.pieces = pieces
        self.size = sum(piece.size for piece in pieces)
        """How many bytes are handed out in all."""
        self._at = 0
        self._within = 0

    def read(self) -> list[bytes | memoryview]:
        """Return the next pieces, about `PIECE` bytes together; nothing once all was handed out.

        Raises footage_gone as soon as it may be shown no more, footage_sealed once the player is closed.
        """
        if self._at == len(self.pieces):
            return []
        found: list[bytes | memoryview] = []
        with self._playing.use(self._player, self._chunk) as held:
            begin = self.pieces[self._at].at + self._within
            stream = self._playing.take_stream(self._player, held, begin)
            with opened_file(held.path) as file:
                left = PIECE
                while left > 0 and self._at < len(self.pieces):
                    piece = self.pieces[self._at]
                    stream.skip(file, piece.at + self._within)
                    wanted = min(left, piece.size - self._within)
                    before = stream.at
                    found += stream.read(file, stream.at + wanted)
                    if stream.at - before < wanted:
                        raise VaultProblem("footage_damaged")
                    left -= wanted
                    self._within += wanted
                    if self._within == piece.size:
                        self._at, self._within = self._at + 1, 0
            self._playing.give_back(self._player, held, stream)
        return found


def _table(held: _Held) -> Table:
    table = Table.decode(held.table)
    assert table is not None  # we encoded it
    return table


@contextlib.contextmanager
def opened_file(path: Path) -> Iterator[int]:
    """Open a chunk's file; raises footage_gone where it is not there."""
    try:
        with in_words():
            file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except VaultProblem as problem:
        raise VaultProblem("footage_gone") from problem
    try:
        yield file
    finally:
        os.close(file)
