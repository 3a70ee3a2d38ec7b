"""The sign beside a camera: 4(3)."""

from datetime import UTC, datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.signs import (
    SignState,
    SignTrouble,
    camera_of_tag,
    due,
    state,
    tag_of,
    trouble,
)

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MONTH = 30 * DAY


@pytest.mark.parametrize(
    ("confirmed", "missing", "is_so"),
    [
        (None, None, SignState.NEVER_CONFIRMED),
        (NOW, None, SignState.DISPLAYED),
        (NOW - MONTH + DAY, None, SignState.DISPLAYED),
        (NOW - MONTH, None, SignState.INSPECTION_DUE),
        (None, NOW, SignState.MISSING),
        (NOW - DAY, NOW, SignState.MISSING),
        (NOW, NOW - DAY, SignState.DISPLAYED),
    ],
)
def test_what_was_seen_last_says_how_it_is(
    confirmed: datetime | None, missing: datetime | None, is_so: SignState
) -> None:
    assert state(confirmed, missing, MONTH, NOW) is is_so


def test_a_sign_that_is_only_to_be_looked_at_again_lets_a_camera_record() -> None:
    assert {one for one in SignState if one.lets_record} == {
        SignState.DISPLAYED,
        SignState.INSPECTION_DUE,
    }
    assert {one for one in SignState if not one.is_problem} == {SignState.DISPLAYED}


def test_it_is_due_after_its_interval_at_once_where_it_is_missing_and_a_week_after_a_camera_came() -> (
    None
):
    added = NOW - 90 * DAY
    assert due(None, None, added, MONTH) == added + 7 * DAY
    assert due(NOW, None, added, MONTH) == NOW + MONTH
    assert due(NOW - DAY, NOW, added, MONTH) == NOW
    assert due(NOW, NOW - DAY, added, MONTH) == NOW + MONTH


@pytest.mark.parametrize(
    ("is_so", "since", "elsewhere", "at_home"),
    [
        (SignState.DISPLAYED, 0 * DAY, None, None),
        (SignState.MISSING, 0 * DAY, SignTrouble.MISSING, SignTrouble.MISSING),
        (SignState.INSPECTION_DUE, 0 * DAY, SignTrouble.OVERDUE, None),
        (SignState.INSPECTION_DUE, 29 * DAY, SignTrouble.OVERDUE, None),
        (SignState.INSPECTION_DUE, 30 * DAY, SignTrouble.OVERDUE, SignTrouble.OVERDUE),
        (SignState.NEVER_CONFIRMED, -1 * DAY, None, None),
        (
            SignState.NEVER_CONFIRMED,
            0 * DAY,
            SignTrouble.NEVER_CONFIRMED,
            SignTrouble.NEVER_CONFIRMED,
        ),
    ],
)
def test_a_home_is_left_in_peace_for_longer(
    is_so: SignState,
    since: timedelta,
    elsewhere: SignTrouble | None,
    at_home: SignTrouble | None,
) -> None:
    assert trouble(is_so, NOW - since, NOW, at_home=False) is elsewhere
    assert trouble(is_so, NOW - since, NOW, at_home=True) is at_home


def test_a_tag_at_a_sign_names_its_camera_and_another_names_none() -> None:
    camera = "c0" * 16
    assert tag_of(camera) == f"kuma_bouhan-sign-{camera}"
    assert camera_of_tag(tag_of(camera)) == camera
    assert camera_of_tag("5f0ba733-172f-430d-a7f8-e4ad940c88d7") is None
