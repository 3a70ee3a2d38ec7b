"""What the self-check looks at: registers, surroundings, and the little that has to be read from vault and book.

Gathered once; each check is then a function of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from ..guideline.instruction import is_instructed
from ..guideline.people import RULES, Act, Role
from ..guideline.self_check import Said, said
from ..guideline.settings import CameraSettings, Profile, SiteSettings
from ..guideline.surroundings import Surroundings
from ..guideline.things import GUARDED
from ..records.acts import AppointmentEnded, CameraAdded, CameraChanged, HandedOver, RoleLost
from ..records.book import BookState
from ..records.contract import ContractMade
from ..records.entry import Entry
from ..records.problems import BookProblem
from ..records.registers import Registers
from ..records.thing import MediumDisposed, ThingNoted
from . import vault_key
from .anchors import unaccepted
from .desk import Desk
from .key_facts import held_without_role

YEAR = timedelta(days=365)
AT_ONCE = timedelta(minutes=10)
"""What is due is erased at its moment; this long it may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is read on a thread. What was overwritten when its period was over counts as if it had been said."""

    overdue: int = 0
    """Hours of a camera's footage that should be erased by now and are not."""
    unconfirmed: int = 0
    """Hours of a camera's footage whose erasure could not be confirmed."""
    undated: int = 0
    """Hours of a camera's footage without a due time: the clock was in doubt."""
    without_lock: frozenset[str] = frozenset()
    """Things of which nobody said which lock they are behind."""
    unguarded: frozenset[str] = frozenset()
    """Machine, disk and backups of which nobody said who keeps the key, or what keeps them from being stolen."""
    without_reason: frozenset[str] = frozenset()
    """Contracts without a reason why the site owner cannot do it directly."""
    disposals_unproven: int = 0
    """Media that were made unreadable without a serial number, or without a witness or certificate."""
    left_untold: int = 0
    """Offices that were left within the year by somebody who was not told that secrecy goes on."""
    cameras_changed: Mapping[str, datetime] = field(default_factory=dict)
    """When the settings of each camera changed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a check may look at."""

    registers: Registers
    settings: SiteSettings
    surroundings: Surroundings
    now: datetime
    zone: tzinfo
    read: Read = Read()
    trusted: bool = True
    """Whether somebody vouches for the clock."""
    book: BookState = BookState.INTACT
    book_disputed: int = 0
    """What anchors said of the book that nobody took note of."""
    keys_without_role: int = 0
    key_changed: bool = False
    drifted: bool = False
    """Whether the settings have left the standard that was adopted."""

    @property
    def cameras(self) -> Mapping[str, CameraSettings]:
        """Return the cameras under these rules."""
        return self.registers.standing_cameras()

    @property
    def at_home(self) -> bool:
        """Say whether it is a home."""
        return self.settings.profile is Profile.HOME

    @property
    def people(self) -> Mapping[str, frozenset[Role]]:
        """Return who (ids) holds which offices now."""
        held: dict[str, frozenset[Role]] = {}
        for found in self.registers.appointments:
            if found.in_force(self.now):
                held[found.user_id] = held.get(found.user_id, frozenset()) | {found.role}
        return held

    @property
    def instructed(self) -> frozenset[str]:
        """Return who (ids) is to be instructed; nobody has to instruct themselves."""
        return frozenset(user for user, roles in self.people.items() if is_instructed(roles))

    @property
    def viewers(self) -> frozenset[str]:
        """Return who (ids) may look at footage."""
        roles = RULES[Act.VIEW].roles
        return frozenset(user for user, held in self.people.items() if held & roles)

    def at(self, key: str, cameras: Iterable[str]) -> tuple[Said, ...]:
        """Return a sentence about the places of cameras; none where there are no cameras."""
        known = self.cameras
        places = tuple(known[camera].place for camera in cameras if camera in known)
        return (said(key, places=places),) if places else ()

    def is_old(self, moment: datetime | None, every: timedelta) -> bool:
        """Say whether what was done at a moment, or never, has to be done again."""
        return moment is None or moment + every <= self.now


def counted(key: str, count: int) -> tuple[Said, ...]:
    """Return a sentence about so many; none where there are none."""
    return (said(key, count=count),) if count else ()


async def gather(desk: Desk, surroundings: Surroundings) -> Facts:
    """Return what there is to look at now."""
    registers, now = desk.registers, desk.clock.now()
    return Facts(
        registers=registers,
        settings=registers.settings or SiteSettings(profile=Profile.HOME, facility=""),
        surroundings=surroundings,
        now=now,
        zone=desk.zone,
        read=await desk.run(_read, desk, now),
        trusted=desk.clock.trusted,
        book=desk.book.state,
        book_disputed=len(unaccepted(desk)),
        keys_without_role=len(held_without_role(desk)),
        key_changed=vault_key.is_another(desk) or registers.custody.tampered,
        drifted=desk.left_standard() is not None,
    )


def _read(desk: Desk, now: datetime) -> Read:
    """Read vault and book; blocks."""
    registers = desk.registers
    slots = desk.vault.slots()
    past = now - AT_ONCE if desk.clock.trusted else datetime.min.replace(tzinfo=now.tzinfo)
    things = [
        entry.act
        for entry in _standing(desk, [one.seq for one in tuple(registers.things.by_id.values())])
        if isinstance(entry.act, ThingNoted)
    ]
    contracts = [one.seq for one in tuple(registers.contracts.by_id.values())]
    disposed = tuple(registers.things.disposals)
    left = registers.index.of([AppointmentEnded.kind, HandedOver.kind, RoleLost.kind], now - YEAR)
    cameras = [one.seq for one in tuple(registers.cameras.values()) if one.removed is None]
    return Read(
        overdue=sum(slot.is_live and slot.due is not None and slot.due <= past for slot in slots),
        unconfirmed=sum(not slot.is_live for slot in slots),
        undated=sum(slot.due is None for slot in slots),
        without_lock=frozenset(one.thing for one in things if not one.lock.strip()),
        unguarded=frozenset(
            one.thing
            for one in things
            if one.what in GUARDED and not (one.key_keeper.strip() and one.anti_theft.strip())
        ),
        without_reason=frozenset(
            entry.act.contract
            for entry in _standing(desk, contracts)
            if isinstance(entry.act, ContractMade) and not entry.act.reason_text.strip()
        ),
        disposals_unproven=sum(
            not (entry.act.serial.strip() and entry.act.witness.strip())
            for entry in _standing(desk, disposed)
            if isinstance(entry.act, MediumDisposed)
        ),
        left_untold=sum(
            not getattr(entry.act, "secrecy_acknowledged", False) for entry in _entries(desk, left)
        ),
        cameras_changed={
            entry.act.camera: entry.at
            for entry in _entries(desk, cameras)
            if isinstance(entry.act, CameraAdded | CameraChanged)
        },
    )


def _entries(desk: Desk, seqs: Iterable[int]) -> Iterator[Entry]:
    """Yield acts; one that cannot be read is for the book's own check."""
    for seq in seqs:
        try:
            yield desk.book.entry(seq)
        except BookProblem:
            continue


def _standing(desk: Desk, seqs: Iterable[int]) -> Iterator[Entry]:
    """Yield acts whose texts were not overwritten."""
    return (entry for entry in _entries(desk, seqs) if not entry.erased)
