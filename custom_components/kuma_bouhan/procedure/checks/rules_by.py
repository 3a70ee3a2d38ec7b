"""It is written who settles what the standard does not say: 運用基準例 8."""

from ...guideline.self_check import INTEGRATION, Finding, fails, holds, said
from ..check_facts import Facts

ID = "rules_by"
ARTICLE = "運用基準例 8"


def check(facts: Facts) -> Finding:
    """Ask whether somebody is named."""
    if facts.settings.rules_by.strip():
        return holds()
    return fails(said("rules_by.mend"), INTEGRATION)
