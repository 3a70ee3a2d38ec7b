"""Operators' inspections: what is looked at, how often, and what is said of it."""

from datetime import datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.things import Inspection
from custom_components.kuma_bouhan.procedure import cameras, inspections
from custom_components.kuma_bouhan.procedure.duties import every_duty
from custom_components.kuma_bouhan.procedure.inspections import enter
from custom_components.kuma_bouhan.records.thing import Inspected

from .conftest import AUTOMATION, CAMERA, NOON, STRANGER, World

OWNER = Actor("manager", Door.PANEL)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def due(world: World) -> dict[DutyKind, datetime]:
    """Return when each inspection is due, as everybody's list has it."""
    found = [duty for duty in every_duty(world.desk) if "inspection" in duty.kind]
    assert all(duty.act is Act.CHECK_THINGS for duty in found)
    return {duty.kind: duty.due for duty in found}


async def settled(world: World, profile: Profile) -> None:
    """Found the site anew as another kind of site."""
    settings = world.desk.registers.settings
    assert settings is not None
    world.desk.registers.settings = type(settings).from_dict(
        settings.as_dict() | {"profile": profile}
    )


async def test_an_inspection_is_entered_with_what_was_found(world: World) -> None:
    await enter(world.desk, OWNER, Inspection.RETENTION, fine=False, remarks=" 1台が止まっていた ")
    assert world.acts("inspected")[-1].act == Inspected(
        what=Inspection.RETENTION, fine=False, remarks="1台が止まっていた"
    )
    assert world.desk.registers.things.inspected == {Inspection.RETENTION: (NOON, False)}


async def test_what_is_not_fine_is_said_in_words(world: World) -> None:
    with pytest.raises(Problem, match="remarks_missing"):
        await enter(world.desk, OWNER, Inspection.MEDIA, fine=False, remarks=" ")
    with pytest.raises(Problem, match="text_too_long"):
        await enter(world.desk, OWNER, Inspection.MEDIA, fine=True, remarks="長" * 2001)
    assert world.acts("inspected") == []


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_no_automation_inspects_and_nobody_without_an_office(
    world: World, actor: Actor
) -> None:
    with pytest.raises(Refused):
        await enter(world.desk, actor, Inspection.MEDIA, fine=True)


@pytest.mark.parametrize(
    ("profile", "days"),
    [(Profile.HOME, 365), (Profile.SMALL_BUILDING, 30), (Profile.ASSOCIATION, 30)],
)
async def test_what_is_kept_is_inspected_monthly_and_in_a_home_yearly(
    world: World, profile: Profile, days: int
) -> None:
    await settled(world, profile)
    assert due(world) == {
        DutyKind.RETENTION_INSPECTION: NOON + days * DAY,
        DutyKind.MEDIA_INSPECTION: NOON + 365 * DAY,
    }
    await world.pass_time(2 * DAY)
    await enter(world.desk, OWNER, Inspection.RETENTION, fine=True)
    assert due(world)[DutyKind.RETENTION_INSPECTION] == NOON + (days + 2) * DAY


async def test_where_there_is_no_camera_there_is_nothing_to_inspect(world: World) -> None:
    await cameras.took_effect(world.desk, {})
    assert due(world) == {}
    assert inspections.due(world.desk, Inspection.MEDIA) is None


async def test_hours_that_outlived_their_period_are_counted(world: World) -> None:
    world.record(NOON, 2)
    world.record(NOON + HOUR, 1)
    assert inspections.late_hours(world.desk) == {}
    # Nobody erases here: the timers of erasure are not armed.
    world.machine.pass_time(7 * DAY + HOUR)
    assert inspections.late_hours(world.desk) == {CAMERA: 1}
    world.machine.pass_time(HOUR)
    assert inspections.late_hours(world.desk) == {CAMERA: 2}
    await world.erasure.run()
    assert inspections.late_hours(world.desk) == {}
