"""What is due at a site, gathered from every theme: the one list behind to-do, calendar, Repairs, sensor and panel."""

from collections.abc import Callable, Iterator

from ..guideline.duties import Duty
from . import (
    checking,
    complaints,
    contracts,
    incidents,
    inspections,
    instruction,
    standard,
    taking_out,
    things,
)
from .desk import Desk

type Provider = Callable[[Desk], Iterator[Duty]]

PROVIDERS: tuple[Provider, ...] = (
    checking.duties,
    complaints.duties,
    contracts.duties,
    incidents.duties,
    inspections.duties,
    instruction.duties,
    standard.duties,
    taking_out.duties,
    things.duties,
)
"""Each theme's own duties: `duties` of its module."""


def duties(desk: Desk) -> tuple[Duty, ...]:
    """Return everything that is or will be due, what is due first first."""
    found = (duty for provider in PROVIDERS for duty in provider(desk))
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.id)))
