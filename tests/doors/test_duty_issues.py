"""What is overdue in a building is said in Repairs, in one, and no longer once it is done; a home is spared it."""

from dataclasses import replace

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest

from custom_components.kuma_bouhan.duty_issues import OF_THEIR_OWN
from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.guideline.settings import Profile

from .conftest import CAMERA, NOON, House
from .duties import DAY, Due
from .test_repairs import standing

pytestmark = pytest.mark.freeze_time(NOON)

CHECK = Duty(kind=DutyKind.SELF_CHECK, due=NOON - DAY, act=Act.READ_SELF_CHECK)


async def building(house: House, profile: Profile) -> House:
    """Set up a site of a kind."""
    await house.street(gate="Gate camera")
    await house.found(house.watch(CAMERA, house.source("gate").id, "門"), profile=profile)
    assert await house.start()
    await house.recording(CAMERA)
    return house


@pytest.mark.parametrize("profile", [Profile.SMALL_BUILDING, Profile.ASSOCIATION])
async def test_a_building_is_told_how_many_duties_are_overdue_until_they_are_done(
    hass: HomeAssistant,
    empty_house: House,
    monkeypatch: pytest.MonkeyPatch,
    profile: Profile,
) -> None:
    due = Due(await building(empty_house, profile), monkeypatch)
    await due.lay(CHECK, replace(CHECK, kind=DutyKind.MEDIA_INSPECTION))
    issue = standing(hass)["duties_overdue"]
    assert issue.severity is ir.IssueSeverity.WARNING
    assert issue.translation_placeholders == {"count": "2", "link": "/kuma-bouhan/duties"}
    await due.lay(CHECK, replace(CHECK, kind=DutyKind.MEDIA_INSPECTION, due=NOON + DAY))
    assert standing(hass)["duties_overdue"].translation_placeholders == {
        "count": "1",
        "link": "/kuma-bouhan/duties",
    }
    await due.lay()
    assert "duties_overdue" not in standing(hass)


async def test_a_home_has_its_list_and_no_repair(
    hass: HomeAssistant, empty_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = Due(await building(empty_house, Profile.HOME), monkeypatch)
    await due.lay(CHECK, replace(CHECK, kind=DutyKind.DECISION, number=3))
    assert len(empty_house.site.duties.overdue) == 2
    assert "duties_overdue" not in standing(hass)


async def test_what_has_a_repair_of_its_own_is_not_said_twice(
    hass: HomeAssistant, empty_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = Due(await building(empty_house, Profile.ASSOCIATION), monkeypatch)
    await due.lay(*(replace(CHECK, kind=kind) for kind in OF_THEIR_OWN))
    assert "duties_overdue" not in standing(hass)
