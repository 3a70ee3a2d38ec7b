from datetime import UTC, datetime
import io

import numpy as np
from PIL import Image
import pytest

from .scene import Street, read_number

START = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("size", [(640, 360), (1920, 1080), (320, 180)])
def test_every_picture_carries_its_number(size: tuple[int, int]) -> None:
    street = Street(*size, 15, START)
    for number in (0, 1, 255, 123_456, 2**32 - 1):
        assert read_number(street.pixels(number)) == number


def test_the_number_survives_heavy_compression() -> None:
    data = io.BytesIO()
    Street(640, 360, 15, START, grain=4).image(4711).save(data, "JPEG", quality=12)
    assert read_number(np.asarray(Image.open(data))) == 4711


def test_a_damaged_or_black_picture_has_no_number() -> None:
    pixels = Street(640, 360, 15, START).pixels(4711)
    assert read_number(np.zeros_like(pixels)) is None
    pixels[-10:, 200:500] = 255
    assert read_number(pixels) is None


def test_the_same_number_gives_the_same_picture_and_another_number_another() -> None:
    street = Street(640, 360, 15, START)
    assert np.array_equal(street.pixels(30), street.pixels(30))
    moved = (street.pixels(30)[40:340] != street.pixels(45)[40:340]).any(axis=-1).mean()
    assert 0.01 < moved < 0.5  # people and cars, not the whole street


def test_grain_makes_a_still_sky_rustle() -> None:
    quiet, grainy = Street(640, 360, 15, START), Street(640, 360, 15, START, grain=4)
    sky = np.s_[60:80, 250:380]
    assert np.array_equal(quiet.pixels(0)[sky], quiet.pixels(1)[sky])
    assert not np.array_equal(grainy.pixels(0)[sky], grainy.pixels(1)[sky])
