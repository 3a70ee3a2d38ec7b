"""What is said to somebody who complains: made from what is set, and nothing in it that is not so: 4(5)."""

from dataclasses import replace
from datetime import time
import re
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.documents.explanation import (
    Elsewhere,
    Explanation,
    Watching,
    explanation,
)
from custom_components.kuma_bouhan.documents.words import Words, read
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.things import CopyKind

GATE = Watching(
    place="正面入口",
    view="入口とその前の通路",
    hours=None,
    days=7,
    audio=False,
    signed=True,
    why="夜間に人がおらず、照明と鍵だけでは侵入を防げなかったため。",
    range_kept="隣の住宅が写らないように、向きを下げて一部を覆っています。",
)
YARD = Watching(
    place="駐車場",
    view="",
    hours=Hours(time(18), time(6), frozenset({4, 5, 6})),
    days=1,
    audio=False,
    signed=True,
)
WHOLE = Explanation(
    facility="水前寺コーポラス",
    purpose="建物の出入口及び共用部分における犯罪を防止するため。",
    crimes="侵入盗、自転車盗",
    contact="管理室　096-333-3333",
    cameras=(GATE, YARD),
    viewers=(Role.MANAGER, Role.DEPUTY, Role.OPERATOR),
    managed=True,
    standard=True,
    permission_afterwards=False,
)
BARE = Explanation(
    facility="水前寺の家",
    purpose="",
    crimes="",
    contact="",
    cameras=(),
    viewers=(),
    managed=False,
    standard=False,
    permission_afterwards=False,
)
SNEAKED_IN = ("適法", "公認", "完全", "保証", "不可能", "未定", "None", "{", "}")


def told(what: Explanation, language: str = "ja") -> str:
    return explanation(Words(language), what)


def with_gate(**changes: Any) -> str:
    return told(replace(WHOLE, cameras=(replace(GATE, **changes),)))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("what", [WHOLE, BARE], ids=["whole", "bare"])
def test_the_text_as_it_is_handed_over(
    language: str, what: Explanation, snapshot: SnapshotAssertion
) -> None:
    text = told(what, language)
    assert text == snapshot
    assert [word for word in SNEAKED_IN if word in text] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"managed": False}, "に沿った運用に努めています"),
        ({"standard": False}, "運用基準を定め"),
        ({"viewers": ()}, "見ることを認めている"),
        ({"purpose": ""}, "設置の目的は"),
        ({"crimes": ""}, "主に防ごうと"),
        ({"contact": ""}, "連絡先"),
        ({"cameras": ()}, "カメラごとの"),
        ({"cameras": (replace(GATE, why=""), YARD)}, "必要と考えた理由"),
        ({"cameras": (replace(GATE, range_kept=""), YARD)}, "必要最小限"),
        ({"cameras": (GATE, replace(YARD, signed=False))}, "設置表示"),
    ],
)
def test_a_sentence_stands_there_only_while_it_is_so(changes: dict[str, Any], said: str) -> None:
    assert said in told(WHOLE)
    assert said not in told(replace(WHOLE, **changes))


def test_a_manager_without_an_adopted_standard_claims_none() -> None:
    text = told(replace(WHOLE, standard=False))
    assert (
        "運用責任者を置き、熊本県の「防犯カメラに関する運用指針」に沿った運用に努めています" in text
    )


def test_only_the_offices_that_see_footage_and_are_held_are_named() -> None:
    text = told(replace(WHOLE, viewers=(Role.MANAGER,)))
    assert "認めているのは、運用責任者だけです" in text
    assert "運用従事者" not in text


def test_that_a_permission_may_come_afterwards_is_said_where_it_may() -> None:
    assert "許可が提供のあとになることがあります" not in told(WHOLE)
    assert "許可が提供のあとになることがあります" in told(
        replace(WHOLE, permission_afterwards=True)
    )


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        (Elsewhere(what=CopyKind.SD_CARD, days=30), "カメラ本体の記録媒体にも30日間残ります"),
        (
            Elsewhere(what=CopyKind.CLOUD, days=None),
            "クラウドにも残ります（残る期間は確認できていません）",
        ),
    ],
)
def test_pictures_that_are_kept_elsewhere_too_are_not_passed_over(
    copy: Elsewhere, said: str
) -> None:
    text = with_gate(elsewhere=(copy,))
    assert said in text
    # Nobody knows what that one records.
    assert "音声は記録していません" not in text


def test_sound_is_said_by_camera_where_there_is_any() -> None:
    assert "音声は記録していません" in told(WHOLE)
    text = told(replace(WHOLE, cameras=(GATE, replace(YARD, audio=True))))
    assert "駐車場のカメラでは、音声も記録しています" in text
    assert "音声は記録していません" not in text


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (None, "撮影時間は24時間"),
        (Hours(time(9), time(17, 30)), "撮影時間は9時から17時30分まで"),
        (Hours(time(22), time(5)), "撮影時間は22時から翌日の5時まで"),
        (
            Hours(time(9), time(17), frozenset({5, 6})),
            "撮影時間は9時から17時まで（土曜日、日曜日）",
        ),
    ],
)
def test_hours_are_said_as_they_are_set(hours: Hours | None, said: str) -> None:
    assert said in with_gate(hours=hours)


def test_there_are_words_for_every_other_copy() -> None:
    for words in (read("ja"), read("en")):
        assert [one for one in CopyKind if f"explanation.device.{one}" not in words] == []


def test_what_a_person_wrote_in_a_sentence_is_not_ended_twice() -> None:
    for language in ("ja", "en"):
        assert not re.search("。」です|\\.\\.|。。", told(WHOLE, language))
