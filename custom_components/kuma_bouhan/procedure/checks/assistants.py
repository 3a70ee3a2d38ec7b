"""No camera is given to a voice assistant: 4(4)ア, 他に提供してはならない."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "assistants"
ARTICLE = "4(4)ア"


def check(facts: Facts) -> Finding:
    """Ask whether none is exposed to one."""
    found = facts.surroundings.assistants
    if not found:
        return holds()
    evidence = [said("assistants.one", assistant=one, entities=what) for one, what in found.items()]
    return fails(
        said("assistants.mend"), "/config/voice-assistants/expose", *evidence, leaks=len(found)
    )
