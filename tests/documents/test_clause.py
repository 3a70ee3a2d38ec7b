"""The clause that is offered for a contract: complete, in both languages, and said to be an example."""

import pytest

from custom_components.kuma_bouhan.documents.clause import ARTICLES, clause

NEVER_PROMISED = ("証拠能力", "改ざん不可能", "完全消去", "適法", "公認")


def test_it_binds_a_contractor_to_what_the_guideline_asks_for() -> None:
    offered = clause("ja", "水前寺ハイツ管理組合")
    heads = [article.head for article in offered.articles]
    assert heads[0] == "第1条（指針及び運用基準の遵守）"
    assert len(heads) == len(ARTICLES) == 11
    for title in ("秘密保持", "再委託の禁止", "持ち出し及び複製の禁止", "事故の報告"):
        assert any(title in head for head in heads), title
    end = next(one for one in offered.articles if "終了時" in one.head)
    assert "証明書を委託者に提出する" in end.text
    assert "防犯カメラに関する運用指針" in offered.articles[0].text
    assert offered.parties.startswith("水前寺ハイツ管理組合（以下「委託者」という。）")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_is_an_example_and_claims_nothing(language: str) -> None:
    offered = clause(language, "")
    assert offered.text.startswith(offered.note)
    assert offered.note
    assert "〇〇〇" in offered.parties
    for article in offered.articles:
        assert article.head in offered.text
        assert article.text in offered.text
    assert not any(word in offered.text for word in NEVER_PROMISED)


def test_each_language_has_its_own_words() -> None:
    ja, en = clause("ja", "x"), clause("en", "x")
    assert "弁護士" in ja.note
    assert "lawyer" in en.note
    assert en.articles[6].head == "Article 7 (No subcontracting)"
    assert all(one.text.isascii() is False for one in ja.articles)


def test_an_owners_name_is_taken_as_it_is() -> None:
    assert "{x} & <b>" in clause("ja", "{x} & <b>").parties
