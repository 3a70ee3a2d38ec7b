"""What is missing is told once, with its reason."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from custom_components.kuma_bouhan.capture.gaps import Gaps
from custom_components.kuma_bouhan.guideline.recording import (
    LONGEST_UNNOTED_GAP,
    Gap,
    GapReason,
    RecordingState,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATES = list(RecordingState)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


class Account:
    """An account that began at noon, and what it told: start, end, reason."""

    def __init__(self, since: float | None = None) -> None:
        self.gaps: list[Gap] = []
        self.of = Gaps("c", self.gaps.append, since=None if since is None else at(since), at=NOON)

    @property
    def told(self) -> list[tuple[float, float, GapReason]]:
        return [
            ((gap.start - NOON).total_seconds(), (gap.end - NOON).total_seconds(), gap.reason)
            for gap in self.gaps
        ]

    def footage(self, start: float, end: float, reason: GapReason = GapReason.RECONNECTED) -> None:
        self.of.footage(at(start), at(end), reason)


def test_a_new_camera_misses_nothing_before_its_first_picture() -> None:
    account = Account()
    account.of.see(RecordingState.CONNECTING, at(0))
    account.footage(9, 10)
    account.of.close(GapReason.NOT_RUNNING, at(10))
    assert account.told == []


def test_a_new_camera_that_never_delivers_misses_everything() -> None:
    account = Account()
    account.of.see(RecordingState.CONNECTING, at(0))
    account.of.see(RecordingState.NO_PICTURE, at(20))
    account.of.close(GapReason.NOT_RUNNING, at(60))
    assert account.told == [(0, 60, GapReason.NO_PICTURE)]


def test_a_restart_is_one_gap_until_the_first_picture() -> None:
    account = Account(since=-90)
    account.of.see(RecordingState.CONNECTING, at(0))
    account.footage(5, 6)
    assert account.told == [(-90, 5, GapReason.NOT_RUNNING)]


def test_a_camera_away_after_a_restart_is_told_apart_from_it() -> None:
    account = Account(since=-90)
    account.of.see(RecordingState.CONNECTING, at(0))
    account.of.see(RecordingState.CAMERA_UNAVAILABLE, at(8))
    account.footage(100, 101)
    assert account.told == [
        (-90, 0, GapReason.NOT_RUNNING),
        (0, 100, GapReason.CAMERA_UNAVAILABLE),
    ]


def test_two_seconds_are_no_gap_and_a_little_more_is() -> None:
    account = Account()
    account.footage(0, 1)
    account.footage(3, 4)
    assert account.told == []
    account.footage(6.1, 7, GapReason.NO_PICTURE)
    assert account.told == [(4, 6.1, GapReason.NO_PICTURE)]


def test_connecting_belongs_to_what_came_before_it() -> None:
    account = Account()
    account.footage(0, 10)
    account.of.see(RecordingState.SWITCHED_OFF, at(10))
    account.of.see(RecordingState.SWITCHED_OFF, at(50))
    account.of.see(RecordingState.CONNECTING, at(100))
    account.footage(104, 105)
    assert account.told == [(10, 104, GapReason.SWITCHED_OFF)]


def test_connecting_that_comes_to_nothing_belongs_to_what_it_turns_out_to_be() -> None:
    account = Account()
    account.footage(0, 10)
    account.of.see(RecordingState.SWITCHED_OFF, at(10))
    account.of.see(RecordingState.CONNECTING, at(100))
    account.of.see(RecordingState.NO_PICTURE, at(120))
    account.footage(200, 201)
    assert account.told == [(10, 100, GapReason.SWITCHED_OFF), (100, 200, GapReason.NO_PICTURE)]


def test_footage_that_was_still_waiting_does_not_hide_what_follows_it() -> None:
    account = Account()
    account.footage(0, 10)
    account.of.see(RecordingState.TOO_SLOW, at(15))
    account.footage(10, 15)
    account.footage(30, 31, GapReason.TOO_SLOW)
    assert account.told == [(15, 30, GapReason.TOO_SLOW)]


def test_a_clock_set_back_is_no_gap_and_time_goes_on_from_there() -> None:
    account = Account()
    account.footage(0, 3600)
    account.footage(100, 101, GapReason.CLOCK_CHANGED)
    account.footage(110, 111, GapReason.NO_PICTURE)
    assert account.told == [(101, 110, GapReason.NO_PICTURE)]


whole = st.integers(0, 30)


@given(
    st.one_of(st.none(), st.integers(-1000, -1)),
    st.lists(st.tuples(whole, st.one_of(st.sampled_from(STATES), st.integers(1, 5)))),
)
def test_every_moment_is_footage_told_or_not_worth_telling(
    since: int | None, steps: list[tuple[int, RecordingState | int]]
) -> None:
    account = Account(since)
    now = 0
    footage: list[tuple[float, float]] = []
    for passed, what in steps:
        now += passed
        if isinstance(what, RecordingState):
            account.of.see(what, at(now))
        else:
            account.footage(now, now + what)
            footage.append((now, now + what))
            now += what
    account.of.close(GapReason.NOT_RUNNING, at(now))
    told = [(start, end) for start, end, _ in account.told]
    begin = since if since is not None else min([*told, *footage, (now, now)])[0]
    stretches = [(begin, begin), *sorted(told + footage), (now, now)]
    longest = LONGEST_UNNOTED_GAP.total_seconds()
    for (_, before), (after, _) in zip(stretches, stretches[1:], strict=False):
        assert 0 <= after - before <= longest
