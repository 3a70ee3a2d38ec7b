"""The clause for a contract with a contractor on paper, an example to be signed or taken over: 4(6)."""

from .clause import Clause
from .sheet import Line, Row, Section, Sections, Sheet, Signing, Text
from .words import Words


def contract_clause(words: Words, clause: Clause, owner: str, company: str) -> Sheet:
    """Return the clause, with room for both to sign."""
    sections = [Section(one.head, [Line(one.text)]) for one in clause.articles]
    return Sheet(
        title=clause.title,
        blocks=(
            Text((clause.note,), small=True),
            Text((clause.parties,)),
            Sections(sections),
            Signing(
                (
                    Row(words("clause_paper.day"), words("blank.day")),
                    Row(words("clause_paper.owner"), owner),
                    Row(words("clause_paper.company"), company),
                ),
                words("clause_paper.signed"),
            ),
        ),
        close=True,
    )
