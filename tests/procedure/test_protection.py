"""Drafts, and footage protected at once: what comes before a request."""

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PROVISIONAL, Wanted
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor
from custom_components.kuma_bouhan.procedure import extension, protection, recovery
from custom_components.kuma_bouhan.procedure.holding import held_until
from custom_components.kuma_bouhan.procedure.permission import MOST_WAITING
from custom_components.kuma_bouhan.procedure.protection import MOST_DRAFTS
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import FootageProtected, ProtectionEnded
from custom_components.kuma_bouhan.records.requests import ProtectionState

from .conftest import AUTOMATION, CAMERA, NOON, STRANGER, World
from .extending import (
    DAY,
    DECIDER,
    HOUR,
    OPERATOR,
    OTHER,
    PERIOD,
    apart,
    ask,
    days_pass,
    held,
    minutes,
    ready,
    scope,
    unlock,
)


@pytest.fixture
async def site(world: World) -> World:
    """Ten minutes of footage, an hour ago."""
    await ready(world)
    world.record(NOON, 10)
    world.machine.pass_time(HOUR)
    return world


def state(world: World, number: int) -> ProtectionState:
    return world.desk.registers.requests.protections[number].state(world.machine.now())


async def test_an_operator_protects_footage_at_once(site: World) -> None:
    done = await protection.protect(site.desk, OPERATOR, scope(3, 5))
    assert (done.number, done.until, done.left_out) == (1, NOON + PERIOD + PROVISIONAL, 0)
    assert [piece.chunks for piece in done.pieces] == [2]
    assert held(site) == dict.fromkeys((3, 4), done.until)
    assert held_until(site.desk, CAMERA) == done.until
    assert held_until(site.desk, OTHER) is None
    await days_pass(site, 8)
    assert minutes(site) == [3, 4]
    assert state(site, 1) is ProtectionState.STANDING
    await days_pass(site, 3)
    assert minutes(site) == []
    assert state(site, 1) is ProtectionState.OVER
    assert held_until(site.desk, CAMERA) is None


async def test_what_was_protected_is_not_protected_again(site: World) -> None:
    await protection.protect(site.desk, OPERATOR, scope(3, 5))
    await protection.end_protection(site.desk, OPERATOR, 1)
    assert state(site, 1) is ProtectionState.ENDED
    assert held(site) == {}
    done = await protection.protect(site.desk, OPERATOR, scope(2, 5))
    assert done.left_out == 2
    assert sorted(held(site)) == [2]
    with pytest.raises(Problem, match="protection_used_up"):
        await protection.protect(site.desk, OPERATOR, scope(3, 5))
    with pytest.raises(Problem, match="protection_not_standing"):
        await protection.end_protection(site.desk, OPERATOR, 1)
    with pytest.raises(Problem, match="request_unknown"):
        await protection.end_protection(site.desk, DECIDER, 99)


@pytest.mark.parametrize("ended", [False, True])
async def test_a_request_takes_a_protection_over(site: World, ended: bool) -> None:
    await protection.protect(site.desk, OPERATOR, scope(3, 5))
    if ended:
        await protection.end_protection(site.desk, OPERATOR, 1)
    number = await ask(site, 2, 6, changes={"protection": 1})
    assert sorted(held(site)) == ([2, 5] if ended else [2, 3, 4, 5])
    assert state(site, 1) is (ProtectionState.ENDED if ended else ProtectionState.TAKEN)
    found = site.desk.registers.requests.extensions[number]
    assert {slot.id for slot in apart(site)} == {piece.slot for piece in found.protected}
    await extension.deny(site.desk, DECIDER, number)
    assert held(site) == {}
    with pytest.raises(Problem, match="protection_used_up"):
        await protection.protect(site.desk, OPERATOR, scope(2, 6))


@pytest.mark.parametrize(
    ("by", "first", "after"),
    [(OPERATOR, 3, 4), (DECIDER, 2, 6)],
    ids=["of a part of it", "somebody else's"],
)
async def test_a_request_takes_nothing_from_what_somebody_protected(
    site: World, by: Actor, first: int, after: int
) -> None:
    await protection.protect(site.desk, by, scope(3, 5))
    number = await ask(site, first, after, changes={"protection": 1})
    await extension.withdraw(site.desk, OPERATOR, number)
    assert state(site, 1) is ProtectionState.STANDING
    await days_pass(site, 8)
    assert minutes(site) == [3, 4]


async def test_who_protected_it_or_may_approve_ends_it(site: World) -> None:
    await protection.protect(site.desk, DECIDER, scope(3, 5))
    await protection.protect(site.desk, OPERATOR, scope(6, 7))
    with pytest.raises(Refused, match="role_needed_approve_extension"):
        await protection.end_protection(site.desk, OPERATOR, 1)
    for number in (1, 2):
        await protection.end_protection(site.desk, DECIDER, number)


async def test_nothing_but_a_person_protects(site: World) -> None:
    for refused, key in ((STRANGER, "role_needed_protect_footage"), (AUTOMATION, "person_needed")):
        with pytest.raises(Refused, match=key):
            await protection.protect(site.desk, refused, scope(3, 5))
    assert held(site) == {}


async def test_one_person_protects_so_much_at_a_time(site: World) -> None:
    for _ in range(MOST_WAITING):
        await protection.protect(site.desk, OPERATOR, scope(3, 4))
    with pytest.raises(Problem, match="requests_waiting"):
        await protection.protect(site.desk, OPERATOR, scope(3, 4))
    await days_pass(site, 11)
    site.record(NOON + 11 * DAY, 1)
    site.machine.pass_time(HOUR)
    await protection.protect(site.desk, OPERATOR, scope(11 * 1440, 11 * 1440 + 1))


async def test_a_protection_that_a_stop_interrupted_is_finished(site: World) -> None:
    done = await protection.protect(site.desk, OPERATOR, scope(3, 5))
    order = FootageProtected(
        number=2,
        cameras=(CAMERA,),
        start=NOON,
        end=NOON + HOUR,
        pieces=list(done.pieces),
    )
    await site.desk.append(order, OPERATOR, Phase.ORDERED)
    await site.desk.append(ProtectionEnded(number=1), OPERATOR, Phase.ORDERED)
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert [state(site, number) for number in (1, 2)] == [
        ProtectionState.ENDED,
        ProtectionState.STANDING,
    ]


async def test_a_draft_protects_nothing_and_a_request_is_made_of_it(site: World) -> None:
    number = await protection.draft(
        site.desk, AUTOMATION, Wanted.EXTENSION, scope(3, 90), Ground.INVESTIGATION
    )
    found = site.desk.registers.requests.drafts[number]
    assert (found.number, found.by, found.scope) == (1, "", scope(3, 90))
    assert (found.wanted, found.ground) == (Wanted.EXTENSION, Ground.INVESTIGATION)
    assert held(site) == {}
    site.restart()
    unlock(site)
    assert await ask(site, 3, 5, changes={"draft": number}) == 2
    assert site.desk.registers.requests.drafts == {}
    assert await ask(site, 3, 5, changes={"draft": number}) == 3


async def test_a_draft_is_thrown_away_by_a_person(site: World) -> None:
    number = await protection.draft(site.desk, OPERATOR, Wanted.DISCLOSURE, scope(3, 5))
    for refused, key in (
        (STRANGER, "role_needed_request_extension"),
        (AUTOMATION, "person_needed"),
    ):
        with pytest.raises(Refused, match=key):
            await protection.discard(site.desk, refused, number)
    await protection.discard(site.desk, DECIDER, number)
    assert site.desk.registers.requests.drafts == {}
    with pytest.raises(Problem, match="draft_unknown"):
        await protection.discard(site.desk, DECIDER, number)


async def test_what_is_no_draft_is_not_entered(site: World) -> None:
    with pytest.raises(Problem, match="unknown_camera"):
        await protection.draft(site.desk, AUTOMATION, Wanted.EXTENSION, scope(3, 5, OTHER))
    with pytest.raises(Problem, match="span_empty"):
        await protection.draft(site.desk, AUTOMATION, Wanted.EXTENSION, scope(5, 3))
    with pytest.raises(Refused, match="role_needed_open_draft"):
        await protection.draft(site.desk, STRANGER, Wanted.EXTENSION, scope(3, 5))
    assert site.acts("request_drafted") == []


async def test_no_automation_buries_people_in_drafts(site: World) -> None:
    for _ in range(MOST_DRAFTS):
        await protection.draft(site.desk, AUTOMATION, Wanted.EXTENSION, scope(3, 5))
    with pytest.raises(Problem, match="drafts_waiting"):
        await protection.draft(site.desk, AUTOMATION, Wanted.EXTENSION, scope(3, 5))
    await protection.discard(site.desk, DECIDER, 7)
    assert (
        await protection.draft(site.desk, AUTOMATION, Wanted.EXTENSION, scope(3, 5))
        == MOST_DRAFTS + 1
    )
