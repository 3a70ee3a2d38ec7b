from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from .encode import (
    LOOP_SECONDS,
    Format,
    Kind,
    LiveFeed,
    LoopFeed,
    VideoCodec,
    nal_type,
    parameter_sets,
    split_nals,
    write_file,
)
from .watching import watch

START = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
SMALL = Format(width=320, height=180, fps=10)


@pytest.mark.parametrize("codec", list(VideoCodec))
def test_a_key_picture_comes_every_second_and_brings_its_parameter_sets(codec: VideoCodec) -> None:
    fmt = replace(SMALL, codec=codec)
    feed = LiveFeed(fmt, START, "STREET")
    pictures = [unit for n in range(31) for unit in feed.units(n) if unit.kind is Kind.VIDEO]
    assert [unit.pts for unit in pictures if unit.key] == [0, 1, 2, 3]
    assert all(unit.pts == unit.dts for unit in pictures)
    for unit in pictures:
        carried = set(split_nals(unit.data)) & set(parameter_sets(fmt))
        assert len(carried) == (len(parameter_sets(fmt)) if unit.key else 0)


def test_sound_keeps_step_with_the_picture() -> None:
    feed = LiveFeed(SMALL, START, "STREET")
    sounds = [unit for n in range(40) for unit in feed.units(n) if unit.kind is Kind.AUDIO]
    assert 3.7 < sounds[-1].pts <= 4  # the encoder looks a few blocks ahead
    steps = {round(b.pts - a.pts, 6) for a, b in zip(sounds, sounds[1:], strict=False)}
    assert steps == {0.064}


def test_a_hole_in_the_numbers_starts_a_new_group_of_pictures() -> None:
    feed = LiveFeed(SMALL, START, "STREET")
    assert [feed.units(n)[0].key for n in (4, 5, 6, 90, 91)] == [True, False, False, True, False]
    assert feed.units(92)[0].pts == pytest.approx(9.2)


def test_a_loop_goes_on_under_rising_stamps() -> None:
    feed = LoopFeed(SMALL, START, "STREET")
    count = LOOP_SECONDS * SMALL.fps
    units = [unit for n in range(count * 2 + 5) for unit in feed.units(n)]
    for kind, step in ((Kind.VIDEO, 0.1), (Kind.AUDIO, 0.064)):
        stamps = [unit.pts for unit in units if unit.kind is kind]
        assert {round(b - a, 6) for a, b in zip(stamps, stamps[1:], strict=False)} == {step}
    assert feed.units(3)[0].data == feed.units(count + 3)[0].data


def test_b_frames_come_when_they_are_asked_for() -> None:
    feed = LiveFeed(replace(SMALL, b_frames=2), START, "STREET")
    pictures = [unit for n in range(20) for unit in feed.units(n) if unit.kind is Kind.VIDEO]
    assert any(unit.pts > unit.dts for unit in pictures)
    kinds = [nal_type(nal, VideoCodec.H264) for nal in parameter_sets(replace(SMALL, b_frames=2))]
    assert kinds == [7, 8]


@pytest.mark.parametrize("suffix", [".mp4", ".ts"])
async def test_a_file_holds_the_frames_asked_for(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"street{suffix}"
    write_file(path, 3, SMALL, START, first=700)
    seen = await watch(str(path), 30)
    assert seen.codecs == ("h264", "aac")
    assert seen.numbers[:29] == tuple(range(700, 729))
    write_file(path, 1, replace(SMALL, codec=VideoCodec.H265, audio=False), START)
    assert (await watch(str(path), 5)).codecs == ("hevc",)
