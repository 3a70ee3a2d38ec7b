"""Signs as they stand, folded from the acts about them: 4(3)."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ..guideline.signs import SignMeans, SignState, state
from .entry import Entry
from .sign import SignConfirmed, SignMissing


@dataclass(frozen=True, slots=True)
class Sign:
    """What is known of one camera's sign; `confirmed_by` is the act (`seq`) that its place and photo stand in."""

    confirmed: datetime | None = None
    confirmed_by: int | None = None
    means: SignMeans | None = None
    photo: bool = False
    missing: datetime | None = None

    def state(self, every: timedelta, now: datetime) -> SignState:
        """Return what is known now, where it is looked at so often."""
        return state(self.confirmed, self.missing, every, now)


@dataclass(slots=True)
class Signs:
    """What the book says of signs."""

    by_camera: dict[str, Sign] = field(default_factory=dict)

    def of(self, camera: str) -> Sign:
        """Return what is known of a camera's sign: nothing, where nobody ever said anything."""
        return self.by_camera.get(camera, Sign())

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case SignConfirmed() as act:
                self.by_camera[act.camera] = Sign(
                    confirmed=act.seen,
                    confirmed_by=entry.seq,
                    means=act.means,
                    photo=act.photo and not entry.erased,
                )
            case SignMissing() as act:
                self.by_camera[act.camera] = replace(self.of(act.camera), missing=act.seen)
