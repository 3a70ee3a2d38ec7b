"""Instruction: from the site owner to the manager, from the manager to the others, acknowledged by each: 運用基準例 3(3)イ."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.instruction import (
    INSTRUCTED,
    Topic,
    is_instructed,
    teaches,
)
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Role
from custom_components.kuma_bouhan.procedure import duties, instruction, personal_data
from custom_components.kuma_bouhan.procedure.permission import LONGEST_TEXT
from custom_components.kuma_bouhan.records.acts import Appointed, AppointmentEnded, HandedOver
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import AUTOMATION, MANAGER, NOON, STRANGER, World

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
OWNER = MANAGER
"""Whoever set the site up: site owner, until somebody else is manager also that."""
BOSS = Actor("boss", Door.PANEL)
DEPUTY = Actor("deputy", Door.PANEL)
OPERATOR = Actor("operator", Door.PANEL)
STAFF = Actor("staff", Door.PANEL)
TOPICS = (Topic.STANDARD, Topic.PRIVACY)


async def appoint(world: World, role: Role, user: str) -> None:
    until = world.machine.wall + 1000 * DAY if role is Role.DEPUTY else None
    act = Appointed(
        role=role,
        user_id=user,
        since=world.machine.wall,
        until=until,
        name=f"氏名 {user}",
        title="",
    )
    await world.desk.append(act, OWNER, Phase.DONE)


async def leave(world: World, role: Role, user: str) -> None:
    act = AppointmentEnded(
        role=role, user_id=user, until=world.machine.wall, secrecy_acknowledged=True
    )
    await world.desk.append(act, OWNER, Phase.DONE)


@pytest.fixture
async def building(world: World) -> World:
    """Have a site owner, a manager, a deputy, an operator and staff: each somebody else."""
    act = HandedOver(
        role=Role.MANAGER,
        from_user="manager",
        user_id="boss",
        since=NOON,
        secrecy_acknowledged=True,
        name="氏名 boss",
        title="",
    )
    await world.desk.append(act, OWNER, Phase.DONE)
    await leave(world, Role.OPERATOR, "manager")
    for role in (Role.DEPUTY, Role.OPERATOR, Role.STAFF):
        await appoint(world, role, role.value)
    return world


async def hold(site: World, actor: Actor, *users: str, **changes: Any) -> int:
    given: dict[str, Any] = {
        "topics": TOPICS,
        "held": site.machine.wall,
        "text": "運用基準を読んだ。",
    }
    return await instruction.hold(site.desk, actor, users=users, **given | changes)


def due(site: World, kind: DutyKind = DutyKind.INSTRUCTION) -> dict[str | None, datetime]:
    return {one.user: one.due for one in instruction.duties(site.desk) if one.kind is kind}


# --- Who teaches whom


@pytest.mark.parametrize(
    ("teacher", "allowed"),
    [
        (OWNER, {"boss", "deputy"}),
        (BOSS, {"operator", "staff"}),
        (DEPUTY, {"operator", "staff"}),
    ],
)
async def test_each_teaches_who_works_under_them(
    building: World, teacher: Actor, allowed: set[str]
) -> None:
    for user in ("boss", "deputy", "operator", "staff"):
        if user in allowed:
            await hold(building, teacher, user)
        elif user != teacher.user_id:
            with pytest.raises(Problem, match="instruction_of_others"):
                await hold(building, teacher, user)
    taught = {
        user
        for one in building.desk.registers.instructions.by_number.values()
        for user in one.users
    }
    assert taught == allowed
    listing = await instruction.listed(building.desk, teacher)
    assert {one.user_id for one in listing.people if one.teach} == allowed
    assert {one.user_id for one in listing.people} == {"boss", "deputy", "operator", "staff"}


async def test_who_is_owner_and_manager_teaches_everybody_and_is_taught_by_nobody(
    world: World,
) -> None:
    for role in (Role.DEPUTY, Role.OPERATOR, Role.STAFF, Role.COMPLAINT_OFFICER):
        await appoint(world, role, role.value)
    await hold(world, OWNER, "deputy", "operator", "staff", "complaint_officer")
    with pytest.raises(Problem, match="instruction_of_others"):
        await hold(world, DEPUTY, "manager")
    assert set(due(world)) == {"deputy", "operator", "staff", "complaint_officer"}


async def test_nobody_teaches_themselves(building: World) -> None:
    for teacher in (OWNER, BOSS):
        with pytest.raises(Problem, match="instruction_of_oneself"):
            await hold(building, teacher, "operator", teacher.user_id or "")


async def test_a_site_owner_who_is_operator_under_a_manager_is_taught_by_the_manager(
    building: World,
) -> None:
    await appoint(building, Role.OPERATOR, "manager")
    assert "manager" in due(building)
    await hold(building, BOSS, "manager")


def test_the_table_of_who_teaches_whom() -> None:
    owner, manager, operator = (
        frozenset({Role.SITE_OWNER}),
        frozenset({Role.MANAGER}),
        frozenset({Role.OPERATOR}),
    )
    assert not is_instructed(owner)
    assert not is_instructed(owner | manager | operator)
    assert is_instructed(owner | operator)
    assert all(is_instructed({role}) for role in INSTRUCTED)
    assert teaches(owner, manager | operator)
    assert not teaches(frozenset({Role.DEPUTY}), manager | operator)
    assert not teaches(operator, frozenset({Role.STAFF}))
    assert not teaches(owner, operator)
    assert not teaches(manager, owner)


@pytest.mark.parametrize("actor", [OPERATOR, STAFF, STRANGER, AUTOMATION])
async def test_who_supervises_nobody_teaches_nobody(building: World, actor: Actor) -> None:
    with pytest.raises(Refused):
        await hold(building, actor, "staff")
    assert building.acts("refusal")[-1].act.act is Act.INSTRUCT  # type: ignore[attr-defined]


# --- What is entered


@pytest.mark.parametrize(
    ("users", "changes", "problem"),
    [
        ((), {}, "pupils_missing"),
        (("operator",), {"topics": ()}, "topics_missing"),
        (("operator",), {"held": NOON + timedelta(minutes=2)}, "moment_in_future"),
        (("operator",), {"text": "あ" * (LONGEST_TEXT + 1)}, "text_too_long"),
        (("operator", "stranger"), {}, "pupil_without_role"),
    ],
)
async def test_what_cannot_be_is_not_entered(
    building: World, users: tuple[str, ...], changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Problem, match=problem):
        await hold(building, BOSS, *users, **changes)
    assert not building.acts("instructed")


async def test_whoever_has_left_or_is_gone_is_not_taught(building: World) -> None:
    await leave(building, Role.STAFF, "staff")
    building.desk.absent.add("operator")
    for user in ("staff", "operator"):
        with pytest.raises(Problem, match="pupil_without_role"):
            await hold(building, BOSS, user)
    assert set(due(building)) == {"boss", "deputy"}


async def test_it_is_acknowledged_by_who_was_taught_and_once(building: World) -> None:
    number = await hold(building, BOSS, "operator", "staff", "operator")
    await instruction.acknowledge(building.desk, OPERATOR, number)
    with pytest.raises(Problem, match="instruction_acknowledged"):
        await instruction.acknowledge(building.desk, OPERATOR, number)
    with pytest.raises(Problem, match="instruction_not_received"):
        await instruction.acknowledge(building.desk, BOSS, number)
    with pytest.raises(Problem, match="instruction_unknown"):
        await instruction.acknowledge(building.desk, OPERATOR, number + 1)
    for actor in (STRANGER, Actor("staff", Door.ACTION, automated=True)):
        with pytest.raises(Refused):
            await instruction.acknowledge(building.desk, actor, number)
    found = building.desk.registers.instructions.by_number[number]
    assert found.users == ("operator", "staff")
    assert found.acknowledged == {"operator": building.machine.wall}


# --- What is seen


async def test_who_teaches_nobody_sees_what_they_were_taught_and_not_who_else(
    building: World,
) -> None:
    first = await hold(building, BOSS, "operator", "staff")
    second = await hold(building, BOSS, "operator")
    listing = await instruction.listed(building.desk, STAFF)
    assert (listing.may_hold, listing.people) == (False, ())
    (only,) = listing.given
    assert (only.given.number, only.users, only.text) == (first, ("staff",), "運用基準を読んだ。")
    assert only.can == ("acknowledge",)
    await instruction.acknowledge(building.desk, STAFF, first)
    (only,) = (await instruction.listed(building.desk, STAFF)).given
    assert only.can == ()
    whole = await instruction.listed(building.desk, BOSS)
    assert [one.given.number for one in whole.given] == [second, first]
    assert [one.users for one in whole.given] == [("operator",), ("operator", "staff")]
    assert (whole.may_hold, {one.can for one in whole.given}) == (True, {()})
    assert whole.names["staff"] == "氏名 staff"
    with pytest.raises(Refused):
        await instruction.listed(building.desk, STRANGER)


async def test_what_was_held_long_ago_is_listed_while_somebody_has_to_acknowledge_it(
    building: World,
) -> None:
    done, waits, left = [
        await hold(building, BOSS, user) for user in ("operator", "staff", "staff")
    ]
    await instruction.acknowledge(building.desk, OPERATOR, done)
    await instruction.acknowledge(building.desk, STAFF, left)
    building.machine.pass_time(401 * DAY)
    listing = await instruction.listed(building.desk, BOSS)
    assert [one.given.number for one in listing.given] == [waits]
    await leave(building, Role.STAFF, "staff")
    assert (await instruction.listed(building.desk, BOSS)).given == ()


# --- What is due


async def test_everybody_is_instructed_within_a_month_of_the_office_and_every_year(
    building: World,
) -> None:
    first = NOON + 30 * DAY
    assert due(building) == dict.fromkeys(("boss", "deputy", "operator", "staff"), first)
    acts = {one.act for one in instruction.duties(building.desk)}
    assert acts == {Act.INSTRUCT}
    building.machine.pass_time(DAY)
    held = building.machine.wall - HOUR
    await hold(building, BOSS, "operator", held=held)
    assert due(building)["operator"] == held + 365 * DAY
    assert due(building)["staff"] == first
    listing = await instruction.listed(building.desk, BOSS)
    seen = {one.user_id: (one.last, one.overdue) for one in listing.people}
    assert (seen["operator"], seen["staff"]) == ((held, False), (None, False))
    # What was held earlier and entered later changes nothing.
    await hold(building, BOSS, "operator", held=NOON)
    assert due(building)["operator"] == held + 365 * DAY
    building.machine.set_wall(held + 365 * DAY)
    listing = await instruction.listed(building.desk, BOSS)
    assert all(one.overdue for one in listing.people)


async def test_one_person_who_keeps_a_home_is_instructed_by_nobody(world: World) -> None:
    assert list(instruction.duties(world.desk)) == []
    await leave(world, Role.MANAGER, "manager")
    assert world.desk.roles_of(OWNER) == {Role.SITE_OWNER, Role.OPERATOR}
    assert list(instruction.duties(world.desk)) == []
    await appoint(world, Role.STAFF, "staff")
    assert set(due(world)) == {"manager", "staff"}


async def test_what_was_taught_is_to_be_acknowledged_within_two_weeks(building: World) -> None:
    first = await hold(building, BOSS, "operator", "staff")
    building.machine.pass_time(DAY)
    second = await hold(building, BOSS, "operator")

    def waiting() -> set[Duty]:
        return {
            one for one in instruction.duties(building.desk) if one.kind is DutyKind.ACKNOWLEDGEMENT
        }

    assert {(one.user, one.number, one.due) for one in waiting()} == {
        ("operator", first, NOON + 14 * DAY),
        ("staff", first, NOON + 14 * DAY),
        ("operator", second, NOON + 15 * DAY),
    }
    ids = {one.id for one in waiting()}
    assert len(ids) == 3
    assert not [one for one in ids if "operator" in one or "staff" in one]
    assert waiting() <= set(duties.duties(building.desk))
    await instruction.acknowledge(building.desk, OPERATOR, first)
    await leave(building, Role.STAFF, "staff")
    assert {(one.user, one.number) for one in waiting()} == {("operator", second)}


async def test_what_was_said_is_forgotten_in_time_and_who_was_taught_is_not(
    building: World,
) -> None:
    number = await hold(building, BOSS, "operator")
    building.machine.pass_time(timedelta(days=5 * 365 + 3))
    await personal_data.erase_due(building.desk)
    (item,) = (await instruction.listed(building.desk, BOSS)).given
    assert (item.given.number, item.text, item.erased) == (number, "", True)
