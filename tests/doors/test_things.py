"""Things, taking out, other copies, disposal and inspections over HTTP, and what of it is a Repair."""

from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.records.appointments import Appointed, AppointmentEnded
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import CAMERA, NOON, PASSPHRASE, House
from .flows.person import sign_in
from .keeper import Keeper

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)
TODAY = f"{NOON:%Y-%m-%d}"
DISK = {
    "what": "disk",
    "name": "録画用ディスク",
    "place": "事務室の保管庫",
    "lock": "シリンダー錠",
    "key_keeper": "運用責任者",
    "anti_theft": "ワイヤー錠",
}
AWAY = {"due": "2026-11-25", "reason": "修理", "where_to": "熊本電機"}


@pytest.fixture
async def keeper(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Keeper:
    """Sign the one person of a home in."""
    await house.hass.config.async_set_time_zone("UTC")
    await house.stop()
    await house.start()
    person = await sign_in(house.hass, hass_client, house.owner)
    return Keeper(person.client, await hass_ws_client())


async def told(keeper: Keeper, what: str) -> dict[str, Any]:
    """Return the one item there is of a list."""
    (found,) = (await keeper.kept("things"))[what]
    item: dict[str, Any] = found
    return item


async def only_operates(house: House) -> None:
    """Leave the person nothing but to operate."""
    desk, site = house.site.desk, Actor(house.owner.id, Door.FLOW)
    for role in (Role.MANAGER, Role.SITE_OWNER):
        act = AppointmentEnded(
            role=role, user_id=house.owner.id, until=desk.clock.now(), secrecy_acknowledged=True
        )
        await desk.append(act, site, Phase.DONE)
    other = Appointed(role=Role.SITE_OWNER, user_id="other", since=NOON, name="x", title="")
    await desk.append(other, site, Phase.DONE)


# --- Where things stand


async def test_a_thing_is_noted_looked_at_and_gone(house: House, keeper: Keeper) -> None:
    thing = (await keeper.do("things/note", **DISK))["thing"]
    assert await told(keeper, "things") == {
        **DISK,
        "thing": thing,
        "erased": False,
        "checked": None,
        "fine": True,
        "due": (NOON + 365 * DAY).isoformat(),
        "overdue": False,
        "out": None,
        "can": ["check", "note", "gone", "take_out", "dispose"],
    }
    assert await keeper.refused("things/check", thing=thing, fine=False) == (422, "remarks_missing")
    await keeper.do("things/check", thing=thing, fine=False, remarks="扉が開いていた")
    assert not (await told(keeper, "things"))["fine"]
    assert await keeper.do("things/note", **DISK | {"place": "管理室"}, thing=thing) == {
        "thing": thing
    }
    assert (await told(keeper, "things"))["place"] == "管理室"
    await keeper.do("things/gone", thing=thing)
    assert (await keeper.kept("things"))["things"] == []


async def test_whoever_operates_is_offered_what_they_may_do(house: House, keeper: Keeper) -> None:
    thing = (await keeper.do("things/note", **DISK))["thing"]
    await keeper.do("things/take_out", thing=thing, **AWAY)
    await only_operates(house)
    shown = await keeper.kept("things")
    assert shown["can"] == ["dispose"]
    assert shown["things"][0]["can"] == ["check"]
    assert shown["takings"][0]["can"] == []
    assert shown["looked"][0]["can"] == []
    assert await keeper.refused("things/gone", thing=thing) == (403, "role_needed_keep_things")


# --- Taking out


async def test_a_medium_goes_out_by_a_decision_and_comes_back(house: House, keeper: Keeper) -> None:
    thing = (await keeper.do("things/note", **DISK))["thing"]
    number = (await keeper.do("things/take_out", thing=thing, **AWAY))["number"]
    waiting = await told(keeper, "takings")
    due = (NOON + 3 * DAY).replace(hour=0, minute=0, second=0).isoformat()
    assert waiting == {
        "number": number,
        "thing": thing,
        "thing_name": "録画用ディスク",
        "state": "requested",
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "by_name": "熊本 花子",
        "due": due,
        "overdue": False,
        "reason": "修理",
        "where_to": "熊本電機",
        "erased": False,
        "decided": None,
        "decided_by_name": "",
        "one_person": False,
        "deny_reason": "",
        "back": None,
        "fine": True,
        "remarks": "",
        "can": ["permit", "deny"],
    }
    assert await keeper.refused("things/permit", number=number) == (403, "unlock_first")
    await keeper.do("things/permit", number=number, passphrase=PASSPHRASE)
    assert house.acts("taking_out_permitted")[-1].signature
    out = await told(keeper, "takings")
    assert (out["state"], out["decided"], out["can"]) == ("out", NOON.isoformat(), ["returned"])
    assert (out["decided_by_name"], out["one_person"]) == ("熊本 花子", True)
    assert (await told(keeper, "things"))["out"] == number
    assert (await told(keeper, "things"))["can"] == ["check", "note"]
    assert await keeper.refused("things/take_out", thing=thing, **AWAY) == (422, "thing_is_out")
    await keeper.do("things/returned", number=number, fine=False, remarks="封が切れていた")
    back = await told(keeper, "takings")
    assert (back["state"], back["back"], back["fine"]) == ("back", NOON.isoformat(), False)
    assert (back["remarks"], back["can"]) == ("封が切れていた", [])
    # It keeps its name, though the thing is gone.
    await keeper.do("things/gone", thing=thing)
    assert (await told(keeper, "takings"))["thing_name"] == "録画用ディスク"


async def test_what_is_denied_says_why(keeper: Keeper) -> None:
    thing = (await keeper.do("things/note", **DISK))["thing"]
    number = (await keeper.do("things/take_out", thing=thing, **AWAY))["number"]
    await keeper.do("things/deny", number=number, reason="立会いで修理", passphrase=PASSPHRASE)
    denied = await told(keeper, "takings")
    assert (denied["state"], denied["deny_reason"]) == ("denied", "立会いで修理")
    assert await keeper.refused("things/permit", number=number) == (422, "taking_out_decided")


async def test_what_should_be_back_is_a_repair_until_it_is(
    house: House, keeper: Keeper, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    def said() -> dict[str, dict[str, str] | None]:
        return {
            issue_id: issue.translation_placeholders
            for (domain, issue_id), issue in ir.async_get(hass).issues.items()
            if domain == DOMAIN and issue.active
        }

    thing = (await keeper.do("things/note", **DISK))["thing"]
    number = (await keeper.do("things/take_out", thing=thing, **AWAY))["number"]
    await keeper.do("things/permit", number=number, passphrase=PASSPHRASE)
    assert said() == {}
    freezer.move_to((NOON + 3 * DAY).replace(hour=0, minute=0, second=0))
    house.site._tell()
    assert said() == {"taking_out_overdue": {"count": "1"}}
    assert (await told(keeper, "takings"))["overdue"]
    await keeper.do("things/returned", number=number, fine=True)
    assert said() == {}


# --- Other copies


async def test_where_else_pictures_are_kept_is_measured_by_the_cameras_period(
    keeper: Keeper,
) -> None:
    looked = {"camera": CAMERA, "place": "門", "at": None, "can": ["no_other_copies"]}
    assert await told(keeper, "looked") == looked
    await keeper.do("things/no_other_copies", camera=CAMERA)
    assert await told(keeper, "looked") == looked | {"at": NOON.isoformat()}
    body = {"camera": CAMERA, "what": "nvr", "place": "録画機", "who_sees": "運用責任者"}
    copy = (await keeper.do("things/other_copy", **body, days=8))["copy"]
    assert await told(keeper, "copies") == {
        **body,
        "copy": copy,
        "days": 8,
        "allowed_days": 7,
        "too_long": True,
        "erased": False,
        "can": ["other_copy", "other_copy_gone"],
    }
    assert (await told(keeper, "looked"))["can"] == []
    refused = await keeper.refused("things/no_other_copies", camera=CAMERA)
    assert refused == (422, "other_copy_stands")
    for days, wrong in ((7, False), (None, True)):
        await keeper.do("things/other_copy", **body, days=days, copy=copy)
        assert (await told(keeper, "copies"))["too_long"] is wrong
    await keeper.do("things/other_copy_gone", copy=copy)
    assert (await keeper.kept("things"))["copies"] == []


# --- Disposal


async def test_a_disposal_is_listed_with_who_saw_it_for_a_year(
    house: House, keeper: Keeper, freezer: FrozenDateTimeFactory
) -> None:
    thing = (await keeper.do("things/note", **DISK))["thing"]
    body = {
        "thing": thing,
        "medium": "SSD",
        "serial": "SN-1",
        "method": "drilled",
        "on": "2026-11-22",
    }
    assert await keeper.refused("things/dispose", **body) == (422, "text_missing")
    await keeper.do("things/dispose", **body, witness="阿蘇 太郎")
    disposal = await told(keeper, "disposals")
    assert disposal == {
        "seq": house.acts("medium_disposed")[-1].seq,
        "at": NOON.isoformat(),
        "on": "2026-11-22",
        "by": house.owner.id,
        "by_name": "熊本 花子",
        "medium": "SSD",
        "serial": "SN-1",
        "method": "drilled",
        "witness": "阿蘇 太郎",
        "erased": False,
    }
    assert (await keeper.kept("things"))["things"] == []
    freezer.move_to(NOON + 401 * DAY)
    assert (await keeper.kept("things"))["disposals"] == []


# --- Inspections


async def test_an_inspection_shows_what_is_to_be_looked_at_and_is_entered(
    house: House, keeper: Keeper, freezer: FrozenDateTimeFactory
) -> None:
    hour = NOON.replace(minute=0, second=0) - timedelta(hours=5)
    await house.record(CAMERA, hour)
    shown = await keeper.kept("inspections")
    year = (house.site.desk.registers.cameras[CAMERA].added + 365 * DAY).isoformat()
    nothing = {"last": None, "fine": True, "due": year, "overdue": False, "can": ["enter"]}
    assert shown["inspections"] == [{"what": what, **nothing} for what in ("retention", "media")]
    (camera,) = shown["cameras"]
    assert camera == {
        "camera": CAMERA,
        "place": "門",
        "days": 7,
        "oldest": hour.isoformat(),
        "late_hours": 0,
    }
    refused = await keeper.refused("inspections/enter", what="retention", fine=False)
    assert refused == (422, "remarks_missing")
    await keeper.do("inspections/enter", what="retention", fine=False, remarks="1時間残っている")
    (done, _) = (await keeper.kept("inspections"))["inspections"]
    assert (done["last"], done["fine"]) == (NOON.isoformat(), False)
    freezer.move_to(NOON + 365 * DAY)
    for found in (await keeper.kept("inspections"))["inspections"]:
        assert found["overdue"]
