"""Duties that a test lays into a running site, in the place of what its themes would yield."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.procedure import duties
from custom_components.kuma_bouhan.procedure.desk import Desk

from .conftest import CAMERA, NOON, House

DAY = timedelta(days=1)
OVERDUE = NOON - DAY
SIGN = Duty(kind=DutyKind.SIGN, due=NOON + 3 * DAY, act=Act.CONFIRM_SIGN, camera=CAMERA)
COMPLAINT = Duty(kind=DutyKind.COMPLAINT_ANSWER, due=OVERDUE, act=Act.ANSWER_COMPLAINT, number=4)
TAUGHT = Duty(kind=DutyKind.INSTRUCTION, due=NOON + 31 * DAY, act=Act.INSTRUCT, about="1")


class Due:
    """What is due at a house."""

    def __init__(self, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
        self._house = house
        self._found: tuple[Duty, ...] = ()
        monkeypatch.setattr(duties, "PROVIDERS", (self._provide,))

    def _provide(self, _desk: Desk) -> Iterator[Duty]:
        yield from self._found

    def next(self, *found: Duty) -> None:
        """Have these be due when the site looks next."""
        self._found = found

    async def lay(self, *found: Duty) -> None:
        """Have these be due, and have the site notice."""
        self.next(*found)
        self._house.site.duties.look()
        await self._house.settle()


@pytest.fixture
def due(house: House, monkeypatch: pytest.MonkeyPatch) -> Due:
    """Have nothing be due until a test says so."""
    made = Due(house, monkeypatch)
    house.site.duties.look()
    return made
