"""The acts of viewing, of which the viewing register (閲覧記録簿) is made: 4(4)ア, ウ.

Who did it is the entry's actor. Ids are opaque and public; why a use beyond the purpose was asked for is personal.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.grounds import Ground
from ..guideline.viewing import Purpose, ViewingEnd
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingBegan(RecordedAct):
    """A person began to view footage of some cameras and a span; `attendees` (ids) looked on.

    `permission` is the `seq` of what permitted a use beyond the purpose.
    """

    kind: ClassVar[str] = "viewing_began"

    session: str
    purpose: Purpose
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    attendees: tuple[str, ...] = ()
    permission: int | None = None
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A stretch of footage that was given to a player."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FootagePlayed(RecordedAct):
    """Footage of one camera was really played in a session, since the last such entry of it."""

    kind: ClassVar[str] = "footage_played"

    session: str
    camera: str
    stretches: tuple[Played, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingEnded(RecordedAct):
    """A viewing session is over."""

    kind: ClassVar[str] = "viewing_ended"

    session: str
    reason: ViewingEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingRequested(RecordedAct):
    """A use beyond the purpose was asked for, 4(4)ア. `document` names the paper it rests on, if any."""

    kind: ClassVar[str] = "viewing_requested"

    ground: Ground
    cameras: tuple[str, ...]
    start: datetime
    end: datetime
    reason_text: str = personal()
    document: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingPermitted(RecordedAct):
    """A request (its `seq`) was permitted. `one_person`: who asked decided, too."""

    kind: ClassVar[str] = "viewing_permitted"

    request: int
    requested_by: str
    one_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewingDenied(RecordedAct):
    """A request (its `seq`) was denied."""

    kind: ClassVar[str] = "viewing_denied"

    request: int
    requested_by: str


ABOUT_VIEWING = (
    ViewingBegan,
    FootagePlayed,
    ViewingEnded,
    ViewingRequested,
    ViewingPermitted,
    ViewingDenied,
)
