"""Who may do what: the roles of the guideline and the one table of authority.

4(2), 運用基準例 3 and 運用体制の概要図. Roles are held by appointment, never by being an administrator of Home Assistant. An
actor without a user, or that an automation or script speaks for, holds none: it does what shows, gives out and decides nothing.

`RULES` alone says who may; docs/authority.md shows it, and a test holds the two together.
"""

from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from .errors import Refused


class Role(StrEnum):
    """An office under the operating standard."""

    SITE_OWNER = "site_owner"
    """設置者: puts the cameras up and answers for them. One at any time."""
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
    TAG = "tag"
    """A tag that a person scanned, at a sign."""
    ITSELF = "itself"
    """The site's own timers and start: due erasure, the hourly routine."""


class Act(StrEnum):
    """Everything that somebody can do here."""

    SET_UP_SITE = "set_up_site"
    ADOPT_SITE = "adopt_site"
    CHANGE_SITE = "change_site"
    REMOVE_SITE = "remove_site"
    APPOINT = "appoint"
    """See who holds which office, in order to appoint or release somebody."""
    APPOINT_SITE_OWNER = "appoint_site_owner"
    """Hand the site over: the only way a site owner is appointed."""
    APPOINT_MANAGER = "appoint_manager"
    """Appoint, release, and have one hand over to another. So too the four that follow."""
    APPOINT_DEPUTY = "appoint_deputy"
    APPOINT_OPERATOR = "appoint_operator"
    APPOINT_STAFF = "appoint_staff"
    APPOINT_COMPLAINT_OFFICER = "appoint_complaint_officer"
    LEAVE = "leave"
    """Leave an office of one's own."""
    RESTORE_SITE_OWNER = "restore_site_owner"
    ANNOUNCE_REFOUNDING = "announce_refounding"
    OBJECT_TO_REFOUNDING = "object_to_refounding"
    REFOUND = "refound"
    ADD_CAMERA = "add_camera"
    CHANGE_CAMERA = "change_camera"
    REMOVE_CAMERA = "remove_camera"
    SWITCH_RECORDING = "switch_recording"
    CHANGE_RETENTION = "change_retention"
    ERASE = "erase"
    PURGE_EXPIRED = "purge_expired"
    LIST_FOOTAGE = "list_footage"
    READ_OPERATION = "read_operation"
    """Read what cameras and footage did: erasures, gaps, recording, retention, findings."""
    READ_SUPERVISION = "read_supervision"
    """Read what people did: appointments, settings, unlocking, refusals, every act."""
    READ_NAMES = "read_names"
    """Read the names and reasons in a register, too."""
    OPEN_DRAFT = "open_draft"
    """Note that a request is to be made; a person completes it."""
    PROTECT_FOOTAGE = "protect_footage"
    """Have footage outlast its period provisionally, until somebody has decided."""
    REQUEST_EXTENSION = "request_extension"
    APPROVE_EXTENSION = "approve_extension"
    """Approve or deny an extension, and end one early: 運用基準例 4(2), ・・・の承認."""
    READ_REQUESTS = "read_requests"
    """See what is asked for and decided, with the names and reasons in it."""
    REQUEST_DISCLOSURE = "request_disclosure"
    PERMIT_DISCLOSURE = "permit_disclosure"
    """Permit or deny a disclosure: 運用基準例 5(2), 運用責任者(又は設置者)の許可."""
    PREPARE_DISCLOSURE = "prepare_disclosure"
    """Decrypt what was permitted, to be given out."""
    PROVIDE_FOOTAGE = "provide_footage"
    """Hand over what was prepared."""
    FOLLOW_COPIES = "follow_copies"
    """Note that a copy came back or is destroyed, and what was seized."""
    ASSESS_CAMERA = "assess_camera"
    """Answer what a camera is for, and go through the answers again: はじめに, 4(1)."""
    CONFIRM_SIGN = "confirm_sign"
    """Say that a camera's sign is there, or that it is not: 4(3)."""
    RECEIVE_COMPLAINT = "receive_complaint"
    """Note that somebody complained or inquired."""
    ANSWER_COMPLAINT = "answer_complaint"
    """See complaints with the names in them, answer and close them: 4(5)."""
    NOTE_INCIDENT = "note_incident"
    FOLLOW_INCIDENT = "follow_incident"
    """See incidents, say who was told, close them."""
    INSTRUCT = "instruct"
    """Teach, and see who was taught: 運用基準例 3(3)イ."""
    ACKNOWLEDGE = "acknowledge"
    """Acknowledge what one was taught oneself."""
    CONTRACT = "contract"
    """Give work to a contractor, end it, have it certified what became of what they had: 4(6)."""
    KEEP_THINGS = "keep_things"
    """Say where things stand, behind which lock, and where else pictures are kept: 4(4)ウ."""
    CHECK_THINGS = "check_things"
    """Look at things and at what is kept, bring media back, make them unreadable: 運用体制の概要図."""
    REQUEST_TAKING_OUT = "request_taking_out"
    PERMIT_TAKING_OUT = "permit_taking_out"
    """Permit that a medium is taken out, or deny it: 運用基準例 4(1)イ."""
    READ_STANDARD = "read_standard"
    """Read the operating standard and the organisation chart, adopted or not."""
    WRITE_STANDARD = "write_standard"
    """Add to the operating standard, and adopt it: 運用基準の制定."""
    READ_SELF_CHECK = "read_self_check"
    """See what holds of the guideline and what does not, and say that one went through it."""
    READ_DUTIES = "read_duties"
    SIGN_PURGE_RULE = "sign_purge_rule"
    """Let footage go early by rule, and end such a rule."""
    RUN_PURGE_RULE = "run_purge_rule"
    PERMIT_VIEWING = "permit_viewing"
    CONFIRM_CLOCK = "confirm_clock"
    ACCEPT_BOOK = "accept_book"
    """Have a book go on of which anchors say that it is not what it was."""
    BEGIN_BOOK = "begin_book"
    """Put a damaged book aside and begin another in its place."""
    UNLOCK = "unlock"
    """Open one's own keys: who sees footage opens it, the site owner a signing key only."""
    LOCK = "lock"
    VIEW = "view"
    REQUEST_VIEWING = "request_viewing"
    """Ask for a viewing that needs a permission."""
    READ_KEYS = "read_keys"
    """See which keys there are, and since when."""
    MAKE_KEY = "make_key"
    """Make one's own key. It opens nothing until somebody who may admits it."""
    CHANGE_PASSPHRASE = "change_passphrase"
    ADMIT_HOLDER = "admit_holder"
    """Have another person's key open footage from now on: it is named, 4(4)ウ."""
    REMOVE_HOLDER = "remove_holder"
    RENEW_RECOVERY_CODE = "renew_recovery_code"
    USE_RECOVERY_CODE = "use_recovery_code"
    """Have one's own key opened by the printed code, where nobody is left who could."""
    BEGIN_KEYS = "begin_keys"
    """Begin new keys for new footage where every secret is lost."""


class FourEyes(StrEnum):
    """What a site may have decided by somebody else than who asked for it."""

    EXTENSION = "extension"
    DISCLOSURE = "disclosure"
    VIEWING = "viewing"


class Absence(StrEnum):
    """Why a person is no active user of Home Assistant any more."""

    DELETED = "deleted"
    DEACTIVATED = "deactivated"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who stands behind an act: a Home Assistant user, or nobody.

    `user_id` is None for the site's own timers and for anonymous callers. `automated`
    says that an automation or a script spoke, even if a person had started it.
    """

    user_id: str | None
    door: Door
    automated: bool = False
    session: str | None = field(default=None, compare=False)
    """The login session they came by, where the door knows it; it never stands in the book."""

    @property
    def is_person(self) -> bool:
        """Say whether a person acts, in person."""
        return self.user_id is not None and not self.automated


ITSELF = Actor(user_id=None, door=Door.ITSELF)


@dataclass(frozen=True, slots=True)
class Person:
    """A user of Home Assistant; `is_person` is False for the users it makes for programs."""

    user_id: str
    name: str
    is_active: bool = True
    is_person: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a rule asks beside who acts. Nothing here is believed from a caller: the site looks."""

    unlocked: bool = False
    """The person has the vault unlocked at this moment."""
    ha_owner: bool = False
    """The person is an owner of Home Assistant itself."""
    four_eyes: AbstractSet[FourEyes] = frozenset()
    """What the site has decided by a second person."""
    requested_by: str | None = None
    """Who asked for what is being decided."""
    approver: Role = Role.MANAGER
    """Whose approval the operating standard asks for: the manager's (a deputy acts) or the site owner's."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do an act: the row of the table."""

    roles: frozenset[Role] = frozenset()
    """Any one of these, held at this moment, in person."""
    anybody: bool = False
    """Open to a person without a role: before there are roles, or because HA cannot refuse it."""
    automatable: bool = False
    """Shows, gives out and decides nothing, and so is open to automations."""
    decides: bool = False
    """Needs the person's own unlocked session, except through the flow."""
    ha_owner: bool = False
    """Takes an owner of Home Assistant instead of a role: a site is never bricked."""
    four_eyes: FourEyes | None = None
    """The setting under which nobody decides what they asked for themselves."""
    approver: bool = False
    """Of `roles` only whom the operating standard names: `State.approver`."""


_OWNER, _MANAGER, _DEPUTY = Role.SITE_OWNER, Role.MANAGER, Role.DEPUTY
_ALL = frozenset(Role)
_RUN = frozenset({_OWNER, _MANAGER, _DEPUTY})
_SETTLE = frozenset({_OWNER, _MANAGER})
_PERMIT = frozenset({_MANAGER, _DEPUTY})
_KEEP = _PERMIT | {Role.OPERATOR}

RULES: Mapping[Act, Rule] = {
    # The first site owner is whoever sets the site up; adopting asks for a secret instead.
    Act.SET_UP_SITE: Rule(anybody=True),
    Act.ADOPT_SITE: Rule(anybody=True),
    Act.CHANGE_SITE: Rule(_SETTLE),
    # HA cannot refuse a removal: it is recorded whoever does it.
    Act.REMOVE_SITE: Rule(anybody=True),
    Act.APPOINT: Rule(_RUN),
    Act.APPOINT_SITE_OWNER: Rule(frozenset({_OWNER}), decides=True),
    # 4(2): the site owner names the manager, and nobody else does.
    Act.APPOINT_MANAGER: Rule(frozenset({_OWNER}), decides=True),
    Act.APPOINT_DEPUTY: Rule(_SETTLE, decides=True),
    # 運用基準例 3(3)イ: operators work under the manager.
    Act.APPOINT_OPERATOR: Rule(_PERMIT, decides=True),
    Act.APPOINT_STAFF: Rule(_PERMIT, decides=True),
    Act.APPOINT_COMPLAINT_OFFICER: Rule(_RUN, decides=True),
    # Binds nobody but who leaves or objects, and most of them hold no key.
    Act.LEAVE: Rule(_ALL),
    Act.RESTORE_SITE_OWNER: Rule(ha_owner=True),
    Act.ANNOUNCE_REFOUNDING: Rule(ha_owner=True),
    Act.OBJECT_TO_REFOUNDING: Rule(_ALL),
    Act.REFOUND: Rule(ha_owner=True),
    Act.ADD_CAMERA: Rule(_RUN),
    Act.CHANGE_CAMERA: Rule(_RUN),
    Act.REMOVE_CAMERA: Rule(anybody=True),
    Act.SWITCH_RECORDING: Rule(_RUN | _KEEP, automatable=True),
    Act.CHANGE_RETENTION: Rule(_SETTLE),
    Act.ERASE: Rule(_KEEP),
    Act.PURGE_EXPIRED: Rule(_RUN | _KEEP, automatable=True),
    Act.LIST_FOOTAGE: Rule(_KEEP),
    # 4(5): whoever answers complaints has to know what the cameras did.
    Act.READ_OPERATION: Rule(_RUN | _KEEP | {Role.COMPLAINT_OFFICER}),
    Act.READ_SUPERVISION: Rule(_RUN),
    Act.READ_NAMES: Rule(_RUN),
    # Shows nothing, holds nothing and gives nothing out.
    Act.OPEN_DRAFT: Rule(_RUN | _KEEP, automatable=True),
    # Never an automation's: it would keep everything for ever.
    Act.PROTECT_FOOTAGE: Rule(_KEEP),
    Act.REQUEST_EXTENSION: Rule(_RUN | _KEEP),
    # 運用基準例 4(2): whom of these the operating standard names.
    Act.APPROVE_EXTENSION: Rule(_RUN, decides=True, four_eyes=FourEyes.EXTENSION, approver=True),
    Act.READ_REQUESTS: Rule(_RUN | _KEEP),
    Act.REQUEST_DISCLOSURE: Rule(_RUN | _KEEP),
    # 運用基準例 5(2): 運用責任者(又は設置者)の許可.
    Act.PERMIT_DISCLOSURE: Rule(_RUN, decides=True, four_eyes=FourEyes.DISCLOSURE),
    Act.PREPARE_DISCLOSURE: Rule(_KEEP, decides=True),
    Act.PROVIDE_FOOTAGE: Rule(_RUN | _KEEP, decides=True),
    Act.FOLLOW_COPIES: Rule(_RUN | _KEEP),
    Act.ASSESS_CAMERA: Rule(_RUN),
    # Whoever passes by may say what hangs there; it shows nothing.
    Act.CONFIRM_SIGN: Rule(_ALL),
    # Somebody at the counter takes it down; only who answers reads it.
    Act.RECEIVE_COMPLAINT: Rule(_ALL),
    # 運用体制の概要図: 苦情等の対応, of manager and operators alike.
    Act.ANSWER_COMPLAINT: Rule(_RUN | _KEEP | {Role.COMPLAINT_OFFICER}),
    Act.NOTE_INCIDENT: Rule(_ALL),
    Act.FOLLOW_INCIDENT: Rule(_RUN),
    Act.INSTRUCT: Rule(_RUN),
    Act.ACKNOWLEDGE: Rule(_ALL),
    Act.CONTRACT: Rule(_SETTLE),
    Act.KEEP_THINGS: Rule(_RUN),
    Act.CHECK_THINGS: Rule(_RUN | _KEEP),
    Act.REQUEST_TAKING_OUT: Rule(_RUN | _KEEP),
    # 運用基準例 4(1)イ: 原則として持ち出しを禁止.
    Act.PERMIT_TAKING_OUT: Rule(_PERMIT, decides=True),
    # Everybody works under it: 運用基準の遵守.
    Act.READ_STANDARD: Rule(_ALL),
    Act.READ_DUTIES: Rule(_ALL),
    Act.WRITE_STANDARD: Rule(_SETTLE),
    Act.READ_SELF_CHECK: Rule(_RUN),
    Act.SIGN_PURGE_RULE: Rule(frozenset({_MANAGER}), decides=True),
    # Nothing goes but what the manager has let go.
    Act.RUN_PURGE_RULE: Rule(_RUN | _KEEP, automatable=True),
    Act.PERMIT_VIEWING: Rule(_PERMIT, decides=True, four_eyes=FourEyes.VIEWING),
    Act.CONFIRM_CLOCK: Rule(_RUN | _KEEP),
    Act.ACCEPT_BOOK: Rule(_SETTLE),
    Act.BEGIN_BOOK: Rule(_SETTLE),
    Act.UNLOCK: Rule(_KEEP | {_OWNER}),
    Act.LOCK: Rule(_ALL, automatable=True),
    # 4(4)ウ: nobody but the manager and operators plays footage.
    Act.VIEW: Rule(_KEEP, decides=True),
    Act.REQUEST_VIEWING: Rule(_KEEP),
    Act.READ_KEYS: Rule(_ALL),
    Act.MAKE_KEY: Rule(_KEEP | {_OWNER}),
    Act.CHANGE_PASSPHRASE: Rule(_KEEP | {_OWNER}),
    Act.ADMIT_HOLDER: Rule(_PERMIT, decides=True),
    # Takes away and shows nothing: the site owner, who instructs the manager, may do it too.
    Act.REMOVE_HOLDER: Rule(_RUN),
    Act.RENEW_RECOVERY_CODE: Rule(_PERMIT, decides=True),
    # Nobody who uses these two can have the vault unlocked.
    Act.USE_RECOVERY_CODE: Rule(_PERMIT),
    Act.BEGIN_KEYS: Rule(_PERMIT),
}
"""The one table. What stands in no row is nobody's."""

APPROVERS: Mapping[Role, frozenset[Role]] = {_MANAGER: _PERMIT, _OWNER: frozenset({_OWNER})}
"""Whom an operating standard may name to approve extensions, and who acts for them."""

APPOINTING: Mapping[Role, Act] = {role: Act(f"appoint_{role}") for role in Role}
"""The act that gives an office to a person and takes it away."""

HANDED_OVER: frozenset[Role] = frozenset({_OWNER, _MANAGER})
"""Offices of one person at a time, which can go from hand to hand in one act."""


def acts_of(roles: AbstractSet[Role]) -> frozenset[Act]:
    """Return what these offices are for, whatever an act asks for beside them: for what is offered to a person."""
    return frozenset(act for act, rule in RULES.items() if roles & rule.roles)


def check(act: Act, actor: Actor, roles: AbstractSet[Role], state: State = State()) -> None:
    """Let the act pass, or raise `Refused`.

    Keys: person_needed, role_needed_<act>, ha_owner_needed, unlock_first, second_person_needed.
    """
    rule = RULES[act]
    if actor.door is Door.ITSELF or (rule.automatable and not actor.is_person):
        return
    if not actor.is_person:
        # A removal reaches us without anybody's name.
        if rule.anybody:
            return
        raise Refused("person_needed", act=act)
    if rule.ha_owner and not state.ha_owner:
        raise Refused("ha_owner_needed", act=act)
    wanted = rule.roles & APPROVERS[state.approver] if rule.approver else rule.roles
    if not (rule.anybody or rule.ha_owner or roles & wanted):
        # One sentence per act, so that it can name the roles in the reader's language.
        raise Refused(f"role_needed_{act}", act=act)
    if rule.decides and not state.unlocked and actor.door is not Door.FLOW:
        raise Refused("unlock_first", act=act)
    if rule.four_eyes in state.four_eyes and state.requested_by == actor.user_id:
        raise Refused("second_person_needed", act=act)


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose hands something went through: ids of who asked for it and of who decided it."""

    requested_by: str
    decided_by: str

    @property
    def one_person(self) -> bool:
        """Say whether one person did both; papers say so."""
        return self.requested_by == self.decided_by
