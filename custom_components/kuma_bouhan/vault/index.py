"""What footage there is, in SQLite: a cache of the chunks' headers, never the truth.

One connection on one thread of its own; every call waits for its turn there. It may be deleted at any
time: whatever it lacks, `reconcile` reads from the files again, and until then `whole` is
false. A broken or foreign file is set aside. It holds no keys.

Rows lie in the order of camera and start, so that a day is read in one stretch; the sums
per slot (`slot` table) answer summaries without reading rows.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
import contextlib
from datetime import datetime, timedelta
import logging
import os
from pathlib import Path
import sqlite3

from .chunk import Kind
from .facts import CameraSummary, ChunkFacts, Row, Tally
from .moments import micros, moment
from .schema import (
    APPLICATION,
    AT_HOME,
    COMPLETE,
    IN_FOLDER,
    SCHEMA,
    STILL,
    TABLES,
    is_broken,
    is_ours,
    made,
    problem_in,
    recount,
    rows,
    span_of,
    transaction,
)
from .slots import Slot

__all__ = ["CameraSummary", "ChunkFacts", "Index"]

NAME = "index.db"
_LOGGER = logging.getLogger(__name__)


class Index:
    """The open index. Thread-safe."""

    def __init__(self, folder: Path, vault: str, slot: Callable[[str], Slot | None]) -> None:
        """Open or make it; `slot` tells of the slots there are."""
        self._path = folder / NAME
        self._vault = vault
        self._slot = slot
        self.whole = True
        """It is known to lack nothing; else `reconcile` has to read the files."""
        self.in_memory = False
        """The disk does not take it; it is lost with the process."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="kuma_bouhan index")
        self._connection: sqlite3.Connection
        self._thread.submit(self._open).result()

    def close(self) -> None:
        """Finish what was asked for and close the file."""
        with contextlib.suppress(RuntimeError):
            self._thread.submit(self._disconnect)
        self._thread.shutdown()

    # The thread ------------------------------------------------------------------------------

    def _open(self) -> None:
        try:
            self._connect()
        except sqlite3.DatabaseError as error:
            if is_broken(error):
                self._begin_anew()
            else:
                self._go_without_disk()
        except OSError:
            self._go_without_disk()

    def _disconnect(self) -> None:
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._connection.close()

    def _connect(self) -> None:
        fresh = not self._path.exists()
        # SQLite gives its other files the mode of this one.
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        if fresh or not is_ours(self._connection, self._vault):
            self._make_tables()

    def _make_tables(self) -> None:
        self.whole = False
        self._connection.executescript(
            f"BEGIN;{TABLES}PRAGMA application_id = {APPLICATION};"
            f"PRAGMA user_version = {SCHEMA};COMMIT;"
        )
        self._connection.execute("INSERT INTO meta VALUES ('vault', ?)", (self._vault,))

    def go_without_disk(self) -> None:
        """Keep the index in memory from now on, empty: erasing must not wait for space."""
        self._thread.submit(self._go_without_disk).result()

    def _go_without_disk(self) -> None:
        _LOGGER.warning("The disk does not take the vault's index; it is kept in memory for now")
        self._disconnect()
        self._remove_files()
        self.in_memory = True
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._make_tables()

    def _remove_files(self) -> None:
        """Remove a file that would be behind when the disk takes it again, as far as it goes."""
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(NAME + suffix).unlink(missing_ok=True)

    def _begin_anew(self) -> None:
        """Set the file aside and make an empty one."""
        _LOGGER.warning("The index of the vault is broken; it is made anew from the footage")
        self._disconnect()
        try:
            self._path.replace(self._path.with_suffix(".aside"))
            self._remove_files()
            self._connect()
        except OSError, sqlite3.Error:
            self._go_without_disk()

    def _submit[T](self, work: Callable[[sqlite3.Connection], T]) -> Future[T]:
        def on_thread() -> T:
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise problem_in(error) from error
                self._begin_anew()
                return work(self._connection)

        return self._thread.submit(on_thread)

    def _ask[T](self, work: Callable[[sqlite3.Connection], T]) -> T:
        return self._submit(work).result()

    # Changing: failing costs `whole`, and nothing else ----------------------------------------

    def _change(self, work: Callable[[sqlite3.Connection], None]) -> Future[None]:
        def look(done: Future[None]) -> None:
            if done.exception() is not None:
                self.whole = False

        future = self._submit(work)
        future.add_done_callback(look)
        return future

    def add(self, rows: Sequence[Row]) -> Future[None]:
        """Enter chunks, or what is new about them. Nobody has to wait for the future."""

        def work(connection: sqlite3.Connection) -> None:
            with transaction(connection):
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
            with transaction(connection):
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
            with transaction(connection):
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

        def work(connection: sqlite3.Connection) -> list[Row]:
            first = micros(start) - self._longest(connection)
            return rows(
                connection,
                "WHERE chunk.camera = (SELECT ref FROM camera WHERE id = ?) AND chunk.start >= ?"
                " AND chunk.start < ?"
                " AND (chunk.start + chunk.length > ? OR chunk.start >= ?)"
                " ORDER BY chunk.start",
                (bytes.fromhex(camera), first, micros(end), micros(start), micros(start)),
            )

        return self._ask(work)

    def begun(self, camera: str, since: datetime, until: datetime) -> list[Row]:
        """Return a camera's chunks that began in a span, oldest first."""
        return self._ask(
            lambda connection: rows(
                connection,
                "WHERE chunk.camera = (SELECT ref FROM camera WHERE id = ?) AND chunk.start >= ?"
                " AND chunk.start < ? ORDER BY chunk.start",
                (bytes.fromhex(camera), micros(since), micros(until)),
            )
        )

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
