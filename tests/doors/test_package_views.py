"""Downloading over real sockets: the right bytes, only to whom the address was signed, in every piece and broken off."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import unquote
import zipfile

from aiohttp import ClientResponse, web
from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.kuma_bouhan.guideline.application import Application
from custom_components.kuma_bouhan.guideline.disclosure import CopyForm
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.package_views import link
from custom_components.kuma_bouhan.procedure import disclosure, giving_out, packing
from custom_components.kuma_bouhan.procedure.giving_out import Download, Grant
from tests.vault.conftest import Film, make_film

from .conftest import CAMERA, House
from .viewer import BASE, HOUR, Viewer, film_at

MINUTE = timedelta(minutes=1)
SECRET = "correct horse 77 battery"


@pytest.fixture(scope="module")
def film() -> Film:
    """Seventy seconds: more than a chunk."""
    return make_film(70)


@dataclass
class Counter:
    """A signed-in browser of the one person of a home, and what was permitted."""

    hass: HomeAssistant
    house: House
    viewer: Viewer
    actor: Actor
    number: int = 0

    async def ready(self, start: datetime) -> None:
        """Ask for some footage, permit it, and put it together."""
        desk = self.house.site.desk
        application = Application(
            scope=Scope((CAMERA,), start, start + MINUTE),
            ground=Ground.LAW,
            affiliation="熊本中央警察署",
            title="巡査部長",
            name="阿蘇 太郎",
            contact="096-000-0000",
            purpose="自転車盗難の捜査",
            content="玄関の画像 1分",
            written=True,
            document="捜査関係事項照会書",
        )
        self.number = await disclosure.request(desk, self.actor, application)
        await disclosure.permit(desk, self.actor, self.number)
        await self.house.site.packages.prepare(self.actor, self.number)
        work = self.house.site.packages._works[self.number]
        if work.task is not None:
            await work.task
        assert work.error is None, work.error
        await self.house.settle()

    async def grant(self, form: CopyForm = CopyForm.PACKAGE, **which: Any) -> Grant:
        return await self.house.site.packages.grant(self.actor, self.number, form, **which)

    async def url(self, form: CopyForm = CopyForm.PACKAGE, **which: Any) -> str:
        return self.signed(await self.grant(form, **which))

    def signed(self, grant: Grant) -> str:
        url: str = link(self.hass, self.house.site, grant)["url"]
        return url


@pytest.fixture
async def counter(
    hass: HomeAssistant,
    house: House,
    hass_client: ClientSessionGenerator,
    hass_access_token: str,
    film: Film,
) -> Counter:
    """Have footage of the last hour prepared, with the vault open."""
    viewer = Viewer(await hass_client())
    await viewer.unlock()
    token = hass.auth.async_validate_access_token(hass_access_token)
    assert token is not None
    made = Counter(hass, house, viewer, Actor(token.user.id, Door.PANEL, session=token.id))
    start = dt_util.utcnow().replace(minute=0, second=0, microsecond=0) - 2 * HOUR
    await film_at(house, (start, film))
    await made.ready(start)
    return made


@pytest.fixture
def browser(counter: Counter, hass_client_no_auth: ClientSessionGenerator) -> Browser:
    return Browser(hass_client_no_auth)


class Browser:
    """A window of a browser: it shows no token."""

    def __init__(self, clients: ClientSessionGenerator) -> None:
        self._clients = clients
        self._client: Any = None

    async def ask(self, url: str, method: str = "GET", **headers: str) -> ClientResponse:
        if self._client is None:
            self._client = await self._clients()
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        answer: ClientResponse = await self._client.request(method, url, headers=sent)
        return answer


async def test_a_package_is_downloaded_whole_under_a_name_in_japanese(
    counter: Counter, browser: Browser
) -> None:
    answer = await browser.ask(await counter.url())
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.content_type == "application/zip"
    said = answer.headers["Content-Disposition"]
    assert said.startswith('attachment; filename="disclosure-1.zip"; ')
    assert unquote(said.partition("filename*=UTF-8''")[2]) == "画像提供_第1号.zip"
    data = await answer.read()
    assert len(data) == answer.content_length
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert "disclosure-1/manifest.json" in archive.namelist()
    (copy,) = counter.house.site.desk.registers.requests.disclosures[1].copies
    assert copy.bytes == len(data)


async def test_one_video_plays_as_it_comes(counter: Counter, browser: Browser) -> None:
    answer = await browser.ask(await counter.url(CopyForm.VIDEO, file=0))
    assert answer.content_type == "video/mp4"
    assert (await answer.read())[4:8] == b"ftyp"


async def test_head_says_what_there_is_and_gives_nothing_out(
    counter: Counter, browser: Browser
) -> None:
    grant = await counter.grant()
    answer = await browser.ask(counter.signed(grant), "HEAD")
    assert answer.status == HTTPStatus.OK
    assert answer.content_length == grant.size
    assert answer.headers["ETag"] == f'"{grant.tag}"'
    assert await answer.read() == b""
    assert counter.house.site.desk.registers.requests.disclosures[1].copies == ()


async def test_a_download_goes_on_where_it_broke_off(counter: Counter, browser: Browser) -> None:
    url = await counter.url()
    answer = await browser.ask(url)
    whole, tag = await answer.read(), answer.headers["ETag"]
    found = b""
    for asked in ("bytes=0-99", "bytes=100-4999", "bytes=5000-"):
        part = await browser.ask(url, Range=asked, If_Range=tag)
        assert part.status == HTTPStatus.PARTIAL_CONTENT
        begin = len(found)
        found += await part.read()
        said = part.headers["Content-Range"]
        assert said == f"bytes {begin}-{len(found) - 1}/{len(whole)}"
    assert found == whole
    last = await browser.ask(url, Range="bytes=-10")
    assert await last.read() == whole[-10:]
    # It was one copy all along.
    assert len(counter.house.site.desk.registers.requests.disclosures[1].copies) == 1


async def test_of_other_bytes_all_are_sent_and_beyond_the_end_none(
    counter: Counter, browser: Browser
) -> None:
    grant = await counter.grant()
    url = counter.signed(grant)
    changed = await browser.ask(url, Range="bytes=5-", If_Range='"another"')
    assert (changed.status, changed.content_length) == (HTTPStatus.OK, grant.size)
    odd = await browser.ask(url, Range="lines=1-2")
    assert (odd.status, odd.content_length) == (HTTPStatus.OK, grant.size)
    beyond = await browser.ask(url, Range=f"bytes={grant.size}-")
    assert beyond.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert beyond.headers["Content-Range"] == f"bytes */{grant.size}"


async def test_the_address_is_good_for_nobody_elses_browser_and_no_other_path(
    counter: Counter, browser: Browser, hass_read_only_user: User
) -> None:
    grant, hass = await counter.grant(), counter.hass
    url = counter.signed(grant)
    path = url.partition("?")[0]
    assert (await browser.ask(path)).status == HTTPStatus.UNAUTHORIZED
    # Whoever shows a token is no window that downloads.
    answer = await counter.viewer.client.get(path)
    assert answer.status == HTTPStatus.FORBIDDEN
    answer = await counter.viewer.client.get(url)
    assert answer.status == HTTPStatus.FORBIDDEN
    # Another login session of the same person, and another person.
    for user in (counter.house.owner, hass_read_only_user):
        token = await hass.auth.async_create_refresh_token(user, "http://elsewhere")
        other = replace(grant, actor=Actor(user.id, Door.PANEL, session=token.id))
        answer = await browser.ask(counter.signed(other))
        assert answer.status == HTTPStatus.NOT_FOUND
        assert (await answer.json())["error"] == "link_over"
    changed = url.replace(grant.token, "f" * 32)
    assert (await browser.ask(changed)).status == HTTPStatus.UNAUTHORIZED
    assert counter.house.site.desk.registers.requests.disclosures[1].copies == ()


async def test_the_link_dies_with_the_lock_and_with_the_login_session(
    counter: Counter, browser: Browser
) -> None:
    url = await counter.url()
    await counter.viewer.post("lock")
    answer = await browser.ask(url)
    assert (answer.status, (await answer.json())["error"]) == (HTTPStatus.NOT_FOUND, "link_over")
    await counter.viewer.unlock()
    assert (await browser.ask(url)).status == HTTPStatus.NOT_FOUND
    url = await counter.url()
    token = counter.hass.auth.async_get_refresh_token(counter.actor.session or "")
    assert token is not None
    counter.hass.auth.async_remove_refresh_token(token)
    assert (await browser.ask(url)).status == HTTPStatus.UNAUTHORIZED


async def test_ten_minutes_are_said_and_kept(counter: Counter) -> None:
    grant = await counter.grant()
    said = link(counter.hass, counter.house.site, grant)
    until = datetime.fromisoformat(said["until"])
    assert timedelta(minutes=9) < until - dt_util.utcnow() <= timedelta(minutes=10)
    assert said["url"].startswith(f"{BASE}/download/{grant.token}?authSig=")


async def test_what_cannot_be_entered_is_answered_in_words(
    counter: Counter, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise Problem("book_full")

    monkeypatch.setattr(giving_out, "enter_download", full)
    answer = await browser.ask(await counter.url())
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await answer.json())["error"] == "book_full"


def _lock(counter: Counter) -> object:
    return counter.viewer.post("lock")


def _withdraw(counter: Counter) -> object:
    return disclosure.withdraw(counter.house.site.desk, counter.actor, counter.number)


async def _permission_over(counter: Counter) -> None:
    """Its last moment comes: nothing is entered, and nobody is told."""
    disclosures = counter.house.site.desk.registers.requests.disclosures
    found = disclosures[counter.number]
    assert found.decision is not None
    over = replace(found.decision, until=dt_util.utcnow())
    disclosures.keep(replace(found, decision=over))


@pytest.mark.parametrize("ends", [_lock, _withdraw, _permission_over])
async def test_a_running_answer_is_cut_off_so_that_the_browser_knows(
    counter: Counter,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    ends: Callable[[Counter], Any],
) -> None:
    monkeypatch.setattr(giving_out, "AT_ONCE", 1)
    monkeypatch.setattr(giving_out, "LOOK_EVERY", 0)
    monkeypatch.setattr(packing, "BLOCK", 2048)
    reached, go = asyncio.Event(), asyncio.Event()
    real, seen = Download.check, []

    def check(self: Download) -> None:
        seen.append(1)
        if len(seen) == 20:
            reached.set()
        real(self)

    run = counter.house.site.desk.run

    async def slow(function: Callable[..., object], /, *args: object, **named: object) -> object:
        if reached.is_set() and function.__name__ == "_block":
            await go.wait()
        return await run(function, *args, **named)

    monkeypatch.setattr(Download, "check", check)
    monkeypatch.setattr(counter.house.site.desk, "run", slow)
    answer = await browser.ask(await counter.url())
    await reached.wait()
    monkeypatch.setattr(Download, "check", real)
    await ends(counter)
    go.set()
    with pytest.raises(Exception, match=r"(?i)payload|disconnect|reset"):
        await answer.read()


async def test_a_browser_that_takes_nothing_is_given_up(
    counter: Counter, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("custom_components.kuma_bouhan.package_views.PATIENCE", 0.05)
    monkeypatch.setattr(web.StreamResponse, "write", never)
    answer = await browser.ask(await counter.url())
    with pytest.raises(Exception, match=r"(?i)payload|disconnect|reset"):
        await answer.read()
    await counter.house.settle()
    assert counter.house.site.desk.vault.playing.bytes == 0
