"""No camera is handed on to another system: 4(4)ア, 他に提供してはならない."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "bridges"
ARTICLE = "4(4)ア"
ALSO = ("4(4)ウ",)


def check(facts: Facts) -> Finding:
    """Ask whether no bridge and no other integration has a camera under these rules."""
    found = facts.surroundings.bridges
    if not found:
        return holds()
    evidence = [said("bridges.one", bridge=one, entities=what) for one, what in found.items()]
    return fails(
        said("bridges.mend"), "/config/integrations/dashboard", *evidence, leaks=len(found)
    )
