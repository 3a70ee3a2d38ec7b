"""Refusals are entered, and nobody can flood the book with them."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.guideline.people import RULES, Act, Actor, Door, Role
from custom_components.kuma_bouhan.procedure.refusals import AGAIN, HOUR, PER_CALLER, PER_HOUR
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import MANAGER, NOON, STRANGER, World


async def refuse(world: World, number: int = 1, *, actor: Actor = STRANGER) -> None:
    for _ in range(number):
        with pytest.raises(Refused):
            await world.desk.allow(Act.ERASE, actor)


def entered(world: World) -> list[int]:
    return [entry.act.count for entry in world.acts("refusal")]  # type: ignore[attr-defined]


def left_out(world: World) -> list[int]:
    return [entry.act.count for entry in world.acts("refusals_left_out")]  # type: ignore[attr-defined]


def crowd(number: int) -> list[Actor]:
    return [Actor(f"user {n}", Door.ACTION) for n in range(number)]


async def test_the_same_refusal_is_entered_once_a_minute_with_its_count(world: World) -> None:
    await refuse(world, 50)
    assert entered(world) == [1]
    world.machine.pass_time(AGAIN)
    await refuse(world)
    assert entered(world) == [1, 50]


async def test_many_callers_fill_no_more_than_their_hour(world: World) -> None:
    for actor in crowd(PER_HOUR + 30):
        await refuse(world, actor=actor)
    assert entered(world) == [1] * PER_HOUR
    assert left_out(world) == []
    await world.pass_time(HOUR)
    assert left_out(world) == [30]
    await refuse(world)
    assert len(entered(world)) == PER_HOUR + 1


async def test_one_caller_fills_no_more_than_a_share(world: World) -> None:
    acts = [act for act, rule in RULES.items() if not (rule.anybody or rule.ha_owner)]
    for act in acts:
        with pytest.raises(Refused):
            await world.desk.allow(act, STRANGER)
    assert entered(world) == [1] * PER_CALLER
    await refuse(world, actor=Actor("another", Door.ACTION))
    assert world.acts("refusal")[-1].actor.user_id == "another"
    await world.pass_time(HOUR)
    assert left_out(world) == [len(acts) - PER_CALLER]


async def test_strangers_hide_nothing_of_what_somebody_in_an_office_tried(world: World) -> None:
    for actor in crowd(PER_HOUR + 1):
        await refuse(world, actor=actor)
    insider = Actor("insider", Door.PANEL)
    office = Appointed(role=Role.STAFF, user_id="insider", since=NOON, name="阿蘇 次郎", title="")
    await world.desk.append(office, MANAGER, Phase.DONE)
    await refuse(world, actor=insider)
    assert world.acts("refusal")[-1].actor == insider
    assert len(entered(world)) == PER_HOUR + 1


async def test_what_was_only_counted_is_entered_when_the_hour_is_over(world: World) -> None:
    await refuse(world, 8)
    await world.pass_time(HOUR)
    assert (entered(world), left_out(world)) == ([1], [7])
    await refuse(world)
    assert entered(world) == [1, 1]
    await world.pass_time(2 * HOUR)
    assert left_out(world) == [7]


async def test_what_was_only_counted_is_entered_at_the_stop(world: World) -> None:
    await refuse(world, 3)
    await world.desk.close()
    assert left_out(world) == [2]
    assert world.timers == []
    await world.desk.close()
    assert left_out(world) == [2]


async def test_a_clock_set_back_begins_anew(world: World) -> None:
    await refuse(world)
    world.machine.set_wall(world.machine.wall - timedelta(days=1))
    await refuse(world)
    assert entered(world) == [1, 1]


async def test_callers_are_not_remembered_for_ever(world: World) -> None:
    for actor in crowd(40):
        await refuse(world, actor=actor)
    world.machine.pass_time(HOUR)
    await refuse(world)
    assert len(world.desk._refusals._last) == 1


async def test_every_refusal_is_in_some_count(world: World) -> None:
    for actor in crowd(PER_HOUR + 5) * 3:
        await refuse(world, actor=actor)
    await world.pass_time(HOUR)
    assert sum(entered(world)) + sum(left_out(world)) == 3 * (PER_HOUR + 5)
