"""Opening and locking the vault, 4(4)ウ."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
import threading
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.custody import (
    FIRST_WAIT,
    IDLE_OF,
    LONGEST_OPEN,
    Line,
    LockReason,
)
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Person, Role
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.procedure import appointments
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.records.acts import Appointed, Locked, UnlockFailed
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.vault import Vault

from .conftest import AUTOMATION, MANAGER, NOON, PASSPHRASE, STRANGER, World

IDLE = IDLE_OF[Profile.HOME]
SECOND = timedelta(seconds=1)
FLOW = Actor("manager", Door.FLOW)


def at_panel(session: str | None, user: str = "manager") -> Actor:
    return Actor(user, Door.PANEL, session=session)


def why_locked(world: World) -> list[tuple[LockReason, tuple[str, ...]]]:
    return [
        (entry.act.reason, entry.act.users)
        for entry in world.acts("locked")
        if isinstance(entry.act, Locked)
    ]


def failures(world: World) -> list[int]:
    return [
        entry.act.count
        for entry in world.acts("unlock_failed")
        if isinstance(entry.act, UnlockFailed)
    ]


async def fail(lock: Lock, times: int = 1, actor: Actor = MANAGER) -> None:
    for _ in range(times):
        with pytest.raises(Problem, match="wrong_passphrase"):
            await lock.unlock(actor, PASSPHRASE + "x")


async def test_the_vault_begins_locked_and_opens_for_a_key_holder(world: World) -> None:
    lock = Lock(world.desk)
    assert lock.is_locked
    unlocking = await lock.unlock(MANAGER, PASSPHRASE)
    assert unlocking.until == world.machine.wall + LONGEST_OPEN
    assert unlocking.idle_until == world.machine.wall + IDLE
    assert lock.unlocking(MANAGER) == unlocking
    assert not lock.is_locked
    assert len(world.acts("unlocked")) == 2


# --- How it locks


async def test_unused_it_locks_by_itself(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(IDLE - SECOND)
    assert lock.is_open(MANAGER)
    await world.pass_time(SECOND)
    assert lock.is_locked
    assert why_locked(world) == [(LockReason.IDLE, ("manager",))]


async def test_used_it_stays_open_but_never_longer_than_an_hour(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    for _ in range(5):
        await world.pass_time(timedelta(minutes=11))
        lock.used(MANAGER)
    unlocking = lock.unlocking(MANAGER)
    assert unlocking is not None
    assert unlocking.idle_until == unlocking.until == NOON + LONGEST_OPEN
    await world.pass_time(timedelta(minutes=5))
    assert lock.is_locked
    assert why_locked(world) == [(LockReason.LIMIT, ("manager",))]


async def test_using_what_is_locked_opens_nothing(world: World) -> None:
    lock = Lock(world.desk)
    lock.used(MANAGER)
    assert not lock.is_open(MANAGER)


async def test_outside_a_home_it_locks_sooner(world: World) -> None:
    world.stop()
    world.profile = Profile.ASSOCIATION
    world.book_path.unlink()
    world.vault_path.rename(world.folder / "old")
    world.found()
    world.start()
    lock = Lock(world.desk)
    unlocking = await lock.unlock(MANAGER, PASSPHRASE)
    assert unlocking.idle_until == NOON + timedelta(minutes=10)


async def test_unlocking_again_begins_anew_and_locks_nobody_out(world: World) -> None:
    lock = Lock(world.desk)
    heard: list[tuple[str, str | None]] = []
    lock.on_closed.append(lambda *who: heard.append(who))
    await lock.unlock(MANAGER, PASSPHRASE)
    before = lock.opened(MANAGER)
    await world.pass_time(IDLE / 2)
    await lock.unlock(MANAGER, PASSPHRASE)
    assert before.is_closed
    await world.pass_time(IDLE / 2 + SECOND)
    assert not lock.is_locked
    assert (heard, why_locked(world)) == ([], [])


async def test_anybody_may_lock_and_it_is_entered_once(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(at_panel("one"), PASSPHRASE)
    await lock.unlock(at_panel("two"), PASSPHRASE)
    keys = lock.opened(at_panel("one"))
    await lock.lock(AUTOMATION)
    await lock.lock(AUTOMATION)
    assert lock.is_locked
    assert keys.is_closed
    assert why_locked(world) == [(LockReason.BUTTON, ("manager",))]
    assert world.acts("locked")[0].actor == AUTOMATION
    await world.pass_time(SECOND)
    assert len(world.acts("locked")) == 1


async def test_who_watches_hears_of_every_opening_that_is_closed(world: World) -> None:
    lock = Lock(world.desk)
    heard: list[tuple[str, str | None]] = []
    lock.on_closed.append(lambda *who: heard.append(who))
    await lock.unlock(at_panel("one"), PASSPHRASE)
    await world.pass_time(IDLE / 2)
    await lock.unlock(at_panel("two"), PASSPHRASE)
    await world.pass_time(IDLE / 2)
    assert heard == [("manager", "one")]
    lock.end_session("nobody's")
    lock.end_session("two")
    assert heard == [("manager", "one"), ("manager", "two")]
    await world.pass_time(SECOND)
    assert why_locked(world) == [
        (LockReason.IDLE, ("manager",)),
        (LockReason.SESSION, ("manager",)),
    ]


async def test_it_locks_when_the_site_stops_and_opens_no_more(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    lock.close()
    assert lock.is_locked
    await lock.enter()
    assert why_locked(world) == [(LockReason.STOP, ("manager",))]
    with pytest.raises(Problem, match="site_not_running"):
        await lock.unlock(MANAGER, PASSPHRASE)
    assert lock.is_locked
    assert world.acts("unlocked")[-1].phase is Phase.FAILED


async def test_a_role_that_ends_by_itself_locks(world: World) -> None:
    lock, desk = Lock(world.desk), world.desk
    await take_roles(world)
    taro = Person("manager", "花子")
    await appointments.appoint(
        desk, Actor("owner", Door.FLOW), Role.MANAGER, taro, until=NOON + timedelta(minutes=7)
    )
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(timedelta(minutes=7))
    assert lock.is_locked
    assert why_locked(world) == [(LockReason.ROLE, ("manager",))]


async def test_who_becomes_site_owner_only_loses_what_they_see(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    for role in (Role.MANAGER, Role.OPERATOR):
        await appointments.end(world.desk, FLOW, role, "manager", secrecy_acknowledged=True)
    assert lock.is_locked
    # What they open now signs, and shows nothing.
    await lock.unlock(MANAGER, PASSPHRASE)
    assert lock.is_open(MANAGER)
    assert lock.signer(MANAGER) is not None
    with pytest.raises(Refused, match="unlock_first"):
        lock.opened(MANAGER)


async def test_a_clock_set_back_keeps_nothing_open(world: World) -> None:
    lock = Lock(world.desk)
    await world.pass_time(IDLE)
    await lock.unlock(MANAGER, PASSPHRASE)
    world.machine.wall -= IDLE
    assert lock.is_open(MANAGER)
    world.machine.booted += IDLE.total_seconds()
    assert not lock.is_open(MANAGER)
    assert lock.is_locked


async def test_a_book_that_cannot_be_written_keeps_no_door_open(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    monkeypatch.setattr(world.book, "append", refuse("book_full"))
    await lock.lock(MANAGER)
    assert lock.is_locked


# --- For whom


async def test_each_login_session_opens_for_itself(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(at_panel("one"), PASSPHRASE)
    assert lock.is_open(at_panel("one"))
    for other in (at_panel("two"), at_panel(None), at_panel("one", "stranger"), AUTOMATION):
        assert not lock.is_open(other)
        with pytest.raises(Refused, match="unlock_first"):
            lock.opened(other)


async def test_an_action_knows_no_session_and_takes_any_of_the_persons(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(at_panel("one"), PASSPHRASE)
    assert lock.opened(MANAGER) is lock.opened(at_panel("one"))
    await world.desk.allow(Act.VIEW, MANAGER)
    await world.desk.allow(Act.VIEW, at_panel("one"))
    with pytest.raises(Refused, match="unlock_first"):
        await world.desk.allow(Act.VIEW, at_panel("two"))
    script = Actor("manager", Door.ACTION, automated=True)
    assert lock.signer(script) is None


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_the_right_passphrase_in_the_wrong_hands_opens_nothing(
    world: World, actor: Actor
) -> None:
    lock = Lock(world.desk)
    with pytest.raises(Refused):
        await lock.unlock(actor, PASSPHRASE)
    assert lock.is_locked


async def test_who_has_no_key_is_told_so_and_nothing_is_derived(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(world.desk)
    act = Appointed(role=Role.OPERATOR, user_id="taro", since=NOON, name="", title="")
    await world.desk.append(act, FLOW, Phase.DONE)
    monkeypatch.setattr(Vault, "unlock", refuse("nothing is to be derived"))
    with pytest.raises(Problem, match="key_missing"):
        await lock.unlock(at_panel("one", "taro"), PASSPHRASE)


# --- Wrong passphrases


async def test_a_wrong_passphrase_opens_nothing_and_is_entered(world: World) -> None:
    lock = Lock(world.desk)
    await fail(lock)
    assert lock.is_locked
    assert failures(world) == [1]
    assert lock.waits_until(MANAGER) is None


async def test_after_five_nobody_is_heard_for_a_while(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(world.desk)
    await fail(lock, 5)
    assert lock.waits_until(MANAGER) == world.machine.wall + FIRST_WAIT
    size = world.book.size
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "unlock", refuse("nothing is to be derived"))
        with pytest.raises(Problem) as problem:
            await lock.unlock(MANAGER, PASSPHRASE)
    assert problem.value.key == "unlock_wait"
    assert problem.value.placeholders == {"seconds": "30"}
    assert world.book.size == size
    await world.pass_time(FIRST_WAIT)
    assert lock.waits_until(MANAGER) is None
    await lock.unlock(MANAGER, PASSPHRASE)
    assert not lock.is_locked


async def test_the_wait_survives_a_restart_and_doubles(world: World) -> None:
    await fail(Lock(world.desk), 5)
    world.restart()
    lock = Lock(world.desk)
    with pytest.raises(Problem, match="unlock_wait"):
        await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(FIRST_WAIT)
    await fail(lock)
    assert lock.waits_until(MANAGER) == world.machine.wall + 2 * FIRST_WAIT
    assert failures(world) == [1, 2, 3, 4, 5, 6]


async def test_the_right_one_begins_the_count_anew(world: World) -> None:
    lock = Lock(world.desk)
    await fail(lock, 4)
    await lock.unlock(MANAGER, PASSPHRASE)
    await fail(lock, 4)
    await lock.unlock(MANAGER, PASSPHRASE)


async def test_one_persons_failures_are_not_anothers(world: World) -> None:
    lock = Lock(world.desk)
    await fail(lock, 5, at_panel("one"))
    with pytest.raises(Problem, match="unlock_wait"):  # another session is the same person
        await lock.unlock(at_panel("two"), PASSPHRASE)
    assert lock.waits_until(STRANGER) is None


async def test_where_the_book_cannot_be_told_they_count_in_memory(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(world.desk)
    with monkeypatch.context() as patch:
        patch.setattr(world.book, "append", refuse("book_full"))
        await fail(lock, 5)
        with pytest.raises(Problem, match="unlock_wait"):
            await lock.unlock(MANAGER, PASSPHRASE)
    assert failures(world) == []
    await world.pass_time(FIRST_WAIT)
    await lock.unlock(MANAGER, PASSPHRASE)
    assert lock.waits_until(MANAGER) is None
    await fail(lock)
    assert failures(world) == [1]


async def test_passphrases_are_tried_one_at_a_time_and_each_counts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten at once are five tries: the others find that they have to wait."""
    running, most = 0, 0
    true_unlock = Vault.unlock

    def slow(vault: Vault, holder: str, passphrase: str) -> Any:
        nonlocal running, most
        running += 1
        most = max(most, running)
        try:
            return true_unlock(vault, holder, passphrase)
        finally:
            running -= 1

    async def on_a_thread(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return await asyncio.to_thread(function, *args, **kwargs)

    monkeypatch.setattr(Vault, "unlock", slow)
    world.desk.run = on_a_thread
    lock = Lock(world.desk)
    tried = await asyncio.gather(
        *(lock.unlock(at_panel(str(number)), "wrong") for number in range(10)),
        return_exceptions=True,
    )
    keys = [problem.key for problem in tried if isinstance(problem, Problem)]
    assert sorted(keys) == ["unlock_wait"] * 5 + ["wrong_passphrase"] * 5
    assert most == 1
    assert failures(world) == [1, 2, 3, 4, 5]


async def test_a_guess_counts_even_if_nobody_waits_for_the_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    true_unlock = Vault.unlock

    def held_up(vault: Vault, holder: str, passphrase: str) -> Any:
        go.wait(10)
        return true_unlock(vault, holder, passphrase)

    async def on_a_thread(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return await asyncio.to_thread(function, *args, **kwargs)

    monkeypatch.setattr(Vault, "unlock", held_up)
    world.desk.run = on_a_thread
    lock = Lock(world.desk)
    guess = asyncio.ensure_future(lock.unlock(MANAGER, "wrong"))
    while not lock._trying.locked():  # noqa: ASYNC110 - whatever ends it says nothing
        await asyncio.sleep(0)
    guess.cancel()
    with pytest.raises(asyncio.CancelledError):
        await guess
    go.set()
    async with lock._trying:
        assert failures(world) == [1]


# --- While a passphrase is being tried


@pytest.mark.parametrize("how", ["button", "keys", "everybodys keys", "login session"])
async def test_who_is_locked_out_while_the_passphrase_is_tried_is_not_let_in(
    world: World, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Whoever presses the button, or takes a key away, hears that it is locked: it has to be."""
    go, true_unlock = threading.Event(), Vault.unlock
    derived: list[Any] = []

    def held_up(vault: Vault, holder: str, passphrase: str) -> Any:
        derived.append(true_unlock(vault, holder, passphrase))
        go.wait(10)
        return derived[-1]

    async def on_a_thread(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return await asyncio.to_thread(function, *args, **kwargs)

    monkeypatch.setattr(Vault, "unlock", held_up)
    world.desk.run = on_a_thread
    lock = Lock(world.desk)
    unlocking = asyncio.ensure_future(lock.unlock(at_panel("here"), PASSPHRASE))
    while not derived:  # noqa: ASYNC110 - it is on a thread
        await asyncio.sleep(0.001)
    match how:
        case "button":
            await lock.lock(AUTOMATION)
        case "keys":
            lock.end_keys("manager")
        case "everybodys keys":
            lock.end_keys()
        case _:
            lock.end_session("here")
    go.set()
    with pytest.raises(Refused, match="unlock_first"):
        await unlocking
    assert lock.is_locked
    assert derived[0].is_closed
    assert [entry.phase for entry in world.acts("unlocked")] == [Phase.ORDERED, Phase.FAILED]


async def test_who_is_not_meant_is_let_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, true_unlock = Lock(world.desk), Vault.unlock

    def meanwhile(vault: Vault, holder: str, passphrase: str) -> Any:
        lock.end_keys("operator")
        lock.end_keys("manager", but="here")
        lock.end_session("there")
        return true_unlock(vault, holder, passphrase)

    monkeypatch.setattr(Vault, "unlock", meanwhile)
    await lock.unlock(at_panel("here"), PASSPHRASE)
    assert lock.is_open(at_panel("here"))


# --- Plain http


async def test_plain_http_is_accepted_once_by_each_person_before_anything_is_tried(
    world: World,
) -> None:
    lock = Lock(world.desk)
    with pytest.raises(Problem, match="plain_http_not_accepted"):
        await lock.unlock(MANAGER, "wrong", Line.PLAIN)
    assert failures(world) == []
    await lock.unlock(MANAGER, PASSPHRASE, Line.PLAIN_ACCEPTED)
    await lock.unlock(MANAGER, PASSPHRASE, Line.PLAIN)
    await lock.unlock(MANAGER, PASSPHRASE, Line.PLAIN_ACCEPTED)
    (entry,) = world.acts("plain_http_accepted")
    assert entry.actor == MANAGER
    world.restart()
    await Lock(world.desk).unlock(MANAGER, PASSPHRASE, Line.PLAIN)


async def test_who_has_no_role_accepts_nothing(world: World) -> None:
    with pytest.raises(Refused):
        await Lock(world.desk).unlock(STRANGER, PASSPHRASE, Line.PLAIN_ACCEPTED)
    assert world.acts("plain_http_accepted") == []


def refuse(key: str) -> Callable[..., Any]:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise Problem(key)

    return refused


async def take_roles(world: World) -> None:
    """Leave the manager with a key and no office; the owner is somebody else."""
    for role, user in ((Role.SITE_OWNER, "owner"), (Role.MANAGER, "owner")):
        act = Appointed(role=role, user_id=user, since=NOON, name="", title="")
        await world.desk.append(act, FLOW, Phase.DONE)
    owner = Actor("owner", Door.FLOW)
    await appointments.end(world.desk, FLOW, Role.OPERATOR, "manager", secrecy_acknowledged=True)
    await appointments.end(world.desk, owner, Role.MANAGER, "owner", secrecy_acknowledged=True)
