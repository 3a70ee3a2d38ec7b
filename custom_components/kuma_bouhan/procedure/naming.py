"""By what name people know what an act tells of by its id alone: the thing, other copy, contract or rule that it is about.

Without it a register would say that "a contract ended" and not which: 運用基準例 4(1)イ, 4(6).
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..records.act import RecordedAct
from ..records.contract import ContractCertified, ContractEnded, ContractMade
from ..records.purge_rule import PurgeRuleEnded, PurgeRuleRun, PurgeRuleSigned
from ..records.registers import Registers
from ..records.thing import (
    MediumDisposed,
    MediumReturned,
    OtherCopyGone,
    OtherCopyNoted,
    TakingOutDenied,
    TakingOutPermitted,
    TakingOutRequested,
    ThingChecked,
    ThingGone,
    ThingNoted,
)
from .desk import Desk

if TYPE_CHECKING:
    from .registers import Line


def named(desk: Desk, line: Line, *, names: bool) -> Line:
    """Say in a line what its act is about, by the words of the act that noted it; names only to those who may read them."""
    seq = _noted_by(desk.registers, line.entry.act)
    if seq is None:
        return line
    facts: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    noted = desk.book.entry(seq)
    match noted.act:
        case ThingNoted(name=name) | PurgeRuleSigned(name=name):
            personal["name"] = name
        case ContractMade() as act:
            personal["company"] = act.company
        case OtherCopyNoted() as act:
            facts |= {"camera": act.camera, "what": act.what}
            personal["place"] = act.place
    return replace(
        line,
        facts={**facts, **line.facts},
        personal={**personal, **line.personal} if names and not noted.erased else line.personal,
    )


def _noted_by(known: Registers, act: RecordedAct) -> int | None:
    """Return the act (`seq`) that noted what another is about; None where that says it itself, or nothing does."""
    match act:
        case ThingChecked() | ThingGone() | TakingOutRequested() | MediumDisposed():
            return known.things.named.get(act.thing or "")
        case TakingOutPermitted() | TakingOutDenied() | MediumReturned():
            taking = known.things.takings.get(act.number)
            return known.things.named.get(taking.thing) if taking else None
        case OtherCopyGone():
            return known.things.named.get(act.copy)
        case ContractEnded() | ContractCertified():
            contract = known.contracts.by_id.get(act.contract)
            return contract.seq if contract else None
        case PurgeRuleEnded() | PurgeRuleRun():
            return known.purge_rules.named.get(act.rule)
    return None
