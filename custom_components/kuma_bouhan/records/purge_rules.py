"""Rules of early erasure as they stand: which the manager has signed, and how far each has run: 4(4)エ."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time
import re

from ..guideline.purge_rules import PurgeRule
from ..guideline.recording import Hours
from .entry import Entry
from .purge_rule import PurgeRuleEnded, PurgeRuleRun, PurgeRuleSigned

_NUMBER = re.compile(r"(?:第|no\.|#)?\s*([0-9０-９]{1,9})\s*号?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A rule that stands; `run` is until when it has erased."""

    seq: int
    rule: str
    number: int
    """Counted from 1 over every rule that was ever signed: no other is called by it."""
    what: PurgeRule
    by: str
    at: datetime
    run: datetime | None = None


@dataclass(slots=True)
class PurgeRules:
    """What the book says of such rules."""

    by_id: dict[str, Signed] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    """The act (`seq`) that signed each rule that ever was."""

    def called(self, said: str) -> str:
        """Return the id of the rule that a person means: by its number, as 3, No. 3 or 第3号, or by its id."""
        if said not in self.by_id and (found := _NUMBER.fullmatch(said.strip())):
            number = int(found[1])
            return next((one.rule for one in self.by_id.values() if one.number == number), said)
        return said

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case PurgeRuleSigned() as act:
                hours = Hours(
                    time.fromisoformat(act.start),
                    time.fromisoformat(act.end),
                    frozenset(act.weekdays),
                )
                self.named[act.rule] = entry.seq
                self.by_id[act.rule] = Signed(
                    seq=entry.seq,
                    rule=act.rule,
                    number=len(self.named),
                    what=PurgeRule(act.cameras, hours),
                    by=entry.actor.user_id or "",
                    at=entry.at,
                )
            case PurgeRuleEnded() as act:
                self.by_id.pop(act.rule, None)
            case PurgeRuleRun() as act if known := self.by_id.get(act.rule):
                self.by_id[act.rule] = replace(known, run=act.until)
