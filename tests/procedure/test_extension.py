"""Extensions: asked for, protected until decided, held exactly, let go: 4(4)イ, 運用基準例 4(2), form 1."""

from datetime import date as Date, datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PROVISIONAL, HoldKind
from custom_components.kuma_bouhan.guideline.people import Actor, FourEyes, Role
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.procedure import extension, holding, recovery, registers
from custom_components.kuma_bouhan.procedure.permission import LONGEST_TEXT, MOST_WAITING
from custom_components.kuma_bouhan.procedure.registers import Query
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import (
    ExtensionApproved,
    ExtensionDenied,
    ExtensionEnded,
    ExtensionRequested,
    ExtensionWithdrawn,
)
from custom_components.kuma_bouhan.records.requests import ExtensionState

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, TOKYO, World
from .extending import (
    DAY,
    DECIDER,
    HOUR,
    MINUTE,
    OPERATOR,
    OTHER,
    PERIOD,
    SECOND,
    apart,
    ask,
    days_pass,
    held,
    minutes,
    ready,
    scope,
    settle,
    unlock,
    wish,
)

LAST = datetime(2026, 12, 14, tzinfo=TOKYO)
"""The midnight after the day that `ask` asks for."""


@pytest.fixture
async def site(world: World) -> World:
    """Ten minutes of footage, an hour ago."""
    await ready(world)
    world.record(NOON, 10)
    world.machine.pass_time(HOUR)
    return world


def state(world: World, number: int) -> ExtensionState:
    found = world.desk.registers.requests.extensions[number]
    return found.state(world.machine.now())


def requested(plan: holding.Plan) -> ExtensionRequested:
    """Return the order that asks for minutes 2 to 5."""
    return ExtensionRequested(
        number=1,
        cameras=(CAMERA,),
        start=NOON + 2 * MINUTE,
        end=NOON + 5 * MINUTE,
        until=LAST,
        pieces=plan.pieces,
        reason_text="捜査",
        remarks="",
    )


async def test_what_is_approved_is_held_and_the_rest_is_erased(site: World) -> None:
    number = await ask(site, 2, 5)
    await extension.approve(site.desk, DECIDER, number)
    act = site.acts("extension_approved")[-1].act
    assert isinstance(act, ExtensionApproved)
    (piece,) = act.pieces
    assert (piece.camera, piece.hour, piece.chunks) == (CAMERA, NOON, 3)
    assert (piece.start, piece.end) == (NOON + 2 * MINUTE, NOON + 5 * MINUTE)
    assert (piece.original_end, piece.until) == (NOON + PERIOD, LAST)
    assert held(site) == dict.fromkeys((2, 3, 4), LAST)
    await days_pass(site, 8)
    assert minutes(site) == [2, 3, 4]
    assert state(site, number) is ExtensionState.APPROVED
    await days_pass(site, 13)
    assert minutes(site) == []
    assert not list(site.vault_path.rglob("*.kbc"))
    assert state(site, number) is ExtensionState.OVER


async def test_a_request_protects_what_it_asks_for_for_72_hours_past_its_end(site: World) -> None:
    number = await ask(site, 2, 5)
    assert held(site) == dict.fromkeys((2, 3, 4), NOON + PERIOD + PROVISIONAL)
    await days_pass(site, 8)
    assert minutes(site) == [2, 3, 4]
    await days_pass(site, 2)
    assert minutes(site) == []
    assert state(site, number) is ExtensionState.REQUESTED
    with pytest.raises(Problem, match="no_footage_in_span"):
        await extension.approve(site.desk, DECIDER, number)
    await extension.deny(site.desk, DECIDER, number)


@pytest.mark.parametrize("how", ["denied", "withdrawn"])
@pytest.mark.parametrize("late", [False, True])
async def test_what_is_denied_or_withdrawn_is_under_its_own_period_again(
    site: World, how: str, late: bool
) -> None:
    number = await ask(site, 2, 5)
    if late:
        await days_pass(site, 8)
    if how == "denied":
        await extension.deny(site.desk, DECIDER, number, " 必要と認められない ")
        (entry,) = [one for one in site.acts("extension_denied") if one.phase is Phase.DONE]
        assert entry.act.reason_text == "必要と認められない"  # type: ignore[attr-defined]
    else:
        await extension.withdraw(site.desk, OPERATOR, number)
    assert state(site, number) == how
    assert held(site) == {}
    assert minutes(site) == ([] if late else list(range(10)))
    await days_pass(site, 8)
    assert minutes(site) == []
    for again in (extension.approve, extension.deny, extension.withdraw):
        with pytest.raises(Problem, match="request_decided"):
            await again(site.desk, DECIDER, number)


async def test_footage_is_protected_once_whoever_asks(site: World) -> None:
    first = await ask(site, 2, 5)
    joined = await ask(site, 4, 7)
    await extension.withdraw(site.desk, OPERATOR, first)
    assert sorted(held(site)) == [4, 5, 6]
    third = await ask(site, 3, 6)  # 4 is protected still, 3 has been
    assert sorted(held(site)) == [4, 5, 6]
    (act,) = [
        one.act
        for one in site.acts("extension_requested")
        if isinstance(one.act, ExtensionRequested)
        and one.act.number == third
        and one.phase is Phase.DONE
    ]
    assert [(piece.start, piece.end) for piece in act.pieces] == [
        (NOON + 4 * MINUTE, NOON + 6 * MINUTE)
    ]
    site.restart()
    unlock(site)
    for number in (joined, third):
        await extension.deny(site.desk, DECIDER, number)
    assert held(site) == {}
    again = await ask(site, 0, 10)
    assert sorted(held(site)) == [0, 1, 7, 8, 9]
    await extension.approve(site.desk, DECIDER, again)
    assert sorted(held(site)) == list(range(10))


async def test_what_is_left_out_between_is_left_out_for_good(site: World) -> None:
    await extension.withdraw(site.desk, OPERATOR, await ask(site, 4, 6))
    number = await ask(site, 2, 8)
    found = site.desk.registers.requests.extensions[number]
    assert [piece.chunks for piece in found.protected] == [2, 2]
    assert sorted(held(site)) == [2, 3, 6, 7]
    await ask(site, 3, 7)
    assert sorted(held(site)) == [2, 3, 6, 7]


async def test_protection_that_ran_out_is_not_given_again(site: World) -> None:
    number = await ask(site, 0, 3)
    await extension.approve(site.desk, DECIDER, number)
    await days_pass(site, 11)  # its own end, and 72 hours, are over
    renewing = await ask(site, 0, 3, 40, {"renews": number})
    assert list(site.desk.registers.requests.extensions[renewing].protected) == []
    assert held(site) == dict.fromkeys(range(3), LAST)
    await extension.approve(site.desk, DECIDER, renewing)
    assert len(list(apart(site))) == 1


async def test_a_renewal_takes_the_place_of_what_it_renews(site: World) -> None:
    number = await ask(site, 2, 5)
    await extension.approve(site.desk, DECIDER, number)
    await days_pass(site, 15)
    renewing = await ask(site, 2, 5, 40, {"renews": number})
    await extension.approve(site.desk, DECIDER, renewing)
    assert state(site, number) is ExtensionState.OVER
    (piece,) = site.desk.registers.requests.extensions[renewing].held
    assert piece.original_end == NOON + PERIOD, (
        "the end of its own period, not of the first extension"
    )
    assert held(site) == dict.fromkeys((2, 3, 4), LAST + 20 * DAY)
    assert len(list(apart(site))) == 1
    await days_pass(site, 20)
    assert minutes(site) == [2, 3, 4]
    with pytest.raises(Problem, match="extension_not_standing"):
        await ask(site, 2, 5, 45, {"renews": number})


@pytest.mark.parametrize(
    ("span", "days", "key"),
    [
        ((2, 5), 20, "extension_not_longer"),
        ((2, 4), 40, "renewal_of_other"),
        ((2, 5), 95, "extension_too_long"),
    ],
)
async def test_a_renewal_is_longer_and_of_the_same_footage(
    site: World, span: tuple[int, int], days: int, key: str
) -> None:
    number = await ask(site, 2, 5)
    await extension.approve(site.desk, DECIDER, number)
    with pytest.raises(Problem, match=key):
        await ask(site, *span, days, {"renews": number})
    with pytest.raises(Problem, match="request_unknown"):
        await ask(site, *span, 40, {"renews": 99})


@pytest.mark.parametrize("late", [False, True])
async def test_ending_early_needs_a_reason_and_lets_go_at_once(site: World, late: bool) -> None:
    number = await ask(site, 2, 5)
    with pytest.raises(Problem, match="extension_not_standing"):
        await extension.end(site.desk, DECIDER, number, "事件が解決した")
    await extension.approve(site.desk, DECIDER, number)
    if late:
        await days_pass(site, 8)
    with pytest.raises(Problem, match="reason_missing"):
        await extension.end(site.desk, DECIDER, number, "  ")
    with pytest.raises(Refused, match="role_needed_approve_extension"):
        await extension.end(site.desk, OPERATOR, number, "事件が解決した")
    with pytest.raises(Problem, match="request_unknown"):
        await extension.end(site.desk, DECIDER, 99, "事件が解決した")
    await extension.end(site.desk, DECIDER, number, "事件が解決した")
    assert state(site, number) is ExtensionState.ENDED
    assert minutes(site) == ([] if late else list(range(10)))
    assert holding.held_until(site.desk, CAMERA) is None
    with pytest.raises(Problem, match="extension_not_standing"):
        await extension.end(site.desk, DECIDER, number, "もう一度")


async def test_the_register_says_that_a_hold_was_let_go(site: World) -> None:
    number = await ask(site, 2, 5)
    await extension.deny(site.desk, DECIDER, number)
    routine = RoutineBook(site.desk, slot=HOUR, patience=MINUTE)
    await routine.enter(site.machine.now())
    page = await registers.read(site.desk, MANAGER, Query(register=Register.ERASURES))
    (line,) = [one for one in page.lines if one.kind == "erasure"]
    assert (line.facts["reason"], line.facts["files"]) == ("hold_over", 0)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"reason": " \n"}, "reason_missing"),
        ({"reason": "x" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"remarks": "x" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"scope": scope(0, 10, OTHER)}, "unknown_camera"),
        ({"scope": scope(10, 0)}, "span_empty"),
        ({"scope": scope(0, 61)}, "span_not_over"),
        ({"scope": scope(20, 30)}, "no_footage_in_span"),
        ({"until": Date(2026, 11, 29)}, "extension_not_longer"),
        ({"until": Date(2027, 2, 23)}, "extension_too_long"),
        ({"until": Date.max}, "extension_too_long"),
        ({"protection": 99}, "request_unknown"),
    ],
)
async def test_what_is_no_request_is_not_entered_and_holds_nothing(
    site: World, change: dict[str, object], key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await ask(site, 0, 10, 20, change)
    assert site.acts("extension_requested") == []
    assert held(site) == {}
    assert site.desk.registers.requests.next_number == 1


async def test_the_last_day_that_is_allowed_is_allowed(site: World) -> None:
    await ask(site, 0, 10, 20, {"until": Date(2027, 2, 21)})
    await ask(site, 0, 10, 20, {"until": Date(2026, 11, 30)})


async def test_nothing_is_held_by_a_clock_in_doubt(site: World) -> None:
    number = await ask(site, 0, 3)
    site.machine.synchronised = False
    for asked in (ask(site, 0, 10), extension.approve(site.desk, DECIDER, number)):
        with pytest.raises(Problem, match="clock_not_trusted"):
            await asked
    await extension.withdraw(site.desk, OPERATOR, number)


async def test_footage_without_a_date_gets_it_first(site: World) -> None:
    site.machine.synchronised = False
    site.record(NOON + HOUR, 5)
    site.machine.pass_time(2 * HOUR)
    site.machine.synchronised = True
    assert len(site.vault.undated()) == 1
    await ask(site, 60, 63)
    assert site.vault.undated() == ()
    assert held(site) == dict.fromkeys((60, 61, 62), NOON + HOUR + PERIOD + PROVISIONAL)


async def test_several_cameras_and_hours_are_held_in_pieces_with_their_own_ends(
    site: World,
) -> None:
    await site.add_camera(OTHER, retention_days=3)
    site.record(NOON, 70, OTHER)
    site.record(NOON + HOUR, 10)
    site.machine.pass_time(HOUR)
    span = scope(8, 62, CAMERA, OTHER)
    number = await ask(site, 0, 0, 20, {"scope": span})
    await extension.approve(site.desk, DECIDER, number)
    found = site.desk.registers.requests.extensions[number].held
    assert [(one.camera, one.hour, one.original_end, one.chunks) for one in found] == [
        (CAMERA, NOON, NOON + HOUR + 7 * DAY, 2),
        (CAMERA, NOON + HOUR, NOON + 2 * HOUR + 7 * DAY, 2),
        (OTHER, NOON, NOON + HOUR + 3 * DAY, 52),
        (OTHER, NOON + HOUR, NOON + 2 * HOUR + 3 * DAY, 2),
    ]
    await days_pass(site, 9)
    assert minutes(site) == [8, 9, 60, 61]
    assert minutes(site, OTHER) == list(range(8, 62))


async def test_the_approver_is_whom_the_standard_names(site: World) -> None:
    number = await ask(site, 0, 3)
    for refused, key in (
        (OPERATOR, "role_needed_approve_extension"),
        (STRANGER, "role_needed_approve_extension"),
        (AUTOMATION, "person_needed"),
    ):
        for decide in (extension.approve, extension.deny):
            with pytest.raises(Refused, match=key):
                await decide(site.desk, refused, number)
    with pytest.raises(Refused, match="unlock_first"):
        await extension.approve(
            site.desk, Actor("manager", DECIDER.door, session="another browser"), number
        )
    owner = [one for one in site.desk.registers.appointments if one.role is Role.SITE_OWNER]
    assert owner and owner[0].user_id == "manager"
    deputy = Appointed(role=Role.DEPUTY, user_id="operator", since=NOON, name="", title="")
    await site.desk.append(deputy, MANAGER, Phase.DONE)
    await settle(site, approver="site_owner")
    with pytest.raises(Refused, match="role_needed_approve_extension"):
        await extension.deny(site.desk, OPERATOR, number)
    await extension.approve(site.desk, DECIDER, number)


async def test_with_four_eyes_nobody_approves_what_they_asked_for(site: World) -> None:
    await settle(site, four_eyes=[FourEyes.EXTENSION.value])
    mine = await extension.request(site.desk, DECIDER, wish(0, 3))
    for decide in (extension.approve, extension.deny):
        with pytest.raises(Refused, match="second_person_needed"):
            await decide(site.desk, DECIDER, mine)
    await extension.withdraw(site.desk, DECIDER, mine)
    await extension.approve(site.desk, DECIDER, await ask(site, 0, 3))


async def test_whether_one_person_did_both_is_said(site: World) -> None:
    for actor, one in ((DECIDER, True), (OPERATOR, False)):
        number = await extension.request(site.desk, actor, wish(0, 3))
        await extension.approve(site.desk, DECIDER, number)
        act = site.acts("extension_approved")[-1].act
        assert isinstance(act, ExtensionApproved)
        assert (act.requested_by, act.one_person) == (actor.user_id, one)
        hands = site.desk.registers.requests.extensions[number].hands
        assert hands is not None and hands.one_person is one


async def test_who_asked_or_may_approve_withdraws(site: World) -> None:
    number = await extension.request(site.desk, DECIDER, wish(0, 3))
    with pytest.raises(Refused, match="role_needed_approve_extension"):
        await extension.withdraw(site.desk, OPERATOR, number)
    with pytest.raises(Problem, match="request_unknown"):
        await extension.withdraw(site.desk, DECIDER, 99)
    await extension.withdraw(site.desk, DECIDER, number)
    await extension.withdraw(site.desk, DECIDER, await ask(site, 0, 3))


async def test_who_may_not_ask_is_refused(site: World) -> None:
    for refused, key in (
        (STRANGER, "role_needed_request_extension"),
        (AUTOMATION, "person_needed"),
    ):
        with pytest.raises(Refused, match=key):
            await extension.request(site.desk, refused, wish(0, 3))
    assert held(site) == {}


async def test_nobody_buries_who_decides_in_requests(site: World) -> None:
    numbers = [await ask(site, 0, 1) for _ in range(MOST_WAITING)]
    with pytest.raises(Problem, match="requests_waiting"):
        await ask(site, 0, 1)
    await extension.request(site.desk, DECIDER, wish(0, 1))  # one's own are not another's
    await extension.deny(site.desk, DECIDER, numbers[0])
    await ask(site, 0, 1)


async def test_every_request_has_a_number_of_its_own_even_one_that_failed(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Problem("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(site.vault, "hold", refuse)
        with pytest.raises(Problem, match="disk_full"):
            await ask(site, 0, 3)
    assert [entry.phase for entry in site.acts("extension_requested")] == [
        Phase.ORDERED,
        Phase.FAILED,
    ]
    assert await ask(site, 0, 3) == 2
    site.restart()
    assert site.desk.registers.requests.next_number == 3


async def test_what_the_disk_refuses_to_hold_is_not_half_held(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wraps = site.vault._parts.wraps

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(wraps, "add", refuse)
        with pytest.raises(Problem, match="disk_full"):
            await ask(site, 0, 3)
    assert list(apart(site)) == []
    assert site.desk.registers.pending == {}
    await days_pass(site, 8)
    assert minutes(site) == []


@pytest.mark.parametrize("held_already", [False, True])
async def test_an_approval_that_a_stop_interrupted_is_finished_before_what_is_due_goes(
    site: World, held_already: bool
) -> None:
    number = await ask(site, 2, 5)
    plan = await holding.plan(site.desk, scope(2, 5), HoldKind.EXTENSION, LAST)
    order = ExtensionApproved(
        number=number, requested_by="operator", one_person=False, until=LAST, pieces=plan.pieces
    )
    await site.desk.append(order, DECIDER, Phase.ORDERED)
    if held_already:
        await holding.hold(site.desk, plan.pieces)
    site.stop()
    site.machine.pass_time(9 * DAY)
    site.start()
    await recovery.begin(site.desk, site.erasure)
    assert minutes(site) == [2, 3, 4]
    assert state(site, number) is ExtensionState.APPROVED
    assert [slot.id for slot in apart(site)] == [piece.slot for piece in plan.pieces]
    assert site.desk.registers.pending == {}


async def test_a_request_that_a_stop_interrupted_is_finished_even_past_its_footages_end(
    site: World,
) -> None:
    plan = await holding.plan(site.desk, scope(2, 5), HoldKind.REQUEST)
    order = requested(plan)
    await site.desk.append(order, OPERATOR, Phase.ORDERED)
    site.stop()
    site.machine.pass_time(8 * DAY)
    site.start()
    await recovery.begin(site.desk, site.erasure)
    assert minutes(site) == [2, 3, 4]
    assert state(site, 1) is ExtensionState.REQUESTED
    found = site.desk.registers.requests.extensions[1]
    assert [piece.slot for piece in found.protected] == [piece.slot for piece in plan.pieces]
    assert found.by == "operator"


async def test_what_was_ordered_of_footage_that_is_gone_fails_and_holds_nothing(
    site: World,
) -> None:
    plan = await holding.plan(site.desk, scope(2, 5), HoldKind.REQUEST)
    order = requested(plan)
    await days_pass(site, 9)
    await site.desk.append(order, OPERATOR, Phase.ORDERED)
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert site.acts("extension_requested")[-1].phase is Phase.FAILED
    assert list(apart(site)) == []
    assert site.desk.registers.requests.extensions == {}


@pytest.mark.parametrize(
    ("order", "after"),
    [
        (ExtensionDenied(number=1, requested_by="operator", reason_text=""), "denied"),
        (ExtensionWithdrawn(number=1), "withdrawn"),
        (ExtensionEnded(number=1, reason_text="解決"), "ended"),
    ],
)
async def test_a_letting_go_that_a_stop_interrupted_is_finished(
    site: World, order: RecordedAct, after: str
) -> None:
    number = await ask(site, 2, 5)
    if after == "ended":
        await extension.approve(site.desk, DECIDER, number)
    await site.desk.append(order, DECIDER, Phase.ORDERED)
    assert held(site)
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert held(site) == {}
    assert state(site, number) == after
    assert site.desk.registers.pending == {}


async def test_the_book_may_refuse_everything_and_what_was_ordered_is_held_all_the_same(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = await holding.plan(site.desk, scope(2, 5), HoldKind.REQUEST)
    order = requested(plan)
    await site.desk.append(order, OPERATOR, Phase.ORDERED)
    site.stop()
    site.machine.pass_time(8 * DAY)
    site.start()

    def full(*_: object, **__: object) -> None:
        raise Problem("book_full")

    with monkeypatch.context() as patch:
        patch.setattr(site.book, "append", full)
        await recovery.begin(site.desk, site.erasure)
    assert minutes(site) == [2, 3, 4]
    site.restart()
    await recovery.begin(site.desk, site.erasure)
    assert state(site, 1) is ExtensionState.REQUESTED


async def test_why_it_was_asked_for_is_personal(site: World) -> None:
    number = await ask(site, 0, 3, 20, {"remarks": "熊本東警察署 刑事課"})
    await extension.approve(site.desk, DECIDER, number)
    query = Query(register=Register.EXTENSIONS)
    *_, line = (await registers.read(site.desk, MANAGER, query)).lines
    assert line.personal == {"reason_text": "傷害事件の捜査", "remarks": "熊本東警察署 刑事課"}
    assert "捜査" not in str(line.facts)
    since = site.desk.registers.personal.since["extension_requested"]
    done = site.acts("extension_requested")[-1].seq
    approved = site.acts("extension_approved")[-1].seq
    assert since[done] == approved, "its period counts from the last that became of it"


async def test_protecting_is_over_to_the_second(site: World) -> None:
    await ask(site, 0, 3)
    site.machine.set_wall(NOON + PERIOD + PROVISIONAL - SECOND)
    await site.erasure.run()
    assert minutes(site) == [0, 1, 2]
    site.machine.set_wall(NOON + PERIOD + PROVISIONAL)
    assert minutes(site) == []
    await site.erasure.run()
    assert list(apart(site)) == []


async def test_a_request_may_be_approved_while_it_is_protected_past_its_end(site: World) -> None:
    number = await ask(site, 0, 3)
    await days_pass(site, 9)
    await extension.approve(site.desk, DECIDER, number)
    (piece,) = site.desk.registers.requests.extensions[number].held
    assert piece.original_end == NOON + PERIOD
    await days_pass(site, 5)
    assert minutes(site) == [0, 1, 2]
    assert timedelta(0) < LAST - site.machine.now()
