"""A chunk opens whole or not at all; one that was cut off gives what it holds in whole."""

from datetime import timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.vault.chunk import (
    HEADER,
    TRAILER,
    End,
    Ended,
    Fragment,
    Header,
    Init,
    Kind,
    Record,
    Still,
    Trailer,
    decode_records,
    encode_record,
    split_messages,
)
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from .conftest import House
from .pieces import DOOR, NOON, SECOND, YARD, piece

moments = st.integers(0, 4 * 10**15).map(lambda us: NOON + timedelta(microseconds=us - 10**15))
records = st.one_of(
    st.builds(Init, st.binary(max_size=300), st.integers(1, 8)),
    st.builds(
        Fragment,
        st.binary(max_size=300),
        moments,
        st.integers(0, 10**9).map(lambda us: timedelta(microseconds=us)),
        st.booleans(),
        moments,
    ),
    st.builds(Still, st.binary(max_size=300), moments),
    st.builds(Ended, st.sampled_from(End)),
)


@given(st.lists(records, max_size=6), st.integers(0, 2000))
def test_records_come_back_and_a_torn_tail_costs_only_the_last(
    wanted: list[Record], cut: int
) -> None:
    parts = [b"".join(encode_record(record)) for record in wanted]
    assert list(decode_records(b"".join(parts))) == wanted
    whole = 0
    while whole < len(parts) and sum(map(len, parts[: whole + 1])) <= cut:
        whole += 1
    assert list(decode_records(b"".join(parts)[:cut])) == wanted[:whole]


def test_records_of_a_later_version_are_passed_over() -> None:
    data = b"\x63\0\0\0\3abc" + b"".join(encode_record(Still(b"x", NOON)))
    assert list(decode_records(data)) == [Still(b"x", NOON)]


@pytest.mark.parametrize("kind", Kind)
def test_a_header_and_a_trailer_come_back(kind: Kind) -> None:
    header = Header(kind, 3, "ab" * 16, DOOR, "11" * 16, "22" * 16, NOON, b"w" * 108)
    data = header.encode()
    assert len(data) == HEADER
    assert Header.decode(data) == header
    trailer = Trailer(NOON, 7, 100, b"d" * 32)
    assert Trailer.decode(trailer.encode(), HEADER + 100 + TRAILER) == trailer
    assert Trailer.decode(trailer.encode(), HEADER + 101 + TRAILER) is None


@given(st.integers(0, HEADER * 8 - 1))
def test_a_header_with_a_flipped_bit_is_none(bit: int) -> None:
    data = bytearray(
        Header(Kind.FMP4, 1, "ab" * 16, DOOR, "11" * 16, "22" * 16, NOON, b"w" * 108).encode()
    )
    data[bit // 8] ^= 1 << bit % 8
    assert Header.decode(bytes(data)) is None


def test_a_torn_chunk_of_any_length_gives_whole_records_and_never_an_error(house: House) -> None:
    (chunk,) = house.record(1, size=9_000)
    path = house.path(chunk)
    data = path.read_bytes()
    wanted = [piece(NOON + number * 10 * SECOND, 9_000) for number in range(6)]
    seen = set()
    with house.unlock() as opened:
        for size in [*range(HEADER, len(data), 499), *range(len(data) - TRAILER - 40, len(data))]:
            path.write_bytes(data[:size])
            contents = house.vault.read(opened, chunk, now=house.now)
            assert not contents.complete
            assert list(contents.fragments) == wanted[: len(contents.fragments)]
            # What is lost is what the cipher buffers and the record it cuts through.
            assert len(contents.fragments) * 9_000 >= size - HEADER - 16_400 - 16_400 - 9_100
            seen.add(len(contents.fragments))
        path.write_bytes(data)
        assert house.vault.read(opened, chunk, now=house.now).complete
    assert {0, 1, 3, 6} <= seen


def test_a_chunk_that_lacks_only_its_trailer_lacks_nothing(house: House) -> None:
    (chunk,) = house.record(1)
    path = house.path(chunk)
    path.write_bytes(path.read_bytes()[:-TRAILER])
    with house.unlock() as opened:
        contents = house.vault.read(opened, chunk, now=house.now)
    assert len(contents.fragments) == 6
    assert contents.records[-1] == Ended(End.STOP)


def test_zeros_after_a_power_cut_cost_the_tail_only(house: House) -> None:
    (chunk,) = house.record(1)
    path = house.path(chunk)
    data = path.read_bytes()
    path.write_bytes(data[:120_000] + bytes(len(data) - 120_000))
    with house.unlock() as opened:
        assert len(house.vault.read(opened, chunk, now=house.now).fragments) == 2


def test_stills_are_each_complete_however_the_file_ends(house: House) -> None:
    writer = house.writer()
    for number in range(5):
        writer.still(b"\xff\xd8" + bytes([number]) * 3_000, NOON + number * SECOND)
    writer.close()
    (chunk,) = house.chunks()
    path = house.path(chunk)
    data = path.read_bytes()
    with house.unlock() as opened:
        for size in range(HEADER, len(data), 61):
            path.write_bytes(data[:size])
            stills = house.vault.read(opened, chunk, now=house.now).stills
            assert [still.data[2] for still in stills] == list(range(len(stills)))
            assert len(stills) >= min(5, (size - HEADER) // 3_100)
        path.write_bytes(data)
        assert len(house.vault.read(opened, chunk, now=house.now).stills) == 5


def body_end(data: bytes) -> int:
    """Return where the body of a finished chunk ends: its table and trailer follow."""
    trailer = Trailer.decode(data[-TRAILER:], len(data))
    assert trailer is not None
    return HEADER + trailer.body


@pytest.mark.parametrize("place", [0, 9, 40, 60, 100, 150, 250, 300, 40_000, -10, -1])
def test_what_was_tampered_with_is_refused(house: House, place: int) -> None:
    """A negative place counts from the end of the body."""
    (chunk,) = house.record(1)
    path = house.path(chunk)
    data = bytearray(path.read_bytes())
    data[place if place >= 0 else body_end(bytes(data)) + place] ^= 1
    path.write_bytes(data)
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_damaged"):
        house.vault.read(opened, chunk, now=house.now)


def test_a_still_left_out_or_exchanged_is_noticed(house: House) -> None:
    writer = house.writer()
    for number in range(3):
        writer.still(bytes([number]) * 100, NOON + number * SECOND)
    writer.close()
    (chunk,) = house.chunks()
    path = house.path(chunk)
    data = path.read_bytes()
    end = body_end(data)
    one, two, *rest = (
        len(message).to_bytes(4) + message for message in split_messages(data[HEADER:end])
    )
    path.write_bytes(data[:HEADER] + two + one + b"".join(rest) + data[end:])
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_damaged"):
        house.vault.read(opened, chunk, now=house.now)


def test_a_chunk_in_the_place_of_another_is_refused(house: House) -> None:
    (one,) = house.record(1)
    (other,) = house.record(1, camera=YARD)
    house.path(one).write_bytes(house.path(other).read_bytes())
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_damaged"):
        house.vault.read(opened, one, now=house.now)


def test_no_footage_stands_in_the_open_anywhere(house: House) -> None:
    text = b"a face that somebody could know"
    writer = house.writer()
    writer.fragment(Fragment(text * 2000, NOON, SECOND, True, NOON))
    writer.still(text, NOON + SECOND)
    for closed in (False, True):
        if closed:
            writer.close()
        for path in house.folder.rglob("*"):
            assert path.is_dir() or text[:16] not in path.read_bytes()


def test_the_folder_is_its_owners_alone(house: House) -> None:
    house.record(1)
    for path in [house.folder, *house.folder.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
