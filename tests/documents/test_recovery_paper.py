"""The recovery code as a paper: everything on it, nothing from outside, in both languages."""

from datetime import date
from html.parser import HTMLParser
import re

from jinja2 import UndefinedError
import pytest

from custom_components.kuma_bouhan.documents.dates import in_both_eras
from custom_components.kuma_bouhan.documents.page import language_of, rendered
from custom_components.kuma_bouhan.documents.recovery_paper import RecoveryPaper, render

CODE = "2FDY-CRAC-0QW4-1PE2-QM5B-BET3-J05C"
PAPER = RecoveryPaper(
    code=CODE,
    facility="水前寺コーポラス",
    made_on=date(2026, 11, 27),
    fingerprint="A1B2 C3D4 E5F6 0718 293A 4B5C 6D7E 8F90",
)


class Read(HTMLParser):
    """What a person reads on a page, and what its elements ask for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words += data.split()

    @property
    def text(self) -> str:
        return " ".join(self.words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("復旧コード", "厳重保管", "令和8年11月27日（2026-11-27）", "人と鍵")),
        ("en", ("Recovery code", "KEEP LOCKED AWAY", "2026-11-27 (Reiwa 8)", "People and keys")),
        ("fr", ("Recovery code",)),
    ],
)
def test_everything_stands_on_it_in_the_readers_language(
    language: str, words: tuple[str, ...]
) -> None:
    page = Read(render(PAPER, language))
    for word in words:
        assert word in page.text
    assert "水前寺コーポラス" in page.text
    # In groups to be typed one after another, numbered.
    numbered = [f"{number} {group}" for number, group in enumerate(CODE.split("-"), 1)]
    assert " ".join(numbered) in page.text
    assert PAPER.fingerprint in page.text
    assert dict(page.tags)["html"] == {"lang": language if language == "ja" else "en"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_needs_nothing_from_anywhere_and_runs_nothing(language: str) -> None:
    text = render(PAPER, language)
    page = Read(text)
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"} == set()
    assert not [name for _, given in page.tags for name in given if name.startswith("on")]
    assert "url(" not in text
    assert "@import" not in text
    assert "http" not in text.replace("http-equiv", "")
    policy = [given["content"] for tag, given in page.tags if "http-equiv" in given and tag]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "@page { size: A4" in text


def test_what_is_filled_in_is_escaped() -> None:
    paper = RecoveryPaper(
        code=CODE, facility="<script>alert(1)</script> & 組合", made_on=PAPER.made_on
    )
    text = render(paper, "ja")
    assert "<script" not in text
    assert "<script>alert(1)</script> & 組合" in Read(text).text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_before_the_key_is_made_its_fingerprint_is_left_to_be_written(language: str) -> None:
    paper = RecoveryPaper(code=CODE, facility="x", made_on=PAPER.made_on)
    told = {"ja": "書き写してください", "en": "copy its fingerprint"}[language]
    assert told in Read(render(paper, language)).text
    assert told not in Read(render(PAPER, language)).text


def test_the_picture_says_the_code_and_bears_stains() -> None:
    import segno

    text = render(PAPER, "ja")
    qr = segno.make(CODE, error="h", micro=False)
    assert qr.error == "H"
    (path,) = re.findall(r'<svg[^>]*><path[^>]* d="([^"]+)"', text)
    assert dark_of(path) == {
        (x, y)
        for y, row in enumerate(qr.matrix_iter(border=4))
        for x, dark in enumerate(row)
        if dark
    }


def dark_of(path: str) -> set[tuple[int, int]]:
    """Return the dark squares that a path of horizontal strokes draws."""
    x, y, dark = 0.0, 0.0, set()
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?", path):
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(first))}
            x += float(first)
        elif command == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    return dark


def test_no_repr_shows_the_code() -> None:
    assert CODE not in repr(PAPER)


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (date(2026, 11, 27), "令和8年11月27日（2026-11-27）", "2026-11-27 (Reiwa 8)"),
        (date(2019, 5, 1), "令和元年5月1日（2019-05-01）", "2019-05-01 (Reiwa 1)"),
        (date(2019, 4, 30), "平成31年4月30日（2019-04-30）", "2019-04-30 (Heisei 31)"),
        (date(1989, 1, 8), "平成元年1月8日（1989-01-08）", "1989-01-08 (Heisei 1)"),
        (date(1970, 1, 1), "1970-01-01", "1970-01-01"),
    ],
)
def test_dates_stand_in_both_eras(day: date, ja: str, en: str) -> None:
    assert in_both_eras(day, "ja") == ja
    assert in_both_eras(day, "en") == en


def test_a_blank_that_nothing_fills_is_not_printed() -> None:
    with pytest.raises(UndefinedError):
        rendered("recovery_paper.html", language="ja")
    assert [language_of(wanted) for wanted in ("ja", "ja-JP", "en-GB", "de")] == [
        "ja",
        "ja",
        "en",
        "en",
    ]
