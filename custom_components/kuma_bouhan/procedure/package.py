"""The package of a disclosure: put together, and given out to the person who has the vault open, 運用基準例 5(2).

    none ──prepare──▶ measuring ──its list is entered in the book──▶ ready ──withdrawn, denied, decided or masked anew──▶ none
                          └──locked, erased, a fault──▶ failed ──prepare──▶ measuring
    ready ──grant──▶ a link ──first byte, entered as a copy──▶ given out, as often as asked for within GRANTED_FOR

Measuring and giving out read the footage anew each time (`packing`); what stays in between are lists and tables, in
memory, and no plain byte is ever written to a disk. After a restart there is none; prepared again it is the same
bytes, and nothing new is entered, where nothing has changed.

Invariants:
1. Nothing is decrypted before `check_permitted` has passed for who asks; it is asked again for every link and every answer.
2. A link is good for one user in one login session, while they have the vault open, for GRANTED_FOR.
3. No byte of a copy leaves before the copy stands in the book.
4. A lock, a lost role, an erasure, a withdrawal or a denial break off what is being measured or given out, and the end of
   the permission what is being given out: the connection is cut, and what has left by then stays a copy.
5. One package is measured at a time.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from ..guideline.disclosure import CopyForm
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.recording import Gap
from ..records.disclosure import (
    AccessAnswered,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosureProvided,
    DisclosureWithdrawn,
    MaskedCopyMade,
)
from ..records.disclosure_state import Disclosure
from ..records.entry import Entry
from ..records.keeping import PersonalDataErased
from ..vault.problems import VaultProblem
from .desk import Desk
from .disclosure import check_permitted
from .giving_out import Download, File, Grant, Grants, Package
from .lock import Lock
from .package_contents import Facts, contents, extract_of, facts, sources
from .packing import Measuring
from .papers import package_papers
from .provision import enter_prepared

STEPS = 32
"""Of measuring, done on a thread at a time: some MB of footage."""
PAPERS = ("ja", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far a package is: none, measuring, ready or failed. `done` and `total` are bytes."""

    state: str
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    error: Problem | None = None
    manifest: str | None = None
    bytes: int = 0
    files: tuple[File, ...] = ()


@dataclass(slots=True, eq=False)
class _Work:
    """A package under way, or ready, or failed."""

    actor: Actor
    began: float
    measuring: Measuring | None = None
    package: Package | None = None
    error: Problem | None = None
    void: Problem | None = None
    """Why it is not to go on."""
    task: asyncio.Task[None] | None = None


@dataclass(slots=True, eq=False)
class Packages:
    """The packages of a site."""

    _desk: Desk
    _lock: Lock
    _not_entered: Callable[[str], Iterable[Gap]] = lambda _camera: ()
    """Gaps of a camera that the book does not have yet."""
    _works: dict[int, _Work] = field(default_factory=dict)
    _grants: Grants = field(init=False)
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed: bool = False

    def __post_init__(self) -> None:
        """Begin with none; hear of locks and of what is decided."""
        self._grants = Grants(self._desk, self._lock)
        self._desk.listeners.append(self._heard)

    # Putting together ------------------------------------------------------------------------

    async def prepare(self, actor: Actor, number: int) -> None:
        """Begin to put a package together, in the background; one that is under way goes on.

        Problem: masks_missing, and what `check_permitted` says.
        """
        await self._permitted(actor, number)
        self._lock.opened(actor)
        before = self._works.get(number)
        if self._closed or (before is not None and before.task is not None):
            return
        self._drop(number)
        work = self._works[number] = _Work(actor, self._desk.clock.since_boot())
        work.task = asyncio.create_task(self._measure(number, work))

    async def status(self, actor: Actor, number: int) -> Status:
        """Return how far a package is, for whoever sees requests."""
        await self._desk.allow(Act.READ_REQUESTS, actor)
        work = self._works.get(number)
        if work is None:
            return Status(state="none")
        if work.error is not None:
            return Status(state="failed", error=work.error)
        if (package := work.package) is not None:
            return Status(
                state="ready",
                done=package.size,
                total=package.size,
                manifest=package.manifest,
                bytes=package.size,
                files=package.files,
            )
        measuring = work.measuring
        done, total = (measuring.done, measuring.total) if measuring else (0, 0)
        took = self._desk.clock.since_boot() - work.began
        left = took * (total - done) / done if done else None
        return Status(state="measuring", done=done, total=total, seconds_left=left)

    async def _measure(self, number: int, work: _Work) -> None:
        failed: Problem | None = Problem("package_failed")
        try:
            async with self._alone:
                work.began = self._desk.clock.since_boot()
                work.package = await self._package(number, work)
                self._make_room(number)
            failed = None
        except Problem as problem:
            failed = problem
        finally:
            work.error, work.measuring, work.task = failed, None, None

    async def _package(self, number: int, work: _Work) -> Package:
        desk, actor = self._desk, work.actor
        said = await self._facts(actor, number)
        player = desk.vault.playing.player(self._lock.opened(actor))
        try:
            measuring = work.measuring = Measuring(
                player=player,
                sources=await desk.run(sources, desk, said),
                start=said.found.scope.start,
                end=said.found.scope.end,
                zone=desk.zone,
            )
            steps = measuring.steps()
            self._check(work)
            while await desk.run(_some, steps):
                self._check(work)
                self._lock.used(actor)
        except VaultProblem as problem:
            if player.is_closed:
                raise work.void or Problem("package_locked") from problem
            raise
        finally:
            player.close()
        now = await self._facts(actor, number)
        if now.sources != said.sources:
            raise Problem("package_outdated")
        whole, members = await desk.run(contents, desk, now, measuring, await self._papers(number))
        self._check(work)
        size = sum(one.size for one in members)
        digest = members[0].sha256.hex()
        await enter_prepared(
            *(desk, actor, number),
            manifest=digest,
            files=len(members),
            size=size,
            masked=whole.masked,
        )
        extract = await desk.run(extract_of, desk, number, members[0].modified)
        self._check(work)
        return Package(
            number=number,
            manifest=digest,
            contents=whole,
            members=(*members, extract),
            filmed=tuple(measuring.files),
        )

    async def _permitted(self, actor: Actor, number: int) -> Disclosure:
        found = await check_permitted(self._desk, actor, number)
        if found.to_be_masked and set(found.scope.cameras) - {one.camera for one in found.masks}:
            raise Problem("masks_missing")
        return found

    async def _facts(self, actor: Actor, number: int) -> Facts:
        found = await self._permitted(actor, number)
        gaps = [gap for camera in found.scope.cameras for gap in self._not_entered(camera)]
        return facts(self._desk, found, gaps)

    async def _papers(self, number: int) -> dict[str, str]:
        """Return form 2 and its annex by name; none where nothing is permitted yet."""
        made: dict[str, str] = {}
        with suppress(Problem):
            for language in PAPERS:
                papers = await package_papers(self._desk, None, number, language)
                made |= {f"form/{name}_{language}.html": page for name, page in papers.items()}
        return made

    def _check(self, work: _Work) -> None:
        if work.void is not None:
            raise work.void

    # Giving out ------------------------------------------------------------------------------

    async def grant(
        self,
        actor: Actor,
        number: int,
        form: CopyForm,
        file: int | None = None,
        secret: str | None = None,
    ) -> Grant:
        """Return what a link stands for. `file`: of a single video; `secret`: the passphrase of a sealed package.

        Problem: not_prepared, file_unknown, seal_unfit (least, most), passphrase_simple, passphrase_guessable, and what
        `check_permitted` says.
        """
        await check_permitted(self._desk, actor, number)
        self._lock.opened(actor)
        work = self._works.get(number)
        if work is None or work.package is None:
            raise Problem("not_prepared")
        return self._grants.give(actor, work.package, form, file, secret)

    async def open(self, actor: Actor, token: str) -> Download:
        """Return what is given out for a link. Problem: link_over, and what `check_permitted` says."""
        grant = self._grants.of(actor, token)
        await check_permitted(self._desk, actor, grant.package.number)
        work = self._works.get(grant.package.number)
        if work is None or work.package is not grant.package:
            raise Problem("link_over")
        return self._grants.download(grant)

    # Ending ----------------------------------------------------------------------------------

    async def close(self) -> None:
        """Break off everything: the site stops."""
        self._closed = True
        tasks = [work.task for work in self._works.values() if work.task is not None]
        for number in tuple(self._works):
            self._drop(number, Problem("site_not_running"))
        await asyncio.gather(*tasks, return_exceptions=True)

    def _heard(self, entry: Entry) -> None:
        if not entry.phase.counts:
            return
        match entry.act:
            case DisclosureWithdrawn(number=number):
                self._drop(number, Problem("request_withdrawn"))
            case DisclosureDenied(number=number):
                self._drop(number, Problem("request_denied"))
            case (
                DisclosurePermitted(number=number)
                | MaskedCopyMade(number=number)
                | AccessAnswered(number=number)  # others may have to be masked now
            ):
                self._drop(number, Problem("package_outdated"))
            case DisclosureProvided(number=number):
                # Whoever still downloads the copy that was handed over comes to its end.
                self._works.pop(number, None)
            case PersonalDataErased(acts=gone):
                known = self._desk.registers.requests.disclosures
                for number in [one for one in self._works if known[one].seq in gone]:
                    self._drop(number, Problem("names_erased"))

    def _make_room(self, newest: int) -> None:
        """Keep the tables of one package only, and none that nobody may give out any more."""
        now, known = self._desk.clock.now(), self._desk.registers.requests.disclosures
        for number, work in tuple(self._works.items()):
            if work.package is not None and number != newest:
                work.package.forget()
                if not known[number].is_wanted(now):
                    self._drop(number)

    def _drop(self, number: int, why: Problem | None = None) -> None:
        work = self._works.pop(number, None)
        if work is None:
            return
        work.void = why
        if work.measuring is not None:
            work.measuring.player.close()
        if work.package is not None:
            self._grants.end(work.package, why)


def _some(steps: Iterator[None]) -> bool:
    """Do some steps; say whether there may be more."""
    return sum(1 for _ in islice(steps, STEPS)) == STEPS
