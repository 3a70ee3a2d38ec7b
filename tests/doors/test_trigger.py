"""Triggers of our own, in real automations: each begins one when it should, once, and names nobody."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import Context, Event, HomeAssistant
from homeassistant.helpers import config_validation as cv, trigger as ha_trigger
from homeassistant.helpers.icon import async_get_icons
from homeassistant.helpers.translation import async_get_translations
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import (
    async_capture_events,
    async_fire_time_changed,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.choosing import some_of
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.extension import Wanted
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.records.book import BookState
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing
from custom_components.kuma_bouhan.trigger import TRIGGERS

from .asker import BY_LAW, HOUR_END, SPAN, Asker, at_home, day_after
from .conftest import CAMERA, NOON, OTHER, House
from .duties import COMPLAINT, DAY, SIGN, Due, due
from .test_book_at_rest import damaged, near_the_end

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

type Told = list[dict[str, Any]]
type Begin = Callable[..., Awaitable[Told]]


@pytest.fixture
def begin(hass: HomeAssistant) -> Begin:
    """Make an automation that begins with a trigger of ours; return what it was told, each time."""

    async def make(name: str, **options: Any) -> Told:
        config = {
            "triggers": [
                {"trigger": f"{DOMAIN}.{name}", **({"options": options} if options else {})}
            ],
            "actions": [{"event": "begun", "event_data": {"told": "{{ trigger }}"}}],
        }
        events: list[Event[dict[str, Any]]] = async_capture_events(hass, "begun")
        assert await async_setup_component(hass, "automation", {"automation": config})
        await hass.async_block_till_done()
        assert hass.states.async_all("automation")[0].state == "on"

        class Begun(list[dict[str, Any]]):
            def __iter__(self) -> Any:
                return iter(event.data["told"] for event in events)

            def __len__(self) -> int:
                return len(events)

        return Begun()

    return make


def only(told: Told) -> dict[str, Any]:
    """Return what is told of us in the one beginning there was."""
    (found,) = told
    ours = {"id", "idx", "alias", "platform", "description"}
    return {key: value for key, value in found.items() if key not in ours}


@pytest.fixture
async def asker(
    empty_house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Asker:
    """Have somebody at the panel of a home with footage."""
    return await at_home(empty_house, hass_client, hass_ws_client)


# Footage ---


async def test_an_erasure_is_told_with_its_reason_and_hours(house: House, begin: Begin) -> None:
    told = await begin("footage_erased")
    early = NOON.replace(minute=10) - timedelta(hours=5)
    await house.record(CAMERA, early)
    data = {
        "camera": house.entity_id("switch", f"{CAMERA}_recording"),
        "start": early.isoformat(),
        "end": (early + timedelta(hours=1)).isoformat(),
        "reason": "asked_for",
    }
    await house.call(f"{DOMAIN}.erase", house.person, data)
    await house.settle()
    found = only(told)
    assert (found["cameras"], found["reason"], found["hours"]) == (
        [CAMERA],
        "no_longer_needed",
        1,
    )
    assert found.keys() == {"cameras", "reason", "hours", "start", "end"}


@pytest.mark.parametrize(
    ("options", "begun"),
    [
        ({"reason": ["period_over"]}, 0),
        ({"reason": ["no_longer_needed"]}, 1),
        ({"camera": ["camera.gate_camera"]}, 1),
        ({"camera": ["camera.yard_camera"]}, 0),
    ],
)
async def test_an_erasure_begins_what_chose_it(
    house: House, begin: Begin, options: dict[str, Any], begun: int
) -> None:
    told = await begin("footage_erased", **options)
    early = NOON.replace(minute=10) - timedelta(hours=5)
    await house.record(CAMERA, early)
    actor = Actor(house.owner.id, Door.PANEL)
    await house.site.erasure.erase(actor, CAMERA, early, early + timedelta(hours=1), "asked_for")
    await house.settle()
    assert len(told) == begun


async def test_a_gap_is_told_with_its_camera_its_reason_and_its_length(
    house: House, begin: Begin
) -> None:
    told = await begin("gap")
    house.site._reported(Gap(CAMERA, NOON - timedelta(seconds=90), NOON, GapReason.NO_PICTURE))
    await house.settle()
    found = only(told)
    assert (found["camera"], found["place"], found["reason"], found["seconds"]) == (
        CAMERA,
        "門",
        "no_picture",
        90,
    )


@pytest.mark.parametrize(
    ("options", "begun"),
    [
        ({"reason": "no_picture"}, 1),
        ({"reason": ["switched_off", "outside_hours"]}, 0),
        ({"at_least": {"minutes": 1}}, 1),
        ({"at_least": {"minutes": 2}}, 0),
        ({"camera": ["camera.gate_camera"]}, 1),
        ({"camera": ["camera.nobody_knows"]}, 0),
    ],
)
async def test_a_gap_begins_what_chose_it(
    house: House, begin: Begin, options: dict[str, Any], begun: int
) -> None:
    told = await begin("gap", **options)
    house.site._reported(Gap(CAMERA, NOON - timedelta(seconds=90), NOON, GapReason.NO_PICTURE))
    await house.settle()
    assert len(told) == begun


async def test_a_camera_that_is_gone_counts_where_none_was_chosen(
    house: House, begin: Begin
) -> None:
    told = await begin("gap")
    house.site._reported(Gap(OTHER, NOON - timedelta(seconds=90), NOON, GapReason.CAMERA_GONE))
    await house.settle()
    assert only(told)["place"] is None


# Requests and what is held ---


async def test_a_request_that_waits_is_told_by_its_number(asker: Asker, begin: Begin) -> None:
    told = await begin("request_waiting")
    number = (await asker.ask("disclosure", **SPAN, **BY_LAW))["number"]
    assert only(told) == {"number": number, "wanted": "disclosure"}
    await asker.unlock()
    await asker.ask("disclosure/permit", number=number)
    assert len(told) == 1


async def test_only_the_requests_that_were_chosen_begin_it(asker: Asker, begin: Begin) -> None:
    told = await begin("request_waiting", wanted=["extension"])
    await asker.ask("disclosure", **SPAN, **BY_LAW)
    assert len(told) == 0
    await asker.ask("extension", **SPAN, until=day_after(NOON, 20), reason="傷害")
    assert only(told)["wanted"] == "extension"


async def test_what_is_held_is_told_some_days_before_it_goes_and_once(
    asker: Asker,
    begin: Begin,
    hass: HomeAssistant,
    empty_house: House,
    freezer: FrozenDateTimeFactory,
) -> None:
    told = await begin("extension_due", days=5)
    number = (await asker.ask("extension", **SPAN, until=day_after(NOON, 20), reason="傷害"))[
        "number"
    ]
    until = HOUR_END + 10 * DAY
    for moment, begun in (
        (until - 5 * DAY - timedelta(minutes=1), 0),
        (until - 5 * DAY, 1),
        (until - 4 * DAY, 1),
    ):
        freezer.move_to(moment)
        async_fire_time_changed(hass)
        empty_house.site._tell()
        await empty_house.settle()
        assert len(told) == begun, moment
    assert only(told) == {"number": number, "until": until.isoformat()}


# Duties ---


async def test_a_duty_is_told_when_its_time_is_over_and_once(
    house: House, due: Due, begin: Begin, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    await due.lay(SIGN)
    told = await begin("duty_overdue")
    freezer.move_to(SIGN.due)
    async_fire_time_changed(hass)
    await house.settle()
    await house.until(lambda: len(told) == 1)
    found = only(told)
    assert (found["duty"], found["kind"], found["camera"], found["place"]) == (
        SIGN.id,
        "sign",
        CAMERA,
        "門",
    )
    house.site._tell()
    await house.settle()
    assert len(told) == 1


async def test_what_is_overdue_already_is_no_news_and_what_comes_back_is(
    house: House, due: Due, begin: Begin
) -> None:
    await due.lay(COMPLAINT)
    told = await begin("duty_overdue")
    await due.lay(COMPLAINT)
    assert len(told) == 0
    await due.lay()
    await due.lay(COMPLAINT)
    assert only(told) == {
        "duty": "complaint_answer:4",
        "kind": "complaint_answer",
        "due": only(told)["due"],
        "number": 4,
    }


async def test_only_the_duties_that_were_chosen_begin_it(
    house: House, due: Due, begin: Begin
) -> None:
    told = await begin("duty_overdue", kind=["incident"])
    await due.lay(COMPLAINT)
    assert len(told) == 0
    await due.lay(COMPLAINT, replace(COMPLAINT, kind=DutyKind.INCIDENT, number=2))
    assert only(told)["number"] == 2


async def test_a_complaint_that_is_overdue_is_told_and_other_duties_are_not(
    house: House, due: Due, begin: Begin
) -> None:
    told = await begin("complaint_overdue")
    await due.lay(
        COMPLAINT,
        replace(COMPLAINT, kind=DutyKind.COMPLAINT_CLOSING),
        replace(COMPLAINT, kind=DutyKind.INCIDENT),
    )
    assert {one["kind"] for one in told} == {"complaint_answer", "complaint_closing"}


async def test_a_sign_is_told_when_it_is_to_be_looked_at_again_and_when_it_is_missing(
    house: House, begin: Begin, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    desk, actor = house.site.desk, Actor(house.owner.id, Door.PANEL)
    seen = SignConfirmed(
        camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="門柱", photo_jpeg=""
    )
    await desk.append(seen, actor, Phase.DONE)
    told = await begin("sign_overdue", camera=["camera.gate_camera"])
    freezer.move_to(NOON + 30 * DAY)
    house.site._tell()
    await house.settle()
    assert only(told) == {"camera": CAMERA, "place": "門", "state": "inspection_due"}
    gone = SignMissing(camera=CAMERA, means=SignMeans.PERSON, seen=NOON + DAY, remarks="")
    await desk.append(gone, actor, Phase.DONE)
    house.site._tell()
    await house.settle()
    assert [one["state"] for one in told] == ["inspection_due", "missing"]


# Vault and book ---


async def test_the_vault_is_told_when_it_is_opened_and_when_it_is_locked(
    asker: Asker, begin: Begin, empty_house: House
) -> None:
    opened = await begin("vault_unlocked")
    await asker.unlock()
    assert only(opened) == {}
    await empty_house.site.lock.lock(Actor(empty_house.owner.id, Door.PANEL))
    await empty_house.settle()
    assert len(opened) == 1


async def test_the_vault_is_told_when_it_is_locked(
    asker: Asker, begin: Begin, empty_house: House
) -> None:
    locked = await begin("vault_locked")
    await asker.unlock()
    assert len(locked) == 0
    await empty_house.site.lock.lock(Actor(empty_house.owner.id, Door.PANEL))
    await empty_house.settle()
    assert only(locked) == {}


async def test_the_vault_is_told_when_it_is_opened_after_the_site_stopped_with_it_open(
    asker: Asker, begin: Begin, empty_house: House
) -> None:
    opened = await begin("vault_unlocked")
    await asker.unlock()
    await empty_house.stop()
    assert await empty_house.start()
    assert len(opened) == 1
    await asker.unlock()
    assert len(opened) == 2


async def test_the_vault_is_locked_once_the_site_stops(
    asker: Asker, begin: Begin, empty_house: House
) -> None:
    locked = await begin("vault_locked")
    await empty_house.stop()
    assert await empty_house.start()
    assert len(locked) == 0  # it was not open
    for times in (1, 2):
        await asker.unlock()
        await empty_house.stop()
        assert len(locked) == times
        assert await empty_house.start()


async def test_a_damaged_book_is_told_as_it_is_found(house: House, begin: Begin) -> None:
    told = await begin("book_damaged")
    assert len(told) == 0
    house.site.desk.book.state = BookState.DAMAGED
    house.site._tell()
    house.site._tell()
    await house.settle()
    assert only(told) == {}


async def test_a_book_that_is_damaged_as_the_site_starts_is_told_then(
    house: House, begin: Begin
) -> None:
    told = await begin("book_damaged")
    await damaged(house, near_the_end)
    assert only(told) == {}


# The site comes and goes ---


async def test_an_automation_outlives_the_site(house: House, due: Due, begin: Begin) -> None:
    told = await begin("duty_overdue")
    await house.stop()
    assert await house.start()
    await due.lay(COMPLAINT)
    assert len(told) == 1


async def test_an_automation_that_is_switched_off_hears_of_nothing(
    house: House, due: Due, begin: Begin
) -> None:
    told = await begin("request_waiting")
    listeners = len(house.site.desk.listeners)
    entity_id = house.hass.states.async_all("automation")[0].entity_id
    await house.call("automation.turn_off", house.person, {"entity_id": entity_id})
    assert len(house.site.desk.listeners) == listeners - 1
    assert len(told) == 0


async def test_who_listens_no_more_is_not_told_that_the_vault_was_locked(
    asker: Asker, hass: HomeAssistant
) -> None:
    told = []

    async def begun(variables: dict[str, Any], context: Context | None = None) -> None:
        told.append(variables)

    config = cv.TRIGGER_SCHEMA([{"trigger": f"{DOMAIN}.vault_locked"}])
    stop = await ha_trigger.async_initialize_triggers(
        hass,
        await ha_trigger.async_validate_trigger_config(hass, config),
        begun,
        DOMAIN,
        "lamp",
        lambda *_: None,
    )
    assert stop is not None
    await asker.unlock()
    stop()
    await hass.async_block_till_done()
    assert told == []


# What people choose from ---


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_trigger_is_described_named_and_has_an_icon(
    hass: HomeAssistant, house: House, language: str
) -> None:
    described = await ha_trigger.async_get_all_descriptions(hass)
    words = await async_get_translations(hass, language, "triggers", {DOMAIN})
    icons = (await async_get_icons(hass, "triggers", {DOMAIN}))[DOMAIN]
    assert icons.keys() == TRIGGERS.keys()
    for name, kind in TRIGGERS.items():
        about = described[f"{DOMAIN}.{name}"]
        assert about is not None, name
        assert {str(key) for key in kind.schema} == about["fields"].keys()  # type: ignore[attr-defined]
        base = f"component.{DOMAIN}.triggers.{name}"
        for key in ("name", "description", *(f"fields.{one}.name" for one in about["fields"])):
            assert f"{base}.{key}" in words


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_word_that_can_be_chosen_has_a_name(
    hass: HomeAssistant, house: House, language: str
) -> None:
    described = await ha_trigger.async_get_all_descriptions(hass)
    words = await async_get_translations(hass, language, "selector", {DOMAIN})
    lists = {
        "erasure_reason": ErasureReason,
        "gap_reason": GapReason,
        "wanted": Wanted,
        "duty_kind": DutyKind,
    }
    found = {}
    for name in TRIGGERS:
        about = described[f"{DOMAIN}.{name}"]
        assert about is not None
        for one in about["fields"].values():
            if select := one["selector"].get("select"):
                found[select["translation_key"]] = select["options"]
    assert found.keys() == lists.keys()
    for name, options in found.items():
        assert {*options} == {*lists[name]}
        assert [
            one
            for one in options
            if f"component.{DOMAIN}.selector.{name}.options.{one}" not in words
        ] == []


def test_what_nobody_knows_cannot_be_chosen() -> None:
    with pytest.raises(Exception, match="value must be one of"):
        some_of(DutyKind)(["dancing"])
