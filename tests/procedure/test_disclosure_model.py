"""Whatever is asked for, decided, withdrawn, prepared and handed over, in whatever order, with a kill at any moment.

Nothing is decrypted or handed over without a permission that covers it, no held footage is lost, none that is not held is kept.
The model keeps its own arithmetic: of each chunk when its period ends and what holds it, of each request how far it has come. After
every step the vault lists exactly what the model says, and each request may be prepared exactly where the model says so.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
import shutil
import tempfile
from typing import Any, ClassVar

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
import pytest

from custom_components.kuma_bouhan.guideline.disclosure import AFTERWARDS, CopyForm, Duty, Fate
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR, PROVISIONAL
from custom_components.kuma_bouhan.guideline.people import ITSELF, Act, Role
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import (
    disclosure,
    extension,
    provision,
    reading_requests,
    recovery,
)
from custom_components.kuma_bouhan.records import book as book_module
from custom_components.kuma_bouhan.records.acts import Appointed, SiteChanged
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module
from tests.records.conftest import host_key, signer

from .conftest import CAMERA, NOON, World
from .disclosing import DAY, HOUR, MANAGER, MINUTE, OPERATOR, POLICE, SECOND, URGENT, handover

MEMORY = Path("/dev/shm")
"""Where syncing costs nothing; here nothing is cut off below the system's own memory."""
SIGN = signer(host_key())


class Killed(BaseException):
    """The process is no more."""


@dataclass
class Chunk:
    """A chunk, when its period ends, and what holds it."""

    start: datetime
    end: datetime
    due: datetime
    asked: set[int] = field(default_factory=set)
    """Requests and protections that protect it."""
    had: bool = False
    """Such protection was lost."""
    permitted: dict[int, datetime] = field(default_factory=dict)
    """Permissions that hold it, and until when."""

    @property
    def last(self) -> datetime:
        return self.due + PROVISIONAL

    def is_there(self, now: datetime) -> bool:
        asked = bool(self.asked) and now < self.last
        return now < self.due or asked or any(now < until for until in self.permitted.values())

    def is_protected(self, now: datetime) -> bool:
        return bool(self.asked) and now < self.last


@dataclass
class Wanted:
    """A request, and how far it has come."""

    scope: Scope
    urgent: bool
    by: str
    decided: str = ""
    until: datetime | None = None
    prepared: datetime | None = None
    provided: bool = False
    withdrawn: bool = False
    copies: int = 0
    confirmed: set[int | None] = field(default_factory=set)

    @property
    def next_step(self) -> str:
        if not self.decided:
            return "permit"
        if self.prepared is None:
            return "prepare"
        return "provide" if self.copies else "download"

    def may_be_prepared(self, now: datetime, *, afterwards: bool) -> str | None:
        """Return why not."""
        if self.provided:
            return "provided_already"
        if self.withdrawn:
            return "request_withdrawn"
        if self.decided == "denied":
            return "request_denied"
        if self.decided:
            assert self.until is not None
            return None if now < self.until else "permission_over"
        if not afterwards or not self.urgent:
            return "not_permitted"
        overdue = self.prepared is not None and self.prepared + AFTERWARDS <= now
        return "permission_overdue" if overdue else None


@contextmanager
def small_files() -> Iterator[None]:
    """Have files that are copied soon."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (slots_module, wraps_module):
            patch.setattr(module, "FIRST_RECORDS", 64)
            patch.setattr(module, "_STEP", 64)
            patch.setattr(module, "_RESERVE", 16)
        patch.setattr(book_module, "STEP", 16384)
        patch.setattr(book_module, "RESERVE", 8192)
        yield


async def settle(folder: Path) -> World:
    """Found a site with two stretches of footage, in two hours; leave it stopped."""
    (folder / "config").mkdir(parents=True)
    world = World(folder)
    world.found()
    world.start()
    await world.add_camera()
    act = Appointed(role=Role.OPERATOR, user_id="operator", since=NOON - DAY, name="", title="")
    await world.desk.append(act, ITSELF, Phase.DONE)
    world.record(NOON - HOUR - 2 * MINUTE, 4)
    world.record(NOON - 2 * MINUTE, 2)
    world.stop()
    return world


class Disclosures(RuleBasedStateMachine):
    """One site, some chunks, two people."""

    model: ClassVar[World]

    @initialize()
    def begin(self) -> None:
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        shutil.copytree(self.model.folder, self.folder / "site")
        self.world = World(self.folder / "site", code=self.model.code)
        self.wanted: dict[int, Wanted] = {}
        self.protections: set[int] = set()
        self.numbers = 0
        self.afterwards = False
        self.kill_in: int | None = None
        self.killed = False
        self.start()
        self.chunks = {
            chunk.id: Chunk(chunk.start, chunk.end, chunk.due)
            for chunk in self.listed()
            if chunk.due is not None
        }
        assert len(self.chunks) == 6
        self.ask(1, 4, urgent=True, mine=False, taking=False)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.stop()
            shutil.rmtree(self.folder)
            self.runner.close()

    def start(self) -> None:
        self.killed, self.kill_in = False, None
        self.world.start()
        desk = self.world.desk
        desk.unlocked = lambda _: True
        desk.signer = lambda actor: SIGN if actor.session else None
        desk.run = self.run
        self.runner.run(recovery.begin(desk, self.world.erasure))

    async def run[**P, T](
        self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do one thing with the disk, unless the process is killed before it."""
        if self.kill_in is not None:
            self.kill_in -= 1
            self.killed = self.killed or self.kill_in < 0
        if self.killed:
            raise Killed
        return function(*args, **kwargs)

    @property
    def now(self) -> datetime:
        return self.world.machine.wall

    def listed(self) -> list[Any]:
        return self.world.vault.chunks(CAMERA, NOON - DAY, NOON + 300 * DAY, now=self.now)

    def expected(self) -> set[str]:
        return {chunk for chunk, one in self.chunks.items() if one.is_there(self.now)}

    def inside(self, scope: Scope) -> list[Chunk]:
        return [
            chunk
            for chunk in self.chunks.values()
            if chunk.start < scope.end and chunk.end > scope.start and chunk.is_there(self.now)
        ]

    # Acts, of which any may be cut off ---

    def does(
        self, doing: Callable[[], Awaitable[Any]], refused: str | None, happened: Callable[[], bool]
    ) -> bool:
        """Do something that is refused or is done; say whether it is, after a restart where it was cut off."""

        async def do() -> None:
            await doing()

        try:
            self.runner.run(do())
        except Problem as problem:
            assert problem.key == refused, (problem.key, refused)  # noqa: PT017 - said either way
            return False
        except Killed:
            self.restart()
            return happened()
        assert refused is None, refused
        self.kill_in = None
        return True

    @rule(steps=st.integers(0, 9))
    def kill_soon(self, steps: int) -> None:
        """Have the process killed in the midst of what comes next."""
        self.kill_in = steps

    @rule()
    def restart(self) -> None:
        self.world.stop()
        self.start()

    @rule(
        first=st.integers(0, 5),
        count=st.integers(1, 6),
        urgent=st.booleans(),
        mine=st.booleans(),
        taking=st.booleans(),
    )
    @precondition(lambda self: self.numbers < 6)
    def ask_more(self, first: int, count: int, urgent: bool, mine: bool, taking: bool) -> None:
        self.ask(first, count, urgent=urgent, mine=mine, taking=taking)

    def ask(self, first: int, count: int, *, urgent: bool, mine: bool, taking: bool) -> None:
        scope = self.scope(first, count)
        inside = self.inside(scope)
        actor = MANAGER if mine else OPERATOR
        number = self.numbers + 1
        taken = max(self.protections, default=None) if taking else None
        # One of more than is asked for, or that somebody else has to end, stands on.
        takes_over = taken is not None and self.is_standing(taken)
        if taken is not None and takes_over:
            protected = [one for one in self.chunks.values() if taken in one.asked]
            mine = actor is OPERATOR or self.world.desk.may(Act.APPROVE_EXTENSION, actor)
            takes_over = mine and all(one in inside for one in protected if self.now < one.last)
        application = replace(URGENT if urgent else POLICE, scope=scope, protection=taken)
        done = self.does(
            lambda: disclosure.request(self.world.desk, actor, application),
            None if inside else "no_footage_in_span",
            lambda: number in self.world.desk.registers.requests.disclosures,
        )
        self.numbers = self.world.desk.registers.requests.last_number
        if done:
            self.wanted[number] = Wanted(scope, urgent, actor.user_id or "")
            self.protect(number, inside)
            if taken is not None and takes_over:
                self.let_go(taken)
                self.protections.discard(taken)

    @rule(first=st.integers(0, 5), count=st.integers(1, 6))
    @precondition(lambda self: self.numbers < 6)
    def protect_at_once(self, first: int, count: int) -> None:
        scope = self.scope(first, count)
        inside = self.inside(scope)
        number, refused = self.numbers + 1, None
        if not inside:
            refused = "no_footage_in_span"
        elif not any(self.can_be_protected(chunk) for chunk in inside):
            refused = "protection_used_up"
        done = self.does(
            lambda: extension.protect(self.world.desk, OPERATOR, scope),
            refused,
            lambda: number in self.world.desk.registers.requests.protections,
        )
        self.numbers = self.world.desk.registers.requests.last_number
        if done:
            self.protect(number, inside)
            self.protections.add(number)

    @rule(
        data=st.data(),
        deed=st.sampled_from(
            ["next", "next", "next", "permit", "deny", "withdraw", "prepare", "download", "provide"]
        ),
    )
    @precondition(lambda self: self.wanted)
    def go_on(self, data: st.DataObject, deed: str) -> None:
        """Take one more step with a request, whether it is the next one or not."""
        number = data.draw(st.sampled_from(sorted(self.wanted)))
        if deed == "next":
            deed = self.wanted[number].next_step
        match deed:
            case "permit" | "deny":
                self.decide(number, deed)
            case "withdraw":
                self.withdraw(number, mine=data.draw(st.booleans()))
            case "prepare":
                self.prepare(number)
            case "download":
                self.download(number)
            case "provide":
                back = data.draw(st.sampled_from([0, 0, 2, 30 * 24]))
                self.provide(number, back, keeps=data.draw(st.booleans()))

    def decide(self, number: int, end: str) -> None:
        one = self.wanted[number]
        inside, until = self.inside(one.scope), self.now + PERMITTED_FOR
        refused = None
        if one.withdrawn:
            refused = "request_withdrawn"
        elif one.decided:
            refused = "request_decided"
        elif end == "permit" and not one.provided and not inside:
            refused = "no_footage_in_span"
        done = self.does(
            lambda: getattr(disclosure, end)(self.world.desk, MANAGER, number),
            refused,
            lambda: self.world.desk.registers.requests.disclosures[number].decision is not None,
        )
        if done:
            one.decided, one.until = ("permitted", until) if end == "permit" else ("denied", None)
            if end == "permit" and not one.provided:
                for chunk in inside:
                    chunk.permitted[number] = until
            self.let_go(number)

    def withdraw(self, number: int, *, mine: bool) -> None:
        one = self.wanted[number]
        actor = OPERATOR if mine and one.by == "operator" else MANAGER
        refused = one.may_be_prepared(self.now, afterwards=True)
        if refused in ("not_permitted", "permission_overdue"):
            refused = None
        done = self.does(
            lambda: disclosure.withdraw(self.world.desk, actor, number),
            refused,
            lambda: self.world.desk.registers.requests.disclosures[number].withdrawn_at is not None,
        )
        if done:
            one.withdrawn = True
            self.end(number)

    def prepare(self, number: int) -> None:
        one, now = self.wanted[number], self.now
        done = self.does(
            lambda: provision.enter_prepared(
                self.world.desk,
                OPERATOR,
                number,
                manifest="aa" * 32,
                files=1,
                size=1,
                masked=False,
            ),
            one.may_be_prepared(now, afterwards=self.afterwards),
            lambda: self.world.desk.registers.requests.disclosures[number].prepared is not None,
        )
        if done:
            one.prepared = one.prepared or now

    def download(self, number: int) -> None:
        one = self.wanted[number]
        refused = one.may_be_prepared(self.now, afterwards=self.afterwards)
        if refused is None and one.prepared is None:
            refused = "not_prepared"
        copies = one.copies + 1
        done = self.does(
            lambda: provision.enter_download(
                self.world.desk, OPERATOR, number, CopyForm.PACKAGE, 1
            ),
            refused,
            lambda: len(self.world.desk.registers.requests.disclosures[number].copies) == copies,
        )
        one.copies += done

    def provide(self, number: int, back: int, *, keeps: bool) -> None:
        one, at = self.wanted[number], self.now - back * HOUR
        refused = None
        if one.provided or one.withdrawn or one.decided == "denied":
            refused = one.may_be_prepared(self.now, afterwards=True)
        elif one.prepared is None:
            refused = "not_prepared"
        elif at < one.prepared:
            refused = "handover_too_early"
        elif one.until is not None and one.until <= at:
            refused = "permission_over"
        elif one.until is None and one.prepared + AFTERWARDS <= at:
            refused = "permission_overdue"
        told = handover(at, **({"duty": Duty.NONE} if keeps else {}))
        done = self.does(
            lambda: provision.provide(self.world.desk, OPERATOR, number, told),
            refused,
            lambda: self.world.desk.registers.requests.disclosures[number].provided is not None,
        )
        if done:
            one.provided = True
            if keeps:
                one.confirmed.add(None)
            self.end(number)

    @rule(data=st.data())
    @precondition(lambda self: any(one.copies or one.provided for one in self.wanted.values()))
    def confirm(self, data: st.DataObject) -> None:
        out = [
            (number, copy)
            for number, one in self.wanted.items()
            for copy in [*range(1, one.copies + 1), *([None] if one.provided else [])]
            if copy not in one.confirmed
        ]
        if not out:
            return
        number, copy = data.draw(st.sampled_from(out))

        def happened() -> bool:
            found = self.world.desk.registers.requests.disclosures[number]
            if copy is None:
                return found.provided is not None and found.provided.fate is not None
            return found.copies[copy - 1].fate is not None

        fate = Fate.RETURNED if copy is None else Fate.DELETED
        if self.does(
            lambda: provision.confirm(self.world.desk, OPERATOR, number, copy, fate),
            None,
            happened,
        ):
            self.wanted[number].confirmed.add(copy)

    @rule(on=st.booleans())
    def settle_afterwards(self, on: bool) -> None:
        present = self.world.desk.registers.settings
        assert present is not None
        stored = replace(present, permission_afterwards=on).as_dict()
        act = SiteChanged(fields=("permission_afterwards",), settings=stored)
        self.kill_in = None
        self.runner.run(self.world.desk.append(act, MANAGER, Phase.DONE))
        self.afterwards = on

    @rule(
        length=st.sampled_from(
            [MINUTE, HOUR, 23 * HOUR, 3 * DAY, 7 * DAY - HOUR, 7 * DAY, 30 * DAY]
        )
    )
    def wait(self, length: timedelta) -> None:
        self.kill_in = None
        self.runner.run(self.world.pass_time(length))
        self.runner.run(self.world.erasure.run())
        for chunk in self.chunks.values():
            if chunk.asked and chunk.last <= self.now:
                chunk.had = True

    # What the model says of it ---

    def scope(self, first: int, count: int) -> Scope:
        """Return a span over some of the chunks, a little short of their bounds."""
        starts = sorted(chunk.start for chunk in self.chunks.values())
        last = starts[min(first + count, 6) - 1]
        return Scope((CAMERA,), starts[first] + SECOND, last + 2 * SECOND)

    def can_be_protected(self, chunk: Chunk) -> bool:
        now = self.now
        return now < chunk.last and (chunk.is_protected(now) or not chunk.had)

    def protect(self, number: int, inside: list[Chunk]) -> None:
        for chunk in [chunk for chunk in inside if self.can_be_protected(chunk)]:
            chunk.asked.add(number)

    def let_go(self, number: int) -> None:
        for chunk in self.chunks.values():
            if number in chunk.asked:
                chunk.asked.discard(number)
                chunk.had = True

    def end(self, number: int) -> None:
        self.let_go(number)
        for chunk in self.chunks.values():
            chunk.permitted.pop(number, None)

    def is_standing(self, number: int) -> bool:
        return any(
            number in chunk.asked and self.now < chunk.last for chunk in self.chunks.values()
        )

    # What always holds ---

    @invariant()
    def what_is_held_is_there_and_nothing_else(self) -> None:
        if hasattr(self, "chunks"):
            assert {chunk.id for chunk in self.listed()} == self.expected()

    @invariant()
    def nothing_is_decrypted_but_what_a_permission_covers(self) -> None:
        if not hasattr(self, "chunks"):
            return
        planned, self.kill_in = self.kill_in, None
        for number, one in self.wanted.items():
            refused = one.may_be_prepared(self.now, afterwards=self.afterwards)
            try:
                found = self.runner.run(
                    disclosure.check_permitted(self.world.desk, OPERATOR, number)
                )
            except Problem as problem:
                assert problem.key == refused, (number, problem.key, refused)  # noqa: PT017
            else:
                assert refused is None, (number, refused)
                assert found.scope == one.scope
        self.kill_in = planned

    @invariant()
    def the_book_says_the_same(self) -> None:
        if not hasattr(self, "chunks"):
            return
        registers = self.world.desk.registers
        assert not registers.pending
        assert registers.requests.disclosures.keys() == self.wanted.keys()
        waiting = sum(not one.decided and not one.withdrawn for one in self.wanted.values())
        assert reading_requests.waiting(registers) == waiting
        out = sum(one.copies + one.provided - len(one.confirmed) for one in self.wanted.values())
        assert reading_requests.copies_out(registers) == out


@pytest.mark.timeout(3600)
def test_nothing_is_given_out_unpermitted_and_nothing_held_is_lost(
    tmp_path: Path, thorough: bool
) -> None:
    with small_files():
        Disclosures.model = asyncio.run(settle(tmp_path / "model"))
        run_state_machine_as_test(
            Disclosures,
            settings=settings(
                max_examples=10_000 if thorough else 300,
                stateful_step_count=20,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
