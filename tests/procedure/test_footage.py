"""Saying what footage there is, without showing any."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor
from custom_components.kuma_bouhan.procedure.footage import stretches

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def test_chunks_that_follow_one_another_are_one_stretch(world: World) -> None:
    world.record(NOON, 3)
    world.record(NOON + 3 * MINUTE + timedelta(seconds=2), 1)
    world.record(NOON + 5 * MINUTE, 1)
    first, second = await stretches(world.desk, MANAGER, CAMERA, NOON, NOON + HOUR)
    assert (first.start, first.end) == (NOON, NOON + 4 * MINUTE + timedelta(seconds=2))
    assert (first.chunks, second.chunks) == (4, 1)
    assert first.bytes > second.bytes > 0
    assert first.complete
    assert second.complete


async def test_footage_that_comes_due_at_another_time_is_told_apart(world: World) -> None:
    world.record(NOON - MINUTE, 2)
    first, second = await stretches(world.desk, MANAGER, CAMERA, NOON - HOUR, NOON + HOUR)
    assert first.end == second.start == NOON
    assert first.due is not None
    assert second.due == first.due + HOUR


async def test_what_is_overdue_is_not_told(world: World) -> None:
    world.record(NOON - timedelta(days=9), 1)
    assert await stretches(world.desk, MANAGER, CAMERA, NOON - timedelta(days=10), NOON) == []


@pytest.mark.parametrize(
    ("camera", "length", "key"),
    [("d" * 32, HOUR, "unknown_camera"), (CAMERA, 0 * HOUR, "span_empty")],
)
async def test_a_bad_question_is_refused(
    world: World, camera: str, length: timedelta, key: str
) -> None:
    with pytest.raises(Problem) as problem:
        await stretches(world.desk, MANAGER, camera, NOON, NOON + length)
    assert problem.value.key == key


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_nobody_else_is_told(world: World, actor: Actor) -> None:
    with pytest.raises(Refused):
        await stretches(world.desk, actor, CAMERA, NOON, NOON + HOUR)
    assert len(world.acts("refusal")) == 1
