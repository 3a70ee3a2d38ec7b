"""What each person sees of the panel: on a desk and on a phone, in light and dark, in Japanese and English."""

from playwright.async_api import expect
import pytest

from scripts.house.seed import Language

from .conftest import DESKTOP, PHONE, WIDE, Town, Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGES = {
    "today": "",
    "footage": "/footage",
    "requests": "/requests",
    "duties": "/duties",
    "people": "/people",
    "papers": "/papers",
    "check": "/check",
    "book": "/book",
}
APART = {"start": "/start"}
"""Pages without a tab."""
VIEWS = {page: f"kb-{page}" for page in (*PAGES, *APART)}
TABS = {
    "ja": {
        "today": "きょう",
        "footage": "画像",
        "requests": "申請",
        "duties": "業務",
        "people": "人と鍵",
        "papers": "書類",
        "check": "自己点検",
        "book": "記録簿",
    },
    "en": {
        "today": "Today",
        "footage": "Footage",
        "requests": "Requests",
        "duties": "Duties",
        "people": "People and keys",
        "papers": "Papers",
        "check": "Self-check",
        "book": "The book",
    },
}
MORE = {"ja": "その他", "en": "More"}
WITH_OFFICE = ("owner", "deputy", "operator", "staff", "officer")
SEEING = ("owner", "deputy", "operator")
"""Who may view, and so is told which footage there is."""


async def settled(visit: Visit, page: str = "today") -> None:
    """Wait until the page says what it has to say."""
    await visit.page.locator(VIEWS[page]).wait_for()
    for waiting in ("読み込んでいます…", "点検しています…"):
        shown = visit.page.get_by_text(waiting).filter(visible=True)
        await expect(shown).to_have_count(0, timeout=30_000)
    await visit.page.wait_for_load_state("networkidle")


async def walk(visit: Visit, language: Language, whose: str) -> None:
    """Go from page to page by the tabs, and to what has none."""
    await visit.open()
    await settled(visit)
    for page in PAGES:
        name = TABS[language][page]
        tabs = visit.page.locator("kuma-bouhan-panel nav")
        await tabs.wait_for()
        tab = tabs.get_by_role("link", name=name, exact=True)
        if not await tab.is_visible():  # a phone has room for four
            await tabs.get_by_role("button", name=MORE[language], exact=True).click()
        await tab.click()
        # Behind "more" it is out of sight again.
        current = visit.page.locator('kuma-bouhan-panel nav [aria-current="page"]')
        await expect(current).to_contain_text(name)
        await seen(visit, page, whose)
    for page, path in APART.items():
        await visit.open(path)
        await seen(visit, page, whose)


async def seen(visit: Visit, page: str, whose: str) -> None:
    """Look at a page: it fits, is accessible, and leaves a picture."""
    await settled(visit, page)
    assert await visit.fits(), page
    await visit.picture(f"{whose}-{page}")
    assert await visit.axe() == [], page


@pytest.mark.parametrize("username", WITH_OFFICE)
async def test_whoever_holds_an_office_finds_every_page(town: Town, username: str) -> None:
    async with town.visit(username) as visit:
        await walk(visit, "ja", username)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_every_page_fits_a_phone(town: Town, dark: bool) -> None:
    async with town.visit("owner", size=PHONE, dark=dark) as visit:
        await walk(visit, "ja", f"phone-{'dark' if dark else 'light'}")


async def test_every_page_speaks_english_too_on_a_wide_and_dark_screen(town: Town) -> None:
    async with town.visit("owner", language="en", size=WIDE, dark=True) as visit:
        await walk(visit, "en", "wide-en-dark")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
async def test_who_holds_no_office_learns_who_answers_for_it_and_nothing_else(
    town: Town, size: tuple[int, int]
) -> None:
    async with town.visit("neighbour", size=size) as visit:
        page = visit.page
        for path in ("", "/footage", "/book"):
            await visit.open(path)
            await page.get_by_role("heading", name="防犯カメラを運用しています").wait_for()
            await page.get_by_role("heading", name="苦情・問合せ").wait_for()
            assert await page.get_by_text("熊本 花子").count()
            assert not await page.get_by_role("link", name="画像", exact=True).count()
            assert not await page.get_by_role("button", name="開錠する").count()
        assert await visit.fits()
        await visit.picture(f"neighbour-{size[0]}")
        assert await visit.axe() == []


@pytest.mark.parametrize("username", WITH_OFFICE)
async def test_only_who_may_view_is_told_which_footage_there_is(town: Town, username: str) -> None:
    async with town.visit(username) as visit:
        await visit.open("/footage")
        await settled(visit, "footage")
        timeline = visit.page.get_by_role("region", name="この日の録画")
        if username in SEEING:
            await timeline.wait_for()
        else:
            await visit.page.get_by_text("画像の一覧を見ることができるのは").wait_for()
            assert not await timeline.count()


async def test_what_does_not_hold_leads_to_where_it_is_mended(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        ways = page.locator("kb-check").get_by_role("link", name="ここで直す")
        for inside, there in (
            ("/kuma-bouhan/duties/signs", page.locator("kb-theme-signs")),
            ("/config/users", page.locator("ha-config-users")),
        ):
            await visit.open("/check")
            await settled(visit, "check")
            way = ways.and_(page.locator(f'[href="{inside}"]')).first
            await way.click()
            await page.wait_for_url(f"**{inside}")
            await there.wait_for(timeout=30_000)
    async with town.visit("deputy") as visit:
        await visit.open("/check")
        await settled(visit, "check")
        checks = visit.page.locator("kb-check")
        await expect(
            checks.get_by_text("Home Assistant の管理者が行います。").first
        ).to_be_visible()
        await expect(checks.locator('a[href^="/config/"]')).to_have_count(0)
        assert await checks.get_by_role("link", name="ここで直す").count()


async def test_the_pages_are_reached_by_the_keyboard_alone(town: Town) -> None:
    async with town.visit("operator") as visit:
        await visit.open()
        await settled(visit)
        link = visit.page.get_by_role("link", name="記録簿", exact=True)
        await link.focus()
        await visit.page.keyboard.press("Enter")
        await visit.page.wait_for_url("**/kuma-bouhan/book")
        await visit.page.go_back()
        await visit.page.wait_for_url("**/kuma-bouhan")


async def test_with_home_assistants_service_worker_the_panel_opens_as_well(town: Town) -> None:
    async with town.visit("owner", service_workers=True) as visit:
        await visit.open()
        await settled(visit)
        await visit.page.reload()
        await visit.page.get_by_role("link", name="画像", exact=True).wait_for()
