"""From a span on the timeline to a package that was downloaded, checked and deleted: form 2 as people make it. 4(4)ア."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
import subprocess
import sys
from typing import Any
import zipfile

from playwright.async_api import Locator, Page, expect
import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from tests.real.walk import PASSPHRASE

from .conftest import PHONE, WORDS, Town
from .test_people import said
from .test_viewing import looking

pytestmark = pytest.mark.asyncio(loop_scope="session")

SOON = 15_000


async def listed(town: Town, kind: str) -> list[dict[str, Any]]:
    """Return the requests of a kind, newest first, as the panel is told of them."""
    answer = await town.site.client.command(f"{DOMAIN}/requests")
    found: list[dict[str, Any]] = answer[kind]
    return found


async def mark(town: Town, page: Page) -> Locator:
    """Mark a span of the day that is shown, once something was recorded before this minute: marks are of whole ones."""
    (camera, *_) = town.site.cameras.values()
    oldest = datetime.fromisoformat(await town.site.state(camera, "oldest_footage"))
    now = datetime.now(UTC)
    if now.replace(second=0, microsecond=0) <= oldest:
        await asyncio.sleep(61 - now.second)
    await page.reload()
    await page.get_by_role("button", name="範囲を選ぶ").click()
    card = page.get_by_role("region", name="選んだ範囲")
    await card.wait_for()
    return card


def verified(folder: Path) -> tuple[int, str]:
    """Run the program that came with a package, with a Python that knows nothing of ours."""
    (program,) = folder.rglob("verify.py")
    done = subprocess.run(
        [sys.executable, "-I", str(program)],
        cwd=program.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def change_a_byte(folder: Path) -> None:
    """Change the last byte of a film."""
    film = next(folder.rglob("*.mp4"))
    changed = bytearray(film.read_bytes())
    changed[-1] ^= 1
    film.write_bytes(changed)


async def test_a_span_is_marked_asked_for_permitted_downloaded_verified_and_handed_over(
    town: Town, tmp_path: Path
) -> None:
    async with town.visit("operator") as visit:
        page = visit.page
        await visit.open("/footage")
        card = await mark(town, page)
        await visit.picture("mark")
        assert await visit.axe() == []
        await card.get_by_role("button", name="提供を申請").click()
        await page.get_by_role("heading", name="画像の提供を申請する").wait_for()
        await page.get_by_role("button", name="許可を申請する").click()
        await page.get_by_text("どの場合にあたるかを選んでください。").wait_for()
        await visit.picture("disclosure-form-missing")
        assert await visit.axe() == []
        await page.get_by_role("radio", name="捜査機関等から").check()
        await page.get_by_role("radio", name="書面を受け取った").check()
        for label, text in (
            ("所属", "熊本県〇〇警察署 生活安全課"),
            ("氏名", "水俣 一郎"),
            ("連絡先", "096-000-0000"),
            ("提供する目的・理由", "駐輪場で起きた自転車盗の捜査"),
        ):
            await page.get_by_label(label).first.fill(text)
        # Whatever happens to the page, what was typed is there again.
        await page.reload()
        await expect(page.get_by_label("氏名").first).to_have_value("水俣 一郎", timeout=SOON)
        await visit.picture("disclosure-form")
        assert await visit.axe() == []
        await page.get_by_role("button", name="許可を申請する").click()
        await said(page, "号として申請しました")
        await visit.picture("request-of-mine")
    found = (await listed(town, "disclosures"))[0]
    assert found["state"] == "requested"
    number = found["number"]

    async with town.visit("owner", size=PHONE) as visit:
        page = visit.page
        await visit.open(f"/requests/{number}")
        await page.get_by_text("水俣 一郎").first.wait_for()
        await visit.picture("request-to-decide-phone")
        assert await visit.axe() == []
        assert await visit.fits()
        await page.get_by_role("button", name="許可する").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await visit.picture("permit-phone")
        await dialog.get_by_role("button", name="許可する").click()
        await said(page, "許可しました。")
    assert (await listed(town, "disclosures"))[0]["state"] == "permitted"
    await town.site.client.post(f"/api/{DOMAIN}/lock", {})

    async with looking(town, "operator", WORDS) as visit:
        page = visit.page
        await visit.open(f"/requests/{number}")
        await page.get_by_role("button", name="準備する").click()
        take = page.get_by_role("button", name="一式をダウンロード")
        await take.wait_for(timeout=2 * SOON)
        await visit.picture("request")
        assert await visit.axe() == []
        async with page.expect_download() as downloading:
            await take.click()
        download = await downloading.value
        assert download.suggested_filename.endswith(".zip")
        with zipfile.ZipFile(await download.path()) as package:
            package.extractall(tmp_path)
        code, words = verified(tmp_path)
        assert code == 0, words
        change_a_byte(tmp_path)
        code, words = verified(tmp_path)
        assert code != 0, words

        await page.get_by_role("button", name="受渡しを記録する").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_text("USBメモリー").click()
        await dialog.get_by_text("提供先が保管する").click()
        await dialog.get_by_label("あなたのパスフレーズ").fill(WORDS)
        await visit.picture("hand-over")
        assert await visit.axe() == []
        await dialog.get_by_role("button", name="記録する").click()
        await said(page, "受渡しを記録しました。")
        async with page.context.expect_page() as opening:
            await page.get_by_role("button", name="様式2").click()
        paper = await opening.value
        await paper.get_by_role("heading", name="画像提供記録書").wait_for()
        await expect(paper.get_by_text("水俣 一郎").first).to_be_visible()
        await paper.close()
        await page.get_by_role("button", name="確認する").first.click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_text("削除を確認").click()
        await dialog.get_by_role("button", name="記録する").click()
        await said(page, "確認を記録簿に記載しました。")
        await visit.picture("request-closed")
    assert (await listed(town, "disclosures"))[0]["state"] == "closed"


async def test_an_extension_is_asked_for_from_a_span_and_approved_on_a_phone(town: Town) -> None:
    async with town.visit("operator") as visit:
        page = visit.page
        await visit.open("/footage")
        card = await mark(town, page)
        await card.get_by_role("button", name="保存期間の延長を申請").click()
        await page.get_by_role("heading", name="保存期間の延長を申請する").wait_for()
        await page.get_by_role("button", name="今日から14日後").click()
        await page.get_by_label("延長する理由").fill("自転車盗について警察から保存を頼まれたため")
        await visit.picture("extension-form")
        assert await visit.axe() == []
        await page.get_by_role("button", name="承認を申請する").click()
        await said(page, "号として申請しました")
    found = (await listed(town, "extensions"))[0]
    async with town.visit("owner", size=PHONE, dark=True) as visit:
        page = visit.page
        await visit.open(f"/requests/{found['number']}")
        await page.get_by_role("button", name="承認する").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)
        await dialog.get_by_role("button", name="承認する").click()
        await said(page, "承認しました。")
        await visit.picture("extension-approved-phone-dark")
        assert await visit.axe() == []
        await visit.open("/today")
        await page.get_by_text("保全中").first.wait_for()
    assert (await listed(town, "extensions"))[0]["state"] == "approved"
    await town.site.client.post(f"/api/{DOMAIN}/lock", {})


async def test_an_officer_at_the_door_is_one_tap_and_the_shortest_form(town: Town) -> None:
    async with town.visit("operator", size=PHONE) as visit:
        page = visit.page
        await visit.open("/today")
        await page.get_by_role("button", name="一時保全して申請を始める").click()
        await page.get_by_role("heading", name="警察官が来ています").wait_for()
        await expect(page.get_by_text("一時保全しています").first).to_be_visible()
        await visit.picture("officer-phone")
        assert await visit.axe() == []
        assert await visit.fits()
    standing = [one for one in await listed(town, "protections") if one["state"] == "standing"]
    assert standing
    await town.house.as_user("operator").post(
        f"/api/{DOMAIN}/requests/protect/end", {"number": standing[0]["number"]}
    )


async def test_others_are_masked_in_a_copy(town: Town) -> None:
    operator = town.house.as_user("operator")
    (camera, *_) = town.site.cameras.values()
    days = await listed(town, "disclosures")
    span = {name: days[0][name] for name in ("cameras", "start", "end")}
    asked = await operator.post(
        f"/api/{DOMAIN}/requests/disclosure",
        {
            **span,
            "asks": "disclosure",
            "ground": "investigation",
            "written": True,
            "affiliation": "警察署",
            "title": "",
            "name": "水俣 一郎",
            "contact": "096-000-0000",
            "purpose": "捜査",
            "content": "入口の画像",
            "masked": True,
        },
    )
    number = asked["number"]
    await town.site.client.post(
        f"/api/{DOMAIN}/requests/disclosure/permit", {"number": number, "passphrase": PASSPHRASE}
    )
    async with looking(town, "operator", WORDS) as visit:
        page = visit.page
        await visit.open(f"/requests/{number}/masks/{span['cameras'][0]}")
        await page.get_by_role("button", name="追加する").click()
        await page.get_by_text("マスク（1か所）").wait_for()
        await page.wait_for_timeout(500)
        await visit.picture("masks")
        assert await visit.axe() == []
        await page.get_by_role("button", name="マスクしたコピーを作る").click()
        await page.get_by_text("マスクしたコピーができました。").first.wait_for(timeout=8 * SOON)
        await visit.picture("masks-done")
    assert (await listed(town, "disclosures"))[0]["masks"]
    await operator.post(f"/api/{DOMAIN}/requests/disclosure/withdraw", {"number": number})


async def test_the_list_says_what_is_to_be_done_light_dark_and_on_a_phone(town: Town) -> None:
    for name, size, dark in (
        ("desk", (1280, 900), False),
        ("dark", (1280, 900), True),
        ("phone", PHONE, False),
    ):
        async with town.visit("owner", size=size, dark=dark) as visit:
            await visit.open("/requests")
            await visit.page.get_by_role("heading", name="延長中の画像").wait_for()
            await visit.picture(f"requests-{name}")
            assert await visit.axe() == []
            assert await visit.fits()
    async with town.visit("owner", language="en") as visit:
        await visit.open("/requests")
        await visit.page.get_by_role("button", name="New request").first.wait_for()
        await visit.picture("requests-en")
        assert await visit.axe() == []
