"""Viewings as they stand, folded from the acts about them: who views, and what was asked and permitted.

waiting ──permitted──▶ permitted ──a session began with it──▶ used
waiting ──denied──▶ denied
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from ..guideline.grounds import Ground
from ..guideline.people import Hands
from ..guideline.viewing import Scope
from .entry import Entry
from .viewing import ViewingBegan, ViewingDenied, ViewingEnded, ViewingPermitted, ViewingRequested


class RequestState(StrEnum):
    """How far a request has come."""

    WAITING = "waiting"
    PERMITTED = "permitted"
    DENIED = "denied"
    USED = "used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A use beyond the purpose that was asked for; `seq` is the act's."""

    seq: int
    at: datetime
    by: str
    ground: Ground
    scope: Scope
    permission: int | None = None
    """The act that permitted it."""
    hands: Hands | None = None
    decided_at: datetime | None = None
    denied: bool = False
    used: bool = False

    @property
    def waits(self) -> bool:
        """Say whether nobody has decided yet."""
        return self.decided_at is None

    @property
    def state(self) -> RequestState:
        """Return how far it has come."""
        if self.waits:
            return RequestState.WAITING
        if self.denied:
            return RequestState.DENIED
        return RequestState.USED if self.used else RequestState.PERMITTED


@dataclass(slots=True)
class Viewings:
    """What the book says of viewings."""

    open: dict[str, Entry] = field(default_factory=dict)
    """Sessions that began and are not said to have ended, by id."""
    requests: dict[int, Request] = field(default_factory=dict)
    """Every use beyond the purpose that was ever asked for, by `seq`: they are few."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case ViewingBegan() as act:
                self.open[act.session] = entry
                if act.permission is not None and (found := self.permitted(act.permission)):
                    self.requests[found.seq] = replace(found, used=True)
            case ViewingEnded() as act:
                self.open.pop(act.session, None)
            case ViewingRequested() as act:
                self.requests[entry.seq] = Request(
                    seq=entry.seq,
                    at=entry.at,
                    by=entry.actor.user_id or "",
                    ground=act.ground,
                    scope=Scope(act.cameras, act.start, act.end),
                )
            case ViewingPermitted() | ViewingDenied() as act:
                if (request := self.requests.get(act.request)) is not None:
                    permitted = isinstance(act, ViewingPermitted)
                    self.requests[request.seq] = replace(
                        request,
                        permission=entry.seq if permitted else None,
                        hands=Hands(request.by, entry.actor.user_id or ""),
                        decided_at=entry.at,
                        denied=not permitted,
                    )

    def permitted(self, permission: int) -> Request | None:
        """Return the request that an act permitted."""
        return next(
            (found for found in self.requests.values() if found.permission == permission), None
        )
