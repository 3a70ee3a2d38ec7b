"""The lock in numbers, 4(4)ウ: how long it stays open, and how long it waits after wrong passphrases.

Footage is kept in something that locks. What the guideline leaves open is how long a person who has opened
it may leave it open: as short as work allows, and in a home, where nobody passes by, a little longer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .settings import Profile, SiteSettings

LONGEST_OPEN = timedelta(minutes=60)
"""However busy: after this the passphrase is asked for again."""
IDLE = timedelta(minutes=10)
IDLE_OF: Mapping[Profile, timedelta] = {Profile.HOME: timedelta(minutes=30)}
"""How long the vault stays open unused, where it is not `IDLE`."""

FREE_FAILURES = 5
"""Wrong passphrases in a row before the first wait."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)

NOTICE = timedelta(days=7)
"""So long anybody with a role may object, before a site is re-founded or new keys take the place of keys that stand."""


class LockReason(StrEnum):
    """Why somebody's keys were let go."""

    IDLE = "idle"
    LIMIT = "limit"
    """Open for as long as it may be at most."""
    BUTTON = "button"
    """Somebody with a role, or an automation, locked the vault for everybody."""
    ROLE = "role"
    """They hold no role any more that may have them open, or are no active user."""
    SESSION = "session"
    """They signed out, or their login session was revoked."""
    KEYS = "keys"
    """What their key opens was changed: they unlock anew."""
    STOP = "stop"
    UNSAID = "unsaid"
    """An earlier version of this software did not say."""


class CodeUse(StrEnum):
    """What the recovery code was used for."""

    ADMIT = "admit"
    """To have a person's key open footage, where nobody was left who could."""
    RESTORE = "restore"
    """To restore the site owner."""
    ADOPT = "adopt"
    """To take up vault and book again."""
    BEGIN_BOOK = "begin_book"
    READER = "reader"
    """To decrypt past the integration, on the command line."""


class Line(StrEnum):
    """How a secret is sent from the person's browser to the site."""

    SAFE = "safe"
    """Encrypted on its way, or not leaving the machine."""
    PLAIN = "plain"
    """Readable on the network by whoever listens there."""
    PLAIN_ACCEPTED = "plain_accepted"
    """So too, and the person says with it that they know."""


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passphrases of one person in a row, and when the last one was."""

    count: int = 0
    last: datetime | None = None

    def until(self) -> datetime | None:
        """Return the end of the wait after the last one, if there is a wait."""
        wait = wait_after(self.count)
        return self.last + wait if self.last and wait else None

    def left(self, now: datetime) -> timedelta:
        """Return how long there still is to wait.

        A failure that lies in the future was entered by a wrong clock, and keeps nobody out.
        """
        until = self.until()
        if until is None or self.last is None or now < self.last:
            return timedelta(0)
        return max(until - now, timedelta(0))

    def another(self, now: datetime) -> Failures:
        """Return the failures after one more."""
        return Failures(self.count + 1, now)


def idle_for(settings: SiteSettings | None) -> timedelta:
    """Return how long a site's vault stays open unused."""
    return IDLE if settings is None else IDLE_OF.get(settings.profile, IDLE)


def wait_after(failures: int) -> timedelta:
    """Return the wait after so many wrong passphrases in a row: doubling from the fifth on."""
    if failures < FREE_FAILURES:
        return timedelta(0)
    doublings = min(failures - FREE_FAILURES, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
