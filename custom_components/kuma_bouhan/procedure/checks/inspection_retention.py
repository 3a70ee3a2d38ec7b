"""Operators look at what is kept: 運用体制の概要図, 画像データの保存状況の点検."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ...guideline.things import INSPECTION_EVERY, Inspection
from ..check_facts import YEAR, Facts

ID = "inspection_retention"
ARTICLE = "運用体制の概要図"


def check(facts: Facts) -> Finding:
    """Ask whether it was done in time, and all was well."""
    last = facts.registers.things.inspected.get(Inspection.RETENTION)
    if last is None:
        return fails(said("inspection_retention.mend"), f"{PANEL}/duties/inspections")
    at, fine = last
    wrong = () if fine else (said("inspection_retention.wrong"),)
    evidence = (said("inspection_retention.last", on=at), *wrong)
    if wrong or facts.is_old(at, YEAR if facts.at_home else INSPECTION_EVERY):
        return fails(said("inspection_retention.mend"), f"{PANEL}/duties/inspections", *evidence)
    return holds(*evidence)
