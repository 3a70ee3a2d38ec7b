"""A plain MP4 holds every sample as it was recorded: its bytes, its time, what it builds on."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
import struct

import pytest

from custom_components.kuma_bouhan.vault.export import Described, Splitter
from custom_components.kuma_bouhan.vault.moof import LONGEST, parts
from custom_components.kuma_bouhan.vault.movie import Movie
from custom_components.kuma_bouhan.vault.mp4 import Box, Joiner, boxes, inside

from .conftest import Film, make_film
from .pieces import NOON
from .probing import frames, probe, samples


def made(
    init: bytes, fragments: Sequence[bytes], *, orientation: int = 1, began: datetime = NOON
) -> bytes:
    """Return the file that fragments make."""
    movie, media = Movie(init, began, orientation=orientation), b""
    for fragment in fragments:
        split = Splitter()
        for one in split.feed(fragment):
            if isinstance(one, Described):
                movie.add(one.moof, one.media, one.size)
            else:
                media += one
        split.end()
    assert len(media) == movie.media
    return movie.head() + media


def box_of(data: bytes, *path: bytes) -> Box:
    return next(inside(data, Box(b"", 0, 0, len(data)), *path))


def recorded(film: Film) -> bytes:
    return film.init + b"".join(film.fragments)


@pytest.mark.parametrize("kind", ["video", "audio"])
def test_every_sample_is_there_byte_for_byte_and_at_its_time(film: Film, kind: str) -> None:
    found, wanted = samples(made(film.init, film.fragments), kind), samples(recorded(film), kind)
    assert len(found) == len(wanted) > 0
    assert [one.data for one in found] == [one.data for one in wanted]
    zero = wanted[0].decoded - found[0].decoded
    for one, other in zip(found, wanted, strict=True):
        assert one.decoded + zero == pytest.approx(other.decoded, abs=1e-4)
        assert one.keyframe == other.keyframe


def test_pictures_are_shown_in_the_order_and_at_the_distance_they_had(film: Film) -> None:
    found, wanted = samples(made(film.init, film.fragments)), samples(recorded(film))
    assert any(one.shown != one.decoded for one in found)  # there are B-frames
    assert min(one.shown for one in found) == 0
    zero = min(one.shown for one in wanted)
    for one, other in zip(found, wanted, strict=True):
        assert one.shown == pytest.approx(other.shown - zero, abs=1e-4)


def test_ffprobe_finds_no_error_and_every_picture(film: Film, tmp_path: Path) -> None:
    data = made(film.init, film.fragments)
    found = probe(data, tmp_path)
    assert int(found["video"]["nb_frames"]) == int(found["video"]["nb_read_frames"]) == film.frames
    assert float(found["video"]["start_time"]) == 0
    assert float(found["video"]["duration"]) == pytest.approx(6, abs=0.001)
    assert frames(data) == film.frames


def test_the_tables_stand_in_front_of_the_media(film: Film) -> None:
    data = made(film.init, film.fragments)
    assert [box.kind for box in boxes(data)] == [b"ftyp", b"moov", b"mdat"]
    assert not list(inside(data, Box(b"", 0, 0, len(data)), b"moov", b"mvex"))


@pytest.fixture(scope="module")
def noisy() -> Film:
    """Film with Home Assistant's own worker and a microphone: no two sounds are alike."""
    media = pytest.importorskip("tests.capture.media")
    found = media.segments(media.film("mpegts", seconds=8))
    parts = tuple(part.data for one in found for part in one.parts)
    return Film(found[0].init, parts, 80)


@pytest.mark.parametrize("first", [0, 2, 6])
def test_sound_stays_in_sync_wherever_the_file_begins(noisy: Film, first: int) -> None:
    whole = recorded(noisy)
    pictures, sounds = samples(whole), samples(whole, "audio")
    data = made(noisy.init, noisy.fragments[first:])
    some, heard = samples(data), samples(data, "audio")
    (zero,) = (one.shown for one in pictures if one.data == some[0].data)
    when = {one.data: one.shown for one in sounds}
    assert len(when) == len(sounds) and len(heard) > 20
    for one in heard:
        if one.shown >= 0:  # what was heard before the first picture is not played
            assert one.shown == pytest.approx(when[one.data] - zero, abs=0.001)


def test_pictures_of_many_connections_of_a_worker_lose_none(noisy: Film, tmp_path: Path) -> None:
    found = probe(made(noisy.init, noisy.fragments), tmp_path)
    assert int(found["video"]["nb_read_frames"]) == len(samples(recorded(noisy)))


def test_sound_that_begins_later_waits(film: Film, tmp_path: Path) -> None:
    """The sound's own time says that it begins 0.4 s after the picture."""
    moved = bytearray(film.fragments[0])
    moof = next(boxes(bytes(moved)))
    trafs = list(inside(bytes(moved), moof, b"traf"))
    tfdt = next(inside(bytes(moved), trafs[1], b"tfdt"))
    before = int.from_bytes(moved[tfdt.body + 4 : tfdt.end])
    moved[tfdt.body + 4 : tfdt.end] = (before + 6400).to_bytes(tfdt.end - tfdt.body - 4)
    usual = samples(made(film.init, film.fragments[:1]), "audio")
    data = made(film.init, [bytes(moved)])
    late = samples(data, "audio")
    assert late[0].shown - usual[0].shown == pytest.approx(0.4, abs=0.001)
    assert float(probe(data, tmp_path)["video"]["start_time"]) == 0


def test_what_a_fragment_says_of_its_own_time_counts(film: Film) -> None:
    """A frame that came late makes the one before it last longer, and moves what follows."""
    later = bytearray(film.fragments[1])
    moof = next(boxes(bytes(later)))
    for traf, by in zip(inside(bytes(later), moof, b"traf"), (1024, 1600), strict=True):
        tfdt = next(inside(bytes(later), traf, b"tfdt"))
        time = int.from_bytes(later[tfdt.body + 4 : tfdt.end])
        later[tfdt.body + 4 : tfdt.end] = (time + by).to_bytes(tfdt.end - tfdt.body - 4)
    found = samples(made(film.init, [film.fragments[0], bytes(later)]))
    usual = samples(made(film.init, film.fragments[:2]))
    assert [one.decoded for one in found[:10]] == [one.decoded for one in usual[:10]]
    assert found[10].decoded == pytest.approx(usual[10].decoded + 0.1, abs=1e-4)


def test_a_clock_that_goes_back_never_makes_a_sample_without_length(film: Film) -> None:
    data = made(film.init, [film.fragments[1], film.fragments[0]])
    found = samples(data)
    assert len(found) == 20
    assert all(a.decoded < b.decoded for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_the_picture_is_turned_as_it_was_recorded(film: Film, orientation: int) -> None:
    plain, turned = (made(film.init, film.fragments, orientation=one) for one in (1, orientation))
    tkhd = box_of(plain, b"moov", b"trak", b"tkhd")
    matrix = slice(tkhd.end - 44, tkhd.end - 8)
    assert plain[matrix] != turned[matrix]
    assert plain[: tkhd.start] + plain[tkhd.end :] == turned[: tkhd.start] + turned[tkhd.end :]


def test_the_file_says_when_it_was_recorded(film: Film) -> None:
    data = made(film.init, film.fragments)
    mvhd = box_of(data, b"moov", b"mvhd")
    (seconds,) = struct.unpack_from(">I", data, mvhd.body + 4)
    assert seconds - 2_082_844_800 == NOON.timestamp()


def test_a_film_without_sound_has_no_track_of_sound(tmp_path: Path) -> None:
    film = make_film(2, audio=False)
    found = probe(made(film.init, film.fragments), tmp_path)
    assert "audio" not in found and int(found["video"]["nb_read_frames"]) == 20


def test_a_track_that_stays_silent_is_left_out(film: Film, tmp_path: Path) -> None:
    """Sound was announced, and none came."""
    alone = make_film(2, audio=False)
    trak = box_of(alone.init, b"moov", b"trak")
    assert trak
    data = made(film.init, alone.fragments)
    assert len(list(inside(data, Box(b"", 0, 0, len(data)), b"moov", b"trak"))) == 1


def test_media_beyond_four_gibibytes_are_found_by_long_places(film: Film) -> None:
    """Nothing of that size is made: what it says of each place is enough."""
    split = Splitter()
    described = next(one for one in split.feed(film.fragments[0]) if isinstance(one, Described))
    small, large = Movie(film.init, NOON), Movie(film.init, NOON)
    small.add(described.moof, described.media, described.size)
    for _ in range(3):
        large.add(described.moof, described.media, 2_000_000_000)
    assert b"stco" in small.head() and b"co64" not in small.head()
    head = large.head()
    co64 = box_of(head[:-16], b"moov", b"trak", b"mdia", b"minf", b"stbl", b"co64")
    count, *places = struct.unpack_from(">IQQQ", head, co64.body + 4)
    assert count == 3
    assert [place - places[0] for place in places] == [0, 2_000_000_000, 4_000_000_000]
    assert places[0] == len(head)
    assert struct.unpack_from(">I4sQ", head, len(head) - 16) == (1, b"mdat", 6_000_000_016)


def test_long_films_have_long_numbers(film: Film) -> None:
    """At ten million ticks a second a day does not fit into 32 bits."""
    movie = Movie(film.init, datetime(2200, 1, 1, tzinfo=NOON.tzinfo))
    split = Splitter()
    described = next(one for one in split.feed(film.fragments[0]) if isinstance(one, Described))
    movie.add(described.moof, described.media, described.size)
    head = movie.head()
    mvhd = box_of(head[:-8], b"moov", b"mvhd")
    assert head[mvhd.body] == 1


def test_tables_take_a_few_bytes_a_sample(film: Film) -> None:
    movie, joiner = Movie(film.init, NOON), Joiner(film.init)
    for number in range(3000):
        for one in Splitter().feed(joiner.add(film.fragments[number % 6])):
            if isinstance(one, Described):
                movie.add(one.moof, one.media, one.size)
    count = 30_000 + 3000 * 16
    assert movie.pictures == 30_000
    assert movie.cost < 12 * count


# --- What is no film


def broken(film: Film) -> list[bytes]:
    fragment = film.fragments[0]
    moof = next(boxes(fragment))
    head = fragment[: moof.end]
    tfhd = next(inside(head, moof, b"traf", b"tfhd"))
    trun = next(inside(head, moof, b"traf", b"trun"))
    tfdt = next(inside(head, moof, b"traf", b"tfdt"))

    def changed(at: int, value: bytes) -> bytes:
        return head[:at] + value + head[at + len(value) :]

    return [
        changed(tfhd.body + 7, b"\x09"),  # of a track that nobody described
        changed(tfhd.body + 3, bytes([head[tfhd.body + 3] | 1])),  # of another file
        changed(trun.body + 4, b"\0\0\xff\xff"),  # more samples than there are
        changed(trun.body + 8, b"\x7f\0\0\0"),  # beyond its media
        changed(tfdt.start + 4, b"none"),  # without its time
        b"",
        head[:20],
    ]


def test_a_fragment_that_does_not_add_up_is_refused_and_leaves_nothing(film: Film) -> None:
    movie = Movie(film.init, NOON)
    for moof in broken(film):
        with pytest.raises(ValueError, match="."):
            movie.add(moof, len(moof) + 8, 5000)
        assert (movie.pictures, movie.media) == (0, 0)
    with pytest.raises(ValueError, match="no picture"):
        movie.head()


def test_another_description_within_a_file_is_refused(film: Film) -> None:
    moof = next(iter(Splitter().feed(film.fragments[0])))
    assert isinstance(moof, Described)
    data = moof.moof
    whole = next(boxes(data))
    tfhd = next(inside(data, whole, b"traf", b"tfhd"))
    said = struct.pack(">I4sIIII", 24, b"tfhd", 0x20002, 1, 2, 0)
    other = data[: tfhd.start] + said + data[tfhd.end :]
    # The boxes around it grow with it.
    grown = len(other) - len(data)
    other = (len(data) + grown).to_bytes(4) + other[4:]
    traf = next(inside(data, whole, b"traf"))
    size = traf.end - traf.start + grown
    other = other[: traf.start] + size.to_bytes(4) + other[traf.start + 4 :]
    with pytest.raises(ValueError, match="description"):
        parts(other, moof.media, moof.size, {1: (0, 0, 0), 2: (0, 0, 0)})


def test_a_sample_without_an_end_is_refused(film: Film) -> None:
    moof = next(iter(Splitter().feed(film.fragments[0])))
    assert isinstance(moof, Described)
    with pytest.raises(ValueError, match="cannot be read|without an end|no track"):
        parts(moof.moof.replace(b"trun", b"tfdt", 1), 0, 1, {1: (LONGEST + 1, 0, 0)})


@pytest.mark.parametrize("init", [b"", b"init", b"\0\0\0\x08moov", b"\0\0\0\x10moov\0\0\0\x08mvhd"])
def test_a_description_that_is_none_is_refused(init: bytes) -> None:
    with pytest.raises(ValueError, match="."):
        Movie(init, NOON)


# --- Taking fragments apart


@pytest.mark.parametrize("step", [1, 7, 8, 100, 4096])
def test_pieces_of_any_size_give_the_same(film: Film, step: int) -> None:
    fragment = b"\0\0\0\x10stypmsdh\0\0\0\0" + film.fragments[0]
    split, found, media = Splitter(), [], b""
    for at in range(0, len(fragment), step):
        for one in split.feed(fragment[at : at + step]):
            if isinstance(one, Described):
                found.append(one)
            else:
                media += one
    split.end()
    moof, mdat = list(boxes(fragment))[1:]
    assert [one.moof for one in found] == [fragment[moof.start : moof.end]]
    assert media == fragment[mdat.body : mdat.end]


def test_long_headers_are_read(film: Film) -> None:
    moof, mdat = boxes(film.fragments[0])
    long = struct.pack(">I4sQ", 1, b"mdat", mdat.end - mdat.body + 16)
    fragment = film.fragments[0]
    data = fragment[: moof.end] + long + fragment[mdat.body :]
    found = next(iter(Splitter().feed(data)))
    assert isinstance(found, Described)
    assert (found.media, found.size) == (moof.end + 16, mdat.end - mdat.body)


def test_what_is_no_row_of_boxes_is_refused(film: Film) -> None:
    moof, _ = boxes(film.fragments[0])
    description = film.fragments[0][: moof.end]
    for bad in (
        b"\0\0\0\x04moof",  # shorter than its own head
        b"\0\0\0\x0cmdat1234",  # media that nobody described
        description * 2,
        description + b"\0\0\0\x08free\0\0\0\x08free",
        b"\0\x20\0\0free",
    ):
        with pytest.raises(ValueError, match="."):
            list(Splitter().feed(bad))
    for cut in (description, film.fragments[0][:-1], b"\0\0\0"):
        split = Splitter()
        list(split.feed(cut))
        with pytest.raises(ValueError, match="cut off"):
            split.end()
