"""By what name people know what an act tells of by its id alone: the thing, other copy, contract or rule that it is about.

Without it a register would say that "a contract ended" and not which: 運用基準例 4(1)イ, 4(6).
"""

from typing import Any

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

type Said = dict[str, Any]


def named(desk: Desk, act: RecordedAct) -> tuple[Said, Said]:
    """Return what says what an act is about, in the words of the act that noted it: facts, and what is personal.

    Empty where the act says it itself; nothing is personal that was overwritten. Blocking: it reads the book.
    """
    seq = _noted_by(desk.registers, act)
    if seq is None:
        return {}, {}
    facts: Said = {}
    personal: Said = {}
    entry = desk.book.entry(seq)
    match entry.act:
        case ThingNoted() | PurgeRuleSigned() as noted:
            personal["name"] = noted.name
        case ContractMade() as noted:
            personal["company"] = noted.company
        case OtherCopyNoted() as noted:
            facts |= {"camera": noted.camera, "what": noted.what}
            personal["place"] = noted.place
    return facts, {} if entry.erased else personal


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
