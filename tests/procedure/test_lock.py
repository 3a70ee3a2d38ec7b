"""Opening and locking the vault, 4(4)ウ."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.procedure.lock import OPEN_FOR, Lock

from .conftest import AUTOMATION, MANAGER, PASSPHRASE, STRANGER, World


async def test_the_vault_begins_locked_and_opens_for_a_key_holder(world: World) -> None:
    lock = Lock(world.desk)
    assert lock.is_locked
    until = await lock.unlock(MANAGER, PASSPHRASE)
    assert until == world.machine.wall + OPEN_FOR
    assert not lock.is_locked
    assert len(world.acts("unlocked")) == 2


async def test_it_locks_by_itself(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(OPEN_FOR - timedelta(seconds=1))
    assert not lock.is_locked
    await world.pass_time(timedelta(seconds=1))
    assert lock.is_locked
    assert len(world.acts("locked")) == 1


async def test_unlocking_again_begins_anew(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(OPEN_FOR / 2)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(OPEN_FOR / 2)
    assert not lock.is_locked


async def test_anybody_may_lock_and_it_is_entered_once(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await lock.lock(AUTOMATION)
    await lock.lock(AUTOMATION)
    assert lock.is_locked
    assert len(world.acts("locked")) == 1


async def test_a_wrong_passphrase_opens_nothing(world: World) -> None:
    lock = Lock(world.desk)
    with pytest.raises(Problem) as problem:
        await lock.unlock(MANAGER, PASSPHRASE + "x")
    assert problem.value.key == "wrong_passphrase"
    assert lock.is_locked


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_the_right_passphrase_in_the_wrong_hands_opens_nothing(
    world: World, actor: object
) -> None:
    lock = Lock(world.desk)
    with pytest.raises(Refused):
        await lock.unlock(actor, PASSPHRASE)  # type: ignore[arg-type]
    assert lock.is_locked
