"""The bounds of a viewing: which footage, how long, and what counts as one stretch."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.viewing import LONGEST_SPAN, Purpose, Scope, merged

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
moments = st.integers(0, 500).map(lambda number: NOON + number * SECOND)
spans = st.tuples(moments, st.integers(0, 40)).map(lambda one: (one[0], one[0] + one[1] * SECOND))


def test_there_are_three_grounds_and_no_other() -> None:
    assert [*Ground] == ["law", "emergency", "investigation"]


def test_only_a_use_beyond_the_purpose_needs_a_permission() -> None:
    assert [purpose for purpose in Purpose if purpose.needs_permission] == [Purpose.BEYOND]


@pytest.mark.parametrize(
    ("scope", "key"),
    [
        (Scope((), NOON, NOON + SECOND), "no_cameras"),
        (Scope(("a",), NOON, NOON), "span_empty"),
        (Scope(("a",), NOON, NOON - SECOND), "span_empty"),
        (Scope(("a",), NOON, NOON + LONGEST_SPAN + SECOND), "span_too_long"),
    ],
)
def test_what_is_too_little_or_too_much_is_refused(scope: Scope, key: str) -> None:
    with pytest.raises(Problem, match=key):
        scope.check()


def test_a_scope_is_the_same_in_whatever_order() -> None:
    scope = Scope(("a", "b"), NOON, NOON + LONGEST_SPAN)
    scope.check()
    assert scope.is_that_of(Scope(("b", "a"), scope.start, scope.end))
    assert not scope.is_that_of(Scope(("a",), scope.start, scope.end))
    assert not scope.is_that_of(Scope(("a", "b"), scope.start, scope.end - SECOND))


@given(st.lists(spans, max_size=12), st.integers(0, 5))
def test_stretches_are_joined_and_nothing_of_them_is_lost(
    played: list[tuple[datetime, datetime]], apart: int
) -> None:
    found = merged(played, apart * SECOND)
    assert found == merged(found, apart * SECOND)
    for start, end in played:
        assert any(begin <= start and end <= until for begin, until in found)
    for (_, before), (after, _) in zip(found, found[1:], strict=False):
        assert after - before > apart * SECOND
    assert {start for start, _ in found} <= {start for start, _ in played}
    assert {end for _, end in found} <= {end for _, end in played}
