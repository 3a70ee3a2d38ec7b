"""Which refusals are entered one by one: nobody may flood the book with them.

The same refusal to the same caller is entered once in `AGAIN`, the next time with a count. In an hour no more than
`PER_CALLER` of one caller are entered, and no more than `PER_HOUR` over all callers and acts together: of those who hold an
office, and as many of those who hold none, so that no stranger hides what somebody in an office tried. What is counted and
never entered so is taken together later, as one number.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.people import Act

AGAIN = timedelta(minutes=1)
PER_CALLER = 15
PER_HOUR = 60
HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Refusals:
    """What has been refused of late."""

    since: datetime | None = None
    """When the hour that is being counted began."""
    _of_caller: Counter[str | None] = field(default_factory=Counter)
    _together: Counter[bool] = field(default_factory=Counter)
    """How many were entered of those who hold an office, and of those who hold none."""
    _left_out: int = 0
    _last: dict[tuple[str | None, Act], tuple[datetime, int]] = field(default_factory=dict)
    """When a caller was last entered for an act, and how often refused since."""

    def to_enter(
        self, user_id: str | None, act: Act, now: datetime, *, in_office: bool
    ) -> int | None:
        """Return the count to enter this refusal with, or None where it is only counted."""
        if self.since is None or not _within(HOUR, self.since, now):
            self.since = now
            self._of_caller.clear()
            self._together.clear()
            self._last = {
                caller: (last, count)
                for caller, (last, count) in self._last.items()
                if count or _within(AGAIN, last, now)
            }
        last, count = self._last.get((user_id, act), (None, 0))
        if last is not None and _within(AGAIN, last, now):
            self._last[user_id, act] = (last, count + 1)
            return None
        if self._of_caller[user_id] >= PER_CALLER or self._together[in_office] >= PER_HOUR:
            self._left_out += 1
            return None
        self._of_caller[user_id] += 1
        self._together[in_office] += 1
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
