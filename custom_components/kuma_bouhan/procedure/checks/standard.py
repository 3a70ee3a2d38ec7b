"""The operating standard is adopted, and the settings are what it says: 4(1), 運用基準を定めるなど必要な措置."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ..check_facts import Facts

ID = "standard"
ARTICLE = "4(1)"
ALSO = ("運用体制の概要図",)


def check(facts: Facts) -> Finding:
    """Ask whether an edition was adopted, and nothing has changed since."""
    adopted = facts.registers.standards.adopted
    if adopted is None:
        return fails(said("standard.mend"), f"{PANEL}/papers")
    edition = said("standard.edition", edition=adopted.edition, on=adopted.on)
    if facts.drifted:
        return fails(
            said("standard.mend_drift"), f"{PANEL}/papers", edition, said("standard.drifted")
        )
    return holds(edition)
