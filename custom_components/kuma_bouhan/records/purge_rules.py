"""Rules of early erasure as they stand: which the manager has signed, and how far each has run: 4(4)エ."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time

from ..guideline.purge_rules import PurgeRule
from ..guideline.recording import Hours
from .entry import Entry
from .purge_rule import PurgeRuleEnded, PurgeRuleRun, PurgeRuleSigned


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A rule that stands; `run` is until when it has erased."""

    seq: int
    rule: str
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
                    what=PurgeRule(act.cameras, hours),
                    by=entry.actor.user_id or "",
                    at=entry.at,
                )
            case PurgeRuleEnded() as act:
                self.by_id.pop(act.rule, None)
            case PurgeRuleRun() as act if known := self.by_id.get(act.rule):
                self.by_id[act.rule] = replace(known, run=act.until)
