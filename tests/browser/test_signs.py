"""Signs as Chromium sets them: whatever the settings say, nothing on them is cut through, hidden or too small to be read.

They need no Home Assistant. Pictures of all are left in `browser-output`, for people to look at.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time
import itertools
from typing import Any

from playwright.async_api import Page
import pytest
import pytest_asyncio

from custom_components.kuma_bouhan.documents.signs import Sign, Size, sign
from custom_components.kuma_bouhan.flows.answers import LONGEST_LINE, LONGEST_TEXT
from custom_components.kuma_bouhan.guideline.recording import Hours
from tests.documents.more_papers import SIGN

from .conftest import OUTPUT, chromium

pytestmark = pytest.mark.asyncio(loop_scope="session")

LANGUAGES = [
    ("ja",),
    ("ja", "en"),
    ("ja", "en", "zh", "ko"),
    ("en", "ja"),
    ("zh", "ja", "en", "ko"),
    ("ko", "ja"),
]
WORKDAYS = Hours(time(8, 30), time(18), frozenset(range(5)))
SHOP = replace(
    SIGN,
    owner="株式会社くまもと商店",
    manager_title="店長",
    purpose="施設内及び施設の出入口付近における犯罪を防止するため。",
    contact="くまもと商店 お客様窓口 096-000-0000（10時から20時まで） info@example.jp",
    hours=[Hours(time(10), time(20), frozenset(range(6)))],
)
STREET = replace(
    SIGN,
    owner="水前寺一丁目町内会",
    manager_title="町内会長",
    purpose="通学路及び公園での犯罪の防止と、住民の安全の確保",
    contact="町内会事務局 096-000-0000",
    hours=[Hours(time(17, 30), time(7, 30))],
)
BLOCK = replace(
    SIGN,
    owner="水前寺グランドコーポラス管理組合",
    purpose="共用部（エントランス、駐車場、駐輪場、ごみ置場）での犯罪の防止と、居住者の安全の確保",
    contact="株式会社熊本ビルサービス 管理センター 096-000-0000（平日9時から17時まで）",
    hours=[WORKDAYS],
)
BODY = replace(
    BLOCK,
    owner="水前寺公園東グランドコーポラス管理組合法人",
    manager_title="管理組合法人理事長兼防火管理者",
    purpose=BLOCK.purpose + "、及び事故の際の事実の確認",
    contact=BLOCK.contact + "、夜間は警備会社 0120-000-000",
)
ENGLISH = replace(
    BLOCK,
    owner="Suizenji Grand Corporas Management Association",
    manager_title="Chair of the management association",
    purpose="To prevent crime at the entrances and in the shared areas of the building.",
    contact="Kumamoto Building Service, management centre, 096-000-0000 (weekdays, 9:00 to 17:00)",
)
ORDINARY = {
    "short": SIGN,
    "shop": SHOP,
    "street": STREET,
    "block": BLOCK,
    "body": BODY,
    "english": ENGLISH,
}


def filled(text: str) -> Sign:
    """Return a sign with as much of a text in each field as the settings take."""
    line = (text * LONGEST_TEXT)[:LONGEST_LINE]
    contact = line[: -len(" 096-000-0000")] + " 096-000-0000"
    purpose = (text * LONGEST_TEXT)[:LONGEST_TEXT]
    return replace(
        BODY, owner=line, manager_title=line, crimes=line, purpose=purpose, contact=contact
    )


LONG = {
    "purpose": replace(BLOCK, purpose="共用部での犯罪の防止" * 10),
    "no_purpose": replace(BLOCK, purpose="", crimes="空き巣、器物損壊" * 25),
    "agency": replace(
        BODY,
        owner=f"独立行政法人都市再生機構九州支社熊本住まいセンター管理{BODY.owner}",
        manager_title=f"{BODY.owner}理事長兼防火管理者",
        contact="株式会社熊本ビルディングサービス九州総合管理センター 熊本東支店 096-000-0000"
        "（平日9時から17時まで、夜間は警備会社 0120-000-000）kanri-soudan@example.jp",
    ),
    "longest": filled("水前寺公園東グランドコーポラス管理組合法人の防犯カメラ、"),
    "longest_english": filled("Management Association of the Suizenji Corporas building, "),
    "longest_word": filled("abcdefgh0123456789"),
}

MEASURE = """() => {
  const box = e => e.getBoundingClientRect(), all = s => [...document.querySelectorAll(s)];
  const name = e => e.className.baseVal ?? (e.className || e.tagName);
  const wrong = [], near = 1;
  const within = (inner, outer, what) => {
    if (inner.left < outer.left - near || inner.right > outer.right + near
      || inner.top < outer.top - near || inner.bottom > outer.bottom + near) wrong.push(what);
  };
  const inside = {
    '.board': ['.top', '.panel'], '.top': ['.camera', 'h1', 'h1 span', '.others', '.sound'],
    '.panel': ['dl', '.qr', '.small'], dl: ['dt', 'dd'],
  };
  const shown = e => e.getClientRects().length > 0;
  for (const [outer, inner] of Object.entries(inside))
    for (const o of all(outer))
      for (const e of inner.flatMap(all).filter(shown)) within(box(e), box(o), `${name(e)} leaves ${outer}`);
  for (const d of all('dt, dd, .qr, .small, .others, .sound')) {
    const text = document.createRange();
    text.selectNodeContents(d);
    const t = text.getBoundingClientRect(), o = box(d);
    if (shown(d) && (t.left < o.left - near || t.right > o.right + near)) wrong.push(`text leaves ${name(d)}`);
    if (d.scrollHeight > d.clientHeight + 2) wrong.push(`text is higher than ${name(d)}`);
  }
  const apart = ['.camera', 'h1', '.others', '.sound', '.panel'].flatMap(all);
  const below = ['dl', '.qr', '.small'].flatMap(all).filter(shown);
  for (const group of [apart, below])
    group.forEach((a, at) => group.slice(at + 1).forEach(b => {
      const [x, y] = [box(a), box(b)];
      if (Math.min(x.right, y.right) - Math.max(x.left, y.left) > near
        && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > near) wrong.push(`${name(a)} on ${name(b)}`);
    }));
  const mm = px => px / 96 * 25.4, size = s => mm(parseFloat(getComputedStyle(document.querySelector(s)).fontSize));
  return {
    wrong, rows: all('dd').map(d => d.classList[0]), headline: size('h1'), letters: size('dl'),
    camera: all('.camera').map(e => mm(box(e).height))[0] ?? 0, hint: document.querySelector('.hint').textContent,
  };
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page() -> AsyncIterator[Page]:
    """Give a page as it is printed."""
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 800, "height": 1130})
        await page.emulate_media(media="print")
        yield page


async def measured(page: Page, name: str, facts: Sign, size: Size) -> list[dict[str, Any]]:
    """Set a sign in all languages, with sound and without, and return what was measured."""
    folder = OUTPUT / "signs"
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for languages, audio in itertools.product(LANGUAGES, (False, True)):
        await page.set_content(sign(replace(facts, audio=audio), size, languages, "ja"))
        which = f"{name}-{size}-{'-'.join(languages)}" + ("-sound" if audio else "")
        await page.locator(".sheet").screenshot(path=folder / f"{which}.png")
        found.append({"which": which, **await page.evaluate(MEASURE)})
    return found


EVERY = [*ORDINARY.items(), *LONG.items()]
HEADLINES = {Size.A4: 26, Size.A5: 18, Size.LABEL: 4.8}
"""Millimetres that letters of the headline have at the least: English ones, which are more."""
LETTERS = {Size.A4: 3.2, Size.A5: 2.3, Size.LABEL: 2.2}
"""Millimetres that letters of the rows have at the least."""
CAMERA = {Size.A4: 15, Size.A5: 10.5, Size.LABEL: 12}
"""Millimetres that a camera is drawn high at the least."""


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize(("name", "facts"), EVERY, ids=[name for name, _ in EVERY])
async def test_nothing_on_a_sign_is_cut_or_covered_whatever_it_says(
    page: Page, name: str, facts: Sign, size: Size
) -> None:
    for one in await measured(page, name, facts, size):
        assert one["wrong"] == [], one
        assert one["headline"] >= HEADLINES[size], one
        assert one["letters"] >= LETTERS[size] - 0.01, one
        assert one["camera"] == 0 or one["camera"] >= CAMERA[size] - 0.01, one
        assert "contact" in one["rows"], one


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("facts", ORDINARY.values(), ids=ORDINARY)
async def test_a_sign_says_all_that_people_ordinarily_write(
    page: Page, facts: Sign, size: Size
) -> None:
    for languages in LANGUAGES[:2]:
        for audio in (False, True):
            await page.set_content(sign(replace(facts, audio=audio), size, languages, "ja"))
            found = await page.evaluate(MEASURE)
            assert found["rows"] == ["purpose", "owner", "manager", "hours", "kept", "contact"]
            assert "省きました" not in found["hint"]


async def test_what_there_is_no_room_for_is_named_to_whoever_prints(page: Page) -> None:
    await page.set_content(sign(replace(LONG["longest"], audio=False), Size.LABEL, ("ja",), "ja"))
    found = await page.evaluate(MEASURE)
    assert found["rows"] == ["hours", "kept", "contact"]
    assert "次の項目を省きました：目的、設置者、運用責任者。" in found["hint"]
    assert not await page.locator(".hint").is_visible()
