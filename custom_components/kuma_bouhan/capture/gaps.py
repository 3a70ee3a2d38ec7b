"""What is missing: each stretch without footage is told once, with its reason.

Invariants
1. What is told never overlaps, and everything between the first and the last moment known
   is either footage, told, or not longer than `LONGEST_UNNOTED_GAP`.
2. A stretch has the reason of the state it was in. Where the state changed, it is told in
   two pieces; waiting for a picture belongs to what came before it, or, if no picture
   comes, to what it turns out to be.
3. Before a new camera's first picture nothing is missing, unless a state says why.
"""

from collections.abc import Callable
from datetime import datetime

from ..guideline.recording import LONGEST_UNNOTED_GAP, Gap, GapReason, RecordingState


class Gaps:
    """The account of one camera. Times are aware UTC, and come in order."""

    def __init__(
        self, camera: str, tell: Callable[[Gap], None], *, since: datetime | None, at: datetime
    ) -> None:
        """Begin `at`; `since` is the end of what is known from before, if anything is."""
        self._camera = camera
        self._tell = tell
        self._start = since or at
        """Until here everything is accounted for."""
        self._reason = GapReason.NOT_RUNNING if since else None
        self._promised = since is not None
        self._waiting = at if since else None

    def see(self, state: RecordingState, at: datetime) -> None:
        """Note what the camera is doing."""
        if state is RecordingState.RECORDING:
            return
        if state is RecordingState.CONNECTING:
            self._waiting = self._waiting or at
            return
        self._turn(GapReason(state.value), at)

    def footage(self, start: datetime, end: datetime, reason: GapReason) -> None:
        """Note footage; `reason` explains what is missing in front of it if no state does."""
        why = self._reason or (reason if self._promised else None)
        if why is not None:
            self._told(start, why)
        clock_was_set_back = end < self._start - LONGEST_UNNOTED_GAP
        self._start = end if clock_was_set_back else max(self._start, end)
        self._reason, self._waiting, self._promised = None, None, True

    def open(self, at: datetime) -> Gap | None:
        """Return what is missing until now, where it is known why; it is told once it is over."""
        if self._reason is None or at - self._start <= LONGEST_UNNOTED_GAP:
            return None
        return Gap(self._camera, self._start, at, self._reason)

    def close(self, reason: GapReason, at: datetime) -> None:
        """Account for everything until now: the recorder ends."""
        if self._promised or self._reason is not None:
            self._told(at, self._reason or reason)
            self._start = max(self._start, at)

    def _turn(self, reason: GapReason, at: datetime) -> None:
        if reason is not self._reason and self._reason is not None:
            turned = self._waiting or at
            if self._told(turned, self._reason):
                self._start = turned
        self._reason, self._waiting = reason, None

    def _told(self, end: datetime, reason: GapReason) -> bool:
        if end - self._start <= LONGEST_UNNOTED_GAP:
            return False
        self._tell(Gap(self._camera, self._start, end, reason))
        return True
