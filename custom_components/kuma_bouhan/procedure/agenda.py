"""What is to come at a site, by date: duties, ends of holds and of contracts, and the next erasure. For the calendar.

No names and no reasons: what it is about is an opaque id, a number, or nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..guideline.contracts import ContractState
from ..guideline.duties import Duty
from .desk import Desk


class Ending(StrEnum):
    """What ends by itself."""

    RETENTION = "retention"
    """The period of a camera's oldest footage: 4(4)イ."""
    HOLD = "hold"
    """The time that footage outlasts its period, of a request or a protection."""
    CONTRACT = "contract"
    """A contract, and with it the access of its people: 4(6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """When something ends."""

    what: Ending
    at: datetime
    camera: str | None = None
    number: int | None = None
    about: str | None = None
    """The id of a contract."""

    @property
    def id(self) -> str:
        """Return what tells it from every other."""
        about = self.about if self.number is None else self.number
        return f"{self.what}:{self.camera or about}"


type Coming = Duty | End


def hold_ends(desk: Desk) -> Iterator[End]:
    """Yield when what is held goes, the first of it: one for each request or protection."""
    for hold in desk.registers.requests.standing(desk.clock.now()):
        yield End(
            what=Ending.HOLD, at=min(piece.until for piece in hold.pieces), number=hold.number
        )


def contract_ends(desk: Desk) -> Iterator[End]:
    """Yield when the contracts end that run."""
    now = desk.clock.now()
    for one in desk.registers.contracts.by_id.values():
        if one.state(now) is ContractState.RUNNING:
            yield End(what=Ending.CONTRACT, at=one.over, about=one.contract, number=one.number)


def coming(
    desk: Desk, duties: Iterable[Duty], next_erasure: Mapping[str, datetime | None]
) -> tuple[Coming, ...]:
    """Return everything that is to come, in no order; `next_erasure` is by camera."""
    return (
        *duties,
        *hold_ends(desk),
        *contract_ends(desk),
        *(
            End(what=Ending.RETENTION, at=at, camera=camera)
            for camera, at in next_erasure.items()
            if at is not None
        ),
    )
