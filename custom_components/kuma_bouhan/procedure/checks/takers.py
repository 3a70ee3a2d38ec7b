"""No automation takes pictures past this procedure: 4(4)ア, 目的外に利用し、又は他に提供してはならない."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "takers"
ARTICLE = "4(4)ア"
ALSO = ("4(4)ウ",)
_WORDS = {"event": said("takers.event"), "variables": said("takers.variables")}
"""What has no name of its own, as an action has."""


def check(facts: Facts) -> Finding:
    """Ask whether no automation or script saves, shows or sends what a camera sees."""
    found = facts.surroundings.takers
    if not found:
        return holds()
    evidence = [
        said("takers.one", entity=one, actions=[_WORDS.get(what, what) for what in does])
        for one, does in found.items()
    ]
    return fails(said("takers.mend"), "/config/automation/dashboard", *evidence, leaks=len(found))
