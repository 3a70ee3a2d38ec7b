"""The acts about incidents: 漏えい、滅失、き損、改ざん, 運用基準例 3(3)ア, 4. `number` counts incidents from 1."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.incidents import IncidentKind, Informed
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentNoted(RecordedAct):
    """Something happened to footage; `learned` is when it became known."""

    kind: ClassVar[str] = "incident_noted"

    number: int
    what: IncidentKind
    cameras: tuple[str, ...]
    happened: datetime | None
    learned: datetime
    text: str = personal()
    measures: str = personal()
    """What was done at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFollowed(RecordedAct):
    """Somebody was told, or something more was done."""

    kind: ClassVar[str] = "incident_followed"

    number: int
    informed: tuple[Informed, ...]
    text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClosed(RecordedAct):
    """Nothing more is to be done; what keeps it from happening again."""

    kind: ClassVar[str] = "incident_closed"

    number: int
    prevention: str = personal()


ABOUT_INCIDENTS = (IncidentNoted, IncidentFollowed, IncidentClosed)
