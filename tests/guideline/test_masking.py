"""Masks: what they are of, and that nobody is seen at the edges of what is given out."""

from datetime import UTC, datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.masking import LEAD, MOST_MASKS, Mask, check_masks
from custom_components.kuma_bouhan.guideline.viewing import Scope

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SCOPE = Scope(("0c" * 16,), NOON, NOON + 10 * MINUTE)


def mask(start: int, end: int, **place: float) -> Mask:
    where = {"x": 0.1, "y": 0.1, "w": 0.5, "h": 0.5} | place
    return Mask(start=NOON + start * MINUTE, end=NOON + end * MINUTE, **where)


def test_what_is_given_out_beyond_a_scope_is_covered_by_masks_that_reach_its_edge() -> None:
    assert mask(0, 10).covers(SCOPE) == (NOON - LEAD, NOON + 10 * MINUTE + LEAD)
    assert mask(-1, 5).covers(SCOPE) == (NOON - MINUTE - LEAD, NOON + 5 * MINUTE)
    assert mask(5, 12).covers(SCOPE) == (NOON + 5 * MINUTE, NOON + 12 * MINUTE + LEAD)


def test_within_a_scope_masks_last_as_long_as_they_were_drawn() -> None:
    assert mask(2, 3).covers(SCOPE) == (NOON + 2 * MINUTE, NOON + 3 * MINUTE)


@pytest.mark.parametrize(
    ("masks", "key"),
    [
        ([], "masks_missing"),
        ([mask(0, 1)] * (MOST_MASKS + 1), "masks_too_many"),
        ([mask(3, 3)], "mask_invalid"),
        ([mask(0, 1, x=1.0)], "mask_invalid"),
        ([mask(0, 1, w=0.0)], "mask_invalid"),
        ([mask(10, 11)], "outside_permission"),
    ],
)
def test_masks_that_make_no_sense_are_named(masks: list[Mask], key: str) -> None:
    with pytest.raises(Problem) as refused:
        check_masks(masks, SCOPE)
    assert refused.value.key == key
