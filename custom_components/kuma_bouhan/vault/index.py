"""What footage there is, in SQLite: a cache of the chunks' headers, never the truth.

It may be deleted at any time: whatever it lacks, `reconcile` reads from the files again. It holds
no keys.

Rows lie in the order of camera and start, so that a day is read in one stretch; the sums
per slot (`slot` table) answer summaries without reading rows.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, wait
from datetime import datetime, timedelta
from pathlib import Path
import sqlite3

from .chunk import Kind
from .database import Database
from .facts import ChunkFacts, Row, Tally
from .moments import micros, moment
from .schema import AT_HOME, COMPLETE, IN_FOLDER, STILL, facts, made, recount, rows, span_of
from .slot import Slot
from .wraps import Wrap

_OVERLAPPING = """
WHERE chunk.camera = (SELECT ref FROM camera WHERE id = ?) AND chunk.start >= ? AND chunk.start < ?
  AND (chunk.start + chunk.length > ? OR chunk.start >= ?)
ORDER BY chunk.start
"""


class Index(Database):
    """The open index. Thread-safe."""

    def __init__(self, folder: Path, vault: str, slot: Callable[[str], Slot | None]) -> None:
        """Open or make it; `slot` tells of the slots there are."""
        self._slot = slot
        super().__init__(folder, vault)

    # Changing --------------------------------------------------------------------------------

    def add(self, rows: Sequence[Row]) -> Future[None]:
        """Enter chunks, or what is new about them. Nobody has to wait for the future."""

        def work(connection: sqlite3.Connection) -> None:
            touched: set[int] = set()
            longest = self._longest(connection)
            for row in rows:
                home = self._home(connection, row)
                slot = self._ref(connection, row.slot)
                if slot is None:
                    continue
                touched |= {home, slot}
                length = micros(row.end) - micros(row.start)
                connection.execute(
                    "INSERT OR REPLACE INTO chunk VALUES (?,?,?,?,?,?,?,?,?)",
                    (
                        self._camera(connection, row.camera),
                        micros(row.start),
                        bytes.fromhex(row.id),
                        length,
                        row.bytes,
                        home,
                        slot,
                        STILL * (row.kind is Kind.STILL) | COMPLETE * row.complete,
                        row.digest,
                    ),
                )
                longest = max(longest, length)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('longest', ?)", (longest,))
            recount(connection, touched)

        return self._change(work)

    def move(self, chunks: Iterable[tuple[str, str]]) -> None:
        """Enter that chunks are readable under another slot now (chunk, slot)."""

        def work(connection: sqlite3.Connection) -> None:
            touched: set[int] = set()
            for chunk, slot in chunks:
                ref = self._ref(connection, slot)
                before = connection.execute(
                    "SELECT slot FROM chunk WHERE id = ?", (bytes.fromhex(chunk),)
                ).fetchone()
                if ref is None or before is None or before[0] == ref:
                    continue
                touched |= {ref, before[0]}
                connection.execute(
                    "UPDATE chunk SET slot = ? WHERE id = ?", (ref, bytes.fromhex(chunk))
                )
            recount(connection, touched)

        wait([self._change(work)])

    def remove(self, chunks: Iterable[str]) -> None:
        """Take out chunks whose files are gone, and slots that none is left of."""

        def work(connection: sqlite3.Connection) -> None:
            touched: set[int] = set()
            for chunk in chunks:
                touched.update(
                    *connection.execute(
                        "DELETE FROM chunk WHERE id = ? RETURNING slot, home",
                        (bytes.fromhex(chunk),),
                    )
                )
            recount(connection, touched)
            connection.executemany(
                "DELETE FROM slot WHERE ref = ? AND chunks = 0 AND NOT EXISTS ("
                "SELECT 1 FROM chunk WHERE camera = slot.camera AND start >= slot.start "
                "AND start < slot.end AND home = slot.ref)",
                [(ref,) for ref in touched],
            )

        wait([self._change(work)])

    def _camera(self, connection: sqlite3.Connection, camera: str) -> int:
        id_ = bytes.fromhex(camera)
        connection.execute("INSERT OR IGNORE INTO camera (id) VALUES (?)", (id_,))
        (ref,) = connection.execute("SELECT ref FROM camera WHERE id = ?", (id_,)).fetchone()
        return int(ref)

    def _ref(self, connection: sqlite3.Connection, slot: str) -> int | None:
        id_ = bytes.fromhex(slot)
        row = connection.execute("SELECT ref FROM slot WHERE id = ?", (id_,)).fetchone()
        if row is not None:
            return int(row[0])
        known = self._slot(slot)
        if known is None:
            return None
        camera = self._camera(connection, known.camera)
        return made(
            connection.execute(
                "INSERT INTO slot (id, camera, start, end) VALUES (?,?,?,?)",
                (id_, camera, micros(known.start), micros(known.end)),
            )
        )

    def _home(self, connection: sqlite3.Connection, row: Row) -> int:
        """Return the slot whose folder a chunk lies in; its record may have gone before it."""
        ref = self._ref(connection, row.home)
        if ref is None:
            ref = made(
                connection.execute(
                    "INSERT INTO slot (id, camera, start, end) VALUES (?,?,?,?)",
                    (
                        bytes.fromhex(row.home),
                        self._camera(connection, row.camera),
                        micros(row.home_start),
                        micros(row.start),
                    ),
                )
            )
        # Its chunks are looked for between its start and its end.
        connection.execute(
            "UPDATE slot SET end = max(end, ?) WHERE ref = ?", (micros(row.start) + 1, ref)
        )
        return ref

    def _longest(self, connection: sqlite3.Connection) -> int:
        row = connection.execute("SELECT value FROM meta WHERE name = 'longest'").fetchone()
        return int(row[0]) if row else 0

    # Asking ----------------------------------------------------------------------------------

    def overlapping(self, camera: str, start: datetime, end: datetime) -> list[Row]:
        """Return a camera's chunks that show something of a span, oldest first."""
        return self._ask(
            lambda connection: rows(
                connection, _OVERLAPPING, self._span(connection, camera, start, end)
            )
        )

    def listed(
        self,
        camera: str,
        start: datetime,
        end: datetime,
        *,
        wrap: Callable[[str], Wrap | None],
        shown: Callable[[str], Slot | None],
    ) -> list[ChunkFacts]:
        """Return what is known of a camera's chunks that show something of a span, oldest first.

        `wrap` tells of a chunk's key being wrapped again, `shown` of the slots whose chunks are
        to be among them.
        """
        return self._ask(
            lambda connection: facts(
                connection,
                _OVERLAPPING,
                self._span(connection, camera, start, end),
                camera=camera,
                wrap=wrap,
                shown=shown,
            )
        )

    def _span(
        self, connection: sqlite3.Connection, camera: str, start: datetime, end: datetime
    ) -> tuple[bytes, int, int, int, int]:
        """Return the values of `_OVERLAPPING`: how far back a chunk may begin is known."""
        begins = micros(start)
        first = begins - self._longest(connection)
        return bytes.fromhex(camera), first, micros(end), begins, begins

    def find(self, chunks: Iterable[str]) -> list[Row]:
        """Return the chunks of these ids that are known."""

        def work(connection: sqlite3.Connection) -> list[Row]:
            return [
                row
                for chunk in chunks
                for row in rows(connection, "WHERE chunk.id = ?", (bytes.fromhex(chunk),))
            ]

        return self._ask(work)

    def under(self, slot: str) -> list[Row]:
        """Return the chunks that are readable under a slot, or lie in its folder."""

        def work(connection: sqlite3.Connection) -> list[Row]:
            span = span_of(connection, slot)
            if span is None:
                return []
            return rows(connection, f"WHERE {AT_HOME}", span) + rows(
                connection, "WHERE chunk.slot = ? AND chunk.slot != chunk.home", span[-1:]
            )

        return self._ask(work)

    def at_home(self, slots: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return, for each slot, the chunks in its folder with the slot they are readable under."""

        def work(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
            found: dict[str, dict[str, str]] = {}
            for slot in slots:
                span = span_of(connection, slot)
                found[slot] = (
                    {}
                    if span is None
                    else {
                        id_.hex(): under.hex() for id_, under in connection.execute(IN_FOLDER, span)
                    }
                )
            return found

        return self._ask(work)

    def tallies(self, camera: str) -> list[Tally]:
        """Return the sums of a camera's footage, per slot."""
        return self._ask(
            lambda connection: [
                Tally(
                    slot.hex(),
                    chunks,
                    size,
                    timedelta(microseconds=length),
                    moment(first),
                    moment(last),
                )
                for slot, chunks, size, length, first, last in connection.execute(
                    "SELECT id, chunks, bytes, length, first, last FROM slot WHERE chunks > 0"
                    " AND camera = (SELECT ref FROM camera WHERE id = ?)",
                    (bytes.fromhex(camera),),
                )
            ]
        )

    def count(self) -> int:
        """Return how many chunks are known."""
        return self._ask(
            lambda connection: int(
                connection.execute("SELECT ifnull(sum(chunks), 0) FROM slot").fetchone()[0]
            )
        )

    def slots(self) -> set[str]:
        """Return the slots that chunks are known of."""
        return self._ask(
            lambda connection: {id_.hex() for (id_,) in connection.execute("SELECT id FROM slot")}
        )
