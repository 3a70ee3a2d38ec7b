"""A site over a real vault and a real book, driven at random, and killed anywhere: what is held is there, and nothing else is.

`holds_ledger` says what should be. An act may be cut short at any call to the disk: what the disk holds at that moment is
copied, as a killed process leaves it, and the site starts on the copy, after some time. Whether the act counts
then, the book says; whether what it says is so, is looked at in the vault.

Other requests that hold footage join by rules of their own: subclass `Site`, predict with `ledger`, do with `act`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
import os
from pathlib import Path
import shutil
import tempfile
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.extension import (
    LONGEST_EXTENSION,
    HoldKind,
    kept_until,
)
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import (
    extension,
    holding,
    protection,
    recovery,
    retention,
)
from custom_components.kuma_bouhan.procedure.erasure import sweep
from custom_components.kuma_bouhan.procedure.extension import Wish
from custom_components.kuma_bouhan.procedure.permission import MOST_WAITING
from custom_components.kuma_bouhan.records import book as book_module
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.requests import Extension, ExtensionState
from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module

from ..oscalls import Call, watched
from .conftest import CAMERA, MANAGER, NOON, PASSPHRASE, TOKYO, World
from .extending import DAY, DECIDER, HOUR, MINUTE, OTHER, SECOND, ready, unlock
from .holds_ledger import Clip, Ledger

CAMERAS = (CAMERA, OTHER)
ANY = st.integers(0, 999)
"""Which of those there are."""
LENGTH = st.sampled_from([1, 1, 2, 4])
"""Of a span, in minutes."""
KILLED_AT = st.none() | st.integers(0, 25)
"""After how many changes to the disk; beyond the last one it is not killed."""
OFF = st.sampled_from([*[timedelta(0)] * 6, HOUR, 3 * DAY, 9 * DAY])
"""How long it stands still after that."""

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where a site's folders are made: what is killed loses nothing that a disk would keep."""


class Killed(BaseException):
    """The process is no more."""


@dataclass
class Bomb:
    """Copies what there is and ends it all, at some change to the disk."""

    world: World
    after: int | None
    copy: Path | None = None

    def hear(self, call: Call) -> None:
        if self.after is None or self.copy is not None or not (call.changes or call.name == "sync"):
            return
        if self.after == 0:
            self.copy = left_by(self.world)
            raise Killed
        self.after -= 1


def left_by(world: World) -> Path:
    """Return a copy of what a process leaves that is killed now. The index is SQLite's: it is asked for it."""
    folder = Path(tempfile.mkdtemp(prefix="kuma-", dir=MEMORY))
    shutil.copytree(
        world.folder, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("index.*")
    )
    index = world.vault._parts.index._ask(lambda connection: connection.serialize())
    (folder / "vault" / "index.db").write_bytes(index)
    return folder


@cache
def template() -> World:
    """Return a site that was set up once, with files that are small and grow soon, to be copied."""
    folder = Path(tempfile.mkdtemp(prefix="kuma-", dir=MEMORY))
    (folder / "config").mkdir()
    world = World(folder)
    with pytest.MonkeyPatch.context() as patch:
        make_small(patch)
        world.found()
        world.start()
        asyncio.run(_people(world))
        world.stop()
    return world


async def _people(world: World) -> None:
    await world.add_camera()
    await world.add_camera(OTHER)
    await ready(world)


def make_small(patch: pytest.MonkeyPatch) -> None:
    for module in (slots_module, wraps_module):
        patch.setattr(module, "FIRST_RECORDS", 8)
        patch.setattr(module, "_STEP", 8)
        patch.setattr(module, "_RESERVE", 4)
    patch.setattr(book_module, "STEP", 4096)
    patch.setattr(book_module, "RESERVE", 2048)
    patch.setattr(book_module, "LEAST", 512)


def _protects(site: Any) -> bool:
    return bool(site.standing_protections())


def _seldom(site: Any) -> bool:
    return hasattr(site, "looked") and site.looked % 3 == 0


def _waits(site: Any) -> bool:
    return bool(site.waiting())


def _approved(site: Any) -> bool:
    return bool(site.approvals())


class Site(RuleBasedStateMachine):
    """Two cameras, and people who protect, ask, decide and erase."""

    @initialize()
    def set_up(self) -> None:
        self.patch = pytest.MonkeyPatch()
        make_small(self.patch)
        for name in ("fsync", "fdatasync"):  # a process is killed, no power is cut
            self.patch.setattr(os, name, lambda _: None)
        made = template()
        folder = Path(tempfile.mkdtemp(prefix="kuma-", dir=MEMORY))
        shutil.copytree(made.folder, folder, dirs_exist_ok=True)
        self.loop = asyncio.new_event_loop()
        self.world = World(folder, code=made.code)
        self.ledger = Ledger()
        self.looked = 0
        self.start()
        for camera in CAMERAS:
            self.record(camera, 6, None, timedelta(0))

    def teardown(self) -> None:
        if hasattr(self, "world"):
            try:
                self.read(1000)
            finally:
                self.world.stop()
                shutil.rmtree(self.world.folder)
                self.loop.close()
                self.patch.undo()

    def run[T](self, doing: Awaitable[T]) -> T:
        async def wait() -> T:
            return await doing

        return self.loop.run_until_complete(wait())

    def start(self) -> None:
        """Start as the site does."""
        self.world.start()
        self.world.vault._parts.index._ask(lambda db: db.execute("PRAGMA synchronous = OFF"))
        unlock(self.world)
        self.run(recovery.begin(self.world.desk, self.world.erasure))
        self.run(sweep(self.world.desk))

    @property
    def now(self) -> datetime:
        return self.world.machine.now()

    @property
    def requests(self) -> Any:
        return self.world.desk.registers.requests

    # Doing, and being killed -----------------------------------------------------------------

    def act(
        self,
        doing: Callable[[], Coroutine[Any, Any, object]],
        *,
        expected: str | None,
        counts: Callable[[], bool],
        effect: Callable[[], None],
        kill: int | None,
        off: timedelta,
    ) -> None:
        """Do something that should end in a problem (its key) or not; `counts` says whether the book has it done.

        Killed before its end it has its effect where the book has it done, after the next start.
        """
        failed = self.count_failed()
        outcome = self.outcome(doing, kill)
        if isinstance(outcome, Path):
            self.replace(outcome, off)
            # What was ordered is finished: it fails only where it would have failed anyway.
            assert expected or failed == self.count_failed(), "given up"
            if counts():
                effect()
        else:
            assert outcome == expected, (outcome, expected)
            if outcome is None:
                assert counts()
                effect()
        self.settle()

    def outcome(
        self, doing: Callable[[], Coroutine[Any, Any, object]], kill: int | None
    ) -> Path | str | None:
        """Do something; return what a kill left of it, or the problem's key, or None where it was done."""
        bomb = Bomb(self.world, kill)
        try:
            with watched(self.world.folder, bomb.hear):
                self.run(doing())
        except Killed:
            pass
        except Problem as found:
            if bomb.copy is None:
                return found.key
        return bomb.copy

    def count_failed(self) -> int:
        return sum(entry.phase is Phase.FAILED for entry in self.world.book.entries())

    def replace(self, folder: Path, off: timedelta) -> None:
        """Go on from what a kill has left, some time later."""
        old = self.world
        old.stop()
        shutil.rmtree(old.folder)
        self.world = World(folder, machine=old.machine, code=old.code)
        self.world.machine.pass_time(off)
        self.start()

    def settle(self) -> None:
        """Have what is due go, here and there."""
        self.run(self.world.erasure.run())
        self.ledger.expire(self.now)

    def adopt(self) -> None:
        """Take down chunks that are new."""
        for camera in CAMERAS:
            found = self.world.vault.standing(camera, NOON - DAY, self.now + DAY, now=self.now)
            for one in found:
                if one.id not in self.ledger.clips and one.own is not None and one.own.due:
                    assert one.holds == ()
                    self.ledger.clips[one.id] = Clip(
                        one.id, camera, one.start, one.end, one.hour_end, one.own.due
                    )

    # Footage ---------------------------------------------------------------------------------

    @rule(camera=st.sampled_from(CAMERAS), minutes=st.integers(1, 3), kill=KILLED_AT, off=OFF)
    def record(self, camera: str, minutes: int, kill: int | None, off: timedelta) -> None:
        start = self.now
        self.world.machine.pass_time(minutes * MINUTE + SECOND)

        async def doing() -> None:
            self.world.record(start, minutes, camera)

        left = self.outcome(doing, kill)
        if isinstance(left, Path):
            # What was recorded before it was killed may be over by now.
            self.replace(left, off)
        self.adopt()
        self.settle()

    @precondition(_seldom)
    @rule(length=st.sampled_from([20 * MINUTE, HOUR, 11 * HOUR, DAY, 2 * DAY, 5 * DAY]))
    def wait(self, length: timedelta) -> None:
        self.world.machine.pass_time(length)
        self.settle()

    @precondition(_seldom)
    @rule(days=st.sampled_from([2, 5, 7, 14, 30]), kill=KILLED_AT, off=OFF)
    def change_period(self, days: int, kill: int | None, off: timedelta) -> None:
        async def doing() -> None:
            seen = await retention.preview(self.world.desk, None, days)
            await retention.change(self.world.desk, MANAGER, None, days, seen=seen)

        # Killed, it stands in the book as of now, however long it is off after that.
        number, now = len(self.requests.periods), self.now

        def effect() -> None:
            for clip in self.ledger.alive():
                if clip.own > now:
                    due = retention.due_of(self.world.desk, clip.camera, clip.hour_end, days)
                    clip.own = min(clip.own, due)

        self.act(
            doing,
            expected=None,
            counts=lambda: len(self.requests.periods) > number,
            effect=effect,
            kill=kill,
            off=off,
        )

    @rule(at=ANY, length=LENGTH, kill=KILLED_AT, off=OFF)
    def erase(self, at: int, length: int, kill: int | None, off: timedelta) -> None:
        scope = self.span(at, length, both=False)
        (camera,) = scope.cameras
        inside = self.ledger.inside(scope)
        expected = None if inside else "no_footage_in_span"
        if self.is_wanted(scope) or any(map(self.ledger.held, inside)):
            expected = "footage_held"

        async def doing() -> None:
            await self.world.erasure.erase(MANAGER, camera, scope.start, scope.end, "不要")

        number = self.done("erasure_asked")
        self.act(
            doing,
            expected=expected,
            counts=lambda: self.done("erasure_asked") > number,
            effect=lambda: self.ledger.erase(scope),
            kill=kill,
            off=off,
        )

    def done(self, kind: str) -> int:
        return self.world.desk.registers.counts[kind]

    def is_wanted(self, scope: Scope) -> bool:
        """Say whether footage of a span is asked for and not decided."""
        return any(
            set(one.scope.cameras) & set(scope.cameras)
            and one.scope.start < scope.end
            and one.scope.end > scope.start
            for one in self.requests.extensions.values()
            if one.waits
        )

    def span(self, at: int, length: int, *, both: bool) -> Scope:
        """Return a span of some footage that there is or was."""
        clips = list(self.ledger.alive() if at % 8 else ()) or list(self.ledger.clips.values())
        clip = clips[at % len(clips)]
        start = clip.start + 20 * SECOND
        end = min(start + length * MINUTE, self.now)
        return Scope(CAMERAS if both else (clip.camera,), min(start, end - SECOND), end)

    # Protection ------------------------------------------------------------------------------

    @rule(at=ANY, length=LENGTH, both=st.booleans(), kill=KILLED_AT, off=OFF)
    def protect(self, at: int, length: int, both: bool, kill: int | None, off: timedelta) -> None:
        scope, number = self.span(at, length, both=both), self.requests.next_number
        protectable = self.ledger.protectable(scope, self.now)
        expected = None if self.ledger.inside(scope) else "no_footage_in_span"
        if expected is None and not protectable:
            expected = "protection_used_up"
        known = self.requests.protections.values()
        if sum(one.stands(self.now) for one in known) >= MOST_WAITING:
            expected = "requests_waiting"
        self.act(
            lambda: protection.protect(self.world.desk, DECIDER, scope),
            expected=expected,
            counts=lambda: number in self.requests.protections,
            effect=lambda: self.ledger.take(number, HoldKind.PROTECTION, protectable),
            kill=kill,
            off=off,
        )

    @precondition(_protects)
    @rule(at=ANY, kill=KILLED_AT, off=OFF)
    def end_protection(self, at: int, kill: int | None, off: timedelta) -> None:
        number = self.chosen(self.standing_protections(), at)
        self.act(
            lambda: protection.end_protection(self.world.desk, DECIDER, number),
            expected=None,
            counts=lambda: self.requests.protections[number].ended_at is not None,
            effect=lambda: self.ledger.release(number, HoldKind.PROTECTION),
            kill=kill,
            off=off,
        )

    def standing_protections(self) -> list[int]:
        if not hasattr(self, "world"):
            return []
        known = self.requests.protections.values()
        return [one.number for one in known if one.stands(self.now)]

    # Extensions ------------------------------------------------------------------------------

    @rule(
        at=ANY,
        length=LENGTH,
        both=st.booleans(),
        days=st.sampled_from([2, 15, 20, 34, 40, 95]),
        takes=st.booleans(),
        kill=KILLED_AT,
        off=OFF,
    )
    def ask(
        self,
        at: int,
        length: int,
        both: bool,
        days: int,
        takes: bool,
        kill: int | None,
        off: timedelta,
    ) -> None:
        scope = self.span(at, length, both=both)
        standing = self.standing_protections() if takes else []
        self.request(scope, days, standing[-1] if standing else None, None, kill, off)

    def request(
        self,
        scope: Scope,
        days: int,
        taken: int | None,
        renews: int | None,
        kill: int | None,
        off: timedelta,
    ) -> None:
        number, now = self.requests.next_number, self.now
        last = (now + days * DAY).astimezone(TOKYO).date()
        protectable = self.ledger.protectable(scope, now)
        expected = self.until_is_wrong(scope, kept_until(last, TOKYO), renews)
        if sum(one.waits for one in self.requests.extensions.values()) >= MOST_WAITING:
            expected = "requests_waiting"
        wish = Wish(scope=scope, until=last, reason="捜査", renews=renews, protection=taken)

        protected = self.ledger.holds.get((taken or 0, HoldKind.PROTECTION), {})
        # A protection of more than is asked for stands on.
        takes_over = protected.keys() <= protectable.keys()

        def effect() -> None:
            self.ledger.take(number, HoldKind.REQUEST, protectable)
            if takes_over:
                self.ledger.release(taken, HoldKind.PROTECTION)

        self.act(
            lambda: extension.request(self.world.desk, DECIDER, wish),
            expected=expected,
            counts=lambda: number in self.requests.extensions,
            effect=effect,
            kill=kill,
            off=off,
        )

    def until_is_wrong(self, scope: Scope, until: datetime, renews: int | None) -> str | None:
        """Return what is said to an extension of a span until a moment."""
        inside = self.ledger.inside(scope)
        if until - self.now > LONGEST_EXTENSION + 2 * DAY:
            return "extension_too_long"
        if not inside:
            return "no_footage_in_span"
        ends = [clip.own for clip in inside]
        if (old := self.standing_extension(renews)) is not None:
            ends.append(old.until)
        if until <= max(ends) or until <= self.now:
            return "extension_not_longer"
        return "extension_too_long" if until - self.now > LONGEST_EXTENSION + DAY else None

    def standing_extension(self, number: int | None) -> Extension | None:
        found: Extension | None = self.requests.extensions.get(number)
        approved = found is not None and found.state(self.now) is ExtensionState.APPROVED
        return found if approved else None

    @precondition(_waits)
    @rule(at=ANY, kill=KILLED_AT, off=OFF)
    def approve(self, at: int, kill: int | None, off: timedelta) -> None:
        found = self.requests.extensions[self.chosen(self.waiting(), at)]
        inside = self.ledger.inside(found.scope)
        self.act(
            lambda: extension.approve(self.world.desk, DECIDER, found.number),
            expected=self.until_is_wrong(found.scope, found.until, found.renews),
            counts=lambda: self.requests.extensions[found.number].held != (),
            effect=lambda: self.approved(found, inside),
            kill=kill,
            off=off,
        )

    def approved(self, found: Extension, inside: list[Clip]) -> None:
        self.ledger.take_all(found.number, HoldKind.EXTENSION, inside, found.until)
        self.ledger.release(found.number, HoldKind.REQUEST)
        self.ledger.release(found.renews, HoldKind.EXTENSION)

    @precondition(_waits)
    @rule(at=ANY, denied=st.booleans(), kill=KILLED_AT, off=OFF)
    def refuse(self, at: int, denied: bool, kill: int | None, off: timedelta) -> None:
        number = self.chosen(self.waiting(), at)
        doing = extension.deny if denied else extension.withdraw
        self.act(
            lambda: doing(self.world.desk, DECIDER, number),
            expected=None,
            counts=lambda: not self.requests.extensions[number].waits,
            effect=lambda: self.ledger.release(number, HoldKind.REQUEST),
            kill=kill,
            off=off,
        )

    def waiting(self) -> list[int]:
        if not hasattr(self, "world"):
            return []
        return [one.number for one in self.requests.extensions.values() if one.waits]

    @precondition(_approved)
    @rule(at=ANY, kill=KILLED_AT, off=OFF)
    def end(self, at: int, kill: int | None, off: timedelta) -> None:
        number = self.chosen(self.approvals(), at)
        self.act(
            lambda: extension.end(self.world.desk, DECIDER, number, "解決した"),
            expected=None,
            counts=lambda: self.requests.extensions[number].ended is not None,
            effect=lambda: self.ledger.release(number, HoldKind.EXTENSION),
            kill=kill,
            off=off,
        )

    @precondition(_approved)
    @rule(at=ANY, days=st.sampled_from([9, 40, 80]), kill=KILLED_AT, off=OFF)
    def renew(self, at: int, days: int, kill: int | None, off: timedelta) -> None:
        found = self.requests.extensions[self.chosen(self.approvals(), at)]
        self.request(found.scope, days, None, found.number, kill, off)

    def approvals(self) -> list[int]:
        if not hasattr(self, "world"):
            return []
        known = self.requests.extensions.values()
        return [one.number for one in known if one.state(self.now) is ExtensionState.APPROVED]

    def chosen(self, numbers: list[int], at: int) -> int:
        return numbers[at % len(numbers)]

    # Stopping --------------------------------------------------------------------------------

    @rule(off=OFF)
    def be_killed(self, off: timedelta) -> None:
        self.replace(left_by(self.world), off)
        self.settle()

    @rule(off=OFF)
    def restart(self, off: timedelta) -> None:
        self.world.stop()
        self.world.machine.pass_time(off)
        self.start()
        self.settle()

    # What always holds -----------------------------------------------------------------------

    @invariant()
    def no_held_chunk_is_lost_and_no_other_is_kept(self) -> None:
        if not hasattr(self, "world"):
            return
        vault, ledger = self.world.vault, self.ledger
        expected = {
            clip.id: (ledger.held(clip), clip.own if clip.own > self.now else None)
            for clip in ledger.alive()
        }
        found = {}
        for camera in CAMERAS:
            for one in vault.standing(camera, NOON - DAY, self.now + DAY, now=self.now):
                own = one.own.due if one.own else None
                found[one.id] = (sorted(slot.due for slot in one.holds if slot.due), own)
        assert found == expected, (found, expected)
        files = {path.stem for path in self.world.vault_path.rglob("*.kbc")}
        assert files == expected.keys(), (files, expected)
        self.looked += 1
        self.read(3)

    def read(self, most: int) -> None:
        """Read some of what there is, now these, now those."""
        vault, now = self.world.vault, self.now
        chunks = [one for camera in CAMERAS for one in vault.chunks(camera, NOON, now, now=now)]
        with vault.unlock("manager", PASSPHRASE) as opened:
            for number in range(min(most, len(chunks))):
                chunk = chunks[(self.looked + number) % len(chunks)]
                assert vault.read(opened, chunk, now=now).fragments or not chunk.complete

    @invariant()
    def the_book_says_what_is_held(self) -> None:
        if not hasattr(self, "world"):
            return
        assert self.world.desk.registers.pending == {}
        told = {
            (hold.number, hold.kind): sum(piece.chunks for piece in hold.pieces)
            for hold in self.requests.standing(self.now)
        }
        assert told == {key: len(hold) for key, hold in self.ledger.holds.items() if hold}
        slots = {slot.id for slot in self.world.vault.slots() if slot.apart}
        pieces = [piece for hold in self.requests.standing(self.now) for piece in hold.pieces]
        assert slots == {piece.slot for piece in pieces}
        for camera in CAMERAS:
            untils = [piece.until for piece in pieces if piece.camera == camera]
            assert holding.held_until(self.world.desk, camera) == max(untils, default=None)
