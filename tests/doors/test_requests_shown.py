"""What everybody who uses Home Assistant is told of requests: numbers and counts, as a notice, in Repairs and in the overview."""

from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.persistent_notification import _async_get_or_create_notifications
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.disclosure import Asks, CopyForm, Fate
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.notices import WAITING
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.disclosure import (
    CopyConfirmed,
    CopyDownloaded,
    DisclosureDenied,
    DisclosurePrepared,
    DisclosureRequested,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import (
    ExtensionRequested,
    ExtensionWithdrawn,
    HeldPiece,
)

from .conftest import CAMERA, NOON, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SPAN: Any = {"cameras": (CAMERA,), "start": NOON - HOUR, "end": NOON}
UNTIL = NOON + 10 * DAY
PIECE = HeldPiece(
    slot="a" * 32,
    camera=CAMERA,
    hour=NOON.replace(minute=0, second=0) - HOUR,
    original_end=NOON + 7 * DAY,
    until=UNTIL,
    start=NOON - HOUR,
    end=NOON - HOUR / 2,
    chunks=1,
    bytes=1,
)


def extension(number: int, *pieces: HeldPiece) -> ExtensionRequested:
    return ExtensionRequested(
        number=number, **SPAN, until=UNTIL, pieces=pieces, reason_text="理由", remarks=""
    )


def disclosure(number: int, ground: Ground = Ground.LAW) -> DisclosureRequested:
    texts: Any = dict.fromkeys(
        (
            *("affiliation", "title", "name", "contact", "purpose_text", "content_text"),
            *("remarks", "document", "document_number", "identity_check"),
            *("exception_text", "urgency_text", "no_other_way_text"),
        ),
        "熊本",
    )
    return DisclosureRequested(number=number, asks=Asks.DISCLOSURE, ground=ground, **SPAN, **texts)


def downloaded(number: int) -> CopyDownloaded:
    return CopyDownloaded(number=number, copy=1, form=CopyForm.VIDEO, bytes=1, due=NOON + DAY)


async def enter(house: House, *acts: RecordedAct) -> None:
    """Have acts stand in the book."""
    for act in acts:
        await house.site.desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    await house.settle()


def notice(house: House) -> str | None:
    """Return what the notice says, if there is one."""
    shown = _async_get_or_create_notifications(house.hass).get(WAITING)
    return shown["message"] if shown else None


def issues(house: House) -> dict[str, ir.IssueEntry]:
    return {
        issue: entry
        for (domain, issue), entry in ir.async_get(house.hass).issues.items()
        if domain == DOMAIN and entry.active
    }


# --- The notice


async def test_who_may_decide_is_told_by_number_until_nothing_waits(house: House) -> None:
    assert notice(house) is None
    await enter(house, extension(1))
    assert "[1](/kuma-bouhan/requests/1)" in (notice(house) or "")
    await enter(house, disclosure(2))
    said = notice(house) or ""
    assert "[1](/kuma-bouhan/requests/1), [2](/kuma-bouhan/requests/2)" in said
    assert "熊本" not in said and "理由" not in said
    assert house.state("sensor", f"{SITE}_requests_waiting") == "2"
    await enter(house, ExtensionWithdrawn(number=1))
    assert "/1)" not in (notice(house) or "")
    await enter(house, DisclosureDenied(number=2, requested_by=house.owner.id, reason_text=""))
    assert notice(house) is None
    assert house.state("sensor", f"{SITE}_requests_waiting") == "0"


async def test_what_waited_before_a_restart_waits_after_it(house: House) -> None:
    await enter(house, disclosure(1))
    await house.stop()
    assert notice(house) is None
    assert await house.start()
    assert "/requests/1)" in (notice(house) or "")


# --- Repairs


async def test_a_copy_that_should_be_gone_is_said_until_it_is_confirmed(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    await enter(house, disclosure(1), downloaded(1))
    assert house.state("sensor", f"{SITE}_copies_out") == "1"
    assert house.attributes("sensor", f"{SITE}_copies_out")["overdue"] == 0
    assert "copies_overdue" not in issues(house)
    freezer.move_to(NOON + DAY)
    house.site._tell()
    assert issues(house)["copies_overdue"].translation_placeholders == {"count": "1"}
    assert house.attributes("sensor", f"{SITE}_copies_out")["overdue"] == 1
    await enter(house, CopyConfirmed(number=1, copy=1, fate=Fate.DELETED, at=NOON + DAY))
    assert "copies_overdue" not in issues(house)
    assert house.state("sensor", f"{SITE}_copies_out") == "0"


async def test_a_permission_that_should_have_followed_is_said_until_it_is_decided(
    house: House, freezer: FrozenDateTimeFactory
) -> None:
    prepared = DisclosurePrepared(number=1, manifest="ab" * 32, files=1, bytes=1)
    await enter(house, disclosure(1, Ground.EMERGENCY), prepared)
    assert "permission_overdue" not in issues(house)
    freezer.move_to(NOON + DAY)
    house.site._tell()
    assert issues(house)["permission_overdue"].translation_placeholders == {"count": "1"}
    await enter(house, DisclosureDenied(number=1, requested_by=house.owner.id, reason_text=""))
    assert "permission_overdue" not in issues(house)


# --- Overview and entities


async def test_the_overview_counts_and_says_until_when_something_is_held(
    house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await enter(house, extension(1, PIECE), disclosure(2), downloaded(2))
    panel = await hass_ws_client()
    await panel.send_json_auto_id({"type": f"{DOMAIN}/overview/subscribe"})
    await panel.receive_json()
    told = (await panel.receive_json())["event"]
    assert told["requests"] == {"waiting": 2, "copies_out": 1, "copies_overdue": 0}
    (camera,) = told["cameras"]
    assert datetime.fromisoformat(camera["held_until"]) == UNTIL
    assert house.state("sensor", f"{CAMERA}_held_until") == UNTIL.replace(microsecond=0).isoformat()


@pytest.mark.parametrize("role", [None, Role.STAFF, Role.COMPLAINT_OFFICER])
async def test_whoever_may_not_open_requests_is_told_no_counts(
    house: House, hass_ws_client: WebSocketGenerator, role: Role | None
) -> None:
    user = await house.hass.auth.async_create_user("花子", group_ids=["system-users"])
    await enter(house, disclosure(1))
    if role:
        await enter(house, Appointed(role=role, user_id=user.id, since=NOON, name="", title=""))
    refresh = await house.hass.auth.async_create_refresh_token(user, "https://example.invalid")
    panel = await hass_ws_client(access_token=house.hass.auth.async_create_access_token(refresh))
    await panel.send_json_auto_id({"type": f"{DOMAIN}/overview/subscribe"})
    await panel.receive_json()
    assert "requests" not in (await panel.receive_json())["event"]


async def test_a_step_is_told_once_it_is_done_with_ids_times_and_counts_only(
    house: House,
) -> None:
    await house.site.desk.append(disclosure(1), Actor(house.owner.id, Door.PANEL), Phase.ORDERED)
    assert house.state("event", f"{SITE}_disclosure") == "unknown"
    await enter(house, disclosure(1))
    told = house.attributes("event", f"{SITE}_disclosure")
    ours = {"number", "cameras", "start", "end"}
    theirs = {"device_class", "event_type", "event_types", "friendly_name"}
    assert told.keys() - theirs == ours
    assert (told["event_type"], told["start"]) == ("requested", (NOON - HOUR).isoformat())
