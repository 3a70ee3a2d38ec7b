"""What has outlived its period is erased, and that was confirmed: 4(4)エ, 確実に消去."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ..check_facts import Facts, counted

ID = "erasure"
ARTICLE = "4(4)エ"
ALSO = ("運用基準例 4", "運用体制の概要図")


def check(facts: Facts) -> Finding:
    """Ask whether nothing is overdue, and no erasure is without its confirmation."""
    failing = (said("erasure.failing"),) if facts.surroundings.erasure_failing else ()
    evidence = (
        *counted("erasure.overdue", facts.read.overdue),
        *counted("erasure.unconfirmed", facts.read.unconfirmed),
        *failing,
    )
    if evidence:
        return fails(said("erasure.mend"), PANEL, *evidence)
    return holds()
