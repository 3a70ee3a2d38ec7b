"""A use beyond the purpose: one of three grounds, the manager's permission, once: 4(4)ア."""

from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door, FourEyes, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.viewing import PERMITTED_FOR, Purpose, Scope
from custom_components.kuma_bouhan.procedure import permission, registers
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.permission import LONGEST_TEXT, MOST_WAITING, SHOWN_FOR
from custom_components.kuma_bouhan.procedure.registers import Query
from custom_components.kuma_bouhan.procedure.viewing import Plan, Viewings
from custom_components.kuma_bouhan.records.acts import Appointed, SiteChanged
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.viewing import (
    ViewingBegan,
    ViewingDenied,
    ViewingPermitted,
)
from custom_components.kuma_bouhan.records.viewings import RequestState

from .conftest import CAMERA, MANAGER, NOON, PASSPHRASE, STRANGER, World

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
SCOPE = Scope((CAMERA,), NOON - HOUR, NOON)
VIEWER = Actor("manager", Door.PANEL, session="a browser")
OPERATOR = Actor("operator", Door.PANEL, session="theirs")
OTHER = "0d" * 16


@pytest.fixture
async def viewings(world: World) -> Viewings:
    """Have the vault open for the manager; there is an operator, too."""
    act = Appointed(
        role=Role.OPERATOR, user_id="operator", since=NOON, name="阿蘇 太郎", title="警備員"
    )
    await world.desk.append(act, MANAGER, Phase.DONE)
    lock = Lock(world.desk)
    await lock.unlock(VIEWER, PASSPHRASE)
    return Viewings(world.desk, lock)


async def ask(world: World, actor: Actor = VIEWER, scope: Scope = SCOPE) -> int:
    return await permission.ask(
        world.desk, actor, Ground.INVESTIGATION, scope, "  捜査のため ", "県警 第12号"
    )


def beyond(seq: int, scope: Scope = SCOPE) -> Plan:
    return Plan(purpose=Purpose.BEYOND, scope=scope, permission=seq)


async def test_what_was_permitted_is_viewed_once(world: World, viewings: Viewings) -> None:
    asked = await ask(world)
    permitted = await permission.permit(world.desk, VIEWER, asked)
    session = await viewings.begin(VIEWER, beyond(permitted))
    began = world.acts("viewing_began")[-1].act
    assert isinstance(began, ViewingBegan)
    assert (began.permission, began.ground) == (permitted, Ground.INVESTIGATION)
    assert world.desk.registers.viewings.requests[asked].state is RequestState.USED
    await viewings.end(VIEWER, session.id)
    with pytest.raises(Problem, match="permission_void"):
        await viewings.begin(VIEWER, beyond(permitted))


@pytest.mark.parametrize(
    ("scope", "key"),
    [
        (Scope((CAMERA,), NOON - HOUR, NOON - SECOND), "permission_for_other"),
        (Scope((CAMERA,), NOON - 2 * HOUR, NOON), "permission_for_other"),
        (Scope((CAMERA, OTHER), NOON - HOUR, NOON), "permission_for_other"),
        (Scope((OTHER,), NOON - HOUR, NOON), "permission_for_other"),
    ],
)
async def test_nothing_else_is_viewed_with_it(
    world: World, viewings: Viewings, scope: Scope, key: str
) -> None:
    await world.add_camera(OTHER)
    permitted = await permission.permit(world.desk, VIEWER, await ask(world))
    with pytest.raises(Problem, match=key):
        await viewings.begin(VIEWER, beyond(permitted, scope))
    assert await viewings.begin(VIEWER, beyond(permitted))


async def test_nobody_else_views_with_it(world: World, viewings: Viewings) -> None:
    permitted = await permission.permit(world.desk, VIEWER, await ask(world, OPERATOR))
    with pytest.raises(Problem, match="permission_void"):
        await viewings.begin(VIEWER, beyond(permitted))


async def test_a_permission_does_not_last(world: World, viewings: Viewings) -> None:
    permitted = await permission.permit(world.desk, VIEWER, await ask(world))
    world.machine.pass_time(PERMITTED_FOR + SECOND)
    lock = Lock(world.desk)
    late = Viewings(world.desk, lock)
    await lock.unlock(VIEWER, PASSPHRASE)
    with pytest.raises(Problem, match="permission_void"):
        await late.begin(VIEWER, beyond(permitted))


async def test_nobody_buries_who_decides_in_requests(world: World, viewings: Viewings) -> None:
    asked = [await ask(world, OPERATOR) for _ in range(MOST_WAITING)]
    with pytest.raises(Problem, match="requests_waiting"):
        await ask(world, OPERATOR)
    await ask(world)  # one's own are not another's
    await permission.deny(world.desk, VIEWER, asked[0])
    await ask(world, OPERATOR)


async def test_what_was_denied_is_not_viewed(world: World, viewings: Viewings) -> None:
    asked = await ask(world)
    await permission.deny(world.desk, VIEWER, asked)
    denied = world.acts("viewing_denied")[-1]
    assert denied.act == ViewingDenied(request=asked, requested_by="manager")
    assert world.desk.registers.viewings.requests[asked].state is RequestState.DENIED
    with pytest.raises(Problem, match="permission_void"):
        await viewings.begin(VIEWER, beyond(denied.seq))
    for again in (permission.permit, permission.deny):
        with pytest.raises(Problem, match="request_decided"):
            await again(world.desk, VIEWER, asked)


async def test_whether_one_person_did_both_is_said(world: World, viewings: Viewings) -> None:
    for actor, one in ((VIEWER, True), (OPERATOR, False)):
        asked = await ask(world, actor)
        await permission.permit(world.desk, VIEWER, asked)
        act = world.acts("viewing_permitted")[-1].act
        assert act == ViewingPermitted(
            request=asked, requested_by=actor.user_id or "", one_person=one
        )
        hands = world.desk.registers.viewings.requests[asked].hands
        assert hands is not None and hands.one_person is one


async def test_with_four_eyes_nobody_permits_what_they_asked_for(
    world: World, viewings: Viewings
) -> None:
    settings = world.desk.registers.settings
    assert settings is not None
    stored = settings.as_dict() | {"four_eyes": [FourEyes.VIEWING.value]}
    await world.desk.append(
        SiteChanged(fields=("four_eyes",), settings=stored), MANAGER, Phase.DONE
    )
    for decide in (permission.permit, permission.deny):
        with pytest.raises(Refused, match="second_person_needed"):
            await decide(world.desk, VIEWER, await ask(world))
    assert await permission.permit(world.desk, VIEWER, await ask(world, OPERATOR))


async def test_who_may_ask_and_who_may_decide(world: World, viewings: Viewings) -> None:
    with pytest.raises(Refused, match="role_needed_request_viewing"):
        await ask(world, STRANGER)
    asked = await ask(world, OPERATOR)
    with pytest.raises(Refused, match="role_needed_permit_viewing"):
        await permission.permit(world.desk, OPERATOR, asked)
    with pytest.raises(Refused, match="unlock_first"):
        await permission.permit(
            world.desk, Actor("manager", Door.PANEL, session="another browser"), asked
        )
    with pytest.raises(Problem, match="request_unknown"):
        await permission.permit(world.desk, VIEWER, asked + 999)


@pytest.mark.parametrize(
    ("scope", "reason", "key"),
    [
        (SCOPE, " \n", "reason_missing"),
        (SCOPE, "x" * (LONGEST_TEXT + 1), "text_too_long"),
        (Scope((OTHER,), NOON - HOUR, NOON), "x", "unknown_camera"),
        (Scope((CAMERA,), NOON, NOON - HOUR), "x", "span_empty"),
    ],
)
async def test_what_is_no_request_is_not_entered(
    world: World, scope: Scope, reason: str, key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await permission.ask(world.desk, MANAGER, Ground.LAW, scope, reason)
    assert world.acts("viewing_requested") == []


async def test_requests_are_seen_by_who_asked_and_who_decides(
    world: World, viewings: Viewings
) -> None:
    mine, theirs = await ask(world), await ask(world, OPERATOR)
    seen = await permission.requests(world.desk, VIEWER)
    assert [one.request.seq for one in seen] == [theirs, mine]
    assert (seen[0].reason_text, seen[0].document) == ("捜査のため", "県警 第12号")
    assert seen[0].request.state is RequestState.WAITING
    of_theirs = await permission.requests(world.desk, OPERATOR)
    assert [one.request.seq for one in of_theirs] == [theirs]
    await permission.permit(world.desk, VIEWER, theirs)
    (found,) = await permission.requests(world.desk, OPERATOR)
    assert found.request.state is RequestState.PERMITTED
    world.machine.pass_time(SHOWN_FOR + SECOND)
    assert list(await permission.requests(world.desk, OPERATOR)) == []
    assert [one.request.seq for one in await permission.requests(world.desk, VIEWER)] == [mine]
    with pytest.raises(Refused, match="role_needed_request_viewing"):
        await permission.requests(world.desk, STRANGER)


async def test_why_it_was_asked_for_is_personal(world: World, viewings: Viewings) -> None:
    await ask(world)
    line, *_ = (await registers.read(world.desk, MANAGER, Query(register=Register.VIEWING))).lines
    assert line.kind == "viewing_requested"
    assert line.personal == {"reason_text": "捜査のため", "document": "県警 第12号"}
    assert "捜査" not in str(line.facts)
    since = world.desk.registers.personal.since["viewing_requested"]
    assert list(since.values()) == list(since)  # its period counts from itself
    from custom_components.kuma_bouhan.guideline.personal_data import PERIODS

    assert PERIODS["viewing_requested"] is PersonalPeriod.DISCLOSURE
