"""What is asked before a camera, and answered anew every year: はじめに, 4(1).

設置目的や必要性、妥当性なども十分検討しておきましょう; 必要最小限の撮影範囲, 4(5).
"""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture that the camera is set not to show; shares of width and height, from the top left."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The answers for one camera, in the person's own words. Every one is asked; `milder` may say that there was nothing."""

    purpose: str
    """What it is for."""
    crimes: str
    """Which crimes it is to prevent."""
    why: str
    """Why a camera."""
    milder: str
    """What milder was thought of (light, lock, people), and why it does not do."""
    view: str
    """What it sees."""
    range_kept: str
    """How the range was kept to the minimum."""
    hours: str
    """Why it records at these hours."""
    excluded: tuple[Area, ...] = ()
    """What the camera itself is set to leave out of its picture."""

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, for storage."""
        return asdict(self) | {"excluded": [[one.x, one.y, one.w, one.h] for one in self.excluded]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Read what `as_dict` wrote; what it does not know is left aside."""
        known = {name: data.get(name, "") for name in cls.__slots__ if name != "excluded"}
        areas = tuple(Area(*map(float, one)) for one in data.get("excluded", ()))
        return cls(**known, excluded=areas)
