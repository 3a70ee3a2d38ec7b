"""A day, sessions and permissions over HTTP: what is asked is checked, what is told is what stands."""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
from hypothesis import HealthCheck, given, settings, strategies as st
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from tests.house.source import read_json

from .conftest import CAMERA, NOON, OTHER, House
from .viewer import BASE, HOUR, Viewer

pytestmark = pytest.mark.freeze_time(NOON)

SENTENCES = read_json("translations/en.json")["exceptions"]
EARLIER = NOON.replace(minute=0, second=0) - 5 * HOUR


@pytest.fixture
async def viewer(house: House, hass_client: ClientSessionGenerator) -> Viewer:
    """Sign the one person of the home in, with the vault open."""
    await house.hass.config.async_set_time_zone("Asia/Tokyo")
    found = Viewer(await hass_client())
    await found.unlock()
    return found


# --- A day


async def test_a_day_says_what_there_is_and_what_is_missing(house: House, viewer: Viewer) -> None:
    house.site.desk.zone = ZoneInfo("Asia/Tokyo")
    await house.record(CAMERA, EARLIER)
    gap = Gap(CAMERA, EARLIER + HOUR, EARLIER + 2 * HOUR, GapReason.CAMERA_UNAVAILABLE)
    house.site.routine.note(gap)
    await house.site.routine.enter(NOON)
    house.site.routine.note(
        Gap(CAMERA, EARLIER + 3 * HOUR, EARLIER + 4 * HOUR, GapReason.SWITCHED_OFF)
    )
    answer = await viewer.client.get(f"{BASE}/footage/{CAMERA}/2026-11-23")
    assert answer.headers["Cache-Control"] == "private, no-store"
    day = await answer.json()
    first, *_ = day["stretches"]
    assert first["start"] == "2026-11-23T07:00:00+09:00"
    assert first["due"].endswith("+09:00") and first["bytes"] > 0 and first["complete"] is True
    assert day["gaps"] == [
        {
            "start": "2026-11-23T08:00:00+09:00",
            "end": "2026-11-23T09:00:00+09:00",
            "reason": "camera_unavailable",
        },
        {
            "start": "2026-11-23T10:00:00+09:00",
            "end": "2026-11-23T11:00:00+09:00",
            "reason": "switched_off",
        },
    ]
    assert (day["camera"], day["date"], day["kind"]) == (CAMERA, "2026-11-23", "stills")
    assert (day["start"], day["end"]) == ("2026-11-23T00:00:00+09:00", "2026-11-24T00:00:00+09:00")
    assert day["holds"] == []


async def test_a_camera_that_is_switched_off_is_missing_until_now(
    house: House, viewer: Viewer, freezer: Any
) -> None:
    await house.call(
        "switch.turn_off",
        house.person,
        {"entity_id": house.entity_id("switch", f"{CAMERA}_recording")},
    )
    await house.until(lambda: house.site.cameras[CAMERA].state.value == "switched_off")
    freezer.tick(600)
    assert house.site.gaps_not_entered(OTHER) == []
    (gap,) = house.site.gaps_not_entered(CAMERA)
    assert gap.reason is GapReason.SWITCHED_OFF
    assert gap.end - gap.start >= timedelta(seconds=500)


@pytest.mark.parametrize(
    ("date", "error"),
    [
        ("2026-13-01", "viewing_unreadable"),
        ("----------", "viewing_unreadable"),
        ("0001-01-01", "year_out_of_range"),
        ("9999-12-31", "year_out_of_range"),
    ],
)
async def test_what_is_no_date_is_told_so(viewer: Viewer, date: str, error: str) -> None:
    answer = await viewer.client.get(f"{BASE}/footage/{CAMERA}/{date}")
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await answer.json())["error"] == error


async def test_an_unknown_camera_is_told_so(viewer: Viewer) -> None:
    answer = await viewer.client.get(f"{BASE}/footage/{OTHER}/2026-11-23")
    assert (await answer.json())["error"] == "unknown_camera"


# --- Sessions


async def test_a_session_begins_is_told_and_ends(house: House, viewer: Viewer) -> None:
    told = await viewer.begin(NOON - HOUR, NOON)
    assert told.keys() == {"session", "until"}
    about = await (await viewer.client.get(f"{BASE}/viewing")).json()
    assert about["purposes"] == ["incident", "inspection", "inquiry", "beyond"]
    assert about["grounds"] == ["law", "emergency", "investigation"]
    (session,) = about["sessions"]
    assert session["session"] == told["session"] and session["until"] == told["until"]
    assert about["people"] == [{"user_id": house.owner.id, "name": "熊本 花子"}]
    answer = await viewer.post("viewing/end", session=told["session"])
    assert (answer.status, await answer.json()) == (HTTPStatus.OK, {})
    assert (await (await viewer.client.get(f"{BASE}/viewing")).json())["sessions"] == []
    answer = await viewer.post("viewing/end", session=told["session"])
    assert answer.status == HTTPStatus.NOT_FOUND
    assert len(house.acts("viewing_ended")) == 1


async def test_times_without_an_offset_are_the_sites(house: House, viewer: Viewer) -> None:
    house.site.desk.zone = ZoneInfo("Asia/Tokyo")
    morning = datetime(2026, 11, 23, 8)  # noqa: DTZ001
    await viewer.begin(morning, morning + HOUR)
    (session,) = (await (await viewer.client.get(f"{BASE}/viewing")).json())["sessions"]
    assert session["start"] == "2026-11-23T08:00:00+09:00"


async def test_an_outsider_needs_form_2(viewer: Viewer) -> None:
    assert (await viewer.begin(NOON - HOUR, NOON, outsiders=True))["error"] == (
        "outsider_needs_form_2"
    )
    assert (await viewer.begin(NOON - HOUR, NOON, attendees=["x"]))["error"] == (
        "outsider_needs_form_2"
    )


async def test_who_says_neither_yes_nor_no_to_outsiders_is_asked_again(viewer: Viewer) -> None:
    for word in ("yes", 1, None):
        told = await viewer.begin(NOON - HOUR, NOON, outsiders=word)
        assert told == {"error": "viewing_unreadable", "blanks": {"field": "outsiders"}}


async def test_beyond_the_purpose_the_way_leads_over_a_permission(
    house: House, viewer: Viewer
) -> None:
    span = {"start": (NOON - HOUR).isoformat(), "end": NOON.isoformat()}
    asked = await viewer.post(
        "viewing/request",
        ground="law",
        reason="裁判所の令状",
        document="第5号",
        cameras=[CAMERA],
        **span,
    )
    seq = (await asked.json())["request"]
    refused = await viewer.begin(NOON - HOUR, NOON, purpose="beyond")
    assert refused["error"] == "permission_needed"
    permitted = await (await viewer.post("viewing/permit", request=seq)).json()
    (request,) = (await (await viewer.client.get(f"{BASE}/viewing")).json())["requests"]
    assert request["state"] == "permitted" and request["permission"] == permitted["permission"]
    assert (request["reason"], request["document"]) == ("裁判所の令状", "第5号")
    assert request["one_person"] is True and request["name"] == "熊本 花子"
    told = await viewer.begin(
        NOON - HOUR, NOON, purpose="beyond", permission=permitted["permission"]
    )
    assert told["session"]
    denied = await viewer.post("viewing/deny", request=seq)
    assert (await denied.json())["error"] == "request_decided"


async def test_a_request_is_denied(viewer: Viewer) -> None:
    span = {"start": (NOON - HOUR).isoformat(), "end": NOON.isoformat()}
    asked = await viewer.post(
        "viewing/request", ground="emergency", reason="x", cameras=[CAMERA], **span
    )
    answer = await viewer.post("viewing/deny", request=(await asked.json())["request"])
    assert (answer.status, await answer.json()) == (HTTPStatus.OK, {})
    (request,) = (await (await viewer.client.get(f"{BASE}/viewing")).json())["requests"]
    assert request["state"] == "denied" and request["permission"] is None


async def test_nobody_is_told_of_viewing_who_may_not(
    house: House, hass_client: ClientSessionGenerator, hass_read_only_access_token: str
) -> None:
    client = await hass_client(hass_read_only_access_token)
    answer = await client.get(f"{BASE}/viewing")
    assert answer.status == HTTPStatus.FORBIDDEN
    assert (await answer.json())["error"] == "role_needed_request_viewing"


# --- What is sent


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "purpose": st.sampled_from(["incident", "beyond", "x"]) | JSON,
        "ground": st.sampled_from(["law", "x"]) | JSON,
        "cameras": st.lists(st.sampled_from([CAMERA, OTHER, "x"]) | JSON, max_size=3) | JSON,
        "start": st.sampled_from(
            ["2026-11-23T00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59-12:00", "x"]
        )
        | JSON,
        "end": st.sampled_from(["2026-11-23T01:00", "2027-11-23T01:00Z"]) | JSON,
        "attendees": st.lists(JSON, max_size=3) | JSON,
        "permission": JSON,
        "request": JSON,
        "session": JSON,
        "reason": JSON,
        "document": JSON,
    },
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.sampled_from(
        ["viewing", "viewing/end", "viewing/request", "viewing/permit", "viewing/deny"]
    ),
    body=FIELDS,
)
async def test_whatever_is_sent_the_answer_is_a_sentence(
    viewer: Viewer, path: str, body: dict[str, Any]
) -> None:
    answer = await viewer.post(path, **body)
    told = await answer.json()
    if answer.status != HTTPStatus.OK:
        assert answer.status in (403, 404, 422), told
        assert told["error"] in SENTENCES


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"nothing", b"\xff", b'{"session": "' + b"x" * 99 + b'"}']
)
async def test_what_is_no_body_is_told_so(viewer: Viewer, data: bytes) -> None:
    for path in ("viewing", "viewing/end", "viewing/permit"):
        answer = await viewer.client.post(f"{BASE}/{path}", data=data)
        assert answer.status in (404, 422)


async def test_another_user_of_the_house_sees_nothing_of_a_session(
    house: House, viewer: Viewer, hass_client: ClientSessionGenerator
) -> None:
    await viewer.begin(NOON - HOUR, NOON)
    auth = house.hass.auth
    neighbour = await auth.async_create_user("隣人", group_ids=["system-users"])
    refresh = await auth.async_create_refresh_token(
        neighbour,
        client_name="browser",
        token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
        access_token_expiration=timedelta(days=365),
    )
    client = await hass_client(auth.async_create_access_token(refresh))
    other = Viewer(client, viewer.session)
    assert await other.error("playlist.m3u8") == (403, "role_needed_view")
