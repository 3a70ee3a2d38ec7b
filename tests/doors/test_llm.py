"""The tools for language models: what somebody with an office may ask, and never anything about people."""

from collections.abc import Awaitable, Callable
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import llm
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import RULES, Act, Actor, Door, Role
from custom_components.kuma_bouhan.lines import told
from custom_components.kuma_bouhan.llm import SiteTool
from custom_components.kuma_bouhan.records.acts import Refusal
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .asker import BY_LAW, SPAN, at_home
from .conftest import CAMERA, NOON, House
from .duties import COMPLAINT, DAY, SIGN, TAUGHT, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)

TOOLS = [f"{DOMAIN}__get_{what}" for what in ("cameras", "duties", "requests")]

type Ask = Callable[..., Awaitable[llm.ToolResult]]


def asked_by(context: Context | None) -> llm.LLMContext:
    return llm.LLMContext(
        platform="test", context=context, language="ja", assistant="conversation", device_id=None
    )


@pytest.fixture
def ask(hass: HomeAssistant) -> Ask:
    """Have a language model use a tool, on behalf of whoever talks to it."""

    async def use(tool: str, context: Context | None) -> llm.ToolResult:
        api = await llm.async_get_api(hass, DOMAIN, asked_by(context))
        return await api.async_call_tool(llm.ToolInput(f"{DOMAIN}__get_{tool}", {}))

    return use


@pytest.fixture(autouse=True)
async def conversation(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "homeassistant", {})


async def test_the_tools_read_and_do_nothing(hass: HomeAssistant, house: House) -> None:
    api = await llm.async_get_api(hass, DOMAIN, asked_by(house.person))
    assert [tool.name for tool in api.tools] == TOOLS
    for tool in api.tools:
        assert isinstance(tool, SiteTool)
        assert tool.annotations.read_only
        assert not tool.annotations.destructive
        assert tool.act in {Act.READ_OPERATION, Act.READ_DUTIES, Act.READ_REQUESTS}
        assert not RULES[tool.act].decides


async def test_home_assistants_own_api_is_given_none_of_them(
    hass: HomeAssistant, house: House
) -> None:
    assert await async_setup_component(hass, "llm", {})
    assist = await llm.async_get_api(hass, llm.LLM_API_ASSIST, asked_by(house.person))
    assert [tool.name for tool in assist.tools if DOMAIN in tool.name] == []


async def test_cameras_are_told_by_place_and_state(house: House, ask: Ask) -> None:
    answer = await ask("cameras", house.person)
    assert not answer.error
    assert answer.data == {
        "cameras": [
            {
                "place": "門",
                "recording_state": "recording",
                "problem": False,
                "retention_days": 7,
                "next_erasure": told(house.site.cameras[CAMERA].summary.next_erasure),
                "held_until": None,
                "sign": "never_confirmed",
            }
        ]
    }


async def test_duties_are_told_that_fall_due_within_a_month(
    house: House, due: Due, ask: Ask
) -> None:
    await house.hass.config.async_set_time_zone("UTC")
    await due.lay(SIGN, COMPLAINT, TAUGHT)
    answer = await ask("duties", house.person)
    assert answer.data == {
        "duties": [
            {
                "kind": "complaint_answer",
                "place": None,
                "number": 4,
                "due": COMPLAINT.due.astimezone(house.site.desk.zone).date().isoformat(),
                "overdue": True,
            },
            {
                "kind": "sign",
                "place": "門",
                "number": None,
                "due": SIGN.due.astimezone(house.site.desk.zone).date().isoformat(),
                "overdue": False,
            },
        ]
    }


async def test_staff_is_told_of_staffs_duties(house: House, due: Due, ask: Ask) -> None:
    user = await house.hass.auth.async_create_user("従業員", group_ids=["system-users"])
    office = Appointed(role=Role.STAFF, user_id=user.id, since=NOON - DAY, name="従業員", title="")
    await house.site.desk.append(office, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    await due.lay(SIGN, COMPLAINT)
    answer = await ask("duties", Context(user_id=user.id))
    assert [one["kind"] for one in answer.data["duties"]] == ["sign"]  # type: ignore[index,union-attr,call-overload]
    assert (await ask("requests", Context(user_id=user.id))).error


async def test_requests_are_counted_and_nothing_of_them_is_told(
    empty_house: House,
    hass_client: ClientSessionGenerator,
    hass_ws_client: WebSocketGenerator,
    ask: Ask,
) -> None:
    asker = await at_home(empty_house, hass_client, hass_ws_client)
    await asker.ask("disclosure", **SPAN, **BY_LAW)
    answer = await ask("requests", empty_house.person)
    assert answer.data == {"waiting": 1, "copies_out": 0, "copies_overdue": 0}


@pytest.mark.parametrize("tool", ["cameras", "duties", "requests"])
async def test_who_has_no_office_is_told_nothing_and_that_is_entered(
    house: House, ask: Ask, tool: str
) -> None:
    stranger = await house.hass.auth.async_create_user("花子", group_ids=["system-users"])
    callers: list[tuple[Context | None, bool]] = [
        (Context(user_id=stranger.id), False),
        (None, True),
        (Context(user_id=house.owner.id, parent_id="an automation"), True),
    ]
    for context, nobody in callers:
        size = house.site.desk.book.size
        answer = await ask(tool, context)
        assert answer.error
        assert answer.data.keys() == {"error"}
        assert "門" not in str(answer.data)
        (entry,) = house.site.desk.book.entries(size)
        assert isinstance(entry.act, Refusal)
        assert (entry.act.key == "person_needed") is nobody


async def test_while_no_site_runs_it_says_so(house: House, ask: Ask) -> None:
    await house.stop()
    answer = await ask("cameras", house.person)
    assert answer.error
    said: Any = answer.data["error"]
    assert "not running" in said
