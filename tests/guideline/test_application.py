"""What a request for footage has to say: the rows of form 2, and what makes each ground one: 4(4)ア, 運用基準例 5."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.application import (
    LONGEST_LINE,
    LONGEST_TEXT,
    Application,
)
from custom_components.kuma_bouhan.guideline.disclosure import Asks, Danger
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.viewing import Scope

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
LAW = Application(
    scope=Scope(("ca" * 16,), NOON - timedelta(hours=1), NOON),
    ground=Ground.LAW,
    affiliation="熊本中央警察署",
    name="阿蘇 太郎",
    contact="096-000-0000",
    purpose="自転車盗難の捜査",
    content="11月23日 11時から12時 玄関",
    document="捜査関係事項照会書",
)
INVESTIGATION = replace(LAW, ground=Ground.INVESTIGATION, document="", written=True)
EMERGENCY = replace(
    LAW,
    ground=Ground.EMERGENCY,
    document="",
    danger=Danger.LIFE,
    urgency="昨夜から行方が分からない",
    no_other_way="ほかに足取りを知る方法がない",
)
ACCESS = replace(LAW, asks=Asks.ACCESS, ground=None, affiliation="", document="")


@pytest.mark.parametrize("application", [LAW, INVESTIGATION, EMERGENCY, ACCESS])
@pytest.mark.parametrize("written_request", [True, False])
def test_form_2_and_what_the_ground_asks_for_is_enough(
    application: Application, written_request: bool
) -> None:
    application.check(written_request=written_request)


@pytest.mark.parametrize(
    ("application", "missing", "key"),
    [
        (LAW, {"affiliation": " "}, "affiliation_missing"),
        (LAW, {"name": ""}, "name_missing"),
        (LAW, {"contact": "\n"}, "contact_missing"),
        (LAW, {"purpose": ""}, "purpose_missing"),
        (LAW, {"content": ""}, "content_missing"),
        (LAW, {"ground": None}, "ground_missing"),
        (LAW, {"document": " "}, "document_missing"),
        (INVESTIGATION, {"written": False}, "exception_missing"),
        (EMERGENCY, {"danger": None}, "danger_missing"),
        (EMERGENCY, {"urgency": " "}, "urgency_missing"),
        (EMERGENCY, {"no_other_way": ""}, "no_other_way_missing"),
        (ACCESS, {"name": ""}, "name_missing"),
        (ACCESS, {"ground": Ground.LAW}, "document_missing"),
        (LAW, {"scope": Scope((), NOON, NOON)}, "no_cameras"),
        (LAW, {"name": "あ" * (LONGEST_LINE + 1)}, "text_too_long"),
        (LAW, {"document_number": "1" * (LONGEST_LINE + 1)}, "text_too_long"),
        (LAW, {"remarks": "あ" * (LONGEST_TEXT + 1)}, "text_too_long"),
    ],
)
def test_what_is_missing_is_named(
    application: Application, missing: dict[str, Any], key: str
) -> None:
    with pytest.raises(Problem, match=key):
        replace(application, **missing).check(written_request=True)


def test_a_paper_is_asked_for_where_the_site_asks_for_it_and_an_exception_is_explained() -> None:
    spoken = replace(INVESTIGATION, written=False)
    spoken.check(written_request=False)
    replace(spoken, exception="電話での緊急の照会").check(written_request=True)


def test_who_asks_for_footage_of_themselves_is_asked_for_no_ground() -> None:
    with pytest.raises(Problem, match="ground_missing"):
        replace(ACCESS, asks=Asks.DISCLOSURE, affiliation="x").check(written_request=True)
