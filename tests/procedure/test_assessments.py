"""Thinking cameras over: answered with the camera, anew, gone through, due every year: はじめに, 4(1)."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.assessment import Area, Assessment
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.settings import CameraSettings
from custom_components.kuma_bouhan.procedure import assessments, cameras, duties, recovery
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World

NEW = CameraSettings(camera="e0" * 16, source="camera.yard", place="駐車場")
DAY, YEAR = timedelta(days=1), timedelta(days=365)
ANSWERS = Assessment(
    purpose="玄関付近における犯罪を防止するため。",
    crimes="空き巣",
    why="昨年、近所で空き巣が続いた。",
    milder="センサーライトを付けたが、被害は止まらなかった。",
    view="玄関とその前の道路",
    range_kept="向かいの家が写らない向きにした。",
    hours="留守の時間が決まっていないため、終日とする。",
    excluded=(Area(0.5, 0, 0.5, 0.25),),
)


def with_text(question: str, text: str) -> Assessment:
    return Assessment.from_dict(ANSWERS.as_dict() | {question: text})


async def refused(world: World, answers: Assessment, camera: str = CAMERA) -> Problem:
    with pytest.raises(Problem) as caught:
        await assessments.write(world.desk, MANAGER, camera, answers)
    return caught.value


async def change(world: World, **changes: object) -> None:
    before = world.desk.registers.standing_cameras()[CAMERA]
    await cameras.took_effect(world.desk, {CAMERA: replace(before, **changes)})  # type: ignore[arg-type]


def due(world: World) -> dict[str, object]:
    """Return when each camera is to be thought over."""
    return {
        duty.camera or "": duty.due
        for duty in duties.every_duty(world.desk)
        if duty.kind is DutyKind.ASSESSMENT
    }


# --- With the camera


async def test_what_is_answered_before_a_camera_counts_when_the_camera_is_there(
    world: World,
) -> None:
    await cameras.order_added(world.desk, MANAGER, NEW, ANSWERS)
    assert assessments.current(world.desk, NEW.camera) is None
    standing = world.desk.registers.standing_cameras() | {NEW.camera: NEW}
    await cameras.took_effect(world.desk, standing)
    (found,) = await assessments.editions(world.desk, NEW.camera)
    assert (found.answers, found.edition, found.by) == (ANSWERS, 1, "manager")
    assert world.acts("camera_assessed")[-1].phase is Phase.DONE
    assert not world.desk.registers.pending


async def test_a_camera_that_never_comes_leaves_no_answers(world: World) -> None:
    await cameras.order_added(world.desk, MANAGER, NEW, ANSWERS)
    world.restart()
    assert await recovery.finish_orders(world.desk, world.erasure) == 0
    await cameras.took_effect(world.desk, world.desk.registers.standing_cameras())
    await recovery.close_orders(world.desk)
    assert assessments.current(world.desk, NEW.camera) is None
    assert world.acts("camera_assessed")[-1].phase is Phase.FAILED
    assert not world.desk.registers.pending


async def test_a_stop_between_the_two_loses_no_answers(world: World) -> None:
    await cameras.order_added(world.desk, MANAGER, NEW, ANSWERS)
    standing = world.desk.registers.standing_cameras() | {NEW.camera: NEW}
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    await cameras.took_effect(world.desk, standing)
    await recovery.close_orders(world.desk)
    assert [entry.phase for entry in world.acts("camera_assessed")] == [Phase.ORDERED, Phase.DONE]
    assert [entry.act.kind for entry in world.book.entries()][-2:] == [
        "camera_assessed",
        "camera_added",
    ]


async def test_a_camera_is_not_ordered_with_answers_that_say_nothing(world: World) -> None:
    before = world.book.size
    with pytest.raises(Problem) as caught:
        await cameras.order_added(world.desk, MANAGER, NEW, replace(ANSWERS, why=" "))
    assert caught.value.placeholders == {"field": "why"}
    assert world.book.size == before


# --- Writing


async def test_answers_are_kept_with_every_edition(world: World) -> None:
    assert await assessments.write(world.desk, MANAGER, CAMERA, ANSWERS) == 1
    world.machine.pass_time(DAY)
    wider = replace(ANSWERS, view="  玄関と駐車場 ", excluded=())
    assert await assessments.write(world.desk, MANAGER, CAMERA, wider) == 2
    world.restart()
    newest, oldest = await assessments.editions(world.desk, CAMERA)
    assert (newest.edition, newest.at) == (2, NOON + DAY)
    assert newest.answers == replace(wider, view="玄関と駐車場")
    assert (oldest.edition, oldest.answers) == (1, ANSWERS)
    assert await assessments.editions(world.desk, NEW.camera) == ()


@pytest.mark.parametrize("question", assessments.TEXTS)
async def test_every_question_has_an_answer(world: World, question: str) -> None:
    problem = await refused(world, with_text(question, "\n "))
    assert (problem.key, problem.placeholders) == ("text_missing", {"field": question})
    assert (await refused(world, with_text(question, "x" * 2001))).key == "text_too_long"
    assert world.acts("camera_assessed") == []


@pytest.mark.parametrize(
    "area",
    [
        Area(-0.1, 0, 0.5, 0.5),
        Area(0, 0, 0, 0.5),
        Area(0.6, 0, 0.5, 0.5),
        Area(0, 0.5, 0.5, 0.6),
        Area(float("nan"), 0, 0.5, 0.5),
    ],
)
async def test_what_is_left_out_lies_in_the_picture(world: World, area: Area) -> None:
    assert (await refused(world, replace(ANSWERS, excluded=(area,)))).key == "area_unreadable"


async def test_the_whole_picture_and_twenty_areas_can_be_left_out_and_no_more(
    world: World,
) -> None:
    whole = (Area(0, 0, 1, 1), Area(1 / 3, 0.1, 2 / 3, 0.9)) * 10
    await assessments.write(world.desk, MANAGER, CAMERA, replace(ANSWERS, excluded=whole))
    problem = await refused(world, replace(ANSWERS, excluded=(*whole, whole[0])))
    assert (problem.key, problem.placeholders) == ("areas_too_many", {"most": "20"})


async def test_nobody_answers_for_a_camera_that_is_not_there(world: World) -> None:
    assert (await refused(world, ANSWERS, NEW.camera)).key == "unknown_camera"
    with pytest.raises(Problem) as caught:
        await assessments.review(world.desk, MANAGER, NEW.camera)
    assert caught.value.key == "unknown_camera"


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_who_has_no_office_answers_and_reviews_nothing(world: World, actor: object) -> None:
    with pytest.raises(Refused):
        await assessments.write(world.desk, actor, CAMERA, ANSWERS)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        await assessments.review(world.desk, actor, CAMERA)  # type: ignore[arg-type]
    refusals = [entry.act.act for entry in world.acts("refusal")]  # type: ignore[attr-defined]
    assert set(refusals) == {Act.ASSESS_CAMERA}


async def test_answers_that_were_overwritten_are_told_as_gone(world: World) -> None:
    await assessments.write(world.desk, MANAGER, CAMERA, ANSWERS)
    known = assessments.current(world.desk, CAMERA)
    assert known is not None
    world.book.erase_personal(known.seq)
    (found,) = await assessments.editions(world.desk, CAMERA)
    assert (found.edition, found.answers) == (1, None)


# --- Coming due


async def test_a_camera_without_answers_is_due_since_it_was_added(world: World) -> None:
    assert due(world) == {CAMERA: NOON}


async def test_answers_hold_for_a_year_and_so_does_going_through_them(world: World) -> None:
    await assessments.write(world.desk, MANAGER, CAMERA, ANSWERS)
    assert due(world) == {CAMERA: NOON + YEAR}
    world.machine.pass_time(400 * DAY)
    await assessments.review(world.desk, MANAGER, CAMERA)
    assert due(world) == {CAMERA: NOON + 400 * DAY + YEAR}
    known = assessments.current(world.desk, CAMERA)
    assert known is not None
    assert (known.edition, known.by) == (1, "manager")


async def test_what_nobody_answered_cannot_be_gone_through(world: World) -> None:
    with pytest.raises(Problem) as caught:
        await assessments.review(world.desk, MANAGER, CAMERA)
    assert caught.value.key == "not_assessed"


@pytest.mark.parametrize(
    "changes",
    [
        {"view": "玄関と駐車場"},
        {"hours": Hours(time(22), time(6))},
        {"place": "裏口"},
        {"source": "camera.other"},
        {"audio": True},
    ],
)
async def test_a_camera_that_sees_something_else_or_hears_is_due_at_once(
    world: World, changes: dict[str, object]
) -> None:
    await assessments.write(world.desk, MANAGER, CAMERA, ANSWERS)
    world.machine.pass_time(DAY)
    await change(world, **changes)
    world.machine.pass_time(DAY)
    await change(world, **changes | {"view": "玄関"})
    assert due(world) == {CAMERA: NOON + DAY}
    await assessments.review(world.desk, MANAGER, CAMERA)
    assert due(world) == {CAMERA: NOON + 2 * DAY + YEAR}


async def test_another_setting_makes_nothing_due(world: World) -> None:
    await assessments.write(world.desk, MANAGER, CAMERA, ANSWERS)
    await change(world, retention_days=3)
    assert due(world) == {CAMERA: NOON + YEAR}


async def test_a_camera_that_went_is_due_no_more(world: World) -> None:
    await cameras.took_effect(world.desk, {})
    assert due(world) == {}
    assert assessments.due(world.desk, CAMERA) is None
