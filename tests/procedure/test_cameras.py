"""Putting cameras under the rules, and what Home Assistant does with them."""

from dataclasses import replace

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, SiteSettings
from custom_components.kuma_bouhan.procedure import cameras, recovery, site
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, MANAGER, STRANGER, World

NEW = CameraSettings(camera="e0" * 16, source="camera.yard", place="駐車場")


async def test_a_camera_is_ordered_by_the_flow_and_confirmed_when_it_is_there(
    world: World,
) -> None:
    await cameras.order_added(world.desk, MANAGER, NEW)
    assert NEW.camera not in world.desk.registers.standing_cameras()
    standing = world.desk.registers.standing_cameras() | {NEW.camera: NEW}
    await cameras.took_effect(world.desk, standing)
    assert world.desk.registers.standing_cameras() == standing
    added = world.acts("camera_added")[-1]
    assert (added.phase, added.actor) == (Phase.DONE, MANAGER)


async def test_a_camera_that_home_assistant_never_stored_is_closed_as_failed(
    world: World,
) -> None:
    await cameras.order_added(world.desk, MANAGER, NEW)
    world.restart()
    assert await recovery.finish_orders(world.desk, world.erasure) == 0
    await cameras.took_effect(world.desk, world.desk.registers.standing_cameras())
    await recovery.close_orders(world.desk)
    assert world.acts("camera_added")[-1].phase is Phase.FAILED
    assert not world.desk.registers.pending


async def test_a_change_names_the_fields_that_changed(world: World) -> None:
    before = world.desk.registers.standing_cameras()[CAMERA]
    after = replace(before, place="裏口", audio=True)
    await cameras.order_changed(world.desk, MANAGER, after)
    await cameras.took_effect(world.desk, {CAMERA: after})
    done = world.acts("camera_changed")[-1]
    assert done.phase is Phase.DONE
    assert set(done.act.fields) == {"place", "audio"}  # type: ignore[attr-defined]


async def test_a_removal_is_entered_and_footage_stays_under_its_period(world: World) -> None:
    world.record(world.machine.wall, 5)
    await cameras.took_effect(world.desk, {})
    removed = world.acts("camera_removed")[-1]
    assert (removed.phase, removed.actor) == (Phase.NOTED, cameras.UNKNOWN)
    assert not world.desk.registers.standing_cameras()
    assert len(world.vault.slots()) == 1


async def test_a_change_that_nobody_ordered_is_entered_as_a_fact(world: World) -> None:
    await cameras.took_effect(
        world.desk, world.desk.registers.standing_cameras() | {NEW.camera: NEW}
    )
    assert world.acts("camera_added")[-1].phase is Phase.NOTED


async def test_nothing_is_entered_where_nothing_changed(world: World) -> None:
    before = world.book.size
    await cameras.took_effect(world.desk, world.desk.registers.standing_cameras())
    assert world.book.size == before


async def test_a_stranger_adds_and_changes_nothing(world: World) -> None:
    with pytest.raises(Refused):
        await cameras.order_added(world.desk, STRANGER, NEW)
    with pytest.raises(Refused):
        await cameras.order_changed(world.desk, STRANGER, NEW)


async def test_a_camera_cannot_have_a_period_longer_than_the_guideline_could_mean(
    world: World,
) -> None:
    with pytest.raises(Problem) as problem:
        await cameras.order_added(world.desk, MANAGER, replace(NEW, retention_days=90))
    assert problem.value.key == "retention_out_of_range"


async def test_the_sites_settings_are_ordered_and_confirmed_alike(world: World) -> None:
    before = world.desk.registers.settings
    assert isinstance(before, SiteSettings)
    after = replace(before, contact="096-000-0000")
    await site.order_changed(world.desk, MANAGER, after)
    await site.took_effect(world.desk, after)
    assert world.desk.registers.settings == after
    done = world.acts("site_changed")[-1]
    assert (done.phase, done.actor) == (Phase.DONE, MANAGER)
    assert done.act.fields == ("contact",)  # type: ignore[attr-defined]
    await site.took_effect(world.desk, after)
    await site.took_effect(world.desk, before)
    assert world.acts("site_changed")[-1].phase is Phase.NOTED


@pytest.mark.parametrize(
    ("name", "longest"), [("sign_days", 365), ("answer_days", 60), ("closing_days", 365)]
)
async def test_duties_fall_due_within_bounds(world: World, name: str, longest: int) -> None:
    before = world.desk.registers.settings
    assert before is not None
    for days in (1, longest):
        site.check_days(SiteSettings.from_dict(before.as_dict() | {name: days}))
    for days in (0, longest + 1):
        after = SiteSettings.from_dict(before.as_dict() | {name: days})
        with pytest.raises(Problem) as problem:
            await site.order_changed(world.desk, MANAGER, after)
        assert problem.value.key == f"{name}_out_of_range"
        assert problem.value.placeholders == {f"longest_{name}": str(longest)}
    assert world.acts("site_changed") == []


async def test_the_sites_change_that_was_interrupted_is_confirmed_when_home_assistant_holds_it(
    world: World,
) -> None:
    before = world.desk.registers.settings
    assert before is not None
    after = replace(before, contact="096-000-0000")
    await site.order_changed(world.desk, MANAGER, after)
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    await site.took_effect(world.desk, after)
    await recovery.close_orders(world.desk)
    done = world.acts("site_changed")[-1]
    assert (done.phase, done.actor) == (Phase.DONE, MANAGER)
