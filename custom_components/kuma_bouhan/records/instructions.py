"""Instruction as it stands: who was taught what when, and who has acknowledged it: 運用基準例 3(3)イ."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.instruction import Topic
from .entry import Entry
from .instruction import Instructed, InstructionAcknowledged


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One instruction; `acknowledged` says when each of `users` did."""

    seq: int
    number: int
    by: str
    users: tuple[str, ...]
    topics: tuple[Topic, ...]
    held: datetime
    entered: datetime
    acknowledged: dict[str, datetime] = field(default_factory=dict)


@dataclass(slots=True)
class Instructions:
    """What the book says of instruction."""

    by_number: dict[int, Given] = field(default_factory=dict)
    last: dict[str, datetime] = field(default_factory=dict)
    """When each user was last taught."""

    @property
    def next_number(self) -> int:
        """Return the number of the next one."""
        return max(self.by_number, default=0) + 1

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case Instructed() as act:
                self.by_number[act.number] = Given(
                    seq=entry.seq,
                    number=act.number,
                    by=entry.actor.user_id or "",
                    users=act.users,
                    topics=act.topics,
                    held=act.held,
                    entered=entry.at,
                )
                for user in act.users:
                    self.last[user] = max(act.held, self.last.get(user, act.held))
            case InstructionAcknowledged() as act if known := self.by_number.get(act.number):
                said = {**known.acknowledged, entry.actor.user_id or "": entry.at}
                self.by_number[act.number] = replace(known, acknowledged=said)
