"""The operating standard (運用基準, 別紙): its eight articles, and how it is adopted: 4(1)."""

from enum import StrEnum

ARTICLES = tuple(range(1, 9))
"""Of the guideline's example."""
LONGEST_CLAUSE = 4000
"""Letters of what a site adds to one article."""


class Adoption(StrEnum):
    """By whom the standard was adopted."""

    SITE_OWNER = "site_owner"
    GENERAL_MEETING = "general_meeting"
    """総会."""
    BOARD = "board"
    """理事会."""
    OTHER = "other"
