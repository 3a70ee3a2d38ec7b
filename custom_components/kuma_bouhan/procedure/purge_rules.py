"""Rules by which footage goes early: 4(4)エ, 保存の必要がなくなった画像データは確実に消去.

    signed by the manager ──run, by a person or an automation──▶ signed, run until then
          └──ended by the manager──▶ gone

Invariants:
1. Nothing goes that no rule lets go: whole chunks of its cameras that lie within its hours, recorded since it was signed.
2. What is held beyond its period, protected or asked for stays, and is counted as left out.
3. Nothing goes by a clock that nobody vouches for.
4. A run that a stop interrupted is finished at the next start, no further than it was ordered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
import secrets

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.purge_rules import PurgeRule, windows
from ..guideline.retention import ErasureReason
from ..guideline.viewing import Span
from ..records.purge_rule import ErasedStretch, PurgeRuleEnded, PurgeRuleRun, PurgeRuleSigned
from ..records.purge_rules import Signed
from ..vault.slot import Slot
from ..vault.slots import Destroyed
from .desk import Desk
from .erasure import DueErasure, Erased, sweep
from .protection import stripped


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleItem:
    """A rule as it is shown: texts are empty once they have been overwritten."""

    signed: Signed
    name: str
    reason: str


async def sign(desk: Desk, actor: Actor, what: PurgeRule, name: str, reason: str) -> str:
    """Sign a rule; return its id.

    Problem: clock_not_trusted, no_cameras, unknown_camera, rule_weekdays_missing, rule_name_missing, reason_missing,
    text_too_long.
    """

    async def settle() -> PurgeRuleSigned:
        await desk.allow(Act.SIGN_PURGE_RULE, actor)
        # What was recorded before it was signed stays: so when that was has to be known.
        desk.clock.check()
        _check(desk, what)
        called, why = stripped(name, reason)
        if not called:
            raise Problem("rule_name_missing")
        if not why:
            raise Problem("reason_missing")
        return PurgeRuleSigned(
            rule=secrets.token_hex(16),
            cameras=tuple(dict.fromkeys(what.cameras)),
            start=what.hours.start.isoformat("minutes"),
            end=what.hours.end.isoformat("minutes"),
            weekdays=tuple(sorted(what.hours.weekdays)),
            name=called,
            reason_text=why,
        )

    return (await desk.decide(actor, settle)).rule


async def end(desk: Desk, actor: Actor, rule: str) -> None:
    """End a rule: nothing goes by it any more. Problem: rule_unknown."""

    async def settle() -> PurgeRuleEnded:
        await desk.allow(Act.SIGN_PURGE_RULE, actor)
        return PurgeRuleEnded(rule=_known(desk, rule).rule)

    await desk.decide(actor, settle)


async def run(desk: Desk, erasure: DueErasure, actor: Actor, rule: str) -> PurgeRuleRun:
    """Erase what a rule lets go by now; return what went.

    Problem: rule_unknown, clock_not_trusted, erasure_unconfirmed (slots), and what the disk says.
    """

    async def settle() -> PurgeRuleRun:
        await desk.allow(Act.RUN_PURGE_RULE, actor)
        since = _known(desk, rule).at
        desk.clock.check()
        return PurgeRuleRun(rule=rule, since=since, until=desk.clock.now())

    async def effect(order: PurgeRuleRun) -> PurgeRuleRun:
        return await _erase(desk, erasure, order)

    # Nobody holds any of it meanwhile.
    done = await desk.decide(actor, settle, effect)
    await erasure.run()
    await sweep(desk)
    return done


async def finish(
    desk: Desk, erasure: DueErasure, order: PurgeRuleRun, since: datetime
) -> PurgeRuleRun:
    """Take up a run, ordered at `since`, that a stop interrupted; what had gone by then, the tombstones say."""
    cameras = _known(desk, order.rule).what.cameras
    await sweep(desk)
    gone = [
        slot
        for slot in await desk.run(desk.vault.tombstones)
        if slot.camera in cameras
        and slot.reason is ErasureReason.PURGE_RULE
        and slot.erased_at is not None
        and slot.erased_at >= since
    ]
    done = await _erase(desk, erasure, order)
    return replace(
        done,
        slots=(*(slot.id for slot in gone), *done.slots),
        stretches=(*map(_hour, gone), *done.stretches),
        chunks=done.chunks + sum(slot.files for slot in gone),
        bytes=done.bytes + sum(slot.bytes for slot in gone),
    )


async def listed(desk: Desk, actor: Actor) -> tuple[RuleItem, ...]:
    """Return the rules that stand, newest first, for whoever may run them."""
    await desk.allow(Act.RUN_PURGE_RULE, actor)
    return await desk.run(_listed, desk)


def _listed(desk: Desk) -> tuple[RuleItem, ...]:
    found = []
    for signed in sorted(desk.registers.purge_rules.by_id.values(), key=lambda one: -one.seq):
        act = desk.book.entry(signed.seq).act
        assert isinstance(act, PurgeRuleSigned)
        found.append(RuleItem(signed=signed, name=act.name, reason=act.reason_text))
    return tuple(found)


def _known(desk: Desk, rule: str) -> Signed:
    found = desk.registers.purge_rules.by_id.get(rule)
    if found is None:
        raise Problem("rule_unknown")
    return found


def _check(desk: Desk, what: PurgeRule) -> None:
    if not what.cameras:
        raise Problem("no_cameras")
    if any(camera not in desk.registers.standing_cameras() for camera in what.cameras):
        raise Problem("unknown_camera")
    if not what.hours.weekdays:
        raise Problem("rule_weekdays_missing")


# Erasing ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Gone:
    """What became of one window of a camera."""

    destroyed: Destroyed = Destroyed()
    stretch: ErasedStretch | None = None
    left_out: int = 0


async def _erase(desk: Desk, erasure: DueErasure, order: PurgeRuleRun) -> PurgeRuleRun:
    """Erase, window by window; what has gone is told, also where the disk refuses the rest."""
    what = _known(desk, order.rule).what
    assert order.since is not None  # an order says since when
    gone: list[_Gone] = []
    try:
        for camera in what.cameras:
            oldest = (await desk.run(desk.vault.summary, camera)).oldest
            if oldest is None:
                continue
            # A rule may be years old, the footage is not: nobody decides anything while this lasts.
            since = max(order.since, oldest)
            for window in windows(what.hours, since, order.until, desk.zone):
                found = await desk.run(_erase_window, desk, camera, window)
                gone.append(found)
    finally:
        _tell(desk, erasure, gone)
    if unconfirmed := sum(len(one.destroyed.unconfirmed) for one in gone):
        raise Problem("erasure_unconfirmed", slots=unconfirmed)
    stretches = [one.stretch for one in gone if one.stretch is not None]
    return replace(
        order,
        slots=tuple(slot.id for slot in _slots(gone)),
        stretches=stretches,
        chunks=sum(one.chunks for one in stretches),
        bytes=sum(one.bytes for one in stretches),
        left_out=sum(one.left_out for one in gone),
    )


def _erase_window(desk: Desk, camera: str, window: Span) -> _Gone:
    """Erase the whole chunks of a window that nobody needs, on a thread."""
    (start, end), now, vault = window, desk.clock.now(), desk.vault
    whole = {
        chunk.id: chunk
        for chunk in vault.chunks(camera, start, end, now=now)
        if chunk.start >= start and chunk.end <= end
    }
    if not whole:
        return _Gone()
    first = min(chunk.start for chunk in whole.values())
    last = max(chunk.end for chunk in whole.values())
    inside = [one for one in vault.standing(camera, first, last, now=now) if one.inside]
    wanted = desk.registers.requests.is_wanted
    free = {
        one.id
        for one in inside
        if one.id in whole and not one.holds and not wanted(camera, one.start, one.end, now)
    }
    if not free:
        return _Gone(left_out=len(whole))
    destroyed, span = vault.erase_span(
        camera,
        first,
        last,
        reason=ErasureReason.PURGE_RULE,
        at=now,
        held={one.id for one in inside} - free,
    )
    stretch = None
    if span.start is not None and span.end is not None:
        stretch = ErasedStretch(camera, span.start, span.end, span.chunks, span.bytes)
    return _Gone(destroyed, stretch, left_out=len(whole) - len(free))


def _slots(gone: Iterable[_Gone]) -> list[Slot]:
    return [slot for one in gone for slot in one.destroyed.erased]


def _tell(desk: Desk, erasure: DueErasure, gone: Iterable[_Gone]) -> None:
    stretches = [one.stretch for one in gone if one.stretch is not None]
    if slots := _slots(gone):
        erasure.tell(
            Erased(
                tuple(slots),
                ErasureReason.PURGE_RULE,
                desk.clock.now(),
                min(one.start for one in stretches),
                max(one.end for one in stretches),
            )
        )


def _hour(slot: Slot) -> ErasedStretch:
    """Return what a tombstone says went: somewhere within its hour."""
    return ErasedStretch(slot.camera, slot.start, slot.end, slot.files, slot.bytes)
