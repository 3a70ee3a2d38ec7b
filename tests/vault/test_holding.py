"""Exactly the chunks of a span are held, under slots chosen before; what is let go is under what else keeps it, or gone."""

from dataclasses import replace
from datetime import timedelta
import errno

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.holding import Held, Standing, Wanted
from custom_components.kuma_bouhan.vault.parts import Timing
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from .conftest import House
from .disk import Disk
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, YARD, piece

ONE, TWO, THREE = "51" * 16, "52" * 16, "53" * 16
LATE = NOON + 30 * DAY


def wanted(start: int, end: int, slot: str = ONE, **changes: object) -> Wanted:
    """Return what is to be held: the chunks that begin in some minutes after noon."""
    found = Wanted(
        slot=slot,
        camera=DOOR,
        hour=NOON,
        start=NOON + start * MINUTE,
        end=NOON + end * MINUTE,
        until=LATE,
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def hold(house: House, *pieces: Wanted) -> list[Held]:
    return house.vault.hold(pieces, at=house.now)


def let_go(house: House, *slots: str) -> None:
    house.vault.destroy(slots, ErasureReason.HOLD_OVER, house.now)
    house.vault.sweep()


def standing(house: House, start: timedelta, end: timedelta, camera: str = DOOR) -> list[Standing]:
    return house.vault.standing(camera, NOON + start, NOON + end, now=house.now)


def minutes(house: House) -> list[int]:
    chunks = house.chunks()
    assert all(house.is_readable(chunk) for chunk in chunks)
    return [(chunk.start - NOON) // MINUTE for chunk in chunks]


def pass_period(house: House) -> None:
    """Let the hour's own period be over, and what is due go."""
    house.now = NOON + 8 * DAY
    due = [slot.id for slot in house.vault.slots() if slot.due and slot.due <= house.now]
    house.destroy(*due)
    house.vault.sweep()


def test_what_is_held_outlives_its_hour_and_nothing_beside_it(house: House) -> None:
    before = house.record(6)
    (done,) = hold(house, wanted(2, 4))
    assert (done.slot, done.start, done.end) == (ONE, NOON + 2 * MINUTE, NOON + 4 * MINUTE)
    assert (done.chunks, done.bytes) == (2, before[2].bytes + before[3].bytes)
    assert [chunk.slot == ONE for chunk in house.chunks()] == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]
    pass_period(house)
    assert minutes(house) == [2, 3]
    assert len(list(house.folder.rglob("*.kbc"))) == 2
    house.reopen()
    house.vault.reconcile()
    assert minutes(house) == [2, 3]
    let_go(house, ONE)
    assert not list(house.folder.rglob("*.kbc"))
    assert house.vault.count() == 0


def test_a_hold_that_is_made_again_is_the_one_there_is(house: House) -> None:
    house.record(4)
    first = hold(house, wanted(1, 3))
    wraps = (house.folder / "wraps.a").read_bytes()
    slots = (house.folder / "slots.a").read_bytes()
    house.reopen()
    assert hold(house, wanted(1, 3)) == first
    assert (house.folder / "wraps.a").read_bytes() == wraps
    assert (house.folder / "slots.a").read_bytes() == slots


def test_a_hold_that_was_let_go_is_not_made_again(house: House) -> None:
    house.record(3)
    hold(house, wanted(0, 2))
    let_go(house, ONE)
    assert hold(house, wanted(0, 2)) == []
    assert minutes(house) == [0, 1, 2]
    assert {chunk.slot for chunk in house.chunks()}.isdisjoint({ONE})


def test_held_twice_it_is_kept_as_long_as_either_lasts(house: House) -> None:
    house.record(3)
    hold(house, wanted(0, 2))
    hold(house, wanted(1, 3, TWO, until=LATE + DAY))
    assert [chunk.slot for chunk in house.chunks()] == [ONE, TWO, TWO]
    pass_period(house)
    assert minutes(house) == [0, 1, 2]
    let_go(house, TWO)
    assert minutes(house) == [0, 1]
    let_go(house, ONE)
    assert minutes(house) == []


def test_the_hold_that_lasts_longest_says_until_when(house: House) -> None:
    house.record(1)
    hold(house, wanted(0, 1))
    hold(house, wanted(0, 1, TWO, until=NOON + 10 * DAY))
    for _ in range(2):
        assert [chunk.due for chunk in house.chunks()] == [LATE]
        house.reopen()
        house.vault.reconcile()
    let_go(house, ONE)
    assert [chunk.due for chunk in house.chunks()] == [NOON + 10 * DAY]


def test_what_is_let_go_before_its_end_stands_its_own_period(house: House) -> None:
    house.record(3)
    hold(house, wanted(0, 2))
    let_go(house, ONE)
    assert minutes(house) == [0, 1, 2]
    assert {chunk.due for chunk in house.chunks()} == {NOON + HOUR + 7 * DAY}
    assert house.vault.summary(DOOR).chunks == 3
    pass_period(house)
    assert minutes(house) == []


def test_held_footage_keeps_its_own_period_when_part_of_its_hour_is_erased(house: House) -> None:
    house.record(4)
    hold(house, wanted(0, 1))
    asked = ErasureReason.NO_LONGER_NEEDED
    held = frozenset(chunk.id for chunk in standing(house, timedelta(0), HOUR) if chunk.holds)
    for minute in (2, 3):  # twice: what it was kept under is destroyed, too
        start = NOON + minute * MINUTE
        house.vault.erase_span(DOOR, start, start + SECOND, reason=asked, at=house.now, held=held)
        house.vault.sweep()
    assert minutes(house) == [0, 1]
    assert [chunk.slot == ONE for chunk in house.chunks()] == [True, False]
    assert [chunk.due for chunk in house.chunks()] == [LATE, NOON + HOUR + 7 * DAY]
    house.reopen()
    house.vault.reconcile()
    let_go(house, ONE)
    assert minutes(house) == [0, 1]
    assert {chunk.due for chunk in house.chunks()} == {NOON + HOUR + 7 * DAY}
    pass_period(house)
    assert minutes(house) == []
    assert not list(house.folder.rglob("*.kbc"))


def test_what_was_erased_beside_a_hold_is_gone_and_the_held_is_not(house: House) -> None:
    house.record(3)
    hold(house, wanted(1, 2))
    held = frozenset(chunk.id for chunk in standing(house, timedelta(0), HOUR) if chunk.holds)
    house.vault.erase_span(
        DOOR,
        NOON,
        NOON + HOUR,
        reason=ErasureReason.NO_LONGER_NEEDED,
        at=house.now,
        held=held,
    )
    house.vault.sweep()
    assert minutes(house) == [1]
    pass_period(house)
    assert minutes(house) == [1]


def test_what_is_asked_about_is_whole_chunks_and_what_lies_between(house: House) -> None:
    house.record(5)
    found = standing(house, MINUTE + SECOND, 3 * MINUTE)
    assert [((one.start - NOON) // MINUTE, one.inside) for one in found] == [(1, True), (2, True)]
    assert {one.hour for one in found} == {NOON}
    assert {one.hour_end for one in found} == {NOON + HOUR}
    (slot,) = house.vault.slots()
    assert all(one.own == slot and one.holds == () for one in found)
    assert standing(house, HOUR, 2 * HOUR) == []


def test_what_is_being_recorded_is_finished_first(house: House) -> None:
    writer = house.writer()
    for number in range(9):
        writer.fragment(piece(NOON + number * 10 * SECOND))
    found = standing(house, timedelta(0), 90 * SECOND)
    assert [(one.end - one.start) // SECOND for one in found] == [60, 30]
    (done,) = hold(house, wanted(0, 2))
    assert done.end == NOON + 90 * SECOND
    writer.fragment(piece(NOON + 90 * SECOND))
    writer.close()
    assert [chunk.slot == ONE for chunk in house.chunks()] == [True, True, False]


def test_once_its_own_period_is_over_footage_has_its_holds_alone(house: House) -> None:
    house.record(2)
    hold(house, wanted(0, 1))
    pass_period(house)
    (found,) = standing(house, timedelta(0), HOUR)
    assert found.own is None
    assert [slot.id for slot in found.holds] == [ONE]
    assert found.hour_end == NOON + HOUR
    house.vault.entered([slot.id for slot in house.vault.tombstones()])
    (found,) = standing(house, timedelta(0), HOUR)
    assert (found.own, found.hour_end) == (None, NOON + HOUR)
    (done,) = hold(house, wanted(0, 1, TWO, until=LATE + DAY))
    let_go(house, ONE)
    assert (done.chunks, minutes(house)) == (1, [0])


def test_what_came_due_since_it_was_ordered_is_held_as_long_as_its_key_is_there(
    house: House,
) -> None:
    house.record(2)
    house.now = NOON + 8 * DAY
    assert house.chunks() == []
    assert hold(house, wanted(0, 1, TWO)) == []
    (done,) = house.vault.hold([wanted(0, 1)], at=NOON + DAY)
    assert done.chunks == 1
    pass_period(house)
    assert minutes(house) == [0]
    assert house.vault.hold([wanted(1, 2, THREE)], at=NOON + DAY) == []
    assert THREE not in {slot.id for slot in house.vault.slots()}


def test_only_the_hour_and_the_camera_that_were_ordered_are_held(house: House) -> None:
    house.timing = Timing(slot=5 * MINUTE)
    house.reopen()
    house.record(8)
    house.record(8, camera=YARD)
    done = hold(
        house,
        wanted(3, 8),
        wanted(3, 8, TWO, hour=NOON + 5 * MINUTE),
        wanted(0, 8, THREE, hour=NOON + HOUR),
    )
    assert [(one.slot, one.chunks) for one in done] == [(ONE, 2), (TWO, 3)]
    assert not {ONE, TWO} & {chunk.slot for chunk in house.chunks(YARD)}
    assert {slot.id for slot in house.vault.slots() if slot.apart} == {ONE, TWO}


def test_a_chunk_that_is_damaged_is_not_held_and_holds_up_no_other(house: House) -> None:
    chunks = house.record(3)
    house.path(chunks[0]).write_bytes(b"x" * 600)
    house.path(chunks[1]).unlink()
    (done,) = hold(house, wanted(0, 3))
    assert (done.chunks, done.start) == (1, NOON + 2 * MINUTE)


def test_many_chunks_are_held_in_several_goes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.vault.holding._BATCH", 2)
    house.record(5)
    (done,) = hold(house, wanted(0, 5))
    assert done.chunks == 5
    assert {chunk.slot for chunk in house.chunks()} == {ONE}


@pytest.mark.parametrize("after", range(12))
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_hold_that_was_cut_off_anywhere_is_finished_by_the_next_or_let_go(
    house: House, monkeypatch: pytest.MonkeyPatch, after: int, error: int
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.vault.holding._BATCH", 1)
    house.record(4)
    pieces = (wanted(0, 2), wanted(2, 3, TWO))
    with monkeypatch.context() as patch:
        disk = Disk(patch)
        with disk.acting(after, error):
            try:
                cut_off = len(hold(house, *pieces)) < 2
            except VaultProblem:
                cut_off = True
        assert cut_off or disk.left
    house.reopen()
    assert minutes(house) == [0, 1, 2, 3]
    if after % 2:
        let_go(house, ONE, TWO)
        assert not [slot for slot in house.vault.slots() if slot.apart]
        assert minutes(house) == [0, 1, 2, 3]
        pass_period(house)
        assert minutes(house) == []
    else:
        assert [one.chunks for one in hold(house, *pieces)] == [2, 1]
        pass_period(house)
        assert minutes(house) == [0, 1, 2]
