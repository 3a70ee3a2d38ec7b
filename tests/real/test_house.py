from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.house.client import CallFailedError
from scripts.house.flows import FlowRefusedError, add_generic_camera, begin, begin_options
from scripts.house.running import House
from scripts.house.seed import OWNER
from tests.street.process import StreetProcess

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def street() -> AsyncIterator[StreetProcess]:
    async with StreetProcess() as process:
        yield process


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with House(tmp_path_factory.mktemp("house"), language="en") as running:
        yield running
        assert await running.stop() == 0
        assert running.log_errors(about="") == []


@pytest.mark.parametrize("way", ["rtsp", "ts", "still"])
async def test_the_street_camera_is_set_up_by_the_real_flow_and_seen(
    house: House, street: StreetProcess, way: str
) -> None:
    kind, entity_id = "still" if way == "still" else "stream", f"camera.street_{way}"
    address = {kind: getattr(street.urls[0], way)}
    assert (
        await add_generic_camera(house.client, **address, name=f"Street {way}", entity_id=entity_id)
        == entity_id
    )
    state = await house.client.wait_for_state(
        entity_id, lambda state: state["state"] != "unavailable"
    )
    assert state["attributes"]["friendly_name"] == f"Street {way}"
    assert (await house.client.camera_image(entity_id)).startswith(b"\xff\xd8")


async def test_a_form_that_is_answered_wrongly_says_so(house: House) -> None:
    flow = await begin(house.client, "generic")
    assert flow.step == "user"
    assert "stream_source" in flow.fields
    with pytest.raises(FlowRefusedError) as refused:
        await flow.answer(advanced={"framerate": 2, "verify_ssl": True})
    assert refused.value.errors == {"base": "no_still_image_or_stream_url"}
    assert flow.done is None
    await flow.abandon()
    with pytest.raises(CallFailedError) as gone:
        await flow.abandon()
    assert gone.value.status == 404


async def test_options_of_an_entry_open_too(house: House) -> None:
    entry = (await house.client.entries("generic"))[0]
    flow = await begin_options(house.client, entry["entry_id"])
    assert flow.step == "init"
    await flow.abandon()


async def test_people_have_the_rights_they_were_given(house: House) -> None:
    people = {
        name: await house.as_user(name).command("auth/current_user") for name in house.accounts
    }
    assert [name for name, user in people.items() if user["is_owner"]] == ["owner"]
    assert [name for name, user in people.items() if user["is_admin"]] == ["owner"]
    assert {user["id"] for user in people.values()} == {
        account.user_id for account in house.accounts.values()
    }
    with pytest.raises(CallFailedError):
        await begin(house.as_user("manager"), "generic")


async def test_actions_and_events_are_seen(house: House) -> None:
    async with house.client.subscribed("subscribe_events", event_type="state_changed") as events:
        await house.client.call_service("homeassistant", "update_entity", entity_id=["sun.sun"])
        await house.client.call_service("persistent_notification", "create", message="hello")
        await house.client.post("/api/states/sensor.here", {"state": "now"})
        assert (await events.get())["data"]["entity_id"] == "sensor.here"
    await house.client.wait_for_state("sensor.here", "now")
    with pytest.raises(TimeoutError):
        await house.client.wait_for_state("sensor.nowhere", "now", seconds=0.2)
    answer = await house.client.call_service(
        "conversation", "process", return_response=True, text="hello", language="en"
    )
    assert "response" in answer


async def test_it_comes_back_after_a_restart_and_after_a_power_cut(house: House) -> None:
    cameras = {name for name in await house.client.states() if name.startswith("camera.")}
    processes = [house.pid]
    await house.restart()
    processes.append(house.pid)
    await house.kill()
    processes.append(house.pid)
    await house.start()
    assert len(set(processes)) == 3
    assert processes[-1] is None
    await house.client.get("/api/")
    assert cameras <= set(await house.client.states())
    assert house.log().count("We found a custom integration kuma_bouhan") == 3


async def test_a_launcher_may_change_home_assistant_before_it_runs(tmp_path: Path) -> None:
    launcher = tmp_path / "launcher.py"
    launcher.write_text(
        "import sys\n"
        "from homeassistant import __main__ as hass\n"
        "import custom_components.kuma_bouhan.const as ours\n"
        "print('launched for', ours.DOMAIN, flush=True)\n"
        "sys.exit(hass.main())\n"
    )
    async with House(tmp_path / "config", launcher=launcher, people=[OWNER]) as house:
        assert (await house.client.command("get_config"))["language"] == "ja"
    assert "launched for kuma_bouhan" in (tmp_path / "config" / "hass.out").read_text()


async def test_a_process_that_cannot_start_says_why(tmp_path: Path) -> None:
    launcher = tmp_path / "launcher.py"
    launcher.write_text("raise SystemExit('the launcher gave up')\n")
    house = House(tmp_path / "config", launcher=launcher, people=[OWNER])
    with pytest.raises(RuntimeError, match="the launcher gave up"):
        await house.start()
    await house.close()
