"""Contracts as they stand, folded from the acts about them: 4(6). No personal data: `seq` says where it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from ..guideline.contracts import Certified, ContractState, Task
from .contract import ContractCertified, ContractEnded, ContractMade
from .entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One contract, last from the act at `seq`."""

    seq: int
    contract: str
    number: int
    """Counted from 1, in the order in which they were made: what people tell it by where no company may be named."""
    task: Task
    clause: bool
    start: datetime
    until: datetime
    ended: datetime | None = None
    certified: Certified | None = None
    certified_by: int | None = None
    """The act (`seq`) that says so."""
    settled: datetime | None = None
    """When it was entered."""

    @property
    def over(self) -> datetime:
        """Return when it is over."""
        return self.until if self.ended is None else min(self.ended, self.until)

    def state(self, now: datetime) -> ContractState:
        """Return how it stands now."""
        if now < self.over:
            return ContractState.RUNNING
        return ContractState.OVER if self.certified is None else ContractState.SETTLED


@dataclass(slots=True)
class Contracts:
    """What the book says of contractors."""

    by_id: dict[str, Contract] = field(default_factory=dict)

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case ContractMade() as act:
                known = self.by_id.get(act.contract)
                self.by_id[act.contract] = Contract(
                    seq=entry.seq,
                    contract=act.contract,
                    number=known.number if known else len(self.by_id) + 1,
                    task=act.task,
                    clause=act.clause,
                    start=act.start,
                    until=act.until,
                )
            case ContractEnded() as act if known := self.by_id.get(act.contract):
                self.by_id[act.contract] = replace(known, ended=entry.at)
            case ContractCertified() as act if known := self.by_id.get(act.contract):
                self.by_id[act.contract] = replace(
                    known, certified=act.certified, certified_by=entry.seq, settled=entry.at
                )
