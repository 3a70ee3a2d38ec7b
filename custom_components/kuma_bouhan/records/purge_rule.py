"""The acts about rules of early erasure: 4(4)エ. `rule` is an id (32 hex digits)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from .act import RecordedAct, bulk, personal


@dataclass(frozen=True, slots=True)
class ErasedStretch:
    """What went of one camera between two moments, its true bounds, in one piece or around what stayed."""

    camera: str
    start: datetime
    end: datetime
    chunks: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRuleSigned(RecordedAct):
    """The manager lets footage of these cameras, within these hours of the day, go early. Times are local, `HH:MM`."""

    kind: ClassVar[str] = "purge_rule_signed"

    rule: str
    cameras: tuple[str, ...]
    start: str
    end: str
    weekdays: tuple[int, ...]
    name: str = personal()
    reason_text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRuleEnded(RecordedAct):
    """A rule is no more."""

    kind: ClassVar[str] = "purge_rule_ended"

    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRuleRun(RecordedAct):
    """Footage went early under a rule: what was recorded from `since` on; counts are known once it is done."""

    kind: ClassVar[str] = "purge_rule_run"

    rule: str
    since: datetime | None
    until: datetime
    slots: tuple[str, ...] = ()
    chunks: int = 0
    bytes: int = 0
    left_out: int = 0
    """Chunks that are held or asked for, and stay."""
    stretches: Sequence[ErasedStretch] = bulk()


ABOUT_PURGE_RULES = (PurgeRuleSigned, PurgeRuleEnded, PurgeRuleRun)
