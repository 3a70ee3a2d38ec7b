"""It is settled beforehand who answers complaints: 4(5), 苦情対応担当者をあらかじめ指定."""

from ...guideline.people import Role
from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ..check_facts import Facts

ID = "complaint_officer"
ARTICLE = "4(5)"
ALSO = ("運用基準例 7",)


def check(facts: Facts) -> Finding:
    """Ask whether there is an officer for it, or else the manager, as the example standard says."""
    for role in (Role.COMPLAINT_OFFICER, Role.MANAGER):
        if found := facts.registers.holders(role, facts.now):
            return holds(said(f"complaint_officer.{role}", count=len(found)))
    return fails(said("complaint_officer.mend"), f"{PANEL}/people")
