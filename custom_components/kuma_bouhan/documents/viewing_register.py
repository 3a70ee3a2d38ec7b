"""The viewing register (閲覧記録簿) of a span: who viewed which footage when and what for, and what was really played."""

from .dates import in_both_eras, minute, span, stacked
from .facts import Viewed, Viewings
from .phrases import ground, person
from .sheet import Block, Row, Rows, Sheet, Signing, Table, Text
from .words import Words

MOST_STRETCHES = 8
"""So many stretches that were played stand in a line; how many more there are is said."""


def viewing_register(words: Words, facts: Viewings) -> Sheet:
    """Return the register, oldest first, with room for who looks through it."""
    count = words("viewing_register.count_text", count=len(facts.viewed))
    names = ("number", "when", "viewer", "purpose", "footage", "played", "attendees")
    blocks: list[Block] = [
        Rows(
            (
                Row(
                    words("viewing_register.span"),
                    span(facts.start, facts.end, words.language),
                ),
                Row(words("viewing_register.count"), count),
            )
        ),
        Table(
            [words(f"viewing_register.{name}") for name in names],
            (5, 20, 12, 13, 20, 20, 10),
            [_line(words, one) for one in facts.viewed],
            words("viewing_register.none"),
        ),
        Text((words("viewing_register.explain"),), small=True),
        Signing(
            [Row(words(f"viewing_register.{name}")) for name in ("checked_day", "checked_by")],
            words("viewing_register.checked"),
        ),
    ]
    return Sheet(title=words("viewing_register.title"), blocks=blocks, landscape=True)


def _line(words: Words, one: Viewed) -> tuple[str, ...]:
    language = words.language
    why = words(f"viewing_end.{one.why}" if one.why else "viewing_register.no_end")
    if one.ended is None:
        when = words("viewing_register.open", began=minute(one.began, language), why=why)
    else:
        began, ended = (at.replace(second=0) for at in (one.began, one.ended))
        when = words("viewing_register.ended", span=stacked(began, ended, language), why=why)
    purpose = words(f"purpose.{one.purpose}")
    if one.ground is not None:
        purpose += "\n" + ground(words, one.ground)
    return (
        str(one.number),
        when,
        person(words, one.viewer),
        purpose,
        "\n".join((words.joined(*one.places), stacked(one.start, one.end, language))),
        _played(words, one),
        "\n".join(person(words, who) for who in one.attendees) or words("blank.none"),
    )


def _played(words: Words, one: Viewed) -> str:
    lines: list[str] = []
    said = None
    for part in one.played[:MOST_STRETCHES]:
        about = (part.place, part.start.date())
        if about != said:
            if len(one.places) > 1:
                lines.append(part.place)
            lines.append(in_both_eras(part.start.date(), words.language))
            said = about
        lines.append(f"{part.start:%H:%M:%S} – {part.end:%H:%M:%S}")
    if more := len(one.played) - MOST_STRETCHES:
        if more > 0:
            lines.append(words("viewing_register.and_more", count=more))
    return "\n".join(lines) or words("viewing_register.nothing_played")
