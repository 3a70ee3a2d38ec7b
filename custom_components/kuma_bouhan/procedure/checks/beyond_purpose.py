"""Footage is used beyond its purpose only where that was permitted: 4(4)ア, 目的外に利用."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.viewing import PERMITTED_FOR
from ...records.viewings import RequestState
from ..check_facts import Facts

ID = "beyond_purpose"
ARTICLE = "4(4)ア"
ALSO = ("運用基準例 5",)


def check(facts: Facts) -> Finding:
    """Ask whether what was asked for was decided."""
    asked = facts.registers.viewings.requests.values()
    if not asked:
        return apart()
    states = [one.state for one in asked]
    evidence = (
        said(
            "beyond_purpose.asked",
            count=len(states),
            used=states.count(RequestState.USED),
            denied=states.count(RequestState.DENIED),
        ),
    )
    if any(one.waits and one.at + PERMITTED_FOR <= facts.now for one in asked):
        return fails(said("beyond_purpose.mend"), f"{PANEL}/requests", *evidence)
    return holds(*evidence)
