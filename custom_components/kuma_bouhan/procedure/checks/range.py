"""It is written where each camera is and what it sees, no more than is needed: 運用基準例 2, 必要最小限の撮影範囲 (4(5))."""

from ...guideline.self_check import INTEGRATION, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "range"
ARTICLE = "運用基準例 2"
ALSO = ("4(5)",)


def check(facts: Facts) -> Finding:
    """Ask whether every camera has its range filled in."""
    if not facts.cameras:
        return apart()
    empty = [camera for camera, one in facts.cameras.items() if not one.view.strip()]
    evidence = (said("range.cameras", count=len(facts.cameras)), *facts.at("range.empty", empty))
    if empty:
        return fails(said("range.mend"), INTEGRATION, *evidence)
    return holds(*evidence)
