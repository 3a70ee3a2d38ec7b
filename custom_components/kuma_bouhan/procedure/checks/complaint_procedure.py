"""It is settled how complaints are answered: 4(5), 苦情等に対する対応要領."""

from ...guideline.self_check import INTEGRATION, Finding, fails, holds, said
from ..check_facts import Facts

ID = "complaint_procedure"
ARTICLE = "4(5)"
ALSO = ("運用基準例 7",)


def check(facts: Facts) -> Finding:
    """Ask whether people can reach somebody, and there are days by which they have an answer."""
    settings = facts.settings
    days = said(
        "complaint_procedure.days", answer=settings.answer_days, closing=settings.closing_days
    )
    if not settings.contact.strip():
        return fails(
            said("complaint_procedure.mend"),
            INTEGRATION,
            said("complaint_procedure.no_contact"),
            days,
        )
    return holds(days)
