"""苦情等対応要領: how complaints and inquiries are answered, by whom, by when, and what is explained: 4(5), 運用基準例 7."""

from collections.abc import Sequence
from dataclasses import dataclass

from .explanation import Watching, elsewhere
from .facts import Person
from .phrases import hours, inside, long, person
from .sheet import Line, Row, Rows, Section, Sections, Sheet, Text
from .standard import Settled
from .words import Words

STEPS = 6
"""From receipt to looking back."""
POINTS = 6
"""What the guideline has explained, and what follows from the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Who answers, and what can be explained. `adopted` says whether an operating standard was, 4(1)."""

    settled: Settled
    manager: Person | None
    officers: Sequence[Person]
    adopted: bool
    cameras: Sequence[Watching]


def complaint_procedure(words: Words, facts: Procedure) -> Sheet:
    """Return the procedure."""
    settled = facts.settled
    officers = "\n".join(person(words, one) for one in facts.officers)
    manager = person(words, facts.manager) if facts.manager else words("chart.nobody")
    rows = [
        Row(words("procedure.manager"), manager),
        Row(words("procedure.officers"), officers or words("procedure.by_manager")),
        Row(words("procedure.contact"), settled.contact or words("blank.open")),
        Row(words("procedure.times"), words("procedure.times_text", **_times(settled))),
    ]
    steps = [
        Line(words(f"procedure.step_{number}", **_times(settled)), f"{number}")
        for number in range(1, STEPS + 1)
    ]
    ranges = [
        Line(
            words(
                "procedure.range",
                place=one.place,
                view=inside(one.view) or words("blank.open"),
                hours=hours(words, one.hours),
                days=long(words, one.days),
                sound=words("procedure.with_sound") if one.audio else "",
                elsewhere="".join(
                    elsewhere(words, "procedure", one.place, copy) for copy in one.elsewhere
                ),
            ),
            "・",
        )
        for one in facts.cameras
    ]
    points = [
        Line(words(f"procedure.point_{number}", **_points(words, facts)), "・")
        for number in range(1, POINTS + 1)
    ]
    return Sheet(
        title=words("procedure.title"),
        blocks=(
            Text((words("procedure.lead"),)),
            Rows(rows),
            Sections(
                (
                    Section(words("procedure.steps"), steps),
                    Section(words("procedure.points"), points),
                    Section(words("procedure.ranges"), ranges),
                    Section(
                        words("procedure.asks"),
                        [Line(words(f"procedure.asks_{n}"), "・") for n in (1, 2, 3)],
                    ),
                ),
            ),
        ),
        close=True,
    )


def _times(settled: Settled) -> dict[str, object]:
    return {"answer": settled.answer_days, "closing": settled.closing_days}


def _points(words: Words, facts: Procedure) -> dict[str, object]:
    """Return what is so of what is explained: nothing is said to have been done that was not."""
    settled, missing = facts.settled, words("blank.open")
    done = {"adopted": facts.adopted, "managed": facts.manager is not None}
    assessed = facts.cameras and all(one.range_kept for one in facts.cameras)
    return {
        "rules": "".join(words(f"procedure.{name}") for name, is_so in done.items() if is_so),
        "range": words("procedure.assessed" if assessed else "procedure.not_assessed"),
        "purpose": inside(settled.purpose) or missing,
        "crimes": inside(settled.crimes) or missing,
        "days": long(words, settled.days),
        "approver": words(f"standard.role.{settled.approver}"),
    }
