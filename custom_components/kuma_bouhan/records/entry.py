"""An act as it stands in the book: which one, when, by whom, and how far it had come.

    ORDERED ──effect took place──▶ DONE
       └─────it did not──────────▶ FAILED        NOTED stands by itself

Only DONE and NOTED count; an ORDERED act without an answer is pending and is finished, or
failed, at the next start.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..guideline.people import Actor
from .acts import RecordedAct


class Phase(StrEnum):
    """How far an act had come when it was entered."""

    ORDERED = "ordered"
    DONE = "done"
    FAILED = "failed"
    NOTED = "noted"
    """A fact without an effect of ours: a refusal, a gap, the hourly routine, a finding."""

    @property
    def counts(self) -> bool:
        """Say whether registers and papers count the act."""
        return self is Phase.DONE or self is Phase.NOTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act in the book.

    `seq` counts from 0 without a hole. `at` is UTC, `local` the same moment on the site's wall
    (ISO 8601 with offset). `order` is the `seq` of the ORDERED entry that this one answers.
    `erased` says that the personal part has been overwritten: those fields of `act` are blank.
    `signature` is the signer's public key (32 bytes) and the signature (64); empty for an unsigned act.
    """

    seq: int
    at: datetime
    local: str
    actor: Actor
    phase: Phase
    order: int | None
    act: RecordedAct
    erased: bool = False
    signature: bytes = b""
