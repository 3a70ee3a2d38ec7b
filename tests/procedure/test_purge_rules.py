"""Footage that goes early under a rule that the manager signed: 4(4)エ."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor
from custom_components.kuma_bouhan.guideline.purge_rules import PurgeRule
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.procedure import extension, purge_rules, recovery
from custom_components.kuma_bouhan.procedure.routine import RoutineBook
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.purge_rule import ErasedStretch, PurgeRuleRun
from custom_components.kuma_bouhan.vault.slots import Destroyed

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World
from .extending import DAY, DECIDER, HOUR, MINUTE, OPERATOR, OTHER, ask, minutes, ready, settle

NOON_TO_ONE = PurgeRule((CAMERA,), Hours(time(12), time(13)))
"""Noon is when these tests begin, in local time."""


@pytest.fixture
async def site(world: World) -> World:
    """Have an operator at work, and the vault open for the manager."""
    await ready(world)
    return world


async def signed(world: World, what: PurgeRule = NOON_TO_ONE) -> str:
    return await purge_rules.sign(world.desk, DECIDER, what, "開店準備", "従業員しか映らない")


async def run(world: World, rule: str, actor: Actor = AUTOMATION) -> PurgeRuleRun:
    return await purge_rules.run(world.desk, world.erasure, actor, rule)


async def refused(doing: Any) -> str:
    with pytest.raises(Problem) as problem:
        await doing
    return problem.value.key


# --- Signing and ending


@pytest.mark.parametrize("actor", [OPERATOR, STRANGER, AUTOMATION])
async def test_nobody_but_the_manager_signs_and_ends(site: World, actor: Actor) -> None:
    rule = await signed(site)
    with pytest.raises(Refused):
        await purge_rules.sign(site.desk, actor, NOON_TO_ONE, "名", "わけ")
    with pytest.raises(Refused):
        await purge_rules.end(site.desk, actor, rule)
    assert site.desk.registers.purge_rules.by_id.keys() == {rule}


async def test_the_manager_signs_with_the_vault_open(site: World) -> None:
    with pytest.raises(Refused) as problem:
        await purge_rules.sign(site.desk, MANAGER, NOON_TO_ONE, "名", "わけ")
    assert problem.value.key == "unlock_first"
    await signed(site)
    order, done = site.acts("purge_rule_signed")
    assert (order.phase, done.phase) == (Phase.ORDERED, Phase.DONE)


@pytest.mark.parametrize(
    ("what", "name", "reason", "key"),
    [
        (replace(NOON_TO_ONE, cameras=()), "名", "わけ", "no_cameras"),
        (replace(NOON_TO_ONE, cameras=("ff" * 16,)), "名", "わけ", "unknown_camera"),
        (
            replace(NOON_TO_ONE, hours=Hours(time(1), time(2), frozenset())),
            "名",
            "わけ",
            "rule_weekdays_missing",
        ),
        (NOON_TO_ONE, " ", "わけ", "rule_name_missing"),
        (NOON_TO_ONE, "名", " ", "reason_missing"),
        (NOON_TO_ONE, "名", "あ" * 2001, "text_too_long"),
    ],
)
async def test_a_rule_that_says_too_little_is_not_signed(
    site: World, what: PurgeRule, name: str, reason: str, key: str
) -> None:
    assert await refused(purge_rules.sign(site.desk, DECIDER, what, name, reason)) == key
    assert not site.acts("purge_rule_signed")


async def test_nobody_signs_by_a_clock_that_nobody_vouches_for(site: World) -> None:
    # Signed in 1970, it would let go of what was recorded long before it was signed.
    site.machine.synchronised = False
    assert await refused(signed(site)) == "clock_not_trusted"
    assert not site.acts("purge_rule_signed")


async def test_rules_are_listed_newest_first_with_their_reasons(site: World) -> None:
    first = await signed(site)
    second = await purge_rules.sign(
        site.desk, DECIDER, replace(NOON_TO_ONE, cameras=(CAMERA, CAMERA)), " 夜 ", " 無人 "
    )
    listed = await purge_rules.listed(site.desk, OPERATOR)
    assert [(one.signed.rule, one.name, one.reason) for one in listed] == [
        (second, "夜", "無人"),
        (first, "開店準備", "従業員しか映らない"),
    ]
    assert listed[0].signed.what.cameras == (CAMERA,)
    with pytest.raises(Refused):
        await purge_rules.listed(site.desk, STRANGER)


async def test_by_a_rule_that_was_ended_nothing_goes(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 5)
    site.machine.pass_time(2 * HOUR)
    await purge_rules.end(site.desk, DECIDER, rule)
    assert await refused(run(site, rule)) == "rule_unknown"
    assert await refused(purge_rules.end(site.desk, DECIDER, rule)) == "rule_unknown"
    assert len(minutes(site)) == 5


# --- What goes


async def test_an_automation_lets_go_what_the_manager_signed_and_nothing_else(site: World) -> None:
    await site.add_camera(OTHER)
    rule = await signed(site)
    site.record(NOON, 5)
    site.record(NOON + 58 * MINUTE, 5)
    site.record(NOON, 5, OTHER)
    site.machine.pass_time(2 * HOUR)
    done = await run(site, rule)
    # A chunk that goes on into the next hour is no whole one of the hour.
    assert minutes(site) == [60, 61, 62]
    assert len(minutes(site, OTHER)) == 5
    assert (done.chunks, done.left_out) == (7, 0)
    assert done.bytes > 0
    (stretch,) = done.stretches
    assert (stretch.camera, stretch.start) == (CAMERA, NOON)
    assert stretch.end <= NOON + HOUR
    order, entered = site.acts("purge_rule_run")
    assert (order.phase, entered.phase, entered.act) == (Phase.ORDERED, Phase.DONE, done)
    assert site.desk.registers.purge_rules.by_id[rule].run == done.until == NOON + 2 * HOUR


async def test_the_days_and_hours_of_the_rule_are_kept(site: World) -> None:
    # NOON is a Monday; the rule is of the night that begins on a Tuesday.
    rule = await signed(site, PurgeRule((CAMERA,), Hours(time(22), time(2), frozenset({1}))))
    nights = [NOON + day * DAY + 11 * HOUR for day in range(3)]
    for night in nights:
        site.record(night, 3)
    site.machine.pass_time(4 * DAY)
    assert (await run(site, rule)).chunks == 3
    assert minutes(site) == [
        int((night - NOON) / MINUTE) + number
        for night in (nights[0], nights[2])
        for number in range(3)
    ]


async def test_footage_from_before_the_rule_was_signed_stays(site: World) -> None:
    site.record(NOON, 10)
    site.machine.pass_time(5 * MINUTE)
    rule = await signed(site)
    site.machine.pass_time(DAY)
    await run(site, rule)
    assert minutes(site) == [0, 1, 2, 3, 4]


async def test_it_goes_up_to_now_and_what_comes_later_with_the_next_run(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 10)
    site.machine.pass_time(5 * MINUTE)
    assert (await run(site, rule)).chunks == 5
    assert minutes(site) == [5, 6, 7, 8, 9]
    site.machine.pass_time(DAY)
    assert (await run(site, rule)).chunks == 5
    assert (await run(site, rule)).chunks == 0
    assert minutes(site) == []


async def test_a_rule_of_long_ago_is_run_over_the_days_of_which_there_is_footage(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = await signed(site)
    site.machine.pass_time(400 * DAY)
    site.record(NOON + 400 * DAY, 3)
    site.machine.pass_time(2 * DAY)
    looked: list[Any] = []
    real = site.vault.chunks

    def chunks(camera: str, start: Any, end: Any, **how: Any) -> Any:
        looked.append(start)
        return real(camera, start, end, **how)

    monkeypatch.setattr(site.vault, "chunks", chunks)
    assert (await run(site, rule)).chunks == 3
    assert looked == [NOON + day * DAY for day in (400, 401)]
    # Of a camera without any footage nothing is looked for at all.
    assert (await run(site, rule)).chunks == 0
    assert len(looked) == 2


async def test_what_is_held_or_asked_for_stays_and_is_counted(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 10)
    site.machine.pass_time(2 * HOUR)
    number = await ask(site, 3, 5)
    done = await run(site, rule)
    assert minutes(site) == [3, 4]
    assert (done.chunks, done.left_out) == (8, 2)
    assert (await run(site, rule)).left_out == 2
    await extension.deny(site.desk, DECIDER, number)
    assert (await run(site, rule)).chunks == 2
    assert minutes(site) == []


async def test_what_is_asked_for_stays_even_where_its_protection_is_over(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 3)
    site.machine.pass_time(2 * HOUR)
    await settle(site, retention_days=30)
    await ask(site, 0, 1)
    for slot in [one for one in site.vault.slots() if one.apart]:
        site.vault.destroy([slot.id], ErasureReason.HOLD_OVER, site.machine.now())
    site.vault.sweep()
    assert (await run(site, rule)).left_out == 1
    assert minutes(site) == [0]


async def test_who_listens_hears_once_of_all_that_went(site: World) -> None:
    await site.add_camera(OTHER)
    rule = await signed(site, replace(NOON_TO_ONE, cameras=(CAMERA, OTHER)))
    site.record(NOON, 3)
    site.record(NOON + DAY, 3, OTHER)
    site.machine.pass_time(2 * DAY)
    await run(site, rule)
    (erased,) = site.told
    assert erased.reason is ErasureReason.PURGE_RULE
    assert {slot.camera for slot in erased.slots} == {CAMERA, OTHER}
    assert erased.start == NOON and erased.end >= NOON + DAY + 2 * MINUTE
    await run(site, rule)
    assert len(site.told) == 1, "of nothing nobody hears"


async def test_an_erased_slot_is_entered_with_its_reason(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 3)
    site.machine.pass_time(2 * HOUR)
    done = await run(site, rule)
    await RoutineBook(site.desk, slot=HOUR, patience=MINUTE).enter(site.machine.now())
    facts = [fact for entry in site.acts("routine") for fact in entry.act.erasures]  # type: ignore[attr-defined]
    assert [(fact.slot, fact.reason) for fact in facts] == [
        (slot, ErasureReason.PURGE_RULE) for slot in done.slots
    ]


# --- What is refused, and what goes wrong


async def test_nobody_without_an_office_runs_a_rule(site: World) -> None:
    rule = await signed(site)
    with pytest.raises(Refused):
        await run(site, rule, STRANGER)
    assert site.acts("refusal")[-1].act.act is Act.RUN_PURGE_RULE  # type: ignore[attr-defined]
    assert (await run(site, rule, OPERATOR)).chunks == 0


async def test_nothing_goes_by_a_clock_that_nobody_vouches_for(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 3)
    site.machine.pass_time(2 * HOUR)
    site.machine.synchronised = False
    assert await refused(run(site, rule)) == "clock_not_trusted"
    assert len(minutes(site)) == 3


async def test_what_the_disk_does_not_prove_is_said_and_what_went_is_told(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = await signed(site)
    site.record(NOON, 3)
    site.record(NOON + DAY, 3)
    site.machine.pass_time(2 * DAY)
    real = site.vault.erase_span

    def erase(camera: str, start: Any, end: Any, **how: Any) -> Any:
        destroyed, span = real(camera, start, end, **how)
        if start < NOON + HOUR:
            return destroyed, span
        return Destroyed(unconfirmed=tuple(slot.id for slot in destroyed.erased)), span

    monkeypatch.setattr(site.vault, "erase_span", erase)
    assert await refused(run(site, rule)) == "erasure_unconfirmed"
    assert site.acts("purge_rule_run")[-1].phase is Phase.FAILED
    assert len(site.told) == 1


# --- A stop in between


async def order(world: World, rule: str) -> PurgeRuleRun:
    """Order a run and stop before it is done."""
    act = PurgeRuleRun(
        rule=rule,
        since=world.desk.registers.purge_rules.by_id[rule].at,
        until=world.machine.now(),
    )
    await world.desk.append(act, AUTOMATION, Phase.ORDERED)
    return act


async def test_a_run_that_a_stop_interrupted_is_finished_no_further_than_it_was_ordered(
    site: World,
) -> None:
    rule = await signed(site)
    site.record(NOON, 10)
    site.machine.pass_time(5 * MINUTE)
    await order(site, rule)
    site.restart()
    site.machine.pass_time(HOUR)
    assert await recovery.finish_orders(site.desk, site.erasure) == 1
    assert minutes(site) == [5, 6, 7, 8, 9]
    done = site.acts("purge_rule_run")[-1]
    assert (done.phase, done.act.chunks) == (Phase.DONE, 5)  # type: ignore[attr-defined]
    assert not site.desk.registers.pending


async def test_what_had_gone_by_the_stop_is_told_by_its_tombstones(site: World) -> None:
    rule = await signed(site)
    site.record(NOON, 3)
    site.record(NOON + DAY, 3)
    site.machine.pass_time(2 * DAY)
    await order(site, rule)
    destroyed, span = site.vault.erase_span(
        CAMERA,
        NOON,
        NOON + HOUR,
        reason=ErasureReason.PURGE_RULE,
        at=site.machine.now(),
    )
    site.restart()
    await recovery.finish_orders(site.desk, site.erasure)
    done = site.acts("purge_rule_run")[-1].act
    assert isinstance(done, PurgeRuleRun)
    assert done.chunks == 6 and done.bytes >= span.bytes
    assert destroyed.erased[0].id in done.slots and len(done.slots) == 2
    assert done.stretches[0] == ErasedStretch(CAMERA, NOON, NOON + HOUR, 3, span.bytes)
    assert minutes(site) == []


async def test_a_run_of_a_rule_that_is_not_there_ends_as_failed(site: World) -> None:
    rule = await signed(site)
    await order(site, rule)
    await purge_rules.end(site.desk, DECIDER, rule)
    site.restart()
    await recovery.finish_orders(site.desk, site.erasure)
    assert site.acts("purge_rule_run")[-1].phase is Phase.FAILED
