"""Fragments that were recorded join to a film that anybody's player reads without a word."""

from datetime import timedelta
import json
from pathlib import Path
import shutil
import subprocess

import pytest

from custom_components.kuma_bouhan.vault.mp4 import Joiner, boxes, inside, tracks, turned

from .conftest import Film, make_film


def probe(path: Path) -> dict[str, str]:
    """Return what ffprobe says of the video, after decoding all of it."""
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    done = subprocess.run(
        [
            *("ffprobe", "-v", "warning", "-count_frames", "-of", "json"),
            *("-show_entries", "stream=codec_type,nb_read_frames,start_time"),
            *("-show_entries", "format=duration,start_time"),
            path,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    read = json.loads(done.stdout)
    (video,) = (one for one in read["streams"] if one["codec_type"] == "video")
    return {**read["format"], "frames": video["nb_read_frames"]}


def test_a_joined_film_has_all_its_frames_and_starts_at_zero(film: Film, tmp_path: Path) -> None:
    joiner = Joiner(film.init)
    # What came before was recorded elsewhere: the film begins in the middle of the camera's time.
    data = joiner.head + b"".join(joiner.add(part) for part in film.fragments[2:])
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    found = probe(path)
    assert int(found["frames"]) == film.frames - 20
    assert float(found["start_time"]) == pytest.approx(0, abs=0.3)
    assert float(found["duration"]) == pytest.approx(4, abs=0.4)


def test_where_the_cameras_clock_starts_again_the_film_goes_on(film: Film, tmp_path: Path) -> None:
    joiner = Joiner(film.init)
    data = joiner.head + b"".join(joiner.add(part) for part in film.fragments * 2)
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    found = probe(path)
    assert int(found["frames"]) == 2 * film.frames
    assert float(found["duration"]) == pytest.approx(12, abs=0.6)


def test_a_jump_ahead_leaves_no_hole(film: Film, tmp_path: Path) -> None:
    joiner = Joiner(film.init)
    data = joiner.head + joiner.add(film.fragments[0]) + joiner.add(film.fragments[5])
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    assert float(probe(path)["duration"]) == pytest.approx(2, abs=0.4)


def test_film_without_sound_joins_too(tmp_path: Path) -> None:
    film = make_film(2, audio=False)
    joiner = Joiner(film.init)
    path = tmp_path / "film.mp4"
    path.write_bytes(joiner.head + b"".join(joiner.add(part) for part in film.fragments))
    assert int(probe(path)["frames"]) == film.frames


def test_boxes_that_only_index_are_left_out(film: Film) -> None:
    joiner = Joiner(film.init)
    styp = b"\0\0\0\x10stypmsdh\0\0\0\0"
    added = joiner.add(styp + film.fragments[0])
    assert [box.kind for box in boxes(added)] == [b"moof", b"mdat"]


def test_the_tracks_say_what_they_are(film: Film) -> None:
    found = tracks(film.init)
    assert [track.is_video for track in found] == [True, False]
    assert found[1].timescale == 16000


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_differs_only_in_its_matrix(film: Film, orientation: int) -> None:
    init = turned(film.init, orientation)
    assert len(init) == len(film.init)
    assert (init == film.init) is (orientation == 1)
    assert tracks(init) == tracks(film.init)


def test_six_is_turned_as_home_assistant_turns_it(film: Film) -> None:
    stream = pytest.importorskip("homeassistant.components.stream.fmp4utils")
    core = pytest.importorskip("homeassistant.components.stream.core")
    for number in range(2, 9):
        assert turned(film.init, number) == stream.transform_init(
            film.init, core.Orientation(number)
        )


def test_what_is_no_film_is_refused(film: Film) -> None:
    joiner = Joiner(film.init)
    for bad in (b"init", b"\0\0\0\1moof", b"\0\0\0\x08moof\0\0\0\x02", b"\0\0\1\0moof1234"):
        with pytest.raises(ValueError, match="cut off"):
            joiner.add(bad)
    with pytest.raises(ValueError, match="no tracks"):
        Joiner(film.init[: next(iter(boxes(film.init))).end])
    # A fragment of a track that was never described.
    other = bytearray(film.fragments[0])
    moof = next(boxes(bytes(other)))
    tfhd = next(inside(bytes(other), moof, b"traf", b"tfhd"))
    other[tfhd.body + 7] = 9
    with pytest.raises(ValueError, match="its time"):
        joiner.add(bytes(other))


def test_long_boxes_and_boxes_to_the_end_are_read() -> None:
    long = b"\0\0\0\1free" + (20).to_bytes(8) + b"1234"
    assert [(box.kind, box.end - box.body) for box in boxes(long + b"\0\0\0\0mdat56")] == [
        (b"free", 4),
        (b"mdat", 2),
    ]
    with pytest.raises(ValueError, match="cut off"):
        list(boxes(b"\0\0\0\1free1234"))


def test_lengths_are_read_from_wherever_they_stand(film: Film) -> None:
    plain = make_film(2, audio=False, rate=5)
    joiner = Joiner(plain.init)
    for part in plain.fragments:
        joiner.add(part)
    (end,) = joiner._ends.values()
    (track,) = tracks(plain.init)
    assert timedelta(seconds=end / track.timescale) == timedelta(seconds=2)
