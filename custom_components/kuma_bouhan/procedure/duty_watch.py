"""What is due, looked up when it may have changed: an act was entered, the next duty has come due, or a while has passed.

Invariants:
1. `standing` and `overdue` are what the last look found; whoever shows them reads no book and folds nothing.
2. `tell` is called once for each change of what stands or is overdue, and for nothing else.
3. Before `begin` and after `close` nothing is looked at.
"""

from collections.abc import Callable
from datetime import datetime

from ..guideline.duties import Duty
from .desk import Cancel, Desk
from .duties import duties


class DutyWatch:
    """Knows what is due at one running site."""

    def __init__(self, desk: Desk, tell: Callable[[], None]) -> None:
        """Take the desk, and who hears that something changed."""
        self._desk = desk
        self._tell = tell
        self._next: tuple[datetime, Cancel] | None = None
        self._looking = False
        self.standing: tuple[Duty, ...] = ()
        """Everything that is or will be due, what is due first first."""
        self.overdue: tuple[Duty, ...] = ()

    def begin(self) -> None:
        """Look, and look again when the next duty comes due; after an act whoever hears of it has it looked at."""
        self._looking = True
        self.look()

    def look(self) -> bool:
        """Look at what is due now; say whether something changed, and so was told."""
        if not self._looking:
            return False
        now = self._desk.clock.now()
        standing = duties(self._desk)
        overdue = tuple(duty for duty in standing if duty.is_overdue(now))
        self._wait_for(next((duty.due for duty in standing if duty.due > now), None))
        if (standing, overdue) == (self.standing, self.overdue):
            return False
        self.standing, self.overdue = standing, overdue
        self._tell()
        return True

    def close(self) -> None:
        """Look no more."""
        self._looking = False
        self._wait_for(None)

    def _wait_for(self, moment: datetime | None) -> None:
        """Look again when the next duty comes due."""
        if self._next is not None:
            if self._next[0] == moment:
                return
            self._next[1]()
            self._next = None
        if moment is not None:
            self._next = moment, self._desk.schedule(moment, self._on_time)

    async def _on_time(self) -> None:
        self._next = None
        self.look()
