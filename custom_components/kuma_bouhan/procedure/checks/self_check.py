"""Somebody goes through the self-check once a year: 4(1), その適正な運用に努めて."""

from ...guideline.self_check import EVERY, PANEL, Finding, fails, holds, said
from ..check_facts import Facts

ID = "self_check"
ARTICLE = "4(1)"


def check(facts: Facts) -> Finding:
    """Ask whether it was gone through within the year."""
    last = facts.registers.standards.checked
    evidence = () if last is None else (said("self_check.last", on=last),)
    if facts.is_old(last, EVERY):
        return fails(said("self_check.mend"), f"{PANEL}/check", *evidence)
    return holds(*evidence)
