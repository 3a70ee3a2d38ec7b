"""Contractors are bound by a clause, and it is said why: 4(6), 委託契約の条件, やむを得ず."""

from ...guideline.contracts import ContractState
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "contracts"
ARTICLE = "4(6)"


def check(facts: Facts) -> Finding:
    """Ask whether every contract that runs has the clause, and a reason why the site owner cannot do it directly."""
    running = [
        one
        for one in facts.registers.contracts.by_id.values()
        if one.state(facts.now) is ContractState.RUNNING
    ]
    if not running:
        return apart()
    lacking = (
        *counted("contracts.no_clause", sum(not one.clause for one in running)),
        *counted(
            "contracts.no_reason",
            sum(one.contract in facts.read.without_reason for one in running),
        ),
    )
    evidence = (said("contracts.running", count=len(running)), *lacking)
    if lacking:
        return fails(said("contracts.mend"), f"{PANEL}/duties/contracts", *evidence)
    return holds(*evidence)
