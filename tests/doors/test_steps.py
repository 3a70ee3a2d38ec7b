"""Steps that somebody stored in Home Assistant speak for nobody, whoever sets them off and whatever they hang on.

Of a template entity and of a spoken command Home Assistant runs the steps in the name of whoever presses or speaks: an
administrator without an office writes them, the manager sets them off.
"""

import asyncio
from typing import Any

from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import intent
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.guideline.signs import tag_of

from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)

READ = {
    "action": f"{DOMAIN}.get_register",
    "data": {"register": "appointments"},
    "response_variable": "read",
}
TELL = {"event": "told", "event_data": {"read": "{{ read }}"}}
PRESS = {"action": "button.press", "target": {"entity_id": "button.lamp"}}
STATE = {"state": "{{ false }}"}
THINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "button": ("button.press", {"press": [READ, TELL]}),
    "switch": ("switch.turn_on", STATE | {"turn_on": [READ, TELL], "turn_off": []}),
    "lock": ("lock.lock", STATE | {"lock": [READ, TELL], "unlock": []}),
    "cover": ("cover.open_cover", STATE | {"open_cover": [READ, TELL], "close_cover": []}),
}
"""Kinds of template entities, what sets one off, and its steps."""


@pytest.fixture
async def told(house: House) -> list[Any]:
    """Return what the steps come to tell."""
    heard: list[Any] = []
    house.hass.bus.async_listen("told", lambda event: heard.append(event.data))
    return heard


async def template(hass: HomeAssistant, kind: str, steps: dict[str, Any]) -> None:
    config = {"template": [{kind: {"name": "Lamp"} | steps}]}
    assert await async_setup_component(hass, "template", config)
    await hass.async_block_till_done(wait_background_tasks=False)


def refused(house: House) -> list[tuple[Act, str | None, bool]]:
    return [
        (entry.act.act, entry.actor.user_id, entry.actor.automated)  # type: ignore[attr-defined]
        for entry in house.acts("refusal")
    ]


@pytest.mark.parametrize("kind", THINGS)
async def test_the_steps_of_a_template_entity_speak_for_nobody(
    house: House, told: list[Any], kind: str
) -> None:
    action, steps = THINGS[kind]
    await template(house.hass, kind, steps)
    with pytest.raises(ServiceValidationError) as error:
        await house.call(action, house.person, {"entity_id": f"{kind}.lamp"})
    assert error.value.translation_key == "person_needed"
    assert told == []
    assert refused(house) == [(Act.READ_SUPERVISION, house.owner.id, True)]


@pytest.mark.parametrize("wait", [True, False])
async def test_what_is_said_to_an_assistant_speaks_for_nobody(house: House, wait: bool) -> None:
    lamp = {"action": [READ | {"continue_on_error": True}], "async_action": not wait}
    assert await async_setup_component(
        house.hass, "intent_script", {"intent_script": {"Lamp": lamp}}
    )
    await intent.async_handle(house.hass, "test", "Lamp", {}, context=house.person)
    await house.settle()
    assert refused(house) == [(Act.READ_SUPERVISION, house.owner.id, True)]


async def test_steps_that_fire_the_event_of_a_tag_confirm_no_sign(house: House) -> None:
    scan = {"event": "tag_scanned", "event_data": {"tag_id": tag_of(CAMERA)}}
    await template(house.hass, "button", {"press": [scan]})
    await house.call("button.press", house.person, {"entity_id": "button.lamp"})
    await house.settle()
    assert refused(house) == [(Act.CONFIRM_SIGN, house.owner.id, True)]
    assert house.acts("sign_confirmed") == []


async def test_what_steps_leave_running_speaks_for_nobody_either(house: House) -> None:
    """The steps are over, and their list is empty, when it gets to the act."""
    hass, go = house.hass, asyncio.Event()

    async def later(call: ServiceCall) -> None:
        await go.wait()
        confirm = {"entity_id": house.entity_id("button", f"{CAMERA}_confirm_sign")}
        with pytest.raises(ServiceValidationError):
            await house.call("button.press", call.context, confirm)

    async def start(call: ServiceCall) -> None:
        hass.async_create_task(later(call))

    hass.services.async_register("somebody", "start", start)
    await template(hass, "button", {"press": [{"action": "somebody.start"}]})
    await house.call("button.press", house.person, {"entity_id": "button.lamp"})
    assert refused(house) == []
    go.set()
    await house.settle()
    assert refused(house) == [(Act.CONFIRM_SIGN, house.owner.id, True)]


async def test_automations_may_do_by_such_steps_what_they_may(house: House) -> None:
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    stop = {"action": "switch.turn_off", "target": {"entity_id": switch}}
    await template(house.hass, "button", {"press": [stop]})
    await house.call("button.press", house.person, {"entity_id": "button.lamp"})
    await house.settle()
    assert house.state("switch", f"{CAMERA}_recording") == "off"
    assert house.acts("recording_switched")[-1].actor.automated


@pytest.mark.parametrize("around", [None, "choice", "entity"])
async def test_an_action_under_developer_tools_is_the_persons_own_and_nothing_around_it(
    house: House, told: list[Any], hass_ws_client: WebSocketGenerator, around: str | None
) -> None:
    await template(house.hass, "button", {"press": [READ, TELL]})
    answer = {"stop": "", "response_variable": "read"}
    sequence = {
        None: [READ, answer],
        "choice": [{"if": "{{ true }}", "then": [READ, answer]}],
        "entity": [PRESS],
    }[around]
    panel = await hass_ws_client()
    await panel.send_json_auto_id({"type": "execute_script", "sequence": sequence})
    said = await panel.receive_json()
    assert said["success"] is (around is None)
    assert told == []
    if around is None:
        assert said["result"]["response"]["entries"]
        assert refused(house) == []
    else:
        assert said["error"]["translation_key"] == "person_needed"
        assert refused(house) == [(Act.READ_SUPERVISION, house.owner.id, True)]
