"""What the worker makes of footage: as many pictures at the same times, painted over, and the sound untouched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from io import BytesIO
import json
from pathlib import Path
import subprocess
import sys

import av
import numpy as np
import pytest

from custom_components.kuma_bouhan.masking import __main__ as beginning, coding
from custom_components.kuma_bouhan.masking.order import Gave, Order
from custom_components.kuma_bouhan.vault.chunk import Fragment, Init, Record, Still, decode_records
from custom_components.kuma_bouhan.vault.moments import micros
from tests.capture.media import film as street_film
from tests.vault.conftest import Film, make_film
from tests.vault.pieces import NOON, SECOND

from . import footage as seen
from .footage import answered, area, fragments, inits, look, painted, pictures, stream

BLACK = 10
"""Brightness that nothing but black has."""


@pytest.fixture(scope="module")
def film() -> Film:
    """Six seconds of a grey that grows brighter, with sound, and pictures that lean on later ones; it is on for long."""
    long = make_film(16, width=160)
    return Film(long.init, long.fragments[10:], 60)


@pytest.fixture(scope="module")
def run(film: Film) -> list[Record]:
    return [Init(film.init), *film.pieces(NOON)]


def inside(picture: seen.Picture) -> seen.Picture:
    """Return the middle of the right half."""
    return picture[12:36, 80:120]


def beside(picture: seen.Picture) -> seen.Picture:
    """Return what lies above it, and a bit away: codecs blur edges."""
    return picture[:8]


HALF = (0.5, 0.25, 0.25, 0.5)


def test_every_picture_and_sound_is_there_at_its_time(run: list[Record]) -> None:
    made = painted(run, area(*HALF))
    before, after = look(run), look(made)
    assert [one.pictures for one in after] == [one.pictures for one in before]
    assert [one.sounds for one in after] == [one.sounds for one in before]
    assert [one.heard for one in after] == [one.heard for one in before]
    told = [replace(one, data=b"") for one in fragments(made)]
    assert told == [replace(one, data=b"") for one in fragments(run)]
    assert len(pictures(seen.film(made))) == 60


def test_what_is_drawn_is_black_and_the_rest_is_as_it_was(run: list[Record]) -> None:
    before, after = pictures(seen.film(run)), pictures(seen.film(painted(run, area(*HALF))))
    for was, now in zip(before, after, strict=True):
        assert inside(now).max() <= BLACK
        assert np.abs(beside(now).astype(int) - beside(was)).max() <= 3
    assert inside(before[30]).min() > BLACK


def test_an_area_is_painted_over_for_as_long_as_it_is_drawn_and_no_longer(
    run: list[Record],
) -> None:
    after = pictures(seen.film(painted(run, area(*HALF, 2, 4))))
    black = [number for number, one in enumerate(after) if inside(one).max() <= BLACK]
    assert black == [*range(20, 40)]


def test_an_area_that_begins_within_a_picture_covers_that_picture(run: list[Record]) -> None:
    after = pictures(seen.film(painted(run, area(*HALF, 2.05, 2.06))))
    black = [number for number, one in enumerate(after) if inside(one).max() <= BLACK]
    assert black == [20]


def test_a_picture_that_a_camera_showed_for_long_is_covered_by_an_area_that_begins_meanwhile() -> (
    None
):
    """It showed the picture of 0.9 s for two seconds: whoever is seen in it is seen in the area's time."""
    after = pictures(seen.film(painted(stream(stalled()), area(*HALF, 2, 2.5))))
    black = [number for number, one in enumerate(after) if inside(one).max() <= BLACK]
    assert black == [9]


def stalled() -> bytes:
    """Return a second of pictures, nothing for two seconds, and a second of pictures."""
    data = BytesIO()
    moves = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
    with av.open(data, "w", format="mp4", options=moves) as made:
        track = made.add_stream("libx264", rate=10)
        track.width, track.height, track.pix_fmt = 160, 48, "yuv420p"
        track.options = {"bf": "0", "g": "100", "tune": "zerolatency"}
        for at in (*range(10), *range(30, 40)):
            picture = av.VideoFrame.from_ndarray(np.full((48, 160, 3), 160, np.uint8), "rgb24")
            picture.pts, picture.time_base = at, Fraction(1, 10)
            made.mux(track.encode(picture))
        made.mux(track.encode(None))
    return bytes(data.getvalue())


def test_every_picture_bears_the_mark(run: list[Record]) -> None:
    for one in pictures(seen.film(painted(run, area(*HALF)))):
        corner = one[-11:, :70]
        assert corner.max() > 180 and corner.min() <= 40


def test_keyframes_stand_where_they_stood(run: list[Record]) -> None:
    (init,) = inits(made := painted(run, area(*HALF)))
    for piece in fragments(made):
        assert pictures(init.data + piece.data), "each fragment began with one"


@pytest.mark.parametrize("low_latency", [True, False])
@pytest.mark.parametrize("codec", ["libx264", "libx265"])
def test_footage_as_home_assistant_gives_it(codec: str, low_latency: bool) -> None:
    before = stream(street_film(codec=codec, width=192), low_latency=low_latency)
    after = painted(before, area(*HALF))
    assert [one.pictures for one in look(after)] == [one.pictures for one in look(before)]
    assert [one.heard for one in look(after)] == [one.heard for one in look(before)]
    assert b"avc1" in inits(after)[0].data and b"hvc1" not in inits(after)[0].data
    shown = pictures(seen.film(after))
    assert len(shown) == len(pictures(seen.film(before)))
    assert all(one[20:44, 100:140].max() <= BLACK for one in shown)


def test_fragments_that_begin_amid_pictures_that_lean_on_one_another(film: Film) -> None:
    """A fragment may hold pictures that are shown among those of the next."""
    from custom_components.kuma_bouhan.vault.mp4 import tracks
    from custom_components.kuma_bouhan.vault.samples import Row, Unpacker, packed

    video = next(track.number for track in tracks(film.init) if track.is_video)
    cut: list[Record] = [Init(film.init)]
    for piece in film.pieces(NOON):
        ((row, *_),) = Unpacker(film.init).moofs(piece.data)
        assert row.track == video
        first, second = row.samples[:5], row.samples[5:]
        later = row.time + sum(one.length for one in first)
        for at, samples, moment in ((row.time, first, 0), (later, second, 0.5)):
            data = packed(1, [Row(video, at, samples)])
            start = piece.start + moment * SECOND
            cut.append(Fragment(data, start, SECOND / 2, not moment, start))
    before, after = look(cut), look(painted(cut, area(*HALF)))
    assert len(after) == 12
    assert [len(one.pictures) for one in after] == [len(one.pictures) for one in before]
    flat = [at for one in after for at in one.pictures]
    assert flat == sorted(at for one in before for at in one.pictures)


def test_a_camera_that_turns_its_picture_is_painted_where_it_is_shown(run: list[Record]) -> None:
    turned = [replace(one, orientation=3) if isinstance(one, Init) else one for one in run]
    after = painted(turned, area(*HALF))
    assert inits(after)[0].orientation == 3
    for picture in pictures(seen.film(after)):
        assert inside(picture[::-1, ::-1]).max() <= BLACK < inside(picture).min()


def test_a_second_description_begins_anew(run: list[Record]) -> None:
    other = make_film(2, width=128, audio=False)
    both = painted([*run, Init(other.init), *other.pieces(NOON + 60 * SECOND)], area(*HALF))
    assert [type(one).__name__ for one in both].count("Init") == 2
    second = both[7:]
    assert pictures(seen.film(second))[0].shape == (48, 128)
    assert len(pictures(seen.film(second))) == 20


def test_what_cannot_be_decoded_is_left_out_and_the_rest_goes_on(run: list[Record]) -> None:
    broken = [
        replace(one, data=one.data[:-200] + bytes(200)) if number == 3 else one
        for number, one in enumerate(run)
        if isinstance(one, Init | Fragment)
    ]
    no_fragment = Fragment(b"no MP4 at all", NOON + 9 * SECOND, SECOND, True, NOON)
    after = painted([*broken, no_fragment], area(*HALF))
    shown = look(after)
    assert len(shown) == 6
    assert [shown[place].pictures for place in (0, 1, 3, 4, 5)] == [
        look(run)[place].pictures for place in (0, 1, 3, 4, 5)
    ]


def test_footage_that_does_not_begin_with_a_keyframe_begins_with_the_first(
    film: Film, run: list[Record]
) -> None:
    data = stream(street_film(audio=False))
    parts = fragments(data)
    first = next(number for number, one in enumerate(parts) if not one.keyframe)
    after = painted([inits(data)[0], *parts[first:]], area(*HALF))
    assert 0 < len(fragments(after)) <= len(parts) - first
    assert pictures(seen.film(after))


def test_nothing_that_can_be_decoded_is_said(film: Film) -> None:
    empty = Fragment(b"", NOON, SECOND, True, NOON)
    gave, made = answered(Order([area(*HALF)]), [Init(film.init), empty])
    assert (gave, made) == (Gave.UNDECODABLE, [])
    assert answered(Order(), []) == (Gave.UNDECODABLE, [])


def test_without_an_encoder_it_says_so(run: list[Record], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "ENCODERS", {"no_such_encoder": {}})
    assert answered(Order([area(*HALF)]), run) == (Gave.UNAVAILABLE, [])


def test_it_takes_the_next_encoder_where_the_best_is_missing(
    run: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = {"preset": "ultrafast", "tune": "zerolatency"}
    monkeypatch.setattr(coding, "ENCODERS", {"no_such_encoder": {}, "libx264": options})
    assert len(pictures(seen.film(painted(run, area(*HALF))))) == 60


# Stills ---


def still(second: float, grey: int = 128) -> Still:
    return Still(seen.jpeg(grey=grey), NOON + second * SECOND)


def test_stills_are_painted_over_until_the_next_one() -> None:
    records = [still(0), still(5), Still(b"no picture", NOON + 7 * SECOND), still(10), still(15)]
    made = seen.stills(painted(records, area(*HALF, 6, 8)))
    assert [one.at for one in made] == [NOON + second * SECOND for second in (0, 5, 10, 15)]
    middles = [seen.bright(one.data)[40:80, 85:115] for one in made]
    assert [bool(one.max() <= 10) for one in middles] == [False, True, False, False]
    for one in made:
        picture = seen.bright(one.data)
        assert np.abs(picture[:20].astype(int) - 128).max() <= 3
        assert picture[-11:, :70].max() > 200


def test_a_still_that_is_stored_turned_is_painted_where_it_is_shown() -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    turned = Still(seen.jpeg(120, 160, exif=exif), NOON)
    (made,) = seen.stills(painted([turned], area(*HALF)))
    picture = seen.bright(made.data)
    assert picture.shape == (120, 160)
    assert picture[40:80, 85:115].max() <= 10 < picture[:20].min()


def test_stills_need_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "ENCODERS", {})
    assert len(painted([still(0)], area(*HALF))) == 1


# The picture of a moment ---


def picture_at(records: Sequence[Record], second: float) -> Still:
    gave, found = answered(Order(picture_at=micros(NOON + second * SECOND)), records)
    assert gave is Gave.DONE
    (made,) = seen.stills(found)
    return made


def test_the_picture_of_a_moment_is_the_last_before_it_untouched(run: list[Record]) -> None:
    made = picture_at(run, 3.25)
    assert made.at == NOON + 3.2 * SECOND
    shown = seen.bright(made.data)
    was = pictures(seen.film(run))[32]
    assert np.abs(shown.astype(int) - was).max() <= 3


def test_the_picture_of_a_moment_before_all_of_them_is_the_first(run: list[Record]) -> None:
    assert picture_at(run, -5).at == NOON


@pytest.mark.parametrize(("orientation", "shape"), [(1, (48, 160)), (6, (160, 48)), (3, (48, 160))])
def test_the_picture_of_a_moment_is_turned_as_it_is_shown(
    run: list[Record], orientation: int, shape: tuple[int, int]
) -> None:
    turned = [
        replace(one, orientation=orientation) if isinstance(one, Init) else one for one in run
    ]
    assert seen.bright(picture_at(turned, 1).data).shape == shape


def test_where_nothing_can_be_decoded_there_is_no_picture(film: Film) -> None:
    no_fragment = Fragment(b"", NOON, SECOND, True, NOON)
    order = Order(picture_at=micros(NOON))
    assert answered(order, [Init(film.init), no_fragment])[0] is Gave.UNDECODABLE
    assert answered(order, [still(0)])[0] is Gave.UNDECODABLE


# The process ---

FOLDER = Path(beginning.__file__).parent
NICENESS = """
import json, os, runpy, sys
sys.argv = [sys.argv[1]]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit as end:
    found = [name for name in sys.modules if name.split(".")[0] in ("homeassistant", "custom_components")]
    print(json.dumps([end.code, os.nice(0), found]), file=sys.stderr)
"""


def test_the_process_works_by_its_path_behind_everything_else_and_without_home_assistant(
    run: list[Record], tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", NICENESS, str(FOLDER)],
        input=seen.sent(Order([area(*HALF)]), run),
        capture_output=True,
        cwd=tmp_path,
        check=True,
    )
    assert json.loads(ended.stderr) == [Gave.DONE, 19, []]
    assert list(decode_records(ended.stdout)) == painted(run, area(*HALF))
    assert list(tmp_path.iterdir()) == []


def test_where_a_library_is_missing_the_process_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning.os, "nice", lambda _: 0)
    monkeypatch.setitem(sys.modules, "kuma_bouhan", sys)
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])

    def missing(_name: str) -> None:
        raise ModuleNotFoundError("av")

    monkeypatch.setattr(beginning, "import_module", missing)
    assert beginning.main() == Gave.UNAVAILABLE == beginning.UNAVAILABLE
    assert str(FOLDER) not in sys.path


def test_the_process_hands_over_to_the_worker(
    run: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import BytesIO
    from types import SimpleNamespace

    from custom_components.kuma_bouhan.masking import worker

    sink = BytesIO()
    monkeypatch.setattr(beginning.os, "nice", lambda _: 0)
    monkeypatch.setitem(sys.modules, "kuma_bouhan", sys)
    monkeypatch.setattr(beginning, "import_module", lambda _name: worker)
    source = BytesIO(seen.sent(Order([area(*HALF)]), run))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=sink))
    assert beginning.main() == Gave.DONE
    assert timedelta(0) < sum(
        (one.duration for one in decode_records(sink.getvalue()) if isinstance(one, Fragment)),
        timedelta(0),
    )
