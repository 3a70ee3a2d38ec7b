"""Everybody is instructed, the manager by the site owner and the others by the manager: 運用基準例 3(3)イ, 指導、監督."""

from datetime import timedelta

from ...guideline.instruction import INSTRUCTION_DAYS
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "instruction"
ARTICLE = "運用基準例 3(3)イ"
ALSO = ("運用体制の概要図",)


def check(facts: Facts) -> Finding:
    """Ask whether everybody in an office was taught within the year."""
    wanted = facts.instructed
    if not wanted:
        return apart()
    last, every = facts.registers.instructions.last, timedelta(days=INSTRUCTION_DAYS)
    old = sum(facts.is_old(last.get(user), every) for user in wanted)
    evidence = (
        said("instruction.people", count=len(wanted)),
        *counted("instruction.old", old),
    )
    if old:
        return fails(said("instruction.mend"), f"{PANEL}/duties/instruction", *evidence)
    return holds(*evidence)
