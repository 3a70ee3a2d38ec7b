"""Which refusals are entered one by one: nobody may flood the book with them.

The same refusal to the same caller is entered once in `AGAIN`, the next time with a count. Over all callers and acts
together no more than `PER_HOUR` are entered in an hour. What is counted and never entered so is taken
together later, as one number.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.people import Act

AGAIN = timedelta(minutes=1)
PER_HOUR = 60
HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Refusals:
    """What has been refused of late."""

    since: datetime | None = None
    """When the hour that is being counted began."""
    _entered: int = 0
    _left_out: int = 0
    _last: dict[tuple[str | None, Act], tuple[datetime, int]] = field(default_factory=dict)
    """When a caller was last entered for an act, and how often refused since."""

    def to_enter(self, user_id: str | None, act: Act, now: datetime) -> int | None:
        """Return the count to enter this refusal with, or None where it is only counted."""
        if self.since is None or not _within(HOUR, self.since, now):
            self.since, self._entered = now, 0
            self._last = {
                caller: (last, count)
                for caller, (last, count) in self._last.items()
                if count or _within(AGAIN, last, now)
            }
        last, count = self._last.get((user_id, act), (None, 0))
        if last is not None and _within(AGAIN, last, now):
            self._last[user_id, act] = (last, count + 1)
            return None
        if self._entered >= PER_HOUR:
            self._left_out += 1
            return None
        self._entered += 1
        self._last[user_id, act] = (now, 0)
        return count + 1

    def take(self) -> int:
        """Return how many were only counted, and forget them."""
        count = self._left_out + sum(count for _, count in self._last.values())
        self._left_out = 0
        self._last = {caller: (last, 0) for caller, (last, _) in self._last.items()}
        return count


def _within(length: timedelta, since: datetime, now: datetime) -> bool:
    """Say whether so much time has not passed; a clock set back begins anew."""
    return timedelta(0) <= now - since < length
