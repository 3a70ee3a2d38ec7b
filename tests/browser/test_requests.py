"""Requests before a running site: decided with the passphrase, prepared, downloaded, handed over, and each copy settled."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
import sys
from typing import Any, Final
from zipfile import ZipFile

from playwright.async_api import Download, Page, expect
import pytest

from tests.real.walk import PASSPHRASE

from .conftest import PHONE, WORDS, Town, Visit, unlock

pytestmark = pytest.mark.asyncio(loop_scope="session")

REQUESTS: Final = "/api/kuma_bouhan/requests"


async def recorded(town: Town) -> dict[str, Any]:
    """Return the camera and span of what was recorded so far, as a request has them."""
    (camera, *_) = town.site.cameras.values()
    kept = await town.site.footage(camera)
    return {"cameras": [camera.id], "start": kept[0]["start"], "end": kept[-1]["end"]}


async def asked_for(town: Town, username: str = "operator") -> int:
    """Have somebody ask for what was recorded, for the police; return the number."""
    answer = await town.house.as_user(username).post(
        f"{REQUESTS}/disclosure",
        {
            **await recorded(town),
            "asks": "disclosure",
            "ground": "investigation",
            "affiliation": "熊本東警察署 生活安全課",
            "title": "巡査部長",
            "name": "益城 健",
            "contact": "096-000-0110",
            "purpose": "自転車盗の捜査のため",
            "content": "自転車置き場に出入りした人物が写る部分",
            "written": True,
            "document": "捜査関係事項照会書",
            "document_number": "第1482号",
            "identity_check": "警察手帳を確認した",
        },
    )
    return int(answer["number"])


async def press(page: Page, name: str, *, exact: bool = True) -> None:
    await page.get_by_role("button", name=name, exact=exact).click()


async def decide(page: Page, name: str, passphrase: str = PASSPHRASE) -> None:
    """Decide from the page of a request, with the passphrase."""
    await press(page, name)
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("あなたのパスフレーズ").fill(passphrase)
    await dialog.get_by_role("button", name=name, exact=True).click()


async def unpacked(download: Download, folder: Path) -> Path:
    """Save what was downloaded, and return the folder that stands in it."""
    path = folder / "package.zip"
    await download.save_as(path)
    with ZipFile(path) as package:
        package.extractall(folder)
        (checker,) = (name for name in package.namelist() if name.endswith("verify.py"))
    return (folder / checker).parent


async def check(folder: Path) -> int:
    """Return what the package's own program says of it."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "verify.py", cwd=folder, stdout=asyncio.subprocess.DEVNULL
    )
    return await running.wait()


def tamper_with(folder: Path) -> None:
    """Change one byte of a video."""
    (film, *_) = sorted(folder.rglob("*.mp4"))
    film.write_bytes(film.read_bytes()[:-1] + b"x")


async def looks(visit: Visit, name: str) -> None:
    """Leave a picture of a page that is accessible and fits."""
    assert await visit.fits()
    await visit.picture(name)
    assert await visit.axe() == []


async def test_what_is_permitted_is_prepared_given_out_and_followed_to_its_end(
    town: Town, tmp_path: Path
) -> None:
    number = await asked_for(town)
    async with town.visit("owner") as visit:
        page = visit.page
        visit.expected.append("422")
        await visit.open("/requests")
        await page.get_by_role("link", name=f"第{number}号").click()
        for said in ("益城 健", "第1482号", "警察手帳を確認した", "指針の定め"):
            await page.get_by_text(said).first.wait_for()
        await looks(visit, "request-to-decide")
        await decide(page, "許可する", "a guess that is long enough")
        await page.get_by_role("dialog").get_by_role("alert").wait_for()
        await page.get_by_role("dialog").get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await page.keyboard.press("Enter")

        await press(page, "準備する")
        await page.get_by_text("一式をダウンロード").wait_for(timeout=60_000)
        await page.reload()
        async with page.expect_download() as begun:
            await press(page, "一式をダウンロード")
        folder = await unpacked(await begun.value, tmp_path)
        assert await check(folder) == 0
        tamper_with(folder)
        assert await check(folder) == 1

        copies = page.get_by_role("region", name="コピー")
        await copies.get_by_text("ダウンロード1").wait_for()
        await looks(visit, "request-prepared")
        await press(page, "受渡しを記録する")
        dialog = page.get_by_role("dialog")
        await dialog.get_by_text("USBメモリー").click()
        await dialog.get_by_text("提供先が保管する").click()
        await dialog.get_by_text("受領書に署名をもらった").click()
        await dialog.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await looks(visit, "request-hand-over")
        await dialog.get_by_role("button", name="記録する", exact=True).click()
        await dialog.wait_for(state="detached")

        await copies.get_by_role("button", name="確認する").click()
        await dialog.get_by_role("button", name="記録する").click()
        await copies.get_by_text("削除を確認").wait_for()
        await page.get_by_text("完了", exact=True).first.wait_for()
        async with visit.page.context.expect_page() as opened:
            await press(page, "様式2 画像提供記録書")
        paper = await opened.value
        await paper.get_by_text("画像提供記録書").first.wait_for()
        await paper.get_by_text("益城 健").first.wait_for()
        await paper.close()
        await looks(visit, "request-closed")
    await town.site.client.post("/api/kuma_bouhan/lock", {})


async def test_a_refusal_loses_no_word_and_is_there_for_whoever_asked(town: Town) -> None:
    number = await asked_for(town)
    async with town.visit("owner", size=PHONE, dark=True) as visit:
        page = visit.page
        visit.expected.append("422")
        await visit.open(f"/requests/{number}")
        await press(page, "却下する")
        dialog = page.get_by_role("dialog")
        reason = dialog.get_by_label("理由")
        await reason.fill("提供先の確認ができなかった")
        await dialog.get_by_label("あなたのパスフレーズ").fill("a guess that is long enough")
        await dialog.get_by_role("button", name="却下する").click()
        await dialog.get_by_role("alert").wait_for()
        await expect(reason).to_have_value("提供先の確認ができなかった")
        await looks(visit, "phone-request-deny")
        await dialog.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await page.keyboard.press("Enter")
        await dialog.wait_for(state="detached")
        # What was pressed is offered no more: the keyboard goes on from the request's name.
        await expect(page.locator("kb-request-page #title")).to_be_focused()
    await town.site.client.post("/api/kuma_bouhan/lock", {})
    async with town.visit("operator") as visit:
        await visit.open(f"/requests/{number}")
        await visit.page.get_by_text("提供先の確認ができなかった").wait_for()
        assert await visit.page.get_by_role("button", name="許可する").count() == 0


async def test_an_extension_is_approved_and_ended_with_a_reason(town: Town) -> None:
    scope = await recorded(town)
    until = f"{datetime.now(UTC) + timedelta(days=20):%Y-%m-%d}"
    answer = await town.house.as_user("operator").post(
        f"{REQUESTS}/extension", {**scope, "until": until, "reason": "侵入未遂の捜査のため"}
    )
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open(f"/requests/{answer['number']}")
        await decide(page, "承認する")
        await page.get_by_text("様式1 画像保存期間延長理由書").first.wait_for()
        await looks(visit, "request-approved")
        await press(page, "期限前に終える")
        dialog = page.get_by_role("dialog")
        await dialog.get_by_label("期限前に終える理由").fill("示談が成立した")
        await dialog.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await dialog.get_by_role("button", name="終える").click()
        await page.get_by_text("示談が成立した").first.wait_for()
    await town.site.client.post("/api/kuma_bouhan/lock", {})


async def test_a_lock_in_the_middle_stops_nothing_for_good(town: Town) -> None:
    number = await asked_for(town)
    async with town.visit("owner") as visit:
        page = visit.page
        visit.expected += ["403", "422"]
        await visit.open(f"/requests/{number}")
        await decide(page, "許可する")
        await press(page, "準備する")
        await page.get_by_text("一式をダウンロード").wait_for(timeout=60_000)
        await town.site.client.post("/api/kuma_bouhan/lock", {})
        await press(page, "パスフレーズ付きでダウンロード")
        sealing = page.get_by_role("dialog")
        await sealing.get_by_role("button", name="ダウンロード", exact=True).click()
        await page.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        async with page.expect_download() as begun:
            await page.keyboard.press("Enter")
        assert (await begun.value).suggested_filename.endswith(".zip")
    await unlock(town.site, "operator", WORDS)
    await town.site.client.post("/api/kuma_bouhan/lock", {})
