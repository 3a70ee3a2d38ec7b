"""Copies that were given out come back, or are destroyed: 4(4)ア, 提供."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "copies"
ARTICLE = "4(4)ア"


def check(facts: Facts) -> Finding:
    """Ask whether no copy is overdue."""
    disclosures = facts.registers.requests.disclosures.values()
    if not any(one.copies or one.provided for one in disclosures):
        return apart()
    out = sum(one.copies_out for one in disclosures)
    late = sum(one.copies_overdue(facts.now) for one in disclosures)
    evidence = (said("copies.out", count=out), *counted("copies.late", late))
    if late:
        return fails(said("copies.mend"), f"{PANEL}/requests", *evidence)
    return holds(*evidence)
