"""Signs as they stand, folded from the acts about them: 4(3).

What was seen last counts, not what was entered last: somebody may say later what they saw before.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ..guideline.signs import SignMeans, SignState, state
from .entry import Entry
from .sign import SignConfirmed, SignMissing


@dataclass(frozen=True, slots=True)
class Said:
    """What the entity that knows said last, and when that was entered."""

    shown: bool
    at: datetime
    by: int
    """The act (`seq`) that says so."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is known of one camera's sign. The acts (`seq`) that say so hold what is personal, read from the book."""

    confirmed: datetime | None = None
    """When it was last seen to be there."""
    means: SignMeans | None = None
    placed_by: int | None = None
    """The last act that says where it hangs."""
    photo_by: int | None = None
    """The last act with a photo of it."""
    missing: datetime | None = None
    """When it was last seen not to be there; None where it was seen there since."""
    missing_by: int | None = None
    said: Said | None = None

    @property
    def photo(self) -> bool:
        """Say whether there is a photo, as far as it has not been overwritten."""
        return self.photo_by is not None

    def state(self, every: timedelta, now: datetime) -> SignState:
        """Return what is known now, where it is looked at so often."""
        return state(self.confirmed, self.missing, every, now)


@dataclass(slots=True)
class Signs:
    """What the book says of signs."""

    by_camera: dict[str, Sign] = field(default_factory=dict)
    photos: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By person (id) the last day on which they entered photos (local, ISO 8601), and how many."""

    def photos_on(self, user_id: str, day: str) -> int:
        """Return how many photos a person entered on a day: the last one on which they did, or a later one."""
        last, count = self.photos.get(user_id, ("", 0))
        return count if last == day else 0

    def of(self, camera: str) -> Sign:
        """Return what is known of a camera's sign: nothing, where nobody ever said anything."""
        return self.by_camera.get(camera, Sign())

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case SignConfirmed() as act:
                self.by_camera[act.camera] = _confirmed(self.of(act.camera), entry, act)
                if act.photo and (user := entry.actor.user_id):
                    day = entry.local[:10]
                    self.photos[user] = (day, self.photos_on(user, day) + 1)
            case SignMissing() as act:
                self.by_camera[act.camera] = _missing(self.of(act.camera), entry, act)


def _confirmed(known: Sign, entry: Entry, act: SignConfirmed) -> Sign:
    known = replace(known, said=_said(known, entry, act.means, shown=True))
    if act.place:
        known = replace(known, placed_by=entry.seq)
    if act.photo and not entry.erased:
        known = replace(known, photo_by=entry.seq)
    if known.confirmed is not None and act.seen < known.confirmed:
        return known
    known = replace(known, confirmed=act.seen, means=act.means)
    if known.missing is not None and act.seen >= known.missing:
        known = replace(known, missing=None, missing_by=None)
    return known


def _missing(known: Sign, entry: Entry, act: SignMissing) -> Sign:
    known = replace(known, said=_said(known, entry, act.means, shown=False))
    later = (known.confirmed, known.missing)
    if any(moment is not None and act.seen < moment for moment in later):
        return known
    return replace(known, missing=act.seen, missing_by=entry.seq)


def _said(known: Sign, entry: Entry, means: SignMeans, *, shown: bool) -> Said | None:
    return Said(shown, entry.at, entry.seq) if means is SignMeans.ENTITY else known.said
