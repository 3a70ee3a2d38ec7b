"""Appointing, releasing, handing over, leaving: never two managers, never no site owner."""

import asyncio
from datetime import datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Absence, Actor, Door, Person, Role
from custom_components.kuma_bouhan.procedure.appointments import (
    appoint,
    end,
    hand_over,
    lose,
    vacant,
)
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import NOON, PASSPHRASE, World

# Founding made "manager" site owner, manager and operator in one.
OWNER = Actor("manager", Door.FLOW)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def person(name: str, **facts: bool) -> Person:
    return Person(name, name.title(), **facts)


def flow(name: str) -> Actor:
    return Actor(name, Door.FLOW)


def roles(world: World, user: str, at: datetime | None = None) -> set[Role]:
    return set(world.desk.registers.roles_of(user, at or world.machine.wall))


async def test_an_appointment_says_who_what_when_and_by_whom(world: World) -> None:
    await appoint(
        world.desk,
        OWNER,
        Role.OPERATOR,
        person("hanako"),
        title=" 管理員 ",
        since=NOON + HOUR,
        until=NOON + DAY,
    )
    ordered, done = world.acts("appointed")[-2:]
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor == OWNER
    held = world.desk.registers.appointments[-1]
    assert (held.user_id, held.name, held.title) == ("hanako", "Hanako", "管理員")
    assert (held.since, held.until, held.appointed_by) == (NOON + HOUR, NOON + DAY, "manager")
    assert [bool(roles(world, "hanako", NOON + n * HOUR)) for n in (0, 1, 23, 24)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("role", "appoints"),
    [
        (Role.MANAGER, {"owner"}),
        (Role.DEPUTY, {"owner", "manager"}),
        (Role.OPERATOR, {"manager", "deputy"}),
        (Role.STAFF, {"manager", "deputy"}),
        (Role.COMPLAINT_OFFICER, {"owner", "manager", "deputy"}),
        (Role.SITE_OWNER, set()),
    ],
)
async def test_who_appoints_whom(world: World, role: Role, appoints: set[str]) -> None:
    desk = world.desk
    await appoint(desk, OWNER, Role.DEPUTY, person("deputy"), until=NOON + DAY)
    await appoint(desk, OWNER, Role.OPERATOR, person("operator"))
    await hand_over(desk, OWNER, Role.SITE_OWNER, person("owner"), secrecy_acknowledged=True)
    await end(desk, OWNER, Role.OPERATOR, "manager", secrecy_acknowledged=True)
    able = set()
    for who in ("owner", "manager", "deputy", "operator", "nobody"):
        try:
            await appoint(desk, flow(who), role, person("new"), until=NOON + HOUR)
        except Refused as refused:
            assert refused.key == f"role_needed_appoint_{role}"  # noqa: PT017
        except Problem as problem:
            assert problem.key in {"office_taken", "office_held_already", "site_is_handed_over"}  # noqa: PT017
            able.add(who)
        else:
            able.add(who)
    assert able == (appoints if role is not Role.SITE_OWNER else {"owner"})
    assert roles(world, "new") == (set() if role in (Role.MANAGER, Role.SITE_OWNER) else {role})


@pytest.mark.parametrize(
    ("role", "who", "period", "key"),
    [
        (Role.OPERATOR, None, {}, "user_unknown"),
        (Role.OPERATOR, person("a", is_active=False), {}, "user_inactive"),
        (Role.OPERATOR, person("a", is_person=False), {}, "user_is_program"),
        (Role.OPERATOR, person("a"), {"since": NOON - HOUR}, "since_past"),
        (Role.OPERATOR, person("a"), {"until": NOON}, "until_not_after_since"),
        (
            Role.OPERATOR,
            person("a"),
            {"since": NOON + DAY, "until": NOON + HOUR},
            "until_not_after_since",
        ),
        (Role.DEPUTY, person("a"), {}, "deputy_needs_period"),
        (Role.OPERATOR, person("manager"), {}, "office_held_already"),
        (Role.MANAGER, person("a"), {}, "office_taken"),
        (Role.MANAGER, person("a"), {"since": NOON + 999 * DAY}, "office_taken"),
        (Role.SITE_OWNER, person("a"), {}, "site_is_handed_over"),
    ],
)
async def test_what_cannot_be_is_said_and_not_entered(
    world: World, role: Role, who: Person | None, period: dict[str, datetime], key: str
) -> None:
    before = world.book.size
    with pytest.raises(Problem) as problem:
        await appoint(world.desk, OWNER, role, who, **period)  # type: ignore[arg-type]
    assert problem.value.key == key
    assert world.book.size == before


async def test_by_action_it_takes_an_unlocked_session(world: World) -> None:
    lock, actor = Lock(world.desk), Actor("manager", Door.ACTION)
    with pytest.raises(Refused) as refused:
        await appoint(world.desk, actor, Role.OPERATOR, person("a"))
    assert refused.value.key == "unlock_first"
    await lock.unlock(Actor("manager", Door.PANEL), PASSPHRASE)
    await appoint(world.desk, actor, Role.OPERATOR, person("a"))
    assert roles(world, "a") == {Role.OPERATOR}
    lock.close()


async def test_the_manager_changes_hands_in_one_act_now_or_later(world: World) -> None:
    done = await hand_over(
        world.desk,
        OWNER,
        Role.MANAGER,
        person("next"),
        title="理事長",
        since=NOON + DAY,
        secrecy_acknowledged=True,
    )
    assert done.from_user == "manager"
    holders = world.desk.registers.holders
    for at, who in ((NOON, "manager"), (NOON + DAY - HOUR, "manager"), (NOON + DAY, "next")):
        assert [held.user_id for held in holders(Role.MANAGER, at)] == [who]
    with pytest.raises(Problem, match="office_taken"):
        await hand_over(world.desk, OWNER, Role.MANAGER, person("third"), secrecy_acknowledged=True)
    with pytest.raises(Problem, match="office_taken"):
        await appoint(world.desk, OWNER, Role.MANAGER, person("third"), since=NOON + 2 * DAY)


async def test_a_hand_over_that_was_to_come_can_be_called_off(world: World) -> None:
    desk = world.desk
    await hand_over(
        desk, OWNER, Role.MANAGER, person("b"), since=NOON + DAY, secrecy_acknowledged=True
    )
    await end(desk, OWNER, Role.MANAGER, "b", secrecy_acknowledged=True)
    assert desk.registers.holders(Role.MANAGER, NOON)[0].user_id == "manager"
    assert desk.registers.holders(Role.MANAGER, NOON + 2 * DAY) == ()
    await appoint(desk, OWNER, Role.MANAGER, person("c"), since=NOON + DAY)
    assert desk.registers.holders(Role.MANAGER, NOON + 2 * DAY)[0].user_id == "c"


async def test_the_site_changes_hands_at_once_and_is_never_without_an_owner(world: World) -> None:
    desk = world.desk
    with pytest.raises(Problem, match="site_is_handed_over_now"):
        await hand_over(
            desk,
            OWNER,
            Role.SITE_OWNER,
            person("b"),
            since=NOON + DAY,
            secrecy_acknowledged=True,
        )
    with pytest.raises(Problem, match="site_is_handed_over"):
        await end(desk, OWNER, Role.SITE_OWNER, "manager", secrecy_acknowledged=True)
    await hand_over(desk, OWNER, Role.SITE_OWNER, person("b"), secrecy_acknowledged=True)
    assert roles(world, "b") == {Role.SITE_OWNER}
    assert roles(world, "manager") == {Role.MANAGER, Role.OPERATOR}


@pytest.mark.parametrize(
    ("role", "who", "key"),
    [
        (Role.OPERATOR, person("b"), "office_not_handed_over"),
        (Role.MANAGER, person("manager"), "office_held_already"),
        (Role.MANAGER, None, "user_unknown"),
    ],
)
async def test_what_cannot_be_handed_over(
    world: World, role: Role, who: Person | None, key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await hand_over(world.desk, OWNER, role, who, secrecy_acknowledged=True)


async def test_a_vacant_office_is_not_handed_over(world: World) -> None:
    await end(world.desk, OWNER, Role.MANAGER, "manager", secrecy_acknowledged=True)
    with pytest.raises(Problem, match="office_not_held"):
        await hand_over(world.desk, OWNER, Role.MANAGER, person("b"), secrecy_acknowledged=True)


async def test_whoever_leaves_acknowledges_that_secrecy_goes_on(world: World) -> None:
    desk = world.desk
    await appoint(desk, OWNER, Role.STAFF, person("taro"))
    for leaving in (
        end(desk, flow("taro"), Role.STAFF, "taro", secrecy_acknowledged=False),
        end(desk, OWNER, Role.MANAGER, "manager", secrecy_acknowledged=False),
        hand_over(desk, OWNER, Role.MANAGER, person("b"), secrecy_acknowledged=False),
    ):
        with pytest.raises(Problem, match="secrecy_missing"):
            await leaving
    # Leaving binds nobody else: no unlocked session is asked for.
    await end(desk, Actor("taro", Door.ACTION), Role.STAFF, "taro", secrecy_acknowledged=True)
    assert world.acts("appointment_ended")[-1].act.secrecy_acknowledged  # type: ignore[attr-defined]
    assert roles(world, "taro") == set()


async def test_who_is_released_may_have_been_told_or_not(world: World) -> None:
    await appoint(world.desk, OWNER, Role.OPERATOR, person("taro"))
    act = await end(world.desk, OWNER, Role.OPERATOR, "taro", secrecy_acknowledged=False)
    assert not act.secrecy_acknowledged
    held = world.desk.registers.appointments[-1]
    assert (held.until, held.ended_by) == (NOON, world.acts("appointment_ended")[-1].seq)


async def test_an_office_can_end_later_and_be_held_again(world: World) -> None:
    desk = world.desk
    await appoint(desk, OWNER, Role.OPERATOR, person("taro"))
    await end(desk, OWNER, Role.OPERATOR, "taro", until=NOON + DAY, secrecy_acknowledged=True)
    assert roles(world, "taro") == {Role.OPERATOR}
    await appoint(desk, OWNER, Role.OPERATOR, person("taro"), since=NOON + DAY)
    assert roles(world, "taro", NOON + 9 * DAY) == {Role.OPERATOR}
    with pytest.raises(Problem, match="office_not_held"):
        await end(desk, OWNER, Role.STAFF, "taro", secrecy_acknowledged=True)


async def test_a_deputy_acts_only_in_the_period_named(world: World) -> None:
    desk = world.desk
    await appoint(
        desk, OWNER, Role.DEPUTY, person("deputy"), since=NOON + HOUR, until=NOON + 2 * HOUR
    )
    for hours, allowed in ((0, False), (1, True), (2, False)):
        world.machine.set_wall(NOON + hours * HOUR)
        new = person(f"new {hours}")
        if allowed:
            await appoint(desk, flow("deputy"), Role.STAFF, new)
        else:
            with pytest.raises(Refused, match="role_needed_appoint_staff"):
                await appoint(desk, flow("deputy"), Role.STAFF, new)


async def test_of_two_who_appoint_a_manager_at_the_same_time_one_is_late(world: World) -> None:
    await end(world.desk, OWNER, Role.MANAGER, "manager", secrecy_acknowledged=True)
    outcome = await asyncio.gather(
        *(appoint(world.desk, OWNER, Role.MANAGER, person(name)) for name in "abc"),
        return_exceptions=True,
    )
    assert sorted(isinstance(result, Problem) for result in outcome) == [False, True, True]
    assert len(world.desk.registers.holders(Role.MANAGER, world.machine.wall)) == 1


async def test_who_is_gone_loses_every_office_and_every_key_at_once(world: World) -> None:
    desk, lock = world.desk, Lock(world.desk)
    await appoint(desk, OWNER, Role.STAFF, person("taro"))
    await lock.unlock(Actor("manager", Door.PANEL), PASSPHRASE)
    await lose(desk, lock, "manager", Absence.DEACTIVATED)
    assert lock.is_locked
    assert roles(world, "manager") == set()
    (entry,) = world.acts("role_lost")
    assert (entry.act.user_id, entry.act.absence) == ("manager", Absence.DEACTIVATED)  # type: ignore[attr-defined]
    assert set(entry.act.roles) == {Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR}  # type: ignore[attr-defined]
    assert vacant(desk.registers, NOON) == (Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR)
    await lose(desk, lock, "manager", Absence.DELETED)
    assert len(world.acts("role_lost")) == 1
    # The book says it after a restart too.
    world.restart()
    assert roles(world, "manager") == set()
    assert roles(world, "taro") == {Role.STAFF}


async def test_what_was_to_come_is_lost_too_and_can_be_given_anew(world: World) -> None:
    desk, lock = world.desk, Lock(world.desk)
    await appoint(desk, OWNER, Role.OPERATOR, person("taro"), since=NOON + DAY)
    await lose(desk, lock, "taro", Absence.DELETED)
    assert roles(world, "taro", NOON + 2 * DAY) == set()
    assert vacant(desk.registers, NOON) == ()
    await appoint(desk, OWNER, Role.OPERATOR, person("taro"))
    assert desk.roles_of(flow("taro")) == {Role.OPERATOR}


async def test_a_book_that_cannot_be_written_gives_nobody_an_office_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, lock = world.desk, Lock(world.desk)
    await lock.unlock(Actor("manager", Door.PANEL), PASSPHRASE)

    def full(*_args: object, **_kwargs: object) -> None:
        raise Problem("book_full")

    with monkeypatch.context() as patch:
        patch.setattr(world.book, "append", full)
        with pytest.raises(Problem, match="book_full"):
            await lose(desk, lock, "manager", Absence.DELETED)
    assert lock.is_locked
    assert desk.roles_of(OWNER) == frozenset()


async def test_a_lost_office_that_was_filled_again_is_not_missed_later(world: World) -> None:
    desk = world.desk
    await appoint(desk, OWNER, Role.STAFF, person("a"))
    await lose(desk, Lock(desk), "a", Absence.DELETED)
    assert vacant(desk.registers, NOON) == (Role.STAFF,)
    await appoint(desk, OWNER, Role.STAFF, person("b"), until=NOON + HOUR)
    assert vacant(desk.registers, NOON) == vacant(desk.registers, NOON + DAY) == ()


async def test_keys_go_with_the_office(world: World) -> None:
    desk, lock = world.desk, Lock(world.desk)
    await lock.unlock(Actor("manager", Door.PANEL), PASSPHRASE)
    await end(desk, OWNER, Role.MANAGER, "manager", secrecy_acknowledged=True)
    assert not lock.is_locked  # still an operator
    await end(desk, flow("manager"), Role.OPERATOR, "manager", secrecy_acknowledged=True)
    assert lock.is_locked
