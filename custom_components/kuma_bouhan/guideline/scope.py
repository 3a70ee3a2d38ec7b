"""What the guideline covers: 2(1), the definition of a security camera."""

from enum import StrEnum


class Scope(StrEnum):
    """Whether a camera falls under the guideline."""

    COVERED = "covered"
    OUTSIDE = "outside"
    """対象外: crime prevention is secondary, or nobody unspecified is in view."""


def scope(*, crime_prevention_is_main: bool, sees_unspecified_people: bool) -> Scope:
    """Answer 2(1): both must hold (副次的に犯罪の予防を目的とするものを含まず)."""
    covered = crime_prevention_is_main and sees_unspecified_people
    return Scope.COVERED if covered else Scope.OUTSIDE
