"""Whoever was taught says so themselves: 運用基準例 3(3)イ, 指導、監督."""

from datetime import timedelta

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "acknowledgement"
ARTICLE = "運用基準例 3(3)イ"

WITHIN = timedelta(days=14)
"""After being taught."""


def check(facts: Facts) -> Finding:
    """Ask whether nobody who is in office still owes their word for longer than two weeks."""
    given = facts.registers.instructions.by_number.values()
    if not given:
        return apart()
    late = sum(
        user in facts.people and user not in one.acknowledged and one.held + WITHIN <= facts.now
        for one in given
        for user in one.users
    )
    if late:
        return fails(
            said("acknowledgement.mend"),
            f"{PANEL}/duties/instruction",
            said("acknowledgement.late", count=late),
        )
    return holds()
