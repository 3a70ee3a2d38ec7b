"""The file of the index: one SQLite connection on one thread of its own.

Every call waits for its turn there. A file that is broken, or another's, is set aside and an empty
one made; where the disk takes none, it is kept in memory. `whole` is false then, and wherever a
change failed: `reconcile` has to read the files.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
import contextlib
import logging
import os
from pathlib import Path
import sqlite3

from .problems import VaultProblem
from .schema import APPLICATION, SCHEMA, TABLES

NAME = "index.db"
_LOGGER = logging.getLogger(__name__)


class Database:
    """The open file. Thread-safe."""

    def __init__(self, folder: Path, vault: str) -> None:
        """Open or make it."""
        self._path = folder / NAME
        self._vault = vault
        self.whole = True
        """It is known to lack nothing; else `reconcile` has to read the files."""
        self.in_memory = False
        """The disk does not take it; it is lost with the process."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="kuma_bouhan index")
        self._connection: sqlite3.Connection
        self._thread.submit(self._open).result()

    def close(self) -> None:
        """Finish what was asked for and close the file; whoever asks later hears `vault_closed`."""
        self._thread.shutdown()
        self._disconnect()

    def _open(self) -> None:
        try:
            self._connect()
        except sqlite3.DatabaseError as error:
            if _is_broken(error):
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
        # Used on one thread; closed on another, when that one has ended.
        self._connection = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False
        )
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        if fresh or not _is_ours(self._connection, self._vault):
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
        self._ask(lambda _connection: self._go_without_disk())

    def _go_without_disk(self) -> None:
        _LOGGER.warning("The disk does not take the vault's index; it is kept in memory for now")
        self._disconnect()
        self._remove_files()
        self.in_memory = True
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
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
                if not _is_broken(error):
                    raise _problem_in(error) from error
                self._begin_anew()
                return work(self._connection)

        try:
            return self._thread.submit(on_thread)
        except RuntimeError:
            raise VaultProblem("vault_closed") from None

    def _ask[T](self, work: Callable[[sqlite3.Connection], T]) -> T:
        return self._submit(work).result()

    def _change(self, work: Callable[[sqlite3.Connection], None]) -> Future[None]:
        """Have all of it changed or nothing. Failing costs `whole`, and nothing else."""

        def in_one(connection: sqlite3.Connection) -> None:
            with _transaction(connection):
                work(connection)

        def look(done: Future[None]) -> None:
            if done.exception() is not None:
                self.whole = False

        future = self._submit(in_one)
        future.add_done_callback(look)
        return future


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _is_ours(connection: sqlite3.Connection, vault: str) -> bool:
    """Say whether the file is a vault's index, false where it is empty; raises for another's."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if (application, schema) == (0, 0):
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not tables:
            return False
    row = None
    if (application, schema) == (APPLICATION, SCHEMA):
        row = connection.execute("SELECT value FROM meta WHERE name = 'vault'").fetchone()
    if row != (vault,):
        raise sqlite3.DatabaseError("another's index")
    return True


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Say whether the file itself is at fault, and not the disk under it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_NOTADB) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _problem_in(error: sqlite3.DatabaseError) -> VaultProblem:
    """Return what the disk under the index says."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return VaultProblem("disk_full")
    if code == sqlite3.SQLITE_READONLY:
        return VaultProblem("vault_not_writable")
    return VaultProblem("vault_failing", error=getattr(error, "sqlite_errorname", "SQLITE"))
