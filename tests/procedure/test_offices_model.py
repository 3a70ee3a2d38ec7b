"""Whatever is asked in whatever order: never two managers, never no site owner by an act, and the book knows it all."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
import shutil
import tempfile
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import ITSELF, Absence, Person, Role
from custom_components.kuma_bouhan.procedure import appointments
from custom_components.kuma_bouhan.procedure.clock import Clock
from custom_components.kuma_bouhan.procedure.desk import Desk
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.registers import Registers

from .conftest import NOON, TOKYO, Machine, _at_once

HOUR = timedelta(hours=1)
END = 30
"""Hours that the model looks at; the clock stays in the first third."""
USERS = st.sampled_from(["a", "b", "c", "d"])
ROLES = st.sampled_from(Role)
LATER = st.none() | st.integers(-1, 8)
SINGLE = (Role.SITE_OWNER, Role.MANAGER)


class Offices(RuleBasedStateMachine):
    """The model: for each office and hour the appointments (by number) that hold it."""

    @initialize()
    def found(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.machine, self.now, self.numbers = Machine(), 0, 0
        self.user: dict[int, str] = {}
        self.held = {role: [set[int]() for _ in range(END)] for role in Role}
        self.owner_lost = False
        registers = Registers()
        self.desk = Desk(
            book=Book.create(self.folder / "book", site="ab" * 16),
            registers=registers,
            vault=None,  # type: ignore[arg-type]
            clock=Clock(
                now=self.machine.now,
                since_boot=self.machine.since_boot,
                synchronised=lambda: True,
                boot_id="boot",
            ),
            zone=TOKYO,
            run=_at_once,
            schedule=lambda _moment, _then: lambda: None,
        )
        self.lock = Lock(self.desk)
        for role in SINGLE:
            act = Appointed(role=role, user_id="a", since=NOON, name="A", title="")
            asyncio.run(self.desk.append(act, ITSELF, Phase.DONE))
            self.give(role, "a", 0, END)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.book.close()
            again = Registers()
            Book.open(self.folder / "book", fold=again.fold).close()
            assert again.appointments == self.desk.registers.appointments
            assert again.lost == self.desk.registers.lost
            shutil.rmtree(self.folder)

    # The model's own arithmetic

    def give(self, role: Role, user: str, since: int, until: int) -> None:
        self.numbers += 1
        self.user[self.numbers] = user
        for hour in range(since, until):
            self.held[role][hour].add(self.numbers)

    def take(self, role: Role, user: str, since: int) -> None:
        for hour in range(since, END):
            self.held[role][hour] -= {n for n, who in self.user.items() if who == user}

    def of(self, role: Role, since: int, until: int = END) -> set[int]:
        return set[int]().union(*self.held[role][since:until])

    def at(self, later: int | None) -> datetime | None:
        return None if later is None else NOON + (self.now + later) * HOUR

    def ask(self, act: Coroutine[Any, Any, object], expected: str | None) -> bool:
        try:
            asyncio.run(act)
        except Problem as problem:
            assert problem.key == expected, (problem.key, expected)  # noqa: PT017 - told either way
            return False
        assert expected is None, expected
        return True

    # What may happen

    @rule(role=ROLES, user=USERS, since=LATER, until=st.none() | st.integers(-1, 12))
    def appoint(self, role: Role, user: str, since: int | None, until: int | None) -> None:
        begins = self.now + (since or 0)
        ends = END if until is None else self.now + until
        standing = self.of(role, begins, ends)
        problem = (
            "site_is_handed_over"
            if role is Role.SITE_OWNER
            else "since_past"
            if begins < self.now
            else "until_not_after_since"
            if until is not None and ends <= begins
            else "deputy_needs_period"
            if role is Role.DEPUTY and until is None
            else None
        )
        if problem is None and role is Role.MANAGER and standing:
            # Which of the two is said depends on whom it is told of first.
            problem = "office_held_already" if self.user[min(standing)] == user else "office_taken"
        elif problem is None and user in {self.user[n] for n in standing}:
            problem = "office_held_already"
        act = appointments.appoint(
            self.desk,
            ITSELF,
            role,
            Person(user, user.upper()),
            since=self.at(since),
            until=self.at(until),
        )
        if self.ask(act, problem):
            self.give(role, user, begins, ends)

    @rule(role=ROLES, user=USERS, until=LATER)
    def end(self, role: Role, user: str, until: int | None) -> None:
        ends = self.now + (until or 0)
        holds = user in {self.user[n] for n in self.of(role, ends)}
        problem = (
            "since_past"
            if ends < self.now
            else "office_not_held"
            if not holds
            else "site_is_handed_over"
            if role is Role.SITE_OWNER
            else None
        )
        act = appointments.end(
            self.desk, ITSELF, role, user, until=self.at(until), secrecy_acknowledged=True
        )
        if self.ask(act, problem):
            self.take(role, user, ends)

    @rule(role=st.sampled_from(SINGLE), user=USERS, since=LATER)
    def hand_over(self, role: Role, user: str, since: int | None) -> None:
        begins = self.now + (since or 0)
        before = self.held[role][max(begins, 0)]
        if role is Role.SITE_OWNER and since is not None:
            problem: str | None = "site_is_handed_over_now"
        elif begins < self.now:
            problem = "since_past"
        elif not before:
            problem = "office_not_held"
        elif self.user[min(before)] == user:
            problem = "office_held_already"
        else:
            problem = "office_taken" if len(self.of(role, begins)) > 1 else None
        act = appointments.hand_over(
            self.desk,
            ITSELF,
            role,
            Person(user, user.upper()),
            since=self.at(since),
            secrecy_acknowledged=True,
        )
        if self.ask(act, problem):
            self.take(role, self.user[min(before)], begins)
            self.give(role, user, begins, END)

    @rule(user=USERS, absence=st.sampled_from(Absence))
    def lose(self, user: str, absence: Absence) -> None:
        asyncio.run(appointments.lose(self.desk, self.lock, user, absence))
        self.owner_lost |= user in {self.user[n] for n in self.held[Role.SITE_OWNER][self.now]}
        for role in Role:
            self.take(role, user, self.now)

    @rule(hours=st.integers(1, 3))
    def pass_time(self, hours: int) -> None:
        if self.now + hours <= END // 3:
            self.now += hours
            self.machine.pass_time(hours * HOUR)

    # What always holds

    @invariant()
    def the_registers_are_the_model(self) -> None:
        if not hasattr(self, "desk"):
            return
        registers = self.desk.registers
        for hour in range(END):
            at = NOON + hour * HOUR
            for role in Role:
                known = sorted(found.user_id for found in registers.holders(role, at))
                assert known == sorted(self.user[n] for n in self.held[role][hour])
            assert len(registers.holders(Role.MANAGER, at)) <= 1
            assert len(registers.holders(Role.SITE_OWNER, at)) == 1 or self.owner_lost


Offices.TestCase.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
TestOffices = Offices.TestCase
