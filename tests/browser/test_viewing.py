"""The lock and the eye: a person unlocks, looks for a purpose, and what was shown goes when the lock closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Locator, Page
import pytest

from custom_components.kuma_bouhan.const import DOMAIN

from .conftest import LONG_NAME, PHONE, WORDS, Town, Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


def chip(page: Page, name: str) -> Locator:
    """Return the button that stands on every page: it says whether the vault is open."""
    return page.get_by_role("banner").get_by_role("button", name=name)


async def unlock(page: Page, passphrase: str) -> None:
    await chip(page, "開錠する").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("あなたのパスフレーズ").fill(passphrase)
    await page.keyboard.press("Enter")


async def begin(page: Page, purpose: str = "事件・事故の確認") -> Locator:
    """Begin a viewing of what there is, and return the picture once it moves."""
    await page.get_by_role("button", name="の閲覧を始める").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text(purpose).click()
    await dialog.get_by_role("button", name="閲覧を始める").click()
    video = page.locator("video")
    await video.wait_for()
    await plays(video)
    return video


async def plays(video: Locator, beyond: float = 0.0) -> None:
    """Wait until the picture is there and moves."""
    page = video.page
    handle = await video.element_handle()
    await page.wait_for_function(
        "([video, from]) => video.videoWidth > 0 && video.currentTime > from",
        arg=[handle, beyond],
        timeout=20_000,
    )


@asynccontextmanager
async def looking(town: Town, username: str, passphrase: str) -> AsyncIterator[Visit]:
    """Let somebody look who has unlocked; the vault is locked again afterwards."""
    async with town.visit(username) as visit:
        await visit.open("/footage")
        await unlock(visit.page, passphrase)
        try:
            await chip(visit.page, "施錠する").wait_for()
            yield visit
        finally:
            await town.site.client.post(f"/api/{DOMAIN}/lock", {})


async def register(town: Town, name: str) -> list[str]:
    """Return the kinds of entries in a register, newest first."""
    answer = await town.site.client.call_service(
        DOMAIN, "get_register", return_response=True, register=name
    )
    return [one["kind"] for one in answer["entries"]]


async def test_a_wrong_passphrase_is_said_and_the_right_one_opens(town: Town) -> None:
    async with town.visit("operator") as visit:
        page = visit.page
        # The browser's console says of every answer that is no success.
        visit.expected.append("422")
        await visit.open()
        await unlock(page, "a guess that is long enough")
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("alert").wait_for()
        await visit.picture("unlock-wrong")
        assert await visit.axe() == []
        field = dialog.get_by_label("あなたのパスフレーズ")
        assert await field.input_value() == ""
        await field.fill(WORDS.upper())
        await page.keyboard.press("Enter")
        await chip(page, "施錠する").click()
        await chip(page, "開錠する").wait_for()
    assert (await register(town, "unlocking"))[:3].count("locked")


async def test_the_operator_looks_and_the_register_knows_what_was_played(town: Town) -> None:
    async with looking(town, "operator", WORDS) as visit:
        page = visit.page
        video = await begin(page)
        await visit.picture("viewing")
        assert await visit.axe() == []
        watermark = page.locator(".watermark")
        assert "天草 次郎" in (await watermark.inner_text())
        await page.get_by_role("button", name="10秒進む").click()
        await plays(video, 1)
        await page.get_by_role("button", name="一時停止").click()
        before = await video.evaluate("video => video.currentTime")
        await page.get_by_role("button", name="1コマ進む").click()
        await page.wait_for_function(
            "([video, from]) => video.currentTime > from && video.currentTime < from + 0.5",
            arg=[await video.element_handle(), before],
        )
        await page.get_by_label("再生の速さ").select_option("4")
        assert await video.evaluate("video => video.playbackRate") == 4
        await page.get_by_role("button", name="閲覧を終える").click()
        await video.wait_for(state="detached")
    kinds = await register(town, "viewing")
    assert kinds.index("viewing_ended") < kinds.index("viewing_began")
    assert "footage_played" in kinds


async def test_locking_clears_what_was_shown(town: Town) -> None:
    async with looking(town, "operator", WORDS) as visit:
        video = await begin(visit.page)
        kept = await video.element_handle()
        assert kept is not None
        # Somebody else with an office locks, from another window.
        visit.expected += ["403", "404"]
        await town.site.client.post(f"/api/{DOMAIN}/lock", {})
        await video.wait_for(state="detached")
        assert await kept.evaluate("video => video.readyState") == 0
        await visit.page.get_by_text("施錠されたため、閲覧を終えました。").wait_for()
        await visit.picture("viewing-locked")


async def test_leaving_the_page_ends_the_viewing(town: Town) -> None:
    async with looking(town, "operator", WORDS) as visit:
        video = await begin(visit.page, "録画状態の点検")
        await visit.page.get_by_role("link", name="きょう", exact=True).click()
        await video.wait_for(state="detached")
        viewing = await town.house.as_user("operator").get(f"/api/{DOMAIN}/viewing")
        assert viewing["sessions"] == []


async def test_a_phone_plays_as_well(town: Town) -> None:
    async with town.visit("operator", size=PHONE, dark=True) as visit:
        await visit.open("/footage")
        await unlock(visit.page, WORDS)
        await begin(visit.page)
        assert await visit.fits()
        await visit.picture("viewing-phone-dark")
        await town.site.client.post(f"/api/{DOMAIN}/lock", {})
        visit.expected += ["403", "404"]


async def test_the_longest_name_of_a_place_fits_a_phone(town: Town) -> None:
    async with town.visit("operator", size=PHONE) as visit:
        page = visit.page
        await visit.open("/footage")
        await unlock(page, WORDS)
        await page.get_by_label("カメラ", exact=True).select_option(label=LONG_NAME)
        await page.get_by_role("button", name=f"{LONG_NAME}の閲覧を始める").click()
        await page.get_by_role("dialog").get_by_text("録画状態の点検").wait_for()
        assert await visit.fits()
        await visit.picture("viewing-long-name")
        await page.keyboard.press("Escape")
        await town.site.client.post(f"/api/{DOMAIN}/lock", {})


async def test_a_camera_of_stills_plays_as_a_sequence(town: Town) -> None:
    async with looking(town, "operator", WORDS) as visit:
        page = visit.page
        await page.get_by_label("カメラ", exact=True).select_option(label=LONG_NAME)
        await page.get_by_role("button", name=f"{LONG_NAME}の閲覧を始める").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_text("録画状態の点検").click()
        await dialog.get_by_role("button", name="閲覧を始める").click()
        image = page.get_by_role("img", name=f"{LONG_NAME}の画像")
        first = await image.evaluate_handle(
            "async image => { while (!image.naturalWidth) await new Promise(requestAnimationFrame);"
            " return image.src }"
        )
        await page.get_by_role("button", name="1コマ進む").click()
        await page.wait_for_function(
            "([image, first]) => image.naturalWidth && image.src !== first",
            arg=[await image.element_handle(), first],
        )
        await visit.picture("viewing-stills")
        await page.get_by_role("button", name="閲覧を終える").click()
        await image.wait_for(state="detached")


async def test_a_use_beyond_the_purpose_waits_for_the_managers_permission(town: Town) -> None:
    async with looking(town, "operator", WORDS) as visit:
        page = visit.page
        await page.get_by_role("button", name="の閲覧を始める").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("button", name="目的外利用の許可を申請する").click()
        await dialog.get_by_text(
            "捜査機関等から、犯罪・事故の捜査等の目的による要請を受けた場合"
        ).click()
        await dialog.get_by_label("理由").fill("熊本東警察署から、車上ねらいの捜査への協力の要請")
        await visit.picture("beyond-asked")
        assert await visit.axe() == []
        await dialog.get_by_role("button", name="申請する", exact=True).click()
        await page.get_by_text("許可を待っています").wait_for()
        assert not await page.get_by_role("button", name="許可する").count()
