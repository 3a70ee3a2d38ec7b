"""Papers of requests: the guideline's forms as they are, everything else on an annex, nothing that runs or is fetched."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from html.parser import HTMLParser
import re
from typing import Any

import pytest
import segno

from custom_components.kuma_bouhan.documents import (
    annex,
    disclosure_papers,
    extension_papers,
    facts,
)
from custom_components.kuma_bouhan.documents.dates import clock, minute, moment, span, stacked
from custom_components.kuma_bouhan.documents.erasure_record import erasure_record
from custom_components.kuma_bouhan.documents.page import pieces
from custom_components.kuma_bouhan.documents.phrases import size
from custom_components.kuma_bouhan.documents.sheet import Sheet, render
from custom_components.kuma_bouhan.documents.viewing_register import viewing_register
from custom_components.kuma_bouhan.documents.words import Words, read
from custom_components.kuma_bouhan.guideline.disclosure import (
    Answer,
    Asks,
    CopyForm,
    Danger,
    Duty,
    Fate,
    Medium,
)
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.viewing import Purpose, ViewingEnd
from tests.house.source import blanks

from .papers import (
    ASKED,
    DAY,
    DECISION,
    ERASURES,
    EXTENSION,
    FIRST_END,
    HEAD,
    HOUR,
    KEPT,
    LINE,
    MANAGER,
    MINUTE,
    NOTE,
    NOW,
    ON_REQUEST,
    OPERATOR,
    OWNER,
    PERMITTED,
    PROOF,
    PROVIDED,
    REQUEST,
    SECOND,
    SECOND_END,
    SEIZED,
    papers,
    viewed,
    viewings,
)
from .test_recovery_paper import Read, dark_of

JA, EN = Words("ja"), Words("en")

# 参考様式1 and 2 of the guideline, as they stand in it.
FORM_1 = (
    "画像保存期間延長理由書",
    [
        "延長決定日",
        "延長する理由",
        "本来の保存期間終了年月日",
        "延長後の保存期間終了年月日",
        "その他の特記事項",
    ],
)
FORM_2 = (
    "画像提供記録書",
    [
        "提供日時",
        "画像提供先",
        "所属",
        "職・氏名",
        "連絡先",
        "提供する目的・理由",
        "提供する画像の内容",
        "その他の特記事項",
    ],
)
PAPERS = tuple(papers("ja"))


class Form(HTMLParser):
    """What stands in the cells of a page's tables, row by row, titles first."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.texts: list[str] = []
        self.headings: list[str] = []
        self.tables = 0
        self._into: list[str] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        into = {"th": self.titles, "td": self.texts, "h1": self.headings}.get(tag)
        if into is not None:
            into.append("")
            self._into = into
        self.tables += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        if tag in {"th", "td", "h1"}:
            self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data


def page(*sheets: Sheet, words: Words = JA) -> str:
    return render(sheets, HEAD, words)


def form(*sheets: Sheet, words: Words = JA) -> Form:
    return Form(page(*sheets, words=words))


def text(*sheets: Sheet, words: Words = JA) -> str:
    """Return what a person reads, without where lines end."""
    return re.sub(r"\s+", "" if words is JA else " ", Read(page(*sheets, words=words)).text)


def close(told: str) -> str:
    return re.sub(r"\s+", "", told)


# --- The guideline's forms


def test_form_1_is_the_guidelines_and_nothing_else() -> None:
    found = form(*extension_papers.form_1(JA, EXTENSION, FIRST_END))
    title, rows = FORM_1
    assert found.headings == [title]
    assert [close(one) for one in found.titles] == rows
    assert found.tables == 1
    assert "（参考様式1）" in page(*extension_papers.form_1(JA, EXTENSION, FIRST_END))
    assert found.texts[:1] == ["令和8年11月23日（2026-11-23）"]
    assert found.texts[1] == EXTENSION.reason
    assert found.texts[2:4] == [
        "令和8年11月29日（2026-11-29）まで",
        "令和9年1月31日（2027-01-31）まで",
    ]


def test_form_2_is_the_guidelines_and_nothing_else() -> None:
    found = form(disclosure_papers.form_2(JA, PROVIDED))
    title, rows = FORM_2
    assert found.headings == [title]
    assert [close(one) for one in found.titles] == rows
    assert found.tables == 1
    assert found.texts[:4] == [
        "令和8年11月23日（2026-11-23）16時05分",
        "熊本県熊本東警察署 刑事課",
        "巡査部長　八代 次郎",
        "096-000-0000（内線 321）",
    ]
    assert found.texts[4] == PROVIDED.purpose
    assert found.texts[5].startswith(PROVIDED.content)
    assert (
        "正面入口、駐車場 北側　令和8年11月22日（2026-11-22）14時05分から14時25分まで"
        in found.texts[5]
    )


def test_when_it_was_provided_is_the_minute_of_the_hand_over_and_blank_before() -> None:
    before = form(disclosure_papers.form_2(JA, PERMITTED)).texts[0]
    assert close(before) == "令和年月日時分"
    given = PROVIDED.provided
    assert given is not None
    exact = replace(PROVIDED, provided=replace(given, at=NOW + 59 * SECOND))
    assert (
        form(disclosure_papers.form_2(JA, exact)).texts[0]
        == "令和8年11月23日（2026-11-23）14時05分"
    )


def test_a_seizure_is_recorded_on_form_2_too() -> None:
    found = form(disclosure_papers.form_2(JA, SEIZED))
    assert found.texts[0] == "令和8年11月23日（2026-11-23）13時05分"
    assert found.texts[4] == "差押えによる。"


def test_there_is_one_form_1_for_each_original_end_with_its_own_footage() -> None:
    first, second = extension_papers.form_1(JA, EXTENSION, None)
    assert form(first).texts[2] == "令和8年11月29日（2026-11-29）まで"
    assert form(second).texts[2] == "令和8年11月30日（2026-11-30）まで"
    # The true bounds, where the form leaves room for them.
    assert (
        "正面入口　令和8年11月22日（2026-11-22）\n14時04分48秒から14時25分31秒まで"
        in (form(first).texts[4])
    )
    assert "駐車場" not in form(first).texts[4]
    assert (
        "駐車場 北側　令和8年11月22日（2026-11-22）22時05分から\n令和8年11月23日（2026-11-23）1時17分まで"
        in form(second).texts[4]
    )
    assert extension_papers.form_1(JA, EXTENSION, SECOND_END) == [second]
    assert extension_papers.form_1(JA, EXTENSION, date(2026, 12, 1)) == []


def test_what_is_not_approved_has_no_form_1() -> None:
    assert extension_papers.form_1(JA, replace(EXTENSION, approved=None), None) == []
    assert extension_papers.form_1(JA, REQUEST, None) == []


def test_a_permitted_disclosure_includes_form_1() -> None:
    first, second = extension_papers.form_1(JA, PERMITTED, None)
    assert form(first).texts[1] == (
        "第13号の画像の提供を許可したため、提供を終えるまで保存する必要がある。"
    )
    assert form(first).texts[3] == "令和8年12月23日（2026-12-23）まで"
    assert form(second).headings == [FORM_1[0]]


def test_form_1_says_what_it_follows_and_that_it_was_ended() -> None:
    ended = replace(
        EXTENSION,
        renews=5,
        ended=facts.Act(MANAGER, NOW + DAY),
        end_reason="捜査が終わったため",
    )
    remarks = form(*extension_papers.form_1(JA, ended, FIRST_END)).texts[4]
    assert "第5号の延長に続くもの" in remarks
    assert "令和8年11月24日（2026-11-24）に延長を終了（理由：捜査が終わったため）" in remarks
    assert "2026-11-24" in text(extension_papers.annex(EN, ended), words=EN)


def test_english_forms_have_as_many_rows_and_name_the_guidelines_title() -> None:
    first = form(*extension_papers.form_1(EN, EXTENSION, FIRST_END), words=EN)
    assert len(first.titles) == len(FORM_1[1])
    assert first.headings == ["Reasons for extending the retention of footage" + FORM_1[0]]
    second = form(disclosure_papers.form_2(EN, PROVIDED), words=EN)
    assert len(second.titles) == len(FORM_2[1])
    assert second.headings == ["Record of footage provided" + FORM_2[0]]
    assert second.texts[0] == "2026-11-23 (Reiwa 8), 16:05"


# --- The annex


def test_the_annex_says_on_what_ground_by_whom_and_what_shows_it() -> None:
    told = text(annex.annex(JA, PROVIDED))
    for word in (
        "（ア）法令に基づく場合",
        "運用指針4(4)ア、運用基準例5(1)",
        "捜査関係事項照会書熊東刑第456号",
        "警察手帳を確認し、",
        "管理組合理事長熊本花子（設置者、運用責任者）",
        "別の人",
        "正面入口",
        "14時04分48秒から14時25分31秒まで",
        "2.3GB",
        "3c" * 32,
        "USBメモリー1部",
        "返却を受ける期限：令和9年1月22日（2027-01-22）",
        "削除を確認令和8年11月23日（2026-11-23）17時05分",
        "未確認",
        "1180番の記録",
        PROOF.leaf,
        close(PROOF.signer),
        close(PROOF.host),
        close(NOTE),
        "確認済",
    ):
        assert close(word) in told, word
    assert "異なる取扱い" not in told


def test_of_what_was_masked_the_annex_says_only_what_stays_so_when_it_is_erased() -> None:
    told = text(annex.annex(JA, PROVIDED))
    assert "元の画像には手を加えていません。" in told and "保管庫" not in told


def test_permission_afterwards_is_said_to_depart_from_the_standard() -> None:
    told = text(annex.annex(JA, replace(PROVIDED, afterwards=True)))
    assert "提供のあとに許可したものです。" in told and "異なる取扱い" in told
    not_yet = text(annex.annex(JA, replace(PROVIDED, permitted=None)))
    assert "提供のあとの許可を、まだ受けていません。" in not_yet and "異なる取扱い" in not_yet


def test_one_person_who_did_both_is_said() -> None:
    one = replace(DECISION, one_person=True)
    assert "同一人" in text(annex.annex(JA, replace(PERMITTED, permitted=one)))
    assert "同一人" in text(extension_papers.annex(JA, replace(EXTENSION, approved=one)))
    assert "同一人" not in text(annex.annex(JA, PERMITTED))


def test_an_emergency_says_what_for_and_why_not_otherwise() -> None:
    urgent = replace(
        PERMITTED,
        ground=Ground.EMERGENCY,
        danger=Danger.LIFE,
        written=False,
        exception="電話での依頼のため",
        urgency="行方不明の子ども",
        no_other_way="ほかに手がかりがない",
    )
    told = text(annex.annex(JA, urgent))
    for word in ("緊急やむを得ない", "生命", "行方不明の子ども", "手がかりがない", "電話での依頼"):
        assert word in told


def test_an_access_request_states_no_conclusion_but_the_sites_own() -> None:
    asked = replace(REQUEST, asks=Asks.ACCESS, ground=None)
    told = text(annex.annex(JA, asked))
    assert "運用指針に、該当する根拠はありません。" in told
    assert "開示請求" in told and "未回答" in told and "決定していません。" in told
    assert "運用基準例5(1)" not in told
    answer = facts.AccessAnswer(business=Answer.YES, retained=Answer.UNKNOWN, obliged=True)
    told = text(annex.annex(JA, replace(asked, answer=answer, ground=Ground.LAW)))
    assert "義務があると設置者側が判断" in told and "該当する" in told and "分からない" in told


def test_a_denial_a_withdrawal_and_a_seizure_stand_on_the_annex() -> None:
    denied = replace(REQUEST, denied=DECISION, deny_reason="文書がないため")
    assert "文書がないため" in text(annex.annex(JA, denied))
    no_ground = replace(REQUEST, denied=DECISION, no_ground=True)
    assert "該当する根拠はありません" in text(annex.annex(JA, no_ground))
    withdrawn = replace(REQUEST, withdrawn=facts.Act(OPERATOR, NOW))
    assert "取下げ" in text(annex.annex(JA, withdrawn))
    told = text(annex.annex(JA, SEIZED))
    assert "差押えに、申請と許可の手続きはありません。" in told
    assert "ダウンロードしたコピー" not in told


def test_the_annex_of_an_extension_says_how_it_was_decided() -> None:
    told = text(extension_papers.annex(JA, EXTENSION))
    assert "運用指針4(4)イ" in told and "承認" in told and "別の人" in told
    waits = replace(EXTENSION, approved=None)
    assert "決定していません。" in text(extension_papers.annex(JA, waits))
    denied = replace(waits, denied=DECISION, deny_reason="必要がないため")
    assert "却下" in text(extension_papers.annex(JA, denied))
    assert "必要がないため" in text(extension_papers.annex(JA, denied))
    withdrawn = replace(waits, withdrawn=facts.Act(OPERATOR, NOW))
    assert "取下げ" in text(extension_papers.annex(JA, withdrawn))


def test_an_extension_that_was_not_approved_has_only_the_end_that_was_asked_for() -> None:
    assert "（希望）" not in text(extension_papers.annex(JA, EXTENSION))
    waits = replace(EXTENSION, approved=None)
    denied = replace(waits, denied=DECISION)
    withdrawn = replace(waits, withdrawn=facts.Act(OPERATOR, NOW))
    for one in (waits, denied, withdrawn):
        told = text(extension_papers.annex(JA, one))
        assert "延長後の保存期間終了年月日（希望）" in told


def test_what_does_not_hold_is_said_and_an_unsigned_act_shows_no_key() -> None:
    broken = replace(PROOF, signed=facts.Signed.BROKEN, included=False)
    told = text(annex.annex(JA, replace(PERMITTED, proof=broken)))
    assert "署名が一致しません" in told and "記録簿と一致しません" in told
    unsigned = replace(PROOF, signed=facts.Signed.NONE, signer="")
    told = text(annex.annex(JA, replace(PERMITTED, proof=unsigned)))
    assert "署名なし" in told and "署名した鍵の指紋" not in told


# --- Request and receipt


def test_a_request_is_addressed_to_who_decides_and_leaves_room_for_the_decision() -> None:
    told = text(disclosure_papers.request(JA, REQUEST))
    assert "運用責任者様" in told and "許可を申請します" in told
    assert "□許可□却下" in told and "令和年月日" in told
    told = text(extension_papers.request(JA, replace(EXTENSION, approved=None)))
    assert "承認を申請します" in told and "□承認□却下" in told
    by_owner = replace(EXTENSION, approver=Role.SITE_OWNER, approved=None)
    assert "設置者様" in text(extension_papers.request(JA, by_owner))


def test_a_decided_request_says_how() -> None:
    told = text(disclosure_papers.request(JA, PERMITTED))
    assert "□" not in told and "熊本花子" in told
    denied = replace(REQUEST, denied=DECISION)
    assert "却下（理由：なし）" in text(disclosure_papers.request(JA, denied))
    no_ground = replace(denied, no_ground=True, asks=Asks.ACCESS, masked=True)
    told = text(disclosure_papers.request(JA, no_ground))
    assert "該当する根拠がないため" in told and "開示請求" in told and "マスクして提供する" in told
    withdrawn = replace(REQUEST, withdrawn=facts.Act(OPERATOR, NOW))
    assert "取下げ令和" in text(disclosure_papers.request(JA, withdrawn))
    approved = text(extension_papers.request(JA, EXTENSION))
    assert "□" not in approved and "熊本花子" in approved
    denied_extension = replace(EXTENSION, approved=None, denied=DECISION)
    assert "却下（理由：なし）" in text(extension_papers.request(JA, denied_extension))
    withdrawn_extension = replace(EXTENSION, approved=None, withdrawn=facts.Act(OPERATOR, NOW))
    assert "取下げ令和" in text(extension_papers.request(JA, withdrawn_extension))


def test_a_receipt_is_filled_in_by_hand_before_the_hand_over_and_says_it_afterwards() -> None:
    before = text(disclosure_papers.receipt(JA, PERMITTED, OWNER))
    assert "水前寺コーポラス管理組合御中" in before
    assert "令和年月日時分" in before and "□返却する" in before
    after = text(disclosure_papers.receipt(JA, PROVIDED, OWNER))
    assert "令和8年11月23日（2026-11-23）16時05分" in after and "□" not in after
    assert "返却する期限：令和9年1月22日（2027-01-22）" in after and "3c" * 32 in after
    given = PROVIDED.provided
    assert given is not None
    kept = replace(
        PROVIDED,
        provided=replace(given, duty=Duty.NONE, due=None, medium_text="ブルーレイディスク"),
        masked=True,
    )
    after = text(disclosure_papers.receipt(JA, kept, OWNER))
    assert "保管する" in after and "ブルーレイディスク1部" in after
    assert "ほかの人をマスクしたコピー" in text(disclosure_papers.form_2(JA, kept))
    person = facts.Owner(facility="水前寺の家", name="熊本 花子", is_body=False)
    assert "熊本花子様" in text(disclosure_papers.receipt(JA, PERMITTED, person))
    unnamed = replace(person, name="")
    assert "水前寺の家設置者様" in text(disclosure_papers.receipt(JA, PERMITTED, unnamed))


# --- Registers


def test_the_viewing_register_says_who_viewed_what_and_what_was_really_played() -> None:
    told = text(viewing_register(JA, viewings(8)))
    assert "8件" in told and "管理組合理事長熊本花子" in told and "目的外利用（ウ）" in told
    assert "09:05:00–09:05:45".replace("09", "06") in told
    assert "再生なし" in told and "本人が終了" in told
    one = viewed(4)
    many = replace(one, played=one.played * 5)
    assert "ほか12か所" in text(viewing_register(JA, replace(viewings(0), viewed=(many,))))
    assert "この期間に閲覧はありません。" in text(viewing_register(JA, viewings(0)))
    still = replace(one, ended=None, why=None)
    told = text(viewing_register(JA, replace(viewings(0), viewed=(still,))))
    assert "から終了の記載なし" in told
    stopped = replace(one, ended=None, why=ViewingEnd.INTERRUPTED)
    told = text(viewing_register(JA, replace(viewings(0), viewed=(stopped,))))
    assert "突然の停止" in told


def test_an_erasure_record_says_what_went_and_what_it_does_not_speak_of() -> None:
    told = text(erasure_record(JA, ERASURES))
    for word in (
        "駐車場北側",
        "保存期間の終了",
        "理由の説明：写っている本人からの申し出",
        "消去した人：管理員阿蘇太郎",
        "1440個28.0GB",
        "確認済",
        "読み直し",
        "カメラ本体のSDカード（7日で上書き）",
        "令和9年1月22日（2027-01-22）14時05分まで保存",
        "この保管庫にあった画像についてのものです。",
    ):
        assert word in told, word
    assert "未確認" not in told
    unsure = replace(ON_REQUEST, confirmed=False, by=None, why="")
    undated = facts.Left(start=NOW - DAY, end=NOW, until=None)
    told = text(erasure_record(JA, replace(ERASURES, erased=(unsure,), left=(undated,), others="")))
    assert "未確認" in told and "消去した人" not in told and "時計の確認後" in told
    assert "記入なし" in told
    nothing = replace(ERASURES, erased=(), left=())
    told = text(erasure_record(JA, nothing))
    assert "消去の記録はありません。" in told and "消去していない画像なし" in told


def test_names_and_reasons_whose_period_is_over_are_said_to_be_erased() -> None:
    gone = "（記録の期間が終わったため消去済み）"
    nobody = facts.Recipient(affiliation="", title="", name="", contact="")
    erased = replace(PROVIDED, recipient=nobody, purpose="", content="", document="", erased=True)
    found = form(disclosure_papers.form_2(JA, erased))
    assert found.texts[1:5] == [gone] * 4
    extension = replace(EXTENSION, reason="", remarks="", erased=True)
    assert form(*extension_papers.form_1(JA, extension, FIRST_END)).texts[1] == gone
    unnamed = facts.Act(facts.Person(), NOW)
    asked = replace(ASKED, act=unnamed)
    assert "（氏名の記録なし）" in text(annex.annex(JA, replace(erased, asked=asked)))


# --- Every paper


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_each_carries_the_books_head_its_number_and_the_pages(language: str, name: str) -> None:
    words, sheets = Words(language), papers(language)[name]
    html = render(sheets, HEAD, words)
    assert "counter(page)" in html and "counter(pages)" in html
    head = words("head.line", line=LINE)
    assert f'content: "{head}"' in html
    assert html.count(">" + LINE + "<") == len(sheets)
    for path in re.findall(r'<svg[^>]*><path[^>]* d="([^"]+)"', html):
        qr = segno.make(NOTE, error="m", micro=False)
        assert dark_of(path) == {
            (x, y)
            for y, row in enumerate(qr.matrix_iter(border=4))
            for x, dark in enumerate(row)
            if dark
        }
    if sheets[0].number:
        assert sheets[0].number in Read(html).text


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_in_it_runs_and_nothing_is_fetched(language: str, name: str) -> None:
    html = render(papers(language)[name], HEAD, Words(language))
    found = Read(html)
    tags = {tag for tag, _ in found.tags}
    assert tags & {"script", "link", "img", "iframe", "object", "form", "a"} == set()
    given = {attribute for _, attributes in found.tags for attribute in attributes}
    assert not [one for one in given if one.startswith("on") or one == "style"]
    assert "url(" not in html and "@import" not in html
    policy = [attributes["content"] for _, attributes in found.tags if "http-equiv" in attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


HOSTILE = (
    '</td></style><script>alert(1)</script><img src=x onerror="alert(1)"> & \' {{ 7*7 }} {% raw %}'
)


def spoilt[T](value: T) -> T:
    """Return facts in which every text is hostile."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return HOSTILE  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(map(spoilt, value))  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: spoilt(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **told)
    return value


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_whatever_stands_in_the_book_is_text_on_paper(language: str, name: str) -> None:
    words = Words(language)
    usual = Read(render(papers(language)[name], HEAD, words))
    hostile = papers(
        language, spoilt(EXTENSION), spoilt(PROVIDED), spoilt(viewings(26)), spoilt(ERASURES)
    )[name]
    html = render(hostile, replace(HEAD, facility=HOSTILE, note=NOTE), words)
    assert "<script" not in html and "<img" not in html and "49" not in Read(html).text
    assert {tag for tag, _ in Read(html).tags} <= {tag for tag, _ in usual.tags} | {"small"}
    assert "<script>alert(1)</script>" in Read(html).text
    # A style sheet has no escaping of ours: no text of the book stands in one.
    styles = html.partition("<style>")[2].partition("</style>")[0]
    assert "alert" not in styles and styles.count("{") == styles.count("}")


# --- Words


def test_both_languages_have_the_same_words_and_blanks() -> None:
    ja, en = read("ja"), read("en")
    assert list(ja) == list(en)
    assert [key for key in ja if blanks(ja[key]) != blanks(en[key])] == []
    assert [key for key, told in (*ja.items(), *en.items()) if not told.strip()] == []
    assert [key for key in ja if re.search("[ぁ-んァ-ヶ一-龠]", en[key])] == [
        "article.disclosure",
        "article.extension",
    ]


def test_no_word_breaks_out_of_the_style_sheet() -> None:
    said = ("head.line", "page", "number", "form_1.", "form_2.", "annex.mark", "annex.title")
    titles = (".title", "_disclosure", "_extension")
    for words in (read("ja"), read("en")):
        for key, told in words.items():
            if key.startswith(said) or key.endswith(titles):
                assert '"' not in told and "\\" not in told, key


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("role", Role),
        ("ground", Ground),
        ("danger", Danger),
        ("answer", Answer),
        ("form", CopyForm),
        ("medium", Medium),
        ("duty", Duty),
        ("fate", Fate),
        ("signed", facts.Signed),
        ("purpose", Purpose),
        ("viewing_end", ViewingEnd),
        ("reason", ErasureReason),
    ],
)
def test_everything_that_is_told_by_key_has_words(above: str, names: type[StrEnum]) -> None:
    for words in (read("ja"), read("en")):
        assert [one for one in names if f"{above}.{one}" not in words] == []


def test_the_grounds_stand_in_the_guidelines_words() -> None:
    assert [JA(f"ground.{ground}") for ground in Ground] == [
        "（ア）法令に基づく場合",
        "（イ）個人の生命、身体又は財産の保護のため、緊急やむを得ないと認められる場合",
        "（ウ）捜査機関等から犯罪・事故の捜査等の目的による要請を受けた場合",
    ]


def test_a_blank_that_nothing_fills_raises() -> None:
    with pytest.raises(KeyError):
        JA("number")
    with pytest.raises(KeyError):
        JA("no.such.word")


# --- Dates and amounts


@pytest.mark.parametrize(
    ("told", "ja", "en"),
    [
        (clock, "14時05分", "14:05"),
        (
            lambda at, language: moment(at + 7 * SECOND, language),
            "令和8年11月23日（2026-11-23）14時05分07秒",
            "2026-11-23 (Reiwa 8), 14:05:07",
        ),
        (
            lambda at, language: minute(at + 7 * SECOND, language),
            "令和8年11月23日（2026-11-23）14時05分",
            "2026-11-23 (Reiwa 8), 14:05",
        ),
        (
            lambda at, language: span(at, at + HOUR, language),
            "令和8年11月23日（2026-11-23）14時05分から15時05分まで",
            "2026-11-23 (Reiwa 8), 14:05 to 15:05",
        ),
        (
            lambda at, language: span(at, at + DAY, language),
            "令和8年11月23日（2026-11-23）14時05分から令和8年11月24日（2026-11-24）14時05分まで",
            "2026-11-23 (Reiwa 8), 14:05 to 2026-11-24 (Reiwa 8), 14:05",
        ),
        (
            lambda at, language: stacked(at, at + MINUTE, language),
            "令和8年11月23日（2026-11-23）\n14時05分から14時06分まで",
            "2026-11-23 (Reiwa 8)\n14:05 to 14:06",
        ),
        (
            lambda at, language: stacked(at, at + DAY, language),
            "令和8年11月23日（2026-11-23）14時05分から\n令和8年11月24日（2026-11-24）14時05分まで",
            "2026-11-23 (Reiwa 8), 14:05 to\n2026-11-24 (Reiwa 8), 14:05",
        ),
    ],
)
def test_moments_and_spans(told: Callable[[Any, str], str], ja: str, en: str) -> None:
    assert (told(NOW, "ja"), told(NOW, "en")) == (ja, en)


def test_dates_are_not_broken_where_a_line_ends() -> None:
    assert list(pieces("令和8年11月23日（2026-11-23）14時05分から<b>")) == [
        ("令和8年11月23日", "whole"),
        ("（2026-11-23）", "whole"),
        ("14時05分から", "whole"),
        ("<b>", ""),
    ]
    assert list(pieces("0968-43-1111")) == [("0968-43-1111", "whole")]
    assert list(pieces("いつもの文章")) == [("いつもの文章", "")]
    assert list(pieces("")) == []


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (312_400_000, "312 MB"),
        (2_298_100_000, "2.3 GB"),
        (5_000_000_000_000_000, "5000.0 TB"),
    ],
)
def test_amounts_stand_in_the_unit_that_suits_them(amount: int, told: str) -> None:
    assert size(amount) == told


def test_a_paper_without_kept_footage_says_so() -> None:
    nothing: Mapping[str, Any] = {"kept": ()}
    assert "この範囲に画像はありませんでした。" in text(
        annex.annex(JA, replace(PERMITTED, **nothing))
    )
    assert "この範囲に画像はありませんでした。" not in text(annex.annex(JA, PERMITTED))
    assert KEPT
