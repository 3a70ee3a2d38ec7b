"""Whether the clock can be believed, and a person's word that it can.

Erasing early cannot be undone, so nothing is erased by a clock that nobody vouches for. The clock
is trusted while the kernel says it is synchronised, or while a person's confirmation holds.
A confirmation holds for one boot of the machine, and only as long as the clock has not been
moved since: the difference between wall clock and time since boot stands still.

    untrusted ──kernel synchronised, or a person confirms──▶ trusted
    trusted ──the clock is moved and the kernel is not synchronised, or a new boot──▶ untrusted
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..records.acts import ClockConfirmed

if TYPE_CHECKING:
    from .desk import Desk

DRIFT = timedelta(seconds=60)
"""A clock that has moved by less against the time since boot has not been set anew."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word: in this boot, wall clock minus time since boot was `offset` seconds."""

    boot_id: str
    offset: float


class Clock:
    """The wall clock, and whether it is trusted."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        since_boot: Callable[[], float],
        synchronised: Callable[[], bool],
        boot_id: str,
        confirmation: Confirmation | None = None,
    ) -> None:
        """Take the machine's clocks; `since_boot` counts seconds and never jumps."""
        self.now = now
        self.boot_id = boot_id
        self.confirmation = confirmation
        self.since_boot = since_boot
        self._synchronised = synchronised

    @property
    def offset(self) -> float:
        """Return wall clock minus time since boot, in seconds: changes only when the clock is set."""
        return self.now().timestamp() - self.since_boot()

    @property
    def trusted(self) -> bool:
        """Say whether footage may be erased by this clock."""
        if self._synchronised():
            return True
        word = self.confirmation
        return (
            word is not None
            and word.boot_id == self.boot_id
            and abs(self.offset - word.offset) <= DRIFT.total_seconds()
        )

    def check(self) -> None:
        """Raise clock_not_trusted where nobody vouches for the clock.

        By such a clock nothing is erased, and nothing is shown either: after weeks without power, in 1970, what is overdue
        looks as if it were not.
        """
        if not self.trusted:
            raise Problem("clock_not_trusted")

    def corrected(self, moment: datetime, offset: float | None) -> datetime:
        """Return what a moment read at `offset` is by today's clock; now where that is unknown.

        Unknown means another boot: then only the present is sure, and a period counted from
        it ends late, never early.
        """
        if offset is None:
            return self.now()
        return datetime.fromtimestamp(moment.timestamp() - offset + self.offset, UTC)


async def confirm(desk: Desk, actor: Actor) -> None:
    """Take a person's word that date and time are right."""
    await desk.allow(Act.CONFIRM_CLOCK, actor)
    word = ClockConfirmed(boot_id=desk.clock.boot_id, offset=desk.clock.offset)

    async def effect() -> tuple[None, ClockConfirmed]:
        desk.clock.confirmation = Confirmation(word.boot_id, word.offset)
        return None, word

    await desk.perform(actor, word, effect)
