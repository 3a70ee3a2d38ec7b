"""The one way of every act."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.custody import LockReason
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, FourEyes
from custom_components.kuma_bouhan.records.acts import Locked, RecordingSwitched
from custom_components.kuma_bouhan.records.entry import Entry, Phase

from .conftest import AUTOMATION, CAMERA, MANAGER, STRANGER, World

ORDER = RecordingSwitched(camera=CAMERA, on=False)


async def test_an_act_is_ordered_before_its_effect_and_confirmed_after_it(world: World) -> None:
    seen: list[Phase] = []

    async def effect() -> tuple[str, RecordingSwitched]:
        seen.extend(entry.phase for entry in world.acts("recording_switched"))
        return "result", ORDER

    assert await world.desk.perform(MANAGER, ORDER, effect) == "result"
    assert seen == [Phase.ORDERED]
    ordered, done = world.acts("recording_switched")
    assert (done.phase, done.order) == (Phase.DONE, ordered.seq)
    assert done.actor == MANAGER
    assert done.local == "2026-11-23T12:00:00+09:00"


async def test_an_act_whose_effect_fails_is_answered_too(world: World) -> None:
    async def effect() -> tuple[None, RecordingSwitched]:
        raise Problem("disk_full")

    with pytest.raises(Problem):
        await world.desk.perform(MANAGER, ORDER, effect)
    assert [entry.phase for entry in world.acts("recording_switched")] == [
        Phase.ORDERED,
        Phase.FAILED,
    ]
    assert CAMERA not in world.desk.registers.switched_off
    assert not world.desk.registers.pending


async def test_an_act_runs_to_its_end_when_the_caller_gives_up(world: World) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def effect() -> tuple[None, RecordingSwitched]:
        begun.set()
        await go.wait()
        return None, ORDER

    caller = asyncio.create_task(world.desk.perform(MANAGER, ORDER, effect))
    await begun.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go.set()
    for _ in range(5):
        await asyncio.sleep(0)
    assert world.acts("recording_switched")[-1].phase is Phase.DONE


LOCKED = Locked(reason=LockReason.BUTTON, users=("manager",))


async def test_listeners_hear_of_an_act_once_it_stands_in_the_registers(world: World) -> None:
    heard: list[tuple[Entry, int]] = []
    world.desk.listeners.append(lambda entry: heard.append((entry, world.desk.registers.entries)))
    entry = await world.desk.append(LOCKED, MANAGER, Phase.DONE)
    assert heard == [(entry, entry.seq + 1)]


async def test_concurrent_acts_are_folded_in_the_order_of_the_book(world: World) -> None:
    heard: list[int] = []
    world.desk.listeners.append(lambda entry: heard.append(entry.seq))
    await asyncio.gather(*(world.desk.append(LOCKED, MANAGER, Phase.DONE) for _ in range(20)))
    assert heard == sorted(heard)
    assert len(heard) == 20


async def test_the_same_refusal_again_and_again_does_not_flood_the_book(world: World) -> None:
    for _ in range(50):
        with pytest.raises(Refused):
            await world.desk.allow(Act.ERASE, STRANGER)
    assert len(world.acts("refusal")) == 1
    world.machine.pass_time(timedelta(minutes=2))
    with pytest.raises(Refused):
        await world.desk.allow(Act.ERASE, STRANGER)
    _, second = world.acts("refusal")
    assert second.act.count == 50  # type: ignore[attr-defined]


async def test_nobody_is_refused_by_name_of_nothing(world: World) -> None:
    with pytest.raises(Refused):
        await world.desk.allow(Act.ERASE, AUTOMATION)
    assert world.acts("refusal")[0].actor == AUTOMATION


async def test_where_the_site_says_so_a_second_person_decides(world: World) -> None:
    registers, at_the_flow = world.desk.registers, Actor("manager", Door.FLOW)
    assert registers.settings is not None
    # Off by default: one person may do both.
    await world.desk.allow(Act.PERMIT_VIEWING, at_the_flow, requested_by="manager")
    registers.settings = replace(registers.settings, four_eyes=frozenset({FourEyes.VIEWING}))
    with pytest.raises(Refused, match="second_person_needed"):
        await world.desk.allow(Act.PERMIT_VIEWING, at_the_flow, requested_by="manager")
    await world.desk.allow(Act.PERMIT_VIEWING, at_the_flow, requested_by="operator")
    await world.desk.allow(Act.PERMIT_DISCLOSURE, at_the_flow, requested_by="manager")


async def test_what_is_only_shown_or_left_out_is_no_refusal(world: World) -> None:
    assert world.desk.may(Act.APPOINT, MANAGER)
    assert not world.desk.may(Act.APPOINT, STRANGER)
    assert world.acts("refusal") == []
