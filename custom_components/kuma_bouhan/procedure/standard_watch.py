"""Noticing that the settings have left the standard that was adopted: 4(1).

    in force ──what it rests on changes──▶ left, since that change ──changed back, or adopted anew──▶ in force

The text quotes the book, so it is made on a thread, and only when something that it rests on is not what it was. What is known is
then asked for as often as anybody likes (`Desk.left_standard`).
"""

from collections.abc import Callable
from datetime import datetime

from ..guideline.errors import Problem
from ..records import acts
from ..records.entry import Entry
from ..records.standard import ClausesWritten
from ..records.standards import Adopted
from ..records.thing import ThingGone, ThingNoted
from .desk import Cancel, Desk
from .standard import Basis, basis, is_adopted, settled

_CHANGES = (
    acts.SiteChanged,
    acts.CameraAdded,
    acts.CameraChanged,
    acts.CameraRemoved,
    acts.RetentionChanged,
    acts.Appointed,
    acts.AppointmentEnded,
    acts.HandedOver,
    acts.RoleLost,
    ThingNoted,
    ThingGone,
    ClausesWritten,
)
"""Acts that change what the text rests on."""


class StandardWatch:
    """Looks whether the text still is the one that was adopted."""

    def __init__(self, desk: Desk, tell: Callable[[], None]) -> None:
        """Listen; `tell` is called when what is known has changed."""
        self._desk, self._tell = desk, tell
        self._seen: tuple[Basis, Adopted | None] | None = None
        self._since: datetime | None = None
        self._soon: Cancel | None = None
        self._closed = False
        desk.left_standard = lambda: self._since
        desk.listeners.append(self._heard)

    async def look(self) -> None:
        """Look now."""
        desk = self._desk
        seen = basis(desk), desk.registers.standards.adopted
        try:
            since = await desk.run(_left, desk, *seen)
        except Problem:
            # Of a book that cannot be read nothing is claimed; what is wrong with it is said elsewhere.
            since = None
        self._seen = seen
        if since != self._since:
            self._since = since
            self._tell()

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        if self._soon is not None:
            self._soon()

    def _heard(self, _entry: Entry) -> None:
        desk = self._desk
        if self._soon is None and not self._closed:
            if (basis(desk), desk.registers.standards.adopted) != self._seen:
                self._soon = desk.schedule(desk.clock.now(), self._again)

    async def _again(self) -> None:
        self._soon = None
        if not self._closed:
            await self.look()


def _left(desk: Desk, rests_on: Basis, adopted: Adopted | None) -> datetime | None:
    """Return since when what is settled is other than what was adopted; None while it is not. Blocking."""
    if adopted is None or is_adopted(settled(desk, rests_on), adopted):
        return None
    index = desk.registers.index
    changed = next(index.of((act.kind for act in _CHANGES), adopted.entered), adopted.seq)
    return desk.book.entry(changed).at
