"""Papers as Chromium prints them: A4, every page numbered, tables that go on, nothing cut and nothing lost.

They need no Home Assistant. What was printed is left in `browser-output`, for people to look at.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
import re
import shutil
import unicodedata

from playwright.async_api import Page, async_playwright
from pypdf import PageObject, PdfReader
import pytest
import pytest_asyncio

from custom_components.kuma_bouhan.documents import disclosure_papers, extension_papers, kept_sheets
from custom_components.kuma_bouhan.documents.erasure_record import erasure_record
from custom_components.kuma_bouhan.documents.register import register
from custom_components.kuma_bouhan.documents.sheet import Sheet, render
from custom_components.kuma_bouhan.documents.signs import HEADLINES, Size, sign, sign_tag
from custom_components.kuma_bouhan.documents.viewing_register import viewing_register
from custom_components.kuma_bouhan.documents.words import Words
from tests.documents.more_papers import CONTRACT, SIGN, more_papers, printed
from tests.documents.papers import (
    DAY,
    ERASED,
    ERASURES,
    EXTENSION,
    FIRST_END,
    HEAD,
    LINE,
    OWNER,
    PERMITTED,
    PROVIDED,
    papers,
    viewings,
)

from .conftest import OUTPUT, PHONE

pytestmark = pytest.mark.asyncio(loop_scope="session")

A4 = (595.3, 841.9)
"""Points."""
EDGE = 20.0
"""Points at every edge that stay white: no printer reaches them all."""
ALIKE = str.maketrans("⻑∕‧‒", "長/・–")
PAGES = {
    "form_1": 2,
    "annex_1": 2,
    "request_1": 1,
    "form_2": 1,
    "annex_2": 2,
    "request_2": 1,
    "receipt": 1,
    "viewing_register": 5,
    "erasure_record": 2,
}
"""How many pages each paper of `tests.documents.papers` takes."""
MORE_PAGES = {
    "standard": (2, 3),
    "standard_draft": (2, 2),
    "organisation_chart": (1, 1),
    "complaint_procedure": (1, 1),
    "annual_report": (1, 1),
    "annual_so_far": (1, 1),
    "register": (3, 3),
    "assessment": (1, 1),
    "incident": (1, 1),
    "complaint": (1, 1),
    "certificate": (1, 1),
    "contract_clause": (2, 2),
}
"""How many pages each paper of `tests.documents.more_papers` takes, in Japanese and in English."""
SIGNS = {Size.A4: A4, Size.A5: (419.5, 595.3), Size.LABEL: (283.5, 175.7)}
"""How large signs are, in points."""


@dataclass(slots=True)
class Printer:
    """A browser that prints."""

    page: Page
    fetched: list[str]

    async def print(self, name: str, sheets: Sequence[Sheet], words: Words) -> list[PageObject]:
        """Print a paper as a person does, and return its pages."""
        return await self.print_page(f"{name}-{words.language}", render(sheets, HEAD, words))

    async def print_page(self, name: str, html: str) -> list[PageObject]:
        """Print what stands alone."""
        await self.page.set_content(html)
        printed = await self.page.pdf(prefer_css_page_size=True, print_background=True)
        folder = OUTPUT / "papers"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.pdf").write_bytes(printed)
        return list(PdfReader(BytesIO(printed)).pages)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def printer() -> AsyncIterator[Printer]:
    """Give a browser."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page, fetched = await browser.new_page(), list[str]()
        page.on("request", lambda request: fetched.append(request.url))
        yield Printer(page, fetched)
        await browser.close()


def plain(text: str) -> str:
    """Return a text without spaces, in letters that look the same: a font names some of its own."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text.translate(ALIKE)))


def read(page: PageObject) -> str:
    """Return what stands on a page; titles are spread over their cells."""
    return plain(page.extract_text())


def places(page: PageObject) -> list[tuple[float, float]]:
    """Return where text stands on a page, in points from its lower left corner."""
    found: list[tuple[float, float]] = []

    def see(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x, y = tm[4], tm[5]
            found.append((x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]))

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", [*PAGES, *MORE_PAGES])
async def test_every_page_is_a4_numbered_and_carries_the_head(
    printer: Printer, name: str, language: str
) -> None:
    words = Words(language)
    sheets = (papers(language) if name in PAGES else more_papers(language))[name]
    pages = await printer.print(name, sheets, words)
    in_japanese, in_english = MORE_PAGES.get(name) or (PAGES[name], PAGES[name])
    assert len(pages) == (in_japanese if language == "ja" else in_english)
    wide = sheets[0].landscape
    for number, page in enumerate(pages, 1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx(A4[::-1] if wide else A4, abs=1)
        text = read(page)
        assert plain(words("page", page=number, pages=len(pages))) in text
        # At the foot of each page, and in the strip of each sheet.
        assert plain(words("head.line", line=LINE)) in text
        for x, y in places(page):
            assert EDGE <= x <= size[0] - EDGE and EDGE <= y <= size[1] - EDGE, (x, y)
    whole = "".join(map(read, pages))
    assert whole.count(plain(HEAD.facility)) >= len(sheets)
    assert printer.fetched == []


async def test_a_long_reason_goes_on_over_pages_and_loses_nothing(printer: Printer) -> None:
    sentences = [f"第{number}文、駐車場の車上荒らしについて。" for number in range(110)]
    words = Words("ja")
    long = replace(EXTENSION, reason="".join(sentences), remarks="\n".join(sentences[:40]))
    pages = await printer.print(
        "form_1_long", extension_papers.form_1(words, long, FIRST_END), words
    )
    assert len(pages) > 1
    whole = "".join(map(read, pages))
    assert [one for one in sentences if plain(one) not in _joined(pages)] == []
    # The rows after it are there, in their order.
    rows = ("延長決定日", "延長する理由", "本来の保存期間", "延長後の保存期間", "特記事項")
    at = [whole.index(row) for row in rows]
    assert at == sorted(at)


def _joined(pages: Sequence[PageObject]) -> str:
    """Return the text of pages one after another, without what stands at their edges."""
    words = Words("ja")
    whole = ""
    for number, page in enumerate(pages, 1):
        text = read(page)
        for edge in (
            words("page", page=number, pages=len(pages)),
            words("head.line", line=LINE),
            "（参考様式1）画像保存期間延長理由書第12号",
        ):
            text = text.replace(plain(edge), "")
        whole += text
    return whole


async def test_a_long_register_repeats_its_titles_and_breaks_no_line(printer: Printer) -> None:
    words = Words("ja")
    sheet = viewing_register(words, viewings(60))
    pages = [read(page) for page in await printer.print("register_long", [sheet], words)]
    assert len(pages) > 5
    lines = 0
    for text in pages:
        here = len(
            re.findall(
                "令和8年1[01]月[0-9]+日.2026-1[01]-[0-9]{2}.[0-9]{1,2}時05分から[0-9]{1,2}時17分まで",
                text,
            )
        )
        if here:
            assert "閲覧した日時" in text and "実際に再生した範囲" in text
        # What begins on a page ends on it.
        assert text.count("本人が終了") == here
        lines += here
    assert lines == 60


async def test_a_long_erasure_record_repeats_its_titles(printer: Printer) -> None:
    words = Words("ja")
    many = tuple(
        replace(one, start=one.start + week * 7 * DAY, end=one.end + week * 7 * DAY)
        for week in range(5)
        for one in ERASED
    )
    sheet = erasure_record(words, replace(ERASURES, erased=many))
    pages = [read(page) for page in await printer.print("erasure_long", [sheet], words)]
    with_lines = [text for text in pages if "1440個" in text]
    assert len(with_lines) > 3
    assert all("画像の範囲" in text and "消去した日時" in text for text in with_lines)
    assert sum(text.count("1440個") for text in pages) == len(many)


async def test_nobody_signs_a_page_on_which_nothing_stands_of_what_they_sign(
    printer: Printer,
) -> None:
    words = Words("ja")

    async def last(name: str, sheet: Sheet) -> str:
        pages = [read(page) for page in await printer.print(name, [sheet], words)]
        assert len(pages) == 2
        return pages[1]

    clause = await last("clause", more_papers("ja")["contract_clause"][0])
    assert clause.index("第11条") < clause.index("署名欄")
    places = tuple(f"駐車場北側の{number}番区画" for number in range(40))
    given = replace(PROVIDED, asked=replace(PROVIDED.asked, places=places))
    receipt = await last("receipt_long", disclosure_papers.receipt(words, given, OWNER))
    assert receipt.index("照合値(SHA-256)") < receipt.index("職・氏名(署名)")
    long = replace(PERMITTED, purpose="車上荒らしの捜査のため。" * 40)
    request = await last("request_long", disclosure_papers.request(words, long))
    assert request.index("特記事項") < request.index("決定者")
    work = replace(CONTRACT, task_text="夜間の巡回と画像の点検。" * 30)
    certificate = await last("certificate_long", kept_sheets.certificate(words, work))
    assert certificate.index("廃棄した日") < certificate.index("職・氏名(署名)")


async def test_what_is_left_open_is_underlined_and_bold_in_black(printer: Printer) -> None:
    await printer.page.set_content(render(more_papers("ja")["standard_draft"], HEAD, Words("ja")))
    await printer.page.emulate_media(media="print")
    look = await printer.page.evaluate(
        "(style => [style.fontWeight, style.borderBottomStyle, style.borderBottomColor, "
        "parseFloat(style.borderBottomWidth) >= 1, style.whiteSpace])"
        "(getComputedStyle(document.querySelector('span.open')))"
    )
    await printer.page.emulate_media(media="null")
    assert look == ["700", "solid", "rgb(0, 0, 0)", True, "nowrap"]


async def test_a_word_without_an_end_stays_within_its_cell(printer: Printer) -> None:
    words = Words("en")
    recipient = replace(PERMITTED.recipient, affiliation="x" * 400, contact="https://" + "y" * 300)
    long = replace(PERMITTED, recipient=recipient, purpose="z" * 700)
    (page, *_) = await printer.print("form_2_words", [disclosure_papers.form_2(words, long)], words)
    assert all(EDGE <= x <= A4[0] - EDGE for x, _ in places(page))
    fits = await printer.page.evaluate(
        "[...document.querySelectorAll('td, th')].every(e => e.scrollWidth <= e.clientWidth + 1)"
    )
    assert fits


async def test_the_form_fills_its_page_and_no_more(printer: Printer) -> None:
    for given in (PERMITTED, PROVIDED):
        words = Words("ja")
        (page,) = await printer.print(
            "form_2_blank", [disclosure_papers.form_2(words, given)], words
        )
        assert "第13号" in read(page)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize(
    "languages", [("ja",), ("ja", "en"), ("ja", "en", "zh", "ko"), ("en", "ja"), ("zh",), ("ko",)]
)
async def test_a_sign_stands_on_one_page_of_its_size_and_nothing_is_cut(
    printer: Printer, size: Size, sound: bool, languages: tuple[str, ...]
) -> None:
    html = sign(replace(SIGN, audio=sound), size, languages, "ja")
    name = f"sign-{size}-{'-'.join(languages)}" + ("-sound" if sound else "")
    (page,) = await printer.print_page(name, html)
    measured = (float(page.mediabox.width), float(page.mediabox.height))
    assert measured == pytest.approx(SIGNS[size], abs=1)
    text = read(page)
    assert plain("".join(HEADLINES[languages[0]])) in text
    assert plain("096-000-0000") in text
    assert plain("7日間") in text or plain("7 days") in text
    # No part reaches beyond the one that holds it.
    await printer.page.emulate_media(media="print")
    cut = await printer.page.evaluate(
        "[...document.querySelectorAll('.board, .top, .panel, .facts, dl, dd, dt, h1, .qr, .others')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 2"
        # Lines of the headline stand closer than its letters are tall.
        "  || (e.tagName != 'H1' && e.scrollHeight > e.clientHeight + 2))"
        ".map(e => e.className || e.tagName)"
    )
    await printer.page.emulate_media(media="null")
    assert cut == []
    assert printer.fetched == []


@pytest.mark.parametrize("size", Size)
async def test_what_a_sign_leaves_to_be_written_by_hand_is_a_box_within_it(
    printer: Printer, size: Size
) -> None:
    empty = replace(SIGN, contact="", purpose="", crimes="")
    (_,) = await printer.print_page(f"sign-{size}-blank", sign(empty, size, ("ja", "en"), "ja"))
    await printer.page.emulate_media(media="print")
    boxes = await printer.page.evaluate(
        "[...document.querySelectorAll('dd.by-hand')].map(e => [getComputedStyle(e).borderTopStyle,"
        " e.getBoundingClientRect().bottom < document.querySelector('.board').getBoundingClientRect().bottom])"
    )
    await printer.page.emulate_media(media="null")
    assert boxes == [["dashed", True]] * 2


async def test_the_headline_is_read_from_far(printer: Printer) -> None:
    await printer.page.set_content(sign(SIGN, Size.A4, ("ja", "en", "zh", "ko"), "ja"))
    letters = await printer.page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    )
    assert letters / 96 * 25.4 > 30  # millimetres


async def test_a_tag_is_a_label(printer: Printer) -> None:
    html = sign_tag(Words("ja"), "駐車場 北側の長い名前の出入口", "kuma_bouhan-sign-" + "c0" * 16)
    (page,) = await printer.print_page("sign_tag", html)
    measured = (float(page.mediabox.width), float(page.mediabox.height))
    assert measured == pytest.approx((255.1, 113.4), abs=1)
    assert plain("駐車場北側") in read(page)


async def test_a_long_register_of_everything_repeats_its_titles(printer: Printer) -> None:
    words = Words("ja")
    pages = [
        read(page)
        for page in await printer.print("register_all", [register(words, printed(80))], words)
    ]
    lines = [text for text in pages if "設置表示の確認" in text]
    assert len(lines) > 5 and all("記載日時" in text for text in lines)


@pytest.mark.parametrize("name", ["standard", "organisation_chart", "annual_report"])
async def test_these_too_are_no_wider_than_a_phone(printer: Printer, name: str) -> None:
    await printer.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await printer.page.set_content(render(more_papers("ja")[name], HEAD, Words("ja")))
    assert await printer.page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    await printer.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("name", ["form_2", "annex_2", "viewing_register"])
async def test_on_a_phone_it_is_no_wider_than_the_window(printer: Printer, name: str) -> None:
    words = Words("ja")
    await printer.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await printer.page.set_content(render(papers("ja")[name], HEAD, words))
    assert await printer.page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert await printer.page.get_by_text(words("print_hint")).is_visible()
    await printer.page.set_viewport_size({"width": 1280, "height": 900})
