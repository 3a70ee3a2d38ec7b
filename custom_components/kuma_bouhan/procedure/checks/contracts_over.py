"""When a contract is over, what the contractor had comes back: 4(6), 委託業者に適正な運用を徹底."""

from ...guideline.contracts import ContractState
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "contracts_over"
ARTICLE = "4(6)"


def check(facts: Facts) -> Finding:
    """Ask whether of every contract that is over it was certified what became of it."""
    known = facts.registers.contracts.by_id.values()
    states = [one.state(facts.now) for one in known]
    over, settled = states.count(ContractState.OVER), states.count(ContractState.SETTLED)
    if not over and not settled:
        return apart()
    evidence = (said("contracts_over.settled", count=settled, over=over),)
    if over:
        return fails(said("contracts_over.mend"), f"{PANEL}/duties/contracts", *evidence)
    return holds(*evidence)
