"""Media that are thrown away were made unreadable: 運用基準例 4(3), 破砕のうえ、廃棄."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "disposal"
ARTICLE = "運用基準例 4(3)"
ALSO = ("4(4)エ", "運用体制の概要図")


def check(facts: Facts) -> Finding:
    """Ask whether each is told by its serial number, and somebody saw it."""
    disposed = len(facts.registers.things.disposals)
    if not disposed:
        return apart()
    bare = counted("disposal.unproven", facts.read.disposals_unproven)
    evidence = (said("disposal.count", count=disposed), *bare)
    if bare:
        return fails(said("disposal.mend"), f"{PANEL}/duties/things", *evidence)
    return holds(*evidence)
