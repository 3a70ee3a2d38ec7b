"""Assessments as they stand: which edition of a camera's answers holds, and when they were last gone through, 4(1)."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from .assessment import AssessmentReviewed, CameraAssessed
from .entry import Entry


@dataclass(frozen=True, slots=True)
class Assessed:
    """The answers that hold for a camera stand in the act `seq`."""

    seq: int
    edition: int
    reviewed: datetime
    by: str
    """Who answered, or went through them last."""


@dataclass(slots=True)
class Assessments:
    """What the book says of assessments."""

    by_camera: dict[str, Assessed] = field(default_factory=dict)

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        by = entry.actor.user_id or ""
        match entry.act:
            case CameraAssessed() as act:
                self.by_camera[act.camera] = Assessed(entry.seq, act.edition, entry.at, by)
            case AssessmentReviewed() as act if known := self.by_camera.get(act.camera):
                self.by_camera[act.camera] = replace(known, reviewed=entry.at, by=by)
