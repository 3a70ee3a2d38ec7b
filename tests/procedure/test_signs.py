"""Whether a camera's sign hangs there: 4(3), 運用基準例 6."""

import asyncio
from base64 import b64decode
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.signs import (
    LARGEST_PHOTO,
    MOST_PHOTOS,
    SignMeans,
    SignState,
    SignTrouble,
)
from custom_components.kuma_bouhan.procedure import personal_data, signs
from custom_components.kuma_bouhan.procedure.duties import duties
from custom_components.kuma_bouhan.procedure.signs import SignItem
from custom_components.kuma_bouhan.records.acts import Appointed, CameraRemoved
from custom_components.kuma_bouhan.records.book import BookState
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.signs import Sign
from tests.guideline.test_jpeg import picture

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World
from .extending import DAY, HOUR, MINUTE, settle

STAFF = Actor("staff", Door.TAG)
PHOTO = picture()


@pytest.fixture
async def site(world: World) -> World:
    """Have somebody of the staff beside the manager."""
    act = Appointed(role=Role.STAFF, user_id="staff", since=NOON, name="玉名 さくら", title="店員")
    await world.desk.append(act, MANAGER, Phase.DONE)
    return world


def state(world: World) -> SignState:
    return signs.state_of(world.desk, CAMERA)


async def only(world: World) -> SignItem:
    (item,) = await signs.listed(world.desk, MANAGER)
    return item


async def refused(doing: Any) -> str:
    with pytest.raises(Problem) as problem:
        await doing
    return problem.value.key


# --- What somebody saw


async def test_whoever_has_an_office_confirms_a_sign_and_it_is_to_be_looked_at_again(
    site: World,
) -> None:
    assert state(site) is SignState.NEVER_CONFIRMED
    await signs.confirm(site.desk, STAFF, CAMERA, means=SignMeans.TAG)
    assert state(site) is SignState.DISPLAYED
    site.machine.pass_time(30 * DAY)
    assert state(site) is SignState.INSPECTION_DUE
    (entry,) = site.acts("sign_confirmed")
    assert (entry.actor.user_id, entry.actor.door) == ("staff", Door.TAG)


async def test_the_site_says_how_often(site: World) -> None:
    await settle(site, sign_days=3)
    await signs.confirm(site.desk, MANAGER, CAMERA)
    site.machine.pass_time(3 * DAY - MINUTE)
    assert state(site) is SignState.DISPLAYED
    site.machine.pass_time(MINUTE)
    assert state(site) is SignState.INSPECTION_DUE


async def test_a_sign_that_somebody_found_missing_is_missing_until_it_is_seen_again(
    site: World,
) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA)
    await signs.missing(site.desk, STAFF, CAMERA, remarks=" 雨で読めない ")
    assert state(site) is SignState.MISSING
    item = await only(site)
    assert (item.remarks, item.due) == ("雨で読めない", NOON)
    site.restart()
    assert state(site) is SignState.MISSING
    await signs.confirm(site.desk, STAFF, CAMERA)
    assert state(site) is SignState.DISPLAYED
    assert (await only(site)).remarks == ""


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_nobody_else_says_anything_of_a_sign_and_the_attempt_is_entered(
    site: World, actor: Actor
) -> None:
    for doing in (
        signs.confirm(site.desk, actor, CAMERA),
        signs.missing(site.desk, actor, CAMERA),
        signs.listed(site.desk, actor),
        signs.photo(site.desk, actor, CAMERA),
    ):
        with pytest.raises(Refused):
            await doing
    assert state(site) is SignState.NEVER_CONFIRMED
    assert site.acts("refusal")[0].act.act is Act.CONFIRM_SIGN  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"seen": NOON + 2 * MINUTE}, "sign_seen_in_future"),
        ({"seen": NOON - 7 * DAY - MINUTE}, "sign_seen_too_early"),
        ({"place": "あ" * 2001}, "text_too_long"),
        ({"photo": b"\x89PNG"}, "sign_photo_not_jpeg"),
        ({"photo": PHOTO[:-2] + bytes(LARGEST_PHOTO) + PHOTO[-2:]}, "sign_photo_too_large"),
    ],
)
async def test_what_cannot_be_so_is_not_entered(
    site: World, given: dict[str, Any], key: str
) -> None:
    assert await refused(signs.confirm(site.desk, MANAGER, CAMERA, **given)) == key
    assert state(site) is SignState.NEVER_CONFIRMED
    assert not site.acts("sign_confirmed")


async def test_of_a_missing_sign_the_same_times_can_be_said(site: World) -> None:
    seen = NOON - 7 * DAY
    await signs.missing(site.desk, MANAGER, CAMERA, seen=seen)
    assert signs.due_of(site.desk, CAMERA) == seen
    late = signs.missing(site.desk, MANAGER, CAMERA, seen=NOON + HOUR)
    assert await refused(late) == "sign_seen_in_future"


async def test_a_camera_that_is_none_here_has_no_sign(site: World) -> None:
    for doing in (
        signs.confirm(site.desk, MANAGER, "ff" * 16),
        signs.missing(site.desk, MANAGER, "ff" * 16),
    ):
        assert await refused(doing) == "unknown_camera"


# --- Where it hangs, and its photo


async def test_place_and_photo_stay_until_they_are_given_anew(site: World) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA, place=" 門柱の右 ", photo=PHOTO)
    await signs.confirm(site.desk, STAFF, CAMERA)
    item = await only(site)
    assert (item.where, item.photo) == ("門柱の右", True)
    assert await signs.photo(site.desk, STAFF, CAMERA) == PHOTO


async def test_where_and_by_what_a_photo_was_taken_is_not_kept(site: World) -> None:
    photo = picture(exif=b"Exif\x00\x00" + b"33.59N 130.40E")
    await signs.confirm(site.desk, MANAGER, CAMERA, photo=photo)
    kept = await signs.photo(site.desk, MANAGER, CAMERA)
    assert b"33.59" in photo and b"33.59" not in kept
    assert b"33.59" not in b64decode(site.acts("sign_confirmed")[-1].act.photo_jpeg)  # type: ignore[attr-defined]


async def test_where_there_is_no_photo_none_is_shown(site: World) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA)
    assert await refused(signs.photo(site.desk, MANAGER, CAMERA)) == "sign_photo_none"
    assert await refused(signs.photo(site.desk, MANAGER, "ff" * 16)) == "sign_photo_none"


async def test_a_photo_goes_with_its_own_period_once_another_confirmation_stands(
    site: World,
) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA, place="門柱", photo=PHOTO)
    site.machine.pass_time(10 * 366 * DAY)
    await personal_data.erase_due(site.desk)
    assert (await only(site)).photo, "what stands is never over"
    await signs.confirm(site.desk, MANAGER, CAMERA)
    site.machine.pass_time(3 * 366 * DAY)
    await personal_data.erase_due(site.desk)
    item = await only(site)
    assert (item.where, item.photo) == ("", False)
    assert await refused(signs.photo(site.desk, MANAGER, CAMERA)) == "sign_photo_none"


async def test_a_person_enters_so_many_photos_a_day_and_confirms_without_one_after_that(
    site: World,
) -> None:
    at_once = [signs.confirm(site.desk, STAFF, CAMERA, photo=PHOTO) for _ in range(MOST_PHOTOS + 5)]
    answers = await asyncio.gather(*at_once, return_exceptions=True)
    problems = [one for one in answers if isinstance(one, Problem)]
    assert [one.key for one in problems] == 5 * ["sign_photos_too_many"]
    assert problems[0].placeholders == {"most": str(MOST_PHOTOS)}
    site.restart()
    photo = signs.confirm(site.desk, STAFF, CAMERA, photo=PHOTO)
    assert await refused(photo) == "sign_photos_too_many"
    await signs.confirm(site.desk, STAFF, CAMERA)
    await signs.confirm(site.desk, MANAGER, CAMERA, photo=PHOTO)
    # At the midnight of the site a day begins for everybody.
    site.machine.pass_time(12 * HOUR)
    await signs.confirm(site.desk, STAFF, CAMERA, photo=PHOTO)


# --- What falls due, and what is told


async def test_a_duty_is_due_when_the_sign_is_to_be_looked_at(site: World) -> None:
    def due() -> list[Any]:
        return [duty.due for duty in duties(site.desk) if duty.kind is DutyKind.SIGN]

    assert due() == [NOON + 7 * DAY]
    await signs.confirm(site.desk, MANAGER, CAMERA)
    (duty,) = signs.duties(site.desk)
    assert (duty.due, duty.act, duty.id) == (
        NOON + 30 * DAY,
        Act.CONFIRM_SIGN,
        f"sign:{CAMERA}",
    )
    site.machine.pass_time(HOUR)
    await signs.missing(site.desk, MANAGER, CAMERA)
    assert due() == [NOON + HOUR]
    await site.desk.append(CameraRemoved(camera=CAMERA), MANAGER, Phase.NOTED)
    assert due() == []


async def test_a_home_hears_of_it_a_month_later_than_others(site: World) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA)
    site.machine.pass_time(31 * DAY)
    assert signs.trouble_of(site.desk, CAMERA) is None
    await settle(site, profile=Profile.ASSOCIATION)
    assert signs.trouble_of(site.desk, CAMERA) is SignTrouble.OVERDUE


async def test_a_new_camera_has_a_week_for_its_sign(site: World) -> None:
    site.machine.pass_time(7 * DAY - MINUTE)
    assert signs.trouble_of(site.desk, CAMERA) is None
    site.machine.pass_time(MINUTE)
    assert signs.trouble_of(site.desk, CAMERA) is SignTrouble.NEVER_CONFIRMED


# --- The interlock


async def test_a_camera_records_without_a_sign_unless_the_site_chose_otherwise(
    site: World,
) -> None:
    assert signs.lets_record(site.desk, CAMERA)
    await settle(site, sign_interlock=True)
    assert not signs.lets_record(site.desk, CAMERA)
    await signs.confirm(site.desk, MANAGER, CAMERA)
    assert signs.lets_record(site.desk, CAMERA)
    site.machine.pass_time(400 * DAY)
    assert signs.lets_record(site.desk, CAMERA), "a sign that is to be looked at still hangs there"
    await signs.missing(site.desk, MANAGER, CAMERA)
    assert not signs.lets_record(site.desk, CAMERA)


async def test_a_book_that_says_nothing_of_settings_keeps_no_camera_from_recording(
    site: World,
) -> None:
    site.desk.registers.settings = None
    assert signs.lets_record(site.desk, CAMERA)
    assert signs.every(site.desk) == 30 * DAY


async def test_a_damaged_book_that_says_nothing_of_a_sign_keeps_no_camera_from_recording(
    site: World,
) -> None:
    await settle(site, sign_interlock=True)
    site.book.state = BookState.DAMAGED
    assert signs.lets_record(site.desk, CAMERA)
    site.desk.registers.signs.by_camera[CAMERA] = Sign(missing=NOON)
    assert not signs.lets_record(site.desk, CAMERA)


# --- An entity that knows


async def say(world: World, *, shown: bool) -> int:
    """Have the entity say so; return how many acts the site has entered for it by now."""
    await signs.enter_entity(world.desk, CAMERA, shown=shown)
    entries = [*world.acts("sign_confirmed"), *world.acts("sign_missing")]
    assert {entry.actor.door for entry in entries} <= {Door.ITSELF, Door.ACTION}
    return sum(entry.act.means is SignMeans.ENTITY for entry in entries)  # type: ignore[attr-defined]


async def test_what_an_entity_says_is_entered_when_it_changes(site: World) -> None:
    assert await say(site, shown=True) == 1
    assert state(site) is SignState.DISPLAYED
    site.machine.pass_time(HOUR)
    assert await say(site, shown=True) == 1
    assert await say(site, shown=False) == 2
    assert state(site) is SignState.MISSING


async def test_an_entity_that_flickers_is_entered_twice_an_hour_at_most(site: World) -> None:
    assert await say(site, shown=False) == 1
    for _ in range(5):
        site.machine.pass_time(5 * MINUTE)
        assert await say(site, shown=True) == 2, "that the sign is there again waits for nothing"
        site.machine.pass_time(5 * MINUTE)
        assert await say(site, shown=False) == 2
    site.machine.pass_time(15 * MINUTE)
    assert await say(site, shown=False) == 3


async def test_what_a_person_missed_too_the_entity_does_not_take_back_at_once(site: World) -> None:
    await say(site, shown=False)
    site.machine.pass_time(MINUTE)
    await signs.missing(site.desk, MANAGER, CAMERA)
    site.machine.pass_time(MINUTE)
    assert await say(site, shown=True) == 1
    assert state(site) is SignState.MISSING


async def test_while_it_says_so_the_sign_never_comes_due(site: World) -> None:
    await say(site, shown=True)
    for hour in range(24 * 65):
        site.machine.pass_time(HOUR)
        assert state(site) is SignState.DISPLAYED, hour
        await say(site, shown=True)
    assert len(site.acts("sign_confirmed")) == 3


async def test_what_a_person_said_since_stands_until_the_entity_says_something_else(
    site: World,
) -> None:
    await say(site, shown=True)
    site.machine.pass_time(2 * HOUR)
    await signs.missing(site.desk, MANAGER, CAMERA, remarks="読めない")
    site.machine.pass_time(40 * DAY)
    assert await say(site, shown=True) == 1
    assert state(site) is SignState.MISSING
    assert await say(site, shown=False) == 2
    site.machine.pass_time(2 * HOUR)
    await signs.confirm(site.desk, MANAGER, CAMERA)
    assert await say(site, shown=False) == 2
    assert state(site) is SignState.DISPLAYED
    assert await say(site, shown=True) == 3


async def test_of_a_camera_that_is_gone_and_in_a_book_that_takes_nothing_nothing_is_entered(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(site.book), "writable", property(lambda _: False))
        assert await say(site, shown=True) == 0
    await site.desk.append(CameraRemoved(camera=CAMERA), MANAGER, Phase.NOTED)
    assert await say(site, shown=True) == 0


async def test_what_a_clock_a_little_ahead_calls_now_is_now(site: World) -> None:
    await signs.confirm(site.desk, MANAGER, CAMERA, seen=NOON + timedelta(seconds=40))
    assert site.desk.registers.signs.of(CAMERA).confirmed == NOON
