"""Papers over HTTP: asked for by POST, opened under a signed address by exactly who asked, kept by nobody."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from aiohttp.test_utils import TestClient
from homeassistant.components.http.auth import async_sign_path
from hypothesis import HealthCheck, given, settings, strategies as st
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.paper_views import MOST, OPEN_FOR, TICKETS
from custom_components.kuma_bouhan.records.acts import Appointed, AppointmentEnded
from custom_components.kuma_bouhan.records.disclosure import FootageSeized
from custom_components.kuma_bouhan.records.entry import Phase
from tests.documents.test_papers import FORM_2, Form
from tests.documents.test_recovery_paper import Read
from tests.house.source import read_json

from .conftest import CAMERA, NOON, House
from .flows.person import sign_in
from .viewer import BASE

pytestmark = pytest.mark.freeze_time(NOON)

PAPER = f"{BASE}/requests/paper"
SENTENCES = read_json("translations/en.json")["exceptions"]
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
async def seized(house: House) -> House:
    """Have something in the book that form 2 is made of."""
    act = FootageSeized(
        number=1,
        at=NOON,
        cameras=(CAMERA,),
        start=NOON - timedelta(hours=2),
        end=NOON - timedelta(hours=1),
        affiliation=HOSTILE,
        title="警部補",
        name="荒尾 三郎",
        contact="096-000-0001",
        document="捜索差押許可状",
        document_number="第9号",
        content_text="録画装置一式",
        remarks="",
    )
    await house.site.desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.NOTED)
    return house


@pytest.fixture
async def browser(seized: House, hass_client: ClientSessionGenerator) -> TestClient[Any, Any]:
    """Sign the one person of the home in."""
    return (await sign_in(seized.hass, hass_client, seized.owner)).client


@pytest.fixture
async def window(hass_client_no_auth: ClientSessionGenerator) -> TestClient[Any, Any]:
    """Give a window that opens addresses, and shows no header with them."""
    return await hass_client_no_auth()


async def ask(browser: TestClient[Any, Any], **body: Any) -> dict[str, Any]:
    answer = await browser.post(PAPER, json={"paper": "form_2", "number": 1} | body)
    assert answer.headers["Cache-Control"] == "private, no-store"
    told: dict[str, Any] = await answer.json()
    return told


async def test_a_paper_is_opened_under_its_address_and_runs_nothing(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    told = await ask(browser, language="ja")
    assert told.keys() == {"url"}
    answer = await window.get(told["url"])
    assert answer.status == HTTPStatus.OK
    assert answer.content_type == "text/html" and answer.charset == "utf-8"
    headers = answer.headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    html = await answer.text()
    assert Form(html).headings == [FORM_2[0]]
    assert "<script" not in html and HOSTILE in Read(html).text
    # It may be printed again while its time lasts.
    assert (await window.get(told["url"])).status == HTTPStatus.OK


async def test_it_comes_in_home_assistants_language_where_none_is_asked_for(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    seized.hass.config.language = "ja"
    html = await (await window.get((await ask(browser))["url"])).text()
    assert '<html lang="ja">' in html
    html = await (await window.get((await ask(browser, language="fr"))["url"])).text()
    assert '<html lang="en">' in html


async def test_the_address_is_of_no_use_without_its_signature(
    browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    path = (await ask(browser))["url"].partition("?")[0]
    assert (await window.get(path)).status == HTTPStatus.UNAUTHORIZED


async def test_it_dies_after_ten_minutes(
    browser: TestClient[Any, Any], window: TestClient[Any, Any], freezer: Any
) -> None:
    url = (await ask(browser))["url"]
    freezer.tick(OPEN_FOR - timedelta(seconds=1))
    assert (await window.get(url)).status == HTTPStatus.OK
    freezer.tick(2)
    assert (await window.get(url)).status == HTTPStatus.UNAUTHORIZED
    # Nor for who shows the header: the paper is let go of.
    answer = await browser.get(url.partition("?")[0])
    assert answer.status == HTTPStatus.NOT_FOUND
    assert (await answer.json())["error"] == "paper_link_over"


WINDOW = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-GB,en;q=0.9",
}


async def page(answer: Any, status: HTTPStatus) -> str:
    """Return what a window shows, that is neither kept nor runs anything."""
    assert answer.status == status and answer.content_type == "text/html"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    html: str = await answer.text()
    assert "<script" not in html and 'href="/kuma-bouhan"' in html
    return html


async def test_a_window_whose_link_is_over_says_what_to_do_in_the_language_of_the_paper(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any], freezer: Any
) -> None:
    url = (await ask(browser, language="ja"))["url"]
    freezer.tick(OPEN_FOR + timedelta(seconds=1))
    html = await page(await window.get(url, headers=WINDOW), HTTPStatus.UNAUTHORIZED)
    assert (
        '<html lang="ja">' in html and "もう一度、画面から書類を選んでください。" in Read(html).text
    )
    # What is no window is answered as ever.
    answer = await window.get(url)
    assert (answer.status, answer.content_type) == (HTTPStatus.UNAUTHORIZED, "text/plain")
    # Once nothing is known of it any more, it is the browser's language, or else Home Assistant's.
    seized.hass.data[TICKETS].clear()
    html = await page(await window.get(url, headers=WINDOW), HTTPStatus.UNAUTHORIZED)
    assert '<html lang="en">' in html and "Choose the paper again in the panel." in html
    seized.hass.config.language = "ja"
    plain = {"Accept": WINDOW["Accept"]}
    assert "書類を開けません" in await page(
        await window.get(url, headers=plain), HTTPStatus.UNAUTHORIZED
    )


async def test_a_window_that_leads_to_nothing_of_ones_own_or_to_what_one_may_not_read_says_so(
    seized: House, hass_client: ClientSessionGenerator, window: TestClient[Any, Any]
) -> None:
    desk, user = seized.site.desk, await seized.hass.auth.async_create_user("従事者")
    owner = Actor(seized.owner.id, Door.FLOW)
    office = Appointed(role=Role.OPERATOR, user_id=user.id, since=NOON, name="x", title="")
    await desk.append(office, owner, Phase.DONE)
    browser = (await sign_in(seized.hass, hass_client, user)).client
    url = (await ask(browser, language="ja"))["url"]
    path = url.partition("?")[0]
    other = await seized.hass.auth.async_create_refresh_token(user, client_id="https://x/")
    elsewhere = async_sign_path(seized.hass, path, OPEN_FOR, refresh_token_id=other.id)
    html = await page(await window.get(elsewhere, headers=WINDOW), HTTPStatus.NOT_FOUND)
    assert "期限が切れています" in html
    end = AppointmentEnded(
        role=Role.OPERATOR, user_id=user.id, until=NOON, secrecy_acknowledged=True
    )
    await desk.append(end, owner, Phase.DONE)
    html = await page(await window.get(url, headers=WINDOW), HTTPStatus.FORBIDDEN)
    sentence = read_json("translations/ja.json")["exceptions"]["role_needed_read_requests"]
    assert sentence["message"] in Read(html).text and HOSTILE not in html
    # A table is opened by the same window.
    answer = await window.get(f"{TABLE}/{'0' * 32}", headers=WINDOW)
    assert "Choose the paper again" in await page(answer, HTTPStatus.UNAUTHORIZED)


async def test_nobody_else_opens_it_nor_the_same_person_elsewhere(
    seized: House,
    browser: TestClient[Any, Any],
    window: TestClient[Any, Any],
) -> None:
    hass, path = seized.hass, (await ask(browser))["url"].partition("?")[0]
    neighbour = await hass.auth.async_create_user("隣人", group_ids=["system-admin"])
    for user in (neighbour, seized.owner):
        other = await hass.auth.async_create_refresh_token(user, client_id="https://x/")
        url = async_sign_path(hass, path, OPEN_FOR, refresh_token_id=other.id)
        answer = await window.get(url)
        assert answer.status == HTTPStatus.NOT_FOUND
        assert (await answer.json())["error"] == "paper_link_over"
    # Home Assistant's own content user, whom addresses are signed for where nobody is named.
    answer = await window.get(async_sign_path(hass, path, OPEN_FOR, use_content_user=True))
    assert answer.status == HTTPStatus.NOT_FOUND


async def test_it_dies_with_the_login_session(
    seized: House, hass_client: ClientSessionGenerator, window: TestClient[Any, Any]
) -> None:
    browser = (await sign_in(seized.hass, hass_client, seized.owner)).client
    url = (await ask(browser))["url"]
    (ticket,) = seized.hass.data[TICKETS].values()
    assert ticket.actor.session is not None
    session = seized.hass.auth.async_get_refresh_token(ticket.actor.session)
    assert session is not None
    seized.hass.auth.async_remove_refresh_token(session)
    assert (await window.get(url)).status == HTTPStatus.UNAUTHORIZED


async def test_whether_the_person_may_is_looked_at_when_it_is_opened(
    seized: House, hass_client: ClientSessionGenerator, window: TestClient[Any, Any]
) -> None:
    desk, user = seized.site.desk, await seized.hass.auth.async_create_user("従事者")
    owner = Actor(seized.owner.id, Door.FLOW)
    office = Appointed(role=Role.OPERATOR, user_id=user.id, since=NOON, name="x", title="")
    await desk.append(office, owner, Phase.DONE)
    url = (await ask((await sign_in(seized.hass, hass_client, user)).client))["url"]
    assert (await window.get(url)).status == HTTPStatus.OK
    end = AppointmentEnded(
        role=Role.OPERATOR, user_id=user.id, until=NOON, secrecy_acknowledged=True
    )
    await desk.append(end, owner, Phase.DONE)
    answer = await window.get(url)
    assert answer.status == HTTPStatus.FORBIDDEN
    assert (await answer.json())["error"] == "role_needed_read_requests"


async def test_what_is_wrong_with_it_is_told_before_a_window_opens(
    seized: House, browser: TestClient[Any, Any]
) -> None:
    for body, key in (
        ({"number": 99}, "request_unknown"),
        ({"paper": "receipt"}, "paper_unknown"),
        ({"paper": "poem"}, "viewing_unreadable"),
        ({"paper": "viewing_register"}, "span_empty"),
        (
            {"paper": "erasure_record", "camera": CAMERA, "start": "yesterday", "end": "today"},
            "viewing_unreadable",
        ),
        ({"number": "1"}, "viewing_unreadable"),
        ({"original_end": "soon"}, "viewing_unreadable"),
    ):
        assert (await ask(browser, **body))["error"] == key
    assert seized.hass.data[TICKETS] == {}


async def test_registers_and_records_are_made_of_a_span(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    span = {"start": "2026-11-20T00:00", "end": "2026-11-23T12:00"}
    told = await ask(browser, paper="viewing_register", language="ja", **span)
    assert "閲覧記録簿" in await (await window.get(told["url"])).text()
    told = await ask(
        browser, paper="erasure_record", camera=CAMERA, others=HOSTILE, language="ja", **span
    )
    html = await (await window.get(told["url"])).text()
    assert "消去記録書" in html and "<script" not in html


async def test_an_address_that_was_signed_asks_for_nothing(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    url = async_sign_path(
        seized.hass,
        PAPER,
        OPEN_FOR,
        refresh_token_id=(await _session(seized, browser)),
    )
    answer = await window.post(url, json={"paper": "form_2", "number": 1})
    assert answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


async def _session(house: House, browser: TestClient[Any, Any]) -> str:
    await ask(browser)
    session = next(iter(house.hass.data[TICKETS].values())).actor.session
    assert session is not None
    return session


async def test_papers_that_nobody_opens_do_not_pile_up(
    seized: House, browser: TestClient[Any, Any], freezer: Any
) -> None:
    tickets = seized.hass.data[TICKETS]
    first = (await ask(browser))["url"].partition("?")[0].rpartition("/")[2]
    (ticket,) = tickets.values()
    tickets.update({f"{number:032x}": ticket for number in range(MOST)})
    await ask(browser)
    assert len(tickets) == MOST and first not in tickets
    freezer.tick(OPEN_FOR)
    await ask(browser)
    assert len(tickets) == 1


JSON = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.text())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=st.fixed_dictionaries(
        {},
        optional={
            "paper": st.sampled_from(["form_1", "form_2", "annex", "viewing_register", "x"]) | JSON,
            "number": st.sampled_from([0, 1, 2]) | JSON,
            "original_end": st.sampled_from(["2026-11-30", "0001-01-01"]) | JSON,
            "camera": st.sampled_from([CAMERA, "x"]) | JSON,
            "start": st.sampled_from(["2026-11-23T00:00", "0001-01-01T00:00:00+14:00"]) | JSON,
            "end": st.sampled_from(["2026-11-24T00:00", "9999-12-31T23:59-12:00"]) | JSON,
            "others": JSON,
            "language": st.sampled_from(["ja", "../../x", ""]) | JSON,
        },
    )
)
async def test_whatever_is_sent_the_answer_is_an_address_or_a_sentence(
    browser: TestClient[Any, Any], body: dict[str, Any]
) -> None:
    answer = await browser.post(PAPER, json=body)
    told = await answer.json()
    if answer.status == HTTPStatus.OK:
        assert told.keys() == {"url"}
    else:
        assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY and told["error"] in SENTENCES


# Tables --------------------------------------------------------------------------------------------

TABLE = f"{BASE}/register/csv"


async def test_a_register_is_taken_as_a_table_by_exactly_who_asked(
    seized: House, browser: TestClient[Any, Any], window: TestClient[Any, Any]
) -> None:
    body = {"register": "disclosures", "language": "ja"}
    url = (await (await browser.post(TABLE, json=body)).json())["url"]
    answer = await window.get(url)
    assert answer.status == HTTPStatus.OK and answer.content_type == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="disclosures-2026-11-22.csv"'
    )
    assert answer.headers["Cache-Control"] == "private, no-store"
    data = await answer.read()
    assert data.startswith(b"\xef\xbb\xbf") and HOSTILE.encode() in data
    # It is no paper, and a paper is no table.
    token = url.partition("?")[0].rsplit("/", 1)[1]
    other = await browser.get(f"{PAPER}/{token}")
    assert other.status == HTTPStatus.NOT_FOUND
    stranger = await seized.hass.auth.async_create_user("隣人", group_ids=["system-admin"])
    session = await seized.hass.auth.async_create_refresh_token(stranger, client_id="https://x/")
    signed = async_sign_path(seized.hass, f"{TABLE}/{token}", OPEN_FOR, refresh_token_id=session.id)
    assert (await window.get(signed)).status == HTTPStatus.NOT_FOUND


async def test_what_is_wrong_with_a_table_is_told_before_it_is_taken(
    seized: House, browser: TestClient[Any, Any]
) -> None:
    for body, key in (
        ({}, "viewing_unreadable"),
        ({"register": "poems"}, "viewing_unreadable"),
        ({"register": "gaps", "camera": "ff" * 16}, "unknown_camera"),
        ({"register": "gaps", "start": "2026-11-20", "end": "2026-11-20"}, "span_empty"),
    ):
        answer = await browser.post(TABLE, json=body)
        assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
        assert (await answer.json())["error"] == key
    assert seized.hass.data[TICKETS] == {}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"paper": "sign", "size": "a5", "languages": ["ja", "ko"]}, "작동 중"),
        ({"paper": "sign_tag", "camera": CAMERA}, "担当者"),
        ({"paper": "standard"}, "［未定］"),
        ({"paper": "annual_report", "year": 2026}, "年次報告（2026年・途中経過）"),
        ({"paper": "annual_report", "year": 2026, "month": 4}, "年次報告（令和8年度・途中経過）"),
        (
            {
                "paper": "register",
                "register": "settings",
                "start": "2026-11-20",
                "end": "2026-11-24",
            },
            "運用の開始",
        ),
        ({"paper": "contract_clause"}, "受託者"),
        ({"paper": "self_check"}, "運用指針の自己点検"),
    ],
)
async def test_papers_of_what_is_kept_are_opened_in_a_window(
    seized: House,
    browser: TestClient[Any, Any],
    window: TestClient[Any, Any],
    body: dict[str, Any],
    told: str,
) -> None:
    answer = await browser.post(PAPER, json=body | {"language": "ja"})
    url = (await answer.json())["url"]
    assert told in Read(await (await window.get(url)).text()).text


async def test_of_papers_of_what_is_kept_too_what_cannot_be_read_is_told(
    seized: House, browser: TestClient[Any, Any]
) -> None:
    for body, key in (
        ({"paper": "sign", "size": "a0"}, "viewing_unreadable"),
        ({"paper": "sign", "languages": "ja"}, "viewing_unreadable"),
        ({"paper": "standard", "edition": "1"}, "viewing_unreadable"),
        ({"paper": "standard", "edition": 1}, "edition_unknown"),
        ({"paper": "register"}, "register_missing"),
        ({"paper": "certificate"}, "contract_unknown"),
    ):
        answer = await browser.post(PAPER, json=body)
        assert (await answer.json())["error"] == key
