"""Operators look at the media: 運用体制の概要図, 記録媒体."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ...guideline.things import Inspection
from ..check_facts import YEAR, Facts

ID = "inspection_media"
ARTICLE = "運用体制の概要図"


def check(facts: Facts) -> Finding:
    """Ask whether it was done in time, and all was well."""
    last = facts.registers.things.inspected.get(Inspection.MEDIA)
    if last is None:
        return fails(said("inspection_media.mend"), f"{PANEL}/duties/inspections")
    at, fine = last
    wrong = () if fine else (said("inspection_media.wrong"),)
    evidence = (said("inspection_media.last", on=at), *wrong)
    if wrong or facts.is_old(at, YEAR):
        return fails(said("inspection_media.mend"), f"{PANEL}/duties/inspections", *evidence)
    return holds(*evidence)
