"""The clause that is offered for a contract with a contractor: 4(6), この指針及び運用基準の遵守を委託契約の条件にする.

An example for whoever writes the contract, and said to be one; never legal advice.
"""

from dataclasses import dataclass

from .words import Words

ARTICLES = (
    "standard",
    "people",
    "purpose",
    "secrecy",
    "taking_out",
    "safety",
    "subcontract",
    "incident",
    "inspection",
    "end",
    "breach",
)
"""What it says, in this order (`clause.article.*`)."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its number and title (第1条（…）), and its text."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """The whole clause; `note` says that it is an example and is no part of it."""

    title: str
    note: str
    parties: str
    articles: tuple[Article, ...]

    @property
    def text(self) -> str:
        """Return it as plain text, to be copied into a contract; the note stands before it."""
        articles = (f"{one.head}\n{one.text}" for one in self.articles)
        return "\n\n".join([self.note, self.title, self.parties, *articles])


def clause(language: str, owner: str) -> Clause:
    """Return the clause in a language; `owner` is who gives the work, empty where that is not said. Blocking the first time."""
    words = Words(language)
    return Clause(
        title=words("clause.title"),
        note=words("clause.note"),
        parties=words("clause.parties", owner=owner or words("clause.owner")),
        articles=tuple(
            Article(
                head=words(
                    "clause.head", number=number, title=words(f"clause.article.{name}.title")
                ),
                text=words(f"clause.article.{name}.text"),
            )
            for number, name in enumerate(ARTICLES, 1)
        ),
    )
