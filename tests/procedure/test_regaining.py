"""A site is never bricked: the recovery code, or a re-founding after notice to every role."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Person, Role
from custom_components.kuma_bouhan.procedure import recovery, regaining
from custom_components.kuma_bouhan.procedure.appointments import appoint
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.regaining import announce, object_to, restore
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from .conftest import CAMERA, CHEAP, NOON, PASSPHRASE, STRANGER, World

ADMIN = Actor("admin", Door.FLOW)
ADMIN_PERSON = Person("admin", "Admin")
OWNER = Actor("manager", Door.FLOW)
NEW = "あたらしい ことば で はじめる いえ"
HOUR = timedelta(hours=1)


def roles(world: World, user: str) -> set[Role]:
    return set(world.desk.registers.roles_of(user, world.machine.wall))


async def carry_out(
    world: World, code: str | None = None, *, ha_owner: bool = True, who: str = "admin"
) -> str:
    code = code or new_recovery_code()
    await regaining.carry_out(
        world.desk,
        Actor(who, Door.FLOW),
        Person(who, who.title()),
        NEW,
        code,
        ha_owner=ha_owner,
        cost=CHEAP,
    )
    return code


# With the code -------------------------------------------------------------------------------


async def test_with_the_code_an_owner_of_home_assistant_becomes_site_owner(world: World) -> None:
    await restore(world.desk, ADMIN, ADMIN_PERSON, world.code, ha_owner=True)
    assert roles(world, "admin") == {Role.SITE_OWNER}
    assert roles(world, "manager") == {Role.MANAGER, Role.OPERATOR}
    assert world.acts("site_owner_restored")[-1].actor == ADMIN
    assert world.desk.registers.code_used
    world.restart()
    assert world.desk.registers.code_used
    assert roles(world, "admin") == {Role.SITE_OWNER}


async def test_neither_the_code_nor_owning_home_assistant_is_enough(world: World) -> None:
    with pytest.raises(Refused, match="ha_owner_needed"):
        await restore(world.desk, ADMIN, ADMIN_PERSON, world.code, ha_owner=False)
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        await restore(world.desk, ADMIN, ADMIN_PERSON, new_recovery_code(), ha_owner=True)
    with pytest.raises(Refused, match="ha_owner_needed"):
        await restore(world.desk, OWNER, ADMIN_PERSON, world.code, ha_owner=False)
    assert roles(world, "admin") == set()
    assert world.acts("site_owner_restored") == []
    assert not world.desk.registers.code_used


# The notice ----------------------------------------------------------------------------------


async def test_a_notice_is_given_once_and_waits_seven_days(world: World) -> None:
    act = await announce(world.desk, ADMIN, ha_owner=True)
    assert act.ready == NOON + NOTICE
    with pytest.raises(Problem, match="refounding_announced"):
        await announce(world.desk, ADMIN, ha_owner=True)
    for days in (0, 6):
        world.machine.set_wall(NOON + timedelta(days=days))
        with pytest.raises(Problem, match="refounding_too_early") as early:
            await carry_out(world)
        assert early.value.placeholders == {"ready": "2026-11-30 12:00"}
    world.restart()
    notice = world.desk.registers.refounding
    assert notice is not None
    assert (notice.ready, notice.by) == (NOON + NOTICE, "admin")


async def test_without_a_notice_nothing_is_carried_out(world: World) -> None:
    with pytest.raises(Problem, match="refounding_not_announced"):
        await carry_out(world)
    with pytest.raises(Refused, match="ha_owner_needed"):
        await announce(world.desk, OWNER, ha_owner=False)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.STAFF, Role.COMPLAINT_OFFICER])
async def test_anybody_with_a_role_can_object_and_nobody_else(world: World, role: Role) -> None:
    desk, officer = world.desk, Actor("taro", Door.ACTION)
    await appoint(desk, OWNER, role, Person("taro", "Taro"))
    with pytest.raises(Problem, match="refounding_not_announced"):
        await object_to(desk, officer)
    await announce(desk, ADMIN, ha_owner=True)
    with pytest.raises(Refused, match="role_needed_object_to_refounding"):
        await object_to(desk, STRANGER)
    await object_to(desk, officer)
    assert desk.registers.refounding is None
    assert world.acts("refounding_withdrawn")[-1].actor == officer
    world.machine.pass_time(NOTICE)
    with pytest.raises(Problem, match="refounding_not_announced"):
        await carry_out(world)
    # A new notice runs its seven days again.
    assert (await announce(desk, ADMIN, ha_owner=True)).ready == NOON + 2 * NOTICE


async def test_moving_a_clock_that_nobody_vouches_for_shortens_nothing(world: World) -> None:
    world.machine.synchronised = False
    with pytest.raises(Problem, match="notice_needs_clock"):
        await announce(world.desk, ADMIN, ha_owner=True)
    world.machine.synchronised = True
    await announce(world.desk, ADMIN, ha_owner=True)
    world.machine.synchronised = False
    world.machine.set_wall(NOON + 2 * NOTICE)
    with pytest.raises(Problem, match="notice_needs_clock"):
        await carry_out(world)
    world.machine.synchronised = True
    world.machine.set_wall(NOON + HOUR)
    with pytest.raises(Problem, match="refounding_too_early"):
        await carry_out(world)


# Carrying it out -----------------------------------------------------------------------------


@pytest.mark.parametrize("founder", ["admin", "manager"])
async def test_new_footage_opens_with_the_new_passphrase_and_old_does_not(
    world: World, founder: str
) -> None:
    desk, lock = world.desk, Lock(world.desk)
    world.record(NOON, 1)
    await appoint(desk, OWNER, Role.STAFF, Person("taro", "Taro"))
    await announce(desk, ADMIN, ha_owner=True)
    await world.pass_time(NOTICE - timedelta(minutes=5))
    await lock.unlock(Actor("manager", Door.PANEL), PASSPHRASE)
    fingerprint, size = world.vault.fingerprint, world.book.size
    world.machine.pass_time(timedelta(minutes=5))
    code = await carry_out(world, who=founder)
    # Offices: the founder's alone; whoever held the keys holds them no longer.
    assert roles(world, founder) == {Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR}
    assert roles(world, "taro") == set()
    assert roles(world, "manager") == (roles(world, founder) if founder == "manager" else set())
    assert lock.is_locked == (founder == "admin")
    lock.close()
    # The book goes on.
    assert desk.registers.refounding is None
    assert world.book.size > size
    done = world.acts("refounded")[-1]
    assert done.phase is Phase.DONE
    assert done.act.vault_fingerprint == world.vault.fingerprint != fingerprint  # type: ignore[attr-defined]
    assert desk.registers.signing_keys[founder] == world.vault.keys.signing[founder]
    # Footage: each secret opens what was recorded under it.
    world.record(world.machine.wall, 1)
    chunks = world.vault.chunks(CAMERA, NOON, NOON + 30 * NOTICE, now=NOON)
    old, new = sorted(chunks, key=lambda chunk: chunk.start)
    world.restart()
    for secrets, sees_old, sees_new in (
        (world.vault.unlock("manager", PASSPHRASE), True, False),
        (world.vault.unlock_by_recovery_code(world.code), True, False),
        (world.vault.unlock(founder, NEW), False, True),
        (world.vault.unlock_by_recovery_code(code), False, True),
    ):
        with secrets:
            for chunk, seen in ((old, sees_old), (new, sees_new)):
                if seen:
                    assert world.vault.read(secrets, chunk, now=NOON).fragments
                else:
                    with pytest.raises(VaultProblem, match="footage_sealed"):
                        world.vault.read(secrets, chunk, now=NOON)


async def test_a_new_code_takes_the_place_of_a_used_one(world: World) -> None:
    await restore(world.desk, ADMIN, ADMIN_PERSON, world.code, ha_owner=True)
    await announce(world.desk, ADMIN, ha_owner=True)
    world.machine.pass_time(NOTICE)
    await carry_out(world)
    assert not world.desk.registers.code_used


@pytest.mark.parametrize("begun", [False, True])
async def test_a_re_founding_that_was_cut_off_counts_once_its_keys_are_there(
    world: World, begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    await announce(world.desk, ADMIN, ha_owner=True)
    world.machine.pass_time(NOTICE)
    begin = world.vault.keys.begin_epoch

    class PowerCut(BaseException):
        """Nothing after it runs."""

    def off(*_args: object, **_kwargs: object) -> None:
        raise PowerCut

    def cut(*args: object, **kwargs: object) -> None:
        if begun:
            begin(*args, **kwargs)  # type: ignore[arg-type]
        monkeypatch.setattr(world.book, "append", off)
        off()

    with monkeypatch.context() as patch:
        patch.setattr(world.vault.keys, "begin_epoch", cut)
        with pytest.raises(PowerCut):
            await carry_out(world)
    monkeypatch.undo()
    world.restart()
    assert len(world.desk.registers.pending) == 1
    await recovery.finish_orders(world.desk, world.erasure)
    assert world.acts("refounded")[-1].phase is (Phase.DONE if begun else Phase.FAILED)
    assert bool(roles(world, "admin")) == begun
    assert (world.desk.registers.refounding is None) == begun
    with world.vault.unlock("manager", PASSPHRASE) as opened:
        assert opened.epoch(1)


async def test_a_site_whose_settings_nobody_knows_is_not_re_founded(world: World) -> None:
    await announce(world.desk, ADMIN, ha_owner=True)
    world.machine.pass_time(NOTICE)
    world.desk.registers.settings = None
    with pytest.raises(Problem, match="site_not_set_up"):
        await carry_out(world)
