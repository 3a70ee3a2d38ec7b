"""What is held beyond its period, folded from the acts that say so: 4(4)イ.

    standing ──released: decided, withdrawn, provided, ended early, replaced──▶ over
    standing ──`until` of a piece has come──▶ over, piece by piece

Invariants:
1. Footage that lost a provisional protection (released, or its time is over) is said to have had it, for good; while
   another one of the same footage stands it has it still.
2. In memory are no names and no reasons, and no pieces of what is over.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..guideline.extension import HoldKind
from ..guideline.viewing import Span, merged
from .extension import HeldPiece


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Footage that is held because of one request or protection (its number)."""

    number: int
    kind: HoldKind
    pieces: tuple[HeldPiece, ...]


@dataclass(slots=True)
class Holds:
    """The holds that stand, and which footage had its provisional protection."""

    _standing: dict[tuple[int, HoldKind], Hold] = field(default_factory=dict)
    _had: dict[str, list[Span]] = field(default_factory=dict)
    """Of each camera, the spans whose provisional protection was released, in order and apart."""

    def take(self, number: int, kind: HoldKind, pieces: Sequence[HeldPiece], at: datetime) -> None:
        """Take note of a hold that stands from a moment on; what is over by then is let go."""
        for hold in tuple(self._standing.values()):
            if all(piece.until <= at for piece in hold.pieces):
                self.release(hold.number, hold.kind)
        if pieces:
            self._standing[number, kind] = Hold(number=number, kind=kind, pieces=tuple(pieces))

    def release(self, number: int, *kinds: HoldKind) -> None:
        """Take note that a request's holds of these kinds stand no more; nothing where none did."""
        for kind in kinds:
            hold = self._standing.pop((number, kind), None)
            if hold is not None and kind.provisional:
                for piece in hold.pieces:
                    spans = self._had.setdefault(piece.camera, [])
                    spans.append((piece.start, piece.end))
                for camera in {piece.camera for piece in hold.pieces}:
                    self._had[camera] = merged(self._had[camera], timedelta(0))

    def pieces(self, number: int, *kinds: HoldKind) -> tuple[HeldPiece, ...]:
        """Return what is held because of a request, in holds of these kinds that were not released."""
        found = (self._standing.get((number, kind)) for kind in kinds or HoldKind)
        return tuple(piece for hold in found if hold is not None for piece in hold.pieces)

    def standing(self, now: datetime) -> Iterator[Hold]:
        """Yield the holds of which something is held still, oldest first, without what is over."""
        for hold in tuple(self._standing.values()):
            pieces = tuple(piece for piece in hold.pieces if piece.until > now)
            if pieces:
                yield Hold(number=hold.number, kind=hold.kind, pieces=pieces)

    def held(self, camera: str, now: datetime) -> Iterator[tuple[HoldKind, HeldPiece]]:
        """Yield what is held of a camera's footage, and why."""
        for hold in self.standing(now):
            for piece in hold.pieces:
                if piece.camera == camera:
                    yield hold.kind, piece

    def of_slot(self, slot: str) -> HeldPiece | None:
        """Return what a slot was opened for, where that was not released."""
        for hold in self._standing.values():
            for piece in hold.pieces:
                if piece.slot == slot:
                    return piece
        return None

    def had_protection(self, camera: str, start: datetime, now: datetime) -> bool:
        """Say whether footage (a chunk, by its start) lost a provisional protection and has none now."""
        lost = _in_one(self._had.get(camera, ()), start)
        for hold in self._standing.values():
            if hold.kind.provisional:
                for piece in hold.pieces:
                    if piece.camera == camera and piece.start <= start < piece.end:
                        if piece.until > now:
                            return False
                        lost = True
        return lost


def _in_one(spans: Sequence[Span], moment: datetime) -> bool:
    """Say whether a moment lies in one of these spans, which are in order and apart."""
    place = bisect_right(spans, moment, key=lambda span: span[0]) - 1
    return place >= 0 and moment < spans[place][1]
