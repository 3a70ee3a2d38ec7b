"""Somebody looked where else each camera keeps its pictures: 4(4)イ, ウ."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.things import COPIES_LOOK_EVERY
from ..check_facts import Facts

ID = "looked_for_copies"
ARTICLE = "4(4)イ"


def check(facts: Facts) -> Finding:
    """Ask whether it was looked into within the year: card, recorder, the maker's cloud."""
    if not facts.cameras:
        return apart()
    looked = facts.registers.things.copies_looked
    if unknown := [
        one for one in facts.cameras if facts.is_old(looked.get(one), COPIES_LOOK_EVERY)
    ]:
        evidence = facts.at("looked_for_copies.unknown", unknown)
        return fails(said("looked_for_copies.mend"), f"{PANEL}/duties/things", *evidence)
    return holds()
