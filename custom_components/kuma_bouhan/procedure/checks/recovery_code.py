"""The printed recovery code is good for one use, and put away: 4(4)ウ, 厳重な保管."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ..check_facts import Facts

ID = "recovery_code"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether it was not used since it was printed."""
    if facts.registers.code_used:
        return fails(said("recovery_code.mend"), f"{PANEL}/people")
    return holds()
