"""Footage outlasts its period only where that was approved, for a reason on form 1: 4(4)イ, 参考様式1."""

from ...guideline.extension import PROVISIONAL
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "extensions"
ARTICLE = "4(4)イ"
ALSO = ("参考様式1", "運用基準例 4")


def check(facts: Facts) -> Finding:
    """Ask whether what is held was approved, and what was asked for is decided before it goes."""
    requests, now = facts.registers.requests, facts.now
    held = list(requests.standing(now))
    waiting = [one for one in requests.extensions.values() if one.waits]
    if not held and not waiting:
        return apart()
    late = sum(one.at + PROVISIONAL <= now for one in waiting)
    approved = [hold for hold in held if not hold.kind.provisional]
    evidence = (
        said("extensions.held", approved=len(approved), provisional=len(held) - len(approved)),
        *counted("extensions.late", late),
    )
    if late:
        return fails(said("extensions.mend"), f"{PANEL}/requests", *evidence)
    return holds(*evidence)
