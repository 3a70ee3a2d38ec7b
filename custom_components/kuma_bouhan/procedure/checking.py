"""The self-check: every duty of the guideline, looked at by a module of its own in `checks`, found by itself.

A check has `ID` (its words stand below `check.<ID>`), `ARTICLE` (of the guideline; `ALSO`: others that it looks at), and `check`.
Nobody keeps a list of them: a new module is a new line of the self-check.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules

from ..guideline import articles
from ..guideline.duties import Duty, DutyKind
from ..guideline.people import Act, Actor
from ..guideline.self_check import EVERY, Checked, CheckState, Finding, Report
from ..guideline.surroundings import Surroundings
from ..records.standard import SelfChecked
from . import checks
from .check_facts import Facts, gather
from .desk import Desk
from .standard import founded

FIRST = timedelta(days=30)
"""After its founding a site's self-check is gone through for the first time within this."""


@dataclass(frozen=True, slots=True)
class Check:
    """One duty, and how it is looked at."""

    id: str
    article: str
    also: tuple[str, ...]
    look: Callable[[Facts], Finding]

    @property
    def place(self) -> tuple[int, str, str]:
        """Return where it stands in the report: as the guideline goes."""
        return (*articles.place(self.article), self.id)


def _found() -> Iterator[Check]:
    for found in iter_modules(checks.__path__):
        module = import_module(f"{checks.__name__}.{found.name}")
        yield Check(module.ID, module.ARTICLE, getattr(module, "ALSO", ()), module.check)


CHECKS: tuple[Check, ...] = tuple(sorted(_found(), key=lambda check: check.place))
"""Every duty that is looked at, in the order of the guideline."""


async def run_checks(desk: Desk, surroundings: Surroundings) -> Report:
    """Look at every duty now. Who may see what comes of it, the caller asks (`READ_SELF_CHECK`)."""
    return report(await gather(desk, surroundings))


def report(facts: Facts) -> Report:
    """Return what is found of every duty."""
    return Report(facts.now, tuple(Checked(one.id, one.article, one.look(facts)) for one in CHECKS))


async def went_through(desk: Desk, actor: Actor, seen: Report) -> None:
    """Enter that a person went through the self-check, and what it said then."""

    async def settle() -> SelfChecked:
        await desk.allow(Act.READ_SELF_CHECK, actor)
        return SelfChecked(
            holds=seen.holds,
            fails=seen.count(CheckState.FAILS),
            apart=seen.count(CheckState.APART),
        )

    await desk.decide(actor, settle)


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield that the self-check is gone through once a year."""
    registers = desk.registers
    last = registers.standards.checked
    begun = founded(desk)
    if last is not None:
        yield Duty(kind=DutyKind.SELF_CHECK, due=last + EVERY, act=Act.READ_SELF_CHECK)
    elif begun is not None:
        yield Duty(kind=DutyKind.SELF_CHECK, due=begun + FIRST, act=Act.READ_SELF_CHECK)
