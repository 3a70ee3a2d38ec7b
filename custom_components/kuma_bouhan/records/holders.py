"""Lock and keys as they stand, folded from the acts about them: 4(4)ウ."""

from dataclasses import dataclass, field

from ..guideline.custody import Failures
from .custody import PlainHttpAccepted, Unlocked, UnlockFailed
from .entry import Entry


@dataclass(slots=True)
class Custody:
    """What the book says of passphrases and keys."""

    failures: dict[str, Failures] = field(default_factory=dict)
    """Wrong passphrases in a row, by user."""
    plain_http: set[str] = field(default_factory=set)
    """Users who took note that their secrets go through the network unencrypted."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        user = entry.actor.user_id or ""
        match entry.act:
            case Unlocked():
                self.failures.pop(user, None)
            case UnlockFailed() as act:
                self.failures[user] = Failures(act.count, entry.at)
            case PlainHttpAccepted():
                self.plain_http.add(user)
