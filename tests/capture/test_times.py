"""Where fragments are placed when networks stall, clocks drift and clocks jump."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.capture.times import AHEAD, BEHIND, Placed, Placing

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def seconds(value: float) -> timedelta:
    return timedelta(seconds=value)


def test_the_first_fragment_ended_when_it_arrived() -> None:
    assert Placing().place(500.0, 1.0, NOON) == Placed(
        NOON - seconds(1), seconds(1), anchored=True, clock_changed=False
    )


def test_a_burst_after_a_network_stall_keeps_the_cameras_own_spacing() -> None:
    placing = Placing()
    placing.place(0.0, 1.0, NOON)
    late = [placing.place(1.0 + n, 1.0, NOON + seconds(10)) for n in range(9)]
    assert [placed.start for placed in late] == [NOON + seconds(n) for n in range(9)]
    assert not any(placed.anchored for placed in late)


def test_a_camera_that_froze_leaves_a_hole() -> None:
    placing = Placing()
    placing.place(0.0, 1.0, NOON)
    assert placing.place(11.0, 1.0, NOON + seconds(11)).start == NOON + seconds(10)


@pytest.mark.parametrize("jump", [-3600.0, -40.0, 20.0, 86_400.0])
def test_a_camera_whose_clock_jumps_stays_near_its_arrival(jump: float) -> None:
    placing = Placing()
    for n in range(3):
        placing.place(float(n), 1.0, NOON + seconds(n))
    placed = placing.place(3.0 + jump, 1.0, NOON + seconds(3))
    assert placed.anchored and placed.clock_changed
    assert placed.end == NOON + seconds(3) and placed.start == NOON + seconds(2)
    assert placing.place(4.0 + jump, 1.0, NOON + seconds(4)).start == NOON + seconds(3)


def test_a_clock_of_ours_set_forward_leaves_a_hole_and_set_back_an_overlap() -> None:
    placing = Placing()
    placing.place(0.0, 1.0, NOON)
    ahead = placing.place(1.0, 1.0, NOON + timedelta(days=3))
    assert ahead.clock_changed and ahead.start == NOON + timedelta(days=3) - seconds(1)
    back = placing.place(2.0, 1.0, NOON + seconds(2))
    assert back.clock_changed and back.start == NOON + seconds(1)


def test_a_reconnect_forgets_the_cameras_clock() -> None:
    placing = Placing()
    placing.place(1000.0, 1.0, NOON)
    placing.reconnect()
    placed = placing.place(0.0, 1.0, NOON + seconds(5))
    assert placed.anchored and not placed.clock_changed and placed.start == NOON + seconds(4)


@pytest.mark.parametrize("rate", [0.9995, 1.0005])
def test_a_drifting_camera_is_held_to_our_clock_without_jumps(rate: float) -> None:
    placing = Placing()
    end = None
    for n in range(6 * 3600):
        placed = placing.place(n * rate, rate, NOON + seconds(n))
        assert abs(placed.end - (NOON + seconds(n))) < seconds(0.5)
        if end is not None:
            assert timedelta(0) <= placed.start - end <= seconds(0.3)
        end = placed.end


@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.floats(0, 60), st.floats(0, 100), st.booleans()),
        min_size=1,
    )
)
def test_nothing_is_ever_far_from_its_arrival(
    steps: list[tuple[float, float, float, bool]],
) -> None:
    placing, arrived, end = Placing(), NOON, NOON - timedelta(days=1)
    for media, duration, passed, again in steps:
        arrived += seconds(passed)
        if again:
            placing.reconnect()
        placed = placing.place(media, duration, arrived)
        assert placed.start >= end or placed.duration == timedelta(0)
        assert arrived - BEHIND - seconds(1) <= placed.end <= arrived + AHEAD + seconds(1)
        end = placed.end
