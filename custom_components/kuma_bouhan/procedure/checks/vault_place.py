"""The vault lies on a disk of this machine that overwrites in place: 4(4)ウ, 保管; 4(4)エ, 確実に消去."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "vault_place"
ARTICLE = "4(4)ウ"
ALSO = ("4(4)エ",)


def check(facts: Facts) -> Finding:
    """Ask whether nothing is weak about where it lies, and it is there."""
    around = facts.surroundings
    evidence = [said(f"vault_place.{weakness}") for weakness in sorted(around.weaknesses)]
    if around.vault_away:
        evidence.append(said("vault_place.away"))
    if evidence:
        return fails(said("vault_place.mend"), "/config/storage", *evidence)
    return holds()
