"""The acts about the operating standard: 4(1), 別紙. Its text names people and places, and is personal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from ..guideline.standard import Adoption
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausesWritten(RecordedAct):
    """What the site adds to articles (随時追加変更), all of it anew; by article number."""

    kind: ClassVar[str] = "clauses_written"

    articles: tuple[int, ...]
    clauses: dict[str, str] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardAdopted(RecordedAct):
    """The standard was adopted as it was then. `digest` (hex, SHA-256) is of `text`; `edition` counts from 1.

    `settled` is the same of what was settled, whatever words it is put in: another version may word it otherwise.
    """

    kind: ClassVar[str] = "standard_adopted"

    edition: int
    adoption: Adoption
    on: datetime
    digest: str
    settled: str = ""
    text: dict[str, Any] = personal({})
    remarks: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfChecked(RecordedAct):
    """Somebody went through the self-check: so many articles held, did not hold, did not apply."""

    kind: ClassVar[str] = "self_checked"

    holds: int
    fails: int
    apart: int


ABOUT_STANDARD = (ClausesWritten, StandardAdopted, SelfChecked)
