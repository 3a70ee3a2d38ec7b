"""No backup holds footage: 4(4)ウ, 保管; 4(4)エ, 確実に消去."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "backups"
ARTICLE = "4(4)ウ"
ALSO = ("4(4)エ",)


def check(facts: Facts) -> Finding:
    """Ask whether no backup of Home Assistant can copy the vault."""
    if facts.surroundings.in_backups:
        return fails(said("backups.mend"), "/config/backup/overview")
    return holds()
