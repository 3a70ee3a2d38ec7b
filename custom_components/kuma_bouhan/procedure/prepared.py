"""New recovery codes that a person has been shown, and has not yet said that they are on paper.

    nothing ──a code is made and shown──▶ prepared ──its last group is typed back──▶ taken out, and put in force
    prepared ──WAITS is over, another is made, the site stops──▶ nothing

They are in memory only, one for each login session. Setting the clock back makes none wait longer.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..vault.passphrase import is_last_group
from .desk import Cancel, Desk

WAITS = timedelta(minutes=10)

type _Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A code that waits, and the passphrase that is to go with it where new keys are begun."""

    code: str = field(repr=False)
    passphrase: str | None = field(default=None, repr=False)
    by_code: bool = False
    """The recovery code of today spoke for the new keys."""


class Drawer:
    """The codes that wait for somebody's word."""

    def __init__(self, desk: Desk) -> None:
        """Begin empty."""
        self._desk = desk
        self._waiting: dict[_Key, tuple[Prepared, float, Cancel]] = {}

    def put(self, actor: Actor, prepared: Prepared) -> None:
        """Keep a code for a while, in place of one before."""
        key = (actor.user_id, actor.session)
        self._forget(key)

        async def time_is_over() -> None:
            self._forget(key)

        clock = self._desk.clock
        cancel = self._desk.schedule(clock.now() + WAITS, time_is_over)
        self._waiting[key] = (prepared, clock.since_boot() + WAITS.total_seconds(), cancel)

    def take(self, actor: Actor, last_group: str, *, with_passphrase: bool) -> Prepared:
        """Return what was prepared, if its last group is this, and forget it.

        Problem: code_not_prepared, code_group_differs: then it waits on.
        """
        key = (actor.user_id, actor.session)
        prepared, until, _ = self._waiting.get(key, (None, 0.0, None))
        if until <= self._desk.clock.since_boot():
            self._forget(key)
            raise Problem("code_not_prepared")
        if prepared is None or (prepared.passphrase is not None) != with_passphrase:
            raise Problem("code_not_prepared")
        if not is_last_group(last_group, prepared.code):
            raise Problem("code_group_differs")
        self._forget(key)
        return prepared

    def close(self) -> None:
        """Forget everything."""
        for key in tuple(self._waiting):
            self._forget(key)

    def _forget(self, key: _Key) -> None:
        if waiting := self._waiting.pop(key, None):
            waiting[-1]()
