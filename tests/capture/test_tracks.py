"""Sound taken out of fragments, and what fragments say of themselves."""

from contextlib import suppress
from functools import cache
from io import BytesIO
import struct

import av
from homeassistant.components.stream.core import Segment
from hypothesis import given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.capture.tracks import NotFootage, Tracks, boxes

from .media import FPS, film, joined, packets, pictures, segments

SOURCES = [("mp4", "libx264"), ("mpegts", "libx264"), ("mpegts", "libx265"), ("mp4", "libx265")]


@pytest.mark.parametrize(("kind", "codec"), SOURCES)
def test_sound_is_gone_and_every_picture_is_the_same_to_the_last_byte(
    kind: str, codec: str
) -> None:
    made = segments(film(kind, codec))
    heard = [
        sound
        for _, sound in packets(joined(made[0].init, [p.data for p in made[0].parts]), "audio")
    ]
    assert heard
    for segment in made:
        tracks = Tracks(segment.init, audio=False)
        parts = [part.data for part in segment.parts]
        kept = [tracks.cut(part).data for part in parts]
        before, after = joined(segment.init, parts), joined(tracks.init, kept)
        assert packets(after) == packets(before)
        assert packets(after, "audio") == [] and packets(before, "audio")
        assert pictures(after) == len(packets(before))
        assert not any(sound in after for sound in heard if len(sound) > 16)
        assert b"soun" not in after and b"mp4a" not in after


@pytest.mark.parametrize(
    ("low_latency", "after"),
    [(True, 4), (False, 4), pytest.param(True, 4.1, id="a picture alone in its fragment")],
)
@pytest.mark.parametrize("audio", [True, False])
def test_silence_belongs_to_no_picture(low_latency: bool, audio: bool, after: float) -> None:
    made = segments(film(audio=audio, silence=(after, 6)), low_latency=low_latency)
    tracks = Tracks(made[0].init, audio=False)
    cuts = [tracks.cut(part.data) for segment in made for part in segment.parts]
    ends = [cut.start + cut.duration for cut in cuts]
    gaps = [after.start - end for end, after in zip(ends, cuts[1:], strict=False)]
    assert [gap for gap in gaps if gap > 0.1] == [pytest.approx(6, abs=0.11)]
    before = next(at for at, gap in enumerate(gaps) if gap > 1)
    kept = joined(tracks.init, [cut.data for cut in cuts[: before + 1]])
    with av.open(BytesIO(kept), "r") as played:
        assert played.duration == pytest.approx(after * av.time_base, abs=0.11 * av.time_base)


@pytest.mark.parametrize("low_latency", [True, False])
def test_what_is_to_stay_stays_untouched(low_latency: bool) -> None:
    segment = segments(film(), low_latency=low_latency)[0]
    tracks = Tracks(segment.init, audio=True)
    assert tracks.init is segment.init
    assert all(tracks.cut(part.data).data is part.data for part in segment.parts)
    silent = segments(film(audio=False))[0]
    tracks = Tracks(silent.init, audio=False)
    assert (
        tracks.init is silent.init and tracks.cut(silent.parts[0].data).data is silent.parts[0].data
    )


@pytest.mark.parametrize(("kind", "codec"), SOURCES)
@pytest.mark.parametrize("low_latency", [True, False])
def test_a_fragment_tells_its_time_its_length_and_its_keyframe(
    kind: str, codec: str, low_latency: bool
) -> None:
    made = segments(film(kind, codec), low_latency=low_latency)
    cuts = [
        Tracks(segment.init, audio=False).cut(part.data)
        for segment in made
        for part in segment.parts
    ]
    for before, after in zip(cuts, cuts[1:], strict=False):
        assert after.start == pytest.approx(before.start + before.duration, abs=0.01)
    assert cuts[-1].start + cuts[-1].duration - cuts[0].start == pytest.approx(
        sum(len(packets(s.init + b"".join(p.data for p in s.parts))) for s in made) / FPS, abs=0.11
    )
    first = [Tracks(segment.init, audio=False).cut(segment.parts[0].data) for segment in made]
    assert all(cut.keyframe for cut in first)
    if low_latency:
        assert not all(cut.keyframe for cut in cuts)


def test_measured_bit_rates_do_not_make_other_tracks() -> None:
    made = segments(film("mpegts"))
    assert len({segment.init for segment in made}) > 1
    assert len({Tracks(segment.init, audio=True).likeness for segment in made}) == 1


def test_another_codec_size_or_sound_makes_other_tracks() -> None:
    films = [film(), film(width=128), film(codec="libx265"), film(audio=False)]
    inits = [segments(data)[0].init for data in films]
    assert len({Tracks(init, audio=True).likeness for init in inits}) == 4
    # Without the sound the first and the last announce one track each.
    assert [len(list(boxes(Tracks(init, audio=False).init))) for init in inits] == [2] * 4


def test_a_fragment_of_sound_alone_leaves_nothing() -> None:
    segment = segments(film())[0]
    tracks = Tracks(segment.init, audio=False)
    data = segment.parts[0].data
    moof, mdat = list(boxes(data))
    inner = list(boxes(data, moof.body, moof.end))
    head, sound = inner[0], inner[2]
    body = data[head.start : head.end] + data[sound.start : sound.end]
    alone = struct.pack(">I4s", 8 + len(body), b"moof") + body + data[mdat.start :]
    assert tracks.cut(alone).data == b""


@settings(max_examples=300)
@given(st.data())
def test_damaged_bytes_are_refused_and_never_break_anything_else(data: st.DataObject) -> None:
    segment = segments_once()
    part = bytearray(segment.parts[0].data)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, min(len(part) - 1, 400)))
        part[at] = data.draw(st.integers(0, 255))
    damaged = bytes(part[: data.draw(st.integers(0, len(part)))])
    with suppress(NotFootage):
        Tracks(segment.init, audio=False).cut(damaged)


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_description_is_refused(data: st.DataObject) -> None:
    init = bytearray(segments_once().init)
    at = data.draw(st.integers(0, len(init) - 1))
    init[at] = data.draw(st.integers(0, 255))
    with suppress(NotFootage):
        Tracks(bytes(init[: data.draw(st.integers(0, len(init)))]), audio=False)


@cache
def segments_once() -> Segment:
    return segments(film())[0]


def test_what_is_no_film_is_said_to_be_none() -> None:
    for garbage in (b"", b"x" * 100, bytes(64)):
        with pytest.raises(NotFootage):
            Tracks(garbage, audio=False)
