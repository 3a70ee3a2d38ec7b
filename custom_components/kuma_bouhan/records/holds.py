"""What is held beyond its period, folded from the acts that say so: 4(4)イ.

    standing ──released: decided, withdrawn, provided, ended early, replaced──▶ over
    standing ──`until` of a piece has come──▶ over, piece by piece

Invariants:
1. Footage that lost a provisional protection (released, or its time is over) is said to have had it, for good; while
   another one of the same footage stands it has it still.
2. In memory are no names and no reasons, and no pieces of what is over.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
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
    _of_camera: dict[str, list[tuple[HoldKind, HeldPiece]]] = field(default_factory=dict)
    _of_slot: dict[str, HeldPiece] = field(default_factory=dict)
    _had: dict[str, list[Span]] = field(default_factory=dict)
    """Of each camera, the spans whose provisional protection was released, in order and apart."""

    def take(self, number: int, kind: HoldKind, pieces: Sequence[HeldPiece], at: datetime) -> None:
        """Take note of a hold that stands from a moment on; what is over by then is let go."""
        for hold in tuple(self._standing.values()):
            if all(piece.until <= at for piece in hold.pieces):
                self.release(hold.number, hold.kind)
        if pieces:
            hold = Hold(number=number, kind=kind, pieces=tuple(pieces))
            self._standing[number, kind] = hold
            for piece in hold.pieces:
                self._of_camera.setdefault(piece.camera, []).append((kind, piece))
                self._of_slot[piece.slot] = piece

    def release(self, number: int, *kinds: HoldKind) -> None:
        """Take note that a request's holds of these kinds stand no more; nothing where none did."""
        for kind in kinds:
            hold = self._standing.pop((number, kind), None)
            if hold is not None:
                self._forget(hold)

    def _forget(self, hold: Hold) -> None:
        slots = {piece.slot for piece in hold.pieces}
        for slot in slots:
            self._of_slot.pop(slot, None)
        for camera in {piece.camera for piece in hold.pieces}:
            known = self._of_camera[camera]
            self._of_camera[camera] = [one for one in known if one[1].slot not in slots]
            if hold.kind.provisional:
                spans = [_span(piece) for piece in hold.pieces if piece.camera == camera]
                self._had[camera] = _joined([*self._had.get(camera, ()), *spans])

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
        for kind, piece in self._of_camera.get(camera, ()):
            if piece.until > now:
                yield kind, piece

    def of_slot(self, slot: str) -> HeldPiece | None:
        """Return what a slot was opened for, where that was not released."""
        return self._of_slot.get(slot)

    def used_up(self, camera: str, now: datetime) -> Callable[[datetime], bool]:
        """Return what says of a camera's chunk, by its start, whether it lost a provisional protection and has none now."""
        provisional = [piece for kind, piece in self._of_camera.get(camera, ()) if kind.provisional]
        has = _joined([_span(piece) for piece in provisional if piece.until > now])
        over = [_span(piece) for piece in provisional if piece.until <= now]
        had = _joined([*self._had.get(camera, ()), *over])
        return lambda start: _in_one(had, start) and not _in_one(has, start)


def _span(piece: HeldPiece) -> Span:
    return piece.start, piece.end


def _joined(spans: Sequence[Span]) -> list[Span]:
    return merged(spans, timedelta(0))


def _in_one(spans: Sequence[Span], moment: datetime) -> bool:
    """Say whether a moment lies in one of these spans, which are in order and apart."""
    place = bisect_right(spans, moment, key=lambda span: span[0]) - 1
    return place >= 0 and moment < spans[place][1]
