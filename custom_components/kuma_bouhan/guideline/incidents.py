"""Incidents: footage that leaked, was lost, damaged or altered: 運用基準例 3(3)ア, 4 (漏えい、滅失、き損、改ざんの防止).

noted ──followed (as often as needed)──▶ noted ──closed──▶ closed
"""

from datetime import timedelta
from enum import StrEnum

FIRST_REPORT = timedelta(days=5 - 1)
"""From learning of it to when a first report to the Personal Information Protection Commission would be due, if one is:
within 3 to 5 days (個人情報保護法 26 条, 施行規則 8 条). Whether one is, this software does not say.

The day of learning is the first, and every day of the week counts (個人情報保護委員会ガイドライン通則編 3-5-3-4).
"""
FULL_REPORT = timedelta(days=30 - 1)
"""From learning of it to when the full report would be: within 30 days, counted alike."""


class IncidentKind(StrEnum):
    """What happened to footage."""

    LEAK = "leak"
    """漏えい."""
    LOSS = "loss"
    """滅失."""
    DAMAGE = "damage"
    """き損."""
    ALTERATION = "alteration"
    """改ざん."""


class Informed(StrEnum):
    """Who was told."""

    SITE_OWNER = "site_owner"
    PERSONS = "persons"
    """The people in the footage."""
    POLICE = "police"
    COMMISSION = "commission"
    """個人情報保護委員会."""
    OTHERS = "others"
