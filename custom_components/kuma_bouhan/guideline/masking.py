"""What may be painted over in a copy that is given out, so that others than those it is about are not recognised: 4(4)ア, 5(1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from .errors import Problem
from .viewing import Scope

MOST_MASKS = 1000
"""Of one camera: who draws more draws them larger, or longer."""
LEAD = timedelta(hours=1)
"""More than anything that is given out reaches beyond its scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What is painted over between two moments: a rectangle of the picture as it is shown.

    Place and size are fractions of the picture's width and height, from its upper left corner.
    """

    start: datetime
    end: datetime
    x: float
    y: float
    w: float
    h: float

    def check(self, scope: Scope) -> None:
        """Raise `Problem` where it is no part of a picture of a scope. Keys: mask_invalid, outside_permission."""
        inside = 0 <= self.x < 1 and 0 <= self.y < 1 and 0 < self.w <= 1 and 0 < self.h <= 1
        if not inside or self.start >= self.end:
            raise Problem("mask_invalid")
        if self.end <= scope.start or self.start >= scope.end:
            raise Problem("outside_permission")

    def covers(self, scope: Scope) -> tuple[datetime, datetime]:
        """Return from when until when it is painted.

        Footage is given out from the keyframe before a scope to the fragment that holds its end: a mask that reaches an
        edge of the scope reaches over what lies beyond it, too, or people would be seen there.
        """
        return (
            self.start - LEAD if self.start <= scope.start else self.start,
            self.end + LEAD if self.end >= scope.end else self.end,
        )


def check_masks(masks: Sequence[Mask], scope: Scope) -> None:
    """Raise `Problem` where nothing, too much, or nothing of a scope is to be painted over.

    Keys: masks_missing, masks_too_many (most), mask_invalid, outside_permission.
    """
    if not masks:
        raise Problem("masks_missing")
    if len(masks) > MOST_MASKS:
        raise Problem("masks_too_many", most=MOST_MASKS)
    for mask in masks:
        mask.check(scope)
