"""It is written who the manager is by title: 運用基準例 3(2), 職名."""

from ...guideline.people import Role
from ...guideline.self_check import INTEGRATION, Finding, fails, holds, said
from ..check_facts import Facts

ID = "manager_title"
ARTICLE = "運用基準例 3(2)"


def check(facts: Facts) -> Finding:
    """Ask whether the standard names a title, or the appointment does."""
    titles = [one.title for one in facts.registers.holders(Role.MANAGER, facts.now)]
    if any(title.strip() for title in (facts.settings.manager_title, *titles)):
        return holds()
    return fails(said("manager_title.mend"), INTEGRATION)
