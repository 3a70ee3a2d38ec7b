"""An output of our own on a camera's stream: takes each part as it comes, holds none.

Home Assistant's stream worker calls it on the event loop. It never counts as watching
(`idle`), so it keeps no access token of a live view alive, and it starts no idle timer, so
it stays until it is taken off.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import override

from homeassistant.components.stream.core import PROVIDERS, Segment, StreamOutput
from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from ..guideline.recording import GapReason

NAME = "kuma_bouhan"

_connections = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of a stream, as it came."""

    init: bytes
    """The description of the tracks; the same object for all parts of a segment."""
    orientation: int
    connection: int
    """Another one after each reconnect: the camera's clock may have begun anew."""
    begins: bool
    """The first part of a segment, which always begins with a keyframe."""
    data: bytes
    duration: float
    arrived: datetime
    after: GapReason | None = None
    """Why what came before was dropped, if it was."""


@PROVIDERS.register(NAME)
class Tap(StreamOutput):
    """Hands each part on to `receive`; tells `lost` when the stream lets go of it."""

    _receive: Callable[[Piece], None] | None = None
    _lost: Callable[[], None] | None = None
    _now: Callable[[], datetime] = staticmethod(dt_util.utcnow)
    _segment: Segment | None = None
    _taken = 0
    _connection = 0

    @property
    @override
    def name(self) -> str:
        """Return the name it is registered under."""
        return NAME

    @property
    @override
    def idle(self) -> bool:
        """Say that nobody is watching through it."""
        return True

    @property
    def in_use(self) -> bool:
        """Say whether a recorder takes its parts."""
        return self._receive is not None

    def open(
        self,
        receive: Callable[[Piece], None],
        lost: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        """Hand parts on from here."""
        self._receive, self._lost, self._now = receive, lost, now

    def close(self) -> None:
        """Hand nothing on any more."""
        self._receive = self._lost = self._segment = None

    @callback
    @override
    def _async_put(self, segment: Segment) -> None:
        """Begin a segment. The base class would keep it, and start the idle timer."""
        before, self._segment, self._taken = self._segment, segment, 0
        if (
            before is None
            or segment.stream_id != before.stream_id
            or segment.sequence <= before.sequence  # another worker counts anew
        ):
            self._connection = next(_connections)
        self.part_put()

    @callback
    @override
    def part_put(self) -> None:
        """Hand on the parts that are new in the current segment."""
        segment, receive = self._segment, self._receive
        if segment is None or receive is None:
            return
        while self._taken < len(segment.parts):
            part = segment.parts[self._taken]
            self._taken += 1
            receive(
                Piece(
                    init=segment.init,
                    orientation=int(self.dynamic_stream_settings.orientation),
                    connection=self._connection,
                    begins=self._taken == 1,
                    data=part.data,
                    duration=part.duration,
                    arrived=self._now(),
                )
            )

    @callback
    @override
    def cleanup(self) -> None:
        """Be let go: the worker ended."""
        super().cleanup()
        if self._lost is not None:
            self._lost()
