"""Complaints are answered in time: 4(5), 適切かつ迅速な対応."""

from ...guideline.complaints import ComplaintState
from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "complaints"
ARTICLE = "4(5)"
ALSO = ("運用基準例 7", "運用体制の概要図")


def check(facts: Facts) -> Finding:
    """Ask whether none waits for its answer, or to be settled, for longer than the site says."""
    known = facts.registers.complaints.by_number.values()
    if not known:
        return apart()
    open_ones = [one for one in known if one.state is not ComplaintState.CLOSED]
    late = sum(
        one.closing_due <= facts.now
        or (one.state is ComplaintState.RECEIVED and one.answer_due <= facts.now)
        for one in open_ones
    )
    evidence = (
        said("complaints.all", count=len(known), open=len(open_ones)),
        *counted("complaints.late", late),
    )
    if late:
        return fails(said("complaints.mend"), f"{PANEL}/duties/complaints", *evidence)
    return holds(*evidence)
