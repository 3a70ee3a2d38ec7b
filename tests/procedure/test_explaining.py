"""The explanation to whoever complains is made of what is so at that moment: 4(5)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.assessment import Assessment
from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Way
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, CaptureMode
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.guideline.standard import Adoption
from custom_components.kuma_bouhan.guideline.things import CopyKind
from custom_components.kuma_bouhan.procedure.complaints import Brought, answer, receive
from custom_components.kuma_bouhan.procedure.explaining import explain
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    AppointmentEnded,
    CameraChanged,
    CameraRemoved,
    SiteChanged,
)
from custom_components.kuma_bouhan.records.assessment import CameraAssessed
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing
from custom_components.kuma_bouhan.records.standard import StandardAdopted
from custom_components.kuma_bouhan.records.thing import OtherCopyGone, OtherCopyNoted

from .conftest import CAMERA, MANAGER, NOON, STRANGER, World

YARD = "c1" * 16
ANSWERS = Assessment(
    purpose="侵入の防止",
    crimes="空き巣",
    why="照明だけでは足りなかったため。",
    milder="照明",
    view="玄関",
    range_kept="道路側を覆っています。",
    hours="夜間が多いため",
)


async def enter(world: World, *acts: RecordedAct) -> None:
    for act in acts:
        await world.desk.append(act, MANAGER, Phase.DONE)


async def change(world: World, **changes: object) -> None:
    settings = world.desk.registers.settings
    assert settings is not None
    await enter(world, SiteChanged(fields=(), settings=settings.as_dict() | changes))


async def change_camera(world: World, **changes: Any) -> None:
    settings = world.desk.registers.standing_cameras()[CAMERA].as_dict() | changes
    await enter(world, CameraChanged(camera=CAMERA, source="", settings=settings))


async def told(world: World, *cameras: str, language: str = "ja") -> str:
    return await explain(world.desk, MANAGER, cameras, language)


async def test_it_follows_the_settings(world: World) -> None:
    text = await told(world)
    assert "水前寺の家の防犯カメラ" in text
    assert "・玄関：撮影時間は24時間、画像の保存期間は7日間です。" in text
    await change(world, retention_days=5, contact="096-333-3333", purpose="犯罪を防ぐため。")
    hours = {"start": "18:00", "end": "06:00", "weekdays": list(range(7))}
    await change_camera(world, view="玄関前", hours=hours)
    text = await told(world)
    assert "撮影範囲は「玄関前」、撮影時間は18時から翌日の6時まで" in text
    assert "画像の保存期間は5日間です" in text
    assert "設置の目的は「犯罪を防ぐため」です" in text
    assert "連絡先：096-333-3333" in text
    await change_camera(world, retention_days=3)
    assert "画像の保存期間は3日間です" in await told(world)


async def test_it_is_said_in_the_language_that_is_wanted(world: World) -> None:
    assert "footage is kept for 7 days" in await told(world, language="en")
    assert "footage is kept for 7 days" in await told(world, language="fr")


async def test_it_speaks_of_the_cameras_that_are_concerned_and_else_of_all(world: World) -> None:
    await world.add_camera(YARD)
    yard = CameraSettings(camera=YARD, source="", place="庭").as_dict()
    await enter(world, CameraChanged(camera=YARD, source="", settings=yard))
    assert "庭" not in await told(world, CAMERA)
    assert "玄関" not in await told(world, YARD)
    text = await told(world)
    assert "庭" in text and "玄関" in text
    await enter(world, CameraRemoved(camera=YARD))
    assert "庭" not in await told(world)
    for gone in (YARD, "e" * 32):
        with pytest.raises(Problem, match="unknown_camera"):
            await told(world, gone)


async def test_it_names_who_may_see_footage_now(world: World) -> None:
    assert "運用責任者、運用従事者だけです" in await told(world)
    deputy = Appointed(
        role=Role.DEPUTY, user_id="d", since=NOON, until=NOON + timedelta(1), name="", title=""
    )
    await enter(world, deputy)
    assert "運用責任者、運用責任者の代行者、運用従事者だけです" in await told(world)
    world.machine.pass_time(timedelta(days=1))
    left = AppointmentEnded(
        role=Role.MANAGER, user_id="manager", until=world.machine.wall, secrecy_acknowledged=True
    )
    await enter(world, left)
    text = await explain(world.desk, Actor("manager", Door.PANEL), (), "ja")
    assert "認めているのは、運用従事者だけです" in text
    assert "運用責任者を置" not in text


async def test_a_standard_is_claimed_once_it_is_adopted(world: World) -> None:
    assert "運用基準を定め" not in await told(world)
    adopted = StandardAdopted(
        edition=1, adoption=Adoption.GENERAL_MEETING, on=NOON, digest="", text={}, remarks=""
    )
    await enter(world, adopted)
    assert "運用基準を定め" in await told(world)


async def test_need_and_range_are_said_in_the_words_of_the_assessment(world: World) -> None:
    assert "必要最小限" not in await told(world)
    await enter(world, CameraAssessed(camera=CAMERA, edition=1, answers=ANSWERS.as_dict()))
    text = await told(world)
    assert "・玄関：照明だけでは足りなかったため。" in text
    assert "・玄関：道路側を覆っています。" in text
    seq = world.desk.registers.assessments.by_camera[CAMERA].seq
    assert world.book.erase_personal(seq)
    assert "必要最小限" not in await told(world)


@pytest.mark.parametrize(
    ("language", "why", "range_kept"),
    [
        (
            "ja",
            (
                "昨年の春から駐輪場の自転車とバイクが続けて盗まれ、照明を明るくして見回りを増やしても収まらなかったため、"
                "出入りを確かめられるこの位置に、1台だけ設置しました。"
            ),
            (
                "向かいの家の窓と道路の向こう側は、向きを下げたうえで覆いを付けて写らないようにし、敷地の出入口と駐輪場だけが"
                "写る画角にしています。"
            ),
        ),
        (
            "en",
            (
                "Since last spring bicycles were stolen from the yard again and again; brighter lamps and "
                "more rounds changed nothing, so one camera was put up where people come in."
            ),
            (
                "It was turned down and a cover was added, so that the windows across the street are not "
                "seen; in view are the entrance and the yard, and nothing else."
            ),
        ),
    ],
)
async def test_what_is_offered_of_sixteen_cameras_can_be_entered_as_the_answer(
    world: World, language: str, why: str, range_kept: str
) -> None:
    answers = replace(ANSWERS, why=why, range_kept=range_kept).as_dict()
    cameras = [CAMERA, *(f"{number:032x}" for number in range(15))]
    for camera in cameras[1:]:
        await world.add_camera(camera)
    for camera in cameras:
        await enter(world, CameraAssessed(camera=camera, edition=1, answers=answers))
    text = await told(world, language=language)
    assert text.count(why) == text.count(range_kept) == 16
    brought = Brought(
        what=ComplaintKind.INQUIRY,
        way=Way.IN_PERSON,
        cameras=(),
        received=NOON,
        text="なぜカメラがあるのか。",
    )
    number = await receive(world.desk, MANAGER, brought)
    await answer(
        world.desk, MANAGER, number, answered=NOON, way=Way.LETTER, explained=f"{text}\n\n以上"
    )
    assert world.acts("complaint_answered")[-1].act.explained.startswith(text)  # type: ignore[attr-defined]


async def test_a_sign_is_claimed_while_it_is_known_to_hang_there(world: World) -> None:
    confirmed = SignConfirmed(
        camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="", photo_jpeg=""
    )
    missing = SignMissing(camera=CAMERA, means=SignMeans.PERSON, seen=NOON, remarks="")
    assert "設置表示" not in await told(world)
    await enter(world, confirmed)
    assert "現地の設置表示" in await told(world)
    await enter(world, missing)
    assert "設置表示" not in await told(world)


async def test_other_copies_are_said_while_there_are_some(world: World) -> None:
    copy = OtherCopyNoted(
        copy="a" * 32, camera=CAMERA, what=CopyKind.NVR, days=14, place="", who_sees=""
    )
    await enter(world, copy)
    text = await told(world)
    assert "玄関のカメラの画像は、別の録画装置にも14日間残ります" in text
    await enter(world, OtherCopyGone(copy="a" * 32))
    assert "別の録画装置" not in await told(world)


async def test_sound_is_said_where_it_is_taken(world: World) -> None:
    assert "音声は記録していません" in await told(world)
    await change_camera(world, audio=True)
    assert "玄関のカメラでは、音声も記録しています" in await told(world)
    # Stills have none.
    await change_camera(world, audio=True, mode=CaptureMode.STILLS)
    assert "音声は記録していません" in await told(world)


async def test_it_is_for_who_answers(world: World) -> None:
    staff = Appointed(role=Role.STAFF, user_id="staff", since=NOON, name="", title="")
    await enter(world, staff)
    for actor in (STRANGER, Actor("staff", Door.PANEL)):
        with pytest.raises(Refused):
            await explain(world.desk, actor, (), "ja")
