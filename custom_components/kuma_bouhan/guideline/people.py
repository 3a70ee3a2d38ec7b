"""Who may do what: the roles of the guideline and the one table of authority.

4(2), 運用基準例 3 and 運用体制の概要図. Roles are held by appointment, never by being an
administrator of Home Assistant. An actor without a user, or one that an automation or
script speaks for, holds no role: it may only do what keeps footage safe or short-lived.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from .errors import Refused


class Role(StrEnum):
    """An office under the operating standard."""

    SITE_OWNER = "site_owner"
    """設置者: puts the cameras up and answers for them."""
    MANAGER = "manager"
    """運用責任者: permits, approves, keeps the footage. At most one at any time."""
    DEPUTY = "deputy"
    """Acts for the manager while named for a period."""
    OPERATOR = "operator"
    """運用従事者: views, inspects and erases under the manager."""
    STAFF = "staff"
    """その他の従業員: knows the rules, sees nothing."""
    COMPLAINT_OFFICER = "complaint_officer"
    """苦情対応担当者: answers complaints and inquiries, 4(5)."""


class Door(StrEnum):
    """Where an act came in."""

    FLOW = "flow"
    ACTION = "action"
    ENTITY = "entity"
    PANEL = "panel"
    REPAIR = "repair"
    COMMAND_LINE = "command_line"
    ITSELF = "itself"
    """The site's own timers and start: due erasure, the hourly routine."""


class Act(StrEnum):
    """Everything that somebody can do here."""

    SET_UP_SITE = "set_up_site"
    ADOPT_SITE = "adopt_site"
    CHANGE_SITE = "change_site"
    REMOVE_SITE = "remove_site"
    APPOINT = "appoint"
    ADD_CAMERA = "add_camera"
    CHANGE_CAMERA = "change_camera"
    REMOVE_CAMERA = "remove_camera"
    SWITCH_RECORDING = "switch_recording"
    CHANGE_RETENTION = "change_retention"
    ERASE = "erase"
    PURGE_EXPIRED = "purge_expired"
    LIST_FOOTAGE = "list_footage"
    CONFIRM_CLOCK = "confirm_clock"
    UNLOCK = "unlock"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who stands behind an act: a Home Assistant user, or nobody.

    `user_id` is None for the site's own timers and for anonymous callers. `automated`
    says that an automation or a script spoke, even if a person had started it.
    """

    user_id: str | None
    door: Door
    automated: bool = False

    @property
    def is_person(self) -> bool:
        """Say whether a person acts, in person."""
        return self.user_id is not None and not self.automated


ITSELF = Actor(user_id=None, door=Door.ITSELF)

_RUN = {Role.SITE_OWNER, Role.MANAGER, Role.DEPUTY}
_KEEP = {Role.MANAGER, Role.DEPUTY, Role.OPERATOR}

AUTHORITY: dict[Act, frozenset[Role]] = {
    # The first site owner is whoever sets the site up; adopting asks for a secret instead.
    Act.SET_UP_SITE: frozenset(Role),
    Act.ADOPT_SITE: frozenset(Role),
    Act.CHANGE_SITE: frozenset({Role.SITE_OWNER, Role.MANAGER}),
    # HA cannot refuse a removal: it is recorded whoever does it.
    Act.REMOVE_SITE: frozenset(Role),
    Act.APPOINT: frozenset({Role.SITE_OWNER, Role.MANAGER}),
    Act.ADD_CAMERA: frozenset(_RUN),
    Act.CHANGE_CAMERA: frozenset(_RUN),
    Act.REMOVE_CAMERA: frozenset(Role),
    Act.SWITCH_RECORDING: frozenset(_RUN | _KEEP),
    Act.CHANGE_RETENTION: frozenset({Role.SITE_OWNER, Role.MANAGER}),
    Act.ERASE: frozenset(_KEEP),
    Act.PURGE_EXPIRED: frozenset(_RUN | _KEEP),
    Act.LIST_FOOTAGE: frozenset(_KEEP),
    Act.CONFIRM_CLOCK: frozenset(_RUN | _KEEP),
    Act.UNLOCK: frozenset(_KEEP),
    Act.LOCK: frozenset(Role),
}
"""The roles that may do an act in person."""

UNGUARDED: frozenset[Act] = frozenset(
    {Act.SET_UP_SITE, Act.ADOPT_SITE, Act.REMOVE_SITE, Act.REMOVE_CAMERA}
)
"""Acts open to a person without a role: before there are roles, or because HA cannot refuse them."""

AUTOMATABLE: frozenset[Act] = frozenset({Act.SWITCH_RECORDING, Act.PURGE_EXPIRED, Act.LOCK})
"""Acts that show, give out and decide nothing, and so are open to automations."""


def check(act: Act, actor: Actor, roles: AbstractSet[Role]) -> None:
    """Let the act pass, or raise `Refused`: role_needed_<act>, or person_needed."""
    if actor.door is Door.ITSELF or act in UNGUARDED:
        return
    if not actor.is_person:
        if act in AUTOMATABLE:
            return
        raise Refused("person_needed", act=act)
    if not roles & AUTHORITY[act]:
        # One sentence per act, so that it can name the roles in the reader's language.
        raise Refused(f"role_needed_{act}", act=act)
