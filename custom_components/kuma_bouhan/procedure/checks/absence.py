"""Somebody acts while the manager is away: 4(2), その運用について責任者を定め."""

from ...guideline.people import Role
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "absence"
ARTICLE = "4(2)"


def check(facts: Facts) -> Finding:
    """Ask whether a deputy is named; the guideline asks for none, but an office that was lost is to be given again."""
    registers = facts.registers
    lost = registers.lost - {Role.SITE_OWNER, Role.MANAGER}  # `manager` sees to these
    if vacant := sorted(role for role in lost if not registers.holders(role, facts.now)):
        evidence = [said(f"absence.lost_{role}") for role in vacant]
        return fails(said("absence.mend"), f"{PANEL}/people", *evidence)
    until = [found.until for found in registers.holders(Role.DEPUTY, facts.now) if found.until]
    return holds(said("absence.until", on=max(until))) if until else apart()
