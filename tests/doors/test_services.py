"""Actions: for people and for automations."""

from datetime import timedelta
import json
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers.json import json_dumps
from homeassistant.util import dt as dt_util
import pytest
import voluptuous as vol

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.records.acts import ErasureAsked, Refusal
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, NOON, OTHER, House

pytestmark = pytest.mark.freeze_time(NOON)

EARLIER = NOON.replace(minute=10, second=0) - timedelta(hours=5)


def span(house: House, **more: Any) -> dict[str, Any]:
    return {
        "camera": house.entity_id("switch", f"{CAMERA}_recording"),
        "start": EARLIER.isoformat(),
        "end": (EARLIER + timedelta(hours=1)).isoformat(),
    } | more


def stranger(user: User) -> Context:
    return Context(user_id=user.id)


# --- Recording


@pytest.mark.parametrize("by", ["switch", "source", "sensor"])
async def test_recording_stops_and_starts_by_any_entity_of_the_camera(
    house: House, by: str
) -> None:
    entity_id = {
        "switch": house.entity_id("switch", f"{CAMERA}_recording"),
        "source": house.source("gate").entity_id,
        "sensor": house.entity_id("sensor", f"{CAMERA}_storage"),
    }[by]
    await house.call(f"{DOMAIN}.stop_recording", house.automation, {"camera": entity_id})
    assert house.state("switch", f"{CAMERA}_recording") == "off"
    await house.call(f"{DOMAIN}.start_recording", house.person, {"camera": [entity_id]})
    assert house.state("switch", f"{CAMERA}_recording") == "on"


async def test_several_cameras_are_switched_at_once_and_each_once(house: House) -> None:
    await house.join(house.watch(OTHER, house.source("yard").id, "庭"))
    switches = [house.entity_id("switch", f"{camera}_recording") for camera in (CAMERA, OTHER)]
    both = [*switches, house.source("gate").entity_id]
    await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": both})
    assert [house.state("switch", f"{camera}_recording") for camera in (CAMERA, OTHER)] == [
        "off",
        "off",
    ]
    assert len(house.acts("recording_switched")) == 4


@pytest.mark.parametrize("entity_id", ["camera.of_nobody", "yard"])
async def test_a_camera_that_is_not_under_the_rules_is_refused(
    house: House, entity_id: str
) -> None:
    if entity_id == "yard":
        entity_id = house.source("yard").entity_id
    with pytest.raises(HomeAssistantError) as error:
        await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": entity_id})
    assert error.value.translation_key == "unknown_camera"


async def test_the_vaults_own_entities_are_no_camera(house: House) -> None:
    with pytest.raises(HomeAssistantError) as error:
        await house.call(
            f"{DOMAIN}.stop_recording",
            house.person,
            {"camera": house.entity_id("binary_sensor", f"{house.site.desk.book.site}_vault")},
        )
    assert error.value.translation_key == "unknown_camera"


async def test_while_the_site_does_not_run_actions_say_so(house: House) -> None:
    await house.stop()
    with pytest.raises(HomeAssistantError) as error:
        await house.call(f"{DOMAIN}.purge_expired", house.person)
    assert error.value.translation_key == "site_not_running"


# --- Erasing


async def test_a_person_erases_and_is_told_the_true_bounds(house: House) -> None:
    await house.record(CAMERA, EARLIER, EARLIER + timedelta(minutes=20))
    answer = await house.call(
        f"{DOMAIN}.erase",
        house.person,
        span(
            house,
            start=(EARLIER + timedelta(seconds=10)).isoformat(),
            end=(EARLIER + timedelta(seconds=20)).isoformat(),
            reason="test_recording",
        ),
        return_response=True,
    )
    assert answer["chunks"] == 1
    assert answer["bytes"] > 12_000
    (left,) = await house.chunks(CAMERA, EARLIER, EARLIER + timedelta(hours=1))
    assert left.start == EARLIER + timedelta(minutes=20)
    await house.site.watch.refresh()
    assert house.site.cameras[CAMERA].summary.oldest == left.start
    ordered, done = house.acts("erasure_asked")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert isinstance(done.act, ErasureAsked)
    assert done.act.reason_text == "test_recording"
    assert done.act.true_start == EARLIER
    assert done.actor.user_id == house.owner.id


async def test_a_moment_without_an_offset_is_local_time(house: House, hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("Asia/Tokyo")
    await house.record(CAMERA, EARLIER)
    local = EARLIER + timedelta(hours=9)
    answer = await house.call(
        f"{DOMAIN}.list_footage",
        house.person,
        span(
            house,
            start=local.strftime("%Y-%m-%d %H:%M:%S"),
            end=(local + timedelta(minutes=5)).strftime("%Y-%m-%d %H:%M:%S"),
        ),
        return_response=True,
    )
    assert [stretch["start"] for stretch in answer["footage"]] == [
        local.strftime("%Y-%m-%dT%H:%M:%S+09:00")
    ]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"end": EARLIER.isoformat()}, "span_empty"),
        ({"start": (EARLIER - timedelta(days=3)).isoformat(), "end": (EARLIER - timedelta(days=2)).isoformat()}, "no_footage_in_span"),
    ],
)  # fmt: skip
async def test_a_bad_request_erases_nothing(house: House, change: dict[str, Any], key: str) -> None:
    await house.record(CAMERA, EARLIER)
    with pytest.raises(HomeAssistantError) as error:
        await house.call(
            f"{DOMAIN}.erase", house.person, span(house, reason="test_recording") | change
        )
    assert error.value.translation_key == key
    assert len(await house.chunks(CAMERA, EARLIER, EARLIER + timedelta(hours=1))) == 1


@pytest.mark.parametrize(
    "change", [{"reason": "わたしの理由"}, {"start": "soon"}, {"camera": "not an entity"}]
)
async def test_nonsense_is_caught_before_anything_is_looked_at(
    house: House, change: dict[str, Any]
) -> None:
    with pytest.raises(vol.Invalid):
        await house.call(
            f"{DOMAIN}.erase", house.person, span(house, reason="test_recording") | change
        )


async def test_an_automation_erases_nothing_early(house: House) -> None:
    await house.record(CAMERA, EARLIER)
    with pytest.raises(ServiceValidationError) as refused:
        await house.call(f"{DOMAIN}.erase", house.automation, span(house, reason="test_recording"))
    assert refused.value.translation_key == "person_needed"
    assert len(await house.chunks(CAMERA, EARLIER, EARLIER + timedelta(hours=1))) == 1
    (entered,) = house.acts("refusal")
    assert entered.act == Refusal(act=Act.ERASE, key="person_needed", count=1)


async def test_somebody_without_a_role_erases_nothing(
    house: House, hass_read_only_user: User
) -> None:
    await house.record(CAMERA, EARLIER)
    with pytest.raises(ServiceValidationError) as refused:
        await house.call(
            f"{DOMAIN}.erase", stranger(hass_read_only_user), span(house, reason="test_recording")
        )
    assert refused.value.translation_key == "role_needed_erase"
    assert house.acts("erasure_asked") == []


async def test_an_automation_purges_what_is_due_and_nothing_else(house: House) -> None:
    await house.record(CAMERA, NOON - timedelta(days=9), NOON - timedelta(days=8), EARLIER)
    answer = await house.call(f"{DOMAIN}.purge_expired", house.automation, return_response=True)
    assert answer == {"hours": 2}
    await house.site.watch.refresh()
    assert house.site.cameras[CAMERA].summary.oldest == EARLIER
    assert len(await house.chunks(CAMERA, EARLIER, EARLIER + timedelta(hours=1))) == 1


async def test_nothing_is_purged_by_a_clock_that_nobody_vouches_for(house: House) -> None:
    await house.record(CAMERA, NOON - timedelta(days=9))
    house.machine["synchronised"] = False
    with pytest.raises(HomeAssistantError) as error:
        await house.call(f"{DOMAIN}.purge_expired", house.automation)
    assert error.value.translation_key == "clock_not_trusted"


# --- Listing


async def test_footage_is_listed_in_stretches(house: House) -> None:
    await house.record(
        CAMERA,
        EARLIER,
        EARLIER + timedelta(minutes=1),
        EARLIER + timedelta(minutes=2),
        EARLIER + timedelta(minutes=30),
    )
    answer = await house.call(
        f"{DOMAIN}.list_footage", house.person, span(house), return_response=True
    )
    first, second = answer["footage"]
    assert first.keys() == {"start", "end", "bytes", "complete", "due"}
    assert first["bytes"] > 2 * second["bytes"]
    assert first["complete"] is second["complete"] is True
    assert first["due"] == second["due"]


async def test_footage_that_comes_due_at_another_time_is_told_apart(house: House) -> None:
    hour = EARLIER.replace(minute=0)
    await house.record(CAMERA, hour - timedelta(minutes=1), hour)
    answer = await house.call(
        f"{DOMAIN}.list_footage",
        house.person,
        span(house, start=(hour - timedelta(hours=1)).isoformat()),
        return_response=True,
    )
    first, second = answer["footage"]
    assert first["due"] < second["due"]


async def test_what_is_overdue_is_not_listed(house: House) -> None:
    house.machine["synchronised"] = True
    await house.record(CAMERA, NOON - timedelta(days=9))
    answer = await house.call(
        f"{DOMAIN}.list_footage",
        house.person,
        span(house, start=(NOON - timedelta(days=10)).isoformat()),
        return_response=True,
    )
    assert answer == {"footage": []}


async def test_an_empty_span_is_refused(house: House) -> None:
    with pytest.raises(HomeAssistantError) as error:
        await house.call(
            f"{DOMAIN}.list_footage",
            house.person,
            span(house, end=EARLIER.isoformat()),
            return_response=True,
        )
    assert error.value.translation_key == "span_empty"


@pytest.mark.parametrize("who", ["automation", "stranger"])
async def test_footage_is_listed_to_nobody_else(
    house: House, who: str, hass_read_only_user: User
) -> None:
    context = house.automation if who == "automation" else stranger(hass_read_only_user)
    with pytest.raises(ServiceValidationError):
        await house.call(f"{DOMAIN}.list_footage", context, span(house), return_response=True)


# --- Registers


async def test_a_register_is_answered_with_times_of_the_site(
    house: House, hass: HomeAssistant
) -> None:
    await hass.config.async_set_time_zone("Asia/Tokyo")
    await house.stop()
    assert await house.start()  # a desk keeps the zone it was opened in
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    await house.call(f"{DOMAIN}.stop_recording", house.automation, {"camera": switch})
    await house.call(f"{DOMAIN}.start_recording", house.person, {"camera": switch})
    answer = await house.call(
        f"{DOMAIN}.get_register",
        house.person,
        {"register": "recording", "camera": switch, "limit": 1},
        return_response=True,
    )
    (line,) = answer["entries"]
    assert answer["more"]
    assert line == {
        "seq": line["seq"],
        "entered": NOON.astimezone(dt_util.get_time_zone("Asia/Tokyo")).isoformat(),
        "phase": "done",
        "order": line["seq"] - 1,
        "door": "action",
        "automated": False,
        "user_id": house.owner.id,
        "by": "熊本 花子",
        "signed": False,
        "erased": False,
        "kind": "recording_switched",
        "facts": {"camera": CAMERA, "on": True},
    }


@pytest.mark.parametrize("register", Register)
async def test_every_register_is_answered_in_what_json_has(
    house: House, hass: HomeAssistant, register: Register
) -> None:
    await house.record(CAMERA, EARLIER)
    await house.call(
        f"{DOMAIN}.erase",
        house.person,
        span(house, reason="taken_by_mistake"),
    )
    await house.site.routine.enter(NOON)
    answer = await house.call(
        f"{DOMAIN}.get_register",
        house.person,
        {
            "register": register,
            "start": (EARLIER - timedelta(days=1)).isoformat(),
            "end": (NOON + timedelta(days=1)).isoformat(),
        },
        return_response=True,
    )
    assert json.loads(json_dumps(answer)) == json.loads(json.dumps(answer))
    if register in {Register.APPOINTMENTS, Register.SETTINGS}:
        assert answer["entries"][0]["personal"]


@pytest.mark.parametrize("change", [{"limit": 1001}, {"limit": 0}, {"offset": -1}, {"register": "footage"}])  # fmt: skip
async def test_too_much_is_not_read_at_once(house: House, change: dict[str, Any]) -> None:
    with pytest.raises(vol.Invalid):
        await house.call(
            f"{DOMAIN}.get_register",
            house.person,
            {"register": "all"} | change,
            return_response=True,
        )
