"""Papers of what is kept beside footage: what stands on them, in both languages, and what never does."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, time
from enum import StrEnum
import json
import re
import typing
from typing import Any

import pytest
import segno

from custom_components.kuma_bouhan.documents import kept_sheets, register, register_facts, signs
from custom_components.kuma_bouhan.documents.annual_report import CameraYear, Year, annual_report
from custom_components.kuma_bouhan.documents.complaint_procedure import complaint_procedure
from custom_components.kuma_bouhan.documents.explanation import Elsewhere
from custom_components.kuma_bouhan.documents.phrases import examples, hours, weekdays
from custom_components.kuma_bouhan.documents.sheet import render
from custom_components.kuma_bouhan.documents.signs import HEADLINES, TAG_ADDRESS, Size, sign
from custom_components.kuma_bouhan.documents.standard import standard, stored
from custom_components.kuma_bouhan.documents.standard_paper import Printed, operating_standard
from custom_components.kuma_bouhan.documents.words import Words, read as read_words
from custom_components.kuma_bouhan.guideline.contracts import Certified
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.things import CopyKind
from custom_components.kuma_bouhan.records.acts import KINDS
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.routine import ErasureFact, GapFact

from .more_papers import (
    ASSESSED,
    BLANK,
    COMPLAINT,
    CONTRACT,
    INCIDENT,
    ORGANISATION,
    PROCEDURE,
    SETTLED,
    SIGN,
    SO_FAR,
    YEAR,
    entered,
    more_papers,
    printed,
)
from .papers import HEAD, NOW
from .test_papers import Form
from .test_recovery_paper import Read, dark_of

JA, EN = Words("ja"), Words("en")
CLAIMS = ("証拠能力", "改ざん不可能", "完全消去", "適法", "公認", "完全に消去")


def text_of(html: str) -> str:
    return "".join(Read(html).text.split())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", more_papers("ja"))
def test_every_paper_carries_the_books_head_and_claims_nothing_it_cannot(
    name: str, language: str
) -> None:
    words = Words(language)
    html = render(more_papers(language)[name], HEAD, words)
    text = text_of(html)
    assert "水前寺コーポラス" in text and "".join(HEAD.line.split()) in text
    assert f'<html lang="{language}">' in html and "<script" not in html
    assert [claim for claim in CLAIMS if claim in text] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_people_wrote_is_escaped(language: str) -> None:
    hostile = "<b>x</b>"
    words = Words(language)
    for html in (
        render([kept_sheets.complaint(words, replace(COMPLAINT, name=hostile))], HEAD, words),
        render([kept_sheets.assessment(words, replace(ASSESSED, place=hostile))], HEAD, words),
        sign(replace(SIGN, owner=hostile, contact=hostile), Size.A4, ["ja"], language),
        signs.sign_tag(words, hostile, "tag"),
    ):
        assert hostile not in html and "&lt;b&gt;" in html


def test_hours_are_said_as_people_say_them() -> None:
    week = frozenset(range(7))
    for given, told in (
        (None, "24時間"),
        (Hours(time(0), time(0), week), "24時間"),
        (Hours(time(0), time(0), frozenset({5, 6})), "終日（土曜日、日曜日）"),
        (Hours(time(8, 30), time(18)), "8時30分から18時まで"),
        (Hours(time(22), time(6), frozenset({4})), "22時から翌日の6時まで（金曜日）"),
    ):
        assert hours(JA, given) == told
    assert hours(EN, Hours(time(8, 30), time(18))) == "08:30 to 18:00"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({0, 1, 2, 3, 4}, "月曜日から金曜日まで"),
        ({5, 6}, "土曜日、日曜日"),
        ({4, 6}, "金曜日、日曜日"),
        ({0, 1, 3, 4, 5, 6}, "月曜日、火曜日、木曜日から日曜日まで"),
    ],
)
def test_three_days_and_more_in_a_row_are_said_by_the_first_and_the_last(
    days: set[int], told: str
) -> None:
    assert weekdays(JA, days) == told
    assert f"（{told}）" in hours(JA, Hours(time(9), time(17), frozenset(days)))


def test_a_purpose_that_ends_with_a_full_stop_is_quoted_without_it() -> None:
    stopped = replace(SETTLED, purpose="犯罪を防止するため。")
    (article, *_) = standard(JA, stopped).articles
    assert any("「犯罪を防止するため」とする。" in one.text for one in article.paragraphs)
    sheet = complaint_procedure(JA, replace(PROCEDURE, settled=stopped))
    assert "「犯罪を防止するため」で、" in text_of(render([sheet], HEAD, JA))


@pytest.mark.parametrize(
    "crimes",
    [
        *("空き巣、車上荒らし", "空き巣、車上荒らしなど", "空き巣、車上荒らし等。"),
        *("空き巣、車上荒らしほか", "空き巣、車上荒らし、その他", "空き巣、車上荒らしなどの犯罪"),
    ],
)
def test_crimes_are_followed_by_one_and_so_on_however_they_were_written(crimes: str) -> None:
    (article, *_) = standard(JA, replace(SETTLED, crimes=crimes)).articles
    assert "、空き巣、車上荒らしなどの犯罪を防止する" in article.paragraphs[0].text
    settled = replace(SIGN, crimes=crimes, purpose="")
    assert "空き巣、車上荒らしなどの防止" in text_of(sign(settled, Size.A4, ["ja"], "ja"))
    assert examples("burglary, theft etc.") == "burglary, theft"


def test_answers_that_are_sentences_leave_one_full_stop() -> None:
    stopped = replace(
        SETTLED,
        crimes="空き巣。",
        contact="管理人室。",
        manager_title="理事長。",
        officer="管理員。",
        rules_by="理事会。",
        kept_at=("機械室。",),
    )
    text = "".join(
        part.text for article in standard(JA, stopped).articles for part in article.paragraphs
    )
    for told in ("管理人室とする。", "理事長をもって", "管理員をもって", "理事会が", "機械室に"):
        assert told in text
    camera = replace(PROCEDURE.cameras[0], view="門の前が写る。")
    sheet = complaint_procedure(JA, replace(PROCEDURE, settled=stopped, cameras=[camera]))
    told = text_of(render([sheet], HEAD, JA))
    assert "主として空き巣の防止" in told and "「門の前が写る」、撮影時間は" in told


# The complaint procedure --------------------------------------------------------------------------


def procedure(**changes: Any) -> str:
    return text_of(render([complaint_procedure(JA, replace(PROCEDURE, **changes))], HEAD, JA))


def test_who_answers_a_complaint_is_told_to_say_only_what_was_done() -> None:
    camera = PROCEDURE.cameras[0]
    for changes, said in (
        ({"adopted": False}, "運用基準を定め"),
        ({"manager": None}, "運用責任者を置き"),
        ({"manager": None}, "熊本花子"),
        ({"cameras": [replace(camera, range_kept="")]}, "必要最小限の撮影範囲"),
        ({"cameras": []}, "必要最小限の撮影範囲"),
    ):
        assert said in procedure() and said not in procedure(**changes)
    assert "（未指定）" in procedure(manager=None)
    bare = procedure(adopted=False, manager=None)
    assert "適正な運用：閲覧と提供をすべて記録している。" in bare and "氏名の記録なし" not in bare


def test_copies_elsewhere_are_told_to_who_answers() -> None:
    camera = replace(
        PROCEDURE.cameras[0],
        days=1,
        elsewhere=(
            Elsewhere(what=CopyKind.NVR, days=14),
            Elsewhere(what=CopyKind.CLOUD, days=None),
        ),
    )
    assert (
        "保存期間は1日、別の録画装置にも画像が14日間残る、クラウドにも画像が残る（期間は未確認）"
        in procedure(cameras=[camera])
    )


# Signs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("first", HEADLINES)
def test_a_sign_comes_in_every_size_and_language(size: Size, first: str) -> None:
    html = sign(SIGN, size, [first, "ja"], "en")
    text = text_of(html)
    assert "".join(HEADLINES[first]).replace(" ", "") in text
    assert "防犯カメラ作動中" in text and "096-000-0000" in text and "録音あり" in text
    assert {Size.A4: "210mm 297mm", Size.A5: "148mm 210mm", Size.LABEL: "100mm 62mm"}[size] in html


def test_a_sign_in_no_language_that_there_is_comes_in_japanese_and_english() -> None:
    text = text_of(sign(SIGN, Size.A4, ["fr"], "ja"))
    assert "防犯カメラ作動中" in text and "Securitycamerasinoperation" in text


def test_a_sign_in_a_language_without_papers_is_filled_in_that_of_the_reader() -> None:
    assert "Keptfor" in text_of(sign(SIGN, Size.A4, ["zh"], "en"))


def test_what_is_not_settled_is_left_to_be_written_by_hand() -> None:
    empty = replace(SIGN, contact="", purpose="", crimes="")
    html = sign(empty, Size.A4, ["ja"], "ja")
    assert html.count(' by-hand"') == 2 and "未定" not in html
    assert "空き巣などの防止" in sign(replace(empty, crimes="空き巣"), Size.A4, ["ja"], "ja")


def opens(html: str) -> list[str]:
    """Return what is marked as a blank."""
    return re.findall('<span class="open">([^<]*)</span>', html)


@pytest.mark.parametrize(
    ("words", "mark"), [(JA, "［未定］"), (EN, "[not settled]")], ids=["ja", "en"]
)
def test_what_nothing_settles_is_marked_as_a_blank_in_the_midst_of_a_sentence(
    words: Words, mark: str
) -> None:
    name = words.language
    html = render(more_papers(name)["standard_draft"], HEAD, words)
    plain = words("standard.not_settled")
    written = standard(words, BLANK)
    blanks = sum(
        part.text.count(plain) for article in written.articles for part in article.paragraphs
    )
    # The note below says how they look.
    assert opens(html) == [mark] * (blanks + 1) and blanks == 6
    assert html.count(plain) == blanks + 1
    bare = replace(
        PROCEDURE,
        settled=replace(BLANK, contact="", officer=None),
        cameras=[replace(PROCEDURE.cameras[0], view="")],
    )
    sheet = complaint_procedure(words, bare)
    assert opens(render([sheet], HEAD, words)) == [mark] * 4
    assert opens(render(more_papers(name)["standard"], HEAD, words)) == []


def test_an_edition_in_japanese_has_its_blanks_marked_on_an_english_sheet_too() -> None:
    text = replace(standard(JA, BLANK), title="")
    sheet = operating_standard(EN, Printed(text=text, digest="d", lang="ja"))
    assert opens(render([sheet], HEAD, EN)).count("［未定］") == 6


def test_what_the_site_adds_is_left_as_it_is() -> None:
    settled = replace(SETTLED, clauses={8: "改正の時期は未定とする。"})
    sheet = operating_standard(JA, Printed(text=standard(JA, settled), digest="d", last=1))
    html = render([sheet], HEAD, JA)
    assert "改正の時期は未定とする。" in html and opens(html) == []


def test_marking_blanks_leaves_the_text_that_is_adopted_as_it_was() -> None:
    """Else every edition with a blank would be said to differ from the settings, by nothing but an update."""
    kept = json.dumps(stored(standard(JA, BLANK)), ensure_ascii=False)
    assert kept.count("未定") == 6 and "［" not in kept


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_no_sentence_of_the_standard_has_the_words_for_a_blank_of_its_own(words: Words) -> None:
    plain = words("standard.not_settled")
    own = {key: text for key, text in read_words(words.language).items() if plain in text}
    texts = [key for key in own if re.match(r"standard\.\d", key)]
    assert texts == [] and "standard.not_settled" in own


def test_hours_and_days_that_differ_are_said_to() -> None:
    mixed = replace(SIGN, hours=[None, Hours(time(8), time(18))], alike=False, days=14)
    text = text_of(sign(mixed, Size.A5, ["ja"], "ja"))
    assert "カメラにより異なります" in text and "最長14日間" in text


def test_a_sign_says_one_day_as_one() -> None:
    one = replace(SIGN, days=1, alike=True)
    assert "1日間" not in text_of(sign(one, Size.A4, ["ja"], "ja"))
    assert "1days" not in text_of(sign(one, Size.A4, ["en"], "en"))


@pytest.mark.parametrize(
    ("contact", "held"),
    [
        ("管理人室 096-000-0000（平日）", "tel:0960000000"),
        ("(096) 000-0000", "tel:0960000000"),
        ("+81 96-000-0000", "tel:+81960000000"),
        ("0960000000", "tel:0960000000"),
        ("kanri@example.jp 096-000-0000", "mailto:kanri@example.jp"),
    ],
)
def test_its_code_holds_what_reaches_somebody(contact: str, held: str) -> None:
    html = sign(replace(SIGN, contact=contact), Size.A4, ["ja"], "ja")
    assert code_in(html) == _dark(held)


def test_without_such_a_contact_it_holds_what_the_sign_says() -> None:
    html = sign(replace(SIGN, contact="1階の窓口"), Size.A4, ["ja"], "ja")
    lines = [
        "防犯カメラ作動中",
        "目的: 共用部での犯罪の防止と、居住者の安全の確保",
        "設置者: 水前寺コーポラス管理組合",
        "運用責任者: 管理組合理事長",
        "撮影時間: 24時間",
        "保存期間: 7日間",
        "連絡先: 1階の窓口",
    ]
    assert code_in(html) == _dark("\n".join(lines))


def test_a_code_holds_no_more_than_can_be_read_and_leaves_the_longest_out() -> None:
    endless = replace(SIGN, contact="1階の窓口", purpose="犯罪の防止のため。" * 200)
    lines = [
        "防犯カメラ作動中",
        "設置者: 水前寺コーポラス管理組合",
        "運用責任者: 管理組合理事長",
        "撮影時間: 24時間",
        "保存期間: 7日間",
        "連絡先: 1階の窓口",
    ]
    assert code_in(sign(endless, Size.A4, ["ja"], "ja")) == _dark("\n".join(lines))


def test_what_a_sign_has_no_room_for_is_left_out_and_told_to_whoever_prints_it() -> None:
    endless = replace(SIGN, owner="管" * 200, purpose="犯罪の防止のため。" * 200)
    for size, left_out in ((Size.A4, "目的"), (Size.LABEL, "目的、設置者")):
        html = sign(endless, size, ["ja"], "ja")
        assert f"次の項目を省きました：{left_out}。" in html and "096-000-0000" in html
        assert ("管" * 200 in html) == (size is Size.A4) and "犯罪の防止のため。" not in html
    assert "省きました" not in sign(SIGN, Size.LABEL, ["ja"], "ja")


def test_letters_are_smaller_the_more_a_sign_says_and_rather_than_that_no_camera_is_drawn() -> None:
    said = [replace(SIGN, purpose="犯罪の防止のため。" * times) for times in (1, 8, 14, 30)]
    signs = [sign(one, Size.A4, ["ja", "en"], "ja") for one in said]
    letters = [float(re.findall(r"dl {.*\* ([\d.]+)\)", one)[0]) for one in signs]
    assert letters == sorted(letters, reverse=True) and len(set(letters)) > 2
    drawn = ['class="camera"' in one for one in signs]
    assert drawn[0] and set(drawn) == {True, False}


def test_a_tag_opens_home_assistant_at_its_sign() -> None:
    html = signs.sign_tag(JA, "正面入口", "kuma_bouhan-sign-1")
    assert code_in(html) == _dark(TAG_ADDRESS.format(tag="kuma_bouhan-sign-1"))


def code_in(html: str) -> set[tuple[int, int]]:
    """Return the dark modules of the code on a page: its strokes run along the middle of a row."""
    (path,) = re.findall(r'd="(M\d+ \d+\.5h[^"]+)"', html)
    return dark_of(path)


def _dark(text: str) -> set[tuple[int, int]]:
    """Return the dark modules of a code that says just this."""
    code = segno.make(text, error="m", micro=False)
    return {
        (x, y)
        for y, row in enumerate(code.matrix_iter(border=4))
        for x, dark in enumerate(row)
        if dark
    }


# The chart, the report, the sheets -----------------------------------------------------------------


def test_the_chart_without_people_says_so() -> None:
    from custom_components.kuma_bouhan.documents.organisation_chart import organisation_chart

    text = text_of(render([organisation_chart(JA, replace(ORGANISATION, held={}))], HEAD, JA))
    assert text.count("（未指定）") == 3 and "苦情対応担当者" not in text
    alone = replace(ORGANISATION, held={Role.MANAGER: ORGANISATION.held[Role.MANAGER]}, several=())
    assert "兼ねて" not in text_of(render([organisation_chart(JA, alone)], HEAD, JA))


THIS = Year(
    begins=date(2026, 1, 1),
    ends=date(2026, 12, 31),
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
)


def test_a_report_says_which_year_it_is_by_the_month_it_begins_with() -> None:
    def told(year: Year, words: Words = JA) -> str:
        return text_of(render([annual_report(words, year)], HEAD, words))

    fiscal = told(YEAR)
    assert "年次報告（令和8年度）" in fiscal
    assert "対象の期間令和8年度（2026年4月1日〜2027年3月31日）防犯カメラ3台" in fiscal
    calendar = told(THIS)
    assert "年次報告（2026年）" in calendar and "対象の期間2026年防犯カメラ" in calendar
    assert "businessyear2026(Reiwa8):2026-04-01to2027-03-31" in told(YEAR, EN)
    assert "reportfor2026Period2026Cameras" in told(THIS, EN)
    # Before the eras that dates are written in here.
    old = replace(YEAR, begins=date(1980, 10, 1), ends=date(1981, 9, 30))
    assert "1980年度（1980年10月1日〜1981年9月30日）" in told(old)
    assert "businessyear1980:" in told(old, EN)


def test_a_report_of_a_year_that_goes_on_says_so_and_what_was_counted() -> None:
    html = render([annual_report(JA, SO_FAR)], HEAD, JA)
    assert '<h1 class="long">防犯カメラ運用　年次報告（令和8年度・途中経過）</h1>' in html
    assert (
        "2027年3月31日）集計：2026年5月10日〜2026年11月23日（まだ終わっていません）防犯カメラ"
    ) in text_of(html)
    # On its last day, too, and one that the site began in is over like any other.
    assert "まだ終わっていません" in text_of(
        render([annual_report(JA, replace(THIS, over=False))], HEAD, JA)
    )
    begun = text_of(render([annual_report(JA, replace(YEAR, first=date(2026, 5, 10)))], HEAD, JA))
    assert "集計：2026年5月10日〜2027年3月31日防犯カメラ" in begun and "途中" not in begun


def test_a_report_of_a_quiet_year_says_nothing_happened() -> None:
    quiet = replace(THIS, cameras=())
    text = text_of(render([annual_report(JA, quiet)], HEAD, JA))
    assert "この期間に防犯カメラはありません。" in text and "消去した画像なし" in text
    assert "漏えい0件" in text


def test_a_moment_that_was_missed_is_not_nothing() -> None:
    text = text_of(render([annual_report(JA, YEAR)], HEAD, JA))
    assert "駐車場北側0.1時間未満2件0時間" in text
    whole = replace(YEAR, cameras=[CameraYear(place="門")])
    assert "門0時間0件0時間" in text_of(render([annual_report(JA, whole)], HEAD, JA))


def test_sheets_of_what_was_overwritten_say_that_it_was() -> None:
    for sheet in (
        kept_sheets.complaint(JA, replace(COMPLAINT, erased=True)),
        kept_sheets.incident(JA, replace(INCIDENT, erased=True)),
        kept_sheets.assessment(JA, replace(ASSESSED, answers=None)),
    ):
        assert "期間が終わったため消去済み" in text_of(render([sheet], HEAD, JA))


def test_a_certificate_marks_what_was_certified() -> None:
    def told(certified: Certified | None) -> str:
        sheet = kept_sheets.certificate(JA, replace(CONTRACT, certified=certified))
        return text_of(render([sheet], HEAD, JA))

    assert told(None).count("□") == 3 and "御中" in told(None)
    assert "■すべて返却した" in told(Certified.RETURNED)
    owner = replace(CONTRACT.owner, name="")
    text = text_of(render([kept_sheets.certificate(JA, replace(CONTRACT, owner=owner))], HEAD, JA))
    assert "水前寺コーポラス設置者様" in text


# Registers ----------------------------------------------------------------------------------------


def enums() -> Iterator[StrEnum]:
    """Yield every word of every list that a fact of an act can be."""
    for act in (*KINDS.values(), GapFact, ErasureFact):
        for hint in typing.get_type_hints(act).values():
            for part in (hint, *typing.get_args(hint)):
                if isinstance(part, type) and issubclass(part, StrEnum):
                    yield from part


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_every_act_every_register_and_every_word_in_them_is_said(words: Words) -> None:
    for kind in (*KINDS, "gap", "erasure", "unknown"):
        assert words.knows(f"act_kind.{kind}"), kind
    for one in Register:
        assert words.knows(f"register_name.{one}"), one
    for name in register_facts.ORDER:
        if name != "on":
            assert words.knows(f"fact.{name}"), name
    for word in enums():
        prefix = register_facts.WORDS_OF[type(word).__name__]
        assert words.knows(f"{prefix}.{word}"), (type(word), word)


def test_no_technical_fact_is_said() -> None:
    technical = {
        *("anchor", "binds", "boot_id", "contract", "derived", "digest", "fingerprint"),
        *("key_fingerprint", "manifest", "photo_jpeg", "pieces", "public_key", "root", "rule"),
        *("session", "settings", "site", "source", "thing", "vault_id", "answers", "clauses"),
    }
    known = {one.name for act in KINDS.values() for one in fields(act)}
    assert technical <= known and technical & set(register_facts.ORDER) == set()


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"on": True}, "録画：オン"),
        ({"on": False}, "録画：オフ"),
        ({"on": NOW}, "日付：令和8年11月23日（2026-11-23）"),
        ({"fine": False}, "異常：異常あり"),
        ({"masked": False}, ""),
        ({"bytes": 1_500_000}, "容量：2 MB"),
        ({"copy": 3}, "コピー：3"),
        ({"copy": "ab" * 16}, ""),
        (
            {"fields": ["contact", "nobody_knows"]},
            "変更した項目：苦情・問合せの連絡先、nobody_knows",
        ),
        ({"start": "08:00", "end": "09:00"}, "範囲：08:00 – 09:00"),
        ({"weekdays": (0, 6)}, "曜日：月曜日、日曜日"),
        ({"text": {"title": "x"}}, ""),
        ({"one_person": True}, "申請者と決定者：同一人（申請した人が自ら決定）"),
        ({"reason_text": "asked_for"}, "理由：写っている本人からの申し出"),
    ],
)
def test_facts_are_said_in_words(facts: Mapping[str, Any], told: str) -> None:
    line = replace(entered(1), facts=facts, personal={})
    _, row = register.cells(JA, [line])
    assert row[register.CELLS.index("facts")] == told or told.startswith("範囲")
    assert told in "".join(register._printed(JA, line))


def test_a_table_says_where_and_when_in_cells_of_their_own() -> None:
    titles, row = register.cells(EN, [entered(0)])
    line = dict(zip(titles, row, strict=True))
    assert line["Camera"] == "駐輪場" and line["From"] == "2026-11-23 12:05:00"
    assert line["Facts"] == "Reason: outside hours" and line["By"] == "by itself"


def test_a_failed_act_is_marked_and_an_empty_register_says_so() -> None:
    failed = replace(printed(2), lines=[replace(entered(1), phase=Phase.FAILED)], most=5)
    text = text_of(render([register.register(JA, failed)], HEAD, JA))
    assert "設置表示の確認(実施できず)" in text and "最も新しい5件" in text
    empty = replace(printed(0), names=False, start=None, place="門")
    text = text_of(render([register.register(JA, empty)], HEAD, JA))
    assert "この期間に記載はありません。" in text and "氏名と理由は" in text and "門" in text


def test_a_moment_has_no_zone_in_a_cell() -> None:
    assert isinstance(NOW, datetime)
    assert Form(render([register.register(JA, printed(3))], HEAD, JA)).headings == [
        "記録簿（すべて）"
    ]
