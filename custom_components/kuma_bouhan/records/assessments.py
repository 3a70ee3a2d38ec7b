"""Assessments as they stand: which edition of a camera's answers holds, and when they were last gone through, 4(1)."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from .acts import CameraChanged
from .assessment import AssessmentReviewed, CameraAssessed
from .entry import Entry

THOUGHT_OVER = frozenset({"view", "hours", "place", "source", "audio"})
"""Settings of a camera that its answers speak of."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Answers that stand in the act `seq`."""

    seq: int
    edition: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """The answers that hold for a camera stand in the act `seq`."""

    seq: int
    edition: int
    reviewed: datetime
    by: str
    """Who answered, or went through them last."""
    editions: tuple[Edition, ...] = ()
    """All there were, the one that holds last."""
    overtaken: datetime | None = None
    """Since when the camera sees something else, or at other hours, than what was answered for or gone through."""


@dataclass(slots=True)
class Assessments:
    """What the book says of assessments."""

    by_camera: dict[str, Assessed] = field(default_factory=dict)

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        by = entry.actor.user_id or ""
        match entry.act:
            case CameraAssessed() as act:
                known = self.by_camera.get(act.camera)
                self.by_camera[act.camera] = Assessed(
                    entry.seq,
                    act.edition,
                    entry.at,
                    by,
                    editions=(
                        *(known.editions if known else ()),
                        Edition(entry.seq, act.edition, entry.at, by),
                    ),
                )
            case AssessmentReviewed() as act if known := self.by_camera.get(act.camera):
                self.by_camera[act.camera] = replace(
                    known, reviewed=entry.at, by=by, overtaken=None
                )
            case CameraChanged() as act if known := self.by_camera.get(act.camera):
                if known.overtaken is None and THOUGHT_OVER & set(act.fields):
                    self.by_camera[act.camera] = replace(known, overtaken=entry.at)
