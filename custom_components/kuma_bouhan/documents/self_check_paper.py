"""The self-check on paper, for the annual report or whoever asks; no name stands in it: 4(1)."""

from datetime import datetime, tzinfo

from ..guideline.self_check import CheckState, Report
from .dates import in_both_eras, minute
from .self_check import Line, lines
from .sheet import Block, Row, Rows, Sheet, Signing, Table, Text
from .words import Words


def self_check(words: Words, report: Report, last: datetime | None, zone: tzinfo) -> Sheet:
    """Return the report as a table, in the order of the guideline; `last`: when somebody last went through it."""
    counts = words(
        "check_paper.counts_text",
        holds=report.holds,
        all=report.all,
        fails=report.count(CheckState.FAILS),
        apart=report.count(CheckState.APART),
    )
    gone = in_both_eras(last.astimezone(zone).date(), words.language) if last else ""
    titles = [words(f"check_paper.{name}") for name in ("article", "title", "result", "why")]
    blocks: list[Block] = [
        Rows(
            (
                Row(words("check_paper.at"), minute(report.at.astimezone(zone), words.language)),
                Row(words("check_paper.counts"), counts),
                Row(words("check_paper.last"), gone or words("blank.none")),
            )
        ),
        Table(
            titles,
            (15, 25, 11, 49),
            [_line(words, one) for one in lines(words, report, zone)],
            words("blank.none"),
        ),
        Text((words("check_paper.explain"),), small=True),
        Signing(
            [Row(words(f"viewing_register.{name}")) for name in ("checked_day", "checked_by")],
            words("viewing_register.checked"),
        ),
    ]
    return Sheet(title=words("check_paper.heading"), blocks=blocks, close=True)


def _line(words: Words, one: Line) -> tuple[str, ...]:
    said = [one.why, *one.evidence]
    if one.mend:
        said.append(words("check_paper.mend", mend=one.mend))
    state = words(f"check_paper.state.{one.state}")
    return (one.article, one.title, state, "\n".join(said))
