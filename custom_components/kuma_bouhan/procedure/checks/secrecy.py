"""Whoever works with footage knows that they say nothing of it, also afterwards: 運用基準例 3(3)ア, 情報の漏えい."""

from ...guideline.instruction import Topic
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "secrecy"
ARTICLE = "運用基準例 3(3)ア"
ALSO = ("4(4)ウ",)


def check(facts: Facts) -> Finding:
    """Ask whether everybody who is instructed was taught secrecy; who left without a word of it is counted."""
    if not facts.instructed:
        return apart()
    taught = {
        user
        for one in facts.registers.instructions.by_number.values()
        if Topic.SECRECY in one.topics
        for user in one.users
    }
    untaught = sum(user not in taught for user in facts.instructed)
    evidence = (
        *counted("secrecy.untaught", untaught),
        *counted("secrecy.left_untold", facts.read.left_untold),
    )
    if untaught:
        return fails(said("secrecy.mend"), f"{PANEL}/duties/instruction", *evidence)
    return holds(*evidence)
