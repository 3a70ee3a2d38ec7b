"""The registers: what stands, folded from the book act by act.

Only what is done or noted counts; what was ordered and never answered is `pending`. The registers hold
nothing that the book does not hold, and are made anew at every start.
"""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from ..guideline.people import Role
from ..guideline.settings import CameraSettings, SiteSettings
from . import offices
from .acts import (
    Appointed,
    AppointmentEnded,
    BookAccepted,
    BookBegun,
    BookFinding,
    CameraAdded,
    CameraChanged,
    CameraRemoved,
    ClockConfirmed,
    ErasureAsked,
    HandedOver,
    HostKeyNoted,
    PersonalDataErased,
    RecordedAct,
    RecordingSwitched,
    Refounded,
    RefoundingAnnounced,
    RefoundingWithdrawn,
    RetentionChanged,
    RoleLost,
    Routine,
    SigningKeyNoted,
    SiteAdopted,
    SiteChanged,
    SiteOwnerRestored,
    SiteRemoved,
    SiteSetUp,
    Started,
    Stopped,
)
from .assessment import ABOUT_ASSESSMENTS
from .assessments import Assessments
from .complaint import ABOUT_COMPLAINTS
from .complaints import Complaints
from .contract import ABOUT_CONTRACTS, ContractEnded, ContractMade
from .contracts import Contracts
from .disclosure import MaskedCopyMade
from .entry import Entry, Phase
from .holders import Custody
from .incident import ABOUT_INCIDENTS
from .incidents import Incidents
from .index import Index
from .instruction import ABOUT_INSTRUCTION
from .instructions import Instructions
from .offices import Appointment, Notice
from .personal import PersonalParts
from .purge_rule import ABOUT_PURGE_RULES, PurgeRuleRun
from .purge_rules import PurgeRules
from .requests import Requests
from .routine import ErasureFact, GapFact
from .sign import ABOUT_SIGNS
from .signs import Signs
from .standard import ABOUT_STANDARD
from .standards import Standards
from .thing import ABOUT_THINGS, Inspected
from .things import Things
from .viewings import Viewings

_THEMES: Mapping[type[RecordedAct], str] = {
    act: theme
    for theme, acts in {
        "assessments": (*ABOUT_ASSESSMENTS, CameraChanged),
        "signs": ABOUT_SIGNS,
        "complaints": ABOUT_COMPLAINTS,
        "incidents": ABOUT_INCIDENTS,
        "instructions": ABOUT_INSTRUCTION,
        "contracts": ABOUT_CONTRACTS,
        "things": (*ABOUT_THINGS, Inspected),
        "standards": ABOUT_STANDARD,
        "purge_rules": ABOUT_PURGE_RULES,
    }.items()
    for act in acts
}
"""What takes an act in that is kept beside footage; in ten years there are a hundred times more of others."""
REMEMBERED = timedelta(days=62)
"""Erased slots are remembered so long: no copy of the vault holds footage that was live and is older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A camera as the book knows it, last from the act at `seq`.

    `settings` is None once they have been overwritten.
    """

    seq: int
    camera: str
    settings: CameraSettings | None
    added: datetime
    removed: datetime | None = None


class Registers:
    """What stands after the acts folded so far. Not thread-safe: one thread folds and reads."""

    def __init__(self) -> None:
        """Begin with an empty book."""
        self.entries = 0
        self.index = Index()
        self.personal = PersonalParts()
        self.unreadable: list[int] = []
        """Acts with settings that cannot be read; what stood before them stands."""
        self.findings: dict[int, BookFinding] = {}
        """What the book was found to be, by the act that says so."""
        self.accepted: set[int] = set()
        """Findings that a person took note of, to have the book go on as it is."""
        self.last: Entry | None = None
        self.counts: Counter[str] = Counter()
        """How often each kind of act was done or noted."""
        self.pending: dict[int, Entry] = {}
        """Orders without an answer, by their `seq`."""
        self.appointments: list[Appointment] = []
        """Every office that was ever given, with its end where it has ended."""
        self.lost: set[Role] = set()
        """Offices that somebody lost by being no user any more, and that were given to nobody since."""
        self.refounding: Notice | None = None
        """The notice of a re-founding that nobody has objected to."""
        self.custody = Custody()
        self.viewings = Viewings()
        self.requests = Requests()
        self.assessments = Assessments()
        self.signs = Signs()
        self.complaints = Complaints()
        self.incidents = Incidents()
        self.instructions = Instructions()
        self.contracts = Contracts()
        self.things = Things()
        self.standards = Standards()
        self.purge_rules = PurgeRules()
        self.site: str | None = None
        self.settings: SiteSettings | None = None
        self.host_keys: list[bytes] = []
        """The host's public keys (Ed25519), the one in use last."""
        self.signing_keys: dict[str, bytes] = {}
        """The public key (Ed25519) each person signs with now."""
        self.vault_id: str | None = None
        self.vault_path: str | None = None
        self.removed = False
        """Whether the integration was removed and not taken up again."""
        self.cameras: dict[str, Camera] = {}
        self.derived: dict[str, int] = {}
        """What masked copies stand under in the vault, and their disclosures (numbers): all that were ever begun."""
        self.switched_off: set[str] = set()
        """Cameras whose recording a person or automation switched off."""
        self.clock_confirmed: ClockConfirmed | None = None
        self.running = False
        """Whether the last start was not followed by a stop in order."""
        self.last_routine: datetime | None = None
        """The hour of the last routine entry."""
        self.last_gap: dict[str, GapFact] = {}
        self._erased: deque[tuple[datetime, Sequence[ErasureFact | str]]] = deque()

    def fold(self, entry: Entry) -> None:
        """Take in the next act of the book."""
        self.entries += 1
        self.index.add(entry)
        self.personal.fold(entry)
        self.requests.count(entry)
        self.last = entry
        if isinstance(entry.act, MaskedCopyMade):
            self.derived[entry.act.derived] = entry.act.number
        if entry.phase is Phase.ORDERED:
            self.pending[entry.seq] = entry
            return
        ordered = self.pending.pop(entry.order, None) if entry.order is not None else None
        if entry.phase is not Phase.FAILED:
            self.counts[entry.act.kind] += 1
            if isinstance(entry.act, RetentionChanged):
                # Finished after a stop, however long that was, it counts from when it was ordered.
                self._change_retention(ordered.at if ordered else entry.at, entry.act)
            self._count(entry, entry.act)
            self.custody.fold(entry)
            self.viewings.fold(entry)
            self.requests.fold(entry)
            if (theme := _THEMES.get(type(entry.act))) is not None:
                getattr(self, theme).fold(entry)

    @property
    def code_used(self) -> bool:
        """Say whether the recovery code was used and none has taken its place."""
        return self.custody.code_use is not None

    def roles_of(self, user_id: str, at: datetime) -> frozenset[Role]:
        """Return the offices a user holds at a moment."""
        return frozenset(
            found.role
            for found in offices.standing(self.appointments, at)
            if found.user_id == user_id
        )

    def holders(self, role: Role, at: datetime) -> tuple[Appointment, ...]:
        """Return the appointments to an office in force at a moment."""
        return tuple(
            found for found in offices.standing(self.appointments, at) if found.role is role
        )

    def standing_cameras(self) -> dict[str, CameraSettings]:
        """Return the settings of the cameras that are under these rules now."""
        return {
            camera.camera: camera.settings
            for camera in self.cameras.values()
            if camera.removed is None and camera.settings is not None
        }

    def erased_slots(self) -> frozenset[str]:
        """Return the slots that the book says were erased in the last `REMEMBERED`."""
        return frozenset(
            item if isinstance(item, str) else item.slot
            for _, items in self._erased
            for item in items
        )

    def _count(self, entry: Entry, act: RecordedAct) -> None:
        match act:
            case Routine():
                self.last_routine = act.hour
                for gap in act.gaps:
                    self.last_gap[gap.camera] = gap
                self._remember(entry.at, act.erasures)
            case ErasureAsked() | PurgeRuleRun():
                self._remember(entry.at, act.slots)
            case BookBegun():
                self._remember(entry.at, act.erased)
            case Appointed() | HandedOver():
                self.lost.discard(act.role)
                self.appointments = offices.after(self.appointments, entry, act)
            case AppointmentEnded() | ContractMade() | ContractEnded():
                self.appointments = offices.after(self.appointments, entry, act)
            case RoleLost():
                self.lost |= set(act.roles)
                self.appointments = offices.after(self.appointments, entry, act)
            case SiteOwnerRestored():
                self.lost.discard(Role.SITE_OWNER)
                self.appointments = offices.after(self.appointments, entry, act)
            case RefoundingAnnounced():
                self.refounding = offices.notice(entry, act)
            case RefoundingWithdrawn():
                self.refounding = None
            case Refounded():
                self.refounding = None
                self.lost.clear()
                self.appointments = offices.after(self.appointments, entry, act)
            case CameraAdded() | CameraChanged() | CameraRemoved() | RecordingSwitched():
                self._count_camera(entry, act)
            case SiteSetUp():
                self.site = act.site
                self.vault_id, self.vault_path = act.vault_id, act.vault_path or None
                self._settle(entry, act.settings)
                self.removed = False
            case SiteAdopted():
                self.vault_id, self.vault_path = act.vault_id, act.vault_path or None
                self.removed = False
            case HostKeyNoted() | SigningKeyNoted():
                self._note_key(act)
            case SiteChanged():
                self._settle(entry, act.settings)
            case SiteRemoved():
                self.removed = True
            case ClockConfirmed():
                self.clock_confirmed = act
            case Started() | Stopped():
                self.running = isinstance(act, Started)
            case BookFinding():
                self.findings[entry.seq] = act
            case BookAccepted():
                self.accepted |= set(act.findings)
            case PersonalDataErased():
                self._forget(frozenset(act.acts))

    def _count_camera(
        self, entry: Entry, act: CameraAdded | CameraChanged | CameraRemoved | RecordingSwitched
    ) -> None:
        known = self.cameras.get(act.camera)
        match act:
            case CameraAdded() | CameraChanged():
                settings = None
                if not entry.erased:
                    before = known.settings if known else None
                    settings = self._read(entry, CameraSettings.from_dict, act.settings, before)
                self.cameras[act.camera] = (
                    Camera(seq=entry.seq, camera=act.camera, settings=settings, added=entry.at)
                    if known is None or isinstance(act, CameraAdded)
                    else replace(known, seq=entry.seq, settings=settings)
                )
            case CameraRemoved():
                if known:
                    self.cameras[act.camera] = replace(known, removed=entry.at)
                self.switched_off.discard(act.camera)
            case RecordingSwitched():
                change = self.switched_off.discard if act.on else self.switched_off.add
                change(act.camera)

    def _settle(self, entry: Entry, stored: dict[str, Any]) -> None:
        if not entry.erased:
            self.settings = self._read(entry, SiteSettings.from_dict, stored, self.settings)

    def _read[T](
        self,
        entry: Entry,
        read: Callable[[dict[str, Any]], T],
        stored: dict[str, Any],
        before: T | None,
    ) -> T | None:
        """Read settings; where they cannot be, keep what stood."""
        try:
            return read(stored)
        except AttributeError, KeyError, TypeError, ValueError:
            self.unreadable.append(entry.seq)
            return before

    def _forget(self, acts: AbstractSet[int]) -> None:
        """Know no longer what was overwritten in these acts."""
        self.personal.forget(acts)
        self.appointments = [
            replace(found, name="", title="") if found.seq in acts else found
            for found in self.appointments
        ]
        for camera, known in self.cameras.items():
            if known.seq in acts:
                self.cameras[camera] = replace(known, settings=None)

    def _note_key(self, act: HostKeyNoted | SigningKeyNoted) -> None:
        public = bytes.fromhex(act.public_key)
        if isinstance(act, HostKeyNoted):
            self.host_keys.append(public)
        else:
            self.signing_keys[act.user_id] = public

    def _change_retention(self, at: datetime, act: RetentionChanged) -> None:
        concerned = [camera for camera in self.cameras.values() if _keeps(camera, act.camera)]
        cameras = frozenset(camera.camera for camera in concerned)
        self.requests.change_period(at, cameras, act.days_after)
        if act.camera is None:
            if self.settings is not None:
                self.settings = replace(self.settings, retention_days=act.days_after)
        elif (known := self.cameras.get(act.camera)) and known.settings is not None:
            days = act.days_after if act.own else None
            settings = replace(known.settings, retention_days=days)
            self.cameras[act.camera] = replace(known, settings=settings)

    def _remember(self, at: datetime, items: Sequence[ErasureFact | str]) -> None:
        """Remember erased slots for a while; long lists stay in their stored form."""
        self._erased.append((at, items))
        while self._erased and at - self._erased[0][0] > REMEMBERED:
            self._erased.popleft()


def _keeps(camera: Camera, of: str | None) -> bool:
    """Say whether a camera keeps the period that changed: its own, or (None) the site's."""
    own = camera.settings is not None and camera.settings.retention_days is not None
    return camera.camera == of or (of is None and not own)
