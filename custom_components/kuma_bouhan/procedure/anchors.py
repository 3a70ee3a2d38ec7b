"""Anchors: the book's head, kept where the book is not, so that a change of its past shows.

A head (how many acts, their root, signed by the host) goes to three places: Home Assistant's storage, which is
in backups with the book; the vault's folder, which is in none, so that a restored older book is
noticed; and once a day to whoever listens on Home Assistant's bus, a person's phone among them.
It is made after each hour's entry, after acts of people (at most once a minute), and at the stop.

At the start the book is compared with every head that is known:

    same, grown ──▶ nothing is said
    shorter ──an older copy was restored, or its end is missing──▶ entered, said in Repairs
    forked ──acts that stood then read differently now──▶ entered, said in Repairs

Invariants:
1. What was found is entered once; a head that was spoken of is kept until a person accepts the book
   as it is, and is not compared again. Where the entry itself is gone, it is.
2. New heads go on from the book as it is. They take no older one away before its time (`_thinned`).
3. No act that is missing is made up.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
import json
import logging
from typing import Any

from ..guideline.errors import Problem
from ..guideline.people import ITSELF, Act, Actor
from ..records.acts import BookAccepted, BookFinding
from ..records.entry import Entry, Phase
from ..records.note import BadNote, printed, read_checkpoint
from .desk import Cancel, Desk

AT_MOST_EVERY = timedelta(minutes=1)
KEPT = (
    (timedelta(days=1), "%Y-%m-%dT%H"),
    (timedelta(days=31), "%Y-%m-%d"),
    (timedelta(days=3653), "%Y-%m"),
)
"""For how long one head of each hour is kept, one of each day, one of each month."""
UNREADABLE = "anchors_unreadable"

_LOGGER = logging.getLogger(__name__)


class AnchorState(StrEnum):
    """How the book stands to one of its heads."""

    SAME = "same"
    GROWN = "grown"
    SHORTER = "shorter"
    FORKED = "forked"
    """It has the acts, and they are not the same: edited, or written anew from some act on."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head of the book, made at a moment; `finding` is the act that said that it does not fit."""

    at: datetime
    note: str
    size: int
    root: bytes
    finding: int | None = None

    def compare(self, opened: int, root_at: Callable[[int], bytes]) -> AnchorState:
        """Compare with a book that had so many acts when it was opened."""
        if self.size > opened:
            return AnchorState.SHORTER
        if root_at(self.size) != self.root:
            return AnchorState.FORKED
        return AnchorState.SAME if self.size == opened else AnchorState.GROWN

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, for storage; what the note says stands in the note."""
        return {"at": self.at.isoformat(), "note": self.note, "finding": self.finding}


@dataclass(frozen=True, slots=True)
class Head:
    """What is told of the book once a day: nothing personal, and enough to hold it to."""

    site: str
    size: int
    root: str
    short: str
    note: str
    at: str


class Anchors:
    """Makes the heads of one running site and keeps them."""

    def __init__(
        self,
        desk: Desk,
        *,
        save: Callable[[dict[str, Any]], Awaitable[None]],
        tell: Callable[[Head], None],
    ) -> None:
        """Take the desk; `save` keeps plain values in Home Assistant's storage, `tell` hears once a day."""
        self._desk = desk
        self._save = save
        self._tell = tell
        self._opened = desk.book.size
        self._anchors: list[Anchor] = []
        self._told = ""
        self._made: datetime | None = None
        self._soon: Cancel | None = None
        self._stored: dict[str, Any] | None = None
        self._compared = False
        self._keeping = asyncio.Lock()

    async def check(self, stored: dict[str, Any] | None) -> None:
        """Compare the book, as it was opened, with all its heads; enter what does not fit.

        Where that cannot be done now, the next head that is to be made tries again.
        """
        self._stored = stored
        self._told = (stored or {}).get("told", "")
        self._desk.listeners.append(self._heard)
        await self.keep()

    async def keep(self) -> None:
        """Make a head of the book as it is now and put it where heads are kept."""
        async with self._keeping:
            # A damaged book is said to be one, and is shorter by what cannot be read.
            if self._desk.book.writable and await self._is_compared():
                await self._keep()

    async def _is_compared(self) -> bool:
        """Say whether the heads were compared: nothing is kept over those that were not."""
        if not self._compared:
            try:
                unreadable = await self._load(self._stored)
                await self._compare()
                self._compared = True
                if unreadable:
                    finding = BookFinding(finding=UNREADABLE, detail=str(unreadable))
                    await self._desk.append(finding, ITSELF, Phase.NOTED)
            except Problem as problem:
                # Recording waits for none of this.
                _LOGGER.warning("The book could not be compared with its heads: %s", problem)
        return self._compared

    async def hourly(self) -> None:
        """Keep a head, and tell one once a day."""
        await self.keep()
        desk = self._desk
        today = desk.clock.now().astimezone(desk.zone).date().isoformat()
        if self._compared and self._anchors and self._told != today:
            self._told = today
            last = self._anchors[-1]
            self._tell(
                Head(
                    site=desk.book.site,
                    size=last.size,
                    root=last.root.hex(),
                    short=printed(last.size, last.root),
                    note=last.note,
                    at=last.at.isoformat(),
                )
            )
            await self._save(self._kept())

    async def forget(self) -> None:
        """Let go of every head: another book begins in the place of this one."""
        async with self._keeping:
            self._anchors.clear()
            self._compared = True
            await self._put()

    async def close(self) -> None:
        """Keep a last head."""
        if self._soon is not None:
            self._soon()
            self._soon = None
        await self.keep()

    def _heard(self, entry: Entry) -> None:
        """Make a head soon after an act of a person."""
        if entry.phase is Phase.DONE and entry.actor.is_person and self._soon is None:
            now = self._desk.clock.now()
            moment = max(now, self._made + AT_MOST_EVERY) if self._made else now
            self._soon = self._desk.schedule(moment, self._on_time)

    async def _on_time(self) -> None:
        self._soon = None
        await self.keep()

    async def _load(self, stored: dict[str, Any] | None) -> int:
        """Read the heads from both places; return how many cannot be read, or were not signed here."""
        desk = self._desk
        hosts = {desk.vault.host_key, *desk.registers.host_keys}
        listed = [*_listed(stored), *_listed(_parsed(await desk.run(desk.vault.head)))]
        read = [_anchor(one, hosts, desk.book.site) for one in listed]
        found = {one.note: one for one in read if one is not None}
        self._anchors = sorted(found.values(), key=lambda one: (one.at, one.size))
        return read.count(None)

    async def _compare(self) -> None:
        """Enter once what the heads say that were not spoken of yet."""
        desk = self._desk
        said = {seq for seq, one in desk.registers.findings.items() if one.anchor is not None}
        new = [one for one in self._anchors if one.finding not in said]
        states = await desk.run(
            lambda: [one.compare(self._opened, desk.book.root_at) for one in new]
        )
        told = [(one, state) for one, state in zip(new, states, strict=True) if state in _WRONG]
        if not told:
            return
        fits = [one.at for one, state in zip(new, states, strict=True) if state not in _WRONG]
        forked = [one for one, state in told if state is AnchorState.FORKED]
        # The first that reads differently says where; of missing acts the last says how many.
        says = forked[0] if forked else told[-1][0]
        entry = await desk.append(
            BookFinding(
                finding=AnchorState.FORKED if forked else AnchorState.SHORTER,
                acts=self._opened,
                anchor=says.size,
                root=says.root.hex(),
                anchored=says.at,
                agreed=max(fits, default=None),
            ),
            ITSELF,
            Phase.NOTED,
        )
        wrong = {one.note for one, _ in told}
        self._anchors = [
            replace(one, finding=entry.seq) if one.note in wrong else one for one in self._anchors
        ]

    async def _keep(self) -> None:
        desk = self._desk
        note = await desk.run(desk.book.checkpoint, desk.vault.sign)
        head = read_checkpoint(note, [desk.vault.host_key])
        now = desk.clock.now()
        self._made = now
        last = self._anchors[-1] if self._anchors else None
        accepted = desk.registers.accepted
        if last is None or last.size != head.size or last.finding is not None:
            self._anchors.append(Anchor(now, note, head.size, head.root))
            self._anchors = [
                one
                for one in _thinned(self._anchors, now)
                if one.finding is None or one.finding not in accepted
            ]
            await self._put()

    async def _put(self) -> None:
        """Put the heads into both places; what one of them refuses the other still takes."""
        desk, kept = self._desk, self._kept()
        try:
            await desk.run(desk.vault.keep_head, json.dumps(kept).encode())
        except Problem as problem:
            _LOGGER.warning("The book's head could not be kept beside the vault: %s", problem)
        await self._save(kept)

    def _kept(self) -> dict[str, Any]:
        return {"told": self._told, "anchors": [one.as_dict() for one in self._anchors]}


_WRONG = {AnchorState.SHORTER, AnchorState.FORKED}


def _thinned(anchors: list[Anchor], now: datetime) -> list[Anchor]:
    """Leave out heads that a later one of the same hour, day or month stands for."""
    seen = set[str]()
    left: list[Anchor] = []
    for one in reversed(anchors):
        span = next((f"{one.at:{form}}" for age, form in KEPT if now - one.at < age), None)
        if one.finding is not None:
            left.append(one)
        elif span is not None and span not in seen:
            left.append(one)
            seen.add(span)
    return left[::-1]


def _anchor(kept: Any, hosts: AbstractSet[bytes], site: str) -> Anchor | None:
    """Read a head that was kept; None where it is none of this site, signed by one of its hosts."""
    try:
        head = read_checkpoint(kept["note"], hosts)
        at = datetime.fromisoformat(kept["at"])
        one = Anchor(at, kept["note"], head.size, head.root, kept["finding"])
    except AttributeError, BadNote, KeyError, TypeError, ValueError:
        return None
    return one if head.site == site else None


def _listed(kept: Any) -> Iterable[Any]:
    """Return what lies in a place; nothing where it is not what we put there."""
    anchors = kept.get("anchors") if isinstance(kept, dict) else None
    return anchors if isinstance(anchors, list) else []


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data) if data else None
    except ValueError:
        return {"anchors": [None]}  # something lay there: it counts as one that cannot be read


def unaccepted(desk: Desk) -> dict[int, BookFinding]:
    """Return what anchors said of the book that no person has taken note of, by act."""
    registers = desk.registers
    return {
        seq: finding
        for seq, finding in registers.findings.items()
        if finding.anchor is not None and seq not in registers.accepted
    }


async def accept(desk: Desk, actor: Actor) -> None:
    """Have the book go on as it is: a person took note of what its anchors said."""
    await desk.allow(Act.ACCEPT_BOOK, actor)
    act = BookAccepted(findings=tuple(unaccepted(desk)))

    async def effect() -> tuple[None, BookAccepted]:
        return None, act

    await desk.perform(actor, act, effect)
