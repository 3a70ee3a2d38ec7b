"""The three grounds: 4(4)ア, 運用基準例 5(1).

Beyond its purpose footage is used, and to others it is given, on one of these and on nothing else.
"""

from enum import StrEnum


class Ground(StrEnum):
    """Why footage may be used beyond its purpose, or given to somebody else."""

    LAW = "law"
    """(ア) 法令に基づく場合."""
    EMERGENCY = "emergency"
    """(イ) 個人の生命、身体又は財産の保護のため、緊急やむを得ないと認められる場合."""
    INVESTIGATION = "investigation"
    """(ウ) 捜査機関等から犯罪・事故の捜査等の目的による要請を受けた場合."""
