"""Somebody saw that it stands there, locked: 4(4)ウ, 厳重な保管."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.things import CHECK_EVERY
from ..check_facts import Facts, counted

ID = "custody_checked"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether every thing was noted or looked at within the year, and all was well with it."""
    things = facts.registers.things.by_id.values()
    if not things:
        return apart()
    old = sum(facts.is_old(one.seen, CHECK_EVERY) for one in things)
    wrong = sum(not one.fine for one in things)
    looks = [one.checked for one in things if one.checked is not None]
    evidence = (
        *([said("custody_checked.oldest", on=min(looks))] if looks else []),
        *counted("custody_checked.unchecked", len(things) - len(looks)),
        *counted("custody_checked.old", old),
        *counted("custody_checked.wrong", wrong),
    )
    if old or wrong:
        return fails(said("custody_checked.mend"), f"{PANEL}/duties/things", *evidence)
    return holds(*evidence)
