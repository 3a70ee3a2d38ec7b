"""The to-do list: what is due, for everybody to see and for nobody to tick off."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.translation import async_get_translations
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, snapshot_platform
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.deeds.duties import path_of
from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door
from custom_components.kuma_bouhan.procedure.agenda import Ending
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.thing import NoOtherCopies
from tests.house.source import read_json

from .conftest import CAMERA, NOON, SITE, House
from .duties import COMPLAINT, DAY, SIGN, TAUGHT, Due, due

__all__ = ["due"]

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def in_utc(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")


async def items(house: House) -> list[dict[str, Any]]:
    """Return what stands on the list."""
    entity_id = house.entity_id("todo", f"{SITE}_duties")
    answer = await house.call(
        "todo.get_items", house.automation, {"entity_id": entity_id}, return_response=True
    )
    found: list[dict[str, Any]] = answer[entity_id]["items"]
    return found


async def test_what_is_overdue_or_due_within_a_month_stands_on_the_list(
    in_utc: None, house: House, due: Due
) -> None:
    await due.lay(SIGN, COMPLAINT, TAUGHT)
    assert await items(house) == [
        {
            "uid": "complaint_answer:4",
            "summary": "Give the first answer to a complaint or inquiry (no. 4)",
            "description": "In the panel: /kuma-bouhan/duties/complaints/4",
            "due": "2026-11-22",
            "status": "needs_action",
        },
        {
            "uid": f"sign:{CAMERA}",
            "summary": "Look at the sign: 門",
            "description": "In the panel: /kuma-bouhan/duties/signs",
            "due": "2026-11-26",
            "status": "needs_action",
        },
    ]
    assert house.state("todo", f"{SITE}_duties") == "2"


async def test_what_comes_near_joins_the_list_by_itself(
    hass: HomeAssistant, house: House, due: Due, freezer: FrozenDateTimeFactory
) -> None:
    await due.lay(TAUGHT)
    assert await items(house) == []
    freezer.tick(DAY)
    async_fire_time_changed(hass)
    await house.settle()
    await house.until(lambda: house.state("todo", f"{SITE}_duties") == "1")


async def test_what_is_done_is_gone(house: House, due: Due) -> None:
    await due.lay(SIGN)
    await due.lay()
    assert await items(house) == []


async def test_whoever_reads_right_after_an_act_reads_what_it_changed(
    house: House, due: Due
) -> None:
    """A script goes on as soon as its action returns: nothing is told a turn later."""
    await due.lay(SIGN)
    due.next(COMPLAINT, replace(COMPLAINT, number=5, due=NOON + DAY))
    actor = Actor(house.owner.id, Door.PANEL)
    await house.site.desk.append(NoOtherCopies(camera=CAMERA), actor, Phase.NOTED)
    assert house.state("todo", f"{SITE}_duties") == "2"
    assert house.state("sensor", f"{SITE}_duties_overdue") == "1"
    said = house.attributes("calendar", f"{SITE}_duties")
    assert said["message"] == "Give the first answer to a complaint or inquiry (no. 5)"
    assert [one["uid"] for one in await items(house)] == [
        "complaint_answer:4",
        "complaint_answer:5",
    ]


async def test_hours_are_said_only_where_they_count(in_utc: None, house: House, due: Due) -> None:
    """A day that ends with a midnight is that day, not the one after it."""
    decision = Duty(
        kind=DutyKind.DECISION,
        due=NOON + timedelta(hours=2),
        act=Act.APPROVE_EXTENSION,
        number=7,
    )
    midnight = NOON.replace(hour=0, minute=0, second=0) + DAY
    await due.lay(decision, replace(decision, number=8, due=midnight))
    assert [one["due"] for one in await items(house)] == [
        "2026-11-23T05:00:00+00:00",
        "2026-11-23",
    ]


async def test_it_is_said_in_the_language_of_the_house(
    hass: HomeAssistant, house: House, due: Due
) -> None:
    hass.config.language = "ja"
    await hass.config_entries.async_reload(house.entry.entry_id)
    await house.settle()
    await due.lay(SIGN, COMPLAINT)
    assert [one["summary"] for one in await items(house)] == [
        "苦情・問合せに最初の回答をする（第4号）",
        "設置表示を確認する：門",
    ]


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("add_item", {"item": "画像を見せる"}),
        ("update_item", {"item": "complaint_answer:4", "status": "completed"}),
        ("remove_item", {"item": "complaint_answer:4"}),
        ("remove_completed_items", {}),
    ],
)
async def test_nothing_is_added_ticked_off_or_removed_here(
    house: House, due: Due, action: str, data: dict[str, str]
) -> None:
    await due.lay(COMPLAINT)
    entity_id = house.entity_id("todo", f"{SITE}_duties")
    with pytest.raises(HomeAssistantError):
        await house.call(f"todo.{action}", house.person, {"entity_id": entity_id, **data})
    assert [one["uid"] for one in await items(house)] == ["complaint_answer:4"]


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_duty_has_words_and_a_page(hass: HomeAssistant, language: str) -> None:
    words = await async_get_translations(hass, language, "common", {DOMAIN})
    for name in (*(f"duty_{kind}" for kind in DutyKind), *(f"end_{end}" for end in Ending)):
        assert f"component.{DOMAIN}.common.{name}" in words
    for kind in DutyKind:
        page = path_of(Duty(kind=kind, due=NOON, act=Act.LEAVE, number=1, about="a"))
        assert page.startswith("/kuma-bouhan/")


def test_words_and_duties_are_the_same() -> None:
    said = {key for key in read_json("translations/en.json")["common"] if key.startswith("duty_")}
    assert said == {f"duty_{kind}" for kind in DutyKind}


@pytest.fixture
def only_todo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.PLATFORMS", [Platform.TODO])


@pytest.mark.usefixtures("only_todo")
async def test_the_list(
    hass: HomeAssistant,
    house: House,
    due: Due,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    await due.lay(SIGN, COMPLAINT)
    await snapshot_platform(hass, entity_registry, snapshot, house.entry.entry_id)
