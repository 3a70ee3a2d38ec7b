"""The book tells the whole past: 運用基準例 4, 滅失、き損、改ざんの防止."""

from ...guideline.self_check import Finding, fails, holds, said
from ...records.book import BookState
from ..check_facts import Facts, counted

ID = "book"
ARTICLE = "運用基準例 4"
ALSO = ("4(4)エ",)


def check(facts: Facts) -> Finding:
    """Ask whether it is not damaged, and goes on from every head that is known of it."""
    damaged = (said("book.damaged"),) if facts.book is BookState.DAMAGED else ()
    evidence = (*damaged, *counted("book.disputed", facts.book_disputed))
    if evidence:
        return fails(said("book.mend"), "/config/repairs", *evidence)
    return holds(said("book.acts", count=facts.registers.entries))
