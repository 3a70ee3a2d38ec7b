"""The operating standard on paper: the text there is, or an edition as it was adopted: 4(1), 別紙."""

from dataclasses import dataclass
from datetime import datetime

from ..guideline.standard import Adoption
from .dates import in_both_eras
from .facts import Person
from .phrases import left_open, person
from .sheet import Block, Line, Row, Rows, Section, Sections, Sheet, Signing, Text
from .standard import Article, Standard
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """That a text was adopted: when, and by whom it was entered."""

    edition: int
    adoption: Adoption
    on: datetime
    by: Person
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is printed. `edition` None: it is a draft; `last` is then the edition it departs from, if any."""

    text: Standard
    digest: str
    edition: Edition | None = None
    last: int | None = None
    lang: str = ""
    """The language of the text, where it is another than the sheet's."""
    erased: bool = False


def operating_standard(words: Words, facts: Printed) -> Sheet:
    """Return the standard, with how it came into force, or room for that."""
    edition = facts.edition
    written = Words(facts.lang) if facts.lang else words
    sections = Sections([_section(written, one) for one in facts.text.articles], facts.lang)
    blocks: list[Block] = [sections]
    if facts.erased:
        blocks = [Text((words("blank.erased"),))]
    if edition is None:
        note = words("standard.paper.draft_note")
        if facts.last is not None:
            note = words("standard.paper.changed_note", edition=facts.last)
        names = ("on", "owner")
        blocks += [
            Text((note,), small=True),
            Signing([Row(words(f"standard.paper.{name}")) for name in names]),
        ]
    else:
        blocks.append(Rows(_adopted(words, edition), words("standard.paper.adopted")))
    blocks.append(Text((words("standard.paper.digest", digest=facts.digest),), small=True))
    return Sheet(
        title=facts.text.title or words("standard.paper.untitled"),
        draft=words("standard.paper.draft") if edition is None else "",
        number=words("standard.paper.edition", edition=edition.edition) if edition else "",
        blocks=blocks,
        lang=facts.lang,
    )


def _section(words: Words, article: Article) -> Section:
    """Return an article. What nothing settles is marked here and not in the text: that one is compared with its digest."""
    lines = [Line(left_open(words, one.text), one.label, one.depth) for one in article.paragraphs]
    lines += [Line(text, added=True) for text in article.clause.splitlines() if text.strip()]
    return Section(f"{article.number}　{article.title}", lines)


def _adopted(words: Words, edition: Edition) -> list[Row]:
    rows = [
        Row(words("standard.paper.on"), in_both_eras(edition.on.date(), words.language)),
        Row(words("standard.paper.how"), words(f"adoption.{edition.adoption}")),
        Row(words("standard.paper.by"), person(words, edition.by)),
    ]
    if edition.remarks:
        rows.append(Row(words("standard.paper.remarks"), edition.remarks))
    return rows
