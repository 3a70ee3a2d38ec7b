"""What should be there and held, by arithmetic of its own: the model that `holds_model` compares a site with.

It knows chunks, when each one's own period ends, and which holds there are on it until when; nothing of slots, wraps, pieces.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from custom_components.kuma_bouhan.guideline.extension import PROVISIONAL, HoldKind
from custom_components.kuma_bouhan.guideline.viewing import Scope


@dataclass(slots=True)
class Clip:
    """A chunk. `own` is when its own period ends, or ended."""

    id: str
    camera: str
    start: datetime
    end: datetime
    hour_end: datetime
    own: datetime
    gone: bool = False

    def shows(self, scope: Scope) -> bool:
        """Say whether it shows something of a span."""
        return (
            self.camera in scope.cameras
            and self.start < scope.end
            and (self.end > scope.start or self.start >= scope.start)
        )


@dataclass(slots=True)
class Ledger:
    """Chunks and holds; `expire` is told the time."""

    clips: dict[str, Clip] = field(default_factory=dict)
    holds: dict[tuple[int, HoldKind], dict[str, datetime]] = field(default_factory=dict)
    """By number and kind: the chunks that are held, and until when."""
    had: set[str] = field(default_factory=set)
    """Chunks of which a provisional protection is over."""

    def alive(self) -> Iterator[Clip]:
        return (clip for clip in self.clips.values() if not clip.gone)

    def inside(self, scope: Scope) -> list[Clip]:
        """Return the chunks that a hold of a span would be of."""
        return [clip for clip in self.alive() if clip.shows(scope)]

    def held(self, clip: Clip) -> list[datetime]:
        """Return until when a chunk is held, hold by hold."""
        return sorted(hold[clip.id] for hold in self.holds.values() if clip.id in hold)

    def protectable(self, scope: Scope, now: datetime) -> dict[str, datetime]:
        """Return the chunks of a span that can be protected provisionally, and until when."""
        provisional = {
            id_ for (_, kind), hold in self.holds.items() if kind.provisional for id_ in hold
        }
        return {
            clip.id: clip.own + PROVISIONAL
            for clip in self.inside(scope)
            if clip.own + PROVISIONAL > now and (clip.id in provisional or clip.id not in self.had)
        }

    def take(self, number: int, kind: HoldKind, until: dict[str, datetime]) -> None:
        if until:
            self.holds[number, kind] = until

    def take_all(self, number: int, kind: HoldKind, clips: Iterable[Clip], until: datetime) -> None:
        self.take(number, kind, {clip.id: until for clip in clips})

    def release(self, number: int | None, kind: HoldKind) -> None:
        for id_ in self.holds.pop((number or 0, kind), {}):
            if kind.provisional:
                self.had.add(id_)

    def expire(self, now: datetime) -> None:
        """Let time pass: holds are over, and what nothing keeps is gone."""
        for (_, kind), hold in self.holds.items():
            for id_ in [id_ for id_, until in hold.items() if until <= now]:
                del hold[id_]
                if kind.provisional:
                    self.had.add(id_)
        for clip in self.alive():
            clip.gone = clip.own <= now and not self.held(clip)

    def erase(self, scope: Scope) -> None:
        for clip in self.inside(scope):
            clip.gone = True
