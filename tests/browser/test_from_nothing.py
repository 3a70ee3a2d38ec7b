"""New users, by what they see alone: one person in a house, and a condominium's board, each from an empty Home Assistant.

Everything is typed into Home Assistant's own forms and the panel. Nobody edits a file.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
import re
import time
from typing import Final

from playwright.async_api import Locator, Page, expect
import pytest
import pytest_asyncio

from scripts.house.flows import add_generic_camera
from scripts.house.running import House
from tests.real import launch
from tests.real.walk import PASSPHRASE
from tests.street.process import StreetProcess

from .conftest import PHONE, TOWN, Visit, Windows, chromium
from .forms import Forms
from .test_viewing import unlock

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIVE_MINUTES: Final = 300
FEW: Final = 24
"""Fields filled, pages sent and buttons pressed by one person from nothing to the first sign."""


@asynccontextmanager
async def empty_house(folder: Path, *names: str) -> AsyncIterator[tuple[Windows, list[str]]]:
    """Give a Home Assistant that has cameras of these names and nothing of ours; and a browser.

    With it come the addresses of the street's cameras, of which one more stands there than have names.
    """
    house = House(folder / "config", language="ja", people=TOWN, launcher=Path(launch.__file__))
    cameras = ("--cameras", str(len(names) + 1), "--size", "320x180", "--fps", "8")
    async with house, StreetProcess(*cameras) as street, chromium() as browser:
        for number, name in enumerate(names):
            await add_generic_camera(
                house.client,
                stream=street.urls[number].rtsp,
                name=name,
                entity_id=f"camera.street_{number}",
            )
        yield Windows(house, browser), [urls.rtsp for urls in street.urls]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Windows]:
    async with empty_house(tmp_path_factory.mktemp("home"), "正面入口") as (windows, _):
        yield windows


class Hand:
    """What a person does at the panel; their steps are counted."""

    def __init__(self, visit: Visit) -> None:
        """Nothing was done yet."""
        self.visit, self.page, self.steps = visit, visit.page, 0

    async def press(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """Press the first button of this name."""
        place = within or self.page.locator("kuma-bouhan-panel")
        await place.get_by_role("button", name=name, exact=True).first.click()
        self.steps += 1

    async def deed(
        self,
        do: str,
        *chosen: str,
        texts: Mapping[str, str] | None = None,
        selected: Mapping[str, str] | None = None,
        opener: str | re.Pattern[str] = "",
    ) -> None:
        """Open a form by its button, fill it in, send it, and wait until it has gone."""
        if opener:
            await self.press(opener)
        dialog = self.page.get_by_role("dialog")
        for label, one in (selected or {}).items():
            await dialog.get_by_label(label, exact=True).select_option(label=one)
        for label, text in (texts or {}).items():
            await dialog.get_by_label(label).first.fill(text)
        for one in chosen:
            await dialog.get_by_text(one, exact=True).first.click()
        self.steps += len(texts or {}) + len(selected or {}) + len(chosen)
        await self.press(do, dialog)
        await dialog.wait_for(state="detached")

    async def paper(self, opener: str | re.Pattern[str], within: Locator | None = None) -> Page:
        """Open a paper, and return the window that it stands in."""
        async with self.page.expect_popup() as opened:
            await self.press(opener, within)
        paper = await opened.value
        await paper.locator("h1, h2").first.wait_for()
        return paper

    async def held(self) -> tuple[int, int]:
        """Read at the self-check how many duties there are, and how many hold."""
        await self.visit.open("/check")
        told = self.page.locator("kb-check").get_by_text(re.compile(r"^\d+項目中 \d+項目$"))
        every, holding = re.findall(r"\d+", await told.inner_text(timeout=30_000))
        return int(every), int(holding)


async def found_site(forms: Forms) -> None:
    """Go past doubts about the folder, write the recovery code down, and type its end."""
    wanted = re.compile("復旧コードを書き留めて|このフォルダーを使う")
    await expect(forms.dialog).to_contain_text(wanted)
    while await forms.page.locator("step-flow-menu").count():
        await forms.choose("このフォルダーを使う")
        await expect(forms.dialog).to_contain_text(wanted)
    code = await forms.form.locator("strong").first.inner_text()
    await forms.fill("コードの最後のまとまり", code.rsplit("-", maxsplit=1)[-1].lower())
    await forms.send()
    await forms.page.locator("step-flow-create-entry").wait_for()


async def test_one_person_in_a_house_records_and_shows_a_sign_in_under_five_minutes(
    home: Windows, tmp_path: Path
) -> None:
    begun = time.monotonic()
    async with home.visit("owner") as visit:
        visit.expected += ["401", "404"]  # pictures in pages of Home Assistant's own
        page, hand, forms = visit.page, Hand(visit), Forms(visit.page)
        await forms.begin(home.house.url)
        await forms.choose("住宅")
        await forms.heading("住宅の防犯カメラ")
        await visit.picture("trial-home-form")
        await forms.pick("カメラ", "正面入口")
        await forms.pick("写る範囲", "玄関とその前")
        await forms.pick("カメラが必要な理由", "留守にする時間が長い。")
        await forms.pick("ほかに検討した方法", "照明も付けているが、それだけでは足りない。")
        await forms.fill("パスフレーズ", PASSPHRASE)
        await forms.fill("パスフレーズ（確認）", PASSPHRASE)
        await forms.unfold("画像の保存場所")
        await forms.fill("保管庫のフォルダー", str(tmp_path / "vault"))
        await forms.send()
        await found_site(forms)
        await visit.picture("trial-home-founded")

        await visit.open("/start")
        step = page.locator("kb-start li")
        await expect(step.filter(has_text="カメラの追加")).to_have_class(re.compile("done"))
        await visit.picture("trial-home-start")
        await hand.press("設置表示を印刷する")
        sign = await hand.paper("開く", page.get_by_role("dialog"))
        await expect(sign.get_by_text("防犯カメラ作動中").first).to_be_visible()
        await sign.screenshot(path=visit.shot("trial-home-sign"), full_page=True)
        await sign.close()
        await hand.press("やめる", page.get_by_role("dialog"))

        await hand.press("設置表示を確認する")
        await hand.deed(
            "確認を記録する",
            texts={"表示の場所": "門柱、目の高さ"},
            opener="正面入口：表示を確認した",
        )
        await expect(page.get_by_text("掲示中")).to_be_visible()
        await visit.picture("trial-home-sign-confirmed")

        await visit.open("/papers")
        await hand.deed("制定する", opener="運用基準を制定する")
        await expect(page.get_by_text("文面は現在の設定と一致しています")).to_be_visible()

        every, holding = await hand.held()
        assert 0 < holding < every
        for missing in ("記録した機器の置き場所と鍵", "ほかの場所に画像が残っていないかの確認"):
            await expect(page.locator("details[open]").filter(has_text=missing)).to_be_visible()
        await visit.picture("trial-home-check")
        await hand.press("結果を確認しました")

        await visit.open("/start")
        await expect(page.get_by_text("準備が整いました")).to_be_visible(timeout=90_000)
        await visit.picture("trial-home-done")
    assert forms.filled + forms.sent + hand.steps <= FEW
    assert time.monotonic() - begun < FIVE_MINUTES


@dataclass(frozen=True, slots=True)
class Street:
    """A condominium that has bought cameras, and set nothing up."""

    windows: Windows
    address: str
    """Of a camera that Home Assistant does not know."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def condominium(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Street]:
    folder = tmp_path_factory.mktemp("condominium")
    async with empty_house(folder, "正面入口", "駐車場") as (windows, addresses):
        yield Street(windows, addresses[-1])


async def set_up_association(forms: Forms, url: str, vault: Path) -> None:
    """Answer what an association is asked; what is proposed is left as it stands."""
    await forms.begin(url)
    await forms.choose("団体・店舗")
    await forms.heading("設置者と運用責任者")
    await forms.fill("施設の名称", "上通マンション")
    await forms.fill("設置者", "上通マンション管理組合")
    await forms.fill("運用責任者の職名", "理事長")
    await forms.send()
    await forms.heading("設置目的と連絡先")
    await forms.fill("苦情・問合せの連絡先", "管理室 096-000-0000")
    await forms.send()
    await forms.heading("画像の保存期間")
    await forms.send()
    await forms.heading("だれが、何に基づいて決めますか")
    await forms.unfold("設置表示と苦情・問合せ")
    await forms.fill("その他の事項を定める人", "理事会")
    await forms.send()
    await forms.heading("画像の保管場所")
    await forms.fill("保管庫のフォルダー", str(vault))
    await forms.send()
    await forms.heading("保管庫のパスフレーズ")
    await forms.fill("パスフレーズ", PASSPHRASE)
    await forms.fill("パスフレーズ（確認）", PASSPHRASE)
    await forms.send()
    await found_site(forms)


async def add_camera(
    forms: Forms, url: str, place: str, view: str, *, name: str = "", address: str = ""
) -> None:
    """Put a camera under the rules from the integration's page: Home Assistant's `name`, or an address of its own."""
    await forms.page.goto(f"{url}/config/integrations/integration/kuma_bouhan")
    await forms.page.get_by_role("button", name="カメラを追加").click()
    await forms.heading("指針の対象かどうか")
    await forms.tick("犯罪の予防が主な目的ですか", "はい")
    await forms.tick("不特定多数の人が写りますか", "はい")
    await forms.send()
    await forms.heading("カメラの設定")
    if address:
        await forms.unfold("アドレスを直接指定する")
        await forms.fill("映像のアドレス", address)
    else:
        await forms.pick("カメラ", name)
    await forms.fill("設置場所", place)
    await forms.fill("撮影範囲", view)
    await forms.send()
    await forms.heading("設置の検討")
    await forms.fill("カメラが必要な理由", "昨年、自転車の盗難が3件あった。")
    await forms.fill("ほかに検討した方法", "照明を増やしたが、被害は続いた。")
    await forms.fill("撮影範囲を最小限にするための工夫", "共用部分だけが写る向きにした。")
    await forms.fill("撮影時間の理由", "犯罪は昼夜を問わず起こりうる。")
    await forms.send()
    await forms.page.locator("step-flow-create-entry").wait_for()


ACKNOWLEDGE: Final = re.compile("指導を受けたことを確認する$")
PLACES: Final = ("正面玄関", "駐車場", "自転車置き場")


async def test_a_condominiums_board_sets_three_cameras_up_and_runs_them(
    condominium: Street, tmp_path: Path
) -> None:
    windows = condominium.windows
    url = windows.house.url
    async with windows.visit("owner") as visit:
        visit.expected += ["401", "404"]
        page, hand, forms = visit.page, Hand(visit), Forms(visit.page)
        await set_up_association(forms, url, tmp_path / "vault")
        for place, view, name in (
            (PLACES[0], "玄関とその前の歩道", "正面入口"),
            (PLACES[1], "駐車場の通路", "駐車場"),
        ):
            await add_camera(forms, url, place, view, name=name)
        await add_camera(forms, url, PLACES[2], "自転車置き場の通路", address=condominium.address)
        await visit.picture("trial-board-cameras")
        every, before = await hand.held()
        await visit.picture("trial-board-check-before")

        # People: who decides has unlocked with their own passphrase.
        await visit.open("/people")
        await unlock(page, PASSPHRASE)
        await page.get_by_role("dialog").wait_for(state="detached")
        for role, person in (("運用従事者", "天草 次郎"), ("苦情対応担当者", "玉名 さくら")):
            await hand.press("指定する")
            await hand.deed("指定する", selected={"役割": role, "人": person})
            await expect(page.locator(".rows").filter(has_text=person)).to_be_visible()
        await hand.press("引き継ぐ（運用責任者、熊本 花子）")
        secrecy = "画像により知り得た情報を、退任後も漏らさないことを確認しました"
        await hand.deed(
            "引き継ぐ", secrecy, texts={"職名": "理事長"}, selected={"引き継ぐ相手": "八代 花枝"}
        )
        await visit.picture("trial-board-people")

        # The site owner teaches the manager, who is offered; says where things stand; sees to the signs.
        await visit.open("/duties")
        await expect(page.get_by_text("設置表示を確認する").first).to_be_visible()
        await visit.picture("trial-board-duties")
        await visit.open("/duties/instruction")
        await hand.deed(
            "指導を記録する", texts={"内容": "運用基準を一緒に読んだ。"}, opener="指導を記録する"
        )
        await visit.open("/duties/things")
        await hand.deed(
            "記載する",
            "Home Assistant の機器",
            texts={
                "呼び名": "管理室のサーバー",
                "どこにあるか": "管理室の棚",
                "どの鍵で閉めるか": "管理室のシリンダー錠",
                "鍵を持つ人": "理事長、管理員",
                "盗難を防ぐためにしていること": "ワイヤーで固定",
            },
            opener="保管するものを記載する",
        )
        await expect(page.get_by_role("heading", name="管理室のサーバー")).to_be_visible()
        await visit.picture("trial-board-things")
        await visit.open("/duties/signs")
        for place in PLACES:
            await hand.deed(
                "確認を記録する",
                texts={"表示の場所": "入口の右の柱、目の高さ"},
                opener=f"{place}：表示を確認した",
            )
        await expect(page.get_by_text("掲示中", exact=True)).to_have_count(len(PLACES))

        await visit.open("/papers")
        await hand.deed(
            "制定する", "総会", texts={"備考": "第12回通常総会"}, opener="運用基準を制定する"
        )
        await expect(page.get_by_text("第1版を制定しました（総会）")).to_be_visible()
        standard = await hand.paper("運用基準を印刷する")
        for said in ("上通マンション", "理事長", "復元できなく", "自転車置き場"):
            await expect(standard.get_by_text(said).first).to_be_visible()
        await standard.screenshot(path=visit.shot("trial-board-standard"), full_page=True)
        await standard.close()
        chart = await hand.paper(re.compile("^運用体制の概要図"))
        for person in ("八代 花枝", "天草 次郎", "玉名 さくら"):
            await expect(chart.get_by_text(person).first).to_be_visible()
        await chart.screenshot(path=visit.shot("trial-board-chart"), full_page=True)
        await chart.close()
        await hand.press(re.compile("^設置表示"))
        signs = await hand.paper("開く", page.get_by_role("dialog"))
        await expect(signs.get_by_text("上通マンション管理組合").first).to_be_visible()
        await signs.screenshot(path=visit.shot("trial-board-sign"), full_page=True)
        await signs.close()

    async with windows.visit("deputy") as visit:
        hand = Hand(visit)
        await visit.open("/duties/instruction")
        await hand.deed("確認する", opener=ACKNOWLEDGE)
        await hand.deed("指導を記録する", texts={"内容": "一緒に読んだ。"}, opener="指導を記録する")
        await visit.picture("trial-board-instruction")

    async with windows.visit("operator", size=PHONE) as visit:
        await visit.open("/duties/instruction")
        await Hand(visit).deed("確認する", opener=ACKNOWLEDGE)
        assert await visit.fits()
        await visit.picture("trial-board-acknowledged-phone")

    async with windows.visit("officer") as visit:
        page, hand = visit.page, Hand(visit)
        await visit.open("/duties/complaints")
        await hand.deed(
            "受け付けたことを記録する",
            "問合せ",
            "対面",
            "自転車置き場",
            texts={"申し出の内容": "部屋の窓は写っていますか。"},
            opener="苦情・問合せを受け付ける",
        )
        await page.wait_for_url("**/duties/complaints/1")
        await hand.press("回答を記録する")
        dialog = page.get_by_role("dialog")
        await hand.press("現在の設定から説明の文を入れる", dialog)
        explained = dialog.get_by_label("説明したこと")
        await expect(explained).to_have_value(re.compile("自転車置き場の通路"))
        await visit.picture("trial-board-answer")
        await hand.deed("回答を記録する")
        await hand.deed("対応を終える", "説明し、理解を得た", opener="対応を終える")
        await expect(page.get_by_text("対応を終えた").first).to_be_visible()
        await visit.picture("trial-board-complaint")

    async with windows.visit("owner") as visit:
        hand = Hand(visit)
        every_after, after = await hand.held()
        await visit.picture("trial-board-check-after")
        # What applies is more, too: whoever was appointed is to be taught, and a complaint to be answered.
        assert every_after > every
        assert after - before > every_after - every
        missing = visit.page.locator("details[open]")
        await expect(missing.filter(has_text="記録媒体の点検")).to_be_visible()
