"""A town before a running Home Assistant: people with every office and with none, footage, and browsers.

They run in a pytest of their own, without Home Assistant's test package: `pytest -p no:homeassistant tests/browser`,
as scripts/test does. Screenshots are left in `browser-output`, for people to look at.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import json
from pathlib import Path
import shutil
from typing import Any, Final

from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright
import pytest
import pytest_asyncio

from scripts.house.client import CallFailedError
from scripts.house.flows import add_generic_camera, begin_options
from scripts.house.running import House
from scripts.house.seed import OWNER, PEOPLE, PROJECT, Language, Person
from tests.real import launch
from tests.real.walk import PASSPHRASE, Site, set_up_home
from tests.street.process import StreetProcess

OUTPUT: Final = PROJECT / "browser-output"
AXE: Final = PROJECT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LONG_NAME: Final = "熊本市中央区新市街商店街アーケード東側入口・防犯灯三号柱上部"
"""A place's name of one phrase, that is wider than a phone."""
WORDS: Final = "umi yama kawa sora hoshi tsuki"
"""The operator's own passphrase."""

DESKTOP: Final = (1280, 900)
WIDE: Final = (1920, 1080)
PHONE: Final = (390, 844)

TOWN: Final = (
    *PEOPLE,
    Person(username="deputy", name="八代 花枝"),
    Person(username="staff", name="荒尾 五郎"),
    Person(username="officer", name="玉名 さくら"),
)
OFFICES: Final = {
    "operator": "operator",
    "deputy": "deputy",
    "staff": "staff",
    "officer": "complaint_officer",
}
"""Offices that are given to the people of these usernames; the owner keeps a home's own three."""

# What Chromium itself says about a page of Home Assistant's, and nobody can mend here.
_NOT_OURS: Final = ("[Intervention]", "was preloaded using link preload")


def pytest_configure(config: pytest.Config) -> None:
    """Begin without pictures of an earlier run: once, where several work beside each other, too."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(OUTPUT, ignore_errors=True)
        OUTPUT.mkdir()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is in this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@dataclass(slots=True)
class Visit:
    """One person before one browser window; what went wrong in it is kept."""

    page: Page
    house: House
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """What the browser's console may complain of here: the statuses of answers that are asked for."""

    async def open(self, path: str = "") -> None:
        """Open the panel, at a path inside it."""
        await self.page.goto(f"{self.house.url}/kuma-bouhan{path}")
        await self.page.locator("kuma-bouhan-panel").wait_for(state="attached", timeout=30_000)

    async def fits(self) -> bool:
        """Say whether nothing is wider than the window, and no dialog's content wider than the dialog."""
        return bool(
            await self.page.evaluate(
                """() => {
                    const below = root => [...root.querySelectorAll('*')].flatMap(
                        one => [one, ...(one.shadowRoot ? below(one.shadowRoot) : [])]);
                    const shown = below(document);
                    const panels = shown.filter(one => one.localName === 'kuma-bouhan-panel');
                    const dialogs = shown.filter(one => one.matches('dialog[open], dialog[open] .body'));
                    return [document.scrollingElement, ...panels].every(
                            one => one.scrollWidth <= window.innerWidth)
                        && dialogs.every(one => one.scrollWidth <= one.clientWidth);
                }"""
            )
        )

    async def picture(self, name: str) -> Path:
        """Leave a screenshot for people to look at."""
        path = self.shot(name)
        await self.page.screenshot(path=path, full_page=False)
        return path

    def shot(self, name: str) -> Path:
        """Return where a picture of this name is left."""
        return OUTPUT / f"{name}.png"

    async def axe(self) -> list[str]:
        """Return what axe finds serious or worse within the panel, and still finds once colours stand still."""
        await self.page.evaluate(AXE.read_text())
        found = await self._serious()
        for _ in range(5):
            if not found:
                break
            # Home Assistant puts its theme on while the page is there already, and colours go over slowly.
            await self.page.wait_for_timeout(500)
            found = await self._serious()
        return found

    async def _serious(self) -> list[str]:
        found: list[dict[str, Any]] = await self.page.evaluate(
            """async () => (await axe.run(
                {fromShadowDom: ["home-assistant", "home-assistant-main", "kuma-bouhan-panel"]},
                {resultTypes: ["violations"]})).violations"""
        )
        return [
            f"{one['id']}: {one['help']} {[(node['html'][:200], node['failureSummary']) for node in one['nodes']][:3]}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]


@dataclass(slots=True)
class Windows:
    """A running Home Assistant, and a browser for whoever wants to look at it."""

    house: House
    browser: Browser

    @asynccontextmanager
    async def visit(
        self,
        username: str,
        *,
        language: Language = "ja",
        dark: bool = False,
        size: tuple[int, int] = DESKTOP,
        service_workers: bool = False,
    ) -> AsyncIterator[Visit]:
        """Let somebody before a window, logged in; afterwards nothing may have gone wrong in it."""
        account = self.house.accounts[username]
        context = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale={"ja": "ja-JP", "en": "en-GB"}[language],
            timezone_id="Asia/Tokyo",
            service_workers="allow" if service_workers else "block",
            has_touch=size == PHONE,
        )
        tokens = {
            "access_token": account.token,
            "token_type": "Bearer",
            "expires_in": 10**8,
            "hassUrl": self.house.url,
            "clientId": f"{self.house.url}/",
            "expires": 4_000_000_000_000,
            "refresh_token": "",
        }
        chosen = {
            "hassTokens": json.dumps(tokens),
            "selectedLanguage": json.dumps(language),
            # Said each time: Home Assistant remembers for the person what another window chose.
            "selectedTheme": json.dumps({"dark": dark}),
        }
        await context.add_init_script(
            f"for (const [key, value] of Object.entries({json.dumps(chosen)}))"
            " localStorage.setItem(key, value);"
        )
        await self._speak(username, language)
        page = await context.new_page()
        visit = Visit(page, self.house)

        def hear(message: ConsoleMessage) -> None:
            if message.type == "error" and not any(one in message.text for one in _NOT_OURS):
                visit.complaints.append(f"console: {message.text} {message.location}")

        def see(request: Request) -> None:
            if not request.url.startswith((self.house.url, "data:", "blob:", "about:")):
                visit.complaints.append(f"beyond this machine: {request.url}")

        page.on("console", hear)
        page.on("pageerror", lambda error: visit.complaints.append(f"page: {error}"))
        page.on("request", see)
        try:
            yield visit
        except BaseException:
            await page.screenshot(path=OUTPUT / f"failed-{username}.png")
            raise
        finally:
            await context.close()
        assert not [
            complaint
            for complaint in visit.complaints
            if not any(f"status of {status}" in complaint for status in visit.expected)
        ]
        assert not self.house.log_errors()

    async def _speak(self, username: str, language: Language) -> None:
        client = self.house.as_user(username)
        await client.command("frontend/set_user_data", key="language", value={"language": language})


@dataclass(slots=True)
class Town(Windows):
    """A running site that is looked at."""

    site: Site


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start a browser that speaks with nothing beyond this machine by itself."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required",
            ],
        )
        try:
            yield browser
        finally:
            await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """Give a home with a street camera, half a minute of footage, and people in every office."""
    folder = tmp_path_factory.mktemp("town")
    house = House(folder / "config", language="ja", people=TOWN, launcher=Path(launch.__file__))
    async with house, StreetProcess("--size", "640x360", "--fps", "12") as street:
        source = await add_generic_camera(
            house.client, stream=street.urls[0].rtsp, name="正面入口", entity_id="camera.entrance"
        )
        site = await set_up_home(house, folder / "vault", source)
        await site.vouch_for_the_clock()
        (camera,) = site.cameras.values()
        await site.wait(camera)
        pictures = await add_generic_camera(
            house.client, still=street.urls[0].still, name=LONG_NAME, entity_id="camera.back"
        )
        await site.join(pictures, LONG_NAME, picture={"mode": "stills", "still_interval": 2})
        for username, role in OFFICES.items():
            await _appoint(site, username, role)
        await _key_for_the_operator(site)
        await site.wait(camera, lambda kept: float(kept["state"]) > 24 / 86400, key="kept")
        async with chromium() as browser:
            yield Town(house, browser, site)


async def _appoint(site: Site, username: str, role: str) -> None:
    account = site.house.accounts[username]
    flow = await begin_options(site.client, site.entry)
    await flow.choose("appoint")
    until = {"until": f"{datetime.now() + timedelta(days=30):%Y-%m-%d %H:%M:%S}"}  # noqa: DTZ005
    await flow.answer(
        role=role,
        person=account.user_id,
        name=account.person.name,
        title="",
        **(until if role == "deputy" else {}),
    )
    assert flow.reason == "appointed", flow.at


async def _key_for_the_operator(site: Site) -> None:
    """Let the operator make a key; the manager, who is the owner here, admits them."""
    operator = site.house.as_user("operator")
    await operator.post("/api/kuma_bouhan/keys/make", {"passphrase": WORDS, "again": WORDS})
    await unlock(site, OWNER.username, PASSPHRASE)
    account = site.house.accounts["operator"]
    await site.client.post("/api/kuma_bouhan/keys/admit", {"user_id": account.user_id})
    await site.client.post("/api/kuma_bouhan/lock", {})


async def unlock(site: Site, username: str, passphrase: str) -> None:
    """Unlock the vault by the way the panel takes."""
    for _ in range(3):
        try:
            await site.house.as_user(username).post(
                "/api/kuma_bouhan/unlock", {"passphrase": passphrase}
            )
        except CallFailedError as error:
            if error.status != 503:
                raise
            await asyncio.sleep(0.5)
        else:
            return
