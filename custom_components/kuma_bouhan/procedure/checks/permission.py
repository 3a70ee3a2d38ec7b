"""Nothing is given to others without a permission, or only where it follows in time: 4(4)ア, 運用基準例 5(2)."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "permission"
ARTICLE = "4(4)ア"
ALSO = ("運用基準例 5",)


def check(facts: Facts) -> Finding:
    """Ask whether no permission that was to follow is overdue."""
    asked = facts.registers.requests.disclosures.values()
    if not asked:
        return apart()
    provided = [one for one in asked if one.provided is not None]
    late = sum(one.permission_due is not None and one.permission_due <= facts.now for one in asked)
    evidence = (
        said("permission.asked", count=len(asked), provided=len(provided)),
        *counted("permission.late", late),
    )
    if late:
        return fails(said("permission.mend"), f"{PANEL}/requests", *evidence)
    return holds(*evidence)
