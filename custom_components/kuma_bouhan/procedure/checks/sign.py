"""A sign says that there is a camera, where it is seen before one enters: 4(3), 見やすい場所に."""

from datetime import timedelta

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.signs import SignState
from ..check_facts import Facts

ID = "sign"
ARTICLE = "4(3)"
ALSO = ("運用基準例 6",)


def check(facts: Facts) -> Finding:
    """Ask whether each camera's sign was seen within the interval."""
    if not facts.cameras:
        return apart()
    every = timedelta(days=facts.settings.sign_days)
    signs = facts.registers.signs
    states = {camera: signs.of(camera).state(every, facts.now) for camera in facts.cameras}
    evidence = [said("sign.interval", days=facts.settings.sign_days)]
    for state in SignState:
        of_state = [camera for camera, found in states.items() if found is state]
        evidence += facts.at(f"sign.{state}", of_state)
    if any(state.is_problem for state in states.values()):
        return fails(said("sign.mend"), f"{PANEL}/duties/signs", *evidence)
    return holds(*evidence)
