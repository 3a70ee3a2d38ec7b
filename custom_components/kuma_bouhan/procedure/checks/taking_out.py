"""Nothing that footage is on is taken out without a permission, and it comes back: 運用基準例 4(1)イ."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.things import TakingState
from ..check_facts import Facts, counted

ID = "taking_out"
ARTICLE = "運用基準例 4(1)"
ALSO = ("4(4)ウ",)


def check(facts: Facts) -> Finding:
    """Ask whether what is out is not overdue, and what came back was as it had been."""
    takings = facts.registers.things.takings.values()
    if not takings:
        return apart()
    out = [one for one in takings if one.state is TakingState.OUT]
    late = sum(one.due <= facts.now for one in out)
    waiting = sum(one.state is TakingState.REQUESTED and one.due <= facts.now for one in takings)
    evidence = (
        said("taking_out.all", count=len(takings), out=len(out)),
        *counted("taking_out.late", late),
        *counted("taking_out.waiting", waiting),
    )
    if late or waiting:
        return fails(said("taking_out.mend"), f"{PANEL}/duties/things", *evidence)
    return holds(*evidence)
