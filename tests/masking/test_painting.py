"""Areas and mark lie where they were drawn, however the camera stores its picture."""

from homeassistant.components.stream.core import TRANSFORM_IMAGE_FUNCTION
import numpy as np
import pytest

from custom_components.kuma_bouhan.masking.order import Order
from custom_components.kuma_bouhan.masking.painting import Box, mark, placed, stored_mark, turn_of

from .footage import area

WIDTH, HEIGHT = 48, 32
ORIENTATIONS = range(1, 9)


def stored(box: Box) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return a stored picture in which a box is white."""
    picture = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    picture[box.top : box.bottom, box.left : box.right] = 255
    return picture


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_an_area_lies_in_the_shown_picture_where_it_was_drawn(orientation: int) -> None:
    drawn = area(0.25, 0.5, 0.25, 0.375)
    shown = TRANSFORM_IMAGE_FUNCTION[orientation](
        stored(placed(drawn, turn_of(orientation), WIDTH, HEIGHT))
    )
    high, wide = shown.shape
    wanted = np.zeros((high, wide), dtype=np.uint8)
    wanted[high // 2 : high * 7 // 8, wide // 4 : wide // 2] = 255
    assert (shown == wanted).all()


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_the_mark_reads_upright_in_the_lower_left_corner(orientation: int) -> None:
    width, height = (120, 80) if orientation < 5 else (80, 120)
    box, rows = stored_mark(turn_of(orientation), width, height)
    picture = np.full((height, width), 9, dtype=np.uint8)
    picture[box.top : box.bottom, box.left : box.right] = np.array(rows)
    shown = TRANSFORM_IMAGE_FUNCTION[orientation](picture)
    dots = np.array(mark(80), dtype=np.uint8)
    high, wide = dots.shape
    assert (shown[80 - high :, :wide] == dots).all()
    assert (shown[: 80 - high] == 9).all() and (shown[:, wide:] == 9).all()


def test_areas_grow_outward_to_whole_pixels_of_colour_and_no_further_than_the_picture() -> None:
    upright = turn_of(1)
    assert placed(area(0.1, 0.1, 0.1, 0.1), upright, 101, 51) == Box(10, 4, 22, 12)
    assert placed(area(0.99, 0.9, 0.5, 0.5), upright, 101, 51) == Box(98, 44, 101, 51)
    assert placed(area(0, 0, 1, 1), upright, 101, 51) == Box(0, 0, 101, 51)
    assert Box(10, 4, 23, 51).of_colour() == Box(5, 2, 12, 26)


def test_the_mark_grows_with_the_picture_and_is_cut_where_there_is_no_room() -> None:
    assert len(mark(1080)) == 4 * len(mark(120)) == 44
    box, rows = stored_mark(turn_of(1), 20, 8)
    assert box == Box(0, 0, 20, 8) and {len(row) for row in rows} == {20}


def test_an_order_comes_as_it_was_given() -> None:
    from io import BytesIO

    order = Order([area(0.25, 0.5, 0.125, 1, 1, 2)], None)
    assert Order.read(BytesIO(order.encode() + b"footage")) == order
    assert Order.read(BytesIO(Order(picture_at=7).encode())) == Order([], 7)
