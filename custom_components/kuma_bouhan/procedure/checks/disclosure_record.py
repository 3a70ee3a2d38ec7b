"""What was given to others stands on form 2: 参考様式2, 運用基準例 5(2)."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "disclosure_record"
ARTICLE = "参考様式2"
ALSO = ("4(4)ア", "運用基準例 5")


def check(facts: Facts) -> Finding:
    """Ask whether of everything that was provided the ground and the permission stand in the book."""
    provided = [
        one for one in facts.registers.requests.disclosures.values() if one.provided is not None
    ]
    if not provided:
        return apart()
    bare = [
        one.number
        for one in provided
        if one.standing_ground is None
        or not (one.permission or (one.permission_due and facts.now < one.permission_due))
    ]
    evidence = (said("disclosure_record.provided", count=len(provided)),)
    if bare:
        lacking = said("disclosure_record.lacking", numbers=tuple(map(str, bare)))
        return fails(said("disclosure_record.mend"), f"{PANEL}/requests", *evidence, lacking)
    return holds(*evidence)
