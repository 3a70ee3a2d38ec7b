"""Footage is written as it comes, cut where it can be cut, and lost to nobody."""

from datetime import UTC, datetime, timedelta
import errno
import os
from pathlib import Path
import shutil

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault import files
from custom_components.kuma_bouhan.vault.chunk import Ended, Fragment, Kind
from custom_components.kuma_bouhan.vault.facts import ChunkFacts, Row
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from .conftest import House
from .disk import Disk
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, piece


def test_a_chunk_is_a_minute_and_what_was_written_is_read(house: House) -> None:
    first, second, third = house.record(3)
    assert (first.start, first.end) == (NOON, NOON + MINUTE)
    assert second.start == first.end
    assert third.due == NOON + HOUR + 7 * DAY
    assert all(chunk.complete and chunk.kind is Kind.FMP4 for chunk in (first, second, third))
    assert first.bytes == house.path(first).stat().st_size
    with house.unlock() as opened:
        contents = house.vault.read(opened, second, now=house.now)
    assert contents.init is not None
    assert contents.init.data == b"tracks"
    assert contents.fragments == tuple(
        piece(NOON + MINUTE + number * 10 * SECOND) for number in range(6)
    )
    assert contents.stills == ()


def test_a_chunk_is_cut_at_a_keyframe_only(house: House) -> None:
    writer = house.writer()
    for number in range(12):
        at = NOON + number * 10 * SECOND
        writer.fragment(piece(at, keyframe=number in (0, 8)))
    writer.close()
    first, second = house.chunks()
    assert first.end == second.start == NOON + 80 * SECOND


def test_where_no_keyframe_comes_a_chunk_is_cut_all_the_same(house: House) -> None:
    writer = house.writer()
    for number in range(40):
        writer.fragment(piece(NOON + number * 10 * SECOND, keyframe=number == 0))
    writer.close()
    assert [chunk.end - chunk.start for chunk in house.chunks()] == [3 * MINUTE] * 2 + [40 * SECOND]


def test_an_hour_ends_with_its_slot(house: House) -> None:
    chunks = house.record(3, start=NOON + 59 * MINUTE + 30 * SECOND)
    assert [chunk.start for chunk in chunks] == [
        NOON + 59 * MINUTE + 30 * SECOND,
        NOON + HOUR,
        NOON + HOUR + MINUTE,
        NOON + HOUR + 2 * MINUTE,
    ]
    assert [chunk.due for chunk in chunks] == [NOON + HOUR + 7 * DAY] + [
        NOON + 2 * HOUR + 7 * DAY
    ] * 3


def test_other_tracks_begin_another_chunk(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    writer.start(b"tracks")
    writer.fragment(piece(NOON + 10 * SECOND))
    writer.start(b"other tracks", orientation=3)
    writer.fragment(piece(NOON + 20 * SECOND))
    writer.close()
    first, second = house.chunks()
    assert second.start == NOON + 20 * SECOND
    with house.unlock() as opened:
        init = house.vault.read(opened, second, now=house.now).init
    assert init is not None
    assert (init.data, init.orientation) == (b"other tracks", 3)
    assert first.end == NOON + 20 * SECOND


def test_stills_and_film_do_not_share_a_chunk(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    writer.still(b"jpeg", NOON + 10 * SECOND)
    writer.still(b"jpeg", NOON + 20 * SECOND)
    writer.close()
    assert [chunk.kind for chunk in house.chunks()] == [Kind.FMP4, Kind.STILL]


def test_a_cut_begins_a_new_chunk(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    writer.cut()
    writer.cut()
    writer.fragment(piece(NOON + 10 * SECOND))
    writer.close()
    assert len(house.chunks()) == 2


def test_time_that_runs_backwards_begins_a_new_chunk(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    writer.fragment(piece(NOON - DAY))
    writer.close()
    assert [chunk.start for chunk in house.chunks()] == [NOON - DAY, NOON]


def test_tracks_come_first(house: House) -> None:
    with pytest.raises(ValueError, match="start comes first"):
        house.vault.writer(DOOR, due=house.due).fragment(piece(NOON))


def test_who_listens_hears_of_finished_chunks(house: House) -> None:
    heard: list[ChunkFacts] = []
    house.vault.on_finished = heard.append
    chunks = house.record(2)
    assert heard == chunks


def test_while_the_clock_is_in_doubt_footage_has_no_due_moment_yet(house: House) -> None:
    writer = house.vault.writer(DOOR, due=lambda end: None)
    writer.start(b"tracks")
    writer.fragment(piece(NOON))
    writer.close()
    (slot,) = house.vault.undated()
    assert house.chunks()[0].due is None
    assert house.vault.next_due() is None
    house.vault.set_due({slot.id: NOON + DAY})
    assert house.chunks()[0].due == house.vault.next_due() == NOON + DAY
    assert house.vault.undated() == ()


def test_header_and_name_are_on_the_disk_before_any_footage(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    writer = house.writer()
    writer.fragment(piece(NOON))
    made = disk.calls.index("create")
    # The slot first, in both copies; then the folders' names; then header, its sync, its name.
    assert disk.calls[:made].count("sync") == 2
    assert disk.calls[made - 1] == "sync_folder"
    assert disk.calls[made : made + 4] == ["create", "write", "sync", "sync_folder"]
    writer.close()


def test_what_was_written_is_on_the_disk_when_sync_returns(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = house.writer()
    writer.sync()  # nothing is open: nothing to do
    writer.fragment(piece(NOON))
    disk = Disk(monkeypatch)
    for number in range(1, 31):
        at = NOON + number * SECOND
        writer.fragment(Fragment(b"x" * 20_000, at, SECOND, False, at))
        writer.sync()
        assert disk.calls[-2:] == ["write", "sync"]
    writer.close()
    assert disk.calls[-1] == "sync"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "vault_not_writable"),
        (errno.ENOENT, "vault_missing"),
        (errno.EIO, "vault_failing"),
    ],
)
def test_a_disk_that_refuses_says_why_and_costs_one_chunks_tail(
    house: House, monkeypatch: pytest.MonkeyPatch, error: int, key: str
) -> None:
    for after in range(12):
        start = NOON + after * HOUR
        writer = house.writer()
        with monkeypatch.context() as patch:
            disk = Disk(patch)
            disk.error, disk.left = error, after
            with pytest.raises(VaultProblem, match=key):  # noqa: PT012 - any of them may
                for number in range(3):
                    writer.fragment(piece(start + number * 10 * SECOND))
                writer.cut()
        # The same writer goes on as soon as it can.
        writer.fragment(piece(start + 30 * MINUTE))
        writer.close()
        chunk = house.chunks()[-1]
        assert (chunk.start, chunk.complete) == (start + 30 * MINUTE, True)
        assert house.is_readable(chunk)


def test_when_nothing_more_can_be_done_after_an_error_what_is_there_is_readable(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = house.writer()
    for number in range(3):
        writer.fragment(piece(NOON + number * 10 * SECOND))
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "full")

        patch.setattr(files, "write", full)
        with pytest.raises(VaultProblem, match="disk_full"):
            writer.fragment(piece(NOON + 30 * SECOND))
    (chunk,) = house.chunks()
    assert not chunk.complete
    with house.unlock() as opened:
        assert len(house.vault.read(opened, chunk, now=house.now).fragments) == 2
    writer.close()


def test_a_folder_that_vanished_is_missing_and_nothing_is_made_in_its_place(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    writer.cut()
    away = house.folder.rename(house.folder.with_name("away"))
    with pytest.raises(VaultProblem, match="vault_missing"):
        writer.fragment(piece(NOON + MINUTE))
    assert not house.vault.is_there()
    # What a disk leaves behind when it is pulled: an empty folder of the same name.
    house.folder.mkdir()
    shutil.copy(away / "vault.json", house.folder)
    with pytest.raises(VaultProblem, match="vault_missing"):
        writer.fragment(piece(NOON + MINUTE))
    shutil.rmtree(house.folder)
    away.rename(house.folder)
    assert house.vault.is_there()
    writer.fragment(piece(NOON + MINUTE))
    writer.close()


def test_footage_after_an_erasure_goes_to_a_new_slot(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    (slot,) = house.vault.slots()
    house.destroy(slot.id)
    assert house.vault.sweep().files == 1
    writer.fragment(piece(NOON + 10 * SECOND))
    writer.close()
    (chunk,) = house.chunks()
    assert chunk.start == NOON + 10 * SECOND
    assert chunk.slot != slot.id
    assert len(list(house.folder.rglob("*.kbc"))) == 1


def test_a_chunk_whose_slot_was_destroyed_is_not_finished(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    house.destroy(*(slot.id for slot in house.vault.slots()))
    writer.close()
    assert house.chunks() == []
    assert house.vault.count() == 0


def test_closing_the_vault_finishes_what_is_open(house: House) -> None:
    house.writer().fragment(piece(NOON))
    house.reopen()
    (chunk,) = house.chunks()
    assert chunk.complete
    with house.unlock() as opened:
        records = house.vault.read(opened, chunk, now=house.now).records
    assert isinstance(records[-1], Ended)


def test_closing_the_vault_bears_a_disk_that_refuses(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.writer().fragment(piece(NOON))
    with monkeypatch.context() as patch, Disk(patch).acting(0, errno.EIO):
        house.vault.close()
    house.open()
    assert not house.chunks()[0].complete


def test_1970_at_boot_is_written_too(house: House) -> None:
    start = NOON.replace(year=1970, month=1, day=1)
    writer = house.vault.writer(DOOR, due=lambda end: None)
    writer.start(b"tracks")
    writer.fragment(piece(start))
    writer.close()
    (chunk,) = house.vault.chunks(DOOR, start, start + DAY, now=house.now)
    assert house.is_readable(chunk)


def test_large_fragments_are_encrypted_piece_by_piece(house: House) -> None:
    chunks = house.record(1, size=700_000)
    with house.unlock() as opened:
        contents = house.vault.read(opened, chunks[0], now=house.now)
    assert [len(one.data) for one in contents.fragments] == [700_000] * 6


def test_a_summary_says_what_there_is(house: House) -> None:
    assert house.vault.summary(DOOR).oldest is None
    house.record(3)
    house.record(2, start=NOON + 2 * HOUR)
    found = house.vault.summary(DOOR)
    assert (found.oldest, found.newest) == (NOON, NOON + 2 * HOUR + 2 * MINUTE)
    assert (found.chunks, found.kept) == (5, 5 * MINUTE)
    assert found.bytes == sum(chunk.bytes for chunk in house.chunks())
    assert found.next_erasure == NOON + HOUR + 7 * DAY
    house.now = NOON + HOUR + 7 * DAY
    late = house.vault.summary(DOOR)
    assert (late.chunks, late.oldest) == (2, NOON + 2 * HOUR)


def test_overdue_footage_is_neither_listed_nor_read(house: House) -> None:
    (chunk,) = house.record(1)
    house.now = NOON + HOUR + 7 * DAY
    assert house.chunks() == []
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.read(opened, chunk, now=house.now)
    assert len(house.vault.recorded(DOOR, NOON, NOON + DAY)) == 1


def test_footage_that_was_not_proved_erased_is_neither_listed_nor_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    (chunk,) = house.record(1)
    with monkeypatch.context() as patch, Disk(patch).acting(0, errno.EIO):
        assert house.destroy(chunk.slot).unconfirmed == (chunk.slot,)
    assert house.chunks() == []
    assert house.vault.summary(DOOR).chunks == 0
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_gone"):
        house.vault.read(opened, chunk, now=house.now)
    assert house.vault.next_due() == house.now
    assert house.destroy().erased[0].id == chunk.slot


def test_what_a_span_touches_is_listed(house: House) -> None:
    house.record(5)

    def listed(start: timedelta, end: timedelta) -> list[int]:
        found = house.vault.chunks(DOOR, NOON + start, NOON + end, now=house.now)
        return [(chunk.start - NOON) // MINUTE for chunk in found]

    assert listed(MINUTE, 2 * MINUTE) == [1]
    assert listed(59 * SECOND, 61 * SECOND) == [0, 1]
    assert listed(timedelta(0), HOUR) == [0, 1, 2, 3, 4]
    assert listed(5 * MINUTE, HOUR) == []


def test_the_disks_room_is_told(house: House) -> None:
    assert house.vault.free_bytes() > 0


def test_a_vault_on_a_file_system_in_memory_works(tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir():
        pytest.skip("there is no /dev/shm")
    folder = memory / f"kuma_bouhan-{tmp_path.name}"
    house = House(folder)
    try:
        house.found()
        (chunk,) = house.record(1)
        assert house.is_readable(chunk)
        assert house.vault.destroy([chunk.slot], ErasureReason.PERIOD_OVER, NOON).erased
        house.vault.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_the_book_is_told_of_a_chunk_in_the_span_it_began_in(house: House) -> None:
    first, second = house.record(2)
    between = NOON + 30 * SECOND
    assert house.vault.recorded(DOOR, NOON, between) == [first]
    assert house.vault.recorded(DOOR, between, NOON + HOUR) == [second]


@given(st.lists(st.timedeltas(timedelta(0), 270 * 365 * DAY), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_moments_are_listed_to_the_microsecond(house: House, ages: list[timedelta]) -> None:
    starts = sorted(datetime.fromtimestamp(0, UTC) + age for age in ages)
    parts = house.vault._parts
    slot = parts.slots.open(DOOR, NOON, NOON + HOUR, None)
    ends = [start + timedelta(seconds=1, microseconds=1) for start in starts]
    chunks = [os.urandom(16).hex() for _ in starts]
    parts.index.add(
        [
            Row(chunk, DOOR, start, end, 1, slot.id, NOON, slot.id, Kind.FMP4, True, bytes(32))
            for chunk, start, end in zip(chunks, starts, ends, strict=True)
        ]
    )
    found = house.vault.chunks(DOOR, starts[0], ends[-1], now=NOON)
    assert [chunk.start for chunk in found] == starts
    assert [chunk.end for chunk in found] == ends
    assert all(chunk.start.tzinfo is UTC for chunk in found)
    parts.index.remove(chunks)
