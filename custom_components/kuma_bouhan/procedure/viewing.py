"""Viewing sessions, and the permission that a use beyond the purpose takes: 4(4)ア, ウ, 運用基準例 4(1)イ, 5(1).

    none ──begun: a role that may view, the vault open for just this login session, a purpose──▶ open
    open ──the person ends it or begins another, the vault locks for them, LONGEST_VIEWING or the idle
           time is over, the role is lost, the book takes no more, the site stops──▶ over, and entered

    asked ──permitted by the manager or deputy──▶ permitted ──begun with, within PERMITTED_FOR──▶ used
      └──denied──▶ denied

Invariants:
1. Nothing is shown before the beginning of its session stands in the book.
2. A session is its login session's alone. Who asks, whether they may, whether they have the vault open, and
   whether camera and span are the session's, is looked at for every request.
3. What was played is entered every ENTER_EVERY and when the session ends. Where the book does not take it
   the session is over.
4. A permission opens one session, for who asked, of exactly what they asked for.
5. A session that is over keeps no key, and is never taken up again by itself.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import logging
import secrets

from ..guideline.custody import idle_for
from ..guideline.errors import Problem
from ..guideline.people import ITSELF, RULES, Act, Actor, Door
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.viewing import (
    LONGEST_VIEWING,
    PERMITTED_FOR,
    Purpose,
    Scope,
    Span,
    ViewingEnd,
    merged,
)
from ..records.entry import Phase
from ..records.viewing import FootagePlayed, Played, ViewingBegan, ViewingEnded
from ..records.viewings import Request
from ..vault.playing import Player
from .desk import Cancel, Desk
from .footage import unnoted
from .lock import Lock

ENTER_EVERY = timedelta(minutes=5)
MOST_STRETCHES = 200
"""So many stand in one entry of the book."""

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody wants to view, and for what."""

    purpose: Purpose
    scope: Scope
    attendees: tuple[str, ...] = ()
    """Users (ids) who look on."""
    outsiders: bool = False
    """Somebody looks on who is no such user."""
    permission: int | None = None
    """The act (`seq`) that permits a use beyond the purpose."""


@dataclass(slots=True, eq=False)
class Session:
    """A viewing session that is open."""

    id: str
    actor: Actor
    plan: Plan
    began: datetime
    until: datetime
    """At the longest."""
    idle_until: datetime
    player: Player = field(repr=False)
    apart: Mapping[str, timedelta] = field(default_factory=dict)
    """How far apart two stretches of a camera lie that count as one."""
    played: dict[str, list[Span]] = field(default_factory=dict)
    """What was played of each camera and is not entered yet."""

    @property
    def scope(self) -> Scope:
        """Return which footage it is of."""
        return self.plan.scope

    def hand_out(self, camera: str, start: datetime, end: datetime) -> None:
        """Note that a stretch of footage is handed out now. Problem: viewing_over, and it must not be."""
        self.check()
        self.note(camera, start, end)

    def check(self) -> None:
        """Raise viewing_over where nothing may be handed out any more."""
        if self.player.is_closed:
            raise Problem("viewing_over")

    def note(self, camera: str, start: datetime, end: datetime) -> None:
        """Note that a stretch of footage was played."""
        spans = self.played.setdefault(camera, [])
        spans.append((start, end))
        if len(spans) >= MOST_STRETCHES:
            spans[:] = self.stretches(camera, spans)

    def stretches(self, camera: str, spans: Sequence[Span]) -> list[Span]:
        """Return what was played of a camera as stretches."""
        return merged(spans, self.apart.get(camera, LONGEST_UNNOTED_GAP))


class Viewings:
    """The viewing sessions of a site."""

    def __init__(self, desk: Desk, lock: Lock) -> None:
        """Begin with none; hear when the vault is locked for somebody."""
        self._desk = desk
        self._lock = lock
        self._sessions: dict[str, Session] = {}
        self._over: list[tuple[Session, ViewingEnd, Actor]] = []
        self._beginning = asyncio.Lock()
        self._entering = asyncio.Lock()
        self._cancel: Cancel | None = None
        self._soon: Cancel | None = None
        self._closed = False
        lock.on_closed.append(self._locked)

    # Beginning and ending --------------------------------------------------------------------

    async def begin(self, actor: Actor, plan: Plan) -> Session:
        """Begin a session; another of the same login session ends.

        Problem: clock_not_trusted, what `Scope.check` says, unknown_camera, outsider_needs_form_2, permission_needed,
        permission_void, permission_for_other.
        """

        async def alone() -> Session:
            await self._desk.allow(Act.VIEW, actor)
            async with self._beginning:
                return await self._begin(actor, plan)

        return await asyncio.shield(asyncio.ensure_future(alone()))

    async def _begin(self, actor: Actor, plan: Plan) -> Session:
        desk = self._desk
        desk.clock.check()
        self._check_scope(plan.scope)
        attendees = tuple(user for user in dict.fromkeys(plan.attendees) if user != actor.user_id)
        if plan.outsiders or not all(map(self._may_view, attendees)):
            raise Problem("outsider_needs_form_2")
        request = self._permission(actor, plan)
        act = ViewingBegan(
            session=secrets.token_hex(16),
            purpose=plan.purpose,
            cameras=plan.scope.cameras,
            start=plan.scope.start,
            end=plan.scope.end,
            attendees=attendees,
            permission=plan.permission,
            ground=request.ground if request else None,
        )

        async def effect() -> tuple[Session, ViewingBegan]:
            keys = self._lock.opened(actor)
            unlocking = self._lock.unlocking(actor)
            if self._closed or unlocking is None:
                raise Problem("site_not_running")
            for other in self._of(actor):
                self._end(other, ViewingEnd.REPLACED)
            now = desk.clock.now()
            session = Session(
                act.session,
                actor,
                plan,
                began=now,
                until=min(now + LONGEST_VIEWING, unlocking.until),
                idle_until=now + idle_for(desk.registers.settings),
                player=desk.vault.playing.player(keys),
                apart={
                    camera: unnoted(desk.registers.cameras[camera].settings)
                    for camera in plan.scope.cameras
                },
            )
            self._sessions[session.id] = session
            self._lock.used(actor)
            self._arm()
            return session, act

        try:
            return await desk.perform(actor, act, effect)
        except BaseException:
            if session := self._sessions.get(act.session):
                self._end(session, ViewingEnd.BOOK)
            raise

    async def end(self, actor: Actor, session_id: str) -> None:
        """End a session of one's own. Problem: viewing_over."""
        session = self._sessions.get(session_id)
        if session is None or not _is_of(session, actor):
            raise Problem("viewing_over")
        self._end(session, ViewingEnd.PERSON, actor)
        await self.enter()

    def close(self) -> None:
        """End every session, and begin none any more: the site stops. `enter` tells the book."""
        self._closed = True
        for session in tuple(self._sessions.values()):
            self._end(session, ViewingEnd.STOP)
        self._arm()

    def review(self) -> None:
        """End the sessions whose time is over."""
        now = self._desk.clock.now()
        for session in tuple(self._sessions.values()):
            if session.until <= now:
                self._end(session, ViewingEnd.LIMIT)
            elif session.idle_until <= now:
                self._end(session, ViewingEnd.IDLE)

    # Using -----------------------------------------------------------------------------------

    async def use(self, actor: Actor, session_id: str, camera: str) -> Session:
        """Return an open session of the one who asks, to see footage of a camera with.

        Problem: viewing_over, outside_viewing, clock_not_trusted, and what `allow` says of viewing.
        """
        await self._desk.allow(Act.VIEW, actor)
        self._desk.clock.check()
        keys = self._lock.opened(actor)
        self.review()
        session = self._sessions.get(session_id)
        if session is None or not _is_of(session, actor):
            raise Problem("viewing_over")
        if camera not in session.scope.cameras:
            raise Problem("outside_viewing")
        if session.player.opened is not keys:  # the passphrase was given anew
            session.player.close()
            session.player = self._desk.vault.playing.player(keys)
        self._lock.used(actor)
        session.idle_until = self._desk.clock.now() + idle_for(self._desk.registers.settings)
        return session

    def mine(self, actor: Actor) -> list[Session]:
        """Return the open sessions of the one who asks."""
        self.review()
        return list(self._of(actor))

    def people(self) -> dict[str, str]:
        """Return who may attend: the names of the users (ids) who may view."""
        return {
            found.user_id: found.name
            for role in sorted(RULES[Act.VIEW].roles)
            for found in self._desk.holders(role)
        }

    def _of(self, actor: Actor) -> Iterator[Session]:
        return (one for one in tuple(self._sessions.values()) if _is_of(one, actor))

    def _check_scope(self, scope: Scope) -> None:
        scope.check()
        if any(camera not in self._desk.registers.cameras for camera in scope.cameras):
            raise Problem("unknown_camera")

    def _may_view(self, user_id: str) -> bool:
        roles = self._desk.roles_of(Actor(user_id, Door.ITSELF))
        return bool(roles & RULES[Act.VIEW].roles)

    def _permission(self, actor: Actor, plan: Plan) -> Request | None:
        """Return what permits a use beyond the purpose; None where none is needed."""
        if not plan.purpose.needs_permission:
            if plan.permission is not None:
                raise Problem("permission_for_other")
            return None
        if plan.permission is None:
            raise Problem("permission_needed")
        found = self._desk.registers.viewings.permitted(plan.permission)
        if found is None or found.decided_at is None or found.by != actor.user_id or found.used:
            raise Problem("permission_void")
        age = self._desk.clock.now() - found.decided_at
        if not timedelta(0) <= age <= PERMITTED_FOR:
            raise Problem("permission_void")
        if not found.scope.is_that_of(plan.scope):
            raise Problem("permission_for_other")
        return found

    # Ending by itself ------------------------------------------------------------------------

    def _locked(self, user_id: str, login: str | None) -> None:
        for session in tuple(self._sessions.values()):
            if (session.actor.user_id, session.actor.session) == (user_id, login):
                may = self._may_view(user_id)
                self._end(session, ViewingEnd.LOCKED if may else ViewingEnd.ROLE)

    def _end(self, session: Session, reason: ViewingEnd, actor: Actor = ITSELF) -> None:
        """Let go of a session's keys at once; the book is told as soon as it can be."""
        if self._sessions.pop(session.id, None) is None:
            return
        session.player.close()
        self._over.append((session, reason, actor))
        if self._soon is None:
            self._soon = self._desk.schedule(self._desk.clock.now(), self.enter)

    def _arm(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        if self._sessions and not self._closed:
            now = self._desk.clock.now()
            first = min(min(one.until, one.idle_until) for one in self._sessions.values())
            self._cancel = self._desk.schedule(min(first, now + ENTER_EVERY), self._on_time)

    async def _on_time(self) -> None:
        self._cancel = None
        self.review()
        await self.enter()
        self._arm()

    # The book --------------------------------------------------------------------------------

    async def enter(self) -> None:
        """Enter what was played, and which sessions are over and why."""
        if self._soon is not None:
            self._soon()
            self._soon = None
        async with self._entering:
            for session in tuple(self._sessions.values()):
                try:
                    await self._enter_played(session)
                except Problem as problem:
                    _LOGGER.warning("What was viewed could not be entered in the book: %s", problem)
                    self._end(session, ViewingEnd.BOOK)
            while self._over:
                session, reason, actor = self._over.pop(0)
                with suppress(Problem):  # over it is, whatever becomes of the book
                    await self._enter_played(session)
                    over = ViewingEnded(session=session.id, reason=reason)
                    await self._desk.append(over, actor, Phase.NOTED)

    async def _enter_played(self, session: Session) -> None:
        """Enter what was played; what the book does not take is kept."""
        for camera in tuple(session.played):
            spans = session.stretches(camera, session.played.pop(camera))
            while spans:
                act = FootagePlayed(
                    session=session.id,
                    camera=camera,
                    stretches=tuple(Played(*span) for span in spans[:MOST_STRETCHES]),
                )
                try:
                    await self._desk.append(act, session.actor, Phase.NOTED)
                except BaseException:
                    session.played.setdefault(camera, []).extend(spans)
                    raise
                del spans[:MOST_STRETCHES]


def _is_of(session: Session, actor: Actor) -> bool:
    """Say whether a session is the one's who asks, in just this login session."""
    mine = (session.actor.user_id, session.actor.session)
    return mine == (actor.user_id, actor.session)


async def recover(desk: Desk) -> None:
    """Enter sessions as over that the book does not say have ended: the site stopped without a word."""
    for session in tuple(desk.registers.viewings.open):
        over = ViewingEnded(session=session, reason=ViewingEnd.INTERRUPTED)
        await desk.append(over, ITSELF, Phase.NOTED)
