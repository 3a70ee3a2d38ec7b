"""The tab of duties before a running site: every theme is entered by hand, in dialogs, and found again."""

from playwright.async_api import Locator, Page, Route, expect
import pytest

from tests.real.walk import PASSPHRASE

from .conftest import PHONE, Town, Visit
from .test_requests import looks, press

pytestmark = pytest.mark.asyncio(loop_scope="session")

THEMES = (
    "signs",
    "assessments",
    "complaints",
    "incidents",
    "instruction",
    "contracts",
    "things",
    "inspections",
    "purge_rules",
)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


async def send(page: Page, name: str) -> None:
    """Send what stands in the dialog; it closes."""
    await dialog(page).get_by_role("button", name=name, exact=True).click()
    await expect(dialog(page)).to_have_count(0)


async def choose(page: Page, *names: str) -> None:
    for name in names:
        await dialog(page).get_by_label(name, exact=True).check()


async def fill(page: Page, **texts: str) -> None:
    """Write into fields by their ids."""
    for field, text in texts.items():
        await dialog(page).locator(f"#{field}").fill(text)


async def prove(page: Page) -> None:
    await dialog(page).get_by_label("あなたのパスフレーズ").fill(PASSPHRASE)


async def settled(visit: Visit) -> None:
    await visit.page.get_by_text("読み込んでいます…").wait_for(state="hidden")
    await visit.page.wait_for_load_state("networkidle")


async def test_a_sign_is_confirmed_with_a_photo_from_the_phone(town: Town) -> None:
    async with town.visit("operator", size=PHONE) as visit:
        page = visit.page
        await visit.open("/duties/signs")
        await settled(visit)
        first = page.get_by_role("article").first
        await first.get_by_role("button", name="表示を確認した").click()
        await fill(page, place="門柱の右、目の高さ")
        picture = await visit.picture("before-the-sign")
        await dialog(page).locator("input[type=file]").set_input_files(picture)
        await dialog(page).get_by_alt_text("選んだ写真").wait_for()
        await looks(visit, "sign-to-confirm")
        await send(page, "確認を記録する")
        await expect(first.get_by_text("掲示中")).to_be_visible()
        await first.get_by_role("button", name="写真を見る").click()
        await first.get_by_role("img").wait_for()
        await first.get_by_role("button", name="表示がない・読めない").click()
        await fill(page, remarks="はがれて落ちていた")
        await send(page, "記録する")
        await expect(first.get_by_text("表示なし")).to_be_visible()
        await looks(visit, "sign-missing")


async def test_a_complaint_is_taken_down_explained_and_settled(town: Town) -> None:
    async with town.visit("officer") as visit:
        page = visit.page
        await visit.open("/duties/complaints")
        await press(page, "苦情・問合せを受け付ける")
        await dialog(page).get_by_role("button", name="受け付けたことを記録する").click()
        await dialog(page).get_by_text("確認が必要な項目があります").wait_for()
        await looks(visit, "complaint-unfinished")
        await choose(page, "苦情", "電話")
        await fill(page, text="うちの玄関が写っているのではないか。", name="玉名 五郎")
        await send(page, "受け付けたことを記録する")
        await page.get_by_text("うちの玄関が写っているのではないか。").wait_for()
        await press(page, "説明の文を作る")
        await page.locator("kb-theme-complaints .said").wait_for()
        await looks(visit, "complaint")
        await press(page, "回答を記録する")
        await press(page, "現在の設定から説明の文を入れる")
        await expect(dialog(page).locator("#explained")).not_to_have_value("")
        await dialog(page).get_by_role("button", name="回答を記録する", exact=True).click()
        await expect(dialog(page)).to_have_count(0)
        await press(page, "対応を終える")
        await choose(page, "説明し、理解を得た")
        await dialog(page).get_by_role("button", name="対応を終える", exact=True).click()
        await expect(dialog(page)).to_have_count(0)
        await expect(page.get_by_text("終了", exact=True)).to_be_visible()


async def test_the_keyboard_goes_on_from_where_it_stood_when_its_act_is_over(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/complaints")
        explain = page.get_by_role("button", name="説明の文を作る")
        await explain.press("Enter")
        await page.locator("kb-theme-complaints .said").wait_for()
        await expect(page.locator("#saying").locator("..")).to_be_focused()
        await press(page, "苦情・問合せを受け付ける")
        await choose(page, "問合せ", "電話")
        await fill(page, text="いつまで残りますか。")
        receive = dialog(page).locator("button[type=submit]")

        async def refuse(route: Route) -> None:
            await expect(receive).to_be_disabled()
            await page.evaluate("() => new Promise(requestAnimationFrame)")
            await route.fulfill(status=422, json={"error": "book_full", "blanks": {}})

        await page.route("**/deeds/complaints/receive", refuse, times=1)
        visit.expected.append("422")
        await receive.press("Enter")
        await expect(dialog(page).get_by_role("alert")).to_be_visible()
        await expect(receive).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(dialog(page)).to_have_count(0)
        await visit.open("/check")
        seen = page.get_by_role("button", name="結果を確認しました")
        await seen.press("Enter")
        await page.get_by_text("記録簿に記載しました。").wait_for()
        await expect(seen).to_be_focused()


async def test_whoever_holds_an_office_notes_an_incident_and_the_manager_follows_it(
    town: Town,
) -> None:
    async with town.visit("staff") as visit:
        page = visit.page
        await visit.open("/duties/incidents")
        await press(page, "事故を記録する")
        await dialog(page).get_by_label("漏えい").check()
        await fill(page, text="来訪者が画面を見ていた。", measures="画面を消した。")
        await send(page, "事故を記録する")
        await expect(page.get_by_text("来訪者が画面を見ていた。")).to_have_count(0)
    async with town.visit("owner", dark=True) as visit:
        page = visit.page
        await visit.open("/duties/incidents")
        await page.get_by_role("link", name="漏えい").click()
        await page.get_by_text("このソフトウェアでは判断しません").wait_for()
        await press(page, "対応を記録する")
        await choose(page, "写っている本人")
        await send(page, "対応を記録する")
        await expect(page.get_by_text("写っている本人に知らせた")).to_be_visible()
        await looks(visit, "incident-dark")


async def test_a_thing_is_kept_asked_for_let_out_and_brought_back(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/things")
        await press(page, "保管するものを記載する")
        await choose(page, "コピーを入れた媒体")
        await fill(page, name="USBメモリー", place="事務室の保管庫", lock="保管庫の錠")
        await send(page, "記載する")
        thing = page.get_by_role("article", name="USBメモリー", exact=True)
        await thing.get_by_role("button", name="持ち出しを申請する").click()
        await fill(page, reason="修理のため", where_to="修理店", due="2099-01-31")
        await send(page, "申請する")
        await press(page, "第1号：USBメモリー：許可する")
        await prove(page)
        await looks(visit, "taking-out-to-permit")
        await send(page, "許可する")
        await expect(thing.get_by_text("持ち出し中")).to_be_visible()
        await press(page, "第1号：USBメモリー：返却を記録する")
        await choose(page, "はい")
        await send(page, "返却を記録する")
        await expect(thing.get_by_text("持ち出し中")).to_have_count(0)
        await looks(visit, "things")


async def test_a_contract_binds_and_gives_access_until_its_last_day(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/contracts")
        await press(page, "委託を記載する")
        await choose(page, "警備")
        await fill(page, company="肥後警備", task_text="夜間の巡回", reason="夜間に人がいない")
        await fill(page, until="2099-03-31")
        await dialog(page).locator("#clause").check()
        await send(page, "委託を記載する")
        await page.get_by_role("heading", name="肥後警備").wait_for()
        await expect(page.get_by_text("2099年3月31日")).to_be_visible()
        await looks(visit, "contract")


async def test_operators_are_instructed_and_say_that_they_were(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/instruction")
        await press(page, "指導を記録する")
        users = dialog(page).locator("#users")
        await users.wait_for()
        for box in await users.get_by_role("checkbox").all():
            await box.uncheck()
        await users.get_by_label(town.house.accounts["operator"].person.name, exact=True).check()
        await fill(page, text="運用基準を読み合わせた。")
        await send(page, "指導を記録する")
        await expect(page.get_by_text("本人の確認待ち")).to_have_count(1)
        await looks(visit, "instruction")
    async with town.visit("operator", size=PHONE) as visit:
        page = visit.page
        await visit.open("/duties/instruction")
        await press(page, "指導を受けたことを確認する", exact=False)
        await dialog(page).get_by_text("運用基準を読み合わせた。").wait_for()
        await send(page, "確認する")
        await expect(page.get_by_role("button", name="指導を受けたことを確認する")).to_have_count(0)


async def test_a_rule_of_early_erasure_is_signed_and_ended(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/purge_rules")
        await press(page, "規則を定める")
        await fill(page, name="開店後の1時間", start="03:00", end="03:01", reason="職員だけが通る")
        await prove(page)
        await looks(visit, "rule-to-sign")
        await send(page, "署名して定める")
        rule = page.get_by_role("article", name="開店後の1時間")
        await rule.get_by_role("button", name="廃止する").click()
        await prove(page)
        await send(page, "廃止する")
        await expect(rule).to_have_count(0)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_every_theme_fits_a_phone(town: Town, dark: bool) -> None:
    async with town.visit("owner", size=PHONE, dark=dark) as visit:
        for theme in THEMES:
            await visit.open(f"/duties/{theme}")
            await visit.page.locator(f"kb-theme-{theme.replace('_', '-')}").wait_for()
            await settled(visit)
            await looks(visit, f"phone-{'dark' if dark else 'light'}-{theme}")


async def test_a_camera_is_thought_over_and_what_it_leaves_out_is_drawn(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties/assessments")
        await settled(visit)
        first = page.get_by_role("article").first
        await first.get_by_role("button", name="検討").first.click()
        for field in ("purpose", "crimes", "why", "milder", "view", "range_kept", "hours"):
            await fill(page, **{field: "自転車置き場の安全のため"})
        await dialog(page).get_by_text("いまの映像です").wait_for()
        await press(page, "写さない部分を加える")
        await looks(visit, "assessment-to-write")
        await send(page, "検討を記載する")
        await first.get_by_text("すべての回答").click()
        await expect(first.get_by_text("1か所")).to_be_visible()
        await looks(visit, "assessment")


async def test_what_is_due_leads_to_where_it_is_done(town: Town) -> None:
    async with town.visit("owner") as visit:
        page = visit.page
        await visit.open("/duties")
        await settled(visit)
        await looks(visit, "duties")
        await page.locator("summary", has_text="その後の予定").click()
        await page.get_by_role("link", name="設置表示を確認する").first.click()
        await page.get_by_role("heading", name="設置表示").wait_for()
    async with town.visit("staff", size=PHONE, dark=True) as visit:
        await visit.open("/duties")
        await settled(visit)
        await looks(visit, "duties-of-staff")
