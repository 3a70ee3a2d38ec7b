"""People and keys, and the book: what a manager does at the panel, and what stands in the book of it."""

from playwright.async_api import Page, expect
import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from scripts.house.client import CallFailedError
from tests.real.walk import PASSPHRASE

from .conftest import PHONE, Town
from .test_viewing import unlock

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def keys(town: Town) -> dict[str, str]:
    """Return the state of everybody's key."""
    told = await town.site.client.get(f"/api/{DOMAIN}/keys")
    return {one["user_id"]: one["state"] for one in told["holders"]}


async def said(page: Page, text: str) -> None:
    await expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()


async def test_a_deputy_makes_a_key_of_six_words_and_the_manager_registers_it(town: Town) -> None:
    deputy = town.house.accounts["deputy"].user_id
    async with town.visit("deputy", size=PHONE) as visit:
        page = visit.page
        await visit.open("/people")
        await page.get_by_role("button", name="鍵を作る").click()
        dialog = page.get_by_role("dialog")
        words = dialog.get_by_role("listitem")
        await expect(words).to_have_count(6)
        made = " ".join(await words.all_inner_texts())
        await visit.picture("make-key-phone")
        assert await visit.axe() == []
        await dialog.get_by_label("書き留めたものを見て").fill(made)
        await dialog.get_by_role("button", name="鍵を作る").click()
        await said(page, "鍵を作り、記録簿に記載しました。")
        await visit.picture("people-waiting-phone")
    assert (await keys(town))[deputy] == "waiting"
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/people")
        await unlock(page, PASSPHRASE)
        await page.get_by_role("button", name="登録する（八代 花枝）").click()
        dialog = page.get_by_role("dialog")
        await dialog.wait_for()
        await visit.picture("admit")
        await dialog.get_by_role("button", name="登録する", exact=True).click()
        await said(page, "鍵を登録し、記録簿に記載しました。")
        assert (await keys(town))[deputy] == "holder"

        before = await town.site.client.get(f"/api/{DOMAIN}/keys")
        await page.get_by_role("button", name="登録を取り消す（八代 花枝）").click()
        dialog = page.get_by_role("dialog")
        await dialog.wait_for()
        await visit.picture("remove")
        assert await visit.axe() == []
        await dialog.get_by_role("button", name="登録を取り消す", exact=True).click()
        await said(page, "鍵の登録を取り消し、記録簿に記載しました。")
        after = await town.site.client.get(f"/api/{DOMAIN}/keys")
        assert deputy not in await keys(town)
        assert after["fingerprint"] != before["fingerprint"]
        await visit.picture("people-rotated")
    await town.site.client.post(f"/api/{DOMAIN}/lock", {})


async def test_a_new_recovery_code_is_printed_and_counts_once_its_end_was_typed(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        visit.expected.append("422")
        await visit.open("/people")
        await unlock(page, PASSPHRASE)
        await page.get_by_role("button", name="新しい復旧コードを作る").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("button", name="紙を用意する").click()
        paper = dialog.frame_locator("iframe")
        await expect(paper.get_by_role("heading", name="復旧コード", exact=True)).to_be_visible()
        await expect(paper.locator("svg").first).to_be_visible()
        await visit.picture("recovery-paper")
        assert await visit.axe() == []
        await dialog.get_by_text("印刷できないとき").click()
        groups = [text.strip() for text in await dialog.locator(".code span").all_inner_texts()]
        assert len(groups) == 7
        await dialog.get_by_label("コードの最後のまとまり").fill("0000")
        await dialog.get_by_role("button", name="保管しました").click()
        await dialog.get_by_role("alert").wait_for()
        await dialog.get_by_label("コードの最後のまとまり").fill(groups[-1].lower())
        await dialog.get_by_role("button", name="保管しました").click()
        await said(page, "新しい復旧コードが有効になりました。")
    town.site.code, old = "-".join(groups), town.site.code
    with pytest.raises(CallFailedError) as refused:
        await town.site.client.post(f"/api/{DOMAIN}/keys/admit_by_code", {"code": old})
    assert refused.value.status == 422
    await town.site.client.post(f"/api/{DOMAIN}/lock", {})


async def test_an_entry_of_the_book_is_checked_in_plain_words(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/book")
        await page.get_by_label("記録の種類").select_option(label="指定（運用体制）")
        entry = page.get_by_text("天草 次郎を運用従事者に指定しました")
        await entry.wait_for()
        await page.get_by_text("この記録を確認する").first.click()
        await page.get_by_text("確認済：この記録は記載したときのままで").first.wait_for()
        await visit.picture("book-proof")
        assert await visit.axe() == []
        text = await page.locator("kb-book").inner_text()
        assert "Merkle" not in text and "Traceback" not in text
