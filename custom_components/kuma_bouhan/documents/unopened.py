"""What a window shows in place of a paper that it cannot open: why, and the way back to where papers are chosen."""

from .page import rendered
from .words import Words


def unopened(words: Words, why: str, panel: str) -> str:
    """Return a page of HTML that stands alone; `panel` is where its link leads. Blocking."""
    return rendered("unopened.html", language=words.language, words=words, why=why, panel=panel)
