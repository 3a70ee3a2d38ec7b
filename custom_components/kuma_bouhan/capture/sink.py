"""The thread side: pieces become fragments with their tracks and times, and are written.

Runs on executor threads, one call at a time (a lock holds this even where a caller no
longer waits for the call before). After an error the writer is given up; the next piece
opens a fresh one.
"""

from collections.abc import Callable, Sequence
import contextlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import logging
import threading

from ..guideline.errors import Problem
from ..guideline.recording import LONGEST_UNNOTED_GAP, GapReason, RecordingState
from ..vault.writer import CameraWriter, Fragment
from .tap import Piece
from .times import Placed, Placing
from .tracks import NotFootage, Tracks

_LOGGER = logging.getLogger(__name__)


class Mark(StrEnum):
    """What may stand between pieces."""

    CUT = "cut"
    """Finish the open chunk: nothing comes for a while."""
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing could be kept."""

    state: RecordingState
    detail: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Footage that was written. `reason` explains what is missing in front of it."""

    start: datetime
    end: datetime
    reason: GapReason


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a batch; what followed the piece that failed was dropped."""

    stretches: tuple[Stretch, ...] = ()
    fault: Fault | None = None


_STATES = {
    "disk_full": RecordingState.DISK_FULL,
    "vault_missing": RecordingState.VAULT_MISSING,
}


def fault_of(error: Exception) -> Fault:
    """Say what an error means for the camera."""
    match error:
        case NotFootage():
            return Fault(RecordingState.NO_PICTURE, "not_footage")
        case Problem():
            # Whatever else is wrong with the vault, its folder cannot be written to.
            return Fault(_STATES.get(error.key, RecordingState.VAULT_MISSING), error.key)
        case OSError():
            pass
        case _:
            _LOGGER.error("Writing footage failed", exc_info=error)
    return Fault(RecordingState.VAULT_MISSING, type(error).__name__)


class Sink:
    """Writes the footage of one camera."""

    def __init__(self, open_writer: Callable[[], CameraWriter], *, audio: bool) -> None:
        """Open nothing yet; `audio` says whether sound is kept."""
        self._lock = threading.RLock()
        self._open_writer = open_writer
        self._audio = audio
        self._writer: CameraWriter | None = None
        self._placing = Placing()
        self._connection = 0
        self._seen: tuple[bytes, int] | None = None
        self._tracks: Tracks | None = None
        self._orientation = 1
        self._described = False
        self._end: datetime | None = None

    def take(self, items: Sequence[Piece | Mark]) -> Taken:
        """Write pieces in order, as far as it goes; they are on the disk on return."""
        written = []
        try:
            with self._lock:
                for item in items:
                    if isinstance(item, Piece):
                        if stretch := self._keep(item):
                            written.append(stretch)
                    elif item is Mark.CUT:
                        if self._writer is not None:
                            self._writer.cut()
                    else:
                        self._close()
                if self._writer is not None:
                    self._writer.sync()
        except Exception as error:  # noqa: BLE001 - whatever it is, recording must go on
            self.give_up()
            return Taken(tuple(written), fault_of(error))
        return Taken(tuple(written))

    def still(self, jpeg: bytes, at: datetime) -> Fault | None:
        """Write one still."""
        try:
            with self._lock:
                writer = self._ready()
                writer.still(jpeg, at)
                writer.sync()
        except Exception as error:  # noqa: BLE001 - whatever it is, recording must go on
            self.give_up()
            return fault_of(error)
        return None

    def give_up(self) -> None:
        """Let go of the writer, whatever it says."""
        with contextlib.suppress(Exception), self._lock:
            self._close()

    def _close(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()

    def _ready(self) -> CameraWriter:
        if self._writer is None:
            self._writer = self._open_writer()
            self._described = False
        return self._writer

    def _keep(self, piece: Piece) -> Stretch | None:
        reconnected = piece.connection != self._connection
        if reconnected:
            self._placing.reconnect()
            self._connection = piece.connection
        tracks = self._tracks_of(piece)
        cut = tracks.cut(piece.data)
        if not cut.data:
            return None
        placed = self._placing.place(cut.start, cut.duration, piece.arrived)
        writer = self._ready()
        # One chunk holds one stretch of one connection: the camera's clock is one, too.
        if self._end is not None and (
            reconnected or abs(placed.start - self._end) > LONGEST_UNNOTED_GAP
        ):
            writer.cut()
        if not self._described:
            writer.start(tracks.init, orientation=self._orientation)
            self._described = True
        writer.fragment(
            Fragment(cut.data, placed.start, placed.duration, cut.keyframe, piece.arrived)
        )
        self._end = placed.end
        return Stretch(placed.start, placed.end, piece.after or _reason(placed))

    def _tracks_of(self, piece: Piece) -> Tracks:
        """Return the tracks of a piece; where they are new, the writer is told before it."""
        seen = (piece.init, piece.orientation)
        if self._tracks is not None and self._seen == seen:
            return self._tracks
        tracks = Tracks(piece.init, audio=self._audio)
        self._seen = seen
        if (
            self._tracks is None
            or tracks.likeness != self._tracks.likeness
            or piece.orientation != self._orientation
        ):
            self._tracks, self._orientation = tracks, piece.orientation
            self._described = False
        return self._tracks


def _reason(placed: Placed) -> GapReason:
    if placed.clock_changed:
        return GapReason.CLOCK_CHANGED
    return GapReason.RECONNECTED if placed.anchored else GapReason.NO_PICTURE
