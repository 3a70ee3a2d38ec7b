"""What everybody who uses Home Assistant is told of complaints and incidents that wait too long: counts, in Repairs."""

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.helpers import issue_registry as ir
import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.complaint import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintReceived,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.incident import IncidentClosed, IncidentNoted

from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)


def complaint(number: int) -> ComplaintReceived:
    return ComplaintReceived(
        number=number,
        what=ComplaintKind.COMPLAINT,
        way=Way.IN_PERSON,
        cameras=(CAMERA,),
        received=NOON,
        officer=None,
        answer_due=NOON + 7 * DAY,
        closing_due=NOON + 30 * DAY,
        name="阿蘇 次郎",
        contact="096",
        text="門",
    )


def incident(number: int) -> IncidentNoted:
    return IncidentNoted(
        number=number,
        what=IncidentKind.LEAK,
        cameras=(CAMERA,),
        happened=None,
        learned=NOON,
        text="媒体",
        measures="",
    )


async def enter(house: House, *acts: RecordedAct) -> None:
    for act in acts:
        await house.site.desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    await house.settle()


def count(house: House, key: str) -> str | None:
    """Return how many an issue speaks of; None where there is none."""
    issue = ir.async_get(house.hass).async_get_issue(DOMAIN, key)
    if issue is None or not issue.active:
        return None
    assert (issue.is_fixable, issue.translation_key) == (False, key)
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders.keys() == {"count"}
    return issue.translation_placeholders["count"]


async def test_complaints_that_wait_too_long_are_counted_until_they_are_seen_to(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await enter(house, complaint(1), complaint(2))
    assert count(house, "complaint_overdue") is None
    freezer.move_to(NOON + 7 * DAY)
    house.site._tell()
    assert count(house, "complaint_overdue") == "2"
    await enter(house, ComplaintAnswered(number=1, answered=NOON, way=Way.MAIL, explained=""))
    assert count(house, "complaint_overdue") == "1"
    await enter(house, ComplaintClosed(number=2, outcome=Outcome.PASSED_ON, remarks=""))
    assert count(house, "complaint_overdue") is None
    freezer.move_to(NOON + 30 * DAY)
    house.site._tell()
    assert count(house, "complaint_overdue") == "1"


async def test_incidents_that_are_open_for_long_are_counted_until_they_are_closed(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await enter(house, incident(1))
    freezer.move_to(NOON + 4 * DAY - timedelta(seconds=1))
    house.site._tell()
    assert count(house, "incident_open_overdue") is None
    freezer.move_to(NOON + 4 * DAY)
    house.site._tell()
    assert count(house, "incident_open_overdue") == "1"
    await enter(house, IncidentClosed(number=1, prevention="数える"))
    assert count(house, "incident_open_overdue") is None
