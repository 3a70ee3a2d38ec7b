"""A slot: what is known of a camera-hour whose key can be destroyed, and its record on the disk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import struct

from ..guideline.retention import ErasureReason
from .moments import micros, moment, moment_or_none

_PAYLOAD = struct.Struct(">BBBB16s16sqqqqIQ32s")
_NO_KEY = bytes(32)
_LIVE, _TOMBSTONE = 1, 2
_SWEPT, _ENTERED, _APART = 1, 2, 4
_REASONS = {
    ErasureReason.PERIOD_OVER: 1,
    ErasureReason.NO_LONGER_NEEDED: 2,
    ErasureReason.RESTORED: 3,
    ErasureReason.HOLD_OVER: 4,
    ErasureReason.PURGE_RULE: 5,
}
_REASON_OF = {code: reason for reason, code in _REASONS.items()}


class SlotState(StrEnum):
    """Whether a slot's key is there."""

    LIVE = "live"
    UNCONFIRMED = "unconfirmed"
    """Destroyed, but not proved: shown to nobody, and destroyed again."""
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A camera-hour, or part of one that is kept apart. Never holds the key."""

    id: str
    camera: str
    start: datetime
    end: datetime
    due: datetime | None
    """When it has outlived its period; None while the clock was in doubt when it was opened."""
    state: SlotState = SlotState.LIVE
    erased_at: datetime | None = None
    reason: ErasureReason | None = None
    apart: bool = False
    """Not for recording into: chunks are re-wrapped to it."""
    files: int = 0
    """Files removed with it, known once it is swept."""
    bytes: int = 0
    swept: bool = False
    entered: bool = False

    @property
    def is_live(self) -> bool:
        """Say whether its key can be used."""
        return self.state is SlotState.LIVE

    def is_shown(self, now: datetime) -> bool:
        """Say whether its footage may be shown: its key is there and its period not over."""
        return self.is_live and (self.due is None or self.due > now)

    @property
    def confirmed(self) -> bool:
        """Say whether its key is proved destroyed."""
        return self.state is SlotState.ERASED


def outranks(one: bytes, other: bytes) -> bool:
    """Say whether `one` is the tombstone of the slot that `other` holds alive."""
    return one[0] == _TOMBSTONE and other[0] == _LIVE and one[4:20] == other[4:20]


def live(slot: Slot, key: bytes) -> bytes:
    """Return the payload of a slot's record while it lives."""
    return _packed(_LIVE, slot, key)


def tombstone(slot: Slot) -> bytes:
    """Return the payload that a slot's record is overwritten with."""
    return _packed(_TOMBSTONE, slot, _NO_KEY)


def _packed(state: int, slot: Slot, key: bytes) -> bytes:
    return _PAYLOAD.pack(
        state,
        _REASONS[slot.reason] if slot.reason else 0,
        _SWEPT * slot.swept | _ENTERED * slot.entered | _APART * slot.apart,
        0,
        bytes.fromhex(slot.id),
        bytes.fromhex(slot.camera),
        micros(slot.start),
        micros(slot.end),
        micros(slot.due),
        micros(slot.erased_at),
        slot.files,
        slot.bytes,
        key,
    )


def live_key(payload: bytes, slot: str) -> bytes | None:
    """Return the key that a slot's live record holds, None where it is no such record."""
    state, *_, id_, _, _, _, _, _, _, _, key = _PAYLOAD.unpack_from(payload)
    return bytes(key) if state == _LIVE and id_.hex() == slot else None


def decoded(payload: bytes) -> Slot:
    """Return the slot that a record in use tells of; a tombstone counts as proved."""
    (
        state,
        reason,
        flags,
        _,
        id_,
        camera,
        start,
        end,
        due,
        erased_at,
        files,
        size,
        _,
    ) = _PAYLOAD.unpack_from(payload)
    return Slot(
        id=id_.hex(),
        camera=camera.hex(),
        start=moment(start),
        end=moment(end),
        due=moment_or_none(due),
        state=SlotState.LIVE if state == _LIVE else SlotState.ERASED,
        erased_at=moment_or_none(erased_at),
        reason=_REASON_OF.get(reason),
        apart=bool(flags & _APART),
        files=files,
        bytes=size,
        swept=bool(flags & _SWEPT),
        entered=bool(flags & _ENTERED),
    )
