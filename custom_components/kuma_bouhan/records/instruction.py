"""The acts of instruction: 運用基準例 3(3)イ. `number` counts instructions from 1."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.instruction import Topic
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructed(RecordedAct):
    """Users were taught these topics at `held`; the entry's actor taught."""

    kind: ClassVar[str] = "instructed"

    number: int
    users: tuple[str, ...]
    topics: tuple[Topic, ...]
    held: datetime
    text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionAcknowledged(RecordedAct):
    """The entry's actor says that they were taught."""

    kind: ClassVar[str] = "instruction_acknowledged"

    number: int


ABOUT_INSTRUCTION = (Instructed, InstructionAcknowledged)
