"""It is written what the cameras are for, and which crimes they are to prevent: 運用基準例 1."""

from ...guideline.self_check import INTEGRATION, Finding, fails, holds, said
from ..check_facts import Facts

ID = "purpose"
ARTICLE = "運用基準例 1"
ALSO = ("4(1)",)


def check(facts: Facts) -> Finding:
    """Ask whether facility, purpose and crimes are filled in."""
    settings = facts.settings
    asked = {
        "facility": settings.facility,
        "purpose": settings.purpose,
        "crimes": settings.crimes,
    }
    empty = [said(f"purpose.no_{name}") for name, text in asked.items() if not text.strip()]
    if empty:
        return fails(said("purpose.mend"), INTEGRATION, *empty)
    return holds()
