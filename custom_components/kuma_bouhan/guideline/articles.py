"""The articles of the guideline in their order, and those of which nothing can be looked at.

`運用基準例` are the articles of the example standard (別紙), `参考様式` the two forms. A part is named as the guideline names it.
"""

from collections.abc import Mapping

ARTICLES = (
    "はじめに",
    "1",
    "2(1)",
    "2(2)",
    "3",
    "4(1)",
    "4(2)",
    "4(3)",
    "4(4)ア",
    "4(4)イ",
    "4(4)ウ",
    "4(4)エ",
    "4(5)",
    "4(6)",
    "運用基準例 1",
    "運用基準例 2",
    "運用基準例 3",
    "運用基準例 4",
    "運用基準例 5",
    "運用基準例 6",
    "運用基準例 7",
    "運用基準例 8",
    "参考様式1",
    "参考様式2",
    "運用体制の概要図",
)

NOTHING_TO_CHECK: Mapping[str, str] = {
    "1": "Says why there is a guideline; it asks for nothing that could be done or left undone.",
    "2(2)": "Defines 画像. Everything that is recorded here is treated as such, whether somebody can be told or not.",
    "3": "Says what the guideline weighs; what it weighs is asked by its fourth article.",
}
"""Articles that ask for nothing that could be looked at, and why."""


def place(article: str) -> tuple[int, str]:
    """Return where an article stands among the others; a part of one (運用基準例 4(2)) stands behind the whole."""
    whole = [known for known in ARTICLES if article.startswith(known)]
    if not whole:
        raise ValueError(article)
    return ARTICLES.index(max(whole, key=len)), article
