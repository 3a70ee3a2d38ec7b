"""消去記録書: what was erased of a camera and span, when, why, and that it was checked: 4(4)エ, 運用基準例 4(3).

It is about one vault. What lies in other recorders of the camera is beyond it, and is listed as a person says.
"""

from .dates import minute, moment, span, stacked
from .facts import Erased, Erasures, Left
from .phrases import person, size
from .sheet import Block, Row, Rows, Sheet, Signing, Table, Text
from .words import Words


def erasure_record(words: Words, facts: Erasures) -> Sheet:
    """Return the record."""
    left = [_left(words, one) for one in facts.left] or [words("erasure_record.left_none")]
    rows = (
        Row(words("erasure_record.camera"), facts.place),
        Row(words("erasure_record.span"), span(facts.start, facts.end, words.language)),
        Row(words("erasure_record.method"), words("erasure_record.method_text")),
        Row(words("erasure_record.check"), words("erasure_record.check_text")),
        Row(words("erasure_record.left"), "\n".join(left)),
        Row(words("erasure_record.others"), facts.others or words("erasure_record.others_none")),
    )
    names = ("footage", "when", "reason", "amount", "confirmed")
    blocks: list[Block] = [
        Rows(rows),
        Table(
            [words(f"erasure_record.{name}") for name in names],
            (62, 62, 35, 23, 18),
            [_line(words, one) for one in facts.erased],
            words("erasure_record.none"),
            caption=words("erasure_record.caption"),
        ),
        Text((words("erasure_record.limits"),), small=True),
        Signing(
            (Row(words("erasure_record.made_by"), person(words, facts.made_by)),),
        ),
    ]
    return Sheet(title=words("erasure_record.title"), blocks=blocks)


def _line(words: Words, one: Erased) -> tuple[str, ...]:
    language = words.language
    first, last = (at.replace(second=0) for at in (one.first, one.last))
    when = moment(first, language) if first == last else stacked(first, last, language)
    reason = [words(f"reason.{one.reason}")]
    if one.why:
        reason.append(words("erasure_record.why", why=one.why))
    if one.by is not None:
        reason.append(words("erasure_record.by", person=person(words, one.by)))
    return (
        stacked(one.start, one.end, language),
        when,
        "\n".join(reason),
        words("erasure_record.amount_text", files=one.files, size=size(one.bytes)),
        words("erasure_record.confirmed_yes" if one.confirmed else "erasure_record.confirmed_no"),
    )


def _left(words: Words, one: Left) -> str:
    stretch = span(one.start, one.end, words.language)
    if one.until is None:
        return words("erasure_record.left_open", span=stretch)
    until = minute(one.until, words.language)
    return words("erasure_record.left_line", span=stretch, until=until)
