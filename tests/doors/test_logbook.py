"""The logbook: acts in plain words, without anybody's name."""

from datetime import timedelta
from typing import Any

from homeassistant.core import Event, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.components.recorder.common import (
    async_wait_recording_done,
)
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.bus import EVENT_ACT, QUIET
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.records.acts import (
    ACTS,
    Appointed,
    ErasureAsked,
    PurgeAsked,
    RecordingSwitched,
    RefusalsLeftOut,
    RetentionChanged,
)
from custom_components.kuma_bouhan.records.entry import Phase
from tests.house.source import read_json

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

KINDS = {act.kind for act in ACTS if not issubclass(act, QUIET)}


@pytest.fixture(autouse=True)
def ours(recorder_mock: None, enable_custom_integrations: None) -> None:
    """Have a recorder before there is a Home Assistant, as the logbook needs one."""


# --- What the bus hears


@pytest.fixture
async def heard(hass: HomeAssistant, house: House) -> list[Event]:
    return async_capture_events(hass, EVENT_ACT)


async def test_an_act_is_told_once_with_ids_and_counts_only(
    house: House, heard: list[Event]
) -> None:
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": switch})
    (event,) = heard
    assert event.data == {
        "kind": "recording_switched",
        "phase": "done",
        "seq": house.site.desk.book.size - 1,
        "at": NOON.isoformat(),
        "camera": CAMERA,
        "on": False,
        "entity_id": switch,
    }
    assert event.context.user_id is None


@pytest.mark.parametrize(
    ("act", "count"),
    [
        (ErasureAsked(camera=CAMERA, start=NOON, end=NOON, chunks=3, reason_text="猫"), 3),
        (PurgeAsked(slots=4), 4),
        (RetentionChanged(camera=None, days_before=7, days_after=3, slots=5, due_now=1), 5),
        (RefusalsLeftOut(since=NOON, count=6), 6),
    ],
)
async def test_a_number_is_told_where_there_is_one(
    house: House, heard: list[Event], act: Any, count: int
) -> None:
    await house.site.desk.append(act, ITSELF, Phase.DONE)
    assert heard[0].data["count"] == count
    assert "猫" not in str(heard[0].data)


async def test_an_appointment_is_told_without_whose(house: House, heard: list[Event]) -> None:
    act = Appointed(role=Role.OPERATOR, user_id="u1", since=NOON, name="運用 従太", title="係長")
    await house.site.desk.append(act, Actor(house.owner.id, Door.ACTION), Phase.DONE)
    assert heard[0].data.keys() == {"kind", "phase", "seq", "at", "entity_id"}
    assert heard[0].data["entity_id"] == house.entity_id("binary_sensor", f"{SITE}_book_intact")


async def test_orders_and_the_routine_are_not_told(house: House, heard: list[Event]) -> None:
    order = RecordingSwitched(camera=CAMERA, on=False)
    await house.site.desk.append(order, ITSELF, Phase.ORDERED)
    await house.record(CAMERA, NOON - timedelta(hours=2))
    await house.site.routine.enter(NOON)
    await house.stop()
    assert heard == []


# --- What the logbook says


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_act_has_its_words(language: str) -> None:
    words = read_json(f"translations/{language}.json")["common"]
    spoken = {f"act_{kind}" for kind in KINDS - {"recording_switched"}}
    spoken |= {"act_recording_switched_on", "act_recording_switched_off", "act_failed", "name"}
    assert {word for word in words if not word.startswith(("due_", "duty_", "end_"))} == spoken


@pytest.mark.parametrize(
    ("language", "added", "switched", "erased", "refused"),
    [
        (
            "en",
            ("Kuma Bouhan", "a camera was put under the rules"),
            ("Gate camera", "recording switched off"),
            (
                "Gate camera",
                "footage erased as no longer needed; recordings of about a minute: 0: could not be carried out",
            ),
            ("Kuma Bouhan", "refused somebody without authority; attempts: 1"),
        ),
        (
            "ja",
            ("Kuma Bouhan（防犯カメラ運用）", "カメラを運用基準の対象に加えました"),
            ("Gate camera", "録画をオフにしました"),
            (
                "Gate camera",
                "保存の必要がなくなった画像を消去しました（約1分の記録単位：0件）（実行できませんでした）",
            ),
            ("Kuma Bouhan（防犯カメラ運用）", "権限のない操作を拒否しました（1回）"),
        ),
    ],
)
async def test_the_logbook_tells_in_the_language_of_the_house(
    hass: HomeAssistant,
    empty_house: House,
    hass_ws_client: WebSocketGenerator,
    language: str,
    added: tuple[str, str],
    switched: tuple[str, str],
    erased: tuple[str, str],
    refused: tuple[str, str],
) -> None:
    house = empty_house
    hass.config.language = language
    assert await async_setup_component(hass, "logbook", {})
    await house.street(gate="Gate camera")
    await house.found(house.watch(CAMERA, house.source("gate").id, "門"))
    assert await house.start()
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    span = {"start": NOON - timedelta(days=2), "end": NOON - timedelta(days=1)}
    await house.call(f"{DOMAIN}.stop_recording", house.person, {"camera": switch})
    for context in (house.person, house.automation):
        with pytest.raises(HomeAssistantError):
            await house.call(
                f"{DOMAIN}.erase",
                context,
                {"camera": switch, "reason": "asked_for"}
                | {name: moment.isoformat() for name, moment in span.items()},
            )
    await async_wait_recording_done(hass)
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {
            "type": "logbook/get_events",
            "start_time": (NOON - timedelta(hours=1)).isoformat(),
            "end_time": (NOON + timedelta(hours=1)).isoformat(),
        }
    )
    answer = await client.receive_json()
    ours = [entry for entry in answer["result"] if entry.get("domain") == DOMAIN]
    assert [(entry["name"], entry["message"]) for entry in ours] == [
        added,
        switched,
        erased,
        refused,
    ]
    assert [entry.get("entity_id") for entry in ours[:3]] == [None, switch, switch]
    assert all("context_user_id" not in entry for entry in ours)
