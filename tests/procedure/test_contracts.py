"""Contractors: access for as long as the contract runs, and no longer."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.contracts import Certified, ContractState, Task
from custom_components.kuma_bouhan.guideline.custody import LockReason
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Person, Role
from custom_components.kuma_bouhan.procedure import appointments, contracts
from custom_components.kuma_bouhan.procedure.contracts import Terms, certify, end, make, person
from custom_components.kuma_bouhan.procedure.duties import duties
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.viewing import Viewings
from custom_components.kuma_bouhan.records.acts import Locked, Refusal
from custom_components.kuma_bouhan.records.contract import ContractCertified, ContractMade
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import AUTOMATION, NOON, PASSPHRASE, STRANGER, TOKYO, World

OWNER = Actor("manager", Door.FLOW)
GUARD = Person("guard", "警備 一郎")
DAY = timedelta(days=1)
TODAY = NOON.astimezone(TOKYO).date()
LAST = TODAY + 60 * DAY
END = datetime(LAST.year, LAST.month, LAST.day, tzinfo=TOKYO) + DAY
"""The midnight after the last day."""
TERMS = Terms(
    company=" 阿蘇警備保障 ",
    contact="担当 阿蘇",
    task=Task.GUARDING,
    task_text="夜間の入口の警備",
    reason="夜間に人がいないため",
    clause=True,
    start=TODAY,
    until=LAST,
)


def terms(**changes: Any) -> Terms:
    return replace(TERMS, **changes)


def state(world: World, contract: str) -> ContractState:
    found = world.desk.registers.contracts.by_id[contract]
    return found.state(world.machine.now())


def operates(world: World, who: str = "guard") -> bool:
    return Role.OPERATOR in world.desk.registers.roles_of(who, world.machine.now())


def due(world: World) -> dict[DutyKind, datetime]:
    return {
        duty.kind: duty.due
        for duty in duties(world.desk)
        if duty.kind in {DutyKind.CONTRACT_END, DutyKind.CONTRACT_CERTIFICATE}
    }


async def at_work(world: World, **changes: Any) -> str:
    """Enter a contract, and one person who works under it."""
    contract = await make(world.desk, OWNER, terms(**changes))
    await person(world.desk, OWNER, contract, GUARD, " 警備員 ")
    return contract


# --- Making and changing


async def test_a_contract_says_with_whom_about_what_why_and_until_when(world: World) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    assert len(contract) == 32
    entry = world.acts("contract_made")[-1]
    assert entry.phase is Phase.DONE
    act = entry.act
    assert isinstance(act, ContractMade)
    assert (act.company, act.contact) == ("阿蘇警備保障", "担当 阿蘇")
    assert (act.task, act.task_text) == (Task.GUARDING, "夜間の入口の警備")
    assert (act.reason_text, act.clause) == ("夜間に人がいないため", True)
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=TOKYO)
    assert (act.start, act.until) == (midnight, END)
    assert state(world, contract) is ContractState.RUNNING


async def test_a_contract_without_the_clause_is_entered_as_one(world: World) -> None:
    contract = await make(world.desk, OWNER, terms(clause=False))
    assert not world.desk.registers.contracts.by_id[contract].clause


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"company": "  "}, "text_missing"),
        ({"task_text": ""}, "text_missing"),
        ({"reason": ""}, "text_missing"),
        ({"contact": "長" * 2001}, "text_too_long"),
        ({"start": LAST + DAY}, "contract_ends_before_start"),
        ({"start": date(2020, 1, 1), "until": TODAY - DAY}, "contract_until_past"),
    ],
)
async def test_what_makes_no_contract_is_said_and_not_entered(
    world: World, changes: dict[str, Any], key: str
) -> None:
    before = world.book.size
    with pytest.raises(Problem, match=key):
        await make(world.desk, OWNER, terms(**changes))
    assert world.book.size == before


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_who_has_no_office_enters_no_contract_and_the_attempt_is_entered(
    world: World, actor: Actor
) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    for attempt in (
        make(world.desk, actor, TERMS),
        end(world.desk, actor, contract),
        certify(world.desk, actor, contract, Certified.RETURNED, TODAY),
        person(world.desk, actor, contract, GUARD),
    ):
        with pytest.raises(Refused):
            await attempt
    refused = [entry.act for entry in world.acts(Refusal.kind)]
    assert {act.act for act in refused if isinstance(act, Refusal)} == {
        Act.CONTRACT,
        Act.APPOINT_OPERATOR,
    }


async def test_of_a_contract_that_changes_the_last_word_holds(world: World) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    again = await make(world.desk, OWNER, terms(task=Task.CLOUD, clause=False), contract)
    found = world.desk.registers.contracts.by_id
    assert again == contract
    assert list(found) == [contract]
    assert (found[contract].task, found[contract].clause) == (Task.CLOUD, False)


async def test_what_is_not_there_or_over_is_not_changed(world: World) -> None:
    with pytest.raises(Problem, match="contract_unknown"):
        await make(world.desk, OWNER, TERMS, "ff" * 16)
    contract = await make(world.desk, OWNER, TERMS)
    await end(world.desk, OWNER, contract)
    for attempt in (
        make(world.desk, OWNER, TERMS, contract),
        end(world.desk, OWNER, contract),
        person(world.desk, OWNER, contract, GUARD),
    ):
        with pytest.raises(Problem, match="contract_over"):
            await attempt


# --- People


async def test_a_contractors_person_is_operator_until_the_contract_ends_by_itself(
    world: World,
) -> None:
    contract = await at_work(world)
    (office,) = contracts.people(world.desk, contract)
    assert (office.name, office.title, office.role) == ("警備 一郎", "警備員", Role.OPERATOR)
    assert (office.since, office.until) == (NOON, END)
    await world.pass_time(END - NOON - timedelta(seconds=1))
    assert operates(world)
    await world.pass_time(timedelta(seconds=1))
    assert not operates(world)
    assert state(world, contract) is ContractState.OVER
    assert contracts.working(world.desk, contract) == ()


async def test_under_a_contract_that_is_yet_to_begin_nobody_works_before(world: World) -> None:
    contract = await at_work(world, start=TODAY + 3 * DAY)
    assert not operates(world)
    await world.pass_time(3 * DAY)
    assert operates(world)
    assert state(world, contract) is ContractState.RUNNING


async def test_only_who_appoints_operators_gives_a_contractors_person_access(
    world: World,
) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    await appointments.hand_over(
        world.desk, OWNER, Role.SITE_OWNER, Person("owner", "設置 太郎"), secrecy_acknowledged=True
    )
    owner = Actor("owner", Door.PANEL)
    with pytest.raises(Refused, match="role_needed_appoint_operator"):
        await person(world.desk, owner, contract, GUARD)
    with pytest.raises(Refused, match="unlock_first"):
        await person(world.desk, Actor("manager", Door.PANEL), contract, GUARD)
    await make(world.desk, owner, TERMS)


async def test_who_operates_already_is_not_appointed_again(world: World) -> None:
    contract = await at_work(world)
    with pytest.raises(Problem, match="office_held_already"):
        await person(world.desk, OWNER, contract, GUARD)
    with pytest.raises(Problem, match="user_unknown"):
        await person(world.desk, OWNER, contract, None)


async def test_a_contract_that_is_ended_ends_access_in_the_same_act(world: World) -> None:
    contract = await at_work(world)
    other = await make(world.desk, OWNER, TERMS)
    await person(world.desk, OWNER, other, Person("other", "別の 人"))
    await appointments.appoint(world.desk, OWNER, Role.OPERATOR, Person("own", "自前 花子"))
    await world.pass_time(DAY)
    await end(world.desk, OWNER, contract)
    assert not operates(world)
    assert operates(world, "other")
    assert operates(world, "own")
    assert operates(world, "manager")
    (office,) = contracts.people(world.desk, contract)
    assert office.until == world.machine.now()
    assert office.ended_by == world.acts("contract_ended")[-1].seq
    # It stands in the book, not in memory.
    before = world.desk.registers.appointments
    world.restart()
    assert world.desk.registers.appointments == before


async def opened(world: World, lock: Lock) -> tuple[str, Actor]:
    """Have a contractor's person open the vault; return the contract, and the person."""
    contract = await make(world.desk, OWNER, TERMS)
    # The manager's passphrase is the only one here: let them be the contractor's person, too.
    await appointments.end(world.desk, OWNER, Role.OPERATOR, "manager", secrecy_acknowledged=True)
    await person(world.desk, OWNER, contract, Person("manager", "熊本 花子"))
    await appointments.hand_over(
        world.desk, OWNER, Role.SITE_OWNER, Person("owner", "設置 太郎"), secrecy_acknowledged=True
    )
    await appointments.hand_over(
        world.desk,
        Actor("owner", Door.FLOW),
        Role.MANAGER,
        Person("owner", "設置 太郎"),
        secrecy_acknowledged=True,
    )
    panel = Actor("manager", Door.PANEL, session="a browser")
    await lock.unlock(panel, PASSPHRASE)
    assert lock.is_open(panel)
    return contract, panel


async def test_whoever_has_the_vault_open_is_locked_out_when_their_contract_ends(
    world: World,
) -> None:
    lock = Lock(world.desk)
    contract, _ = await opened(world, lock)
    await end(world.desk, Actor("owner", Door.FLOW), contract)
    assert lock.is_locked
    await lock.enter()
    locked = world.acts("locked")[-1].act
    assert isinstance(locked, Locked)
    assert (locked.reason, locked.users) == (LockReason.ROLE, ("manager",))
    lock.close()


@pytest.mark.parametrize("by", [-30, 30])
async def test_a_contract_that_changes_its_end_takes_its_people_with_it(
    world: World, by: int
) -> None:
    contract = await at_work(world)
    await make(world.desk, OWNER, terms(until=LAST + by * DAY), contract)
    (office,) = contracts.people(world.desk, contract)
    assert office.until == END + by * DAY
    await world.pass_time(END + by * DAY - NOON - timedelta(seconds=1))
    assert operates(world)
    await world.pass_time(timedelta(seconds=1))
    assert not operates(world)


async def test_more_time_for_a_contractors_people_is_given_by_who_appoints_operators(
    world: World,
) -> None:
    contract = await at_work(world)
    panel = Actor("manager", Door.PANEL)
    with pytest.raises(Refused, match="unlock_first"):
        await make(world.desk, panel, terms(until=LAST + DAY), contract)
    await make(world.desk, panel, terms(until=LAST - DAY), contract)
    (office,) = contracts.people(world.desk, contract)
    assert office.until == END - DAY
    # A contract that nobody works under gives nobody anything.
    empty = await make(world.desk, OWNER, TERMS)
    await make(world.desk, panel, terms(until=LAST + DAY), empty)


async def test_whose_office_was_ended_has_it_back_by_no_change_of_the_contract(
    world: World,
) -> None:
    contract = await at_work(world)
    await world.pass_time(DAY)
    await appointments.end(
        world.desk,
        OWNER,
        Role.OPERATOR,
        "guard",
        until=world.machine.now() + 5 * DAY,
        secrecy_acknowledged=True,
    )
    await make(world.desk, Actor("manager", Door.PANEL), terms(until=LAST + 30 * DAY), contract)
    (office,) = contracts.people(world.desk, contract)
    assert office.until == world.machine.now() + 5 * DAY
    await make(world.desk, OWNER, terms(until=TODAY + 2 * DAY), contract)
    (office,) = contracts.people(world.desk, contract)
    assert office.until == END - 58 * DAY
    await world.pass_time(9 * DAY)
    assert not operates(world)


async def test_a_longer_contract_does_not_overlap_an_office_that_was_given_to_follow_it(
    world: World,
) -> None:
    contract = await at_work(world)
    await appointments.appoint(world.desk, OWNER, Role.OPERATOR, GUARD, since=END + DAY)
    await make(world.desk, OWNER, terms(until=LAST + 30 * DAY), contract)
    (office,) = contracts.people(world.desk, contract)
    assert office.until == END + DAY


async def test_a_page_that_is_taken_away_ends_its_contract_as_a_fact(world: World) -> None:
    contract, lock = await at_work(world), Lock(world.desk)
    await contracts.removed(world.desk, lock, [contract])
    entry = world.acts("contract_ended")[-1]
    assert (entry.phase, entry.actor.user_id) == (Phase.NOTED, None)
    assert not operates(world)
    # What is over, or never was, is entered no second time.
    await contracts.removed(world.desk, lock, [contract, "ff" * 16])
    assert len(world.acts("contract_ended")) == 1
    assert world.desk.ended == set()


async def test_a_book_that_takes_nothing_keeps_no_contractors_person_at_work(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(world.desk)
    contract, guard = await opened(world, lock)
    owner = Actor("owner", Door.FLOW)
    other = await make(world.desk, owner, TERMS)
    assert "manager" in Viewings(world.desk, lock).people()

    def full(*_: Any, **__: Any) -> None:
        raise BookProblem("book_full")

    with monkeypatch.context() as patch:
        patch.setattr(world.book, "append", full)
        with pytest.raises(BookProblem):
            await contracts.removed(world.desk, lock, [contract, other])
    assert lock.is_locked
    assert world.desk.roles_of(guard) == frozenset()
    assert "manager" not in Viewings(world.desk, lock).people()
    with pytest.raises(Refused):
        await lock.unlock(guard, PASSPHRASE)
    # Nobody else is concerned, and the book is told the next time.
    assert Role.MANAGER in world.desk.roles_of(owner)
    await contracts.removed(world.desk, lock, ())
    assert {found.act.contract for found in world.acts("contract_ended")} == {contract, other}  # type: ignore[attr-defined]
    assert world.desk.roles_of(guard) == frozenset()
    assert world.desk.ended == set()
    lock.close()


# --- What became of what they had


async def test_what_became_of_it_is_certified_once_it_is_over_and_once(world: World) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    with pytest.raises(Problem, match="contract_running"):
        await certify(world.desk, OWNER, contract, Certified.DESTROYED, TODAY)
    await end(world.desk, OWNER, contract)
    with pytest.raises(Problem, match="moment_in_future"):
        await certify(world.desk, OWNER, contract, Certified.DESTROYED, TODAY + DAY)
    await certify(world.desk, OWNER, contract, Certified.DESTROYED, TODAY, " 証明書 第3号 ")
    act = world.acts("contract_certified")[-1].act
    assert isinstance(act, ContractCertified)
    assert (act.certified, act.document) == (Certified.DESTROYED, "証明書 第3号")
    found = world.desk.registers.contracts.by_id[contract]
    assert (state(world, contract), found.settled) == (ContractState.SETTLED, NOON)
    with pytest.raises(Problem, match="contract_settled"):
        await certify(world.desk, OWNER, contract, Certified.RETURNED, TODAY)
    with pytest.raises(Problem, match="contract_unknown"):
        await certify(world.desk, OWNER, "ff" * 16, Certified.RETURNED, TODAY)


# --- Duties


async def test_until_its_end_a_contract_is_to_be_decided_about_then_its_certificate_is_due(
    world: World,
) -> None:
    assert due(world) == {}
    contract = await make(world.desk, OWNER, TERMS)
    assert due(world) == {DutyKind.CONTRACT_END: END}
    await world.pass_time(END - NOON - timedelta(seconds=1))
    assert due(world)[DutyKind.CONTRACT_END] > world.machine.now()
    await world.pass_time(timedelta(seconds=1))
    assert due(world) == {DutyKind.CONTRACT_CERTIFICATE: END}
    (duty,) = [duty for duty in duties(world.desk) if duty.about == contract]
    assert (duty.act, duty.id) == (Act.CONTRACT, f"contract_certificate:{contract}:1")
    await certify(world.desk, OWNER, contract, Certified.NOTHING_HELD, LAST)
    assert due(world) == {}


async def test_a_contract_that_was_ended_is_due_to_be_certified_from_then_on(
    world: World,
) -> None:
    contract = await make(world.desk, OWNER, TERMS)
    await world.pass_time(DAY)
    await end(world.desk, OWNER, contract)
    await world.pass_time(DAY)
    assert due(world) == {DutyKind.CONTRACT_CERTIFICATE: NOON + DAY}
