"""How papers say a person, an amount, a ground, a piece of footage."""

from collections.abc import Iterable, Sequence
from itertools import chain
import re

from ..guideline.grounds import Ground
from ..guideline.recording import Hours
from .dates import clock_time, in_both_eras, minute, span, stacked
from .facts import Act, Asked, Decision, Kept, Person, Proof
from .sheet import Block, Code, Row, Rows, Table, Text
from .words import Words

_UNITS = ("B", "kB", "MB", "GB", "TB")
_AND_SO_ON = re.compile(r"(?:[、,\s]*(?:など|等|ほか|その他|etc|and so on)(?:の犯罪)?)+$")


def person(words: Words, who: Person) -> str:
    """Return title and name, as forms ask for them (職・氏名)."""
    between = "　" if words.language == "ja" else ", "
    return between.join(filter(None, (who.title, who.name))) or words("blank.nobody")


def inside(text: str) -> str:
    """Return what somebody wrote as it stands inside a sentence of ours, which has a full stop of its own."""
    return text.strip().rstrip("。．. ")


def examples(text: str) -> str:
    """Return crimes that somebody named as they stand before an “and so on” (など) of ours."""
    return _AND_SO_ON.sub("", inside(text))


def in_office(words: Words, who: Person) -> str:
    """Return a person with the offices they held."""
    if not who.roles:
        return person(words, who)
    roles = words.joined(*(words(f"role.{role}") for role in who.roles))
    return words("person.with_roles", person=person(words, who), roles=roles)


def act(words: Words, what: Act) -> str:
    """Return when something was done, and by whom."""
    when = minute(what.at, words.language)
    return words("person.at", moment=when, person=in_office(words, what.by))


def hours(words: Words, what: Hours | None) -> str:
    """Return 撮影時間: when a camera records, and on which days where not on all."""
    if what is None or (what.start == what.end and len(what.weekdays) == 7):
        return words("hours.always")
    every = len(what.weekdays) == 7
    days = "" if every else words("hours.days", days=weekdays(words, what.weekdays))
    if what.start == what.end:
        return words("hours.whole_days", days=days)
    key = "hours.within" if what.start < what.end else "hours.over_midnight"
    start, end = (clock_time(at, words.language) for at in (what.start, what.end))
    return words(key, start=start, end=end, days=days)


def long(words: Words, days: int) -> str:
    """Return for how many days something is kept."""
    return words("long.day" if days == 1 else "long.days", days=days)


def weekdays(words: Words, days: Iterable[int]) -> str:
    """Return days of the week, Monday = 0; of three or more in a row the first and the last."""
    rows: list[list[str]] = []
    before = None
    for day in sorted(days):
        if before is None or day != before + 1:
            rows.append([])
        rows[-1].append(words(f"weekday.{day}"))
        before = day
    told = [
        [words("weekday.row", first=row[0], last=row[-1])] if len(row) > 2 else row for row in rows
    ]
    return words.joined(*chain(*told))


def size(amount: int) -> str:
    """Return an amount of data in the unit that suits it."""
    unit, number = 0, float(amount)
    while number >= 999.5 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit >= 3 else f"{number:.0f} {_UNITS[unit]}"


def ground(words: Words, what: Ground | None) -> str:
    """Return a ground in the guideline's words, and where they stand."""
    if what is None:
        return words("annex.no_ground")
    return words(f"ground.{what}")


def left_open(words: Words, text: str) -> str:
    """Return a text of the standard with what nothing settles marked as a blank, which the text itself has plain."""
    return text.replace(words("standard.not_settled"), words("blank.open"))


def or_erased(words: Words, text: str, erased: bool) -> str:
    """Return a text that was personal, or that it is no more."""
    return words("blank.erased") if erased else text


def reason_or(words: Words, text: str, erased: bool) -> str:
    """Return a reason that may have been left out."""
    return text or words("blank.erased" if erased else "blank.none")


def asked(words: Words, what: Asked) -> str:
    """Return which footage was asked for."""
    places = words.joined(*what.places)
    return words(
        "form_2.footage",
        places=places,
        span=span(what.start, what.end, words.language),
    )


def kept_lines(words: Words, kept: Iterable[Kept]) -> list[str]:
    """Return what is kept, a line for each stretch of a camera."""
    return [
        words("footage.line", place=one.place, span=stacked(one.start, one.end, words.language))
        for one in kept
    ]


def kept_table(words: Words, kept: Sequence[Kept]) -> list[Block]:
    """Return a table of the true bounds, and why they are not what was asked for."""
    lines = [
        (
            one.place,
            stacked(one.start, one.end, words.language),
            in_both_eras(one.original_end, words.language),
            size(one.bytes),
        )
        for one in kept
    ]
    titles = [words(f"footage.{name}") for name in ("camera", "true", "original", "size")]
    return [
        Table(titles, (22, 34, 31, 13), lines, words("footage.none")),
        Text((words("footage.explain"),), small=True),
    ]


def hands(words: Words, decision: Decision) -> Row:
    """Say whether one person asked and decided."""
    who = "one_person" if decision.one_person else "two_persons"
    return Row(words("annex.hands"), words(f"annex.{who}"))


def proof(words: Words, what: Proof, caption: str) -> list[Block]:
    """Return what shows that the paper rests on what stands in the book."""
    rows = [
        Row(words("annex.act"), words("annex.act_text", act=what.act)),
        Row(words("annex.leaf"), what.leaf, mono=True),
        Row(
            words("annex.included"),
            words("annex.included_yes" if what.included else "annex.included_no"),
        ),
        Row(words("annex.signed"), words(f"signed.{what.signed}")),
    ]
    if what.signer:
        rows.append(Row(words("annex.signer"), what.signer, mono=True))
    rows.append(Row(words("annex.host"), what.host, mono=True))
    return [
        Rows(rows, caption),
        Code(words("annex.checkpoint"), what.checkpoint),
        Text((words("annex.limits"),), small=True),
    ]


def decided_by_hand(words: Words, what: str, decision: Decision | None, result: str) -> Rows:
    """Return where a decision stands on a request; to be filled in by hand while there is none."""
    caption = words("request.decision")
    titles = [words(f"request.{name}") for name in ("result", "day", "decider")]
    texts = (words(f"request.result_{what}"), words("blank.day"), "")
    if decision is not None:
        at = minute(decision.act.at, words.language)
        texts = (result, at, in_office(words, decision.act.by))
    elif result:
        texts = (result, "", "")
    return Rows([Row(*row) for row in zip(titles, texts, strict=True)], caption, by_hand=True)
