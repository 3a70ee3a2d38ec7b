"""Rules by which footage goes early, by itself: 4(4)エ, 保存の必要がなくなった画像データは確実に消去.

Only under a rule that the manager signed may an automation have footage erased before its period ends: of these cameras, what
was recorded within these hours of the day. Held and requested footage stays.
"""

from dataclasses import dataclass

from .recording import Hours


@dataclass(frozen=True, slots=True)
class PurgeRule:
    """Which footage a rule lets go early."""

    cameras: tuple[str, ...]
    hours: Hours
