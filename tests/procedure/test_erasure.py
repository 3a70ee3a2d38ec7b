"""Erasing footage, 4(4)エ."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.procedure import recovery, retention
from custom_components.kuma_bouhan.records.acts import ErasureAsked
from custom_components.kuma_bouhan.records.entry import Phase

from ..vault.pieces import open_apart
from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World

HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)


def footage(world: World) -> int:
    listed = world.vault.chunks(CAMERA, NOON - WEEK, NOON + 9 * WEEK, now=world.machine.now())
    return len(listed)


async def test_footage_stands_its_period_and_is_gone_after_it(world: World) -> None:
    world.record(NOON, 10)
    await world.pass_time(HOUR)
    await world.erasure.run()
    assert footage(world) == 10

    await world.pass_time(WEEK - timedelta(seconds=1))
    assert footage(world) == 10
    await world.pass_time(timedelta(seconds=1))

    assert footage(world) == 0
    assert [told.reason for told in world.told] == [ErasureReason.PERIOD_OVER]
    assert not list(world.vault_path.rglob("*.kbc"))


async def test_the_timer_is_armed_for_the_next_hour_of_footage(world: World) -> None:
    world.record(NOON, 70)
    await world.pass_time(2 * HOUR)
    await world.erasure.run()
    await world.pass_time(WEEK - HOUR)
    assert footage(world) == 10
    await world.pass_time(HOUR)
    assert footage(world) == 0
    assert len(world.told) == 2


async def test_what_came_due_while_the_site_was_off_goes_at_the_next_start(world: World) -> None:
    world.record(NOON, 10)
    world.stop()
    world.machine.pass_time(timedelta(days=21))
    world.start()
    assert footage(world) == 0, "overdue footage is shown to nobody, erased or not"
    assert await world.erasure.run() == 1


async def test_nothing_is_erased_by_a_clock_that_nobody_vouches_for(world: World) -> None:
    world.record(NOON, 10)
    world.machine.synchronised = False
    world.machine.set_wall(NOON + 3 * WEEK)
    assert await world.erasure.run() == 0
    assert len(world.vault.slots()) == 1
    assert footage(world) == 0
    with pytest.raises(Problem) as problem:
        await world.erasure.purge(MANAGER)
    assert problem.value.key == "clock_not_trusted"

    world.machine.set_wall(NOON + HOUR)
    world.machine.synchronised = True
    assert await world.erasure.run() == 0
    assert footage(world) == 10


async def test_a_full_or_failing_disk_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.record(NOON, 10)
    await world.pass_time(WEEK + HOUR)

    def refuse(*_args: object) -> None:
        raise OSError(5, "input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(world.vault, "destroy", refuse)
        assert await world.erasure.run() == 0
        assert world.erasure.failing
    await world.pass_time(timedelta(seconds=30))
    assert not world.erasure.failing
    assert len(world.told) == 1


async def test_footage_that_is_no_longer_needed_is_erased_with_its_true_bounds(
    world: World,
) -> None:
    world.record(NOON, 30)
    await world.pass_time(HOUR)
    done = await world.erasure.erase(
        MANAGER,
        CAMERA,
        NOON + timedelta(minutes=10, seconds=30),
        NOON + timedelta(minutes=12),
        "撮影範囲外の住居が写っていたため",
    )
    assert done.true_start == NOON + timedelta(minutes=10)
    assert done.true_end is not None
    assert done.true_end >= NOON + timedelta(minutes=12)
    assert footage(world) == 30 - done.chunks
    phases = [entry.phase for entry in world.acts("erasure_asked")]
    assert phases == [Phase.ORDERED, Phase.DONE]
    assert world.told[-1].reason is ErasureReason.NO_LONGER_NEEDED


@pytest.mark.parametrize(
    ("minutes", "reason", "key"),
    [
        ((5, 5), "わけ", "span_empty"),
        ((5, 6), "  ", "reason_missing"),
        ((500, 600), "わけ", "no_footage_in_span"),
    ],
)
async def test_an_erasure_that_makes_no_sense_says_why(
    world: World, minutes: tuple[int, int], reason: str, key: str
) -> None:
    world.record(NOON, 10)
    start, end = (NOON + timedelta(minutes=minute) for minute in minutes)
    with pytest.raises(Problem) as problem:
        await world.erasure.erase(MANAGER, CAMERA, start, end, reason)
    assert problem.value.key == key
    assert footage(world) == 10


async def test_an_unknown_camera_has_nothing_to_erase(world: World) -> None:
    with pytest.raises(Problem) as problem:
        await world.erasure.erase(MANAGER, "ff" * 16, NOON, NOON + HOUR, "わけ")
    assert problem.value.key == "unknown_camera"


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_only_a_person_with_a_role_erases_and_a_refusal_is_entered(
    world: World, actor: object
) -> None:
    world.record(NOON, 10)
    with pytest.raises(Refused):
        await world.erasure.erase(actor, CAMERA, NOON, NOON + HOUR, "わけ")  # type: ignore[arg-type]
    assert footage(world) == 10
    assert len(world.acts("refusal")) == 1


async def test_an_automation_may_purge_what_is_due_and_nothing_else(world: World) -> None:
    world.record(NOON, 70)
    world.machine.pass_time(WEEK + HOUR)
    assert await world.erasure.purge(AUTOMATION) == 1
    assert footage(world) == 10
    assert [entry.phase for entry in world.acts("purge_asked")] == [Phase.ORDERED, Phase.DONE]


async def test_an_erasure_that_a_stop_interrupted_is_finished_at_the_next_start(
    world: World,
) -> None:
    world.record(NOON, 10)
    order = ErasureAsked(camera=CAMERA, start=NOON, end=NOON + HOUR, reason_text="わけ")
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    world.restart()
    assert await recovery.finish_orders(world.desk, world.erasure) == 1
    assert footage(world) == 0
    assert not world.desk.registers.pending
    assert world.acts("erasure_asked")[-1].phase is Phase.DONE


async def test_an_erasure_that_was_done_but_not_entered_is_confirmed_by_its_tombstones(
    world: World,
) -> None:
    world.record(NOON, 10)
    order = ErasureAsked(camera=CAMERA, start=NOON, end=NOON + HOUR, reason_text="わけ")
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    destroyed, _ = world.vault.erase_span(
        CAMERA, NOON, NOON + HOUR, reason=ErasureReason.NO_LONGER_NEEDED, at=world.machine.now()
    )
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    done = world.acts("erasure_asked")[-1]
    assert done.phase is Phase.DONE
    assert done.act.slots == tuple(slot.id for slot in destroyed.erased)  # type: ignore[attr-defined]


async def test_an_interrupted_erasure_of_nothing_ends_as_failed(
    world: World,
) -> None:
    order = ErasureAsked(camera=CAMERA, start=NOON, end=NOON + HOUR, reason_text="わけ")
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    assert world.acts("erasure_asked")[-1].phase is Phase.FAILED
    assert not world.desk.registers.pending


async def test_footage_that_is_held_is_neither_erased_on_request_nor_shortened(
    world: World,
) -> None:
    world.record(NOON, 10)
    held = world.vault.chunks(CAMERA, NOON, NOON + timedelta(minutes=2), now=NOON)
    until = NOON + 3 * WEEK
    slot = open_apart(world.vault, CAMERA, NOON, until)
    world.vault.rewrap([chunk.id for chunk in held], slot)

    with pytest.raises(Problem) as problem:
        await world.erasure.erase(MANAGER, CAMERA, NOON, NOON + HOUR, "わけ")
    assert problem.value.key == "footage_held"
    assert footage(world) == 10
    seen = await retention.preview(world.desk, None, 1)
    await retention.change(world.desk, MANAGER, None, 1, seen=seen)
    assert until in {standing.due for standing in world.vault.slots()}

    beside = NOON + timedelta(minutes=5), NOON + timedelta(minutes=6)
    await world.erasure.erase(MANAGER, CAMERA, *beside, "わけ")
    assert footage(world) < 10
