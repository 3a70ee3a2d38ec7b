"""Only manager, deputy and operators hold keys: 4(4)ウ, 運用責任者及び運用従事者以外の者による再生・視聴防止."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ..check_facts import Facts, counted

ID = "keys"
ARTICLE = "4(4)ウ"
ALSO = ("運用基準例 3",)


def check(facts: Facts) -> Finding:
    """Ask whether nobody without an office holds one, and nobody exchanged them."""
    changed = (said("keys.changed"),) if facts.key_changed else ()
    evidence = (*counted("keys.without_role", facts.keys_without_role), *changed)
    if evidence:
        return fails(said("keys.mend"), f"{PANEL}/people", *evidence)
    return holds(said("keys.viewers", count=len(facts.viewers)))
