"""Giving a package out: the links to it, and what is sent for each, from any place on.

A video from a place on costs what the rest of its chunk costs. A zip from a place on is made from its beginning and what
lies before is thrown away: the checks of a zip run over each file whole. It costs reading that much footage once more.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
import hashlib
from itertools import groupby
import secrets
from weakref import WeakSet

from ..documents.package.manifest import Contents, Listed
from ..guideline.disclosure import CopyForm
from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..vault.export import Film
from ..vault.passphrase import weakness
from ..vault.playing import Player
from .desk import Desk
from .disclosure import check_stands, known
from .lock import Lock
from .packing import Filmed, Member, from_place, zip_size, zipped
from .provision import enter_download

GRANTED_FOR = timedelta(minutes=10)
LEAST_SECRET, MOST_SECRET = 12, 128
"""Letters of a passphrase that seals a package: a zip derives its keys in a thousand rounds only."""
AT_ONCE = 512 * 1024
"""Bytes that are made on a thread before they are sent."""
LOOK_EVERY = 1.0
"""Seconds after which it is looked at again whether what is being sent still may be."""
_PIECES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A video, or the stills of a camera, as the panel lists it; `why` says why a video begins where it does."""

    index: int
    name: str
    camera: str
    start: datetime
    end: datetime
    bytes: int
    kind: str
    why: str | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Package:
    """A package that is ready: its list's SHA-256 (hex), what it says, its files, and those made of footage."""

    number: int
    manifest: str
    contents: Contents
    members: tuple[Member, ...] = field(repr=False)
    filmed: tuple[Filmed, ...] = field(repr=False)

    @property
    def root(self) -> str:
        """Return the folder that the zip has all in."""
        return f"disclosure-{self.number}/"

    @cached_property
    def size(self) -> int:
        """Return how long its zip is."""
        return zip_size(self.members, self.root, sealed=False)

    @cached_property
    def tag(self) -> str:
        """Return what it is known by: the same for the same bytes."""
        made = hashlib.sha256()
        for one in self.members:
            made.update(f"{one.name}\0{one.size}\0".encode() + one.sha256)
        return made.hexdigest()[:32]

    @cached_property
    def files(self) -> tuple[File, ...]:
        """Return its videos, and the stills of each camera as one, in order."""
        listed = {one.name: one for one in self.contents.files}
        groups = [list(group) for _, group in groupby(self.filmed, key=lambda one: id(one.stretch))]
        return tuple(
            _file(index, group, listed[group[0].member.name]) for index, group in enumerate(groups)
        )

    def forget(self) -> None:
        """Let go of the tables of its videos: they are gathered again when they are given out."""
        for one in self.filmed:
            if isinstance(one.member.content, Film):
                one.member.content.forget()


def _file(index: int, group: Sequence[Filmed], listed: Listed) -> File:
    assert listed.camera is not None
    video = listed.kind == "video"
    return File(
        index=index,
        name=listed.name if video else listed.name.rpartition("/")[0] + "/",
        camera=listed.camera,
        start=min(one.start for one in group),
        end=max(one.end for one in group),
        bytes=sum(one.member.size for one in group),
        kind="video" if video else "stills",
        why=listed.why,
    )


@dataclass(slots=True, eq=False, weakref_slot=True)
class Grant:
    """What a link stands for: a form of a package, for one user in one login session."""

    token: str
    actor: Actor
    package: Package
    form: CopyForm
    member: Member | None
    secret: str | None = field(repr=False)
    until: datetime
    over_since_boot: float
    size: int
    """Bytes that are given out in all."""
    void: Problem | None = None
    entered: bool = False
    """The copy stands in the book."""
    entering: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def name(self) -> str:
        """Return what a browser saves it as."""
        stem = f"画像提供_第{self.package.number}号"
        if self.member is not None:
            return f"{stem}_{self.member.name.rpartition('/')[2]}"
        return stem + ("_暗号化.zip" if self.form is CopyForm.SEALED_PACKAGE else ".zip")

    @property
    def plain_name(self) -> str:
        """Return the same for a browser that knows Latin letters only."""
        stem = f"disclosure-{self.package.number}"
        if self.member is not None:
            return f"{stem}_{self.member.name.rpartition('/')[2]}"
        return stem + ("-sealed.zip" if self.form is CopyForm.SEALED_PACKAGE else ".zip")

    @property
    def kind(self) -> str:
        """Return its media type."""
        return "application/zip" if self.member is None else "video/mp4"

    @property
    def tag(self) -> str:
        """Return what its bytes are known by; a sealed package is known by its link, too."""
        tag = f"{self.package.tag}-{self.form}"
        if self.member is not None:
            return f"{tag}-{self.member.sha256.hex()[:16]}"
        if self.secret is not None:
            return f"{tag}-{hashlib.sha256(self.token.encode()).hexdigest()[:16]}"
        return tag


class Grants:
    """The links that are good."""

    def __init__(self, desk: Desk, lock: Lock) -> None:
        """Begin with none; hear when the vault is locked for somebody."""
        self._desk = desk
        self._lock = lock
        self._grants: dict[str, Grant] = {}
        self._given: WeakSet[Grant] = WeakSet()
        """Those, and the ones that are too old to be opened and still sent."""
        lock.on_closed.append(self._locked)

    def give(
        self, actor: Actor, package: Package, form: CopyForm, file: int | None, secret: str | None
    ) -> Grant:
        """Make one. Problem: file_unknown, and what `_checked` says of a passphrase."""
        self._forget_old()
        clock, sealed = self._desk.clock, form is CopyForm.SEALED_PACKAGE
        member = _video(package, file) if form is CopyForm.VIDEO else None
        grant = Grant(
            token=secrets.token_hex(16),
            actor=actor,
            package=package,
            form=form,
            member=member,
            secret=_checked(secret, self._desk.names()) if sealed else None,
            until=clock.now() + GRANTED_FOR,
            over_since_boot=clock.since_boot() + GRANTED_FOR.total_seconds(),
            size=member.size if member else zip_size(package.members, package.root, sealed=sealed),
        )
        self._grants[grant.token] = grant
        self._given.add(grant)
        return grant

    def of(self, actor: Actor, token: str) -> Grant:
        """Return the grant of who asks, in just this login session. Problem: link_over."""
        self._forget_old()
        grant = self._grants.get(token)
        mine = grant and (grant.actor.user_id, grant.actor.session)
        if grant is None or mine != (actor.user_id, actor.session):
            raise Problem("link_over")
        return grant

    def download(self, grant: Grant) -> Download:
        """Return what is sent for it. Refused: unlock_first."""
        player = self._desk.vault.playing.player(self._lock.opened(grant.actor))
        return Download(self._desk, self._lock, grant, player)

    def end(self, package: Package, why: Problem | None) -> None:
        """Break off all links to a package."""
        for grant in tuple(self._given):
            if grant.package is package:
                self._void(grant, why or Problem("link_over"))

    def _locked(self, user_id: str, login: str | None) -> None:
        for grant in tuple(self._given):
            if (grant.actor.user_id, grant.actor.session) == (user_id, login):
                self._void(grant, Problem("link_over"))

    def _void(self, grant: Grant, why: Problem) -> None:
        grant.void = why
        self._given.discard(grant)
        self._grants.pop(grant.token, None)

    def _forget_old(self) -> None:
        now, since_boot = self._desk.clock.now(), self._desk.clock.since_boot()
        for token, grant in tuple(self._grants.items()):
            if grant.until <= now or grant.over_since_boot <= since_boot:
                del self._grants[token]


class Download:
    """What is sent for a link."""

    def __init__(self, desk: Desk, lock: Lock, grant: Grant, player: Player) -> None:
        """Begin with nothing sent; `Grants.download` makes one."""
        self._desk = desk
        self._lock = lock
        self._player = player
        self._looked = desk.clock.since_boot()
        self.grant = grant
        self.size = grant.size

    async def pieces(self, start: int, stop: int) -> AsyncGenerator[Sequence[bytes | memoryview]]:
        """Yield the bytes from one place to before another, some at a time; the copy is entered before the first.

        Problem: footage_gone, footage_damaged, footage_sealed, and why it was broken off.
        """
        left, source = stop - start, self._source(start)
        try:
            await self._enter()
            while left > 0:
                block, over = await self._desk.run(_block, source, left)
                self.check()
                self._lock.used(self.grant.actor)
                left -= sum(map(len, block))
                if over and left > 0:
                    raise Problem("footage_damaged")
                if block:
                    yield block
        finally:
            self._player.close()

    def check(self) -> None:
        """Raise `Problem` where not even what was read already may be sent: asked before each piece, in memory alone.

        Of a withdrawal, a lock or an erasure we hear; that an hour, an office or a permission is over, only the clock tells.
        """
        if self.grant.void is not None:
            raise self.grant.void
        if self._player.is_closed:
            raise Problem("footage_sealed")
        now = self._desk.clock.since_boot()
        if now - self._looked >= LOOK_EVERY:
            self._look()
            self._looked = now

    def _look(self) -> None:
        self._lock.opened(self.grant.actor)
        found = known(self._desk, self.grant.package.number)
        if found.provided is None:  # what was handed over comes to its end
            check_stands(self._desk, found)

    def _source(self, start: int) -> Iterator[bytes | memoryview]:
        grant, package = self.grant, self.grant.package
        if grant.member is not None:
            return grant.member.data(self._player, start)
        made = zipped(package.members, package.root, self._player, grant.secret)
        return from_place(made, start)

    async def _enter(self) -> None:
        grant = self.grant
        async with grant.entering:
            self.check()
            if not grant.entered:
                await enter_download(
                    self._desk, grant.actor, grant.package.number, grant.form, self.size
                )
                grant.entered = True


def _block(
    source: Iterator[bytes | memoryview], most: int
) -> tuple[list[bytes | memoryview], bool]:
    """Return the next pieces, no more than `most` bytes, and whether there are no more. Blocking."""
    found: list[bytes | memoryview] = []
    size = 0
    for _ in range(_PIECES):
        piece = next(source, None)
        if piece is None:
            return found, True
        piece = piece[: most - size]
        if piece:
            found.append(piece)
            size += len(piece)
        if size >= min(most, AT_ONCE):
            break
    return found, False


def _video(package: Package, file: int | None) -> Member:
    """Return the one video that is meant. Problem: file_unknown."""
    for one in package.files:
        if one.index == file and one.kind == "video":
            return next(each for each in package.members if each.name == one.name)
    raise Problem("file_unknown")


def _checked(secret: str | None, known: Iterable[str]) -> str:
    """Return a passphrase that every tool for zips takes alike, and nobody guesses at once.

    Problem: seal_unfit (least, most), passphrase_simple, passphrase_guessable.
    """
    if (
        secret is None
        or not LEAST_SECRET <= len(secret) <= MOST_SECRET
        or not all(" " <= letter <= "~" for letter in secret)
        or secret != secret.strip()
    ):
        raise Problem("seal_unfit", least=LEAST_SECRET, most=MOST_SECRET)
    if weak := weakness(secret, known):
        raise Problem(weak)
    return secret
