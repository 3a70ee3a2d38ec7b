"""Answers: what is wrong with them, and what they come to."""

from dataclasses import replace
from datetime import time
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.flows import answers
from custom_components.kuma_bouhan.flows.answers import SourceFacts
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, CaptureMode, Profile
from custom_components.kuma_bouhan.vault.passphrase import is_last_group, new_recovery_code

GATE = SourceFacts("id-of-gate", "Gate", streams=True)
STILLS_ONLY = SourceFacts("id-of-shed", "Shed", streams=False)
ADDRESS = SourceFacts("url:0123456789ab", "192.168.1.5", streams=True, stills=False)


DUTIES = {"sign_days": 30, "sign_interlock": False, "answer_days": 7, "closing_days": 30}


def twice(passphrase: str) -> dict[str, str]:
    return {"passphrase": passphrase, "passphrase_again": passphrase}


def camera(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "source": "camera.gate",
        "place": "正面玄関",
        "view": "玄関とその前の道路",
        "hours": {
            "limited": False,
            "start": "22:00:00",
            "end": "06:00:00",
            "weekdays": list(answers.WEEKDAYS),
        },
        "picture": {"mode": "stream", "still_interval": 5, "audio": False},
    }
    for section in ("hours", "picture"):
        whole[section] |= changes.pop(section, {})
    return whole | changes


# --- Texts and periods


def test_a_text_has_to_say_something() -> None:
    said = {"name": " \u3000", "facility": "水前寺の家"}
    assert answers.check_texts(said, ["name", "facility", "contact"]) == {
        "name": "text_missing",
        "contact": "text_missing",
    }


def test_a_text_is_no_novel() -> None:
    said = {"name": "あ" * 201, "purpose": "あ" * 2000, "view": "あ" * 2001}
    assert answers.check_texts(said, said) == {"name": "text_too_long", "view": "text_too_long"}


@pytest.mark.parametrize("days", [1, 7.0, 30])
def test_a_period_of_whole_days_within_bounds_is_right(days: float) -> None:
    assert answers.check_days({"retention_days": days}) == {}


@pytest.mark.parametrize("days", [0, -7, 31, 7.5, 1e300])
def test_another_period_is_not(days: float) -> None:
    wrong = answers.check_days({"retention_days": days})
    assert wrong == {"retention_days": "retention_out_of_range"}


def test_no_period_is_none_of_its_own() -> None:
    assert answers.check_days({}) == {}


# --- Passphrases


@pytest.mark.parametrize(
    "passphrase",
    ["つきよ の くま が みち を あるく", "correct horse battery staple", "Xk3-9vQz!m7u"],
)
def test_a_long_passphrase_typed_twice_is_right(passphrase: str) -> None:
    assert answers.check_passphrase(twice(passphrase), ["水前寺の家"]) == {}


@pytest.mark.parametrize("nothing", [{}, twice("")])
def test_none_at_all_asks_for_six_words(nothing: dict[str, str]) -> None:
    assert answers.check_passphrase(nothing, []) == {}


def test_typed_twice_in_another_width_it_is_the_same() -> None:
    typed = {
        "passphrase": "ツキヨ の クマ が あるく",
        "passphrase_again": "つきよ の くま が あるく",
    }
    assert answers.check_passphrase(typed, []) == {}


@pytest.mark.parametrize(
    ("typed", "field", "key"),
    [
        ({"passphrase": "つきよ の くま が みち"}, "passphrase_again", "passphrases_differ"),
        (
            {"passphrase": "one two three four", "passphrase_again": "one two three five"},
            "passphrase_again",
            "passphrases_differ",
        ),
        (twice("short one"), "passphrase", "passphrase_short"),
        (twice("           x           "), "passphrase", "passphrase_short"),
        (twice("aaaaaaaaaaaaaaaa"), "passphrase", "passphrase_simple"),
        (twice("ababababababab"), "passphrase", "passphrase_simple"),
        (twice("水前寺ハイツ管理組合 熊本花子"), "passphrase", "passphrase_guessable"),
        (twice("SUIZENJI HEIGHTS 2026"), "passphrase", "passphrase_guessable"),
    ],
)
def test_a_weak_or_mistyped_passphrase_is_named(
    typed: dict[str, str], field: str, key: str
) -> None:
    known = ["水前寺ハイツ管理組合", "熊本花子", "Suizenji Heights", ""]
    assert answers.check_passphrase(typed, known) == {field: key}


def test_no_secret_is_shown_again() -> None:
    typed = {**twice("correct horse battery"), "secret": "x", "last_group": "y", "name": "z"}
    assert answers.without_secrets(typed) == {"name": "z"}


@given(st.integers(0, 10**6))
def test_the_last_group_is_read_as_leniently_as_the_code(seed: int) -> None:
    code = new_recovery_code(seed.to_bytes)
    last = code.split("-")[-1]
    assert is_last_group(last, code)
    typed = f" {last.lower().replace('0', 'o').replace('1', 'l')} "
    assert is_last_group(typed, code)
    assert not is_last_group(last[:-1], code)
    assert not is_last_group("", code)


# --- Cameras


def test_a_camera_that_streams_is_right_as_it_is() -> None:
    assert answers.check_camera(camera(), GATE) == {}


@pytest.mark.parametrize(
    ("said", "source", "wrong"),
    [
        (camera(), None, {}),
        (camera(place=""), None, {"place": "text_missing"}),
        (camera(picture={"mode": "stills"}), ADDRESS, {"picture": "address_without_stills"}),
        (camera(), STILLS_ONLY, {"picture": "camera_without_stream"}),
        (camera(picture={"still_interval": 0}), GATE, {"picture": "interval_out_of_range"}),
        (camera(picture={"still_interval": 601}), GATE, {"picture": "interval_out_of_range"}),
        (camera(place=" "), GATE, {"place": "text_missing"}),
        (camera(view=""), GATE, {"view": "text_missing"}),
        (camera(retention_days=60), GATE, {"retention_days": "retention_out_of_range"}),
        (
            camera(hours={"limited": True, "weekdays": []}),
            GATE,
            {"hours": "weekdays_missing"},
        ),
        (
            camera(hours={"limited": True, "end": "22:00:00"}),
            GATE,
            {"hours": "hours_empty"},
        ),
    ],
)
def test_what_is_wrong_stands_at_its_field_or_section(
    said: dict[str, Any], source: SourceFacts | None, wrong: dict[str, str]
) -> None:
    assert answers.check_camera(said, source) == wrong


def test_hours_that_are_not_limited_need_not_be_right() -> None:
    assert answers.check_camera(camera(hours={"weekdays": [], "end": "22:00:00"}), GATE) == {}


def test_a_camera_without_a_stream_gives_stills() -> None:
    assert answers.check_camera(camera(picture={"mode": "stills"}), STILLS_ONLY) == {}


texts = st.text("あ熊a ", min_size=1, max_size=9).map(str.strip).filter(bool)
minutes = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(
    settings=st.builds(
        CameraSettings,
        camera=st.just("c" * 32),
        source=st.just("id-of-gate"),
        place=texts,
        view=texts,
        hours=st.none()
        | st.builds(Hours, minutes, minutes, st.frozensets(st.integers(0, 6), min_size=1)),
        retention_days=st.none() | st.integers(1, 30),
        mode=st.sampled_from(CaptureMode),
        still_interval=st.integers(1, 600),
        audio=st.booleans(),
        voluntary=st.booleans(),
    )
)
def test_what_was_answered_is_shown_and_read_back_unchanged(settings: CameraSettings) -> None:
    shown = answers.camera_answers(settings, "camera.gate")
    again = answers.camera_settings(
        camera() | shown, GATE, settings.camera, voluntary=settings.voluntary
    )
    assert again == replace(settings, audio=settings.hears)


def test_sound_is_not_kept_in_mind_for_a_camera_that_takes_stills() -> None:
    said = camera(picture={"mode": "stills", "still_interval": 5, "audio": True})
    assert not answers.camera_settings(said, GATE, "c" * 32, voluntary=False).audio


def test_a_source_that_is_gone_is_asked_for_anew() -> None:
    settings = CameraSettings(camera="c" * 32, source="gone", place="門")
    assert "source" not in answers.camera_answers(settings, None)


def test_hours_are_local_times_and_days_of_the_week() -> None:
    said = camera(hours={"limited": True, "weekdays": ["sat", "sun"]})
    settings = answers.camera_settings(said, GATE, "c" * 32, voluntary=False)
    assert settings.hours == Hours(time(22), time(6), frozenset({5, 6}))


# --- Sites and words


def test_texts_are_kept_without_the_space_around_them() -> None:
    settings = answers.site_settings(
        {
            "profile": "home",
            "facility": " 水前寺の家 ",
            "owner_kind": "person",
            "owner_name": "熊本 花子",
            "retention_days": 7.0,
            "duties": DUTIES | {"sign_days": 14.0, "rules_by": " 理事会 "},
        }
    )
    assert (settings.profile, settings.facility) == (Profile.HOME, "水前寺の家")
    assert (settings.contact, settings.rules_by) == ("", "理事会")
    assert settings.sign_days == 14 and isinstance(settings.sign_days, int)
    assert answers.site_answers(settings)["duties"] == {
        "sign_days": 14,
        "sign_interlock": False,
        "answer_days": 7,
        "closing_days": 30,
        "rules_by": "理事会",
    }
    assert settings.retention_days == 7 and isinstance(settings.retention_days, int)


@pytest.mark.parametrize(
    ("name", "longest"), [("sign_days", 365), ("answer_days", 60), ("closing_days", 365)]
)
def test_what_falls_due_falls_due_within_bounds(name: str, longest: int) -> None:
    for days in (1, 2.0, longest):
        assert answers.check_duties({"duties": DUTIES | {name: days}}) == {}
    for days in (0, -1, 1.5, longest + 1):
        wrong = answers.check_duties({"duties": DUTIES | {name: days}})
        assert wrong == {"duties": f"{name}_out_of_range"}
    assert answers.blanks()[f"longest_{name}"] == str(longest)


def test_who_settles_the_rest_is_no_novel() -> None:
    wrong = answers.check_duties({"duties": DUTIES | {"rules_by": "あ" * 201}})
    assert wrong == {"duties": "text_too_long"}


def test_a_problem_fills_the_blanks_of_its_sentence() -> None:
    filled = answers.blanks(Problem("place_not_empty", folder="/media/x"))
    assert filled["folder"] == "/media/x"
    assert filled["longest"] == "30"
