"""The tables of the index and the questions asked of them.

Rows lie in the order of camera and start. `slot` sums what is readable under each slot; a slot's
chunks are found between its start and its end, those that were moved to it by `chunk_moved`.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
import sqlite3

from .chunk import Kind
from .facts import ChunkFacts, Row
from .moments import EPOCH, moment
from .slot import Slot
from .wraps import Wrap

SCHEMA = 1
APPLICATION = 0x4B424958

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE camera (ref INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE slot (
  ref INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, camera INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  chunks INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
  length INTEGER NOT NULL DEFAULT 0, first INTEGER NOT NULL DEFAULT 0,
  last INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX slot_camera ON slot (camera);
CREATE TABLE chunk (
  camera INTEGER NOT NULL, start INTEGER NOT NULL, id BLOB NOT NULL, length INTEGER NOT NULL,
  bytes INTEGER NOT NULL, home INTEGER NOT NULL, slot INTEGER NOT NULL,
  facts INTEGER NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (camera, start, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX chunk_id ON chunk (id);
CREATE INDEX chunk_moved ON chunk (slot) WHERE slot != home;
"""
STILL, COMPLETE = 1, 2
_FACTS = [(kind, complete) for complete in (False, True) for kind in (Kind.FMP4, Kind.STILL)]
_ROWS = "SELECT camera, id, start, length, bytes, home, slot, facts, digest FROM chunk "
# Seconds, as `datetime.fromtimestamp` takes them; exact to the microsecond until 2242.
_LISTED = """
SELECT id, start / 1e6, (start + length) / 1e6, bytes, home, facts, digest FROM chunk
"""
AT_HOME = "chunk.camera = ? AND chunk.start >= ? AND chunk.start < ? AND home = ?"
IN_FOLDER = f"""
SELECT chunk.id, slot.id FROM chunk JOIN slot ON slot.ref = chunk.slot WHERE {AT_HOME}
"""  # noqa: S608 - no value stands in it
_RECOUNT = f"""
UPDATE slot SET (chunks, bytes, length, first, last) = (
  SELECT count(*), ifnull(sum(bytes), 0), ifnull(sum(length), 0), ifnull(min(start), 0),
         ifnull(max(start + length), 0)
  FROM (
    SELECT bytes, length, start FROM chunk WHERE {AT_HOME} AND slot = home
    UNION ALL
    SELECT bytes, length, start FROM chunk WHERE slot = ? AND slot != home
  )
) WHERE ref = ?
"""  # noqa: S608 - no value stands in it


def made(cursor: sqlite3.Cursor) -> int:
    """Return the key of the row that was made."""
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def recount(connection: sqlite3.Connection, slots: Iterable[int]) -> None:
    """Sum anew what is readable under slots."""
    for ref in slots:
        span = connection.execute(
            "SELECT camera, start, end FROM slot WHERE ref = ?", (ref,)
        ).fetchone()
        if span is not None:
            connection.execute(_RECOUNT, (*span, ref, ref, ref))


def span_of(connection: sqlite3.Connection, slot: str) -> tuple[int, int, int, int] | None:
    """Return a slot's camera, start, end and key, as `AT_HOME` wants them."""
    row = connection.execute(
        "SELECT camera, start, end, ref FROM slot WHERE id = ?", (bytes.fromhex(slot),)
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3])


def rows(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> list[Row]:
    """Return the chunks that a condition names; what they share is looked up once."""
    make, epoch = tuple.__new__, EPOCH
    shared: dict[tuple[int, int, int], tuple[str, str, datetime, str]] = {}
    found: list[Row] = []
    for camera, id_, start, length, size, home, slot, facts, digest in connection.execute(
        _ROWS + where, values
    ):
        key = (camera, home, slot)
        if key not in shared:
            shared[key] = _shared(connection, *key)
        camera_id, home_id, home_start, slot_id = shared[key]
        row = (
            id_.hex(),
            camera_id,
            epoch + timedelta(0, 0, start),
            epoch + timedelta(0, 0, start + length),
            size,
            home_id,
            home_start,
            slot_id,
            *_FACTS[facts],
            digest,
        )
        found.append(make(Row, row))
    return found


def facts(
    connection: sqlite3.Connection,
    where: str,
    values: Sequence[object],
    *,
    camera: str,
    wrap: Callable[[str], Wrap | None],
    shown: Callable[[str], Slot | None],
) -> list[ChunkFacts]:
    """Return what is known of a camera's chunks that a condition names, of slots that are shown.

    A camera-day is 1440 of them: a slot is asked for once, nothing is read that is not told, and
    the tuples are made without the detour over their class.
    """
    make, moment = tuple.__new__, datetime.fromtimestamp
    at_home: dict[int, Slot | None] = {}
    found: list[ChunkFacts] = []
    for id_, start, end, size, home, facts, digest in connection.execute(_LISTED + where, values):
        chunk = id_.hex()
        if standing := wrap(chunk):
            slot = shown(standing.slot)
        elif home in at_home:
            slot = at_home[home]
        else:
            slot = at_home[home] = shown(_slot_id(connection, home))
        if slot is not None:
            kind, complete = _FACTS[facts]
            known = (
                chunk,
                camera,
                moment(start, UTC),
                moment(end, UTC),
                size,
                slot.id,
                slot.due,
                kind,
                complete,
                digest,
                None,
            )
            found.append(make(ChunkFacts, known))
    return found


def _slot_id(connection: sqlite3.Connection, ref: int) -> str:
    (id_,) = connection.execute("SELECT id FROM slot WHERE ref = ?", (ref,)).fetchone()
    return str(id_.hex())


def _shared(
    connection: sqlite3.Connection, camera: int, home: int, slot: int
) -> tuple[str, str, datetime, str]:
    """Return what the chunks of one camera and slot have in common."""
    camera_id, home_id, start, slot_id = connection.execute(
        "SELECT camera.id, home.id, home.start, slot.id FROM camera, slot AS home, slot"
        " WHERE camera.ref = ? AND home.ref = ? AND slot.ref = ?",
        (camera, home, slot),
    ).fetchone()
    return camera_id.hex(), home_id.hex(), moment(start), slot_id.hex()
