"""Whether the clock can be believed."""

from datetime import UTC, datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.procedure import clock

from .conftest import AUTOMATION, MANAGER, NOON, STRANGER, World

HOUR = timedelta(hours=1)


async def test_a_synchronised_kernel_is_believed(world: World) -> None:
    assert world.desk.clock.trusted
    world.machine.synchronised = False
    assert not world.desk.clock.trusted


async def test_a_persons_word_is_believed_for_as_long_as_the_clock_is_not_moved(
    world: World,
) -> None:
    world.machine.synchronised = False
    await clock.confirm(world.desk, MANAGER)
    assert world.desk.clock.trusted
    world.machine.pass_time(HOUR)
    assert world.desk.clock.trusted
    world.machine.set_wall(NOON + 30 * HOUR)
    assert not world.desk.clock.trusted
    world.machine.set_wall(NOON + HOUR)
    assert world.desk.clock.trusted


async def test_a_persons_word_survives_a_restart_and_not_a_reboot(world: World) -> None:
    world.machine.synchronised = False
    await clock.confirm(world.desk, MANAGER)
    world.machine.pass_time(HOUR)
    world.restart()
    assert world.desk.clock.trusted
    world.machine.reboot(HOUR, "boot-2")
    world.restart()
    assert not world.desk.clock.trusted


async def test_drift_is_no_jump(world: World) -> None:
    world.machine.synchronised = False
    await clock.confirm(world.desk, MANAGER)
    world.machine.wall += timedelta(seconds=30)
    assert world.desk.clock.trusted


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_only_a_person_with_a_role_vouches(world: World, actor: clock.Actor) -> None:
    world.machine.synchronised = False
    with pytest.raises(Refused):
        await clock.confirm(world.desk, actor)
    assert not world.desk.clock.trusted


async def test_a_moment_of_an_unknown_boot_is_taken_for_now(world: World) -> None:
    assert world.desk.clock.corrected(datetime(1970, 1, 1, tzinfo=UTC), None) == NOON
