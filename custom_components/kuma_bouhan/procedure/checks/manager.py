"""There is a manager, and a site owner who answers for them: 4(2), 運用責任者を指定."""

from ...guideline.people import Role
from ...guideline.self_check import INTEGRATION, PANEL, Finding, fails, holds, said
from ..check_facts import Facts

ID = "manager"
ARTICLE = "4(2)"
ALSO = ("運用基準例 3", "運用体制の概要図")


def check(facts: Facts) -> Finding:
    """Ask whether both offices are held."""
    vacant = [
        role
        for role in (Role.SITE_OWNER, Role.MANAGER)
        if not facts.registers.holders(role, facts.now)
    ]
    evidence = [said(f"manager.no_{role}") for role in vacant]
    if Role.SITE_OWNER in vacant:  # nobody is left who could appoint one
        return fails(said("manager.mend_site_owner"), INTEGRATION, *evidence)
    if vacant:
        return fails(said("manager.mend"), f"{PANEL}/people", *evidence)
    (manager,) = facts.registers.holders(Role.MANAGER, facts.now)
    return holds(said("manager.since", on=manager.since))
