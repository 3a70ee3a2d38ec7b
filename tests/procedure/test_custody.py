"""Whose keys open the vault: made, admitted, removed, changed, begun anew. 4(4)ウ."""

from collections.abc import Awaitable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.custody import CodeUse, Line, LockReason
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Person, Role
from custom_components.kuma_bouhan.procedure import (
    appointments,
    founding,
    key_facts,
    recovery,
    vault_key,
)
from custom_components.kuma_bouhan.procedure.custody import Custodian
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.prepared import WAITS
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import (
    EpochsRetired,
    HolderAdmitted,
    HolderRemoved,
    KeyMade,
    KeysBegun,
    Locked,
    PassphraseChanged,
    RecoveryCodeRenewed,
    RecoveryCodeUsed,
    UnlockFailed,
    VaultFinding,
)
from custom_components.kuma_bouhan.records.custody import CHANGES_KEYS
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.holders import HolderState
from custom_components.kuma_bouhan.vault.keys import Keys
from custom_components.kuma_bouhan.vault.opened import fingerprint
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.reader import Folder
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from tests.vault.tampering import tampered

from .conftest import AUTOMATION, CAMERA, CHEAP, NOON, PASSPHRASE, STRANGER, TOKYO, World

HOUR = timedelta(hours=1)
CHOSEN = "おにぎりと みそしるの あさごはん"
OTHER = "kitchen window thunder 1893"
OWNER = Actor("owner", Door.PANEL, session="o")
MANAGER = Actor("manager", Door.PANEL, session="m")
OPERATOR = Actor("operator", Door.PANEL, session="p")
DEPUTY = Actor("deputy", Door.PANEL, session="d")


class House:
    """A building with four people: the manager holds the key that it was founded with."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.begin()

    def begin(self) -> None:
        self.told = 0

        def tell() -> None:
            self.told += 1

        self.lock = Lock(self.world.desk)
        self.keys = Custodian(self.world.desk, self.lock, tell, cost=CHEAP)

    async def restart(self) -> None:
        """Stop as by a power cut, start, and finish what was ordered."""
        self.world.restart()
        self.begin()
        await recovery.finish_orders(self.world.desk, self.world.erasure)

    async def unlock(self, actor: Actor = MANAGER, passphrase: str = PASSPHRASE) -> None:
        await self.lock.unlock(actor, passphrase)

    async def join(self, actor: Actor, passphrase: str = CHOSEN) -> None:
        """Make a key and have the manager admit it."""
        await self.keys.make(actor, passphrase, passphrase)
        await self.unlock()
        await self.keys.admit(MANAGER, actor.user_id or "")

    def state(self, user: str) -> HolderState | None:
        facts = self.world.vault.keys.holders.get(user)
        return facts.state if facts else None

    async def sees(self, actor: Actor, passphrase: str, start: object = None) -> int:
        """Return how many recorded stretches a person can open."""
        await self.lock.unlock(actor, passphrase)
        opened, vault = self.lock.opened(actor), self.world.vault
        now, seen = self.world.machine.wall, 0
        for chunk in vault.chunks(CAMERA, NOON - HOUR, NOON + 100 * HOUR, now=now):
            try:
                seen += bool(vault.read(opened, chunk, now=now).fragments)
            except VaultProblem as problem:
                assert problem.key == "footage_sealed"  # noqa: PT017 - said either way
        return seen


@pytest.fixture
async def house(world: World) -> House:
    desk = world.desk
    made = House(world)
    flow = Actor("manager", Door.FLOW)
    await appointments.appoint(desk, flow, Role.OPERATOR, Person("operator", "運用 次郎"))
    await appointments.appoint(
        desk, flow, Role.DEPUTY, Person("deputy", "代行 三郎"), until=NOON + 90 * 24 * HOUR
    )
    await appointments.hand_over(
        desk, flow, Role.SITE_OWNER, Person("owner", "設置 太郎"), secrecy_acknowledged=True
    )
    return made


def acts(world: World, kind: type[RecordedAct]) -> Iterator[Any]:
    """Yield the acts of a kind that were done, oldest first."""
    for entry in world.acts(kind.kind):
        if entry.phase.counts:
            yield entry.act


async def refused(doing: Awaitable[object]) -> str:
    with pytest.raises(Problem) as problem:
        await doing
    return problem.value.key


# --- Making and admitting


async def test_a_key_of_ones_own_waits_until_somebody_admits_it(house: House) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    assert house.state("operator") is HolderState.WAITING
    await house.unlock(OPERATOR, CHOSEN)
    assert house.lock.is_open(OPERATOR)
    with pytest.raises(Refused, match="unlock_first"):
        house.lock.opened(OPERATOR)
    await house.unlock()
    await house.keys.admit(MANAGER, "operator")
    assert not house.lock.is_open(OPERATOR)  # it opens something else now
    assert await house.sees(OPERATOR, CHOSEN) == 1
    assert [act.sees for act in acts(world, KeyMade)] == [True]
    (admitted,) = acts(world, HolderAdmitted)
    assert (admitted.user_id, admitted.epochs, admitted.by_code) == ("operator", (1,), False)
    assert "operator" in world.desk.registers.signing_keys
    assert house.told == 2


async def test_the_site_owner_makes_a_key_that_signs_and_sees_nothing(house: House) -> None:
    await house.keys.make(OWNER, CHOSEN, CHOSEN)
    assert house.state("owner") is HolderState.SIGNING
    await house.unlock(OWNER, CHOSEN)
    entry = await house.world.desk.append(
        VaultFinding(finding="nothing"), Actor("owner", Door.PANEL, session="o"), Phase.NOTED
    )
    assert entry.signature
    with pytest.raises(Refused, match="unlock_first"):
        house.lock.opened(OWNER)
    await house.unlock()
    assert await refused(house.keys.admit(MANAGER, "owner")) == "holder_without_role"


async def test_only_whoever_is_unlocked_and_may_admits(house: House) -> None:
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    assert await refused(house.keys.admit(MANAGER, "operator")) == "unlock_first"
    assert await refused(house.keys.admit(OWNER, "operator")) == "role_needed_admit_holder"
    await house.unlock()
    assert await refused(house.keys.admit(MANAGER, "nobody")) == "holder_unknown"
    await house.keys.admit(MANAGER, "operator")
    assert await refused(house.keys.admit(MANAGER, "operator")) == "holder_admitted_already"
    # Another session of the manager has not unlocked.
    elsewhere = replace(MANAGER, session="elsewhere")
    assert await refused(house.keys.admit(elsewhere, "operator")) == "unlock_first"


async def test_a_deputy_without_epochs_admits_nobody(house: House) -> None:
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    await house.unlock(DEPUTY, CHOSEN)
    assert await refused(house.keys.admit(DEPUTY, "operator")) == "unlock_first"


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_nobody_without_a_role_makes_a_key(house: House, actor: Actor) -> None:
    with pytest.raises(Refused):
        await house.keys.make(actor, CHOSEN, CHOSEN)
    with pytest.raises(Refused):
        await house.keys.words(actor, "ja")


async def test_a_second_key_takes_the_place_of_one_that_waits_and_of_no_other(
    house: House,
) -> None:
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    await house.keys.make(OPERATOR, OTHER, OTHER)
    with pytest.raises(Problem, match="wrong_passphrase"):
        await house.unlock(OPERATOR, CHOSEN)
    await house.unlock(OPERATOR, OTHER)
    assert await refused(house.keys.make(MANAGER, CHOSEN, CHOSEN)) == "key_exists"


@pytest.mark.parametrize(
    ("passphrase", "again", "key"),
    [
        (CHOSEN, OTHER, "passphrases_differ"),
        ("short", "short", "passphrase_short"),
        ("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "passphrase_simple"),
        ("水前寺の家です、水前寺の家", "水前寺の家です、水前寺の家", "passphrase_guessable"),
        ("設置太郎の運用次郎の", "設置太郎の運用次郎の", "passphrase_short"),
        ("設置太郎 運用次郎 熊本花子", "設置太郎 運用次郎 熊本花子", "passphrase_guessable"),
    ],
)
async def test_a_passphrase_that_others_would_try_is_not_taken(
    house: House, passphrase: str, again: str, key: str
) -> None:
    size = house.world.book.size
    assert await refused(house.keys.make(OPERATOR, passphrase, again)) == key
    assert house.world.book.size == size


async def test_six_words_are_a_passphrase(house: House) -> None:
    words = await house.keys.words(OPERATOR, "ja")
    await house.keys.make(OPERATOR, words, words)


async def test_plain_http_has_to_be_accepted_before_any_secret_is_looked_at(house: House) -> None:
    keys = house.keys
    for doing in (
        keys.make(MANAGER, "x", "x", Line.PLAIN),
        keys.change_passphrase(MANAGER, "x", "x", "x", Line.PLAIN),
        keys.admit_by_code(MANAGER, "x", Line.PLAIN),
        keys.prepare_keys(MANAGER, "x", "x", "ja", Line.PLAIN),
    ):
        assert await refused(doing) == "plain_http_not_accepted"
    await keys.make(OPERATOR, CHOSEN, CHOSEN, Line.PLAIN_ACCEPTED)
    assert [entry.actor.user_id for entry in house.world.acts("plain_http_accepted")] == [
        "operator"
    ]


# --- Another passphrase


async def test_another_passphrase_opens_the_same_and_the_old_one_nothing(house: House) -> None:
    house.world.record(NOON - HOUR, 1)
    await house.unlock()
    await house.unlock(replace(MANAGER, session="elsewhere"))
    await house.keys.change_passphrase(MANAGER, PASSPHRASE, CHOSEN, CHOSEN)
    assert house.lock.is_open(MANAGER)
    assert not house.lock.is_open(replace(MANAGER, session="elsewhere"))
    assert await house.sees(MANAGER, CHOSEN) == 1
    with pytest.raises(Problem, match="wrong_passphrase"):
        await house.unlock()
    assert len(list(acts(house.world, PassphraseChanged))) == 1


async def test_guessing_the_old_passphrase_waits_like_any_guessing(house: House) -> None:
    for _ in range(5):
        doing = house.keys.change_passphrase(MANAGER, "wrong", CHOSEN, CHOSEN)
        assert await refused(doing) == "wrong_passphrase"
    assert await refused(house.lock.unlock(MANAGER, PASSPHRASE)) == "unlock_wait"
    doing = house.keys.change_passphrase(MANAGER, PASSPHRASE, CHOSEN, CHOSEN)
    assert await refused(doing) == "unlock_wait"
    assert house.world.acts("passphrase_changed") == []


async def test_who_has_no_key_has_no_passphrase_to_change(house: House) -> None:
    doing = house.keys.change_passphrase(OPERATOR, CHOSEN, OTHER, OTHER)
    assert await refused(doing) == "key_missing"


# --- Removing


async def test_whose_key_is_removed_opens_nothing_and_new_footage_has_a_new_key(
    house: House,
) -> None:
    world = house.world
    await house.join(OPERATOR)
    world.record(NOON - HOUR, 1)
    before = world.vault.fingerprint
    await house.unlock(OPERATOR, CHOSEN)
    opened = house.lock.opened(OPERATOR)
    world.machine.pass_time(HOUR / 60)
    await house.keys.remove(OWNER, "operator")
    assert opened.is_closed
    assert house.lock.is_locked  # whoever is left unlocks anew, for the new key
    world.record(world.machine.wall, 1)
    assert house.state("operator") is None
    assert await refused(house.lock.unlock(OPERATOR, CHOSEN)) == "key_missing"
    assert await house.sees(MANAGER, PASSPHRASE) == 2
    (removed,) = acts(world, HolderRemoved)
    assert (removed.epoch, removed.signs_on) == (2, False)
    assert removed.vault_fingerprint == world.vault.fingerprint != before
    assert world.desk.registers.custody.fingerprint == world.vault.fingerprint
    assert not vault_key.is_another(world.desk)


async def test_a_key_that_waits_is_removed_without_a_new_one(house: House) -> None:
    await house.keys.make(OPERATOR, CHOSEN, CHOSEN)
    await house.unlock()
    await house.keys.remove(MANAGER, "operator")
    (removed,) = acts(house.world, HolderRemoved)
    assert (removed.epoch, removed.vault_fingerprint) == (None, "")
    assert house.lock.is_open(MANAGER)


async def test_the_last_key_stays_and_so_does_a_site_owners(house: House) -> None:
    await house.keys.make(OWNER, CHOSEN, CHOSEN)
    assert await refused(house.keys.remove(OWNER, "manager")) == "last_holder"
    assert await refused(house.keys.remove(OWNER, "owner")) == "signing_key_stays"
    assert await refused(house.keys.remove(OWNER, "nobody")) == "holder_unknown"
    assert await refused(house.keys.remove(OPERATOR, "manager")) == "role_needed_remove_holder"


async def test_who_hands_over_and_stays_site_owner_keeps_what_signs(house: House) -> None:
    """The founder of a building is site owner and manager, and names another manager later."""
    world, desk = house.world, house.world.desk
    flow = Actor("owner", Door.FLOW)
    await appointments.hand_over(
        desk, flow, Role.SITE_OWNER, Person("manager", "花子"), secrecy_acknowledged=True
    )
    await house.join(OPERATOR)
    founder = Actor("manager", Door.FLOW)
    await appointments.hand_over(
        desk, founder, Role.MANAGER, Person("operator", "次郎"), secrecy_acknowledged=True
    )
    await appointments.end(desk, founder, Role.OPERATOR, "manager", secrecy_acknowledged=True)
    assert key_facts.held_without_role(desk) == ("manager",)
    # Until it is removed the key still signs for them here, and shows nothing.
    await house.unlock(MANAGER, PASSPHRASE)
    with pytest.raises(Refused, match="unlock_first"):
        house.lock.opened(MANAGER)
    await house.keys.remove(OPERATOR, "manager")
    assert house.state("manager") is HolderState.SIGNING
    assert key_facts.held_without_role(desk) == ()
    await house.unlock(MANAGER, PASSPHRASE)
    assert house.lock.signer(MANAGER) is not None
    (removed,) = acts(world, HolderRemoved)
    assert removed.signs_on


# --- The recovery code


async def test_a_new_code_is_in_force_once_it_is_written_down(house: House) -> None:
    world, old = house.world, house.world.code
    world.record(NOON - HOUR, 1)
    await house.unlock()
    handed = await house.keys.prepare_code(MANAGER, "ja")
    assert all(group in handed.paper for group in handed.code.split("-"))
    world.vault.unlock_by_recovery_code(old).close()
    assert await refused(house.keys.confirm_code(MANAGER, "XXXX")) == "code_group_differs"
    await house.keys.confirm_code(MANAGER, handed.code[-4:].lower())
    world.vault.unlock_by_recovery_code(handed.code).close()
    with pytest.raises(Problem, match="wrong_recovery_code"):
        world.vault.unlock_by_recovery_code(old)
    assert len(list(acts(world, RecoveryCodeRenewed))) == 1
    # It is taken out once.
    assert await refused(house.keys.confirm_code(MANAGER, handed.code[-4:])) == "code_not_prepared"


async def test_a_code_that_nobody_wrote_down_is_forgotten(house: House) -> None:
    world = house.world
    await house.unlock()
    first = await house.keys.prepare_code(MANAGER, "ja")
    second = await house.keys.prepare_code(MANAGER, "ja")
    assert await refused(house.keys.confirm_code(MANAGER, first.code[-4:])) == "code_group_differs"
    await world.pass_time(WAITS)
    assert await refused(house.keys.confirm_code(MANAGER, second.code[-4:])) == "code_not_prepared"
    third = await house.keys.prepare_code(MANAGER, "ja")
    house.keys.close()
    assert await refused(house.keys.confirm_code(MANAGER, third.code[-4:])) == "code_not_prepared"
    world.vault.unlock_by_recovery_code(world.code).close()


async def test_a_clock_set_back_has_no_code_wait_longer(house: House) -> None:
    await house.world.pass_time(HOUR)
    await house.unlock()
    handed = await house.keys.prepare_code(MANAGER, "en")
    machine = house.world.machine
    machine.wall -= HOUR / 2
    machine.booted += WAITS.total_seconds()
    assert await refused(house.keys.confirm_code(MANAGER, handed.code[-4:])) == "code_not_prepared"


async def test_a_code_is_confirmed_where_it_was_made_and_while_unlocked(house: House) -> None:
    assert await refused(house.keys.prepare_code(MANAGER, "ja")) == "unlock_first"
    await house.unlock()
    handed = await house.keys.prepare_code(MANAGER, "ja")
    elsewhere = replace(MANAGER, session="elsewhere")
    await house.unlock(elsewhere)
    assert await refused(house.keys.confirm_code(elsewhere, handed.code[-4:])) == (
        "code_not_prepared"
    )
    # New keys are another matter than a new code.
    assert await refused(house.keys.confirm_keys(MANAGER, handed.code[-4:])) == "code_not_prepared"
    await house.lock.lock(MANAGER)
    assert await refused(house.keys.confirm_code(MANAGER, handed.code[-4:])) == "unlock_first"


async def test_a_new_manager_is_admitted_by_the_code_which_has_to_be_renewed_then(
    house: House,
) -> None:
    world, desk = house.world, house.world.desk
    world.record(NOON - HOUR, 1)
    await appointments.hand_over(
        desk,
        Actor("owner", Door.FLOW),
        Role.MANAGER,
        Person("deputy", "三郎"),
        secrecy_acknowledged=True,
    )
    assert await refused(house.keys.admit_by_code(DEPUTY, world.code)) == "key_missing"
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    assert await refused(house.keys.admit_by_code(DEPUTY, "XXXX")) == "wrong_recovery_code"
    await house.keys.admit_by_code(DEPUTY, world.code)
    assert await house.sees(DEPUTY, CHOSEN) == 1
    (admitted,) = acts(world, HolderAdmitted)
    assert (admitted.user_id, admitted.by_code) == ("deputy", True)
    assert desk.registers.code_used
    assert await refused(house.keys.admit_by_code(DEPUTY, world.code)) == "code_opens_nothing"
    handed = await house.keys.prepare_code(DEPUTY, "en")
    await house.keys.confirm_code(DEPUTY, handed.code[-4:])
    assert not desk.registers.code_used
    await house.restart()
    assert not house.world.desk.registers.code_used


async def test_who_signs_only_is_admitted_by_no_code(house: House) -> None:
    await house.keys.make(OWNER, CHOSEN, CHOSEN)
    assert await refused(house.keys.admit_by_code(OWNER, house.world.code)) == (
        "role_needed_use_recovery_code"
    )
    await appointments.hand_over(
        house.world.desk,
        Actor("owner", Door.FLOW),
        Role.MANAGER,
        Person("owner", "太郎"),
        secrecy_acknowledged=True,
    )
    assert await refused(house.keys.admit_by_code(OWNER, house.world.code)) == "key_missing"
    await house.keys.make(OWNER, OTHER, OTHER)
    assert house.state("owner") is HolderState.WAITING


# --- All secrets lost


async def test_where_every_secret_is_lost_new_keys_open_new_footage(house: House) -> None:
    world, keys = house.world, house.keys
    world.record(NOON - HOUR, 1)
    await house.join(OPERATOR)
    world.machine.pass_time(HOUR)
    handed = await keys.prepare_keys(MANAGER, CHOSEN, CHOSEN, "ja", code=world.code)
    assert world.vault.fingerprint not in handed.paper
    assert await refused(keys.confirm_code(MANAGER, handed.code[-4:])) == "unlock_first"
    await keys.confirm_keys(MANAGER, handed.code[-4:])
    world.record(world.machine.wall, 1)
    assert await house.sees(MANAGER, CHOSEN) == 1
    world.vault.unlock_by_recovery_code(handed.code).close()
    (begun,) = acts(world, KeysBegun)
    assert (begun.epoch, begun.vault_fingerprint) == (2, world.vault.fingerprint)
    assert not vault_key.is_another(world.desk)
    locked = [act.reason for act in acts(world, Locked)]
    assert locked == [] or locked[-1] is LockReason.KEYS


async def test_what_can_no_longer_be_opened_is_said_exactly(house: House) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    assert (await key_facts.read(world.desk, MANAGER)).sealed is None
    world.machine.pass_time(HOUR)
    handed = await house.keys.prepare_keys(MANAGER, CHOSEN, CHOSEN, "ja", code=world.code)
    await house.keys.confirm_keys(MANAGER, handed.code[-4:])
    world.record(world.machine.wall, 1)
    sealed = (await key_facts.read(world.desk, MANAGER)).sealed
    assert sealed is not None
    assert sealed.cameras == (CAMERA,)
    assert (sealed.oldest, sealed.newest) == (NOON - HOUR, NOON - HOUR + HOUR / 60)
    (first, _) = world.vault.footage_of_epochs()
    assert sealed.erased_by == first.erased_by is not None
    # The paper of before turns up: it opens what it opened, and has to be renewed.
    await house.keys.admit_by_code(MANAGER, world.code)
    assert (await key_facts.read(world.desk, MANAGER)).sealed is None
    assert await house.sees(MANAGER, CHOSEN) == 2
    assert world.desk.registers.code_used


async def test_only_manager_and_deputy_begin_new_keys(house: House) -> None:
    for actor in (OWNER, OPERATOR):
        doing = house.keys.prepare_keys(actor, CHOSEN, CHOSEN, "ja", code=house.world.code)
        assert await refused(doing) == "role_needed_begin_keys"
    await house.keys.prepare_keys(DEPUTY, CHOSEN, CHOSEN, "ja", code=house.world.code)


async def test_keys_that_no_footage_is_left_of_go(house: House) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    await house.join(OPERATOR)
    world.machine.pass_time(HOUR / 60)
    await house.keys.remove(OWNER, "operator")
    await house.keys.retire()
    assert len(world.vault.keys.epochs) == 2
    await world.pass_time(timedelta(days=9))
    await world.erasure.run()
    assert world.vault.chunks(CAMERA, NOON - HOUR, NOON, now=NOON) == []
    await house.keys.retire()
    await house.keys.retire()
    assert [epoch.number for epoch in world.vault.keys.epochs] == [2]
    assert [act.epochs for act in acts(world, EpochsRetired)] == [(1,)]


# --- What is shown


async def test_the_facts_are_shown_to_who_has_a_role_and_names_to_who_needs_them(
    house: House,
) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    await house.join(OPERATOR)
    await house.keys.make(OWNER, OTHER, OTHER)
    facts = await key_facts.read(world.desk, OPERATOR)
    assert {(line.user_id, line.state, line.has_role) for line in facts.holders} == {
        ("manager", HolderState.HOLDER, True),
        ("operator", HolderState.HOLDER, True),
        ("owner", HolderState.SIGNING, True),
    }
    assert {line.name for line in facts.holders} == {""}
    assert facts.mine is HolderState.HOLDER
    assert {line.roles for line in facts.holders} == {()}
    (epoch,) = facts.epochs
    assert epoch.fingerprint == facts.fingerprint == world.vault.fingerprint
    assert set(epoch.holders) == {"manager", "operator"}
    assert epoch.footage_until is None
    assert (facts.code_used, facts.sealed) == (False, None)
    named = await key_facts.read(world.desk, OWNER)
    assert {line.name for line in named.holders} == {"熊本 花子", "運用 次郎", "設置 太郎"}
    assert named.mine is HolderState.SIGNING
    assert (await key_facts.read(world.desk, DEPUTY)).mine is None
    with pytest.raises(Refused, match="role_needed_read_keys"):
        await key_facts.read(world.desk, STRANGER)


async def test_who_hands_the_managers_office_over_and_stays_site_owner_is_shown_as_one(
    world: World,
) -> None:
    flow = Actor("manager", Door.FLOW)
    for role in (Role.MANAGER, Role.OPERATOR):
        await appointments.end(world.desk, flow, role, "manager", secrecy_acknowledged=True)
    facts = await key_facts.read(world.desk, MANAGER)
    (line,) = facts.holders
    assert (line.has_role, line.roles) == (False, (Role.SITE_OWNER,))


async def test_an_old_key_says_until_when_there_is_footage_under_it(house: House) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    await house.join(OPERATOR)
    world.machine.pass_time(HOUR / 60)
    await house.keys.remove(OWNER, "operator")
    old, new = (await key_facts.read(world.desk, MANAGER)).epochs
    assert (old.number, new.number) == (1, 2)
    assert old.footage_until == world.vault.footage_of_epochs()[0].erased_by is not None
    assert new.footage_until is None
    assert old.holders == new.holders == ("manager",)


# --- A key that somebody exchanged


def exchange(world: World) -> None:
    """Put an epoch of somebody else's in place, which the manager's passphrase opens: only the book can tell."""
    world.stop()
    keys = Keys.read(world.vault_path, world.vault.id, mend=False)
    keys.begin_epoch(
        NewHolder("manager", PASSPHRASE), new_recovery_code(), now=world.machine.wall, cost=CHEAP
    )
    world.start()


async def test_a_key_that_was_exchanged_is_entered_once_and_opens_nothing(house: House) -> None:
    world = house.world
    await house.join(OPERATOR)
    exchange(world)
    assert vault_key.is_another(world.desk)
    await house.restart()
    await house.restart()
    (found,) = acts(world, VaultFinding)
    assert (found.finding, found.detail) == ("key_changed", world.vault.fingerprint)
    keys = house.keys
    for doing in (
        house.lock.unlock(MANAGER, PASSPHRASE),
        keys.make(DEPUTY, CHOSEN, CHOSEN),
        keys.change_passphrase(MANAGER, PASSPHRASE, CHOSEN, CHOSEN),
        keys.admit_by_code(MANAGER, world.code),
        keys.remove(OWNER, "operator"),
    ):
        assert await refused(doing) == "vault_key_changed"
    world.record(world.machine.wall, 1)  # recording goes on
    assert len(list(acts(world, VaultFinding))) == 1


async def test_new_keys_put_an_exchanged_one_right(house: House) -> None:
    world = house.world
    exchange(world)
    house.begin()
    handed = await house.keys.prepare_keys(MANAGER, CHOSEN, CHOSEN, "ja")
    await house.keys.confirm_keys(MANAGER, handed.code[-4:])
    assert not vault_key.is_another(world.desk)
    assert world.desk.registers.custody.found_changed == ""
    await house.unlock(MANAGER, CHOSEN)
    exchange(world)
    await house.restart()
    assert len(list(acts(world, VaultFinding))) == 1  # another one is said anew


async def test_a_keyring_that_was_tampered_with_is_entered_once_and_seals_to_nobody(
    house: House,
) -> None:
    """The recovery pair's public key is exchanged: the next key would be sealed to it."""
    world = house.world
    await house.join(OPERATOR)
    world.stop()
    before = (world.vault_path / "keyring.json").read_bytes()
    with tampered(world.vault_path) as content:
        content["recovery"][0]["public"] = content["holders"][0]["public"]
    world.start()
    house.begin()
    for _ in range(2):
        assert await refused(house.lock.unlock(MANAGER, PASSPHRASE)) == "vault_key_changed"
    assert [act.finding for act in acts(world, VaultFinding)] == ["keys_tampered"]
    assert await refused(house.keys.remove(OWNER, "operator")) == "vault_key_changed"
    assert list(acts(world, UnlockFailed)) == []
    # Who has a copy of the file puts it back.
    world.stop()
    (world.vault_path / "keyring.json").write_bytes(before)
    world.start()
    house.begin()
    assert world.desk.registers.custody.tampered
    await house.unlock()
    assert not world.desk.registers.custody.tampered
    await house.keys.remove(OWNER, "operator")


@pytest.mark.parametrize("by_code", [False, True])
async def test_a_key_that_waits_and_was_exchanged_is_not_admitted(
    house: House, by_code: bool
) -> None:
    """No seal vouches for it yet: whoever can write the file would be admitted in its owner's place."""
    world = house.world
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    world.stop()
    with tampered(world.vault_path) as content:
        content["holders"][1]["public"] = content["recovery"][0]["public"]
    world.start()
    house.begin()
    await house.unlock()
    doing: Awaitable[object] = (
        house.keys.admit_by_code(DEPUTY, world.code)
        if by_code
        else house.keys.admit(MANAGER, "deputy")
    )
    assert await refused(doing) == "vault_key_changed"
    assert world.vault.keys.holders["deputy"].epochs == frozenset()
    assert [act.finding for act in acts(world, VaultFinding)] == ["keys_tampered"]
    # Its owner makes another, and is admitted.
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    await house.unlock()
    await house.keys.admit(MANAGER, "deputy")
    assert await house.sees(DEPUTY, CHOSEN) == 0
    made = list(acts(world, KeyMade))
    assert [act.user_id for act in made] == ["deputy", "deputy"]
    assert made[0].key_fingerprint != made[1].key_fingerprint


async def test_a_key_of_a_book_that_says_less_is_admitted(house: House) -> None:
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    house.world.desk.registers.custody.made.clear()
    await house.unlock()
    await house.keys.admit(MANAGER, "deputy")


async def test_the_recovery_code_tells_of_tampering_too_and_new_keys_end_it(house: House) -> None:
    world = house.world
    await house.keys.make(DEPUTY, CHOSEN, CHOSEN)
    world.stop()
    with tampered(world.vault_path) as content:
        content["holders"][0]["public"] = content["recovery"][0]["public"]
    world.start()
    house.begin()
    assert await refused(house.keys.admit_by_code(DEPUTY, world.code)) == "vault_key_changed"
    assert world.desk.registers.custody.tampered
    handed = await house.keys.prepare_keys(MANAGER, CHOSEN, CHOSEN, "ja")
    await house.keys.confirm_keys(MANAGER, handed.code[-4:])
    assert not world.desk.registers.custody.tampered
    await house.unlock(MANAGER, CHOSEN)


async def test_a_book_that_does_not_know_the_key_says_nothing_of_it(house: House) -> None:
    house.world.desk.registers.custody.fingerprint = ""
    assert not vault_key.is_another(house.world.desk)


# --- Cut off

CUT_OFF: list[RecordedAct] = [
    KeyMade(change=2, sees=True, user_id="operator"),
    PassphraseChanged(change=2),
    RecoveryCodeRenewed(change=2),
    HolderRemoved(change=2, user_id="x", epoch=2),
    HolderAdmitted(change=2, user_id="operator"),
    KeysBegun(change=2, epoch=2),
    EpochsRetired(change=2, epochs=(1,)),
]


@pytest.mark.parametrize("order", CUT_OFF, ids=lambda order: order.kind)
async def test_a_change_that_was_cut_off_before_it_took_effect_has_failed(
    house: House, order: RecordedAct
) -> None:
    await house.world.desk.append(order, MANAGER, Phase.ORDERED)
    await house.restart()
    assert house.world.acts(order.kind)[-1].phase is Phase.FAILED
    assert house.world.desk.registers.pending == {}


@pytest.mark.parametrize("order", CUT_OFF, ids=lambda order: order.kind)
async def test_a_change_that_stands_in_the_keyring_was_done(
    house: House, order: RecordedAct
) -> None:
    world = house.world
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    holder = NewHolder("operator", CHOSEN)
    world.vault.keys.begin_epoch(holder, new_recovery_code(), now=world.machine.wall, cost=CHEAP)
    # While it stands ordered nobody takes the new key for somebody else's.
    if isinstance(order, HolderRemoved | KeysBegun):
        assert not vault_key.is_another(world.desk)
    await house.restart()
    done = house.world.acts(order.kind)[-1]
    assert done.phase is Phase.DONE
    match done.act:
        case HolderRemoved() | KeysBegun():
            assert done.act.vault_fingerprint == house.world.vault.fingerprint
            assert not vault_key.is_another(house.world.desk)
        case HolderAdmitted():
            assert done.act.epochs == (2,)
        case KeyMade():
            public = house.world.vault.keys.holders["operator"].public
            assert public
            assert done.act.key_fingerprint == fingerprint(public)


def test_every_change_of_keys_is_among_those_that_can_be_cut_off() -> None:
    assert {type(order) for order in CUT_OFF} == set(CHANGES_KEYS)


async def test_what_the_disk_refuses_is_not_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise VaultProblem("disk_full")

    await house.join(OPERATOR)
    keys = house.world.vault.keys
    with monkeypatch.context() as patch:
        patch.setattr(keys, "_change", full)
        assert await refused(house.keys.remove(OWNER, "operator")) == "disk_full"
    assert house.world.acts("holder_removed")[-1].phase is Phase.FAILED
    assert house.state("operator") is HolderState.HOLDER


# --- Every use of the code


async def test_the_reader_on_the_command_line_used_the_code(house: House) -> None:
    world = house.world
    world.record(NOON - HOUR, 1)
    world.stop()
    folder = Folder(world.vault_path)
    found = folder.find([], NOON - 2 * HOUR, NOON, NOON)
    folder.mark(found, NOON, by_code=False)
    folder.mark(found, NOON, by_code=True)
    folder.close()
    world.start()
    await recovery.enter_findings(world.desk)
    (used,) = acts(world, RecoveryCodeUsed)
    assert used.use is CodeUse.READER
    assert world.desk.registers.code_used
    world.restart()
    await recovery.enter_findings(world.desk)
    assert len(list(acts(world, RecoveryCodeUsed))) == 1


@pytest.mark.parametrize("by_code", [False, True])
async def test_whoever_adopts_a_site_by_the_code_has_used_it(house: House, by_code: bool) -> None:
    world = house.world
    world.stop()
    founding.adopt(
        world.book_path,
        world.vault_path,
        actor=OWNER,
        secret=world.code if by_code else PASSPHRASE,
        now=world.machine.now,
        zone=TOKYO,
    )
    world.start()
    assert [act.use for act in acts(world, RecoveryCodeUsed)] == [CodeUse.ADOPT] * by_code
    assert world.desk.registers.code_used == by_code
