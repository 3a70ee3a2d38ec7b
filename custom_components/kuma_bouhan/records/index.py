"""Where acts stand in the book, by kind and moment, so that years are searched without reading them.

Twelve bytes an act. Folded with the registers and made anew at every start.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge
from math import inf

from .entry import Entry


@dataclass(slots=True)
class Index:
    """Numbers of acts, newest first. One thread adds; any thread may look meanwhile."""

    _moments: array[float] = field(default_factory=lambda: array("d"))
    _kinds: dict[str, array[int]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take in the next act of the book."""
        self._moments.append(entry.at.timestamp())
        if entry.phase.counts:
            self._kinds.setdefault(entry.act.kind, array("I")).append(entry.seq)

    def of(
        self, kinds: Iterable[str], since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[int]:
        """Yield the acts of these kinds that count, entered at `since` or later and before `until`."""
        found = [self._kinds[kind] for kind in kinds if kind in self._kinds]
        return self._between(merge(*map(_backwards, found), reverse=True), since, until)

    def all(self, since: datetime | None = None, until: datetime | None = None) -> Iterator[int]:
        """Yield every act, orders and failures too, entered at `since` or later and before `until`."""
        return self._between(iter(range(len(self._moments) - 1, -1, -1)), since, until)

    def entered_by(self, moment: datetime, now: datetime) -> int:
        """Return how many acts, from the first on, were entered by a moment, as far as clocks tell.

        An act stands behind those before it, so a stamp of a clock that was set back counts for
        nothing, nor does one that lies ahead of `now`.
        """
        last, present = moment.timestamp(), now.timestamp()
        return next(
            (seq for seq, at in enumerate(self._moments) if last < at <= present),
            len(self._moments),
        )

    def _between(
        self, found: Iterator[int], since: datetime | None, until: datetime | None
    ) -> Iterator[int]:
        # A clock that was set back makes later acts look earlier: nothing is taken to be in order.
        earliest = since.timestamp() if since else -inf
        latest, moments = until.timestamp() if until else inf, self._moments
        return (seq for seq in found if earliest <= moments[seq] < latest)


def _backwards(numbers: array[int]) -> Iterator[int]:
    """Yield what stands in an array now, last first, whatever is added meanwhile."""
    return (numbers[place] for place in range(len(numbers) - 1, -1, -1))
