"""Whatever happened to footage is followed to its end: 運用基準例 4, 漏えい、滅失、き損、改ざん."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "incidents"
ARTICLE = "運用基準例 4"
ALSO = ("運用基準例 3(3)ア",)


def check(facts: Facts) -> Finding:
    """Ask whether each was followed within days, and closed within a month of its becoming known."""
    known = facts.registers.incidents.by_number.values()
    if not known:
        return apart()
    still = [one for one in known if one.closed is None]
    late = sum(one.is_overdue(facts.now) for one in still)
    evidence = (
        said("incidents.all", count=len(known), open=len(still)),
        *counted("incidents.late", late),
    )
    if late:
        return fails(said("incidents.mend"), f"{PANEL}/duties/incidents", *evidence)
    return holds(*evidence)
