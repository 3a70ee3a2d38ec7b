"""運用体制の概要図: who holds which office, drawn as the guideline draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..guideline.people import Role
from .dates import in_both_eras
from .facts import Person
from .phrases import person
from .sheet import Block, Box, Chart, Sheet, Text
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in an office; `until` is its last day, where it has one."""

    who: Person
    contractor: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who holds which office. `owner` is the body that puts the cameras up, where it is one."""

    owner: str
    held: Mapping[Role, Sequence[Member]] = field(default_factory=dict)
    several: Sequence[str] = ()
    """Names of people who hold more than one of the first three offices."""


_TASKS: Mapping[Role, int] = {
    Role.SITE_OWNER: 1,
    Role.MANAGER: 4,
    Role.OPERATOR: 5,
    Role.STAFF: 1,
    Role.COMPLAINT_OFFICER: 1,
}
"""How many tasks the guideline gives each office."""


def organisation_chart(words: Words, facts: Organisation) -> Sheet:
    """Return the chart."""
    officers = facts.held.get(Role.COMPLAINT_OFFICER)
    chart = Chart(
        heads=[_box(words, facts, role) for role in (Role.SITE_OWNER, Role.MANAGER)],
        beside=_box(words, facts, Role.COMPLAINT_OFFICER) if officers else None,
        below=[_box(words, facts, role) for role in (Role.OPERATOR, Role.STAFF)],
        arrow=words("chart.instructs"),
        notes_title=words("chart.notes"),
        notes=[words(f"chart.note_{number}") for number in (1, 2, 3)],
    )
    blocks: list[Block] = [chart]
    if facts.several:
        names = words.joined(*facts.several)
        blocks.append(Text((words("chart.several", names=names),), small=True))
    return Sheet(title=words("chart.title"), blocks=blocks, close=True)


def _box(words: Words, facts: Organisation, role: Role) -> Box:
    people = [_member(words, one) for one in facts.held.get(role, ())]
    if role is Role.MANAGER:
        people += [
            words("chart.deputy", person=_member(words, one))
            for one in facts.held.get(Role.DEPUTY, ())
        ]
    if role is Role.SITE_OWNER and facts.owner:
        people = [facts.owner, *(words("chart.acts_for", person=one) for one in people)]
    tasks = [words(f"chart.{role}_{number}") for number in range(1, _TASKS[role] + 1)]
    return Box(words(f"chart.{role}"), people or [words("chart.nobody")], tasks)


def _member(words: Words, one: Member) -> str:
    said = person(words, one.who)
    if one.contractor:
        said = words("chart.contractor", person=said)
    if one.until is not None:
        said = words("chart.until", person=said, day=in_both_eras(one.until, words.language))
    return said
