"""The clock that periods are counted by is right: 4(4)エ, 保存期間が終了した後、確実に."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts, counted

ID = "clock"
ARTICLE = "4(4)エ"


def check(facts: Facts) -> Finding:
    """Ask whether the network or a person vouches for it, and all footage has a day on which it goes."""
    doubt = () if facts.trusted else (said("clock.untrusted"),)
    evidence = (*doubt, *counted("clock.undated", facts.read.undated))
    if evidence:
        return fails(said("clock.mend"), "/config/repairs", *evidence)
    return holds()
