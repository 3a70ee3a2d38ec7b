"""docs/guideline.md leads from every article of the guideline to what runs, and to the test that fails without it."""

from pathlib import Path
import re

import pytest

from custom_components.kuma_bouhan.procedure.checking import CHECKS

from .source import HOUSE, ROOT

PAGE = (ROOT / "docs" / "guideline.md").read_text()
ARTICLES = (
    "はじめに",
    *("2(1)", "2(2)", "3(2)", "4(1)", "4(2)", "4(3)", "4(4)", "4(5)", "4(6)"),
    *("1 目的", "2(3) 撮影時間", "2(4) 録画", "3(1)", "3(2)", "3(3)ア", "3(3)イ", "3(3)ウ"),
    *("4(1)ア", "4(1)イ", "4(2) 保存期間", "4(3) 消去", "5(1)", "5(2)", "6 設置表示"),
    *("7 運用責任者", "8 ・・・が別に定める", "画像保存期間延長理由書", "画像提供記録書"),
    *("設置者", "運用責任者", "運用従事者", "その他の従業員"),
)
DUTIES = (
    "明確な基準を踏まえた適正な運用が求められています",
    "不当な侵害とならないように配慮することが必要です",
    "設置目的や必要性、妥当性なども十分検討",
    "厳重な管理が求められます",
    "目的外に利用してはならない",
    "他に提供してはならない",
    "必要最小限の期間",
    "施錠できる設備内で保管",
    "盗難防止のための措置",
    "再生・視聴防止",
    "確実に消去",
    "苦情対応担当者",
    "対応要領",
    "直接管理することが原則",
    "破砕",
    "保存状況の点検",
)
CHART = [
    (who, what)
    for who, duties in {
        "※": ("プライバシーに配慮", "画像データの漏えい防止等", "目的外利用、外部提供の禁止"),
        "設置者": ("運用基準の制定、遵守", "指導、監督"),
        "運用責任者": (
            "運用基準の遵守",
            "防犯カメラ及び画像の適正な管理",
            "苦情等の対応",
            "画像の外部への提供可否判断",
            "指導、監督",
        ),
        "運用従事者": (
            "運用基準の遵守",
            "画像データの保存状況の点検",
            "画像データの保存期間終了後の消去",
            "記録媒体の破砕、裁断等の処理",
            "苦情等の対応",
        ),
        "その他の従業員": ("運用基準の遵守",),
    }.items()
    for what in duties
]
"""運用体制の概要図: every bullet, beside whom it stands."""


def rows() -> list[list[str]]:
    """Return the rows of the page's tables, the headings left out."""
    found = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.splitlines()
        if line.startswith("|") and not line.startswith("|---")
    ]
    return [row for row in found if row[-1] != "test"]


def named(text: str) -> list[str]:
    """Return the Python files that a text names."""
    return re.findall(r"`([\w/]+\.py)`", text)


@pytest.mark.parametrize("what", [*ARTICLES, *DUTIES])
def test_no_article_and_no_duty_is_missing(what: str) -> None:
    assert what in PAGE


@pytest.mark.parametrize(("who", "what"), CHART)
def test_nobody_in_the_chart_misses_a_duty(who: str, what: str) -> None:
    assert [row for row in rows() if row[0] == who and what in row[1]]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_every_sentence_names_a_test_that_exists(row: list[str]) -> None:
    tests = named(row[-1])
    assert tests
    assert [name for name in tests if not (ROOT / "tests" / name).exists()] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_what_runs_exists(row: list[str]) -> None:
    files = [name for cell in row[1:-1] for name in named(cell)]
    assert [name for name in files if not (HOUSE / name).exists()] == []


def test_every_module_of_the_self_check_is_named() -> None:
    beside = " ".join(re.findall(r"check ((?:`\w+`(?:, )?)+)", PAGE))
    assert set(re.findall(r"\w+", beside)) == {check.id for check in CHECKS}


def test_a_file_that_is_gone_is_seen() -> None:
    assert not Path(ROOT / "tests" / named("`procedure/test_gone.py`")[0]).exists()
