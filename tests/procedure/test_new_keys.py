"""New keys in the place of keys that stand: announced first, and taken back by whoever still opens the vault. 4(4)ウ."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Person, Role
from custom_components.kuma_bouhan.procedure import appointments, key_facts, new_keys, regaining
from custom_components.kuma_bouhan.records.acts import KeysBegun, NewKeysWithdrawn
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from tests.vault.tampering import tampered

from .conftest import NOON, PASSPHRASE, STRANGER, World
from .test_custody import (
    CHOSEN,
    DEPUTY,
    HOUR,
    MANAGER,
    OPERATOR,
    OTHER,
    OWNER,
    House,
    acts,
    house as a_building,
    refused,
)

house = a_building


async def begin(house: House, actor: Actor = MANAGER, code: str = "") -> str:
    """Begin new keys; return the new recovery code."""
    handed = await house.keys.prepare_keys(actor, CHOSEN, CHOSEN, "ja", code=code)
    await house.keys.confirm_keys(actor, handed.code[-4:])
    return handed.code


async def blocked(world: World, actor: Actor = MANAGER) -> str:
    """Return the key of what keeps new keys from beginning, as the panel is told."""
    found = (await key_facts.read(world.desk, actor)).blocked
    return found.key if found else ""


async def test_whoever_has_only_the_managers_login_begins_no_new_keys(house: House) -> None:
    assert await refused(begin(house)) == "new_keys_need_notice"
    await new_keys.announce(house.world.desk, MANAGER)
    assert await refused(begin(house)) == "new_keys_too_early"
    assert list(acts(house.world, KeysBegun)) == []
    assert house.world.vault.keys.current.number == 1


async def test_a_lost_passphrase_is_announced_and_new_keys_begin_after_the_notice(
    house: House,
) -> None:
    world = house.world
    assert await blocked(world) == "new_keys_need_notice"
    act = await new_keys.announce(world.desk, MANAGER)
    assert act.ready == NOON + NOTICE
    assert await refused(new_keys.announce(world.desk, MANAGER)) == "new_keys_announced"
    world.machine.pass_time(NOTICE - HOUR)
    await house.restart()
    facts = await key_facts.read(world.desk, OPERATOR)
    assert facts.announced == NOON + NOTICE
    assert await blocked(world) == "new_keys_too_early"
    world.record(world.machine.wall, 1)  # recording goes on
    world.machine.pass_time(HOUR)
    assert await blocked(world) == ""
    await begin(house)
    (begun,) = acts(world, KeysBegun)
    assert not begun.by_code
    assert world.desk.registers.custody.notice is None
    assert await house.sees(MANAGER, CHOSEN) == 0


async def test_the_recovery_code_speaks_for_new_keys_at_once(house: House) -> None:
    world = house.world
    await house.join(OPERATOR)
    first = world.code
    assert await refused(begin(house, code=new_recovery_code())) == "wrong_recovery_code"
    second = await begin(house, code=first)
    assert [act.by_code for act in acts(world, KeysBegun)] == [True]
    # The paper of before opens older footage, and speaks for nothing that is recorded now.
    assert await refused(begin(house, code=first)) == "wrong_recovery_code"
    await begin(house, DEPUTY, code=second)


async def test_where_another_person_holds_a_key_that_person_is_asked(house: House) -> None:
    world = house.world
    await house.join(OPERATOR)
    for actor in (MANAGER, DEPUTY):
        assert await blocked(world, actor) == "new_keys_held"
        assert await refused(begin(house, actor)) == "new_keys_held"
        assert await refused(new_keys.announce(world.desk, actor)) == "new_keys_held"
    # A key that opens nothing that is recorded now keeps nobody waiting.
    await house.keys.remove(OWNER, "operator")
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    assert await blocked(world) == "new_keys_need_notice"


async def test_a_key_whose_holder_has_no_office_any_more_gives_way_after_the_notice(
    house: House,
) -> None:
    """Else whoever can hand the manager's office to a user of theirs would go round it."""
    world, flow = house.world, Actor("owner", Door.FLOW)
    person = Person("deputy", "代行 三郎")
    await appointments.hand_over(world.desk, flow, Role.MANAGER, person, secrecy_acknowledged=True)
    # As an operator they still view: the new manager names them deputy, and is admitted by them.
    assert await refused(begin(house, DEPUTY)) == "new_keys_held"
    successor = Actor("deputy", Door.FLOW)
    await appointments.end(
        world.desk, successor, Role.OPERATOR, "manager", secrecy_acknowledged=True
    )
    assert await refused(begin(house, DEPUTY)) == "new_keys_need_notice"
    await new_keys.announce(world.desk, DEPUTY)
    world.machine.pass_time(NOTICE)
    await begin(house, DEPUTY)


async def test_anybody_with_a_role_objects_and_nobody_else(house: House) -> None:
    desk = house.world.desk
    assert await refused(new_keys.object_to(desk, OPERATOR)) == "new_keys_not_announced"
    for actor in (OWNER, OPERATOR, STRANGER):
        assert await refused(new_keys.announce(desk, actor)) == "role_needed_begin_keys"
    await new_keys.announce(desk, MANAGER)
    assert await refused(new_keys.object_to(desk, STRANGER)) == "role_needed_object_to_refounding"
    await new_keys.object_to(desk, OPERATOR)
    assert [act.opened for act in acts(house.world, NewKeysWithdrawn)] == [False]
    house.world.machine.pass_time(NOTICE)
    assert await refused(begin(house)) == "new_keys_need_notice"


async def unlock(house: House) -> None:
    await house.lock.unlock(MANAGER, PASSPHRASE)


async def change(house: House) -> None:
    await house.keys.change_passphrase(MANAGER, PASSPHRASE, OTHER, OTHER)


async def use_the_code(house: House) -> None:
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    await house.keys.admit_by_code(DEPUTY, house.world.code)


async def restore(house: House) -> None:
    admin = Actor("admin", Door.FLOW)
    person = Person("admin", "管理 者")
    await regaining.restore(house.world.desk, admin, person, house.world.code, ha_owner=True)


@pytest.mark.parametrize("way", [unlock, change, use_the_code, restore])
async def test_whoever_still_opens_the_vault_takes_the_notice_back_by_it(
    house: House, way: Callable[[House], Awaitable[None]]
) -> None:
    await new_keys.announce(house.world.desk, MANAGER)
    await way(house)
    (entry,) = house.world.acts("new_keys_withdrawn")
    assert isinstance(entry.act, NewKeysWithdrawn)
    assert entry.act.opened
    assert house.world.desk.registers.custody.notice is None


async def test_unlocking_in_time_stops_new_keys_that_are_being_written_down(house: House) -> None:
    await new_keys.announce(house.world.desk, MANAGER)
    house.world.machine.pass_time(NOTICE)
    handed = await house.keys.prepare_keys(MANAGER, CHOSEN, CHOSEN, "ja")
    await house.unlock()
    doing = house.keys.confirm_keys(MANAGER, handed.code[-4:])
    assert await refused(doing) == "new_keys_need_notice"


async def test_a_key_that_only_signs_and_a_wrong_passphrase_take_nothing_back(
    house: House,
) -> None:
    await house.keys.make(OWNER, OTHER, OTHER)
    await new_keys.announce(house.world.desk, MANAGER)
    await house.unlock(OWNER, OTHER)
    assert await refused(house.lock.unlock(MANAGER, CHOSEN)) == "wrong_passphrase"
    assert house.world.desk.registers.custody.notice is not None


async def test_moving_a_clock_that_nobody_vouches_for_shortens_nothing(house: House) -> None:
    machine, desk = house.world.machine, house.world.desk
    machine.synchronised = False
    assert await refused(new_keys.announce(desk, MANAGER)) == "notice_needs_clock"
    machine.synchronised = True
    await new_keys.announce(desk, MANAGER)
    machine.synchronised = False
    machine.set_wall(NOON + 2 * NOTICE)
    assert await refused(begin(house)) == "notice_needs_clock"


async def test_a_code_that_tells_of_tampering_is_entered_and_new_keys_begin_at_once(
    house: House,
) -> None:
    world = house.world
    world.stop()
    with tampered(world.vault_path) as content:
        content["holders"][0]["public"] = content["recovery"][0]["public"]
    world.start()
    house.begin()
    assert await refused(begin(house, code=world.code)) == "vault_key_changed"
    assert world.desk.registers.custody.tampered
    world.machine.pass_time(timedelta(minutes=1))
    await begin(house)
