"""When a camera records, and why it does not: 運用基準例 2(3) and 2(4)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

LONGEST_UNNOTED_GAP = timedelta(seconds=2)
"""A gap longer than this is entered in the book, with its reason."""


class RecordingState(StrEnum):
    """What a camera is doing, as people see it."""

    RECORDING = "recording"
    CONNECTING = "connecting"
    """Waiting for the camera's first picture."""
    NO_PICTURE = "no_picture"
    """The camera is there and delivers nothing, or nothing that can be kept."""
    CAMERA_UNAVAILABLE = "camera_unavailable"
    CAMERA_GONE = "camera_gone"
    """The source entity does not exist any more."""
    SWITCHED_OFF = "switched_off"
    OUTSIDE_HOURS = "outside_hours"
    NO_SIGN = "no_sign"
    """Nobody has confirmed the sign, and the site records only with one."""
    DISK_FULL = "disk_full"
    VAULT_MISSING = "vault_missing"
    TOO_SLOW = "too_slow"
    """The disk takes footage more slowly than the camera gives it."""

    @property
    def is_problem(self) -> bool:
        """Say whether the camera should be recording and is not."""
        return self not in _AS_INTENDED


_AS_INTENDED = {
    RecordingState.RECORDING,
    RecordingState.CONNECTING,
    RecordingState.SWITCHED_OFF,
    RecordingState.OUTSIDE_HOURS,
}


class GapReason(StrEnum):
    """Why footage is missing between two moments."""

    NO_PICTURE = "no_picture"
    CAMERA_UNAVAILABLE = "camera_unavailable"
    CAMERA_GONE = "camera_gone"
    SWITCHED_OFF = "switched_off"
    OUTSIDE_HOURS = "outside_hours"
    NO_SIGN = "no_sign"
    DISK_FULL = "disk_full"
    VAULT_MISSING = "vault_missing"
    TOO_SLOW = "too_slow"
    NOT_RUNNING = "not_running"
    """Home Assistant, or the machine, was not running."""
    RECONNECTED = "reconnected"
    CLOCK_CHANGED = "clock_changed"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without footage, longer than `LONGEST_UNNOTED_GAP`."""

    camera: str
    start: datetime
    end: datetime
    reason: GapReason

    @property
    def length(self) -> timedelta:
        """Return how long nothing was recorded."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Hours:
    """撮影時間: from `start` until `end` of local time; past midnight where end ≤ start.

    `weekdays` are those on which a window opens, Monday = 0. A window that passes
    midnight belongs to the day it opened on.
    """

    start: time
    end: time
    weekdays: frozenset[int] = frozenset(range(7))

    def cover(self, local: datetime) -> bool:
        """Say whether the camera records at this local moment."""
        now, today = local.time(), local.weekday()
        if self.start < self.end:
            return today in self.weekdays and self.start <= now < self.end
        yesterday = (today - 1) % 7
        return (today in self.weekdays and now >= self.start) or (
            yesterday in self.weekdays and now < self.end
        )
