"""The acts of thinking a camera over: はじめに, 4(1). The answers are personal: they describe a place."""

from dataclasses import dataclass
from typing import Any, ClassVar

from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraAssessed(RecordedAct):
    """What a camera is for was answered, or answered anew; `edition` counts from 1 for each camera."""

    kind: ClassVar[str] = "camera_assessed"

    camera: str
    edition: int
    answers: dict[str, Any] = personal({})


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReviewed(RecordedAct):
    """The answers of an edition were gone through and still hold."""

    kind: ClassVar[str] = "assessment_reviewed"

    camera: str
    edition: int


ABOUT_ASSESSMENTS = (CameraAssessed, AssessmentReviewed)
