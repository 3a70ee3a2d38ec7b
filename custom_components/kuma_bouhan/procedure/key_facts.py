"""What is shown of the keys: who holds one, which footage it opens, and what nobody can open any more. 4(4)ウ."""

from dataclasses import dataclass
from datetime import datetime

from ..guideline.errors import Problem
from ..guideline.people import RULES, Act, Actor, Door, Role
from ..vault.epochs import EpochFootage
from ..vault.holders import HolderFacts, HolderState
from . import new_keys
from .desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine:
    """Somebody who has a key; `name` is empty where it is withheld."""

    user_id: str
    name: str
    state: HolderState
    has_role: bool
    """Whether they hold a role that their key is for."""
    roles: tuple[Role, ...]
    """The roles they hold now; empty where names are withheld."""
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochLine:
    """A key of the vault; `holders` (ids) can open what is sealed to it."""

    number: int
    since: datetime
    fingerprint: str
    holders: tuple[str, ...]
    footage_until: datetime | None
    """When the last footage under it has to go; None for the newest, and where that is not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """Footage that no holder can open any more: only an earlier passphrase or recovery code, if somebody has it."""

    cameras: tuple[str, ...]
    oldest: datetime
    newest: datetime
    erased_by: datetime | None
    """When the last of it has to go; None where that is not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """What one person may know of the keys."""

    fingerprint: str
    host_fingerprint: str
    mine: HolderState | None
    holders: tuple[HolderLine, ...]
    epochs: tuple[EpochLine, ...]
    code_used: bool
    code_since: datetime
    sealed: Sealed | None
    blocked: Problem | None
    """What keeps new keys from beginning now without the recovery code."""
    announced: datetime | None
    """From when on they may, where a notice of them stands."""


async def read(desk: Desk, actor: Actor) -> KeyFacts:
    """Return what there is to know, names for those who may read them."""
    await desk.allow(Act.READ_KEYS, actor)
    keys, vault = desk.vault.keys, desk.vault
    footage = await desk.run(vault.footage_of_epochs)
    found = keys.holders
    named = bool(desk.roles_of(actor) & RULES[Act.READ_NAMES].roles)
    names = {office.user_id: office.name for office in desk.registers.appointments if named}
    mine = found.get(actor.user_id or "")
    until = {one.number: one.erased_by for one in footage if one.until is not None}
    fingerprints = keys.fingerprints()
    return KeyFacts(
        fingerprint=vault.fingerprint,
        host_fingerprint=vault.host_fingerprint,
        mine=mine.state if mine else None,
        holders=tuple(
            HolderLine(
                user_id=holder.id,
                name=names.get(holder.id, ""),
                state=holder.state,
                has_role=_has_role(desk, holder),
                roles=tuple(sorted(_roles(desk, holder))) if named else (),
                since=holder.since,
            )
            for holder in found.values()
        ),
        epochs=tuple(
            EpochLine(
                number=epoch.number,
                since=epoch.since,
                fingerprint=fingerprints[epoch.number],
                holders=tuple(name for name, held in found.items() if epoch.number in held.epochs),
                footage_until=until.get(epoch.number),
            )
            for epoch in keys.epochs
        ),
        code_used=desk.registers.code_used,
        code_since=keys.recovery.since,
        sealed=_sealed(desk, footage),
        blocked=new_keys.blocked(desk, actor),
        announced=notice.ready if (notice := desk.registers.custody.notice) else None,
    )


def held_without_role(desk: Desk) -> tuple[str, ...]:
    """Return whose keys (ids) are there although they hold no role any more that they are for."""
    return tuple(
        holder.id for holder in desk.vault.keys.holders.values() if not _has_role(desk, holder)
    )


def _has_role(desk: Desk, holder: HolderFacts) -> bool:
    act = Act.UNLOCK if holder.state is HolderState.SIGNING else Act.VIEW
    return bool(_roles(desk, holder) & RULES[act].roles)


def _roles(desk: Desk, holder: HolderFacts) -> frozenset[Role]:
    return desk.roles_of(Actor(holder.id, Door.ITSELF))


def _sealed(desk: Desk, footage: tuple[EpochFootage, ...]) -> Sealed | None:
    """Return what is left of the epochs that no holder's key of today opens."""
    opened = frozenset[int]().union(
        *(
            holder.epochs - holder.earlier
            for holder in desk.vault.keys.holders.values()
            if _has_role(desk, holder)
        )
    )
    shut = [one for one in footage if one.number not in opened]
    oldest = [one.oldest for one in shut if one.oldest is not None]
    newest = [one.newest for one in shut if one.newest is not None]
    if not oldest or not newest:
        return None
    dues = [one.erased_by for one in shut if one.oldest is not None]
    known = [due for due in dues if due is not None]
    return Sealed(
        cameras=tuple(sorted({camera for one in shut for camera in one.cameras})),
        oldest=min(oldest),
        newest=max(newest),
        erased_by=max(known) if len(known) == len(dues) else None,
    )
