"""Conditions of our own, in real automations: each lets one go on when it is so, and only then."""

from collections.abc import Awaitable, Callable
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import condition as ha_condition
from homeassistant.helpers.icon import async_get_icons
from homeassistant.helpers.translation import async_get_translations
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.capture.supervisor import StateReport
from custom_components.kuma_bouhan.condition import CONDITIONS
from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.sign import SignConfirmed

from .asker import BY_LAW, SPAN, Asker, at_home
from .conftest import CAMERA, NOON, OTHER, House
from .duties import COMPLAINT, SIGN, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

type Holds = Callable[[], Awaitable[bool]]
type Asking = Callable[..., Awaitable[Holds]]


@pytest.fixture
def asking(hass: HomeAssistant) -> Asking:
    """Make an automation with a condition of ours; return what runs it and says whether it went on."""

    async def make(name: str, **options: Any) -> Holds:
        condition = {
            "condition": f"{DOMAIN}.{name}",
            **({"options": options} if options else {}),
        }
        config = {
            "triggers": [{"trigger": "event", "event_type": "go"}],
            "conditions": [condition],
            "actions": [{"event": "went_on"}],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})
        await hass.async_block_till_done()
        (automation,) = hass.states.async_all("automation")
        assert automation.state == "on"
        went_on = async_capture_events(hass, "went_on")

        async def holds() -> bool:
            went_on.clear()
            hass.bus.async_fire("go")
            await hass.async_block_till_done()
            return bool(went_on)

        return holds

    return make


@pytest.fixture
async def asker(
    empty_house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Asker:
    """Have somebody at the panel of a home with footage."""
    return await at_home(empty_house, hass_client, hass_ws_client)


async def test_the_vault_is_locked_until_somebody_opens_it(asker: Asker, asking: Asking) -> None:
    holds = await asking("vault_is_locked")
    assert await holds()
    await asker.unlock()
    assert not await holds()


async def test_while_no_site_runs_the_vault_is_locked(house: House, asking: Asking) -> None:
    holds = await asking("vault_is_locked")
    await house.stop()
    assert await holds()


@pytest.mark.parametrize(
    "name", ["is_recording", "sign_is_displayed", "duties_are_overdue", "requests_are_waiting"]
)
async def test_while_no_site_runs_nothing_else_is_so(
    house: House, asking: Asking, name: str
) -> None:
    holds = await asking(name)
    await house.stop()
    assert not await holds()


async def test_cameras_record_where_every_one_that_was_chosen_does(house: House) -> None:
    gate = house.entity_id("switch", f"{CAMERA}_recording")
    await house.join(house.watch(OTHER, house.source("yard").id, "庭"))
    await house.recording(OTHER)
    every, chosen, gone = [
        await _one(house, "is_recording", options)
        for options in ({}, {"camera": [gate]}, {"camera": ["camera.nobody_knows"]})
    ]
    assert [await every(), await chosen(), await gone()] == [True, True, False]
    house.site._reported(StateReport(OTHER, RecordingState.NO_PICTURE, NOON, None))
    assert [await every(), await chosen()] == [False, True]
    house.site._reported(StateReport(CAMERA, RecordingState.NO_PICTURE, NOON, None))
    assert [await every(), await chosen()] == [False, False]


async def test_a_sign_is_displayed_once_it_was_confirmed(house: House, asking: Asking) -> None:
    holds = await asking("sign_is_displayed", camera=["camera.gate_camera"])
    assert not await holds()
    seen = SignConfirmed(
        camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="門柱", photo_jpeg=""
    )
    await house.site.desk.append(seen, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    assert await holds()


async def test_duties_are_overdue_where_one_that_was_chosen_is(
    house: House, due: Due, asking: Asking
) -> None:
    holds = await asking("duties_are_overdue", kind=["complaint_answer", "incident"])
    await due.lay(SIGN)
    assert not await holds()
    await due.lay(SIGN, COMPLAINT)
    assert await holds()


async def test_requests_wait_until_somebody_decides(asker: Asker, asking: Asking) -> None:
    holds = await asking("requests_are_waiting")
    assert not await holds()
    number = (await asker.ask("disclosure", **SPAN, **BY_LAW))["number"]
    assert await holds()
    await asker.unlock()
    await asker.ask("disclosure/deny", number=number)
    assert not await holds()


async def _one(house: House, name: str, options: dict[str, Any]) -> Holds:
    """Ask Home Assistant for a condition by itself: several at once."""
    config = await ha_condition.async_validate_condition_config(
        house.hass, {"condition": f"{DOMAIN}.{name}", "options": options}
    )
    checker = await ha_condition.async_from_config(house.hass, config)

    async def holds() -> bool:
        return bool(checker.async_check())

    return holds


async def test_who_waits_for_a_change_is_told_of_each(
    house: House, due: Due, hass: HomeAssistant
) -> None:
    config = await ha_condition.async_validate_condition_config(
        hass, {"condition": f"{DOMAIN}.duties_are_overdue", "options": {}}
    )
    checker = await ha_condition.async_from_config(hass, config)
    assert not checker.needs_polling
    found: list[bool | None] = []
    end = await checker.async_track_changes(lambda: found.append(checker.async_check()))
    assert found == []
    await due.lay(COMPLAINT)
    assert found == [True]
    await due.lay()
    assert found == [True, False]
    await house.stop()
    assert found[-1] is False
    count = len(found)
    end()
    assert await house.start()
    await due.lay(COMPLAINT)
    assert len(found) == count


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_condition_is_described_named_and_has_an_icon(
    hass: HomeAssistant, house: House, language: str
) -> None:
    described = await ha_condition.async_get_all_descriptions(hass)
    words = await async_get_translations(hass, language, "conditions", {DOMAIN})
    icons = (await async_get_icons(hass, "conditions", {DOMAIN}))[DOMAIN]
    assert icons.keys() == CONDITIONS.keys()
    for name, kind in CONDITIONS.items():
        about = described[f"{DOMAIN}.{name}"]
        assert about is not None, name
        assert {str(key) for key in kind.schema} == about["fields"].keys()  # type: ignore[attr-defined]
        base = f"component.{DOMAIN}.conditions.{name}"
        for key in ("name", "description", *(f"fields.{one}.name" for one in about["fields"])):
            assert f"{base}.{key}" in words
