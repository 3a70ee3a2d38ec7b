"""Keeping footage beyond its period: which chunks, under which slots, until when: 4(4)イ.

    planned (pieces with ids of their own) ──ordered, durable──▶ ordered ──held in the vault──▶ done
    held ──decided, withdrawn, provided, ended, or `until` has come──▶ released: the slots are destroyed

Invariants:
1. What is held is exactly the whole chunks that show something of the span, and that were there when it was ordered.
2. A hold that was ordered is made, or its order fails and its slots are destroyed: `held_or_undone`, and at the next start
   `recover`, with the same slots, before anything that is due is destroyed.
3. Nothing is protected provisionally longer than `PROVISIONAL` after its own end, and nothing twice: footage that lost
   such protection is left out.
4. Released footage is under its other holds again, or under its own period; where that is over it is gone.

Nobody's authority is asked here: whoever orders a hold has been allowed to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
import logging
import secrets

from ..guideline.errors import Problem
from ..guideline.extension import PROVISIONAL, HoldKind
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.retention import ErasureReason
from ..guideline.viewing import Scope
from ..records.disclosure import DisclosurePermitted, DisclosureRequested
from ..records.extension import ExtensionApproved, ExtensionRequested, FootageProtected, HeldPiece
from ..vault.holding import Held, Standing, Wanted
from . import retention
from .desk import Desk
from .erasure import sweep

_MOMENT = timedelta(microseconds=1)
_LOGGER = logging.getLogger(__name__)

HOLDING = (
    FootageProtected,
    ExtensionRequested,
    ExtensionApproved,
    DisclosureRequested,
    DisclosurePermitted,
)
"""The acts that hold their `pieces`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a hold would be of; `left_out` chunks are not protected provisionally (again)."""

    pieces: tuple[HeldPiece, ...]
    left_out: int
    latest_end: datetime
    """When the last of the span's footage ends by its own period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStretch:
    """Footage that is held, on a camera's timeline."""

    start: datetime
    end: datetime
    until: datetime
    kind: HoldKind


@dataclass(frozen=True, slots=True)
class _Part:
    """A chunk, and how it would be held; `until` None where it would not."""

    chunk: Standing
    original_end: datetime
    until: datetime | None


async def plan(desk: Desk, scope: Scope, kind: HoldKind, until: datetime | None = None) -> Plan:
    """Return what holding a span would hold, until a moment; provisionally by each hour's own end.

    Problem: what `Scope.check` says, unknown_camera, span_not_over, clock_not_trusted, no_footage_in_span.
    """
    scope.check()
    if any(camera not in desk.registers.cameras for camera in scope.cameras):
        raise Problem("unknown_camera")
    desk.clock.check()
    if scope.end > desk.clock.now():
        raise Problem("span_not_over")
    # What was recorded under a clock in doubt has no end yet: it gets one first.
    await retention.date_slots(desk)
    return await desk.run(_planned, desk, scope, kind, until)


async def hold(
    desk: Desk, pieces: Sequence[HeldPiece], at: datetime | None = None
) -> tuple[HeldPiece, ...]:
    """Hold what was ordered at a moment (now); return what is held, with its true bounds and counts.

    Done again it finds what is held already. Problem: no_footage_in_span where there is nothing of it any more, and what
    the disk says.
    """
    wanted = [
        Wanted(
            slot=piece.slot,
            camera=piece.camera,
            hour=piece.hour,
            start=piece.start,
            end=piece.end,
            until=piece.until,
        )
        for piece in pieces
    ]
    done = await desk.run(desk.vault.hold, wanted, at=at or desk.clock.now())
    held = {one.slot: one for one in done}
    if pieces and not held:
        raise Problem("no_footage_in_span")
    return tuple(_as_held(piece, held[piece.slot]) for piece in pieces if piece.slot in held)


async def held_or_undone(
    desk: Desk, pieces: Sequence[HeldPiece], at: datetime | None = None
) -> tuple[HeldPiece, ...]:
    """Hold; where that fails, nothing of it is held. Problem: as `hold`."""
    try:
        return await hold(desk, pieces, at)
    except BaseException:
        await release(desk, pieces)
        raise


async def release(desk: Desk, pieces: Iterable[HeldPiece]) -> None:
    """Let go of what is held in these pieces, at once.

    What the disk refuses is shown to nobody under them, and tried again.
    """
    slots = [piece.slot for piece in pieces]
    if slots:
        now = desk.clock.now()
        await desk.run(desk.vault.destroy, slots, ErasureReason.HOLD_OVER, now)
        await sweep(desk)


async def recover(desk: Desk) -> None:
    """See to it that what was ordered to be held, and what the book says is held, is held: at the start, whatever the book takes.

    What stands in the book and is not in the vault was lost with a copy that is older. Nothing is destroyed for not
    standing in the book.
    """
    for entry in tuple(desk.registers.pending.values()):
        if isinstance(entry.act, HOLDING):
            await _held_again(desk, entry.act.pieces, entry.at)
    known = {slot.id for slot in await desk.run(desk.vault.slots)}
    known |= {slot.id for slot in await desk.run(desk.vault.tombstones)}
    known |= desk.registers.erased_slots()
    now = desk.clock.now()
    for standing in desk.registers.requests.standing(now):
        await _held_again(desk, [one for one in standing.pieces if one.slot not in known], now)


async def _held_again(desk: Desk, pieces: Sequence[HeldPiece], at: datetime) -> None:
    try:
        if pieces:
            await hold(desk, pieces, at)
    except Problem as problem:
        _LOGGER.warning("Footage that is to be held could not be yet: %s", problem)


def held_until(desk: Desk, camera: str) -> datetime | None:
    """Return until when the last of a camera's footage is held; None where none is. It reads no disk."""
    held = desk.registers.requests.held(camera, desk.clock.now())
    return max((piece.until for _, piece in held), default=None)


def holds(desk: Desk, camera: str, start: datetime, end: datetime) -> list[HeldStretch]:
    """Return what is held of a camera's span, in order; stretches of several holds lie over one another."""
    held = desk.registers.requests.held(camera, desk.clock.now())
    found: list[HeldStretch] = []
    pieces = sorted(held, key=lambda one: (one[0], one[1].until, one[1].start))
    for kind, piece in pieces:
        if piece.start >= end or piece.end <= start:
            continue
        last = found[-1] if found else None
        near = last is not None and piece.start - last.end <= LONGEST_UNNOTED_GAP
        if last and near and (last.kind, last.until) == (kind, piece.until):
            found[-1] = replace(last, end=max(last.end, piece.end))
        else:
            found.append(
                HeldStretch(start=piece.start, end=piece.end, until=piece.until, kind=kind)
            )
    return sorted(found, key=lambda one: (one.start, one.end))


# Which chunks go into which pieces -------------------------------------------------------------


def _planned(desk: Desk, scope: Scope, kind: HoldKind, until: datetime | None) -> Plan:
    """Look at every chunk, on a thread: nothing is taken or released meanwhile (`Desk.decide`)."""
    pieces: list[HeldPiece] = []
    inside: list[_Part] = []
    for camera in dict.fromkeys(scope.cameras):
        now = desk.clock.now()
        found = desk.vault.standing(camera, scope.start, scope.end, now=now)
        used_up = desk.registers.requests.holds.used_up(camera, now)
        parts = []
        for chunk in found:
            own_end = original_end(desk, camera, chunk)
            moment = until
            if kind.provisional:
                moment = own_end + PROVISIONAL
                if moment <= now or used_up(chunk.start):
                    moment = None
            parts.append(_Part(chunk, own_end, moment if chunk.inside else None))
        pieces += _pieces(camera, parts)
        inside += [part for part in parts if part.chunk.inside]
    if not inside:
        raise Problem("no_footage_in_span")
    return Plan(
        pieces=tuple(pieces),
        left_out=sum(part.until is None for part in inside),
        latest_end=max(part.original_end for part in inside),
    )


def original_end(desk: Desk, camera: str, chunk: Standing) -> datetime:
    """Return when a chunk's own period ends, or ended (本来の保存期間終了年月日).

    Once its own slot is gone the book says it, for what was held before; changes of period since then count, too.
    """
    if chunk.own is not None:
        if chunk.own.due is None:
            raise Problem("clock_not_trusted")
        return chunk.own.due
    requests = desk.registers.requests
    said = (requests.holds.of_slot(slot.id) for slot in chunk.holds)
    end = min(
        (piece.original_end for piece in said if piece is not None),
        # A book that does not know the hold says nothing better.
        default=min(desk.clock.now(), retention.due_of(desk, camera, chunk.hour_end)),
    )
    for change in requests.periods:
        if camera in change.cameras and chunk.hour <= change.at < end:
            end = min(end, retention.due_of(desk, camera, chunk.hour_end, change.days))
    return end


def _pieces(camera: str, parts: Sequence[_Part]) -> Iterator[HeldPiece]:
    """Yield the pieces that chunks, in order of their start, are held in.

    A piece has no chunk between its bounds that is not held: it ends where that begins, though the one before should
    be said to last longer.
    """
    runs = [(key, [part.chunk for part in run]) for key, run in groupby(parts, key=_alike)]
    for place, ((until, hour, own_end), run) in enumerate(runs):
        # One that was cut off may be thought to end where it begins.
        end = max(*(chunk.end for chunk in run), run[-1].start + _MOMENT)
        if place + 1 < len(runs) and (next_start := runs[place + 1][1][0].start) > run[-1].start:
            end = min(end, next_start)
        if until is not None:
            yield HeldPiece(
                slot=secrets.token_hex(16),
                camera=camera,
                hour=hour,
                original_end=own_end,
                until=until,
                start=run[0].start,
                end=end,
                chunks=len(run),
                bytes=sum(chunk.bytes for chunk in run),
            )


def _alike(part: _Part) -> tuple[datetime | None, datetime, datetime]:
    """Return what chunks of one piece have in common."""
    return part.until, part.chunk.hour, part.original_end


def _as_held(piece: HeldPiece, held: Held) -> HeldPiece:
    return replace(piece, start=held.start, end=held.end, chunks=held.chunks, bytes=held.bytes)
