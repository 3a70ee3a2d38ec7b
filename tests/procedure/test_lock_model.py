"""Whatever happens in whatever order: nobody has open what they may not, no guess goes uncounted, and no opening outlives its time.

The model is told what was done and keeps its own arithmetic: who has what open until when, who has failed how often,
who has which role. After every step the lock and the book say the same.
"""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
import shutil
import tempfile
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from custom_components.kuma_bouhan.guideline.custody import IDLE, LONGEST_OPEN, wait_after
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    AppointmentEnded,
    Locked,
    UnlockFailed,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import CHEAP, NOON, World

USERS = st.sampled_from(["manager", "operator", "owner"])
SESSIONS = st.sampled_from(["one", "two"])
ROLE = {"manager": Role.MANAGER, "operator": Role.OPERATOR, "owner": Role.SITE_OWNER}
SEES = {"manager", "operator"}
WORDS = {user: f"the passphrase of the {user}" for user in ROLE}


class Locks(RuleBasedStateMachine):
    """Three people, two browsers each, one vault."""

    @initialize()
    def found(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "config").mkdir()
        self.world = World(self.folder, profile=Profile.ASSOCIATION)
        self.world.found()
        self.world.start()
        keys, now = self.world.vault.keys, self.world.machine.wall
        self.run(self.end("manager", Role.SITE_OWNER))
        for user in ROLE:
            if user != "manager":
                keys.make(NewHolder(user, WORDS[user]), sees=user in SEES, now=now, cost=CHEAP)
                self.run(self.appoint(user))
        keys.admit("operator", self.world.vault.unlock("manager", self.word("manager")))
        self.roles = set(ROLE)
        self.open: dict[tuple[str, str], tuple[datetime, datetime]] = {}
        self.failed = dict.fromkeys(ROLE, 0)
        self.waits = dict.fromkeys(ROLE, now)
        self.counted = 0
        self.begin()

    def begin(self) -> None:
        self.lock = Lock(self.world.desk)
        self.closed: list[tuple[str, str | None]] = []
        self.lock.on_closed.append(lambda *who: self.closed.append(who))

    def teardown(self) -> None:
        if hasattr(self, "lock"):
            self.world.stop()
            shutil.rmtree(self.folder)

    def run[T](self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(doing)

    @property
    def now(self) -> datetime:
        return self.world.machine.wall

    def word(self, user: str) -> str:
        from .conftest import PASSPHRASE

        return PASSPHRASE if user == "manager" else WORDS[user]

    def actor(self, user: str, session: str) -> Actor:
        return Actor(user, Door.PANEL, session=session)

    async def appoint(self, user: str) -> None:
        act = Appointed(role=ROLE[user], user_id=user, since=self.now, name="", title="")
        await self.world.desk.append(act, ITSELF, Phase.DONE)

    async def end(self, user: str, role: Role) -> None:
        act = AppointmentEnded(role=role, user_id=user, until=self.now, secrecy_acknowledged=True)
        await self.world.desk.append(act, ITSELF, Phase.DONE)

    # What people do

    @rule(user=USERS, session=SESSIONS)
    def unlock(self, user: str, session: str) -> None:
        asked = self.outcome(user, session, self.word(user))
        if user not in self.roles:
            assert asked == "role_needed_unlock"
        elif self.waits[user] > self.now:
            assert asked == "unlock_wait"
        else:
            assert asked is None
            # Forgotten wholly: a clock that is set back afterwards brings no wait back.
            self.failed[user], self.waits[user] = 0, NOON
            self.open[user, session] = (self.now + LONGEST_OPEN, self.now + IDLE)

    @rule(user=USERS, session=SESSIONS, times=st.integers(1, 6))
    def guess(self, user: str, session: str, times: int) -> None:
        for _ in range(times):
            asked = self.outcome(user, session, "a wrong one")
            if user not in self.roles:
                assert asked == "role_needed_unlock"
            elif self.waits[user] > self.now:
                assert asked == "unlock_wait"
            else:
                assert asked == "wrong_passphrase"
                self.failed[user] += 1
                self.counted += 1
                self.waits[user] = self.now + wait_after(self.failed[user])

    def outcome(self, user: str, session: str, passphrase: str) -> str | None:
        try:
            self.run(self.lock.unlock(self.actor(user, session), passphrase))
        except Problem as problem:
            return problem.key
        return None

    @rule(user=USERS, session=SESSIONS)
    def use(self, user: str, session: str) -> None:
        self.lock.used(self.actor(user, session))
        if standing := self.open.get((user, session)):
            self.open[user, session] = (standing[0], self.now + IDLE)

    @rule(session=SESSIONS, minutes=st.integers(4, 9), times=st.integers(2, 8))
    def work(self, session: str, minutes: int, times: int) -> None:
        """Have everybody at one of their browsers look at something every few minutes."""
        for _ in range(times):
            for user in ROLE:
                self.use(user, session)
            self.wait(60 * minutes)

    @rule(user=USERS)
    def press(self, user: str) -> None:
        try:
            self.run(self.lock.lock(self.actor(user, "one")))
        except Problem as problem:
            assert problem.key == "role_needed_lock"  # noqa: PT017 - said either way
            assert user not in self.roles
        else:
            self.open.clear()

    @rule(session=SESSIONS)
    def sign_out(self, session: str) -> None:
        self.lock.end_session(session)
        self.open = {key: until for key, until in self.open.items() if key[1] != session}

    @rule(user=USERS)
    def lose_role(self, user: str) -> None:
        if user in self.roles:
            self.run(self.end(user, ROLE[user]))
            self.roles.discard(user)
            self.open = {key: until for key, until in self.open.items() if key[0] != user}

    @rule(user=USERS)
    def get_role(self, user: str) -> None:
        if user not in self.roles:
            self.run(self.appoint(user))
            self.roles.add(user)

    @rule(seconds=st.sampled_from([1, 30, 60, 299, 400, 601, 3000]))
    def wait(self, seconds: int) -> None:
        self.run(self.world.pass_time(timedelta(seconds=seconds)))
        self.open = {
            key: (limit, idle)
            for key, (limit, idle) in self.open.items()
            if limit > self.now and idle > self.now
        }

    @rule(minutes=st.integers(1, 30))
    def set_clock_back(self, minutes: int) -> None:
        """Roles begin and end by the clock, so it goes back no further than to what was done before."""
        offices = self.world.desk.registers.appointments
        latest = max(moment for one in offices for moment in (one.since, one.until) if moment)
        back = min(timedelta(minutes=minutes), self.now - latest)
        if any(self.failed.values()) or not self.open or back <= timedelta(0):
            return
        self.world.machine.wall -= back
        # They end as if it had not been set: by the time since boot.
        self.open = {key: (limit - back, idle - back) for key, (limit, idle) in self.open.items()}

    @rule()
    def restart(self) -> None:
        self.lock.close()
        self.run(self.lock.enter())
        self.world.restart()
        self.begin()
        self.open.clear()

    # What always holds

    @invariant()
    def opens_what_the_model_says_and_nothing_else(self) -> None:
        if not hasattr(self, "lock"):
            return
        for user in ROLE:
            for session in ("one", "two"):
                actor = self.actor(user, session)
                assert self.lock.is_open(actor) == ((user, session) in self.open)
                sees = True
                try:
                    assert not self.lock.opened(actor).is_closed
                except Problem:
                    sees = False
                assert sees == ((user, session) in self.open and user in SEES)
                assert (self.lock.signer(actor) is not None) == ((user, session) in self.open)
            by_action = Actor(user, Door.ACTION)
            assert self.lock.is_open(by_action) == any(key[0] == user for key in self.open)
        assert self.lock.is_locked == (not self.open)

    @invariant()
    def every_failure_and_every_lockout_stands_in_the_book(self) -> None:
        if not hasattr(self, "lock"):
            return
        self.lock.review()  # as the site does again and again
        self.run(self.lock.enter())
        failures = [entry.act for entry in self.world.acts("unlock_failed")]
        assert len(failures) == self.counted
        assert all(isinstance(act, UnlockFailed) for act in failures)
        # Who opened is locked out again, or open still: by the book too.
        standing: set[str] = set()
        for entry in self.world.book.entries():
            if entry.act.kind == "unlocked" and entry.phase is Phase.DONE:
                standing.add(entry.actor.user_id or "")
            elif isinstance(entry.act, Locked):
                standing -= set(entry.act.users) - {key[0] for key in self.open}
        assert standing == {key[0] for key in self.open}


TestLocks = Locks.TestCase
TestLocks.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
