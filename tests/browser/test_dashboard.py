"""The dashboard that is made by one press: two cards of ours, and Home Assistant's own."""

import asyncio
import re

from playwright.async_api import Route, expect
import pytest

from custom_components.kuma_bouhan.records.acts import Refusal
from scripts.house.seed import Language

from .conftest import DESKTOP, PHONE, Town

LONG = 30_000
"""Milliseconds in which Home Assistant has its own frontend loaded."""

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_administrator_makes_the_dashboard_with_one_press(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/start")
        await page.get_by_role("button", name="ダッシュボードを作る").click()
        await page.wait_for_url("**/kuma-cameras**")
        await expect(page.locator("kuma-bouhan-camera-card")).to_have_count(2, timeout=LONG)
        await expect(page.locator("kuma-bouhan-duties-card")).to_be_visible()
        await expect(page.locator("hui-tile-card").first).to_be_visible()
        await expect(page.locator("hui-tile-card").filter(has_text="自己点検")).to_contain_text(
            re.compile(r"\d+/\d+"), timeout=LONG
        )
        await expect(page.locator("hui-calendar-card")).to_be_visible()
        await expect(page.locator("hui-todo-list-card")).to_have_count(0)
        await expect(page.locator("hui-error-card, hui-warning")).to_have_count(0)
        await page.wait_for_load_state("networkidle")
        await visit.picture("dashboard")


async def test_looking_at_it_is_refused_to_nobody(town: Town) -> None:
    def refusals() -> int:
        return sum(isinstance(entry.act, Refusal) for entry in town.site.book())

    before = refusals()
    async with town.visit("neighbour") as visit:
        await visit.page.goto(f"{town.house.url}/kuma-cameras")
        card = visit.page.locator("kuma-bouhan-duties-card")
        await expect(card).to_contain_text("あなたが担当する業務はありません。", timeout=LONG)
    assert refusals() == before


async def test_it_is_there_though_home_assistants_own_frontend_is_loaded_last(town: Town) -> None:
    async def late(route: Route) -> None:
        await asyncio.sleep(2)
        await route.continue_()

    async with town.visit("operator") as visit:
        await visit.page.route("**/frontend_latest/app.*.js", late)
        await visit.page.goto(f"{town.house.url}/kuma-cameras")
        await expect(visit.page.locator("kuma-bouhan-camera-card")).to_have_count(2, timeout=LONG)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ja", ["防犯カメラと設置表示", "自分の業務"]),
        ("en", ["Security camera and sign", "Waits for me"]),
    ],
)
async def test_its_cards_are_offered_in_the_language_of_the_person(
    town: Town, language: Language, names: list[str]
) -> None:
    async with town.visit("owner", language=language) as visit:
        await visit.page.goto(f"{town.house.url}/kuma-cameras")
        await visit.page.locator("kuma-bouhan-duties-card").wait_for(timeout=LONG)
        # What Home Assistant reads when somebody adds a card.
        offered = await visit.page.evaluate("window.customCards.map(({name}) => name)")
        assert offered == names


@pytest.mark.parametrize("username", ["owner", "operator", "neighbour"])
@pytest.mark.parametrize(("dark", "size"), [(True, DESKTOP), (False, PHONE)], ids=["dark", "phone"])
async def test_whoever_opens_it_later_finds_what_they_may_know(
    town: Town, username: str, dark: bool, size: tuple[int, int]
) -> None:
    async with town.visit(username, dark=dark, size=size) as visit:
        page = visit.page
        await page.goto(f"{town.house.url}/kuma-cameras")
        await expect(page.locator("kuma-bouhan-camera-card").first).to_contain_text(
            "録画中", timeout=LONG
        )
        await expect(page.locator("hui-error-card, hui-warning")).to_have_count(0)
        await page.wait_for_load_state("networkidle")
        confirm = page.get_by_role("button", name="設置表示があることを確認")
        # Other tests may have confirmed a sign of this town.
        unseen = page.locator("kuma-bouhan-camera-card").filter(has_not_text="掲示中")
        await expect(confirm).to_have_count(0 if username == "neighbour" else await unseen.count())
        assert await visit.fits()
        await visit.picture(f"dashboard-{username}-{'dark' if dark else 'phone'}")
