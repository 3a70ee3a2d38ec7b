"""Where on our clock a fragment belongs: from the camera's clock and the time of arrival.

Neither is enough alone. Arrival comes in bursts when a network stalls; a camera's clock
drifts, and may jump. So footage of one connection keeps the camera's own spacing, anchored
to arrival once, and is then held to it:

1. Nothing ends later than it arrived, but for `AHEAD`.
2. Nothing arrives later than `BEHIND` after it ended.
3. Where 1 or 2 would break, a clock was set: the fragment is anchored anew.
4. Drift is taken out in steps of at most `STEP` per `WINDOW`, measured by the fragment of
   the window that arrived quickest.
5. Fragments never overlap, unless our own clock was set back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

AHEAD = timedelta(seconds=2)
BEHIND = timedelta(seconds=30)
WINDOW = timedelta(seconds=60)
STEP = timedelta(milliseconds=250)

_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a fragment belongs. `anchored`: the connection or a clock is a new one."""

    start: datetime
    duration: timedelta
    anchored: bool
    clock_changed: bool

    @property
    def end(self) -> datetime:
        """Return when the fragment is over."""
        return self.start + self.duration


class Placing:
    """Places the fragments of one camera, in the order they come."""

    def __init__(self) -> None:
        """Begin with the next fragment as the first of a connection."""
        self._origin: datetime | None = None
        """When the camera's clock showed zero, on ours."""
        self._end: datetime | None = None
        self._window: datetime | None = None
        self._least = BEHIND

    def reconnect(self) -> None:
        """Begin anew: the next fragment's clock has nothing to do with the last one's."""
        self._origin = None

    def place(self, media: float, duration: float, arrived: datetime) -> Placed:
        """Place a fragment that starts at `media` and lasts `duration` (both seconds)."""
        length = timedelta(seconds=max(duration, 0.0))
        after = timedelta(seconds=media) + length
        fresh = self._origin is None
        late = _NOTHING if self._origin is None else arrived - (self._origin + after)
        changed = not -AHEAD <= late <= BEHIND
        if self._origin is None or changed:
            self._origin, late = arrived - after, _NOTHING
            self._window, self._least = arrived, BEHIND
        self._steady(late, arrived)
        end = self._origin + after
        start = end - length
        if self._end is not None and start < self._end <= arrived + AHEAD:
            start = self._end
        self._end = max(start, end)
        return Placed(start, self._end - start, fresh or changed, changed)

    def _steady(self, late: timedelta, arrived: datetime) -> None:
        """Take out the drift of the window that is over."""
        self._least = min(self._least, late)
        if self._window is None or self._origin is None or arrived - self._window < WINDOW:
            return
        self._origin += min(max(self._least, -STEP), STEP)
        self._window, self._least = arrived, BEHIND
