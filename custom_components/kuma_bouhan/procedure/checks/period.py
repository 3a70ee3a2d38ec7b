"""Footage is kept for as few days as needed: 4(4)イ, 必要最小限の期間."""

from ...guideline.retention import LONGEST_DAYS
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.settings import days_kept
from ..check_facts import Facts

ID = "period"
ARTICLE = "4(4)イ"
ALSO = ("運用基準例 4",)


def check(facts: Facts) -> Finding:
    """Ask whether no camera keeps more than a month."""
    days = {camera: days_kept(facts.settings, one) for camera, one in facts.cameras.items()}
    if not days:
        return apart()
    evidence = (said("period.days", least=min(days.values()), most=max(days.values())),)
    if long := [camera for camera, kept in days.items() if kept > LONGEST_DAYS]:
        return fails(
            said("period.mend", most=LONGEST_DAYS), PANEL, *evidence, *facts.at("period.long", long)
        )
    return holds(*evidence)
